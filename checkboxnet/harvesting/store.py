"""The folder that a harvest fills: crops, a record of each visit, and the manifest.

Every visit is one file under `.harvest/`, written whole or not at all after its crops, so that a
harvest that was killed goes on where it stopped. `manifest.jsonl` is made of these records.
"""

from __future__ import annotations

import json
import logging
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from checkboxnet.browser.config import Variant
from checkboxnet.browser.controls import UNDECIDED
from checkboxnet.browser.sources import PageSource
from checkboxnet.errors import OutputExistsError
from checkboxnet.harvesting.collector import VisitResult
from checkboxnet.report.files import parse_json, sha256, write_bytes, write_text

logger = logging.getLogger(__name__)

MANIFEST = "manifest.jsonl"
PAGES = "pages.jsonl"
_PAGES_FOLDER = "pages"
_RECORDS = ".harvest"
_NAME_DIGITS = 20
"""Hex digits of the SHA-256 that name a file: 80 bits, so that no two crops meet."""
_RECORD = re.compile(rf"[0-9a-f]{{{_NAME_DIGITS}}}\.json")
_LABEL = re.compile("[a-z]+")
_DIGEST = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitRecord:
    """One visit of one page, as it is kept."""

    page: str
    error: str | None
    controls: int
    dropped: dict[str, int]
    dropped_examples: dict[str, list[str]]
    rows: list[dict[str, Any]]
    pages: list[dict[str, Any]] | None = None
    """Rows of `pages.jsonl`; None where no page records were asked for."""


class Store:
    """The output folder."""

    def __init__(self, folder: Path) -> None:
        """Opens a new folder, or one that an earlier harvest has begun.

        Args:
            folder: Made if missing.

        Raises:
            OutputExistsError: The folder holds files but no harvest.
        """
        self.folder = folder
        self._records = folder / _RECORDS
        if folder.exists() and any(folder.iterdir()) and not self._records.is_dir():
            raise OutputExistsError(
                f"{folder} exists already and holds no harvest. Choose another folder"
            )
        self._records.mkdir(parents=True, exist_ok=True)

    def has(self, source: PageSource, variant: Variant, *, pages: bool = False) -> bool:
        """Whether this visit was made before, and the page could be read.

        Args:
            source: The page.
            variant: How it is visited.
            pages: Whether its page records are wanted too.
        """
        path = self._path(source, variant)
        record = _read(path) if path.exists() else None
        if record is None or record.error is not None:
            return False
        return not pages or record.pages is not None

    def add(
        self, source: PageSource, variant: Variant, result: VisitResult, error: str | None = None
    ) -> None:
        """Writes the crops of a visit, then its record."""
        rows = [self._write(crop.row["label"], crop.png, crop.row) for crop in result.crops]
        pages = None
        if result.pages is not None:
            pages = [self._write(_PAGES_FOLDER, page.png, page.row) for page in result.pages]
        record = VisitRecord(
            page=source.name,
            error=error,
            controls=result.controls,
            dropped=dict(sorted(result.dropped.counts.items())),
            dropped_examples=dict(sorted(result.dropped.examples.items())),
            rows=rows,
            pages=pages,
        )
        write_text(self._path(source, variant), json.dumps(asdict(record), ensure_ascii=False))

    def _write(self, folder: str, png: bytes, row: dict[str, Any]) -> dict[str, Any]:
        digest = sha256(png)
        name = _name(folder, digest)
        write_bytes(self.folder / name, png)
        return {"path": name, **row, "sha256": digest}

    def finish(self) -> tuple[list[VisitRecord], list[dict[str, Any]], Counter[str]]:
        """Writes the manifest, and removes the crops that are not in it.

        Returns:
            All visits, the rows of the manifest, and the crops left out of it by reason: a
            picture met before is not listed twice, and one that was met under two labels not at
            all, since it can't show both.
        """
        records = sorted(self._readable(), key=lambda record: record.page)
        rows, dropped = _without_repetition(row for record in records for row in record.rows)
        self._write_rows(MANIFEST, rows)
        pages = [page for record in records for page in record.pages or ()]
        if pages:
            self._write_rows(PAGES, pages)
        self._remove_pictures(records, keep={row["path"] for row in (*rows, *pages)})
        return records, rows, dropped

    def clear(self) -> None:
        """Removes what earlier harvests wrote there, and nothing else."""
        self._remove_pictures(self._readable(), keep=set())
        for path in self._records.glob("*.json"):
            if _RECORD.fullmatch(path.name):
                path.unlink()
        for name in (MANIFEST, PAGES):
            (self.folder / name).unlink(missing_ok=True)

    def _write_rows(self, name: str, rows: Iterable[dict[str, Any]]) -> None:
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        write_text(self.folder / name, "".join(lines))

    def _remove_pictures(self, records: Iterable[VisitRecord], *, keep: set[str]) -> None:
        rows = (row for record in records for row in (*record.rows, *(record.pages or ())))
        for path in {row["path"] for row in rows} - keep:
            (self.folder / path).unlink(missing_ok=True)

    def _readable(self) -> Iterator[VisitRecord]:
        for path in sorted(self._records.glob("*.json")):
            record = _read(path)
            if record is None:
                logger.warning("%s: cannot be read as the record of a visit; left out", path)
            else:
                yield record

    def _path(self, source: PageSource, variant: Variant) -> Path:
        key = json.dumps([source.name, asdict(variant)])
        return self._records / f"{sha256(key.encode())[:_NAME_DIGITS]}.json"


def _name(folder: str, digest: str) -> str:
    return f"{folder}/{digest[:_NAME_DIGITS]}.png"


def _read(path: Path) -> VisitRecord | None:
    """Returns a record, or None if it was cut off by a crash, or is none of ours."""
    try:
        record = VisitRecord(**parse_json(path.read_bytes(), source=str(path), error=ValueError))
        is_ours = (
            isinstance(record.page, str)
            and isinstance(record.error, str | None)
            and isinstance(record.controls, int)
            and all(isinstance(count, int) for count in record.dropped.values())
            and all(isinstance(named, list) for named in record.dropped_examples.values())
            and all(_names_our_file(row["label"], row) for row in record.rows)
            and all(_names_our_file(_PAGES_FOLDER, row) for row in record.pages or ())
        )
    except (OSError, ValueError, TypeError, LookupError, AttributeError):
        return None
    return record if is_ours else None


def _names_our_file(folder: str, row: dict[str, Any]) -> bool:
    """Whether a row names its picture as `add` does: that file may be removed."""
    digest = row["sha256"]
    return (
        _LABEL.fullmatch(folder) is not None
        and _DIGEST.fullmatch(digest) is not None
        and row["path"] == _name(folder, digest)
    )


def _without_repetition(
    rows: Iterable[dict[str, Any]],
) -> tuple[list[dict[str, Any]], Counter[str]]:
    first: dict[str, dict[str, Any]] = {}
    labels: dict[str, set[str]] = {}
    dropped: Counter[str] = Counter()
    # What is undecided does not contradict a label.
    for row in sorted(rows, key=lambda row: row["label"] == UNDECIDED):
        digest = row["sha256"]
        if row["label"] != UNDECIDED:
            labels.setdefault(digest, set()).add(row["label"])
        if digest in first:
            dropped["same picture as another crop"] += 1
        first.setdefault(digest, row)
    kept = []
    for digest, row in first.items():
        if len(labels.get(digest, ())) > 1:
            dropped["same picture under two labels"] += 1
        else:
            kept.append(row)
    return kept, dropped
