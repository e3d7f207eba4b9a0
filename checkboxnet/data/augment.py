"""Training-time transforms, by name. Each keeps what a person would call the control's state.

No mirroring: a mirrored switch changes its state. No crops that could cut the control away.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import torch

    ImageTransform = Callable[[torch.Tensor], torch.Tensor]


@dataclass(frozen=True, slots=True, kw_only=True)
class Augmentation:
    """Transforms of uint8 tensors of shape (3, H, W)."""

    before: ImageTransform
    """Sees the crop at its own size, before it is fitted into the square."""
    after: ImageTransform
    """Sees the fitted square."""


def _identity(image: torch.Tensor) -> torch.Tensor:
    return image


def _none() -> Augmentation:
    return Augmentation(before=_identity, after=_identity)


def _ui() -> Augmentation:
    from torchvision.transforms import v2

    def sometimes(probability: float, transform: Any) -> Any:
        return v2.RandomApply([transform], p=probability)

    return Augmentation(
        # Crops are cut by people and tools with different margins, on screens of different
        # densities. At most a twelfth of the shorter side goes: no control is cut away.
        before=v2.Compose([_jitter_edges, sometimes(0.5, _lower_density)]),
        after=v2.Compose(
            [
                # Any accent colour, and any brightness of theme.
                v2.ColorJitter(brightness=0.25, contrast=0.25, saturation=0.4, hue=0.5),
                v2.RandomGrayscale(p=0.05),
                # A light theme's crop becomes a plausible dark theme's, and the reverse.
                v2.RandomInvert(p=0.15),
                sometimes(0.15, v2.GaussianBlur(kernel_size=3, sigma=(0.2, 1.2))),
                sometimes(0.2, v2.JPEG(quality=(40, 95))),
            ]
        ),
    )


def _jitter_edges(image: torch.Tensor) -> torch.Tensor:
    """Moves each edge in or out by up to a twelfth of the shorter side; pads by repeating it."""
    import torch
    from torch.nn.functional import pad

    limit = min(image.shape[-2:]) // 12
    if limit == 0:
        return image
    left, right, top, bottom = (
        int(value) for value in torch.randint(-limit, limit + 1, (4,)).tolist()
    )
    moved = pad(image[None].float(), (left, right, top, bottom), mode="replicate")
    return moved[0].to(torch.uint8)


def _lower_density(image: torch.Tensor) -> torch.Tensor:
    """Shrinks the crop to between half and all of its size, as a coarser screen shows it."""
    import torch
    from torchvision.transforms.v2 import functional

    factor = 0.5 + 0.5 * float(torch.rand(()))
    height, width = (max(8, round(side * factor)) for side in image.shape[-2:])
    resized: torch.Tensor = functional.resize(image, [height, width], antialias=True)
    return resized


AUGMENTATIONS: dict[str, Callable[[], Augmentation]] = {"none": _none, "ui": _ui}
"""Builders by name; they import torchvision only when called."""
