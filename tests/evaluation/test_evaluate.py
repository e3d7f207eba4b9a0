from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from checkboxnet import evaluate, load_model
from checkboxnet.errors import DatasetError, OutputExistsError
from checkboxnet.evaluation.plots import save_plots
from checkboxnet.picture.read import list_images


def test_report_matches_the_predictions(example_images: Path) -> None:
    report = evaluate(example_images)
    paths = list_images(example_images)
    wrong = {
        path
        for path, p in zip(paths, load_model().predict(paths), strict=True)
        if p.label != path.parent.name
    }
    assert report.count == len(paths)
    assert {mistake.path for mistake in report.mistakes} == wrong
    assert report.accuracy == pytest.approx(1 - len(wrong) / len(paths))
    assert json.loads(json.dumps(report.to_dict()))["count"] == len(paths)


def test_unreadable_images_are_listed_and_not_counted(example_images: Path, tmp_path: Path) -> None:
    crops = tmp_path / "crops"
    shutil.copytree(example_images, crops)
    (crops / "checked" / "broken.png").write_bytes(b"x")
    report = evaluate(crops)
    assert report.count == len(list_images(example_images))
    assert len(report.unreadable) == 1
    assert "broken.png" in report.unreadable[0]
    assert "broken.png" in str(report)


def test_labels_the_model_does_not_know(example_images: Path, tmp_path: Path) -> None:
    shutil.copytree(example_images / "checked", tmp_path / "playing")
    with pytest.raises(DatasetError, match=r"\['playing'\] are none of the model's"):
        evaluate(tmp_path)


def test_plots_are_real_pictures_and_not_overwritten(example_images: Path, tmp_path: Path) -> None:
    report = evaluate(example_images)
    paths = save_plots(report, tmp_path / "plots")
    assert {path.name for path in paths} >= {"confusion.png", "reliability.png"}
    for path in paths:
        with Image.open(path) as image:
            assert min(image.size) > 200
            assert len(image.convert("RGB").getcolors(1 << 24) or []) > 10
    with pytest.raises(OutputExistsError):
        save_plots(report, tmp_path / "plots")


def test_plots_of_an_earlier_report_are_not_left_among_the_new_ones(
    example_images: Path, tmp_path: Path
) -> None:
    report = evaluate(example_images)
    assert report.mistakes
    save_plots(report, tmp_path)
    (tmp_path / "notes.txt").touch()
    save_plots(replace(report, mistakes=[]), tmp_path, overwrite=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "confusion.png", "notes.txt", "reliability.png",
    ]  # fmt: skip
