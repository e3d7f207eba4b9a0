"""One harvest of pages with every way to build a toggle, and every trap."""

from __future__ import annotations

import numpy as np
import pytest
from harvesting.conftest import HIDDEN, SEEN, Crops, is_vivid

from checkboxnet.dataset.read import read_images
from checkboxnet.report.files import sha256

BOTH = {"checked", "unchecked"}
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
