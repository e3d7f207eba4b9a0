"""The result of an audit: a row for each control, and counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from checkboxnet.auditing.contrast import LEAST_RATIO, StateContrast
from checkboxnet.browser.controls import MIXED, ControlState
from checkboxnet.browser.page_text import printable
from checkboxnet.browser.reasons import ReasonCounts, describe_reasons
from checkboxnet.picture.boxes import Box
from checkboxnet.picture.read import RgbImage
from checkboxnet.prediction import INDETERMINATE, Prediction


class Verdict(StrEnum):
    """Whether a control looks as the document declares it."""

    AGREES = "agrees"
    DISAGREES = "disagrees"
    """It looks otherwise, and the model is certain of that."""
    UNSURE = "unsure"
    """The model is not certain, or `mixed` is declared and it doesn't look so for certain."""
    SAYS_NOTHING = "says nothing"
    """It looks like a control that is on or off, and the model is certain of that; the document
    doesn't even declare that it is one."""

    @property
    def is_bad(self) -> bool:
        """Whether people who see it and people who have it read to them get different answers."""
        return self in (Verdict.DISAGREES, Verdict.SAYS_NOTHING)


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditedControl:
    """A control of a page."""

    selector: str
    """CSS selector; ` >>> ` leads into a shadow root or frame."""
    kind: str
    """Its role, the type of a native input, or `toggle-button`."""
    name: str
    """What a screen reader calls it, near enough to recognise it by; perhaps empty."""
    box: Box
    """Left, top, width and height in CSS pixels, from the page's top left corner."""
    state: ControlState | None
    """What the document declares, attribute by attribute; None of what says nothing."""
    prediction: Prediction
    """What it looks like."""
    threshold: float
    """Score from which on a prediction of that label is certain."""
    picture: RgbImage = field(repr=False, compare=False)
    """What the model was given, uint8 of shape (H, W, 3)."""
    confirmed: bool | None = None
    """Whether a click has changed the drawing of what says nothing; None where it wasn't
    clicked."""
    contrast: StateContrast | None = None
    """How it differs when it is on from when it is off, where clicks have shown both."""

    @property
    def declared(self) -> str | None:
        """`checked`, `unchecked` or `mixed`; None if the document declares nothing or both."""
        return self.state.label if self.state else None

    @property
    def verdict(self) -> Verdict:
        """Whether it looks as declared."""
        if self.state is None:
            return Verdict.SAYS_NOTHING
        if self.declared == MIXED and self.prediction.reason == INDETERMINATE:
            return Verdict.AGREES
        unknown = self.declared is not None and self.declared not in self.prediction.probabilities
        if unknown or not self.prediction.certain:
            return Verdict.UNSURE
        agrees = self.prediction.label == self.declared
        return Verdict.AGREES if agrees else Verdict.DISAGREES

    @property
    def verdict_text(self) -> str:
        """The verdict for people: it says if a click has confirmed it."""
        return f"{self.verdict}, confirmed" if self.confirmed else str(self.verdict)

    @property
    def declared_text(self) -> str:
        """The declared state for people, or the attributes that leave it open."""
        declared = asdict(self.state) if self.state else {}
        parts = [
            f"{name}={value}"
            for name, value in declared.items()
            if value is not None and (name, value) != ("native_indeterminate", False)
        ]
        return printable(self.declared or " ".join(parts) or "nothing")

    def to_dict(self) -> dict[str, Any]:
        """Returns a JSON-ready dict, without the picture."""
        return {
            "selector": self.selector,
            "kind": self.kind,
            "name": self.name,
            "box": list(self.box),
            "declared": self.declared,
            "state": asdict(self.state) if self.state else None,
            "prediction": self.prediction.to_dict(),
            "threshold": self.threshold,
            "verdict": str(self.verdict),
            "confirmed": self.confirmed,
            "contrast": asdict(self.contrast) if self.contrast else None,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class PageAudit:
    """One visit of one page."""

    page: str
    """Its name or address."""
    view: str
    """Viewport, device scale and theme, say `1280x800 @1 light`."""
    controls: tuple[AuditedControl, ...]
    """In the order in which they were seen."""
    unseen: Mapping[str, int]
    """Controls that could not be looked at, by reason."""
    unseen_examples: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Selectors of a few of them, by reason."""

    @property
    def disagreements(self) -> tuple[AuditedControl, ...]:
        """The controls that don't look as declared."""
        return tuple(each for each in self.controls if each.verdict is Verdict.DISAGREES)

    @property
    def silent(self) -> tuple[AuditedControl, ...]:
        """What looks like a two-state control and doesn't say that it is one."""
        return tuple(each for each in self.controls if each.verdict is Verdict.SAYS_NOTHING)

    def to_dict(self) -> dict[str, Any]:
        """Returns a JSON-ready dict."""
        return {
            "page": self.page,
            "view": self.view,
            "controls": [control.to_dict() for control in self.controls],
            "unseen": dict(self.unseen),
            "unseen_examples": {reason: list(e) for reason, e in self.unseen_examples.items()},
        }

    def __str__(self) -> str:
        """Returns a table with a line for each control."""
        rows: list[tuple[str, ...]] = [
            ("verdict", "declared", "looks", "on against off", "kind", "name", "selector")
        ]
        rows += [
            (c.verdict_text, c.declared_text, str(c.prediction), str(c.contrast or "–"), c.kind,
             c.name or "–", c.selector)
            for c in self.controls
        ]  # fmt: skip
        if not any(control.contrast for control in self.controls):
            rows = [(*row[:3], *row[4:]) for row in rows]
        widths = [min(max(map(len, column)), 36) for column in zip(*rows, strict=True)]
        table = [
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
            for row in rows
        ]
        return "\n".join([f"{self.page} ({self.view})", *(table if self.controls else ())])


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditReport:
    """All visits of an audit."""

    pages: tuple[PageAudit, ...]
    failed: Mapping[str, str]
    """What went wrong, by page and view."""

    @property
    def verdicts(self) -> dict[Verdict, int]:
        """How many controls there are of each verdict."""
        counts = Counter(control.verdict for _, control in self.rows())
        return {verdict: counts[verdict] for verdict in Verdict}

    @property
    def unseen(self) -> dict[str, int]:
        """Controls that could not be looked at, by reason, most frequent first."""
        return dict(self._reasons().counts.most_common())

    @property
    def unseen_examples(self) -> dict[str, list[str]]:
        """A few of them, by reason: their selector, and the page in brackets."""
        return self._reasons().examples

    def _reasons(self) -> ReasonCounts:
        reasons = ReasonCounts()
        for page in self.pages:
            reasons.add_page(page.page, page.unseen, page.unseen_examples)
        return reasons

    def rows(self) -> Iterator[tuple[PageAudit, AuditedControl]]:
        """Yields every control with its page."""
        for page in self.pages:
            for control in page.controls:
                yield page, control

    def to_dict(self) -> dict[str, Any]:
        """Returns a JSON-ready dict."""
        return {
            "verdicts": {str(verdict): count for verdict, count in self.verdicts.items()},
            "unseen": self.unseen,
            "unseen_examples": self.unseen_examples,
            "pages": [page.to_dict() for page in self.pages],
            "failed": dict(self.failed),
        }

    def summary(self) -> str:
        """Returns the counts in a line."""
        controls = [control for _, control in self.rows()]
        counts = ", ".join(f"{count} {verdict}" for verdict, count in self.verdicts.items())
        if confirmed := sum(bool(control.confirmed) for control in controls):
            counts += f" ({confirmed} confirmed)"
        if low := sum(bool(c.contrast and c.contrast.is_low) for c in controls):
            counts += f"; {low} below {LEAST_RATIO:g}:1 between on and off"
        left_out = ", ".join(f"{count} {reason}" for reason, count in self.unseen.items())
        return f"{len(controls)} controls: {counts}" + (
            f"; not seen: {left_out}" if left_out else ""
        )

    def __str__(self) -> str:
        """Returns a table for each visit, failures, what was not seen, and the counts."""
        lines = [f"failed: {page}: {error}" for page, error in self.failed.items()]
        lines += [
            f"not seen: {each}" for each in describe_reasons(self.unseen, self.unseen_examples)
        ]
        return "\n\n".join([*map(str, self.pages), "\n".join([*lines, self.summary()])])
