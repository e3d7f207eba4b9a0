"""Pictures on their way to the network: read and fitted by threads, a batch ahead of it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import NamedTuple

from checkboxnet.errors import ImageError
from checkboxnet.images import ImageInput, RgbImage, open_image
from checkboxnet.preprocess import Preprocessing, fit, is_blank


class Fitted(NamedTuple):
    """A picture in the model's canvas."""

    canvas: RgbImage
    side: int
    """Shorter side of the picture it was made from, in pixels."""
    blank: bool
    """Whether it shows nothing but plain background."""


def read(image: ImageInput, geometry: Preprocessing) -> Fitted | ImageError:
    """Returns the picture as the model sees it, or what is wrong with it."""
    try:
        picture = open_image(image)
    except ImageError as error:
        return error
    canvas = fit(picture, geometry)
    return Fitted(canvas, side=min(picture.shape[:2]), blank=is_blank(canvas))


def read_batches(
    images: Iterator[ImageInput], batch_size: int, geometry: Preprocessing, *, threads: int
) -> Iterator[list[Fitted | ImageError]]:
    """Yields batches in order, while threads read the one after; with one thread, no other runs.

    `images` itself is only ever advanced by the caller's thread: what yields them may be bound to
    it, as a browser's page is.
    """
    batch = list(itertools.islice(images, batch_size))
    while batch and (threads == 1 or len(batch) == 1):  # one picture isn't worth a thread
        yield [read(image, geometry) for image in batch]
        batch = list(itertools.islice(images, batch_size))
    with ThreadPoolExecutor(threads, "checkboxnet-read") as pool:

        def submit(batch: list[ImageInput]) -> list[Future[Fitted | ImageError]]:
            return [pool.submit(read, image, geometry) for image in batch]

        under_way = submit(batch)
        while under_way:
            after = submit(list(itertools.islice(images, batch_size)))
            yield [future.result() for future in under_way]
            under_way = after
