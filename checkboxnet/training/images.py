"""The images of a run: which of them train, whether all can be read, and how torch sees them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset, WeightedRandomSampler

from checkboxnet.dataset.augment import AUGMENTATIONS, Augmentation
from checkboxnet.dataset.read import ImageSet, read_images, require_classes
from checkboxnet.dataset.split import split_images
from checkboxnet.errors import DatasetError, ImageError
from checkboxnet.picture.fit import Preprocessing, fit, normalize
from checkboxnet.picture.read import open_image
from checkboxnet.report.files import sha256
from checkboxnet.report.progress import track
from checkboxnet.training.targets import LABEL, targets_of

Batch = tuple[torch.Tensor, torch.Tensor]
"""Inputs, and targets of shape (N, 3)."""

NO_AUGMENTATION = AUGMENTATIONS["none"]
_LARGEST_SEED = 2**63 - 1
_VALIDATION_SHARE = 0.15


def training_and_validation(
    data: str | os.PathLike[str] | ImageSet,
    validation: str | os.PathLike[str] | None,
    *,
    seed: int,
) -> tuple[ImageSet, ImageSet]:
    """Returns the images to learn from and those to choose by; see `fine_tune`.

    Raises:
        DatasetError: There are too few, or validation images have labels of their own.
    """
    images = data if isinstance(data, ImageSet) else read_images(data)
    if validation is not None:
        train = images.select("train") if "train" in images.splits else images
        held_out = read_images(validation)
        if "val" in held_out.splits:
            held_out = held_out.select("val")
    else:
        if not images.splits:
            share = _VALIDATION_SHARE
            images = split_images(images, fractions=(1 - share, share, 0.0), seed=seed)
        train, held_out = images.select("train"), images.select("val")
    require_classes(train)
    unknown = sorted(set(held_out.labels) - set(train.labels))
    if unknown:
        raise DatasetError(
            f"{held_out.root}: validation labels {unknown} don't occur among the training images"
        )
    return train, held_out


def read_all(images: ImageSet) -> dict[Path, str]:
    """Decodes every image, and returns the SHA-256 of each file.

    Raises:
        DatasetError: Some can't be read; the message says how many, and names the first.
    """
    digests, errors = {}, []
    for sample in track(images.samples, "reading images", total=len(images)):
        try:
            open_image(sample.path)
            digests[sample.path] = sha256(sample.path.read_bytes())
        except ImageError as error:
            errors.append(error)
    if errors:
        raise DatasetError(
            f"{images.root}: {len(errors)} of {len(images)} images can't be read: {errors[0]}. "
            "Restore or remove them; `checkboxnet data check` lists all of them"
        )
    return digests


def set_digest(images: ImageSet, digests: Mapping[Path, str]) -> str:
    """Returns a digest of the images' content and labels, wherever the files lie."""
    rows = sorted(
        f"{digests[sample.path]} {sample.label} {sample.metadata.get('weight', '')}".rstrip()
        for sample in images.samples
    )
    return sha256("\n".join(rows).encode())


class CropDataset(Dataset[Batch]):
    """Model inputs, float32 of shape (3, height, width), and targets, int64 of shape (3,).

    Augmentation draws from a seed made of run seed, epoch and index, so an image looks the
    same however often a run was interrupted and in whatever order it is read.
    """

    def __init__(
        self,
        images: ImageSet,
        labels: tuple[str, ...],
        preprocessing: Preprocessing,
        *,
        augmentation: Augmentation = NO_AUGMENTATION,
        seed: int = 0,
    ) -> None:
        """Decodes nothing yet; images are read when asked for."""
        self.images, self.labels = images, labels
        self.all_targets = targets_of(images, labels)
        """Label, kind and mixed, shape (images, 3); see `checkboxnet.training.targets`."""
        self.targets = self.all_targets[:, LABEL]
        """Label indices, shape (images,)."""
        self.preprocessing, self.augmentation = preprocessing, augmentation
        self.seed = seed
        self.epoch = 0
        """Set before each pass; changes the augmentation."""

    def __len__(self) -> int:
        return len(self.targets)

    def __getitem__(self, index: int) -> Batch:
        random = np.random.default_rng([self.seed, self.epoch, index])
        image = self.augmentation.before(open_image(self.images.samples[index].path), random)
        canvas = self.augmentation.after(fit(image, self.preprocessing), random)
        inputs = torch.from_numpy(normalize(canvas[None], self.preprocessing)[0])
        return inputs, torch.from_numpy(self.all_targets[index])


def batches(
    dataset: CropDataset, *, batch_size: int, shuffle: bool = False, draws: int | None = None
) -> DataLoader[Batch]:
    """Returns a loader whose order, if any is random, follows from the dataset's seed and epoch.

    Args:
        dataset: What to read.
        batch_size: Images per batch; the last one may be smaller.
        shuffle: Goes through all images once, in random order.
        draws: Draws so many images instead, with replacement, each as often as its manifest's
            `weight` asks for.
    """
    generator = generator_of(dataset.seed, dataset.epoch)
    if draws is None:
        return DataLoader(dataset, batch_size=batch_size, shuffle=shuffle, generator=generator)
    sampler = WeightedRandomSampler(sample_weights(dataset.images), draws, generator=generator)
    return DataLoader(dataset, batch_size=batch_size, sampler=sampler)


def generator_of(seed: int, epoch: int) -> torch.Generator:
    """Returns random numbers that follow from a run's seed and the epoch."""
    generator = torch.Generator()
    generator.manual_seed(hash((seed, epoch)) & _LARGEST_SEED)
    return generator


def sample_weights(images: ImageSet) -> list[float]:
    """Returns each image's relative chance to be drawn: its manifest's `weight`, else 1.

    Raises:
        DatasetError: A weight is no finite number of 0 or more, or all are 0.
    """
    weights = []
    for sample in images.samples:
        value = sample.metadata.get("weight")
        try:
            weight = 1.0 if value in (None, "") else float(value)
        except (TypeError, ValueError):
            weight = -1.0
        if not 0 <= weight < float("inf"):
            raise DatasetError(f"{sample.path}: weight {value!r} is no number of 0 or more")
        weights.append(weight)
    if not any(weights):
        raise DatasetError(f"{images.root}: every image has weight 0")
    return weights


def class_weights(dataset: CropDataset) -> torch.Tensor:
    """Returns N / (classes x images of the class) for each label; 0 where there is no image."""
    targets, classes = torch.from_numpy(dataset.targets), len(dataset.labels)
    counts = torch.bincount(targets, minlength=classes).float()
    return torch.where(counts > 0, len(dataset) / (classes * counts), 0.0)
