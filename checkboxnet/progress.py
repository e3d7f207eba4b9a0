"""Progress bars on stderr, only where somebody watches and only if it takes a while."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

T = TypeVar("T")

_DELAY_SECONDS = 1.0


class ProgressBar:
    """A bar with a note, say loss and accuracy, that appears after a second."""

    def __init__(self, description: str, *, total: int | None) -> None:
        """Shows nothing yet, and never anything where stderr is no terminal."""
        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            TextColumn("{task.fields[note]}"),
            console=Console(stderr=True),
            transient=True,
            disable=not sys.stderr.isatty(),
        )
        self._task = self._progress.add_task(description, total=total, note="")
        self._begin = time.monotonic()

    def advance(self, *, note: str | None = None) -> None:
        """Counts one more step, and replaces the note if one is given."""
        if not self._progress.live.is_started and time.monotonic() - self._begin > _DELAY_SECONDS:
            self._progress.start()
        self._progress.advance(self._task)
        if note is not None:
            self._progress.update(self._task, note=note)

    def __enter__(self) -> ProgressBar:
        """Returns itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Takes the bar off the screen."""
        self._progress.stop()


def track(items: Iterable[T], description: str, *, total: int | None) -> Iterator[T]:
    """Yields the items while a bar counts them."""
    with ProgressBar(description, total=total) as bar:
        for item in items:
            yield item
            bar.advance()
