"""Printing results so that people can read them and programs can parse them."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable
from enum import StrEnum

from checkboxnet.errors import ImageError
from checkboxnet.prediction import Prediction, outcome_to_dict


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


def print_predictions(
    rows: Iterable[tuple[str, Prediction | ImageError]], labels: tuple[str, ...], style: Format
) -> tuple[dict[str, int], int]:
    """Prints rows to stdout as they come, and returns the count of each label and of failures."""
    counts = dict.fromkeys(labels, 0)
    failed = 0
    write_csv = csv.writer(_Stdout(), lineterminator="\n")
    if style is Format.CSV:
        write_csv.writerow(["path", "label", "score", "certain", "reason", *labels, "error"])
    documents = []
    for path, outcome in rows:
        if isinstance(outcome, ImageError):
            failed += 1
            print(f"error: {outcome}", file=sys.stderr)
        else:
            counts[outcome.label] += 1
        document = {"path": path, **outcome_to_dict(outcome)}
        if style is Format.JSON:
            documents.append(document)
        elif style is Format.JSONL:
            print(json.dumps(document, ensure_ascii=False))
        elif style is Format.CSV:
            probabilities = document.get("probabilities", {})
            write_csv.writerow(
                [document.get(key, "") for key in ("path", "label", "score", "certain", "reason")]
                + [probabilities.get(label, "") for label in labels]
                + [document.get("error", "")]
            )
        elif not isinstance(outcome, ImageError):
            doubt = f"  ({outcome.reason})" if outcome.reason else ""
            print(f"{outcome.label:<{max(map(len, labels))}}  {outcome.score:.3f}  {path}{doubt}")
    if style is Format.JSON:
        print(json.dumps(documents, indent=2, ensure_ascii=False))
    return counts, failed
