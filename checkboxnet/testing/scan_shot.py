"""Controls on a driver's screenshot, with boxes in the units that the driver clicks in."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

from checkboxnet.testing.settings import current_model

if TYPE_CHECKING:
    from checkboxnet.picture.boxes import Box
    from checkboxnet.scanning.found import Found


def scan_shot(shot: bytes, width: float | None, min_score: float | None) -> list[Found]:
    """Returns the controls on a screenshot, by the model of all assertions.

    Args:
        shot: PNG of a window or a screen.
        width: Its width in the driver's units; None leaves boxes in pixels of the screenshot.
        min_score: As for `Model.scan`.
    """
    from PIL import Image

    found = current_model().scan(shot, min_score=min_score)
    if width is None:
        return found
    with Image.open(io.BytesIO(shot)) as image:
        scale = width / image.width
    return [replace(each, box=_scaled(each.box, scale)) for each in found]


def _scaled(box: Box, scale: float) -> Box:
    left, top, width, height = box
    return left * scale, top * scale, width * scale, height * scale
