"""Labelled images: image folders and manifests, read into one shape."""

from __future__ import annotations

import csv
import difflib
import io
import json
import logging
import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from checkboxnet.errors import DatasetError
from checkboxnet.labels import RESERVED_LABELS, STANDARD_LABELS, is_name, standard_label
from checkboxnet.picture.read import is_image_file, list_images
from checkboxnet.report.files import parse_json, refuse_to_overwrite, sha256, write_text

logger = logging.getLogger(__name__)

_COLUMNS: tuple[str, ...] = ("path", "label", "split", "group", "sha256")
SPLIT_OF_NAME = {
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
    """Kit, page or site: images of one group never stand on two sides of a split, unless there are
    too few groups for one."""
    metadata: Mapping[str, Any] = field(default_factory=dict, hash=False)
    """The other columns of its manifest, untouched: JSON values from `.jsonl`, text from `.csv`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImageSet:
    """Labelled images, in a fixed order."""

    root: Path
    """Where they were read from; named in errors."""
    samples: tuple[Sample, ...]
    labels: tuple[str, ...]
    """All labels that occur: the standard ones first, own ones in alphabetical order. Where labels
    were asked for, those, with or without images."""
    left_out: tuple[Sample, ...] = ()
    """Images with a reserved label, `mixed` or `undecided`: never trained on, but kept by
    `write_manifest`."""

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
        return replace(self, samples=chosen, left_out=())


def read_images(
    source: str | os.PathLike[str],
    *,
    labels: Sequence[str] | None = None,
    root: str | os.PathLike[str] | None = None,
) -> ImageSet:
    """Reads what images there are and their labels; decodes none.

    Args:
        source: A folder with one subfolder per label, a folder of splits (`train`, `val`, `test`)
            with label folders in them, or a manifest: `.csv` or `.jsonl` with `path` (relative to
            the manifest), `label`, and perhaps `split` and `group`; other columns are kept as
            the samples' `metadata`.
        labels: Reads images of these labels only, and makes them the labels of the set, in this
            order. By default all labels that occur.
        root: Folder that the paths of a manifest are relative to, if not its own.

    Returns:
        The images sorted by path; links between folders are followed. Labels whose names stand
        for the standard ones (`on`, `Ticked`, `not-checked`…, `checkboxnet.labels.ALIASES`) are
        given the standard name, and the log says which.

    Raises:
        DatasetError: Nothing usable is there, files of a manifest are missing, or standard label
            names are mixed with unknown ones, which is mostly a typing error.
            A link gives a file a second label or puts it on a second side of a split.
    """
    source = Path(source)
    if source.is_dir():
        samples = _from_folder(source)
    elif not source.exists():
        raise DatasetError(f"{source}: no such folder or manifest")
    elif source.suffix.lower() in (".csv", ".jsonl"):
        samples = _from_manifest(source, source.parent if root is None else Path(root))
    else:
        raise DatasetError(f"{source}: expected a folder, or a manifest ending in .csv or .jsonl")
    return _with_labels(source, samples, labels)


def require_classes(images: ImageSet, minimum: int = 2) -> None:
    """Raises unless at least `minimum` labels have images.

    Raises:
        DatasetError: There are fewer; the message names them.
    """
    present = [label for label, count in images.counts().items() if count]
    if len(present) < minimum:
        names = " or ".join(repr(label) for label in present)
        raise DatasetError(
            f"{images.root}: all {len(images)} training images are labelled {names}; "
            f"training needs at least {minimum} labels. Add images of another one"
        )


def write_manifest(
    images: ImageSet, target: str | os.PathLike[str], *, overwrite: bool = False
) -> Path:
    """Writes the images as a manifest: path, label, split, group, metadata, sha256 of the file.

    Args:
        images: Paths are written relative to the manifest.
        target: Ends in `.csv` or `.jsonl`.
        overwrite: Replaces an existing file.

    Raises:
        OutputExistsError: `target` exists and `overwrite` is False.
        DatasetError: `target` has another ending.
    """
    target = Path(target)
    require_manifest_name(target)
    refuse_to_overwrite(target, overwrite=overwrite)
    write_rows(manifest_rows(images, target), target)
    return target


def require_manifest_name(target: Path) -> None:
    """Raises unless a file's name is one of a manifest.

    Raises:
        DatasetError: It ends in neither `.csv` nor `.jsonl`.
    """
    if target.suffix.lower() not in (".csv", ".jsonl"):
        raise DatasetError(f"{target}: a manifest ends in .csv or .jsonl")


def manifest_rows(images: ImageSet, target: str | os.PathLike[str]) -> list[dict[str, Any]]:
    """Returns the rows of a manifest of the images; reads every file, for its sha256.

    Args:
        images: In the order of the rows; those left out come last.
        target: The manifest that paths are relative to.
    """
    folder = Path(target).resolve().parent
    rows = []
    for sample in (*images.samples, *images.left_out):
        row: dict[str, Any] = {
            "path": Path(os.path.relpath(sample.path.resolve(), folder)).as_posix(),
            "label": sample.label,
        }
        if sample.split is not None:
            row["split"] = sample.split
        if sample.group is not None:
            row["group"] = sample.group
        row |= {key: value for key, value in sample.metadata.items() if key not in _COLUMNS}
        rows.append(row | {"sha256": sha256(sample.path.read_bytes())})
    return rows


def write_rows(rows: Sequence[Mapping[str, Any]], target: Path) -> None:
    """Writes rows as a manifest, in place of an existing one."""
    if target.suffix.lower() == ".jsonl":
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    else:
        used = {key: None for row in rows for key in row}
        first = [key for key in _COLUMNS[:-1] if key in used]
        others = [key for key in used if key not in _COLUMNS]
        buffer = io.StringIO()
        writer = csv.DictWriter(buffer, [*first, *others, _COLUMNS[-1]], lineterminator="\n")
        writer.writeheader()
        writer.writerows({key: _csv_cell(value) for key, value in row.items()} for row in rows)
        text = buffer.getvalue()
    write_text(target, text)


def _csv_cell(value: object) -> object:
    return value if value is None or isinstance(value, str) else json.dumps(value)


def _from_folder(folder: Path) -> list[Sample]:
    subfolders, loose = _subfolders(folder), _images_in(folder)
    if not subfolders:
        raise DatasetError(
            f"{folder}: no label folders in it"
            + (f", only {len(loose)} loose images" if loose else "; it is empty")
            + ". Expected subfolders named checked, unchecked, other (or your own labels)"
        )
    others = [path.name for path in subfolders if path.name.lower() not in SPLIT_OF_NAME]
    if others and len(others) < len(subfolders):
        raise DatasetError(
            f"{folder}: {others} stand beside folders of splits. Move them away, or put label "
            "folders alone there, or split folders alone (train, val, test)"
        )
    label_folders: list[tuple[str | None, Path]] = [(None, path) for path in subfolders]
    if not others:
        loose += [image for path in subfolders for image in _images_in(path)]
        label_folders = [
            (SPLIT_OF_NAME[path.name.lower()], label_folder)
            for path in subfolders
            for label_folder in _subfolders(path)
        ]
    if loose:
        logger.warning("%s: %d images outside of label folders are left out", folder, len(loose))
    return _without_links(
        Sample(path=image, label=path.name, split=split)
        for split, path in label_folders
        for image in list_images(path)
    )


def _subfolders(folder: Path) -> list[Path]:
    return sorted(p for p in folder.iterdir() if p.is_dir() and not p.name.startswith("."))


def _images_in(folder: Path) -> list[Path]:
    """Returns the images that lie in a folder itself."""
    return [path for path in folder.iterdir() if is_image_file(path)]


def _without_links(samples: Iterable[Sample]) -> list[Sample]:
    """Returns the samples with each file once, though links may lead to its folder twice.

    Raises:
        DatasetError: A file has two labels, or is on two sides of a split.
    """
    first: dict[tuple[str, str], Sample] = {}
    real_path = cache(os.path.realpath)
    for sample in samples:
        place = real_path(sample.path.parent)
        other = first.setdefault((place, sample.path.name), sample)
        labels = {standard_label(each.label) or each.label for each in (sample, other)}
        if sample.split != other.split or len(labels) > 1:
            raise DatasetError(
                f"{other.path} and {sample.path} are one file, by a link between folders. Remove "
                "the link: an image has one label, and is on one side of a split"
            )
    return list(first.values())


def _from_manifest(manifest: Path, root: Path) -> list[Sample]:
    samples = []
    for number, row in enumerate(_rows(manifest), start=1):
        values = [row.pop(key, None) for key in ("path", "label", "split", "group")]
        # JSON labels may be numbers or booleans, and false is a name of unchecked.
        path, label, split, group = ("" if value is None else str(value) for value in values)
        if not path or not label:
            raise DatasetError(f"{manifest}: row {number} lacks path or label")
        if split and split.lower() not in SPLIT_OF_NAME:
            raise DatasetError(
                f"{manifest}: row {number}: split {split!r} is none of train, val, test"
            )
        samples.append(
            Sample(
                path=root / path,
                label=label,
                split=SPLIT_OF_NAME[split.lower()] if split else None,
                group=group or None,
                metadata=row,
            )
        )
    missing = [sample.path for sample in samples if not sample.path.is_file()]
    if missing:
        raise DatasetError(
            f"{manifest}: {len(missing)} of {len(samples)} images are missing, the first is "
            f"{missing[0]}. Paths are relative to the manifest's own folder, or to root="
        )
    return samples


def _rows(manifest: Path) -> list[dict[str, Any]]:
    try:
        text = manifest.read_text(encoding="utf-8-sig")
        if manifest.suffix.lower() == ".csv":
            rows = list(csv.DictReader(io.StringIO(text)))
            for row in rows:
                row.pop(None, None)  # cells beyond the columns
            return rows
    except (ValueError, csv.Error) as error:
        raise DatasetError(f"{manifest}: cannot be parsed ({error})") from error
    lines = [
        parse_json(line, source=f"{manifest}, line {number}", error=DatasetError)
        for number, line in enumerate(text.split("\n"), start=1)
        if line.strip()
    ]
    if not all(isinstance(line, dict) for line in lines):
        raise DatasetError(f"{manifest}: every line must be a JSON object")
    return lines


def _with_labels(root: Path, samples: Iterable[Sample], wanted: Sequence[str] | None) -> ImageSet:
    samples = sorted(samples, key=lambda sample: sample.path.as_posix())
    reserved = Counter(sample.label.strip().lower() for sample in samples)
    for label, meaning in RESERVED_LABELS.items():
        if count := reserved[label]:
            message = "%s: %d images labelled %r (%s) are left out"
            logger.warning(message, root, count, label, meaning)
    left_out = [s for s in samples if s.label.strip().lower() in RESERVED_LABELS]
    samples = [s for s in samples if s.label.strip().lower() not in RESERVED_LABELS]
    names = sorted({sample.label for sample in samples})
    label_of = _standard(root, names) if wanted is None else _wanted(root, names, wanted)
    # Other spellings of a standard label are no news.
    renamed = [f"{n!r} as {label}" for n, label in label_of.items() if n.strip().lower() != label]
    if renamed and not set(label_of.values()).isdisjoint(STANDARD_LABELS):
        logger.info("%s: labels are read as standard ones: %s", root, ", ".join(renamed))
    chosen = [replace(s, label=label_of[s.label]) for s in samples if s.label in label_of]
    if others := len(samples) - len(chosen):
        logger.warning("%s: %d images of other labels are left out", root, others)
    present = set(label_of.values())
    return ImageSet(
        root=root,
        samples=tuple(chosen),
        labels=tuple(
            wanted or [label for label in STANDARD_LABELS if label in present] or sorted(present)
        ),
        left_out=tuple(left_out),
    )


def _wanted(root: Path, names: Sequence[str], wanted: Sequence[str]) -> dict[str, str]:
    """Returns the label of each name that is one, or stands for one, of those wanted."""
    read_as = {name: name if name in wanted else standard_label(name) for name in names}
    label_of = {name: label for name, label in read_as.items() if label in wanted and label}
    if not label_of:
        there = ", ".join(names) or "none"
        raise DatasetError(f"{root}: no images labelled {list(wanted)}; labels here: {there}")
    return label_of


def _standard(root: Path, names: Sequence[str]) -> dict[str, str]:
    """Returns the standard label of each name, or the names themselves where none has one."""
    if not names:
        raise DatasetError(f"{root}: no images in it")
    if unwritable := [name for name in names if not is_name(name)]:
        raise DatasetError(
            f"{root}: label {unwritable[0]!r} can't be printed or written. Rename it"
        )
    label_of = {name: label for name in names if (label := standard_label(name))}
    unknown = [name for name in names if name not in label_of]
    if not label_of:
        return {name: name for name in names}
    if unknown:
        close = {n: difflib.get_close_matches(n.lower(), STANDARD_LABELS, n=1) for n in unknown}
        meant = "".join(f" Did you mean {c[0]!r} by {n!r}?" for n, c in close.items() if c)
        raise DatasetError(
            f"{root}: labels {unknown} stand beside standard ones.{meant} Rename them to checked, "
            "unchecked or other, move them away, or use names of your own throughout"
        )
    return label_of
