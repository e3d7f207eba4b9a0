from __future__ import annotations

import json
from typing import Any

import pytest

from checkboxnet.errors import WeightsError
from checkboxnet.preprocess import Preprocessing
from checkboxnet.weights.config import WeightsConfig

CONFIG = WeightsConfig(
    name="tiny.test",
    architecture="test_efficientnet",
    labels=("checked", "unchecked"),
    preprocessing=Preprocessing(size=64),
    temperature=1.5,
    threshold=0.7,
    sha256={"model.safetensors": "a" * 64, "model.onnx": "b" * 64},
)


def test_round_trip() -> None:
    assert WeightsConfig.from_json(CONFIG.to_json(), source="x") == CONFIG


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        (["format_version"], 2, "format_version is 2, this checkboxnet reads 1"),
        (["labels"], None, "field labels: expected list, it is missing"),
        (["labels"], ["checked"], "field labels"),
        (["labels"], ["checked", "checked"], "field labels"),
        (["labels"], ["checked", 3], "field labels"),
        (["architecture"], 7, "field architecture"),
        (["name"], None, "field name"),
        (["temperature"], 0, "field temperature"),
        (["temperature"], float("nan"), "field temperature"),
        (["threshold"], True, "field threshold"),
        (["preprocessing", "size"], 100_000, "field size"),
        (["preprocessing", "size"], 64.5, "field preprocessing.size"),
        (["preprocessing", "mean"], [0, 0], "field preprocessing.mean"),
        (["preprocessing", "std"], [1, 1, 0], "field preprocessing.std"),
        (["preprocessing", "max_aspect"], "3", "field max_aspect"),
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
