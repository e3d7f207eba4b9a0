"""Printing results so that people can read them and programs can parse them."""

from __future__ import annotations

import csv
import json
import logging
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import StrEnum
from typing import Any

from checkboxnet.errors import CheckboxNetError, ImageError
from checkboxnet.prediction import Prediction, outcome_to_dict

logger = logging.getLogger(__name__)


_FIELDS = ("path", "label", "score", "certain", "reason", "kind", "mixed")
"""Columns of CSV, before those of the probabilities."""


class Format(StrEnum):
    """How predictions are printed."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


class ReportFormat(StrEnum):
    """How a report is printed."""

    TEXT = "text"
    JSON = "json"


class _Stdout:
    """Standard output as it is at the time: a progress bar takes its place while it shows."""

    def write(self, text: str) -> int:
        return sys.stdout.write(text)


def print_error(error: CheckboxNetError) -> None:
    """Says on stderr what was wrong with one item of several, with --debug where too."""
    logger.debug("", exc_info=error)
    print(f"error: {error}", file=sys.stderr)


def print_documents(
    documents: Iterable[dict[str, Any]],
    format: Format,
    *,
    columns: Sequence[str],
    csv_rows: Callable[[dict[str, Any]], Iterable[Sequence[Any]]],
    lines: Callable[[dict[str, Any]], Iterable[str]],
) -> None:
    """Prints documents to stdout as they come.

    Args:
        documents: JSON-ready.
        format: Of the output.
        columns: Of CSV.
        csv_rows: Returns the rows of a document.
        lines: Returns its lines of text.
    """
    write_csv = csv.writer(_Stdout(), lineterminator="\n")
    if format is Format.CSV:
        write_csv.writerow(columns)
    kept = []
    try:
        for document in documents:
            if format is Format.JSON:
                kept.append(document)
            elif format is Format.JSONL:
                print(json.dumps(document, ensure_ascii=False))
            elif format is Format.CSV:
                write_csv.writerows(csv_rows(document))
            else:
                for line in lines(document):
                    print(line)
    finally:  # what was done before Ctrl-C is printed in this format too
        if format is Format.JSON:
            print(json.dumps(kept, indent=2, ensure_ascii=False))


def print_predictions(
    rows: Iterable[tuple[str, Prediction | ImageError]], labels: tuple[str, ...], format: Format
) -> tuple[dict[str, int], int]:
    """Prints rows to stdout as they come, and returns the count of each label and of failures."""
    counts = dict.fromkeys(labels, 0)
    failed = 0

    def documents() -> Iterator[dict[str, Any]]:
        nonlocal failed
        for path, outcome in rows:
            if isinstance(outcome, ImageError):
                failed += 1
                print_error(outcome)
            else:
                counts[outcome.label] += 1
            yield {"path": path, **outcome_to_dict(outcome)}

    print_documents(
        documents(),
        format,
        columns=[*_FIELDS, *labels, "error"],
        csv_rows=lambda document: [_csv_row(document, labels)],
        lines=lambda document: _lines(document, max(map(len, labels))),
    )
    return counts, failed


def _lines(document: Mapping[str, Any], width: int) -> Iterator[str]:
    if "error" not in document:
        doubt = f"  ({document['reason']})" if document["reason"] else ""
        yield f"{document['label']:<{width}}  {document['score']:.3f}  {document['path']}{doubt}"


def _csv_row(document: Mapping[str, Any], labels: Sequence[str]) -> list[Any]:
    probabilities = document.get("probabilities", {})
    return [
        *(document.get(key, "") for key in _FIELDS),
        *(probabilities.get(label, "") for label in labels),
        document.get("error", ""),
    ]


@contextmanager
def kept_if_interrupted(what: str) -> Iterator[None]:
    """Says on Ctrl-C what the command has kept, where that isn't on stdout already."""
    try:
        yield
    except KeyboardInterrupt:
        print(what, file=sys.stderr)
        raise
