"""Options that are one of a few words."""

from __future__ import annotations

from collections.abc import Iterable

from checkboxnet.errors import ConfigError


def require_choice(name: str, value: object, choices: Iterable[str]) -> None:
    """Raises unless the value of an option is one of its choices.

    Raises:
        ConfigError: It isn't; the message names the option and its choices.
    """
    words = list(choices)
    if value not in words:
        raise ConfigError(f"{name} must be one of {', '.join(words)}; got {value!r}")
