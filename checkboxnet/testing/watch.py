"""Looking at a control until it looks as expected: what all browser drivers share.

There is one code path for drivers that block and for those that are awaited: it is written as
coroutines, and `run_blocking` runs those that have nothing to wait for.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple, Protocol

from checkboxnet.browser.coroutines import LEAST_MILLISECONDS, countdown
from checkboxnet.labels import Label
from checkboxnet.picture import boxes
from checkboxnet.report.files import sha256, write_bytes
from checkboxnet.testing.settings import current_model, current_output, require_labels
from checkboxnet.testing.unexpected import UnexpectedStateError
from checkboxnet.weights.certainty import check_min_score

if TYPE_CHECKING:
    from checkboxnet.prediction import Prediction

TIMEOUT = 5000.0
"""Milliseconds, as of Playwright's own assertions."""
PADDING = boxes.PADDING / 2
"""CSS pixels around an element: the middle of what the harvester leaves around a control alone,
since that is what the default weights were trained on."""
PAUSE = 100.0
"""Milliseconds between two looks."""


class Subject(Protocol):
    """What is looked at, through one browser driver."""

    absent: type[Exception]
    """What `picture` raises if there is nothing to see."""

    async def picture(self, timeout: float) -> bytes:
        """Returns a PNG of it; waits so many milliseconds for it to be there."""
        ...

    async def pause(self, milliseconds: float) -> None:
        """Lets time pass."""
        ...

    async def describe(self) -> str:
        """Returns what a tester would recognise it by."""
        ...


class Look(NamedTuple):
    """One picture, and what the model says of it."""

    png: bytes
    prediction: Prediction


async def look(subject: Subject, timeout: float, min_score: float | None = None) -> Look:
    """Takes a picture and predicts."""
    png = await subject.picture(timeout)
    return Look(png, current_model().predict(png, min_score=min_score))


async def expect(
    subject: Subject, expected: Label, *, timeout: float, min_score: float | None
) -> None:
    """Looks until it looks as expected.

    Raises:
        UnexpectedStateError: It didn't in `timeout` milliseconds.
        ConfigError: `min_score` is no score, or the model has no such label.
    """
    __tracebackhide__ = True
    check_min_score(min_score)
    require_labels(current_model(), expected)
    started = time.monotonic()
    left = countdown(timeout)
    latest: Look | None = None
    absence: Exception | None = None
    pictures = 0
    while True:
        remaining = left()
        try:
            latest = await look(subject, max(remaining, LEAST_MILLISECONDS), min_score)
        except subject.absent as error:
            absence = error
            break
        pictures += 1
        if latest.prediction.label == expected and latest.prediction.certain:
            return
        if remaining <= 0:
            break
        await subject.pause(min(PAUSE, remaining))
    waited = f"{time.monotonic() - started:.1f} s, {pictures} picture{'s' * (pictures != 1)}"
    described = await subject.describe()
    raise _failure(expected, described, waited, latest, absence, min_score) from absence


def _failure(
    expected: Label,
    subject: str,
    waited: str,
    latest: Look | None,
    absence: Exception | None,
    min_score: float | None,
) -> UnexpectedStateError:
    details = {"control": subject, "waited": waited}
    crop = prediction = None
    headline = f"expected {expected}, but there is nothing to see"
    if latest is not None:
        prediction = latest.prediction
        model = current_model()
        needed = model.config.certainty.threshold(expected, min_score)
        details["looks"] = str(prediction)
        details["needed"] = f"{expected} {needed:.3f}"
        details["all"] = ", ".join(f"{k} {v:.3f}" for k, v in prediction.probabilities.items())
        details["model"] = model.name
        path = current_output() / f"expected-{expected}-{sha256(latest.png)[:12]}.png"
        try:
            write_bytes(path, latest.png)
            crop, details["crop"] = path, str(path)
        except OSError as error:
            # A full or read-only disk must not hide what the test has found.
            details["crop"] = f"not saved ({error})"
        if absence is None and prediction.label != expected:
            headline = f"expected {expected}, but it looks {prediction.label}"
        elif absence is None:
            headline = f"expected {expected}, which it looks like, but not for certain"
            details["to accept"] = "pass a lower min_score, or fine-tune on such controls"
    if absence is not None:
        details["because"] = str(absence).partition("\n")[0]
    lines = [headline, *(f"  {name:<9} {value}" for name, value in details.items())]
    return UnexpectedStateError("\n".join(lines), prediction=prediction, crop=crop)
