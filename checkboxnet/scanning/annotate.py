"""Drawing what was found into a screenshot."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from checkboxnet.labels import Label
from checkboxnet.picture.boxes import Box
from checkboxnet.picture.read import RgbImage
from checkboxnet.scanning.found import Found

# Told apart in all common kinds of colour blindness (Okabe and Ito 2008).
_COLOURS = {Label.CHECKED: "#0072B2", Label.UNCHECKED: "#B35C00"}
_OTHER = "#6A3D6E"
_SMALLEST_TEXT, _SIDE_BY_TEXT = 12, 90
"""Height of words in pixels, or the screenshot's longer side divided by that, if it is more."""


def annotate(image: RgbImage, found: Sequence[Found]) -> RgbImage:
    """Returns the screenshot with a frame and a word at each control.

    Blue is *checked*, orange is *unchecked*, and a broken frame with a question mark is not
    certain.

    Args:
        image: uint8 array of shape (H, W, 3).
        found: Of this screenshot.
    """
    picture = Image.fromarray(image)
    draw = ImageDraw.Draw(picture)
    for each in found:
        state, certain = each.prediction.label, each.prediction.certain
        colour = _COLOURS.get(Label(state), _OTHER) if state in set(Label) else _OTHER
        draw_frame(draw, each.box, state if certain else f"{state}?", colour, broken=not certain)
    return np.asarray(picture)


def draw_frame(
    draw: ImageDraw.ImageDraw, box: Box, text: str, colour: str, *, broken: bool = False
) -> None:
    """Draws a frame around a box, and a word beside it.

    Args:
        draw: Of the picture.
        box: In its pixels.
        text: Shown left of the frame, or right of it where there is no room.
        colour: Of the frame, and behind the word.
        broken: Whether the frame is a broken line.
    """
    text_size = max(_SMALLEST_TEXT, max(draw.im.size) // _SIDE_BY_TEXT)
    width = text_size // 6
    margin = 2 * width - 1
    left, top = box[0] - margin, box[1] - margin
    right, bottom = box[0] + box[2] + margin, box[1] + box[3] + margin
    draw.rectangle((left - 1, top - 1, right + 1, bottom + 1), outline="white", width=width + 2)
    if broken:
        for start, end in (
            ((left, top), (right, top)),
            ((right, top), (right, bottom)),
            ((right, bottom), (left, bottom)),
            ((left, bottom), (left, top)),
        ):
            _dashes(draw, start, end, colour, width)
    else:
        draw.rectangle((left, top, right, bottom), outline=colour, width=width)
    font = ImageFont.load_default(text_size)
    # Beside the frame: above and below there is often the next control.
    long = font.getlength(text)
    place = (left - 4 - long if left > long + 4 else right + 4, top)
    draw.rectangle(draw.textbbox(place, text, font=font, anchor="la"), fill=colour, width=0)
    draw.text(place, text, fill="white", font=font, anchor="la")


def _dashes(
    draw: ImageDraw.ImageDraw,
    start: tuple[float, float],
    end: tuple[float, float],
    colour: str,
    width: int,
) -> None:
    steps = max(2, round(np.hypot(end[0] - start[0], end[1] - start[1]) / (2 * width)))
    points = np.linspace(start, end, steps)
    for first, second in zip(points[::2], points[1::2], strict=False):
        draw.line((*first.tolist(), *second.tolist()), fill=colour, width=width)
