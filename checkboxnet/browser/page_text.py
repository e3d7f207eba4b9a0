"""Text that a page returns, made safe to write and to print."""

from __future__ import annotations

from typing import Any


def replace_surrogates(value: Any) -> Any:
    """Returns a JSON value of a page with every lone surrogate replaced by U+FFFD.

    JavaScript's strings may hold half a character, which no file and no terminal takes. Every
    result of a script goes through here once, so that whoever writes it need not care.
    """
    if isinstance(value, str):
        if value.isascii():
            return value
        return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if isinstance(value, list):
        return [replace_surrogates(item) for item in value]
    if isinstance(value, dict):
        return {replace_surrogates(key): replace_surrogates(item) for key, item in value.items()}
    return value


def printable(text: str) -> str:
    """Returns text of a page without what would steer a terminal, or that XML can't hold."""
    return "".join(letter if letter.isprintable() else " " for letter in text)
