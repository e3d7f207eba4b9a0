"""Assertions on what an element of Selenium's or Appium's looks like (extra `selenium`)."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

from checkboxnet.browser.coroutines import countdown, run_blocking
from checkboxnet.browser.screenshot import OUTSIDE, part_of
from checkboxnet.errors import ConfigError, require_package
from checkboxnet.labels import Label
from checkboxnet.picture.boxes import Box
from checkboxnet.testing.native_app import AppControl, is_native_app, width_of
from checkboxnet.testing.place import (
    NOT_VISIBLE,
    SCRIPT,
    Place,
    edges_around,
    leave_frame,
    parse_place,
)
from checkboxnet.testing.scan_shot import scan_shot
from checkboxnet.testing.watch import PADDING, Control, expect, observe, wait_for_place

if TYPE_CHECKING:
    from selenium.webdriver.remote.webdriver import WebDriver
    from selenium.webdriver.remote.webelement import WebElement

    from checkboxnet.prediction import Prediction
    from checkboxnet.scanning.found import Found

_PLACE = f"{SCRIPT}\nreturn placeOf(arguments[0]).join();"
_CONTENT = f"{SCRIPT}\nreturn placeOfContent(frameAt(arguments[0])).join();"
_PATH = f"{SCRIPT}\nreturn pathOfWindow();"
_WIDTH = "return innerWidth"
_DESCRIPTION = "return arguments[0].cloneNode(false).outerHTML"
_LONGEST_DESCRIPTION = 200


def expect_checked(
    target: WebElement | WebDriver,
    *,
    box: Box | None = None,
    padding: float = PADDING,
    timeout: float = 5.0,
    min_score: float | None = None,
) -> None:
    """Passes once the control looks checked.

    Screenshots are taken until one does, so that animations and late updates are waited for.

    Args:
        target: An element that is the control, or a driver together with `box`; of a page, or of
            a native app through Appium.
        box: Left, top, width and height of the control in CSS pixels, from the top left corner of
            the element, or of the window. For controls that are no element, as on a canvas. By
            default all of the element. In a native app, the units are those of its elements'
            rectangles.
        padding: CSS pixels, or those units, around it that the screenshot shows too.
        timeout: Seconds, as Selenium's `WebDriverWait` takes them, after which it fails; 0 looks
            once.
        min_score: Lowest score, from 0 to 1, that passes, in place of the model's thresholds; 0
            takes the most probable label.

    Raises:
        UnexpectedStateError: It doesn't look so in time. An `AssertionError` whose message gives
            the element, what was seen, and the file of the last screenshot.
        ConfigError: `target` is no element or driver, a driver without `box`, or a driver of a
            native app the scale of whose screen can't be told; or `min_score` is no score.
        CheckboxNetError: The model can't be loaded.
    """
    __tracebackhide__ = True
    control = _control(target, box, padding)
    run_blocking(expect(control, Label.CHECKED, timeout=timeout, min_score=min_score))


def expect_unchecked(
    target: WebElement | WebDriver,
    *,
    box: Box | None = None,
    padding: float = PADDING,
    timeout: float = 5.0,
    min_score: float | None = None,
) -> None:
    """Passes once the control looks unchecked, with the arguments and errors of `expect_checked`.

    What looks like no two-state control at all passes neither.
    """
    __tracebackhide__ = True
    control = _control(target, box, padding)
    run_blocking(expect(control, Label.UNCHECKED, timeout=timeout, min_score=min_score))


def expect_mixed(
    target: WebElement | WebDriver,
    *,
    box: Box | None = None,
    padding: float = PADDING,
    timeout: float = 5.0,
    min_score: float | None = None,
) -> None:
    """Passes once the control looks indeterminate, with the arguments of `expect_checked`.

    `min_score` is the lowest `Prediction.mixed` that passes, 0.5 unless given.

    Raises:
        UnexpectedStateError: It doesn't look so in time.
        ConfigError: As for `expect_checked`, or the model doesn't tell indeterminate controls.
        CheckboxNetError: The model can't be loaded.
    """
    __tracebackhide__ = True
    control = _control(target, box, padding)
    run_blocking(expect(control, "mixed", timeout=timeout, min_score=min_score))


def state_of(
    target: WebElement | WebDriver,
    *,
    box: Box | None = None,
    padding: float = PADDING,
    timeout: float = 5.0,
    min_score: float | None = None,
) -> Prediction:
    """Returns what the control looks like right now, with the arguments of `expect_checked`.

    `timeout` is for the element to be visible; its state is not waited for.

    Raises:
        selenium.common.exceptions.TimeoutException: There is nothing to see of it.
        ConfigError: As for `expect_checked`.
        CheckboxNetError: The model can't be loaded.
    """
    return run_blocking(observe(_control(target, box, padding), timeout, min_score))[1]


def scan_page(driver: WebDriver, *, min_score: float | None = None) -> list[Found]:
    """Returns the controls that the window, or the screen of a native app, shows right now.

    They are found on a screenshot, whatever the page's document says.

    Args:
        driver: What is looked at; of Appium too, in web and native contexts.
        min_score: Lowest `Found.score`, from 0 to 1, in place of the detector's threshold.

    Returns:
        In reading order. Boxes are in CSS pixels of the top window; in a native app in units of
        its elements' rectangles, or in pixels where the scale of its screen can't be told.

    Raises:
        ConfigError: `driver` is no driver, or `min_score` no score.
        CheckboxNetError: The model can't be loaded.
    """
    require_package("selenium.common.exceptions", "selenium")
    from selenium.webdriver.remote.webdriver import WebDriver

    if not isinstance(driver, WebDriver):
        raise ConfigError(f"expected a Selenium WebDriver, got {type(driver).__name__}")
    shot = driver.get_screenshot_as_png()
    if is_native_app(driver):
        return scan_shot(shot, width_of(driver, shot), min_score)
    return scan_shot(shot, driver.execute_script("return top.innerWidth"), min_score)


def _control(target: WebElement | WebDriver, box: Box | None, padding: float) -> Control:
    require_package("selenium.common.exceptions", "selenium")
    from selenium.webdriver.remote.webdriver import WebDriver
    from selenium.webdriver.remote.webelement import WebElement

    if not isinstance(target, (WebElement, WebDriver)):
        raise ConfigError(
            f"expected a Selenium WebElement or WebDriver, got {type(target).__name__}"
        )
    if isinstance(target, WebDriver) and box is None:
        raise ConfigError("a driver needs box=(left, top, width, height); or pass an element")
    element = None if isinstance(target, WebDriver) else target
    driver: WebDriver = target if isinstance(target, WebDriver) else target.parent
    if is_native_app(driver):
        return AppControl(driver, element, box, padding)
    return PageControl(driver, None if element is None else lambda: element, box, padding)


class PageControl:
    """A control on a page, for `checkboxnet.testing.watch`."""

    def __init__(
        self,
        driver: WebDriver,
        find: Callable[[], WebElement] | None,
        box: Box | None,
        padding: float,
    ) -> None:
        """Keeps what to look at, and how.

        Args:
            driver: Of the page.
            find: Returns the element, for each look anew; None to look at a part of the window.
            box: Part of the element, or of the window.
            padding: CSS pixels around it.
        """
        from selenium.common.exceptions import TimeoutException

        self.not_visible: type[Exception] = TimeoutException
        self._driver = driver
        self._find = find
        self._box = box
        self._padding = padding

    async def screenshot(self, timeout: float) -> bytes:
        """Returns a PNG of it; waits for it to be visible."""
        box, width = await self._box_in_window(timeout)
        png = self._driver.get_screenshot_as_png()
        picture = part_of(png, edges_around(box, self._padding), width)
        if picture is None:
            raise self.not_visible(OUTSIDE)
        return picture

    async def wait(self, seconds: float) -> None:
        """Lets time pass."""
        time.sleep(seconds)

    async def describe(self) -> str:
        """Returns the start of its markup, or the address of the page."""
        what: str = self._driver.current_url
        if self._find is not None:
            what = self._driver.execute_script(_DESCRIPTION, self._find())
        return what[:_LONGEST_DESCRIPTION] + (f" box={self._box}" if self._box else "")

    async def look(self) -> Place | str:
        """Returns where the element is, or why there is nothing to see of it."""
        find = cast(Callable[[], "WebElement"], self._find)
        return parse_place(self._driver.execute_script(_PLACE, find()), self._box)

    async def _box_in_window(self, timeout: float) -> tuple[Box, float]:
        """Returns where to look, once there is something to see, and the window's width."""
        driver = self._driver
        if self._find is None:
            with self._top_window(driver.execute_script(_PATH)):
                return cast(Box, self._box), driver.execute_script(_WIDTH)
        place = await wait_for_place(self, self.look, countdown(1000 * timeout))
        box, width = place.box, place.window_width
        if place.foreign:
            contents = []
            with self._top_window(place.path):
                width = driver.execute_script(_WIDTH)
                for index in place.path[: place.foreign]:
                    contents.append(driver.execute_script(_CONTENT, index))
                    driver.switch_to.frame(index)
            for content in reversed(contents):
                if not content:
                    raise self.not_visible(NOT_VISIBLE)
                box = leave_frame(box, content)
        return box, width

    @contextmanager
    def _top_window(self, path: Sequence[int]) -> Iterator[None]:
        """Switches to the top window, and back into the frame that the driver was in."""
        if -1 in path:
            raise self.not_visible("it is in a frame in a shadow root")
        if path:
            self._driver.switch_to.default_content()
        try:
            yield
        finally:
            if path:
                self._driver.switch_to.default_content()
            for index in path:
                self._driver.switch_to.frame(index)
