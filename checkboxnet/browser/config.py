"""Settings of visits to pages."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from checkboxnet.errors import ConfigError

Theme = Literal["light", "dark", "both"]

_LOCALE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_SMALLEST_VIEWPORT = 100


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
        set_field(
            self, "viewports", unique(map(_viewport, require_sequence("viewports", self.viewports)))
        )
        set_field(self, "scales", unique(require_sequence("scales", self.scales)))
        if not all(_is_number(scale) and 0.5 <= scale <= 4 for scale in self.scales):
            raise ConfigError(f"scales must lie between 0.5 and 4, got {self.scales}")
        if self.theme not in get_args(Theme):
            raise ConfigError(f"theme must be one of {get_args(Theme)}, got {self.theme!r}")
        if not (isinstance(self.locale, str) and _LOCALE.fullmatch(self.locale)):
            raise ConfigError(f"locale must be a language tag, say ja-JP, got {self.locale!r}")
        for name in ("root", "storage_state"):
            if (path := getattr(self, name)) is not None:
                set_field(self, name, Path(path))
        if self.root and not self.root.is_dir():
            raise ConfigError(f"{self.root}: no such folder to serve pages from")
        if self.storage_state:
            _check_storage_state(self.storage_state)
        if self.max_pages is not None:
            require_count("max_pages", self.max_pages, least=1)
        if not (_is_number(self.timeout) and 0 < self.timeout < math.inf):
            raise ConfigError(f"timeout must be above 0, in seconds, got {self.timeout!r}")


def set_field(config: VisitConfig, name: str, value: object) -> None:
    """Assigns a checked value to a field of a frozen config."""
    object.__setattr__(config, name, value)


def require_sequence(name: str, value: Any) -> Sequence[Any]:
    """Returns a value that holds one or more; a string, which is a sequence too, is none."""
    if isinstance(value, str) or not isinstance(value, Sequence) or not value:
        raise ConfigError(f"{name} must be a sequence that holds at least one, got {value!r}")
    return value


def unique(values: Iterable[Any]) -> tuple[Any, ...]:
    """Returns the values without repetitions, in their order."""
    return tuple(dict.fromkeys(values))


def _viewport(size: Any) -> tuple[int, int]:
    match size:
        case (int() as width, int() as height) if min(width, height) >= _SMALLEST_VIEWPORT:
            return width, height
    raise ConfigError(f"viewports must be pairs like (1280, 800), 100x100 or larger, got {size!r}")


def require_count(name: str, value: Any, *, least: int) -> None:
    """Raises unless a value is a whole number of at least so much."""
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
