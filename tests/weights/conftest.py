"""Weights folders that several test files read."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkboxnet.training.fine_tune import fine_tune


@pytest.fixture(scope="session")
def trained(
    tmp_path_factory: pytest.TempPathFactory, tiny_crops: Path, tiny_backbone: Path
) -> Path:
    """A weights folder as training writes it, of a network that was not trained."""
    output = tmp_path_factory.mktemp("trained") / "run"
    return fine_tune(tiny_crops, output=output, base=tiny_backbone, epochs=0).output
