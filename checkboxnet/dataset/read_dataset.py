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
from checkboxnet.report import files
from checkboxnet.report.progress import track

if TYPE_CHECKING:
    from datasets import Dataset, DatasetDict, IterableDataset, IterableDatasetDict

_KIND = files.FolderKind(
    name="folder that read_dataset wrote",
    holds=("manifest.jsonl", f"images/{'[0-9a-f]' * 20}.*"),
    proof=("manifest.jsonl",),
)


def read_dataset(
    dataset: Dataset | DatasetDict | IterableDataset | IterableDatasetDict,
    output: str | os.PathLike[str],
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
        output: Folder to write, with a `manifest.jsonl` to read it again by.
        image_column: Column of pictures, of type `datasets.Image`.
        label_column: Column of labels: of type `datasets.ClassLabel`, or text.
        overwrite: Replaces what an earlier call wrote there.

    Returns:
        The images. Columns of single values become their metadata, `group` their group.

    Raises:
        DatasetError: A column is missing or of another type, a row has no picture or no label, or
            a split has another name; the message says where.
        OutputExistsError: `output` exists, and `overwrite` is False or it holds anything else.
    """
    output = Path(output)
    files.refuse_to_replace(output, _KIND, overwrite=overwrite)
    splits: Mapping[Any, Any] = dataset if isinstance(dataset, Mapping) else {None: dataset}
    if unknown := [str(split) for split in splits if split not in {None, *SPLIT_OF_NAME}]:
        raise DatasetError(
            f"dataset: its splits {unknown} are none of train, validation, test. Rename them: "
            "datasets.DatasetDict({'train': dataset['…']})"
        )
    with files.atomic_folder(output) as part:
        (part / "images").mkdir()
        lines = []
        for split, rows in splits.items():
            name = split or "dataset"
            total = len(rows) if hasattr(rows, "__len__") else None
            read = _read(rows, name, image_column, label_column)
            for data, suffix, row in track(read, f"reading {name}", total=total):
                row["path"] = f"images/{files.sha256(data)[:20]}{suffix}"
                (part / row["path"]).write_bytes(data)
                if split:
                    row["split"] = split
                lines.append(json.dumps(row, ensure_ascii=False) + "\n")
        files.write_text(part / "manifest.jsonl", "".join(lines))
    return read_images(output / "manifest.jsonl")


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
        picture, label = row.pop(image_column), row.pop(label_column)
        if isinstance(labels, ClassLabel) and label is not None:
            label = labels.int2str(label) if label >= 0 else None
        if picture is None or label in (None, ""):
            lacking = "picture" if picture is None else "label"
            raise DatasetError(
                f"{name}, row {number}: has no {lacking}. Leave such rows out: dataset.filter(…)"
            )
        try:
            data = picture["bytes"] or Path(picture["path"]).read_bytes()
            with PIL.Image.open(io.BytesIO(data), formats=FORMATS) as image:
                suffix = f".{str(image.format).lower()}"
        except (OSError, ValueError, PIL.Image.DecompressionBombError) as error:
            raise DatasetError(
                f"{name}, row {number}: its picture can't be read, or is none of "
                f"{', '.join(FORMATS)} ({error})"
            ) from error
        others = {k: v for k, v in row.items() if isinstance(v, str | bool | int | float)}
        yield data, suffix, {**others, "label": label}
