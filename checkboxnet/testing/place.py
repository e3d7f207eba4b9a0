"""Where an element is in the window, through all frames around it: what browser drivers share."""

from __future__ import annotations

from typing import NamedTuple

from checkboxnet.browser.devtools import script
from checkboxnet.picture.boxes import Box, grow

SCRIPT = script("drawing", "place")
"""JavaScript in front of what calls the functions of `js/place.js`. Their results are to be
asked for as text, of numbers: whatever a page has made of the language, that comes through."""
PLACE = f"element => {{ {SCRIPT}\nreturn placeOf(element).join(); }}"
"""A function, as Playwright takes them; `parse_place` reads its result."""
CONTENT = f"frame => {{ {SCRIPT}\nreturn placeOfContent(frame).join(); }}"
"""Likewise; for `leave_frame`."""
NOT_VISIBLE = "not visible: it is hidden, transparent or clipped away, or in a turned frame"


class Place(NamedTuple):
    """Where an element, or a part of it, is seen."""

    box: Box
    """In the outermost window that can be looked into from its own."""
    window_width: float
    """Width of that window."""
    foreign: int
    """How many of the frames around it, of other origins, can't be looked into."""
    path: list[int]
    """Position of each of the frames around it among its siblings, the outermost first."""


def parse_place(text: str, part: Box | None) -> Place | str:
    """Parses what `placeOf` in the page returns for an element.

    Args:
        text: Its numbers, or nothing.
        part: Part of the element, from its corner, in CSS pixels of its own frame, which may be
            scaled; None for all of it.

    Returns:
        Its place, or `NOT_VISIBLE`.
    """
    if not text:
        return NOT_VISIBLE
    left, top, width, height, own_width, own_height, *rest = map(float, text.split(","))
    window_width, foreign, *path = rest
    box = (left, top, width, height)
    if part is not None:
        box = _mapped(part, left, top, width / own_width, height / own_height)
    return Place(box, window_width, int(foreign), [int(index) for index in path])


def leave_frame(box: Box, content: str) -> Box:
    """Returns where a box in a frame is in the window around it.

    Args:
        box: In the frame.
        content: What `placeOfContent` in the page returns for a frame that is visible.
    """
    left, top, scale_x, scale_y = map(float, content.split(","))
    return _mapped(box, left, top, scale_x, scale_y)


def edges_around(box: Box, padding: float) -> tuple[float, float, float, float]:
    """Returns left, top, right and bottom of a box with so many CSS pixels more on each side."""
    left, top, width, height = grow(box, padding)
    return left, top, left + width, top + height


def _mapped(box: Box, x: float, y: float, scale_x: float, scale_y: float) -> Box:
    left, top, width, height = box
    return x + left * scale_x, y + top * scale_y, width * scale_x, height * scale_y
