from __future__ import annotations

import colorsys

import numpy as np
import pytest

from checkboxnet.dataset.augment import AUGMENTATIONS, Colours, recolour

TEAL = np.full((4, 5, 3), (90, 150, 140), np.uint8)


def test_no_change_is_no_change() -> None:
    image = np.random.default_rng(0).integers(0, 256, (9, 7, 3)).astype(np.uint8)
    np.testing.assert_array_equal(recolour(image, Colours()), image)


def test_inverting_turns_light_to_dark() -> None:
    image = np.random.default_rng(0).integers(0, 256, (9, 7, 3)).astype(np.uint8)
    np.testing.assert_array_equal(recolour(image, Colours(invert=True)), 255 - image)


def test_hue_turns_and_luma_stays() -> None:
    turned = recolour(TEAL, Colours(hue=np.pi / 2))[0, 0] / 255
    before = TEAL[0, 0] / 255
    luma = np.array([0.299, 0.587, 0.114])
    assert turned @ luma == pytest.approx(before @ luma, abs=0.01)
    hues = [colorsys.rgb_to_hsv(*colour)[0] for colour in (before, turned)]
    assert abs(hues[0] - hues[1]) > 0.1


def test_contrast_is_around_the_mean() -> None:
    image = np.zeros((2, 2, 3), np.uint8)
    image[0] = 200
    assert recolour(image, Colours(contrast=0.5))[:, 0, 0].tolist() == [150, 50]
    assert recolour(image, Colours(saturation=0))[:, 0, 0].tolist() == [200, 0]


def test_tint_and_gamma() -> None:
    half = np.full((1, 1, 3), 128, np.uint8)
    tinted = recolour(half, Colours(tint=(1, 0, 0), tint_share=0.25))[0, 0]
    assert tinted.tolist() == [160, 96, 96]
    assert recolour(half, Colours(gamma=2.0))[0, 0, 0] == 64


@pytest.mark.parametrize("shape", [(1, 1, 3), (8, 200, 3), (300, 9, 3)])
def test_ui_takes_any_shape_and_never_cuts_a_control_away(shape: tuple[int, int, int]) -> None:
    augmentation = AUGMENTATIONS["ui"]
    image = np.full(shape, 255, np.uint8)
    height, width = shape[:2]
    image[height // 4 : height // 4 + max(1, height // 2), width // 4 : -(-3 * width // 4)] = 0
    for seed in range(60):
        random = np.random.default_rng(seed)
        framed = augmentation.before(image, random)
        assert framed.dtype == np.uint8
        assert framed.min() < 128
        assert augmentation.after(framed, random).shape == framed.shape
