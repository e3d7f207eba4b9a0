"""From what a network gives for a batch to predictions."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from checkboxnet.inference.logits import energies, sigmoid, softmax
from checkboxnet.labels import Label
from checkboxnet.picture.batches import Fitted
from checkboxnet.prediction import (
    AMBIGUOUS,
    INDETERMINATE,
    LOW_CONFIDENCE,
    MIXED_FROM,
    Prediction,
)
from checkboxnet.weights.config import WeightsConfig


def predictions(
    outputs: NDArray[np.float32],
    crops: Sequence[Fitted],
    config: WeightsConfig,
    *,
    min_score: float | None,
) -> list[Prediction]:
    """Returns the prediction for each crop.

    Args:
        outputs: Shape (N, outputs), named by `config.outputs`.
        crops: What they are of.
        config: Of the weights.
        min_score: Lowest score of a certain prediction, in place of the thresholds.
    """
    first = len(config.labels)
    logits = outputs[:, :first]
    kinds: Sequence[int | None] = [None] * len(crops)
    if config.kinds:
        kinds = outputs[:, first : first + len(config.kinds)].argmax(axis=1).tolist()
    mixed: Sequence[float | None] = [None] * len(crops)
    if config.mixed:
        mixed = sigmoid(outputs[:, -1]).tolist()
    rows = zip(
        softmax(logits / config.temperature).tolist(),
        energies(logits).tolist(),
        kinds,
        mixed,
        crops,
        strict=True,
    )
    return [_prediction(config, *row, min_score) for row in rows]


def _prediction(
    config: WeightsConfig,
    probabilities: list[float],
    energy: float,
    kind: int | None,
    mixed: float | None,
    crop: Fitted,
    min_score: float | None,
) -> Prediction:
    score = max(probabilities)
    label = config.labels[probabilities.index(score)]
    is_toggle = label != Label.OTHER
    doubt = config.certainty.doubt(
        probabilities,
        config.labels,
        energy=energy,
        side=crop.side,
        blank=crop.blank,
        min_score=min_score,
    )
    looks_mixed = is_toggle and mixed is not None and mixed >= MIXED_FROM
    # It says why the two states are about equally probable, too.
    if looks_mixed and doubt in (None, LOW_CONFIDENCE, AMBIGUOUS):
        doubt = INDETERMINATE
    return Prediction(
        label=label,
        score=score,
        probabilities=dict(zip(config.labels, probabilities, strict=True)),
        certain=doubt is None,
        reason=doubt,
        kind=config.kinds[kind] if is_toggle and kind is not None else None,
        mixed=mixed,
    )
