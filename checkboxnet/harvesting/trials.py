"""Clicking what may be a toggle though its state can't be read: its drawing tells."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from checkboxnet.browser.controls import Control, Sighting, Surroundings
from checkboxnet.harvesting.album import Album
from checkboxnet.harvesting.watch import SHORT, Watch, Watched
from checkboxnet.picture.read import RgbImage

if TYPE_CHECKING:
    from checkboxnet.browser.page import OpenPage

_QUIET = 0.5
"""Seconds without a change after a click that show what it has done."""
_MOST_TRIALS = 24
"""Clicks of one control, or of several at once, on a page."""


class _Pictures(NamedTuple):
    """A control before and after a click."""

    sightings: list[tuple[Sighting, RgbImage]]
    around: Surroundings


class Trials:
    """Clicks controls and tells the album which of them are drawn otherwise afterwards.

    All that are in view are clicked at once first, since mostly none reacts. If some do, each half
    of them is clicked, and so on, until nothing else changes that was not clicked.
    """

    def __init__(self, page: OpenPage, watch: Watch, album: Album) -> None:
        """Clicks nothing yet."""
        self._page = page
        self._watch = watch
        self._album = album
        self._left = _MOST_TRIALS
        self._tried: set[Control] = set()
        self._suspected: dict[Control, _Pictures] = {}
        """Have reacted to a click on several, of which another one may be to blame."""
        self._explained: set[Control] = set()
        """Have reacted to a click on another one alone."""

    async def run(self, controls: Sequence[Control]) -> None:
        """Tries every control once, in as far as clicks reach it."""
        async for here, _ in self._page.stops(controls):
            before = await self._watch.until_still(here, quiet=SHORT)
            # A click on what lies in another one may be a click on both. Buttons open things that
            # cover others.
            in_turn = sorted(here, key=_turn)
            for peers in [list(group) for _, group in groupby(in_turn, key=_turn)]:
                before = await self._try(peers, peers, here, before)

    def finish(self) -> None:
        """Tells the album of what is clear only now."""
        for control, pictures in self._suspected.items():
            # One that changes once and never again, say.
            if control not in self._explained and control not in self._album.undecided:
                self._album.set_aside(control, *pictures)
        undecided = {control for control in self._tried if control in self._album.undecided}
        # One of a group may have been clicked back by a click on the next.
        groups = {control.parent for control in undecided} - {None}
        for control in self._tried - undecided:
            if control.parent in groups:
                self._album.unknown.add(control.id)
            else:
                self._album.unknown.discard(control.id)

    async def _try(
        self,
        group: Sequence[Control],
        peers: Sequence[Control],
        here: Sequence[Control],
        before: Watched,
    ) -> Watched:
        """Clicks some of a kind that are in view; returns how all that are in view are then."""
        if not self._left:
            return before
        self._left -= 1
        clicked = [control for control in group if control in before.still]
        clicked = [control for control in clicked if await self._page.click(control) is None]
        if not clicked:
            return before
        await self._page.point_away()
        after = await self._watch.until_still(here, quiet=_QUIET, clicked=clicked)
        self._tried.update(clicked)
        moved = after.redrawn | after.restated | after.restless.keys() | after.gone.keys()
        others = set(peers) & before.still.keys() - set(clicked)
        reacting = [control for control in clicked if _reacts(control, after)]
        is_alone = len(clicked) == 1
        is_clear = is_alone or (bool(others) and moved.isdisjoint(others))
        if is_alone:
            self._explained |= moved - set(clicked)
        if reacting:
            around = await self._page.surroundings()
        for control in reacting:
            sightings = [(before.still[control], before.shot)]
            if control in after.still:
                sightings.append((after.still[control], after.shot))
            if is_clear or control in after.gone:
                self._album.set_aside(control, sightings, around)
            else:
                self._suspected.setdefault(control, _Pictures(sightings, around))
        if after.gone.keys() & before.still.keys() - set(clicked):
            await self._page.press_escape()
            after = await self._watch.until_still(here, quiet=SHORT)
        if reacting and not is_clear:
            middle = len(clicked) // 2
            for half in (clicked[:middle], clicked[middle:]):
                after = await self._try(half, peers, here, after)
        return after


def _turn(control: Control) -> tuple[bool, int]:
    return control.plain, -control.depth


def _reacts(control: Control, after: Watched) -> bool:
    """Whether a click has changed its drawing, and not the state that the document tells."""
    if after.gone.get(control) == "replaced":
        return True
    seen = after.still.get(control)
    if seen is None or control not in after.redrawn or control in after.restated:
        return False
    # What another click has disabled is drawn so.
    return not seen.disabled
