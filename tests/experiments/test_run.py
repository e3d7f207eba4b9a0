from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from conftest import ROOT
from safetensors.torch import load_file

from checkboxnet.dataset.read import ImageSet, read_images
from checkboxnet.dataset.split import split_images
from checkboxnet.errors import ConfigError, DatasetError, DownloadError, OutputExistsError
from checkboxnet.experiments.initial import initial_base
from checkboxnet.experiments.recipes import RECIPES, Recipe
from checkboxnet.experiments.report import page, read_records, write_report
from checkboxnet.experiments.run import RECORD, run_experiment
from checkboxnet.training.checkpoints import TrainState

pytestmark = pytest.mark.usefixtures("graphs_exported_once")

LABELS = ("checked", "unchecked", "other")


@pytest.fixture
def images(tiny_crops: Path) -> ImageSet:
    return split_images(read_images(tiny_crops), fractions=(0.6, 0.2, 0.2))


def shrunk(name: str) -> Recipe:
    """A documented recipe at a size that a test can afford."""
    recipe = RECIPES[name]
    (stage,) = recipe.stages
    assert stage.preprocessing is not None
    preprocessing = replace(stage.preprocessing, size=(32, 32))
    config = replace(stage.config, batch_size=8)
    return replace(
        recipe,
        architecture="test_efficientnet",
        stages=(replace(stage, preprocessing=preprocessing, config=config),),
    )


def timeless(record: dict[str, Any]) -> dict[str, Any]:
    rows = [{k: v for k, v in row.items() if k != "seconds"} for row in record["history"]]
    return {**record, "seconds": None, "best": None, "history": rows}


def test_a_run_leaves_records_weights_and_figures(images: ImageSet, tmp_path: Path) -> None:
    returned = run_experiment(
        shrunk("scratch-resnet18"), images, output=tmp_path / "run", seed=3, epochs=2
    )
    record = json.loads((tmp_path / "run" / RECORD).read_text())
    assert record == json.loads(json.dumps(returned))
    assert (record["recipe"], record["init"], record["seed"]) == ("scratch-resnet18", "random", 3)
    assert record["images"] == {split: len(images.select(split)) for split in images.splits}
    losses = {row["epoch"]: row["validation_loss"] for row in record["history"]}
    assert record["best"]["epoch"] == min(losses, key=losses.__getitem__)
    assert set(record["evaluations"]) == {"validation", "test"}
    assert record["evaluations"]["test"]["count"] == len(images.select("test"))
    trained = record["history"][1]
    batches = -(-len(images.select("train")) // 8)
    assert trained["train_loss_sum"] == pytest.approx(batches * trained["train_loss"], rel=0.2)
    assert (tmp_path / "run" / "train" / "model.safetensors").is_file()


def test_an_interrupted_run_ends_with_the_numbers_of_an_unbroken_one(
    images: ImageSet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recipe = shrunk("checkpoint-5")
    unbroken = run_experiment(recipe, images, output=tmp_path / "unbroken", init="random", epochs=3)

    finish_epoch = TrainState.finish_epoch

    def killed(self: TrainState, row: dict[str, Any], **options: Any) -> None:
        if row["epoch"] == 2:
            raise KeyboardInterrupt
        finish_epoch(self, row, **options)

    with monkeypatch.context() as patch:
        patch.setattr(TrainState, "finish_epoch", killed)
        with pytest.raises(KeyboardInterrupt):
            run_experiment(recipe, images, output=tmp_path / "broken", init="random", epochs=3)
    with pytest.raises(OutputExistsError, match="resume"):
        run_experiment(recipe, images, output=tmp_path / "broken", init="random", epochs=3)
    resumed = run_experiment(
        recipe, images, output=tmp_path / "broken", init="random", epochs=3, resume=True
    )
    assert timeless(resumed) == timeless(unbroken)


def test_as_published_scores_under_augmentation(images: ImageSet, tmp_path: Path) -> None:
    recipe = shrunk("checkpoint-3")
    clean, flawed = (
        run_experiment(
            recipe,
            images,
            output=tmp_path / str(as_published),
            init="random",
            epochs=1,
            as_published=as_published,
        )
        for as_published in (False, True)
    )
    trained = [row["train_loss"] for row in (clean["history"][1], flawed["history"][1])]
    assert trained[0] == trained[1]
    losses = [record["history"][1]["validation_loss"] for record in (clean, flawed)]
    assert losses[0] != losses[1]
    assert "test, augmented" not in clean["evaluations"]
    augmented = flawed["evaluations"]["test, augmented"]
    assert augmented["count"] == flawed["evaluations"]["test"]["count"]


def test_recipes_that_need_more_say_what_has_it(images: ImageSet, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="make_weights"):
        run_experiment(RECIPES["efficientnet_lite0.ui_v1"], images, output=tmp_path / "run")
    assert not (tmp_path / "run").exists()


def test_initial_weights_by_word(tiny_backbone: Path, tmp_path: Path) -> None:
    recipe = shrunk("imagenet-resnet18")
    state = torch.random.get_rng_state()
    first, again, other = (
        initial_base(recipe, "random", labels=LABELS, seed=seed).tensors for seed in (1, 1, 2)
    )
    assert torch.equal(state, torch.random.get_rng_state())
    assert all(torch.equal(first[name], again[name]) for name in first)
    assert not all(torch.equal(first[name], other[name]) for name in first)

    given = load_file(tiny_backbone / "model.safetensors")
    base = initial_base(recipe, str(tiny_backbone), labels=LABELS, seed=1)
    network = base.build(LABELS)
    torch.testing.assert_close(network.state_dict()["conv_stem.weight"], given["conv_stem.weight"])
    head = network.get_classifier()  # type: ignore[operator]
    assert head.weight.abs().max() <= head.in_features**-0.5
    assert head.weight.std() > 0

    ui = initial_base(recipe, "ui", labels=LABELS, seed=1)
    assert (ui.name, ui.architecture) == ("efficientnet_lite0.ui_v1", "efficientnet_lite0")


def test_without_the_hub_nothing_is_trained_from_scratch(
    tiny_crops: Path, tmp_path: Path, cli: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreachable(*args: object, **kwargs: object) -> None:
        raise DownloadError("timm/resnet18.tv_in1k: no answer")

    monkeypatch.setattr("checkboxnet.weights.hub.fetch", unreachable)
    outcome = cli(
        "experiments", "run", "imagenet-resnet18", "--data", tiny_crops, "-o", tmp_path / "runs"
    )
    assert outcome.code == 1
    for word in ("no answer", "--init FOLDER", "--init random", "--init ui"):
        assert word in outcome.err
    assert not (tmp_path / "runs").exists()


def test_the_page_shows_what_was_run_and_what_was_not(
    images: ImageSet, tmp_path: Path, cli: Callable[..., Any]
) -> None:
    for seed in (1, 2):
        run_experiment(
            shrunk("scratch-resnet18"),
            images,
            output=tmp_path / "runs" / str(seed),
            seed=seed,
            epochs=1,
        )
    outcome = cli("experiments", "report", tmp_path / "runs", "--output", tmp_path / "page.md")
    assert outcome.code == 0
    text = (tmp_path / "page.md").read_text()
    records = read_records(tmp_path / "runs")
    assert text == page(records)
    rows = [line for line in text.splitlines() if line.startswith("| scratch-resnet18 |")]
    accuracy = records[0]["evaluations"]["test"]["accuracy"]
    assert f"{accuracy:.4f} (" in rows[0]
    assert "| 1 | 1 of 200 | 0.7843 |" in rows[0]
    assert any(
        row.startswith("| scratch-resnet18 | random, test_efficientnet | 2 |") for row in rows
    )
    assert "| checkpoint-4 | not run | – | – | 0.9412 | not run | 0.8462 | not run | (65) |" in text
    for name in ("curves", "confusion"):
        assert (tmp_path / "images" / f"experiments-{name}.png").stat().st_size > 1000
    with pytest.raises(OutputExistsError):
        write_report(tmp_path / "runs", tmp_path / "page.md")
    with pytest.raises(DatasetError, match="experiments run"):
        read_records(tmp_path / "nothing")


def test_conclusions_are_differences_between_runs_of_one_seed_and_start(
    images: ImageSet, tmp_path: Path, cli: Callable[..., Any]
) -> None:
    for name in ("checkpoint-2", "checkpoint-3"):
        folder = tmp_path / "runs" / name
        run_experiment(shrunk(name), images, output=folder, init="random", seed=5, epochs=1)
    (tmp_path / "notes.md").write_text("Run on a train.")
    cli(
        *("experiments", "report", tmp_path / "runs", "--output", tmp_path / "page.md"),
        *("--notes", tmp_path / "notes.md"),
    )
    text = (tmp_path / "page.md").read_text()
    assert "\n\nRun on a train.\n\n## Reported" in text
    worse, better = (r["evaluations"]["test"]["accuracy"] for r in read_records(tmp_path / "runs"))
    assert (
        "| AutoAugment beats normalisation alone (checkpoint-3 − checkpoint-2) | test | +0.115 "
        f"| random, test_efficientnet | 1 | 5: {better - worse:+.3f} | {better - worse:+.3f} |"
    ) in text
    assert "Class weights help" not in text


def test_from_three_seeds_on_a_mean_difference_has_its_interval() -> None:
    template = read_records(ROOT / "examples" / "experiments")[0]
    figures = template["evaluations"]["test"]

    def record(name: str, seed: int, accuracy: float) -> dict[str, Any]:
        scored = {split: {**figures, "accuracy": accuracy} for split in ("validation", "test")}
        return {**template, "recipe": name, "seed": seed, "evaluations": scored}

    runs = [record("checkpoint-2", seed, 0.8) for seed in (1, 2, 3)]
    runs += [record("checkpoint-3", seed, 0.8 + 0.02 * seed) for seed in (1, 2, 3)]
    # Standard error 0.0115; Student's t of two degrees of freedom 4.303.
    expected = "| 1: +0.020, 2: +0.040, 3: +0.060 | +0.040 (-0.010 – +0.090) |"
    assert expected in page(runs)
    assert "| 1: +0.020, 2: +0.040 | +0.030 |" in page([r for r in runs if r["seed"] < 3])


def test_list_names_every_recipe(cli: Callable[..., Any]) -> None:
    outcome = cli("experiments", "list")
    assert [line.split()[0] for line in outcome.out.splitlines()] == list(RECIPES)
    assert "(reported: val 0.9216, test 0.8846)" in outcome.out
    wrong = cli("experiments", "run", "checkpoint-9", "--data", "nowhere")
    assert wrong.code == 2 or "checkpoint-" in wrong.err


def test_the_published_page_is_what_its_records_say() -> None:
    notes = (ROOT / "scripts" / "experiments_notes.md").read_text()
    records = read_records(ROOT / "examples" / "experiments")
    assert (ROOT / "docs" / "experiments.md").read_text() == page(records, notes=notes)


def test_records_of_strangers_are_refused_by_name(tmp_path: Path, hostile_json: str) -> None:
    for text in (f'{{"recipe": {hostile_json}}}', "[]", '{"recipe": "checkpoint-1"}'):
        (tmp_path / RECORD).write_text(text)
        with pytest.raises(DatasetError, match=RECORD):
            read_records(tmp_path)
