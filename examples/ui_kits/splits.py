"""Which split a crop belongs to: by kit, by hand-written design, by the parts of the grammar.

What is held out is held out whole, so that no drawing is both trained on and tested.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

# Unlike one another, and unlike those trained on: no kit here shares its drawing with another.
VALIDATION_KITS = frozenset(
    {"blueprint", "chakra", "foundation", "framework7", "icheck", "naive-ui"}
    | {"content-avatars", "content-remix"}
)
TEST_KITS = frozenset(
    {"carbon", "ionic", "pretty-checkbox", "rsuite", "uswds", "vant"}
    | {"content-flags", "content-phosphor"}
)

# Of other people's finished pages, which `fetch_pages.py` gets.
VALIDATION_PAGES = frozenset({"adminbsb-materialdesign"})
TEST_PAGES = frozenset({"gentelella", "tabler-ui"})

# Of the grammar, a sixth of the anatomies and one material to each side.
VALIDATION_PARTS = frozenset(
    {"overhang", "two-words", "faint-box", "led-key"} | {"steps", "key", "status"} | {"glossy"}
)
TEST_PARTS = frozenset(
    {"strokes", "slanted", "inner-box", "counted"} | {"dots", "price", "avatar"} | {"metal"}
)
_SIXTHS = 6


def drawing_of(row: Mapping[str, Any]) -> str:
    """Returns what is drawn alike: a kit, a hand-written design, or an anatomy of the grammar."""
    design = row.get("design") or ""
    if row["kit"] == "designs" and "/" in design:
        return f"designs/{design}"
    return f"grammar/{design.split('/')[0]}" if row["kit"] == "grammar" else str(row["kit"])


def split_of(row: Mapping[str, Any]) -> str:
    """Returns `train`, `val` or `test` for a row of the manifest."""
    kit, design = row["kit"], row.get("design") or ""
    if kit == "grammar":
        parts = set(design.split("/"))
        return "test" if parts & TEST_PARTS else "val" if parts & VALIDATION_PARTS else "train"
    if kit == "designs" and "/" in design:
        sixth = int(hashlib.sha256(design.encode()).hexdigest(), 16) % _SIXTHS
        return {0: "val", 1: "test"}.get(sixth, "train")
    if kit in VALIDATION_KITS | VALIDATION_PAGES:
        return "val"
    return "test" if kit in TEST_KITS | TEST_PAGES else "train"
