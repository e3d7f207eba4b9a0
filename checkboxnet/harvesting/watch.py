"""Looking at controls until their drawing and their state have both stood still."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checkboxnet.browser.controls import Control, Sighting
from checkboxnet.browser.state import ControlState
from checkboxnet.harvesting.album import MARGIN
from checkboxnet.harvesting.crop import differs
from checkboxnet.picture.boxes import cut, grow
from checkboxnet.picture.read import RgbImage

if TYPE_CHECKING:
    from checkboxnet.browser.page import OpenPage

LONG, SHORT = 1.0, 0.1
"""Seconds without a change after which a control stands still. The long one is for what has just
been loaded, or is clicked for the first time: a page may first draw that it saves, and a while
later what it has saved."""
ANSWER = 2.0
"""Seconds after a click in which a drawing may follow its state, and a state its drawing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """What a watch has seen in the end."""

    shot: RgbImage
    """The viewport, uint8 of shape (H, W, 3)."""
    still: dict[Control, Sighting]
    """What stands still in it."""
    restless: dict[Control, str]
    """What doesn't, and why."""
    gone: dict[Control, str]
    """What can't be seen, and why."""
    redrawn: frozenset[Control]
    """What stands still and looks otherwise than in the watch before."""
    restated: frozenset[Control]
    """What stands still and says otherwise than in the watch before."""
    prompt: bool
    """Whether all that has changed had done so by the first look."""


class Watch:
    """Looks at controls again and again, and knows how each was in the watch before."""

    def __init__(self, page: OpenPage, scale: float) -> None:
        """Looks at nothing yet; `scale` is device pixels per CSS pixel."""
        self._page = page
        self._scale = scale
        self._tracks: dict[Control, _Track] = {}
        self._given_up: set[Control] = set()

    async def until_still(
        self, controls: Sequence[Control], *, quiet: float, clicked: Collection[Control] = ()
    ) -> Watched:
        """Looks until every control has stood still for so many seconds, or won't in time.

        One of which only the drawing has changed, or only the state, gets time for the other; one
        that was clicked and shows nothing of it, for both.
        """
        tracks = {control: _Track(self._tracks.get(control), self._scale) for control in controls}
        self._tracks |= tracks
        waited_for = [control for control in controls if control not in self._given_up]
        begin = time.monotonic()
        first, data, shot = 0.0, "", None
        while True:
            await self._page.call("settle")
            seen = await self._page.look(controls)
            latest = await self._page.screenshot()
            now = time.monotonic()
            if shot is None or latest != data:
                data, shot = latest, await self._page.decode(latest)
            first = first or now
            for control, track in tracks.items():
                track.observe(seen[control], shot, now)
            is_over = now - begin >= ANSWER + quiet
            if is_over or all(
                tracks[control].is_settled(
                    now, quiet, is_late=now - begin >= ANSWER, clicked=control in clicked
                )
                for control in waited_for
            ):
                break
            await asyncio.sleep(quiet)
        # Two looks at something restless may be alike by chance: restless once is restless.
        restless = {
            c: track.restless or "animated"
            for c, track in tracks.items()
            if c in self._given_up or now - track.since < quiet
        }
        self._given_up |= restless.keys()
        still = {
            control: track.seen
            for control, track in tracks.items()
            if isinstance(track.seen, Sighting) and control not in restless
        }
        return Watched(
            shot=shot,
            still=still,
            restless=restless,
            gone={c: track.seen for c, track in tracks.items() if isinstance(track.seen, str)},
            redrawn=frozenset(control for control in still if tracks[control].is_redrawn),
            restated=frozenset(control for control in still if tracks[control].is_restated),
            prompt=all(track.since == first for track in tracks.values()),
        )


class _Track:
    """One control in a watch."""

    def __init__(self, before: _Track | None, scale: float) -> None:
        self._before = before
        self._scale = scale
        self._drawn: RgbImage | None = None
        self.seen: Sighting | str | None = None
        self.since = 0.0
        """When it was first seen as it is."""
        self.restless = ""
        """What changed last."""
        if before is not None:
            # How it was before that is of no interest.
            before._before = None

    def observe(self, seen: Sighting | str, shot: RgbImage, now: float) -> None:
        drawn = None
        if isinstance(seen, Sighting):
            patch = cut(shot, grow(seen.boxes.control, MARGIN), self._scale)
            drawn = None if patch is None else patch.copy()
        if self.seen is None:
            self.since = now
        elif _state(seen) != _state(self.seen):
            self.since, self.restless = now, "state changed while photographed"
        elif seen != self.seen or _differ(self._drawn, drawn):
            self.since, self.restless = now, "animated"
        self.seen, self._drawn = seen, drawn

    @property
    def is_redrawn(self) -> bool:
        return self._before is not None and _differ(self._before._drawn, self._drawn)

    @property
    def is_restated(self) -> bool:
        return self._before is not None and _label(self._before.seen) != _label(self.seen)

    def is_settled(self, now: float, quiet: float, *, is_late: bool, clicked: bool) -> bool:
        """Whether nothing more is to be expected of it."""
        if now - self.since < quiet:
            return False
        if is_late or _label(self.seen) is None:
            return True
        answers = self.is_redrawn, self.is_restated
        return all(answers) or not (any(answers) or clicked)


def _differ(a: RgbImage | None, b: RgbImage | None) -> bool:
    return a is not None and b is not None and differs(a, b)


def _state(seen: Sighting | str | None) -> ControlState | None:
    return seen.state if isinstance(seen, Sighting) else None


def _label(seen: Sighting | str | None) -> str | None:
    state = _state(seen)
    return None if state is None else state.label
