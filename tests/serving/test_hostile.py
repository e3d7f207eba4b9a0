"""Requests made to break the server: each gets one answer, and none is 500.

The long run: CHECKBOXNET_MUTANTS=20000 pytest tests/serving/test_hostile.py
"""

from __future__ import annotations

import os
import socket
import struct
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from serving.helpers import END, FORM, SECONDS, files, part, png, running
from starlette.testclient import TestClient

from checkboxnet import Model
from checkboxnet.serving.app import create_app
from checkboxnet.serving.config import Limits

MUTANTS = int(os.environ.get("CHECKBOXNET_MUTANTS", "100"))

Client = Callable[..., TestClient]


def bomb(width: int, height: int) -> bytes:
    """A PNG that declares any size."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        checksum = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + checksum

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IEND", b"")


BODY = part(png()) + part(png(), 'name="images"; filename="b.png"') + END


@pytest.fixture(scope="module")
def asking(model: Model) -> Iterator[TestClient]:
    """Raises what the application raises, so that no exception hides behind a 500."""
    with TestClient(create_app(model)) as client:
        yield client


@pytest.fixture(scope="module")
def address(model: Model) -> Iterator[str]:
    with running(model) as address:
        yield address


def post(asking: TestClient, body: bytes, content_type: bytes = FORM.encode()) -> httpx2.Response:
    return asking.post("/predict", content=body, headers={b"content-type": content_type})  # type: ignore[dict-item, return-value]


def test_a_form_is_taken_whole_or_refused(asking: TestClient) -> None:
    assert len(post(asking, BODY).json()["results"]) == 2
    # The closing boundary need not be followed by a line break.
    for length in range(len(BODY) - 2):
        response = post(asking, BODY[:length])
        assert response.status_code == 400, length
        assert response.json()["detail"]


@settings(max_examples=MUTANTS, deadline=None, derandomize=True)
@given(
    changes=st.lists(
        st.tuples(st.floats(0, 1), st.binary(max_size=4), st.integers(0, 4)), max_size=5
    )
)
def test_a_mutated_form_is_answered(
    asking: TestClient, changes: list[tuple[float, bytes, int]]
) -> None:
    body = BODY
    for place, inserted, removed in changes:
        at = int(place * len(body))
        body = body[:at] + inserted + body[at + removed :]
    response = post(asking, body)
    assert response.status_code in (200, 400, 422)
    assert response.json()["results" if response.status_code == 200 else "detail"]


@settings(max_examples=MUTANTS, deadline=None, derandomize=True)
@given(
    content_type=st.one_of(
        st.binary(max_size=60),
        st.builds(
            lambda kind, rest: kind + rest,
            st.sampled_from([FORM.encode(), b"multipart/form-data; ", b"image/", b"image/png;"]),
            st.binary(max_size=30),
        ),
    )
)
def test_any_content_type_is_answered(asking: TestClient, content_type: bytes) -> None:
    assert post(asking, BODY, content_type).status_code in (200, 400, 415, 422)


@pytest.mark.parametrize(
    "charset", ["undefined", "punycode", "unicode_escape", "idna", "hex", "utf-16", "nonsense", ""]
)
def test_names_are_utf_8_or_refused(asking: TestClient, charset: str) -> None:
    # Decoding by these ends in an error, or in text that JSON can't hold.
    body = part(png(), r'name="images"; filename="\ud800.png"') + END
    response = post(asking, body, f"{FORM}; charset={charset}".encode())
    assert response.status_code == 415
    assert post(asking, body, f"{FORM}; charset=UTF-8".encode()).status_code == 200


def test_names_of_any_bytes_come_back_as_json(asking: TestClient) -> None:
    for name in (b"\xff\xfe", b"\x00", b"../../etc/passwd", b"a" * 3000, "🎛".encode(), b""):
        disposition = b'name="images"; filename="' + name + b'"'
        response = post(asking, part(png(), disposition) + END)
        assert response.status_code == 200, name
        assert response.json()["results"][0]["label"]


def test_ten_thousand_parts(asking: TestClient) -> None:
    for disposition in ('name="images"; filename="a.png"', 'name="a"'):
        response = post(asking, part(b"x", disposition) * 10_000 + END)
        assert response.status_code == 400
        assert "Maximum number" in response.json()["detail"]


def test_huge_headers(asking: TestClient) -> None:
    for name in ("x", "cookie", "authorization", "content-length", "expect"):
        response = asking.post("/predict", files={"images": png()}, headers={name: "9" * 10**6})
        assert response.status_code == (413 if name == "content-length" else 200), name


def test_huge_part_heads(asking: TestClient) -> None:
    for head in ('name="images"; filename="' + "a" * 10**6 + '"', "x: y\r\n" * 10**5):
        assert post(asking, part(png(), head) + END).status_code == 400


@pytest.mark.parametrize("size", [(50_000, 50_000), (2**31 - 1, 1), (0, 0), (7000, 7000)])
def test_decompression_bombs(asking: TestClient, size: tuple[int, int]) -> None:
    response = post(asking, part(bomb(*size)) + part(png()) + END)
    assert response.status_code == 200
    assert [list(result)[1] for result in response.json()["results"]] == ["error", "label"]


def exchange(address: str, *pieces: bytes) -> bytes:
    """Sends pieces over a connection of its own and returns all that comes back."""
    parts = urlsplit(address)
    with socket.create_connection((parts.hostname, parts.port), SECONDS) as connection:
        for piece in pieces:
            connection.sendall(piece)
        received = b""
        while chunk := connection.recv(65536):
            received += chunk
        return received


CLOSE = b"Connection: close\r\n"
POST = b"POST /predict HTTP/1.1\r\nHost: x\r\n" + CLOSE + f"Content-Type: {FORM}\r\n".encode()
CHUNKED = b"Transfer-Encoding: chunked\r\n\r\n"


@pytest.mark.parametrize(
    ("pieces", "status"),
    [
        ([b"\x16\x03\x01 not HTTP\r\n\r\n"], 400),
        ([b"GET /healthz HTTP/1.1\r\nHost: x\r\nX: " + b"a" * 17_000], 400),
        ([b"GET /healthz HTTP/1.1\r\nHost: x\r\n" + b"X: y\r\n" * 3000], 400),
        ([b"GET /" + b"a" * 17_000], 400),
        ([POST + b"Content-Length: -1\r\n\r\n"], 400),
        ([POST + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nx"], 400),
        ([POST + b"Content-Length: " + b"9" * 19 + b"\r\n\r\n"], 413),
        ([POST + CHUNKED, b"zz\r\n"], 400),
        ([POST + CHUNKED, b"%x\r\n" % len(BODY), BODY, b"\r\n0\r\n\r\n"], 200),
        ([POST + b"Content-Length: 0\r\n\r\n"], 400),
        ([b"PUT /predict HTTP/1.1\r\nHost: x\r\n" + CLOSE + b"\r\n"], 405),
        ([b"GET /%00%ff/../predict HTTP/1.1\r\nHost: x\r\n" + CLOSE + b"\r\n"], 404),
        ([b"GET /predict HTTP/1.1\r\nHost: x\r\n" + CLOSE + b"Upgrade: websocket\r\n\r\n"], 405),
    ],
)  # fmt: skip
def test_bytes_on_the_wire(address: str, pieces: list[bytes], status: int) -> None:
    answer = exchange(address, *pieces)
    assert answer.startswith(b"HTTP/1.1 %d " % status), answer[:200]
    assert answer.count(b"HTTP/1.1 ") == 1


def test_a_body_that_stays_away_on_the_wire(model: Model) -> None:
    with running(model, Limits(timeout=0.1)) as address:
        answer = exchange(address, POST + b"Content-Length: 1000\r\n\r\n", BODY[:400])
    assert answer.startswith(b"HTTP/1.1 408 ")


def test_the_server_goes_on_after_all_that(address: str, paths: list[Path]) -> None:
    response = httpx2.post(f"{address}/predict", files=files(paths), timeout=SECONDS)
    assert response.status_code == 200
