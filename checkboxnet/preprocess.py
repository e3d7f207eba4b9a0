"""A picture as model input: the one place where geometry, mean and std live.

Crops of controls are anything from square to 30 times as wide as high. Squashing a long crop
into the model's canvas destroys its box, letterboxing leaves it a few pixels high. So a crop is
stretched by at most `max_stretch` against the canvas's aspect ratio, and padded, in the colour of
its own border, where that doesn't fill it. Nothing is ever cut off.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from checkboxnet.images import RgbImage


@dataclass(frozen=True, slots=True, kw_only=True)
class Preprocessing:
    """How a picture becomes model input."""

    size: tuple[int, int] = (160, 160)
    """Height and width of the model's input, in pixels."""
    max_stretch: float = 3.0
    """How many times as much a crop may be enlarged along one side as along the other, beyond
    which it is padded."""
    mean: tuple[float, float, float] = (0.5, 0.5, 0.5)
    """Subtracted from each RGB channel, after scaling to 0–1."""
    std: tuple[float, float, float] = (0.5, 0.5, 0.5)
    """Divides each RGB channel."""


def fit(image: RgbImage, geometry: Preprocessing) -> RgbImage:
    """Stretches and pads a picture into the canvas that the model sees.

    Args:
        image: uint8 array of shape (H, W, 3).
        geometry: Gives `size` and `max_stretch`.

    Returns:
        uint8 array of shape (height, width, 3).
    """
    height, width = geometry.size
    # How much wider the picture is than the canvas.
    excess = (image.shape[1] / width) / (image.shape[0] / height)
    inner_height = max(1, min(height, round(height * geometry.max_stretch / excess)))
    inner_width = max(1, min(width, round(width * geometry.max_stretch * excess)))
    resized = np.asarray(
        Image.fromarray(image).resize((inner_width, inner_height), Image.Resampling.BILINEAR)
    )
    if inner_height == height and inner_width == width:
        return resized
    canvas = np.empty((height, width, 3), np.uint8)
    canvas[:] = border_colour(image)
    top, left = (height - inner_height) // 2, (width - inner_width) // 2
    canvas[top : top + inner_height, left : left + inner_width] = resized
    return canvas


def border_colour(image: RgbImage) -> NDArray[np.uint8]:
    """Returns the median colour of a picture's outermost pixels, shape (3,)."""
    border = np.concatenate([image[0], image[-1], image[:, 0], image[:, -1]])
    median: NDArray[np.uint8] = np.median(border, axis=0).astype(np.uint8)
    return median


def normalize(canvases: NDArray[np.uint8], geometry: Preprocessing) -> NDArray[np.float32]:
    """Scales, normalizes and reorders a batch.

    Args:
        canvases: uint8 array of shape (N, height, width, 3), as `fit` gives them.
        geometry: Gives `mean` and `std`.

    Returns:
        float32 array of shape (N, 3, height, width).
    """
    mean = np.asarray(geometry.mean, np.float32)
    std = np.asarray(geometry.std, np.float32)
    scaled = (canvases.astype(np.float32) / np.float32(255) - mean) / std
    return np.ascontiguousarray(scaled.transpose(0, 3, 1, 2))
