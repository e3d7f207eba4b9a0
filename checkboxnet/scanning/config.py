"""`config.json` of a detector folder."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from checkboxnet.prediction import KINDS
from checkboxnet.weights.config import (
    CONFIG_FILE,
    FORMAT_VERSION,
    GRAPH_FILE,
    WEIGHTS_FILE,
    parse_config,
)
from checkboxnet.weights.fields import FieldError, digests, get, number
from checkboxnet.weights.folder import read_config, verified_files

TASK = "detection"
"""Tells a detector's `config.json` from that of weights that predict."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DetectorConfig:
    """What must be known beside the tensors to find controls with them."""

    name: str
    """`architecture.tag`."""
    architecture: str
    """timm's name of the network whose first blocks are the trunk."""
    threshold: float = 0.3
    """Lowest score, from 0 to 1, of what counts as found, chosen on validation screenshots."""
    sha256: Mapping[str, str] = field(default_factory=dict)
    """Digests of the weights file and the graph file; filled in when they are written."""

    def to_json(self) -> str:
        """Returns the text of `config.json`."""
        about = {"format_version": FORMAT_VERSION, "task": TASK, "kinds": list(KINDS)}
        return json.dumps({**about, **asdict(self)}, indent=2) + "\n"

    @classmethod
    def from_json(cls, text: str | bytes, *, source: str) -> DetectorConfig:
        """Parses and checks the text of `config.json`.

        Args:
            text: The file's content.
            source: Named in errors, say the file's path.

        Raises:
            WeightsError: A field is missing or wrong; the message names it.
        """
        return parse_config(text, _read, source=source)


def _read(values: Mapping[str, Any]) -> DetectorConfig:
    if values.get("task") != TASK:
        raise FieldError("task", f"{TASK!r}, as a detector's configuration has", values.get("task"))
    if values.get("kinds") != list(KINDS):
        raise FieldError("kinds", str(list(KINDS)), values.get("kinds"))
    return DetectorConfig(
        name=get(values, "name", str),
        architecture=get(values, "architecture", str),
        threshold=number(values, "threshold", 0, 1),
        sha256=digests(values, (WEIGHTS_FILE, GRAPH_FILE)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class DetectorFolder:
    """A verified detector folder, whose files match their digests."""

    path: Path
    config: DetectorConfig
    weights: bytes
    """Content of `model.safetensors`."""
    graph: bytes
    """Content of `model.onnx`, whose initializers point into `weights`."""


def read_detector(path: Path) -> DetectorFolder:
    """Reads and verifies a detector folder.

    Raises:
        ModelNotFoundError: There is no such folder.
        WeightsError: A file is missing, damaged or altered, or `config.json` is malformed.
    """
    config = DetectorConfig.from_json(read_config(path), source=str(path / CONFIG_FILE))
    weights, graph = verified_files(path, config.sha256)
    return DetectorFolder(path=path, config=config, weights=weights, graph=graph)
