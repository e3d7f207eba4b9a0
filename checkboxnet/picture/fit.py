"""From a picture to model input: geometry and normalization.

Crops of controls are anything from square to 30 times as wide as high. Squashing a long crop
into the model's canvas destroys its box, letterboxing leaves it a few pixels high. So bands of
plain background are narrowed first: a row of a list is mostly empty, and the width of margins
means nothing. Then the crop is stretched by at most `max_stretch` against the canvas's aspect
ratio, and padded in the colour of its own border where that doesn't fill the canvas. Nothing that
is drawn is ever cut off.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops

from checkboxnet.picture.decode import PLAIN, RgbImage

_DRAWN = [int(difference > PLAIN) for difference in range(256)] * 3
"""Lookup table from a difference of red, green or blue to whether something is drawn."""
WIDEST_BLANK = 0.8
"""Width to which vertical bands of background are narrowed, as a share of the drawn height."""
HIGHEST_BLANK = 0.3
"""Height to which horizontal bands of background are narrowed, as a share of the drawn height."""
SMALLEST_BLANK = 4
"""Width or height in pixels up to which bands are never narrowed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preprocessing:
    """How a picture becomes model input."""

    size: tuple[int, int] = (160, 160)
    """Height and width of the model's input, in pixels."""
    max_stretch: float = 3.0
    """Largest ratio of a crop's two scale factors, beyond which it is padded."""
    narrow_blanks: bool = True
    """Whether wide bands of plain background are narrowed first."""
    mean: tuple[float, float, float] = (0.5, 0.5, 0.5)
    """Subtracted from each RGB channel, after scaling to 0–1."""
    std: tuple[float, float, float] = (0.5, 0.5, 0.5)
    """Divides each RGB channel."""


def fit(image: RgbImage, geometry: Preprocessing) -> RgbImage:
    """Stretches and pads a picture into the canvas that the model sees.

    Args:
        image: uint8 array of shape (H, W, 3).
        geometry: Gives `size`, `max_stretch` and `narrow_blanks`.

    Returns:
        uint8 array of shape (height, width, 3).
    """
    if geometry.narrow_blanks:
        image = narrow_blanks(image)
    height, width = geometry.size
    inner_height, inner_width = fitted_size(image.shape[:2], geometry)
    # Across first, then down: in which order Pillow does both at once depends on its version, and
    # so would the rounding between the two.
    across = Image.fromarray(image).resize((inner_width, image.shape[0]), Image.Resampling.BILINEAR)
    resized = np.asarray(across.resize((inner_width, inner_height), Image.Resampling.BILINEAR))
    if inner_height == height and inner_width == width:
        return resized
    canvas = np.empty((height, width, 3), np.uint8)
    canvas[:] = border_colour(image)
    top, left = (height - inner_height) // 2, (width - inner_width) // 2
    canvas[top : top + inner_height, left : left + inner_width] = resized
    return canvas


def fitted_size(size: tuple[int, int], geometry: Preprocessing) -> tuple[int, int]:
    """Returns height and width to which a picture of a height and width is resized."""
    height, width = geometry.size
    # How many times as wide as the canvas's the picture's aspect ratio is.
    excess = (size[1] / width) / (size[0] / height)
    inner_height = max(1, min(height, round(height * geometry.max_stretch / excess)))
    inner_width = max(1, min(width, round(width * geometry.max_stretch * excess)))
    return inner_height, inner_width


def narrow_blanks(image: RgbImage) -> RgbImage:
    """Returns the picture, uint8 of shape (H, W, 3), with wide bands of background narrowed."""
    rows, columns = kept_lines(image)
    if rows.all() and columns.all():
        return image
    return image.compress(rows, axis=0).compress(columns, axis=1)


def kept_lines(image: RgbImage) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Returns which rows, shape (H,), and which columns, shape (W,), `narrow_blanks` keeps."""
    picture = Image.fromarray(image)
    background = Image.new("RGB", picture.size, tuple(border_colour(image).tolist()))
    # Pillow's passes over bytes take a fifth of the time that numpy's comparisons take.
    drawn = ImageChops.difference(picture, background).point(_DRAWN)
    drawn_columns, drawn_rows = (np.array(axis, bool) for axis in drawn.getprojection())
    content = np.flatnonzero(drawn_rows)
    if len(content) == 0:
        return np.ones(image.shape[0], bool), np.ones(image.shape[1], bool)
    unit = int(content[-1] - content[0]) + 1
    rows = _narrowed(~drawn_rows, round(HIGHEST_BLANK * unit))
    columns = _narrowed(~drawn_columns, round(WIDEST_BLANK * unit))
    return rows, columns


def _narrowed(blank: NDArray[np.bool_], limit: int) -> NDArray[np.bool_]:
    """Returns which lines are kept: of each run of blank ones `limit` at most, at its ends."""
    limit = max(SMALLEST_BLANK, limit)
    kept = np.ones(len(blank), bool)
    edges = np.flatnonzero(np.diff(blank, prepend=False, append=False))
    for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        if end - start > limit:
            kept[start + (limit + 1) // 2 : end - limit // 2] = False
    return kept


def is_blank(canvas: RgbImage) -> bool:
    """Returns whether a canvas shows plain background only.

    A canvas, not the picture: what is too faint or fine to be left on it is lost to the model.
    """
    pixels = canvas.reshape(-1, 3)
    return bool((pixels.max(axis=0) - pixels.min(axis=0)).max() <= PLAIN)


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
    batch: NDArray[np.float32] = canvases.transpose(0, 3, 1, 2).astype(np.float32, order="C")
    batch /= np.float32(255)
    batch -= np.asarray(geometry.mean, np.float32).reshape(3, 1, 1)
    batch /= np.asarray(geometry.std, np.float32).reshape(3, 1, 1)
    return batch
