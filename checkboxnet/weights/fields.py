"""Fields of an untrusted JSON object, each checked for what it must be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any


class FieldError(Exception):
    """A field is missing or wrong; readers turn it into an error that names the file."""

    def __init__(self, key: str, expected: str, value: object) -> None:
        """Says what was expected and what was found."""
        found = "it is missing" if value is None else f"got {value!r}"
        super().__init__(f"{key}: expected {expected}, {found}")


def get(values: Mapping[str, Any], key: str, kind: type) -> Any:
    """Returns the value of a field of that kind."""
    value = values.get(key)
    if not isinstance(value, kind):
        raise FieldError(key, kind.__name__, value)
    return value


def number(
    values: Mapping[str, Any], key: str, low: float, high: float, *, whole: bool = False
) -> float:
    """Returns a finite number from `low` to `high`."""
    value: Any = values.get(key)
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if not (is_number and low <= value <= high and (not whole or value == int(value))):
        kind = "whole number" if whole else "number"
        raise FieldError(key, f"a {kind} from {low:g} to {high:g}", value)
    return float(value)


def numbers(
    values: Mapping[str, Any], key: str, count: int, low: float, high: float, *, whole: bool = False
) -> Any:
    """Returns a tuple of so many numbers from `low` to `high`."""
    found, name = get(values, key, list), f"preprocessing.{key}"
    if len(found) != count:
        raise FieldError(name, f"{count} numbers", found)
    return tuple(number({name: each}, name, low, high, whole=whole) for each in found)


def digests(values: Mapping[str, Any], names: Iterable[str]) -> dict[str, str]:
    """Returns the SHA-256 of each of the files named, from the field `sha256`."""
    found = get(values, "sha256", dict)
    for name in names:
        if not isinstance(digest := found.get(name), str) or len(digest) != 64:
            raise FieldError(f"sha256[{name!r}]", "64 hex digits", digest)
    return {name: found[name] for name in names}
