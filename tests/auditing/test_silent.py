"""Toggles that say nothing are found, and by clicks confirmed, in a real Chromium."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from xml.etree import ElementTree

import pytest
from conftest import Outcome
from playwright.sync_api import Browser

from checkboxnet import audit, audit_page
from checkboxnet.auditing.report import PageAudit
from checkboxnet.browser import launch
from checkboxnet.browser.config import VisitConfig
from checkboxnet.browser.page import OpenPage

PAGE = Path(__file__).parent / "pages" / "silent.html"
SILENT = {
    "#switch": "checked",
    "#heart": "unchecked",
    "#canvas": "checked",
    "#faint": "unchecked",
    "#inert": "checked",
    "#named": "unchecked",
}
HONEST = {"#says": "unchecked", "#native": "checked"}
NOT_SENT = """<script>
document.addEventListener("click", () => {
  fetch("/clicked");
  fetch("/saved", { method: "POST" });
  location.href = "/left";
}, true);
</script>"""

Cli = Callable[..., Outcome]
Served = tuple[str, list[str]]


@pytest.fixture(autouse=True)
def _needs_browser(browser: str) -> None:
    """All tests here open pages."""


@pytest.fixture
def served() -> Iterator[Served]:
    """The address of the page, which reports each click, and the requests that its server got."""
    requests: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            requests.append(f"{self.command} {self.path}")
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(PAGE.read_bytes() + NOT_SENT.encode())

        do_POST = do_GET

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", requests
        server.shutdown()


def listed(page: PageAudit) -> dict[str, tuple[str, str]]:
    return {c.selector: (c.verdict_text, c.prediction.label) for c in page.controls}


def test_what_says_nothing_is_told_from_what_does(served: Served) -> None:
    address, requests = served
    (page,) = audit(address).pages
    silent = {selector: ("says nothing", label) for selector, label in SILENT.items()}
    honest = {selector: ("agrees", label) for selector, label in HONEST.items()}
    assert listed(page) == silent | honest
    assert {control.selector for control in page.silent} == set(SILENT)
    assert page.disagreements == ()
    assert all(control.confirmed is control.contrast is None for control in page.controls)
    assert [each for each in requests if "favicon" not in each] == ["GET /"]


def test_a_click_confirms_it_and_shows_both_states(served: Served) -> None:
    address, requests = served
    report = audit(address, config=VisitConfig(scales=(2,)), click=True)
    (page,) = report.pages
    rows = {control.selector: control for control in page.controls}
    assert {selector: rows[selector].confirmed for selector in rows} == {
        "#switch": True, "#heart": True, "#canvas": True, "#faint": True, "#inert": False,
        "#says": None, "#native": None,
    }  # fmt: skip
    assert rows["#switch"].verdict_text == "says nothing, confirmed"
    assert rows["#inert"].verdict_text == "says nothing"
    low = {s: r.contrast.is_low for s, r in rows.items() if r.contrast}
    assert low == {
        "#switch": False, "#heart": False, "#canvas": False, "#faint": True, "#says": False,
        "#native": False,
    }  # fmt: skip
    # Its track goes from #d1d5db to #2563eb, and its thumb from end to end.
    assert rows["#switch"].contrast is not None
    assert rows["#switch"].contrast.ratio == pytest.approx(5.17, abs=0.02)
    assert rows["#switch"].contrast.share == pytest.approx(0.9, abs=0.05)
    assert requests.count("GET /clicked") == 8
    assert not {"POST /saved", "GET /left"} & set(requests)
    assert "5 says nothing (4 confirmed); 1 below 3:1 between on and off" in report.summary()


def test_a_test_suite_finds_it_and_clicks_nothing(chromium: Browser) -> None:
    page = chromium.new_page()
    page.goto(PAGE.as_uri())
    found = audit_page(page)
    assert {control.selector: control.prediction.label for control in found.silent} == SILENT
    assert page.evaluate("window.clicks") == 0
    page.locator("#switch").click()
    assert audit_page(page, include="#switch").silent[0].prediction.label == "unchecked"
    page.close()


def test_every_format_has_it(cli: Cli, tmp_path: Path) -> None:
    html, junit = tmp_path / "audit.html", tmp_path / "audit.xml"
    told = cli("audit", PAGE, "--html", html, "--junit", junit, "--format", "json", "--click")
    assert told.code == 1
    document = json.loads(told.out)
    assert document["verdicts"]["says nothing"] == 5
    (faint,) = (c for c in document["pages"][0]["controls"] if c["selector"] == "#faint")
    assert (faint["declared"], faint["state"], faint["verdict"]) == (None, None, "says nothing")
    assert faint["confirmed"] is True
    assert 1 < faint["contrast"]["ratio"] < 3
    assert 0.5 < faint["contrast"]["share"] <= 1
    suite = ElementTree.parse(junit).getroot()[0]  # noqa: S314
    assert (suite.get("failures"), suite.get("skipped")) == ("5", "0")
    cases = {str(case.get("name")): case for case in suite}
    heart, faint_case = cases["element (no name) [#heart]"], cases["element (no name) [#faint]"]
    failure = heart.find("failure")
    assert failure is not None
    assert failure.get("type") == "says nothing, confirmed"
    assert str(failure.get("message")).startswith("looks unchecked 0.98")
    assert str(failure.get("message")).endswith("declared nothing")
    assert "(low)" in str(faint_case.findtext("system-out"))
    assert heart.find("system-out") is None
    page = html.read_text()
    assert "says nothing, confirmed: declared nothing, looks unchecked" in page
    assert page.index("says nothing, confirmed") < page.index("agrees: declared")
    assert "on against off: " in page


def test_exit_status_and_formats_without_a_click(cli: Cli) -> None:
    bad = cli("audit", PAGE)
    assert bad.code == 1
    assert "8 controls: 2 agrees, 0 disagrees, 0 unsure, 6 says nothing\n" in bad.out
    assert "on against off" not in bad.out
    rows = list(csv.DictReader(cli("audit", PAGE, "-f", "csv").out.splitlines()))
    (heart,) = (row for row in rows if row["selector"] == "#heart")
    assert (heart["verdict"], heart["declared"], heart["looks"]) == (
        "says nothing",
        "",
        "unchecked",
    )
    assert (heart["confirmed"], heart["ratio"], heart["share"]) == ("", "", "")
    assert cli("audit", PAGE, "--exclude", ", ".join(SILENT)).code == 0


def test_of_what_lies_in_each_other_the_innermost_counts(tmp_path: Path) -> None:
    style = PAGE.read_text().partition("<style>")[2].partition("</style>")[0]
    page = tmp_path / "nested.html"
    page.write_text(
        f"<!doctype html><style>{style}</style><div id=outer style='cursor: pointer; width: 90px'>"
        "<div id=inner class='switch on' tabindex=0><i></i></div></div>"
    )
    (audited,) = audit(page).pages
    assert [control.selector for control in audited.silent] == ["#inner"]


def test_a_custom_element_that_cannot_be_read_is_listed_if_it_looks_like_a_toggle(
    tmp_path: Path,
) -> None:
    style = PAGE.read_text().partition("<style>")[2].partition("</style>")[0]
    page = tmp_path / "custom.html"
    page.write_text(
        f"""<!doctype html><style>x-switch, x-block {{ display: inline-block; width: 44px;
        height: 24px; background: #fff }} x-block {{ background: #345 }}</style>
        <x-switch id=switch></x-switch> <x-block id=block></x-block><script>
        const define = (name, html) => customElements.define(name, class extends HTMLElement {{
          constructor() {{ super(); this.attachShadow({{ mode: "closed" }}).innerHTML = html; }}
        }});
        define("x-switch", `<style>{style}</style><div class="switch on"><i></i></div>`);
        define("x-block", "<b></b>");
        </script>"""
    )
    (audited,) = audit(page).pages
    assert [control.selector for control in audited.silent] == ["#switch"]
    assert audited.unseen_examples == {"custom element that can't be read": ["#block"]}


def test_what_is_hidden_is_not_scrolled_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page, scrolled = tmp_path / "hidden.html", []
    page.write_text(
        "<!doctype html><button style='visibility: hidden'>One</button><p style='opacity: 0'>"
        "<button>Two</button><button style='position: absolute; left: -999px'>Three</button>"
        "<button>Four</button><p style='margin-top: 999px'><button>Five</button>"
    )
    call = OpenPage.call

    async def listen(self: OpenPage, function: str, *arguments: object) -> object:
        scrolled.extend(arguments if function == "show" else ())
        return await call(self, function, *arguments)

    monkeypatch.setattr(OpenPage, "call", listen)
    audit(page)
    assert len(scrolled) == 1


def test_radios_show_each_other_off(tmp_path: Path) -> None:
    page = tmp_path / "radios.html"
    page.write_text(
        "<!doctype html><body style='font: 20px sans-serif'>"
        + "".join(
            f"<p><label><input type=radio name=a id=r{n} {'checked' * (n == 0)}> {n}</label>"
            for n in range(3)
        )
        + "<p><label><input type=checkbox id=fixed disabled> Disabled</label>"
    )
    (audited,) = audit(page, click=True).pages
    seen = {control.selector: control.contrast is not None for control in audited.controls}
    assert seen == {"#r0": True, "#r1": True, "#r2": False, "#fixed": False}


def test_a_click_that_hangs_costs_only_what_clicks_show(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "hangs.html"
    page.write_text(
        "<!doctype html><label><input type=checkbox onclick='while (true);'> Hang</label>"
    )
    monkeypatch.setattr(launch, "_CLOSE_SECONDS", 0.5)
    report = audit(page, config=VisitConfig(timeout=4), click=True)
    assert report.failed == {}
    assert len(report.pages[0].controls) == 1
    assert "hangs.html: clicking ended early: no answer in time" in caplog.text
