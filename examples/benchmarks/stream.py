"""Measures `Model.stream` over many images: rate against the network alone, and memory.

Usage: python examples/benchmarks/stream.py [--images FOLDER] [--count 100000]

Prints milliseconds an image from file to prediction, those of the forward pass alone on the same
pictures, fitted before (the best of several batch sizes), and the resident memory after the first
thousand images and at most, read every thousand.
"""

from __future__ import annotations

import argparse
import itertools
import os
import platform
import time
from pathlib import Path

import numpy as np

from checkboxnet import load_model
from checkboxnet.model import Model
from checkboxnet.picture.fit import fit, normalize
from checkboxnet.picture.read import list_images, open_image

EXAMPLES = Path(__file__).parents[1] / "images"
PICTURES = 512
"""Pictures that the forward pass alone is measured on."""
BATCH_SIZES = (1, 8, 16, 32, 64)


def resident_mb() -> float:
    """Returns the memory that this process holds now, as Linux counts it."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def forward_ms(model: Model, paths: list[Path]) -> dict[int, float]:
    """Returns milliseconds an image of the forward pass alone, by batch size."""
    geometry = model.config.preprocessing
    batch = normalize(np.stack([fit(open_image(path), geometry) for path in paths]), geometry)
    result = {}
    for size in BATCH_SIZES:
        parts = [batch[start : start + size] for start in range(0, len(batch), size)]
        model.runtime.logits(parts[0])
        start = time.perf_counter()
        for part in parts:
            model.runtime.logits(part)
        result[size] = (time.perf_counter() - start) / len(batch) * 1e3
    return result


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--images", type=Path, default=EXAMPLES)
    parser.add_argument("--count", type=int, default=100_000)
    arguments = parser.parse_args()
    found = list_images(arguments.images)
    model = load_model()
    paths = itertools.islice(itertools.cycle(found), arguments.count)
    memory = []
    start = time.perf_counter()
    for number, _ in enumerate(model.stream(paths), start=1):
        if number % 1000 == 0:
            memory.append(resident_mb())
    streamed = (time.perf_counter() - start) / arguments.count * 1e3
    alone = forward_ms(model, list(itertools.islice(itertools.cycle(found), PICTURES)))
    best = min(alone, key=alone.__getitem__)
    print(f"{platform.machine()}, {os.cpu_count()} cores, {model.runtime.threads} threads")
    print(f"{arguments.count:,} images: {streamed:.2f} ms an image from file to prediction")
    print(
        f"forward pass alone: {alone[best]:.2f} ms at its best batch size, {best}; "
        + ", ".join(f"{size}: {ms:.2f}" for size, ms in alone.items())
    )
    print(f"ratio {streamed / alone[best]:.2f}")
    print(f"memory: {memory[0]:.0f} MB after 1,000 images, at most {max(memory):.0f} MB after")


if __name__ == "__main__":
    main()
