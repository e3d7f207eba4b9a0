"""The network of measurements: small, trained from random values, three times as fast as Lite0."""

from __future__ import annotations

from checkboxnet import TrainConfig
from checkboxnet.experiments.initial import random_base
from checkboxnet.training.base import Base
from checkboxnet.training.config import Kept, Method


def quick_base(seed: int) -> Base:
    """Returns it untrained, the same for a seed."""
    return random_base("mobilenetv4_conv_small", seed=seed)


def quick_config(*, epochs: int, images: int, seed: int = 101, keep: Kept = "best") -> TrainConfig:
    """Returns how it is trained.

    Args:
        epochs: Passes over `images` draws.
        images: Drawn for each epoch.
        seed: Of order, augmentation and initial values.
        keep: Which epoch's weights are kept.
    """
    return TrainConfig(
        epochs=epochs,
        images_per_epoch=images,
        batch_size=64,
        learning_rate=3e-3,
        size=(64, 112),
        statistics="trained",
        base_share=0.0,
        seed=seed,
        method=Method(fit_classifier_first=False, keep=keep),
    )
