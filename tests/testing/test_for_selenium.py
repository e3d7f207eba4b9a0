"""Selenium, with a real ChromeDriver and Chromium."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from harvesting.conftest import HIDDEN, SEEN
from PIL import Image
from selenium import webdriver
from selenium.common.exceptions import TimeoutException
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement
from testing.conftest import FRAME_STYLES, FRAMES, KITS, PAGE, SCALES, SLOW, UNSEEN_PAGE

from checkboxnet.browser.launch import runs_as_root
from checkboxnet.errors import ConfigError, MissingExtraError
from checkboxnet.testing.for_selenium import (
    expect_checked,
    expect_mixed,
    expect_unchecked,
    state_of,
)
from checkboxnet.testing.plugin import _state_of
from checkboxnet.testing.unexpected import UnexpectedStateError

LONG = 60


@pytest.fixture(scope="module", params=SCALES, ids=["1x", "2x"])
def started(request: pytest.FixtureRequest, browser: str, chromedriver: str) -> Iterator[WebDriver]:
    options = webdriver.ChromeOptions()
    options.binary_location = browser
    options.add_argument("--headless")
    options.add_argument("--window-size=1600,1600")
    options.add_argument(f"--force-device-scale-factor={request.param}")
    if runs_as_root():
        options.add_argument("--no-sandbox")
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(chromedriver))
    yield driver
    driver.quit()


@pytest.fixture
def driver(started: WebDriver) -> WebDriver:
    started.get(PAGE)
    return started


def by_id(driver: WebDriver, name: str) -> WebElement:
    return driver.find_element("id", name)


@pytest.mark.parametrize("kit", KITS)
def test_what_is_drawn_counts_whatever_the_document_says(driver: WebDriver, kit: str) -> None:
    control = by_id(driver, kit)
    before, after = expect_unchecked, expect_checked
    if kit == "liar":
        before, after = after, before
        assert not control.is_selected()
    before(control, timeout=LONG, min_score=0 if kit == "image" else None)
    control.click()
    after(control, timeout=LONG)


def test_a_toggle_that_slides_is_waited_for(driver: WebDriver) -> None:
    control = by_id(driver, "animated")
    control.click()
    expect_checked(control, timeout=LONG)


def test_boxes_on_a_canvas(driver: WebDriver) -> None:
    canvas = by_id(driver, "canvas")
    expect_unchecked(canvas, box=(10, 10, 20, 20), timeout=LONG)
    expect_checked(canvas, box=(150, 10, 20, 20), timeout=LONG)


def test_mixed_needs_weights_that_tell_it(driver: WebDriver) -> None:
    with pytest.raises(ConfigError, match="doesn't tell indeterminate controls"):
        expect_mixed(by_id(driver, "switch"), timeout=LONG)


def test_a_box_of_the_window(driver: WebDriver) -> None:
    at = by_id(driver, "canvas").rect
    assert state_of(driver, box=(at["x"] + 10, at["y"] + 10, 20, 20)).label == "unchecked"
    assert state_of(driver, box=(at["x"] + 150, at["y"] + 10, 20, 20)).label == "checked"
    with pytest.raises(ConfigError, match="box="):
        state_of(driver)


@pytest.mark.parametrize("frame", ["frame", "foreign"])
def test_controls_in_frames(driver: WebDriver, frame: str) -> None:
    driver.switch_to.frame(frame)
    control = driver.find_element("css selector", "input")
    expect_checked(control, timeout=LONG)
    control.click()
    expect_unchecked(control, timeout=LONG, min_score=0)


def enter(driver: WebDriver, origin: str, style: str) -> None:
    driver.get(FRAMES)
    driver.switch_to.frame(f"{origin}-{style}")
    if style == "nested":
        driver.switch_to.frame(0)


@pytest.mark.parametrize("origin", ["own", "foreign"])
@pytest.mark.parametrize("style", FRAME_STYLES)
def test_frames_may_be_padded_and_scaled(started: WebDriver, origin: str, style: str) -> None:
    enter(started, origin, style)
    expect_checked(by_id(started, "on"), timeout=LONG, min_score=0)
    expect_unchecked(by_id(started, "off"), timeout=LONG, min_score=0)
    # From the corner of a row to the box in it, at the frame's own scale.
    row = started.find_element("css selector", "p")
    assert state_of(row, box=(10, 10, 18, 18)).label == "checked"
    assert state_of(row, box=(10, 50, 18, 18)).label == "unchecked"


@pytest.mark.parametrize("origin", ["own", "foreign"])
def test_the_picture_in_a_frame_shows_what_is_around_too(
    started: WebDriver, output: Path, origin: str
) -> None:
    enter(started, origin, "scaled")
    scale = started.execute_script("return devicePixelRatio")
    with pytest.raises(AssertionError, match="looks unchecked"):
        expect_checked(by_id(started, "off"), timeout=0, padding=5, min_score=0)
    (crop,) = output.iterdir()
    with Image.open(crop) as image:
        assert image.size == pytest.approx([(0.8 * 18 + 2 * 5) * scale] * 2, abs=2)


@pytest.mark.parametrize("origin", ["own", "foreign"])
def test_turned_frames_are_refused(started: WebDriver, origin: str) -> None:
    enter(started, origin, "turned")
    with pytest.raises(TimeoutException, match="turned frame"):
        state_of(by_id(started, "on"), timeout=0.1)
    # Still in that frame.
    assert by_id(started, "off").is_displayed()


@pytest.mark.parametrize("origin", ["own", "foreign"])
def test_a_box_of_the_window_from_within_a_frame(started: WebDriver, origin: str) -> None:
    started.get(FRAMES)
    at = by_id(started, f"{origin}-zoomed").rect
    started.execute_script("scrollTo(0, arguments[0] - 100)", at["y"])
    at["y"] -= started.execute_script("return scrollY")
    started.switch_to.frame(f"{origin}-zoomed")
    inside = 1.5 * (3 + 15 + 10)
    box = (at["x"] + inside, at["y"] + inside, 27, 27)
    assert state_of(started, box=box).label == "checked"
    assert by_id(started, "off").is_displayed()


@pytest.mark.parametrize("started", [1], indirect=True)
@pytest.mark.parametrize(
    "way",
    ["closed-details", "turned-frame", *(pytest.param(way, marks=SLOW) for way in HIDDEN[1:])],
)
def test_what_nobody_sees_is_not_photographed(started: WebDriver, way: str) -> None:
    started.get(UNSEEN_PAGE)
    if "frame" in way:
        started.switch_to.frame(started.find_element("css selector", f"[data-way={way}] iframe"))
    for selector in (f"#{way}-native", f"#{way}-drawn + .box", f"#{way}-aria"):
        with pytest.raises(TimeoutException, match="not visible"):
            state_of(started.find_element("css selector", selector), timeout=0)


@pytest.mark.parametrize("started", [1], indirect=True)
@pytest.mark.parametrize("way", [SEEN[0], *(pytest.param(way, marks=SLOW) for way in SEEN[1:])])
def test_what_somebody_sees_is_photographed(started: WebDriver, way: str) -> None:
    started.get(UNSEEN_PAGE)
    if "frame" in way:
        started.switch_to.frame(started.find_element("css selector", f"[data-way={way}] iframe"))
    for selector in (f"#{way}-native", f"#{way}-drawn + .box", f"#{way}-aria"):
        state_of(started.find_element("css selector", selector), timeout=LONG)


def test_controls_that_must_be_scrolled_to(driver: WebDriver) -> None:
    expect_checked(by_id(driver, "far"), timeout=LONG)


def test_what_is_no_toggle_is_neither(driver: WebDriver) -> None:
    for expectation in (expect_checked, expect_unchecked):
        with pytest.raises(UnexpectedStateError, match="looks other"):
            expectation(by_id(driver, "save"), timeout=0, min_score=0)


def test_what_cannot_be_seen_fails(driver: WebDriver) -> None:
    with pytest.raises(AssertionError, match="nothing to see"):
        expect_checked(by_id(driver, "hidden"), timeout=0)
    with pytest.raises(TimeoutException, match="not visible"):
        state_of(by_id(driver, "hidden"), timeout=0.1)
    with pytest.raises(TimeoutException, match="outside"):
        state_of(driver, box=(0, 100_000, 20, 20))


def test_the_failure_names_the_element_and_keeps_the_picture(
    driver: WebDriver, output: Path
) -> None:
    scale = driver.execute_script("return devicePixelRatio")
    with pytest.raises(AssertionError) as caught:
        expect_checked(by_id(driver, "aria"), timeout=0, padding=5)
    message = str(caught.value)
    assert '<div id="aria" class="box" role="checkbox" aria-checked="true">' in message
    assert re.search(r"looks +unchecked 0\.\d{3}\n +needed +checked 0\.\d{3}\n", message)
    (crop,) = output.iterdir()
    assert str(crop) in message
    with Image.open(io.BytesIO(crop.read_bytes())) as image:
        assert image.format == "PNG"
        assert abs(image.width - 30 * scale) <= 1
        assert abs(image.height - 30 * scale) <= 1


def test_the_fixture_takes_elements_and_drivers(driver: WebDriver) -> None:
    at = by_id(driver, "liar").rect
    assert _state_of(by_id(driver, "liar")).label == "checked"
    assert _state_of(driver, box=(at["x"], at["y"], 20, 20)).label == "checked"


def test_other_things_are_refused() -> None:
    with pytest.raises(ConfigError, match="got str"):
        expect_checked("#aria")  # type: ignore[arg-type]


def test_without_selenium_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "selenium.common.exceptions", None)
    with pytest.raises(MissingExtraError, match=r"checkboxnet\[selenium\]"):
        expect_checked("#aria")  # type: ignore[arg-type]
