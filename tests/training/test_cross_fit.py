from __future__ import annotations

import json
import shutil
from collections import defaultdict
from pathlib import Path

import pytest
from PIL import Image

from checkboxnet import load_model
from checkboxnet.dataset.read import ImageSet, read_images
from checkboxnet.dataset.split import folds
from checkboxnet.errors import ConfigError, DatasetError
from checkboxnet.model import Model
from checkboxnet.picture.read import open_image
from checkboxnet.training.cross_fit import OUT_OF_FOLD, cross_fit


def test_no_model_scores_what_it_saw(example_images: Path, tmp_path: Path) -> None:
    images = read_images(example_images)
    seen: dict[str, set[Path]] = {}
    model = load_model()

    def fit(part: ImageSet, folder: Path) -> Model:
        assert part.splits == {"train", "val"}
        seen[folder.name] = {sample.path for sample in part.samples}
        return model

    outcome = cross_fit(images, fit, output=tmp_path, count=3)
    rows = [json.loads(line) for line in (tmp_path / OUT_OF_FOLD).read_text().splitlines()]
    assert len(rows) == len(images) == outcome.report.count
    scored = defaultdict(set)
    for row in rows:
        scored[f"fold-{row['fold']}"].add(images.root.parent / row["path"])
    assert set(scored) == set(seen) == {"fold-0", "fold-1", "fold-2"}
    for fold, paths in scored.items():
        assert not paths & seen[fold]
        assert paths | seen[fold] == {sample.path for sample in images.samples}
    expected = model.predict([sample.path for sample in images.samples])
    right = sum(p.label == s.label for p, s in zip(expected, images.samples, strict=True))
    assert outcome.report.accuracy == pytest.approx(right / len(images))


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
