"""Out of the real `datasets` library, and through it and back."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import datasets
import numpy as np
import pytest
from datasets import (
    ClassLabel,
    Dataset,
    DatasetDict,
    Features,
    IterableDataset,
    Value,
    load_dataset,
)
from PIL import Image

from checkboxnet.dataset.export import ExportFormat, export_dataset
from checkboxnet.dataset.read import ImageSet, read_images
from checkboxnet.dataset.read_dataset import read_dataset
from checkboxnet.dataset.split import split_images
from checkboxnet.errors import DatasetError, OutputExistsError
from checkboxnet.picture.read import list_images
from checkboxnet.report.files import sha256
from checkboxnet.training.fine_tune import fine_tune

STATES = ClassLabel(names=["off", "on", "other"])


@pytest.fixture(autouse=True)
def _no_picture_is_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a picture was decoded")

    monkeypatch.setattr(datasets.Image, "decode_example", refuse)


def png(shade: int, kind: str = "PNG") -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(np.full((20, 30, 3), shade, np.uint8)).save(buffer, kind)
    return buffer.getvalue()


def rows(count: int = 6) -> dict[str, list[Any]]:
    return {
        "image": [{"bytes": png(30 * n), "path": None} for n in range(count)],
        "label": [n % 3 for n in range(count)],
        "group": ["a" if n < 3 else "b" for n in range(count)],
        "scale": [1.5 + n for n in range(count)],
        "native": [n % 2 == 0 for n in range(count)],
    }


FEATURES = Features(
    image=datasets.Image(),
    label=STATES,
    group=Value("string"),
    scale=Value("float64"),
    native=Value("bool"),
)


def content(images: ImageSet) -> set[tuple[Any, ...]]:
    return {
        (sha256(s.path.read_bytes()), s.label, s.split, s.group, s.metadata.get("kit"))
        for s in images.samples
    }


@pytest.mark.parametrize("format", ["imagefolder", "parquet"])
@pytest.mark.parametrize("streaming", [False, True])
def test_export_load_and_read_back(
    tiny_crops: Path, tmp_path: Path, format: ExportFormat, streaming: bool
) -> None:
    manifest = tmp_path / "manifest.jsonl"
    manifest.write_text(
        "".join(
            json.dumps({"path": str(path), "label": path.parent.name, "kit": kit, "group": kit})
            + "\n"
            for n, path in enumerate(list_images(tiny_crops))
            for kit in [f"kit-{n % 4}"]
        )
    )
    images = split_images(read_images(manifest), fractions=(0.5, 0.25, 0.25))
    folder = export_dataset(images, tmp_path / "exported", format=format)
    loaded = load_dataset(str(folder), cache_dir=str(tmp_path / "cache"), streaming=streaming)
    again = read_dataset(loaded, tmp_path / "again")
    assert len(again) == 36
    assert again.labels == ("checked", "unchecked", "other")
    assert content(again) == content(images)
    assert content(read_images(tmp_path / "again" / "manifest.jsonl")) == content(images)


def test_plain_imagefolder_of_the_library_reads_an_export(tiny_crops: Path, tmp_path: Path) -> None:
    folder = export_dataset(read_images(tiny_crops), tmp_path / "exported")
    loaded = load_dataset("imagefolder", data_dir=str(folder), cache_dir=str(tmp_path / "cache"))
    assert loaded["train"].num_rows == 36
    assert {"image", "label", "sha256"} <= set(loaded["train"].features)
    assert set(loaded["train"]["label"]) == {"checked", "unchecked", "other"}
    assert content(read_dataset(loaded["train"], tmp_path / "again")) == content(
        read_images(tiny_crops)
    )


def test_labels_metadata_and_files(tmp_path: Path) -> None:
    images = read_dataset(Dataset.from_dict(rows(), features=FEATURES), tmp_path / "out")
    assert images.labels == ("checked", "unchecked", "other")
    assert images.counts() == {"checked": 2, "unchecked": 2, "other": 2}
    by_digest = {sha256(sample.path.read_bytes()): sample for sample in images.samples}
    for n, name in enumerate(["unchecked", "checked", "other"] * 2):
        sample = by_digest[sha256(png(30 * n))]
        assert (sample.label, sample.split, sample.group) == (name, None, "ab"[n // 3])
        assert sample.metadata == {"scale": 1.5 + n, "native": n % 2 == 0}


def test_splits_of_a_dictionary(tmp_path: Path) -> None:
    one = Dataset.from_dict(rows(), features=FEATURES)
    loaded = DatasetDict(train=one, validation=one.select([0]), test=one.select([1, 2]))
    images = read_dataset(loaded, tmp_path / "out")
    assert {name: len(images.select(name)) for name in images.splits} == {
        "train": 6, "val": 1, "test": 2,
    }  # fmt: skip
    with pytest.raises(DatasetError, match=r"splits \['holdout'\] are none of train"):
        read_dataset(DatasetDict(holdout=one), tmp_path / "no")
    assert not (tmp_path / "no").exists()


def test_text_labels_other_columns_and_other_formats(tmp_path: Path) -> None:
    given = {
        "shot": [{"bytes": png(9, "JPEG"), "path": None}, {"bytes": png(90, "WEBP"), "path": "x"}],
        "state": ["Ticked", "not-checked"],
        "box": [[1, 2], [3, 4]],
    }
    features = Features(shot=datasets.Image(), state=Value("string"), box=[Value("int64")])
    dataset = Dataset.from_dict(given, features=features)
    images = read_dataset(dataset, tmp_path / "out", image_column="shot", label_column="state")
    assert {(s.path.suffix, s.label) for s in images.samples} == {
        (".jpeg", "checked"),
        (".webp", "unchecked"),
    }
    assert all(sample.metadata == {} for sample in images.samples)


def test_a_stream_is_read_one_row_at_a_time(tmp_path: Path) -> None:
    def produce() -> Iterator[dict[str, Any]]:
        for n in range(40):
            written = len(list_images(tmp_path)) + len(list(tmp_path.glob(".*/images/*")))
            assert written >= n - 1
            yield {"image": {"bytes": png(5 * n), "path": None}, "label": n % 3}

    features = Features(image=datasets.Image(), label=STATES)
    stream = IterableDataset.from_generator(produce, features=features)
    assert len(read_dataset(stream, tmp_path / "out")) == 40


def test_pictures_that_are_files(tmp_path: Path) -> None:
    (tmp_path / "one.png").write_bytes(png(1))
    features = Features(image=datasets.Image(), label=STATES)
    paths = {"image": [str(tmp_path / "one.png")], "label": [1]}
    images = read_dataset(Dataset.from_dict(paths, features=features), tmp_path / "out")
    assert images.samples[0].path.read_bytes() == png(1)
    (tmp_path / "one.png").unlink()
    with pytest.raises(DatasetError, match=r"^dataset, row 0: its picture can't be read.*one\.png"):
        read_dataset(Dataset.from_dict(paths, features=features), tmp_path / "no")


def changed(column: str, value: object) -> Dataset:
    given = rows()
    given[column][4] = value
    return Dataset.from_dict(given, features=FEATURES)


@pytest.mark.parametrize(
    ("dataset", "words"),
    [
        (changed("image", None), "train, row 4: has no picture"),
        (changed("label", None), "train, row 4: has no label"),
        (changed("label", -1), "train, row 4: has no label"),
        (
            changed("image", {"bytes": b"?", "path": None}),
            "train, row 4: its picture can't be",
        ),
        (Dataset.from_dict({"label": [1]}), r"train: no column 'image' .*: label \(Value\)"),
        (changed("label", 0).remove_columns("label"), "train: no column 'label'"),
        (changed("label", 0).rename_column("group", "box").rename_column("image", "shot"), "shot"),
    ],
)
def test_what_is_missing_is_named(dataset: Dataset, words: str, tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match=words):
        read_dataset(DatasetDict(train=dataset), tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_no_folder_of_others_is_replaced(tmp_path: Path) -> None:
    dataset = Dataset.from_dict(rows(), features=FEATURES)
    read_dataset(dataset, tmp_path / "out")
    with pytest.raises(OutputExistsError, match="exists already"):
        read_dataset(dataset, tmp_path / "out")
    assert len(read_dataset(dataset.select([0, 1]), tmp_path / "out", overwrite=True)) == 2
    (tmp_path / "out" / "thesis.txt").write_text("precious")
    with pytest.raises(OutputExistsError, match=r"'thesis\.txt'"):
        read_dataset(dataset, tmp_path / "out", overwrite=True)
    (tmp_path / "out" / "thesis.txt").rename(tmp_path / "out" / "images" / "thesis.txt")
    with pytest.raises(OutputExistsError, match=r"'images/thesis\.txt'"):
        read_dataset(dataset, tmp_path / "out", overwrite=True)
    assert (tmp_path / "out" / "images" / "thesis.txt").read_text() == "precious"


@pytest.mark.slow
def test_training_takes_what_was_read(
    tiny_crops: Path, tiny_backbone: Path, tmp_path: Path
) -> None:
    folder = export_dataset(read_images(tiny_crops), tmp_path / "exported", format="parquet")
    loaded = load_dataset(str(folder), split="train", cache_dir=str(tmp_path / "cache"))
    images = read_dataset(loaded, tmp_path / "images")
    result = fine_tune(images, output=tmp_path / "run", base=tiny_backbone, epochs=0)
    assert result.model.labels == ("checked", "unchecked", "other")
