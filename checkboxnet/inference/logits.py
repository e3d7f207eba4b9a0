"""Probabilities and energies of logits."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def sigmoid(logits: NDArray[np.float32]) -> NDArray[np.float64]:
    """Returns the probability of each logit by itself, in double precision."""
    result: NDArray[np.float64] = 1 / (1 + np.exp(-logits.astype(np.float64)))
    return result


def softmax(logits: NDArray[np.float32]) -> NDArray[np.float64]:
    """Returns probabilities along the last axis, in double precision."""
    shifted = np.exp(logits.astype(np.float64) - logits.max(axis=-1, keepdims=True))
    result: NDArray[np.float64] = shifted / shifted.sum(axis=-1, keepdims=True)
    return result


def energies(logits: NDArray[np.float32]) -> NDArray[np.float64]:
    """Returns the log of the sum of the exponentiated logits, shape (N,).

    It is low on pictures unlike those of the training (Liu et al. 2020, "Energy-based
    Out-of-distribution Detection", at temperature 1).
    """
    highest = logits.max(axis=-1).astype(np.float64)
    shifted = np.exp(logits.astype(np.float64) - highest[:, None]).sum(axis=-1)
    result: NDArray[np.float64] = highest + np.log(shifted)
    return result
