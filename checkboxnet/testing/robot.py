"""A keyword library for Robot Framework (extra `robot`)."""

from __future__ import annotations

import re
import time
from base64 import b64encode
from collections.abc import Callable
from datetime import timedelta
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from robot.api import Failure, logger
from robot.api.deco import keyword, library
from robot.libraries.BuiltIn import BuiltIn

from checkboxnet.browser.coroutines import LEAST_MILLISECONDS, countdown, run_blocking
from checkboxnet.browser.screenshot import STARTS_AT_TOP_LEFT, clip_of
from checkboxnet.errors import CheckboxNetError, ConfigError, installed_package
from checkboxnet.labels import Label
from checkboxnet.model import as_model
from checkboxnet.picture.boxes import Box
from checkboxnet.testing.for_selenium import PageControl
from checkboxnet.testing.place import (
    CONTENT,
    NOT_VISIBLE,
    PLACE,
    Place,
    edges_around,
    leave_frame,
    parse_place,
)
from checkboxnet.testing.settings import configure
from checkboxnet.testing.unexpected import UnexpectedStateError
from checkboxnet.testing.watch import PADDING, Control, State, expect, observe, wait_for_place

if TYPE_CHECKING:
    from checkboxnet.model import Model

_TIMEOUT = timedelta(seconds=5)
_ENTER_FRAME = " >>> | >> internal:control=enter-frame >> "
"""In selectors of Browser, the latter in those that its `Get Element` returns."""


@library(scope="GLOBAL", version=version(installed_package()), doc_format="ROBOT")
class RobotLibrary:
    """Asserts what a checkbox, radio, switch or other toggle *looks* like, whatever its page says.

    It is for custom toggles, canvases and pictures, whose state the document doesn't tell. A small
    neural network looks at a screenshot of the control.

    The screenshot is taken through
    [https://github.com/robotframework/SeleniumLibrary|SeleniumLibrary] or
    [https://robotframework-browser.org|Browser], whichever of the two the suite imports, and
    locators are those of that library:

    | ***** Settings *****
    | Library    Browser
    | Library    checkboxnet.testing.robot
    |
    | ***** Test Cases *****
    | Digest Can Be Switched On
    |     New Page                 http://localhost:3000/settings
    |     Should Look Unchecked    data-testid=digest
    |     Click                    data-testid=digest
    |     Should Look Checked      data-testid=digest    timeout=10s

    = Arguments of all keywords =

    - ``locator``: Of what is drawn as the control. Its label is not needed; where a native input is
      hidden and something else is drawn in its place, point at what is drawn. The element is looked
      for anew before each screenshot, so that it may appear late, or be replaced.
    - ``timeout``: Time after which the keyword fails; 0 looks once. Screenshots are taken until one
      looks as expected, so that animations and late updates are waited for.
    - ``min_score``: Lowest score, from 0 to 1, that passes, in place of the model's thresholds; 0
      takes the most probable label.
    - ``box``: Left, top, width and height of the control in CSS pixels, from the top left corner of
      the element, as in ``(150, 10, 20, 20)``. For controls that are no element, as on a canvas. By
      default all of the element.
    - ``padding``: CSS pixels around it that the screenshot shows too.

    = Failures =

    The message gives the locator, what was seen, and what would have passed. The last screenshot is
    shown in ``log.html``, and kept in the folder ``checkboxnet`` of the output directory.
    """

    def __init__(self, model: str = "default", library: str | None = None) -> None:
        """Both arguments are rarely needed.

        - ``model``: Registered name, weights folder or Hub repository of the model that is asked.
        - ``library``: Name, in this suite, of the library to look through, where it imports both
          SeleniumLibrary and Browser.

        | Library    checkboxnet.testing.robot    model=${CURDIR}/weights    library=Browser
        """
        self._model: str | Model = model
        self._library = library

    @keyword
    def should_look_checked(
        self,
        locator: Any,
        *,
        timeout: timedelta = _TIMEOUT,
        min_score: float | None = None,
        box: tuple[float, float, float, float] | None = None,
        padding: float = PADDING,
    ) -> None:
        """Passes once the control looks checked: ticked, filled, switched on.

        What looks so for certain passes, unless ``min_score`` says otherwise. See `Arguments of
        all keywords`.

        | Should Look Checked    id=wifi
        | Should Look Checked    id=wifi      timeout=10s    min_score=0.9
        | Should Look Checked    css=canvas   box=(150, 10, 20, 20)
        """
        self._expect(Label.CHECKED, self._control(locator, box, padding), timeout, min_score)

    @keyword
    def should_look_unchecked(
        self,
        locator: Any,
        *,
        timeout: timedelta = _TIMEOUT,
        min_score: float | None = None,
        box: tuple[float, float, float, float] | None = None,
        padding: float = PADDING,
    ) -> None:
        """Passes once the control looks unchecked: empty, hollow, switched off.

        What looks like no toggle at all is neither checked nor unchecked, and fails. See
        `Arguments of all keywords`.

        | Should Look Unchecked    id=wifi
        """
        self._expect(Label.UNCHECKED, self._control(locator, box, padding), timeout, min_score)

    @keyword
    def should_look_mixed(
        self,
        locator: Any,
        *,
        timeout: timedelta = _TIMEOUT,
        min_score: float | None = None,
        box: tuple[float, float, float, float] | None = None,
        padding: float = PADDING,
    ) -> None:
        """Passes once the control looks indeterminate, as a box with a bar in it does.

        It needs a model that tells such controls, and fails at once with one that doesn't.
        ``min_score`` is the lowest probability of it that passes, 0.5 unless given. See `Arguments
        of all keywords`.

        | Should Look Mixed    id=select-all
        """
        self._expect("mixed", self._control(locator, box, padding), timeout, min_score)

    @keyword
    def get_control_state(
        self,
        locator: Any,
        *,
        timeout: timedelta = _TIMEOUT,
        box: tuple[float, float, float, float] | None = None,
        padding: float = PADDING,
    ) -> str:
        """Returns what the control looks like now: ``checked``, ``unchecked`` or ``other``.

        That is the most probable label, however certain; its score is logged. ``timeout`` is for
        the control to be visible; its state is not waited for. See `Arguments of all keywords`.

        | ${state} =    Get Control State    id=wifi
        """
        control = self._control(locator, box, padding)
        self._configure()
        prediction = run_blocking(observe(control, timeout.total_seconds()))[1]
        logger.info(f"{locator} looks {prediction}")
        return str(prediction.label)

    def _expect(
        self, state: State, control: Control, timeout: timedelta, min_score: float | None
    ) -> None:
        self._configure()
        watching = expect(control, state, timeout=timeout.total_seconds(), min_score=min_score)
        try:
            run_blocking(watching)
        except UnexpectedStateError as error:
            if error.crop is not None:
                data = b64encode(error.crop.read_bytes()).decode()
                logger.info(
                    f'<img src="data:image/png;base64,{data}" alt="{error.crop.name}">', html=True
                )
            raise Failure(str(error)) from error

    def _configure(self) -> None:
        """Makes this import's settings those of all assertions: other imports may have others."""
        self._model = model = as_model(self._model)
        folder = BuiltIn().get_variable_value("${OUTPUT DIR}")
        configure(model=model, output=Path(folder, "checkboxnet"))

    def _control(self, locator: Any, box: Box | None, padding: float) -> Control:
        instances = cast(dict[str, object], BuiltIn().get_library_instance(all=True))
        known = {
            name: kind
            for name, instance in instances.items()
            for kind in _CONTROLS.keys() & _packages_of(instance)
        }
        if self._library is not None:
            if self._library not in known:
                raise ConfigError(
                    f"library={self._library} is neither SeleniumLibrary nor Browser as this suite "
                    f"imports them; there is {' and '.join(known) or 'neither'}"
                )
            known = {self._library: known[self._library]}
        if not known:
            raise ConfigError(
                "this suite imports neither SeleniumLibrary nor Browser. Import the one that its "
                "pages are opened with"
            )
        if len(known) > 1:
            raise ConfigError(
                f"this suite imports {' and '.join(known)}. Say which one to look through: "
                f"Library    checkboxnet.testing.robot    library={next(iter(known))}"
            )
        ((name, kind),) = known.items()
        return _CONTROLS[kind](instances[name], locator, box, padding)


class _SeleniumControl(PageControl):
    """A control of SeleniumLibrary's current page."""

    def __init__(self, library: Any, locator: Any, box: Box | None, padding: float) -> None:
        super().__init__(library.driver, lambda: library.find_element(locator), box, padding)
        self._locator = locator

    async def look(self) -> Place | str:
        from selenium.common.exceptions import StaleElementReferenceException
        from SeleniumLibrary.errors import ElementNotFound

        try:
            return await super().look()
        except ElementNotFound as error:
            return str(error)
        except StaleElementReferenceException:
            return "it is being replaced"

    async def describe(self) -> str:
        return _describe(self._locator, self._box)


class _BrowserControl:
    """A control of Browser's current page."""

    not_visible: type[Exception] = TimeoutError

    def __init__(self, library: Any, locator: Any, box: Box | None, padding: float) -> None:
        self._library = library
        self._locator = locator
        self._box = box
        self._padding = padding

    async def screenshot(self, timeout: float) -> bytes:
        from Browser.utils.data_types import ScreenshotReturnType

        left = countdown(1000 * timeout)
        place = await wait_for_place(self, self._look, left)
        edges = edges_around(self._leave_frames(place), self._padding)
        if not self._library.evaluate_javascript(None, STARTS_AT_TOP_LEFT):
            raise CheckboxNetError(
                "the page overflows its left or upper edge, and Browser's screenshots of such "
                "pages show another place. Hide what overflows, or look through SeleniumLibrary"
            )
        png: bytes = self._library.take_screenshot(
            filename=None,
            crop=clip_of(edges),
            log_screenshot=False,
            return_as=ScreenshotReturnType.bytes,
            timeout=timedelta(milliseconds=max(left(), LEAST_MILLISECONDS)),
        )
        return png

    async def wait(self, seconds: float) -> None:
        time.sleep(seconds)

    async def describe(self) -> str:
        return _describe(self._locator, self._box)

    async def _look(self) -> Place | str:
        # Scripts wait for an element as long as Browser's own timeout says.
        if not self._library.get_element_count(self._locator):
            return "there is no such element"
        return parse_place(self._library.evaluate_javascript(self._locator, PLACE), self._box)

    def _leave_frames(self, place: Place) -> Box:
        """Returns its box in the window, out of frames that can't be looked out of."""
        from Browser.base.librarycomponent import LibraryComponent

        box = place.box
        selector = LibraryComponent(self._library).resolve_selector(self._locator)
        frames = re.split(_ENTER_FRAME, selector)[:-1]
        for depth in range(place.foreign, 0, -1):
            frame = " >>> ".join(frames[:depth])
            content = self._library.evaluate_javascript(f"!prefix {frame}", CONTENT)
            if not content:
                raise self.not_visible(NOT_VISIBLE)
            box = leave_frame(box, content)
        return box


_CONTROLS: dict[str, Callable[[Any, Any, Box | None, float], Control]] = {
    "SeleniumLibrary": _SeleniumControl,
    "Browser": _BrowserControl,
}
"""By the package that a library comes from."""


def _packages_of(instance: object) -> set[str]:
    """Returns the packages that its class and those it extends come from."""
    return {kind.__module__.partition(".")[0] for kind in type(instance).__mro__}


def _describe(locator: Any, box: Box | None) -> str:
    return f"{locator}" + (f" box={box}" if box else "")
