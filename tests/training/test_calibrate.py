from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from checkboxnet.inference.logits import energies, softmax
from checkboxnet.training.calibrate import calibrate, choose_threshold, fit_temperature
from checkboxnet.weights.certainty import Certainty

LABELS = ("checked", "unchecked", "other")


def drawn(count: int, seed: int = 0) -> tuple[NDArray[np.float32], NDArray[np.int64]]:
    """Returns logits, and targets that are as probable as these say."""
    random = np.random.default_rng(seed)
    logits = random.normal(size=(count, 3)).astype(np.float32) * 4
    return logits, np.array([random.choice(3, p=row) for row in softmax(logits)])


def test_temperature_undoes_overconfidence() -> None:
    honest, targets = drawn(4000)
    assert fit_temperature(honest * 3, targets) == pytest.approx(3, rel=0.1)


def test_temperature_is_fitted_to_what_counts() -> None:
    honest, targets = drawn(4000)
    logits = np.concatenate([honest * 3, honest[:400] / 2])
    weights = np.array([0.0] * 4000 + [1.0] * 400)
    together = np.concatenate([targets, targets[:400]])
    assert fit_temperature(logits, together, weights) == pytest.approx(0.5, rel=0.2)
    assert fit_temperature(logits, together) > 2


def test_few_images_leave_the_base_temperature_where_it_is() -> None:
    logits = np.eye(3, dtype=np.float32)[[0, 1, 2] * 3] * 5  # nine images, all of them right
    targets = np.array([0, 1, 2] * 3)
    assert 1.1 < fit_temperature(logits, targets, base=1.4) < 1.4
    honest, many = drawn(4000)
    assert fit_temperature(honest * 3, many, base=1.4) == pytest.approx(3, rel=0.1)
    # Heavy images among light ones tell as little as their own small number.
    weights = np.array([1.0] * 9 + [1e-6] * 4000)
    mixed = np.concatenate([logits, honest * 3])
    assert fit_temperature(mixed, np.concatenate([targets, many]), weights, base=1.4) < 1.4


def threshold(
    right: list[bool], base: float | None = None, weights: list[float] | None = None
) -> tuple[float, str]:
    """Chooses one for scores that fall evenly from 1 to 0.6."""
    scores = np.linspace(1, 0.6, len(right))
    counted = np.ones(len(right)) if weights is None else np.array(weights)
    return choose_threshold(scores, np.array(right), counted, base=base)


def test_it_takes_230_predictions_without_a_mistake_to_show_99_percent() -> None:
    assert threshold([True] * 230) == (pytest.approx(0.6), "validation")
    assert threshold([True] * 229) == (1.0, "none")
    assert threshold([True] * 229, base=0.9) == (0.9, "base")
    # A mistake further down is left below.
    with_mistakes = [True] * 300 + [False] * 20
    assert threshold(with_mistakes) == (pytest.approx(1 - 0.4 * 299 / 319), "validation")


def test_too_few_to_show_it_keep_the_base_unless_they_contradict_it() -> None:
    assert threshold([True] * 30, base=0.8) == (0.8, "base")
    assert threshold([], base=0.8) == (0.8, "base")
    # One mistake in sixteen above .8 may be chance.
    assert threshold([True] * 15 + [False] + [True] * 15, base=0.8) == (0.8, "base")
    # Four are none, and the threshold goes up to where they don't refute it.
    raised, source = threshold([True] * 10 + [False] * 4 + [True] * 16, base=0.8)
    assert source == "raised"
    assert 0.8 < raised < 1
    assert threshold([False] * 10, base=0.8) == (1.0, "none")
    assert threshold([True] * 30) == (1.0, "none")


def test_images_count_by_their_weights() -> None:
    # A thousand images of which ten weigh all: not more than ten.
    assert threshold([True] * 1000, weights=[1000.0] * 10 + [1e-3] * 990) == (1.0, "none")
    # A mistake that weighs next to nothing costs next to nothing.
    weights = [1.0] * 300 + [1e-9] + [1.0] * 300
    assert threshold([True] * 300 + [False] + [True] * 300, weights=weights)[0] < 0.61


def test_equal_scores_stand_on_one_side() -> None:
    scores = np.array([0.99] * 230 + [0.95] * 100)
    right = np.array([True] * 230 + [True] * 50 + [False] * 50)
    assert choose_threshold(scores, right, np.ones(330), base=None) == (0.99, "validation")
    scores[:] = 0.99
    assert choose_threshold(scores, right, np.ones(330), base=None) == (1.0, "none")


def test_calibration_says_what_it_rests_on() -> None:
    logits, targets = drawn(4000)
    large = calibrate(logits, targets, LABELS)
    assert set(large.sources.values()) == {"validation"}
    assert large.images == 4000
    base = Certainty(thresholds=dict.fromkeys(LABELS, 0.93), lowest_energy=-4.0)
    small = calibrate(
        logits[:20], targets[:20], LABELS, base_temperature=large.temperature, base=base
    )
    assert set(small.sources.values()) == {"base"}
    assert small.certainty.thresholds == base.thresholds
    assert small.temperature == pytest.approx(large.temperature, rel=0.2)
    assert small.to_dict()["thresholds"]["other"] == {"value": 0.93, "from": "base"}
    weights = np.array([1.0] * 10 + [0.0] * 3990)
    assert calibrate(logits, targets, LABELS, weights=weights).images == pytest.approx(10)


def test_the_lowest_energies_are_unlike_the_rest() -> None:
    logits, targets = drawn(2000)
    lowest = calibrate(logits, targets, LABELS).certainty.lowest_energy
    assert lowest is not None
    assert (energies(logits) < lowest).mean() == pytest.approx(0.005, abs=1e-3)
    # Ten images have no lowest few in a thousand.
    few = calibrate(logits[:10], targets[:10], LABELS, base=Certainty(lowest_energy=lowest))
    assert few.certainty.lowest_energy is not None
    assert few.certainty.lowest_energy <= lowest
