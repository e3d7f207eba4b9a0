from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from checkboxnet import TrainConfig
from checkboxnet.dataset.augment import AUGMENTATIONS
from checkboxnet.dataset.read import read_images
from checkboxnet.dataset.split import split_images
from checkboxnet.errors import DatasetError
from checkboxnet.picture.fit import Preprocessing
from checkboxnet.training.base import load_base
from checkboxnet.training.images import CropDataset, batches, class_weights
from checkboxnet.training.loop import train

LABELS = ("checked", "unchecked", "other")


def test_learns_a_new_style_from_36_crops(tiny_crops: Path, tmp_path: Path) -> None:
    images = split_images(read_images(tiny_crops), fractions=(0.7, 0.3, 0.0))
    base = load_base("default")
    train_set, validation_set = (
        CropDataset(images.select(name), LABELS, replace(base.preprocessing, size=(64, 64)))
        for name in ("train", "val")
    )
    network = base.build(LABELS)
    state = train(
        network, train_set, validation_set, TrainConfig(epochs=1), tmp_path, lambda row: None
    )
    assert max(row["validation_accuracy"] for row in state.history) > 0.9


def test_augmentation_depends_on_seed_epoch_and_index_alone(tiny_crops: Path) -> None:
    images = read_images(tiny_crops)
    geometry = Preprocessing(size=(32, 32))
    dataset = CropDataset(images, LABELS, geometry, augmentation=AUGMENTATIONS["ui"], seed=4)
    state = torch.random.get_rng_state()
    first = dataset[3][0]
    assert torch.equal(state, torch.random.get_rng_state())
    dataset[7]
    assert torch.equal(dataset[3][0], first)
    dataset.epoch = 1
    assert not torch.equal(dataset[3][0], first)


def test_without_augmentation_the_input_is_what_predict_makes(tiny_crops: Path) -> None:
    from checkboxnet.picture.fit import fit, normalize
    from checkboxnet.picture.read import open_image

    geometry = Preprocessing(size=(32, 32))
    images = read_images(tiny_crops)
    dataset = CropDataset(images, LABELS, geometry)
    expected = normalize(fit(open_image(images.samples[5].path), geometry)[None], geometry)[0]
    np.testing.assert_array_equal(dataset[5][0].numpy(), expected)


def test_class_weights(tiny_crops: Path) -> None:
    images = read_images(tiny_crops)
    fewer = replace(images, samples=images.samples[:18])  # 12 checked, 6 other
    dataset = CropDataset(fewer, LABELS, Preprocessing())
    assert class_weights(dataset).tolist() == [0.5, 0.0, 1.0]


def test_images_are_drawn_as_often_as_their_weights_say(tiny_crops: Path) -> None:
    images = read_images(tiny_crops)
    weighed = replace(
        images,
        samples=tuple(
            replace(sample, metadata={"weight": "3" if sample.label == "checked" else 0.5})
            for sample in images.samples
        ),
    )
    dataset = CropDataset(weighed, LABELS, Preprocessing(size=(32, 32)))
    targets = torch.cat([batch for _, batch in batches(dataset, batch_size=50, draws=700)])
    assert len(targets) == 700
    # Equally many images a label, so 3 of 4 draws are checked.
    assert float((targets[:, 0] == 0).float().mean()) == pytest.approx(0.75, abs=0.06)
    again = torch.cat([batch for _, batch in batches(dataset, batch_size=50, draws=700)])
    assert torch.equal(targets, again)
    dataset.epoch = 1
    other = torch.cat([batch for _, batch in batches(dataset, batch_size=50, draws=700)])
    assert not torch.equal(targets, other)


@pytest.mark.parametrize("weight", [-1, "heavy", float("inf"), 0])
def test_weights_that_make_no_sense(tiny_crops: Path, weight: object) -> None:
    images = read_images(tiny_crops)
    samples = tuple(replace(sample, metadata={"weight": weight}) for sample in images.samples)
    dataset = CropDataset(replace(images, samples=samples), LABELS, Preprocessing(size=(32, 32)))
    with pytest.raises(DatasetError, match="weight"):
        batches(dataset, batch_size=8, draws=8)
