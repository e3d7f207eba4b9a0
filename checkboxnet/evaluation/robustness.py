"""`evaluate_robustness`: what the corruptions of user-interface pictures cost."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from checkboxnet.dataset.read import ImageSet
from checkboxnet.evaluation.corruptions import CORRUPTIONS, Corruption
from checkboxnet.evaluation.evaluate import predict_labelled
from checkboxnet.evaluation.metrics import expected_calibration_error, reliability, wilson_interval
from checkboxnet.evaluation.report import unreadable_lines
from checkboxnet.model import Model, as_model
from checkboxnet.picture.read import open_image
from checkboxnet.prediction import Prediction
from checkboxnet.report.progress import track
from checkboxnet.weights.registry import DEFAULT

CLEAN = "clean"


@dataclass(frozen=True, slots=True, kw_only=True)
class RobustnessFigures:
    """Figures under one corruption."""

    accuracy: float
    accuracy_interval: tuple[float, float]
    """95 % Wilson score interval."""
    flips: float
    """Share of the images whose label differs from the one given to the clean image."""
    ece: float
    """As of an `EvaluationReport`."""
    abstained: float
    """Share of the predictions that are not certain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RobustnessReport:
    """How a model bears corruptions."""

    count: int
    """Images, each predicted clean and under every corruption."""
    figures: dict[str, RobustnessFigures]
    """By name of the corruption; the first is `clean`."""
    unreadable: list[str]
    """A message for each image that could not be read; they are not among `count`."""
    seen: int | None
    """As of an `EvaluationReport`."""

    def to_dict(self) -> dict[str, Any]:
        """Returns a JSON-ready dict."""
        return asdict(self)

    def __str__(self) -> str:
        """Returns a table, one corruption a line."""
        width = max(map(len, self.figures))
        seen = f", {self.seen} of which had a part in the training" if self.seen else ""
        clean = self.figures[CLEAN].accuracy
        lines = [
            f"{self.count} images{seen}",
            f"{'':{width}}  accuracy    lost   flips     ECE  abstained",
        ]
        lines += [
            f"{name:{width}}  {row.accuracy:8.4f}  {clean - row.accuracy:+6.4f}  "
            f"{row.flips:6.4f}  {row.ece:6.4f}  {row.abstained:9.4f}"
            for name, row in self.figures.items()
        ]
        return "\n".join(lines + unreadable_lines(self.unreadable))


def evaluate_robustness(
    data: str | os.PathLike[str] | ImageSet,
    *,
    model: Model | str | os.PathLike[str] = DEFAULT,
    split: str | None = None,
    corruptions: Mapping[str, Corruption] = CORRUPTIONS,
) -> RobustnessReport:
    """Scores a model on the images as they are and under every corruption of the suite.

    Args:
        data: As for `evaluate`.
        model: As for `evaluate`.
        split: As for `evaluate`.
        corruptions: By name; by default the whole suite.

    Raises:
        DatasetError: As `evaluate` does.

    Examples:
        >>> report = evaluate_robustness("examples/images")  # doctest: +SKIP
        >>> report.figures["grey"].flips  # doctest: +SKIP
        0.0
    """
    model = as_model(model)
    predicted = predict_labelled(data, model, split)
    samples = predicted.images.samples
    truth = [sample.label for sample in samples]
    clean = [prediction.label for prediction in predicted.predictions]
    figures = {CLEAN: _figures(predicted.predictions, truth, clean)}
    for name, corrupt in track(corruptions.items(), "corrupting", total=len(corruptions)):
        corrupted = (corrupt(open_image(sample.path)) for sample in samples)
        figures[name] = _figures(list(model.stream(corrupted)), truth, clean)
    return RobustnessReport(
        count=len(samples), figures=figures, unreadable=predicted.unreadable, seen=predicted.seen
    )


def _figures(
    predictions: Sequence[Prediction], truth: Sequence[str], clean: Sequence[str]
) -> RobustnessFigures:
    labels = np.array([prediction.label for prediction in predictions])
    right = labels == np.array(truth)
    scores = np.array([prediction.score for prediction in predictions])
    return RobustnessFigures(
        accuracy=float(right.mean()),
        accuracy_interval=wilson_interval(int(right.sum()), len(right)),
        flips=float((labels != np.array(clean)).mean()),
        ece=expected_calibration_error(reliability(scores, right)),
        abstained=float(np.mean([not prediction.certain for prediction in predictions])),
    )
