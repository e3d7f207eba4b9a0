"""Same input, same answer: the shipped weights say of the example images what they always said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import ROOT

from checkboxnet import load_model
from checkboxnet.model import RuntimeName
from checkboxnet.picture.read import list_images
from checkboxnet.weights.registry import list_models

SHIPPED = [entry.name for entry in list_models() if entry.repo_id is None]
# Kernels differ from processor to processor and from runtime to runtime, by this much at most.
TOLERANCE = 2e-3


@pytest.mark.parametrize("runtime", ["onnx", pytest.param("torch", marks=pytest.mark.slow)])
@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_weights_say_what_they_said(
    name: str, runtime: RuntimeName, example_images: Path
) -> None:
    recorded = json.loads((ROOT / "tests" / "golden" / f"{name}.json").read_text())
    paths = list_images(example_images)
    assert [path.relative_to(example_images).as_posix() for path in paths] == list(recorded)
    model = load_model(name, runtime=runtime)
    for path, prediction in zip(paths, model.predict(paths), strict=True):
        expected = recorded[path.relative_to(example_images).as_posix()]
        assert prediction.probabilities == pytest.approx(expected, abs=TOLERANCE), path
        assert prediction.label == max(expected, key=expected.__getitem__)
