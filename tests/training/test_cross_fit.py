from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from checkboxnet.dataset.read import ImageSet, read_images
from checkboxnet.dataset.split import folds
from checkboxnet.errors import ConfigError, DatasetError
from checkboxnet.picture.read import open_image
from checkboxnet.training.cross_fit import cross_fit


def test_no_model_scores_what_it_saw(example_images: Path) -> None:
    images = read_images(example_images)
    paths = [sample.path for sample in images.samples]
    seen: dict[int, set[Path]] = {}
    scored: dict[int, list[Path]] = {}

    class Fitted:
        """Says which of the models scored an image."""

        def __init__(self, number: int) -> None:
            self.number = number

        def predict(self, paths: list[Path]) -> list[tuple[int, Path]]:
            scored[self.number] = paths
            return [(self.number, path) for path in paths]

    def fit(part: ImageSet, number: int) -> Fitted:
        assert part.splits == {"train", "val"}
        seen[number] = {sample.path for sample in part.samples}
        return Fitted(number)

    outcome: list[Any] = list(cross_fit(images, fit, count=3))  # type: ignore[arg-type]
    assert [path for _, path in outcome] == paths
    assert set(seen) == {0, 1, 2}
    for number, own in scored.items():
        assert not set(own) & seen[number]
        assert set(own) | seen[number] == set(paths)


def test_near_duplicates_share_a_fold(example_images: Path, tmp_path: Path) -> None:
    for sample in read_images(example_images).samples:
        target = tmp_path / sample.label / sample.path.name
        target.parent.mkdir(exist_ok=True)
        shutil.copyfile(sample.path, target)
        picture = open_image(sample.path).copy()
        picture[0, 0] ^= 1
        Image.fromarray(picture).save(target.with_suffix(".bmp"))
    images = read_images(tmp_path)
    numbers = folds(images, 4)
    fold_of = {sample.path: fold for sample, fold in zip(images.samples, numbers, strict=True)}
    for path, fold in fold_of.items():
        assert fold_of[path.with_suffix(".bmp")] == fold
    sizes = [numbers.count(fold) for fold in range(4)]
    assert max(sizes) - min(sizes) <= 8


def test_too_few_images_for_the_folds(tiny_crops: Path) -> None:
    images = read_images(tiny_crops)
    with pytest.raises(DatasetError, match="too few images"):
        folds(images, 200)
    with pytest.raises(ConfigError, match="2 folds or more"):
        folds(images, 1)
