"""timm and transformers read a weights folder as it is, and their network says what ours says."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
import timm
import torch
from conftest import ROOT, lack
from PIL import Image
from safetensors.torch import load_file
from server import serve_hub

from checkboxnet.model import Model, load_model
from checkboxnet.picture.fit import fit, normalize
from checkboxnet.picture.read import list_images, open_image

TOLERANCE = 1e-4


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return load_model().save(tmp_path_factory.mktemp("shipped") / "weights")


@pytest.fixture(params=["shipped", pytest.param("trained", marks=pytest.mark.slow)])
def folder(request: pytest.FixtureRequest) -> Path:
    path: Path = request.getfixturevalue(request.param)
    return path


def canvases(model: Model) -> np.ndarray:
    geometry = model.config.preprocessing
    fitted = [fit(open_image(path), geometry) for path in list_images(ROOT / "examples/images")]
    return normalize(np.stack(fitted), geometry)


def assert_same_logits(network: torch.nn.Module, folder: Path) -> None:
    model = load_model(folder)
    batch = canvases(model)
    with torch.no_grad():
        outcome = network(torch.from_numpy(batch))
    logits = getattr(outcome, "logits", outcome).numpy()
    assert logits.dtype == np.float32
    np.testing.assert_allclose(logits, model.runtime.logits(batch), atol=TOLERANCE, rtol=0)


def test_timm(folder: Path) -> None:
    network = timm.create_model(f"local-dir:{folder}", pretrained=True).eval()
    assert_same_logits(network, folder)
    assert tuple(network.pretrained_cfg["label_names"]) == load_model(folder).labels


def test_timm_prepares_a_canvas_of_our_size(folder: Path) -> None:
    """The whole picture is stretched onto it, so a canvas of ours goes through unchanged."""
    network = timm.create_model(f"local-dir:{folder}", pretrained=True)
    transform = timm.data.create_transform(**timm.data.resolve_model_data_config(network))
    geometry = load_model(folder).config.preprocessing
    canvas = fit(open_image(ROOT / "examples/images/checked/switch-dark.png"), geometry)
    prepared = transform(Image.fromarray(canvas)).numpy()
    np.testing.assert_allclose(prepared, normalize(canvas[None], geometry)[0], atol=1e-6)


def test_timm_puts_another_classifier_in_place(folder: Path) -> None:
    network = timm.create_model(f"local-dir:{folder}", pretrained=True, num_classes=5)
    source = timm.create_model(f"local-dir:{folder}", pretrained=True)
    assert network.get_classifier().out_features == 5
    torch.testing.assert_close(network.conv_stem.weight, source.conv_stem.weight)


@pytest.mark.slow
def test_timm_from_the_hub(shipped: Path, tmp_path: Path) -> None:
    # A process of its own, because huggingface_hub reads its settings when imported.
    code = (
        "import sys, timm\n"
        "from safetensors.torch import save_file\n"
        "network = timm.create_model('hf-hub:somebody/style', pretrained=True)\n"
        "save_file(network.state_dict(), sys.argv[1])\n"
    )
    with serve_hub() as hub:
        hub.repositories["somebody/style"] = {
            path.name: path.read_bytes() for path in shipped.iterdir()
        }
        environment = {
            **os.environ,
            "HF_ENDPOINT": hub.url,
            "HF_HOME": str(tmp_path / "cache"),
            "NO_PROXY": "127.0.0.1",
        }
        done = subprocess.run(
            [sys.executable, "-c", code, str(tmp_path / "loaded.safetensors")],
            env=environment,
            capture_output=True,
            text=True,
        )
    assert done.returncode == 0, done.stderr
    network = timm.create_model(load_model().config.architecture, num_classes=3).eval()
    network.load_state_dict(load_file(tmp_path / "loaded.safetensors"))
    assert_same_logits(network, shipped)


@pytest.mark.slow
def test_transformers(folder: Path) -> None:
    transformers = import_transformers()
    network = transformers.TimmWrapperForImageClassification.from_pretrained(folder)
    assert_same_logits(network, folder)
    assert network.config.id2label == dict(enumerate(load_model(folder).labels))


@pytest.mark.slow
def test_transformers_pipeline(shipped: Path) -> None:
    classify = import_transformers().pipeline("image-classification", model=str(shipped))
    for name in ("checked/switch-dark.png", "unchecked/switch-dark-off.png", "other/link.png"):
        best = classify(str(ROOT / "examples/images" / name))[0]
        assert best["label"] == name.partition("/")[0]


def import_transformers() -> ModuleType:
    try:
        import transformers
    except ImportError:
        lack("needs transformers, which the extra dev brings")
    return transformers
