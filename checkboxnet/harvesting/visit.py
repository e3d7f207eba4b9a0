"""One visit of one page: finds its controls, photographs each, clicks it, photographs it again.

A viewport is photographed whole, and the crops of all controls in it are cut out of that one
screenshot, so that a page costs a few screenshots and not a few hundred.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from checkboxnet.browser.accessibility import UNREADABLE_ELEMENT
from checkboxnet.browser.config import Variant
from checkboxnet.browser.controls import Control
from checkboxnet.browser.page import OpenPage
from checkboxnet.browser.sources import PageSource
from checkboxnet.browser.stability import StabilityWatcher, StableView
from checkboxnet.errors import HarvestError
from checkboxnet.harvesting.click_trials import ClickTrials
from checkboxnet.harvesting.collector import CropCollector, VisitResult
from checkboxnet.harvesting.config import HarvestConfig
from checkboxnet.labels import Label

if TYPE_CHECKING:
    from playwright.async_api import Page

logger = logging.getLogger(__name__)

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
) -> VisitResult:
    """Loads a page and returns crops of its controls.

    Raises:
        TimeoutError: A step took longer than `config.timeout`.
        playwright.async_api.Error: The page can't be loaded, or left.
    """
    from playwright.async_api import Error

    opened = OpenPage(page, variant=variant, timeout=config.timeout)
    await opened.load(source.url, wait_for=config.wait_for)
    found = await opened.find(config.include, config.exclude, config.other)
    collector = CropCollector(source, variant, config, kit=found.kit)
    for reason, selector in found.dropped:
        collector.dropped.add(reason, selector)
    most = config.max_others
    if most is None:
        most = max(_FEWEST_OTHERS, len(found.toggles))
    others = _every_kind(found.others, most, collector.random("others"))
    # What takes clicks may be a toggle whatever it declares; what was chosen is tried first.
    risky = [
        control
        for control in dict.fromkeys((*others, *found.others, *found.clickables))
        if control.clickable and not control.plain
    ]
    collector.maybe_toggles.update(found.frames, (control.id for control in risky))
    visitor = _Visitor(opened, collector, scale=variant.scale, clicks=config.toggle)
    await visitor.photograph([*found.toggles, *others], regions=most // _REGION_SHARE)
    if config.toggle:
        # Last, since a click on a button may change all of a page.
        try:
            await opened.forbid_sending()
            await visitor.try_clicks(risky, [control for control in others if control.plain])
        except (TimeoutError, Error, HarvestError) as error:
            # What was photographed before has nothing to do with it.
            logger.warning("%s: trying what may be a toggle ended early: %s", source.name, error)
    undecided = {control.id for control in collector.undecided}
    collector.maybe_toggles.update(found.unreadable)
    for number, selector in found.unreadable.items():
        if number not in undecided:
            collector.dropped.add(UNREADABLE_ELEMENT, selector)
    for control in found.clickables:
        if control.suspect and control.id not in undecided:
            collector.drop(control, "maybe a toggle")
    result = await asyncio.to_thread(collector.result, visitor.clicked)
    result.controls = len(found.toggles) + len(others)
    return result


def _every_kind(
    controls: Sequence[Control], most: int, random: np.random.Generator
) -> list[Control]:
    """Returns some of them, every kind in turn, so that rare kinds are not crowded out."""
    by_kind: dict[str, list[Control]] = defaultdict(list)
    for index in random.permutation(len(controls)):
        by_kind[controls[index].kind].append(controls[index])
    in_turn = sorted(
        (
            (turn, kind, control)
            for kind, of_kind in by_kind.items()
            for turn, control in enumerate(of_kind)
        ),
        key=lambda row: row[:2],
    )
    return sorted((control for *_, control in in_turn[:most]), key=lambda control: control.id)


class _Visitor:
    """Goes through the controls of a page."""

    def __init__(
        self, page: OpenPage, collector: CropCollector, *, scale: float, clicks: bool
    ) -> None:
        self.clicked: set[Control] = set()
        self._page = page
        self._collector = collector
        self._clicks = clicks
        self._watcher = StabilityWatcher(page, scale)
        self._redrawn_only: set[Control] = set()
        """Look otherwise after a click, in the same state."""

    async def photograph(self, controls: Sequence[Control], *, regions: int) -> None:
        """Scrolls through a page and photographs every control in each of its states."""
        quiet = self._watcher.LONG
        async for visible, missing in self._page.stops(controls):
            for control, reason in missing.items():
                self._collector.drop(control, reason)
            if visible:
                here = list(visible)
                await self._shoot(here, quiet=quiet, regions=regions)
                quiet = self._watcher.SHORT
                if self._clicks:
                    await self._click_through([control for control in here if control.toggle])

    async def try_clicks(self, risky: Sequence[Control], buttons: Sequence[Control]) -> None:
        """Clicks what may be a toggle though its state can't be read, and then buttons."""
        redrawn_only = sorted(self._redrawn_only, key=lambda control: control.id)
        stateless = [*redrawn_only, *self._collector.stateless, *risky]
        trials = ClickTrials(self._page, self._watcher, self._collector)
        try:
            await trials.run([*stateless[:_MOST_TRIED], *buttons])
        finally:
            trials.finish()

    async def _click_through(self, toggles: Sequence[Control]) -> None:
        """Clicks the toggles in view until each has shown both states, or won't."""
        clicks: Counter[Control] = Counter()
        prompt: set[str | Control] = set()  # what has answered a click at once
        for _ in range(_ROUNDS):
            targets = self._targets(toggles, clicks)
            if not targets:
                return
            clicks.update(targets)
            clicked = set()
            for control in targets:
                if reason := await self._page.click(control):
                    self._collector.drop(control, reason)
                else:
                    clicked.add(control)
            self.clicked |= clicked
            await self._page.point_away()
            names = {control.group or control for control in clicked}
            quiet = self._watcher.SHORT if names <= prompt else self._watcher.LONG
            view = await self._shoot(toggles, quiet=quiet, clicked=clicked)
            if view.prompt:
                prompt |= names
            redrawn_only = clicked & view.redrawn - view.restated
            # What another click has disabled is drawn so, and may be in the state it declares.
            doubtful = {control for control in redrawn_only if not view.still[control].disabled}
            self._redrawn_only |= doubtful
            self._collector.maybe_toggles.update(control.id for control in doubtful)

    def _targets(self, toggles: Iterable[Control], clicks: Counter[Control]) -> list[Control]:
        """Returns what to click next: what was seen in one state only, one radio of a group."""
        chosen, groups = [], set()
        for control in toggles:
            labels = self._collector.labels(control)
            if not labels or labels >= {Label.CHECKED, Label.UNCHECKED}:
                continue
            if control.disabled or control in self._redrawn_only or clicks[control] == _CLICKS:
                continue
            if control.group:
                if Label.CHECKED in labels or control.group in groups:
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
        regions: int | None = None,
    ) -> StableView:
        """Waits until the viewport stands still, and gives its controls to the collector.

        Args:
            controls: What is looked at.
            quiet: Seconds without a change after which they stand still.
            clicked: Of them, what has been clicked since the last time.
            regions: Most parts of the page taken so far, where a viewport is seen first.
        """
        view = await self._watcher.wait_until_stable(controls, quiet=quiet, clicked=clicked)
        neighbours = await self._page.neighbours()

        def collect() -> None:
            for control, reason in view.moving.items():
                if not self._collector.labels(control):
                    self._collector.drop(control, reason)
            for control, observed in view.still.items():
                self._collector.add(control, observed, view.shot, neighbours)
            if regions is not None:
                self._collector.add_regions(view.shot, neighbours, regions)
                self._collector.add_page(view.shot, view.still, neighbours)

        await asyncio.to_thread(collect)
        return view
