"""How the documented experiments trained, where that differs from what `fine_tune` does.

Their transforms are made for photographs: they turn, mirror and shear, which a control on a screen
never is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from PIL import Image

from checkboxnet.dataset.augment import AUGMENTATIONS, Augmentation
from checkboxnet.picture.read import RgbImage
from checkboxnet.training.config import Kept, Method

if TYPE_CHECKING:
    from torch import nn
    from torch.optim import Optimizer
    from torch.optim.lr_scheduler import LRScheduler

LOOKAHEAD_STEPS, LOOKAHEAD_RATE = 5, 0.5
"""k and α of Zhang et al. 2019, "Lookahead Optimizer: k steps forward, 1 step back"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedMethod(Method):
    """A constant learning rate, and torch's defaults for all that the report leaves open."""

    fit_classifier_first: bool = False
    largest_gradient: float | None = None
    average: bool = False
    keep: Kept = "best-uncalibrated"
    optimizer: Literal["sgd", "rmsprop", "lookahead-rmsprop"]
    momentum: float = 0.0
    smoothing: float = 0.99
    """RMSprop's decay of the squared gradients (torch's `alpha`)."""
    transforms: Literal["none", "autoaugment", "photographic"] = "none"
    """Augmentation; see `pipeline`."""

    def augmentation(self, name: str) -> Augmentation:
        """Returns `transforms`, or those of that name if there are none."""
        if self.transforms == "none":
            return Method.augmentation(self, name)
        return photographic(self.transforms)

    def optimizer_and_schedule(
        self, network: nn.Module, *, learning_rate: float, weight_decay: float, steps: int
    ) -> tuple[Optimizer, LRScheduler]:
        """Returns the optimizer over all parameters, and a schedule that changes nothing."""
        from timm.optim.lookahead import Lookahead
        from torch.optim import SGD, RMSprop
        from torch.optim.lr_scheduler import ConstantLR

        options: dict[str, Any] = {
            "lr": learning_rate,
            "momentum": self.momentum,
            "weight_decay": weight_decay,
        }
        optimizer: Optimizer
        if self.optimizer == "sgd":
            optimizer = SGD(network.parameters(), **options)
        else:
            optimizer = RMSprop(network.parameters(), alpha=self.smoothing, **options)
        if self.optimizer == "lookahead-rmsprop":
            # timm's slow weights begin with the first k steps instead of the initial weights,
            # which is one step back less than in the paper.
            optimizer = Lookahead(optimizer, alpha=LOOKAHEAD_RATE, k=LOOKAHEAD_STEPS)  # type: ignore[no-untyped-call]
        return optimizer, ConstantLR(optimizer, factor=1.0)


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
        torch.manual_seed(int(random.integers(2**63 - 1)))
        return np.asarray(transform(Image.fromarray(image)))
