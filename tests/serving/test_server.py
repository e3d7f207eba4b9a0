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
from conftest import ROOT, Outcome
from serving.helpers import END, FORM, SECONDS, files, part, running, sample

from checkboxnet import Model
from checkboxnet.serving.config import Limits

SIGNALS = [signal.SIGTERM, signal.SIGINT]


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


@pytest.mark.parametrize("stop", SIGNALS, ids=lambda each: each.name)
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


def test_who_listens_beyond_loopback_without_a_token_is_warned() -> None:
    with command("--host", "0.0.0.0") as (process, said):  # noqa: S104
        assert "warning: other machines can reach 0.0.0.0, and no token is needed" in said
    with command("--host", "0.0.0.0", CHECKBOXNET_TOKEN="s3cret") as (process, said):  # noqa: S104, S106
        assert "warning" not in said
        address = address_in(said).replace("0.0.0.0", "127.0.0.1")  # noqa: S104
        assert httpx2.post(f"{address}/predict").status_code == 401
        assert "s3cret" not in Path(f"/proc/{process.pid}/cmdline").read_text()


def test_wrong_usage_is_told(cli: Callable[..., Outcome], tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        outcome = cli("serve", "--port", port)
    assert outcome.code == 1
    assert f"'127.0.0.1', {port}" in outcome.err
    assert cli("serve", "--queue", 0).code == 2
    outcome = cli("serve", "--timeout", -1)
    assert (outcome.code, outcome.err) == (2, "error: seconds must be more than 0, got -1.0\n")
    outcome = cli("serve", "--token-file", tmp_path / "none")
    assert outcome.code == 2
    assert "the token cannot be read" in outcome.err


def test_a_missing_extra_is_named(python: Callable[[str], str]) -> None:
    for missing in ("fastapi", "uvicorn", "prometheus_fastapi_instrumentator", "python_multipart"):
        code = (
            f"import sys; sys.modules['{missing}'] = None; sys.stderr = sys.stdout\n"
            "import checkboxnet.cli\n"
            "try: checkboxnet.cli.main(['serve', '--port', '0'])\n"
            "except SystemExit as stop: print(stop.code)"
        )
        assert python(code) == (
            f"error: {missing} is not installed. Install it with: "
            "pip install 'checkboxnet[serve]'\n1\n"
        )


def test_other_commands_do_not_load_the_extra(python: Callable[[str], str]) -> None:
    code = (
        "import sys, checkboxnet.cli; print({'fastapi', 'uvicorn', 'starlette'} & {*sys.modules})"
    )
    assert python(code).strip() == "set()"


def test_every_request_gets_its_own_answer_exactly_once(model: Model, paths: list[Path]) -> None:
    """Far more at once than the server holds: refused ones come again until they are answered."""
    expected = {path: model.predict(path) for path in paths}
    refused = 0

    def ask(number: int) -> None:
        nonlocal refused
        path = paths[number % len(paths)]
        while True:
            response = httpx2.post(f"{address}/predict", files=files([path]), timeout=SECONDS)
            if response.status_code == 200:
                break
            assert response.status_code == 503
            refused += 1
            time.sleep(0.1)
        [result] = response.json()["results"]
        assert result["filename"] == path.name
        assert result["label"] == expected[path].label
        assert result["probabilities"] == pytest.approx(expected[path].probabilities, abs=1e-5)

    with running(model, Limits(requests=4)) as address:
        with ThreadPoolExecutor(24) as pool:
            list(pool.map(ask, range(60)))
        metrics = httpx2.get(f"{address}/metrics").text
    assert refused > 0
    answered = 'http_requests_total{handler="/predict",method="POST",status="200"}'
    assert sample(metrics, answered) == 60
