"""Initial weights of an experiment, from the word that a recipe or a user names them by."""

from __future__ import annotations

from dataclasses import replace

import torch
from torch import nn

from checkboxnet.errors import DownloadError
from checkboxnet.experiments.recipes import Recipe
from checkboxnet.picture.fit import Preprocessing
from checkboxnet.training.base import Base, load_base
from checkboxnet.weights.network import build_network, classifier_of
from checkboxnet.weights.registry import DEFAULT

IMAGENET = {
    "resnet18": "timm/resnet18.tv_in1k",
    "densenet121": "timm/densenet121.tv_in1k",
    "efficientnet_b0": "timm/efficientnet_b0.ra_in1k",
    "efficientnet_lite0": "timm/efficientnet_lite0.ra_in1k",
}
"""Hub repositories by architecture; the first two and the third's are those that torchvision has
under `IMAGENET1K_V1`, which the documented experiments used."""

UI = "ui"


def initial_base(recipe: Recipe, init: str | None, *, labels: tuple[str, ...], seed: int) -> Base:
    """Returns what the first stage of a recipe starts from.

    Args:
        recipe: Gives the architecture, and `init` where that is None.
        init: `random`; `imagenet`, from the Hub; `ui`, the default weights; or what `load_base`
            takes. The last two have an architecture of their own.
        labels: Of the classifier.
        seed: Fixes random values.

    Raises:
        DownloadError: `imagenet`, and the Hub can't be reached.
        ModelNotFoundError: No such folder.
        WeightsError: The weights are unusable.
    """
    word = init or recipe.init
    if word == "random":
        base = random_base(recipe.architecture, seed=seed)
    elif word == "imagenet":
        try:
            base = load_base(IMAGENET[recipe.architecture])
        except DownloadError as error:
            raise DownloadError(
                f"{recipe.name} starts from ImageNet weights, and the Hub did not deliver: "
                f"{error}. Start it from something else: --init FOLDER (with timm's config.json "
                "and model.safetensors), --init random, or --init ui (the weights that come with "
                "checkboxnet)"
            ) from error
    else:
        base = load_base(DEFAULT if word == UI else word)
    if recipe.stages[0].config.method.fit_classifier_first:
        return base
    return _with_new_classifier(base, labels, seed)


def random_base(architecture: str, *, seed: int) -> Base:
    """Returns an untrained network, the same for a seed."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        tensors = build_network(architecture, classes=1).state_dict()
    return Base(
        name="random",
        architecture=architecture,
        tensors=tensors,
        preprocessing=Preprocessing(),
        labels=None,
    )


def _with_new_classifier(base: Base, labels: tuple[str, ...], seed: int) -> Base:
    """Returns the base with a classifier of torch's default random values."""
    with torch.random.fork_rng(devices=[]):
        network = build_network(base.architecture, classes=len(labels))
        width = network.get_classifier().in_features  # type: ignore[operator]
        torch.manual_seed(seed)
        classifier = nn.Linear(width, len(labels))
    head = classifier_of(network)
    own = {f"{head}.{name}": tensor for name, tensor in classifier.state_dict().items()}
    return replace(base, tensors={**base.tensors, **own}, labels=labels, outputs=labels)
