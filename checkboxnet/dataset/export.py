"""Labelled images as a dataset folder that `datasets` and the Hugging Face Hub read."""

from __future__ import annotations

import json
import logging
import math
import os
import re
import shutil
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, get_args

from checkboxnet.dataset.read import ImageSet, Sample
from checkboxnet.errors import ConfigError, DatasetError, require_choice, require_package
from checkboxnet.picture.read import IMAGE_SUFFIXES, open_image
from checkboxnet.report import files, markdown
from checkboxnet.report.progress import track
from checkboxnet.weights.hub import push_files

logger = logging.getLogger(__name__)

ExportFormat = Literal["imagefolder", "parquet"]

_HUB_SPLITS = {"train": "train", "val": "validation", "test": "test"}
_SHARD_BYTES = 256_000_000
_DTYPES = {str: "string", bool: "bool", int: "int64", float: "float64"}
"""Types of cells, as `datasets` calls them."""

_FOLDERS = ("data", *_HUB_SPLITS.values())
_TABLES = (
    *(f"{split}/metadata.jsonl" for split in _HUB_SPLITS.values()),
    *(f"data/{split}-?????-of-?????.parquet" for split in _HUB_SPLITS.values()),
)
_IMAGES = tuple(f"{split}/*/{'[0-9a-f]' * 16}*" for split in _HUB_SPLITS.values())
_KIND = files.FolderKind(
    name="dataset that was exported", holds=("README.md", *_TABLES, *_IMAGES), proof=_TABLES
)


def export_dataset(
    images: ImageSet,
    output: str | os.PathLike[str],
    *,
    format: ExportFormat = "imagefolder",
    title: str | None = None,
    license: str = "unknown",
    kits: str | os.PathLike[str] | None = None,
    notes: str = "",
    overwrite: bool = False,
) -> Path:
    """Writes the images as a dataset that `datasets.load_dataset` reads, and returns its folder.

    The folder appears whole or not at all. The same images give the same bytes.

    Args:
        images: Columns of their manifest are kept, except lists and objects.
        output: Folder to write.
        format: `imagefolder` copies the files into `train/LABEL/`, `validation/LABEL/` and
            `test/LABEL/`, or `train/` alone where nothing is split, with a `metadata.jsonl` per
            split. `parquet` puts them into shards under `data/`; needs the extra `datasets`.
        title: Title of the dataset card, `README.md`; the folder's name by default.
        license: Identifier as on the Hub: `apache-2.0`, `cc-by-4.0`, `other`…
        kits: JSON file with versions and licences of the UI kits, for the card: a list of
            `{"name": …, "packages": [{"name": …, "version": …, "license": …}]}`.
        notes: Markdown at the end of the card: where the images come from, thanks, contact.
        overwrite: Replaces an earlier export.

    Raises:
        ConfigError: `format` is neither, or `license` is no identifier.
        DatasetError: A file is missing or altered, labels contradict each other, a label can't
            name a folder, or `kits` is malformed; the message names the file.
        ImageError: An image can't be decoded.
        MissingExtraError: Parquet was asked for and `datasets` is not installed.
        OutputExistsError: `output` exists, and `overwrite` is False or it holds anything else
            than an export does.

    Examples:
        >>> import tempfile
        >>> from checkboxnet.dataset.read import read_images
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     path = export_dataset(read_images("examples/images"), folder)
        ...     print(sorted(item.name for item in path.iterdir()))
        ['README.md', 'train']
    """
    from huggingface_hub import DatasetCardData

    output = Path(output)
    title = title or output.resolve().name
    require_choice("format", format, get_args(ExportFormat))
    if not re.fullmatch(r"[a-z0-9][a-z0-9.+-]*", license):
        raise ConfigError(
            f"license must be an identifier in lower case, say apache-2.0 or other, got {license!r}"
        )
    if format == "parquet":
        require_package("datasets", "datasets")
    files.refuse_to_replace(output, _KIND, overwrite=overwrite)
    _refuse_unpublishable(images)
    packages = _read_kits(Path(kits)) if kits else {}
    with files.atomic_folder(output) as part:
        rows = _copy_images(images, part)
        columns = _columns(rows)
        for split, members in rows.items():
            rows[split] = members = [
                {name: _cell(row.get(name), dtype) for name, dtype in columns.items()}
                for row in members
            ]
            if format == "parquet":
                _write_parquet(members, part, split, images.labels, columns)
                shutil.rmtree(part / split)
            else:
                lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in members]
                files.write_text(part / split / "metadata.jsonl", "".join(lines))
        data = DatasetCardData(
            pretty_name=title,
            license=license,
            task_categories=["image-classification"],
            tags=["checkbox", "user-interface", "checkboxnet"],
            configs=[_config(rows, format, images.labels, columns)],
        )
        counts = _counts(rows, images.labels, packages)
        card = f"---\n{data.to_yaml()}\n---\n\n# {' '.join(title.split())}\n\n{counts}\n\n{notes}"
        files.write_text(part / "README.md", card.rstrip() + "\n")
    return output


def push_dataset(folder: str | os.PathLike[str], repo_id: str, *, private: bool = False) -> str:
    """Publishes an exported dataset as one commit to a dataset repository on the Hub.

    Only what an export holds is uploaded. What an earlier export left in the repository is
    removed by the same commit, so that old shards don't mix with new ones.

    Args:
        folder: What `export_dataset` wrote.
        repo_id: `owner/name`; made if it doesn't exist.
        private: Whether a new repository is private.

    Returns:
        The full hash of the new commit.

    Raises:
        DatasetError: `folder` holds no export.
        DownloadError: The Hub refused or can't be reached.
    """
    folder = Path(folder)
    if not (folder / "README.md").is_file() or not any((folder / n).is_dir() for n in _FOLDERS):
        raise DatasetError(
            f"{folder}: no exported dataset: expected README.md and data/ or train/. Make one "
            "with `checkboxnet data export`"
        )
    return push_files(
        folder,
        repo_id,
        kind="dataset",
        files=["README.md", *(f"{name}/**" for name in _FOLDERS)],
        message="Publish dataset",
        private=private,
    )


def _refuse_unpublishable(images: ImageSet) -> None:
    for label in images.labels:
        if label.startswith(".") or "/" in label or "\\" in label:
            raise DatasetError(
                f"{images.root}: label {label!r} can't name a folder. Rename it: no slashes, no "
                "leading dot"
            )
    unsplit = [sample.path for sample in images.samples if sample.split is None]
    if unsplit and images.splits:
        raise DatasetError(
            f"{images.root}: {len(unsplit)} of {len(images)} images have no split, the first is "
            f"{unsplit[0]}. Give all of them one (`checkboxnet data split`), or none"
        )


def _copy_images(images: ImageSet, folder: Path) -> dict[str, list[dict[str, Any]]]:
    """Copies the files into `SPLIT/LABEL/`, and returns the metadata of the images of each split.

    They are in the order of their digests, which mixes labels and kits.
    """
    rows: dict[str, list[dict[str, Any]]] = {split: [] for split in _HUB_SPLITS.values()}
    first: dict[str, Sample] = {}
    copies: Counter[tuple[str, str]] = Counter()
    for sample in track(images.samples, "copying images", total=len(images)):
        data = _read_image(sample)
        digest, split = files.sha256(data), _HUB_SPLITS[sample.split or "train"]
        _refuse_contradictions(sample, digest, first.setdefault(digest, sample))
        copies[split, digest] += 1
        again = f"-{copies[split, digest]}" if copies[split, digest] > 1 else ""
        name = f"{sample.label}/{digest[:16]}{again}{sample.path.suffix.lower()}"
        path = folder / split / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        own = {"file_name": name, "label": sample.label, "group": sample.group, "sha256": digest}
        rows[split].append({**sample.metadata, **own})
    return {
        split: sorted(members, key=lambda row: (row["sha256"], row["file_name"]))
        for split, members in rows.items()
        if members
    }


def _read_image(sample: Sample) -> bytes:
    if sample.path.suffix.lower() not in IMAGE_SUFFIXES:
        raise DatasetError(
            f"{sample.path}: expected a name ending in {', '.join(sorted(IMAGE_SUFFIXES))}"
        )
    open_image(sample.path)
    return sample.path.read_bytes()


def _refuse_contradictions(sample: Sample, digest: str, first: Sample) -> None:
    stated = sample.metadata.get("sha256")
    if stated and stated != digest:
        raise DatasetError(
            f"{sample.path}: its SHA-256 is {digest[:12]}…, its manifest says "
            f"{str(stated)[:12]}…: the file was altered or replaced. Restore it, or write the "
            "manifest again"
        )
    if first.label != sample.label:
        raise DatasetError(
            f"{sample.path}: labelled {sample.label}, but {first.path} is the same picture and "
            f"labelled {first.label}. Correct one of them; `checkboxnet data check` lists all such"
        )


def _columns(rows: Mapping[str, Sequence[Mapping[str, Any]]]) -> dict[str, str]:
    """Returns the type of each column that is kept.

    Not kept are those that are empty, of lists or objects, or that the loader of image folders
    would take for pictures. Text is what is of several types, or empty in a split: that loader
    guesses the types of each split on its own, and refuses splits that differ.
    """
    kinds: dict[str, set[type]] = defaultdict(set)
    splits: dict[str, set[str]] = defaultdict(set)
    for split, members in rows.items():
        for name, value in (item for row in members for item in row.items()):
            if not _is_missing(value):
                fits = not isinstance(value, int) or abs(value) < 2**63
                kinds[name].add(type(value) if fits else str)
                splits[name].add(split)
    columns = {}
    for name, found in kinds.items():
        pictures = name == "image" or name.endswith(("_file_name", "file_names"))
        if pictures or not found <= _DTYPES.keys():
            logger.warning("column %r can't be published and is left out", name)
            continue
        if found == {int, float}:
            found = {float}
        uniform = len(found) == 1 and len(splits[name]) == len(rows)
        columns[name] = _DTYPES[found.pop()] if uniform else "string"
    return columns


def _is_missing(value: object) -> bool:
    return value in (None, "") or (isinstance(value, float) and not math.isfinite(value))


def _cell(value: Any, dtype: str) -> Any:
    if _is_missing(value):
        return "" if dtype == "string" else None
    if dtype == "string" and not isinstance(value, str):
        return json.dumps(value)
    return float(value) if dtype == "float64" else value


def _write_parquet(
    rows: Sequence[Mapping[str, Any]],
    folder: Path,
    split: str,
    labels: Sequence[str],
    columns: Mapping[str, str],
) -> None:
    """Writes `data/SPLIT-00000-of-0000N.parquet` from the image files of a split."""
    import datasets

    types = {name: datasets.Value(dtype) for name, dtype in columns.items()}
    types |= {"image": datasets.Image(), "label": datasets.ClassLabel(names=list(labels))}
    del types["file_name"]
    (folder / "data").mkdir(exist_ok=True)
    paths = [folder / split / row["file_name"] for row in rows]
    count = -(-sum(path.stat().st_size for path in paths) // _SHARD_BYTES)
    for number in range(count):
        shard = range(number * len(rows) // count, (number + 1) * len(rows) // count)
        images = [{"bytes": paths[i].read_bytes(), "path": paths[i].name} for i in shard]
        cells = {name: [rows[i].get(name) for i in shard] for name in types} | {"image": images}
        data = datasets.Dataset.from_dict(cells, features=datasets.Features(types))
        data.to_parquet(folder / "data" / f"{split}-{number:05}-of-{count:05}.parquet")


def _config(
    rows: Mapping[str, object], format: str, labels: Sequence[str], columns: Mapping[str, str]
) -> dict[str, Any]:
    """Returns what `datasets` reads in the card: files and types."""
    names = {str(number): label for number, label in enumerate(labels)}
    types = {"image": "image", **columns, "label": {"class_label": {"names": names}}}
    del types["file_name"]
    pattern = "data/{}-*" if format == "parquet" else "{}/**"
    return {
        "config_name": "default",
        "data_files": [{"split": split, "path": pattern.format(split)} for split in rows],
        # Not under `dataset_info`, whose features the loader of image folders ignores.
        "features": [{"name": name, "dtype": dtype} for name, dtype in types.items()],
    }


def _counts(
    rows: Mapping[str, Sequence[Mapping[str, Any]]], labels: Sequence[str], kits: Mapping[str, str]
) -> str:
    """Returns tables of the images by split and label, and by kit."""
    counts = {split: Counter(row["label"] for row in members) for split, members in rows.items()}
    counts["all"] = sum(counts.values(), Counter())
    lines = [[split, *(n[label] for label in labels), n.total()] for split, n in counts.items()]
    text = markdown.table(["split", *labels, "images"], lines)
    by_kit = Counter(str(row.get("kit") or "") for members in rows.values() for row in members)
    if set(by_kit) != {""}:
        lines = [[kit or "-", kits.get(kit) or "-", n] for kit, n in sorted(by_kit.items())]
        text += "\n\n" + markdown.table(["kit", "packages and licences", "images"], lines)
    return text


def _read_kits(path: Path) -> dict[str, str]:
    """Returns the packages of UI kits, with versions and licences, by the kit's name."""
    try:
        kits = files.parse_json(path.read_bytes(), source=str(path), error=DatasetError)
        return {str(kit["name"]): ", ".join(map(_package, kit["packages"])) for kit in kits}
    except (OSError, KeyError, TypeError, AttributeError) as error:
        raise DatasetError(
            f"{path}: expected a list of kits, each with a name and a list of packages with name, "
            f"version and license ({type(error).__name__}: {error})"
        ) from error


def _package(package: Mapping[str, object]) -> str:
    return " ".join(str(package[key]) for key in ("name", "version", "license") if package.get(key))
