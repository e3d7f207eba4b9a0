"""When a control counts as still, on a clock that stands while nothing waits."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pytest

from checkboxnet.browser import stability
from checkboxnet.browser.controls import Control, ControlState, Observation
from checkboxnet.browser.stability import StabilityWatcher, StableView, differs
from checkboxnet.picture.read import RgbImage

BOX = (10.0, 10.0, 20.0, 20.0)
SWITCH = Control(
    id=0, kind="switch", role="switch", tag="button", selector="#a", lang=None, toggle=True
)
LONG, SHORT, ANSWER = StabilityWatcher.LONG, StabilityWatcher.SHORT, StabilityWatcher.ANSWER
Changes = dict[str, Callable[[float], Any]]


class Page:
    """A page of one switch, which is red or green and says so, each by the time."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 0.0
        self.clicked = 0.0
        self.drawn: Callable[[float], bool] = lambda _: False
        self.declared: Callable[[float], str | None] = lambda _: "false"
        self.measurements = 0
        monkeypatch.setattr(stability.time, "monotonic", lambda: self.now)
        monkeypatch.setattr(stability.asyncio, "sleep", self._sleep)

    async def _sleep(self, seconds: float) -> None:
        self.now += seconds

    async def end_animations(self) -> None: ...

    async def measure(self, controls: Sequence[Control]) -> dict[Control, Observation]:
        self.measurements += 1
        state = ControlState(
            native_checked=None,
            native_indeterminate=None,
            aria_checked=self.declared(self.now - self.clicked),
            aria_pressed=None,
            aria_selected=None,
        )
        observed = Observation(control=BOX, labelled=BOX, row=None, state=state, disabled=False)
        return dict.fromkeys(controls, observed)

    async def screenshot(self) -> bytes:
        return b"on" if self.drawn(self.now - self.clicked) else b"off"

    async def decode(self, png: bytes) -> RgbImage:
        return np.full((40, 40, 3), 200 if png == b"on" else 20, np.uint8)


def after(seconds: float) -> Callable[[float], bool]:
    return lambda now: now >= seconds


def declared_after(seconds: float) -> Callable[[float], str]:
    return lambda now: "true" if now >= seconds else "false"


def click(page: Page, *, quiet: float = LONG, **changes: Callable[[float], Any]) -> StableView:
    """Watches a switch that is off, and again once it was clicked."""

    async def work() -> StableView:
        watch = StabilityWatcher(page, 1.0)  # type: ignore[arg-type]
        await watch.wait_until_stable([SWITCH], quiet=SHORT)
        page.clicked = page.now
        page.__dict__.update(changes)
        return await watch.wait_until_stable([SWITCH], quiet=quiet, clicked={SWITCH})

    return asyncio.run(work())


def test_a_page_that_draws_late_is_waited_for_before_the_first_click(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = Page(monkeypatch)
    page.declared, page.drawn = declared_after(0), after(0.9)
    seen = asyncio.run(StabilityWatcher(page, 1.0).wait_until_stable([SWITCH], quiet=LONG))  # type: ignore[arg-type]
    assert int(seen.shot[0, 0, 0]) == 200
    assert seen.still.keys() == {SWITCH}


@pytest.mark.parametrize("drawn", [0, 0.1, 0.9, 1.9])
@pytest.mark.parametrize("declared", [0, 0.1, 0.9, 1.9])
@pytest.mark.parametrize("quiet", [SHORT, LONG])
def test_drawing_and_state_wait_for_each_other(
    monkeypatch: pytest.MonkeyPatch, drawn: float, declared: float, quiet: float
) -> None:
    page = Page(monkeypatch)
    seen = click(page, quiet=quiet, drawn=after(drawn), declared=declared_after(declared))
    assert page.now - page.clicked >= max(drawn, declared)
    state = seen.still[SWITCH].state
    assert (seen.redrawn, seen.restated) == ({SWITCH}, {SWITCH})
    assert state is not None
    assert (state.label, int(seen.shot[0, 0, 0])) == ("checked", 200)
    assert seen.prompt == (drawn == declared == 0)


def test_what_answers_at_once_is_measured_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    page = Page(monkeypatch)
    click(page, drawn=after(0), declared=declared_after(0))
    assert page.now - page.clicked == LONG
    assert page.measurements == 4


@pytest.mark.parametrize(
    ("changes", "redrawn", "restated"),
    [
        ({"drawn": after(0)}, True, False),
        ({"declared": declared_after(0)}, False, True),
        ({}, False, False),
        ({"drawn": after(0), "declared": declared_after(ANSWER + LONG + 0.1)}, True, False),
    ],
)
def test_what_only_one_of_them_tells_is_waited_for_and_then_told(
    monkeypatch: pytest.MonkeyPatch, changes: Changes, redrawn: bool, restated: bool
) -> None:
    page = Page(monkeypatch)
    seen = click(page, **changes)
    assert page.now - page.clicked >= ANSWER
    assert (bool(seen.redrawn), bool(seen.restated)) == (redrawn, restated)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"drawn": lambda now: int(now) % 2 == 1}, "animated"),
        (
            {"declared": lambda now: str(int(now) % 2 == 0).lower()},
            "state changed while photographed",
        ),
    ],
)
def test_what_never_stands_still_is_given_up(
    monkeypatch: pytest.MonkeyPatch, changes: Changes, reason: str
) -> None:
    page = Page(monkeypatch)
    step = page._sleep

    async def sleep(seconds: float) -> None:
        await step(seconds + 0.1)

    monkeypatch.setattr(stability.asyncio, "sleep", sleep)
    seen = click(page, **changes)
    assert seen.moving == {SWITCH: reason}
    assert seen.still == {}
    assert page.now - page.clicked < ANSWER + 2 * (LONG + 0.1) + 0.01


def test_a_control_without_a_state_answers_by_its_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    page = Page(monkeypatch)
    page.declared = lambda _: None
    seen = click(page, drawn=after(0.5))
    assert (seen.redrawn, seen.restated) == ({SWITCH}, frozenset())
    assert page.now - page.clicked < ANSWER + LONG


def test_differs_sees_a_small_tick_and_no_rendering_noise() -> None:
    plain = np.full((24, 24, 3), 250, np.uint8)
    noisy = plain - np.random.default_rng(0).integers(0, 12, plain.shape, dtype=np.uint8)
    assert not differs(plain, noisy)
    ticked = plain.copy()
    ticked[10:13, 10:12] = 40
    assert differs(plain, ticked)
