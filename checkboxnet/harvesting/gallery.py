"""An HTML page that shows what was harvested."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

from checkboxnet.errors import DatasetError
from checkboxnet.report.files import parse_json, write_text
from checkboxnet.report.html import templates

_SHOWN = ("kind", "framing", "theme", "scale", "lang", "page", "selector")


def write_gallery(manifest: Path) -> Path:
    """Writes `gallery.html` beside a harvest's manifest: every crop under its group and label.

    Returns:
        The HTML file, which is replaced if it exists.

    Raises:
        DatasetError: A row of the manifest is no JSON.
    """
    groups: dict[str, dict[str, list[dict[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    lines = manifest.read_bytes().splitlines()
    for number, line in enumerate(lines, 1):
        row = parse_json(line, source=f"{manifest}:{number}", error=DatasetError)
        title = " · ".join(str(row[key]) for key in _SHOWN if row.get(key) is not None)
        crop = {"path": row["path"], "title": title, "zoom": f"{1 / row.get('scale', 1):.3g}"}
        groups[row["group"]][row["label"]].append(crop)
    in_order = {group: dict(sorted(groups[group].items())) for group in sorted(groups)}
    template = templates("checkboxnet.harvesting").get_template("gallery.html")
    page = manifest.with_name("gallery.html")
    write_text(page, template.render(groups=in_order, count=len(lines)))
    return page
