from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest import Outcome

from checkboxnet import TrainConfig, evaluate, fine_tune, load_model
from checkboxnet.dataset import seen
from checkboxnet.dataset.check import check
from checkboxnet.dataset.read import ImageSet, Sample, read_images, write_manifest
from checkboxnet.dataset.split import split_images
from checkboxnet.evaluation.robustness import evaluate_robustness
from checkboxnet.report.files import sha256

WORDS = "had a part in the training of a.b"


@pytest.fixture(scope="module")
def trained(tiny_crops: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A manifest with 24 images of train and val and 12 of test, and weights that record those."""
    folder = tmp_path_factory.mktemp("trained")
    images = split_images(read_images(tiny_crops), fractions=(1 / 3, 1 / 3, 1 / 3), method="torch")
    manifest = write_manifest(images, folder / "split.csv")
    run = load_model().save(folder / "run")
    digests = [sha256(s.path.read_bytes()) for s in images.samples if s.split != "test"]
    metrics = json.loads((run / "metrics.json").read_text())
    metrics[seen.RECORD] = seen.lowest_digests(digests)
    (run / "metrics.json").write_text(json.dumps(metrics))
    config = json.loads((run / "config.json").read_text())
    (run / "config.json").write_text(json.dumps({**config, "name": "a.b"}))
    return manifest, run


@pytest.mark.parametrize(("part", "count"), [(None, 24), ("train", 12), ("val", 12), ("test", 0)])
def test_images_that_had_a_part_in_the_training_are_counted_and_warned_of(
    trained: tuple[Path, Path], caplog: pytest.LogCaptureFixture, tmp_path: Path,
    part: str | None, count: int,
) -> None:  # fmt: skip
    manifest, run = trained
    report = evaluate(manifest, model=run, split=part)
    assert report.seen == report.to_dict()["seen"] == count
    said = f"{count} of the {report.count} images {WORDS}"
    assert [message for message in caplog.messages if said in message] == caplog.messages
    assert len(caplog.messages) == (count > 0)
    page = report.save_html(tmp_path / "page.html").read_text()
    for text in (str(report), page):
        assert ("had a part in the training" in text) == (count > 0)
    suite = evaluate_robustness(manifest, model=run, split=part, corruptions={})
    assert suite.seen == count
    assert ("had a part in the training" in str(suite)) == (count > 0)


def test_the_folder_that_was_trained_on_is_warned_of(
    cli: Callable[..., Outcome], trained: tuple[Path, Path], tiny_crops: Path, tmp_path: Path
) -> None:
    _, run = trained
    copy = tmp_path / "copied_elsewhere"
    shutil.copytree(tiny_crops, copy)
    outcome = cli("evaluate", copy, "--model", run)
    assert "images    36, 24 of which had a part in the training" in outcome.out
    (copy / "checked" / "broken.png").write_bytes(b"x")
    outcome = cli("evaluate", copy, "--model", run)
    assert "images    36, 24 of which had a part in the training" in outcome.out


def test_weights_that_do_not_tell_are_not_warned_of(
    example_images: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert evaluate(example_images).seen is None
    assert caplog.messages == []


def test_checking_labels_by_weights_that_learnt_them_is_warned_of(
    trained: tuple[Path, Path], caplog: pytest.LogCaptureFixture
) -> None:
    manifest, run = trained
    check(read_images(manifest), model=load_model(run))
    assert WORDS in caplog.text


@pytest.mark.slow
def test_training_records_its_images_and_those_of_its_base(
    tiny_crops: Path, tiny_backbone: Path, example_images: Path, tmp_path: Path
) -> None:
    images = split_images(read_images(tiny_crops), fractions=(1 / 3, 1 / 3, 1 / 3), method="torch")
    config = TrainConfig(epochs=0, size=(32, 32))
    first = fine_tune(images, output=tmp_path / "run", base=tiny_backbone, config=config)
    assert first.validation.seen is None  # which says nothing new of images that are chosen by
    assert evaluate(images, model=first.model).seen == 24
    result = fine_tune(example_images, output=tmp_path / "next", base=first.output, epochs=0)
    assert evaluate(images, model=result.model).seen == 24
    assert evaluate(example_images, model=result.model).seen == len(read_images(example_images))


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> ImageSet:
    """1,000 files of different content."""
    tmp_path = tmp_path_factory.mktemp("many")
    samples = []
    for number in range(1000):
        (tmp_path / str(number)).write_text(str(number))
        samples.append(Sample(path=tmp_path / str(number), label="checked"))
    return ImageSet(root=tmp_path, samples=tuple(samples), labels=("checked",))


class Recorded:
    name = "a.b"

    def __init__(self, images: ImageSet) -> None:
        digests = [sha256(sample.path.read_bytes()) for sample in images.samples]
        self.metrics = {seen.RECORD: seen.lowest_digests(digests)}


def test_of_many_images_the_number_is_estimated(
    many: ImageSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seen, "_MOST", 200)

    def part(first: int, last: int) -> ImageSet:
        return replace(many, samples=many.samples[first:last])

    model: Any = Recorded(part(0, 800))
    assert len(model.metrics[seen.RECORD]) == 200
    assert seen.count_seen(part(0, 800), model) == 800
    assert seen.count_seen(part(20, 120), model) == 100
    assert seen.count_seen(part(800, 1000), model) == 0
    assert seen.count_seen(part(700, 900), model) == pytest.approx(100, abs=25)
    few: Any = Recorded(part(0, 180))
    assert seen.count_seen(part(160, 200), few) == 20


@pytest.mark.parametrize("kept", [None, 5, "abc", {}, [], [5, None]])
def test_records_of_strangers_tell_nothing(many: ImageSet, kept: object) -> None:
    model: Any = Recorded(many)
    model.metrics = {seen.RECORD: kept}
    assert seen.count_seen(many, model) is None
