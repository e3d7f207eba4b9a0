"""Measures how often assertions on pictures pass that should, and how often that shouldn't.

Usage: python examples/benchmarks/assertions.py DATASET/dataset.jsonl [--split val]

Takes the crops of checkboxes, radios and switches alone, framed as `checkboxnet.testing` frames
them, and asserts of each the state that it is in, and the other one.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from checkboxnet import load_model
from checkboxnet.evaluation.metrics import wilson_interval

OPPOSITE = {"checked": "unchecked", "unchecked": "checked"}
KINDS = ("checkbox", "radio", "switch")


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("dataset", type=Path)
    parser.add_argument("--split", default="val")
    arguments = parser.parse_args()
    rows = [
        row
        for row in map(json.loads, arguments.dataset.read_text().splitlines())
        if row["split"] == arguments.split
        and row["label"] in OPPOSITE
        and row["framing"] == "control"
        and row["kind"] in KINDS
    ]
    paths = [arguments.dataset.parent / row["path"] for row in rows]
    model = load_model()
    print(f"{len(rows)} crops of {arguments.split}")
    for min_score in (None, 0):
        passed = dict.fromkeys(("its state", "the other state"), 0)
        for row, prediction in zip(rows, model.stream(paths, min_score=min_score), strict=True):
            passed["its state"] += prediction.certain and prediction.label == row["label"]
            passed["the other state"] += (
                prediction.certain and prediction.label == OPPOSITE[row["label"]]
            )
        for name, count in passed.items():
            low, high = wilson_interval(count, len(rows))
            print(f"min_score={min_score}: {name} {count / len(rows):.3f} ({low:.3f} – {high:.3f})")


if __name__ == "__main__":
    main()
