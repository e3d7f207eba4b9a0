from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from checkboxnet.dataset.read import read_images
from checkboxnet.dataset.statistics import statistics


def test_numbers_of_a_known_set(tmp_path: Path) -> None:
    for name, colour, size in (("on/1", "black", (10, 20)), ("off/2", "white", (30, 20)),
                               ("off/3", "white", (50, 40))):  # fmt: skip
        path = tmp_path / f"{name}.png"
        path.parent.mkdir(exist_ok=True)
        Image.new("RGB", size, colour).save(path)
    result = statistics(read_images(tmp_path), size=8)
    assert result["mean"] == pytest.approx((2 / 3,) * 3)
    assert result["std"] == pytest.approx(((2 / 9) ** 0.5,) * 3)
    assert result["class_weights"] == {"checked": 1.5, "unchecked": 0.75}
    assert result["width"] == {"min": 10, "median": 30, "max": 50}
    assert result["aspect"]["max"] == 1.5


def test_pictures_of_one_colour_deviate_by_nothing(tmp_path: Path) -> None:
    (tmp_path / "on").mkdir()
    for number in range(3):
        Image.new("RGB", (16, 16), (77, 13, 201)).save(tmp_path / "on" / f"{number}.png")
    assert statistics(read_images(tmp_path), size=37)["std"] == pytest.approx((0, 0, 0), abs=1e-6)


@pytest.mark.slow
def test_real_set_gives_the_published_normalisation(shared_data: Path) -> None:
    result = statistics(read_images(shared_data / "checkbox_state_v2"), size=299)
    assert result["mean"] == pytest.approx((0.6688, 0.6875, 0.7220), abs=5e-5)
    # The publication's own way of reducing the deviations over batches is not known.
    assert result["std"] == pytest.approx((0.3945, 0.3769, 0.3534), abs=5e-4)
