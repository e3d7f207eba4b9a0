"""Open pages are audited through Playwright's awaited API too."""

from __future__ import annotations

import asyncio

from auditing.test_page_audit import EXPECTED, SETTINGS, verdicts
from playwright import async_api

from checkboxnet.auditing.page_audit import audit_page
from checkboxnet.auditing.report import PageAudit


def test_awaited_api(browser: str) -> None:
    async def work() -> PageAudit:
        async with async_api.async_playwright() as playwright:
            chromium = await playwright.chromium.launch(executable_path=browser)
            page = await chromium.new_page()
            await page.goto(SETTINGS)
            audit = await audit_page(page)
            await chromium.close()
            return audit

    found = verdicts(asyncio.run(work()))
    assert found.pop("#mixed")[2] == "unsure"
    assert found == EXPECTED
