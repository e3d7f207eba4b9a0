from __future__ import annotations

import csv
import shutil
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from conftest import Outcome

from checkboxnet.dataset.read import read_images, write_rows
from checkboxnet.dataset.split import folds, split_images
from checkboxnet.errors import ConfigError, DatasetError
from checkboxnet.picture.read import list_images


def test_torch_method_reproduces_the_published_split(shared_data: Path) -> None:
    folder = shared_data / "checkbox_state_v2"
    state = torch.random.get_rng_state()
    images = split_images(read_images(folder), method="torch", seed=101)
    assert torch.equal(state, torch.random.get_rng_state())
    actual = {s.path.relative_to(folder).as_posix(): s.split for s in images.samples}
    with (shared_data / "checkbox_state_v2_split.csv").open() as file:
        expected = {row["path"]: row["split"] for row in csv.DictReader(file)}
    assert actual == expected


def test_grouped_split_is_stratified_seeded_and_pure(tiny_crops: Path) -> None:
    images = read_images(tiny_crops)
    first = split_images(images, fractions=(0.5, 0.25, 0.25), seed=1)
    assert images.splits == frozenset()
    assert first == split_images(images, fractions=(0.5, 0.25, 0.25), seed=1)
    assert first != split_images(images, fractions=(0.5, 0.25, 0.25), seed=2)
    assert first.select("train").counts() == {"checked": 6, "unchecked": 6, "other": 6}
    assert first.select("test").counts() == {"checked": 3, "unchecked": 3, "other": 3}


def test_groups_and_duplicates_stay_on_one_side(tiny_crops: Path, tmp_path: Path) -> None:
    folder = tmp_path / "crops"
    shutil.copytree(tiny_crops, folder)
    for label in ("checked", "unchecked"):
        for number in range(6):
            source = folder / label / f"{number:02}.png"
            shutil.copy(source, source.with_name(f"twin-{number:02}.png"))
    images = read_images(folder)
    grouped = replace(
        images,
        samples=tuple(
            replace(s, group="kit" if s.label == "other" and s.path.stem < "04" else None)
            for s in images.samples
        ),
    )
    result = split_images(grouped, fractions=(0.6, 0.2, 0.2), seed=3)
    sides = defaultdict(set)
    for sample in result.samples:
        sides[sample.group or (sample.label, sample.path.stem.removeprefix("twin-"))].add(
            sample.split
        )
    assert {len(there) for there in sides.values()} == {1}
    assert result.splits == {"train", "val", "test"}


@pytest.mark.parametrize("counts", [(4, 4, 4), (5, 5, 5), (7, 7, 6), (10, 5, 5)])
def test_small_sets_fill_every_side(
    tiny_crops: Path, tmp_path: Path, counts: tuple[int, ...]
) -> None:
    for label, count in zip(("checked", "unchecked", "other"), counts, strict=True):
        (tmp_path / label).mkdir()
        for path in sorted((tiny_crops / label).iterdir())[:count]:
            shutil.copy(path, tmp_path / label)
    images = split_images(read_images(tmp_path))
    assert images.splits == {"train", "val", "test"}
    train = images.select("train").counts()
    assert min(train.values()) >= 1
    assert 0.7 <= sum(train.values()) / sum(counts) <= 0.85


def test_too_few_groups_are_named(tiny_crops: Path) -> None:
    images = read_images(tiny_crops)
    samples = tuple(replace(s, group=str(int(s.path.stem) % 2)) for s in images.samples)
    with pytest.raises(DatasetError, match="36 images in 2 groups are too few"):
        split_images(replace(images, samples=samples))


def test_crops_of_one_page_are_split_by_control(
    tiny_crops: Path, caplog: pytest.LogCaptureFixture
) -> None:
    images = read_images(tiny_crops)
    samples = tuple(
        # Three framings of each control, and regions of the page that are of none.
        replace(s, group="page", metadata={"page": "page"} | selector)
        for s in images.samples
        for number in [int(s.path.stem) // 3]
        for selector in [{} if s.label == "other" else {"selector": f"#{s.label}-{number}"}]
    )
    one_page = replace(images, samples=samples)
    result = split_images(one_page, fractions=(0.5, 0.25, 0.25), seed=1)
    assert "too few pages or kits" in caplog.text
    assert {s.group for s in result.samples} == {"page"}
    sides = defaultdict(set)
    for sample in result.samples:
        sides[sample.metadata.get("selector", sample.path)].add(sample.split)
    assert {len(there) for there in sides.values()} == {1}
    for side in ("train", "val", "test"):
        assert set(result.select(side).labels) == {"checked", "unchecked", "other"}
    numbers = defaultdict(set)
    for sample, number in zip(samples, folds(one_page, 4), strict=True):
        numbers[sample.metadata.get("selector", sample.path)].add(number)
    assert {len(there) for there in numbers.values()} == {1}
    assert set.union(*numbers.values()) == {0, 1, 2, 3}
    caplog.clear()
    split_images(replace(images, samples=tuple(replace(s, group=None) for s in samples)))
    assert not caplog.text


def test_impossible_splits_are_refused(tiny_crops: Path) -> None:
    images = read_images(tiny_crops)
    with pytest.raises(ConfigError, match="sum to 1"):
        split_images(images, fractions=(0.5, 0.1, 0.1))
    two = replace(images, samples=images.samples[:2])
    with pytest.raises(DatasetError, match="too few"):
        split_images(two, fractions=(0.5, 0.25, 0.25))


@pytest.mark.parametrize("name", ["m.csv", "m.jsonl"])
def test_splitting_a_manifest_in_place_keeps_what_is_no_label(
    cli: Callable[..., Outcome], tiny_crops: Path, tmp_path: Path, name: str
) -> None:
    paths = list_images(tiny_crops)
    rows = [{"path": str(path), "label": path.parent.name, "kit": "a"} for path in paths]
    rows[0]["label"], rows[1]["label"] = "mixed", "Undecided "
    manifest = tmp_path / name
    write_rows(rows, manifest)
    outcome = cli("data", "split", manifest, "-o", manifest, "--overwrite")
    assert outcome.code == 0, outcome.err
    images = read_images(manifest)
    assert len(images) == len(paths) - 2
    assert images.splits == {"train", "val", "test"}
    assert {(s.path.resolve(), s.label, s.split) for s in images.left_out} == {
        (paths[0], "mixed", None), (paths[1], "Undecided ", None)
    }  # fmt: skip
    assert {s.metadata["kit"] for s in images.left_out} == {"a"}
    with pytest.raises(DatasetError, match="no images of split"):
        images.select("dev")
