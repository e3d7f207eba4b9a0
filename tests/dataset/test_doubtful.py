from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from checkboxnet.dataset.check import doubtful_labels
from checkboxnet.dataset.read import ImageSet, Sample

LABELS = ("checked", "unchecked", "other")


def test_confident_disagreement_is_found_and_hesitation_is_not() -> None:
    given = ["checked"] * 4 + ["unchecked"] * 3
    images = ImageSet(
        root=Path(),
        samples=tuple(Sample(path=Path(f"{n}.png"), label=g) for n, g in enumerate(given)),
        labels=LABELS,
    )
    probabilities = np.array(
        [
            [0.95, 0.03, 0.02],
            [0.9, 0.05, 0.05],
            [0.02, 0.97, 0.01],  # labelled checked, as sure an unchecked as any
            [0.4, 0.45, 0.15],  # wrong, but far from sure
            [0.04, 0.95, 0.01],
            [0.1, 0.85, 0.05],
            [0.93, 0.06, 0.01],  # labelled unchecked
        ]
    )
    doubtful = doubtful_labels(images, probabilities)
    assert [(d.path.name, d.label, d.suggested) for d in doubtful] == [
        ("2.png", "checked", "unchecked"),
        ("6.png", "unchecked", "checked"),
    ]
    assert doubtful[0].score == pytest.approx(0.97)
    assert doubtful[0].margin == pytest.approx(0.95)


def test_a_mislabelled_image_is_listed(
    cli: Callable[..., object], example_images: Path, tmp_path: Path
) -> None:
    import shutil

    crops = tmp_path / "crops"
    shutil.copytree(example_images, crops)
    shutil.move(crops / "checked" / "switch-dark.png", crops / "unchecked" / "wrong.png")
    outcome = cli("data", "check", crops, "--model", "default")
    assert outcome.code == 0  # type: ignore[attr-defined]
    assert "doubtful-label: labelled unchecked, looks checked" in outcome.out  # type: ignore[attr-defined]
    assert "wrong.png" in outcome.out  # type: ignore[attr-defined]
