"""A page that is open: it is scrolled, measured, photographed and clicked."""

from __future__ import annotations

import asyncio
import base64
import io
from collections.abc import AsyncIterator, Awaitable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from checkboxnet.browser.accessibility import Accessibility
from checkboxnet.browser.config import VisitConfig
from checkboxnet.browser.controls import Control, Sighting, Surroundings
from checkboxnet.browser.devtools import PageScripts
from checkboxnet.browser.launch import Variant, forbid_navigation, forbid_sending
from checkboxnet.errors import HarvestError
from checkboxnet.picture.read import RgbImage

if TYPE_CHECKING:
    from playwright.async_api import CDPSession, Page

T = TypeVar("T")

_QUIET_AFTER_LOADING, _QUIET = 150, 60
"""Milliseconds without a change of the document after which it counts as still."""
_QUIET_LIMIT = 2000
"""Milliseconds after which a document that keeps changing is photographed all the same."""
_LOAD_LIMIT, _FONT_LIMIT = 10, 5
"""Seconds that pictures and frames, and then fonts, are waited for, which may never arrive."""


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
        """Calls one of the functions of `js/controls.js`."""
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


def decode_png(data: bytes) -> NDArray[np.uint8]:
    """Returns a screenshot as RGB, uint8 of shape (H, W, 3)."""
    with Image.open(io.BytesIO(data)) as image:
        return np.asarray(image.convert("RGB"))
