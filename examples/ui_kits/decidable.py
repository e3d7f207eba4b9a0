"""Whether a picture can tell what its label says: by how it is made, and by what was looked at.

`decisions.json` lists groups of crops (see `group_of`) that people have looked at in contact
sheets, because a network that never saw their kit contradicted them confidently.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

DECISIONS = Path(__file__).parent / "decisions.json"
WIDER_THAN_ICONS = 1.25
"""Width over height of a button from which it holds words."""
LIKE_TOGGLES = ("generic-icon", "generic-menu-item")
"""Kinds of content that may begin with a tick, a star or a heart."""
_PRESSED = ("toggle-button", "option")


def group_of(row: Mapping[str, Any]) -> str:
    """Returns the group that is decided as one: kit, design, kind, label and framing.

    Of hand-written designs and of the grammar, which have few crops each, all framings are one.
    """
    framing = None if row["kit"] in ("designs", "grammar") else row.get("framing")
    parts = (row["kit"], row.get("design"), row["kind"], row["label"], framing)
    return " | ".join(str(part or "-") for part in parts)


def read_decisions() -> dict[str, str]:
    """Returns what was decided of groups: `keep` or `undecidable`."""
    decided: dict[str, str] = json.loads(DECISIONS.read_text())
    return decided


def is_decidable(row: Mapping[str, Any], decisions: Mapping[str, str]) -> bool:
    """Whether the picture can tell what the control is.

    A toggle shaped like a push button tells no state when it is off, and teaches that buttons are
    toggles when it is on; ticks, stars and hearts that stand before words and are no toggles look
    like some that are.
    """
    if decision := decisions.get(group_of(row)):
        return decision == "keep"
    if (said := row.get("decidable")) is not None:
        return bool(said)
    if row.get("drawn_as"):
        return True
    kind, box = row.get("kind"), row.get("control_box")
    pressed = kind in _PRESSED or (
        row.get("role") == "radio" and row.get("tag") in ("button", "a", "li")
    )
    if pressed and box and box[2] > WIDER_THAN_ICONS * box[3]:
        return False
    return kind not in LIKE_TOGGLES
