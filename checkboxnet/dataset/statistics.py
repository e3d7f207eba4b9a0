"""What a set of images looks like in numbers."""

from __future__ import annotations

from typing import Any

import numpy as np
from PIL import Image

from checkboxnet.dataset.read import ImageSet
from checkboxnet.errors import ConfigError
from checkboxnet.picture.read import open_image
from checkboxnet.report.progress import track


def statistics(images: ImageSet, *, size: int = 224) -> dict[str, Any]:
    """Measures a set of images.

    Args:
        images: All must be readable; `check` finds those that are not.
        size: Images are squashed to `size` x `size` pixels for mean and std, so that each counts
            the same.

    Returns:
        A JSON-ready dict: `count`; `labels`, the images of each label; `class_weights`, N / (labels
        x images of the label), for a weighted loss; `size`; `mean` and `std` of the RGB channels,
        scaled to 0–1, over all pixels of all images; `min`, `median` and `max` of `width` and
        `height` (pixels) and of `aspect` (width over height).

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
        total += pixels.mean(axis=0)
        squares += (pixels**2).mean(axis=0)
    heights, widths = np.array(shapes).T
    mean = total / len(images)
    # Rounding can leave a variance of 0 slightly below it.
    std = np.sqrt(np.maximum(squares / len(images) - mean**2, 0))
    counts = images.counts()
    return {
        "count": len(images),
        "labels": counts,
        "class_weights": {
            label: len(images) / (len(counts) * count) for label, count in counts.items() if count
        },
        "size": size,
        "mean": mean.tolist(),
        "std": std.tolist(),
        **{
            name: {
                "min": float(values.min()),
                "median": float(np.median(values)),
                "max": float(values.max()),
            }
            for name, values in (
                ("width", widths), ("height", heights), ("aspect", widths / heights)
            )
        },
    }  # fmt: skip
