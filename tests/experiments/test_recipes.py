from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from checkboxnet.dataset.read import ImageSet, read_images
from checkboxnet.dataset.split import split_images
from checkboxnet.errors import ConfigError
from checkboxnet.experiments.recipes import (
    CONTENT,
    DESIGNS,
    GRAMMAR,
    HARVESTED,
    INDETERMINATE,
    RECIPES,
    SEED_SET,
    UNDECIDABLE,
    Recipe,
    find_recipe,
)
from checkboxnet.experiments.run import mixture_of, run_recipe

pytestmark = pytest.mark.usefixtures("graphs_exported_once")


@pytest.fixture
def sources(tiny_crops: Path, example_images: Path) -> dict[str, ImageSet]:
    examples = split_images(read_images(example_images), fractions=(0.6, 0.2, 0.2))
    return {
        SEED_SET: split_images(read_images(tiny_crops), fractions=(0.6, 0.2, 0.2)),
        HARVESTED: examples,
        DESIGNS: examples.select("train"),
        CONTENT: examples.select("train"),
        GRAMMAR: examples.select("train"),
        INDETERMINATE: replace(examples, samples=examples.select("train").samples[:2]),
        UNDECIDABLE: replace(examples, samples=examples.select("train").samples[2:6]),
    }


@pytest.fixture
def recipe() -> Recipe:
    """The default's, at a size that a test can afford."""
    default = find_recipe("efficientnet_lite0.ui_v2")
    return replace(
        default,
        stages=tuple(
            replace(
                stage,
                config=replace(
                    stage.config, epochs=1, images_per_epoch=24, batch_size=8, size=(32, 32)
                ),
            )
            for stage in default.stages
        ),
    )


def test_names_are_those_of_the_recipes() -> None:
    assert all(name == recipe.name for name, recipe in RECIPES.items())
    with pytest.raises(ConfigError, match=r"no recipe 'nonsense'\. There are scratch-resnet18"):
        find_recipe("nonsense")


def test_only_the_last_stage_sees_the_set_that_is_cross_fitted(
    sources: dict[str, ImageSet],
) -> None:
    *early, last = find_recipe("efficientnet_lite0.ui_v2").stages
    for stage in early:
        paths = {sample.path for sample in mixture_of(stage, sources).samples}
        assert not paths & {sample.path for sample in sources[SEED_SET].samples}
    mixed = mixture_of(last, sources)
    seed_root = sources[SEED_SET].root
    from_seed, from_kits = 0.0, 0.0
    for sample in mixed.select("train").samples:
        if sample.path.is_relative_to(seed_root):
            from_seed += sample.metadata["weight"]
        else:
            from_kits += sample.metadata["weight"]
    share = last.mixture[SEED_SET] / sum(last.mixture.values())
    assert from_seed / (from_seed + from_kits) == pytest.approx(share)


def test_stages_run_one_from_the_other_and_resume(
    recipe: Recipe, sources: dict[str, ImageSet], tiny_backbone: Path, tmp_path: Path
) -> None:
    result = run_recipe(recipe, sources, base=tiny_backbone, output=tmp_path)
    assert result.output == tmp_path / recipe.stages[-1].name
    assert result.model.name == recipe.name
    assert result.model.config.preprocessing.size == (32, 32)
    before = (result.output / "model.safetensors").read_bytes()
    assert before != (tmp_path / recipe.stages[0].name / "model.safetensors").read_bytes()
    again = run_recipe(recipe, sources, base=tiny_backbone, output=tmp_path, resume=True)
    assert (again.output / "model.safetensors").read_bytes() == before


def test_a_missing_source_is_named(recipe: Recipe, tiny_backbone: Path, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"needs images named .*'harvested'"):
        run_recipe(recipe, {}, base=tiny_backbone, output=tmp_path)
