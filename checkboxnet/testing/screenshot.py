"""Screenshots of a page of Playwright's, also where its own fail. Times are milliseconds."""

from __future__ import annotations

import io
import math
import time
from base64 import b64decode
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from checkboxnet.browser.devtools import PageScripts, open_devtools, script, value_of
from checkboxnet.picture.boxes import Box

if TYPE_CHECKING:
    from playwright import async_api, sync_api

    Page: TypeAlias = sync_api.Page | async_api.Page

MIN_STEP = 1000.0
"""What a step gets even when the time is up: browsers need some to answer at all."""
OUTSIDE = "it lies outside the window"

_FONT_LIMIT = 2000.0
"""What a screenshot of Playwright's may take: it waits for fonts, which may never arrive."""
_STILL = 4
"""Screenshots of the browser's own at most, until two in a row are the same."""
_STARTS_AT_TOP_LEFT = f"() => {{ {script('drawing')} return startsAtTopLeft(); }}"


def countdown(milliseconds: float, *, least: float = -math.inf) -> Callable[[], float]:
    """Returns a function that says how many are left, but no fewer than `least`."""
    end = time.monotonic() + milliseconds / 1000
    return lambda: max((end - time.monotonic()) * 1000, least)


class Screenshots:
    """Takes screenshots of a page of either API."""

    def __init__(self, page: Page, scripts: PageScripts | None = None) -> None:
        """Takes none yet; `scripts` are those that have been loaded into the page."""
        self._page = page
        self._scripts = scripts
        self._by_playwright = True

    async def take(self, timeout: float, *, box: Box | None = None, still: bool = False) -> bytes:
        """Returns a PNG of what the window shows, or of a part of it.

        In Chromium, Playwright's own screenshot shows another place where a page overflows to the
        left, or upwards, and waits for fonts without end. The browser's own screenshot then serves,
        which has as many pixels as the screen, whatever scale the page is told.

        Args:
            timeout: Milliseconds.
            box: The part, in CSS pixels of the window; by default all of it.
            still: Shows animations at their end, or at their start if they have none.

        Raises:
            playwright.sync_api.TimeoutError: The page didn't answer in time, or the part lies
                outside.
        """
        from playwright.sync_api import TimeoutError as NotInTime

        left = countdown(timeout, least=MIN_STEP)
        if self._by_playwright:
            try:
                picture = await self._by_playwright_itself(min(left(), _FONT_LIMIT), box, still)
                if await self._starts_at_top_left():
                    return picture
            except NotInTime:
                # Fails likewise unless it is a font that is waited for.
                root = self._page.locator(":root")
                await value_of(root.evaluate("() => null", timeout=left()))
            self._by_playwright = False
        window = await self._by_devtools(_STILL if still else 1)
        if window is None:
            return await self._by_playwright_itself(left(), box, still)
        if box is None:
            return window
        part = part_of(window, box, await value_of(self._page.evaluate("() => innerWidth")))
        if part is None:
            raise NotInTime(OUTSIDE)
        return part

    async def _starts_at_top_left(self) -> bool:
        if self._scripts is None:
            return await value_of(self._page.evaluate(_STARTS_AT_TOP_LEFT))
        answer: bool = await self._scripts.call("startsAtTopLeft")
        return answer

    async def _by_playwright_itself(self, timeout: float, box: Box | None, still: bool) -> bytes:
        clip: sync_api.FloatRect | None = None
        if box:
            left, top, right, bottom = _whole_pixels(box, 1)
            clip = {"x": left, "y": top, "width": right - left, "height": bottom - top}
        shot = self._page.screenshot(
            clip=clip, timeout=timeout, animations="disabled" if still else "allow"
        )
        return await value_of(shot)

    async def _by_devtools(self, count: int) -> bytes | None:
        """Returns the window, or None where the browser isn't Chromium."""
        devtools = await open_devtools(self._page)
        if devtools is None:
            return None
        options = {"format": "png", "captureBeyondViewport": False}
        earlier, latest = None, ""
        for _ in range(count):
            answer = await value_of(devtools.send("Page.captureScreenshot", options))
            earlier, latest = latest, answer["data"]
            if earlier == latest:
                break
        await value_of(devtools.detach())
        return b64decode(latest)


def part_of(shot: bytes, box: Box, width: float) -> bytes | None:
    """Returns a part of a screenshot as PNG, or None if it lies outside.

    Args:
        shot: PNG of a window.
        box: The part, in CSS pixels.
        width: The window's, in CSS pixels.
    """
    from PIL import Image

    with Image.open(io.BytesIO(shot)) as image:
        left, top, right, bottom = _whole_pixels(box, image.width / width)
        left, top = max(left, 0), max(top, 0)
        right, bottom = min(right, image.width), min(bottom, image.height)
        if left >= right or top >= bottom:
            return None
        buffer = io.BytesIO()
        image.crop((left, top, right, bottom)).save(buffer, "PNG")
    return buffer.getvalue()


def _whole_pixels(box: Box, scale: float) -> tuple[int, int, int, int]:
    """Returns left, top, right and bottom, outwards to whole pixels: between them browsers blur."""
    left, top, width, height = (scale * value for value in box)
    return math.floor(left), math.floor(top), math.ceil(left + width), math.ceil(top + height)
