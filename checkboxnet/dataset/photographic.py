"""Training transforms made for photographs, as torchvision has them, by name.

They turn, mirror and shear, which a control on a screen never is; the documented experiments used
them.
"""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np
from PIL import Image

from checkboxnet.errors import require_choice
from checkboxnet.picture.read import RgbImage

PIPELINES = ("autoaugment", "photographic")
"""`autoaugment` is AutoAugment with the policy learnt on ImageNet (Cubuk et al. 2019);
`photographic` the list of the documented experiment `checkpoint-5`."""

_LARGEST_SEED = 2**63 - 1


def photographic(image: RgbImage, random: np.random.Generator, *, name: str) -> RgbImage:
    """Returns the picture after one of `PIPELINES`, of the same size.

    torchvision draws from torch's global random numbers: they are set from `random`, and put
    back as they were.

    Args:
        image: uint8 array of shape (H, W, 3).
        random: What all chance comes from.
        name: Of the pipeline.
    """
    import torch

    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(int(random.integers(_LARGEST_SEED)))
        return np.asarray(pipeline(name)(Image.fromarray(image)))


@cache
def pipeline(name: str) -> Any:
    """Returns the torchvision transform of that name; it takes and gives PIL images.

    Raises:
        ConfigError: There is none of that name.
    """
    require_choice("name", name, PIPELINES)
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
