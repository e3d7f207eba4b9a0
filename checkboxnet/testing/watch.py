"""Watching a control until it looks as expected: what all browser drivers share.

There is one code path for drivers that block and for those that are awaited: it is written as
coroutines, and `run_blocking` runs those that have nothing to wait for. Times are seconds.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeAlias, TypeVar

from checkboxnet.browser.coroutines import LEAST_MILLISECONDS
from checkboxnet.errors import ConfigError
from checkboxnet.labels import Label
from checkboxnet.picture import boxes
from checkboxnet.prediction import MIXED_FROM
from checkboxnet.report.files import sha256, write_bytes
from checkboxnet.testing.settings import current_model, current_output, require_labels
from checkboxnet.testing.unexpected import UnexpectedStateError

if TYPE_CHECKING:
    from checkboxnet.model import Model
    from checkboxnet.prediction import Prediction

T = TypeVar("T", bound=tuple[Any, ...])

State: TypeAlias = Label | Literal["mixed"]
"""What a test may expect: a label, or that the control is indeterminate."""

PADDING = boxes.PADDING / 2
"""CSS pixels around an element: what the harvester leaves around a control alone on average, since
that is what the default weights were trained on."""
POLL_INTERVAL = 0.1
"""Between two screenshots."""


class Control(Protocol):
    """A control on a page, through one browser driver."""

    not_visible: type[Exception]
    """What `screenshot` raises if there is nothing to see."""

    async def screenshot(self, timeout: float) -> bytes:
        """Returns a PNG of it; waits for it to be visible."""
        ...

    async def wait(self, seconds: float) -> None:
        """Lets time pass."""
        ...

    async def describe(self) -> str:
        """Returns what a tester would recognise it by."""
        ...


async def wait_for_place(
    control: Control, look: Callable[[], Awaitable[T | str]], left: Callable[[], float]
) -> T:
    """Looks for a control until there is something to see of it.

    Args:
        control: What time passes for.
        look: Returns where it is, or in words why there is nothing to see.
        left: Returns how much time is left; at 0 or below, the next look is the last.

    Raises:
        Exception: `control.not_visible` with these words: there was nothing in time.
    """
    while isinstance(found := await look(), str):
        if left() <= 0:
            raise control.not_visible(found)
        await control.wait(POLL_INTERVAL)
    return found


async def observe(
    control: Control, timeout: float, min_score: float | None = None
) -> tuple[bytes, Prediction]:
    """Returns a screenshot of a control, and its prediction."""
    png = await control.screenshot(timeout)
    return png, current_model().predict(png, min_score=min_score)


async def expect(
    control: Control, expected: State, *, timeout: float, min_score: float | None
) -> None:
    """Takes screenshots until one looks as expected.

    Raises:
        UnexpectedStateError: None did in time.
        ConfigError: `min_score` is no score, or the model has no such label.
    """
    __tracebackhide__ = True
    _require_state(current_model(), expected)
    start = time.monotonic()
    latest: tuple[bytes, Prediction] | None = None
    missing: Exception | None = None
    count = 0
    while True:
        left = start + timeout - time.monotonic()
        try:
            # The last screenshot counts, and browsers need time to answer at all.
            latest = await observe(control, max(left, LEAST_MILLISECONDS / 1000), min_score)
        except control.not_visible as error:
            missing = error
            break
        count += 1
        if _looks(latest[1], expected, min_score):
            return
        if left <= 0:
            break
        await control.wait(min(POLL_INTERVAL, left))
    waited = f"{time.monotonic() - start:.1f} s, {count} screenshot{'s' * (count != 1)}"
    details = {"control": await control.describe(), "waited": waited}
    raise _failure(expected, details, latest, missing, min_score) from missing


def _require_state(model: Model, expected: State) -> None:
    if expected != "mixed":
        require_labels(model, expected)
    elif not model.config.mixed:
        raise ConfigError(
            f"{model.name} doesn't tell indeterminate controls from others. Fine-tune on crops "
            "some of which a manifest calls mixed, or use other weights"
        )


def _looks(prediction: Prediction, expected: State, min_score: float | None) -> bool:
    if expected != "mixed":
        return prediction.label == expected and prediction.certain
    mixed = prediction.mixed or 0.0
    return prediction.label != Label.OTHER and mixed >= _needed(expected, min_score)


def _needed(expected: State, min_score: float | None) -> float:
    """Returns the lowest score that passes."""
    if expected != "mixed":
        return current_model().config.certainty.threshold(expected, min_score)
    return MIXED_FROM if min_score is None else min_score


def _failure(
    expected: State,
    details: dict[str, str],
    latest: tuple[bytes, Prediction] | None,
    missing: Exception | None,
    min_score: float | None,
) -> UnexpectedStateError:
    headline = f"expected {expected}, but there is nothing to see"
    crop = prediction = None
    if latest is not None:
        png, prediction = latest
        model = current_model()
        details["looks"] = str(prediction)
        details["needed"] = f"{expected} {_needed(expected, min_score):.3f}"
        scores = dict(prediction.probabilities)
        if prediction.mixed is not None:
            scores["mixed"] = prediction.mixed
        details["all"] = ", ".join(f"{name} {score:.3f}" for name, score in scores.items())
        details["model"] = model.name
        path = current_output() / f"expected-{expected}-{sha256(png)[:12]}.png"
        try:
            write_bytes(path, png)
            crop, details["crop"] = path, str(path)
        except OSError as error:
            # A full or read-only disk must not hide what the test has found.
            details["crop"] = f"not saved ({error})"
        if missing is None and expected == "mixed":
            headline = f"expected mixed, but it looks {prediction.label}"
        elif missing is None and prediction.label != expected:
            headline = f"expected {expected}, but it looks {prediction.label}"
        elif missing is None:
            headline = f"expected {expected}, which it looks like, but not for certain"
            details["to accept"] = "pass a lower min_score, or fine-tune on such controls"
    if missing is not None:
        details["because"] = str(missing).partition("\n")[0]
    lines = [headline, *(f"  {name:<9} {value}" for name, value in details.items())]
    return UnexpectedStateError("\n".join(lines), prediction=prediction, crop=crop)
