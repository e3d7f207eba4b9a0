"""A review of labels, through its server and in a real browser."""

from __future__ import annotations

import http.client
import json
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from conftest import ROOT, Outcome, draw_control
from playwright.sync_api import Page, expect, sync_playwright

from checkboxnet import Model, load_model
from checkboxnet.browser.launch import BROWSER_OPTIONS, runs_as_root
from checkboxnet.dataset import read
from checkboxnet.dataset.read import read_images, write_manifest
from checkboxnet.dataset.review import Review, ReviewServer
from checkboxnet.errors import ConfigError, DatasetError, OutputBusyError, OutputExistsError

Answer = tuple[int, dict[str, str], bytes]


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model()


@pytest.fixture
def crops(tmp_path: Path) -> Path:
    """Twelve drawn controls, one of which is labelled wrongly, and a file that is no image."""
    folder = tmp_path / "crops"
    for label in ("checked", "unchecked", "other"):
        (folder / label).mkdir(parents=True)
        for seed in range(4):
            drawn = "checked" if (label, seed) == ("unchecked", 3) else label
            draw_control(drawn, seed).save(folder / label / f"{seed}.png")
    (folder / "other" / "broken.png").write_bytes(b"no image")
    return folder


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def labels_in(manifest: Path, folder: Path) -> dict[str, tuple[str, str]]:
    return {
        sample.path.resolve().relative_to(folder).as_posix(): (
            sample.label,
            sample.metadata["review"],
        )
        for sample in read_images(manifest).samples
    }


@contextmanager
def serving(review: Review) -> Iterator[ReviewServer]:
    with ReviewServer(review) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def opened(browser: str, url: str, **options: Any) -> Iterator[tuple[Page, list[str]]]:
    """Yields the page, and all requests, console messages and errors but for its own requests."""
    heard: list[str] = []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=browser, args=list(BROWSER_OPTIONS), chromium_sandbox=not runs_as_root()
        )
        page = chromium.new_context(**options).new_page()
        page.on("console", lambda message: heard.append(message.text))
        page.on("pageerror", lambda error: heard.append(str(error)))
        page.on("request", lambda r: r.url.startswith((url, "data:")) or heard.append(r.url))
        page.goto(url)
        page.wait_for_selector("#choices button")
        yield page, heard
        chromium.close()


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)
    expect(page.locator("#status")).to_have_text("saved")


# The review itself.


def test_the_most_doubtful_comes_first_and_all_images_have_a_row(
    crops: Path, tmp_path: Path, model: Model
) -> None:
    before = contents(crops)
    with Review(read_images(crops), tmp_path / "review.csv", model=model) as review:
        assert review.items[0].path == crops / "unchecked" / "3.png"
        shares = [item.probabilities[item.given] for item in review.items]
        assert shares == sorted(shares)
        assert not review.output.exists()
        review.decide(0, "checked")
        review.decide(1, review.items[1].given)
        assert review.counts() == {"open": 10, "kept": 1, "changed": 1}
        assert len(review.unreadable) == 1
    found = labels_in(review.output, crops)
    assert len(found) == 13
    assert found["unchecked/3.png"] == ("checked", "changed")
    assert found["other/broken.png"] == ("other", "open")
    assert contents(crops) == before


@pytest.mark.parametrize("ending", [".csv", ".jsonl"])
def test_it_goes_on_and_keeps_all_columns(
    crops: Path, tmp_path: Path, model: Model, ending: str
) -> None:
    rows = [
        {"path": f"{label}/{seed}.png", "label": label, "split": "val", "group": "g", "kit": "k"}
        for label in ("checked", "unchecked")
        for seed in range(4)
    ]
    source = crops / "set.jsonl"
    source.write_text("".join(json.dumps(row) + "\n" for row in rows))
    manifest = tmp_path / "new" / f"review{ending}"
    with Review(read_images(source), manifest, model=model) as first:
        order = [item.path for item in first.items]
        first.decide(0, "checked")
        first.decide(1, order[1].parent.name)
        first.decide(2, "other")
        first.decide(2, None)
    with Review(read_images(source), manifest, model=model) as second:
        assert [item.path for item in second.items] == order
        assert second.decided[:3] == ["checked", order[1].parent.name, None]
        assert second.items[0].given == "unchecked"
        second.decide(0, "unchecked")
    for sample in read_images(manifest).samples:
        assert (sample.split, sample.group, sample.metadata["kit"]) == ("val", "g", "k")
        assert not sample.metadata.get("label_before")
        assert sample.label == sample.path.parent.name


def test_what_is_there_is_spared(crops: Path, tmp_path: Path, model: Model) -> None:
    images = read_images(crops)
    (crops / "other" / "broken.png").unlink()
    own = write_manifest(read_images(crops), tmp_path / "own.csv")
    before = own.read_bytes()
    with pytest.raises(OutputExistsError, match="isn't the manifest of a review"):
        Review(images, own, model=model)
    with pytest.raises(ConfigError, match="name another manifest"):
        Review(read_images(own), own, model=model)
    with pytest.raises(DatasetError, match=r"\.csv or \.jsonl"):
        Review(images, tmp_path / "review.txt", model=model)
    assert own.read_bytes() == before


def test_two_reviews_of_one_manifest_are_refused(crops: Path, tmp_path: Path, model: Model) -> None:
    images, manifest = read_images(crops), tmp_path / "review.csv"
    with (
        Review(images, manifest, model=model),
        pytest.raises(OutputBusyError, match="another review"),
    ):
        Review(images, manifest, model=model)
    Review(images, manifest, model=model).close()


def test_a_full_disk_decides_nothing(
    crops: Path, tmp_path: Path, model: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Review(read_images(crops), tmp_path / "review.csv", model=model) as review:
        review.decide(0, "checked")
        before = review.output.read_bytes()

        def fail(*_: object) -> None:
            raise OSError("no space left")

        monkeypatch.setattr(read, "write_rows", fail)
        with pytest.raises(OSError, match="no space"):
            review.decide(1, "other")
        assert review.decided[1] is None
        assert review.output.read_bytes() == before


# Its server.


@pytest.fixture
def server(crops: Path, tmp_path: Path, model: Model) -> Iterator[ReviewServer]:
    with (
        Review(read_images(crops), tmp_path / "review.jsonl", model=model) as review,
        serving(review) as started,
    ):
        yield started


def ask(
    server: ReviewServer,
    path: str,
    *,
    method: str = "GET",
    body: str | None = None,
    token: str | None = None,
    **headers: str,
) -> Answer:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=30)
    target = f"/{server.token if token is None else token}/{path}"
    connection.request(method, target, body, {k.replace("_", "-"): v for k, v in headers.items()})
    response = connection.getresponse()
    answer = response.status, dict(response.headers), response.read()
    connection.close()
    return answer


def post(server: ReviewServer, body: object, **headers: str) -> int:
    origin = f"http://127.0.0.1:{server.server_port}"
    text = body if isinstance(body, str) else json.dumps(body)
    return ask(server, "decision", method="POST", body=text, **({"Origin": origin} | headers))[0]


DECISION = {"index": 0, "label": "checked"}


def test_it_listens_on_the_loopback_address_only(server: ReviewServer) -> None:
    assert server.server_address[0] == "127.0.0.1"


def test_everything_needs_the_token(server: ReviewServer) -> None:
    for path in ("", "items", "picture/0"):
        assert ask(server, path)[0] == 200
        for token in ("", "x", server.token[:-1], server.token + "x", "%C3%A9"):
            assert ask(server, path, token=token)[0] == 404


def test_other_hosts_are_refused(server: ReviewServer) -> None:
    """What a page does that has its own name point to 127.0.0.1 (DNS rebinding)."""
    port = server.server_port
    assert ask(server, "items", Host=f"localhost:{port}")[0] == 200
    for host in ("evil.example", f"evil.example:{port}", "127.0.0.1", f"127.0.0.1:{port + 1}", ""):
        assert ask(server, "items", Host=host)[0] == 403, host


def test_other_origins_are_refused(server: ReviewServer) -> None:
    port = server.server_port
    assert post(server, DECISION) == 200
    for origin in ("http://evil.example", "null", f"http://127.0.0.1:{port + 1}", ""):
        assert post(server, {"index": 1, "label": "other"}, Origin=origin) == 403, origin
        assert ask(server, "items", Origin=origin)[0] == 403, origin
    # A POST that names no origin is no browser's.
    assert ask(server, "decision", method="POST", body=json.dumps(DECISION))[0] == 403
    assert server.review.decided[1] is None


def test_malformed_decisions_are_refused(server: ReviewServer) -> None:
    for body in (
        "",
        "{",
        "[]",
        "3",
        {},
        {"index": -1},
        {"index": 12},
        {"index": "0", "label": "checked"},
        {"index": True, "label": "checked"},
        {"index": 0, "label": "ticked"},
        {"index": 0, "label": ["checked"]},
        "x" * 10_001,
        "[" * 9_000,
    ):
        assert post(server, body) == 400, body
    assert not server.review.output.exists()


def test_only_images_of_the_set_are_served(server: ReviewServer) -> None:
    for path in (
        "picture/12",
        "picture/-1",
        "picture/x",
        "picture/..",
        "../../../etc/passwd",
        "picture/%2e%2e/review.py",
        "review.html",
        "picture/0/0",
        "decision",
        "nothing",
    ):
        assert ask(server, path)[0] == 404, path


def test_pictures_are_written_anew(server: ReviewServer, crops: Path) -> None:
    status, headers, body = ask(server, "picture/0")
    assert (status, headers["Content-Type"], body[8:12]) == (200, "image/webp", b"WEBP")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    server.review.items[0].path.write_bytes(b"<script>alert(1)</script>")
    status, headers, body = ask(server, "picture/0")
    assert (status, headers["Content-Type"]) == (500, "text/plain; charset=utf-8")
    assert b"script" not in body


def test_an_answer_to_anybody_holds_no_secret(server: ReviewServer) -> None:
    _, headers, body = ask(server, "items", token="x")  # noqa: S106
    assert server.token not in f"{headers} {body!r}"
    assert server.token not in str(ask(server, "")[1:])


# Its page.


def test_keys_and_clicks_decide_undo_and_move(
    browser: str, server: ReviewServer, crops: Path
) -> None:
    review = server.review
    names = [item.path.relative_to(crops).as_posix() for item in review.items]
    with opened(browser, server.url) as (page, heard):
        name = page.locator("#name")
        assert name.inner_text() == names[0] == "unchecked/3.png"
        press(page, "1", "3", "2")
        expect(name).to_have_text(names[3])
        assert review.decided[:4] == ["checked", "other", "unchecked", None]
        press(page, "z", "z")
        expect(name).to_have_text(names[1])
        assert review.decided[:3] == ["checked", None, None]
        page.keyboard.press("ArrowLeft")
        assert name.inner_text() == names[0]
        page.keyboard.press("Control+1")  # the browser's own key
        page.keyboard.press("ArrowRight")
        assert name.inner_text() == names[1]
        page.locator("#choices button", has_text="other").click()
        expect(name).to_have_text(names[2])
        assert review.decided[:3] == ["checked", "other", None]
        page.locator("#undo").click()
        expect(name).to_have_text(names[1])
        assert "1 decided" in page.locator("#count").inner_text()
        assert page.locator("#picture").evaluate("image => image.decode().then(() => true)")
        assert heard == []
    found = labels_in(review.output, crops)
    assert found["unchecked/3.png"] == ("checked", "changed")


def test_what_is_not_saved_is_said_and_taken_back(
    browser: str, server: ReviewServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError("no space left")

    with opened(browser, server.url) as (page, _):
        monkeypatch.setattr(read, "write_rows", fail)
        # Both before the first has failed: the second was meant for the next image.
        page.evaluate(
            """for (const key of "12") dispatchEvent(new KeyboardEvent("keydown", { key }))"""
        )
        page.get_by_text("Not saved: no space left").wait_for()
        monkeypatch.undo()
        press(page, "ArrowRight", "3")
        assert server.review.decided[:2] == [None, "other"]
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("ArrowLeft")
        assert page.locator("#name").inner_text() == "unchecked/3.png"
        assert "1 decided" in page.locator("#count").inner_text()


def test_names_are_text(browser: str, tmp_path: Path, model: Model) -> None:
    folder = tmp_path / "crops" / "checked"
    folder.mkdir(parents=True)
    hostile = "<img src=x onerror=alert(1)>.png"
    draw_control("checked", 1).save(folder / hostile)
    with (
        Review(read_images(folder.parent), tmp_path / "review.csv", model=model) as review,
        serving(review) as server,
        opened(browser, server.url) as (page, heard),
    ):
        assert page.locator("#name").inner_text() == hostile
        assert page.locator("img[src=x]").count() == 0
        assert heard == []


# The command.


@contextmanager
def command(source: Path, manifest: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Yields the running command, which is killed at the end, and the address it printed."""
    arguments = [sys.executable, "-m", "checkboxnet", "data", "review", source, "-o", manifest]
    with subprocess.Popen(
        arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT
    ) as process:
        try:
            assert process.stdout is not None
            yield process, process.stdout.readline().strip()
        finally:
            process.kill()


@pytest.mark.slow
def test_it_goes_on_after_a_kill(browser: str, crops: Path, tmp_path: Path) -> None:
    before, manifest = contents(crops), tmp_path / "review.jsonl"
    with command(crops, manifest) as (_, url), opened(browser, url) as (page, _):
        press(page, "1", "3", "2")
        expect(page.locator("#count")).to_have_text("image 4 of 12, 3 decided")
        name = page.locator("#name").inner_text()
    with command(crops, manifest) as (again, other_url):
        assert urlsplit(url).path != urlsplit(other_url).path
        with opened(browser, other_url) as (page, heard):
            # It begins where the other ended.
            assert page.locator("#name").inner_text() == name
            press(page, "3")
            assert heard == []
        again.send_signal(signal.SIGTERM)
        _, messages = again.communicate()
    assert again.returncode == 0
    assert "12 images: 8 open" in messages
    assert "not shown" in messages
    assert labels_in(manifest, crops)["unchecked/3.png"] == ("checked", "changed")
    assert contents(crops) == before


def test_a_wrong_manifest_ends_the_command(
    cli: Callable[..., Outcome], crops: Path, tmp_path: Path
) -> None:
    done = cli("data", "review", crops, "-o", tmp_path / "review.txt")
    assert done.code == 1
    assert "ends in .csv or .jsonl" in done.err
