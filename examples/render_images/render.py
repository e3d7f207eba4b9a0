"""Renders the controls of `controls.html` into `examples/images/LABEL/NAME.png`.

Usage: python examples/render_images/render.py

Needs Playwright and a Chromium-like browser, found on the PATH or named by CHECKBOXNET_BROWSER.
"""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from checkboxnet.browser.launch import BROWSER_OPTIONS, find_browser
from checkboxnet.report.files import write_bytes

PAGE = Path(__file__).with_name("controls.html")
TARGET = Path(__file__).parent.parent / "images"


def render(browser: Browser, scale: float) -> int:
    """Renders the controls of one device scale factor and returns how many there are."""
    # The whole page fits: a crop scrolled into view can end in a row of the page's background.
    page = browser.new_page(device_scale_factor=scale, viewport={"width": 900, "height": 4000})
    page.goto(PAGE.as_uri())
    controls = page.locator(f'[data-crop][data-scale="{scale:g}"]').all()
    for control in controls:
        label, name = control.get_attribute("data-label"), control.get_attribute("data-crop")
        write_bytes(TARGET / f"{label}" / f"{name}.png", control.screenshot(animations="disabled"))
    page.close()
    return len(controls)


def main() -> None:
    """Renders all device scale factors."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_browser(), args=list(BROWSER_OPTIONS)
        )
        count = sum(render(browser, scale) for scale in (1, 1.5, 2))
        browser.close()
    print(f"{count} images in {TARGET}")


if __name__ == "__main__":
    main()
