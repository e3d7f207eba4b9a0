"""A real server on the loopback interface, in this process and as a command."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import httpx2
import pytest
import uvicorn
from conftest import ROOT, Outcome
from serving.helpers import END, FORM, SECONDS, files, part, running, sample

from checkboxnet import Model
from checkboxnet.serving.config import Limits

SIGNALS = [signal.SIGTERM, pytest.param(signal.SIGINT, marks=pytest.mark.slow)]


@contextmanager
def command(*options: str, **environment: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Runs `checkboxnet serve` on a free port and yields it with all that it says first."""
    process = subprocess.Popen(
        [sys.executable, "-m", "checkboxnet", "serve", "--port", "0", *options],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT,
        env={**os.environ, **environment},
    )  # fmt: skip
    assert process.stderr is not None
    said = ""
    try:
        while "serving " not in said and (line := process.stderr.readline()):
            said += line
        yield process, said
    finally:
        process.kill()
        process.communicate()


def address_in(said: str) -> str:
    found = re.search(r"http://\S+", said)
    assert found, said
    return found[0]


def connect(address: str) -> socket.socket:
    parts = urlsplit(address)
    return socket.create_connection((parts.hostname, parts.port), SECONDS)


def refuses(address: str) -> bool:
    try:
        connect(address).close()
    except ConnectionRefusedError:
        return True
    return False


def begin(connection: socket.socket, body: bytes, sent: int) -> None:
    """Sends the head of a request and some of its body."""
    head = f"POST /predict HTTP/1.1\r\nHost: x\r\nContent-Type: {FORM}\r\n"
    connection.sendall(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body[:sent])


@pytest.mark.parametrize("stop", SIGNALS, ids=["SIGTERM", "SIGINT"])
def test_the_command_answers_what_it_has_begun_before_it_ends(
    model: Model, paths: list[Path], stop: signal.Signals
) -> None:
    with command() as (process, said):
        address = address_in(said)
        assert said == f"serving {model.name} on {address} (Ctrl-C stops it)\n"
        assert address.startswith("http://127.0.0.1:")
        assert httpx2.get(f"{address}/healthz").json()["model"] == model.name
        response = httpx2.post(f"{address}/predict", files=files(paths), timeout=SECONDS)
        expected = [prediction.label for prediction in model.predict(paths)]
        assert [result["label"] for result in response.json()["results"]] == expected

        body = part(paths[0].read_bytes()) + END
        with connect(address) as connection:
            begin(connection, body, sent=50)
            assert httpx2.get(f"{address}/healthz").status_code == 200  # it has been seen by now
            process.send_signal(stop)
            while not refuses(address):
                time.sleep(0.01)
            connection.sendall(body[50:])
            answer = connection.makefile("rb").read()
        assert answer.startswith(b"HTTP/1.1 200 OK")
        assert f'"label":"{expected[0]}"'.encode() in answer
        out, err = process.communicate(timeout=SECONDS)
        assert (process.returncode, out, err) == (0, "", "")


def test_who_listens_beyond_loopback_without_a_token_is_warned(
    cli: Callable[..., Outcome],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(uvicorn.Server, "run", lambda server, sockets: None)
    monkeypatch.setattr(signal, "signal", lambda *_: None)

    def warned(host: str) -> bool:
        caplog.clear()
        assert cli("serve", "--host", host, "--port", 0).code == 0
        return f"other machines can reach {host}, and no token is needed" in caplog.text

    monkeypatch.delenv("CHECKBOXNET_TOKEN", raising=False)
    assert not warned("127.0.0.1")
    assert warned("0.0.0.0")  # noqa: S104
    monkeypatch.setenv("CHECKBOXNET_TOKEN", "s3cret")
    assert not warned("0.0.0.0")  # noqa: S104


def test_wrong_usage_is_told(cli: Callable[..., Outcome]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        outcome = cli("serve", "--port", port)
    assert outcome.code == 1
    assert f"'127.0.0.1', {port}" in outcome.err
    assert cli("serve", "--max-connections", 0).code == 2
    outcome = cli("serve", "--timeout", -1)
    assert (outcome.code, outcome.err) == (2, "error: timeout must be more than 0, got -1.0\n")


@pytest.mark.parametrize(
    "missing", ["fastapi", "uvicorn", "prometheus_fastapi_instrumentator", "python_multipart"]
)
def test_a_missing_extra_is_named(
    cli: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    for name in list(sys.modules):
        if name.startswith((f"{missing}.", "checkboxnet.serving.")):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, missing, None)
    outcome = cli("serve", "--port", "0")
    assert outcome.code == 1
    assert outcome.err == (
        f"error: {missing} is not installed. Install it with: pip install 'checkboxnet[serve]'\n"
    )


def test_other_commands_do_not_load_the_extra(python: Callable[[str], str]) -> None:
    code = (
        "import sys, checkboxnet.cli; print({'fastapi', 'uvicorn', 'starlette'} & {*sys.modules})"
    )
    assert python(code).strip() == "set()"


def test_every_request_gets_its_own_answer_exactly_once(model: Model, paths: list[Path]) -> None:
    """More at once than the server holds: refused ones come again until they are answered."""
    expected = {path: model.predict(path) for path in paths}

    def ask(number: int) -> None:
        path = paths[number % len(paths)]
        while (response := client.post("/predict", files=files([path]))).status_code == 503:
            time.sleep(0.02)
        [result] = response.json()["results"]
        assert result["filename"] == path.name
        assert result["label"] == expected[path].label
        assert result["probabilities"] == pytest.approx(expected[path].probabilities, abs=1e-5)

    with running(model, Limits(connections=4)) as address:
        close = {"Connection": "close"}
        with httpx2.Client(base_url=address, headers=close, timeout=SECONDS) as client:
            with connect(address), connect(address), connect(address), connect(address):
                assert client.get("/healthz").status_code == 503
            with ThreadPoolExecutor(12) as pool:
                list(pool.map(ask, range(40)))
            while (metrics := client.get("/metrics")).status_code == 503:
                time.sleep(0.02)
    answered = 'http_requests_total{handler="/predict",method="POST",status="200"}'
    assert sample(metrics.text, answered) == 40
