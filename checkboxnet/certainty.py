"""When a prediction should be trusted, and why not.

The thresholds are chosen on validation images and kept with the weights.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, get_args

from checkboxnet.prediction import AMBIGUOUS, LOW_CONFIDENCE, TOO_SMALL, UNLIKE_TRAINING

Mode = Literal["best-guess", "balanced", "high-confidence"]
"""How sure a prediction must be to count as certain, from the mildest to the strictest."""

MODES: tuple[Mode, ...] = get_args(Mode)

_RUNNER_UP = 0.2
"""Probability of the second label from which on a doubtful prediction is called ambiguous."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Certainty:
    """Thresholds of one set of weights; the defaults trust everything."""

    thresholds: Mapping[Mode, Mapping[str, float]] = field(
        default_factory=lambda: {mode: {} for mode in MODES}
    )
    """Lowest score of a certain prediction, by mode and label; 0 where there is none."""
    smallest_side: int = 1
    """Shorter side, in pixels, below which crops are too small to tell."""
    lowest_energy: float | None = None
    """Log of the sum of the exponentiated logits (the negative energy of Liu et al. 2020), below
    which a crop is unlike those of the training. None where it was not measured."""

    def doubt(
        self,
        probabilities: Sequence[float],
        labels: Sequence[str],
        *,
        energy: float,
        side: int,
        mode: Mode,
    ) -> str | None:
        """Returns why a prediction is not certain, or None.

        Args:
            probabilities: Calibrated, in the order of `labels`.
            labels: The model's labels.
            energy: As `checkboxnet.logits.energies` gives it.
            side: Shorter side of the crop in pixels.
            mode: How strict to be.
        """
        if side < self.smallest_side:
            return TOO_SMALL
        if self.lowest_energy is not None and energy < self.lowest_energy:
            return UNLIKE_TRAINING
        runner_up, score = sorted(probabilities)[-2:]
        label = labels[list(probabilities).index(score)]
        if score >= self.thresholds[mode].get(label, 0.0):
            return None
        return AMBIGUOUS if runner_up >= _RUNNER_UP else LOW_CONFIDENCE
