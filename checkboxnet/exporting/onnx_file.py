"""ONNX: one file that takes a picture of any size, for ONNX Runtime in whatever language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from checkboxnet.exporting.picture_network import PictureNetwork
from checkboxnet.picture.read import RgbImage
from checkboxnet.weights.config import WeightsConfig
from checkboxnet.weights.graph import to_onnx

if TYPE_CHECKING:
    import onnx

_DIMENSIONS = ("height", "width", "channels")
_DESCRIPTION = (
    "Says which state the picture of a user-interface control shows. "
    "Takes one picture of any size, uint8 (height, width, 3 or 4), RGB or RGBA; gives its label, "
    "the calibrated probabilities in the order of the metadata's `labels`, whether they are "
    "certain, the logits, and where the weights tell it the kind of control and the probability "
    "that it is indeterminate."
)


def write(
    path: Path,
    network: nn.Module,
    config: WeightsConfig,
    metadata: Mapping[str, str],
    calibration: Sequence[RgbImage] | None = None,
) -> None:
    """Writes the file.

    Args:
        path: Where to.
        network: In eval mode, on the CPU.
        config: Of the network.
        metadata: Goes into the file's `metadata_props`.
        calibration: Pictures that the ranges of activations of 8 bits are taken from; by default
            the network isn't quantized.
    """
    import onnx

    model = to_onnx(
        PictureNetwork(network, config).eval(),
        torch.zeros(40, 120, 3, dtype=torch.uint8),
        input_name="picture",
        output_names=[
            *("probabilities", "certain", "logits"),
            *(["kind_index"] if config.kinds else []),
            *(["mixed"] if config.mixed else []),
        ],
        dynamic={place: torch.export.Dim(name) for place, name in enumerate(_DIMENSIONS)},
        fuse=calibration is not None,
    )
    if calibration is None:
        _halve(model)
    else:
        model = _quantize(model, path, calibration)
    _add_texts(model, config)
    model.producer_name, model.producer_version = "checkboxnet", version("checkboxnet")
    model.doc_string = _DESCRIPTION
    onnx.helper.set_model_props(model, dict(metadata))
    onnx.checker.check_model(model)
    path.write_bytes(model.SerializeToString())


def run(path: Path, pictures: Sequence[RgbImage]) -> NDArray[np.float32]:
    """Returns what ONNX Runtime makes of the file: probabilities, (pictures, labels)."""
    import onnxruntime

    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    return np.stack([session.run(["probabilities"], {"picture": each})[0] for each in pictures])


def _quantize(
    model: onnx.ModelProto, path: Path, calibration: Sequence[RgbImage]
) -> onnx.ModelProto:
    """Returns the model with weights and activations of 8 bits; `path` is overwritten."""
    import onnx
    from onnxruntime.quantization import (
        CalibrationDataReader,
        QuantType,
        quant_utils,
        quantize_static,
    )

    class Reader(CalibrationDataReader):  # type: ignore[misc]
        inputs = iter([{"picture": picture} for picture in calibration])

        def get_next(self) -> dict[str, RgbImage] | None:
            return next(self.inputs, None)

    quant_utils.add_pre_process_metadata(model)  # else it asks for the fusing that has been done
    kinds = [node.op_type for node in model.graph.node]
    quantize_static(
        model,
        path,
        Reader(),
        # Not the geometry, which comes before the first convolution and has to be exact.
        nodes_to_quantize=[node.name for node in model.graph.node[kinds.index("Conv") :]],
        op_types_to_quantize=["Add", "Clip", "Conv", "Gemm", "MatMul", "Relu"],
        per_channel=True,
        activation_type=QuantType.QUInt8,
        weight_type=QuantType.QInt8,
    )
    return onnx.load(path)


def _halve(model: onnx.ModelProto) -> None:
    """Stores matrices and kernels that came from half precision in it, each followed by a Cast."""
    from onnx import TensorProto, helper, numpy_helper

    casts = []
    for tensor in model.graph.initializer:
        values = numpy_helper.to_array(tensor)
        if values.dtype != np.float32 or values.ndim < 2:
            continue
        halved = values.astype(np.float16)
        if not np.array_equal(halved, values):
            continue
        name = tensor.name
        tensor.CopyFrom(numpy_helper.from_array(halved, f"{name}.fp16"))
        casts.append(helper.make_node("Cast", [tensor.name], [name], to=TensorProto.FLOAT))
    nodes = [*casts, *model.graph.node]
    del model.graph.node[:]
    model.graph.node.extend(nodes)


def _add_texts(model: onnx.ModelProto, config: WeightsConfig) -> None:
    """Adds the most probable label as an output, and puts the kind's name for its index."""
    from onnx import helper

    best = helper.make_node("ArgMax", ["probabilities"], ["label_index"], axis=0, keepdims=0)
    model.graph.node.append(best)
    outputs = model.graph.output
    outputs.insert(0, _name_of(model, "label", config.labels))
    if config.kinds:
        place = [output.name for output in outputs].index("kind_index")
        del outputs[place]
        outputs.insert(place, _name_of(model, "kind", (*config.kinds, "")))


def _name_of(
    model: onnx.ModelProto, output: str, names: Sequence[str]
) -> onnx.onnx_ml_pb2.ValueInfoProto:
    """Adds what gives the name at an index, and returns the output that is to be."""
    from onnx import TensorProto, helper, numpy_helper

    table = numpy_helper.from_array(np.array(names, object), f"{output}s")
    model.graph.initializer.append(table)
    node = helper.make_node("Gather", [f"{output}s", f"{output}_index"], [output])
    model.graph.node.append(node)
    return helper.make_tensor_value_info(output, TensorProto.STRING, [])
