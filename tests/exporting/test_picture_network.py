"""The geometry in tensors is `checkboxnet.picture.fit` to the last bit."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from torch import nn

from checkboxnet.exporting.picture_network import PictureNetwork, fit, on_background
from checkboxnet.inference.onnx_runtime import OnnxRuntime
from checkboxnet.inference.torch_runtime import TorchRuntime
from checkboxnet.model import Model
from checkboxnet.picture.fit import Preprocessing
from checkboxnet.picture.fit import fit as reference
from checkboxnet.picture.read import list_images, open_image
from checkboxnet.weights.folder import WeightsFolder
from checkboxnet.weights.load import load_weights

GEOMETRIES = [
    Preprocessing(size=(96, 176)),
    Preprocessing(size=(64, 64), max_stretch=1.5, narrow_blanks=False),
]


SLOW = pytest.mark.slow


def check(picture: NDArray[Any], geometry: Preprocessing) -> None:
    result = fit(on_background(torch.from_numpy(picture.copy())), geometry)
    np.testing.assert_array_equal(result.numpy(), reference(open_image(picture), geometry))


@pytest.mark.parametrize("step", [8, pytest.param(1, marks=SLOW)])
@pytest.mark.parametrize("geometry", GEOMETRIES)
def test_example_images(geometry: Preprocessing, step: int, example_images: Path) -> None:
    for path in list_images(example_images)[::step]:
        check(open_image(path), geometry)


@pytest.mark.parametrize("geometry", GEOMETRIES)
@pytest.mark.parametrize("channels", [3, 4])
@pytest.mark.parametrize("count", [2, pytest.param(16, marks=SLOW)])
def test_noise_of_all_shapes(geometry: Preprocessing, channels: int, count: int) -> None:
    random = np.random.default_rng(0)
    for longest in (3, 40, 700):
        for _ in range(count):
            shape = (*random.integers(1, longest, 2), channels)
            check(random.integers(0, 256, shape, np.uint8), geometry)


@pytest.mark.parametrize("grey", [255, 243, 242, 128, 12, 0])
@pytest.mark.parametrize("alpha", [255, 200, 13, 12, 0])
def test_a_background_on_which_something_is_seen(grey: int, alpha: int) -> None:
    picture = np.full((9, 14, 4), (grey, grey, grey, 0), np.uint8)
    picture[3:6, 4:9, 3] = alpha
    expected = open_image(picture)
    found = on_background(torch.from_numpy(picture)).permute(1, 2, 0)
    np.testing.assert_array_equal(found.numpy(), expected)


def test_heights_between_two_whole_numbers_go_to_the_same() -> None:
    random = np.random.default_rng(0)
    for height, width in ((2, 64), (30, 192), (35, 224), (200, 160)):
        check(random.integers(0, 256, (height, width, 3), np.uint8), GEOMETRIES[0])


@pytest.mark.parametrize("count", [6, pytest.param(50, marks=SLOW)])
@pytest.mark.parametrize("geometry", GEOMETRIES)
def test_controls_amid_much_that_is_blank(geometry: Preprocessing, count: int) -> None:
    random = np.random.default_rng(0)
    check(random.integers(100, 106, (50, 200, 3), np.uint8), geometry)  # nothing but grain
    for _ in range(count):
        height, width = random.integers(30, 300, 2)
        picture = np.full((height, width, 3), random.integers(0, 256, 3), np.uint8)
        for _ in range(random.integers(0, 4)):
            y, x = random.integers(0, height), random.integers(0, width)
            down, across = random.integers(1, 30, 2)
            picture[y : y + down, x : x + across] = random.integers(0, 256, 3)
        check(picture, geometry)


@pytest.fixture(scope="module")
def default() -> WeightsFolder:
    return load_weights("default")


@pytest.fixture(scope="module")
def network(default: WeightsFolder) -> nn.Module:
    return TorchRuntime(default).network


@pytest.mark.parametrize(
    "certainty",
    [
        {},
        {"smallest_side": 41},
        {"lowest_energy": 3.0},
        {"lowest_energy": None, "thresholds": {}},
    ],
)
def test_it_is_as_certain_as_the_model(
    certainty: dict[str, Any], default: WeightsFolder, network: nn.Module, example_images: Path
) -> None:
    config = replace(default.config, certainty=replace(default.config.certainty, **certainty))
    weights = replace(default, config=config)
    whole = PictureNetwork(network, config).eval()
    pictures = [open_image(path) for path in list_images(example_images)[::13]]
    pictures += [np.full((40, 90, 3), 7, np.uint8)]  # blank
    with torch.inference_mode():
        found = [bool(whole(torch.from_numpy(picture.copy()))[1]) for picture in pictures]
    model = Model(weights, OnnxRuntime(weights))
    assert found == [each.certain for each in model.predict(pictures)]
    assert set(found) == {True, False}
