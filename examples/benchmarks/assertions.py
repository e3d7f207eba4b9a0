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
    predictions = list(load_model().stream(arguments.dataset.parent / row["path"] for row in rows))
    print(f"{len(rows)} crops of {arguments.split}")
    for certain in (True, False):
        passed = dict.fromkeys(("right", "wrong"), 0)
        for row, prediction in zip(rows, predictions, strict=True):
            if prediction.certain or not certain:
                passed["right"] += prediction.label == row["label"]
                passed["wrong"] += prediction.label == OPPOSITE[row["label"]]
        shares = {name: count / len(rows) for name, count in passed.items()}
        print(f"certain={certain}: " + ", ".join(f"{n} {s:.4f}" for n, s in shares.items()), passed)


if __name__ == "__main__":
    main()
