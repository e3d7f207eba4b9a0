"""The images of a run: which of them train, which validate, and whether all can be read."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from checkboxnet.dataset.read import ImageSet, read_images, require_classes
from checkboxnet.dataset.split import split
from checkboxnet.errors import DatasetError, ImageError
from checkboxnet.picture.read import open_image
from checkboxnet.report.files import sha256
from checkboxnet.report.progress import track

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
            images = split(images, fractions=(1 - share, share, 0.0), seed=seed)
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
