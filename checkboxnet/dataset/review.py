"""Labels corrected by a person in the browser, and the manifest that keeps the decisions.

The server is for whoever started it: it listens on the loopback address only, every address begins
with a token that only the starter sees, and requests for another host (DNS rebinding) or from
another origin (forged ones) are refused.
"""

from __future__ import annotations

import contextlib
import hmac
import io
import json
import os
import secrets
import signal
import threading
from collections import Counter
from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple

from filelock import FileLock, Timeout
from PIL import Image

from checkboxnet.dataset import read
from checkboxnet.dataset.predictions import predict_images
from checkboxnet.dataset.read import ImageSet
from checkboxnet.errors import (
    CheckboxNetError,
    ConfigError,
    DatasetError,
    OutputBusyError,
    OutputExistsError,
)
from checkboxnet.model import Model, as_model
from checkboxnet.picture.read import open_image
from checkboxnet.report.files import parse_json

OPEN, KEPT, CHANGED = "open", "kept", "changed"
"""Values of the manifest's column `review`."""

_MOST_BODY_BYTES = 10_000
_LARGEST_PICTURE = (1600, 1600)
_POLICY = (
    "default-src 'none'; script-src 'nonce-NONCE'; style-src 'nonce-NONCE'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


class ReviewItem(NamedTuple):
    """An image under review."""

    path: Path
    given: str
    """Its label before the review."""
    probabilities: Mapping[str, float]
    row: int
    """Of the manifest."""


class Review:
    """Images sorted by doubt, the decisions on them, and their manifest.

    The manifest has a row for every image, unreadable ones too, with the columns that there were
    and two more: `review` (`open`, `kept` or `changed`) and, where the label was changed,
    `label_before`. It is written whole after each decision. Threads may share a review; a second
    review of one manifest is refused.
    """

    def __init__(
        self,
        images: ImageSet,
        output: str | os.PathLike[str],
        *,
        model: str | os.PathLike[str] | Model = "default",
    ) -> None:
        """Predicts all images, and takes up the decisions that the manifest holds already.

        Args:
            images: Labelled images.
            output: Manifest, `.csv` or `.jsonl`, new or of an earlier review of these images.
                Written with the first decision.
            model: Sorts the images by the probability that it gives to their label. It should
                not have been trained on them: it would have learnt their wrong labels.

        Raises:
            ConfigError: `output` is what the images were read from.
            DatasetError: The model doesn't know a label of the images, none can be read, or
                `output` has another ending.
            OutputExistsError: `output` exists and isn't the manifest of a review.
            OutputBusyError: Another review writes it.
        """
        self.output = Path(output)
        model = as_model(model)
        self.labels = model.labels
        """What an image may be labelled."""
        read.require_manifest_name(self.output)
        if self.output.exists() and self.output.samefile(images.root):
            raise ConfigError(
                f"{self.output}: the images are read from it; name another manifest to write"
            )
        self.output.parent.mkdir(parents=True, exist_ok=True)
        self._lock = threading.Lock()
        # Ends with the process, however that ends.
        self._file_lock = FileLock(self.output.with_name(f".{self.output.name}.lock"), timeout=0)
        try:
            self._file_lock.acquire()
        except Timeout as error:
            raise OutputBusyError(
                f"{self.output}: another review is writing it. End that one, or choose another name"
            ) from error
        try:
            earlier = self._earlier_decisions()
            predicted = predict_images(images, model, "predicting")
            self.unreadable = predicted.unreadable
            """A message for each image that can't be reviewed."""
            if not predicted.predictions:
                raise DatasetError(f"{images.root}: none of the {len(images)} images can be read")
            self._rows = read.manifest_rows(images, self.output)
        except BaseException:
            self.close()
            raise
        row_of = {id(sample): number for number, sample in enumerate(images.samples)}
        items = [
            ReviewItem(s.path, s.label, prediction.probabilities, row_of[id(s)])
            for s, prediction in zip(predicted.images.samples, predicted.predictions, strict=True)
        ]
        self.items = sorted(items, key=lambda item: item.probabilities[item.given])
        """The most doubtful first."""
        self.decided = [earlier.get(item.path.resolve()) for item in self.items]
        """The label decided on for each item; None where it is open."""

    def close(self) -> None:
        """Lets others review the manifest."""
        self._file_lock.release()

    def __enter__(self) -> Review:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def counts(self) -> dict[str, int]:
        """Returns how many items are open, kept and changed."""
        states = map(_state, self.items, self.decided)
        return dict.fromkeys((OPEN, KEPT, CHANGED), 0) | Counter(states)

    def decide(self, index: int, label: str | None) -> None:
        """Decides on an item and writes the manifest; if that fails, nothing is decided.

        Args:
            index: Of `items`.
            label: What it shows. None takes an earlier decision back.

        Raises:
            ConfigError: There is no such item or label.
            OSError: The manifest can't be written.
        """
        if not 0 <= index < len(self.items) or (label is not None and label not in self.labels):
            raise ConfigError(f"no image {index}, or no label {label!r}")
        with self._lock:
            decided = [*self.decided]
            decided[index] = label
            rows = [{**row, "review": OPEN} for row in self._rows]
            for item, choice in zip(self.items, decided, strict=True):
                row = rows[item.row]
                row.pop("label_before", None)
                row |= {"label": choice or item.given, "review": _state(item, choice)}
                if row["review"] == CHANGED:
                    row["label_before"] = item.given
            read.write_rows(rows, self.output)
            self.decided = decided

    def _earlier_decisions(self) -> dict[Path, str]:
        """Returns the labels that an earlier review decided on, by path."""
        if not self.output.exists():
            return {}
        samples = read.read_images(self.output).samples
        if not all("review" in sample.metadata for sample in samples):
            raise OutputExistsError(
                f"{self.output} exists already and isn't the manifest of a review. Choose "
                "another name."
            )
        return {s.path.resolve(): s.label for s in samples if s.metadata["review"] != OPEN}


def _state(item: ReviewItem, decided: str | None) -> str:
    if decided is None:
        return OPEN
    return KEPT if decided == item.given else CHANGED


class ReviewServer(ThreadingHTTPServer):
    """Serves one review on 127.0.0.1."""

    daemon_threads = True

    def __init__(self, review: Review, *, port: int = 0) -> None:
        """Begins to listen, on a free port if it is 0.

        Raises:
            OSError: The port is taken.
        """
        super().__init__(("127.0.0.1", port), _Handler)
        self.review = review
        self.token = secrets.token_urlsafe(24)
        self.nonce = secrets.token_urlsafe(24)
        self.hosts = [f"{name}:{self.server_port}" for name in ("127.0.0.1", "localhost")]

    @property
    def url(self) -> str:
        """Address of the page, with the token."""
        return f"http://127.0.0.1:{self.server_port}/{self.token}/"

    def run(self) -> None:
        """Answers until SIGINT or SIGTERM. To be called from the main thread."""
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        with contextlib.suppress(KeyboardInterrupt):
            self.serve_forever()


class _RefusedError(Exception):
    """Status and message of an answer."""


class _Handler(BaseHTTPRequestHandler):
    server: ReviewServer
    timeout = 60
    error_content_type = "text/plain; charset=utf-8"
    error_message_format = "%(explain)s"

    def do_GET(self) -> None:
        self._answer(self._content)

    def do_POST(self) -> None:
        self._answer(self._decide)

    def log_message(self, format: str, *args: object) -> None:
        pass

    def _answer(self, content: Callable[[str], tuple[str, bytes]]) -> None:
        with contextlib.suppress(ConnectionError):  # the browser was closed
            try:
                kind, body = content(self._allowed_path())
            except _RefusedError as error:
                self.send_error(error.args[0], explain=error.args[1])
                return
            except (CheckboxNetError, OSError) as error:
                wrong = isinstance(error, ConfigError)
                self.send_error(400 if wrong else 500, explain=str(error))
                return
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Content-Security-Policy", _POLICY.replace("NONCE", self.server.nonce))
            self.send_header("Referrer-Policy", "no-referrer")
            self.send_header("X-Content-Type-Options", "nosniff")
            self.send_header("Cross-Origin-Resource-Policy", "same-origin")
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            self.wfile.write(body)

    def _allowed_path(self) -> str:
        """Returns the path behind the token, if the request is one of our own page."""
        if self.headers.get("Host") not in self.server.hosts:
            raise _RefusedError(403, "another host")
        # Browsers name the origin of every POST.
        origin = self.headers.get("Origin", "" if self.command == "POST" else None)
        if origin is not None and origin not in [f"http://{host}" for host in self.server.hosts]:
            raise _RefusedError(403, "another origin")
        token, slash, path = self.path.removeprefix("/").partition("/")
        if not slash or not hmac.compare_digest(token.encode(), self.server.token.encode()):
            raise _RefusedError(404, "use the address that was printed")
        return path

    def _content(self, path: str) -> tuple[str, bytes]:
        review = self.server.review
        if path == "":
            html = Path(__file__).with_name("review.html").read_text(encoding="utf-8")
            return "text/html; charset=utf-8", html.replace("NONCE", self.server.nonce).encode()
        if path == "items":
            return "application/json", json.dumps(_summary(review)).encode()
        number = path.removeprefix("picture/")
        if number == path or not number.isdecimal() or int(number) >= len(review.items):
            raise _RefusedError(404, "no such page")
        # Written anew, so that no byte of a file reaches the browser as it is.
        image = Image.fromarray(open_image(review.items[int(number)].path))
        image.thumbnail(_LARGEST_PICTURE)
        image.save(buffer := io.BytesIO(), "WEBP", quality=90)
        return "image/webp", buffer.getvalue()

    def _decide(self, path: str) -> tuple[str, bytes]:
        length = self.headers.get("Content-Length", "")
        if path != "decision" or not length.isdecimal():
            raise _RefusedError(404, "no such page")
        body = self.rfile.read(min(int(length), _MOST_BODY_BYTES))
        asked = parse_json(body, source="body", error=ConfigError)
        if not isinstance(asked, dict) or type(asked.get("index")) is not int:
            raise ConfigError("expected an object with an index and a label")
        self.server.review.decide(asked["index"], asked.get("label"))
        return "application/json", b"{}"


def _summary(review: Review) -> dict[str, Any]:
    root = os.path.commonpath([item.path.resolve().parent for item in review.items])
    items = [
        {
            "name": os.path.relpath(item.path.resolve(), root),
            "given": item.given,
            "decided": decided,
            "probabilities": dict(item.probabilities),
        }
        for item, decided in zip(review.items, review.decided, strict=True)
    ]
    return {"labels": list(review.labels), "items": items}
