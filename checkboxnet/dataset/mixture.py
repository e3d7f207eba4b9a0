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
    samples: list[Sample] = []
    for source in sources:
        if source.images.labels != labels:
            raise DatasetError(
                f"{source.images.root}: labels {source.images.labels} differ from {labels}"
            )
        samples += _weighed(source)
    samples.sort(key=lambda sample: sample.path.as_posix())
    return replace(sources[0].images, samples=tuple(samples))


def _weighed(source: Source) -> list[Sample]:
    drawn = [sample for sample in source.images.samples if sample.split == "train"]
    rest = [sample for sample in source.images.samples if sample.split != "train"]
    sizes = Counter((sample.label, sample.group) for sample in drawn)
    raw = {key: size**-0.5 for key, size in sizes.items()}
    totals: dict[str, float] = defaultdict(float)
    for key, size in sizes.items():
        totals[key[0]] += size * raw[key]
    weighed = []
    for sample in drawn:
        part = raw[sample.label, sample.group] / totals[sample.label]
        weighed.append(_with_weight(sample, source.share * part / len(totals)))
    return weighed + [_with_weight(sample, source.share / len(rest)) for sample in rest]


def _with_weight(sample: Sample, weight: float) -> Sample:
    return replace(sample, metadata={**sample.metadata, "weight": weight})
