"""`evaluate_robustness`: what the corruptions of user-interface pictures cost."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

import numpy as np

from checkboxnet.dataset.predictions import require_known_labels
from checkboxnet.dataset.read import ImageSet, Sample
from checkboxnet.dataset.seen import count_seen
from checkboxnet.errors import DatasetError, ImageError
from checkboxnet.evaluation.corruptions import CORRUPTIONS, Corruption
from checkboxnet.evaluation.evaluate import select_images
from checkboxnet.evaluation.metrics import expected_calibration_error, reliability, wilson_interval
from checkboxnet.model import Model, load_model
from checkboxnet.picture.read import RgbImage, open_image
from checkboxnet.prediction import Prediction
from checkboxnet.report.progress import track
from checkboxnet.weights.registry import DEFAULT

CLEAN = "clean"
_CHUNK = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class RobustnessFigures:
    """Figures under one corruption."""

    accuracy: float
    accuracy_interval: tuple[float, float]
    """95 % Wilson score interval."""
    flips: float
    """Share of the images whose label differs from the one given to the clean image."""
    ece: float
    abstained: float
    """Share of the predictions that are not certain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RobustnessReport:
    """How a model bears corruptions."""

    count: int
    """Images, each seen clean and under every corruption."""
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
        header = "accuracy    lost   flips     ECE  abstained"
        seen = f", {self.seen} of which had a part in the training" if self.seen else ""
        lines = [f"{self.count} images{seen}", f"{'':{width}}  {header}"]
        clean = self.figures[CLEAN].accuracy
        for name, row in self.figures.items():
            lines.append(
                f"{name:{width}}  {row.accuracy:8.4f}  {clean - row.accuracy:+6.4f}  "
                f"{row.flips:6.4f}  {row.ece:6.4f}  {row.abstained:9.4f}"
            )
        if self.unreadable:
            lines += ["", f"unreadable ({len(self.unreadable)})"]
            lines += [f"  {message}" for message in self.unreadable]
        return "\n".join(lines)


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
    images = select_images(data, split)
    model = model if isinstance(model, Model) else load_model(model)
    require_known_labels(images, model)
    suite = {CLEAN: _unchanged, **corruptions}
    predicted: dict[str, list[Prediction]] = {name: [] for name in suite}
    readable: list[Sample] = []
    unreadable: list[str] = []
    with_progress = track(_chunks(images), "corrupting", total=-(-len(images) // _CHUNK))
    for samples, pictures, messages in with_progress:
        readable += samples
        unreadable += messages
        for name, corrupt in suite.items():
            predicted[name] += model.predict([corrupt(picture) for picture in pictures])
    if not readable:
        raise DatasetError(f"{images.root}: none of the {len(images)} images can be read")
    truth = [sample.label for sample in readable]
    clean = [prediction.label for prediction in predicted[CLEAN]]
    return RobustnessReport(
        count=len(truth),
        figures={name: _figures(outcomes, truth, clean) for name, outcomes in predicted.items()},
        unreadable=unreadable,
        seen=count_seen(replace(images, samples=tuple(readable)), model),
    )


def _unchanged(image: RgbImage) -> RgbImage:
    return image


def _chunks(images: ImageSet) -> Iterator[tuple[list[Sample], list[RgbImage], list[str]]]:
    """Yields some images and their pictures, and messages of those that can't be read."""
    for start in range(0, len(images), _CHUNK):
        samples, pictures, unreadable = [], [], []
        for sample in images.samples[start : start + _CHUNK]:
            try:
                pictures.append(open_image(sample.path))
            except ImageError as error:
                unreadable.append(str(error))
            else:
                samples.append(sample)
        yield samples, pictures, unreadable


def _figures(
    outcomes: Sequence[Prediction], truth: Sequence[str], clean: Sequence[str]
) -> RobustnessFigures:
    right = np.array([p.label == label for p, label in zip(outcomes, truth, strict=True)])
    flipped = [p.label != label for p, label in zip(outcomes, clean, strict=True)]
    scores = np.array([p.score for p in outcomes])
    return RobustnessFigures(
        accuracy=float(right.mean()),
        accuracy_interval=wilson_interval(int(right.sum()), len(right)),
        flips=float(np.mean(flipped)),
        ece=expected_calibration_error(reliability(scores, right)),
        abstained=float(np.mean([not p.certain for p in outcomes])),
    )
