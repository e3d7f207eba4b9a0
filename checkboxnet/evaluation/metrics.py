"""Wilson intervals and calibration errors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

_ECE_BINS = 15


def wilson_interval(successes: int, count: int) -> tuple[float, float]:
    """Returns the 95 % Wilson score interval of a rate (Wilson 1927); `count` is 1 or more.

    Examples:
        >>> low, high = wilson_interval(46, 52)
        >>> round(low, 4), round(high, 4)
        (0.7703, 0.946)
    """
    from scipy.stats import binomtest

    interval = binomtest(successes, count).proportion_ci(method="wilson")
    return float(interval.low), float(interval.high)


def reliability(scores: NDArray[np.float64], right: NDArray[np.bool_]) -> list[dict[str, float]]:
    """Returns mean score, accuracy and count of each non-empty one of 15 bins of the score.

    Args:
        scores: Calibrated probability of the predicted label, shape (N,).
        right: Whether that label is right, shape (N,).
    """
    bins = np.minimum((scores * _ECE_BINS).astype(int), _ECE_BINS - 1)
    return [
        {
            "score": float(scores[bins == index].mean()),
            "accuracy": float(right[bins == index].mean()),
            "count": int((bins == index).sum()),
        }
        for index in np.unique(bins)
    ]


def expected_calibration_error(bins: Sequence[Mapping[str, float]]) -> float:
    """Returns the mean distance of score and accuracy over `reliability` (Guo et al. 2017)."""
    distances = sum(b["count"] * abs(b["accuracy"] - b["score"]) for b in bins)
    return distances / sum(b["count"] for b in bins)
