"""What a server counts, in Prometheus' terms."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from checkboxnet.errors import ImageError
from checkboxnet.prediction import Prediction


class Metrics:
    """Counters of one server; nothing of it is global."""

    def __init__(self, depth: Callable[[], int]) -> None:
        """Starts at 0.

        Args:
            depth: Returns how many images wait.
        """
        self._registry = registry = CollectorRegistry()
        self.requests = Counter(
            "checkboxnet_requests",
            "Requests to /predict by HTTP status; 499 if the client went away.",
            ["status"],
            registry=registry,
        )
        self.rejected = Counter(
            "checkboxnet_rejected_requests",
            "Requests to /predict refused because as many as allowed were held already.",
            registry=registry,
        )
        self.images = Counter(
            "checkboxnet_images", "Images predicted, by label.", ["label"], registry=registry
        )
        self.unreadable = Counter(
            "checkboxnet_unreadable_images", "Files that are no usable image.", registry=registry
        )
        self.seconds = Histogram(
            "checkboxnet_request_seconds",
            "Time from the head of a request to the end of its answer, of those with status 200.",
            registry=registry,
        )
        Gauge(
            "checkboxnet_queue_images", "Images that wait for a forward pass.", registry=registry
        ).set_function(depth)

    def count(self, outcomes: Iterable[Prediction | ImageError]) -> None:
        """Counts what came of the images of a request."""
        for outcome in outcomes:
            if isinstance(outcome, ImageError):
                self.unreadable.inc()
            else:
                self.images.labels(outcome.label).inc()

    def text(self) -> bytes:
        """Returns everything in Prometheus' text format."""
        return generate_latest(self._registry)


class MetricsMiddleware:
    """Counts and times the requests to one path, whoever answers them."""

    def __init__(self, app: ASGIApp, metrics: Metrics, path: str) -> None:
        """Wraps `app`."""
        self._app = app
        self._metrics = metrics
        self._path = path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        if scope["type"] != "http" or scope["path"] != self._path:
            await self._app(scope, receive, send)
            return
        begin, status = time.perf_counter(), 500  # which is what an exception is turned into

        async def watched(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, watched)
        finally:
            self._metrics.requests.labels(status).inc()
            if status == 200:
                self._metrics.seconds.observe(time.perf_counter() - begin)
