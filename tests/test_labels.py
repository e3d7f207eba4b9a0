from __future__ import annotations

import json

import pytest
from conftest import ROOT

from checkboxnet.labels import ALIASES, STANDARD_LABELS, Label, standard_label


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


@pytest.mark.parametrize(
    "name",
    ["enabled", "Disabled", "active", "inactive", "0", "1", "none", "negative", "indeterminate"],
)
def test_names_that_may_mean_something_else_of_a_control_have_no_label(name: str) -> None:
    assert standard_label(name) is None


def test_the_documentation_lists_the_names() -> None:
    page = (ROOT / "docs" / "fine-tuning.md").read_text()
    for label, names in ALIASES.items():
        row = f"| `{label}` | " + ", ".join(f"`{name}`" for name in names if name != label) + " |"
        assert row in page
