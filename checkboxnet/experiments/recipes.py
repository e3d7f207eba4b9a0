"""Recipes: how weights are made, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from checkboxnet.errors import ConfigError
from checkboxnet.training.config import TrainConfig

SEED_SET = "seed"
"""The 515 images and their fixed split."""
HARVESTED = "harvested"
"""Crops of the gallery of UI kits, split by kit."""
DESIGNS = "designs"
"""Those of them that show hand-written controls: some two hundred designs, where a kit has a few.
They stand for what no kit draws, so they are drawn more often than their number asks for."""
INDETERMINATE = "indeterminate"
"""Crops of indeterminate controls, each once as checked and once as unchecked, so that a model
learns to give both about half: then they are not certain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One run of `fine_tune` within a recipe."""

    name: str
    mixture: Mapping[str, float]
    """Share of the draws by name of the source."""
    config: TrainConfig


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """Stages, each of which starts from the weights that the one before it left."""

    name: str
    """`architecture.tag`, the name of the weights it makes."""
    base: str
    """What the first stage starts from; `imagenet` is what `imagenet_backbone.py` writes."""
    stages: tuple[Stage, ...]


_SETTINGS = TrainConfig(batch_size=64, weight_decay=0.02, images_per_epoch=20_000)
_KITS = {HARVESTED: 0.66, DESIGNS: 0.32, INDETERMINATE: 0.02}

RECIPES: dict[str, Recipe] = {
    recipe.name: recipe
    for recipe in (
        Recipe(
            name="efficientnet_lite0.ui_v1",
            base="imagenet",
            stages=(
                # Kits alone, so that cross-fitting can start from weights that never saw the set.
                # First at two thirds of the size, where an image costs half.
                Stage(
                    name="small",
                    mixture=_KITS,
                    config=replace(
                        _SETTINGS,
                        epochs=6,
                        learning_rate=1e-3,
                        size=(64, 112),
                        statistics="trained",
                    ),
                ),
                Stage(
                    name="kits",
                    mixture=_KITS,
                    config=replace(
                        _SETTINGS,
                        epochs=8,
                        learning_rate=8e-4,
                        size=(96, 176),
                        statistics="trained",
                    ),
                ),
                Stage(
                    name="mixed",
                    mixture={HARVESTED: 0.33, DESIGNS: 0.15, SEED_SET: 0.5, INDETERMINATE: 0.02},
                    config=replace(
                        _SETTINGS,
                        epochs=4,
                        images_per_epoch=5_000,
                        learning_rate=6e-4,
                        keep="last",
                        base_share=0.5,
                    ),
                ),
            ),
        ),
    )
}
"""By name."""


def find_recipe(name: str) -> Recipe:
    """Returns the recipe of that name.

    Raises:
        ConfigError: There is none.
    """
    if name not in RECIPES:
        raise ConfigError(f"no recipe {name!r}; there are {', '.join(RECIPES)}")
    return RECIPES[name]
