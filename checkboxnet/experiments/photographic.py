"""Training transforms made for photographs, as torchvision has them.

They turn, mirror and shear, which a control on a screen never is; the documented experiments used
them.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
from PIL import Image

from checkboxnet.dataset.augment import AUGMENTATIONS, Augmentation
from checkboxnet.picture.read import RgbImage

_LARGEST_SEED = 2**63 - 1


def photographic(name: str) -> Augmentation:
    """Returns the transforms of `pipeline`, applied to the picture in the model's size."""
    after = partial(_transformed, transform=pipeline(name))
    return replace(AUGMENTATIONS["none"], after=after, draws_from_torch=True)


def pipeline(name: str) -> Any:
    """Returns a torchvision transform, which takes and gives PIL images.

    Args:
        name: `autoaugment`, AutoAugment with the policy learnt on ImageNet (Cubuk et al. 2019), or
            `photographic`, the list of the documented experiment `checkpoint-5`.
    """
    from torchvision.transforms import v2

    if name == "autoaugment":
        return v2.AutoAugment(v2.AutoAugmentPolicy.IMAGENET)
    return v2.Compose(
        [
            v2.GaussianBlur(kernel_size=3, sigma=(0.1, 2.0)),
            v2.RandomHorizontalFlip(0.5),
            v2.RandomVerticalFlip(0.5),
            v2.RandomAffine(15, translate=(0.1, 0.1), scale=(0.9, 1.1), shear=(-15, 15)),
            v2.RandomPerspective(0.5, p=0.5),
            v2.ColorJitter(
                brightness=(0.9, 1.1), contrast=(0.5, 1.5), saturation=(0.5, 1.5), hue=0.05
            ),
            v2.RandomAdjustSharpness(1.5, p=0.5),
        ]
    )


def _transformed(image: RgbImage, random: np.random.Generator, *, transform: Any) -> RgbImage:
    """Applies a transform, which draws from torch's global random numbers; restores these."""
    import torch

    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(int(random.integers(_LARGEST_SEED)))
        return np.asarray(transform(Image.fromarray(image)))
