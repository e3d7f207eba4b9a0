"""What `scan` returns, and in which order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from checkboxnet.picture.boxes import Box
from checkboxnet.prediction import Prediction


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A control on a screenshot, and its state."""

    box: Box
    """Left, top, width and height in pixels of the screenshot."""
    prediction: Prediction
    """State, kind and certainty."""
    score: float
    """The detector's, from 0 to 1: how much it looks like a control. Not calibrated."""

    def __str__(self) -> str:
        """Returns, say, `checked 0.998 at 24,22 36x36`."""
        left, top, width, height = map(round, self.box)
        return f"{self.prediction} at {left},{top} {width}x{height}"

    def to_dict(self) -> dict[str, Any]:
        """Returns a JSON-ready dict: `box` and `detection_score`, then what the prediction has."""
        box = [round(side, 1) for side in self.box]
        return {"box": box, "detection_score": self.score, **self.prediction.to_dict()}


def in_reading_order(found: Sequence[Found]) -> list[Found]:
    """Returns them line by line from the top, each line from the left.

    A control belongs to a line if its middle isn't below the line's first control.
    """
    lines: list[list[Found]] = []
    for each in sorted(found, key=_middle):
        first = lines[-1][0].box if lines else None
        if first is not None and _middle(each) < first[1] + first[3]:
            lines[-1].append(each)
        else:
            lines.append([each])
    return [each for line in lines for each in sorted(line, key=lambda found: found.box[0])]


def _middle(found: Found) -> float:
    return found.box[1] + found.box[3] / 2
