"""A model that records its options, a real server, and what requests are made of."""

from __future__ import annotations

import asyncio
import io
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PIL import Image

from checkboxnet import Model
from checkboxnet.serving.config import Limits
from checkboxnet.serving.server import build_server, listen

SECONDS = 60
"""After which a test counts as stuck."""

BOUNDARY = "b0undary"
FORM = f"multipart/form-data; boundary={BOUNDARY}"


class RecordingModel(Model):
    """The model, which remembers what it was asked."""

    def __init__(self, model: Model) -> None:
        super().__init__(model.weights, model.runtime)
        self.min_scores: list[float | None] = []

    def predict(self, images: Any, **options: Any) -> Any:  # type: ignore[override]
        self.min_scores.append(options["min_score"])
        return super().predict(images, **options)


@contextmanager
def running(model: Any, limits: Limits | None = None) -> Iterator[str]:
    """Runs a real server on a free port of the loopback interface and yields its address."""
    with listen("127.0.0.1", 0) as listener:
        server = build_server(model, limits=limits or Limits(), token=None)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        try:
            yield "http://{}:{}".format(*listener.getsockname())
        finally:
            server.should_exit = True
            thread.join(SECONDS)
            assert not thread.is_alive()


def files(paths: list[Path]) -> list[tuple[str, tuple[str, bytes]]]:
    """The form of a request for these files, as httpx takes it."""
    return [("images", (path.name, path.read_bytes())) for path in paths]


def png() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (12, 9), "teal").save(buffer, "PNG")
    return buffer.getvalue()


def part(content: bytes, disposition: str | bytes = 'name="images"; filename="a.png"') -> bytes:
    """One part of a form with the boundary of `FORM`."""
    if isinstance(disposition, str):
        disposition = disposition.encode()
    start = f"--{BOUNDARY}\r\nContent-Disposition: form-data; ".encode()
    return start + disposition + b"\r\n\r\n" + content + b"\r\n"


END = f"--{BOUNDARY}--\r\n".encode()


def sample(metrics: str, name: str) -> float:
    """The value of one line of Prometheus' text format; 0 if it isn't there."""
    values = (line.split()[-1] for line in metrics.splitlines() if line.startswith(f"{name} "))
    return float(next(values, 0))


async def post(
    app: Any, content_type: str, chunks: AsyncIterator[bytes], headers: dict[str, str] | None = None
) -> tuple[int, dict[str, str], bytes]:
    """Posts to /predict, without a server, what `chunks` yields for as long as it is asked to."""
    answer: list[dict[str, Any]] = []
    all_headers = {"content-type": content_type, **(headers or {})}
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/predict",
        "query_string": b"",
        "headers": [(key.encode(), value.encode()) for key, value in all_headers.items()],
    }

    more = True

    async def receive() -> dict[str, Any]:
        nonlocal more
        if not more:  # nothing comes until the client goes away, which this one never does
            await asyncio.Event().wait()
        chunk = await anext(chunks, None)
        more = chunk is not None
        return {"type": "http.request", "body": chunk or b"", "more_body": more}

    async def send(message: dict[str, Any]) -> None:
        answer.append(message)

    await app(scope, receive, send)
    got = {key.decode(): value.decode() for key, value in answer[0]["headers"]}
    return answer[0]["status"], got, b"".join(each.get("body", b"") for each in answer)
