from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from conftest import Outcome
from PIL import Image

from checkboxnet import Model, explain, load_model
from checkboxnet.errors import ConfigError, ImageError
from checkboxnet.evaluation.explain import CellGrid, cell_grid, grad_cam, onto_picture
from checkboxnet.images import open_image
from checkboxnet.network import build_network
from checkboxnet.preprocess import Preprocessing, fit, kept_lines

CHECKED = "checked/checkbox-native-en.png"


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model(runtime="torch")


def seeded(architecture: str) -> torch.nn.Module:
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(3)
        return build_network(architecture, classes=3).eval()


def noise(*shape: int) -> torch.Tensor:
    return torch.rand(shape, generator=torch.Generator().manual_seed(5)) * 2 - 1


def test_it_is_cam_where_a_linear_layer_follows_the_mean() -> None:
    network, inputs = seeded("test_efficientnet"), noise(1, 3, 96, 160)
    with torch.no_grad():
        features = network.forward_features(inputs)[0]  # type: ignore[operator]
        weights = network.classifier.weight  # type: ignore[union-attr]
        for index in range(3):
            cam = torch.einsum("c,chw->hw", weights[index], features)
            found = grad_cam(network, inputs, index) * cam.numel()
            torch.testing.assert_close(found, cam, rtol=1e-4, atol=1e-5)


def test_weights_are_the_finite_differences_of_a_head_that_is_not_linear() -> None:
    """Raising a channel everywhere by a little moves the logit by the channel's weight."""
    network, inputs = seeded("mobilenetv3_small_050"), noise(1, 3, 64, 96)
    network.double()
    inputs = inputs.double()
    with torch.no_grad():
        features = network.forward_features(inputs)  # type: ignore[operator]
        cells = features[0, 0].numel()
        weights = []
        for channel in range(features.shape[1]):
            step = torch.zeros_like(features)
            step[:, channel] = 1e-4
            up, down = (network.forward_head(features + s)[0, 1] for s in (step, -step))  # type: ignore[operator]
            weights.append((up - down) / 2e-4 / cells)
        expected = torch.einsum("c,chw->hw", torch.stack(weights), features[0])
    torch.testing.assert_close(grad_cam(network, inputs, 1), expected, rtol=1e-4, atol=1e-7)


@pytest.mark.parametrize(
    ("architecture", "first"),
    [
        ("convnext_atto", 15.5),  # cuts its input into patches of 32 px
        ("resnet18", 0),  # pads both sides alike at each of five strides
        ("test_efficientnet", 0),
    ],
)
def test_cells_lie_where_the_architecture_puts_them(architecture: str, first: float) -> None:
    grid = cell_grid(architecture)
    assert grid.stride == 32
    assert grid.first == pytest.approx(first, abs=1.5)


@pytest.mark.parametrize("shape", [(40, 60), (30, 400), (400, 30), (60, 900)])
@pytest.mark.parametrize("narrow", [True, False])
def test_heat_lies_on_what_it_came_from(shape: tuple[int, int], narrow: bool) -> None:
    """A patch is found again at its own place when the canvas itself is taken for the cells."""
    height, width = shape
    picture = np.full((height, width, 3), 250, np.uint8)
    top, left = height // 3, min(2 * width // 3, width - 15)
    picture[top : top + 12, left : left + 12] = 0
    picture[height // 2, 3] = 0  # something on the other side, so that blanks lie between
    geometry = Preprocessing(size=(96, 176), narrow_blanks=narrow)
    darkness = 1 - fit(picture, geometry).mean(axis=2).astype(np.float32) / 250
    heat = onto_picture(darkness, picture, geometry, grid=CellGrid(stride=1, first=0))
    assert heat.shape == shape
    heat[:, : width // 2] = 0
    rows, columns = np.indices(shape)
    assert (heat * rows).sum() / heat.sum() == pytest.approx(top + 5.5, abs=1)
    assert (heat * columns).sum() / heat.sum() == pytest.approx(left + 5.5, abs=1)


def test_what_was_narrowed_away_has_no_heat_of_its_own() -> None:
    picture = np.full((30, 600, 3), 250, np.uint8)
    picture[10:20, 10:20] = picture[10:20, 570:580] = 0
    assert not kept_lines(picture)[1].all()
    geometry = Preprocessing(size=(96, 176))
    cells = np.array([[0, 0, 0, 1, 1, 1]] * 3, np.float32)
    heat = onto_picture(cells, picture, geometry, grid=CellGrid(stride=32, first=0))
    assert (np.diff(heat, axis=1) >= 0).all()
    assert heat[:, :15].max() < 0.01
    assert heat[:, -15:].min() > 0.99


def test_the_box_speaks_for_a_label_and_not_the_words(model: Model, example_images: Path) -> None:
    explanation = explain(example_images / CHECKED, model=model)
    assert explanation.label == explanation.prediction.label == "checked"
    width = explanation.heat.shape[1]
    assert explanation.heat.min() == pytest.approx(0, abs=1e-3)
    assert explanation.heat.max() == pytest.approx(1, abs=0.1)
    assert explanation.heat[:, : width // 3].mean() > 4 * explanation.heat[:, -width // 3 :].mean()


def test_another_label_has_another_heat(model: Model, example_images: Path) -> None:
    own = explain(example_images / CHECKED, model=model)
    other = explain(example_images / CHECKED, model=model, label="other")
    assert other.label == "other"
    assert other.prediction == own.prediction
    assert np.abs(own.heat - other.heat).max() > 0.3


def test_the_overlay_is_grey_without_heat_and_red_with_it(
    model: Model, example_images: Path
) -> None:
    explanation = explain(example_images / CHECKED, model=model)
    overlay = np.asarray(explanation.overlay()).astype(int)
    assert overlay.shape == open_image(example_images / CHECKED).shape
    cold, hot = explanation.heat < 1e-3, explanation.heat > 0.9
    assert np.ptp(overlay[cold], axis=1).max() == 0
    assert (overlay[hot][:, 0] - overlay[hot][:, 2]).min() > 50


def test_what_cannot_be_explained_is_said(example_images: Path, model: Model) -> None:
    with pytest.raises(ConfigError, match='runtime="torch"'):
        explain(example_images / CHECKED, model=load_model())
    with pytest.raises(ConfigError, match="no label 'ticked', only checked"):
        explain(example_images / CHECKED, model=model, label="ticked")
    with pytest.raises(ImageError, match="no such file"):
        explain("absent.png", model=model)
    with pytest.raises(ConfigError, match="convolutional"):
        grad_cam(seeded("test_vit"), noise(1, 3, 160, 160), 0)


def test_the_command_writes_files_and_goes_on_after_bad_ones(
    cli: Callable[..., Outcome], tmp_path: Path, example_images: Path
) -> None:
    good, bad, heat = tmp_path / "good.png", tmp_path / "bad.png", tmp_path / "heat"
    shutil.copy(example_images / CHECKED, good)
    bad.write_bytes(b"no picture")
    done = cli("explain", bad, good, "-o", heat)
    assert done.code == 1
    assert done.out.split() == [str(heat / "good.png")]
    assert "bad.png: not an image" in done.err
    with Image.open(heat / "good.png") as written, Image.open(good) as original:
        assert written.size == original.size
    assert cli("explain", good, "-o", heat).code == 1  # exists
    assert cli("explain", good, "-o", heat, "--overwrite", "--label", "other").code == 0
    assert cli("explain", good, "-o", tmp_path / "one.png").code == 0


def test_the_command_writes_nothing_over_an_original_or_twice(
    cli: Callable[..., Outcome], tmp_path: Path, example_images: Path
) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        shutil.copy(example_images / CHECKED, tmp_path / folder / "x.png")
    first, second = tmp_path / "a" / "x.png", tmp_path / "b" / "x.png"
    before = first.read_bytes()
    assert cli("explain", first, "-o", tmp_path / "a", "--overwrite").code == 2
    assert cli("explain", first, "-o", first, "--overwrite").code == 2
    assert first.read_bytes() == before
    assert cli("explain", first, second, "-o", tmp_path / "heat").code == 2
    assert cli("explain", first, second, "-o", tmp_path / "heat.png").code == 2
