"""Whether a prediction is certain, by thresholds chosen on validation images."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from checkboxnet.prediction import AMBIGUOUS, BLANK, LOW_CONFIDENCE, TOO_SMALL, UNLIKE_TRAINING

_RUNNER_UP = 0.2
"""Probability of the second label from which on an uncertain prediction is ambiguous."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Certainty:
    """Thresholds of one set of weights; by default every prediction is certain."""

    thresholds: Mapping[str, float] = field(default_factory=dict)
    """Lowest score of a certain prediction, from 0 to 1, by label; 0 for labels not in it."""
    smallest_side: int = 1
    """Shortest side, in pixels, of a crop that is large enough."""
    lowest_energy: float | None = None
    """Log of the sum of the exponentiated logits (the negative energy of Liu et al. 2020) below
    which a crop is unlike those of the training. None where it was not measured."""

    def doubt(
        self,
        probabilities: Sequence[float],
        labels: Sequence[str],
        *,
        energy: float,
        side: int,
        blank: bool = False,
        min_score: float | None = None,
    ) -> str | None:
        """Returns why a prediction is not certain, or None.

        Args:
            probabilities: Calibrated, in the order of `labels`.
            labels: The model's labels.
            energy: As `checkboxnet.inference.logits.energies` gives it.
            side: Shorter side of the crop in pixels.
            blank: Whether the crop shows plain background only.
            min_score: Lowest score of a certain prediction, whatever its label, in place of the
                thresholds.
        """
        if side < self.smallest_side:
            return TOO_SMALL
        if blank:
            return BLANK
        if self.lowest_energy is not None and energy < self.lowest_energy:
            return UNLIKE_TRAINING
        runner_up, score = sorted(probabilities)[-2:]
        label = labels[list(probabilities).index(score)]
        if score >= self.threshold(label, min_score):
            return None
        return AMBIGUOUS if runner_up >= _RUNNER_UP else LOW_CONFIDENCE

    def threshold(self, label: str, min_score: float | None = None) -> float:
        """Returns the score from which on a prediction of a label is certain."""
        return self.thresholds.get(label, 0.0) if min_score is None else min_score
