"""Labelled images as torch sees them."""

from __future__ import annotations

import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset, WeightedRandomSampler

from checkboxnet.dataset.augment import AUGMENTATIONS, Augmentation
from checkboxnet.dataset.read import ImageSet
from checkboxnet.errors import DatasetError
from checkboxnet.picture.fit import Preprocessing, fit, normalize
from checkboxnet.picture.read import open_image

Batch = tuple[torch.Tensor, torch.Tensor]
"""Inputs and label indices."""

NO_AUGMENTATION = AUGMENTATIONS["none"]
_LARGEST_SEED = 2**63 - 1


class CropDataset(Dataset[Batch]):
    """Model inputs, float32 of shape (3, height, width), and label indices, int64 scalars.

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
        self.targets = np.array([labels.index(sample.label) for sample in images.samples], np.int64)
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
        return inputs, torch.tensor(self.targets[index])


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
    generator = torch.Generator()
    generator.manual_seed(hash((dataset.seed, dataset.epoch)) & _LARGEST_SEED)
    if draws is None:
        return DataLoader(dataset, batch_size=batch_size, shuffle=shuffle, generator=generator)
    sampler = WeightedRandomSampler(sample_weights(dataset.images), draws, generator=generator)
    return DataLoader(dataset, batch_size=batch_size, sampler=sampler)


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
