"""The messages that the documentation explains are those that the package has."""

from __future__ import annotations

import ast
import re
from functools import cache

import pytest
from conftest import ROOT

PAGE = ROOT / "docs" / "troubleshooting.md"
HOLE = "\0"
QUOTED = re.findall(r"^### `(.+)`$", PAGE.read_text(), re.MULTILINE)


@cache
def templates() -> list[str]:
    """Returns every string of the package, with a hole for each part that is filled in."""
    found = []
    for path in (ROOT / "checkboxnet").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.append(node.value)
            elif isinstance(node, ast.JoinedStr):
                parts = (part.value if isinstance(part, ast.Constant) else HOLE
                         for part in node.values)  # fmt: skip
                found.append("".join(map(str, parts)))
    return found


def occurs(message: str) -> bool:
    """Whether one string has the message's fixed parts, in their order, filled in between."""
    fixed = [re.escape(part) for part in message.strip("…").split("…")]
    # A hole may have text of its own beside it, as `…` in a shortened checksum.
    between = f"[^{HOLE}]?{HOLE}.*?"
    return any(re.search(between.join(fixed), text, re.DOTALL) for text in templates())


def test_there_are_messages_and_each_is_explained_once() -> None:
    assert len(QUOTED) >= 15
    assert len(set(QUOTED)) == len(QUOTED)


@pytest.mark.parametrize("message", QUOTED)
def test_each_quoted_message_is_one_of_the_package(message: str) -> None:
    assert occurs(message)


@pytest.mark.parametrize(
    "message",
    [
        "…: no such files",
        "…: cannot be read because (…)",
        "device … cannot be employed (…)",
        "expected …, but there looks …",
    ],
)
def test_other_words_are_noticed(message: str) -> None:
    assert not occurs(message)
