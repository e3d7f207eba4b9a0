"""The command: what it prints and writes of real pages, and what it exits with."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from html import escape, unescape
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from conftest import Outcome
from evaluation.test_page import opened
from playwright.sync_api import Browser

from checkboxnet import Model
from checkboxnet.auditing import audit as auditing
from checkboxnet.auditing.audit import audit
from checkboxnet.auditing.report import AuditReport
from checkboxnet.browser import launch
from checkboxnet.browser.config import VisitConfig
from checkboxnet.errors import ConfigError

PAGES = Path(__file__).parent / "pages"
HOSTILE = "</failure>]]>&<img src=x onerror=alert(1)>\x1b[2J\x9b2J\x07\ufffe"

Cli = Callable[..., Outcome]


def suites_of(junit: Path) -> ElementTree.Element:
    return ElementTree.parse(junit).getroot()  # noqa: S314


@pytest.fixture(autouse=True)
def _needs_browser(browser: str) -> None:
    """All tests here open pages."""


@pytest.fixture
def audited_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets the command print the audit of its first call in all formats."""
    reports: list[AuditReport] = []

    def audit_once(*args: Any, **options: Any) -> AuditReport:
        if not reports:
            reports.append(audit(*args, **options))
        return reports[0]

    monkeypatch.setattr(auditing, "audit", audit_once)


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """A page whose names are markup and control characters, with a control of each verdict."""
    style = re.search(r"<style>.*?</style>", (PAGES / "settings.html").read_text(), re.DOTALL)
    assert style is not None
    name = escape(HOSTILE)
    rows = [
        f'<div class="row"><span id="liar" class="box on" role="checkbox" aria-checked="false" '
        f'aria-label="{name}"></span></div>',
        f'<div class="row"><input id="honest" type="checkbox" class="box honest" role="{name}" '
        f'aria-label="{name}"></div>',
        f'<div class="row"><span id="{name}" class="box" role="checkbox" aria-checked="mixed" '
        f'aria-label="{name}"></span></div>',
    ]
    page = tmp_path / "hostile.html"
    page.write_text("<!doctype html><meta charset=utf-8>" + style[0] + "".join(rows))
    return page


def test_exit_status_tells_of_disagreement(cli: Cli) -> None:
    page = PAGES / "settings.html"
    bad = cli("audit", page)
    assert bad.code == 1
    assert re.search(r"disagrees +unchecked +checked 0\.\d+ +checkbox +Share my address", bad.out)
    assert (
        "9 controls: 5 agrees, 3 disagrees, 1 unsure, 0 says nothing; not seen: 1 invisible"
        in bad.out
    )
    assert "not seen: 1 invisible: #gone (pages/settings.html)\n" in bad.out
    good = cli("audit", page, "--exclude", "#liar, #inverted, #silent")
    assert good.code == 0
    assert "6 controls: 5 agrees, 0 disagrees, 1 unsure" in good.out
    assert good.err == ""


def test_a_page_with_none(cli: Cli, tmp_path: Path) -> None:
    html, junit = tmp_path / "none.html", tmp_path / "none.xml"
    done = cli("audit", PAGES / "none.html", "--html", html, "--junit", junit)
    assert done.code == 0
    assert (
        done.out.splitlines()[-1] == "0 controls: 0 agrees, 0 disagrees, 0 unsure, 0 says nothing"
    )
    assert "no control was found" in html.read_text()
    (suite,) = suites_of(junit)
    assert suite.get("tests") == "0"


@pytest.mark.usefixtures("audited_once")
def test_custom_elements_that_cannot_be_read_are_named(cli: Cli, tmp_path: Path) -> None:
    page, html, junit = (tmp_path / f"page.{ending}" for ending in ("html", "report", "xml"))
    page.write_text(
        "<!doctype html><style>x-dot { display: inline-block; width: 40px; height: 20px; "
        "background: blue }</style><x-dot id=one></x-dot> <x-dot id=two></x-dot>"
        "<x-dot style=display:none></x-dot><x-text>Words</x-text><x-none></x-none><script>"
        "customElements.define('x-dot', class extends HTMLElement { constructor() { super();"
        "this.attachShadow({mode: 'closed'}).innerHTML = '<b></b>' } });"
        "customElements.define('x-text', class extends HTMLElement {})</script>"
    )
    done = cli("audit", page, "--html", html, "--junit", junit)
    where = f"{tmp_path.name}/page.html"
    line = f"2 custom element that can't be read: #one ({where}), #two ({where})"
    assert done.code == 0
    assert done.out.splitlines()[-2] == f"not seen: {line}"
    assert done.out.endswith("; not seen: 2 custom element that can't be read\n")
    assert line in unescape(html.read_text())
    told = suites_of(junit).findtext("testsuite/system-out")
    assert told == "not seen: 2 custom element that can't be read: #one, #two"
    silent = cli("audit", page, "--format", "csv")
    assert "2 custom element that can't be read" in silent.err


@pytest.mark.usefixtures("audited_once")
def test_formats_for_programs(cli: Cli) -> None:
    arguments = ("audit", PAGES, "--theme", "both", "--max-pages", 2)
    document = json.loads(cli(*arguments, "--format", "json").out)
    assert document["verdicts"] == {
        "agrees": 10,
        "disagrees": 6,
        "unsure": 2,
        "says nothing": 0,
    }
    assert [(page["page"], page["view"]) for page in document["pages"]] == [
        ("pages/none.html", "1280x800 @1 light"),
        ("pages/none.html", "1280x800 @1 dark"),
        ("pages/settings.html", "1280x800 @1 light"),
        ("pages/settings.html", "1280x800 @1 dark"),
    ]
    rows = list(csv.DictReader(cli(*arguments, "--format", "csv").out.splitlines()))
    assert document["unseen"] == {"invisible": 2}
    assert document["unseen_examples"] == {"invisible": ["#gone (pages/settings.html)"]}
    assert len(rows) == 18
    flat = [c | p for p in document["pages"] for c in p["controls"]]
    for row, control in zip(rows, flat, strict=True):
        assert row["declared"] == (control["declared"] or "")
        assert row["looks"] == control["prediction"]["label"]
        assert float(row["left"]) == control["box"][0]
        assert row["view"] == control["view"]


def test_hostile_names_stay_text(
    cli: Cli, hostile: Path, chromium: Browser, tmp_path: Path
) -> None:
    html, junit = tmp_path / "report.html", tmp_path / "report.xml"
    done = cli("audit", hostile, "--html", html, "--junit", junit)
    assert done.code == 1
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", done.out)
    visible = "</failure>]]>&<img src=x onerror=alert(1)>"
    with opened(chromium, html) as (page, heard):
        assert page.locator(".mistakes .thumb img").count() == 3
        assert page.locator("img:not(.thumb img)").count() == 0
        assert visible in page.locator(".mistakes > li").first.inner_text()
        page.get_by_role("button", name="disagrees 1").click()
        assert page.locator(".mistakes > li:visible").count() == 1
        assert heard == []
    (suite,) = suites_of(junit)
    assert (suite.get("tests"), suite.get("failures"), suite.get("skipped")) == ("3", "1", "1")
    liar, honest, mixed = suite
    assert [child.tag for child in liar] == ["failure"]
    assert [child.tag for child in honest] == []
    assert [child.tag for child in mixed] == ["skipped"]
    assert visible in str(liar.get("name"))
    assert re.match(r"looks checked 0\.\d+, declared unchecked", str(liar[0].get("message")))


@pytest.mark.usefixtures("audited_once")
def test_half_characters_of_a_page_are_replaced(cli: Cli, tmp_path: Path) -> None:
    page, html, junit = (tmp_path / f"torn.{ending}" for ending in ("html", "report", "xml"))
    page.write_text(
        "<!doctype html><input type=checkbox><script>const half = '\\ud83d';"
        "const box = document.querySelector('input'); box.id = 'a' + half;"
        "box.setAttribute('aria-label', 'b' + half); box.setAttribute('aria-checked', 'c' + half);"
        "box.setAttribute('role', 'd' + half)</script>"
    )
    done = cli("audit", page, "--html", html, "--junit", junit, "--format", "json")
    (found,) = json.loads(done.out)["pages"]
    (control,) = found["controls"]
    assert control["kind"] == "d\ufffd"
    assert control["name"] == "b\ufffd"
    assert control["state"]["aria_checked"] == "c\ufffd"
    assert "d\ufffd b\ufffd" in html.read_text()
    assert "d\ufffd b\ufffd" in str(suites_of(junit)[0][0].get("name"))
    assert "b\ufffd" in cli("audit", page).out
    assert "b\ufffd" in cli("audit", page, "--format", "csv").out


def test_whatever_goes_wrong_with_a_page_costs_that_page(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, junit = tmp_path / "a.html", tmp_path / "a.xml"
    page.write_text("<input type=checkbox>")

    async def audit_but_one(page: Any, name: str, *args: Any) -> Any:
        if name.endswith("a.html"):
            raise ValueError("an odd \x1b[2Jscreenshot\nand more")
        return await audit_open_page(page, name, *args)

    audit_open_page = auditing.audit_open_page
    monkeypatch.setattr(auditing, "audit_open_page", audit_but_one)
    done = cli("audit", page, PAGES / "none.html", "--junit", junit)
    assert done.code == 1
    assert "a.html (1280x800 @1 light): ValueError: an odd  [2Jscreenshot\n" in done.out
    assert "pages/none.html (1280x800 @1 light)" in done.out
    assert [suite.get("errors") for suite in suites_of(junit)] == ["0", "1"]


def test_files_are_not_overwritten_unasked(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = PAGES / "none.html"
    monkeypatch.setattr(auditing, "audit", lambda *_, **__: AuditReport(pages=(), failed={}))
    for option in ("--html", "--junit"):
        path = tmp_path / f"report{option}"
        path.write_text("mine")
        refused = cli("audit", page, option, path)
        assert (refused.code, refused.out, path.read_text()) == (1, "", "mine")
        assert "exists already" in refused.err
        assert cli("audit", page, option, path, "--overwrite").code == 0
        assert path.read_text() != "mine"


def test_a_page_that_fails_costs_only_itself(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = tmp_path / "pages.txt"
    hangs = tmp_path / "hangs.html"
    hangs.write_text("<!doctype html><input type=checkbox><script>while (true);</script>")
    listed.write_text(f"http://127.0.0.1:9/\n{hangs}\n{PAGES / 'none.html'}\n")
    junit = tmp_path / "audit.xml"
    monkeypatch.setattr(launch, "_CLOSE_SECONDS", 0.5)
    done = cli("audit", listed, "--timeout", 5, "--junit", junit)
    assert done.code == 1
    assert "pages/none.html (1280x800 @1 light)" in done.out
    assert "failed: http://127.0.0.1:9/ (1280x800 @1 light): " in done.out
    assert "hangs.html (1280x800 @1 light): did not answer within 5 s" in done.out
    suites = suites_of(junit)
    assert [suite.get("errors") for suite in suites] == ["0", "1", "1"]


def test_the_call_visits_as_configured(tmp_path: Path) -> None:
    config = VisitConfig(viewports=((700, 600),), scales=(2.0,), theme="dark", include="#liar")
    (page,) = audit(PAGES / "settings.html", config=config).pages
    assert page.view == "700x600 @2 dark"
    assert [control.selector for control in page.controls] == ["#liar"]
    assert page.controls[0].picture.mean() < 128


def test_labels_of_ones_own_are_refused_before_a_browser_starts(
    cli: Cli, own_labels: Model, tmp_path: Path
) -> None:
    with pytest.raises(ConfigError, match=r"my\.player has no label checked or unchecked, only"):
        audit("nowhere.html", model=own_labels)
    folder = own_labels.save(tmp_path / "own")
    outcome = cli("audit", PAGES / "settings.html", "--model", folder)
    assert (outcome.code, outcome.out) == (2, "")
    assert "playing, paused, other" in outcome.err
