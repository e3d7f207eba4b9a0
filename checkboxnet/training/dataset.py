"""Labelled images as torch sees them."""

from __future__ import annotations

import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset

from checkboxnet.data.augment import AUGMENTATIONS
from checkboxnet.data.folder import ImageSet
from checkboxnet.images import open_image
from checkboxnet.preprocess import Preprocessing, fit, normalize

_LARGEST_SEED = 2**63 - 1


class CropDataset(Dataset[tuple[torch.Tensor, torch.Tensor]]):
    """Model inputs, float32 of shape (3, size, size), and label indices, int64 scalars.

    Augmentation draws from a seed made of run seed, epoch and index, so an image looks the
    same however often a run was interrupted and in whatever order it is read.
    """

    def __init__(
        self,
        images: ImageSet,
        labels: tuple[str, ...],
        preprocessing: Preprocessing,
        *,
        augment: str = "none",
        seed: int = 0,
    ) -> None:
        """Decodes nothing yet; images are read when asked for."""
        self.images, self.labels = images, labels
        self.targets = [labels.index(sample.label) for sample in images.samples]
        self.preprocessing = preprocessing
        self.seed = seed
        self.epoch = 0
        """Set before each pass; changes the augmentation."""
        self._augmentation = AUGMENTATIONS[augment]()

    def __len__(self) -> int:
        return len(self.targets)

    def __getitem__(self, index: int) -> tuple[torch.Tensor, torch.Tensor]:
        image = open_image(self.images.samples[index].path)
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(hash((self.seed, self.epoch, index)) & _LARGEST_SEED)
            square = fit(
                _as_array(self._augmentation.before(_as_tensor(image))), self.preprocessing
            )
            square = _as_array(self._augmentation.after(_as_tensor(square)))
        inputs = torch.from_numpy(normalize(square[None], self.preprocessing)[0])
        return inputs, torch.tensor(self.targets[index])


def batches(
    dataset: CropDataset, *, batch_size: int, shuffle: bool = False
) -> DataLoader[tuple[torch.Tensor, torch.Tensor]]:
    """Returns a loader whose order, if shuffled, follows from the dataset's seed and epoch."""
    generator = torch.Generator()
    generator.manual_seed(hash((dataset.seed, dataset.epoch)) & _LARGEST_SEED)
    return DataLoader(dataset, batch_size=batch_size, shuffle=shuffle, generator=generator)


def _as_tensor(image: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> torch.Tensor:
    return torch.from_numpy(np.ascontiguousarray(image.transpose(2, 0, 1)))


def _as_array(image: torch.Tensor) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    array: np.ndarray[tuple[int, ...], np.dtype[np.uint8]] = image.numpy().transpose(1, 2, 0)
    return np.ascontiguousarray(array)
