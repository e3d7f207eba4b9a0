"""Cross-fitting: every image scored by a model that never saw it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from checkboxnet.dataset.read import ImageSet
from checkboxnet.dataset.split import folds
from checkboxnet.evaluation.report import EvaluationReport, report_from_probabilities
from checkboxnet.model import Model
from checkboxnet.report.files import write_text

OUT_OF_FOLD = "out_of_fold.jsonl"
"""File with one row per image: path, label, fold, probabilities, certain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CrossFit:
    """Out-of-fold predictions of a whole set."""

    images: ImageSet
    probabilities: NDArray[np.float64]
    """Calibrated, shape (images, labels), columns in the order of the images' labels."""
    report: EvaluationReport


def cross_fit(
    images: ImageSet,
    fit: Callable[[ImageSet, Path], Model],
    *,
    output: str | os.PathLike[str],
    count: int = 5,
    seed: int = 101,
) -> CrossFit:
    """Trains `count` models, each of which scores the part of the images that it never saw.

    The images are dealt into 2 x `count` parts without near-duplicates on two sides. Model k
    never sees parts 2k and 2k + 1, chooses epoch and calibration by the part that follows, and
    trains on the rest: for 5 models 70 %, 10 % and 20 % of the images.

    Args:
        images: All of them; splits they have already are replaced.
        fit: Is given the images with splits (those to score are left out) and a folder, and
            returns a trained model. Called again after an interruption, it should resume.
        output: A folder; gets a subfolder per model, and `out_of_fold.jsonl`.
        count: How many models.
        seed: Same seed, same parts.

    Raises:
        DatasetError: There are too few images.
    """
    output = Path(output)
    parts = np.array(folds(images, 2 * count, seed=seed))
    rows: list[dict[str, Any] | None] = [None] * len(images)
    for number in range(count):
        held_out = np.flatnonzero((parts == 2 * number) | (parts == 2 * number + 1))
        validation = (2 * number + 2) % (2 * count)
        samples = tuple(
            replace(sample, split="val" if part == validation else "train")
            for sample, part in zip(images.samples, parts, strict=True)
            if part // 2 != number
        )
        model = fit(replace(images, samples=samples), output / f"fold-{number}")
        predictions = model.predict([images.samples[index].path for index in held_out])
        for index, prediction in zip(held_out, predictions, strict=True):
            sample = images.samples[index]
            rows[index] = {
                "path": os.path.relpath(sample.path, images.root.parent),
                "label": sample.label,
                "fold": number,
                "probabilities": dict(prediction.probabilities),
                "certain": prediction.certain,
            }
    scored = [row for row in rows if row is not None]
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in scored)
    write_text(output / OUT_OF_FOLD, text)
    probabilities = np.array([[row["probabilities"][k] for k in images.labels] for row in scored])
    report = report_from_probabilities(
        images,
        images.labels,
        probabilities,
        certain=np.array([row["certain"] for row in scored]),
    )
    return CrossFit(images=images, probabilities=probabilities, report=report)
