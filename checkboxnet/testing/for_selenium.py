"""Assertions on what a Selenium element looks like (extra `selenium`)."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

from checkboxnet.browser.coroutines import run_blocking
from checkboxnet.browser.screenshot import OUTSIDE, part_of
from checkboxnet.errors import ConfigError, MissingExtraError
from checkboxnet.labels import Label
from checkboxnet.picture.boxes import Box
from checkboxnet.testing.place import SCRIPT, UNSEEN, Place, around
from checkboxnet.testing.watch import PADDING, PAUSE, TIMEOUT, expect, look

if TYPE_CHECKING:
    from selenium.webdriver.remote.webdriver import WebDriver
    from selenium.webdriver.remote.webelement import WebElement

    from checkboxnet.prediction import Prediction

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
    timeout: float = TIMEOUT,
    min_score: float | None = None,
) -> None:
    """Passes once the control looks checked.

    Pictures are taken until one does, so that animations and late updates are waited for.

    Args:
        target: An element that is the control, or a driver together with `box`.
        box: Left, top, width and height of the control in CSS pixels, from the top left corner of
            the element, or of the window. For controls that are no element, as on a canvas. By
            default all of the element.
        padding: CSS pixels around it that the picture shows too.
        timeout: Milliseconds after which it fails; 0 looks once.
        min_score: Lowest score, from 0 to 1, that passes, in place of the model's thresholds; 0
            takes the most probable label.

    Raises:
        UnexpectedStateError: It doesn't look so in time. An `AssertionError` whose message gives
            the element, what was seen, and the file of the last picture.
        ConfigError: `target` is no element or driver, a driver without `box`, or
            `min_score` is no score.
        CheckboxNetError: The model can't be loaded.
    """
    __tracebackhide__ = True
    subject = _Subject(target, box, padding)
    run_blocking(expect(subject, Label.CHECKED, timeout=timeout, min_score=min_score))


def expect_unchecked(
    target: WebElement | WebDriver,
    *,
    box: Box | None = None,
    padding: float = PADDING,
    timeout: float = TIMEOUT,
    min_score: float | None = None,
) -> None:
    """Passes once the control looks unchecked.

    The opposite of `expect_checked`, whose arguments and errors it has. What looks like no
    two-state control at all passes neither.
    """
    __tracebackhide__ = True
    subject = _Subject(target, box, padding)
    run_blocking(expect(subject, Label.UNCHECKED, timeout=timeout, min_score=min_score))


def state_of(
    target: WebElement | WebDriver,
    *,
    box: Box | None = None,
    padding: float = PADDING,
    timeout: float = TIMEOUT,
) -> Prediction:
    """Returns what the control looks like right now.

    Args:
        target: As for `expect_checked`.
        box: As for `expect_checked`.
        padding: As for `expect_checked`.
        timeout: Milliseconds that are waited for the element to be seen; its state is not waited
            for.

    Raises:
        selenium.common.exceptions.TimeoutException: There is nothing to see of it.
        ConfigError: `target` is no element or driver, or a driver without `box`.
        CheckboxNetError: The model can't be loaded.
    """
    return run_blocking(look(_Subject(target, box, padding), timeout)).prediction


class _Subject:
    def __init__(self, target: WebElement | WebDriver, box: Box | None, padding: float) -> None:
        try:
            from selenium.common.exceptions import TimeoutException
            from selenium.webdriver.remote.webdriver import WebDriver
            from selenium.webdriver.remote.webelement import WebElement
        except ImportError as error:
            raise MissingExtraError("selenium", "selenium") from error

        if not isinstance(target, (WebElement, WebDriver)):
            raise ConfigError(
                f"expected a Selenium WebElement or WebDriver, got {type(target).__name__}"
            )
        if isinstance(target, WebDriver) and box is None:
            raise ConfigError("a driver needs box=(left, top, width, height); or pass an element")
        self.absent: type[Exception] = TimeoutException
        self._element = None if isinstance(target, WebDriver) else target
        self._driver: WebDriver = target if isinstance(target, WebDriver) else target.parent
        self._box = box
        self._padding = padding

    async def picture(self, timeout: float) -> bytes:
        place, width = self._place(timeout) if self._element else self._place_of_box()
        x, y, w, h = place
        edges = (x - self._padding, y - self._padding, x + w + self._padding, y + h + self._padding)
        picture = part_of(self._driver.get_screenshot_as_png(), edges, width)
        if picture is None:
            raise self.absent(OUTSIDE)
        return picture

    async def pause(self, milliseconds: float) -> None:
        time.sleep(milliseconds / 1000)

    async def describe(self) -> str:
        what: str = self._driver.current_url
        if self._element is not None:
            what = self._driver.execute_script(_DESCRIPTION, self._element)
        return what[:_LONGEST_DESCRIPTION] + (f" box={self._box}" if self._box else "")

    def _place_of_box(self) -> tuple[Box, float]:
        with self._top_window(self._driver.execute_script(_PATH)):
            return cast(Box, self._box), self._driver.execute_script(_WIDTH)

    def _place(self, timeout: float) -> tuple[Box, float]:
        """Returns where to look in the window, once there is something to see, and its width."""
        from selenium.webdriver.support.wait import WebDriverWait

        wait = WebDriverWait(self._driver, timeout / 1000, poll_frequency=PAUSE / 1000)
        seen: str = wait.until(lambda driver: driver.execute_script(_PLACE, self._element), UNSEEN)
        place = Place.from_page(seen)
        box, width = place.box, place.window_width
        if place.foreign:
            contents = []
            with self._top_window(place.path):
                width = self._driver.execute_script(_WIDTH)
                for index in place.path[: place.foreign]:
                    contents.append(self._driver.execute_script(_CONTENT, index))
                    self._driver.switch_to.frame(index)
            for content in reversed(contents):
                if not content:
                    raise self.absent(UNSEEN)
                box = around(box, content)
        return place.of(self._box, box), width

    @contextmanager
    def _top_window(self, path: Sequence[int]) -> Iterator[None]:
        """Switches to the top window, and back into the frame that the driver was in."""
        if -1 in path:
            raise self.absent("it is in a frame in a shadow root")
        if path:
            self._driver.switch_to.default_content()
        try:
            yield
        finally:
            if path:
                self._driver.switch_to.default_content()
            for index in path:
                self._driver.switch_to.frame(index)
