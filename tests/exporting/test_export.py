"""Each format in its own runtime, and what makes an export fail."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import pytest
from conftest import ROOT, Outcome, draw_control
from numpy.typing import NDArray

import checkboxnet
from checkboxnet.errors import (
    ConfigError,
    DatasetError,
    ExportError,
    OutputExistsError,
)
from checkboxnet.exporting import onnx_file as exporting
from checkboxnet.exporting.export import confirm
from checkboxnet.labels import Label
from checkboxnet.model import load_model
from checkboxnet.picture.read import list_images, open_image
from checkboxnet.prediction import Prediction
from checkboxnet.weights.load import load_weights

TINY = ROOT / "tests" / "weights" / "tiny"


@pytest.fixture(scope="module")
def expected(example_images: Path) -> list[Prediction]:
    return load_model().predict(list_images(example_images))


def run_onnx(file: Path, example_images: Path) -> list[list[Any]]:
    session = onnxruntime.InferenceSession(file)
    return [
        session.run(["label", "probabilities", "certain"], {"picture": open_image(path)})
        for path in list_images(example_images)
    ]


def assert_agree(found: NDArray[np.float32], expected: list[Prediction]) -> None:
    wanted = [list(each.probabilities.values()) for each in expected]
    np.testing.assert_allclose(found, wanted, atol=1e-3)
    labels = list(expected[0].probabilities)
    assert [labels[i] for i in found.argmax(axis=1)] == [each.label for each in expected]


def test_onnx_says_what_the_model_says(
    onnx_file: Path, example_images: Path, expected: list[Prediction]
) -> None:
    labels, probabilities, certain = zip(*run_onnx(onnx_file, example_images), strict=True)
    assert_agree(np.array(probabilities), expected)
    assert [label.item() for label in labels] == [each.label for each in expected]
    assert [bool(each) for each in certain] == [each.certain for each in expected]


def test_onnx_as_documented(
    onnx_file: Path,
    example_images: Path,
    expected: list[Prediction],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (code,) = (block for block in blocks("python") if "import onnxruntime" in block)
    names: dict[str, Any] = {}
    monkeypatch.chdir(onnx_file.parent)
    exec(code.partition("\nprint(")[0], names)  # noqa: S102
    for path, wanted in zip(list_images(example_images), expected, strict=True):
        label, probabilities, certain = names["predict"](path)
        assert label == wanted.label
        assert probabilities == pytest.approx(wanted.probabilities, abs=1e-3)
        assert certain == wanted.certain


def test_javascript_as_documented() -> None:
    program = (ROOT / "examples" / "javascript" / "predict.mjs").read_text()
    (code,) = blocks("javascript")
    for line in code.splitlines():
        assert line in program


def blocks(language: str) -> list[str]:
    page = (ROOT / "docs" / "exporting.md").read_text()
    return re.findall(rf"^```{language}\n(.*?)^```", page, re.MULTILINE | re.DOTALL)


def test_onnx_takes_transparency(onnx_file: Path) -> None:
    picture = np.random.default_rng(0).integers(0, 256, (40, 90, 4), np.uint8)
    found = onnxruntime.InferenceSession(onnx_file).run(["probabilities"], {"picture": picture})[0]
    assert_agree(found[None], [load_model().predict(picture)])


def test_onnx_is_one_file_that_describes_itself(onnx_file: Path) -> None:
    model = onnx.load(onnx_file, load_external_data=False)
    assert not any(tensor.data_location for tensor in model.graph.initializer)
    metadata = {each.key: each.value for each in model.metadata_props}
    config = load_model().config
    assert metadata["name"] == config.name
    assert metadata["license"] == "Apache-2.0"
    assert json.loads(metadata["labels"]) == list(config.labels)
    assert json.loads(metadata["temperature"]) == config.temperature
    assert json.loads(metadata["preprocessing"])["size"] == list(config.preprocessing.size)
    assert json.loads(metadata["certainty"])["thresholds"] == config.certainty.thresholds
    dimensions = [each.dim_param for each in model.graph.input[0].type.tensor_type.shape.dim]
    assert dimensions == ["height", "width", "channels"]
    assert onnx_file.stat().st_size < 1.1 * len(load_weights("default").weights)
    assert str(Path(checkboxnet.__file__).parent).encode() not in onnx_file.read_bytes()


def test_onnx_runtime_is_left_nothing_but_convolutions(onnx_file: Path, tmp_path: Path) -> None:
    options = onnxruntime.SessionOptions()
    options.optimized_model_filepath = str(tmp_path / "optimized.onnx")
    options.log_severity_level = 3
    onnxruntime.InferenceSession(onnx_file, options)
    kinds = [node.op_type for node in onnx.load(tmp_path / "optimized.onnx").graph.node]
    network = kinds[kinds.index("Conv") :]
    assert not {"BatchNormalization", "Expand"} & set(network)


@pytest.fixture(scope="module")
def calibration(example_images: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example images and a hundred drawn controls."""
    folder = tmp_path_factory.mktemp("calibration")
    shutil.copytree(example_images, folder / "examples")
    for seed in range(100):
        draw_control(Label.CHECKED if seed % 2 else Label.UNCHECKED, seed).save(
            folder / f"{seed}.png"
        )
    return folder


@pytest.mark.slow
def test_onnx_int8(
    tmp_path: Path,
    calibration: Path,
    example_images: Path,
    expected: list[Prediction],
    onnx_file: Path,
) -> None:
    file = checkboxnet.export(
        format="onnx-int8", calibrate=calibration, output=tmp_path / "small.onnx"
    )
    labels = [each[0].item() for each in run_onnx(file, example_images)]
    flips = [a != b.label for a, b in zip(labels, expected, strict=True)]
    assert sum(flips) <= 0.05 * len(flips)
    assert file.stat().st_size < 0.6 * onnx_file.stat().st_size


def test_onnx_int8_of_a_small_network(
    tmp_path: Path, example_images: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("checkboxnet.exporting.export.FLIPS", 1.0)  # it has learnt nothing
    output = tmp_path / "small.onnx"
    checkboxnet.export(TINY, format="onnx-int8", calibrate=example_images, output=output)
    kinds = {tensor.data_type for tensor in onnx.load(output).graph.initializer}
    assert {onnx.TensorProto.INT8, onnx.TensorProto.UINT8} <= kinds
    picture = np.zeros((40, 90, 3), np.uint8)
    assert onnxruntime.InferenceSession(output).run(["label"], {"picture": picture})
    metadata = {each.key for each in onnx.load(output).metadata_props}
    assert "name" in metadata
    assert "license" not in metadata  # that of others' weights isn't known


@pytest.fixture
def exported(onnx_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Takes the file that there is already for what an export writes."""
    monkeypatch.setattr(exporting, "write", lambda path, *_: shutil.copyfile(onnx_file, path))


@pytest.mark.usefixtures("exported")
def test_what_says_something_else_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = exporting.run
    monkeypatch.setattr(exporting, "run", lambda *given: run(*given) + 0.01)
    with pytest.raises(ExportError, match=r"differ from the model's by up to 0\.01, more than"):
        checkboxnet.export(format="onnx", output=tmp_path / "model")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("exported")
def test_too_many_other_labels_are_not_written(
    tmp_path: Path, example_images: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = exporting.run
    monkeypatch.setattr(exporting, "run", lambda *given: np.roll(run(*given), 1, axis=1))
    with pytest.raises(ExportError, match=r"gives \d+\.\d% of the crops another label"):
        checkboxnet.export(format="onnx-int8", calibrate=example_images, output=tmp_path / "model")
    assert list(tmp_path.iterdir()) == []


def test_one_of_fifty_labels_may_differ(example_images: Path) -> None:
    model = load_model()
    pictures = [open_image(list_images(example_images)[0])] * 50
    found = np.array([list(p.probabilities.values()) for p in model.predict(pictures)], np.float32)
    found[0] = found[0, ::-1]
    confirm(found, model, pictures, quantized=True)
    found[1] = found[1, ::-1]
    with pytest.raises(ExportError, match=r"4\.0% of the crops"):
        confirm(found, model, pictures, quantized=True)


@pytest.mark.parametrize("value", [np.nan, 0.0011])
def test_the_least_that_is_no_agreement(value: float, example_images: Path) -> None:
    model = load_model()
    pictures = [open_image(path) for path in list_images(example_images)[:3]]
    found = np.array([list(p.probabilities.values()) for p in model.predict(pictures)], np.float32)
    confirm(found, model, pictures, quantized=False)
    found[1, 0] += value
    with pytest.raises(ExportError):
        confirm(found, model, pictures, quantized=False)


def test_what_the_runtime_refuses_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "write", lambda path, *_: path.write_bytes(b"no model"))
    with pytest.raises(ExportError, match="cannot be exported as onnx"):
        checkboxnet.export(format="onnx", output=tmp_path / "model.onnx")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("exported")
def test_nothing_is_overwritten_unasked(tmp_path: Path, onnx_file: Path) -> None:
    output = tmp_path / "model.onnx"
    output.write_text("mine")
    with pytest.raises(OutputExistsError):
        checkboxnet.export(format="onnx", output=output)
    assert output.read_text() == "mine"
    checkboxnet.export(format="onnx", output=output, overwrite=True)
    assert output.read_bytes() == onnx_file.read_bytes()


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="is a folder"):
        checkboxnet.export(format="onnx", output=tmp_path, overwrite=True)


def test_options_that_do_not_go_together(tmp_path: Path, tiny_crops: Path) -> None:
    output = tmp_path / "model.onnx"
    with pytest.raises(ConfigError, match="format must be one of"):
        checkboxnet.export(format="pickle", output=output)  # type: ignore[arg-type]
    with pytest.raises(ConfigError, match="needs it"):
        checkboxnet.export(format="onnx-int8", output=output)
    with pytest.raises(ConfigError, match="needs it"):
        checkboxnet.export(format="onnx", calibrate=tiny_crops, output=output)
    with pytest.raises(DatasetError, match="36 images, at least 50"):
        checkboxnet.export(format="onnx-int8", calibrate=tiny_crops, output=output)


@pytest.mark.usefixtures("exported")
def test_the_command_prints_what_it_wrote(cli: Callable[..., Outcome], tmp_path: Path) -> None:
    output = tmp_path / "model.onnx"
    outcome = cli("export", "default", "-o", output)
    assert (outcome.code, outcome.out.strip()) == (0, str(output))


@pytest.mark.usefixtures("exported")
def test_a_model_that_is_loaded_already(tmp_path: Path) -> None:
    output = tmp_path / "model.onnx"
    assert checkboxnet.export(load_model(), format="onnx", output=output) == output
    assert output.is_file()
