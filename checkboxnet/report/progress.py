"""Progress bars on stderr, only where somebody watches and only if it takes a while."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress

T = TypeVar("T")

_DELAY_SECONDS = 1.0


class ProgressBar:
    """A bar with a note, say loss and accuracy, that appears after a second."""

    def __init__(self, description: str, *, total: int | None) -> None:
        """Shows nothing yet, and never anything where stderr is no terminal."""
        self._description = description
        self._total = total
        self._done = 0
        self._note = ""
        # Of several processes that train together, the first one speaks for all.
        self._watched = sys.stderr.isatty() and os.environ.get("RANK", "0") == "0"
        self._begin = time.monotonic()
        self._progress: Progress | None = None

    def advance(self, *, note: str | None = None) -> None:
        """Counts one more step, and replaces the note if one is given."""
        self._done += 1
        if note is not None:
            self._note = note
        if not self._watched or time.monotonic() - self._begin < _DELAY_SECONDS:
            return
        if self._progress is None:
            self._progress = _new_progress()
            self._progress.start()
            self._task = self._progress.add_task(self._description, total=self._total, note="")
        self._progress.update(self._task, completed=self._done, note=self._note)

    def __enter__(self) -> ProgressBar:
        """Returns itself."""
        return self

    def __exit__(self, *error: object) -> None:
        """Takes the bar off the screen."""
        if self._progress is not None:
            self._progress.stop()


def track(items: Iterable[T], description: str, *, total: int | None) -> Iterator[T]:
    """Yields the items while a bar counts them."""
    with ProgressBar(description, total=total) as bar:
        for item in items:
            yield item
            bar.advance()


def _new_progress() -> Progress:
    # Here, since a command that is done within the second shouldn't wait for rich.
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[note]}"),
        console=Console(stderr=True),
        transient=True,
        redirect_stdout=_on_one_terminal(),
    )


def _on_one_terminal() -> bool:
    """Whether stdout is the terminal of stderr: then lines have to go above the bar."""
    try:
        return os.path.sameopenfile(sys.stdout.fileno(), sys.stderr.fileno())
    except (OSError, ValueError, AttributeError):  # no file: closed, replaced, or None
        return False
