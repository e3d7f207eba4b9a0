"""Playwright's awaited API, in a real Chromium."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Awaitable, Callable, Iterator
from typing import TypeVar

import pytest
from playwright import async_api
from testing.conftest import KITS, PAGE

from checkboxnet.testing.for_playwright import expect_checked, expect_unchecked, state_of

T = TypeVar("T")
LONG = 60_000


@pytest.fixture(scope="module")
def on_page(browser: str) -> Iterator[Callable[[Callable[[async_api.Page], Awaitable[T]]], T]]:
    """Runs a coroutine function on a new page."""
    with asyncio.Runner() as runner:
        playwright = runner.run(async_api.async_playwright().start())
        chromium = runner.run(playwright.chromium.launch(executable_path=browser))

        async def run(work: Callable[[async_api.Page], Awaitable[T]]) -> T:
            page = await chromium.new_page()
            await page.goto(PAGE)
            return await work(page)

        yield lambda work: runner.run(run(work))
        runner.run(chromium.close())
        runner.run(playwright.stop())


def test_all_kits_in_both_states(on_page: Callable[..., None]) -> None:
    async def work(page: async_api.Page) -> None:
        for kit in KITS:
            control = page.locator(f"#{kit}")
            before, after = expect_unchecked, expect_checked
            if kit == "liar":
                before, after = after, before
            await before(control, timeout=LONG)
            await control.click()
            await after(control, timeout=LONG)

    on_page(work)


def test_others_go_on_while_it_waits(on_page: Callable[..., None]) -> None:
    async def work(page: async_api.Page) -> None:
        control = page.locator("#late")
        waiting = asyncio.ensure_future(expect_checked(control, timeout=LONG))
        await expect_unchecked(control, timeout=LONG)
        assert not waiting.done()
        await control.click()
        await waiting

    on_page(work)


def test_it_is_a_coroutine_that_fails_when_awaited(on_page: Callable[..., None]) -> None:
    async def work(page: async_api.Page) -> None:
        failing = expect_checked(page.locator("#aria"), timeout=0)
        assert inspect.iscoroutine(failing)
        with pytest.raises(AssertionError, match="looks unchecked"):
            await failing
        with pytest.raises(AssertionError, match="nothing to see"):
            await expect_checked(page.locator("#hidden"), timeout=0)

    on_page(work)


def test_state_of_locators_and_pages(on_page: Callable[..., None]) -> None:
    async def work(page: async_api.Page) -> None:
        assert (await state_of(page.locator("#liar"))).label == "checked"
        at = await page.locator("#canvas").bounding_box()
        assert at is not None
        box = (at["x"] + 150, at["y"] + 10, 20, 20)
        assert (await state_of(page, box=box)).label == "checked"

    on_page(work)
