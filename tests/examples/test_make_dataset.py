from __future__ import annotations

import importlib.util
import sys
from collections import Counter
from types import ModuleType
from typing import Any

import pytest
from conftest import ROOT


@pytest.fixture(scope="module")
def make_dataset() -> ModuleType:
    path = ROOT / "examples" / "ui_kits" / "make_dataset.py"
    spec = importlib.util.spec_from_file_location("make_dataset", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["make_dataset"] = module
    spec.loader.exec_module(module)
    return module


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


@pytest.mark.parametrize(
    ("row", "recognisable"),
    [
        ({"kind": "checkbox", "role": "checkbox", "control_box": [0, 0, 200, 20]}, True),
        ({"kind": "toggle-button", "role": None, "control_box": [0, 0, 100, 30]}, False),
        ({"kind": "toggle-button", "role": None, "control_box": [0, 0, 32, 30]}, True),
        ({"kind": "radio", "role": "radio", "tag": "button", "control_box": [0, 0, 90, 30]}, False),
        ({"kind": "radio", "role": "radio", "tag": "div", "control_box": [0, 0, 90, 30]}, True),
        ({"kind": "generic-icon", "control_box": None}, False),
        ({"kind": "button-flat"}, True),
    ],
)
def test_only_what_a_picture_tells_is_chosen_from(
    make_dataset: ModuleType, row: dict[str, Any], recognisable: bool
) -> None:
    assert make_dataset.is_recognisable(row) is recognisable


def test_held_out_kits_stand_on_one_side(make_dataset: ModuleType) -> None:
    assert not make_dataset.VALIDATION_KITS & make_dataset.TEST_KITS
    for kit in make_dataset.VALIDATION_KITS:
        assert make_dataset.split_of(kit) == "val"
    for kit in make_dataset.TEST_KITS:
        assert make_dataset.split_of(kit) == "test"
    assert make_dataset.split_of("bootstrap") == "train"
    modules = {path.stem for path in (ROOT / "examples" / "ui_kits" / "kits").glob("*.js*")}
    assert modules >= make_dataset.VALIDATION_KITS | make_dataset.TEST_KITS
