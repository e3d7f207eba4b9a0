"""Measuring controls repeatedly until their drawing and their state have both stood still."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from checkboxnet.browser.controls import Control, ControlState, Observation
from checkboxnet.picture.boxes import cut, grow
from checkboxnet.picture.read import RgbImage

if TYPE_CHECKING:
    from checkboxnet.browser.page import OpenPage

_VISIBLE_DIFFERENCE = 16  # of 255
_FEWEST_PIXELS = 3
_MARGIN = 3
"""CSS pixels around a control that are compared with it: it may be one patch of colour itself."""


def patch_of(observed: Observation, shot: RgbImage, scale: float) -> RgbImage | None:
    """Returns a copy of a control and what is drawn right around it, to compare it with others."""
    patch = cut(shot, grow(observed.control, _MARGIN), scale)
    return None if patch is None else patch.copy()


def difference(a: RgbImage, b: RgbImage) -> NDArray[np.bool_]:
    """Returns where the eye could tell two pictures apart, as far as both reach."""
    height, width = min(a.shape[0], b.shape[0]), min(a.shape[1], b.shape[1])
    by = np.abs(a[:height, :width].astype(np.int16) - b[:height, :width]).max(axis=2)
    different: NDArray[np.bool_] = by > _VISIBLE_DIFFERENCE
    return different


def differs(a: RgbImage, b: RgbImage) -> bool:
    """Whether the eye could tell two crops of the same control apart."""
    different = difference(a, b)
    return bool(np.count_nonzero(different) >= max(_FEWEST_PIXELS, 0.001 * different.size))


@dataclass(frozen=True, slots=True, kw_only=True)
class StableView:
    """A viewport after waiting for its controls to stand still."""

    shot: RgbImage
    """The viewport, uint8 of shape (H, W, 3)."""
    still: dict[Control, Observation]
    """The controls that stand still in it."""
    moving: dict[Control, str]
    """The controls that don't, and why."""
    gone: dict[Control, str]
    """The controls that can't be seen, and why."""
    redrawn: frozenset[Control]
    """Of those that stand still, the ones that look different from the view before."""
    restated: frozenset[Control]
    """Of those that stand still, the ones whose state differs from the view before."""
    prompt: bool
    """Whether all that has changed had done so at the first measurement."""


class StabilityWatcher:
    """Waits for controls to stand still, and compares each with how it was the time before."""

    LONG, SHORT = 1.0, 0.1
    """Seconds without a change after which a control stands still. The long one is for what has
    just been loaded, or is clicked for the first time: a page may first draw that it saves, and a
    while later what it has saved."""
    TRIAL = 0.5
    """The same after a click on what may be a toggle."""
    ANSWER = 2.0
    """Seconds after a click in which a drawing may follow its state, and a state its drawing."""

    def __init__(self, page: OpenPage, scale: float) -> None:
        """Measures nothing yet; `scale` is device pixels per CSS pixel."""
        self._page = page
        self._scale = scale
        self._tracks: dict[Control, _Track] = {}
        self._given_up: set[Control] = set()

    async def wait_until_stable(
        self, controls: Sequence[Control], *, quiet: float, clicked: Collection[Control] = ()
    ) -> StableView:
        """Waits until every control has stood still for so many seconds, or won't in time.

        A control of which only the drawing has changed, or only the state, gets time for the
        other; one that was clicked and has changed in neither, for both.
        """
        tracks = {control: _Track(self._tracks.get(control), self._scale) for control in controls}
        self._tracks |= tracks
        waited_for = [control for control in controls if control not in self._given_up]
        first, png, shot = 0.0, b"", None
        while True:
            await self._page.end_animations()
            observed = await self._page.measure(controls)
            latest = await self._page.screenshot()
            now = time.monotonic()
            if shot is None or latest != png:
                png, shot = latest, await self._page.decode(latest)
            first = first or now
            for control, track in tracks.items():
                track.update(observed[control], shot, now)
            # From the first measurement on: of many controls it takes a while itself.
            is_late = now - first >= self.ANSWER
            if now - first >= self.ANSWER + quiet or all(
                tracks[control].is_settled(now, quiet, late=is_late, clicked=control in clicked)
                for control in waited_for
            ):
                break
            await asyncio.sleep(quiet)
        # Two measurements of something that moves may be alike by chance: it stays given up.
        moving = {
            control: track.changed or "animated"
            for control, track in tracks.items()
            if control in self._given_up or now - track.since < quiet
        }
        self._given_up |= moving.keys()
        still = {
            control: track.observed
            for control, track in tracks.items()
            if isinstance(track.observed, Observation) and control not in moving
        }
        return StableView(
            shot=shot,
            still=still,
            moving=moving,
            gone={c: t.observed for c, t in tracks.items() if isinstance(t.observed, str)},
            redrawn=frozenset(control for control in still if tracks[control].is_redrawn),
            restated=frozenset(control for control in still if tracks[control].is_restated),
            prompt=all(track.since == first for track in tracks.values()),
        )


class _Track:
    """One control while it is waited for."""

    def __init__(self, before: _Track | None, scale: float) -> None:
        self._scale = scale
        self._patch: RgbImage | None = None
        self._patch_before = before._patch if before else None
        self._label_before = _label(before.observed) if before else None
        self._is_first = before is None
        self.observed: Observation | str | None = None
        self.since = 0.0
        """Time of the first measurement that was like the latest."""
        self.changed = ""
        """Kind of the latest change, as a reason to leave the control out."""

    def update(self, observed: Observation | str, shot: RgbImage, now: float) -> None:
        patch = None
        if isinstance(observed, Observation):
            patch = patch_of(observed, shot, self._scale)
        if self.observed is None:
            self.since = now
        elif _state(observed) != _state(self.observed):
            self.since, self.changed = now, "state changed while photographed"
        elif observed != self.observed or _differ(self._patch, patch):
            self.since, self.changed = now, "animated"
        self.observed, self._patch = observed, patch

    @property
    def is_redrawn(self) -> bool:
        return _differ(self._patch_before, self._patch)

    @property
    def is_restated(self) -> bool:
        return not self._is_first and self._label_before != _label(self.observed)

    def is_settled(self, now: float, quiet: float, *, late: bool, clicked: bool) -> bool:
        """Whether no further change is to be expected."""
        if now - self.since < quiet:
            return False
        if late or _label(self.observed) is None:
            return True
        changes = self.is_redrawn, self.is_restated
        return all(changes) or not (any(changes) or clicked)


def _differ(a: RgbImage | None, b: RgbImage | None) -> bool:
    return a is not None and b is not None and differs(a, b)


def _state(observed: Observation | str | None) -> ControlState | None:
    return observed.state if isinstance(observed, Observation) else None


def _label(observed: Observation | str | None) -> str | None:
    state = _state(observed)
    return None if state is None else state.label
