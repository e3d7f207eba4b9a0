"""What pages say, made safe to write and to print."""

from __future__ import annotations

from typing import Any


def writable(answer: Any) -> Any:
    """Returns what a page has answered with every lone surrogate replaced by U+FFFD.

    JavaScript's strings may hold half a character, which no file and no terminal takes. Every
    answer of a page goes through here once, so that whoever writes it need not care.
    """
    if isinstance(answer, str):
        if answer.isascii():
            return answer
        return answer.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if isinstance(answer, list):
        return [writable(value) for value in answer]
    if isinstance(answer, dict):
        return {writable(key): writable(value) for key, value in answer.items()}
    return answer


def printable(text: str) -> str:
    """Returns a page's own words without what would steer a terminal, or that XML can't hold."""
    return "".join(letter if letter.isprintable() else " " for letter in text)
