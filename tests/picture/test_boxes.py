"""Controls of a whole screenshot, by their boxes."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from checkboxnet.errors import ConfigError, ImageError
from checkboxnet.model import load_model
from checkboxnet.picture.boxes import crop_boxes, pixels_of

PICTURE = np.arange(40 * 60 * 3).reshape(40, 60, 3).astype(np.uint8)


def test_padding_is_added_as_far_as_the_picture_goes() -> None:
    inner, corner = crop_boxes(PICTURE, [(10, 20, 8, 6), (0, 35, 60, 5)], padding=2)
    assert np.array_equal(inner, PICTURE[18:28, 8:20])
    assert np.array_equal(corner, PICTURE[33:40])


def test_edges_are_rounded_as_the_harvester_rounds_them() -> None:
    (crop,) = crop_boxes(PICTURE, [(10.4, 20.6, 8.3, 6.2)], padding=0)
    assert np.array_equal(crop, PICTURE[21:27, 10:19])


def test_what_lies_beyond_the_picture_has_no_pixels() -> None:
    for box in [(-9, 0, 4, 4), (0, -9, 4, 4), (70, 0, 4, 4), (0, 70, 4, 4)]:
        assert pixels_of(PICTURE, box).size == 0


@pytest.mark.parametrize(
    ("box", "words"),
    [
        ((0, 0, 0, 5), "width or height of 0 or less"),
        ((0, 0, 5, -1), "width or height of 0 or less"),
        ((math.nan, 0, 5, 5), "NaN or infinity"),
        ((0, 0, math.inf, 5), "NaN or infinity"),
        ((-3, 0, 20, 20), "reaches out of the picture of 60 x 40 pixels"),
        ((0, -3, 20, 20), "reaches out of the picture"),
        ((50, 0, 12, 20), "reaches out of the picture"),
        ((0, 30, 20, 12), "reaches out of the picture"),
        ((0, 0, 5), r"expected \(left, top, width, height\)"),
        ((0, 0, 5, 5, 5), "expected"),
        ((0, 0, "five", 5), "expected"),
        (None, "expected"),
        (7, "expected"),
        ((20.2, 20.2, 0.2, 5), "holds no whole pixel"),
    ],
)
def test_a_box_that_is_none_is_named(box: object, words: str) -> None:
    with pytest.raises(ImageError, match=rf"^box 1: .*{words}"):
        crop_boxes(PICTURE, [(0, 0, 9, 9), box], padding=0)  # type: ignore[list-item]


def test_a_box_may_reach_out_by_the_pixel_that_browsers_round() -> None:
    (crop,) = crop_boxes(PICTURE, [(-0.6, -0.6, 61.2, 41.2)])
    assert np.array_equal(crop, PICTURE)


def test_predictions_are_those_of_the_crops(example_images: Path) -> None:
    pictures = [
        Image.open(example_images / name).convert("RGB")
        for name in ("checked/radio-card.png", "unchecked/switch-slim-off.png", "other/link.png")
    ]
    height = max(picture.height for picture in pictures)
    shot = Image.new("RGB", (sum(picture.width for picture in pictures), height), "white")
    boxes, left = [], 0
    for picture in pictures:
        shot.paste(picture, (left, 0))
        boxes.append((left, 0, picture.width, picture.height))
        left += picture.width
    model = load_model()
    found = model.predict_boxes(shot, boxes, padding=0, min_score=0.99)
    assert found == model.predict(pictures, min_score=0.99)
    assert [prediction.label for prediction in found] == ["checked", "unchecked", "other"]
    assert model.predict_boxes(shot, np.array(boxes), padding=0, min_score=0.99) == found
    assert model.predict_boxes(shot, []) == []


def test_options_and_screenshots_that_are_none_are_refused() -> None:
    model = load_model()
    for padding in (-1, math.nan):
        with pytest.raises(ConfigError, match="padding"):
            model.predict_boxes(PICTURE, [], padding=padding)
    with pytest.raises(ConfigError, match="min_score"):
        model.predict_boxes(PICTURE, [], min_score=2)
    with pytest.raises(ImageError, match="list"):
        model.predict_boxes([PICTURE, PICTURE], [(0, 0, 5, 5)])  # type: ignore[arg-type]
    with pytest.raises(ImageError, match="box 0: expected"):
        model.predict_boxes(PICTURE, (0, 0, 5, 5))  # type: ignore[arg-type]
