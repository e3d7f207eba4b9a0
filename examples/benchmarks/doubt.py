"""Measures what a model says of pictures that no label fits: is it certain, and why not?

Usage: python examples/benchmarks/doubt.py [--model default] [--mixed FOLDER] [--seed 101]

FOLDER holds crops of indeterminate controls: `crops/mixed` of a harvest. Those of --kits alone are
looked at, if given: kits that the model was not trained on. The other pictures are
drawn here: plain colours, noise, gradients, scattered rectangles, and labelled crops made too
small. Prints a Markdown table.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from checkboxnet import load_model
from checkboxnet.picture.read import list_images, open_image

EXAMPLES = Path(__file__).parents[1] / "images"
COUNT = 200

Picture = np.ndarray[Any, np.dtype[np.uint8]]


def plain(random: np.random.Generator) -> Picture:
    """One colour."""
    return np.full((*random.integers(20, 200, 2), 3), random.integers(0, 256, 3), np.uint8)


def noise(random: np.random.Generator) -> Picture:
    """Every pixel another colour."""
    return random.integers(0, 256, (*random.integers(20, 200, 2), 3)).astype(np.uint8)


def gradient(random: np.random.Generator) -> Picture:
    """From one colour to another."""
    height, width = random.integers(20, 200, 2)
    start, end = random.integers(0, 256, (2, 3))
    share = np.linspace(0, 1, width)[None, :, None]
    return np.broadcast_to(start + share * (end - start), (height, width, 3)).astype(np.uint8)


def rectangles(random: np.random.Generator) -> Picture:
    """Overlapping rectangles, as abstract as a broken screenshot."""
    image = plain(random)
    for _ in range(random.integers(5, 40)):
        top, left = (int(random.integers(0, side)) for side in image.shape[:2])
        height, width = random.integers(2, 60, 2)
        image[top : top + height, left : left + width] = random.integers(0, 256, 3)
    return image


def tiny(random: np.random.Generator) -> Picture:
    """An example image of 5 to 9 px."""
    paths = list_images(EXAMPLES)
    picture = Image.fromarray(open_image(paths[random.integers(len(paths))]))
    factor = random.integers(5, 10) / min(picture.size)
    return np.asarray(picture.resize([max(1, round(side * factor)) for side in picture.size]))


DRAWN: tuple[Callable[[np.random.Generator], Picture], ...] = (
    plain,
    noise,
    gradient,
    rectangles,
    tiny,
)


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", default="default")
    parser.add_argument("--mixed", type=Path)
    parser.add_argument("--kits", default="", help="only these, separated by commas")
    parser.add_argument("--seed", type=int, default=101)
    arguments = parser.parse_args()
    model = load_model(arguments.model)
    sets: dict[str, list[Any]] = {}
    if arguments.mixed:
        manifest = (arguments.mixed.parent / "manifest.jsonl").read_text()
        rows = [json.loads(line) for line in manifest.splitlines()]
        kits = [kit for kit in arguments.kits.split(",") if kit]
        sets["indeterminate controls"] = [
            arguments.mixed.parent / row["path"]
            for row in rows
            if row["label"] == "mixed" and (not kits or row["kit"] in kits)
        ]
    for draw in DRAWN:
        random = np.random.default_rng(arguments.seed)
        sets[draw.__name__] = [draw(random) for _ in range(COUNT)]
    columns = "checked | unchecked | other | certain toggle | certain other | why not"
    print(f"| pictures | count | {columns} |")
    print("|---|---|---|---|---|---|---|---|")
    for name, pictures in sets.items():
        predictions = model.predict(pictures)
        labels = Counter(prediction.label for prediction in predictions)
        certain = [p.label for p in predictions if p.certain]
        toggles = sum(label != "other" for label in certain)
        reasons = Counter(p.reason for p in predictions if p.reason)
        listed = ", ".join(f"{reason} {count}" for reason, count in reasons.most_common())
        counts = " | ".join(str(labels[label]) for label in ("checked", "unchecked", "other"))
        print(
            f"| {name} | {len(pictures)} | {counts} | {toggles} | {len(certain) - toggles} "
            f"| {listed or '–'} |"
        )


if __name__ == "__main__":
    main()
