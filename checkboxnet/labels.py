"""The standard labels, and the names that people give their folders for them."""

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
"""Folders of harvested crops with none of the three labels, and their meaning; perhaps labels of
a later version."""

# Only unambiguous names: a `disabled` control may be checked or not; `active` may mean focused or
# pressed; `0` and `1` are class numbers in an unknown order; `none` and `negative` may be unchecked
# or other.
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
    r"""Returns whether a text isn't blank and has no control characters or lone surrogates.

    Examples:
        >>> is_name("チェック済み"), is_name(" "), is_name("two\nlines"), is_name("half \ud83d")
        (True, False, False, False)
    """
    return bool(text.strip()) and not any(category(letter) in ("Cc", "Cs") for letter in text)
