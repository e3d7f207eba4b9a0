"""Making scores honest: temperature scaling, and the score below which to doubt."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from checkboxnet.certainty import Certainty, Mode
from checkboxnet.logits import energies, softmax

TARGET_ACCURACIES: dict[Mode, float] = {
    "best-guess": 0.995,
    "balanced": 0.998,
    "high-confidence": 0.9995,
}
"""What the predictions marked as certain should reach on the validation images, by mode."""

SMALLEST_SIDE = 10
"""Pixels of the shorter side, below which a mark has hardly any. A guess, not measured."""

_UNLIKE_SHARE = 0.005
"""Share of the validation images with the lowest energies that is not like the rest."""


def fit_temperature(
    logits: NDArray[np.float32],
    targets: NDArray[np.int64],
    weights: NDArray[np.float64] | None = None,
) -> float:
    """Returns the temperature with the lowest validation loss (Guo et al. 2017, section 4.2).

    Args:
        logits: Shape (N, labels).
        targets: Label index of each, shape (N,).
        weights: How much each counts, shape (N,); None counts all alike.

    Returns:
        A number from 0.25 to 8: few validation images can't vouch for more extreme ones, and a
        set without a single mistake would ask for 0.
    """
    candidates = np.geomspace(0.25, 8, 241)
    losses = [_loss(logits / temperature, targets, weights) for temperature in candidates]
    return float(candidates[int(np.argmin(losses))])


def calibrated_loss(logits: NDArray[np.float32], targets: NDArray[np.int64]) -> float:
    """Returns the loss that is left once the temperature is fitted.

    What a network gets right and in what order keeps improving long after it has become
    overconfident, which costs it plain loss and is undone by the temperature.
    """
    return _loss(logits / fit_temperature(logits, targets), targets)


def choose_certainty(
    logits: NDArray[np.float32],
    targets: NDArray[np.int64],
    labels: Sequence[str],
    *,
    temperature: float,
) -> Certainty:
    """Chooses thresholds by which certain predictions reach the accuracies aimed at.

    Args:
        logits: Shape (N, labels).
        targets: Label index of each, shape (N,).
        labels: Names, in the order of the columns.
        temperature: As `fit_temperature` found it.
    """
    probabilities = softmax(logits / temperature)
    scores, predicted = probabilities.max(axis=1), probabilities.argmax(axis=1)
    right = predicted == targets
    return Certainty(
        thresholds={
            mode: {
                label: _threshold(scores[predicted == index], right[predicted == index], accuracy)
                for index, label in enumerate(labels)
            }
            for mode, accuracy in TARGET_ACCURACIES.items()
        },
        smallest_side=SMALLEST_SIDE,
        lowest_energy=float(np.quantile(energies(logits), _UNLIKE_SHARE)),
    )


def _threshold(
    scores: NDArray[np.float64], right: NDArray[np.bool_], target_accuracy: float
) -> float:
    """Returns the lowest score from which on the predictions reach the accuracy.

    At least 0.5, since a score below it means that the other labels together are likelier; 1
    where no threshold reaches the target.
    """
    order = np.argsort(-scores, kind="stable")
    accuracy = np.cumsum(right[order]) / np.arange(1, len(order) + 1)
    reached = np.flatnonzero(accuracy >= target_accuracy)
    if len(reached) == 0:
        return 1.0
    return max(0.5, float(scores[order][reached[-1]]))


def _loss(
    logits: NDArray[np.floating],
    targets: NDArray[np.int64],
    weights: NDArray[np.float64] | None = None,
) -> float:
    probabilities = softmax(logits.astype(np.float32))
    losses = -np.log(probabilities[np.arange(len(targets)), targets] + 1e-12)
    return float(np.average(losses, weights=weights))
