"""Whether what was exported says what the model says."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from checkboxnet.errors import ExportError
from checkboxnet.model import Model
from checkboxnet.picture.read import RgbImage

TOLERANCE = 1e-3
"""Largest difference of any probability that is accepted."""
FLIPS = 0.02
"""Largest share of pictures that may get another label where weights are rounded."""


def trial_pictures() -> list[RgbImage]:
    """Returns noise and boxes, of all shapes, light, dark and transparent."""
    noise = np.random.default_rng(0)
    pictures = [
        noise.integers(0, 256, shape, np.uint8) for shape in ((1, 1, 3), (31, 400, 3), (300, 17, 4))
    ]
    for width, height, ground, ink in (
        (24, 24, "white", "black"),
        (150, 40, "#f4f4f8", "#0a58ca"),
        (900, 36, "#202124", "#8ab4f8"),
        (60, 200, "white", "#999999"),
        (320, 48, "#00000000", "#2e7d32cc"),
        (320, 48, "#00000000", "#ffffffcc"),
    ):
        image = Image.new("RGBA", (width, height), ground)
        draw = ImageDraw.Draw(image)
        draw.rectangle((4, 4, 19, 19), outline=ink, width=2)
        if width > 100:
            draw.line((7, 11, 11, 15, 17, 8), fill=ink, width=2)
        pictures.append(np.asarray(image))
    return pictures


def confirm_probabilities(
    found: NDArray[np.float32], reference: Model, pictures: Sequence[RgbImage]
) -> None:
    """Raises unless the probabilities found are those that the model gives to the pictures.

    Args:
        found: (pictures, labels).
        reference: The model.
        pictures: What was predicted.

    Raises:
        ExportError: One differs by more than `TOLERANCE`.
    """
    difference = np.abs(found - _probabilities(reference, pictures)).max()
    if not difference <= TOLERANCE:  # NaN is no agreement either
        raise ExportError(
            f"{reference.name}: what was exported gives probabilities that differ from the "
            f"model's by up to {difference:.3g}, more than {TOLERANCE:g}; nothing was written"
        )


def confirm_labels(
    found: NDArray[np.float32], reference: Model, pictures: Sequence[RgbImage]
) -> None:
    """Raises unless nearly all pictures get the label that the model gives them.

    Args:
        found: Probabilities, (pictures, labels).
        reference: The model.
        pictures: What was predicted.

    Raises:
        ExportError: More than a share of `FLIPS` gets another label.
    """
    expected = _probabilities(reference, pictures)
    flips = float((found.argmax(axis=1) != expected.argmax(axis=1)).mean())
    if flips > FLIPS:
        raise ExportError(
            f"{reference.name}: what was exported gives {flips:.1%} of the crops another label "
            f"than the model, more than {FLIPS:.0%}; nothing was written. Calibrate with more "
            "crops, of all kinds that are to come, or export as onnx"
        )


def _probabilities(model: Model, pictures: Sequence[RgbImage]) -> NDArray[np.float64]:
    return np.array([list(each.probabilities.values()) for each in model.predict(pictures)])
