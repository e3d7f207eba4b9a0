"""Watching a control until it looks as expected: what all browser drivers share.

There is one code path for drivers that block and for those that are awaited: it is written as
coroutines, and `run_blocking` runs those that have nothing to wait for. Times are seconds.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Protocol

from checkboxnet.browser.coroutines import LEAST_MILLISECONDS
from checkboxnet.labels import Label
from checkboxnet.picture import boxes
from checkboxnet.report.files import sha256, write_bytes
from checkboxnet.testing.settings import current_model, current_output, require_labels
from checkboxnet.testing.unexpected import UnexpectedStateError

if TYPE_CHECKING:
    from checkboxnet.prediction import Prediction

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


async def observe(
    control: Control, timeout: float, min_score: float | None = None
) -> tuple[bytes, Prediction]:
    """Returns a screenshot of a control, and its prediction."""
    png = await control.screenshot(timeout)
    return png, current_model().predict(png, min_score=min_score)


async def expect(
    control: Control, expected: Label, *, timeout: float, min_score: float | None
) -> None:
    """Takes screenshots until one looks as expected.

    Raises:
        UnexpectedStateError: None did in time.
        ConfigError: `min_score` is no score, or the model has no such label.
    """
    __tracebackhide__ = True
    require_labels(current_model(), expected)
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
        prediction = latest[1]
        if prediction.label == expected and prediction.certain:
            return
        if left <= 0:
            break
        await control.wait(min(POLL_INTERVAL, left))
    waited = f"{time.monotonic() - start:.1f} s, {count} screenshot{'s' * (count != 1)}"
    details = {"control": await control.describe(), "waited": waited}
    raise _failure(expected, details, latest, missing, min_score) from missing


def _failure(
    expected: Label,
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
        needed = model.config.certainty.threshold(expected, min_score)
        details["looks"] = str(prediction)
        details["needed"] = f"{expected} {needed:.3f}"
        details["all"] = ", ".join(f"{k} {v:.3f}" for k, v in prediction.probabilities.items())
        details["model"] = model.name
        path = current_output() / f"expected-{expected}-{sha256(png)[:12]}.png"
        try:
            write_bytes(path, png)
            crop, details["crop"] = path, str(path)
        except OSError as error:
            # A full or read-only disk must not hide what the test has found.
            details["crop"] = f"not saved ({error})"
        if missing is None and prediction.label != expected:
            headline = f"expected {expected}, but it looks {prediction.label}"
        elif missing is None:
            headline = f"expected {expected}, which it looks like, but not for certain"
            details["to accept"] = "pass a lower min_score, or fine-tune on such controls"
    if missing is not None:
        details["because"] = str(missing).partition("\n")[0]
    lines = [headline, *(f"  {name:<9} {value}" for name, value in details.items())]
    return UnexpectedStateError("\n".join(lines), prediction=prediction, crop=crop)
