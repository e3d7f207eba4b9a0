"""Boxes of controls in a whole screenshot, and the pixels in them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from checkboxnet.errors import ImageError
from checkboxnet.picture.read import RgbImage

Box = tuple[float, float, float, float]
"""Left, top, width and height."""

BoxesInput = Iterable[Sequence[float]] | NDArray[Any]
"""Any number of boxes, or an array of shape (N, 4)."""

PADDING = 4.0
"""Default margin around a box, in pixels: the widest in harvested crops of a control alone."""

SMALLEST_SIDE = 8
"""Width and height in pixels from which on a part of a screenshot may show a control."""

_OUTSIDE = 1.0
"""Pixels by which a box may extend beyond the picture, since browsers round."""


def pixels_of(image: RgbImage, box: Box) -> RgbImage:
    """Returns the part of an image that lies in a box, as a view; it may be empty.

    Args:
        image: uint8 array of shape (H, W, 3).
        box: In its pixels; may extend beyond it.
    """
    left, top, width, height = box
    x0, y0 = max(round(left), 0), max(round(top), 0)
    x1, y1 = max(round(left + width), x0), max(round(top + height), y0)
    return image[y0:y1, x0:x1]


def overlaps(box: Box, others: Iterable[Box]) -> bool:
    """Returns whether a box overlaps any other one by more than a pixel."""
    left, top, width, height = box
    return any(
        left + 1 < x + w and x + 1 < left + width and top + 1 < y + h and y + 1 < top + height
        for x, y, w, h in others
    )


def box_of(corners: NDArray[Any]) -> Box:
    """Returns the box of left, top, right and bottom, shape (4,)."""
    left, top, right, bottom = (float(side) for side in corners)
    return left, top, right - left, bottom - top


def areas_of(corners: NDArray[Any]) -> NDArray[Any]:
    """Returns the area of each box, 0 where right or bottom come before left or top.

    Args:
        corners: Left, top, right and bottom in the last axis.
    """
    sides = np.maximum(corners[..., 2:] - corners[..., :2], 0)
    areas: NDArray[Any] = np.prod(sides, axis=-1)
    return areas


def shared_corners(some: NDArray[Any], others: NDArray[Any]) -> NDArray[Any]:
    """Returns the part that lies in both boxes of a pair, left, top, right and bottom.

    Args:
        some: Left, top, right and bottom in the last axis.
        others: The same; the other axes are broadcast.
    """
    near = np.maximum(some[..., :2], others[..., :2])
    far = np.minimum(some[..., 2:], others[..., 2:])
    return np.concatenate([near, far], axis=-1)


def grow(box: Box, by: float) -> Box:
    """Returns the box with `by` added on each side, in the box's unit."""
    left, top, width, height = box
    return left - by, top - by, width + 2 * by, height + 2 * by


def cut(shot: RgbImage, box: Box, scale: float) -> RgbImage | None:
    """Returns the part of a screenshot in a box, or None if it is smaller than `SMALLEST_SIDE`.

    Args:
        shot: The viewport, uint8 of shape (height x scale, width x scale, 3).
        box: In CSS pixels.
        scale: Device pixels per CSS pixel.
    """
    left, top, width, height = box
    crop = pixels_of(shot, (left * scale, top * scale, width * scale, height * scale))
    return None if min(crop.shape[:2]) < SMALLEST_SIDE else crop


def crop_boxes(image: RgbImage, boxes: BoxesInput, *, padding: float = PADDING) -> list[RgbImage]:
    """Returns one crop per box, in the order given.

    Args:
        image: uint8 array of shape (H, W, 3).
        boxes: In its pixels.
        padding: Pixels added to each side, as far as the picture goes.

    Raises:
        ImageError: A box isn't four finite numbers, is empty, or extends beyond the picture; the
            message gives its position.
    """
    crops = []
    for position, given in enumerate(boxes):
        box = _checked(given, position, image.shape[1], image.shape[0])
        crop = pixels_of(image, grow(box, padding))
        if crop.size == 0:
            raise ImageError(f"box {position}: {box} holds no whole pixel")
        crops.append(crop)
    return crops


def _checked(given: object, position: int, picture_width: int, picture_height: int) -> Box:
    try:
        left, top, width, height = box = tuple(float(value) for value in given)  # type: ignore[attr-defined]
    except (TypeError, ValueError) as error:
        raise ImageError(
            f"box {position}: expected (left, top, width, height), got {given!r}"
        ) from error
    if not all(map(math.isfinite, box)):
        raise ImageError(f"box {position}: {box} holds NaN or infinity")
    if width <= 0 or height <= 0:
        raise ImageError(f"box {position}: {box} has a width or height of 0 or less")
    if (
        min(left, top) < -_OUTSIDE
        or left + width > picture_width + _OUTSIDE
        or top + height > picture_height + _OUTSIDE
    ):
        raise ImageError(
            f"box {position}: {box} reaches out of the picture of {picture_width} x "
            f"{picture_height} pixels. Boxes are (left, top, width, height) in its pixels: those "
            "of a page at another scale are to be multiplied by it, those of a scrolled page to be "
            "measured from the corner of the screenshot"
        )
    return left, top, width, height
