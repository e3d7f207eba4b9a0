"""The documented recipes, by what is built from them, against the founding report's text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import nn
from torchvision.transforms import v2

from checkboxnet.dataset.augment import AUGMENTATIONS
from checkboxnet.dataset.read import read_images
from checkboxnet.experiments.protocol import PublishedMethod, pipeline
from checkboxnet.experiments.recipes import RECIPES
from checkboxnet.picture.fit import Preprocessing, fit, normalize
from checkboxnet.training.config import TrainConfig
from checkboxnet.training.images import CropDataset, batches, class_weights
from checkboxnet.training.loop import new_state

FIRST = {
    "scratch-resnet18": ("resnet18", "random"),
    "scratch-densenet121": ("densenet121", "random"),
    "scratch-efficientnet-b0": ("efficientnet_b0", "random"),
    "imagenet-resnet18": ("resnet18", "imagenet"),
    "imagenet-densenet121": ("densenet121", "imagenet"),
    "imagenet-efficientnet-b0": ("efficientnet_b0", "imagenet"),
}
CHECKPOINTS = [f"checkpoint-{number}" for number in range(1, 6)]


def config_of(name: str) -> TrainConfig:
    (stage,) = RECIPES[name].stages
    return stage.config


def preprocessing_of(name: str) -> Preprocessing:
    (stage,) = RECIPES[name].stages
    assert stage.preprocessing is not None
    return stage.preprocessing


def method_of(name: str) -> PublishedMethod:
    method = config_of(name).method
    assert isinstance(method, PublishedMethod)
    return method


def build(config: TrainConfig) -> Any:
    network = nn.Sequential(nn.Linear(3, 2), nn.BatchNorm1d(2))
    return new_state(network, config, images=412).optimizer


@pytest.mark.parametrize("name", FIRST)
def test_the_first_round_uses_plain_optimizers(name: str) -> None:
    recipe = RECIPES[name]
    assert (recipe.architecture, recipe.init) == FIRST[name]
    optimizer = build(config_of(name))
    (group,) = optimizer.param_groups
    if recipe.architecture == "efficientnet_b0":
        assert type(optimizer) is torch.optim.RMSprop
        assert (group["lr"], group["alpha"]) == (0.01, 0.99)
    else:
        assert type(optimizer) is torch.optim.SGD
        assert group["lr"] == 0.001
    assert (group["momentum"], group["weight_decay"]) == (0, 0)
    assert config_of(name).epochs == 200
    assert preprocessing_of(name).size == (224, 224)


@pytest.mark.parametrize("name", CHECKPOINTS)
def test_checkpoints_look_ahead_around_rmsprop(name: str) -> None:
    recipe = RECIPES[name]
    assert (recipe.architecture, recipe.init) == ("efficientnet_b0", "imagenet")
    optimizer = build(config_of(name))
    assert type(optimizer).__name__ == "Lookahead"
    assert type(optimizer._base_optimizer) is torch.optim.RMSprop
    (group,) = optimizer.param_groups
    assert (group["lr"], group["lookahead_k"], group["lookahead_alpha"]) == (0.001, 5, 0.5)
    tuned = (0.9, 0.9, 1e-5) if name == "checkpoint-5" else (0.99, 0, 0)
    assert (group["alpha"], group["momentum"], group["weight_decay"]) == tuned
    assert config_of(name).epochs == 100
    assert preprocessing_of(name).size == (299, 299)


@pytest.mark.parametrize("name", [*FIRST, *CHECKPOINTS])
def test_crops_are_squashed_and_normalized_as_reported(name: str) -> None:
    geometry = preprocessing_of(name)
    crop = np.random.default_rng(0).integers(0, 256, (40, 1150, 3)).astype(np.uint8)
    canvas = fit(crop, geometry)
    assert canvas.shape == (*geometry.size, 3)
    assert canvas.std(axis=(1, 2)).min() > 10  # no row is padding
    white = normalize(np.full((1, 2, 2, 3), 255, np.uint8), geometry)[0, :, 0, 0]
    plain = name in FIRST or name == "checkpoint-1"
    expected = [1, 1, 1] if plain else [0.515 / 0.229, 0.544 / 0.224, 0.594 / 0.225]
    assert white.tolist() == pytest.approx(expected)


@pytest.mark.parametrize("name", [*FIRST, *CHECKPOINTS])
def test_the_loop_is_the_plain_one(name: str, tiny_crops: Path) -> None:
    config, method = config_of(name), method_of(name)
    images = read_images(tiny_crops)
    dataset = CropDataset(images, images.labels, Preprocessing())
    assert batches(dataset, batch_size=config.batch_size, shuffle=True).batch_size == 32
    network = nn.Linear(3, 2)
    state = new_state(network, config, images=412)
    before = state.schedule.get_last_lr()
    for _ in range(40):
        state.optimizer.step()
        state.schedule.step()
    assert state.schedule.get_last_lr() == before == [config.learning_rate]
    with torch.no_grad():
        network.weight.add_(1.0)
    state.average.update_parameters(network)
    torch.testing.assert_close(state.average.module.weight, network.weight)
    assert not method.fit_classifier_first
    assert method.largest_gradient is None
    assert config.images_per_epoch is None
    assert config.statistics == "trained"


def test_augmentation_and_loss_of_each_checkpoint(tiny_crops: Path) -> None:
    for name in ("checkpoint-1", "checkpoint-3", "checkpoint-4"):
        transform = pipeline(method_of(name).transforms)
        assert type(transform) is v2.AutoAugment
        assert transform.policy is v2.AutoAugmentPolicy.IMAGENET
    for name in ("checkpoint-2", *FIRST):
        augmentation = method_of(name).augmentation(config_of(name).augment)
        assert augmentation is AUGMENTATIONS["none"]
    weighed = [name for name in RECIPES if config_of_last(name).class_weights]
    assert weighed == ["checkpoint-4"]
    images = read_images(tiny_crops)
    dataset = CropDataset(images, images.labels, Preprocessing())
    assert class_weights(dataset).tolist() == [36 / (3 * 12)] * 3


def config_of_last(name: str) -> TrainConfig:
    return RECIPES[name].stages[-1].config


def test_the_fifth_checkpoints_transforms() -> None:
    blur, across, down, affine, perspective, jitter, sharpness = pipeline(
        method_of("checkpoint-5").transforms
    ).transforms
    assert (type(blur), tuple(blur.kernel_size)) == (v2.GaussianBlur, (3, 3))
    assert tuple(blur.sigma) == (0.1, 2.0)
    assert (type(across), across.p) == (v2.RandomHorizontalFlip, 0.5)
    assert (type(down), down.p) == (v2.RandomVerticalFlip, 0.5)
    assert (affine.translate, affine.scale) == ((0.1, 0.1), (0.9, 1.1))
    assert (list(affine.degrees), list(affine.shear)) == ([-15, 15], [-15, 15])
    assert (type(perspective), perspective.distortion_scale) == (v2.RandomPerspective, 0.5)
    assert perspective.p == 0.5
    assert (tuple(jitter.brightness), tuple(jitter.contrast)) == ((0.9, 1.1), (0.5, 1.5))
    assert (tuple(jitter.saturation), tuple(jitter.hue)) == ((0.5, 1.5), (-0.05, 0.05))
    assert (type(sharpness), sharpness.sharpness_factor) == (v2.RandomAdjustSharpness, 1.5)
    assert sharpness.p == 0.5


def test_lookahead_goes_half_the_way_every_fifth_step() -> None:
    """Zhang et al. 2019: after k fast steps, slow += α (fast - slow), and fast = slow."""
    torch.manual_seed(0)
    method = PublishedMethod(optimizer="lookahead-rmsprop")
    networks = [nn.Linear(4, 1, bias=False) for _ in range(2)]
    networks[1].load_state_dict(networks[0].state_dict())
    ours, schedule = method.optimizer_and_schedule(
        networks[0], learning_rate=0.01, weight_decay=0.0, steps=20
    )
    inner = torch.optim.RMSprop(networks[1].parameters(), lr=0.01)
    assert schedule.get_last_lr() == [0.01]
    slow = None
    for step in range(1, 21):
        for network, optimizer in zip(networks, (ours, inner), strict=True):
            optimizer.zero_grad()
            network(torch.tensor([1.0, -2.0, 3.0, step])).square().sum().backward()
            optimizer.step()
        if step % 5 == 0:
            fast = networks[1].weight.detach()
            slow = fast.clone() if slow is None else slow + 0.5 * (fast - slow)
            with torch.no_grad():
                networks[1].weight.copy_(slow)
        torch.testing.assert_close(networks[0].weight, networks[1].weight)
