"""Finding and starting a Chromium, and opening pages in it that can do no harm."""

from __future__ import annotations

import asyncio
import logging
import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, TypeVar

from checkboxnet.browser.config import Variant, VisitConfig
from checkboxnet.browser.page_text import printable
from checkboxnet.errors import CheckboxNetError, ConfigError, HarvestError, MissingExtraError

if TYPE_CHECKING:
    from playwright.async_api import Browser, BrowserContext, Dialog, Page, Playwright, Route

T = TypeVar("T")

logger = logging.getLogger(__name__)

_CLOSE_SECONDS = 5

BROWSER_VARIABLE = "CHECKBOXNET_BROWSER"
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")

BROWSER_OPTIONS = (
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find_browser() -> str | None:
    """Returns the path of an installed Chromium: `CHECKBOXNET_BROWSER`, or one on the PATH.

    Raises:
        HarvestError: The variable names no program.
    """
    named = os.environ.get(BROWSER_VARIABLE)
    if named and not os.access(named, os.X_OK):
        raise HarvestError(f"{BROWSER_VARIABLE}={named}: no such program")
    return named or next(filter(None, map(shutil.which, _NAMES)), None)


def runs_as_root() -> bool:
    """Whether Chromium's sandbox must be off, since it refuses to start as root with it."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


async def launch(playwright: Playwright) -> Browser:
    """Starts an installed Chromium, or the one that Playwright has downloaded.

    Raises:
        HarvestError: There is none, or it doesn't start.
    """
    from playwright.async_api import Error

    path = find_browser()
    try:
        return await playwright.chromium.launch(
            executable_path=path, args=list(BROWSER_OPTIONS), chromium_sandbox=not runs_as_root()
        )
    except Error as error:
        what = f"{path} did not start" if path else "no Chromium found"
        raise HarvestError(
            f"{what} ({error.message.splitlines()[0]}). Install one (`apt install chromium`, or "
            f"`playwright install chromium`), or set {BROWSER_VARIABLE} to its path"
        ) from error


def require_playwright() -> None:
    """Raises unless Playwright is installed.

    Raises:
        MissingExtraError: It is not; the message gives the command.
    """
    try:
        import playwright.async_api  # noqa: F401
    except ImportError as error:
        raise MissingExtraError("playwright", "harvest") from error


@asynccontextmanager
async def open_page(browser: Browser, variant: Variant, config: VisitConfig) -> AsyncIterator[Page]:
    """Yields a fresh page of a context of its own, with dialogs, pop-ups and downloads off."""
    width, height = variant.viewport
    context = await browser.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=variant.scale,
        color_scheme="dark" if variant.theme == "dark" else "light",
        locale=variant.locale,
        reduced_motion="reduce",
        storage_state=config.storage_state,
        accept_downloads=False,
        service_workers="block",
    )
    try:
        context.set_default_timeout(config.timeout * 1000)
        page = await context.new_page()
        page.on("dialog", _dismiss)
        context.on("page", _close_popup)
        yield page
    finally:
        await _close(context)


class PageFailedError(Exception):
    """A page could not be visited; the message is one line."""


class VisitingBrowser:
    """A browser that pages are visited with, and that is replaced when a visit fails."""

    def __init__(self, playwright: Playwright, config: VisitConfig) -> None:
        """Starts nothing yet."""
        self._playwright = playwright
        self._config = config

    async def __aenter__(self) -> VisitingBrowser:
        """Starts the browser.

        Raises:
            HarvestError: There is none, or it doesn't start.
        """
        self._browser = await launch(self._playwright)
        return self

    async def __aexit__(self, *error: object) -> None:
        """Closes it."""
        await _close(self._browser)

    async def visit(self, variant: Variant, work: Callable[[Page], Awaitable[T]]) -> T:
        """Returns the result of `work` for a fresh page.

        Raises:
            PageFailedError: A step took too long, the browser reports an error, or anything else
                goes wrong in `work`: a page costs itself only.
            ConfigError: A setting is wrong, for every page.
            HarvestError: No new browser starts after that.
        """
        from playwright.async_api import Error

        try:
            async with open_page(self._browser, variant, self._config) as page:
                return await work(page)
        except ConfigError:
            raise
        except Exception as error:
            # Whatever hangs in it should not hold up the next page.
            await _close(self._browser)
            self._browser = await launch(self._playwright)
            if isinstance(error, TimeoutError):
                reason = f"did not answer within {self._config.timeout:g} s"
            elif isinstance(error, Error | CheckboxNetError):
                reason = str(error)
            else:
                reason = f"{type(error).__name__}: {error}"
            raise PageFailedError(printable(reason.partition("\n")[0])) from error


async def forbid_leaving(page: Page, *, sending: bool = False) -> None:
    """Lets the page fetch what it likes, but neither leave nor submit a form from here on.

    Args:
        page: Open.
        sending: Forbids every request that might change something, too.
    """

    async def answer(route: Route) -> None:
        request = route.request
        leaves = request.is_navigation_request() and (
            request.frame == page.main_frame or request.method != "GET"
        )
        if leaves or (sending and request.method not in ("GET", "HEAD", "OPTIONS")):
            # No Content, and no error: the page stays where it is, and goes on.
            await route.fulfill(status=204)
        else:
            await route.continue_()

    await page.route("**/*", answer)


async def _dismiss(dialog: Dialog) -> None:
    from playwright.async_api import Error

    try:
        await dialog.dismiss()
    except Error:
        # The page was closed meanwhile, and the dialog with it.
        return


async def _close_popup(page: Page) -> None:
    await page.close()


async def _close(opened: Browser | BrowserContext) -> None:
    """Closes a browser or a context; one with a page that hangs may not confirm it in time.

    Playwright ends such a browser when it ends itself.
    """
    from playwright.async_api import Error

    try:
        async with asyncio.timeout(_CLOSE_SECONDS):
            await opened.close()
    except (TimeoutError, Error) as error:
        logger.debug("closing: %s", error)
