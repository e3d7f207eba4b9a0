"""What `config.json` says to timm and transformers agrees with what it says to us."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from huggingface_hub import ModelCard

from checkboxnet.errors import WeightsError
from checkboxnet.model import load_model
from checkboxnet.picture.fit import Preprocessing
from checkboxnet.training.base import load_base
from checkboxnet.weights.certainty import Certainty
from checkboxnet.weights.config import WeightsConfig

CONFIG = WeightsConfig(
    name="tiny.test",
    architecture="test_efficientnet",
    labels=("on", "off"),
    preprocessing=Preprocessing(size=(64, 96), mean=(0.1, 0.2, 0.3), std=(1, 2, 3)),
    certainty=Certainty(thresholds={"on": 0.5, "off": 0.5}),
    sha256={"model.safetensors": "a" * 64, "model.onnx": "b" * 64},
    classifier="classifier",
)


def read(content: dict[str, Any]) -> WeightsConfig:
    return WeightsConfig.from_json(json.dumps(content), source="config.json")


def test_round_trip() -> None:
    content = json.loads(CONFIG.to_json())
    assert read(content) == CONFIG
    assert content["label_names"] == ["on", "off"]
    assert content["pretrained_cfg"]["input_size"] == [3, 64, 96]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("num_classes", 3),
        ("num_classes", None),
        ("label_names", ["off", "on"]),
        ("label_names", None),
        ("pretrained_cfg", []),
        ("pretrained_cfg", None),
    ],
)
def test_what_contradicts_our_own_fields_is_refused(key: str, value: object) -> None:
    content = json.loads(CONFIG.to_json()) | {key: value}
    with pytest.raises(WeightsError, match=rf"^config\.json: field {key}: expected"):
        read(content)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("input_size", [3, 96, 64]),
        ("mean", [0.1, 0.2, 0.4]),
        ("std", [1, 2, 4]),
        ("crop_mode", "center"),
        ("classifier", 7),
    ],
)
def test_so_is_what_timm_would_prepare_otherwise(key: str, value: object) -> None:
    content = json.loads(CONFIG.to_json())
    content["pretrained_cfg"][key] = value
    with pytest.raises(WeightsError, match=r"field (pretrained_cfg|classifier): expected"):
        read(content)


def test_what_timm_alone_knows_is_left_to_it() -> None:
    content = json.loads(CONFIG.to_json()) | {"num_features": 16}
    content["pretrained_cfg"]["license"] = "mit"
    assert read(content) == CONFIG


def test_our_own_folder_is_no_timm_backbone(tmp_path: Path) -> None:
    folder = load_model().save(tmp_path / "weights")
    base = load_base(folder)
    assert base.labels == ("checked", "unchecked", "other")
    assert base.preprocessing == load_model().config.preprocessing


def test_training_writes_them(trained: Path, tiny_backbone: Path) -> None:
    content = json.loads((trained / "config.json").read_text())
    assert content["label_names"] == ["checked", "unchecked", "other"]
    assert content["pretrained_cfg"]["classifier"] == "classifier"
    assert load_model(trained).config.classifier == "classifier"
    assert load_base(tiny_backbone).repo_id is None
    assert ModelCard.load(trained / "README.md").data.base_model is None
