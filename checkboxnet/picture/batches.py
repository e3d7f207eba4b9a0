"""Reading and fitting pictures in batches, one batch ahead of the network, by threads."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import NamedTuple

from checkboxnet.errors import ImageError
from checkboxnet.picture.fit import Preprocessing, fit, is_blank
from checkboxnet.picture.read import ImageInput, RgbImage, detached, open_image


class Fitted(NamedTuple):
    """A picture in the model's canvas."""

    canvas: RgbImage
    side: int
    """Shorter side of the original picture, in pixels."""
    blank: bool
    """Whether it shows plain background only."""


def read_batches(
    images: Iterator[ImageInput], batch_size: int, geometry: Preprocessing, *, threads: int
) -> Iterator[list[Fitted | ImageError]]:
    """Yields batches in order, while threads read the next one; with one thread, no other runs.

    `images` itself is only ever advanced by the caller's thread: what yields them may be bound to
    it, as a browser's page is. File objects and PIL images are read there, too, as they come:
    several may share one file, and one may be yielded again and again, moved on in between.
    """
    detached_images = map(_detach, images)
    batch = list(itertools.islice(detached_images, batch_size))
    while batch and (threads == 1 or len(batch) == 1):  # one picture isn't worth a thread
        yield [_read(image, geometry) for image in batch]
        batch = list(itertools.islice(detached_images, batch_size))
    with ThreadPoolExecutor(threads, "checkboxnet-read") as pool:

        def submit(batch: list[ImageInput | ImageError]) -> list[Future[Fitted | ImageError]]:
            return [pool.submit(_read, image, geometry) for image in batch]

        current = submit(batch)
        while current:
            following = submit(list(itertools.islice(detached_images, batch_size)))
            yield [future.result() for future in current]
            current = following


def _detach(image: ImageInput) -> ImageInput | ImageError:
    """Returns an image that other threads may read, or the error of reading it."""
    try:
        return detached(image)
    except ImageError as error:
        return error


def _read(image: ImageInput | ImageError, geometry: Preprocessing) -> Fitted | ImageError:
    if isinstance(image, ImageError):
        return image
    try:
        picture = open_image(image)
    except ImageError as error:
        return error
    canvas = fit(picture, geometry)
    return Fitted(canvas, side=min(picture.shape[:2]), blank=is_blank(canvas))
