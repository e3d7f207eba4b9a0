"""`config.json` of a weights folder, checked field by field, since it may be untrusted."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, TypeVar

from checkboxnet.errors import WeightsError
from checkboxnet.labels import is_name
from checkboxnet.picture.fit import Preprocessing
from checkboxnet.prediction import KINDS
from checkboxnet.report.files import parse_json
from checkboxnet.weights.certainty import Certainty
from checkboxnet.weights.fields import FieldError, digests, get, number, numbers

T = TypeVar("T")

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
    """Label of each of the first logits, in order."""
    kinds: tuple[str, ...] = ()
    """Kind of control of each of the logits that follow; empty where the weights don't tell."""
    mixed: bool = False
    """Whether one more logit, the last, tells indeterminate controls."""
    preprocessing: Preprocessing
    temperature: float = 1.0
    """Logits are divided by it before the softmax (Guo et al. 2017)."""
    certainty: Certainty = field(default_factory=Certainty)
    """When a prediction is marked as certain."""
    sha256: Mapping[str, str] = field(default_factory=dict)
    """Digests of the weights file and the graph file; filled in when they are written."""
    classifier: str = ""
    """timm's name of the layer that gives the logits; filled in when the weights are written."""

    @property
    def outputs(self) -> tuple[str, ...]:
        """Names of all logits, in order."""
        return outputs_of(self.labels, self.kinds, self.mixed)

    def to_json(self) -> str:
        """Returns the text of `config.json`."""
        values = asdict(self)
        del values["classifier"]
        values = {"format_version": FORMAT_VERSION, **values, **self._timm_fields()}
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
        return parse_config(text, _read, source=source)

    def _timm_fields(self) -> dict[str, Any]:
        """Returns what lets timm and transformers read the folder too.

        Their preprocessing knows neither narrowed blanks nor a limit to stretching: of what it
        offers, stretching the whole crop onto the canvas comes nearest.
        """
        return {
            "num_classes": len(self.outputs),
            "label_names": list(self.outputs),
            "pretrained_cfg": {
                "input_size": [3, *self.preprocessing.size],
                "interpolation": "bilinear",
                "crop_pct": 1.0,
                "crop_mode": "squash",
                "mean": list(self.preprocessing.mean),
                "std": list(self.preprocessing.std),
                "classifier": self.classifier,
            },
        }


def parse_config(text: str | bytes, read: Callable[[dict[str, Any]], T], *, source: str) -> T:
    """Parses the text of a `config.json` of this format version.

    Args:
        text: The file's content.
        read: Makes something of its fields, or raises a `FieldError`.
        source: Named in errors, say the file's path.

    Raises:
        WeightsError: It is no JSON object, of another version, or a field is missing or wrong.
    """
    values = parse_json(text, source=source, error=WeightsError)
    if not isinstance(values, dict):
        raise WeightsError(f"{source}: expected a JSON object")
    version = values.get("format_version")
    if version != FORMAT_VERSION:
        raise WeightsError(
            f"{source}: format_version is {version!r}, this checkboxnet reads "
            f"{FORMAT_VERSION}. Another release may read it: pip install -U checkboxnet"
        )
    try:
        return read(values)
    except FieldError as error:
        raise WeightsError(f"{source}: field {error}") from None


def outputs_of(labels: tuple[str, ...], kinds: tuple[str, ...], mixed: bool) -> tuple[str, ...]:
    """Returns the names of a network's logits, in order."""
    return (*labels, *kinds, *(("mixed",) if mixed else ()))


def _read(values: Mapping[str, Any]) -> WeightsConfig:
    labels = get(values, "labels", list)
    if (
        len(labels) < 2
        or len(set(map(str, labels))) != len(labels)
        or not all(isinstance(label, str) and is_name(label) for label in labels)
    ):
        raise FieldError("labels", "a list of at least two different names", labels)
    kinds = values.get("kinds", [])
    if kinds and kinds != list(KINDS):
        raise FieldError("kinds", f"nothing or {list(KINDS)}", kinds)
    preprocessing = get(values, "preprocessing", dict)
    height, width = numbers(preprocessing, "size", 2, 16, 1024, whole=True)
    certainty = get(values, "certainty", dict)
    thresholds = get(certainty, "thresholds", dict)
    config = WeightsConfig(
        name=get(values, "name", str),
        architecture=get(values, "architecture", str),
        labels=tuple(labels),
        kinds=tuple(kinds),
        mixed=get({"mixed": False} | dict(values), "mixed", bool),
        preprocessing=Preprocessing(
            size=(int(height), int(width)),
            max_stretch=number(preprocessing, "max_stretch", 1, 1000),
            narrow_blanks=get(preprocessing, "narrow_blanks", bool),
            mean=numbers(preprocessing, "mean", 3, -1e6, 1e6),
            std=numbers(preprocessing, "std", 3, 1e-6, 1e6),
        ),
        temperature=number(values, "temperature", 1e-3, 1e3),
        certainty=Certainty(
            thresholds={label: number(thresholds, label, 0, 1) for label in labels},
            smallest_side=int(number(certainty, "smallest_side", 1, 1024, whole=True)),
            lowest_energy=None
            if certainty.get("lowest_energy") is None
            else number(certainty, "lowest_energy", -1e6, 1e6),
        ),
        sha256=digests(values, (WEIGHTS_FILE, GRAPH_FILE)),
        classifier=get(get(values, "pretrained_cfg", dict), "classifier", str),
    )
    # timm has to read the same labels and input size as we do.
    for key, expected in config._timm_fields().items():
        found = values.get(key)
        if isinstance(expected, dict):
            found = {inner: values[key].get(inner) for inner in expected}
        if found != expected:
            raise FieldError(key, f"{expected!r}, as the other fields say", found)
    return config
