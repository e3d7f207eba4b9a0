"""Writing a detector folder, and choosing the score from which on something counts as found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch

from checkboxnet.dataset.page_records import LabelledPage
from checkboxnet.evaluation.matching import matched
from checkboxnet.picture.read import open_image
from checkboxnet.report.files import sha256
from checkboxnet.report.progress import track
from checkboxnet.scanning.config import DetectorConfig, DetectorFolder
from checkboxnet.scanning.detector import Detector
from checkboxnet.scanning.tiles import SMALLEST, STRIDE
from checkboxnet.training.detector_network import DetectorNetwork, FindingNetwork
from checkboxnet.weights.config import GRAPH_FILE, WEIGHTS_FILE
from checkboxnet.weights.graph import refer_to, to_onnx
from checkboxnet.weights.write import round_to_stored, stored_tensors, write_files

_LOWEST = 0.05
"""Score below which nothing is looked at while the threshold is chosen."""
_RECALL_FIRST = 2.0
"""How much more recall counts than precision (the beta of an F score): what is found in vain the
classifier can still turn down, what is missed is lost."""

_CARD = Path(__file__).with_name("detector_card.md")


def detector_of(folder: Path, network: DetectorNetwork, config: DetectorConfig) -> DetectorFolder:
    """Returns the content of a detector folder that is not written yet.

    Args:
        folder: Where it is to be.
        network: On the CPU, in eval mode; is rounded to half precision.
        config: Its `sha256` is filled in here.
    """
    import safetensors.torch

    round_to_stored(network)
    weights = safetensors.torch.save(stored_tensors(network))
    graph = _graph(network, config, weights)
    config = replace(config, sha256={WEIGHTS_FILE: sha256(weights), GRAPH_FILE: sha256(graph)})
    return DetectorFolder(path=folder, config=config, weights=weights, graph=graph)


def write_detector(content: DetectorFolder, *, metrics: Mapping[str, Any]) -> None:
    """Writes a detector folder, as `write_files` does.

    Args:
        content: Of the folder.
        metrics: JSON-ready figures for `metrics.json` and the card.
    """
    config = content.config
    write_files(
        content.path,
        content.weights,
        content.graph,
        metrics=metrics,
        card=_card(config, metrics),
        config=config.to_json(),
    )


def _graph(network: DetectorNetwork, config: DetectorConfig, weights: bytes) -> bytes:
    finding = FindingNetwork(config.architecture)
    finding.load_state_dict(network.state_dict())
    model = to_onnx(
        finding.eval(),
        torch.zeros(2, 320, 640, 3, dtype=torch.uint8),
        input_name="pictures",
        output_names=["scores", "corners", "kinds"],
        dynamic={
            0: torch.export.Dim("batch"),
            1: STRIDE * torch.export.Dim("rows", min=SMALLEST // STRIDE),
            2: STRIDE * torch.export.Dim("columns", min=SMALLEST // STRIDE),
        },
    )
    refer_to(weights, model)
    content: bytes = model.SerializeToString()
    return content


def _card(config: DetectorConfig, metrics: Mapping[str, Any]) -> str:
    lines = [
        f"- {side}: {counts['screenshots']} screenshots with {counts['controls']} controls"
        for side, counts in metrics.get("data", {}).items()
    ]
    return _CARD.read_text(encoding="utf-8").format(
        name=config.name,
        architecture=config.architecture,
        threshold=config.threshold,
        base=metrics.get("base", "unknown"),
        data="\n".join(lines) or "Not recorded.",
    )


def choose_threshold(content: DetectorFolder, pages: Sequence[LabelledPage]) -> dict[str, float]:
    """Returns the threshold of the highest F2 score, and recall and precision there.

    Args:
        content: Of a detector folder.
        pages: Validation screenshots.
    """
    detector = Detector(content)
    scores, right, controls = [], [], 0
    for page in track(pages, "choosing the threshold", total=len(pages)):
        found = detector.find(open_image(page.path), min_score=_LOWEST)
        match = matched(page, [each.box for each in found])
        controls += len(page.controls)
        for each, index, ignored in zip(found, match.control, match.ignored, strict=True):
            if not ignored:
                scores.append(each.score)
                right.append(index is not None)
    if not any(right):
        return {"threshold": _LOWEST, "recall": 0.0, "precision": 0.0}
    order = np.argsort(scores)[::-1]
    hits = np.cumsum(np.array(right)[order])
    recall, precision = hits / controls, hits / np.arange(1, len(order) + 1)
    beta = _RECALL_FIRST**2
    f_score = (1 + beta) * precision * recall / np.maximum(beta * precision + recall, 1e-9)
    best = int(f_score.argmax())
    return {
        "threshold": round(float(np.array(scores)[order][best]), 4),
        "recall": round(float(recall[best]), 4),
        "precision": round(float(precision[best]), 4),
    }
