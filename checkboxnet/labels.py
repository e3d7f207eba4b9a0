"""The label values, fixed from version 1 on, and the names people give their folders."""

from __future__ import annotations

from enum import StrEnum
from unicodedata import category


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

# Only what can't mean anything else of a control: `disabled` is one that can't be used, checked or
# not; `active` has the focus or is pressed; `0` and `1` are numbers of classes, in which `checked`
# comes first; `none` and `negative` may be unchecked as well as other.
ALIASES: dict[str, tuple[str, ...]] = {
    Label.CHECKED: ("checked", "on", "selected", "ticked", "true", "yes"),
    Label.UNCHECKED: (
        "unchecked", "not_checked", "off", "unselected", "unticked", "false", "no",
    ),
    Label.OTHER: ("other", "others", "neither", "background", "misc"),
}  # fmt: skip
"""Names that folders and columns may have for the standard labels."""

_LABEL_OF_ALIAS = {alias: str(label) for label, names in ALIASES.items() for alias in names}


def standard_label(name: str) -> str | None:
    """Returns the standard label that a folder or column name stands for, or None.

    Case, surrounding blanks, hyphens and inner blanks don't matter.

    Examples:
        >>> standard_label("Ticked"), standard_label("not-checked"), standard_label("banana")
        ('checked', 'unchecked', None)
    """
    return _LABEL_OF_ALIAS.get(name.strip().lower().replace("-", "_").replace(" ", "_"))


def is_name(text: str) -> bool:
    r"""Says whether a text can be printed on a line and written to a file.

    Examples:
        >>> is_name("チェック済み"), is_name(" "), is_name("two\nlines"), is_name("half \ud83d")
        (True, False, False, False)
    """
    return bool(text.strip()) and not any(category(letter) in ("Cc", "Cs") for letter in text)
