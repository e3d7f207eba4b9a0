"""Exact and near duplicates among images.

Crops of controls are flat, so a perceptual hash alone takes a ticked box for an empty one. Two
images count as near duplicates if their hashes are close *and* small copies of them differ
nowhere by much.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from checkboxnet.files import sha256
from checkboxnet.images import RgbImage, open_image

_HASH_SIDE = 16
_HASH_DISTANCE = 10
"""Bits of 256 in which the difference hashes of near duplicates may differ."""
_THUMBNAIL = (48, 24)
_LARGEST_DIFFERENCE = 40
"""Of 255: what any pixel of the small copies may differ by."""
_ASPECT_TOLERANCE = 1.06


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """What duplicates are found by."""

    digest: str
    """SHA-256 of size and pixels: equal for equal pictures in whatever file format."""
    bits: NDArray[np.bool_]
    thumbnail: NDArray[np.int16]
    aspect: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Duplicates:
    """Clusters of two or more images."""

    exact: list[list[Path]]
    """Same pixels."""
    near: list[list[Path]]
    """Nearly the same picture; clusters that are exact throughout are left out."""


def fingerprint(image: RgbImage) -> Fingerprint:
    """Returns the fingerprint of a picture of shape (H, W, 3), uint8."""
    import imagehash

    picture = Image.fromarray(image)
    thumbnail = picture.resize(_THUMBNAIL, Image.Resampling.BOX)
    return Fingerprint(
        digest=sha256(repr(image.shape).encode() + image.tobytes()),
        bits=imagehash.dhash(picture, hash_size=_HASH_SIDE).hash.ravel(),
        thumbnail=np.asarray(thumbnail, np.int16),
        aspect=image.shape[1] / image.shape[0],
    )


def find_duplicates(paths: Sequence[Path]) -> Duplicates:
    """Returns the clusters among readable images.

    Raises:
        ImageError: An image cannot be read.
    """
    prints = [fingerprint(open_image(path)) for path in paths]
    return duplicates_of(paths, prints)


def duplicates_of(paths: Sequence[Path], prints: Sequence[Fingerprint]) -> Duplicates:
    """Returns the clusters, from fingerprints made before."""
    by_digest = defaultdict(list)
    for path, print_ in zip(paths, prints, strict=True):
        by_digest[print_.digest].append(path)
    digest_of = {path: print_.digest for path, print_ in zip(paths, prints, strict=True)}
    near = _by_cluster(paths, near_clusters(prints))
    return Duplicates(
        exact=[cluster for cluster in by_digest.values() if len(cluster) > 1],
        near=[c for c in near if len(c) > 1 and len({digest_of[path] for path in c}) > 1],
    )


def near_clusters(prints: Sequence[Fingerprint]) -> list[int]:
    """Returns a cluster number for each fingerprint; duplicates, exact or near, share one."""
    if not prints:
        return []
    bits = np.stack([print_.bits for print_ in prints])
    parents = list(range(len(prints)))

    def root(index: int) -> int:
        while parents[index] != index:
            index = parents[index]
        return index

    for index in range(1, len(prints)):
        distances = np.count_nonzero(bits[:index] != bits[index], axis=1)
        for other in np.flatnonzero(distances <= _HASH_DISTANCE):
            if _alike(prints[index], prints[int(other)]):
                parents[root(index)] = root(int(other))
    return [root(index) for index in range(len(prints))]


def _alike(a: Fingerprint, b: Fingerprint) -> bool:
    return (
        max(a.aspect, b.aspect) <= _ASPECT_TOLERANCE * min(a.aspect, b.aspect)
        and int(np.abs(a.thumbnail - b.thumbnail).max()) <= _LARGEST_DIFFERENCE
    )


def _by_cluster(paths: Iterable[Path], clusters: Iterable[int]) -> list[list[Path]]:
    members = defaultdict(list)
    for path, cluster in zip(paths, clusters, strict=True):
        members[cluster].append(path)
    return list(members.values())
