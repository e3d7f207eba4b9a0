"""From a screenshot and the boxes of a control to crops of it."""

from __future__ import annotations

import io
from collections.abc import Sequence

import numpy as np
from PIL import Image

from checkboxnet.browser.controls import Observation
from checkboxnet.harvesting.config import Framing
from checkboxnet.picture.boxes import PADDING, Box, grow, overlaps
from checkboxnet.picture.read import RgbImage

_FLAT_STD = 1.5  # of 255: what dithering and a faint gradient reach
_PADDING: dict[Framing, tuple[float, float]] = {
    Framing.CONTROL: (0, PADDING),
    Framing.LABEL: (0, 6),
    Framing.LOOSE: (PADDING, 24),
    Framing.TIGHT: (-3, 1),
    Framing.ROW: (0, 8),
}
"""Least and most CSS pixels added to each side."""


def frame(
    observed: Observation, framing: Framing, viewport: tuple[int, int], random: np.random.Generator
) -> Box | None:
    """Returns the box of a crop, or None if the framing has none here.

    Args:
        observed: Where the control is.
        framing: How much to show.
        viewport: Width and height in CSS pixels, which the crop can't leave.
        random: Decides how far each edge lies from the box.
    """
    box = _start(observed, framing)
    if box is None:
        return None
    left, top, width, height = box
    before_x, before_y, after_x, after_y = random.uniform(*_PADDING[framing], size=4)
    x0, y0 = max(left - before_x, 0), max(top - before_y, 0)
    x1 = min(left + width + after_x, viewport[0])
    y1 = min(top + height + after_y, viewport[1])
    if x1 - x0 < min(width, 6) * 0.8 or y1 - y0 < min(height, 6) * 0.8:
        return None
    return x0, y0, x1 - x0, y1 - y0


def is_empty(crop: RgbImage) -> bool:
    """Whether nothing is to be seen: all pixels have about the same colour."""
    return bool(crop.reshape(-1, 3).std(axis=0).max() < _FLAT_STD)


def random_regions(
    shot_size: tuple[int, int], avoid: Sequence[Box], count: int, random: np.random.Generator
) -> list[Box]:
    """Returns boxes anywhere in the viewport that touch no toggle, sized as crops of controls are.

    Args:
        shot_size: Width and height of the viewport in CSS pixels.
        avoid: Boxes of toggles.
        count: How many at most.
        random: Decides places and sizes.
    """
    found: list[Box] = []
    for _ in range(count * 8):
        width = float(np.exp(random.normal(np.log(130), 0.7)))
        height = float(np.exp(random.normal(np.log(44), 0.5)))
        width, height = np.clip(width, 20, shot_size[0] * 0.9), np.clip(height, 16, 240)
        x = float(random.uniform(0, shot_size[0] - width))
        y = float(random.uniform(0, max(shot_size[1] - height, 1)))
        box = (x, y, float(width), float(height))
        if not overlaps(grow(box, 16), avoid) and not overlaps(box, found):
            found.append(box)
        if len(found) == count:
            break
    return found


def encode_png(crop: RgbImage) -> bytes:
    """Returns the crop as a PNG file."""
    buffer = io.BytesIO()
    Image.fromarray(np.ascontiguousarray(crop)).save(buffer, "PNG")
    return buffer.getvalue()


def _start(observed: Observation, framing: Framing) -> Box | None:
    """Returns the box that a framing starts from, or None if it would repeat another one."""
    if framing is Framing.CONTROL:
        return observed.control
    if framing is Framing.ROW:
        return observed.row
    if framing is Framing.LABEL and observed.labelled == observed.control:
        return None
    return observed.labelled
