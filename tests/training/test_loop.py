from __future__ import annotations

from pathlib import Path

import numpy as np
import torch

from checkboxnet.data.folder import read_images
from checkboxnet.preprocess import Preprocessing
from checkboxnet.training.dataset import CropDataset
from checkboxnet.training.loop import class_weights

LABELS = ("checked", "unchecked", "other")


def test_augmentation_depends_on_seed_epoch_and_index_alone(tiny_crops: Path) -> None:
    images = read_images(tiny_crops)
    dataset = CropDataset(images, LABELS, Preprocessing(size=32), augment="ui", seed=4)
    state = torch.random.get_rng_state()
    first = dataset[3][0]
    assert torch.equal(state, torch.random.get_rng_state())
    dataset[7]
    assert torch.equal(dataset[3][0], first)
    dataset.epoch = 1
    assert not torch.equal(dataset[3][0], first)


def test_without_augmentation_the_input_is_what_predict_makes(tiny_crops: Path) -> None:
    from checkboxnet.images import open_image
    from checkboxnet.preprocess import fit, normalize

    geometry = Preprocessing(size=32)
    images = read_images(tiny_crops)
    dataset = CropDataset(images, LABELS, geometry)
    expected = normalize(fit(open_image(images.samples[5].path), geometry)[None], geometry)[0]
    np.testing.assert_array_equal(dataset[5][0].numpy(), expected)


def test_class_weights(tiny_crops: Path) -> None:
    from dataclasses import replace

    images = read_images(tiny_crops)
    fewer = replace(images, samples=images.samples[:18])  # 12 checked, 6 other
    dataset = CropDataset(fewer, LABELS, Preprocessing())
    assert class_weights(dataset).tolist() == [0.5, 0.0, 1.0]
