"""Training images out of several sources, weighed against one another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from checkboxnet.dataset.read import ImageSet, Sample
from checkboxnet.errors import DatasetError


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Images of one origin, and how much of the training they make up."""

    images: ImageSet
    share: float
    """Share of the draws, relative to the other sources'."""


def mix(sources: Sequence[Source]) -> ImageSet:
    """Returns all images in one set, each with the `weight` by which training should draw it.

    Within a source the labels come equally often. A group with n images of a label gets a part
    of that label's draws proportional to the square root of n, so that a kit with many crops
    doesn't drown one with few. The images of the other splits have equal parts of their
    source's share: so much they count in the calibration.

    Args:
        sources: Their splits are kept.

    Raises:
        DatasetError: There is no source, or the labels differ between sources.
    """
    if not sources:
        raise DatasetError("a mixture needs at least one source")
    labels = sources[0].images.labels
    weighted: list[Sample] = []
    for source in sources:
        images, share = source.images, source.share
        if images.labels != labels:
            raise DatasetError(f"{images.root}: labels {images.labels} differ from {labels}")
        sizes = Counter((s.label, s.group) for s in images.samples if s.split == "train")
        totals: dict[str, float] = defaultdict(float)
        for (label, _), size in sizes.items():
            totals[label] += size * size**-0.5
        for sample in images.samples:
            if sample.split == "train":
                size = sizes[sample.label, sample.group]
                weight = share * (size**-0.5 / totals[sample.label]) / len(totals)
            else:
                weight = share / (len(images) - sizes.total())
            weighted.append(replace(sample, metadata={**sample.metadata, "weight": weight}))
    weighted.sort(key=lambda sample: sample.path.as_posix())
    return replace(sources[0].images, samples=tuple(weighted))
