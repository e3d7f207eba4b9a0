"""An open page whose controls are found, scrolled to, measured, photographed and clicked.

Written for both of Playwright's APIs, but for what loads, clicks and moves the mouse.
"""

from __future__ import annotations

import asyncio
import io
from base64 import b64decode
from collections.abc import AsyncIterator, Awaitable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import numpy as np
from PIL import Image

from checkboxnet.browser.accessibility import Accessibility
from checkboxnet.browser.config import Variant
from checkboxnet.browser.controls import Control, Neighbours, Observation
from checkboxnet.browser.devtools import PageScripts
from checkboxnet.browser.launch import forbid_leaving
from checkboxnet.browser.screenshot import CAPTURE, Screenshots
from checkboxnet.errors import HarvestError
from checkboxnet.picture.read import RgbImage

if TYPE_CHECKING:
    from playwright import async_api, sync_api

T = TypeVar("T")

_QUIET, _QUIET_SHORT, _QUIET_LIMIT = 150, 60, 2000
"""Milliseconds without a change of the document after which it is still, in pages that are left
alone and in others, and how long that is waited for."""
_LOAD_LIMIT, _FONT_LIMIT = 10, 5
"""Seconds that pictures and frames, and then fonts, are waited for, which may never arrive."""
_SCREENSHOT_LIMIT = 30_000
"""Milliseconds, as by default in Playwright."""


class FoundControls(NamedTuple):
    """The elements of a page that matter, as `find` in `js/controls.js` returns them."""

    kit: str | None
    """Name of its UI kit, if the page gives one."""
    toggles: list[Control]
    others: list[Control]
    """Elements of the class other."""
    clickables: list[Control]
    """Further elements that take clicks, and declare no state."""
    frames: list[int]
    """Numbers of frames that can't be looked into."""
    unreadable: dict[int, str]
    """Selectors, by number, of custom elements that nothing can be read of."""
    dropped: list[tuple[str, str]]
    """Reason and selector of what was left out."""

    @property
    def silent(self) -> list[Control]:
        """What is shown, takes clicks and declares no state: toggles may be among them."""
        either = (*self.others, *self.clickables)
        return [control for control in either if control.clickable and not control.hidden]


class OpenPage:
    """A page that answers within the timeout, or raises `TimeoutError`."""

    def __init__(
        self,
        page: sync_api.Page | async_api.Page,
        *,
        variant: Variant | None = None,
        timeout: float | None = None,
    ) -> None:
        """Changes nothing yet.

        Args:
            page: Of either API.
            variant: How it was opened to be clicked in: its animations are ended, and nothing keeps
                the focus. None leaves both alone, in the page of a test for example.
            timeout: Seconds for each step. None for the sync API, which has its own.
        """
        self._page: Any = page
        self._variant = variant
        self._timeout = timeout
        self._scripts = PageScripts(page)
        self._accessibility = Accessibility(self._scripts)
        self._screenshots = Screenshots(page, self._scripts)

    async def load(self, url: str, *, wait_for: str | None = None) -> None:
        """Opens an address, waits until the document is still, and loads the scripts.

        Args:
            url: The page can't be left afterwards.
            wait_for: CSS selector of an element that must be visible.
        """
        from playwright.async_api import Error
        from playwright.async_api import TimeoutError as NotLoaded

        answer = await self._step(self._page.goto(url, wait_until="domcontentloaded"))
        if answer is not None and answer.status >= 400:
            raise Error(f"the server answered {answer.status}")
        limit = min(_LOAD_LIMIT, self._timeout or _LOAD_LIMIT)
        with suppress(NotLoaded):
            await self._page.wait_for_load_state("load", timeout=limit * 1000)
        if wait_for:
            await self._step(self._page.locator(wait_for).first.wait_for())
        await forbid_leaving(self._page)
        await self.load_scripts()
        await self._wait_until_quiet(_QUIET)

    async def forbid_sending(self) -> None:
        """Lets a page that `load` has opened ask for what it likes, but change nothing by it."""
        await forbid_leaving(self._page, sending=True)

    async def load_scripts(self) -> None:
        """Makes the other methods work on the document that is open."""
        await self._step(self._scripts.load())
        if self._variant is not None:
            width, height = self._variant.viewport
            # A session that has not set the scale itself takes screenshots at scale 1.
            override = self._scripts.send(
                "Emulation.setDeviceMetricsOverride",
                width=width,
                height=height,
                deviceScaleFactor=self._variant.scale,
                mobile=False,
            )
            await self._step(override)

    async def close(self) -> None:
        """Ends the session with the browser; the page stays open."""
        await self._step(self._scripts.close())

    async def call(self, function: str, *arguments: Any) -> Any:
        """Calls one of the functions of `js/controls.js`."""
        return await self._step(self._scripts.call(function, *arguments))

    async def find(
        self, include: str | None, exclude: str | None, other: str | None = None
    ) -> FoundControls:
        """Returns the elements that matter.

        Args:
            include: CSS selector: only elements in such elements.
            exclude: CSS selector: no elements in such elements.
            other: CSS selector of further elements of the class other.
        """
        await self._step(self._accessibility.register())
        query = {"include": include, "exclude": exclude, "other": other}
        found = await self.call("find", query)
        opaque: dict[int, str] = dict(found["opaque"])
        unreadable = await self._step(self._accessibility.without_content(opaque))
        return FoundControls(
            kit=found["kit"],
            toggles=[Control(toggle=True, **control) for control in found["toggles"]],
            others=[Control(toggle=False, **control) for control in found["others"]],
            clickables=[Control(toggle=False, **control) for control in found["clickables"]],
            frames=found["frames"],
            unreadable={number: opaque[number] for number in unreadable},
            dropped=[(reason, selector) for reason, selector in found["dropped"]],
        )

    async def wait_until_still(self) -> None:
        """Waits until the document is still, and ends its animations where that is allowed."""
        if self._variant is None:
            await self.call("quiet", _QUIET, _QUIET_LIMIT)
        else:
            await self._wait_until_quiet(_QUIET_SHORT)
            await self.end_animations()

    async def end_animations(self) -> None:
        """Takes the focus away and brings animations to their end, or start if they have none."""
        await self.call("settle")

    async def _wait_until_quiet(self, milliseconds: float) -> None:
        await self.call("quiet", milliseconds, _QUIET_LIMIT, _FONT_LIMIT * 1000)

    async def stops(
        self, controls: Sequence[Control], *, scroll_first: bool = True
    ) -> AsyncIterator[tuple[dict[Control, Observation], dict[Control, str]]]:
        """Scrolls from control to control, and not back.

        Args:
            controls: What should be seen.
            scroll_first: Scrolls before the first stop too.

        Yields:
            What is in view at a stop and was not before, and why a control that should be isn't.
        """
        pending, scrolls = list(controls), scroll_first
        while pending:
            target = pending[0]
            if scrolls:
                await self.call("show", target.id)
            await self.wait_until_still()
            observed = await self.measure(pending)
            visible = {c: seen for c, seen in observed.items() if isinstance(seen, Observation)}
            reason = observed[target]
            missing = {target: reason} if scrolls and isinstance(reason, str) else {}
            pending = [c for c in pending if c not in visible and c not in missing]
            scrolls = True
            yield visible, missing

    async def measure(self, controls: Sequence[Control]) -> dict[Control, Observation | str]:
        """Returns where each control is seen and its state, or why it is not seen."""
        states = await self._step(self._accessibility.states())
        measured = await self.call("measure", [control.id for control in controls], states)
        return {c: Observation.from_page(measured[str(c.id)]) for c in controls}

    async def neighbours(self) -> Neighbours:
        """Returns what is in view that crops should not hold."""
        unreadable = await self.call("unreadableBoxes")
        return Neighbours(
            toggles=await self.call("toggleBoxes"),
            unreadable={int(number): box for number, box in unreadable.items()},
        )

    async def screenshot(self) -> bytes:
        """Returns the viewport as PNG."""
        if self._variant is None:
            return await self._step(self._screenshots.take(_SCREENSHOT_LIMIT, still=True))
        answer = await self._step(self._scripts.send("Page.captureScreenshot", **CAPTURE))
        return b64decode(answer["data"])

    async def decode(self, png: bytes) -> RgbImage:
        """Returns a screenshot, uint8 of shape (H, W, 3).

        Raises:
            HarvestError: It is not of the size that the page was opened with.
        """
        shot = await asyncio.to_thread(decode_png, png)
        if self._variant is None:
            return shot
        width, height = (round(side * self._variant.scale) for side in self._variant.viewport)
        if abs(shot.shape[0] - height) > 1 or abs(shot.shape[1] - width) > 1:
            raise HarvestError(
                f"the browser's screenshot is {shot.shape[1]}x{shot.shape[0]} pixels where "
                f"{width}x{height} were asked for: crops of it would show something else"
            )
        return shot

    async def click(self, control: Control) -> str | None:
        """Clicks a control; returns why it can't be clicked, if so."""
        point = await self.call("clickPoint", control.id)
        if isinstance(point, str):
            return point
        await self._step(self._page.mouse.click(*point))
        return None

    async def press_escape(self) -> None:
        """Closes what a click has opened, where that is how it is closed."""
        await self._step(self._page.keyboard.press("Escape"))

    async def point_away(self) -> None:
        """Moves the mouse where it makes no control look hovered."""
        await self._step(self._page.mouse.move(0, 0))

    async def _step(self, work: Awaitable[T]) -> T:
        if self._timeout is None:
            return await work
        async with asyncio.timeout(self._timeout):
            return await work


def decode_png(png: bytes) -> RgbImage:
    """Returns a PNG as RGB, uint8 of shape (H, W, 3)."""
    with Image.open(io.BytesIO(png)) as image:
        return np.asarray(image.convert("RGB"))
