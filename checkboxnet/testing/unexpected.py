"""What assertions raise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkboxnet.errors import CheckboxNetError

if TYPE_CHECKING:
    from pathlib import Path

    from checkboxnet.prediction import Prediction


class UnexpectedStateError(CheckboxNetError, AssertionError):
    """A control doesn't look as a test expects."""

    def __init__(self, message: str, *, prediction: Prediction | None, crop: Path | None) -> None:
        """Keeps what was seen last beside the message."""
        super().__init__(message)
        self.prediction = prediction
        """Of the last screenshot, or None if there was nothing to see."""
        self.crop = crop
        """File of the last screenshot, or None."""
