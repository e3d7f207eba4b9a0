"""From what the DOM says of a control to its label."""

from __future__ import annotations

from dataclasses import dataclass

from checkboxnet.labels import Label

MIXED = "mixed"
"""Folder and manifest label of indeterminate controls, which are none of the three labels."""
UNDECIDED = "undecided"
"""Folder and manifest label of what reacts like a toggle without a state that could be read."""
SILENT = "no state to read"
"""Why there is no label where the document says nothing of a state."""

_OF_ARIA = {"true": str(Label.CHECKED), "false": str(Label.UNCHECKED), "mixed": MIXED}


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlState:
    """What the DOM says, at one moment. None where it says nothing."""

    native_checked: bool | None
    native_indeterminate: bool | None
    aria_checked: str | None
    aria_pressed: str | None
    aria_selected: str | None

    @property
    def label(self) -> str | None:
        """`checked`, `unchecked` or `mixed`; None if the sources disagree or say nothing."""
        said = self._said
        return said.pop() if len(said) == 1 else None

    @property
    def doubt(self) -> str:
        """Why there is no label, where there is none."""
        return "native and ARIA state disagree" if self._said else SILENT

    @property
    def _said(self) -> set[str]:
        # Playwright's `is_checked` is no source: it takes an indeterminate box for an unticked one.
        said = {
            _OF_ARIA[value]
            for value in (self.aria_checked, self.aria_pressed, self.aria_selected)
            if value in _OF_ARIA
        }
        if self.native_checked is not None:
            if self.native_indeterminate:
                said.add(MIXED)
            # A toggle button made of an input may say its state in ARIA terms only.
            else:
                said.add(str(Label.CHECKED if self.native_checked else Label.UNCHECKED))
        return said
