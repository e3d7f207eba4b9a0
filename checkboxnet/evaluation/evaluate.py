"""`evaluate`: how good a model is on labelled images."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from checkboxnet.data.folder import ImageSet, read_images
from checkboxnet.errors import DatasetError, ImageError
from checkboxnet.evaluation.metrics import EvaluationReport, report_from_probabilities
from checkboxnet.evaluation.slices import slice_values
from checkboxnet.model import Model, load_model
from checkboxnet.progress import track
from checkboxnet.weights.registry import DEFAULT

__all__ = ["EvaluationReport", "evaluate"]


def evaluate(
    data: str | os.PathLike[str] | ImageSet,
    *,
    model: Model | str | os.PathLike[str] = DEFAULT,
    split: str | None = None,
    slices: Sequence[str] = (),
) -> EvaluationReport:
    """Returns accuracy with its interval, per-class figures, calibration and the mistakes.

    Args:
        data: Labelled images, as `fine_tune` takes them, or already read.
        model: A loaded model, or what `load_model` takes.
        split: Scores only this split (`train`, `val` or `test`) of a manifest or folder that
            has splits; by default all of it.
        slices: Gives figures of parts too: columns of the manifest (`kit`, `lang`…), `label`,
            `group`, `background` (light or dark) or `width`.

    Raises:
        DatasetError: There are no readable images, no such split or column, or a label that the
            model doesn't know.

    Examples:
        >>> report = evaluate("examples/images")
        >>> report.count == len(report.mistakes) + round(report.accuracy * report.count)
        True
    """
    images = select_images(data, split)
    model = load_for(images, model)
    paths = [sample.path for sample in images.samples]
    outcomes = list(
        track(model.stream(paths, on_error="return"), "evaluating", total=len(images.samples))
    )
    scored, rows, certain, unreadable = [], [], [], []
    for sample, outcome in zip(images.samples, outcomes, strict=True):
        if isinstance(outcome, ImageError):
            unreadable.append(str(outcome))
        else:
            scored.append(sample)
            rows.append([outcome.probabilities[label] for label in model.labels])
            certain.append(outcome.certain)
    if not scored:
        raise DatasetError(f"{images.root}: none of the {len(paths)} images can be read")
    readable = replace(images, samples=tuple(scored))
    return report_from_probabilities(
        readable,
        model.labels,
        np.array(rows),
        certain=np.array(certain),
        slices={name: slice_values(readable, name) for name in slices},
        unreadable=unreadable,
    )


def select_images(data: str | os.PathLike[str] | ImageSet, split: str | None) -> ImageSet:
    """Returns the images to score.

    Raises:
        DatasetError: There are none, or no such split.
    """
    images = data if isinstance(data, ImageSet) else read_images(data)
    return images if split is None else images.select(split)


def load_for(images: ImageSet, model: Model | str | os.PathLike[str]) -> Model:
    """Returns the model, once it is clear that it knows the images' labels.

    Raises:
        DatasetError: It doesn't; the message names the labels.
    """
    if not isinstance(model, Model):
        model = load_model(model)
    present = {sample.label for sample in images.samples}
    unknown = sorted(present - set(model.labels))
    if unknown:
        raise DatasetError(
            f"{images.root}: labels {unknown} are none of the model's ({', '.join(model.labels)})"
        )
    return model
