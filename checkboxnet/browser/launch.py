"""Finding and starting a Chromium, and opening pages in it that can do no harm."""

from __future__ import annotations

import asyncio
import logging
import os
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, TypeVar

from checkboxnet.browser.config import Variant, VisitConfig
from checkboxnet.browser.page_text import printable
from checkboxnet.browser.sources import PageSource
from checkboxnet.errors import CheckboxNetError, ConfigError, HarvestError, require_package
from checkboxnet.report.progress import ProgressBar

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
    require_package("playwright.async_api", "harvest")


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


async def visit_all(
    visits: Sequence[tuple[PageSource, Variant]],
    config: VisitConfig,
    work: Callable[[Page, PageSource, Variant], Awaitable[T]],
    done: Callable[[PageSource, Variant, T | PageFailedError], Awaitable[str | None]],
    *,
    title: str,
    workers: int = 1,
) -> None:
    """Works on a fresh page for each visit. A page that fails costs itself only.

    Args:
        visits: Taken in this order.
        config: How pages are opened.
        work: Called with the page, which is still to be loaded.
        done: Called with what `work` returned, or why it failed; returns a note on the progress.
        title: Of the progress bar.
        workers: Browsers that run at the same time, each with one page.

    Raises:
        ConfigError: A setting is wrong, for every page.
        HarvestError: No browser starts.
        Exception: Whatever `done` raises.
    """
    from playwright.async_api import async_playwright

    queue = iter(visits)

    async def run_worker() -> None:
        browser = await launch(playwright)
        try:
            for source, variant in queue:
                outcome: T | PageFailedError
                try:
                    async with open_page(browser, variant, config) as page:
                        outcome = await work(page, source, variant)
                except ConfigError:
                    raise
                except Exception as error:
                    outcome = PageFailedError(_reason(error, config.timeout))
                    logger.warning("%s: %s", source.name, outcome)
                    # Whatever hangs in it should not hold up the next page.
                    await _close(browser)
                    browser = await launch(playwright)
                bar.advance(note=await done(source, variant, outcome))
        finally:
            await _close(browser)

    async with async_playwright() as playwright:
        with ProgressBar(title, total=len(visits)) as bar:
            running = [asyncio.create_task(run_worker()) for _ in visits[:workers]]
            try:
                await asyncio.gather(*running)
            finally:
                for task in running:
                    task.cancel()
                await asyncio.gather(*running, return_exceptions=True)


def _reason(error: Exception, timeout: float) -> str:
    """Returns in a line why a page failed."""
    from playwright.async_api import Error

    if isinstance(error, TimeoutError):
        return f"did not answer within {timeout:g} s"
    known = isinstance(error, Error | CheckboxNetError)
    text = str(error) if known else f"{type(error).__name__}: {error}"
    return printable(text.partition("\n")[0])


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
