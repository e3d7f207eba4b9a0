"""What a real browser takes out of pages with every way to build a toggle, and every trap."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from conftest import Outcome
from harvesting.conftest import HIDDEN, PAGES, SEEN, STATE_COLOURS, Crops, crops_of

from checkboxnet import HarvestConfig, HarvestReport, harvest
from checkboxnet.data.folder import read_images
from checkboxnet.errors import HarvestError, OutputExistsError
from checkboxnet.files import sha256
from checkboxnet.harvesting import visit
from checkboxnet.harvesting.config import Framing

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
        ("leaves.html", "#submits", BOTH, "checkbox"),
        ("leaves.html", "#navigates", BOTH, "checkbox"),
        ("leaves.html", "#opens", BOTH, "checkbox"),
        ("leaves.html", "#stays", BOTH, "checkbox"),
        ("dialogs.html", "#asks", BOTH, "checkbox"),
        ("dialogs.html", "#plain", BOTH, "checkbox"),
        ("elsewhere.html", "#elsewhere", {"other"}, "text"),
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
    if "other" not in labels and selector != "#chip":
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
        ("frames.html", "#turned >>> #upper"),
        ("frames.html", "#skewed >>> #upper"),
    ],
)
def test_what_cannot_be_trusted_is_left_out(harvested: Crops, page: str, selector: str) -> None:
    assert harvested.of(page, selector) == {}


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
            pixels = harvested.pixels(row)
            red = (pixels[..., 0] > 150) & (pixels[..., 1:].max(axis=2) < 60)
            green = (pixels[..., 1] > 100) & (pixels[..., ::2].max(axis=2) < 60)
            assert not (red | green).any(), row


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
    assert (process.returncode, errors) == (130, "interrupted; what was finished is kept\n")
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
