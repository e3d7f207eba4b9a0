"""Clicking what may be a toggle though its state can't be read: its drawing tells."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from checkboxnet.browser.controls import Control, Neighbours, Observation
from checkboxnet.browser.stability import StabilityWatcher, StableView
from checkboxnet.harvesting.collector import CropCollector
from checkboxnet.picture.read import RgbImage

if TYPE_CHECKING:
    from checkboxnet.browser.page import OpenPage

_MOST_TRIALS = 24
"""Clicks of one control, or of several at once, on a page."""


class ClickTrials:
    """Clicks controls and tells the collector which of them are drawn otherwise afterwards.

    All that are in view are clicked at once first, since mostly none reacts. If some do, each half
    of them is clicked, and so on, until nothing else changes that was not clicked.
    """

    def __init__(self, page: OpenPage, watcher: StabilityWatcher, collector: CropCollector) -> None:
        """Clicks nothing yet."""
        self._page = page
        self._watcher = watcher
        self._collector = collector
        self._left = _MOST_TRIALS
        self._tried: set[Control] = set()
        self._suspected: dict[Control, tuple[list[tuple[Observation, RgbImage]], Neighbours]] = {}
        """Have reacted to a click on several, of which another one may be the cause."""
        self._explained: set[Control] = set()
        """Have reacted to a click on another one alone."""

    async def run(self, controls: Sequence[Control]) -> None:
        """Tries every control once, in as far as clicks reach it."""
        async for visible, _ in self._page.stops(controls):
            here = list(visible)
            view = await self._watcher.wait_until_stable(here, quiet=self._watcher.SHORT)
            # A click on what lies in another one may be a click on both. Buttons open things that
            # cover others.
            for _, group in groupby(sorted(here, key=_turn), key=_turn):
                peers = list(group)
                view = await self._try(peers, peers, here, view)

    def finish(self) -> None:
        """Tells the collector what is clear only after all trials."""
        collector = self._collector
        for control, (observations, neighbours) in self._suspected.items():
            # One that changes once and never again, for example.
            if control not in self._explained and control not in collector.undecided:
                collector.add_undecided(control, observations, neighbours)
        undecided = {control for control in self._tried if control in collector.undecided}
        # One of a group may have been clicked back by a click on the next.
        groups = {control.parent for control in undecided} - {None}
        for control in self._tried - undecided:
            if control.parent in groups:
                collector.maybe_toggles.add(control.id)
            else:
                collector.maybe_toggles.discard(control.id)

    async def _try(
        self,
        group: Sequence[Control],
        peers: Sequence[Control],
        here: Sequence[Control],
        before: StableView,
    ) -> StableView:
        """Clicks some of the peers; returns how all controls that are in view are then."""
        if not self._left:
            return before
        self._left -= 1
        clicked = [control for control in group if control in before.still]
        clicked = [control for control in clicked if await self._page.click(control) is None]
        if not clicked:
            return before
        await self._page.point_away()
        after = await self._watcher.wait_until_stable(
            here, quiet=self._watcher.TRIAL, clicked=clicked
        )
        self._tried.update(clicked)
        changed = after.redrawn | after.restated | after.moving.keys() | after.gone.keys()
        others = set(peers) & before.still.keys() - set(clicked)
        reacting = [control for control in clicked if _reacts(control, after)]
        is_alone = len(clicked) == 1
        is_clear = is_alone or (bool(others) and changed.isdisjoint(others))
        if is_alone:
            self._explained |= changed - set(clicked)
        if reacting:
            neighbours = await self._page.neighbours()
        for control in reacting:
            observations = [
                (view.still[control], view.shot)
                for view in (before, after)
                if control in view.still
            ]
            if is_clear or control in after.gone:
                self._collector.add_undecided(control, observations, neighbours)
            else:
                self._suspected.setdefault(control, (observations, neighbours))
        if after.gone.keys() & before.still.keys() - set(clicked):
            await self._page.press_escape()
            after = await self._watcher.wait_until_stable(here, quiet=self._watcher.SHORT)
        if reacting and not is_clear:
            middle = len(clicked) // 2
            for half in (clicked[:middle], clicked[middle:]):
                after = await self._try(half, peers, here, after)
        return after


def _turn(control: Control) -> tuple[bool, int]:
    return control.plain, -control.depth


def _reacts(control: Control, after: StableView) -> bool:
    """Whether a click has changed its drawing, and not the state that the document declares."""
    if after.gone.get(control) == "replaced":
        return True
    observed = after.still.get(control)
    if observed is None or control not in after.redrawn or control in after.restated:
        return False
    # What another click has disabled is drawn so.
    return not observed.disabled
