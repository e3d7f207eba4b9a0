"""A page of controls whose document lies, and a folder for what assertions leave."""

from __future__ import annotations

from pathlib import Path

import pytest

from checkboxnet.testing.settings import configure

PAGE = Path(__file__).with_name("toggles.html").as_uri()

KITS = ["late", "image", "aria", "liar"]
"""Controls that are unchecked until clicked, though the last is drawn the other way round."""


@pytest.fixture(autouse=True)
def output(tmp_path: Path) -> Path:
    """Where crops of failures go; it doesn't exist yet."""
    configure(output=tmp_path / "failures")
    return tmp_path / "failures"
