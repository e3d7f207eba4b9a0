"""Recipes: how weights are made, as data. Adding one is adding an entry to `RECIPES`."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from checkboxnet.errors import ConfigError
from checkboxnet.experiments.protocol import PublishedMethod
from checkboxnet.picture.fit import Preprocessing
from checkboxnet.training.config import Method, TrainConfig

SEED_SET = "seed"
"""The 515 images and their fixed split, or whatever set of images an experiment is run on."""
HARVESTED = "harvested"
"""Crops of UI kits and of finished pages, split by kit."""
DESIGNS = "designs"
"""Crops of hand-written controls, each of which is a design of its own: they teach what ON and OFF
look like where no kit draws it, so they are drawn more often than their number asks for."""
GRAMMAR = "grammar"
"""Crops of controls that are put together of parts at random."""
CONTENT = "content"
"""Crops of what is no toggle by itself: icons, marks, flags, charts, buttons."""
INDETERMINATE = "indeterminate"
"""Crops of indeterminate controls, each once as checked and once as unchecked, so that a model
learns to give both about half: then they are not certain."""
UNDECIDABLE = "undecidable"
"""Crops whose picture doesn't tell what they are, each under every label that it may have, so that
a model learns to doubt them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One run of `fine_tune` within a recipe."""

    name: str
    mixture: Mapping[str, float] | None = None
    """Share of the draws by name of the source; None goes through the images of `SEED_SET`."""
    config: TrainConfig
    preprocessing: Preprocessing | None = None
    """What the network sees; None keeps what the initial weights ask for."""


@dataclass(frozen=True, slots=True)
class Reported:
    """Figures of a documented run at its best epoch; None for what was not published."""

    epoch: int | None = None
    train_loss_sum: float | None = None
    """Sum over the batches, 13 of 32 images."""
    train_accuracy: float | None = None
    validation_loss_sum: float | None = None
    """The 51 images are one batch of 64, so this is their mean loss."""
    validation_accuracy: float | None = None
    test_accuracy: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """Stages, each of which starts from the weights that the one before it left."""

    name: str
    summary: str
    """One line."""
    architecture: str
    """timm's name."""
    init: Literal["random", "imagenet"]
    """What the first stage starts from, unless a run is told otherwise."""
    stages: tuple[Stage, ...]
    reported: Reported = Reported()


# What the documented experiments share.
_PUBLISHED = TrainConfig(
    batch_size=32,
    weight_decay=0.0,
    dropout=0.0,
    augment="none",
    statistics="trained",
    base_share=0.0,
)
# Stretched to a square, whatever the shape; ToTensor alone scales to the range from 0 to 1.
_SQUASHED = Preprocessing(
    size=(224, 224), max_stretch=1000, narrow_blanks=False, mean=(0, 0, 0), std=(1, 1, 1)
)
_LARGER = replace(_SQUASHED, size=(299, 299))
_NORMALIZED = replace(_LARGER, mean=(0.485, 0.456, 0.406), std=(0.229, 0.224, 0.225))


def _first_round(
    architecture: str, init: Literal["random", "imagenet"], reported: Reported
) -> Recipe:
    """Three architectures, from random values and from ImageNet's, 200 epochs on plain images."""
    method = PublishedMethod(optimizer="sgd")
    config = replace(_PUBLISHED, epochs=200, learning_rate=1e-3, method=method)
    if architecture == "efficientnet_b0":
        method = PublishedMethod(optimizer="rmsprop")
        config = replace(config, learning_rate=0.01, dropout=0.2, method=method)
    start = "scratch" if init == "random" else "imagenet"
    return Recipe(
        name=f"{start}-{architecture.replace('_', '-')}",
        summary=f"{architecture} from {init}, plain images, {method.optimizer}",
        architecture=architecture,
        init=init,
        stages=(Stage(name="train", config=config, preprocessing=_SQUASHED),),
        reported=reported,
    )


_LOOKAHEAD = PublishedMethod(optimizer="lookahead-rmsprop")
_AUTOAUGMENT = replace(_LOOKAHEAD, transforms="autoaugment")


def _checkpoint(
    number: int,
    summary: str,
    method: PublishedMethod,
    reported: Reported,
    *,
    preprocessing: Preprocessing = _NORMALIZED,
    class_weights: bool = False,
    weight_decay: float = 0.0,
) -> Recipe:
    """EfficientNet-B0 from ImageNet at 299 px, Lookahead around RMSprop, 100 epochs."""
    config = replace(
        _PUBLISHED,
        epochs=100,
        learning_rate=1e-3,
        weight_decay=weight_decay,
        dropout=0.2,
        class_weights=class_weights,
        method=method,
    )
    return Recipe(
        name=f"checkpoint-{number}",
        summary=summary,
        architecture="efficientnet_b0",
        init="imagenet",
        stages=(Stage(name="train", config=config, preprocessing=preprocessing),),
        reported=reported,
    )


# Source of settings and figures: the report of the founding study (515 images, split 412/51/52 by
# torch seed 101).
_DOCUMENTED = (
    _first_round("resnet18", "random", Reported(178, 1.7634, 0.9757, 0.6539, 0.7843)),
    _first_round("densenet121", "random", Reported(194, 6.0504, 0.8252, 0.7735, 0.7059)),
    _first_round("efficientnet_b0", "random", Reported(112, 0.5425, 0.9854, 0.6787, 0.7843)),
    _first_round("resnet18", "imagenet", Reported(186, 0.2301, 1.0, 0.5844, 0.7843, 0.7115)),
    _first_round("densenet121", "imagenet", Reported(118, 0.3567, 1.0, 0.5840, 0.7647, 0.7308)),
    _first_round(
        "efficientnet_b0", "imagenet", Reported(96, 2.9490, 0.9393, 0.6296, 0.7843, 0.6538)
    ),
    _checkpoint(
        1,
        "AutoAugment, no normalisation",
        _AUTOAUGMENT,
        Reported(32, 1.1021, 0.9733, 0.3288, 0.9216, 0.8846),
        preprocessing=_LARGER,
    ),
    _checkpoint(
        2,
        "ImageNet normalisation alone",
        _LOOKAHEAD,
        Reported(74, 1.1939, 0.9806, 0.3920, 0.9020, 0.7692),
    ),
    _checkpoint(
        3,
        "AutoAugment and ImageNet normalisation",
        _AUTOAUGMENT,
        Reported(29, 1.0295, 0.9684, 0.2151, 0.9216, 0.8846),
    ),
    _checkpoint(
        4,
        "as checkpoint-3, with class weights",
        _AUTOAUGMENT,
        Reported(65, 0.3489, 0.9927, 0.3663, 0.9412, 0.8462),
        class_weights=True,
    ),
    _checkpoint(
        5,
        "blur, flips, shear, perspective, jitter, sharpness; tuned RMSprop",
        replace(_LOOKAHEAD, transforms="photographic", smoothing=0.9, momentum=0.9),
        Reported(88, 0.3277, 0.9951, 0.3522, 0.9020, 0.8654),
        weight_decay=1e-5,
    ),
)

_SETTINGS = TrainConfig(
    batch_size=64,
    weight_decay=0.02,
    images_per_epoch=20_000,
    statistics="trained",
    base_share=0.0,
)


def _stage(name: str, mixture: Mapping[str, float], **settings: Any) -> Stage:
    return Stage(name=name, mixture=mixture, config=replace(_SETTINGS, **settings))


def _mixed_in(mixture: Mapping[str, float]) -> Stage:
    """The last stage, which alone sees the set."""
    return _stage(
        "mixed",
        mixture,
        epochs=4,
        images_per_epoch=5_000,
        learning_rate=6e-4,
        statistics="frozen",
        base_share=0.5,
        method=Method(keep="last"),
    )


_KITS = {HARVESTED: 0.66, DESIGNS: 0.32, INDETERMINATE: 0.02}
# What is no toggle is the open world, and most of what was still wrong.
_OPEN = {HARVESTED: 0.5, DESIGNS: 0.26, CONTENT: 0.22, INDETERMINATE: 0.02}
_LONG = {HARVESTED: 0.55, DESIGNS: 0.28, CONTENT: 0.15, INDETERMINATE: 0.02}
_MIXED = {HARVESTED: 0.25, DESIGNS: 0.13, CONTENT: 0.1, SEED_SET: 0.5, INDETERMINATE: 0.02}

# Measured on controls of other people: hand-written designs teach the two states, the grammar and
# content what is other, and without kits both are forgotten.
_WIDE = {
    HARVESTED: 0.3,
    DESIGNS: 0.34,
    GRAMMAR: 0.18,
    CONTENT: 0.13,
    INDETERMINATE: 0.02,
    UNDECIDABLE: 0.03,
}
_WIDE_MIXED = {**{source: 0.6 * share for source, share in _WIDE.items()}, SEED_SET: 0.4}

_OURS = (
    Recipe(
        name="ours-small-set",
        summary="what fine_tune does by default, at the default model's input size",
        architecture="efficientnet_lite0",
        init="imagenet",
        stages=(Stage(name="train", config=TrainConfig(epochs=30, size=(96, 176))),),
    ),
    Recipe(
        name="efficientnet_lite0.ui_v1",
        summary="the default model: harvested crops, then the set mixed in",
        architecture="efficientnet_lite0",
        init="imagenet",
        stages=(
            # Kits alone, so that cross-fitting can start from weights that never saw the set.
            # First at two thirds of the size, where an image costs half.
            _stage("small", _KITS, epochs=6, learning_rate=1e-3, size=(64, 112)),
            _stage("kits", _KITS, epochs=8, learning_rate=8e-4, size=(96, 176)),
            _stage("open", _OPEN, epochs=5, learning_rate=6e-4),
            _stage("long", _LONG, epochs=16, learning_rate=8e-4),
            _mixed_in(_MIXED),
        ),
    ),
    Recipe(
        name="efficientnet_lite0.ui_v2",
        summary="hand-written designs, a grammar of controls, kits; then the set mixed in",
        architecture="efficientnet_lite0",
        init="imagenet",
        stages=(
            _stage(
                "small",
                _WIDE,
                epochs=10,
                learning_rate=1e-3,
                size=(64, 112),
                precision="bfloat16",
            ),
            _stage(
                "wide", _WIDE, epochs=8, learning_rate=8e-4, size=(96, 176), precision="bfloat16"
            ),
            _mixed_in(_WIDE_MIXED),
        ),
    ),
)

RECIPES: dict[str, Recipe] = {recipe.name: recipe for recipe in (*_DOCUMENTED, *_OURS)}
"""By name: the eleven documented ones, then ours."""


def find_recipe(name: str) -> Recipe:
    """Returns the recipe of that name.

    Raises:
        ConfigError: There is none.
    """
    if name not in RECIPES:
        close = difflib.get_close_matches(name, RECIPES, n=1)
        meant = f" Did you mean {close[0]!r}?" if close else ""
        raise ConfigError(f"no recipe {name!r}.{meant} There are {', '.join(RECIPES)}")
    return RECIPES[name]
