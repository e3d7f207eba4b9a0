"""`config.json` of a weights folder, checked field by field: it may come from a stranger."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from checkboxnet.errors import WeightsError
from checkboxnet.labels import is_name
from checkboxnet.picture.fit import Preprocessing
from checkboxnet.report.files import parse_json
from checkboxnet.weights.certainty import Certainty

FORMAT_VERSION = 1

WEIGHTS_FILE = "model.safetensors"
GRAPH_FILE = "model.onnx"
CONFIG_FILE = "config.json"
METRICS_FILE = "metrics.json"
CARD_FILE = "README.md"
FOLDER_FILES = (CONFIG_FILE, WEIGHTS_FILE, GRAPH_FILE, METRICS_FILE, CARD_FILE)
"""All that a weights folder holds, and all that is ever fetched or published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightsConfig:
    """What must be known beside the tensors to predict with them."""

    name: str
    """`architecture.tag`, say `efficientnet_lite0.ui_v1`."""
    architecture: str
    """timm's name of the network."""
    labels: tuple[str, ...]
    """Label of each logit, in order."""
    preprocessing: Preprocessing
    temperature: float = 1.0
    """Logits are divided by it before the softmax (Guo et al. 2017)."""
    certainty: Certainty = field(default_factory=Certainty)
    """When a prediction is marked as certain."""
    sha256: Mapping[str, str] = field(default_factory=dict)
    """Digests of the weights file and the graph file."""
    classifier: str | None = None
    """timm's name of the layer that gives the logits, or None where a folder doesn't say."""

    def to_json(self) -> str:
        """Returns the text of `config.json`."""
        values = asdict(self)
        del values["classifier"]
        values = {"format_version": FORMAT_VERSION, **values, **timm_fields(self)}
        return json.dumps(values, indent=2) + "\n"

    @classmethod
    def from_json(cls, text: str | bytes, *, source: str) -> WeightsConfig:
        """Parses and checks the text of `config.json`.

        Args:
            text: The file's content.
            source: Named in errors, say the file's path.

        Raises:
            WeightsError: A field is missing or wrong; the message names it.
        """
        return _Reader(text, source).read()


def timm_fields(config: WeightsConfig) -> dict[str, Any]:
    """Returns what `config.json` holds so that timm and transformers can read the folder too.

    Their preprocessing knows neither narrowed blanks nor a limit to stretching: of what it offers,
    stretching the whole crop onto the canvas comes nearest.
    """
    pretrained = {
        "input_size": [3, *config.preprocessing.size],
        "interpolation": "bilinear",
        "crop_pct": 1.0,
        "crop_mode": "squash",
        "mean": list(config.preprocessing.mean),
        "std": list(config.preprocessing.std),
    }
    if config.classifier is not None:
        pretrained["classifier"] = config.classifier
    return {
        "num_classes": len(config.labels),
        "label_names": list(config.labels),
        "pretrained_cfg": pretrained,
    }


class _Reader:
    def __init__(self, text: str | bytes, source: str) -> None:
        self.source = source
        self.values = parse_json(text, source=source, error=WeightsError)
        if not isinstance(self.values, dict):
            raise WeightsError(f"{source}: expected a JSON object")

    def read(self) -> WeightsConfig:
        version = self.values.get("format_version")
        if version != FORMAT_VERSION:
            raise WeightsError(
                f"{self.source}: format_version is {version!r}, this checkboxnet reads "
                f"{FORMAT_VERSION}. Another release may read it: pip install -U checkboxnet"
            )
        labels = self._get(self.values, "labels", list)
        if (
            len(labels) < 2
            or len(set(map(str, labels))) != len(labels)
            or not all(isinstance(label, str) and is_name(label) for label in labels)
        ):
            raise self._wrong("labels", "a list of at least two different names", labels)
        digests = self._get(self.values, "sha256", dict)
        for name in (WEIGHTS_FILE, GRAPH_FILE):
            digest = digests.get(name)
            if not isinstance(digest, str) or len(digest) != 64:
                raise self._wrong(f"sha256[{name!r}]", "64 hex digits", digest)
        config = WeightsConfig(
            name=self._get(self.values, "name", str),
            architecture=self._get(self.values, "architecture", str),
            labels=tuple(labels),
            preprocessing=self._preprocessing(),
            temperature=self._number(self.values, "temperature", 1e-3, 1e3),
            certainty=self._certainty(labels),
            sha256={name: digests[name] for name in (WEIGHTS_FILE, GRAPH_FILE)},
            classifier=self._classifier(),
        )
        self._check_timm_fields(timm_fields(config))
        return config

    def _classifier(self) -> str | None:
        if "pretrained_cfg" not in self.values:
            return None
        pretrained = self._get(self.values, "pretrained_cfg", dict)
        return self._get(pretrained, "classifier", str) if "classifier" in pretrained else None

    def _check_timm_fields(self, expected: Mapping[str, Any]) -> None:
        """Raises unless timm would read the same labels and input size as we do."""
        if "pretrained_cfg" not in self.values:  # written before timm was thought of
            return
        for key, value in expected.items():
            found = self.values.get(key)
            if isinstance(value, dict):
                found = {inner: found.get(inner) for inner in value}
            if found != value:
                raise self._wrong(key, f"{value!r}, as the other fields say", found)

    def _certainty(self, labels: list[str]) -> Certainty:
        values = self._get(self.values, "certainty", dict)
        by_label = self._get(values, "thresholds", dict)
        energy = values.get("lowest_energy")
        return Certainty(
            thresholds={label: self._number(by_label, label, 0, 1) for label in labels},
            smallest_side=self._whole(values.get("smallest_side"), "smallest_side", 1, 1024),
            lowest_energy=None
            if energy is None
            else self._number(values, "lowest_energy", -1e6, 1e6),
        )

    def _preprocessing(self) -> Preprocessing:
        values = self._get(self.values, "preprocessing", dict)
        size = self._get(values, "size", list)
        if len(size) != 2:
            raise self._wrong("preprocessing.size", "height and width", size)
        height, width = (self._whole(side, "preprocessing.size", 16, 1024) for side in size)
        mean, std = (self._triple(values, key) for key in ("mean", "std"))
        if min(std) <= 0:
            raise self._wrong("preprocessing.std", "numbers above 0", std)
        return Preprocessing(
            size=(height, width),
            max_stretch=self._number(values, "max_stretch", 1, 1000),
            narrow_blanks=self._get(values, "narrow_blanks", bool),
            mean=mean,
            std=std,
        )

    def _triple(self, values: Mapping[str, Any], key: str) -> tuple[float, float, float]:
        numbers = self._get(values, key, list)
        if len(numbers) != 3 or not all(_is_number(number) for number in numbers):
            raise self._wrong(f"preprocessing.{key}", "three numbers", numbers)
        return float(numbers[0]), float(numbers[1]), float(numbers[2])

    def _number(self, values: Mapping[str, Any], key: str, low: float, high: float) -> float:
        value: Any = values.get(key)
        if not _is_number(value) or not low <= value <= high:
            raise self._wrong(key, f"a number from {low:g} to {high:g}", value)
        return float(value)

    def _whole(self, value: Any, key: str, low: int, high: int) -> int:
        if not _is_number(value) or value != int(value) or not low <= value <= high:
            raise self._wrong(key, f"a whole number from {low} to {high}", value)
        return int(value)

    def _get(self, values: Mapping[str, Any], key: str, kind: type) -> Any:
        value = values.get(key)
        if not isinstance(value, kind):
            raise self._wrong(key, kind.__name__, value)
        return value

    def _wrong(self, key: str, expected: str, value: object) -> WeightsError:
        found = "it is missing" if value is None else f"got {value!r}"
        return WeightsError(f"{self.source}: field {key}: expected {expected}, {found}")


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)
