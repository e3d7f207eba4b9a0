"""What a real browser takes out of pages with every way to build a toggle, and every trap."""

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
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from conftest import Outcome
from harvesting.conftest import HIDDEN, PAGES, SEEN, STATE_COLOURS, Crops, crops_of

from checkboxnet import HarvestConfig, HarvestReport, harvest
from checkboxnet.browser.sources import PageSource
from checkboxnet.dataset.read import read_images
from checkboxnet.errors import HarvestError, OutputExistsError
from checkboxnet.harvesting import harvest as harvesting
from checkboxnet.harvesting import visit
from checkboxnet.harvesting.config import Framing
from checkboxnet.harvesting.store import Store
from checkboxnet.report.files import sha256

BOTH = {"checked", "unchecked"}
HANGING = Path(__file__).parent / "hanging"
FRAMES = ["#padded", "#percent", "#scaled", "#stretched", "#zoomed", "#outer >>> #inner"]


@pytest.mark.parametrize(
    ("page", "selector", "labels", "kind"),
    [
        ("native.html", "#off", BOTH, "checkbox"),
        ("native.html", "#on", BOTH, "checkbox"),
        ("native.html", "#disabled", {"checked"}, "checkbox"),
        ("native.html", "#mixed", {*BOTH, "mixed"}, "checkbox"),
        ("native.html", "#small", BOTH, "radio"),
        ("native.html", "#medium", BOTH, "radio"),
        ("native.html", "#large", BOTH, "radio"),
        ("native.html", "#linked", BOTH, "checkbox"),
        ("native.html", "#save", {"other"}, "button"),
        ("native.html", "#name", {"other"}, "text-input"),
        ("native.html", "#words", {"other"}, "text"),
        ("aria.html", "#checkbox", BOTH, "checkbox"),
        ("aria.html", "#switch", BOTH, "switch"),
        ("aria.html", "#pressed", BOTH, "toggle-button"),
        ("aria.html", "#first", BOTH, "radio"),
        ("aria.html", "#second", BOTH, "radio"),
        ("aria.html", "#menu", BOTH, "menuitemcheckbox"),
        ("aria.html", "#option", BOTH, "option"),
        ("aria.html", "#mixed", {*BOTH, "mixed"}, "checkbox"),
        ("aria.html", "#wrapped", BOTH, "checkbox"),
        ("hidden.html", "#sibling", BOTH, "checkbox"),
        ("hidden.html", "#pseudo", BOTH, "checkbox"),
        ("hidden.html", "#transparent", BOTH, "checkbox"),
        ("hidden.html", "#chip", BOTH, "checkbox"),
        ("hidden.html", "#far", BOTH, "checkbox"),
        ("hidden.html", "#none", BOTH, "checkbox"),
        ("hidden.html", "#card", BOTH, "checkbox"),
        ("hidden.html", "#thumb", BOTH, "checkbox"),
        ("hidden.html", "#words", BOTH, "checkbox"),
        ("hidden.html", "#zoomed", BOTH, "checkbox"),
        ("hidden.html", "#turned", BOTH, "checkbox"),
        ("shadow.html", "#open >>> #inner", BOTH, "checkbox"),
        ("frame.html", "#framed", BOTH, "checkbox"),
        ("animated.html", "#slow", BOTH, "checkbox"),
        ("animated.html", "#pulse", BOTH, "checkbox"),
        ("traps.html", "#stubborn", {"unchecked"}, "checkbox"),
        ("late.html", "#state-late", BOTH, "switch"),
        ("late.html", "#drawing-late", BOTH, "switch"),
        ("late.html", "#state-late-busy", BOTH, "switch"),
        ("late.html", "#drawing-late-busy", BOTH, "switch"),
        ("late.html", "#both-late", BOTH, "switch"),
        ("traps.html", "#replaced", {"unchecked"}, "checkbox"),
        ("traps.html", "#in-link", {"unchecked"}, "checkbox"),
        ("leaves.html", "#submits", BOTH, "checkbox"),
        ("leaves.html", "#navigates", BOTH, "checkbox"),
        ("leaves.html", "#opens", BOTH, "checkbox"),
        ("leaves.html", "#stays", BOTH, "checkbox"),
        ("dialogs.html", "#asks", BOTH, "checkbox"),
        ("dialogs.html", "#plain", BOTH, "checkbox"),
        ("elsewhere.html", "#elsewhere", {"other"}, "text"),
        ("unread.html", "#internals", BOTH, "switch"),
        ("unread.html", "#internals-on", BOTH, "switch"),
        ("unread.html", "#closed >>> label > input", BOTH, "checkbox"),
        ("unread.html", "#host >>> label > input", BOTH, "checkbox"),
        ("unread.html", "iframe >>> #framed", BOTH, "switch"),
        ("unread.html", "#mute", {"undecided"}, "element"),
        ("undecided.html", "#canvas", {"undecided"}, "image"),
        ("undecided.html", "#image", {"undecided"}, "image"),
        ("undecided.html", "#division", {"undecided"}, "element"),
        ("undecided.html", "#heard", {"undecided"}, "element"),
        ("undecided.html", "#silent", {"undecided"}, "switch"),
        ("undecided.html", "#stuck", {"undecided"}, "switch"),
        ("undecided.html", "#star", {"undecided"}, "button"),
        ("undecided.html", "#replaced", {"undecided"}, "element"),
        ("undecided.html", "#outer", {"undecided"}, "element"),
        ("undecided.html", "#theme", {"undecided"}, "button"),
        ("undecided.html", "#plain", {"other"}, "button"),
        ("undecided.html", "#another", {"other"}, "button"),
        ("undecided.html", "#known", BOTH, "checkbox"),
        *(("frames.html", f"{frame} >>> #upper", BOTH, "checkbox") for frame in FRAMES),
        *(("frames.html", f"{frame} >>> #lower", BOTH, "checkbox") for frame in FRAMES),
        ("shadowed.html", "#in-form", BOTH, "checkbox"),
        ("shadowed.html", "#one", BOTH, "radio"),
        ("shadowed.html", "#two", BOTH, "radio"),
        ("shadowed.html", "#save", {"other"}, "button"),
        ("shadowed.html", "#framed", BOTH, "checkbox"),
        ("overwritten.html", "#native", BOTH, "checkbox"),
        ("overwritten.html", "#custom", BOTH, "switch"),
        ("right-to-left.html", "#first", BOTH, "checkbox"),
        ("right-to-left.html", "#leftmost", BOTH, "checkbox"),
        ("right-to-left.html", "#below", BOTH, "checkbox"),
        ("vertical.html", "#first", BOTH, "checkbox"),
        ("vertical.html", "#last", BOTH, "checkbox"),
    ],
)
def test_each_control_is_taken_in_each_state(
    harvested: Crops, page: str, selector: str, labels: set[str], kind: str
) -> None:
    found = harvested.of(page, selector)
    assert set(found) == labels
    assert {row["kind"] for rows in found.values() for row in rows} == {kind}
    colours = {"checked": "green", "unchecked": "red", "mixed": "blue"}
    if page == "aria.html":
        colours["mixed"] = "red"  # that one is drawn as if it were off
    if not labels & {"other", "undecided"} and selector != "#chip":
        for label, rows in found.items():
            for row in rows:
                assert harvested.colour(row) == colours[label], row


@pytest.mark.parametrize(
    ("page", "selector"),
    [
        ("aria.html", "#plain"),
        ("aria.html", "#wrapped-input"),
        ("animated.html", "#restless"),
        ("traps.html", "#covered"),
        ("traps.html", "#disagrees"),
        ("traps.html", "#same"),
        ("traps.html", "#empty"),
        ("traps.html", "#star"),
        ("traps.html", "#fake"),
        ("traps.html", "#invisible"),
        ("traps.html", "#clipped"),
        ("traps.html", "#stateless"),
        ("unread.html", "#still"),
        ("frames.html", "#turned >>> #upper"),
        ("frames.html", "#skewed >>> #upper"),
    ],
)
def test_what_cannot_be_trusted_is_left_out(harvested: Crops, page: str, selector: str) -> None:
    assert harvested.of(page, selector) == {}


@pytest.mark.parametrize("selector", ["#canvas", "#image", "#division", "#silent", "#stuck"])
def test_what_is_undecided_is_taken_before_and_after_a_click(
    harvested: Crops, selector: str
) -> None:
    rows = harvested.of("undecided.html", selector)["undecided"]
    assert {harvested.colour(row) for row in rows} == {"green", "red"}
    assert {row["path"].partition("/")[0] for row in rows} == {"undecided"}
    assert {row["control_box"][2] for row in rows} == {24}


def test_what_is_undecided_is_counted_by_element(harvested: Crops) -> None:
    report = harvested.report
    stuck = "undecided: drawn otherwise after a click, in the same state"
    assert report.dropped[stuck] == 1
    assert report.dropped_examples[stuck] == ["#stuck (pages/undecided.html)"]
    assert report.dropped["undecided: drawn otherwise after a click, and no state to read"] == 10
    undecided = [row for row in harvested.rows if row["label"] == "undecided"]
    assert report.crops["undecided"] == len(undecided) > 40
    assert f"{len(undecided)} undecided)" in str(report).splitlines()[0]


def test_what_is_left_out_is_counted_by_reason(harvested: Crops) -> None:
    dropped = harvested.report.dropped
    for reason in (
        "animated",
        "covered",
        "crop holds another toggle",
        "empty",
        "in a turned frame",
        "invisible",
        "looks the same in both states",
        "maybe a toggle",
        "native and ARIA state disagree",
        "off-screen",
        "rating",
    ):
        assert dropped[reason] >= 1, reason


@pytest.mark.parametrize(
    ("reason", "element"),
    [
        ("cannot be clicked", "#in-link (pages/traps.html)"),
        ("covered", "html > body > p:nth-of-type(1) (pages/frames.html)"),
        ("custom element that can't be read", "#still (pages/unread.html)"),
        ("empty", "#empty (pages/traps.html)"),
        ("looks the same in both states", "#same (pages/traps.html)"),
        ("native and ARIA state disagree", "#disagrees (pages/traps.html)"),
        ("no state to read", "#stateless (pages/traps.html)"),
        ("rating", "#star (pages/traps.html)"),
        ("replaced by a click", "#replaced (pages/traps.html)"),
    ],
)
def test_each_reason_names_its_elements(harvested: Crops, reason: str, element: str) -> None:
    report = harvested.report
    named = report.dropped_examples[reason]
    assert element in named
    assert len(named) == min(report.dropped[reason], 3)
    line = f"left out: {report.dropped[reason]} {reason}: {', '.join(named)}"
    assert line in str(report).splitlines()
    assert report.to_dict()["dropped_examples"][reason] == named


@pytest.mark.parametrize(
    ("rows", "height", "scrolls", "virtual"),
    [
        (10, 3600, "auto", True),
        (10, 3600, "visible", True),  # the page itself scrolls
        (100, 3600, "auto", False),
        (10, 360, "auto", False),
        (10, 600, "auto", False),  # some space at the end
    ],
)
def test_a_list_that_is_drawn_as_it_is_scrolled_is_named(
    browser: str, tmp_path: Path, rows: int, height: int, scrolls: str, virtual: bool
) -> None:
    page = tmp_path / "page.html"
    labels = "".join(
        f"<label style='position: absolute; top: {36 * n}px'><input type=checkbox> Row {n}</label>"
        for n in range(rows)
    )
    page.write_text(
        f"<!doctype html><div id=list style='height: 260px; overflow: {scrolls}'>"
        f"<div style='height: {height}px; position: relative'>{labels}</div></div>"
    )
    config = HarvestConfig(toggle=False, max_others=0, framings=(Framing.CONTROL,))
    report = harvest(page, tmp_path / "crops", config=config)
    named = report.dropped_examples.get("list that is drawn as it is scrolled", [])
    expected = "#list" if scrolls == "auto" else "html"
    assert named == ([f"{expected} ({tmp_path.name}/page.html)"] if virtual else [])


def test_a_few_elements_are_named_for_a_reason(browser: str, tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.html").write_text(
            "".join(f"<p><span role=switch id={name}{n}>Words</span>" for n in range(2))
        )
    report = harvest(tmp_path, tmp_path / "crops", config=HarvestConfig(max_others=0))
    where = tmp_path.name
    assert report.dropped == {"no state to read": 4}
    assert report.dropped_examples["no state to read"] == [
        f"#a0 ({where}/a.html)",
        f"#a1 ({where}/a.html)",
        f"#b0 ({where}/b.html)",
    ]


def is_vivid(pixels: np.ndarray) -> bool:
    """Whether a crop shows any of the colours in which toggles are drawn."""
    red = (pixels[..., 0] > 150) & (pixels[..., 1:].max(axis=2) < 60)
    green = (pixels[..., 1] > 100) & (pixels[..., ::2].max(axis=2) < 60)
    return bool((red | green).any())


@pytest.mark.parametrize("way", SEEN)
@pytest.mark.parametrize("kind", ["native", "drawn", "aria"])
def test_what_somebody_sees_is_taken(harvested: Crops, way: str, kind: str) -> None:
    found = harvested.of("unseen.html", f"#{way}-{kind}")
    if way == "half-transparent":
        assert "checked" in found
    else:
        assert {harvested.colour(row) for row in found["checked"]} == {"green"}


@pytest.mark.parametrize("way", [*HIDDEN, "turned-frame"])
@pytest.mark.parametrize("kind", ["native", "drawn", "aria"])
def test_what_nobody_sees_is_left_out(harvested: Crops, way: str, kind: str) -> None:
    assert harvested.of("unseen.html", f"#{way}-{kind}") == {}


def test_labels_of_pages_that_begin_at_the_right_are_seen(harvested: Crops) -> None:
    for selector in ("#leftmost", "#first"):
        rows = harvested.of("right-to-left.html", selector)["checked"]
        assert "label" in {row["framing"] for row in rows}


def test_no_crop_of_something_else_holds_a_toggle(harvested: Crops) -> None:
    for row in harvested.rows:
        if row["label"] == "other" and not row["page"].endswith("dialogs.html"):
            assert not is_vivid(harvested.pixels(row)), row


def test_no_page_failed_and_mixed_has_a_folder_of_its_own(harvested: Crops) -> None:
    assert harvested.report.failed == {}
    mixed = [row for row in harvested.rows if row["label"] == "mixed"]
    assert mixed
    assert all(row["path"].startswith("mixed/") for row in mixed)
    native = harvested.of("native.html", "#mixed")["mixed"][0]
    assert native["native_indeterminate"] is True
    assert harvested.of("aria.html", "#mixed")["mixed"][0]["aria_checked"] == "mixed"


def test_rows_tell_where_a_crop_comes_from(harvested: Crops) -> None:
    row = harvested.of("native.html", "#large")["checked"][0]
    assert row["lang"] == "fr"
    assert row["page"] == row["group"] == "pages/native.html"
    assert row["theme"] == "light"
    assert row["viewport"] == [1280, 800]
    assert row["native_checked"] is True
    assert row["toggled"] is True
    assert harvested.of("native.html", "#disabled")["checked"][0]["disabled"] is True
    assert harvested.of("frame.html", "#framed")["checked"][0]["lang"] == "ja"
    for row in harvested.rows:
        data = (harvested.folder / row["path"]).read_bytes()
        assert sha256(data) == row["sha256"]
        height, width, _ = harvested.pixels(row).shape
        assert abs(width - row["box"][2]) <= 1
        assert abs(height - row["box"][3]) <= 1


def test_a_control_alone_is_as_large_as_it_is_drawn(harvested: Crops) -> None:
    """Not the hidden input's one pixel, and not its label."""
    for page, selector in [
        ("hidden.html", "#sibling"),
        ("hidden.html", "#pseudo"),
        ("hidden.html", "#far"),
        ("hidden.html", "#none"),
        ("shadow.html", "#inner"),
        ("frame.html", "#framed"),
    ]:
        found = harvested.of(page, selector)["checked"]
        assert all(row["control_box"][2:] == [24, 24] for row in found), selector
        by_framing = {row["framing"]: row for row in found}
        assert by_framing["control"]["box"][2] < 33
        assert by_framing["label"]["box"][2] > 40
        assert by_framing["loose"]["box"][2] > by_framing["tight"]["box"][2] + 8


@pytest.mark.parametrize(
    ("selector", "width", "height"), [("#zoomed", 36, 36), ("#turned", 16, 32)]
)
def test_pseudo_elements_are_found_where_zoom_and_transforms_put_them(
    harvested: Crops, selector: str, width: int, height: int
) -> None:
    found = harvested.of("hidden.html", selector)["checked"]
    assert {tuple(row["control_box"][2:]) for row in found} == {(width, height)}
    crop = harvested.pixels(next(row for row in found if row["framing"] == "control"))
    green = (np.abs(crop - (0, 128, 0)).max(axis=2) < 8).sum()
    assert green == width * height


def test_a_thumb_is_cut_out_with_its_track(harvested: Crops) -> None:
    found = harvested.of("hidden.html", "#thumb")["checked"]
    assert {tuple(row["control_box"][2:]) for row in found} == {(48, 24)}


def test_folder_is_read_as_labelled_images(
    harvested: Crops, caplog: pytest.LogCaptureFixture
) -> None:
    images = read_images(harvested.report.manifest)
    counts = {label: harvested.report.crops[label] for label in ("checked", "unchecked", "other")}
    assert images.counts() == counts == read_images(harvested.folder).counts()
    assert "'mixed' (indeterminate) are left out" in caplog.text
    assert "'undecided' (reacting like a toggle without a state" in caplog.text
    assert {sample.group for sample in images.samples} >= {"pages/native.html", "pages/aria.html"}


def test_same_seed_gives_the_same_manifest(harvested: Crops, browser: str, tmp_path: Path) -> None:
    page = PAGES / "hidden.html"
    first = harvest(page, tmp_path / "first").manifest.read_bytes()
    assert harvest(page, tmp_path / "second").manifest.read_bytes() == first
    other = harvest(page, tmp_path / "third", config=HarvestConfig(seed=7)).manifest.read_bytes()
    assert other != first


def test_themes_scales_and_viewports_are_visited(browser: str, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<meta name='checkboxnet:kit' content='mine'>"
        "<style>@media (prefers-color-scheme: dark) { body { background: #111; color: #fff } }"
        "</style><p><label><input type=checkbox> Dark?</label></p>"
    )
    config = HarvestConfig(
        viewports=((1280, 800), (390, 844)), scales=(1, 2), theme="both", framings=(Framing.LOOSE,)
    )
    crops = crops_of(harvest(page, tmp_path / "crops", config=config))
    assert crops.report.visits == 8
    seen = {(row["viewport"][0], row["scale"], row["theme"]) for row in crops.rows}
    assert len(seen) == 8
    assert {row["kit"] for row in crops.rows} == {row["group"] for row in crops.rows} == {"mine"}
    for row in crops.rows:
        pixels = crops.pixels(row)
        assert (np.median(pixels) < 50) == (row["theme"] == "dark")
        assert abs(pixels.shape[1] - row["box"][2] * row["scale"]) <= 1


@pytest.mark.parametrize("scale", [0.5, 1.5, 3])
def test_crops_show_the_control_at_every_scale(browser: str, tmp_path: Path, scale: float) -> None:
    config = HarvestConfig(scales=(scale,), viewports=((900, 700),), max_others=0)
    crops = crops_of(harvest(PAGES / "native.html", tmp_path / "crops", config=config))
    assert crops.report.crops["checked"] >= 20
    for row in crops.rows:
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


def test_trying_buttons_sends_nothing(browser: str, tmp_path: Path) -> None:
    """But what only reads, which a page needs to draw."""
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


def test_a_page_that_hangs_or_is_missing_costs_itself_only(
    browser: str, tmp_path: Path, cli: Callable[..., Outcome]
) -> None:
    pages = tmp_path / "pages.txt"
    gone = "http://127.0.0.1:9/gone.html"
    pages.write_text(f"# one a line\n{HANGING}/hangs.html\n\n{gone}\n{HANGING}/fine.html\n")
    outcome = cli("harvest", pages, "--out", tmp_path / "crops", "--timeout", 5, "-f", "json")
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
        report = harvest(three_pages, tmp_path / "crops", config=HarvestConfig(workers=1))
    expected = {
        "visit": "the browser's screenshot is odd",
        "store": "can't be kept (ValueError: half a character)",
    }
    assert report.failed == {"pages/1.html": expected[where]}
    assert {row["page"] for row in crops_of(report).rows} == {"pages/0.html", "pages/2.html"}
    again = harvest(three_pages, tmp_path / "crops")
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
            harvest(three_pages, tmp_path / "crops", config=HarvestConfig(workers=1))
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
    monkeypatch.setattr(visit, "_LOAD_LIMIT", 0.5)
    monkeypatch.setattr(visit, "_FONT_LIMIT", 0.5)
    missing = {
        "font": "<style>@font-face { font-family: Slow; src: url(/never) }</style>"
        "<p style='font-family: Slow'>Late</p>",
        "picture": "<img src=/never alt=''>",
        "frame": "<iframe src=/never></iframe>",
    }
    page = stalling(
        "<p><label><input type=checkbox id=on checked> On</label></p><br><br>"
        f"<p><label><input type=checkbox id=off> Off</label></p>{missing[waits_for]}"
    )
    crops = crops_of(harvest(page, tmp_path / "crops", config=HarvestConfig(timeout=60)))
    assert crops.report.failed == {}
    assert set(crops.of("page.html", "#on")) == set(crops.of("page.html", "#off")) == BOTH


def test_two_thousand_controls(browser: str, tmp_path: Path) -> None:
    config = HarvestConfig(toggle=False, framings=(Framing.LABEL,), max_others=0, timeout=60)
    report = harvest(HANGING / "many.html", tmp_path / "crops", config=config)
    assert report.controls == 2000
    assert report.crops == {"unchecked": 2000}


def test_a_killed_harvest_goes_on_where_it_stopped(browser: str, tmp_path: Path) -> None:
    pages, output = tmp_path / "pages", tmp_path / "crops"
    pages.mkdir()
    for number in range(8):
        (pages / f"{number}.html").write_text(
            f"<p><label><input type=checkbox> Number {number}</label></p>"
        )
    command = [sys.executable, "-m", "checkboxnet", "harvest", str(pages), "--out", str(output)]
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


def test_an_interrupted_harvest_lists_what_it_has(browser: str, tmp_path: Path) -> None:
    page, output = tmp_path / "page.html", tmp_path / "crops"
    page.write_text("<p><label><input type=checkbox> One</label></p>")
    command = [sys.executable, "-m", "checkboxnet", "harvest", str(page), "--out", str(output)]
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
        return harvest(page, tmp_path / "crops")

    assert asyncio.run(notebook_cell()).crops["checked"] >= 1


def test_without_playwright_the_error_names_the_extra(tmp_path: Path) -> None:
    code = "import sys; sys.modules['playwright'] = None; import checkboxnet.cli as c; c.main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "harvest", "x.html", "--out", str(tmp_path / "out")],
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
    crops = crops_of(harvest(book, tmp_path / "crops"))
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
    assert "checked" not in harvest(page, tmp_path / "outside").crops
    config = HarvestConfig(storage_state=state, wait_for="input")
    assert harvest(page, tmp_path / "inside", config=config).crops["checked"] >= 1


def test_a_folder_of_something_else_is_not_touched(tmp_path: Path, browser: str) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(OutputExistsError, match="holds no harvest"):
        harvest(PAGES / "native.html", tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_overwrite_removes_the_earlier_harvest_only(browser: str, tmp_path: Path) -> None:
    output = tmp_path / "crops"
    harvest(PAGES / "native.html", output)
    mine = output / "checked" / "mine.png"
    mine.write_bytes(b"mine")
    report = harvest(PAGES / "elsewhere.html", output, overwrite=True)
    assert report.crops.keys() == {"other"}
    assert [path.name for path in (output / "checked").iterdir()] == ["mine.png"]


def test_gallery_shows_every_crop(
    browser: str, tmp_path: Path, cli: Callable[..., Outcome]
) -> None:
    outcome = cli("harvest", PAGES / "hidden.html", "--out", tmp_path / "crops", "--gallery")
    assert outcome.code == 0
    page = (tmp_path / "crops" / "gallery.html").read_text()
    rows = (tmp_path / "crops" / "manifest.jsonl").read_text().splitlines()
    assert all(json.loads(row)["path"] in page for row in rows)
    assert "crops/s" in outcome.out
