"""Playwright's blocking API, in a real Chromium."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright import sync_api
from testing.conftest import KITS, PAGE

from checkboxnet.errors import ConfigError, UnexpectedStateError
from checkboxnet.testing.playwright import expect_checked, expect_unchecked, state_of

LONG = 60_000
"""Milliseconds: passes as soon as it can, however slow the machine."""


@pytest.fixture(scope="module")
def chromium(browser: str) -> Iterator[sync_api.Browser]:
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=browser)
        yield started
        started.close()


@pytest.fixture(params=[1, 2], ids=["1x", "2x"])
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
