from __future__ import annotations

import numpy as np
import pytest

from checkboxnet.model import softmax
from checkboxnet.training.calibrate import choose_threshold, fit_temperature


def test_temperature_undoes_overconfidence() -> None:
    random = np.random.default_rng(0)
    honest = random.normal(size=(4000, 3)).astype(np.float32) * 2
    probabilities = softmax(honest)
    targets = np.array([random.choice(3, p=row) for row in probabilities])
    assert fit_temperature(honest * 3, targets) == pytest.approx(3, rel=0.1)


def test_threshold_is_the_lowest_score_that_reaches_the_target() -> None:
    scores = np.array([0.99, 0.95, 0.9, 0.8, 0.7])
    probabilities = np.stack([scores, 1 - scores], axis=1)
    assert choose_threshold(probabilities, np.array([0, 0, 0, 1, 0])) == 0.9
    assert choose_threshold(probabilities, np.zeros(5, int)) == 0.7
    assert choose_threshold(probabilities, np.ones(5, int)) == 1.0
