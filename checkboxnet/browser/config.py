"""Settings of visits to pages."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any, Literal, get_args

from checkboxnet.errors import ConfigError
from checkboxnet.report.files import parse_json

Theme = Literal["light", "dark", "both"]

_LOCALE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_SMALLEST_VIEWPORT = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """How a page is shown in one visit."""

    viewport: tuple[int, int]
    """Width and height in CSS pixels."""
    scale: float
    """Device pixels per CSS pixel."""
    theme: str
    """`light` or `dark`."""
    locale: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitConfig:
    """Which pages are visited, and how."""

    viewports: tuple[tuple[int, int], ...] = ((1280, 800),)
    """Widths and heights in CSS pixels; every page is visited with each."""
    scales: tuple[float, ...] = (1.0,)
    """Device pixels per CSS pixel, 0.5 to 4; every page is visited with each."""
    theme: Theme = "light"
    """Preferred colour scheme that the page is told; `both` visits twice."""
    locale: str = "en-US"
    """Language and region that the page is told, say `ja-JP`."""
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
        self._convert("viewports", _viewport)
        self._convert("scales", _scale)
        if self.theme not in get_args(Theme):
            raise ConfigError(f"theme must be one of {get_args(Theme)}, got {self.theme!r}")
        if not (isinstance(self.locale, str) and _LOCALE.fullmatch(self.locale)):
            raise ConfigError(f"locale must be a language tag, say ja-JP, got {self.locale!r}")
        for name in ("root", "storage_state"):
            if (path := getattr(self, name)) is not None:
                object.__setattr__(self, name, Path(path))
        if self.root and not self.root.is_dir():
            raise ConfigError(f"{self.root}: no such folder to serve pages from")
        if self.storage_state:
            _check_storage_state(self.storage_state)
        self._require_count("max_pages", least=1)
        if not (_is_number(self.timeout) and 0 < self.timeout < math.inf):
            raise ConfigError(f"timeout must be above 0, in seconds, got {self.timeout!r}")

    def variants(self) -> list[Variant]:
        """Returns every way in which each page is visited."""
        themes = ("light", "dark") if self.theme == "both" else (self.theme,)
        return [
            Variant(viewport=viewport, scale=scale, theme=theme, locale=self.locale)
            for viewport, scale, theme in product(self.viewports, self.scales, themes)
        ]

    def _convert(self, name: str, convert: Callable[[Any], Any]) -> None:
        """Converts each value of a sequence, and drops repetitions."""
        values = getattr(self, name)
        if isinstance(values, str) or not isinstance(values, Sequence) or not values:
            raise ConfigError(f"{name} must be a sequence that holds at least one, got {values!r}")
        object.__setattr__(self, name, tuple(dict.fromkeys(map(convert, values))))

    def _require_count(self, name: str, *, least: int, optional: bool = True) -> None:
        value = getattr(self, name)
        if not (optional and value is None) and (type(value) is not int or value < least):
            raise ConfigError(f"{name} must be a whole number of {least} or more, got {value!r}")


def _viewport(size: Any) -> tuple[int, int]:
    match size:
        case (int() as width, int() as height) if min(width, height) >= _SMALLEST_VIEWPORT:
            return width, height
    raise ConfigError(f"viewports must be pairs like (1280, 800), 100x100 or larger, got {size!r}")


def _scale(value: Any) -> Any:
    if not (_is_number(value) and 0.5 <= value <= 4):
        raise ConfigError(f"scales must lie between 0.5 and 4, got {value!r}")
    return value


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _check_storage_state(path: Path) -> None:
    if not path.is_file():
        raise ConfigError(f"{path}: no such file of cookies and local storage")
    try:
        state = parse_json(path.read_bytes(), source=f"{path}, a storage state", error=ConfigError)
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read as a storage state ({error})") from error
    if not isinstance(state, dict):
        raise ConfigError(f"{path}: no storage state, which is a JSON object")
