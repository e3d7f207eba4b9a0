"""One visit of one page: finds its controls, photographs each, clicks it, photographs it again.

A viewport is photographed whole, and the crops of all controls in it are cut out of that one
picture, so that a page costs a few screenshots and not a few hundred.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from checkboxnet.browser.accessibility import OPAQUE
from checkboxnet.browser.controls import Control
from checkboxnet.browser.launch import Variant
from checkboxnet.browser.page import OpenPage
from checkboxnet.browser.sources import PageSource
from checkboxnet.errors import HarvestError
from checkboxnet.harvesting.album import Album, Harvested
from checkboxnet.harvesting.config import HarvestConfig
from checkboxnet.harvesting.trials import Trials
from checkboxnet.harvesting.watch import LONG, SHORT, Watch, Watched
from checkboxnet.labels import Label

if TYPE_CHECKING:
    from playwright.async_api import Page

logger = logging.getLogger(__name__)

T = TypeVar("T")

_ROUNDS = 4
"""Rounds of clicks at one scroll position: in each, a radio group shows one more member on."""
_CLICKS = 2
"""Clicks on one control at most: an indeterminate one needs two to show both states."""
_MOST_TRIED = 60
"""Elements of a page clicked at most to see whether they are toggles, besides buttons."""
_FEWEST_OTHERS = 12
_REGION_SHARE = 6
"""One region anywhere on the page for so many elements of the class other."""


async def visit(
    page: Page, source: PageSource, variant: Variant, config: HarvestConfig
) -> Harvested:
    """Loads a page and takes what it shows.

    Raises:
        TimeoutError: A step took longer than `config.timeout`.
        playwright.async_api.Error: The page can't be loaded, or left.
    """
    from playwright.async_api import Error

    opened = OpenPage(page, variant, config)
    await opened.load(source.url)
    found = await opened.find(_query(config))
    album = Album(source, variant, config, kit=found["kit"])
    for reason, selector in found["dropped"]:
        album.dropped.add(reason, selector)
    toggles = [Control(toggle=True, **control) for control in found["toggles"]]
    most = config.max_others
    if most is None:
        most = max(_FEWEST_OTHERS, len(toggles))
    others = [Control(toggle=False, **control) for control in found["others"]]
    chosen = _every_kind(others, most, album.random("others"))
    clickables = [Control(toggle=False, **control) for control in found["clickables"]]
    album.unknown.update(found["frames"])
    album.unknown.update(c.id for c in (*others, *clickables) if c.clickable and not c.plain)
    visitor = _Visitor(opened, album, config, scale=variant.scale, regions=most // _REGION_SHARE)
    await visitor.photograph([*toggles, *chosen])
    if config.toggle:
        try:
            await visitor.try_out(chosen, [*others, *clickables])
        except (TimeoutError, Error, HarvestError) as error:
            # What was photographed before has nothing to do with it.
            logger.warning("%s: trying what may be a toggle ended early: %s", source.name, error)
    undecided = {control.id for control in album.undecided}
    album.unknown.update(found["opaque"])
    for number, selector in found["opaque"].items():
        if number not in undecided:
            album.dropped.add(OPAQUE, selector)
    for control in clickables:
        if control.suspect and control not in album.undecided:
            album.drop(control, "maybe a toggle")
    harvested = await asyncio.to_thread(album.harvested, visitor.toggled)
    harvested.controls = len(toggles) + len(chosen)
    return harvested


def _query(config: HarvestConfig) -> dict[str, str | None]:
    return {"include": config.include, "exclude": config.exclude, "other": config.other}


def _every_kind(
    controls: Sequence[Control], most: int, random: np.random.Generator
) -> list[Control]:
    """Returns some of them, every kind in turn, so that rare kinds are not crowded out."""
    by_kind: dict[str, list[Control]] = defaultdict(list)
    for index in random.permutation(len(controls)):
        by_kind[controls[index].kind].append(controls[index])
    longest = max(map(len, by_kind.values()), default=0)
    in_turn = [
        of_kind[turn]
        for turn in range(longest)
        for _, of_kind in sorted(by_kind.items())
        if turn < len(of_kind)
    ]
    return sorted(in_turn[:most], key=lambda control: control.id)


class _Visitor:
    """Goes through the controls of a page."""

    def __init__(
        self,
        page: OpenPage,
        album: Album,
        config: HarvestConfig,
        *,
        scale: float,
        regions: int,
    ) -> None:
        self.toggled: set[Control] = set()
        self._page = page
        self._album = album
        self._config = config
        self._regions = regions
        self._watch = Watch(page, scale)
        self._has_looked = False
        self._undecided: set[Control] = set()
        """Look otherwise after a click, and say the same of their state."""

    async def photograph(self, controls: Sequence[Control]) -> None:
        """Scrolls through a page and takes all there is to see."""
        async for here, unseen in self._page.stops(controls):
            for control, reason in unseen.items():
                self._album.drop(control, reason)
            if here:
                await self._stop(here)

    async def try_out(self, chosen: Sequence[Control], more: Sequence[Control]) -> None:
        """Clicks what may be a toggle though its state can't be read.

        Last, since a click on a button may change all of a page.

        Args:
            chosen: Of the class other, those that were photographed.
            more: Others that take clicks, which crops may show.
        """
        risky = [c for c in (*chosen, *more) if c.clickable and not c.plain]
        stateless = [*self._undecided, *self._album.stateless, *dict.fromkeys(risky)]
        plain = [control for control in chosen if control.plain]
        trials = Trials(self._page, self._watch, self._album)
        await self._page.send_nothing()
        try:
            await trials.run([*stateless[:_MOST_TRIED], *plain])
        finally:
            trials.finish()

    async def _stop(self, here: Sequence[Control]) -> None:
        await self._shoot(here, quiet=SHORT if self._has_looked else LONG, with_regions=True)
        self._has_looked = True
        if not self._config.toggle:
            return
        clicks: Counter[Control] = Counter()
        toggles = [control for control in here if control.toggle]
        prompt: set[str | Control] = set()  # what has answered a click at once
        for _ in range(_ROUNDS):
            targets = self._targets(toggles, clicks)
            if not targets:
                return
            clicks.update(targets)
            clicked = await self._click(targets)
            names = {control.group or control for control in clicked}
            quiet = SHORT if names <= prompt else LONG
            watched = await self._shoot(toggles, quiet=quiet, clicked=clicked)
            if watched.prompt:
                prompt |= names
            self._set_apart(clicked & watched.redrawn - watched.restated, watched)

    def _set_apart(self, controls: Iterable[Control], watched: Watched) -> None:
        # What another click has disabled is drawn so, and may be what it says.
        doubtful = {control for control in controls if not watched.still[control].disabled}
        self._undecided |= doubtful
        self._album.unknown.update(control.id for control in doubtful)

    async def _click(self, targets: Iterable[Control]) -> set[Control]:
        """Clicks one after another; returns those that could be clicked."""
        clicked = set()
        for control in targets:
            if reason := await self._page.click(control):
                self._album.drop(control, reason)
            else:
                clicked.add(control)
        self.toggled |= clicked
        await self._page.point_away()
        return clicked

    def _targets(self, toggles: Iterable[Control], clicks: Counter[Control]) -> list[Control]:
        """Returns what to click next: what was seen in one state only, one radio of a group."""
        chosen, groups = [], set()
        for control in toggles:
            seen = self._album.labels(control)
            if not seen or seen >= {Label.CHECKED, Label.UNCHECKED}:
                continue
            if control.disabled or control in self._undecided or clicks[control] == _CLICKS:
                continue
            if control.group:
                if Label.CHECKED in seen or control.group in groups:
                    continue
                groups.add(control.group)
            chosen.append(control)
        return chosen

    async def _shoot(
        self,
        controls: Sequence[Control],
        *,
        quiet: float,
        clicked: Collection[Control] = (),
        with_regions: bool = False,
    ) -> Watched:
        """Photographs the viewport and hands every control that stands still to the album."""
        watched = await self._watch.until_still(controls, quiet=quiet, clicked=clicked)
        around = await self._page.surroundings()

        def keep() -> None:
            for control, reason in watched.restless.items():
                if not self._album.labels(control):
                    self._album.drop(control, reason)
            for control, sighting in watched.still.items():
                self._album.add(control, sighting, watched.shot, around)
            if with_regions and self._regions:
                self._album.add_regions(watched.shot, around, self._regions)

        await asyncio.to_thread(keep)
        return watched
