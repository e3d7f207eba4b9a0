"""Labels that a model confidently disagrees with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from checkboxnet.dataset.read import ImageSet


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtfulLabel:
    """An image that looks like another label's."""

    path: Path
    label: str
    suggested: str
    score: float
    """Probability of the suggested label."""
    margin: float
    """How much more probable the suggested label is than the one given."""


def doubtful_labels(images: ImageSet, probabilities: NDArray[np.float64]) -> list[DoubtfulLabel]:
    """Returns the images whose label is probably wrong, the clearest first.

    By confident learning (Northcutt et al. 2021): an image counts as one of a label if that
    label's probability reaches the mean that it has over the images so labelled, and is the
    highest that does. Those counted under another label than their own are returned.

    Args:
        images: Labelled images.
        probabilities: Shape (images, labels), in the order of `images.labels`, by models that
            have not seen the image they score; others have learnt the wrong label too.
    """
    given = np.array([images.labels.index(sample.label) for sample in images.samples])
    typical = np.array(
        [
            probabilities[given == index, index].mean() if (given == index).any() else np.inf
            for index in range(len(images.labels))
        ]
    )
    confident = np.where(probabilities >= typical, probabilities, -1.0)
    suggested = confident.argmax(axis=1)
    found = np.flatnonzero((confident.max(axis=1) >= 0) & (suggested != given))
    doubtful = [
        DoubtfulLabel(
            path=images.samples[i].path,
            label=images.samples[i].label,
            suggested=images.labels[suggested[i]],
            score=float(probabilities[i, suggested[i]]),
            margin=float(probabilities[i, suggested[i]] - probabilities[i, given[i]]),
        )
        for i in found
    ]
    return sorted(doubtful, key=lambda doubt: -doubt.margin)
