"""Cross-fitting: every image scored by a model that never saw it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from checkboxnet.dataset.read import ImageSet
from checkboxnet.dataset.split import folds
from checkboxnet.model import Model
from checkboxnet.prediction import Prediction


def cross_fit(
    images: ImageSet, fit: Callable[[ImageSet, int], Model], *, count: int = 5, seed: int = 101
) -> list[Prediction]:
    """Trains `count` models, each of which scores the part of the images that it never saw.

    The images are dealt into 2 x `count` parts without near-duplicates on two sides. Model k
    never sees parts 2k and 2k + 1, chooses epoch and calibration by the part that follows, and
    trains on the rest: for 5 models 70 %, 10 % and 20 % of the images.

    Args:
        images: All of them; splits they have already are replaced.
        fit: Is given the images with splits (those to score are left out) and the model's number
            from 0 on, and returns a trained model.
        count: Number of models.
        seed: Same seed, same parts.

    Returns:
        A prediction for each image, in the order of the images.

    Raises:
        ConfigError: `count` is below 1.
        DatasetError: There are too few images.
    """
    parts = np.array(folds(images, 2 * count, seed=seed))
    scored: dict[int, Prediction] = {}
    for number in range(count):
        held_out = np.flatnonzero(parts // 2 == number).tolist()
        validation = (2 * number + 2) % (2 * count)
        samples = tuple(
            replace(sample, split="val" if part == validation else "train")
            for sample, part in zip(images.samples, parts, strict=True)
            if part // 2 != number
        )
        model = fit(replace(images, samples=samples), number)
        predictions = model.predict([images.samples[index].path for index in held_out])
        scored |= zip(held_out, predictions, strict=True)
    return [scored[index] for index in range(len(images))]
