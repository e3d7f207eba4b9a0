from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from checkboxnet.dataset.check import check
from checkboxnet.dataset.duplicates import find_duplicates
from checkboxnet.dataset.read import read_images
from checkboxnet.picture.read import list_images, open_image


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
    kinds = {issue.kind: {Path(path).name for path in issue.paths} for issue in report.issues}
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
    assert find_duplicates(paths) == ([], [])


def test_colour_alone_tells_switches_apart(tmp_path: Path) -> None:
    for name, colour in (("off", (150, 150, 150)), ("on", (90, 175, 110))):
        image = Image.new("RGB", (60, 36), "white")
        ImageDraw.Draw(image).rounded_rectangle((5, 5, 55, 31), 13, fill=colour)
        image.save(tmp_path / f"{name}.png")
    assert find_duplicates(list_images(tmp_path)) == ([], [])


@pytest.mark.parametrize("size", [(40, 40), (178, 72), (1800, 40), (900, 500)])
@pytest.mark.parametrize("style", ["tick", "dot"])
def test_a_small_mark_in_a_large_crop_is_seen(
    tmp_path: Path, size: tuple[int, int], style: str
) -> None:
    paths = []
    for on in (False, True):
        image = Image.new("RGB", size, "white")
        draw = ImageDraw.Draw(image)
        x, y = 8, size[1] // 2 - 8
        draw.text((x + 26, y), "Remember me on this device", fill=(30, 30, 30))
        draw.rectangle((x, y, x + 16, y + 16), outline=(110, 110, 110))
        if on and style == "tick":
            draw.line((x + 3, y + 8, x + 7, y + 12, x + 13, y + 3), fill=(60, 60, 60), width=2)
        elif on:
            draw.ellipse((x + 5, y + 5, x + 11, y + 11), fill=(110, 110, 110))
        image.save(tmp_path / f"{on}.png")
        paths.append(tmp_path / f"{on}.png")
    assert find_duplicates(paths) == ([], [])


def test_altered_copies_of_real_crops_are_near_duplicates(
    shared_data: Path, tmp_path: Path
) -> None:
    found = dict.fromkeys(("smaller", "larger", "cropped", "jpeg"), 0)
    crops = list_images(shared_data / "checkbox_state_v2")[::30]
    for path in crops:
        image = Image.fromarray(open_image(path))
        width, height = image.size
        copies = {
            "smaller": image.resize((round(width * 0.8), round(height * 0.8))),
            "larger": image.resize((width * 2, height * 2)),
            "cropped": image.crop((1, 1, width, height)),
        }
        for name, copy in copies.items():
            copy.save(tmp_path / "copy.png")
            found[name] += len(find_duplicates([path, tmp_path / "copy.png"])[1])
        image.save(tmp_path / "copy.jpg", quality=80)
        found["jpeg"] += len(find_duplicates([path, tmp_path / "copy.jpg"])[1])
    assert min(found.values()) >= 0.8 * len(crops), found


def test_one_file_listed_under_two_labels_is_an_error(tmp_path: Path) -> None:
    Image.new("RGB", (20, 20)).save(tmp_path / "a.png")
    (tmp_path / "m.csv").write_text("path,label\na.png,on\na.png,off\n")
    report = check(read_images(tmp_path / "m.csv"))
    assert [i.message for i in report.issues if i.severity == "error"] == [
        "the same picture is labelled checked and unchecked"
    ]


def test_real_set_has_no_duplicates(shared_data: Path) -> None:
    assert find_duplicates(list_images(shared_data / "checkbox_state_v2")) == ([], [])
