"""The prediction for one picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Any

from checkboxnet.errors import ImageError

LOW_CONFIDENCE = "low-confidence"
"""`Prediction.reason` when the score is below the threshold."""
AMBIGUOUS = "ambiguous"
"""The score is below the threshold, and a second label has a probability of 0.2 or more."""
TOO_SMALL = "too-small"
"""The crop has too few pixels."""
BLANK = "blank"
"""The crop shows plain background only."""
UNLIKE_TRAINING = "unlike-training"
"""The crop is unlike those that the weights were trained on."""
INDETERMINATE = "indeterminate"
"""The control looks neither on nor off, as a box with a bar in it does."""

MIXED_FROM = 0.5
"""Probability from which on a control is taken for indeterminate."""

KINDS = ("checkbox", "radio", "switch", "toggle")
"""What `Prediction.kind` may be; a toggle is any other control of two states."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction:
    """A label for one picture, with calibrated probabilities.

    The label is the most probable one even when `certain` is False, so that callers may
    choose between a best guess and abstaining.
    """

    label: str
    """The most probable label: `checked`, `unchecked` or `other`, unless the weights have
    labels of their own."""
    score: float
    """Calibrated probability of `label`, from 0 to 1."""
    probabilities: Mapping[str, float] = field(hash=False)
    """Calibrated probability of each label; they sum to 1."""
    certain: bool
    """Whether the score reaches the threshold chosen on validation data, and there is no other
    reason to doubt the label."""
    reason: str | None = None
    """Why the prediction is not certain, or None: `low-confidence`, `ambiguous` (between two
    labels), `too-small`, `blank`, `unlike-training` or `indeterminate`."""
    kind: str | None = None
    """What the control looks like: `checkbox`, `radio`, `switch` or `toggle` (any other control of
    two states). None where the label is `other`, and where the weights don't tell kinds."""
    mixed: float | None = None
    """Probability, from 0 to 1, that the control is indeterminate, as a box with a bar in it is;
    from 0.5 on the prediction is not certain. None where the weights don't tell."""

    def __str__(self) -> str:
        """Returns, say, `checked 0.998`, or `checked 0.512 (low-confidence)`."""
        doubt = f" ({self.reason})" if self.reason else ""
        return f"{self.label} {self.score:.3f}{doubt}"

    def _repr_html_(self) -> str:
        rows = "".join(
            f'<tr><td style="text-align:left">{escape(label)}</td>'
            f'<td><meter value="{share:.4f}" style="width:12em"></meter></td>'
            f'<td style="text-align:right">{100 * share:.1f} %</td></tr>'
            for label, share in sorted(self.probabilities.items(), key=lambda item: -item[1])
        )
        doubt = f" – not certain: {escape(self.reason)}" if self.reason else ""
        return f"<div><strong>{escape(self.label)}</strong>{doubt}<table>{rows}</table></div>"

    def to_dict(self) -> dict[str, Any]:
        """Returns a JSON-ready dict: the same seven fields, probabilities as a plain dict."""
        return {
            "label": str(self.label),
            "score": self.score,
            "probabilities": dict(self.probabilities),
            "certain": self.certain,
            "reason": self.reason,
            "kind": self.kind,
            "mixed": self.mixed,
        }


def outcome_to_dict(outcome: Prediction | ImageError) -> dict[str, Any]:
    """Returns the JSON of one image: the fields of its prediction, or `error` alone."""
    return {"error": str(outcome)} if isinstance(outcome, ImageError) else outcome.to_dict()
