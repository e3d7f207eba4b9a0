"""What a model says of a set of labelled images."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from checkboxnet.dataset.read import ImageSet
from checkboxnet.dataset.seen import count_seen
from checkboxnet.errors import DatasetError, ImageError
from checkboxnet.model import Model
from checkboxnet.prediction import Prediction
from checkboxnet.report.progress import track


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicted:
    """Predictions of those images that can be read."""

    images: ImageSet
    """The readable ones."""
    predictions: list[Prediction]
    """One for each of them."""
    unreadable: list[str]
    """A message for each of the others."""
    seen: int | None
    """Images that had a part in the training of the model; None where it doesn't tell."""

    def probabilities(self, labels: tuple[str, ...]) -> NDArray[np.float64]:
        """Returns the probabilities, shape (images, labels), columns in the order of `labels`."""
        rows = [[p.probabilities[label] for label in labels] for p in self.predictions]
        return np.array(rows).reshape(len(rows), len(labels))


def predict_images(images: ImageSet, model: Model, task: str) -> Predicted:
    """Predicts all images of a set, and warns if some of them had a part in the training.

    Args:
        images: Labelled images.
        model: A loaded model.
        task: What the progress bar says.

    Raises:
        DatasetError: The model doesn't know a label of the images.
    """
    require_known_labels(images, model)
    paths = [sample.path for sample in images.samples]
    scored, predictions, unreadable = [], [], []
    outcomes = track(model.stream(paths, on_error="return"), task, total=len(paths))
    for sample, outcome in zip(images.samples, outcomes, strict=True):
        if isinstance(outcome, ImageError):
            unreadable.append(str(outcome))
        else:
            scored.append(sample)
            predictions.append(outcome)
    readable = replace(images, samples=tuple(scored))
    return Predicted(
        images=readable,
        predictions=predictions,
        unreadable=unreadable,
        seen=count_seen(readable, model),
    )


def require_known_labels(images: ImageSet, model: Model) -> None:
    """Raises unless the model tells apart all labels of the images.

    Raises:
        DatasetError: It doesn't; the message names the labels.
    """
    present = {sample.label for sample in images.samples}
    unknown = sorted(present - set(model.labels))
    if unknown:
        raise DatasetError(
            f"{images.root}: labels {unknown} are none of the model's ({', '.join(model.labels)})"
        )
