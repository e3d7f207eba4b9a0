"""Renders the pages of this folder into the screenshots beside them.

Usage: python examples/screenshots/render.py [PATH/TO/chromium]
"""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from checkboxnet.browser.launch import BROWSER_OPTIONS, find_browser, runs_as_root

HERE = Path(__file__).parent
SHOTS = {
    "settings": (1280, 800, 1),
    "phone": (390, 844, 3),
    "right-to-left": (820, 640, 2),
    "article": (1024, 768, 1.5),
}
"""Width and height of the window in CSS pixels, and device pixels per CSS pixel."""


def main() -> None:
    """Writes one PNG for each page."""
    browser = sys.argv[1] if len(sys.argv) > 1 else find_browser()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=browser, args=list(BROWSER_OPTIONS), chromium_sandbox=not runs_as_root()
        )
        for name, (width, height, scale) in SHOTS.items():
            page = chromium.new_page(
                viewport={"width": width, "height": height}, device_scale_factor=scale
            )
            page.goto((HERE / f"{name}.html").as_uri())
            page.screenshot(path=HERE / f"{name}.png")


if __name__ == "__main__":
    main()
