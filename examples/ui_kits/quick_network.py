"""The network of measurements: the default's, from ImageNet's weights, at a third of its pixels."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from checkboxnet import TrainConfig
from checkboxnet.training.config import Kept, Method

_FETCH = Path(__file__).parents[2] / "scripts" / "imagenet_backbone.py"


def quick_base(folder: Path) -> Path:
    """Returns the folder of ImageNet's weights, which are fetched first if they aren't there."""
    if not (folder / "config.json").is_file():
        subprocess.run([sys.executable, _FETCH, folder], check=True)
    return folder


def quick_config(*, epochs: int, images: int, seed: int = 101, keep: Kept = "best") -> TrainConfig:
    """Returns how it is trained.

    Args:
        epochs: Passes over `images` draws.
        images: Drawn for each epoch.
        seed: Of order, augmentation and dropout.
        keep: Which epoch's weights are kept.
    """
    return TrainConfig(
        epochs=epochs,
        images_per_epoch=images,
        batch_size=64,
        learning_rate=1e-3,
        size=(64, 112),
        statistics="trained",
        precision="bfloat16",
        base_share=0.0,
        seed=seed,
        method=Method(fit_classifier_first=False, keep=keep),
    )
