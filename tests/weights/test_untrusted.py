"""Weights from strangers, whose checksums are right, since they made them."""

from __future__ import annotations

import ast
import json
import re
import struct
from pathlib import Path

import numpy as np
import onnx
import pytest
from conftest import ROOT
from onnx import TensorProto, helper
from safetensors.numpy import load_file, save_file

from checkboxnet.errors import WeightsError
from checkboxnet.model import load_model
from checkboxnet.report.files import sha256
from checkboxnet.weights import folder as folder_module
from checkboxnet.weights.folder import check_tensors


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return load_model().save(tmp_path / "weights")


def vouch(folder: Path) -> None:
    """Writes the right checksums into `config.json`, as whoever made the files would."""
    config = json.loads((folder / "config.json").read_text())
    config["sha256"] = {
        name: sha256((folder / name).read_bytes()) for name in ("model.safetensors", "model.onnx")
    }
    (folder / "config.json").write_text(json.dumps(config))


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("kind", [np.float16, np.float32, np.float64])
def test_nan_and_infinity_are_refused(folder: Path, value: float, kind: type) -> None:
    tensors = load_file(folder / "model.safetensors")
    name = sorted(tensors)[-1]
    poisoned = tensors[name].astype(kind)
    poisoned.reshape(-1)[0] = value
    save_file({**tensors, name: poisoned}, folder / "model.safetensors")
    vouch(folder)
    with pytest.raises(WeightsError, match=rf"tensor {re.escape(name)} holds NaN or infinity"):
        load_model(folder)


def test_large_and_tiny_numbers_are_finite(folder: Path) -> None:
    values = np.array([65504, -65504, 6e-8, 0, -0.0], np.float16)
    save_file({"x": values, "n": np.array([-1, 2])}, folder / "x.safetensors")
    check_tensors((folder / "x.safetensors").read_bytes(), source="x")


def with_header(length: int, header: bytes = b"{}") -> bytes:
    return struct.pack("<Q", length) + header


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00" * 7,
        with_header(2**63),
        with_header(2**40),
        with_header(1000),
        with_header(2, b"[]"),
        with_header(60, b'{"a":{"dtype":"F32","shape":[9],"data_offsets":[0,9000]}}'.ljust(60)),
        with_header(60, b'{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}'.ljust(60)),
    ],
)
def test_headers_that_lie_are_refused(folder: Path, content: bytes) -> None:
    (folder / "model.safetensors").write_bytes(content)
    vouch(folder)
    with pytest.raises(WeightsError, match="no safetensors file"):
        load_model(folder)


def test_files_beyond_the_limit_are_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder_module, "MAX_BYTES", 100_000)
    with pytest.raises(WeightsError, match="larger than 100,000 bytes"):
        load_model(folder)


def adding(initializer: TensorProto, operator: str = "Add", domain: str = "") -> bytes:
    """A graph that adds a tensor to its input."""
    node = helper.make_node(operator, ["image", initializer.name], ["logits"], domain=domain)
    shape = [1, 3, 96, 176]
    ends = [helper.make_tensor_value_info(n, TensorProto.FLOAT, shape) for n in ("image", "logits")]
    graph = helper.make_graph([node], "graph", ends[:1], ends[1:], [initializer])
    versions = [helper.make_opsetid("", 18), helper.make_opsetid("own", 1)]
    model = helper.make_model(graph, opset_imports=versions, ir_version=9)
    content: bytes = model.SerializeToString()
    return content


@pytest.mark.parametrize("place", ["beside", "above", "absolute", "link"])
def test_a_graph_cannot_read_other_files(
    folder: Path, tmp_path: Path, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = (folder if place in ("beside", "link") else tmp_path) / "secret.bin"
    secret.write_bytes(np.ones(1, np.float32).tobytes())
    location = {"above": "../secret.bin", "absolute": str(secret)}.get(place, "secret.bin")
    if place == "link":
        (folder / "link.bin").symlink_to(secret)
        location = "link.bin"
    tensor = TensorProto(name="w", data_type=TensorProto.FLOAT, dims=[1])
    tensor.data_location = TensorProto.EXTERNAL
    tensor.external_data.add(key="location", value=location)
    tensor.external_data.add(key="length", value="4")
    (folder / "model.onnx").write_bytes(adding(tensor))
    vouch(folder)
    monkeypatch.chdir(folder)
    with pytest.raises(WeightsError, match="ONNX Runtime refuses it"):
        load_model(folder)


def test_custom_operators_are_refused(folder: Path) -> None:
    one = helper.make_tensor("w", TensorProto.FLOAT, [1], [1.0])
    (folder / "model.onnx").write_bytes(adding(one))
    vouch(folder)
    assert load_model(folder)  # so that it is the operator that is refused below
    (folder / "model.onnx").write_bytes(adding(one, operator="RunCommand", domain="own"))
    vouch(folder)
    with pytest.raises(WeightsError, match="ONNX Runtime refuses it"):
        load_model(folder)


def test_garbage_for_a_graph_is_refused(folder: Path) -> None:
    for content in (b"", b"\xff" * 100, onnx.ModelProto().SerializeToString()):
        (folder / "model.onnx").write_bytes(content)
        vouch(folder)
        with pytest.raises(WeightsError, match="ONNX Runtime refuses it"):
            load_model(folder)


@pytest.mark.parametrize("text", ["", "null", "[]", "{", '{"format_version": 2}', "9" * 5000])
def test_a_config_that_is_none_is_refused(folder: Path, text: str) -> None:
    (folder / "config.json").write_text(text)
    with pytest.raises(WeightsError, match=r"config\.json"):
        load_model(folder)


RUNNERS = {"torch.load", "np.load", "numpy.load", "torch.hub", "torch.jit", "builtins.exec"}


def test_nothing_in_the_package_runs_what_it_loads() -> None:
    for path in sorted((ROOT / "checkboxnet").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            where = f"{path}:{getattr(node, 'lineno', 0)}"
            if isinstance(node, ast.Attribute):
                assert ast.unparse(node) not in RUNNERS, where
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in ("eval", "exec", "compile", "__import__"), where
            elif isinstance(node, ast.keyword):
                assert node.arg != "trust_remote_code", where
