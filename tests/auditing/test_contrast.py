"""How well two states can be told apart, by colours whose contrast ratio is known."""

from __future__ import annotations

import numpy as np
import pytest

from checkboxnet.auditing.contrast import contrast_of
from checkboxnet.picture.read import RgbImage


def flat(colour: tuple[int, int, int]) -> RgbImage:
    return np.full((20, 40, 3), colour, np.uint8)


WHITE, BLACK = flat((255, 255, 255)), flat((0, 0, 0))


@pytest.mark.parametrize(
    ("colour", "ratio"),
    # As published for text on white: https://webaim.org/resources/contrastchecker/
    [((0, 0, 0), 21), ((0x77, 0x77, 0x77), 4.48), ((255, 0, 0), 4.00), ((0, 0, 255), 8.59)],
)
def test_ratio_is_that_of_wcag_in_either_order(colour: tuple[int, int, int], ratio: float) -> None:
    for pair in ((flat(colour), WHITE), (WHITE, flat(colour))):
        seen = contrast_of(*pair)
        assert seen is not None
        assert seen.ratio == pytest.approx(ratio, abs=0.01)
        assert seen.share == 1


def test_a_thumb_that_moves_counts_although_nothing_changes_on_average() -> None:
    on, off = BLACK.copy(), BLACK.copy()
    on[:, 30:], off[:, :10] = 255, 255
    seen = contrast_of(on, off)
    assert seen is not None
    assert (seen.ratio, seen.share) == (pytest.approx(21), 0.5)


def test_an_outline_that_changes_little_takes_nothing_from_a_filling() -> None:
    on, off = WHITE.copy(), WHITE.copy()
    on[:, :24], off[:, :24] = 120, 90
    on[:, 24:34] = 0
    seen = contrast_of(on, off)
    assert seen is not None
    assert seen.ratio == pytest.approx(21)


def test_what_is_low_says_so_and_is_not_rounded_up() -> None:
    grey = contrast_of(flat((150, 150, 150)), WHITE)
    assert grey is not None
    assert 2.9 < grey.ratio < 3
    assert grey.is_low
    assert str(grey) == "2.9:1 (low) in 100 %"
    assert str(contrast_of(BLACK, WHITE)) == "21.0:1 in 100 %"


def test_pictures_of_different_sizes_are_compared_as_far_as_both_reach() -> None:
    seen = contrast_of(BLACK[:, :30], WHITE)
    assert seen is not None
    assert seen.share == 1


def test_what_nobody_sees_is_no_difference() -> None:
    assert contrast_of(WHITE, flat((250, 250, 250))) is None
