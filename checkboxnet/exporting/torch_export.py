"""torch.export: a program that torch runs without timm, and that AOTInductor compiles.

Not TorchScript, which torch has deprecated in favour of this.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from checkboxnet.exporting.networks import CanvasNetwork
from checkboxnet.weights.config import WeightsConfig

METADATA_FILE = "checkboxnet.json"
"""Name of the metadata among the program's extra files."""


def write(
    path: Path, network: nn.Module, config: WeightsConfig, metadata: Mapping[str, str]
) -> None:
    """Writes the program.

    Args:
        path: Where to.
        network: In eval mode, on the CPU.
        config: Of the network.
        metadata: Goes into the extra file `METADATA_FILE`.
    """
    program = torch.export.export(
        CanvasNetwork(network, config).eval(),
        (torch.zeros(2, *config.preprocessing.size, 3, dtype=torch.uint8),),
        dynamic_shapes={"canvases": {0: torch.export.Dim("batch", min=1)}},
    )
    program.example_inputs = None  # they would be pickled
    for node in program.graph.nodes:
        node.meta.pop("stack_trace", None)  # which names files of this machine
    with path.open("wb") as file:
        torch.export.save(program, file, extra_files={METADATA_FILE: json.dumps(dict(metadata))})


def answer(path: Path, canvases: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Returns what torch makes of the file: probabilities, (canvases, labels)."""
    with path.open("rb") as file, torch.inference_mode():
        program = torch.export.load(file).module()
        probabilities: NDArray[np.float32] = program(torch.from_numpy(canvases))[0].numpy()
    return probabilities
