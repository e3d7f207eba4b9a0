"""What a set of images looks like in numbers."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from checkboxnet.dataset.read import ImageSet
from checkboxnet.errors import ConfigError
from checkboxnet.picture.read import open_image
from checkboxnet.report.progress import track


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """Least, middle and greatest value."""

    min: float
    median: float
    max: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetStatistics:
    """Numbers that describe a set of images."""

    count: int
    labels: dict[str, int]
    """Images of each label."""
    class_weights: dict[str, float]
    """N / (labels x images of the label), for a weighted loss."""
    size: int
    """Side in pixels that mean and std were taken at."""
    mean: tuple[float, float, float]
    """Of each RGB channel, scaled to 0–1, over all pixels of all images."""
    std: tuple[float, float, float]
    """Over the same pixels."""
    width: Spread
    """Pixels."""
    height: Spread
    """Pixels."""
    aspect: Spread
    """Width over height."""

    def to_dict(self) -> dict[str, Any]:
        """Returns a JSON-ready dict."""
        return asdict(self)

    def __str__(self) -> str:
        """Returns the numbers as a readable text of several lines."""
        lines = [f"images  {self.count}"]
        for label, count in self.labels.items():
            lines.append(f"  {label:<10} {count:6d}  class weight {self.class_weights[label]:.4f}")
        for name in ("mean", "std"):
            values = ", ".join(f"{value:.4f}" for value in getattr(self, name))
            lines.append(f"{name:<7} {values}  (at {self.size} px)")
        for name in ("width", "height", "aspect"):
            spread: Spread = getattr(self, name)
            lines.append(
                f"{name:<7} {spread.min:.4g} – {spread.max:.4g}, median {spread.median:.4g}"
            )
        return "\n".join(lines)


def statistics(images: ImageSet, *, size: int = 224) -> DatasetStatistics:
    """Measures a set of images.

    Args:
        images: All must be readable; `check` finds those that are not.
        size: Images are squashed to `size` x `size` pixels for mean and std, so that each counts
            the same.

    Raises:
        ImageError: An image cannot be read.
        ConfigError: `size` is below 1.
    """
    if size < 1:
        raise ConfigError(f"size must be 1 or more, got {size}")
    total, squares = np.zeros(3), np.zeros(3)
    shapes = []
    for sample in track(images.samples, "measuring", total=len(images)):
        image = open_image(sample.path)
        shapes.append(image.shape[:2])
        small = Image.fromarray(image).resize((size, size), Image.Resampling.BILINEAR)
        pixels = np.asarray(small, np.float64).reshape(-1, 3) / 255
        total += pixels.sum(axis=0)
        squares += (pixels**2).sum(axis=0)
    heights, widths = np.array(shapes).T
    pixel_count = len(images) * size * size
    mean = total / pixel_count
    # Rounding can leave a variance of 0 slightly below it.
    std = np.sqrt(np.maximum(squares / pixel_count - mean**2, 0))
    counts = images.counts()
    return DatasetStatistics(
        count=len(images),
        labels=counts,
        class_weights={
            label: len(images) / (len(counts) * count) for label, count in counts.items() if count
        },
        size=size,
        mean=(float(mean[0]), float(mean[1]), float(mean[2])),
        std=(float(std[0]), float(std[1]), float(std[2])),
        width=_spread(widths),
        height=_spread(heights),
        aspect=_spread(widths / heights),
    )


def _spread(values: NDArray[np.float64] | NDArray[np.int_]) -> Spread:
    return Spread(min=float(values.min()), median=float(np.median(values)), max=float(values.max()))
