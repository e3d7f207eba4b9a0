"""The label values, fixed from version 1 on, and the names people give their folders."""

from __future__ import annotations

from enum import StrEnum


class Label(StrEnum):
    """State of a control as seen in its picture. Members compare equal to their strings."""

    CHECKED = "checked"
    """The ON state of any two-state control: ticked box, chosen radio, switch that is on."""
    UNCHECKED = "unchecked"
    """The OFF state of any two-state control."""
    OTHER = "other"
    """Not a two-state control at all: a button, a link, text, a slider…"""


STANDARD_LABELS: tuple[str, ...] = tuple(str(label) for label in Label)

RESERVED_LABELS: dict[str, str] = {
    "mixed": "indeterminate",
    "undecided": "reacting like a toggle without a state that could be read",
}
"""What a harvest keeps apart from the three labels, and what it is; may become labels later."""

_ALIASES: dict[str, tuple[str, ...]] = {
    Label.CHECKED: ("checked", "on", "selected", "ticked", "true", "enabled", "active", "yes", "1"),
    Label.UNCHECKED: (
        "unchecked",
        "off",
        "unselected",
        "unticked",
        "false",
        "disabled",
        "inactive",
        "no",
        "0",
        "not_checked",
    ),
    Label.OTHER: ("other", "others", "none", "neither", "background", "negative", "misc"),
}
_LABEL_OF_ALIAS = {alias: str(label) for label, names in _ALIASES.items() for alias in names}


def standard_label(name: str) -> str | None:
    """Returns the standard label that a folder or column name stands for, or None.

    Case, surrounding blanks, hyphens and inner blanks don't matter.

    Examples:
        >>> standard_label("Ticked"), standard_label("not-checked"), standard_label("banana")
        ('checked', 'unchecked', None)
    """
    return _LABEL_OF_ALIAS.get(name.strip().lower().replace("-", "_").replace(" ", "_"))
