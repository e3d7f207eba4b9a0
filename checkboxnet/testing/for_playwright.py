"""Assertions on what a Playwright locator looks like; both its APIs, sync and async."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine
from typing import TYPE_CHECKING, Any, TypeAlias, TypedDict, TypeVar, Unpack, cast, overload

from checkboxnet.browser.coroutines import (
    LEAST_MILLISECONDS,
    countdown,
    maybe_await,
    run_blocking,
)
from checkboxnet.browser.screenshot import Screenshots
from checkboxnet.errors import ConfigError
from checkboxnet.labels import Label
from checkboxnet.picture.boxes import Box
from checkboxnet.testing.place import (
    CONTENT,
    NOT_VISIBLE,
    PLACE,
    Place,
    edges_around,
    leave_frame,
    parse_place,
)
from checkboxnet.testing.scan_shot import scan_shot
from checkboxnet.testing.watch import PADDING, State, expect, observe, wait_for_place

if TYPE_CHECKING:
    from playwright import async_api, sync_api

    from checkboxnet.prediction import Prediction
    from checkboxnet.scanning.found import Found

    SyncTarget: TypeAlias = sync_api.Locator | sync_api.Page
    AsyncTarget: TypeAlias = async_api.Locator | async_api.Page

T = TypeVar("T")


class Options(TypedDict, total=False):
    """What all these functions take."""

    box: Box | None
    padding: float
    timeout: float
    min_score: float | None


@overload
def expect_checked(target: SyncTarget, **options: Unpack[Options]) -> None: ...
@overload
def expect_checked(target: AsyncTarget, **options: Unpack[Options]) -> Awaitable[None]: ...


def expect_checked(
    target: SyncTarget | AsyncTarget,
    *,
    box: Box | None = None,
    padding: float = PADDING,
    timeout: float = 5000,
    min_score: float | None = None,
) -> Awaitable[None] | None:
    """Passes once the control looks checked; to be awaited with the async API.

    Screenshots are taken until one does, so that animations and late updates are waited for.

    Args:
        target: A locator of the control, or a page together with `box`.
        box: Left, top, width and height of the control in CSS pixels, from the top left corner of
            the locator's element, or of the page's viewport. For controls that are no element, as
            on a canvas. By default all of the element.
        padding: CSS pixels around it that the screenshot shows too.
        timeout: Milliseconds, as Playwright's own, after which it fails; 0 looks once.
        min_score: Lowest score, from 0 to 1, that passes, in place of the model's thresholds; 0
            takes the most probable label.

    Raises:
        UnexpectedStateError: It doesn't look so in time. An `AssertionError` whose message gives
            the locator, what was seen, and the file of the last screenshot.
        ConfigError: `target` is no locator or page, a page without `box`, or
            `min_score` is no score.
        CheckboxNetError: The model can't be loaded.
    """
    __tracebackhide__ = True
    return _expect(Label.CHECKED, _Control(target, box, padding), timeout, min_score)


@overload
def expect_unchecked(target: SyncTarget, **options: Unpack[Options]) -> None: ...
@overload
def expect_unchecked(target: AsyncTarget, **options: Unpack[Options]) -> Awaitable[None]: ...


def expect_unchecked(
    target: SyncTarget | AsyncTarget,
    *,
    box: Box | None = None,
    padding: float = PADDING,
    timeout: float = 5000,
    min_score: float | None = None,
) -> Awaitable[None] | None:
    """Passes once the control looks unchecked, with the arguments and errors of `expect_checked`.

    What looks like no two-state control at all passes neither.
    """
    __tracebackhide__ = True
    return _expect(Label.UNCHECKED, _Control(target, box, padding), timeout, min_score)


@overload
def expect_mixed(target: SyncTarget, **options: Unpack[Options]) -> None: ...
@overload
def expect_mixed(target: AsyncTarget, **options: Unpack[Options]) -> Awaitable[None]: ...


def expect_mixed(
    target: SyncTarget | AsyncTarget,
    *,
    box: Box | None = None,
    padding: float = PADDING,
    timeout: float = 5000,
    min_score: float | None = None,
) -> Awaitable[None] | None:
    """Passes once the control looks indeterminate, with the arguments of `expect_checked`.

    `min_score` is the lowest `Prediction.mixed` that passes, 0.5 unless given.

    Raises:
        UnexpectedStateError: It doesn't look so in time.
        ConfigError: As for `expect_checked`, or the model doesn't tell indeterminate controls.
        CheckboxNetError: The model can't be loaded.
    """
    __tracebackhide__ = True
    return _expect("mixed", _Control(target, box, padding), timeout, min_score)


@overload
def state_of(target: SyncTarget, **options: Unpack[Options]) -> Prediction: ...
@overload
def state_of(target: AsyncTarget, **options: Unpack[Options]) -> Awaitable[Prediction]: ...


def state_of(
    target: SyncTarget | AsyncTarget,
    *,
    box: Box | None = None,
    padding: float = PADDING,
    timeout: float = 5000,
    min_score: float | None = None,
) -> Awaitable[Prediction] | Prediction:
    """Returns what the control looks like right now, with the arguments of `expect_checked`.

    `timeout` is for the element to be visible; its state is not waited for.

    Raises:
        playwright.sync_api.TimeoutError: There is no such element, or none to see.
        ConfigError: As for `expect_checked`.
        CheckboxNetError: The model can't be loaded.
    """
    control = _Control(target, box, padding)

    async def predict() -> Prediction:
        return (await observe(control, timeout / 1000, min_score))[1]

    return _run(control, predict())


@overload
def scan_page(
    page: sync_api.Page, *, timeout: float = ..., min_score: float | None = ...
) -> list[Found]: ...
@overload
def scan_page(
    page: async_api.Page, *, timeout: float = ..., min_score: float | None = ...
) -> Awaitable[list[Found]]: ...


def scan_page(
    page: sync_api.Page | async_api.Page,
    *,
    timeout: float = 5000,
    min_score: float | None = None,
) -> Awaitable[list[Found]] | list[Found]:
    """Returns the controls that the window shows right now; to be awaited with the async API.

    They are found on a screenshot, whatever the page's document says.

    Args:
        page: What is looked at, as far as it is scrolled.
        timeout: Milliseconds that the screenshot may take.
        min_score: Lowest `Found.score`, from 0 to 1, in place of the detector's threshold.

    Returns:
        In reading order. Boxes are in CSS pixels of the window, as `page.mouse` takes them.

    Raises:
        playwright.sync_api.TimeoutError: There is no screenshot in time.
        ConfigError: `page` is no page, or `min_score` no score.
        CheckboxNetError: The model can't be loaded.
    """
    from playwright import async_api, sync_api

    if not isinstance(page, (sync_api.Page, async_api.Page)):
        raise ConfigError(f"expected a Playwright Page, got {type(page).__name__}")

    async def found() -> list[Found]:
        shot = await Screenshots(page).take(timeout)
        width = await maybe_await(page.evaluate("() => innerWidth"))
        return scan_shot(shot, width, min_score)

    return found() if isinstance(page, async_api.Page) else run_blocking(found())


def _expect(
    state: State, control: _Control, timeout: float, min_score: float | None
) -> Awaitable[None] | None:
    __tracebackhide__ = True
    return _run(control, expect(control, state, timeout=timeout / 1000, min_score=min_score))


def _run(control: _Control, work: Coroutine[Any, Any, T]) -> Coroutine[Any, Any, T] | T:
    __tracebackhide__ = True
    return work if control.is_async else run_blocking(work)


class _Control:
    """What `checkboxnet.testing.watch` needs of a locator or a page."""

    def __init__(self, target: SyncTarget | AsyncTarget, box: Box | None, padding: float) -> None:
        from playwright import async_api, sync_api

        pages = (sync_api.Page, async_api.Page)
        if not isinstance(target, (*pages, sync_api.Locator, async_api.Locator)):
            raise ConfigError(f"expected a Playwright Locator or Page, got {type(target).__name__}")
        if isinstance(target, pages) and box is None:
            raise ConfigError("a page needs box=(left, top, width, height); or pass a locator")
        self.not_visible: type[Exception] = sync_api.TimeoutError
        self.is_async = isinstance(target, (async_api.Page, async_api.Locator))
        self._locator = None if isinstance(target, pages) else target
        self._page = target if isinstance(target, pages) else target.page
        self._screenshots = Screenshots(self._page)
        self._box = box
        self._padding = padding

    async def screenshot(self, timeout: float) -> bytes:
        left = countdown(timeout * 1000)
        edges = edges_around(await self._box_in_window(left), self._padding)
        return await self._screenshots.take(left(), edges=edges)

    async def _box_in_window(self, left: Callable[[], float]) -> Box:
        """Returns where to look, once there is something to see."""
        if self._locator is None:
            return cast(Box, self._box)
        ask = self._locator.evaluate

        async def look() -> Place | str:
            seen = await maybe_await(ask(PLACE, timeout=max(left(), LEAST_MILLISECONDS)))
            return parse_place(seen, self._box)

        place = await wait_for_place(self, look, left)
        box = place.box
        if place.foreign:
            found: Any = self._locator.element_handle(timeout=max(left(), LEAST_MILLISECONDS))
            frame = await maybe_await((await maybe_await(found)).owner_frame())
            for _ in place.path[place.foreign :]:
                frame = frame.parent_frame
            for _ in range(place.foreign):
                element = await maybe_await(frame.frame_element())
                content: str = await maybe_await(element.evaluate(CONTENT))
                if not content:
                    raise self.not_visible(NOT_VISIBLE)
                box = leave_frame(box, content)
                frame = frame.parent_frame
        return box

    async def wait(self, seconds: float) -> None:
        await maybe_await(self._page.wait_for_timeout(1000 * seconds))

    async def describe(self) -> str:
        return f"{self._locator or self._page}" + (f" box={self._box}" if self._box else "")
