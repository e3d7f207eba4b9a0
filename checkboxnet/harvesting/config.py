"""Settings of visits to pages, and of a harvest."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Literal, get_args

from checkboxnet.errors import ConfigError

Theme = Literal["light", "dark", "both"]


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
        if not self.viewports or any(min(size) < 100 for size in self.viewports):
            raise ConfigError(f"viewports must be 100x100 or larger, got {self.viewports}")
        if not self.scales or not all(0.5 <= scale <= 4 for scale in self.scales):
            raise ConfigError(f"scales must lie between 0.5 and 4, got {self.scales}")
        if self.theme not in get_args(Theme):
            raise ConfigError(f"theme must be one of {get_args(Theme)}, got {self.theme!r}")
        if self.root and not self.root.is_dir():
            raise ConfigError(f"{self.root}: no such folder to serve pages from")
        if self.storage_state and not self.storage_state.is_file():
            raise ConfigError(f"{self.storage_state}: no such file of cookies and local storage")
        if self.timeout <= 0:
            raise ConfigError(f"timeout must be above 0, got {self.timeout}")


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
        if not self.framings:
            raise ConfigError("framings must hold at least one framing")
        if self.workers < 1:
            raise ConfigError(f"workers must be 1 or more, got {self.workers}")
