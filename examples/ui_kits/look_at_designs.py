"""Opens hand-written designs in Chromium, clicks each, and draws contact sheets of both states.

Usage: python look_at_designs.py designs/lamps.html [...] [--out DIR]

Writes DIR/NAME-1.png and so on, 48 designs to a sheet: OFF on the left, ON on the right. Says
which designs break a rule of designs/README.md; the exit code is 1 if any does.
"""

from __future__ import annotations

import argparse
import io
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw
from playwright.sync_api import Locator, Page, sync_playwright

from checkboxnet.browser.launch import BROWSER_OPTIONS, find_browser, runs_as_root

KINDS = ("checkbox", "radio", "switch", "toggle")
TOGGLE = (
    ":is(input[type=checkbox], input[type=radio], "
    "[role=checkbox], [role=radio], [role=switch], [aria-pressed])"
)
STATE = """e => e.checked
  ?? (e.getAttribute('aria-checked') ?? e.getAttribute('aria-pressed')) === 'true'"""
MOVES = """e => e.getAnimations({ subtree: true })
  .some((animation) => animation.effect.getTiming().iterations === Infinity)"""
CELL, ROOM, COLUMNS, PER_SHEET = (300, 170), 14, 6, 48
SETTLE_MILLISECONDS = 450


def picture(section: Locator) -> Image.Image:
    """Returns a section as it is drawn now."""
    return Image.open(io.BytesIO(section.screenshot(animations="allow"))).convert("RGB")


def set_state(page: Page, section: Locator, on: bool) -> str | None:
    """Really clicks the first toggle, or another of its group; returns what went wrong."""
    toggles = section.locator(TOGGLE)
    first = toggles.first
    if first.evaluate(STATE) == on:
        return None
    others = [toggles.nth(i) for i in range(1, toggles.count())]
    target = first if on or not others else others[0]
    # Where the control is drawn is where a user clicks: on the input, or on the label around it.
    box = target.evaluate(
        """e => { const near = [e, ...(e.labels || []), e.parentElement, e.nextElementSibling]
          .filter(Boolean).map(x => [x, x.getBoundingClientRect()])
          .filter(([x, r]) => r.width > 5 && r.height > 5 && r.left >= 0);
          for (const [x, r] of near) {
            const at = [r.left + r.width / 2, r.top + r.height / 2];
            const hit = document.elementFromPoint(...at);
            const label = hit && hit.closest("label");
            if (hit && (e === hit || e.contains(hit) || (label && label.control === e))) return at;
          }
          return null; }"""
    )
    if box is None:
        return "can't be clicked where it is drawn"
    page.mouse.click(*box)
    page.mouse.move(0, 0)
    page.wait_for_timeout(SETTLE_MILLISECONDS)
    return None if first.evaluate(STATE) == on else "a click doesn't change its state"


def look(page: Page, section: Locator) -> tuple[str, list[Image.Image], list[str]]:
    """Returns a design's name, its pictures (OFF and ON, or one), and its faults."""
    name = section.get_attribute("data-design") or "?"
    kind = section.get_attribute("data-kind") or ""
    section.scroll_into_view_if_needed()
    page.wait_for_timeout(30)
    count = section.locator(TOGGLE).count()
    faults = []
    if section.evaluate(MOVES):
        faults.append("moves for ever")
    if section.get_attribute("data-specimen") == "other":
        if count:
            faults.append("is no toggle, and holds one")
        return name, [picture(section)], faults
    if section.get_attribute("data-specimen") != "toggle" or kind not in KINDS:
        faults.append(f"needs data-specimen=toggle or other, and a toggle a data-kind of {KINDS}")
    if not count:
        return name, [picture(section)], [*faults, "holds no toggle"]
    if count > 1 and kind != "radio":
        faults.append("holds several toggles")
    shots = []
    for on in (False, True):
        if fault := set_state(page, section, on):
            faults.append(fault)
        page.wait_for_timeout(SETTLE_MILLISECONDS)
        shots.append(picture(section))
    off, on = (np.asarray(shot, dtype=np.int16) for shot in shots)
    if off.shape == on.shape and np.count_nonzero(np.abs(off - on).max(axis=2) > 40) < 12:
        faults.append("looks the same in both states")
    return name, shots, faults


def sheet(designs: list[tuple[str, list[Image.Image]]]) -> Image.Image:
    """Draws pictures of designs in a grid, each with its name."""
    rows = -(-len(designs) // COLUMNS)
    result = Image.new("RGB", (COLUMNS * CELL[0], rows * CELL[1]), "white")
    draw = ImageDraw.Draw(result)
    for index, (name, shots) in enumerate(designs):
        x, y = index % COLUMNS * CELL[0], index // COLUMNS * CELL[1]
        width = (CELL[0] - 6) // len(shots) - 3
        for number, shot in enumerate(shots):
            small = shot.copy()
            small.thumbnail((width, CELL[1] - ROOM - 6))
            result.paste(small, (x + 3 + number * (width + 3), y + ROOM))
        draw.text((x + 3, y + 1), name, fill="black")
        draw.rectangle((x, y, x + CELL[0], y + CELL[1]), outline="#999")
    return result


def main() -> int:
    """Looks at the files asked for; returns 1 if a design breaks a rule."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, default=Path("sheets"))
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    bad = False
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_browser(),
            args=list(BROWSER_OPTIONS),
            chromium_sandbox=not runs_as_root(),
        )
        for file in options.files:
            page = browser.new_page(viewport={"width": 900, "height": 700})
            page.goto(file.resolve().as_uri())
            page.add_style_tag(
                content="section { width: fit-content; padding: 24px; margin: 12px }"
            )
            found = []
            for section in page.locator("section").all():
                name, shots, faults = look(page, section)
                found.append((name, shots))
                for fault in faults:
                    print(f"{file}: {name}: {fault}")
                bad = bad or bool(faults)
            page.close()
            names = [name for name, _ in found]
            for name in {name for name in names if names.count(name) > 1}:
                print(f"{file}: {name}: two designs of one name")
                bad = True
            sheets = range(0, len(found), PER_SHEET)
            for number, start in enumerate(sheets, start=1):
                target = options.out / f"{file.stem}-{number}.png"
                sheet(found[start : start + PER_SHEET]).save(target)
                print(target)
            toggles = sum(len(shots) == 2 for _, shots in found)
            print(f"{file}: {toggles} toggles, {len(found) - toggles} others")
        browser.close()
    return int(bad)


if __name__ == "__main__":
    raise SystemExit(main())
