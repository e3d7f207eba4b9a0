"""Tables in Markdown, for cards and reports."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    r"""Returns a table, with newlines and bars in cells escaped.

    Examples:
        >>> print(table(["label", "count"], [["on|off", 2]]))
        | label | count |
        |---|---|
        | on\|off | 2 |
    """
    lines = ["| " + " | ".join(map(_cell, line)) + " |" for line in (head, *rows)]
    lines.insert(1, "|" + "---|" * len(head))
    return "\n".join(lines)


def _cell(value: object) -> str:
    return re.sub(r"\s*\n\s*", " ", str(value).replace("|", "\\|"))
