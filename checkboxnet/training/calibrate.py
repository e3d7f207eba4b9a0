"""Making scores honest: temperature scaling, and the score below which to doubt."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from checkboxnet.model import softmax

TARGET_ACCURACY = 0.99
"""What the predictions marked as certain should reach on the validation images."""


def fit_temperature(logits: NDArray[np.float32], targets: NDArray[np.int64]) -> float:
    """Returns the temperature with the lowest validation loss (Guo et al. 2017, section 4.2).

    Args:
        logits: Shape (N, labels).
        targets: Label index of each, shape (N,).

    Returns:
        A number from 0.25 to 8: few validation images can't vouch for more extreme ones, and a
        set without a single mistake would ask for 0.
    """
    candidates = np.geomspace(0.25, 8, 241)
    losses = [_loss(logits / temperature, targets) for temperature in candidates]
    return float(candidates[int(np.argmin(losses))])


def choose_threshold(probabilities: NDArray[np.float64], targets: NDArray[np.int64]) -> float:
    """Returns the lowest score from which on the predictions reach `TARGET_ACCURACY`.

    Args:
        probabilities: Calibrated, shape (N, labels).
        targets: Label index of each, shape (N,).

    Returns:
        At least 0.5, since a score below it means that the other labels together are likelier;
        1 where no threshold reaches the target.
    """
    scores = probabilities.max(axis=1)
    right = probabilities.argmax(axis=1) == targets
    order = np.argsort(-scores, kind="stable")
    accuracy = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    reached = np.flatnonzero(accuracy >= TARGET_ACCURACY)
    if len(reached) == 0:
        return 1.0
    return max(0.5, float(scores[order][reached[-1]]))


def _loss(logits: NDArray[np.floating], targets: NDArray[np.int64]) -> float:
    probabilities = softmax(logits.astype(np.float32))
    return float(-np.log(probabilities[np.arange(len(targets)), targets] + 1e-12).mean())
