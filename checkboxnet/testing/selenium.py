"""Assertions on what a Selenium element looks like (extra `selenium`)."""

from __future__ import annotations

import io
import math
import time
from typing import TYPE_CHECKING

from checkboxnet.boxes import Box
from checkboxnet.errors import ConfigError, MissingExtraError
from checkboxnet.labels import Label
from checkboxnet.testing.watch import PADDING, TIMEOUT, expect, finish, look

if TYPE_CHECKING:
    from selenium.webdriver.remote.webdriver import WebDriver
    from selenium.webdriver.remote.webelement import WebElement

    from checkboxnet.prediction import Prediction

_POLL = 0.1  # seconds

# Left, top, width and height of an element in what the window shows, frames up to the top one
# added, and whether a frame of another origin hides where that is.
_PLACE = """
const element = arguments[0];
element.scrollIntoView({block: "center", inline: "center", behavior: "instant"});
const {left, top, width, height} = element.getBoundingClientRect();
if (!width || !height) return null;
let x = left, y = top;
for (let view = window; view !== view.parent; view = view.parent) {
  const frame = view.frameElement;
  if (!frame) return [0, 0, width, height, true];
  const outer = frame.getBoundingClientRect();
  x += outer.left + frame.clientLeft;
  y += outer.top + frame.clientTop;
}
return [x, y, width, height, false];
"""
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
        padding: CSS pixels around it that the picture shows too, except in frames of another
            origin.
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
    finish(expect(subject, Label.CHECKED, timeout=timeout, min_score=min_score))


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
    finish(expect(subject, Label.UNCHECKED, timeout=timeout, min_score=min_score))


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
        timeout: Milliseconds that are waited for the element to have a size; its state is not
            waited for.

    Raises:
        selenium.common.exceptions.TimeoutException: There is nothing to see of it.
        ConfigError: `target` is no element or driver, or a driver without `box`.
        CheckboxNetError: The model can't be loaded.
    """
    return finish(look(_Subject(target, box, padding), timeout)).prediction


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
        place = self._place(timeout) if self._element else (0.0, 0.0, 0.0, 0.0, False)
        x, y, width, height, unplaced = place
        left, top, width, height = self._box or (0.0, 0.0, width, height)
        edges = (
            x + left - self._padding,
            y + top - self._padding,
            x + left + width + self._padding,
            y + top + height + self._padding,
        )
        scale = self._driver.execute_script("return devicePixelRatio")
        if self._element and unplaced:
            shot = self._element.screenshot_as_png
        else:
            shot = self._driver.get_screenshot_as_png()
        crop = _cut(shot, edges, scale)
        if crop is None:
            raise self.absent("it lies outside the window")
        return crop

    async def pause(self, milliseconds: float) -> None:
        time.sleep(milliseconds / 1000)

    async def describe(self) -> str:
        what: str = self._driver.current_url
        if self._element is not None:
            what = self._driver.execute_script(_DESCRIPTION, self._element)
        return what[:_LONGEST_DESCRIPTION] + (f" box={self._box}" if self._box else "")

    def _place(self, timeout: float) -> tuple[float, float, float, float, bool]:
        from selenium.webdriver.support.wait import WebDriverWait

        wait = WebDriverWait(self._driver, timeout / 1000, poll_frequency=_POLL)
        x, y, width, height, unplaced = wait.until(
            lambda driver: driver.execute_script(_PLACE, self._element),
            "the element has no size",
        )
        return x, y, width, height, unplaced


def _cut(shot: bytes, edges: tuple[float, float, float, float], scale: float) -> bytes | None:
    """Returns what lies between four edges in CSS pixels, or None if that is nothing."""
    from PIL import Image

    left, top, right, bottom = (edge * scale for edge in edges)
    with Image.open(io.BytesIO(shot)) as image:
        x0, y0 = max(math.floor(left), 0), max(math.floor(top), 0)
        x1, y1 = min(math.ceil(right), image.width), min(math.ceil(bottom), image.height)
        if x0 >= x1 or y0 >= y1:
            return None
        buffer = io.BytesIO()
        image.crop((x0, y0, x1, y1)).save(buffer, "PNG")
    return buffer.getvalue()
