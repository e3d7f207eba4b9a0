"""Calibration: the temperature of the scores, and from which score on a prediction is certain.

Both start from what the base weights came with, and leave it only as far as the validation images
can tell: a few dozen images can show neither a temperature nor an accuracy of 99 %.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from checkboxnet.inference.logits import energies, softmax
from checkboxnet.weights.certainty import Certainty

TARGET_ACCURACY = 0.99
"""What predictions that are marked as certain should reach, for each label."""
CONFIDENCE = 0.9
"""Of the one-sided bounds by which validation images show, or refute, that accuracy."""

SMALLEST_SIDE = 10
"""Pixels of the shorter side, below which a mark has hardly any. A guess, not measured."""

_TEMPERATURES = 0.25, 8.0
"""Lowest and highest temperature: validation images without a mistake would ask for 0."""
_SPREAD = 0.25
"""Prior standard deviation of the logarithm of the temperature around the base's. A guess, not
measured."""
_UNLIKE_SHARE = 0.005
"""Share of the images with the lowest energies that is not like the rest."""

_NO_BASE = Certainty()

Source = Literal["validation", "base", "raised", "none"]
"""Where a threshold comes from: the validation images show that it suffices; they can't, and it is
the base's; they contradict the base's, and it is higher; there is none, and nothing is certain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """Temperature, thresholds, and how they were chosen."""

    temperature: float
    certainty: Certainty
    images: float
    """Validation images that chose it; fewer than there are where their weights differ (Kish)."""
    sources: Mapping[str, Source]
    """Where each label's threshold comes from."""

    def __str__(self) -> str:
        """Returns what was chosen, and by how much, in a line."""
        thresholds = (
            f"{label} {value:.3f} ({self.sources[label]})"
            for label, value in self.certainty.thresholds.items()
        )
        return (
            f"calibrated on {self.images:.0f} images: temperature {self.temperature:.3f}, certain "
            f"from {', '.join(thresholds)}"
        )

    def to_dict(self) -> dict[str, Any]:
        """Returns a JSON-ready dict, for `metrics.json`."""
        return {
            "images": round(self.images, 1),
            "target_accuracy": TARGET_ACCURACY,
            "confidence": CONFIDENCE,
            "temperature": self.temperature,
            "thresholds": {
                label: {"value": value, "from": self.sources[label]}
                for label, value in self.certainty.thresholds.items()
            },
        }


def calibrate(
    logits: NDArray[np.float32],
    targets: NDArray[np.int64],
    labels: Sequence[str],
    *,
    weights: NDArray[np.float64] | None = None,
    base_temperature: float = 1.0,
    base: Certainty = _NO_BASE,
    temperature: float | None = None,
) -> Calibration:
    """Chooses temperature and thresholds by validation images, starting from the base's.

    Args:
        logits: Shape (N, labels).
        targets: Label index of each, shape (N,).
        labels: Names, in the order of the columns.
        weights: How much each image counts, shape (N,); None counts all alike.
        base_temperature: Of the weights that training started from.
        base: Of the same; by default that of weights which never were calibrated.
        temperature: One that is fixed; by default it is fitted.
    """
    weights = np.ones(len(targets)) if weights is None else weights
    if temperature is None:
        temperature = fit_temperature(logits, targets, weights, base=base_temperature)
    probabilities = softmax(logits / temperature)
    scores, predicted = probabilities.max(axis=1), probabilities.argmax(axis=1)
    chosen = {}
    for index, label in enumerate(labels):
        here = (predicted == index) & (weights > 0)
        chosen[label] = choose_threshold(
            scores[here],
            predicted[here] == targets[here],
            weights[here],
            base=base.thresholds.get(label),
        )
    counted = energies(logits)[weights > 0]
    lowest = float(np.quantile(counted, _UNLIKE_SHARE))
    if base.lowest_energy is not None and _UNLIKE_SHARE * len(counted) < 1:
        # Fewer than 200 images don't tell where the lowest few in a thousand lie.
        lowest = min(lowest, base.lowest_energy)
    return Calibration(
        temperature=temperature,
        certainty=Certainty(
            thresholds={label: threshold for label, (threshold, _) in chosen.items()},
            smallest_side=SMALLEST_SIDE,
            lowest_energy=lowest,
        ),
        images=_effective_count(weights),
        sources={label: source for label, (_, source) in chosen.items()},
    )


def fit_temperature(
    logits: NDArray[np.float32],
    targets: NDArray[np.int64],
    weights: NDArray[np.float64] | None = None,
    *,
    base: float = 1.0,
) -> float:
    """Returns the most probable temperature (Guo et al. 2017, section 4.2), from 0.25 to 8.

    The prior is around the base's: the fewer images there are, the less the result differs from it.
    Arguments as `calibrate` takes them.
    """
    from scipy.optimize import minimize_scalar

    count = len(targets) if weights is None else _effective_count(weights)

    def cost(logarithm: float) -> float:
        misfit = _loss(logits / math.exp(logarithm), targets, weights)
        return count * misfit + ((logarithm - math.log(base)) / _SPREAD) ** 2 / 2

    bounds = [math.log(limit) for limit in _TEMPERATURES]
    return math.exp(minimize_scalar(cost, bounds=bounds, method="bounded").x)


def calibrated_loss(
    logits: NDArray[np.float32], targets: NDArray[np.int64], *, base: float = 1.0
) -> float:
    """Returns the loss that is left once the temperature is fitted.

    What a network gets right and in what order keeps improving long after it has become
    overconfident, which costs it plain loss and is undone by the temperature.
    """
    return _loss(logits / fit_temperature(logits, targets, base=base), targets)


def choose_threshold(
    scores: NDArray[np.float64],
    right: NDArray[np.bool_],
    weights: NDArray[np.float64],
    *,
    base: float | None,
) -> tuple[float, Source]:
    """Returns the threshold of a label and where it comes from.

    It is the lowest score from which on a lower confidence bound of the accuracy (Clopper and
    Pearson 1934, one-sided, at `CONFIDENCE`) reaches `TARGET_ACCURACY`, which takes 230 predictions
    without a mistake. Where no score does, it is the base's, raised as far as the same bound from
    above refutes it; without a base it is 1. A score below 0.5 is never certain: the other labels
    together are likelier.

    Args:
        scores: Of the predictions of the label, shape (N,).
        right: Whether each is right, shape (N,).
        weights: How much each counts, shape (N,).
        base: Threshold of the weights that training started from, if they have one.
    """
    from scipy.stats import beta

    order = np.argsort(-scores, kind="stable")
    scores, right, weights = scores[order], right[order], weights[order]
    total = np.cumsum(weights)
    count = total**2 / np.cumsum(weights**2)
    hits = count * np.cumsum(weights * right) / np.maximum(total, 1e-300)
    misses = np.maximum(count - hits, 0)
    with np.errstate(invalid="ignore"):  # no hits and no misses have no such quantile
        lower = np.where(hits > 0, beta.ppf(1 - CONFIDENCE, hits, misses + 1), 0)
        upper = np.where(misses > 1e-9, beta.ppf(CONFIDENCE, hits + 1, misses), 1)
    # What has the same score is above the threshold together or not at all.
    last = np.append(scores[1:] != scores[:-1], True) if len(scores) else np.empty(0, bool)
    if (shown := np.flatnonzero(last & (lower >= TARGET_ACCURACY))).size:
        return max(0.5, float(scores[shown[-1]])), "validation"
    if base is None or base >= 1:
        return 1.0, "none"
    above = last & (scores >= base)
    if not above.any() or upper[np.flatnonzero(above)[-1]] >= TARGET_ACCURACY:
        return base, "base"
    possible = np.flatnonzero(above & (upper >= TARGET_ACCURACY))
    return (float(scores[possible[-1]]), "raised") if possible.size else (1.0, "none")


def _effective_count(weights: NDArray[np.float64]) -> float:
    """Returns how many images of equal weight tell as much (Kish 1965)."""
    return float(weights.sum() ** 2 / (weights**2).sum())


def _loss(
    logits: NDArray[np.floating],
    targets: NDArray[np.int64],
    weights: NDArray[np.float64] | None = None,
) -> float:
    probabilities = softmax(logits.astype(np.float32))
    losses = -np.log(probabilities[np.arange(len(targets)), targets] + 1e-12)
    return float(np.average(losses, weights=weights))
