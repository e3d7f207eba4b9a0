"""Controls of native apps, through Appium: screenshots and rectangles, and no scripts."""

from __future__ import annotations

import io
import time
from typing import TYPE_CHECKING, cast

from checkboxnet.browser.coroutines import countdown
from checkboxnet.browser.screenshot import OUTSIDE, part_of
from checkboxnet.errors import ConfigError
from checkboxnet.picture.boxes import Box
from checkboxnet.testing.place import edges_around
from checkboxnet.testing.watch import wait_for_place

if TYPE_CHECKING:
    from selenium.webdriver.remote.webdriver import WebDriver
    from selenium.webdriver.remote.webelement import WebElement

NOT_DISPLAYED = "not displayed, as the driver says"
EMPTY = "its rectangle is empty"


def is_native_app(driver: WebDriver) -> bool:
    """Returns whether a driver shows a native app: one of Appium's that runs no scripts now.

    In a web context, Appium's drivers run them as Selenium's do.
    """
    if not any(kind.__module__.startswith("appium.") for kind in type(driver).__mro__):
        return False
    from selenium.common.exceptions import UnknownMethodException

    try:
        driver.execute_script("return 1")
    except UnknownMethodException:
        return True
    return False


class AppControl:
    """A control of a native app, for `checkboxnet.testing.watch`."""

    def __init__(
        self, driver: WebDriver, element: WebElement | None, box: Box | None, padding: float
    ) -> None:
        """Keeps what to look at, and how.

        Args:
            driver: Of the app.
            element: None to look at a part of the screen.
            box: Part of the element, or of the screen, in units of elements' rectangles.
            padding: Units around it; none where only the element itself can be photographed.
        """
        from selenium.common.exceptions import TimeoutException

        self.not_visible: type[Exception] = TimeoutException
        self._driver = driver
        self._element = element
        self._box = box
        self._padding = padding

    async def screenshot(self, timeout: float) -> bytes:
        """Returns a PNG of it; waits for it to be displayed."""
        left, top, width, height = await wait_for_place(self, self._look, countdown(1000 * timeout))
        screen = self._driver.get_screenshot_as_png()
        whole_width = width_of(self._driver, screen)
        if whole_width is not None:
            if self._element is not None and self._box is not None:
                left, top = left + self._box[0], top + self._box[1]
                width, height = self._box[2:]
            shot, box = screen, (left, top, width, height)
        elif self._element is None:
            raise ConfigError(
                "the scale of the screen can't be told: its screenshot hasn't the proportions of "
                "the driver's window. Pass an element; box= is a part of it then"
            )
        else:
            shot, whole_width = self._element.screenshot_as_png, width
            if self._box is None:
                return shot
            box = self._box
        picture = part_of(shot, edges_around(box, self._padding), whole_width)
        if picture is None:
            raise self.not_visible(OUTSIDE)
        return picture

    async def wait(self, seconds: float) -> None:
        """Lets time pass."""
        time.sleep(seconds)

    async def describe(self) -> str:
        """Returns the kind and name of the element."""
        what = "the screen"
        if self._element is not None:
            what = f"{self._element.tag_name} {self._element.get_attribute('name') or ''}".strip()
        return what + (f" box={self._box}" if self._box else "")

    async def _look(self) -> Box | str:
        """Returns where it is on the screen, or why there is nothing to see of it."""
        if self._element is None:
            return cast(Box, self._box)
        if not self._is_displayed(self._element):
            return NOT_DISPLAYED
        rect = self._element.rect
        if rect["width"] <= 0 or rect["height"] <= 0:
            return EMPTY
        return rect["x"], rect["y"], rect["width"], rect["height"]

    def _is_displayed(self, element: WebElement) -> bool:
        from selenium.common.exceptions import UnknownMethodException

        try:
            return element.is_displayed()
        except UnknownMethodException:
            return True  # The screenshot has to tell.


def width_of(driver: WebDriver, screen: bytes) -> float | None:
    """Returns the width of a screenshot in units of rectangles, or None if it can't be told.

    Some drivers give a window without the system's bars, or as it was before it was turned;
    then its proportions are others.
    """
    from PIL import Image
    from selenium.common.exceptions import UnknownMethodException

    try:
        window = driver.get_window_rect()
    except UnknownMethodException:
        return None
    if window["x"] or window["y"] or not window["width"]:
        return None
    with Image.open(io.BytesIO(screen)) as image:
        scale = image.width / window["width"]
        # Sizes are rounded to whole units.
        if abs(image.height - window["height"] * scale) > max(scale, 1):
            return None
    width: float = window["width"]
    return width
