from __future__ import annotations

import numpy as np
import pytest

from checkboxnet.preprocess import Preprocessing, border_colour, fit, normalize

GEOMETRY = Preprocessing(size=(60, 60), max_stretch=3)


@pytest.mark.parametrize("shape", [(1, 1), (40, 40), (40, 100), (100, 40), (1, 5000), (5000, 1)])
def test_result_is_always_the_square(shape: tuple[int, int]) -> None:
    assert fit(np.zeros((*shape, 3), np.uint8), GEOMETRY).shape == (60, 60, 3)


def test_nothing_is_padded_up_to_the_largest_aspect() -> None:
    assert fit(np.full((20, 60, 3), 9, np.uint8), GEOMETRY).min() == 9


@pytest.mark.parametrize("turned", [False, True])
def test_long_crop_is_padded_in_the_colour_of_its_border(turned: bool) -> None:
    image = np.full((20, 120, 3), (250, 240, 230), np.uint8)
    image[4:16, 10:110] = 0
    if turned:
        image = image.transpose(1, 0, 2)
    result = fit(np.ascontiguousarray(image), GEOMETRY)
    if turned:
        result = result.transpose(1, 0, 2)
    # 6:1 becomes 3:1, so the content fills the middle half of the height.
    assert (result[:14] == (250, 240, 230)).all()
    assert (result[-14:] == (250, 240, 230)).all()
    assert (result[30, 10:50] == 0).all()


def test_a_wide_canvas_is_filled_by_what_is_as_wide() -> None:
    geometry = Preprocessing(size=(30, 60), max_stretch=1)
    assert fit(np.full((10, 20, 3), 9, np.uint8), geometry).tolist() == [[[9] * 3] * 60] * 30
    image = np.zeros((20, 20, 3), np.uint8)
    image[5:15, 5:15] = 200
    middle = fit(image, geometry)[15]
    # A square keeps its shape, in the middle of a canvas twice as wide: 20 px become 30.
    dark = np.flatnonzero(middle[:, 0] < 100)
    assert dark.min() == 0
    assert np.flatnonzero(middle[:, 0] > 100).mean() == 29.5


def test_border_colour_is_not_swayed_by_a_control_at_the_edge() -> None:
    image = np.full((20, 60, 3), 255, np.uint8)
    image[:, :8] = 0
    assert border_colour(image).tolist() == [255, 255, 255]


def test_normalize_scales_each_channel_and_reorders() -> None:
    geometry = Preprocessing(size=(2, 2), mean=(0.0, 0.5, 1.0), std=(1.0, 0.5, 0.25))
    batch = np.full((1, 2, 2, 3), 255, np.uint8)
    result = normalize(batch, geometry)
    assert result.shape == (1, 3, 2, 2)
    assert result.dtype == np.float32
    assert result[0, :, 0, 0].tolist() == [1.0, 1.0, 0.0]
