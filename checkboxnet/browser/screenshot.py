"""Screenshots of a page of Playwright's, also where its own fail."""

from __future__ import annotations

import io
import math
from base64 import b64decode
from collections.abc import Iterable
from typing import TYPE_CHECKING, TypeAlias

from checkboxnet.browser.coroutines import LEAST_MILLISECONDS, countdown, maybe_await
from checkboxnet.browser.devtools import PageScripts, open_devtools, script

if TYPE_CHECKING:
    from playwright import async_api, sync_api

    Page: TypeAlias = sync_api.Page | async_api.Page

Edges: TypeAlias = tuple[float, float, float, float]
"""Left, top, right and bottom, in CSS pixels of the window."""

CAPTURE = {"format": "png", "optimizeForSpeed": True, "captureBeyondViewport": False}
"""Options of the DevTools protocol's `Page.captureScreenshot`, which is faster than Playwright's
own screenshots and shows the window as it is."""
_FONT_LIMIT = 2000.0
"""Milliseconds that a screenshot of Playwright's may take: it waits for fonts, which may never
arrive."""
_MOST_CAPTURES = 4
"""Until two in a row are the same."""
STARTS_AT_TOP_LEFT = f"() => {{ {script('drawing')} return startsAtTopLeft(); }}"
"""Whether Playwright's own screenshots show the right place."""
OUTSIDE = "it lies outside the window"


class Screenshots:
    """Takes screenshots of a page of either API, and leaves the page as it is."""

    def __init__(self, page: Page, scripts: PageScripts | None = None) -> None:
        """Takes none yet; `scripts` are those that have been loaded into the page."""
        self._page = page
        self._scripts = scripts
        self._by_playwright = True

    async def take(
        self, timeout: float, *, edges: Edges | None = None, still: bool = False
    ) -> bytes:
        """Returns a PNG of what the window shows, or of a part of it.

        In Chromium, Playwright's own screenshot shows another place where a page overflows to the
        left, or upwards, and waits for fonts without end. The DevTools protocol's is taken then,
        which has as many pixels as the screen, whatever scale the page is told.

        Args:
            timeout: Milliseconds.
            edges: Of the part; by default all of the window.
            still: Shows animations at their end, or at their start if they have none.

        Raises:
            playwright.sync_api.TimeoutError: The page didn't answer in time, or the part lies
                outside.
        """
        from playwright.sync_api import TimeoutError as NotInTime

        left = countdown(timeout, least=LEAST_MILLISECONDS)
        if self._by_playwright:
            try:
                picture = await self._shot(min(left(), _FONT_LIMIT), edges, still=still)
                if await self._starts_at_top_left():
                    return picture
            except NotInTime:
                # Fails likewise unless it is a font that is waited for.
                root = self._page.locator(":root")
                await maybe_await(root.evaluate("() => null", timeout=left()))
            self._by_playwright = False
        window = await self._capture(_MOST_CAPTURES if still else 1)
        if window is None:
            return await self._shot(left(), edges, still=still)
        if edges is None:
            return window
        part = part_of(window, edges, await maybe_await(self._page.evaluate("() => innerWidth")))
        if part is None:
            raise NotInTime(OUTSIDE)
        return part

    async def _starts_at_top_left(self) -> bool:
        if self._scripts is None:
            return await maybe_await(self._page.evaluate(STARTS_AT_TOP_LEFT))
        answer: bool = await self._scripts.call("startsAtTopLeft")
        return answer

    async def _shot(self, timeout: float, edges: Edges | None, *, still: bool) -> bytes:
        shot = self._page.screenshot(
            clip=clip_of(edges) if edges else None,
            timeout=timeout,
            animations="disabled" if still else "allow",
        )
        return await maybe_await(shot)

    async def _capture(self, most: int) -> bytes | None:
        """Returns the window, or None where the browser isn't Chromium."""
        devtools = await open_devtools(self._page)
        if devtools is None:
            return None
        earlier, latest = None, ""
        for _ in range(most):
            answer = await maybe_await(devtools.send("Page.captureScreenshot", CAPTURE))
            earlier, latest = latest, answer["data"]
            if earlier == latest:
                break
        await maybe_await(devtools.detach())
        return b64decode(latest)


def clip_of(edges: Edges) -> sync_api.FloatRect:
    """Returns a part of the window as Playwright takes it."""
    left, top, right, bottom = _outwards(edges)
    return {"x": left, "y": top, "width": right - left, "height": bottom - top}


def part_of(shot: bytes, edges: Edges, width: float) -> bytes | None:
    """Returns a part of a screenshot as PNG, or None if it lies outside.

    Args:
        shot: PNG of a window.
        edges: Of the part.
        width: The window's, in CSS pixels.
    """
    from PIL import Image

    with Image.open(io.BytesIO(shot)) as image:
        scale = image.width / width
        left, top, right, bottom = _outwards(edge * scale for edge in edges)
        left, top = max(left, 0), max(top, 0)
        right, bottom = min(right, image.width), min(bottom, image.height)
        if left >= right or top >= bottom:
            return None
        buffer = io.BytesIO()
        image.crop((left, top, right, bottom)).save(buffer, "PNG")
    return buffer.getvalue()


def _outwards(edges: Iterable[float]) -> tuple[int, int, int, int]:
    """Returns edges of whole pixels: between them browsers blur."""
    left, top, right, bottom = edges
    return math.floor(left), math.floor(top), math.ceil(right), math.ceil(bottom)
