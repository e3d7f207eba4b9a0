"""Settings of visits to pages, and of a harvest."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal, get_args

from checkboxnet.errors import ConfigError

Theme = Literal["light", "dark", "both"]

_LOCALE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_SMALLEST_VIEWPORT = 100


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
class VisitConfig:
    """Which pages are visited, and how."""

    viewports: tuple[tuple[int, int], ...] = ((1280, 800),)
    """Widths and heights in CSS pixels; every page is visited with each."""
    scales: tuple[float, ...] = (1.0,)
    """Device pixels per CSS pixel, 0.5 to 4; every page is visited with each."""
    theme: Theme = "light"
    """What the page is told the user prefers; `both` visits twice."""
    locale: str = "en-US"
    """Language and region the page is told, say `ja-JP`."""
    root: Path | None = None
    """Folder that local files are served from, for pages that refer to files above or beside
    their own folder; by default each source's own folder."""
    storage_state: Path | None = None
    """Playwright's storage state (cookies and local storage), a JSON file, for pages behind a
    login."""
    wait_for: str | None = None
    """CSS selector that must be visible before a page counts as loaded."""
    include: str | None = None
    """CSS selector: only controls in such elements are taken."""
    exclude: str | None = None
    """CSS selector: controls in such elements are left out."""
    max_pages: int | None = None
    """Pages taken of all sources together."""
    timeout: float = 30.0
    """Seconds that any one step (loading, measuring, photographing) may take before the page is
    given up."""

    def __post_init__(self) -> None:
        """Checks the settings.

        Raises:
            ConfigError: One of them is wrong; the message names it.
        """
        _set(self, "viewports", _unique(map(_viewport, _sequence("viewports", self.viewports))))
        _set(self, "scales", _unique(_sequence("scales", self.scales)))
        if not all(_is_number(scale) and 0.5 <= scale <= 4 for scale in self.scales):
            raise ConfigError(f"scales must lie between 0.5 and 4, got {self.scales}")
        if self.theme not in get_args(Theme):
            raise ConfigError(f"theme must be one of {get_args(Theme)}, got {self.theme!r}")
        if not (isinstance(self.locale, str) and _LOCALE.fullmatch(self.locale)):
            raise ConfigError(f"locale must be a language tag, say ja-JP, got {self.locale!r}")
        for name in ("root", "storage_state"):
            if (path := getattr(self, name)) is not None:
                _set(self, name, Path(path))
        if self.root and not self.root.is_dir():
            raise ConfigError(f"{self.root}: no such folder to serve pages from")
        if self.storage_state:
            _check_storage_state(self.storage_state)
        if self.max_pages is not None:
            _check_count("max_pages", self.max_pages, least=1)
        if not (_is_number(self.timeout) and 0 < self.timeout < math.inf):
            raise ConfigError(f"timeout must be above 0, in seconds, got {self.timeout!r}")


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
        _set(self, "framings", _unique(map(_framing, _sequence("framings", self.framings))))
        if self.max_others is not None:
            _check_count("max_others", self.max_others, least=0)
        _check_count("workers", self.workers, least=1)
        _check_count("seed", self.seed, least=0)


def _set(config: VisitConfig, name: str, value: object) -> None:
    object.__setattr__(config, name, value)


def _sequence(name: str, value: Any) -> Sequence[Any]:
    # A string is a sequence too, of letters.
    if isinstance(value, str) or not isinstance(value, Sequence) or not value:
        raise ConfigError(f"{name} must be a sequence that holds at least one, got {value!r}")
    return value


def _unique(values: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(values))


def _viewport(size: Any) -> tuple[int, int]:
    match size:
        case (int() as width, int() as height) if min(width, height) >= _SMALLEST_VIEWPORT:
            return width, height
    raise ConfigError(f"viewports must be pairs like (1280, 800), 100x100 or larger, got {size!r}")


def _framing(value: Any) -> Framing:
    try:
        return Framing(value)
    except ValueError as error:
        choices = ", ".join(Framing)
        raise ConfigError(f"framings must be of {choices}; got {value!r}") from error


def _check_count(name: str, value: Any, *, least: int) -> None:
    if type(value) is not int or value < least:
        raise ConfigError(f"{name} must be a whole number of {least} or more, got {value!r}")


def _check_storage_state(path: Path) -> None:
    if not path.is_file():
        raise ConfigError(f"{path}: no such file of cookies and local storage")
    try:
        state = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise ConfigError(f"{path}: cannot be read as a storage state ({error})") from error
    if not isinstance(state, dict):
        raise ConfigError(f"{path}: no storage state, which is a JSON object")


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
