from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from sklearn.metrics import confusion_matrix, precision_recall_fscore_support

from checkboxnet.dataset.read import ImageSet, Sample
from checkboxnet.evaluation.metrics import wilson_interval
from checkboxnet.evaluation.report import report_from_probabilities

LABELS = ("checked", "unchecked", "other")


def images_of(truth: list[int]) -> ImageSet:
    samples = tuple(
        Sample(path=Path(f"{number}.png"), label=LABELS[index])
        for number, index in enumerate(truth)
    )
    return ImageSet(root=Path(), samples=samples, labels=LABELS)


def test_figures_are_those_of_scikit_learn() -> None:
    random = np.random.default_rng(1)
    truth = random.integers(0, 3, 200)
    probabilities = random.dirichlet((1, 1, 1), 200)
    report = report_from_probabilities(
        images_of(truth.tolist()),
        LABELS,
        probabilities,
        certain=probabilities.max(axis=1) >= 0.6,
        slices={"side": ["left", "right"] * 100},
    )
    predicted = probabilities.argmax(axis=1)
    assert report.confusion == confusion_matrix(truth, predicted).tolist()
    expected = np.array(precision_recall_fscore_support(truth, predicted)).T
    rows = [[c.precision, c.recall, c.f1, c.count] for c in report.classes.values()]
    np.testing.assert_allclose(rows, expected)
    assert report.accuracy == pytest.approx((truth == predicted).mean())
    certain = probabilities.max(axis=1) >= 0.6
    assert report.certain_share == pytest.approx(certain.mean())
    assert report.certain_accuracy == pytest.approx((truth == predicted)[certain].mean())
    hits = int((truth == predicted)[certain].sum())
    assert report.certain_interval == wilson_interval(hits, int(certain.sum()))
    assert len(report.mistakes) == (truth != predicted).sum()
    left = report.slices["side"]["left"]
    assert left.count == 100
    assert left.accuracy == pytest.approx((truth == predicted)[::2].mean())
    scores = [mistake.score for mistake in report.mistakes]
    assert scores == sorted(scores, reverse=True)


def test_text_names_the_most_confident_mistakes_and_counts_the_rest() -> None:
    probabilities = np.array([[score, 1 - score, 0.0] for score in np.linspace(0.6, 0.9, 23)])
    report = report_from_probabilities(
        images_of([1] * 23), LABELS, probabilities, certain=np.ones(23, bool)
    )
    lines = str(report).splitlines()
    named = [line for line in lines if "taken for" in line]
    assert named[0] == "  22.png  unchecked taken for checked (0.900)"
    assert len(named) == 20
    assert lines[-1].startswith("  … and 3 more")
    assert len(report.to_dict()["mistakes"]) == 23


def test_ece_of_a_known_case() -> None:
    probabilities = np.array([[0.9, 0.1, 0.0]] * 10)
    truth = [0] * 7 + [1] * 3  # says .9, is right .7 of the time
    report = report_from_probabilities(
        images_of(truth), LABELS, probabilities, certain=np.zeros(10, bool)
    )
    assert report.ece == pytest.approx(0.2)
    assert report.certain_accuracy is report.certain_interval is None
    assert "certain   0.0% of the images\n" in str(report)
    assert report.classes["other"].recall == 0


@pytest.mark.parametrize(
    ("right", "count", "low", "high"),
    [(46, 52, 0.7703, 0.9460), (0, 5, 0, 0.4345), (5, 5, 0.5655, 1)],
)
def test_wilson_interval(right: int, count: int, low: float, high: float) -> None:
    assert wilson_interval(right, count) == pytest.approx((low, high), abs=1e-4)
