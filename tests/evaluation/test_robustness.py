from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from checkboxnet import load_model
from checkboxnet.errors import DatasetError
from checkboxnet.evaluation.corruptions import CORRUPTIONS
from checkboxnet.evaluation.evaluate import evaluate
from checkboxnet.evaluation.robustness import CLEAN, evaluate_robustness
from checkboxnet.picture.read import open_image


@pytest.fixture(scope="module")
def picture(example_images: Path) -> np.ndarray[Any, Any]:
    return open_image(example_images / "checked" / "switch-dark.png")


@pytest.mark.parametrize("name", CORRUPTIONS)
def test_every_corruption_is_one_and_always_the_same(
    name: str, picture: np.ndarray[Any, Any]
) -> None:
    before = picture.copy()
    result = CORRUPTIONS[name](picture)
    np.testing.assert_array_equal(picture, before)
    assert result.dtype == np.uint8
    assert result.ndim == 3
    assert result.shape[2] == 3
    np.testing.assert_array_equal(CORRUPTIONS[name](picture), result)
    if name != "padding -25 %":  # this one cuts nothing where a control fills its crop
        assert result.shape != picture.shape or not np.array_equal(result, picture)


@pytest.mark.parametrize("shape", [(1, 1, 3), (3, 200, 3), (120, 6, 3)])
def test_corruptions_take_any_shape(shape: tuple[int, int, int]) -> None:
    image = np.random.default_rng(0).integers(0, 256, shape).astype(np.uint8)
    for name, corrupt in CORRUPTIONS.items():
        assert min(corrupt(image).shape[:2]) >= 1, name


def drawn_box() -> np.ndarray[Any, Any]:
    image = np.full((40, 100, 3), 240, np.uint8)
    image[12:28, 10:26] = (20, 90, 200)
    return image


def test_what_single_corruptions_do() -> None:
    image = drawn_box()
    shifted = CORRUPTIONS["shift 4 px left"](image)
    assert (shifted[20, 6:22] == (20, 90, 200)).all()
    assert (CORRUPTIONS["transparent on black"](image)[0, 0] == 0).all()
    assert (CORRUPTIONS["transparent on black"](image)[20, 15] == (20, 90, 200)).all()
    assert CORRUPTIONS["padding +25 %"](image).shape == (60, 120, 3)
    trimmed = CORRUPTIONS["padding -25 %"](image)
    assert trimmed.shape == (20, 80, 3)
    assert (trimmed == (20, 90, 200)).all(axis=2).sum() == 16 * 16
    faded = CORRUPTIONS["disabled"](image)[20, 15].astype(int)
    assert faded.tolist() == pytest.approx([156, 183, 225], abs=1)
    assert CORRUPTIONS["forced colours"](image)[0, 0].tolist() == [0, 0, 0]
    assert CORRUPTIONS["device scale ×3"](image).shape == (120, 300, 3)


def test_report_agrees_with_evaluate(example_images: Path) -> None:
    model = load_model()
    chosen = {name: CORRUPTIONS[name] for name in ("grey", "inverted colours")}
    report = evaluate_robustness(example_images, model=model, corruptions=chosen)
    clean = evaluate(example_images, model=model)
    assert report.count == clean.count
    assert list(report.figures) == [CLEAN, *chosen]
    figures = report.figures[CLEAN]
    assert figures.accuracy == clean.accuracy
    assert figures.ece == pytest.approx(clean.ece)
    assert figures.abstained == pytest.approx(1 - clean.certain_share)
    assert figures.flips == 0
    # A label may flip without having been right before.
    grey = report.figures["grey"]
    assert grey.flips >= abs(figures.accuracy - grey.accuracy) - 1e-9
    assert json.loads(json.dumps(report.to_dict()))["figures"]["grey"]["accuracy"] == grey.accuracy


def test_command_line(cli: Callable[..., Any], example_images: Path) -> None:
    outcome = cli("evaluate", example_images / "nothing", "--robustness")
    assert outcome.code == 1
    outcome = cli("evaluate", example_images, "--robustness", "--slice", "label")
    assert outcome.code == 2
    outcome = cli("evaluate", example_images, "--slice", "background", "--slice", "width")
    assert outcome.code == 0
    assert "by background" in outcome.out
    assert "under" in outcome.out
    outcome = cli("evaluate", example_images, "--slice", "kit")
    assert outcome.code == 1
    assert "no column 'kit' to divide by" in outcome.err


def test_unknown_labels_are_refused(tmp_path: Path, example_images: Path) -> None:
    shutil.copytree(example_images / "checked", tmp_path / "playing")
    with pytest.raises(DatasetError, match="none of the model's"):
        evaluate_robustness(tmp_path)


def test_unreadable_images_are_listed_and_not_counted(
    cli: Callable[..., Any], example_images: Path, tmp_path: Path
) -> None:
    crops = tmp_path / "crops"
    shutil.copytree(example_images, crops)
    (crops / "checked" / "broken.png").write_bytes(b"x")
    chosen = {"grey": CORRUPTIONS["grey"]}
    report = evaluate_robustness(crops, corruptions=chosen)
    assert report.unreadable == evaluate(crops).unreadable
    assert report.unreadable[0].startswith(str(crops / "checked" / "broken.png"))
    assert report.unreadable[0] in str(report)
    assert report.to_dict()["unreadable"] == report.unreadable
    whole = evaluate_robustness(example_images, corruptions=chosen)
    assert (report.count, report.figures) == (whole.count, whole.figures)
    assert whole.unreadable == []
    only = tmp_path / "only"
    (only / "checked").mkdir(parents=True)
    shutil.copy(crops / "checked" / "broken.png", only / "checked")
    for run in (evaluate, evaluate_robustness):
        with pytest.raises(DatasetError, match="none of the 1 images can be read"):
            run(only)
    shutil.copy(example_images / "checked" / "switch-dark.png", only / "checked")
    outcome = cli("evaluate", only, "--robustness")
    assert outcome.code == 1
    assert "unreadable (1)" in outcome.out
