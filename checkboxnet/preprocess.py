"""A picture as model input: the one place where geometry, mean and std live.

Crops of controls are anything from square to 30 times as wide as high. Squashing a long crop
into a square destroys its box, letterboxing leaves it a few pixels high. So a crop is first
padded, in the colour of its own border, to an aspect ratio of at most `max_aspect`, and then
squashed into a square. Nothing is ever cut off.
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

    size: int = 160
    """Side of the square input, in pixels."""
    max_aspect: float = 3.0
    """Longer side over shorter side, beyond which a crop is padded before it is squashed."""
    mean: tuple[float, float, float] = (0.5, 0.5, 0.5)
    """Subtracted from each RGB channel, after scaling to 0–1."""
    std: tuple[float, float, float] = (0.5, 0.5, 0.5)
    """Divides each RGB channel."""


def fit(image: RgbImage, geometry: Preprocessing) -> RgbImage:
    """Pads and squashes a picture into the square that the model sees.

    Args:
        image: uint8 array of shape (H, W, 3).
        geometry: Gives `size` and `max_aspect`.

    Returns:
        uint8 array of shape (size, size, 3).
    """
    size, height, width = geometry.size, image.shape[0], image.shape[1]
    inner_height = max(1, min(size, round(size * geometry.max_aspect * height / width)))
    inner_width = max(1, min(size, round(size * geometry.max_aspect * width / height)))
    resized = np.asarray(
        Image.fromarray(image).resize((inner_width, inner_height), Image.Resampling.BILINEAR)
    )
    if inner_height == size and inner_width == size:
        return resized
    canvas = np.empty((size, size, 3), np.uint8)
    canvas[:] = border_colour(image)
    top, left = (size - inner_height) // 2, (size - inner_width) // 2
    canvas[top : top + inner_height, left : left + inner_width] = resized
    return canvas


def border_colour(image: RgbImage) -> NDArray[np.uint8]:
    """Returns the median colour of a picture's outermost pixels, shape (3,)."""
    border = np.concatenate([image[0], image[-1], image[:, 0], image[:, -1]])
    median: NDArray[np.uint8] = np.median(border, axis=0).astype(np.uint8)
    return median


def normalize(squares: NDArray[np.uint8], geometry: Preprocessing) -> NDArray[np.float32]:
    """Scales, normalizes and reorders a batch.

    Args:
        squares: uint8 array of shape (N, size, size, 3), as `fit` gives them.
        geometry: Gives `mean` and `std`.

    Returns:
        float32 array of shape (N, 3, size, size).
    """
    mean = np.asarray(geometry.mean, np.float32)
    std = np.asarray(geometry.std, np.float32)
    scaled = (squares.astype(np.float32) / np.float32(255) - mean) / std
    return np.ascontiguousarray(scaled.transpose(0, 3, 1, 2))
