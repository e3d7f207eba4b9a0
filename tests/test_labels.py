from __future__ import annotations

import json

import pytest

from checkboxnet.labels import STANDARD_LABELS, Label, standard_label


def test_values_are_fixed() -> None:
    assert STANDARD_LABELS == ("checked", "unchecked", "other")
    assert json.dumps({"label": Label.CHECKED}) == '{"label": "checked"}'


@pytest.mark.parametrize(
    ("name", "label"),
    [("ON", "checked"), (" Off ", "unchecked"), ("not checked", "unchecked"), ("Others", "other")],
)
def test_aliases(name: str, label: str) -> None:
    assert standard_label(name) == label


def test_unknown_names_have_no_label() -> None:
    assert standard_label("mixed") is None
    assert standard_label("") is None
