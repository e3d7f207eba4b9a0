"""Settings of a harvest."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from checkboxnet.browser.config import VisitConfig
from checkboxnet.errors import ConfigError


class Framing(StrEnum):
    """How much of the page around a control a crop holds."""

    CONTROL = "control"
    """The control alone, with up to 4 px around it."""
    LABEL = "label"
    """With its label, and up to 6 px around both."""
    LOOSE = "loose"
    """With its label, and 4 to 24 px around both."""
    TIGHT = "tight"
    """With its label, edges cut by up to 3 px."""
    ROW = "row"
    """The row or card that it stands in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HarvestConfig(VisitConfig):
    """What is visited, how, and what is taken."""

    other: str | None = None
    """CSS selector of further elements to take as the class other."""
    toggle: bool = True
    """Clicks each control to photograph its other state too. Without it nothing is clicked."""
    framings: tuple[Framing, ...] = tuple(Framing)
    max_others: int | None = None
    """Elements of the class other taken of a page; by default as many as there are toggles, and
    at least 12."""
    pages: bool = False
    """Keeps screenshots too, with the box, kind and state of every control in them."""
    workers: int = 2
    """Pages open at the same time."""
    seed: int = 101
    """Decides the exact edges of crops, and which elements of the class other are taken."""

    def __post_init__(self) -> None:
        """Checks the settings.

        Raises:
            ConfigError: One of them is wrong; the message names it.
        """
        # By name: `super()` finds another class than the one that `slots=True` makes.
        VisitConfig.__post_init__(self)
        self._convert("framings", _framing)
        self._require_count("max_others", least=0)
        self._require_count("workers", least=1, optional=False)
        self._require_count("seed", least=0, optional=False)


def _framing(value: Any) -> Framing:
    try:
        return Framing(value)
    except ValueError as error:
        choices = ", ".join(Framing)
        raise ConfigError(f"framings must be of {choices}; got {value!r}") from error
