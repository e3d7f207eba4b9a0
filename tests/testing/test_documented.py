"""The tests in docs/test-suites.md pass on the example's page, in real browsers."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_docs import blocks
from testing.conftest import PAGE_OF_DOCS, Run

DRIVERS = '''

@pytest.fixture
def driver():
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    options.add_argument("--headless")
    if os.geteuid() == 0:
        options.add_argument("--no-sandbox")
    service = webdriver.ChromeService(shutil.which("chromedriver"))
    with webdriver.Chrome(options=options, service=service) as driver:
        driver.get(PAGE.as_uri())
        yield driver


def pytest_pyfunc_call(pyfuncitem):
    """Runs coroutine functions on an awaited page, as pytest-playwright-asyncio does."""
    import asyncio
    import inspect

    from playwright.async_api import async_playwright

    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None

    async def run():
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=CHROMIUM)
            page = await browser.new_page()
            await page.goto(PAGE.as_uri())
            await pyfuncitem.obj(page)

    # The blocking API runs a loop in this thread.
    with ThreadPoolExecutor() as pool:
        pool.submit(lambda: asyncio.run(run())).result()
    return True
'''


@pytest.mark.slow
def test_the_documented_suite_passes(
    run: Run, example: Path, browser: str, chromedriver: str
) -> None:
    # What is for an app has no page.
    code = [block for block in blocks(PAGE_OF_DOCS, "python") if "appium" not in block]
    for number, block in enumerate(code):
        (example / f"test_block_{number}.py").write_text(block)
    conftest = (example / "conftest.py").read_text()
    imports = "from concurrent.futures import ThreadPoolExecutor\n"
    (example / "conftest.py").write_text(imports + conftest + DRIVERS)
    (example / "test_broken.py").unlink()
    (example / "test_settings.py").unlink()
    done = run(CHECKBOXNET_BROWSER=browser)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{len(code)} passed" in done.stdout
