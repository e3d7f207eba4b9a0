"""How the crops of the gallery are chosen, split, and told apart from what can't be decided."""

from __future__ import annotations

import importlib
import re
import sys
from collections import Counter
from types import ModuleType
from typing import Any

import pytest
from conftest import ROOT

UI_KITS = ROOT / "examples" / "ui_kits"


def _module(name: str) -> ModuleType:
    sys.path.insert(0, str(UI_KITS))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(str(UI_KITS))


@pytest.fixture(scope="module")
def make_dataset() -> ModuleType:
    return _module("make_dataset")


@pytest.fixture(scope="module")
def decidable() -> ModuleType:
    return _module("decidable")


@pytest.fixture(scope="module")
def splits() -> ModuleType:
    return _module("splits")


def rows(kit: str, label: str, controls: int, framings: int) -> list[dict[str, Any]]:
    return [
        {
            "path": f"{label}/{kit}-{control}-{framing}.png",
            "label": label,
            "kit": kit,
            "page": f"{kit}/1.html",
            "selector": f"#c{control}",
            "framing": framing,
        }
        for control in range(controls)
        for framing in range(framings)
    ]


def test_labels_are_balanced_and_small_kits_make_room_for_large_ones(
    make_dataset: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(make_dataset, "LARGEST_SHARE", 1.0)
    given = [
        row
        for label in ("checked", "unchecked", "other", "mixed")
        for kit, controls in (("big", 100), ("small", 3))
        for row in rows(kit, label, controls, 4)
    ]
    chosen = make_dataset.choose(given, 90, seed=1)
    counts = Counter((row["label"], row["kit"]) for row in chosen)
    assert counts == {
        (label, kit): number
        for label in ("checked", "unchecked", "other")
        for kit, number in (("small", 12), ("big", 18))
    }
    assert chosen == make_dataset.choose(list(given), 90, seed=1)
    assert chosen != make_dataset.choose(list(given), 90, seed=2)


def test_new_controls_come_before_new_framings(
    make_dataset: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(make_dataset, "LARGEST_SHARE", 1.0)
    chosen = make_dataset.choose(rows("kit", "other", 10, 5), 36, seed=1)
    assert len(chosen) == 12
    assert len({row["selector"] for row in chosen}) == 10


def test_no_kit_is_above_its_share(make_dataset: ModuleType) -> None:
    kits = [f"kit-{n}" for n in range(20)]
    given = [
        row
        for label in make_dataset.LABELS
        for kit in kits
        for row in rows(kit, label, 400 if kit == "kit-0" else 10, 1)
    ]
    chosen = make_dataset.choose(given, 900, seed=1)
    counts = Counter(row["kit"] for row in chosen)
    assert counts["kit-0"] == 54  # 6 % of 900
    assert all(counts[kit] == 30 for kit in kits[1:])


def test_designs_and_grammar_may_have_more(make_dataset: ModuleType) -> None:
    given = [
        row
        for label in make_dataset.LABELS
        for kit in ("designs", "grammar", "one", "two")
        for row in rows(kit, label, 400, 1)
    ]
    counts = Counter(row["kit"] for row in make_dataset.choose(given, 900, seed=1))
    assert counts == {"designs": 432, "grammar": 432, "one": 18, "two": 18}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"kind": "checkbox", "role": "checkbox", "control_box": [0, 0, 200, 20]}, True),
        ({"kind": "toggle-button", "role": None, "control_box": [0, 0, 100, 30]}, False),
        ({"kind": "toggle-button", "role": None, "control_box": [0, 0, 32, 30]}, True),
        ({"kind": "radio", "role": "radio", "tag": "button", "control_box": [0, 0, 90, 30]}, False),
        ({"kind": "radio", "role": "radio", "tag": "div", "control_box": [0, 0, 90, 30]}, True),
        ({"kind": "generic-icon", "control_box": None}, False),
        ({"kind": "button-flat"}, True),
        # A design's author says it, whatever its shape.
        ({"kind": "toggle-button", "drawn_as": "toggle", "control_box": [0, 0, 90, 30]}, True),
        ({"kind": "radio", "drawn_as": "radio", "decidable": False}, False),
    ],
)
def test_what_a_picture_tells_is_known_by_how_it_is_made(
    decidable: ModuleType, row: dict[str, Any], expected: bool
) -> None:
    assert decidable.is_decidable({"kit": "k", "label": "checked", **row}, {}) is expected


def test_what_was_looked_at_counts_most(decidable: ModuleType) -> None:
    row = {"kit": "k", "design": "d", "kind": "checkbox", "label": "unchecked", "framing": "tight"}
    group = decidable.group_of(row)
    assert group == "k | d | checkbox | unchecked | tight"
    assert decidable.group_of({**row, "kit": "designs"}) == "designs | d | checkbox | unchecked | -"
    assert not decidable.is_decidable(row, {group: "undecidable"})
    told_by_none = {**row, "decidable": False}
    assert decidable.is_decidable(told_by_none, {group: "keep"})
    assert set(decidable.read_decisions().values()) <= {"keep", "undecidable"}


def test_held_out_kits_stand_on_one_side(splits: ModuleType) -> None:
    assert not splits.VALIDATION_KITS & splits.TEST_KITS
    assert not splits.VALIDATION_PARTS & splits.TEST_PARTS
    for kit in splits.VALIDATION_KITS:
        assert splits.split_of({"kit": kit, "design": "checkbox"}) == "val"
    for kit in splits.TEST_KITS:
        assert splits.split_of({"kit": kit}) == "test"
    for package, side in (("adminbsb-materialdesign", "val"), ("gentelella", "test")):
        assert splits.split_of({"kit": package}) == side
    assert splits.split_of({"kit": "bootstrap"}) == "train"
    modules = {path.stem for path in (UI_KITS / "kits").glob("*.js*")}
    assert modules >= splits.VALIDATION_KITS | splits.TEST_KITS


def test_a_design_stands_on_one_side_and_a_sixth_on_each_held_out_one(splits: ModuleType) -> None:
    names = [f"lamps/design-{n}" for n in range(1200)]
    sides = [splits.split_of({"kit": "designs", "design": name}) for name in names]
    counts = Counter(sides)
    assert 160 < counts["val"] < 240
    assert 160 < counts["test"] < 240
    assert sides == [splits.split_of({"kit": "designs", "design": name}) for name in names]


@pytest.mark.parametrize(
    ("design", "split"),
    [
        ("pill/flat", "train"),
        ("overhang/flat", "val"),
        ("pill/glossy", "val"),
        ("strokes/flat", "test"),
        ("pill/metal", "test"),
        ("strokes/glossy", "test"),
    ],
)
def test_anatomies_and_materials_of_the_grammar_are_held_out(
    splits: ModuleType, design: str, split: str
) -> None:
    assert splits.split_of({"kit": "grammar", "design": design}) == split


def test_the_grammar_has_the_parts_that_are_held_out(splits: ModuleType) -> None:
    sources = "".join(path.read_text() for path in (UI_KITS / "kits" / "_grammar").glob("*.js"))
    for part in splits.VALIDATION_PARTS | splits.TEST_PARTS:
        assert re.search(rf'^  "?{part}"?: ', sources, re.MULTILINE), part


def test_every_hand_written_design_is_well_formed() -> None:
    names = []
    for path in sorted((UI_KITS / "designs").glob("*.html")):
        sections = re.findall(r"<section\b([^>]*)>(.*?)</section>", path.read_text(), re.DOTALL)
        assert sections, path
        for head, body in sections:
            about = dict(re.findall(r'(data-[\w-]+)(?:="([^"]*)")?', head))
            names.append(f"{path.stem}/{about['data-design']}")
            kinds = ("checkbox", "radio", "switch", "toggle")
            is_toggle = about["data-specimen"] == "toggle"
            assert (about["data-kind"] in kinds) == is_toggle, names[-1]
            assert about["data-specimen"] in ("toggle", "other"), names[-1]
            assert not re.search(r"<style>\s*(?!@scope\b)\S", body), names[-1]
            assert not re.search(r"https?://(?!www\.w3\.org)|<script|<img", body), names[-1]
    assert len(names) == len(set(names))
    assert len(names) > 1500
