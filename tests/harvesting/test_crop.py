from __future__ import annotations

import numpy as np
import pytest

from checkboxnet.browser.controls import Observation
from checkboxnet.browser.page import decode_png
from checkboxnet.harvesting.config import Framing
from checkboxnet.harvesting.crop import encode_png, frame, is_empty, random_regions
from checkboxnet.picture.boxes import Box, cut, overlaps


def observed(control: Box, labelled: Box, row: Box | None = None) -> Observation:
    return Observation(control=control, labelled=labelled, row=row, state=None, disabled=False)


BOXES = observed((100, 50, 20, 20), (100, 45, 120, 30), (10, 40, 400, 44))
VIEWPORT = (800, 600)


@pytest.mark.parametrize(
    ("framing", "least", "most"),
    [
        (Framing.CONTROL, (100, 50, 20, 20), (96, 46, 28, 28)),
        (Framing.LABEL, (100, 45, 120, 30), (94, 39, 132, 42)),
        (Framing.LOOSE, (96, 41, 128, 38), (76, 21, 168, 78)),
        (Framing.TIGHT, (103, 48, 114, 24), (99, 44, 122, 32)),
        (Framing.ROW, (10, 40, 400, 44), (2, 32, 416, 60)),
    ],
)
def test_framings_keep_to_their_bounds(
    framing: Framing, least: tuple[float, ...], most: tuple[float, ...]
) -> None:
    for seed in range(50):
        box = frame(BOXES, framing, VIEWPORT, np.random.default_rng(seed))
        assert box is not None
        left, top, width, height = box
        assert most[0] <= left <= least[0]
        assert most[1] <= top <= least[1]
        assert least[0] + least[2] <= left + width <= most[0] + most[2]
        assert least[1] + least[3] <= top + height <= most[1] + most[3]


def test_a_framing_that_would_repeat_another_is_none() -> None:
    bare = Observation(
        control=(5, 5, 20, 20), labelled=(5, 5, 20, 20), row=None, state=None, disabled=False
    )
    random = np.random.default_rng(0)
    assert frame(bare, Framing.LABEL, VIEWPORT, random) is None
    assert frame(bare, Framing.ROW, VIEWPORT, random) is None


def test_crops_end_at_the_viewport() -> None:
    corner = Observation(
        control=(0, 0, 20, 20), labelled=(0, 0, 800, 600), row=None, state=None, disabled=False
    )
    box = frame(corner, Framing.LOOSE, VIEWPORT, np.random.default_rng(0))
    assert box == (0, 0, 800, 600)


def test_cut_scales_css_pixels_to_device_pixels() -> None:
    shot = np.arange(80 * 120 * 3, dtype=np.uint8).reshape(80, 120, 3)
    crop = cut(shot, (10, 5, 20, 15), 2)
    assert crop is not None
    np.testing.assert_array_equal(crop, shot[10:40, 20:60])
    assert cut(shot, (10, 5, 3, 15), 2) is None


def test_empty_is_one_colour_give_or_take() -> None:
    flat = np.full((20, 30, 3), 200, np.uint8)
    assert is_empty(flat)
    flat[:, ::2] += 1
    assert is_empty(flat)
    flat[5:8, 5:8] = 90
    assert not is_empty(flat)


def test_overlaps() -> None:
    assert overlaps((0, 0, 10, 10), [(50, 50, 5, 5), (8, 8, 10, 10)])
    assert not overlaps((0, 0, 10, 10), [(10, 0, 10, 10), (0, 30, 5, 5)])


def test_regions_keep_clear_of_toggles() -> None:
    toggles = [(x, y, 60.0, 20.0) for x in range(0, 800, 200) for y in range(0, 600, 200)]
    regions = random_regions(VIEWPORT, toggles, 5, np.random.default_rng(3))
    assert len(regions) == 5
    for index, region in enumerate(regions):
        assert not overlaps(region, toggles)
        assert not overlaps(region, regions[:index])
        assert region[0] + region[2] <= 800
        assert region[1] + region[3] <= 600


def test_png_is_lossless() -> None:
    crop = np.random.default_rng(0).integers(0, 255, (9, 17, 3), dtype=np.uint8)
    np.testing.assert_array_equal(decode_png(encode_png(crop)), crop)
