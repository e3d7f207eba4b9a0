"""Labelled images: image folders and manifests, read into one shape."""

from __future__ import annotations

import csv
import difflib
import io
import json
import logging
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from checkboxnet.errors import DatasetError
from checkboxnet.files import refuse_to_overwrite, sha256, write_text
from checkboxnet.images import list_images
from checkboxnet.labels import RESERVED_LABELS, STANDARD_LABELS, standard_label

logger = logging.getLogger(__name__)

_COLUMNS: tuple[str, ...] = ("path", "label", "split", "group", "sha256")
_SPLIT_OF_NAME = {
    "train": "train",
    "training": "train",
    "val": "val",
    "valid": "val",
    "validation": "val",
    "test": "test",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One labelled image."""

    path: Path
    label: str
    split: str | None = None
    """`train`, `val`, `test`, or None where nothing has been split."""
    group: str | None = None
    """Kit, page or site: images of one group never stand on two sides of a split."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageSet:
    """Labelled images, in a fixed order."""

    root: Path
    """Where they were read from; named in errors."""
    samples: tuple[Sample, ...]
    labels: tuple[str, ...]
    """All labels that occur: the standard ones first, own ones in alphabetical order."""

    def __len__(self) -> int:
        return len(self.samples)

    @property
    def splits(self) -> frozenset[str]:
        """The splits that occur."""
        return frozenset(sample.split for sample in self.samples if sample.split)

    def counts(self) -> dict[str, int]:
        """Returns the number of images of each label."""
        counter = Counter(sample.label for sample in self.samples)
        return {label: counter[label] for label in self.labels}

    def select(self, split: str) -> ImageSet:
        """Returns the images of one split.

        Raises:
            DatasetError: There are none; the message names the splits there are.
        """
        chosen = tuple(sample for sample in self.samples if sample.split == split)
        if not chosen:
            there = ", ".join(sorted(self.splits)) or "none; `checkboxnet data split` makes them"
            raise DatasetError(f"{self.root}: no images of split {split!r}; splits here: {there}")
        return replace(self, samples=chosen)


def read_images(source: str | os.PathLike[str]) -> ImageSet:
    """Reads what images there are and their labels; decodes none.

    Args:
        source: A folder with one subfolder per label, a folder of splits (`train`, `val`, `test`)
            with label folders in them, or a manifest: `.csv` or `.jsonl` with `path` (relative to
            the manifest), `label`, and perhaps `split` and `group`.

    Returns:
        The images sorted by path. Labels whose names stand for the standard ones (`on`, `Ticked`,
        `not-checked`…) are given the standard name.

    Raises:
        DatasetError: Nothing usable is there, files of a manifest are missing, or standard label
            names are mixed with unknown ones, which is mostly a typing error.
    """
    source = Path(source)
    if source.is_dir():
        samples = _from_folder(source)
    elif not source.exists():
        raise DatasetError(f"{source}: no such folder or manifest")
    elif source.suffix.lower() in (".csv", ".jsonl"):
        samples = _from_manifest(source)
    else:
        raise DatasetError(f"{source}: expected a folder, or a manifest ending in .csv or .jsonl")
    return _with_labels(source, samples)


def require_classes(images: ImageSet) -> None:
    """Raises unless at least two labels have images.

    Raises:
        DatasetError: There is one label only.
    """
    present = [label for label, count in images.counts().items() if count]
    if len(present) < 2:
        raise DatasetError(
            f"{images.root}: all {len(images)} training images are labelled {present[0]!r}; "
            "training needs at least two labels"
        )


def write_manifest(
    images: ImageSet, target: str | os.PathLike[str], *, overwrite: bool = False
) -> Path:
    """Writes the images as a manifest: path, label, split, group, sha256 of the file.

    Args:
        images: Paths are written relative to the manifest.
        target: Ends in `.csv` or `.jsonl`.
        overwrite: Replaces an existing file.

    Raises:
        OutputExistsError: `target` exists and `overwrite` is False.
        DatasetError: `target` has another ending.
    """
    target = Path(target)
    if target.suffix.lower() not in (".csv", ".jsonl"):
        raise DatasetError(f"{target}: a manifest ends in .csv or .jsonl")
    refuse_to_overwrite(target, overwrite=overwrite)
    folder = target.resolve().parent
    rows = []
    for sample in images.samples:
        path = Path(os.path.relpath(sample.path.resolve(), folder)).as_posix()
        row = {
            "path": path,
            "label": sample.label,
            "split": sample.split,
            "group": sample.group,
            "sha256": sha256(sample.path.read_bytes()),
        }
        rows.append({key: value for key, value in row.items() if value is not None})
    if target.suffix.lower() == ".jsonl":
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    else:
        used = {key for row in rows for key in row}
        columns = [key for key in _COLUMNS if key in used]
        buffer = io.StringIO()
        writer = csv.DictWriter(buffer, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        text = buffer.getvalue()
    write_text(target, text)
    return target


def _from_folder(folder: Path) -> list[Sample]:
    subfolders = _subfolders(folder)
    if not subfolders:
        loose = len(list_images(folder))
        raise DatasetError(
            f"{folder}: no label folders in it"
            + (f", only {loose} loose images" if loose else "; it is empty")
            + ". Expected subfolders named checked, unchecked, other (or your own labels)"
        )
    if all(path.name.lower() in _SPLIT_OF_NAME for path in subfolders):
        return [
            replace(sample, split=_SPLIT_OF_NAME[path.name.lower()])
            for path in subfolders
            for label_folder in _subfolders(path)
            for sample in _label_folder(label_folder)
        ]
    return [sample for path in subfolders for sample in _label_folder(path)]


def _subfolders(folder: Path) -> list[Path]:
    return sorted(p for p in folder.iterdir() if p.is_dir() and not p.name.startswith("."))


def _label_folder(folder: Path) -> Iterable[Sample]:
    return (Sample(path=path, label=folder.name) for path in list_images(folder))


def _from_manifest(manifest: Path) -> list[Sample]:
    samples = []
    for number, row in enumerate(_rows(manifest), start=1):
        if not row.get("path") or not row.get("label"):
            raise DatasetError(f"{manifest}: row {number} lacks path or label: {row}")
        split = row.get("split") or None
        if split is not None and split not in _SPLIT_OF_NAME:
            raise DatasetError(
                f"{manifest}: row {number}: split {split!r} is none of train, val, test"
            )
        samples.append(
            Sample(
                path=manifest.parent / str(row["path"]),
                label=str(row["label"]),
                split=split and _SPLIT_OF_NAME[split],
                group=str(row["group"]) if row.get("group") else None,
            )
        )
    missing = [sample.path for sample in samples if not sample.path.is_file()]
    if missing:
        raise DatasetError(
            f"{manifest}: {len(missing)} of {len(samples)} images are missing, the first is "
            f"{missing[0]}. Paths are relative to the manifest's own folder"
        )
    return sorted(samples, key=lambda sample: sample.path.as_posix())


def _rows(manifest: Path) -> list[dict[str, Any]]:
    try:
        text = manifest.read_text(encoding="utf-8-sig")
        if manifest.suffix.lower() == ".csv":
            return list(csv.DictReader(io.StringIO(text)))
        rows = [json.loads(line) for line in text.splitlines() if line.strip()]
    except (ValueError, csv.Error) as error:
        raise DatasetError(f"{manifest}: cannot be parsed ({error})") from error
    if not all(isinstance(row, dict) for row in rows):
        raise DatasetError(f"{manifest}: every line must be a JSON object")
    return rows


def _with_labels(root: Path, samples: Sequence[Sample]) -> ImageSet:
    reserved = [sample for sample in samples if sample.label.lower() in RESERVED_LABELS]
    if reserved:
        logger.warning(
            "%s: %d images labelled 'mixed' (indeterminate) are left out", root, len(reserved)
        )
        samples = [sample for sample in samples if sample not in reserved]
    if not samples:
        raise DatasetError(f"{root}: no images in it")
    names = sorted({sample.label for sample in samples})
    standard = {name: standard_label(name) for name in names}
    unknown = [name for name, label in standard.items() if label is None]
    if unknown and len(unknown) < len(names):
        close = difflib.get_close_matches(unknown[0], STANDARD_LABELS, n=1)
        meant = f" Did you mean {close[0]!r}?" if close else ""
        raise DatasetError(
            f"{root}: labels {unknown} stand beside standard ones.{meant} Rename them to checked, "
            "unchecked or other, move them away, or use names of your own throughout"
        )
    if unknown:
        return ImageSet(root=root, samples=tuple(samples), labels=tuple(names))
    renamed = tuple(replace(s, label=str(standard[s.label])) for s in samples)
    present = {sample.label for sample in renamed}
    return ImageSet(
        root=root,
        samples=tuple(sorted(renamed, key=lambda s: s.path.as_posix())),
        labels=tuple(label for label in STANDARD_LABELS if label in present),
    )
