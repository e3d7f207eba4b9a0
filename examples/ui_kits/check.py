"""Opens built pages in Chromium and reports errors, failed requests and controls that don't fit.

Usage: python check.py [--dist DIR] [--kits a,b] [--pages 1,2] [--dark] [--width 1200] [--shots DIR]

Whether toggles toggle is what a harvest of the pages tells.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from checkboxnet.browser.launch import BROWSER_OPTIONS, find_browser
from checkboxnet.browser.sources import open_sources

READY_MILLISECONDS = 15_000
# Hosts of controls that are wider than their place, or have nothing in them.
MISFITS = """() => [...document.querySelectorAll(".page-host")].flatMap((host) => {
  const { width, height } = host.getBoundingClientRect();
  if (width && host.scrollWidth > host.clientWidth + 2) return [`too wide: ${host.dataset.kind}`];
  return height < 13 ? [`empty: ${host.dataset.kind}`] : [];
})"""


def problems_of(page: Page, url: str, shot: Path | None) -> Counter[str]:
    """Returns what is wrong with a page, and how often."""
    found: Counter[str] = Counter()
    page.on(
        "console",
        lambda message: found.update([message.text[:200]] if message.type == "error" else []),
    )
    page.on("pageerror", lambda error: found.update([str(error)[:300]]))
    page.on("requestfailed", lambda request: found.update([f"no answer: {request.url[:120]}"]))
    page.on(
        "response",
        lambda answer: found.update(
            [f"{answer.status}: {answer.url[:120]}"] if answer.status >= 400 else []
        ),
    )
    page.goto(url)
    page.wait_for_selector("html[data-ready]", state="attached", timeout=READY_MILLISECONDS)
    if shot:
        page.screenshot(path=shot, full_page=True)
    overflow = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    if overflow > 1:
        found[f"page is {overflow} px too wide"] += 1
    found.update(page.evaluate(MISFITS))
    return found


def main() -> int:
    """Checks the pages asked for; returns 1 if anything is wrong."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--dist", type=Path, default=Path(__file__).parent / "dist")
    parser.add_argument("--kits", help="names, all unless given")
    parser.add_argument("--pages", help="numbers, all unless given")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--width", type=int, default=1200)
    parser.add_argument("--shots", type=Path, help="folder for screenshots")
    options = parser.parse_args()

    kits = [kit["name"] for kit in json.loads((options.dist / "kits.json").read_text())]
    wanted = options.kits.split(",") if options.kits else kits
    numbers = (
        {f"{int(number):02}" for number in options.pages.split(",")} if options.pages else None
    )
    scheme = "dark" if options.dark else "light"
    if options.shots:
        options.shots.mkdir(parents=True, exist_ok=True)
    bad = False
    with open_sources([str(options.dist)]) as sources, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_browser(), args=list(BROWSER_OPTIONS)
        )
        for source in sources:
            kit, number = Path(source.name).parent.name, Path(source.name).stem
            if kit not in wanted or (numbers and number not in numbers):
                continue
            page = browser.new_page(
                viewport={"width": options.width, "height": 900},
                color_scheme=scheme,
                reduced_motion="reduce",
            )
            name = f"{kit}-{number}-{scheme}-{options.width}.png"
            found = problems_of(page, source.url, options.shots / name if options.shots else None)
            page.close()
            print(f"{kit} {number}: {'ok' if not found else ''}")
            for problem, count in found.items():
                print(f"  {problem}" + (f" ({count} times)" if count > 1 else ""))
            bad = bad or bool(found)
        browser.close()
    return int(bad)


if __name__ == "__main__":
    raise SystemExit(main())
