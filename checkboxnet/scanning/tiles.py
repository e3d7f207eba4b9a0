"""Overlapping tiles of a screenshot, and which findings belong to which of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

STRIDE = 16
"""Sides of what the network sees are multiples of it, in pixels."""

SMALLEST = 128
"""Least height and width that the network sees, in pixels."""

TILE = (320, 1280)
"""Largest height and width of a tile, in pixels: more at once is no faster, and takes memory."""

OVERLAP = 96
"""Pixels that neighbouring tiles share: no control is cut by both."""


@dataclass(frozen=True, slots=True)
class Span:
    """Where a tile lies along one side of the picture."""

    start: int
    end: int
    own_start: float
    """From here…"""
    own_end: float
    """…to here the centres of findings are this tile's; beyond, they are its neighbours'."""

    def owns(self, centre: float) -> bool:
        """Returns whether a finding there is this tile's."""
        return self.own_start <= centre < self.own_end


def spans(length: int, tile: int) -> list[Span]:
    """Returns tiles of equal length that cover a side of a picture and overlap by `OVERLAP`.

    Args:
        length: Of the side, in pixels.
        tile: Largest length of a tile.
    """
    if length <= tile:
        return [Span(0, length, float("-inf"), float("inf"))]
    count = -(-(length - OVERLAP) // (tile - OVERLAP))
    starts = [round(number * (length - tile) / (count - 1)) for number in range(count)]
    middles = [(left + tile + right) / 2 for left, right in pairwise(starts)]
    edges = [float("-inf"), *middles, float("inf")]
    return [
        Span(start, start + tile, low, high)
        for start, (low, high) in zip(starts, pairwise(edges), strict=True)
    ]


def tiles(height: int, width: int) -> Iterator[tuple[Span, Span]]:
    """Yields the spans of each tile of a picture, downwards and across."""
    for down in spans(height, TILE[0]):
        for across in spans(width, TILE[1]):
            yield down, across
