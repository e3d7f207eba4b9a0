"""`evaluate`: how good a model is on labelled images."""

from __future__ import annotations

import os
from collections.abc import Sequence

import numpy as np

from checkboxnet.dataset.predictions import Predicted, predict_images
from checkboxnet.dataset.read import ImageSet, read_images
from checkboxnet.errors import DatasetError, require_package
from checkboxnet.evaluation.report import EvaluationReport, report_from_probabilities
from checkboxnet.evaluation.slices import slice_values
from checkboxnet.model import Model, as_model
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
        MissingExtraError: SciPy is not installed, as beside `checkboxnet-slim`.

    Examples:
        >>> report = evaluate("examples/images")
        >>> report.count == len(report.mistakes) + round(report.accuracy * report.count)
        True
    """
    model = as_model(model)
    predicted = predict_labelled(data, model, split)
    return report_from_probabilities(
        predicted.images,
        model.labels,
        predicted.probabilities(model.labels),
        certain=np.array([prediction.certain for prediction in predicted.predictions]),
        slices={name: slice_values(predicted.images, name) for name in slices},
        unreadable=predicted.unreadable,
        seen=predicted.seen,
    )


def predict_labelled(
    data: str | os.PathLike[str] | ImageSet, model: Model, split: str | None
) -> Predicted:
    """Returns the predictions for the readable images of a set, or raises as `evaluate` does."""
    require_package("scipy.stats")  # for the intervals, once all is predicted
    images = data if isinstance(data, ImageSet) else read_images(data)
    if split is not None:
        images = images.select(split)
    predicted = predict_images(images, model, "evaluating")
    if not predicted.predictions:
        raise DatasetError(f"{images.root}: none of the {len(images)} images can be read")
    return predicted
