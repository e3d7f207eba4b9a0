"""An HTML page to look at what was harvested."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

from checkboxnet.report.files import write_text

_COLOURS = {
    "checked": "#2e7d32",
    "unchecked": "#1565c0",
    "other": "#6d4c41",
    "mixed": "#ad1457",
    "undecided": "#ef6c00",
}
_STYLE = """
body { font: 14px system-ui, sans-serif; margin: 1rem; background: #777; color: #fff }
h2 { margin: 1.5rem 0 .5rem } h3 { margin: .75rem 0 .25rem; font-size: 1rem }
.crops { display: flex; flex-wrap: wrap; gap: 6px; align-items: flex-start }
img { max-width: 360px; max-height: 120px; border-left: 4px solid }
"""


def write_contact_sheet(manifest: Path) -> Path:
    """Writes `gallery.html` beside a harvest's manifest: every crop under its group and label.

    Returns:
        The HTML file, which is replaced if it exists.
    """
    rows = [json.loads(line) for line in manifest.read_text(encoding="utf-8").splitlines()]
    target = manifest.with_name("gallery.html")
    groups: dict[str, dict[str, list[Mapping[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        groups[row["group"]][row["label"]].append(row)
    parts = []
    for group in sorted(groups):
        parts.append(f"<h2>{escape(group)}</h2>")
        for label in sorted(groups[group]):
            crops = groups[group][label]
            parts.append(f"<h3>{escape(label)} ({len(crops)})</h3><div class=crops>")
            parts += [_picture(row) for row in crops]
            parts.append("</div>")
    title = f"{sum(len(c) for labels in groups.values() for c in labels.values())} crops"
    write_text(
        target,
        f"<!doctype html><meta charset=utf-8><title>{title}</title><style>{_STYLE}</style>"
        f"<h1>{title}</h1>\n" + "\n".join(parts) + "\n",
    )
    return target


def _picture(row: Mapping[str, Any]) -> str:
    about = " · ".join(
        str(row[key])
        for key in ("kind", "framing", "theme", "scale", "lang", "page", "selector")
        if row.get(key) is not None
    )
    scale = row.get("scale", 1)
    style = f"border-color:{_COLOURS.get(row['label'], '#000')};zoom:{1 / scale:.3g}"
    return f'<img loading=lazy src="{escape(row["path"])}" title="{escape(about)}" style="{style}">'
