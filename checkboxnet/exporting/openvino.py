"""OpenVINO: its intermediate representation, for Intel's processors of all kinds."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from checkboxnet.errors import MissingExtraError
from checkboxnet.exporting.networks import CanvasNetwork
from checkboxnet.exporting.onnx import halve
from checkboxnet.weights.config import WeightsConfig
from checkboxnet.weights.graph import to_onnx

MODEL_FILE = "model.xml"
"""The file to open; `model.bin` beside it holds the weights."""


def write(
    folder: Path, network: nn.Module, config: WeightsConfig, metadata: Mapping[str, str]
) -> None:
    """Writes the two files of a model.

    Args:
        folder: Where to; exists.
        network: In eval mode, on the CPU.
        config: Of the network.
        metadata: Goes into the model's `rt_info`, under `checkboxnet`.

    Raises:
        MissingExtraError: openvino is not installed.
    """
    openvino = import_openvino()
    graph = to_onnx(
        CanvasNetwork(network, config).eval(),
        torch.zeros(2, *config.preprocessing.size, 3, dtype=torch.uint8),
        input_name="canvases",
        output_names=["probabilities", "logits"],
        dynamic={0: "batch"},
    )
    halve(graph)
    model = openvino.Core().read_model(graph.SerializeToString())
    for key, value in metadata.items():
        model.set_rt_info(value, ["checkboxnet", key])
    openvino.save_model(model, folder / MODEL_FILE, compress_to_fp16=False)  # would round more


def answer(folder: Path, canvases: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Returns what OpenVINO makes of the folder: probabilities, (canvases, labels)."""
    # In single precision; of its own accord it calculates in bfloat16 where the processor can.
    compiled = (
        import_openvino()
        .Core()
        .compile_model(folder / MODEL_FILE, "CPU", {"INFERENCE_PRECISION_HINT": "f32"})
    )
    probabilities: NDArray[np.float32] = compiled(canvases)["probabilities"]
    return probabilities


def import_openvino() -> ModuleType:
    """Returns the package, without the report to Google Analytics that importing it makes.

    Raises:
        MissingExtraError: It is not installed.
    """
    # It goes without where the package that reports can't be imported.
    sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type]
    try:
        import openvino
    except ImportError as error:
        raise MissingExtraError("openvino", "openvino") from error
    module: ModuleType = openvino
    return module
