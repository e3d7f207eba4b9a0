from __future__ import annotations

import json
from typing import Any

import pytest

from checkboxnet.errors import WeightsError
from checkboxnet.picture.fit import Preprocessing
from checkboxnet.weights.certainty import Certainty
from checkboxnet.weights.config import WeightsConfig

CONFIG = WeightsConfig(
    name="tiny.test",
    architecture="test_efficientnet",
    labels=("checked", "unchecked"),
    preprocessing=Preprocessing(size=(64, 96)),
    temperature=1.5,
    certainty=Certainty(
        thresholds={"checked": 0.7, "unchecked": 1.0},
        smallest_side=8,
        lowest_energy=-1.5,
    ),
    sha256={"model.safetensors": "a" * 64, "model.onnx": "b" * 64},
    classifier="classifier",
)


def test_round_trip() -> None:
    assert WeightsConfig.from_json(CONFIG.to_json(), source="x") == CONFIG


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        (["format_version"], 3, "format_version is 3, this checkboxnet reads 1"),
        (["labels"], None, "field labels: expected list, it is missing"),
        (["labels"], ["checked"], "field labels"),
        (["labels"], ["checked", "checked"], "field labels"),
        (["labels"], ["checked", 3], "field labels"),
        (["labels"], ["checked", "\x1b[2J"], "field labels"),
        (["architecture"], 7, "field architecture"),
        (["name"], None, "field name"),
        (["temperature"], 0, "field temperature"),
        (["temperature"], float("nan"), "field temperature"),
        (["certainty", "thresholds"], None, "field thresholds"),
        (["certainty", "thresholds", "checked"], None, "field checked"),
        (["certainty", "thresholds", "checked"], True, "field checked"),
        (["certainty", "smallest_side"], 0, "field smallest_side"),
        (["certainty", "lowest_energy"], float("inf"), "field lowest_energy"),
        (["preprocessing", "size"], [64, 100_000], "field preprocessing.size"),
        (["preprocessing", "size"], [64.5, 64], "field preprocessing.size"),
        (["preprocessing", "size"], [64], "field preprocessing.size"),
        (["preprocessing", "mean"], [0, 0], "field preprocessing.mean"),
        (["preprocessing", "std"], [1, 1, 0], "field preprocessing.std"),
        (["preprocessing", "max_stretch"], "3", "field max_stretch"),
        (["preprocessing", "narrow_blanks"], 1, "field narrow_blanks"),
        (["sha256", "model.onnx"], "short", "field sha256"),
    ],
)
def test_a_wrong_field_is_named(path: list[str], value: Any, words: str) -> None:
    content = json.loads(CONFIG.to_json())
    inner = content
    for key in path[:-1]:
        inner = inner[key]
    if value is None:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    with pytest.raises(WeightsError, match=r"^some/config\.json") as caught:
        WeightsConfig.from_json(json.dumps(content), source="some/config.json")
    assert words in str(caught.value)


@pytest.mark.parametrize("text", ["", "{", "[]", "null"])
def test_not_even_an_object(text: str) -> None:
    with pytest.raises(WeightsError, match="JSON"):
        WeightsConfig.from_json(text, source="x")


@pytest.mark.parametrize("place", ["temperature", "labels", "preprocessing", "certainty", "sha256"])
def test_values_that_break_python_are_refused(place: str, hostile_json: str) -> None:
    content = json.loads(CONFIG.to_json())
    text = json.dumps({**content, place: "HERE"}).replace('"HERE"', hostile_json)
    for given in (text, text.encode()):
        with pytest.raises(WeightsError, match=r"^some/config\.json"):
            WeightsConfig.from_json(given, source="some/config.json")
