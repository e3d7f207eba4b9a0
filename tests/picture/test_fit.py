from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from checkboxnet.picture.fit import Preprocessing, border_colour, fit, narrow_blanks, normalize

GEOMETRY = Preprocessing(size=(60, 60), max_stretch=3, narrow_blanks=False)


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
    geometry = Preprocessing(size=(30, 60), max_stretch=1, narrow_blanks=False)
    assert fit(np.full((10, 20, 3), 9, np.uint8), geometry).tolist() == [[[9] * 3] * 60] * 30
    image = np.zeros((20, 20, 3), np.uint8)
    image[5:15, 5:15] = 200
    middle = fit(image, geometry)[15]
    # A square keeps its shape, in the middle of a canvas twice as wide: 20 px become 30.
    assert np.flatnonzero(middle[:, 0] > 100).mean() == 29.5


def row_of_a_list() -> np.ndarray[tuple[int, int, int], np.dtype[np.uint8]]:
    """A box of 20 px at the start and words at the end of a row of 900 px, 40 px of margin."""
    image = np.full((100, 900, 3), 240, np.uint8)
    image[40:60, 30:50] = (10, 20, 30)
    image[45:55, 800:860] = (40, 40, 40)
    return image


def test_bands_of_plain_background_are_narrowed_and_what_is_drawn_stays() -> None:
    image = row_of_a_list()
    result = narrow_blanks(image)
    # 20 px are drawn, so 16 columns and 6 rows of every blank band stay.
    assert result.shape == (6 + 20 + 6, 16 + 20 + 16 + 60 + 16, 3)
    for colour in ((10, 20, 30), (40, 40, 40)):
        assert (result == colour).all(axis=2).sum() == (image == colour).all(axis=2).sum()
    np.testing.assert_array_equal(narrow_blanks(result), result)


def test_margins_say_nothing() -> None:
    image = row_of_a_list()
    wider = np.pad(image, ((30, 70), (10, 200), (0, 0)), mode="edge")
    np.testing.assert_array_equal(narrow_blanks(wider), narrow_blanks(image))
    geometry = Preprocessing(size=(40, 80))
    np.testing.assert_array_equal(fit(wider, geometry), fit(image, geometry))


def test_faint_noise_is_background_and_a_faint_control_is_not() -> None:
    image = row_of_a_list()
    noise = np.random.default_rng(0).integers(-6, 7, image.shape)
    noisy = np.clip(image + noise, 0, 255).astype(np.uint8)
    assert narrow_blanks(noisy).shape == narrow_blanks(image).shape
    faint = np.full((100, 300, 3), 255, np.uint8)
    faint[40:60, 30:50] = 240
    assert narrow_blanks(faint).shape == (32, 52, 3)


@pytest.mark.parametrize("shape", [(1, 1, 3), (1, 5000, 3), (5000, 1, 3), (30, 30, 3)])
def test_nothing_drawn_is_left_as_it_is(shape: tuple[int, int, int]) -> None:
    image = np.full(shape, 7, np.uint8)
    assert narrow_blanks(image) is image


def test_border_colour_is_not_swayed_by_a_control_at_the_edge() -> None:
    image = np.full((20, 60, 3), 255, np.uint8)
    image[:, :8] = 0
    assert border_colour(image).tolist() == [255, 255, 255]


def test_resizing_goes_across_first_whatever_pillow_prefers() -> None:
    # Pillow 13 would go down first here.
    image = np.random.default_rng(0).integers(0, 256, (120, 100, 3), np.uint8)
    across = Image.fromarray(image).resize((176, 120), Image.Resampling.BILINEAR)
    expected = np.asarray(across.resize((176, 96), Image.Resampling.BILINEAR))
    np.testing.assert_array_equal(fit(image, Preprocessing(size=(96, 176))), expected)


def test_normalize_scales_each_channel_and_reorders() -> None:
    geometry = Preprocessing(size=(2, 2), mean=(0.0, 0.5, 1.0), std=(1.0, 0.5, 0.25))
    batch = np.full((1, 2, 2, 3), 255, np.uint8)
    result = normalize(batch, geometry)
    assert result.shape == (1, 3, 2, 2)
    assert result.dtype == np.float32
    assert result[0, :, 0, 0].tolist() == [1.0, 1.0, 0.0]
