from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from checkboxnet.dataset.read import ImageSet, Sample
from checkboxnet.errors import DatasetError
from checkboxnet.evaluation.slices import slice_values


def images(tmp_path: Path, values: list[str | None]) -> ImageSet:
    samples = []
    for number, value in enumerate(values):
        path = tmp_path / f"{number}.png"
        shade, width = (20, 40) if number % 2 else (230, 200)
        Image.fromarray(np.full((30, width, 3), shade, np.uint8)).save(path)
        samples.append(Sample(path=path, label="other", metadata={"kit": value}))
    return ImageSet(root=tmp_path, samples=tuple(samples), labels=("other",))


def test_columns_and_what_is_seen_in_the_picture(tmp_path: Path) -> None:
    three = images(tmp_path, ["a", "b", None])
    assert slice_values(three, "kit") == ["a", "b", "–"]
    assert slice_values(three, "background") == ["light", "dark", "light"]
    assert slice_values(three, "width") == ["under 384 px", "under  48 px", "under 384 px"]
    assert slice_values(three, "label") == ["other"] * 3
    with pytest.raises(DatasetError, match=r"no column 'theme'.*kit"):
        slice_values(three, "theme")


def test_the_rarest_of_many_values_are_one(tmp_path: Path) -> None:
    names = [f"kit-{n}" for n in range(41) for _ in range(2)] + ["rare"]
    values = slice_values(images(tmp_path, [*names]), "kit")
    assert values.count("(rarer)") == 3
    assert len(set(values)) == 41
