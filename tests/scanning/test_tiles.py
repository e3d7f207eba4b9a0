"""Tiles cover a screenshot, and each centre belongs to one of them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from checkboxnet.scanning.tiles import OVERLAP, TILE, spans, tiles


@pytest.mark.parametrize("length", [1, 319, 320, 321, 543, 544, 545, 800, 2340, 10_000])
def test_tiles_cover_a_side_and_share_it_out(length: int) -> None:
    found = spans(length, 320)
    assert found[0].start == 0
    assert found[-1].end == length
    assert all(span.end - span.start == min(length, 320) for span in found)
    for before, after in pairwise(found):
        assert before.end - after.start >= OVERLAP
    for centre in range(0, length, 7):
        (owner,) = [span for span in found if span.owns(centre)]
        assert owner.start <= centre < owner.end


def test_an_owned_centre_is_half_an_overlap_away_from_inner_edges() -> None:
    for span in spans(1000, 320)[1:-1]:
        assert span.own_start - span.start >= OVERLAP / 2 - 1
        assert span.end - span.own_end >= OVERLAP / 2 - 1


def test_a_large_screenshot_is_tiled_both_ways() -> None:
    height, width = 2 * TILE[0], 2 * TILE[1]
    grid = list(tiles(height, width))
    assert len({down for down, _ in grid}) == 3
    assert len({across for _, across in grid}) == 3
    assert len(grid) == 9
