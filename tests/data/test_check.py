from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PIL import Image

from checkboxnet.data.check import check
from checkboxnet.data.duplicates import find_duplicates
from checkboxnet.data.folder import read_images
from checkboxnet.images import list_images, open_image


@pytest.fixture
def crops(tiny_crops: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "crops"
    shutil.copytree(tiny_crops, folder)
    return folder


def test_clean_set_has_no_issues(crops: Path) -> None:
    report = check(read_images(crops))
    assert report.issues == []
    assert report.ok


def test_every_kind_of_issue_is_found(crops: Path) -> None:
    (crops / "checked" / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    shutil.copy(crops / "checked" / "00.png", crops / "unchecked" / "same.png")
    picture = Image.open(crops / "other" / "03.png").convert("RGB")
    picture.save(crops / "other" / "03.bmp")
    picture.save(crops / "other" / "03.jpg", quality=95)
    Image.new("RGB", (8, 8)).save(crops / "other" / "tiny.png")
    Image.new("RGB", (620, 20)).save(crops / "other" / "long.png")
    report = check(read_images(crops))
    kinds = {issue.kind: {path.name for path in issue.paths} for issue in report.issues}
    assert kinds == {
        "unreadable": {"broken.png"},
        "two-labels": {"00.png", "same.png"},
        "exact-duplicates": {"03.png", "03.bmp"},
        "near-duplicates": {"03.png", "03.bmp", "03.jpg"},
        "tiny": {"tiny.png"},
        "huge": {"long.png"},
    }
    assert not report.ok
    assert [issue.severity for issue in report.issues[:2]] == ["error", "error"]


def test_imbalance_and_missing_label(crops: Path) -> None:
    shutil.rmtree(crops / "other")
    for path in list_images(crops / "unchecked")[2:]:
        path.unlink()
    assert [issue.kind for issue in check(read_images(crops)).issues] == [
        "missing-label",
        "imbalance",
    ]


def test_states_of_one_control_are_no_near_duplicates(tmp_path: Path, tiny_crops: Path) -> None:
    # The same seed draws the same box, empty or ticked.
    paths = [tiny_crops / label / "05.png" for label in ("checked", "unchecked")]
    assert open_image(paths[0]).shape == open_image(paths[1]).shape
    assert find_duplicates(paths).near == []


def test_real_set_has_no_duplicates(shared_data: Path) -> None:
    found = find_duplicates(list_images(shared_data / "checkbox_state_v2"))
    assert (found.exact, found.near) == ([], [])
