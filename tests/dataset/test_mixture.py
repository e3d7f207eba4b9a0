from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from checkboxnet.dataset.mixture import Source, mix
from checkboxnet.dataset.read import ImageSet, Sample
from checkboxnet.errors import DatasetError

LABELS = ("checked", "unchecked")


def images(name: str, counts: dict[tuple[str, str], int], split: str = "train") -> ImageSet:
    samples = tuple(
        Sample(path=Path(f"{name}/{label}-{group}-{n}.png"), label=label, split=split, group=group)
        for (label, group), count in counts.items()
        for n in range(count)
    )
    return ImageSet(root=Path(name), samples=samples, labels=LABELS)


def test_shares_labels_and_groups() -> None:
    large = images("kits", {("checked", "a"): 90, ("checked", "b"): 10, ("unchecked", "a"): 40})
    small = images("seed", {("checked", "s"): 3, ("unchecked", "s"): 5})
    mixed = mix([Source(images=large, share=3.0), Source(images=small, share=1.0)])
    drawn: Counter[str] = Counter()
    for sample in mixed.samples:
        for key in (sample.path.parts[0], sample.label, f"{sample.label} {sample.group}"):
            drawn[key] += sample.metadata["weight"]
    assert drawn["kits"] == pytest.approx(3 * drawn["seed"])
    assert drawn["checked"] == pytest.approx(drawn["unchecked"])
    # Nine times the crops, three times the draws.
    assert drawn["checked a"] == pytest.approx(3 * drawn["checked b"])


def test_validation_images_count_by_their_sources_shares() -> None:
    many = images("many", {("checked", "v"): 6, ("unchecked", "v"): 2}, split="val")
    few = images("few", {("checked", "v"): 1, ("unchecked", "v"): 1}, split="val")
    mixed = mix([Source(images=many, share=0.75), Source(images=few, share=0.25)]).select("val")
    total: Counter[str] = Counter()
    for sample in mixed.samples:
        total[sample.path.parts[0]] += sample.metadata["weight"]
    assert len(mixed) == 10
    assert total == pytest.approx({"many": 0.75, "few": 0.25})


def test_what_cannot_be_mixed() -> None:
    with pytest.raises(DatasetError, match="at least one"):
        mix([])
    one = images("a", {("checked", "x"): 1})
    other = ImageSet(root=Path("b"), samples=(), labels=("on", "off"))
    with pytest.raises(DatasetError, match="differ"):
        mix([Source(images=one, share=1), Source(images=other, share=1)])
