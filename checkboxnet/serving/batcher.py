"""Predicting what many requests ask for in common forward passes."""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from collections.abc import Iterable
from concurrent.futures import Future
from dataclasses import dataclass, field

from checkboxnet.errors import ImageError
from checkboxnet.images import ImageInput
from checkboxnet.model import Model
from checkboxnet.prediction import Prediction

_BATCH_SIZE = 32


@dataclass(frozen=True, slots=True, eq=False)
class _Job:
    image: ImageInput
    min_score: float | None
    outcome: Future[Prediction | ImageError] = field(default_factory=Future)


class Batcher:
    """One thread that predicts whatever waits, up to a batch, as soon as the last batch is done.

    Nothing is delayed to fill a batch: a lone image is predicted at once, and under load batches
    fill by themselves. `Model.predict` reads the pictures of a batch by threads of its own.
    """

    def __init__(self, model: Model) -> None:
        """Does nothing yet; the thread runs within `with`."""
        self._model = model
        self._waiting: deque[_Job] = deque()
        self._changed = threading.Condition()
        self._closing = False

    def __enter__(self) -> Batcher:
        """Starts the thread."""
        self._closing = False
        self._thread = threading.Thread(target=self._work, name="checkboxnet-batcher", daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        """Ends the thread once nothing waits any more."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        self._thread.join()

    @property
    def depth(self) -> int:
        """How many images wait."""
        return len(self._waiting)

    async def predict(
        self, images: Iterable[ImageInput], min_score: float | None
    ) -> list[Prediction | ImageError]:
        """Returns what `Model.predict` does with `on_error="return"`.

        Images that still wait when the caller is cancelled are never looked at.
        """
        jobs = [_Job(image, min_score) for image in images]
        with self._changed:
            self._waiting.extend(jobs)
            self._changed.notify()
        try:
            return await asyncio.gather(*(asyncio.wrap_future(job.outcome) for job in jobs))
        except asyncio.CancelledError:  # and with it all that it gathered
            with self._changed:
                self._waiting = deque(job for job in self._waiting if not job.outcome.cancelled())
            raise

    def _work(self) -> None:
        while jobs := self._take():
            for min_score in {job.min_score for job in jobs}:
                self._answer([job for job in jobs if job.min_score == min_score], min_score)

    def _take(self) -> list[_Job]:
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._closing)
            count = min(len(self._waiting), _BATCH_SIZE)
            return [self._waiting.popleft() for _ in range(count)]

    def _answer(self, jobs: list[_Job], min_score: float | None) -> None:
        wanted = [job for job in jobs if job.outcome.set_running_or_notify_cancel()]
        try:
            outcomes = self._model.predict(
                [job.image for job in wanted],
                batch_size=_BATCH_SIZE,
                min_score=min_score,
                on_error="return",
            )
        except Exception as error:
            # Whatever it was, those who wait must hear of it, and the next batch may go well.
            for job in wanted:
                job.outcome.set_exception(error)
        else:
            for job, outcome in zip(wanted, outcomes, strict=True):
                job.outcome.set_result(outcome)
