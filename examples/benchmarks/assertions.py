"""How often assertions on pictures pass where they should, and where they shouldn't.

    python examples/benchmarks/assertions.py DATASET/dataset.jsonl --split val

Takes the crops of checkboxes, radios and switches alone, as `checkboxnet.testing` frames them, and
asserts of each the state it is in and the other one.
"""

import argparse
import json
from pathlib import Path

import checkboxnet
from checkboxnet.data.folder import read_dataset

OPPOSITE = {"checked": "unchecked", "unchecked": "checked"}


def main() -> None:
    """Prints a row for each rule."""
