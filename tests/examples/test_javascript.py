"""The exported file in JavaScript, on WebAssembly."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from conftest import ROOT, lack

from checkboxnet import load_model
from checkboxnet.picture.read import list_images

pytestmark = pytest.mark.slow


EXAMPLE = ROOT / "examples" / "javascript"


@pytest.fixture(scope="session")
def node() -> str:
    found = shutil.which("node")
    if found is None or not (EXAMPLE / "node_modules").is_dir():
        lack(f"needs node, and `npm ci` in {EXAMPLE}")
    return found


def test_it_says_what_the_model_says(node: str, onnx_file: Path, example_images: Path) -> None:
    paths = list_images(example_images)
    done = subprocess.run(
        [node, EXAMPLE / "predict.mjs", onnx_file, *paths], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    for path, row, expected in zip(paths, rows, load_model().predict(paths), strict=True):
        assert row["path"] == str(path)
        assert row["label"] == expected.label
        assert row["certain"] == expected.certain
        assert row["probabilities"] == pytest.approx(
            list(expected.probabilities.values()), abs=1e-3
        )
