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
RECOGNISABLE = "recognisable"
"""Those without toggles that look like push buttons (pressed or not, nothing in the picture says
that there is a state, and they teach that buttons are toggles), and without bare ticks, stars and
hearts before words that are no toggles."""
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

RECIPES: dict[str, Recipe] = {
    recipe.name: recipe
    for recipe in (
        Recipe(
            name="efficientnet_lite0.ui_v1",
            base="imagenet",
            stages=(
                # Kits alone, so that cross-fitting can start from weights that never saw the set.
                Stage(
                    name="kits",
                    mixture={HARVESTED: 1.0},
                    config=replace(
                        _SETTINGS,
                        epochs=10,
                        learning_rate=1e-3,
                        size=(96, 176),
                        statistics="trained",
                    ),
                ),
                Stage(
                    name="clear",
                    mixture={RECOGNISABLE: 0.98, INDETERMINATE: 0.02},
                    config=replace(_SETTINGS, epochs=4, learning_rate=6e-4, statistics="trained"),
                ),
                Stage(
                    name="mixed",
                    mixture={RECOGNISABLE: 0.48, SEED_SET: 0.5, INDETERMINATE: 0.02},
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
