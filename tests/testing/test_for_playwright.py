"""Playwright's blocking API, in a real Chromium."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from harvesting.conftest import HIDDEN, SEEN
from PIL import Image
from playwright import sync_api
from testing.conftest import FRAME_STYLES, FRAMES, KITS, PAGE, SCALES, UNSEEN_PAGE

from checkboxnet.browser import screenshot
from checkboxnet.errors import ConfigError
from checkboxnet.testing.for_playwright import (
    expect_checked,
    expect_mixed,
    expect_unchecked,
    state_of,
)
from checkboxnet.testing.unexpected import UnexpectedStateError

LONG = 60_000
"""Milliseconds: passes as soon as it can, however slow the machine."""


@pytest.fixture(scope="module")
def chromium(browser: str) -> Iterator[sync_api.Browser]:
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser)
        yield started
        started.close()


@pytest.fixture(params=SCALES, ids=["1x", "2x"])
def page(request: pytest.FixtureRequest, chromium: sync_api.Browser) -> Iterator[sync_api.Page]:
    context = chromium.new_context(device_scale_factor=request.param)
    page = context.new_page()
    page.goto(PAGE)
    yield page
    context.close()


@pytest.mark.parametrize("kit", KITS)
def test_what_is_drawn_counts_whatever_the_document_says(page: sync_api.Page, kit: str) -> None:
    control = page.locator(f"#{kit}")
    before, after = expect_unchecked, expect_checked
    if kit == "liar":
        before, after = after, before
        assert not control.is_checked()
    before(control, timeout=LONG, min_score=0 if kit == "image" else None)
    control.click()
    after(control, timeout=LONG)


def test_a_toggle_that_slides_is_waited_for(page: sync_api.Page) -> None:
    control = page.locator("#animated")
    control.click()
    expect_checked(control, timeout=LONG)
    control.click()
    expect_unchecked(control, timeout=LONG, min_score=0)


def test_boxes_on_a_canvas(page: sync_api.Page) -> None:
    canvas = page.locator("#canvas")
    first, second = (10, 10, 20, 20), (150, 10, 20, 20)
    expect_unchecked(canvas, box=first, timeout=LONG)
    expect_checked(canvas, box=second, timeout=LONG)
    canvas.click(position={"x": 20, "y": 20})
    expect_checked(canvas, box=first, timeout=LONG)


def test_mixed_needs_weights_that_tell_it(page: sync_api.Page) -> None:
    with pytest.raises(ConfigError, match="doesn't tell indeterminate controls"):
        expect_mixed(page.locator("#switch"), timeout=LONG)


def test_a_box_of_the_page(page: sync_api.Page) -> None:
    at = page.locator("#canvas").bounding_box()
    assert at is not None
    assert state_of(page, box=(at["x"] + 10, at["y"] + 10, 20, 20)).label == "unchecked"
    assert state_of(page, box=(at["x"] + 150, at["y"] + 10, 20, 20)).label == "checked"
    with pytest.raises(ConfigError, match="box="):
        state_of(page)


@pytest.mark.parametrize("frame", ["frame", "foreign"])
def test_controls_in_frames(page: sync_api.Page, frame: str) -> None:
    control = page.frame_locator(f"#{frame}").locator("input")
    expect_checked(control, timeout=LONG)
    control.click()
    expect_unchecked(control, timeout=LONG, min_score=0)


@pytest.mark.parametrize("origin", ["own", "foreign"])
@pytest.mark.parametrize("style", FRAME_STYLES)
def test_frames_may_be_padded_and_scaled(page: sync_api.Page, origin: str, style: str) -> None:
    page.goto(FRAMES)
    frame = page.frame_locator(f"#{origin}-{style}")
    if style == "nested":
        frame = frame.frame_locator("iframe")
    expect_checked(frame.locator("#on"), timeout=LONG, min_score=0)
    expect_unchecked(frame.locator("#off"), timeout=LONG, min_score=0)
    # From the corner of a row to the box in it, at the frame's own scale.
    row = frame.locator("p").first
    assert state_of(row, box=(10, 10, 18, 18)).label == "checked"
    assert state_of(row, box=(10, 50, 18, 18)).label == "unchecked"


def unseen(page: sync_api.Page, way: str) -> list[sync_api.Locator]:
    if page.url != UNSEEN_PAGE:
        page.goto(UNSEEN_PAGE)
    row = page.locator(f"[data-way={way}]")
    selectors = (f"#{way}-native", f"#{way}-drawn + .box", f"#{way}-aria")
    if "frame" in way:
        return [row.frame_locator("iframe").locator(selector) for selector in selectors]
    return [row.locator(selector) for selector in selectors]


@pytest.mark.parametrize("page", [1], indirect=True)
def test_what_nobody_sees_is_not_photographed(page: sync_api.Page) -> None:
    for way in (*HIDDEN, "turned-frame"):
        for control in unseen(page, way):
            with pytest.raises(sync_api.TimeoutError, match="not visible"):
                state_of(control, timeout=0)


@pytest.mark.parametrize("page", [1], indirect=True)
def test_what_somebody_sees_is_photographed(page: sync_api.Page) -> None:
    for way in SEEN:
        for control in unseen(page, way):
            state_of(control, timeout=LONG)


def test_the_failure_says_that_nobody_sees_it(page: sync_api.Page) -> None:
    (control, *_) = unseen(page, "closed-details")
    with pytest.raises(UnexpectedStateError, match=r"nothing to see\n(.*\n)*.*not visible"):
        expect_checked(control, timeout=0)


def test_what_is_opened_meanwhile_is_waited_for(page: sync_api.Page) -> None:
    page.set_content("<details><summary>More</summary><input type=checkbox checked></details>")
    page.evaluate("setTimeout(() => { document.querySelector('details').open = true; }, 300)")
    expect_checked(page.locator("input"), timeout=LONG)


def test_a_transparent_input_lies_over_what_is_drawn(page: sync_api.Page) -> None:
    page.set_content("""<div style="position: relative; width: 20px">
        <input id=over type=checkbox style="position: absolute; inset: 0; opacity: 0">
        <input type=checkbox checked inert style="width: 18px; height: 18px"></div>""")
    expect_checked(page.locator("#over"), timeout=LONG)


def test_pages_may_have_a_map_of_their_own(page: sync_api.Page) -> None:
    page.set_content("""<script>class Map {} class Set {}</script><script>
        Array.prototype.reduce = Array.from = () => null;</script><input type=checkbox checked>""")
    expect_checked(page.locator("input"), timeout=LONG)


@pytest.mark.parametrize("scrolled", [0, -300])
@pytest.mark.parametrize("style", ["direction: rtl", "writing-mode: vertical-rl"])
def test_pages_that_overflow_backwards(page: sync_api.Page, style: str, scrolled: int) -> None:
    page.set_content(f"""<body style="{style}; margin: 24px">
        <p><input id=on type=checkbox checked></p><p><input id=off type=checkbox></p>
        <div style="width: 2000px; height: 2000px"></div>
        <p><input id=last type=checkbox checked></p>""")
    page.evaluate("by => scrollBy(by, by)", scrolled)
    expect_checked(page.locator("#on"), timeout=LONG)
    expect_unchecked(page.locator("#off"), timeout=LONG)
    expect_checked(page.locator("#last"), timeout=LONG)


FONT = """<input type=checkbox checked><br><br><input type=checkbox>
<style>@font-face { font-family: Slow; src: url(/never) }</style>
<script>addEventListener("load", () => {
  document.body.insertAdjacentHTML("beforeend", "<p style='font-family: Slow'>Late");
})</script>"""


def test_a_font_that_never_arrives_is_not_waited_for(
    page: sync_api.Page, stalling: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screenshot, "_FONT_LIMIT", 500.0)
    page.goto(stalling(FONT))
    expect_checked(page.locator("input").first, timeout=2000)
    expect_unchecked(page.locator("input").last, timeout=2000)
    with pytest.raises(UnexpectedStateError, match="looks checked"):
        expect_unchecked(page.locator("input").first, timeout=500)
    assert state_of(page.locator("input").last, timeout=500).label == "unchecked"


def test_other_browsers_wait_for_fonts_no_longer_than_they_are_told(
    page: sync_api.Page, stalling: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def none(page: sync_api.Page) -> None: ...

    monkeypatch.setattr(screenshot, "open_devtools", none)
    page.set_default_timeout(LONG)
    page.goto(stalling(FONT))
    with pytest.raises(UnexpectedStateError, match="nothing to see"):
        expect_checked(page.locator("input").first, timeout=500)


@pytest.mark.parametrize("target", ["locator", "page"])
def test_a_page_that_hangs_is_given_up_in_time(page: sync_api.Page, target: str) -> None:
    page.set_default_timeout(60_000)
    page.set_content("<input type=checkbox checked>")
    page.evaluate("setTimeout(() => { for (;;); })")
    hangs = page if target == "page" else page.locator("input")
    begin = time.monotonic()
    with pytest.raises(UnexpectedStateError, match="nothing to see"):
        expect_checked(hangs, box=(0, 0, 20, 20), timeout=500)
    assert time.monotonic() - begin < 30  # of the page's own 60


def test_controls_that_must_be_scrolled_to(page: sync_api.Page) -> None:
    expect_checked(page.locator("#far"), timeout=LONG)


def test_what_is_no_toggle_is_neither(page: sync_api.Page) -> None:
    for expectation in (expect_checked, expect_unchecked):
        with pytest.raises(UnexpectedStateError, match="looks other"):
            expectation(page.locator("#save"), timeout=0, min_score=0)


@pytest.mark.parametrize("selector", ["#hidden", "#absent"])
def test_what_cannot_be_seen_fails(page: sync_api.Page, selector: str) -> None:
    with pytest.raises(AssertionError, match="nothing to see"):
        expect_unchecked(page.locator(selector), timeout=0)
    with pytest.raises(sync_api.TimeoutError):
        state_of(page.locator(selector), timeout=100)


def test_an_ambiguous_locator_is_playwrights_error(page: sync_api.Page) -> None:
    with pytest.raises(sync_api.Error, match="strict mode"):
        expect_checked(page.locator(".box"))


@pytest.mark.parametrize("page", [1, 2], indirect=True)
def test_the_failure_names_the_locator_and_keeps_the_picture(
    page: sync_api.Page, output: Path
) -> None:
    scale = page.evaluate("devicePixelRatio")
    with pytest.raises(AssertionError) as caught:
        expect_checked(page.locator("#aria"), timeout=0, padding=5)
    message = str(caught.value)
    assert "#aria" in message
    assert re.search(r"looks +unchecked 0\.\d{3}\n +needed +checked 0\.\d{3}\n", message)
    (crop,) = output.iterdir()
    assert str(crop) in message
    with Image.open(crop) as image:
        assert image.format == "PNG"
        assert image.size == (30 * scale, 30 * scale)


def test_the_failure_names_the_box(page: sync_api.Page) -> None:
    with pytest.raises(AssertionError, match=r"#canvas.*box=\(10, 10, 20, 20\)"):
        expect_checked(page.locator("#canvas"), box=(10, 10, 20, 20), timeout=0)


def test_other_things_are_refused(page: sync_api.Page) -> None:
    with pytest.raises(ConfigError, match="got ElementHandle"):
        expect_checked(page.query_selector("#aria"))  # type: ignore[call-overload]
