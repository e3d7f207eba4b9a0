"""Harvests with various settings, of pages that misbehave, and of some that fail."""

from __future__ import annotations

import asyncio
import errno
import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from conftest import Outcome
from harvesting.conftest import PAGES, STATE_COLOURS, crops_of, is_vivid

from checkboxnet import HarvestConfig, HarvestReport, harvest
from checkboxnet.browser import launch, page
from checkboxnet.browser.sources import PageSource
from checkboxnet.browser.stability import StabilityWatcher
from checkboxnet.errors import HarvestError, OutputExistsError
from checkboxnet.harvesting import harvest as harvesting
from checkboxnet.harvesting.config import Framing
from checkboxnet.harvesting.store import Store

BOTH = {"checked", "unchecked"}
HANGING = Path(__file__).parent / "hanging"
LOOK_ONLY = HarvestConfig(toggle=False, framings=(Framing.LABEL,), max_others=0)
"""For tests of what does not depend on clicks."""


@pytest.fixture(autouse=True)
def _short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages here answer clicks at once; `test_stability.py` has those that don't."""
    for name, seconds in {"LONG": 0.2, "TRIAL": 0.2, "ANSWER": 0.4}.items():
        monkeypatch.setattr(StabilityWatcher, name, seconds)
    monkeypatch.setattr(launch, "_CLOSE_SECONDS", 0.5)


def test_a_list_that_is_drawn_as_it_is_scrolled_is_named(browser: str, tmp_path: Path) -> None:
    pages = {
        "virtual": (10, 3600, "auto"),
        "page-scrolls": (10, 3600, "visible"),
        "long": (100, 3600, "auto"),
        "short": (10, 360, "auto"),
        "some-space-at-the-end": (10, 600, "auto"),
    }
    for name, (rows, height, scrolls) in pages.items():
        labels = "".join(
            f"<label style='position: absolute; top: {36 * n}px'><input type=checkbox> {n}</label>"
            for n in range(rows)
        )
        (tmp_path / f"{name}.html").write_text(
            f"<!doctype html><div id=list style='height: 260px; overflow: {scrolls}'>"
            f"<div style='height: {height}px; position: relative'>{labels}</div></div>"
        )
    report = harvest(tmp_path, tmp_path / "crops", config=LOOK_ONLY)
    assert report.dropped_examples["list that is drawn as it is scrolled"] == [
        f"html ({tmp_path.name}/page-scrolls.html)",
        f"#list ({tmp_path.name}/virtual.html)",
    ]


def test_a_few_elements_are_named_for_a_reason(browser: str, tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.html").write_text(
            "".join(f"<p><span role=switch id={name}{n}>Words</span>" for n in range(2))
        )
    report = harvest(tmp_path, tmp_path / "crops", config=LOOK_ONLY)
    where = tmp_path.name
    assert report.dropped == {"no state to read": 4}
    assert report.dropped_examples["no state to read"] == [
        f"#a0 ({where}/a.html)",
        f"#a1 ({where}/a.html)",
        f"#b0 ({where}/b.html)",
    ]


def test_same_seed_gives_the_same_manifest(browser: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<p><label><input type=checkbox> One</label></p><p><button>Two</button></p>")
    config = HarvestConfig(toggle=False)
    first = harvest(page, tmp_path / "first", config=config).manifest.read_bytes()
    second = harvest(page, tmp_path / "second", config=config).manifest.read_bytes()
    other = harvest(page, tmp_path / "third", config=replace(config, seed=7))
    assert second == first
    assert other.manifest.read_bytes() != first


@pytest.mark.slow
def test_themes_scales_and_viewports_are_visited(browser: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<meta name='checkboxnet:kit' content='mine'>"
        "<style>@media (prefers-color-scheme: dark) { body { background: #111; color: #fff } }"
        "</style><p><label><input type=checkbox> Dark?</label></p>"
    )
    config = HarvestConfig(
        viewports=((1280, 800), (390, 844)), scales=(1, 2), theme="both", framings=(Framing.LOOSE,),
        toggle=False,
    )  # fmt: skip
    crops = crops_of(harvest(page, tmp_path / "crops", config=config))
    assert crops.report.visits == 8
    seen = {(row["viewport"][0], row["scale"], row["theme"]) for row in crops.rows}
    assert len(seen) == 8
    assert {row["kit"] for row in crops.rows} == {row["group"] for row in crops.rows} == {"mine"}
    for row in crops.rows:
        pixels = crops.pixels(row)
        assert (np.median(pixels) < 50) == (row["theme"] == "dark")
        assert abs(pixels.shape[1] - row["box"][2] * row["scale"]) <= 1


@pytest.mark.slow
def test_crops_show_the_control_at_every_scale(browser: str, tmp_path: Path) -> None:
    config = HarvestConfig(scales=(0.5, 1.5, 3), viewports=((900, 700),), max_others=0)
    crops = crops_of(harvest(PAGES / "native.html", tmp_path / "crops", config=config))
    for scale in config.scales:
        rows = [row for row in crops.rows if row["scale"] == scale]
        assert len([row for row in rows if row["label"] == "checked"]) >= 20
        for row in rows:
            expected = {"checked": "green", "unchecked": "red", "mixed": "blue"}[row["label"]]
            assert crops.colour(row) == expected, row
            vivid = np.abs(crops.pixels(row) - STATE_COLOURS[expected]).max(axis=2) < 8
            assert vivid.sum() >= 0.6 * (20 * scale) ** 2


def test_without_toggling_nothing_is_clicked(browser: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<label><input type=checkbox checked onclick=\"document.body.innerHTML = 'clicked'\">"
        " One</label><br><br><br><label><input type=checkbox> Two</label>"
    )
    crops = crops_of(harvest(page, tmp_path / "crops", config=HarvestConfig(toggle=False)))
    states = [set(crops.of("page.html", f"label:nth-of-type({n}) > input")) for n in (1, 2)]
    assert states == [{"checked"}, {"unchecked"}]
    assert not any(row.get("toggled") for row in crops.rows)


def test_what_takes_clicks_is_not_taken_without_clicking_it(browser: str, tmp_path: Path) -> None:
    config = HarvestConfig(toggle=False, max_others=40)
    crops = crops_of(harvest(PAGES / "undecided.html", tmp_path / "crops", config=config))
    taken = {row.get("selector") for row in crops.rows}
    assert {"#plain", "#another", "#known", "#stuck"} <= taken
    assert taken.isdisjoint({"#canvas", "#image", "#division", "#silent", "#outer", "#replaced"})
    assert "undecided" not in crops.report.crops
    assert crops.report.dropped["maybe a toggle"] == 2  # canvas and image
    for row in crops.rows:
        # A button passes for one, and so does what stands in a row with it.
        with_star = re.search(r"#star|nth-of-type\(6\)", row.get("selector", ""))
        if row["label"] == "other" and not with_star:
            assert not is_vivid(crops.pixels(row)), row


def test_trying_buttons_sends_nothing(
    browser: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """But what only reads, which a page needs to draw."""
    monkeypatch.setattr(StabilityWatcher, "TRIAL", 2.0)
    page = (
        "<p><button id=sends>Send</button></p>"
        "<form action=/sent method=post><button id=submits>Submit</button></form>"
        "<script>document.getElementById('sends').onclick = (event) => {"
        "fetch('/sent', {method: 'POST'}); navigator.sendBeacon('/sent');"
        "fetch('/read').then(() => { event.target.style.background = 'red'; }) }</script>"
    )
    heard = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            heard.append(f"GET {self.path}")
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(page.encode())

        def do_POST(self) -> None:
            heard.append(f"POST {self.path}")
            self.send_response(204)
            self.end_headers()

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        address = f"http://127.0.0.1:{server.server_port}/page"
        crops = crops_of(harvest(address, tmp_path / "crops"))
    finally:
        server.shutdown()
        server.server_close()
    assert "GET /read" in heard
    assert not [request for request in heard if request.startswith("POST")]
    assert crops.of("page", "#sends").keys() == {"undecided"}
    assert crops.of("page", "#submits").keys() == {"other"}


@pytest.mark.slow
def test_a_button_that_hangs_the_page_costs_no_photograph(browser: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<p><label><input type=checkbox> One</label></p>"
        "<p><button style='cursor: pointer' onclick='for (;;);'>Two</button></p>"
        "<p><span style='cursor: pointer'>Three</span></p>"
    )
    report = harvest(page, tmp_path / "crops", config=HarvestConfig(timeout=5))
    assert report.failed == {}
    assert report.crops["checked"] >= 1
    assert report.crops["unchecked"] >= 1


def test_include_exclude_and_other_select(browser: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<main><label><input type=checkbox id=a> A</label><br><br><br>"
        "<label class=no><input type=checkbox id=b> B</label><br><br><br>"
        "<div class=thing data-kind=thing>A thing</div></main>"
        "<br><br><label><input type=checkbox id=c> C</label>"
    )
    config = HarvestConfig(include="main", exclude=".no", other=".thing")
    crops = crops_of(harvest(page, tmp_path / "crops", config=config))
    assert {row.get("selector") for row in crops.rows if row["kind"] != "region"} == {
        "#a",
        "html > body > main > div",
    }
    assert crops.of("page.html", "div")["other"][0]["kind"] == "thing"


def test_a_page_may_name_its_designs_and_what_of_them_can_be_told(
    browser: str, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<section data-design=lamp data-control=switch data-decidable=checked>"
        "<label><input type=checkbox id=a> A</label></section><br><br><br>"
        "<p dir=rtl><label><input type=checkbox id=b> B</label></p>"
    )
    crops = crops_of(harvest(page, tmp_path / "crops"))
    lamp = crops.of("page.html", "#a")
    told = ("design", "drawn_as", "decidable", "direction")
    assert [lamp["checked"][0][name] for name in told] == ["lamp", "switch", True, "ltr"]
    assert [lamp["unchecked"][0][name] for name in told] == ["lamp", "switch", False, "ltr"]
    other = crops.of("page.html", "#b")["checked"][0]
    assert [other.get(name) for name in told] == [None, None, None, "rtl"]


def test_a_page_that_hangs_or_is_missing_costs_itself_only(
    browser: str, tmp_path: Path, cli: Callable[..., Outcome]
) -> None:
    pages = tmp_path / "pages.txt"
    gone = "http://127.0.0.1:9/gone.html"
    pages.write_text(f"# one a line\n{HANGING}/hangs.html\n\n{gone}\n{HANGING}/fine.html\n")
    outcome = cli("harvest", pages, "--output", tmp_path / "crops", "--timeout", 5, "-f", "json")
    assert outcome.code == 1
    report = json.loads(outcome.out)
    assert set(report["failed"]) == {"hanging/hangs.html", gone}
    assert "did not answer within 5 s" in report["failed"]["hanging/hangs.html"]
    assert "ERR_" in report["failed"][gone]
    assert report["crops"]["checked"] >= 1
    assert report["crops"]["unchecked"] >= 1


HALF = "\\ud83d"  # of an emoji, as a script writes it
TORN = f"""<!doctype html><html><body><script>
document.documentElement.lang = "en-{HALF}";
document.head.innerHTML = '<meta name="checkboxnet:kit">';
document.querySelector("meta").content = "kit {HALF}";
document.body.innerHTML = '<label><input type=checkbox> One</label><br><br><br>'
  + '<button>Two</button><br><br><br><span role=switch>Three</span>';
document.querySelector("input").id = "a{HALF}";
document.querySelector("button").setAttribute("role", "button {HALF}");
document.querySelector("span").setAttribute("aria-checked", "{HALF}");
</script>"""
FINE = "<p><label><input type=checkbox> Fine</label></p>"


@pytest.fixture
def three_pages(browser: str, tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for name, text in (("0", FINE), ("1", TORN), ("2", FINE.replace("Fine", "Last"))):
        (folder / f"{name}.html").write_text(text)
    return folder


def test_half_characters_of_a_page_are_replaced(
    three_pages: Path, tmp_path: Path, cli: Callable[..., Outcome]
) -> None:
    outcome = cli("harvest", three_pages, "-o", tmp_path / "crops", "--gallery", "-f", "json")
    assert (outcome.code, json.loads(outcome.out)["failed"]) == (0, {})
    rows = (tmp_path / "crops" / "manifest.jsonl").read_text().splitlines()
    torn = [row for row in map(json.loads, rows) if row["page"] == "pages/1.html"]
    assert {row["kit"] for row in torn} == {"kit \ufffd"}
    assert "button \ufffd" in {row.get("role") for row in torn}
    assert {row.get("lang") for row in torn} - {None} == {"en-\ufffd"}
    assert {row["label"] for row in torn} == {"checked", "unchecked", "other"}


@pytest.mark.parametrize("where", ["visit", "store"])
def test_whatever_goes_wrong_with_a_page_costs_that_page(
    three_pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    """An odd screenshot, a string that can't be written, or a mistake of ours."""
    visit, add = harvesting.visit, Store.add

    async def visit_but_one(page: Any, source: PageSource, *args: Any, **options: Any) -> Any:
        if source.name == "pages/1.html":
            raise HarvestError("the browser's screenshot is odd\nand more")
        return await visit(page, source, *args, **options)

    def add_but_one(store: Store, source: PageSource, *args: Any) -> Any:
        if source.name == "pages/1.html" and len(args) == 2:
            raise ValueError("half a character")
        return add(store, source, *args)

    with monkeypatch.context() as patch:
        if where == "visit":
            patch.setattr(harvesting, "visit", visit_but_one)
        else:
            patch.setattr(Store, "add", add_but_one)
        config = replace(LOOK_ONLY, workers=1)
        report = harvest(three_pages, tmp_path / "crops", config=config)
    expected = {
        "visit": "the browser's screenshot is odd",
        "store": "can't be kept (ValueError: half a character)",
    }
    assert report.failed == {"pages/1.html": expected[where]}
    assert {row["page"] for row in crops_of(report).rows} == {"pages/0.html", "pages/2.html"}
    again = harvest(three_pages, tmp_path / "crops", config=config)
    assert (again.skipped, again.failed) == (2, {})
    assert {row["page"] for row in crops_of(again).rows} == {f"pages/{n}.html" for n in range(3)}


@pytest.mark.parametrize(
    "error", [OSError(errno.ENOSPC, "No space left"), HarvestError("no Chromium"), SystemExit()]
)
def test_what_ends_a_harvest_leaves_the_manifest_of_what_was_finished(
    three_pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    add = Store.add

    def add_one(store: Store, source: PageSource, *args: Any) -> Any:
        if source.name == "pages/1.html":
            raise error
        return add(store, source, *args)

    async def fail_to_start(playwright: Any) -> Any:
        raise error

    with monkeypatch.context() as patch:
        if isinstance(error, HarvestError):
            # A browser is started anew after a page that failed.
            patch.setattr(
                harvesting, "visit", failing_after_the_first(harvesting.visit, patch, fail_to_start)
            )
        else:
            patch.setattr(Store, "add", add_one)
        with pytest.raises(type(error)):
            harvest(three_pages, tmp_path / "crops", config=replace(LOOK_ONLY, workers=1))
    rows = (tmp_path / "crops" / "manifest.jsonl").read_text().splitlines()
    assert {json.loads(row)["page"] for row in rows} == {"pages/0.html"}


def failing_after_the_first(visit: Any, patch: pytest.MonkeyPatch, launch: Any) -> Any:
    """Returns a `visit` that fails from the second page on, when browsers don't start either."""

    async def work(page: Any, source: PageSource, *args: Any, **options: Any) -> Any:
        if source.name != "pages/0.html":
            patch.setattr("checkboxnet.browser.launch.launch", launch)
            raise ValueError
        return await visit(page, source, *args, **options)

    return work


@pytest.mark.parametrize("waits_for", ["font", "picture", "frame"])
def test_what_never_arrives_is_waited_for_no_longer_than_need_be(
    browser: str,
    stalling: Callable[[str], str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    waits_for: str,
) -> None:
    monkeypatch.setattr(page, "_LOAD_LIMIT", 0.5)
    monkeypatch.setattr(page, "_FONT_LIMIT", 0.5)
    missing = {
        "font": "<style>@font-face { font-family: Slow; src: url(/never) }</style>"
        "<p style='font-family: Slow'>Late</p>",
        "picture": "<img src=/never alt=''>",
        "frame": "<iframe src=/never></iframe>",
    }
    url = stalling(
        "<p><label><input type=checkbox id=on checked> On</label></p><br><br>"
        f"<p><label><input type=checkbox id=off> Off</label></p>{missing[waits_for]}"
    )
    crops = crops_of(harvest(url, tmp_path / "crops", config=HarvestConfig(timeout=60)))
    assert crops.report.failed == {}
    assert set(crops.of("page.html", "#on")) == set(crops.of("page.html", "#off")) == BOTH


@pytest.mark.slow
def test_two_thousand_controls(browser: str, tmp_path: Path) -> None:
    config = HarvestConfig(toggle=False, framings=(Framing.LABEL,), max_others=0, timeout=60)
    report = harvest(HANGING / "many.html", tmp_path / "crops", config=config)
    assert report.controls == 2000
    assert report.crops == {"unchecked": 2000}


@pytest.mark.slow
def test_a_killed_harvest_goes_on_where_it_stopped(browser: str, tmp_path: Path) -> None:
    pages, output = tmp_path / "pages", tmp_path / "crops"
    pages.mkdir()
    for number in range(8):
        (pages / f"{number}.html").write_text(
            f"<p><label><input type=checkbox> Number {number}</label></p>"
        )
    command = [sys.executable, "-m", "checkboxnet", "harvest", str(pages), "--output", str(output)]
    process = subprocess.Popen([*command, "--workers", "1"], start_new_session=True)
    records = output / ".harvest"
    while len(list(records.glob("*.json"))) < 2:
        assert process.poll() is None
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    before = {path.name: path.stat().st_mtime_ns for path in records.glob("*.json")}
    assert 2 <= len(before) < 8
    assert not (output / "manifest.jsonl").exists()

    report = harvest(pages, output)
    assert report.visits == 8
    assert report.skipped == len(before)
    assert {name: (records / name).stat().st_mtime_ns for name in before} == before
    unbroken = harvest(pages, tmp_path / "unbroken")
    assert report.manifest.read_bytes() == unbroken.manifest.read_bytes()
    assert report.crops == unbroken.crops


@pytest.mark.slow
def test_an_interrupted_harvest_lists_what_it_has(browser: str, tmp_path: Path) -> None:
    page, output = tmp_path / "page.html", tmp_path / "crops"
    page.write_text("<p><label><input type=checkbox> One</label></p>")
    command = [sys.executable, "-m", "checkboxnet", "harvest", str(page), "--output", str(output)]
    command += ["--workers", "1", *(f"--scale={n / 8}" for n in range(8, 32))]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    with process:
        while len(list((output / ".harvest").glob("*.json"))) < 2:
            assert process.poll() is None
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate()
    assert process.returncode == 130
    assert errors.splitlines()[-1] == "interrupted"
    rows = (output / "manifest.jsonl").read_text().splitlines()
    scales = {json.loads(row)["scale"] for row in rows}
    assert 2 <= len(scales) < 24


def test_works_inside_an_event_loop(browser: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<p><label><input type=checkbox> One</label></p>")

    async def notebook_cell() -> HarvestReport:
        return harvest(page, tmp_path / "crops", config=LOOK_ONLY)

    assert asyncio.run(notebook_cell()).crops == {"unchecked": 1}


def test_without_playwright_the_error_names_the_extra(tmp_path: Path) -> None:
    code = "import sys; sys.modules['playwright'] = None; import checkboxnet.cli as c; c.main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "harvest", "x.html", "--output", str(tmp_path / "out")],
        capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 1
    assert "pip install 'checkboxnet[harvest]'" in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_wrong_browser_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHECKBOXNET_BROWSER", "/nowhere/chrome")
    with pytest.raises(HarvestError, match="CHECKBOXNET_BROWSER=/nowhere/chrome"):
        harvest(PAGES / "native.html", tmp_path / "out")


def test_storybook_names_its_stories(browser: str, tmp_path: Path) -> None:
    book = tmp_path / "book"
    book.mkdir()
    entries = {
        "box--plain": {"type": "story", "id": "box--plain"},
        "box--docs": {"type": "docs", "id": "box--docs"},
        "box--on": {"type": "story", "id": "box--on"},
    }
    (book / "index.json").write_text(json.dumps({"v": 5, "entries": entries}))
    (book / "iframe.html").write_text(
        "<div></div><script>const id = new URLSearchParams(location.search).get('id');"
        "document.querySelector('div').innerHTML = `<label><input type=checkbox> ${id}</label>`"
        "</script>"
    )
    crops = crops_of(harvest(book, tmp_path / "crops", config=LOOK_ONLY))
    assert {row["page"] for row in crops.rows} == {
        "book/iframe.html?viewMode=story&id=box--plain",
        "book/iframe.html?viewMode=story&id=box--on",
    }
    assert {row["group"] for row in crops.rows} == {"book/iframe.html"}


def test_storage_state_opens_pages_behind_a_login(browser: str, tmp_path: Path) -> None:
    page, state = tmp_path / "page.html", tmp_path / "state.json"
    page.write_text(
        "<p>Please log in</p><script>if (document.cookie.includes('session=me'))"
        " document.body.innerHTML = '<label><input type=checkbox> Mine</label>'</script>"
    )
    cookie = {"name": "session", "value": "me", "domain": "127.0.0.1", "path": "/"}
    state.write_text(json.dumps({"cookies": [cookie], "origins": []}))
    assert harvest(page, tmp_path / "outside", config=LOOK_ONLY).crops == {}
    config = replace(LOOK_ONLY, storage_state=state, wait_for="input")
    assert harvest(page, tmp_path / "inside", config=config).crops == {"unchecked": 1}


def test_a_folder_of_something_else_is_not_touched(tmp_path: Path, browser: str) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(OutputExistsError, match="holds no harvest"):
        harvest(PAGES / "native.html", tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_overwrite_removes_the_earlier_harvest_only(browser: str, tmp_path: Path) -> None:
    output = tmp_path / "crops"
    assert harvest(PAGES / "native.html", output, config=LOOK_ONLY).crops["checked"]
    mine = output / "checked" / "mine.png"
    mine.write_bytes(b"mine")
    config = HarvestConfig(toggle=False)
    report = harvest(PAGES / "elsewhere.html", output, config=config, overwrite=True)
    assert report.crops.keys() == {"other"}
    assert [path.name for path in (output / "checked").iterdir()] == ["mine.png"]


def test_gallery_shows_every_crop(
    browser: str, tmp_path: Path, cli: Callable[..., Outcome]
) -> None:
    page = PAGES / "native.html"
    outcome = cli("harvest", page, "-o", tmp_path / "crops", "--no-toggle", "--gallery")
    assert outcome.code == 0
    page = (tmp_path / "crops" / "gallery.html").read_text()
    rows = (tmp_path / "crops" / "manifest.jsonl").read_text().splitlines()
    assert all(json.loads(row)["path"] in page for row in rows)
    assert "crops/s" in outcome.out
