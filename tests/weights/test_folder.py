from __future__ import annotations

from pathlib import Path

import onnx
import pytest

from checkboxnet.errors import ModelNotFoundError, WeightsError
from checkboxnet.model import load_model
from checkboxnet.weights.folder import read_weights
from checkboxnet.weights.hub import push


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return load_model().save(tmp_path / "weights")


@pytest.mark.parametrize("name", ["model.safetensors", "model.onnx"])
def test_one_changed_byte_is_refused(folder: Path, name: str) -> None:
    data = bytearray((folder / name).read_bytes())
    data[-1] ^= 1
    (folder / name).write_bytes(data)
    with pytest.raises(WeightsError, match=f"{name}: checksum"):
        load_model(folder)


@pytest.mark.parametrize("name", ["model.safetensors", "model.onnx", "config.json"])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(WeightsError, match=f"{name} is missing"):
        load_model(folder)


def test_metrics_and_card_are_not_needed(folder: Path) -> None:
    (folder / "metrics.json").unlink()
    (folder / "README.md").unlink()
    assert load_model(folder).labels == ("checked", "unchecked", "other")


def test_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(ModelNotFoundError, match="no such weights folder"):
        load_model(tmp_path / "nowhere")


def test_graph_holds_no_weights_and_no_paths_of_the_exporting_machine(folder: Path) -> None:
    data = (folder / "model.onnx").read_bytes()
    assert len(data) < 200_000
    assert b".py" not in data
    graph = onnx.load_model_from_string(data).graph
    external = [t for t in graph.initializer if t.data_location == onnx.TensorProto.EXTERNAL]
    assert {entry.value for t in external for entry in t.external_data if entry.key == "location"}
    assert len(external) > 100


def test_plain_onnxruntime_reads_the_folder(folder: Path) -> None:
    import numpy as np
    import onnxruntime

    session = onnxruntime.InferenceSession(folder / "model.onnx")
    size = load_model(folder).config.preprocessing.size
    batch = np.zeros((2, 3, *size), np.float32)
    np.testing.assert_allclose(
        session.run(None, {"image": batch})[0],
        load_model(folder, runtime="torch").runtime.logits(batch),
        atol=1e-4,
    )


def test_onnx_runtime_is_left_nothing_but_convolutions(folder: Path, tmp_path: Path) -> None:
    """Batch norm, activations and half-precision casts are folded while it loads."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    options.optimized_model_filepath = str(tmp_path / "optimized.onnx")
    onnxruntime.InferenceSession(folder / "model.onnx", options)
    optimized = onnx.load(tmp_path / "optimized.onnx", load_external_data=False)
    nodes = optimized.graph.node
    assert not {"BatchNormalization", "Clip", "Cast", "Expand"} & {node.op_type for node in nodes}


def test_metrics_of_a_stranger_are_refused_by_name(folder: Path, hostile_json: str) -> None:
    weights = read_weights(folder)
    for text in (f'{{"evaluations": {hostile_json}}}', "[]"):
        (folder / "metrics.json").write_text(text)
        with pytest.raises(WeightsError, match=r"metrics\.json"):
            assert weights.metrics


@pytest.mark.parametrize(
    "text", ['{"evaluations": 3}', '{"evaluations": {"x": {}}}', '{"data": {"x": {"y": "z"}}}']
)
def test_a_card_out_of_other_metrics_is_refused_by_name(folder: Path, text: str) -> None:
    (folder / "README.md").unlink()
    (folder / "metrics.json").write_text(text)
    with pytest.raises(WeightsError, match=r"metrics\.json: not the figures of a training run"):
        push(read_weights(folder), "owner/name")
