"""One visit of one page: finds its controls, photographs each, clicks it, photographs it again.

A viewport is photographed whole, and the crops of all controls in it are cut out of that one
picture, so that a page costs a few screenshots and not a few hundred.
"""

from __future__ import annotations

import asyncio
import base64
import logging
from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Awaitable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from checkboxnet.errors import HarvestError
from checkboxnet.harvesting.accessibility import OPAQUE, Accessibility
from checkboxnet.harvesting.album import Album, Control, Harvested, Sighting, Surroundings
from checkboxnet.harvesting.browser import Variant, forbid_navigation, forbid_sending
from checkboxnet.harvesting.config import HarvestConfig, VisitConfig
from checkboxnet.harvesting.crop import decode_png
from checkboxnet.harvesting.devtools import PageScripts
from checkboxnet.harvesting.sources import PageSource
from checkboxnet.harvesting.trials import Trials
from checkboxnet.harvesting.watch import LONG, SHORT, Watch, Watched
from checkboxnet.images import RgbImage
from checkboxnet.labels import Label

if TYPE_CHECKING:
    from playwright.async_api import CDPSession, Page

logger = logging.getLogger(__name__)

T = TypeVar("T")

_ROUNDS = 4
"""Rounds of clicks at one scroll position: in each, a radio group shows one more member on."""
_CLICKS = 2
"""Clicks on one control at most: an indeterminate one needs two to show both states."""
_QUIET_AFTER_LOADING, _QUIET = 150, 60
"""Milliseconds without a change of the document after which it counts as still."""
_QUIET_LIMIT = 2000
"""Milliseconds after which a document that keeps changing is photographed all the same."""
_MOST_TRIED = 60
"""Elements of a page clicked at most to see whether they are toggles, besides buttons."""
_LOAD_LIMIT, _FONT_LIMIT = 10, 5
"""Seconds that pictures and frames, and then fonts, are waited for, which may never arrive."""
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


class OpenPage:
    """A page that answers within the timeout, or not at all."""

    def __init__(self, page: Page, variant: Variant, config: VisitConfig) -> None:
        """Opens nothing yet."""
        self._page = page
        self._variant = variant
        self._config = config
        self._scripts = PageScripts(page)
        self._tree = Accessibility(self._scripts)
        self._devtools: CDPSession | None = None

    async def _step(self, work: Awaitable[T]) -> T:
        async with asyncio.timeout(self._config.timeout):
            return await work

    async def load(self, url: str) -> None:
        """Opens an address, and waits until the document is still."""
        from playwright.async_api import Error
        from playwright.async_api import TimeoutError as NotLoaded

        answer = await self._step(self._page.goto(url, wait_until="domcontentloaded"))
        if answer is not None and answer.status >= 400:
            raise Error(f"the server answered {answer.status}")
        limit = min(_LOAD_LIMIT, self._config.timeout)
        with suppress(NotLoaded):
            await self._page.wait_for_load_state("load", timeout=limit * 1000)
        if self._config.wait_for:
            await self._step(self._page.locator(self._config.wait_for).first.wait_for())
        await forbid_navigation(self._page)
        await self._step(self._scripts.load())
        await self._quiet(_QUIET_AFTER_LOADING)

    async def call(self, function: str, *arguments: Any) -> Any:
        """Calls one of the functions of `page/controls.js`."""
        return await self._step(self._scripts.call(function, *arguments))

    async def settle(self) -> None:
        """Waits until the document is still, and ends what is animated in it."""
        await self._quiet(_QUIET)
        await self.call("settle")

    async def _quiet(self, milliseconds: float) -> None:
        await self.call("quiet", milliseconds, _QUIET_LIMIT, _FONT_LIMIT * 1000)

    async def find(self, query: Mapping[str, str | None]) -> dict[str, Any]:
        """Returns what `find` in the page does, once it knows what only the browser can tell."""
        await self._step(self._tree.publish())
        await self._step(self._tree.hear())
        found: dict[str, Any] = await self.call("find", query)
        opaque: dict[int, str] = dict(found["opaque"])
        silent = await self._step(self._tree.silent(opaque))
        return found | {"opaque": {number: opaque[number] for number in silent}}

    async def stops(
        self, controls: Sequence[Control]
    ) -> AsyncIterator[tuple[list[Control], dict[Control, str]]]:
        """Scrolls from control to control, and back to none.

        Yields:
            All that are in view at a stop, and why one that should be isn't.
        """
        pending = list(controls)
        while pending:
            first = pending[0]
            await self.call("show", first.id)
            await self.settle()
            seen = await self.look(pending)
            here = [control for control in pending if isinstance(seen[control], Sighting)]
            reason = seen[first]
            yield here, {first: reason} if isinstance(reason, str) else {}
            done = {first, *here}
            pending = [control for control in pending if control not in done]

    async def surroundings(self) -> Surroundings:
        """Returns what is in view that crops should not hold."""
        unreadable = await self.call("unreadableBoxes")
        return Surroundings(
            toggles=await self.call("toggleBoxes"),
            unreadable={int(number): box for number, box in unreadable.items()},
        )

    async def look(self, controls: Sequence[Control]) -> dict[Control, Sighting | str]:
        """Returns where each control is seen, or why it is not."""
        told = await self._step(self._tree.states())
        measured = await self.call("measure", [control.id for control in controls], told)
        return {c: Sighting.from_page(measured[str(c.id)]) for c in controls}

    async def click(self, control: Control) -> str | None:
        """Clicks a control; returns why it can't be clicked, if so."""
        point = await self.call("clickPoint", control.id)
        if isinstance(point, str):
            return point
        await self._step(self._page.mouse.click(*point))
        return None

    async def send_nothing(self) -> None:
        """Lets nothing but reading requests out from here on."""
        await forbid_sending(self._page)

    async def press_escape(self) -> None:
        """Closes what a click has opened, where that is how it is closed."""
        await self._step(self._page.keyboard.press("Escape"))

    async def point_away(self) -> None:
        """Moves the mouse where it makes no control look hovered."""
        await self._step(self._page.mouse.move(0, 0))

    async def decode(self, data: str) -> RgbImage:
        """Returns a screenshot, uint8 of shape (H, W, 3)."""
        shot = await asyncio.to_thread(decode_png, base64.b64decode(data))
        width, height = (round(side * self._variant.scale) for side in self._variant.viewport)
        if abs(shot.shape[0] - height) > 1 or abs(shot.shape[1] - width) > 1:
            raise HarvestError(
                f"the browser's screenshot is {shot.shape[1]}x{shot.shape[0]} pixels where "
                f"{width}x{height} were asked for: crops of it would show something else"
            )
        return shot

    async def screenshot(self) -> str:
        """Returns the viewport as base64 of a PNG.

        Not by Playwright's own call, which doesn't offer the faster encoding.
        """
        if self._devtools is None:
            self._devtools = await self._page.context.new_cdp_session(self._page)
            width, height = self._variant.viewport
            # A session that has not set the scale itself takes pictures at scale 1.
            metrics = {
                "width": width, "height": height,
                "deviceScaleFactor": self._variant.scale, "mobile": False,
            }  # fmt: skip
            await self._step(self._devtools.send("Emulation.setDeviceMetricsOverride", metrics))
        options = {"format": "png", "optimizeForSpeed": True, "captureBeyondViewport": False}
        answer = await self._step(self._devtools.send("Page.captureScreenshot", options))
        data: str = answer["data"]
        return data


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
