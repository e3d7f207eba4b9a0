"""The ONNX graph of a network, whose initializers refer to the safetensors file.

The weights are stored once: the graph refers to each tensor by offset, as ONNX external data.
Half-precision tensors are followed by a Cast, which ONNX Runtime folds while it loads.
"""

from __future__ import annotations

import json
import struct
import warnings
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from checkboxnet.weights.config import WEIGHTS_FILE

if TYPE_CHECKING:
    import onnx
    import torch
    from torch import nn


def export_graph(network: nn.Module, weights: bytes, *, size: tuple[int, int]) -> bytes:
    """Returns the content of `model.onnx`.

    The graph takes `image`, float32 of shape (batch, 3, height, width), and gives `logits`,
    float32 of shape (batch, labels).

    Args:
        network: In eval mode, on the CPU.
        weights: Content of `model.safetensors`, keyed by the network's own tensor names.
        size: Height and width of the input in pixels.
    """
    import torch

    model = to_onnx(
        network,
        torch.zeros(2, 3, *size),
        input_name="image",
        output_names=["logits"],
        dynamic={0: torch.export.Dim("batch")},
    )
    refer_to(weights, model)
    content: bytes = model.SerializeToString()
    return content


def to_onnx(
    network: nn.Module,
    example: torch.Tensor,
    *,
    input_name: str,
    output_names: Sequence[str],
    dynamic: Mapping[int, Any],
    fuse: bool = False,
) -> onnx.ModelProto:
    """Returns a network of one input as an ONNX model, with its tensors as initializers.

    Args:
        network: In eval mode, on the CPU.
        example: An input.
        input_name: Name of the input.
        output_names: Names of the outputs.
        dynamic: The input's dimensions that vary, as `torch.export.Dim`, by position.
        fuse: Whether batch norm is fused into the convolutions before it, which changes the values
            of their tensors. ONNX Runtime does so as it loads, in any case.
    """
    import onnx
    import torch
    from onnxscript import optimizer

    with warnings.catch_warnings():
        # The exporter warns about its own internals.
        warnings.simplefilter("ignore")
        program = torch.onnx.export(
            network,
            (example,),
            input_names=[input_name],
            output_names=list(output_names),
            dynamic_shapes=(dict(dynamic),),
            dynamo=True,
            optimize=fuse,
            verbose=False,
        )
    if program is None:
        raise RuntimeError("torch.onnx.export returned no program")
    # Casts and shapes that depend on a dynamic input look variable to ONNX Runtime, which then
    # leaves batch norm and activation as separate nodes: three times as slow.
    optimizer.fold_constants(program.model, onnx_shape_inference=True)
    optimizer.remove_unused_nodes(program.model)
    model = program.model_proto
    # The exporter's notes are large and hold paths of the exporting machine.
    graph = model.graph
    for item in (model, graph, *graph.node, *graph.input, *graph.output, *graph.initializer):
        item.ClearField("metadata_props")
        item.ClearField("doc_string")
    graph.ClearField("value_info")
    onnx.checker.check_model(model)
    return model


def refer_to(weights: bytes, model: onnx.ModelProto) -> None:
    """Replaces the values of the model's initializers by their place in the safetensors file."""
    from onnx import TensorProto, helper

    (header_size,) = struct.unpack("<Q", weights[:8])
    header: dict[str, Any] = json.loads(weights[8 : 8 + header_size])
    casts = []
    for tensor in model.graph.initializer:
        entry = header.get(tensor.name)
        if entry is None:  # a constant of the graph, not a weight
            continue
        start, end = entry["data_offsets"]
        tensor.ClearField("raw_data")
        tensor.data_location = TensorProto.EXTERNAL
        place = {"location": WEIGHTS_FILE, "offset": 8 + header_size + start, "length": end - start}
        for key, value in place.items():
            tensor.external_data.add(key=key, value=str(value))
        if entry["dtype"] == "F16":
            tensor.data_type = TensorProto.FLOAT16
            full, tensor.name = tensor.name, f"{tensor.name}.fp16"
            casts.append(helper.make_node("Cast", [tensor.name], [full], to=TensorProto.FLOAT))
    nodes = [*casts, *model.graph.node]
    del model.graph.node[:]
    model.graph.node.extend(nodes)
