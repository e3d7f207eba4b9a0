"""Where an element is in the window, through all frames around it: what browser drivers share."""

from __future__ import annotations

from dataclasses import dataclass

from checkboxnet.browser.devtools import script
from checkboxnet.picture.boxes import Box

SCRIPT = script("drawing", "place")
"""JavaScript in front of what calls the functions of `js/place.js`. Their results are to be
asked for as text, of numbers: whatever a page has made of the language, that comes through."""
UNSEEN = "nobody sees it: it is hidden, transparent or clipped away, or in a turned frame"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an element is seen."""

    box: Box
    """In the outermost window that can be looked into from its own."""
    size: tuple[float, float]
    """Width and height in its own frame, which may be scaled."""
    window_width: float
    foreign: int
    """How many of the frames around it, of other origins, can't be looked into."""
    path: tuple[int, ...]
    """Position of each of the frames around it among its siblings, the outermost first."""

    @classmethod
    def from_page(cls, text: str) -> Place:
        """Returns what `placeOf` in the page says of an element that somebody sees."""
        left, top, width, height, *rest = map(float, text.split(","))
        own_width, own_height, window_width, foreign, *path = rest
        return cls(
            box=(left, top, width, height),
            size=(own_width, own_height),
            window_width=window_width,
            foreign=int(foreign),
            path=tuple(map(int, path)),
        )

    def of(self, part: Box | None, box: Box) -> Box:
        """Returns where a part of the element is in the window.

        Args:
            part: From its corner, in CSS pixels of its own frame; None for all of it.
            box: Where the element is in the window.
        """
        if part is None:
            return box
        left, top, width, height = box
        return _placed(part, left, top, width / self.size[0], height / self.size[1])


def around(box: Box, content: str) -> Box:
    """Returns where a box is in the window around its frame.

    Args:
        box: In the frame.
        content: What `placeOfContent` in the page says of a frame that somebody sees.
    """
    left, top, scale_x, scale_y = map(float, content.split(","))
    return _placed(box, left, top, scale_x, scale_y)


def _placed(box: Box, x: float, y: float, scale_x: float, scale_y: float) -> Box:
    left, top, width, height = box
    return x + left * scale_x, y + top * scale_y, width * scale_x, height * scale_y
