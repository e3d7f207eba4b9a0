"""Exact and near duplicates among images.

Crops of controls are flat, so a perceptual hash alone takes a ticked box for an empty one. Two
images count as near duplicates if their hashes are close *and* the pictures themselves differ
nowhere by much, give or take a pixel: a tick is small, and re-encoding, scaling or a crop that
is off by one moves edges but draws nothing new.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from checkboxnet.picture.read import RgbImage, open_image
from checkboxnet.report.files import sha256

T = TypeVar("T")

_HASH_SIDE = 16
_HASH_DISTANCE = 40
"""Bits of 256 in which the difference hashes of near duplicates may differ."""
_DETAIL_AREA = 40_000
"""Pixels kept for comparison: most crops whole, and a 16 px box in a 1800 px row still 12 px."""
_LARGEST_DIFFERENCE = 40
"""Of 255: what any pixel may lie outside the values around it in the other picture."""
_LARGEST_COLOUR_DIFFERENCE = 24
"""The same of the two colour channels of YCbCr, whose values spread less."""
_ASPECT_TOLERANCE = 1.06


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """What duplicates are found by."""

    digest: str
    """SHA-256 of size and pixels: equal for equal pictures in whatever file format."""
    bits: NDArray[np.bool_]
    detail: NDArray[np.uint8]
    """The picture, shrunk to `_DETAIL_AREA` pixels if it has more."""
    aspect: float


def fingerprint(image: RgbImage) -> Fingerprint:
    """Returns the fingerprint of a picture of shape (H, W, 3), uint8."""
    import imagehash

    picture = Image.fromarray(image)
    shrink = min(1.0, (_DETAIL_AREA / (picture.width * picture.height)) ** 0.5)
    size = (max(1, round(picture.width * shrink)), max(1, round(picture.height * shrink)))
    return Fingerprint(
        digest=sha256(repr(image.shape).encode() + image.tobytes()),
        bits=imagehash.dhash(picture, hash_size=_HASH_SIDE).hash.ravel(),
        detail=np.asarray(picture.resize(size, Image.Resampling.BOX)),
        aspect=image.shape[1] / image.shape[0],
    )


def find_duplicates(paths: Sequence[Path]) -> tuple[list[list[Path]], list[list[Path]]]:
    """Returns clusters of two or more images: of the same pixels, and of nearly the same.

    Raises:
        ImageError: An image cannot be read.
    """
    return duplicates_of(paths, [fingerprint(open_image(path)) for path in paths])


def duplicates_of(
    items: Sequence[T], prints: Sequence[Fingerprint]
) -> tuple[list[list[T]], list[list[T]]]:
    """Returns what `find_duplicates` does, of items with these fingerprints."""
    exact, near = defaultdict(list), defaultdict(list)
    for item, print_, cluster in zip(items, prints, near_clusters(prints), strict=True):
        exact[print_.digest].append(item)
        near[cluster].append((print_.digest, item))
    return (
        [members for members in exact.values() if len(members) > 1],
        [
            [item for _, item in members]
            for members in near.values()
            if len({digest for digest, _ in members}) > 1
        ],
    )


def near_clusters(prints: Sequence[Fingerprint]) -> list[int]:
    """Returns a cluster number for each fingerprint; duplicates, exact or near, share one."""
    if not prints:
        return []
    bits = np.stack([print_.bits for print_ in prints])
    pairs = []
    for index in range(1, len(prints)):
        distances = np.count_nonzero(bits[:index] != bits[index], axis=1)
        for other in np.flatnonzero(distances <= _HASH_DISTANCE):
            if _alike(prints[index], prints[int(other)]):
                pairs.append((index, int(other)))
    return connected(len(prints), pairs)


def connected(count: int, pairs: Sequence[tuple[int, int]]) -> list[int]:
    """Returns a cluster number for each of `count` items, given which pairs belong together."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    rows, columns = np.array(pairs, int).reshape(-1, 2).T
    graph = coo_array((np.ones(len(rows)), (rows, columns)), shape=(count, count))
    numbers: list[int] = connected_components(graph, directed=False)[1].tolist()
    return numbers


def _alike(a: Fingerprint, b: Fingerprint) -> bool:
    if max(a.aspect, b.aspect) > _ASPECT_TOLERANCE * min(a.aspect, b.aspect):
        return False
    small, large = sorted((Image.fromarray(p.detail) for p in (a, b)), key=lambda i: i.width)
    large = large.resize(small.size, Image.Resampling.BOX)
    a_bands, b_bands = (image.convert("YCbCr").split() for image in (small, large))
    # JPEG keeps brightness sharp and colour at half the resolution: so are they compared.
    blur = ImageFilter.BoxBlur(1)
    return _excess(a_bands[0], b_bands[0]) <= _LARGEST_DIFFERENCE and all(
        _excess(x.filter(blur), y.filter(blur)) <= _LARGEST_COLOUR_DIFFERENCE
        for x, y in zip(a_bands[1:], b_bands[1:], strict=True)
    )


def _excess(a: Image.Image, b: Image.Image) -> int:
    """Returns how far a pixel of either lies outside the range of the 3x3 there in the other."""
    largest = 0
    for picture, other in ((a, b), (b, a)):
        pixels = np.asarray(picture, np.int16)
        low = np.asarray(other.filter(ImageFilter.MinFilter(3)), np.int16)
        high = np.asarray(other.filter(ImageFilter.MaxFilter(3)), np.int16)
        largest = max(largest, int(np.maximum(pixels - high, low - pixels).max()))
    return largest
