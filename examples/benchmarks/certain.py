"""What `certain` holds on fresh images, by how many validation images a fine-tune has.

Usage: python examples/benchmarks/certain.py DATASET OUT [--draws 200]

DATASET and OUT are those of `base_share.py`, which leaves its fine-tunes in OUT. The pool of each
kit are its pages that were not trained on, and that of the default weights all test kits. So many
images as a fine-tune would have for validation are drawn from a pool, temperature and thresholds
are chosen by them as `fine_tune` does, and what is then certain is scored on the rest of the pool.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from base_share import chosen, is_trained_on, mean
from numpy.typing import NDArray

from checkboxnet.dataset.read import ImageSet, read_images
from checkboxnet.inference.logits import softmax
from checkboxnet.labels import STANDARD_LABELS
from checkboxnet.report.markdown import table
from checkboxnet.training.base import Base, load_base
from checkboxnet.training.calibrate import TARGET_ACCURACY, calibrate
from checkboxnet.training.config import BASE_SHARE
from checkboxnet.training.images import CropDataset
from checkboxnet.training.loop import predict_dataset

Pool = tuple[NDArray[np.float32], NDArray[np.int64]]
"""Logits, and indices of the labels."""

COUNTS = 20, 60, 200, 1000


def predicted(weights: Base, images: ImageSet) -> Pool:
    """Returns the logits that weights give to images, and the labels of these."""
    dataset = CropDataset(images, STANDARD_LABELS, weights.preprocessing)
    return predict_dataset(weights.build(STANDARD_LABELS), dataset), dataset.targets


def draw(pool: Pool, base: Base, count: int, random: np.random.Generator) -> tuple[int, int, int]:
    """Returns how many fresh images are certain, how many of those are right, and all."""
    logits, targets = pool
    order = random.permutation(len(targets))
    held, fresh = order[:count], order[count:]
    calibration = calibrate(
        logits[held],
        targets[held],
        STANDARD_LABELS,
        base_temperature=base.temperature,
        base=base.certainty,
    )
    probabilities = softmax(logits[fresh] / calibration.temperature)
    label = probabilities.argmax(axis=1)
    thresholds = np.array([calibration.certainty.threshold(name) for name in STANDARD_LABELS])
    certain = probabilities.max(axis=1) >= thresholds[label]
    right = label == targets[fresh]
    return int(certain.sum()), int((certain & right).sum()), len(fresh)


def simulated(pools: list[Pool], base: Base, count: int, draws: int) -> list[str]:
    """Returns the cells of a row: right of the certain, by draw, and share that is certain."""
    random = np.random.default_rng(0)
    outcomes: NDArray[np.int_] = np.array(
        [draw(pool, base, count, random) for pool in pools for _ in range(draws)]
    )
    certain, right, fresh = outcomes.T
    accuracy = right / np.maximum(certain, 1)
    reached = accuracy >= TARGET_ACCURACY
    return [
        f"{right.sum() / max(certain.sum(), 1):.3f}",
        f"{np.quantile(accuracy[certain > 0], 0.1):.3f}" if certain.any() else "–",
        f"{(reached | (certain == 0)).mean():.0%}",
        f"{certain.sum() / fresh.sum():.0%}",
    ]


def main() -> None:
    """Simulates, and prints a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("dataset", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--kits", default="carbon,rsuite,vant")
    parser.add_argument("--draws", type=int, default=200)
    arguments = parser.parse_args()

    base = load_base("default")
    test = read_images(arguments.dataset / "dataset.jsonl", labels=STANDARD_LABELS).select("test")
    tuned = []
    for kit in arguments.kits.split(","):
        own = chosen(
            test,
            lambda sample, kit=kit: sample.group == kit and not is_trained_on(sample),  # type: ignore[misc]
        )
        tuned.append(predicted(mean(base, load_base(arguments.out / kit), BASE_SHARE), own))
    worlds = {
        "fine-tunes on one kit, its other pages": tuned,
        "default weights, test kits": [predicted(base, test)],
    }
    rows = []
    for name, pools in worlds.items():
        for count in COUNTS:
            rows.append([name, count, *simulated(pools, base, count, arguments.draws)])
            print(rows[-1], flush=True)
    head = ["weights and images", "validation images", "certain: right", "one draw in ten at most"]
    print(table([*head, f"draws with {TARGET_ACCURACY:g} or more", "certain: share"], rows))


if __name__ == "__main__":
    main()
