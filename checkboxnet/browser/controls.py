"""The controls of a page: what they are, where they are drawn, and what lies around them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from checkboxnet.browser.state import ControlState
from checkboxnet.picture.boxes import Box, overlaps


@dataclass(frozen=True, slots=True, kw_only=True)
class Boxes:
    """Where a control is drawn."""

    control: Box
    labelled: Box
    """With its label."""
    row: Box | None
    """The row or card it stands in, if that is more."""


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
    group: str | None = None
    """What radios have in common of which one at most is on."""
    disabled: bool = False
    clickable: bool = False
    """Takes clicks, and says nothing of a state."""
    plain: bool = False
    """Is a button by what it says, though one that may draw a state."""
    suspect: bool = False
    """Is named like a toggle."""
    depth: int = 0
    """How many others that take clicks it lies in."""
    parent: int | None = None
    """Number of the element that it lies in, if it takes clicks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """Where a control is drawn at one moment, and its state then."""

    boxes: Boxes
    state: ControlState | None
    """None for what is no toggle."""
    disabled: bool = False

    @classmethod
    def from_page(cls, measured: Mapping[str, Any]) -> Sighting | str:
        """Returns what `measure` in the page has found, or why the control can't be seen."""
        if "gone" in measured:
            return str(measured["gone"])
        row = measured["row"]
        return cls(
            boxes=Boxes(
                control=tuple(measured["control"]),
                labelled=tuple(measured["labelled"]),
                row=tuple(row) if row else None,
            ),
            state=ControlState(**measured["state"]) if measured["state"] else None,
            disabled=measured.get("disabled", False),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a crop should not hold besides its own control."""

    toggles: Mapping[str, Box]
    """By the control's number, or a name of what is only named like a toggle."""
    unreadable: Mapping[int, Box]
    """By number, what may be or hold a toggle though no state of it can be read."""

    def forbidden(self, control: Control, sighting: Sighting, *, whole: bool) -> list[Box]:
        """Returns the boxes that no crop of a control may hold.

        Args:
            control: What is cut out.
            sighting: Where it is.
            whole: Counts an element that is named like a toggle and lies in it as a part of it.
        """
        return [
            box
            for key, box in self.toggles.items()
            if key != str(control.id)
            and not (
                whole and key.startswith("suspect") and overlaps(box, [sighting.boxes.control])
            )
        ]
