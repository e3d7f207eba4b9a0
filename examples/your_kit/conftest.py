"""A fresh page of plans for each test. With pytest-playwright, its own `page` takes this place."""

import os
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

PAGE = Path(__file__).with_name("plans.html")
# Without one on the PATH, that of `playwright install chromium`.
CHROMIUM = os.environ.get("CHECKBOXNET_BROWSER") or shutil.which("chromium")


@pytest.fixture
def page():
    """The plans, as a new visitor sees them."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM)
        page = browser.new_page()
        page.goto(PAGE.as_uri())
        yield page
        browser.close()
