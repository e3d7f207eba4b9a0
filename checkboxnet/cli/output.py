"""Printing results so that people can read them and programs can parse them."""

from __future__ import annotations

import csv
import json
import logging
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
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


class Stdout:
    """Standard output as it is at the time: a progress bar takes its place while it shows."""

    def write(self, text: str) -> int:
        """Writes to it."""
        return sys.stdout.write(text)


def print_error(error: CheckboxNetError) -> None:
    """Says on stderr what was wrong with one item of several, with --debug where too."""
    logger.debug("", exc_info=error)
    print(f"error: {error}", file=sys.stderr)


def print_predictions(
    rows: Iterable[tuple[str, Prediction | ImageError]], labels: tuple[str, ...], format: Format
) -> tuple[dict[str, int], int]:
    """Prints rows to stdout as they come, and returns the count of each label and of failures."""
    counts = dict.fromkeys(labels, 0)
    failed = 0
    write_csv = csv.writer(Stdout(), lineterminator="\n")
    if format is Format.CSV:
        write_csv.writerow([*_FIELDS, *labels, "error"])
    documents = []
    try:
        for path, outcome in rows:
            if isinstance(outcome, ImageError):
                failed += 1
                print_error(outcome)
            else:
                counts[outcome.label] += 1
            document = {"path": path, **outcome_to_dict(outcome)}
            if format is Format.JSON:
                documents.append(document)
            elif format is Format.JSONL:
                print(json.dumps(document, ensure_ascii=False))
            elif format is Format.CSV:
                write_csv.writerow(_csv_row(document, labels))
            elif not isinstance(outcome, ImageError):
                doubt = f"  ({outcome.reason})" if outcome.reason else ""
                width = max(map(len, labels))
                print(f"{outcome.label:<{width}}  {outcome.score:.3f}  {path}{doubt}")
    finally:  # what was predicted before Ctrl-C is printed in this format too
        if format is Format.JSON:
            print(json.dumps(documents, indent=2, ensure_ascii=False))
    return counts, failed


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
