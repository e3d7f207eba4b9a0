"""Splits fixed by a seed."""

from __future__ import annotations

import contextlib
import logging
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal, TypeVar, get_args

import numpy as np

from checkboxnet.dataset.duplicates import connected, fingerprint, near_clusters
from checkboxnet.dataset.read import ImageSet, Sample
from checkboxnet.errors import ConfigError, DatasetError, ImageError, require_choice
from checkboxnet.picture.read import open_image
from checkboxnet.report.progress import track

logger = logging.getLogger(__name__)

SPLITS = ("train", "val", "test")

Side = TypeVar("Side", str, int)
Method = Literal["grouped", "torch"]


def split_images(
    images: ImageSet,
    *,
    fractions: tuple[float, float, float] = (0.8, 0.1, 0.1),
    seed: int = 101,
    method: Method = "grouped",
) -> ImageSet:
    """Returns the same images, each with a split.

    Args:
        images: Any split they have already is replaced.
        fractions: Shares of train, val and test, which sum to 1.
        seed: Same seed, same split.
        method: `grouped` keeps near-duplicates, and images of the same `group`, on one side, and
            gives each side about the same mix of labels. Where there are too few groups for that,
            as in a harvest of one page, it warns and keeps only the crops of one control on one
            side. `torch` is `torch.manual_seed(seed)` and
            `torch.utils.data.random_split` over the images sorted by path, with train and val
            rounded down: what many published splits are.

    Raises:
        ConfigError: `method` is neither, or the fractions aren't three that sum to 1.
        DatasetError: There are too few images, or groups of them, for a side whose fraction is
            above 0.
    """
    require_choice("method", method, get_args(Method))
    if len(fractions) != 3 or not min(fractions) >= 0 or not abs(sum(fractions) - 1) <= 1e-6:
        raise ConfigError(f"fractions must be three of 0 or more that sum to 1, got {fractions}")
    shares = dict(zip(SPLITS, fractions, strict=True))
    if method == "torch":
        groups, sides = len(images), _torch(len(images), fractions, seed)
    else:
        groups, sides = _deal_images(images, shares, seed)
    if empty := _empty(shares, sides):
        raise DatasetError(
            f"{images.root}: {len(images)} images in {groups} groups are too few for a "
            f"split {fractions}: {' and '.join(empty)} would be empty. Add images, or set the "
            "fraction to 0"
        )
    samples = (replace(s, split=side) for s, side in zip(images.samples, sides, strict=True))
    left_out = (replace(s, split=None) for s in images.left_out)
    return replace(images, samples=tuple(samples), left_out=tuple(left_out))


def folds(images: ImageSet, count: int, *, seed: int = 101) -> list[int]:
    """Returns the number of each image's fold, from 0 to `count` - 1.

    Near-duplicates and images of the same `group` are in one fold, and each fold has about the
    same mix of labels. Too few groups are parted by control, as `split` does.

    Raises:
        ConfigError: `count` is below 2.
        DatasetError: There are too few images, or groups of them, to fill every fold.
    """
    if count < 2:
        raise ConfigError(f"there must be 2 folds or more, got {count}")
    shares = dict.fromkeys(range(count), 1 / count)
    _, numbers = _deal_images(images, shares, seed)
    if _empty(shares, numbers):
        raise DatasetError(f"{images.root}: too few images, or groups of them, for {count} folds")
    return numbers


def _torch(count: int, fractions: tuple[float, float, float], seed: int) -> list[str]:
    import torch

    # Its own generator gives what manual_seed gives, and leaves torch's global one alone.
    order = torch.randperm(count, generator=torch.Generator().manual_seed(seed)).tolist()
    train, val = (int(count * fraction) for fraction in fractions[:2])
    sides = [""] * count
    for position, index in enumerate(order):
        sides[index] = SPLITS[(position >= train) + (position >= train + val)]
    return sides


def _deal_images(
    images: ImageSet, shares: Mapping[Side, float], seed: int
) -> tuple[int, list[Side]]:
    """Returns the number of groups and each image's side; by control where groups are too few."""
    samples = images.samples
    near = _near_duplicates(samples)
    groups = _groups(near, [sample.group for sample in samples])
    sides = _deal(samples, groups, shares, seed)
    if _empty(shares, sides) and any("selector" in sample.metadata for sample in samples):
        logger.warning(
            "%s: there are too few pages or kits to keep each on one side, so the split is by "
            "control. For figures on new controls, harvest a page of its own for the test",
            images.root,
        )
        controls = [
            tuple(str(sample.metadata[key]) for key in ("page", "selector"))
            if sample.metadata.keys() >= {"page", "selector"}
            else None
            for sample in samples
        ]
        groups = _groups(near, controls)
        sides = _deal(samples, groups, shares, seed)
    return len(set(groups)), sides


def _deal(
    samples: Sequence[Sample],
    groups: Sequence[int],
    fractions: Mapping[Side, float],
    seed: int,
) -> list[Side]:
    """Deals whole groups, the largest first, each to the side that is shortest of its label.

    Sides equally short of it are told apart by how short they are of images at all: else one
    side would win every label's tie, and small sets leave another empty.
    """
    members = defaultdict(list)
    for index, number in enumerate(groups):
        members[number].append(index)
    totals = Counter(sample.label for sample in samples)
    held: dict[Side, Counter[str]] = {side: Counter() for side in fractions}
    order = list(members.values())
    order = [order[i] for i in np.random.default_rng(seed).permutation(len(order))]
    order.sort(key=len, reverse=True)  # stable: equal sizes keep their random order
    first = next(iter(fractions))
    sides = [first] * len(samples)
    for group in order:
        label = Counter(samples[index].label for index in group).most_common(1)[0][0]
        side = max(
            (s for s, fraction in fractions.items() if fraction > 0),
            key=lambda s: (
                fractions[s] * totals[label] - held[s][label],
                fractions[s] * len(samples) - held[s].total(),
            ),
        )
        for index in group:
            sides[index] = side
            held[side][samples[index].label] += 1
    return sides


def _empty(fractions: Mapping[Side, float], sides: Sequence[Side]) -> list[Side]:
    return [side for side, fraction in fractions.items() if fraction > 0 and side not in sides]


def _near_duplicates(samples: Sequence[Sample]) -> list[int | None]:
    """Returns the number of each sample's cluster, None where it can't be read."""
    prints = {}
    for index, sample in enumerate(track(samples, "fingerprints", total=len(samples))):
        # Whoever reads it for training or scoring reports an error.
        with contextlib.suppress(ImageError):
            prints[index] = fingerprint(open_image(sample.path))
    clusters = dict(zip(prints, near_clusters(list(prints.values())), strict=True))
    return [clusters.get(index) for index in range(len(samples))]


def _groups(*columns: Sequence[object]) -> list[int]:
    """Returns a group number per sample: those equal in any column, but for None, are in one."""
    first: dict[tuple[int, object], int] = {}
    pairs = [
        (index, first.setdefault((number, value), index))
        for number, column in enumerate(columns)
        for index, value in enumerate(column)
        if value is not None
    ]
    return connected(len(columns[0]), pairs)
