"""Labelled images out of the `datasets` library: from the Hub, Parquet files, or memory."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import PIL.Image

from checkboxnet.dataset.read import SPLIT_OF_NAME, ImageSet, read_images
from checkboxnet.errors import DatasetError
from checkboxnet.picture.decode import FORMATS
from checkboxnet.report.files import (
    FolderKind,
    atomic_folder,
    refuse_to_replace,
    sha256,
    write_text,
)
from checkboxnet.report.progress import track

if TYPE_CHECKING:
    from datasets import Dataset, DatasetDict, IterableDataset, IterableDatasetDict

_MANIFEST = "manifest.jsonl"
_IMAGES = "images"
_NAME_DIGITS = 20
_SINGLE = (str, bool, int, float)
_KIND = FolderKind(
    name="folder that read_dataset wrote",
    holds=(_MANIFEST, f"{_IMAGES}/{'[0-9a-f]' * _NAME_DIGITS}.*"),
    proof=(_MANIFEST,),
)


def read_dataset(
    dataset: Dataset | DatasetDict | IterableDataset | IterableDatasetDict,
    folder: str | os.PathLike[str],
    *,
    image_column: str = "image",
    label_column: str = "label",
    overwrite: bool = False,
) -> ImageSet:
    """Puts the pictures of a dataset into a folder, and returns what `read_images` reads there.

    Pictures are written as they are encoded: none is decoded, and one at a time is in memory. The
    folder appears whole or not at all.

    Args:
        dataset: What `datasets.load_dataset` returned, streamed or not. The keys of a dictionary
            are the splits: `train`, `validation` (or `val`, `valid`), `test`. Of a single dataset
            nothing is split.
        folder: Folder to write, with a `manifest.jsonl` to read it again by.
        image_column: Column of pictures, of type `datasets.Image`.
        label_column: Column of labels: of type `datasets.ClassLabel`, or text.
        overwrite: Replaces what an earlier call wrote there.

    Returns:
        The images. Columns of single values become their metadata, `group` their group.

    Raises:
        DatasetError: A column is missing or of another type, a row has no picture or no label, or
            a split has another name; the message says where.
        OutputExistsError: `folder` exists, and `overwrite` is False or it holds anything else.
    """
    folder = Path(folder)
    refuse_to_replace(folder, _KIND, overwrite=overwrite)
    splits: Mapping[Any, Any] = dataset if isinstance(dataset, Mapping) else {None: dataset}
    if unknown := [str(split) for split in splits if split not in {None, *SPLIT_OF_NAME}]:
        raise DatasetError(
            f"dataset: its splits {unknown} are none of train, validation, test. Rename them: "
            "datasets.DatasetDict({'train': dataset['…']})"
        )
    with atomic_folder(folder) as part:
        (part / _IMAGES).mkdir()
        lines = []
        for split, rows in splits.items():
            name = split or "dataset"
            total = len(rows) if hasattr(rows, "__len__") else None
            read = _read(rows, name, image_column, label_column)
            for data, suffix, row in track(read, f"reading {name}", total=total):
                path = f"{_IMAGES}/{sha256(data)[:_NAME_DIGITS]}{suffix}"
                (part / path).write_bytes(data)
                row = {**row, "path": path} | ({"split": split} if split else {})
                lines.append(json.dumps(row, ensure_ascii=False) + "\n")
        write_text(part / _MANIFEST, "".join(lines))
    return read_images(folder / _MANIFEST)


def _read(
    rows: Dataset | IterableDataset, name: str, image_column: str, label_column: str
) -> Iterator[tuple[bytes, str, dict[str, Any]]]:
    """Yields the encoded picture of each row, the ending for its file, and the rest of the row."""
    from datasets import ClassLabel, Image, Value

    features = rows.features or {}
    for column, kinds in ((image_column, Image), (label_column, (ClassLabel, Value))):
        if not isinstance(features.get(column), kinds):
            there = ", ".join(f"{key} ({type(kind).__name__})" for key, kind in features.items())
            raise DatasetError(
                f"{name}: no column {column!r} of the right type: pictures are datasets.Image, "
                f"labels datasets.ClassLabel or text. Columns here: {there or 'unknown'}"
            )
    labels = features[label_column]
    for number, row in enumerate(rows.cast_column(image_column, Image(decode=False))):
        where = f"{name}, row {number}"
        data = _content(row[image_column], where)
        label = row[label_column]
        if isinstance(labels, ClassLabel) and label is not None:
            label = labels.int2str(label) if label >= 0 else None
        if label in (None, ""):
            raise DatasetError(f"{where}: has no label. Leave such rows out: dataset.filter(…)")
        del row[label_column]
        others = {key: value for key, value in row.items() if isinstance(value, _SINGLE)}
        yield data, _suffix(data, where), {**others, "label": label}


def _content(picture: Mapping[str, Any] | None, where: str) -> bytes:
    if picture is None:
        raise DatasetError(f"{where}: has no picture. Leave such rows out: dataset.filter(…)")
    data: bytes | None = picture["bytes"]
    try:
        return Path(picture["path"]).read_bytes() if data is None else data
    except OSError as error:
        raise DatasetError(f"{where}: {picture['path']} cannot be read ({error})") from error


def _suffix(data: bytes, where: str) -> str:
    try:
        with PIL.Image.open(io.BytesIO(data), formats=FORMATS) as picture:
            return f".{str(picture.format).lower()}"
    except (OSError, ValueError, PIL.Image.DecompressionBombError) as error:
        raise DatasetError(
            f"{where}: its picture is none of {', '.join(FORMATS)} ({error})"
        ) from error
