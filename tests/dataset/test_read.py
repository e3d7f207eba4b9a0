from __future__ import annotations

import json
import logging
import os
import shutil
from pathlib import Path

import pytest
from PIL import Image

from checkboxnet.dataset.read import read_images, require_classes, write_manifest
from checkboxnet.errors import DatasetError, OutputExistsError


def make(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (20, 20)).save(path)
    return folder


def test_label_folders_under_any_alias(tmp_path: Path) -> None:
    images = read_images(make(tmp_path, "On/1.png", "off/2.png", "off/deep/3.png", ".git/x/4.png"))
    assert images.labels == ("checked", "unchecked")
    assert images.counts() == {"checked": 1, "unchecked": 2}


def test_what_was_renamed_is_said(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    make(tmp_path, "On/1.png", "off/2.png", "Other /3.png")
    with caplog.at_level(logging.INFO):
        read_images(tmp_path)
        assert caplog.messages == [
            f"{tmp_path}: labels are read as standard ones: 'On' as checked, 'off' as unchecked"
        ]
        caplog.clear()
        read_images(tmp_path, labels=["checked", "other"])
        assert "'On' as checked" in caplog.text
        assert "'off'" not in caplog.text
        caplog.clear()
        read_images(make(tmp_path / "plain", "checked/1.png", "Unchecked/2.png"))
        assert caplog.messages == []


def test_states_of_another_kind_are_labels_of_ones_own(tmp_path: Path) -> None:
    images = read_images(make(tmp_path, "disabled/1.png", "enabled/2.png"))
    assert images.labels == ("disabled", "enabled")
    make(tmp_path, "checked/3.png")
    with pytest.raises(DatasetError, match=r"\['disabled', 'enabled'\] stand beside standard ones"):
        read_images(tmp_path)


def test_a_label_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    make(tmp_path, "on/1.png")
    make(tmp_path, os.fsdecode(b"caf\xe9/2.png"))  # Latin-1, where the system's names are UTF-8
    with pytest.raises(DatasetError, match=r"label 'caf\\udce9' can't be printed"):
        read_images(tmp_path)


@pytest.fixture
def linked(tmp_path: Path) -> Path:
    """Label folders that are links, with a loose image beside them."""
    make(tmp_path / "elsewhere", "a/1.png", "a/deep/2.png", "b/3.png")
    folder = make(tmp_path / "crops", "loose.png")
    (folder / "checked").symlink_to(tmp_path / "elsewhere" / "a")
    (folder / "unchecked").symlink_to(tmp_path / "elsewhere" / "b")
    return folder


def test_label_folders_may_be_links(linked: Path, caplog: pytest.LogCaptureFixture) -> None:
    images = read_images(linked)
    assert images.counts() == {"checked": 2, "unchecked": 1}
    assert [message.partition(": ")[2] for message in caplog.messages] == [
        "1 images outside of label folders are left out"
    ]


def test_links_that_go_in_circles_end(linked: Path) -> None:
    (linked / "checked" / "again").symlink_to(linked / "checked")
    (linked / "unchecked" / "self").symlink_to("self")
    (linked / "unchecked" / "nowhere").symlink_to("nothing")
    assert read_images(linked).counts() == {"checked": 2, "unchecked": 1}
    (linked / "on").symlink_to("checked")
    assert read_images(linked).counts() == {"checked": 2, "unchecked": 1}


def test_a_file_with_two_labels_by_a_link_is_refused(linked: Path) -> None:
    (linked / "unchecked" / "more").symlink_to(linked / "checked" / "deep")
    with pytest.raises(DatasetError, match=r"2\.png and .*2\.png are one file, by a link"):
        read_images(linked)


def test_a_file_on_two_sides_by_a_link_is_refused(tmp_path: Path) -> None:
    make(tmp_path, "train/on/1.png", "train/off/2.png")
    (tmp_path / "val").symlink_to("train")
    with pytest.raises(DatasetError, match="one file, by a link"):
        read_images(tmp_path)


def test_labels_of_ones_own(tmp_path: Path) -> None:
    images = read_images(make(tmp_path, "playing/1.png", "paused/2.png"))
    assert images.labels == ("paused", "playing")


def test_a_typing_error_does_not_become_a_class(tmp_path: Path) -> None:
    make(tmp_path, "checked/1.png", "uncheckd/2.png")
    with pytest.raises(DatasetError, match=r"uncheckd.*Did you mean 'unchecked' by 'uncheckd'"):
        read_images(tmp_path)


def test_mixed_is_left_out_with_a_warning(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    make(tmp_path, "checked/1.png", "unchecked/2.png", "Mixed /3.png")
    with caplog.at_level(logging.WARNING):
        assert len(read_images(tmp_path)) == 2
    assert "1 images labelled 'mixed'" in caplog.text


def test_split_folders(tmp_path: Path) -> None:
    make(tmp_path, "train/on/1.png", "validation/on/2.png", "train/off/3.png", "test/off/4.png")
    images = read_images(tmp_path)
    assert images.splits == {"train", "val", "test"}
    assert images.select("train").counts() == {"checked": 1, "unchecked": 1}
    with pytest.raises(DatasetError, match="splits here: test, train, val"):
        images.select("dev")


def test_splits_and_labels_side_by_side_are_refused(tmp_path: Path) -> None:
    make(tmp_path, "train/on/1.png", "val/off/2.png", "extra/off/3.png")
    with pytest.raises(DatasetError, match=r"\['extra'\] stand beside folders of splits"):
        read_images(tmp_path)


def test_loose_images_are_left_out_with_a_warning(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    make(tmp_path, "train/on/1.png", "train/loose.png", "loose.png")
    with caplog.at_level(logging.WARNING):
        assert [s.path.name for s in read_images(tmp_path).samples] == ["1.png"]
    assert "2 images outside of label folders are left out" in caplog.text


def test_asked_for_labels_only(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    make(tmp_path, "on/1.png", "off/2.png", "banana/3.png")
    with caplog.at_level(logging.WARNING):
        images = read_images(tmp_path, labels=["unchecked", "checked", "other"])
    assert images.counts() == {"unchecked": 1, "checked": 1, "other": 0}
    assert "1 images of other labels are left out" in caplog.text
    with pytest.raises(DatasetError, match="labels here: banana, off, on"):
        read_images(tmp_path, labels=["pear"])


def test_published_split_is_read_from_its_root(shared_data: Path) -> None:
    images = read_images(
        shared_data / "checkbox_state_v2_split.csv", root=shared_data / "checkbox_state_v2"
    )
    assert {split: len(images.select(split)) for split in ("train", "val", "test")} == {
        "train": 412,
        "val": 51,
        "test": 52,
    }


def test_json_numbers_and_booleans_are_names(tmp_path: Path) -> None:
    make(tmp_path, "1.png", "2.png")
    manifest = tmp_path / "m.jsonl"
    manifest.write_text(
        '{"path": "1.png", "label": false, "split": "Train", "group": 0}\n'
        '{"path": "2.png", "label": true, "split": null}\n'
    )
    first, second = read_images(manifest).samples
    assert (first.label, first.split, first.group) == ("unchecked", "train", "0")
    assert (second.label, second.split, second.group) == ("checked", None, None)
    manifest.write_text('{"path": "1.png", "label": 0}\n{"path": "2.png", "label": 1}\n')
    assert read_images(manifest).labels == (
        "0",
        "1",
    )  # numbers of some classes


@pytest.mark.parametrize("suffix", [".csv", ".jsonl"])
def test_manifest_round_trip(tmp_path: Path, suffix: str) -> None:
    images = read_images(make(tmp_path / "crops", "train/on/1, a.png", "val/off/ü.png"))
    manifest = write_manifest(images, tmp_path / "elsewhere" / f"m{suffix}")
    back = read_images(manifest)
    assert [(s.path.resolve(), s.label, s.split) for s in back.samples] == [
        (s.path.resolve(), s.label, s.split) for s in images.samples
    ]
    with pytest.raises(OutputExistsError):
        write_manifest(images, manifest)
    shutil.rmtree(tmp_path / "crops" / "val")
    with pytest.raises(DatasetError, match=r"1 of 2 images are missing, the first is .*ü\.png"):
        read_images(manifest)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("path,label\na.png,\n", "row 1 lacks path or label"),
        ("path,label,split\na.png,on,dev\n", "split 'dev' is none of"),
    ],
)
def test_bad_manifest_rows_are_named(tmp_path: Path, content: str, words: str) -> None:
    manifest = tmp_path / "m.csv"
    manifest.write_text(content)
    with pytest.raises(DatasetError, match=words):
        read_images(manifest)


def test_unusable_sources(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="no such folder"):
        read_images(tmp_path / "nowhere")
    with pytest.raises(DatasetError, match="it is empty"):
        read_images(tmp_path)
    make(tmp_path, "1.png")
    with pytest.raises(DatasetError, match="1 loose images"):
        read_images(tmp_path)
    with pytest.raises(DatasetError, match=r"ending in \.csv or \.jsonl"):
        read_images(tmp_path / "1.png")
    (tmp_path / "broken.jsonl").write_text("{")
    with pytest.raises(DatasetError, match=r"broken\.jsonl, line 1: not valid JSON"):
        read_images(tmp_path / "broken.jsonl")


def test_one_class_is_too_few_for_training(tmp_path: Path) -> None:
    images = read_images(make(tmp_path, "on/1.png", "on/2.png"))
    with pytest.raises(DatasetError, match="all 2 training images are labelled 'checked'"):
        require_classes(images)
    require_classes(images, 1)


@pytest.mark.parametrize("column", ["path", "label", "weight"])
def test_manifests_of_strangers_are_refused_by_name_and_line(
    tmp_path: Path, column: str, hostile_json: str
) -> None:
    row = {"path": "1.png", "label": "on", "weight": 1}
    line = json.dumps({**row, column: "HERE"}).replace('"HERE"', hostile_json)
    manifest = make(tmp_path, "1.png") / "m.jsonl"
    manifest.write_text(f"{json.dumps(row)}\n\n{line}\n")
    with pytest.raises(DatasetError, match=r"m\.jsonl, line 3"):
        read_images(manifest)
