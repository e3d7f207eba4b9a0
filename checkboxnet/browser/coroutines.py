"""Code written once as coroutines, for callers that await and for those that block."""

from __future__ import annotations

import asyncio
import inspect
import math
import time
from collections.abc import Awaitable, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")

LEAST_MILLISECONDS = 1000.0
"""What a step gets even when the time is up: browsers need time to answer at all."""


async def maybe_await(result: Awaitable[T] | T) -> T:
    """Returns the result of a call to either of Playwright's APIs, awaiting the async one's."""
    return await result if inspect.isawaitable(result) else result


def run_blocking(work: Coroutine[Any, Any, T]) -> T:
    """Runs a coroutine that never suspends, since its browser driver blocks instead."""
    __tracebackhide__ = True
    try:
        work.send(None)
    except StopIteration as end:
        result: T = end.value
        return result
    raise RuntimeError("a blocking browser driver had to be awaited")


def run_in_loop(work: Coroutine[Any, Any, T]) -> T:
    """Runs a coroutine to its end, also where an event loop is running, as in a notebook."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(work)
    with ThreadPoolExecutor(1, "browser") as executor:
        return executor.submit(asyncio.run, work).result()


def countdown(milliseconds: float, *, least: float = -math.inf) -> Callable[[], float]:
    """Returns a function that gives how many are left, but no fewer than `least`."""
    end = time.monotonic() + milliseconds / 1000
    return lambda: max((end - time.monotonic()) * 1000, least)
