"""How rows of the manifest and of page records are written."""

from __future__ import annotations

from typing import Any

from checkboxnet.picture.boxes import Box


def row_of(**values: Any) -> dict[str, Any]:
    """Returns a row in which what does not apply, a None, is left out."""
    return {name: value for name, value in values.items() if value is not None}


def rounded(box: Box) -> list[float]:
    """Returns a box to a hundredth of a CSS pixel."""
    return [round(value, 2) for value in box]
