"""Figures of a scan, by findings that are known."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from checkboxnet import Found, Prediction
from checkboxnet.dataset.page_records import LabelledControl, LabelledPage
from checkboxnet.errors import DatasetError, OutputExistsError
from checkboxnet.evaluation.matching import matched
from checkboxnet.evaluation.scan import ScanReport, report_of
from checkboxnet.picture.boxes import Box


@pytest.fixture
def shot(tmp_path: Path) -> Path:
    path = tmp_path / "shot.png"
    Image.new("RGB", (400, 300), "white").save(path)
    return path


def page(
    shot: Path,
    controls: Sequence[tuple[Box, str]],
    *,
    ignore: Sequence[Box] = (),
    group: str = "kit",
) -> LabelledPage:
    """Returns a labelled screenshot; boxes are left, top, right and bottom."""
    return LabelledPage(
        path=shot,
        group=group,
        controls=tuple(LabelledControl(kind="checkbox", state=state) for _, state in controls),
        boxes=np.array([box for box, _ in controls], np.float32).reshape(-1, 4),
        ignore=np.array(ignore, np.float32).reshape(-1, 4),
        about={},
    )


def found(box: Box, label: str, *, certain: bool = True, score: float = 0.9) -> Found:
    """Returns a finding; its box is left, top, width and height."""
    rest = dict.fromkeys({"checked", "unchecked", "other"} - {label}, 0.05)
    state = Prediction(label=label, score=0.9, probabilities={label: 0.9, **rest}, certain=certain)
    return Found(box=box, prediction=state, score=score)


def report(pages: Sequence[LabelledPage], findings: Sequence[Sequence[Found]]) -> ScanReport:
    answers = iter(findings)
    return report_of(pages, lambda _, __: next(answers))


def test_each_control_is_matched_once_by_the_most_probable_finding(shot: Path) -> None:
    labelled = page(shot, [((10, 10, 30, 30), "checked"), ((100, 10, 120, 30), "checked")])
    match = matched(labelled, [(11, 11, 20, 20), (9, 9, 20, 20), (100, 18, 20, 20)])
    assert match.control == [0, None, None]
    by_centre = matched(labelled, [(11, 11, 20, 20), (100, 18, 20, 20)], by_centre=True)
    assert by_centre.control == [0, 1]


def test_what_lies_in_an_ignored_region_is_neither_right_nor_wrong(shot: Path) -> None:
    labelled = page(shot, [((10, 10, 30, 30), "checked")], ignore=[(200, 0, 400, 100)])
    match = matched(labelled, [(10, 10, 20, 20), (210, 20, 20, 20), (192, 20, 18, 18)])
    assert match.ignored == [False, True, True]
    outside = matched(labelled, [(180, 20, 30, 20)])
    assert outside.ignored == [False]


def test_figures_count_what_is_found_what_is_right_and_what_is_certain(shot: Path) -> None:
    first = page(
        shot,
        [
            ((10, 10, 30, 30), "checked"),
            ((10, 50, 30, 70), "unchecked"),
            ((10, 90, 30, 110), "mixed"),
        ],
    )
    second = page(shot, [((10, 10, 70, 70), "checked")], group="other kit")
    third = page(shot, [])
    result = report(
        [first, second, third],
        [
            [
                found((10, 10, 20, 20), "checked"),
                found((10, 50, 20, 20), "checked", certain=False),
                found((10, 90, 20, 20), "checked", certain=False),
                found((200, 200, 20, 20), "unchecked"),
            ],
            [],
            [],
        ],
    )
    assert (result.screenshots, result.controls) == (3, 4)
    assert result.recall.value == 3 / 4
    assert result.precision.value == 3 / 4
    # The first, and the indeterminate one, of which the model is not certain.
    assert result.right.value == 2 / 4
    assert result.right_findings.value == 2 / 4
    assert result.certain_right.value == 1 / 2
    assert result.certain_share.value == 1 / 4
    assert result.false_toggles.value == pytest.approx(1 / 3)
    assert result.wholly_right.value == pytest.approx(1 / 3)
    by_size = result.slices["size"]
    assert by_size["16 to 24 px"][0].value == 1
    assert by_size["from 48 px"][0].value == 0
    assert [len(each.missed + each.wrong + each.false) for each in result.mistakes] == [2, 1]
    assert json.loads(json.dumps(result.to_dict()))["recall"]["value"] == 0.75
    assert "found and right" in str(result)


def test_intervals_come_from_groups_drawn_again(shot: Path) -> None:
    good = [page(shot, [((10, 10, 30, 30), "checked")], group="good") for _ in range(30)]
    bad = [page(shot, [((10, 10, 30, 30), "checked")], group="bad") for _ in range(30)]
    hits = [[found((10, 10, 20, 20), "checked")]] * 30
    result = report([*good, *bad], [*hits, *[[]] * 30])
    # Two groups: one draw in four takes only the bad one.
    assert (result.recall.low, result.recall.high) == (0, 1)


def test_the_page_shows_the_mistakes_and_is_not_written_over(shot: Path, tmp_path: Path) -> None:
    labelled = page(shot, [((10, 10, 30, 30), "checked")])
    result = report([labelled], [[found((200, 200, 20, 20), "checked")]])
    target = result.save_html(tmp_path / "scan.html", title="Ours")
    text = target.read_text()
    assert "1 missed, 0 wrong, 1 false" in text
    assert "data:image/webp;base64," in text
    with pytest.raises(OutputExistsError):
        result.save_html(target)


def test_unreadable_screenshots_are_named(shot: Path, tmp_path: Path) -> None:
    gone = page(tmp_path / "gone.png", [((10, 10, 30, 30), "checked")])
    result = report([page(shot, []), gone], [[]])
    assert result.screenshots == 1
    assert "gone.png" in result.unreadable[0]
    with pytest.raises(DatasetError, match=r"gone\.png"):
        report([gone], [])
