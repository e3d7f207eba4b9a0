"""Labelled images as the rows and columns of a dataset that is published."""

from __future__ import annotations

import logging
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from checkboxnet.dataset.read import ImageSet, Sample
from checkboxnet.errors import DatasetError
from checkboxnet.picture.read import IMAGE_SUFFIXES, open_image
from checkboxnet.report.files import sha256
from checkboxnet.report.progress import track

logger = logging.getLogger(__name__)

HUB_SPLITS = {"train": "train", "val": "validation", "test": "test"}
"""Our names of splits, and those of the Hugging Face Hub."""

_RESERVED = ("image", "label", "file_name", "file_names")
DIGEST_DIGITS = 16
"""Of a file's SHA-256, with which its name begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One image of the dataset."""

    source: Path
    split: str
    """`train`, `validation` or `test`."""
    label: str
    file_name: str
    """`label/digest.suffix`, below the folder of the split; unlike that of any other row."""
    digest: str
    size: int
    """Bytes."""
    pixels: tuple[int, int]
    """Width and height."""
    values: Mapping[str, Any]
    """A str, bool, int, float or None for each column of the table."""

    def read(self) -> bytes:
        """Returns the file's content.

        Raises:
            DatasetError: It can't be read, or isn't what it was when the table was made.
        """
        data = _read(self.source)
        if sha256(data) != self.digest:
            raise DatasetError(f"{self.source}: changed while it was exported. Export again")
        return data


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows in the order of their digests, which mixes labels and kits and is always the same."""

    rows: tuple[Row, ...]
    labels: tuple[str, ...]
    """In the order of their numbers."""
    columns: Mapping[str, type]
    """Name and type (str, bool, int, float) of each column beside image and label."""

    @property
    def splits(self) -> dict[str, list[Row]]:
        """The rows of each split that has any, train first."""
        rows_of: dict[str, list[Row]] = {name: [] for name in HUB_SPLITS.values()}
        for row in self.rows:
            rows_of[row.split].append(row)
        return {name: rows for name, rows in rows_of.items() if rows}


def tabulate(images: ImageSet) -> Table:
    """Reads every image once and returns the table.

    Columns are `group`, what single values the samples' metadata holds, and `sha256`. A column
    has one type: whole numbers beside broken ones are floats, anything else that is mixed is
    text. Missing text is empty, missing numbers and truth values are None, and a column of those
    that one split lacks altogether is text, so that all splits can be read with one type.

    Raises:
        DatasetError: Some images have a split and some have none, a file is not what its
            `sha256` says, one picture has two labels, or a name can't be published.
        ImageError: An image can't be decoded.
    """
    _refuse_half_split(images)
    for label in images.labels:
        if label.startswith(".") or "/" in label or "\\" in label:
            raise DatasetError(
                f"{images.root}: label {label!r} can't name a folder. Rename it: no slashes, no "
                "leading dot"
            )
    seen: dict[str, Sample] = {}
    names: Counter[tuple[str, str, str]] = Counter()
    rows = []
    for sample in track(images.samples, "reading images", total=len(images)):
        data = _read(sample.path)
        digest = sha256(data)
        _refuse_contradictions(sample, digest, seen.setdefault(digest, sample))
        height, width = open_image(sample.path).shape[:2]
        split = HUB_SPLITS[sample.split or "train"]
        names[key := (split, sample.label, digest)] += 1
        again = f"-{names[key]}" if names[key] > 1 else ""
        name = f"{digest[:DIGEST_DIGITS]}{again}{sample.path.suffix.lower()}"
        rows.append(
            Row(
                source=sample.path,
                split=split,
                label=sample.label,
                file_name=f"{sample.label}/{name}",
                digest=digest,
                size=len(data),
                pixels=(width, height),
                values={"group": sample.group, **sample.metadata, "sha256": digest},
            )
        )
    rows.sort(key=lambda row: (row.digest, row.file_name))
    return _typed(images, rows)


def _refuse_half_split(images: ImageSet) -> None:
    without = [sample.path for sample in images.samples if sample.split is None]
    if without and images.splits:
        raise DatasetError(
            f"{images.root}: {len(without)} of {len(images)} images have no split, the first is "
            f"{without[0]}. Give all of them one (`checkboxnet data split`), or none"
        )


def _refuse_contradictions(sample: Sample, digest: str, first: Sample) -> None:
    if sample.path.suffix.lower() not in IMAGE_SUFFIXES:
        raise DatasetError(
            f"{sample.path}: expected a name ending in {', '.join(sorted(IMAGE_SUFFIXES))}"
        )
    stated = sample.metadata.get("sha256")
    if stated and stated != digest:
        raise DatasetError(
            f"{sample.path}: its SHA-256 is {digest[:12]}…, its manifest says {stated[:12]}…: the "
            "file was altered or replaced. Restore it, or write the manifest again"
        )
    if first.label != sample.label:
        raise DatasetError(
            f"{sample.path}: labelled {sample.label}, but {first.path} is the same picture and "
            f"labelled {first.label}. Correct one of them; `checkboxnet data check` lists all such"
        )


def _typed(images: ImageSet, rows: Sequence[Row]) -> Table:
    columns: dict[str, type] = {}
    for name in dict.fromkeys(name for row in rows for name in row.values):
        if name in _RESERVED or name.endswith(("_file_name", "_file_names")):
            raise DatasetError(
                f"{images.root}: a column named {name!r} would be taken for pictures or labels by "
                "the `datasets` library. Rename it"
            )
        kind = _type_of(name, rows)
        if kind is not None:
            columns[name] = kind
    typed = tuple(
        replace(
            row, values={name: _cell(row.values.get(name), kind) for name, kind in columns.items()}
        )
        for row in rows
    )
    return Table(rows=typed, labels=images.labels, columns=columns)


def _type_of(name: str, rows: Sequence[Row]) -> type | None:
    """Returns the type of a column; None where it is empty or holds lists or objects."""
    there = [(row.split, row.values.get(name)) for row in rows]
    there = [(split, value) for split, value in there if not _is_missing(value)]
    kinds = {type(value) for _, value in there}
    if kinds & {list, dict}:
        logger.info("column %r holds lists or objects and is left out", name)
        return None
    if not kinds:
        return None
    everywhere = {split for split, _ in there} == {row.split for row in rows}
    if kinds == {bool} and everywhere:
        return bool
    if kinds <= {int, float} and everywhere and _fits(value for _, value in there):
        return float if float in kinds else int
    return str


def _is_missing(value: object) -> bool:
    return value is None or value == "" or (isinstance(value, float) and not math.isfinite(value))


def _fits(values: Iterable[Any]) -> bool:
    return all(abs(value) < 2**63 for value in values)


def _cell(value: Any, kind: type) -> str | int | float | bool | None:
    if _is_missing(value):
        return "" if kind is str else None
    if kind is str and isinstance(value, bool):
        return str(value).lower()  # as in JSON
    cell: str | int | float | bool = kind(value)
    return cell


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise DatasetError(f"{path}: cannot be read ({error.strerror})") from error
