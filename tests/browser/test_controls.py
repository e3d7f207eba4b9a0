from __future__ import annotations

from itertools import product

import pytest

from checkboxnet.browser.controls import ControlState


def state(
    native: bool | None = None,
    indeterminate: bool | None = None,
    checked: str | None = None,
    pressed: str | None = None,
) -> ControlState:
    return ControlState(
        native_checked=native,
        native_indeterminate=indeterminate if native is not None else None,
        aria_checked=checked,
        aria_pressed=pressed,
        aria_selected=None,
    )


@pytest.mark.parametrize(
    ("given", "label"),
    [
        (state(native=True), "checked"),
        (state(native=False), "unchecked"),
        (state(native=True, indeterminate=True), "mixed"),
        (state(native=False, indeterminate=True), "mixed"),
        (state(checked="true"), "checked"),
        (state(checked="false"), "unchecked"),
        (state(checked="mixed"), "mixed"),
        (state(pressed="true"), "checked"),
        (state(native=True, checked="true"), "checked"),
        (state(native=True, checked="false"), None),
        (state(native=False, indeterminate=True, checked="mixed"), "mixed"),
        (state(native=False, indeterminate=True, checked="false"), None),
        (state(checked="true", pressed="false"), None),
        (state(checked="banana"), None),
        (state(), None),
    ],
)
def test_label(given: ControlState, label: str | None) -> None:
    assert given.label == label


@pytest.mark.parametrize(
    ("given", "doubt"),
    [
        (state(), "no state to read"),
        (state(checked="banana"), "no state to read"),
        (state(checked="true", pressed="false"), "native and ARIA state disagree"),
        (state(native=True, checked="mixed"), "native and ARIA state disagree"),
    ],
)
def test_doubt(given: ControlState, doubt: str) -> None:
    assert given.doubt == doubt


def test_sources_that_disagree_never_give_a_label() -> None:
    for native, aria in product((True, False), ("true", "false", "mixed")):
        expected = {"true": "checked", "false": "unchecked", "mixed": "mixed"}[aria]
        agree = expected == ("checked" if native else "unchecked")
        assert state(native=native, checked=aria).label == (expected if agree else None)
