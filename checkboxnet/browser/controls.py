"""The controls of a page: their kind, their state, and where they are drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from checkboxnet.labels import Label
from checkboxnet.picture.boxes import Box, overlaps

MIXED = "mixed"
"""Folder and manifest label of indeterminate controls, which are none of the three labels."""
UNDECIDED = "undecided"
"""Folder and manifest label of what reacts like a toggle without a state that could be read."""
NO_STATE = "no state to read"
"""Why there is no label where the document declares no state."""

_LABEL_OF_ARIA = {"true": str(Label.CHECKED), "false": str(Label.UNCHECKED), "mixed": MIXED}


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlState:
    """The state of a control as the document declares it; None where it declares nothing."""

    native_checked: bool | None
    native_indeterminate: bool | None
    aria_checked: str | None
    aria_pressed: str | None
    aria_selected: str | None

    @property
    def label(self) -> str | None:
        """`checked`, `unchecked` or `mixed`; None if the sources disagree or there is none."""
        labels = self._labels
        return labels.pop() if len(labels) == 1 else None

    @property
    def doubt(self) -> str:
        """Why there is no label, where there is none."""
        return "native and ARIA state disagree" if self._labels else NO_STATE

    @property
    def _labels(self) -> set[str]:
        # Playwright's `is_checked` is no source: it takes an indeterminate box for an unticked one.
        aria = (self.aria_checked, self.aria_pressed, self.aria_selected)
        labels = {_LABEL_OF_ARIA[value] for value in aria if value in _LABEL_OF_ARIA}
        if self.native_indeterminate:
            labels.add(MIXED)
        elif self.native_checked is not None:
            labels.add(str(Label.CHECKED if self.native_checked else Label.UNCHECKED))
        return labels


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """A control as `js/controls.js` describes it."""

    id: int
    kind: str
    role: str | None
    tag: str
    selector: str
    lang: str | None
    toggle: bool
    rtl: bool = False
    """Stands in text that runs from right to left."""
    design: str | None = None
    """`data-design` of the page, which names the drawing."""
    drawn_as: str | None = None
    """`data-control` beside it: `checkbox`, `radio`, `switch` or `toggle`, as a person calls it."""
    decidable: str | None = None
    """`data-decidable` beside it: the labels that a picture of it can tell; all where None."""
    group: str | None = None
    """Shared by radios of which at most one is on."""
    disabled: bool = False
    clickable: bool = False
    """Takes clicks, and declares no state."""
    plain: bool = False
    """A button by tag or role, though one that may draw a state."""
    hidden: bool = False
    """Takes clicks once it is shown, which it is not when the page is searched."""
    suspect: bool = False
    """Has a class name like a toggle's."""
    depth: int = 0
    """How many other elements that take clicks it lies in."""
    parent: int | None = None
    """Number of the parent element, if it takes clicks."""

    def tells(self, label: str) -> bool:
        """Whether a picture of it in the state `label` tells that state, as its page says."""
        return self.decidable is None or label in self.decidable.split()


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """Where a control is drawn at one moment, in CSS pixels of the viewport, and its state."""

    control: Box
    labelled: Box
    """With its label."""
    row: Box | None
    """The row or card it stands in, if that is more."""
    state: ControlState | None
    """None for what is no toggle."""
    disabled: bool

    @classmethod
    def from_page(cls, measured: Mapping[str, Any]) -> Observation | str:
        """Returns what `measure` in the page has found, or why the control can't be seen."""
        if "gone" in measured:
            return str(measured["gone"])
        row, state = measured["row"], measured["state"]
        return cls(
            control=tuple(measured["control"]),
            labelled=tuple(measured["labelled"]),
            row=tuple(row) if row else None,
            state=ControlState(**state) if state else None,
            disabled=measured["disabled"],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """Where the viewport shows what a crop of a control must not hold besides that control."""

    toggles: Mapping[str, Box]
    """By the control's number, or `suspect-N` for what is only named like a toggle."""
    unreadable: Mapping[int, Box]
    """By number, what may be or hold a toggle without a state that can be read."""

    def of(self, control: Control, observed: Observation, *, whole: bool) -> list[Box]:
        """Returns the boxes of other toggles, which no crop of a control may hold.

        Args:
            control: What is cut out.
            observed: Where it is.
            whole: Counts an element that is named like a toggle and lies in it as a part of it.
        """
        return [
            box
            for key, box in self.toggles.items()
            if key != str(control.id)
            and not (whole and key.startswith("suspect") and overlaps(box, [observed.control]))
        ]
