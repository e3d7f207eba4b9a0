"""A review in the browser of whoever started it, and of nobody else.

It listens on the loopback address only. Every address begins with a token that only the starter
sees; requests for another host (DNS rebinding) or from another origin (forged ones) are refused.
Pictures are decoded and written anew, so that no byte of a file reaches the browser as it is.
"""

from __future__ import annotations

import contextlib
import hmac
import io
import json
import logging
import os
import secrets
import signal
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from PIL import Image

from checkboxnet.dataset.review import Review
from checkboxnet.errors import CheckboxNetError, ConfigError
from checkboxnet.picture.read import open_image
from checkboxnet.report.files import parse_json

logger = logging.getLogger(__name__)

_PAGE = Path(__file__).parent / "page"
_ASSETS = {
    "": ("review.html", "text/html; charset=utf-8"),
    "review.css": ("review.css", "text/css; charset=utf-8"),
    "review.js": ("review.js", "text/javascript; charset=utf-8"),
}
_SIZES = {"thumbnail": (320, 160), "picture": (1600, 1600)}
_MOST_BODY_BYTES = 10_000
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


class ReviewServer(ThreadingHTTPServer):
    """Serves one review."""

    daemon_threads = True

    def __init__(self, review: Review, *, port: int = 0) -> None:
        """Listens on 127.0.0.1.

        Args:
            review: What is reviewed.
            port: 0 takes a free one.

        Raises:
            OSError: The port is taken.
        """
        super().__init__(("127.0.0.1", port), _Handler)
        self.review = review
        self.token = secrets.token_urlsafe(24)
        names = [f"{name}:{self.server_port}" for name in ("127.0.0.1", "localhost")]
        self.hosts = frozenset(names)
        self.origins = frozenset(f"http://{name}" for name in names)

    @property
    def url(self) -> str:
        """Address of the page, with the token."""
        return f"http://127.0.0.1:{self.server_port}/{self.token}/"

    def run(self) -> None:
        """Answers until SIGINT or SIGTERM. To be called from the main thread."""
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        with contextlib.suppress(KeyboardInterrupt):
            self.serve_forever()


class _Refusal(Exception):
    def __init__(self, status: HTTPStatus, message: str) -> None:
        super().__init__(message)
        self.status = status


class _Handler(BaseHTTPRequestHandler):
    server: ReviewServer
    protocol_version = "HTTP/1.1"
    timeout = 60
    server_version = "checkboxnet"
    sys_version = ""

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def log_message(self, format: str, *args: object) -> None:
        logger.debug(format, *args)

    def _answer(self) -> None:
        try:
            parts = self._allowed_path()
            if self.command == "POST":
                body, kind = self._decide(parts), "application/json"
            else:
                body, kind = self._content(parts)
        except _Refusal as refusal:
            self.close_connection = True  # its body may not have been read
            self._send(refusal.status, str(refusal).encode(), "text/plain; charset=utf-8")
        except (CheckboxNetError, OSError) as error:
            self.close_connection = True
            status = HTTPStatus.INTERNAL_SERVER_ERROR
            if isinstance(error, ConfigError):
                status = HTTPStatus.BAD_REQUEST
            self._send(status, str(error).encode(), "text/plain; charset=utf-8")
        else:
            self._send(HTTPStatus.OK, body, kind)

    def _allowed_path(self) -> list[str]:
        """Returns the path's parts behind the token.

        Raises:
            _Refusal: The request isn't one of our own page.
        """
        if self.headers.get("Host") not in self.server.hosts:
            raise _Refusal(HTTPStatus.FORBIDDEN, "another host")
        origin = self.headers.get("Origin")
        # Browsers name the origin of every POST.
        if origin not in self.server.origins and not (origin is None and self.command == "GET"):
            raise _Refusal(HTTPStatus.FORBIDDEN, "another origin")
        token, *parts = self.path.removeprefix("/").split("/")
        if not parts or not hmac.compare_digest(token.encode(), self.server.token.encode()):
            raise _Refusal(HTTPStatus.NOT_FOUND, "use the address that was printed")
        return parts

    def _content(self, parts: list[str]) -> tuple[bytes, str]:
        review = self.server.review
        match parts:
            case [name] if name in _ASSETS:
                file, kind = _ASSETS[name]
                return (_PAGE / file).read_bytes(), kind
            case ["items"]:
                return json.dumps(_items(review)).encode(), "application/json"
            case [size, number] if size in _SIZES and number.isdecimal():
                if int(number) < len(review.items):
                    return _picture(review.items[int(number)].path, _SIZES[size]), "image/webp"
        raise _Refusal(HTTPStatus.NOT_FOUND, "no such page")

    def _decide(self, parts: list[str]) -> bytes:
        if parts != ["decision"]:
            raise _Refusal(HTTPStatus.NOT_FOUND, "no such page")
        length = self.headers.get("Content-Length", "")
        if not length.isdecimal() or int(length) > _MOST_BODY_BYTES:
            raise _Refusal(HTTPStatus.BAD_REQUEST, "expected a short body")
        body = self.rfile.read(int(length))
        asked = parse_json(body, source="body", error=partial(_Refusal, HTTPStatus.BAD_REQUEST))
        try:
            index, label, skipped = asked["index"], asked.get("label"), asked.get("skipped", False)
        except (TypeError, KeyError, AttributeError) as error:
            raise _Refusal(HTTPStatus.BAD_REQUEST, "expected an object with an index") from error
        if type(index) is not int or type(skipped) is not bool:
            raise _Refusal(HTTPStatus.BAD_REQUEST, "index must be a number, skipped true or false")
        self.server.review.decide(index, label=label, skipped=skipped)
        return json.dumps(_decision(self.server.review, index)).encode()

    def _send(self, status: HTTPStatus, body: bytes, kind: str) -> None:
        # Who has gone away wants no answer.
        with contextlib.suppress(ConnectionError):
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Content-Security-Policy", _POLICY)
            self.send_header("Referrer-Policy", "no-referrer")
            self.send_header("X-Content-Type-Options", "nosniff")
            self.send_header("Cross-Origin-Resource-Policy", "same-origin")
            lasting = kind == "image/webp" and status is HTTPStatus.OK
            self.send_header("Cache-Control", "private, max-age=3600" if lasting else "no-store")
            if self.close_connection:
                self.send_header("Connection", "close")
            self.end_headers()
            self.wfile.write(body)


def _items(review: Review) -> dict[str, Any]:
    root = os.path.commonpath([item.path.resolve().parent for item in review.items])
    return {
        "labels": list(review.labels),
        "manifest": str(review.manifest),
        "items": [
            {
                "name": os.path.relpath(item.path.resolve(), root),
                "given": item.given,
                "probabilities": dict(item.prediction.probabilities),
                **_decision(review, index),
            }
            for index, item in enumerate(review.items)
        ],
    }


def _decision(review: Review, index: int) -> dict[str, str]:
    return {"label": review.label(index), "review": review.state(index)}


def _picture(path: Path, size: tuple[int, int]) -> bytes:
    image = Image.fromarray(open_image(path))
    image.thumbnail(size)
    buffer = io.BytesIO()
    image.save(buffer, "WEBP", quality=90)
    return buffer.getvalue()
