"""A fresh page for each test. With pytest-playwright, its own fixture `page` takes this place."""

import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

PAGE = Path(__file__).with_name("page.html")
# Without one on the PATH, that of `playwright install chromium`.
CHROMIUM = os.environ.get("CHECKBOXNET_BROWSER") or shutil.which("chromium")


@pytest.fixture(scope="session")
def browser():
    """One Chromium for all tests."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        yield browser
        browser.close()


@pytest.fixture
def page(browser):
    """The settings, as a new visitor sees them."""
    page = browser.new_page()
    page.goto(PAGE.as_uri())
    yield page
    page.close()
