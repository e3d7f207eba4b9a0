"""The ONNX graph of a network, whose initializers point into the safetensors file.

The weights exist once on disk: the graph refers to each tensor by offset, as ONNX external
data. Half-precision tensors are followed by a Cast, which ONNX Runtime folds while it loads.
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
        dynamic={0: "batch"},
    )
    _point_into(model, weights)
    content: bytes = model.SerializeToString()
    return content


def to_onnx(
    network: nn.Module,
    example: torch.Tensor,
    *,
    input_name: str,
    output_names: Sequence[str],
    dynamic: Mapping[int, str],
    fuse: bool = False,
) -> onnx.ModelProto:
    """Returns a network of one input as an ONNX model, with its tensors as initializers.

    Args:
        network: In eval mode, on the CPU.
        example: An input.
        input_name: What the input is called.
        output_names: What the outputs are called.
        dynamic: Names of the input's dimensions that vary, by position.
        fuse: Whether batch norm goes into the convolutions before it. That makes tensors of other
            values than the network's own; ONNX Runtime does it as it loads.
    """
    import onnx
    import torch
    from onnxscript import optimizer

    with warnings.catch_warnings():
        # The exporter warns about its own internals; nothing a caller could act on.
        warnings.simplefilter("ignore")
        program = torch.onnx.export(
            network,
            (example,),
            input_names=[input_name],
            output_names=list(output_names),
            dynamic_shapes=({i: torch.export.Dim(name) for i, name in dynamic.items()},),
            dynamo=True,
            optimize=fuse,
            verbose=False,
        )
    if program is None:
        raise RuntimeError("torch.onnx.export returned no program")
    # Casts and shapes that hang on a dynamic input look variable to ONNX Runtime, which then
    # leaves batch norm and activation as nodes of their own: three times as slow.
    optimizer.fold_constants(program.model, onnx_shape_inference=True)
    optimizer.remove_unused_nodes(program.model)
    model = program.model_proto
    _strip_metadata(model)
    onnx.checker.check_model(model)
    return model


def _point_into(model: onnx.ModelProto, weights: bytes) -> None:
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
        for key, value in (
            ("location", WEIGHTS_FILE),
            ("offset", str(8 + header_size + start)),
            ("length", str(end - start)),
        ):
            tensor.external_data.add(key=key, value=value)
        if entry["dtype"] == "F16":
            tensor.data_type = TensorProto.FLOAT16
            full, tensor.name = tensor.name, f"{tensor.name}.fp16"
            casts.append(helper.make_node("Cast", [tensor.name], [full], to=TensorProto.FLOAT))
    nodes = [*casts, *model.graph.node]
    del model.graph.node[:]
    model.graph.node.extend(nodes)


def _strip_metadata(model: onnx.ModelProto) -> None:
    """Drops the exporter's notes, which are large and hold paths of the exporting machine."""
    graph = model.graph
    for item in (model, graph, *graph.node, *graph.input, *graph.output, *graph.initializer):
        item.ClearField("metadata_props")
        item.ClearField("doc_string")
    graph.ClearField("value_info")
