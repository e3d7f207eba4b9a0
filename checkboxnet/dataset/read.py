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
        images: In the order of the rows.
        target: The manifest that paths are relative to.
    """
    folder = Path(target).resolve().parent
    rows = []
    for sample in images.samples:
        path = Path(os.path.relpath(sample.path.resolve(), folder)).as_posix()
        row = {
            "path": path,
            "label": sample.label,
            "split": sample.split,
            "group": sample.group,
        }
        rows.append(
            {key: value for key, value in row.items() if value is not None}
            | {key: value for key, value in sample.metadata.items() if key not in _COLUMNS}
            | {"sha256": sha256(sample.path.read_bytes())}
        )
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
    strangers = [path.name for path in subfolders if path.name.lower() not in SPLIT_OF_NAME]
    if not strangers:
        for path in subfolders:
            loose += _images_in(path)
        samples = [
            replace(sample, split=SPLIT_OF_NAME[path.name.lower()])
            for path in subfolders
            for label_folder in _subfolders(path)
            for sample in _label_folder(label_folder)
        ]
    elif len(strangers) < len(subfolders):
        raise DatasetError(
            f"{folder}: {strangers} stand beside folders of splits. Move them away, or put label "
            "folders alone there, or split folders alone (train, val, test)"
        )
    else:
        samples = [sample for path in subfolders for sample in _label_folder(path)]
    if loose:
        logger.warning("%s: %d images outside of label folders are left out", folder, len(loose))
    return _once(samples)


def _subfolders(folder: Path) -> list[Path]:
    return sorted(p for p in folder.iterdir() if p.is_dir() and not p.name.startswith("."))


def _images_in(folder: Path) -> list[Path]:
    """Returns the images that lie in a folder itself."""
    return [path for path in folder.iterdir() if is_image_file(path)]


def _once(samples: Iterable[Sample]) -> list[Sample]:
    """Returns the samples with each file once, though links may lead to its folder twice.

    Raises:
        DatasetError: A file has two labels, or is on two sides of a split.
    """
    first: dict[tuple[str, str], Sample] = {}
    real_path = cache(os.path.realpath)
    for sample in samples:
        place = real_path(sample.path.parent)
        other = first.setdefault((place, sample.path.name), sample)
        if sample.split != other.split or _meaning(sample) != _meaning(other):
            raise DatasetError(
                f"{other.path} and {sample.path} are one file, by a link between folders. Remove "
                "the link: an image has one label, and is on one side of a split"
            )
    return list(first.values())


def _meaning(sample: Sample) -> str:
    return standard_label(sample.label) or sample.label


def _label_folder(folder: Path) -> Iterable[Sample]:
    return (Sample(path=path, label=folder.name) for path in list_images(folder))


def _from_manifest(manifest: Path, root: Path) -> list[Sample]:
    samples = []
    for number, row in enumerate(_rows(manifest), start=1):
        # JSON labels may be numbers or booleans, and false is a name of unchecked.
        path, label, split, group = (
            "" if row.get(key) is None else str(row[key])
            for key in ("path", "label", "split", "group")
        )
        if not path or not label:
            raise DatasetError(f"{manifest}: row {number} lacks path or label: {row}")
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
                # A CSV row with too many cells has them under None.
                metadata={
                    key: value
                    for key, value in row.items()
                    if key is not None and key not in ("path", "label", "split", "group")
                },
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
            return list(csv.DictReader(io.StringIO(text)))
    except (ValueError, csv.Error) as error:
        raise DatasetError(f"{manifest}: cannot be parsed ({error})") from error
    rows = [
        parse_json(line, source=f"{manifest}, line {number}", error=DatasetError)
        for number, line in enumerate(text.split("\n"), start=1)
        if line.strip()
    ]
    if not all(isinstance(row, dict) for row in rows):
        raise DatasetError(f"{manifest}: every line must be a JSON object")
    return rows


def _with_labels(
    root: Path, samples: Sequence[Sample], wanted: Sequence[str] | None = None
) -> ImageSet:
    samples = sorted(samples, key=lambda sample: sample.path.as_posix())
    usable = [s for s in samples if s.label.strip().lower() not in RESERVED_LABELS]
    kept_apart = Counter(sample.label.strip().lower() for sample in samples)
    for label, meaning in RESERVED_LABELS.items():
        if count := kept_apart[label]:
            message = "%s: %d images labelled %r (%s) are left out"
            logger.warning(message, root, count, label, meaning)
    if wanted is not None:
        return _of_labels(root, usable, tuple(wanted))
    samples = usable
    if not samples:
        raise DatasetError(f"{root}: no images in it")
    names = sorted({sample.label for sample in samples})
    if unwritable := [name for name in names if not is_name(name)]:
        raise DatasetError(
            f"{root}: label {unwritable[0]!r} can't be printed or written. Rename it"
        )
    standard = {name: standard_label(name) for name in names}
    unknown = [name for name, label in standard.items() if label is None]
    if unknown and len(unknown) < len(names):
        close = {n: difflib.get_close_matches(n.lower(), STANDARD_LABELS, n=1) for n in unknown}
        meant = "".join(f" Did you mean {c[0]!r} by {n!r}?" for n, c in close.items() if c)
        raise DatasetError(
            f"{root}: labels {unknown} stand beside standard ones.{meant} Rename them to checked, "
            "unchecked or other, move them away, or use names of your own throughout"
        )
    if unknown:
        return ImageSet(root=root, samples=tuple(samples), labels=tuple(names))
    _tell_renamed(root, {name: str(label) for name, label in standard.items()})
    renamed = tuple(replace(s, label=str(standard[s.label])) for s in samples)
    present = {sample.label for sample in renamed}
    return ImageSet(
        root=root,
        samples=renamed,
        labels=tuple(label for label in STANDARD_LABELS if label in present),
    )


def _tell_renamed(root: Path, standard: Mapping[str, str]) -> None:
    """Says which names were taken for standard labels, but for other spellings of those."""
    renamed = [f"{n!r} as {label}" for n, label in standard.items() if n.strip().lower() != label]
    if renamed:
        logger.info("%s: labels are read as standard ones: %s", root, ", ".join(renamed))


def _of_labels(root: Path, samples: Sequence[Sample], wanted: tuple[str, ...]) -> ImageSet:
    chosen = []
    read_as = {}
    for sample in samples:
        label = sample.label if sample.label in wanted else standard_label(sample.label)
        if label in wanted:
            chosen.append(replace(sample, label=str(label)))
            read_as[sample.label] = str(label)
    if not chosen:
        there = ", ".join(sorted({sample.label for sample in samples})) or "none"
        raise DatasetError(f"{root}: no images labelled {list(wanted)}; labels here: {there}")
    _tell_renamed(root, read_as)
    if others := len(samples) - len(chosen):
        logger.warning("%s: %d images of other labels are left out", root, others)
    return ImageSet(root=root, samples=tuple(chosen), labels=wanted)
