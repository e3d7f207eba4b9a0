from __future__ import annotations

import numpy as np
import pytest

from checkboxnet.logits import energies, softmax
from checkboxnet.training.calibrate import choose_certainty, fit_temperature

LABELS = ("checked", "unchecked")


def test_temperature_undoes_overconfidence() -> None:
    random = np.random.default_rng(0)
    honest = random.normal(size=(4000, 3)).astype(np.float32) * 2
    probabilities = softmax(honest)
    targets = np.array([random.choice(3, p=row) for row in probabilities])
    assert fit_temperature(honest * 3, targets) == pytest.approx(3, rel=0.1)


def test_temperature_is_fitted_to_what_counts() -> None:
    random = np.random.default_rng(0)
    honest = random.normal(size=(4000, 3)).astype(np.float32) * 2
    targets = np.array([random.choice(3, p=row) for row in softmax(honest)])
    logits = np.concatenate([honest * 3, honest[:200] / 2])
    weights = np.array([0.0] * 4000 + [1.0] * 200)
    together = np.concatenate([targets, targets[:200]])
    assert fit_temperature(logits, together, weights) == pytest.approx(0.5, rel=0.2)
    assert fit_temperature(logits, together) > 2


@pytest.mark.parametrize(
    ("targets", "expected"), [([0, 0, 0, 1, 0], 0.9), ([0] * 5, 0.7), ([1] * 5, 1.0)]
)
def test_threshold_is_the_lowest_score_that_reaches_the_target(
    targets: list[int], expected: float
) -> None:
    scores = np.array([0.99, 0.95, 0.9, 0.8, 0.7])
    logits = np.log(np.stack([scores, 1 - scores], axis=1)).astype(np.float32)
    certainty = choose_certainty(logits, np.array(targets), LABELS, temperature=1.0)
    thresholds = certainty.thresholds["best-guess"]
    assert thresholds["checked"] == pytest.approx(expected)
    # Nothing was predicted so: nothing is known, and nothing is trusted.
    assert thresholds["unchecked"] == 1.0


def test_the_lowest_energies_are_unlike_the_rest() -> None:
    logits = np.random.default_rng(3).normal(size=(2000, 2)).astype(np.float32)
    certainty = choose_certainty(logits, np.zeros(2000, int), LABELS, temperature=1.0)
    assert certainty.lowest_energy is not None
    assert (energies(logits) < certainty.lowest_energy).mean() == pytest.approx(0.005, abs=1e-3)
