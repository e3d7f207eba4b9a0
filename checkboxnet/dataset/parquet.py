"""Parquet shards as the `datasets` library and the Hub know them (extra `datasets`)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from checkboxnet.dataset.table import Row, Table
from checkboxnet.errors import MissingExtraError
from checkboxnet.report.progress import ProgressBar

_GROUP_ROWS = 256
_GROUP_BYTES = 32_000_000
"""A row group, which is what is held in memory, ends at either."""

_VALUE_TYPES = {str: "string", bool: "bool", int: "int64", float: "float64"}


def features(table: Table) -> dict[str, dict[str, Any]]:
    """Returns the types of all columns in the words of the `datasets` library."""
    return {
        "image": {"_type": "Image"},
        "label": {"names": list(table.labels), "_type": "ClassLabel"},
        **{
            name: {"dtype": _VALUE_TYPES[kind], "_type": "Value"}
            for name, kind in table.columns.items()
        },
    }


def write_parquet(table: Table, folder: Path, *, shard_bytes: int) -> None:
    """Writes `data/SPLIT-00000-of-0000N.parquet` files with the images in them.

    Args:
        table: What to write.
        folder: The dataset's folder.
        shard_bytes: Images of one shard are at most this large together, unless it is one image.

    Raises:
        MissingExtraError: pyarrow is not installed.
        DatasetError: An image can't be read or changed meanwhile.
    """
    require_pyarrow()
    (folder / "data").mkdir()
    with ProgressBar("writing", total=len(table.rows)) as bar:
        for split, rows in table.splits.items():
            shards = list(_packs(rows, shard_bytes))
            for number, shard in enumerate(shards):
                name = f"{split}-{number:05}-of-{len(shards):05}.parquet"
                _write_shard(table, shard, folder / "data" / name, bar)


def require_pyarrow() -> None:
    """Raises unless pyarrow is installed.

    Raises:
        MissingExtraError: It isn't.
    """
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError as error:
        raise MissingExtraError("pyarrow", "datasets") from error


def _packs(rows: Sequence[Row], limit: int, count: int | None = None) -> Iterator[list[Row]]:
    """Yields the rows in packs of at most `limit` bytes and `count` rows."""
    pack: list[Row] = []
    size = 0
    for row in rows:
        if pack and (size + row.size > limit or len(pack) == count):
            yield pack
            pack, size = [], 0
        pack.append(row)
        size += row.size
    if pack:
        yield pack


def _write_shard(table: Table, rows: Sequence[Row], path: Path, bar: ProgressBar) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    image = pa.struct({"bytes": pa.binary(), "path": pa.string()})
    types = {name: pa.type_for_alias(_VALUE_TYPES[kind]) for name, kind in table.columns.items()}
    schema = pa.schema(
        {"image": image, "label": pa.int64(), **types},
        metadata={"huggingface": json.dumps({"info": {"features": features(table)}})},
    )
    with parquet.ParquetWriter(path, schema, use_dictionary=["label", *types]) as writer:
        for pack in _packs(rows, _GROUP_BYTES, _GROUP_ROWS):
            content = []
            for row in pack:
                picture = {"bytes": row.read(), "path": Path(row.file_name).name}
                number = table.labels.index(row.label)
                content.append({"image": picture, "label": number, **row.values})
                bar.advance()
            writer.write_table(pa.Table.from_pylist(content, schema=schema))
