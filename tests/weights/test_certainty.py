from __future__ import annotations

import numpy as np
import pytest

from checkboxnet.inference.logits import energies
from checkboxnet.weights.certainty import Certainty

LABELS = ("checked", "unchecked", "other")
CERTAINTY = Certainty(
    thresholds=dict.fromkeys(LABELS, 0.9),
    smallest_side=10,
    lowest_energy=1.0,
)


@pytest.mark.parametrize(
    ("probabilities", "energy", "side", "expected"),
    [
        ([0.95, 0.04, 0.01], 2.0, 10, None),
        ([0.9, 0.06, 0.04], 1.0, 10, None),
        ([0.85, 0.1, 0.05], 2.0, 10, "low-confidence"),
        ([0.1, 0.55, 0.35], 2.0, 10, "ambiguous"),
        ([0.95, 0.04, 0.01], 2.0, 9, "too-small"),
        ([0.95, 0.04, 0.01], 0.9, 10, "unlike-training"),
    ],
)
def test_reason(probabilities: list[float], energy: float, side: int, expected: str | None) -> None:
    doubt = CERTAINTY.doubt(probabilities, LABELS, energy=energy, side=side)
    assert doubt == expected


def test_min_score_takes_the_place_of_the_thresholds_alone() -> None:
    def doubt(score: float, *, side: int = 10, min_score: float | None = None) -> str | None:
        rest = (1 - score) / 2
        return CERTAINTY.doubt(
            [score, rest, rest], LABELS, energy=2.0, side=side, min_score=min_score
        )

    assert doubt(0.85) == "low-confidence"
    assert doubt(0.85, min_score=0.8) is None
    assert doubt(0.95, min_score=0.99) == "low-confidence"
    assert doubt(0.95, side=9, min_score=0) == "too-small"


def test_energy_is_the_log_of_the_sum_of_exponents() -> None:
    logits = np.array([[1.0, 2.0, -3.0], [800.0, 0.0, 0.0]], np.float32)
    expected = [np.log(np.exp([1.0, 2.0, -3.0]).sum()), 800.0]
    assert energies(logits).tolist() == pytest.approx(expected)
