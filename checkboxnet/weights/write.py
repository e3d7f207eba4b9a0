"""Writing a weights folder from a trained network."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checkboxnet.report.files import sha256, write_bytes, write_text
from checkboxnet.weights.card import model_card
from checkboxnet.weights.config import (
    CARD_FILE,
    CONFIG_FILE,
    GRAPH_FILE,
    METRICS_FILE,
    WEIGHTS_FILE,
    WeightsConfig,
)
from checkboxnet.weights.graph import export_graph

if TYPE_CHECKING:
    import torch
    from torch import nn


def stored_tensors(network: nn.Module) -> dict[str, torch.Tensor]:
    """Returns the tensors as they are stored: matrices and kernels in half precision.

    Vectors (biases, batch norm's parameters and statistics) stay in fp32: they are small, and a
    variance may leave the range of fp16.
    """
    return {
        name: (tensor.half() if tensor.is_floating_point() and tensor.ndim > 1 else tensor)
        .detach()
        .cpu()
        .contiguous()
        for name, tensor in network.state_dict().items()
    }


def round_to_stored(network: nn.Module) -> None:
    """Rounds the network's tensors to the precision in which they are stored."""
    network.load_state_dict(stored_tensors(network))


def write_weights(
    folder: Path, network: nn.Module, config: WeightsConfig, *, metrics: Mapping[str, Any]
) -> None:
    """Writes all files of a weights folder, each atomically, `config.json` last.

    A folder without `config.json`, or with digests of other files in it, is refused on reading,
    so an interrupted write can't pass for a finished one.

    Args:
        folder: Made if missing. Other files in it are left alone.
        network: On the CPU, in eval mode, rounded by `round_to_stored`.
        config: Its `sha256` and `classifier` are filled in here.
        metrics: JSON-ready figures for `metrics.json` and the model card.
    """
    import safetensors.torch

    from checkboxnet.weights.network import classifier_of

    weights = safetensors.torch.save(stored_tensors(network))
    graph = export_graph(network, weights, size=config.preprocessing.size)
    config = replace(
        config,
        sha256={WEIGHTS_FILE: sha256(weights), GRAPH_FILE: sha256(graph)},
        classifier=classifier_of(network),
    )
    write_files(
        folder,
        weights,
        graph,
        metrics=metrics,
        card=model_card(config, metrics),
        config=config.to_json(),
    )


def write_files(
    folder: Path,
    weights: bytes,
    graph: bytes,
    *,
    metrics: Mapping[str, Any],
    card: str,
    config: str,
) -> None:
    """Writes the five files of a folder, each atomically, `config.json` last.

    Args:
        folder: Made if missing. Other files in it are left alone.
        weights: Content of `model.safetensors`.
        graph: Content of `model.onnx`.
        metrics: JSON-ready content of `metrics.json`.
        card: Text of `README.md`.
        config: Text of `config.json`, with the digests of the first two.
    """
    (folder / CONFIG_FILE).unlink(missing_ok=True)
    write_bytes(folder / WEIGHTS_FILE, weights)
    write_bytes(folder / GRAPH_FILE, graph)
    _write_figures(folder, metrics, card)
    write_text(folder / CONFIG_FILE, config)


def write_metrics(folder: Path, config: WeightsConfig, metrics: Mapping[str, Any]) -> None:
    """Writes, or replaces, figures and model card of a weights folder; no digest covers them."""
    _write_figures(folder, metrics, model_card(config, metrics))


def _write_figures(folder: Path, metrics: Mapping[str, Any], card: str) -> None:
    write_text(folder / METRICS_FILE, json.dumps(metrics, indent=2) + "\n")
    write_text(folder / CARD_FILE, card)
