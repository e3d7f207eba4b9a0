"""One visit of one page: finds its controls, photographs each, clicks it, photographs it again.

A viewport is photographed whole, and the crops of all controls in it are cut out of that one
picture, so that a page costs a few screenshots and not a few hundred.
"""

from __future__ import annotations

import asyncio
import base64
from collections import Counter, defaultdict
from collections.abc import Awaitable, Iterable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from checkboxnet.boxes import Box
from checkboxnet.errors import HarvestError
from checkboxnet.harvesting.album import Album, Control, Harvested, Shots, Sighting
from checkboxnet.harvesting.browser import Variant, forbid_navigation
from checkboxnet.harvesting.config import HarvestConfig, VisitConfig
from checkboxnet.harvesting.crop import decode_png, overlaps
from checkboxnet.harvesting.devtools import PageScripts
from checkboxnet.harvesting.sources import PageSource
from checkboxnet.images import RgbImage
from checkboxnet.labels import Label

if TYPE_CHECKING:
    from playwright.async_api import CDPSession, Page

T = TypeVar("T")

_ROUNDS = 4
"""Rounds of clicks at one scroll position: in each, a radio group shows one more member on."""
_CLICKS = 2
"""Clicks on one control at most: an indeterminate one needs two to show both states."""
_SHOTS = 6
"""Screenshots taken at most until two in a row are the same."""
_BETWEEN_SHOTS = 0.08  # seconds
_QUIET_AFTER_LOADING, _QUIET = 150, 60
"""Milliseconds without a change of the document after which it counts as still."""
_QUIET_LIMIT = 2000
"""Milliseconds after which a document that keeps changing is photographed all the same."""
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
    opened = OpenPage(page, variant, config)
    await opened.load(source.url)
    found = await opened.call("find", _query(config))
    album = Album(source, variant, config, kit=found["kit"])
    album.dropped.update(found["dropped"])
    toggles = [Control(toggle=True, **control) for control in found["toggles"]]
    most = config.max_others
    if most is None:
        most = max(_FEWEST_OTHERS, len(toggles))
    others = [Control(toggle=False, **control) for control in found["others"]]
    chosen = _every_kind(others, most, album.random("others"))
    visitor = _Visitor(opened, album, config, regions=most // _REGION_SHARE)
    await visitor.photograph([*toggles, *chosen])
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


def forbidden(control: Control, sighting: Sighting, toggles: Mapping[str, Box]) -> list[Box]:
    """Returns the boxes that no crop of a control may hold.

    An element that is named like a toggle and lies in one is a part of it.
    """
    return [
        box
        for key, box in toggles.items()
        if key != str(control.id)
        and not (
            control.toggle and key.startswith("suspect") and overlaps(box, [sighting.boxes.control])
        )
    ]


class OpenPage:
    """A page that answers within the timeout, or not at all."""

    def __init__(self, page: Page, variant: Variant, config: VisitConfig) -> None:
        """Opens nothing yet."""
        self._page = page
        self._variant = variant
        self._config = config
        self._scripts = PageScripts(page)
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

    async def look(self, controls: Sequence[Control]) -> dict[Control, Sighting | str]:
        """Returns where each control is seen, or why it is not."""
        measured = await self.call("measure", [control.id for control in controls])
        return {c: Sighting.from_page(measured[str(c.id)]) for c in controls}

    async def click(self, point: tuple[float, float]) -> None:
        """Clicks at CSS pixels of the viewport."""
        await self._step(self._page.mouse.click(*point))

    async def point_away(self) -> None:
        """Moves the mouse where it makes no control look hovered."""
        await self._step(self._page.mouse.move(0, 0))

    async def still_shots(self) -> Shots:
        """Takes screenshots until two in a row are the same, or gives up."""
        earlier, latest = "", await self._screenshot()
        for _ in range(_SHOTS):
            if earlier == latest:
                break
            await asyncio.sleep(_BETWEEN_SHOTS)
            await self.call("settle")
            earlier, latest = latest, await self._screenshot()
        last = await self._decode(latest)
        return Shots(
            earlier=last if earlier == latest else await self._decode(earlier), latest=last
        )

    async def _decode(self, data: str) -> RgbImage:
        shot = await asyncio.to_thread(decode_png, base64.b64decode(data))
        width, height = (round(side * self._variant.scale) for side in self._variant.viewport)
        if abs(shot.shape[0] - height) > 1 or abs(shot.shape[1] - width) > 1:
            raise HarvestError(
                f"the browser's screenshot is {shot.shape[1]}x{shot.shape[0]} pixels where "
                f"{width}x{height} were asked for: crops of it would show something else"
            )
        return shot

    async def _screenshot(self) -> str:
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
        self, page: OpenPage, album: Album, config: HarvestConfig, *, regions: int
    ) -> None:
        self.toggled: set[Control] = set()
        self._page = page
        self._album = album
        self._config = config
        self._regions = regions

    async def photograph(self, controls: Sequence[Control]) -> None:
        """Scrolls from control to control; each stop takes all that are in view there."""
        pending = list(controls)
        while pending:
            first = pending[0]
            await self._page.call("show", first.id)
            await self._page.settle()
            seen = await self._page.look(pending)
            here = [control for control in pending if isinstance(seen[control], Sighting)]
            if isinstance(reason := seen[first], str):
                self._album.dropped[reason] += 1
            if here:
                await self._stop(here)
            done = {first, *here}
            pending = [control for control in pending if control not in done]

    async def _stop(self, here: Sequence[Control]) -> None:
        await self._shoot(here, with_regions=True)
        if not self._config.toggle:
            return
        clicks: Counter[Control] = Counter()
        toggles = [control for control in here if control.toggle]
        for _ in range(_ROUNDS):
            targets = self._targets(toggles, clicks)
            if not targets:
                return
            for control in targets:
                clicks[control] += 1
                point = await self._page.call("clickPoint", control.id)
                if point is None:
                    self._album.dropped["cannot be clicked"] += 1
                    continue
                await self._page.click(point)
                self.toggled.add(control)
            await self._page.point_away()
            await self._page.settle()
            await self._shoot(toggles, with_regions=False)

    def _targets(self, toggles: Iterable[Control], clicks: Counter[Control]) -> list[Control]:
        """Returns what to click next: what was seen in one state only, one radio of a group."""
        chosen, groups = [], set()
        for control in toggles:
            seen = self._album.labels(control)
            if not seen or seen >= {Label.CHECKED, Label.UNCHECKED}:
                continue
            if control.disabled or clicks[control] == _CLICKS:
                continue
            if control.group:
                if Label.CHECKED in seen or control.group in groups:
                    continue
                groups.add(control.group)
            chosen.append(control)
        return chosen

    async def _shoot(self, controls: Sequence[Control], *, with_regions: bool) -> None:
        """Photographs the viewport and hands every control that is still there to the album."""
        before = await self._page.look(controls)
        shots = await self._page.still_shots()
        after = await self._page.look(controls)
        toggles: dict[str, Box] = await self._page.call("toggleBoxes")

        def keep() -> None:
            for control in controls:
                first, second = before[control], after[control]
                # One that a click has sent away keeps the photograph it has.
                if isinstance(first, Sighting) and isinstance(second, Sighting):
                    others = forbidden(control, second, toggles)
                    self._album.add(control, first, second, shots, others)
            if with_regions and self._regions:
                self._album.add_regions(shots.latest, list(toggles.values()), self._regions)

        await asyncio.to_thread(keep)
