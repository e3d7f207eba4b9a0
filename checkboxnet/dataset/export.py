"""Labelled images as a dataset to publish: a folder that the Hugging Face Hub understands."""

from __future__ import annotations

import json
import logging
import os
from collections import Counter
from pathlib import Path
from typing import Literal, get_args

from checkboxnet.dataset.card import CardOptions, dataset_card
from checkboxnet.dataset.parquet import require_pyarrow, write_parquet
from checkboxnet.dataset.read import ImageSet
from checkboxnet.dataset.table import DIGEST_DIGITS, HUB_SPLITS, Table, tabulate
from checkboxnet.errors import ConfigError, DatasetError, OutputExistsError, require_choice
from checkboxnet.report.files import FolderKind, atomic_folder, refuse_to_replace, write_text
from checkboxnet.report.progress import track
from checkboxnet.weights.hub import push_files

logger = logging.getLogger(__name__)

ExportFormat = Literal["imagefolder", "parquet"]

SHARD_BYTES = 256_000_000
CARD_FILE = "README.md"
METADATA_FILE = "metadata.jsonl"

_FOLDERS = ("data", *HUB_SPLITS.values())
_TABLES = (
    *(f"{split}/{METADATA_FILE}" for split in HUB_SPLITS.values()),
    *(f"data/{split}-?????-of-?????.parquet" for split in HUB_SPLITS.values()),
)
_IMAGES = tuple(f"{split}/*/{'[0-9a-f]' * DIGEST_DIGITS}*" for split in HUB_SPLITS.values())
_KIND = FolderKind(
    name="dataset that was exported", holds=(CARD_FILE, *_TABLES, *_IMAGES), proof=_TABLES
)
_HUB_FOLDER_LIMIT = 10_000
"""Files in one folder that the Hub advises not to exceed."""


def export(
    images: ImageSet,
    target: str | os.PathLike[str],
    *,
    style: ExportFormat = "imagefolder",
    card: CardOptions | None = None,
    shard_bytes: int = SHARD_BYTES,
    overwrite: bool = False,
) -> Path:
    """Writes the images as a dataset that `datasets.load_dataset` reads, and returns its folder.

    The folder appears whole or not at all. The same images give the same bytes.

    Args:
        images: What `read_images` returned. Columns of their manifest become columns of the
            dataset, but for lists and objects; see `checkboxnet.dataset.table.tabulate`.
        target: Folder to write.
        style: `imagefolder` copies the files into `train/LABEL/`, `validation/LABEL/` and
            `test/LABEL/`, or `train/` alone where nothing is split, with a `metadata.jsonl` per
            split. `parquet` puts them into shards under `data/`; needs the extra `datasets`.
        card: Title, licence and more for the dataset card, `README.md`.
        shard_bytes: Images in one Parquet shard are at most this large together.
        overwrite: Replaces an earlier export.

    Raises:
        ConfigError: `style` or `shard_bytes` is none of the accepted.
        DatasetError: A file is missing or altered, labels contradict each other, or a name can't
            be published; the message names the file.
        ImageError: An image can't be decoded.
        MissingExtraError: Parquet was asked for and pyarrow is not installed.
        OutputExistsError: `target` exists, and `overwrite` is False or it holds anything else
            than an export does.

    Examples:
        >>> import tempfile
        >>> from checkboxnet.dataset.read import read_images
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     path = export(read_images("examples/images"), folder)
        ...     print(sorted(item.name for item in path.iterdir()))
        ['README.md', 'train']
    """
    target = Path(target)
    require_choice("style", style, get_args(ExportFormat))
    if shard_bytes < 1:
        raise ConfigError(f"shard_bytes must be 1 or more, got {shard_bytes}")
    if style == "parquet":
        require_pyarrow()
    _refuse_to_lose_files(images, target, overwrite=overwrite)
    table = tabulate(images)
    with atomic_folder(target) as part:
        if style == "parquet":
            write_parquet(table, part, shard_bytes=shard_bytes)
        else:
            _write_imagefolder(table, part)
        text = dataset_card(table, card or CardOptions(), style=style, folder=target.name)
        write_text(part / CARD_FILE, text)
    return target


def push(folder: str | os.PathLike[str], repo_id: str, *, private: bool = False) -> str:
    """Publishes an exported dataset as one commit to a dataset repository on the Hub.

    Only what an export holds is uploaded. What an earlier export left in the repository is
    removed by the same commit, so that old shards don't mix with new ones.

    Args:
        folder: What `export` wrote.
        repo_id: `owner/name`; made if it doesn't exist.
        private: Whether a new repository is private.

    Returns:
        The full hash of the new commit.

    Raises:
        DatasetError: `folder` holds no export.
        DownloadError: The Hub refused or can't be reached.
    """
    folder = Path(folder)
    there = [name for name in _FOLDERS if (folder / name).is_dir()]
    if not there or not (folder / CARD_FILE).is_file():
        raise DatasetError(
            f"{folder}: no exported dataset: expected {CARD_FILE} and data/ or train/. Make one "
            "with `checkboxnet data export`"
        )
    return push_files(
        folder,
        repo_id,
        kind="dataset",
        files=[CARD_FILE, *(f"{name}/**" for name in _FOLDERS)],
        message="Publish dataset",
        private=private,
    )


def _refuse_to_lose_files(images: ImageSet, target: Path, *, overwrite: bool) -> None:
    inside = target.resolve()
    for sample in images.samples:
        if inside in sample.path.resolve().parents:
            raise OutputExistsError(
                f"{target} holds the images to export, such as {sample.path}. Choose another folder"
            )
    refuse_to_replace(target, _KIND, overwrite=overwrite)


def _write_imagefolder(table: Table, folder: Path) -> None:
    for split, rows in table.splits.items():
        largest = max(Counter(row.label for row in rows).values())
        if largest > _HUB_FOLDER_LIMIT:
            logger.warning(
                "%s: %d images in one folder; the Hub advises %d at most, so parquet suits it more",
                split, largest, _HUB_FOLDER_LIMIT,
            )  # fmt: skip
        lines = []
        for row in track(rows, f"writing {split}", total=len(rows)):
            path = folder / split / row.file_name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(row.read())
            values = {"file_name": row.file_name, "label": row.label, **row.values}
            lines.append(json.dumps(values, ensure_ascii=False, allow_nan=False) + "\n")
        write_text(folder / split / METADATA_FILE, "".join(lines))
