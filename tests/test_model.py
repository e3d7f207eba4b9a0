from __future__ import annotations

import io
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

import checkboxnet
from checkboxnet.errors import ConfigError, ImageError, OutputExistsError, WeightsError
from checkboxnet.model import Model, load_model
from checkboxnet.picture.read import list_images, open_image


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model()


@pytest.fixture(scope="module")
def paths(example_images: Path) -> list[Path]:
    return list_images(example_images)


def test_one_image_gives_one_prediction_whatever_its_form(model: Model, paths: list[Path]) -> None:
    path = paths[0]
    expected = model.predict(path)
    assert expected.score == max(expected.probabilities.values())
    assert sum(expected.probabilities.values()) == pytest.approx(1)
    array = open_image(path)
    tensor = torch.from_numpy(array.transpose(2, 0, 1).copy())
    forms = [str(path), path.read_bytes(), io.BytesIO(path.read_bytes()), Image.open(path), array]
    for form in [*forms, array / 255, tensor]:
        assert model.predict(form) == expected


def test_order_and_length_follow_the_input(model: Model, paths: list[Path]) -> None:
    together = model.predict(paths)
    assert len(together) == len(paths)
    for path, prediction in zip(paths[::7], together[::7], strict=True):
        assert model.predict(path).label == prediction.label
    backwards = model.predict(list(reversed(paths)))
    assert [p.label for p in backwards] == [p.label for p in reversed(together)]


@pytest.mark.parametrize("batch_size", [1, 5, 1000])
def test_batch_size_does_not_change_answers(
    model: Model, paths: list[Path], batch_size: int
) -> None:
    expected = [p.probabilities["checked"] for p in model.predict(paths)]
    actual = [p.probabilities["checked"] for p in model.predict(paths, batch_size=batch_size)]
    np.testing.assert_allclose(actual, expected, atol=1e-5)


def test_empty_list_gives_empty_list(model: Model) -> None:
    assert model.predict([]) == []


def test_stream_reads_no_further_than_it_must(model: Model, paths: list[Path]) -> None:
    taken = []

    def images() -> Iterator[Path]:
        for path in paths:
            taken.append(path)
            yield path

    next(model.stream(images(), batch_size=3))
    assert len(taken) == 6  # a batch, and the one that is read while it is predicted


def test_bad_image_raises_and_names_itself(model: Model, paths: list[Path], tmp_path: Path) -> None:
    bad = tmp_path / "notes.png"
    bad.write_text("not an image")
    with pytest.raises(ImageError, match=r"notes\.png"):
        model.predict([paths[0], bad])


def test_on_error_return_keeps_place_and_length(
    model: Model, paths: list[Path], tmp_path: Path
) -> None:
    good = model.predict(paths[:3])
    result = model.predict([paths[0], tmp_path / "a.png", paths[1], b"", paths[2]],
                           on_error="return", batch_size=2)  # fmt: skip
    assert [isinstance(item, ImageError) for item in result] == [False, True, False, True, False]
    assert [r.label for r in result if not isinstance(r, ImageError)] == [p.label for p in good]


def test_wrong_options_are_refused(model: Model, paths: list[Path]) -> None:
    with pytest.raises(ConfigError, match="batch_size"):
        model.predict(paths, batch_size=0)
    with pytest.raises(ConfigError, match="on_error"):
        model.predict(paths, on_error="ignore")  # type: ignore[call-overload]
    with pytest.raises(ConfigError, match="collection"):
        model.stream(str(paths[0]))
    with pytest.raises(ConfigError, match="runtime"):
        load_model(runtime="tensorflow")  # type: ignore[arg-type]
    with pytest.raises(ConfigError, match="CPU"):
        load_model(runtime="onnx", device="cuda")
    with pytest.raises(ConfigError, match="threads"):
        load_model(threads=0)
    with pytest.raises(ConfigError, match="device"):
        load_model(device="nonsense")


def test_runtimes_agree(paths: list[Path]) -> None:
    by_onnx = load_model(runtime="onnx").predict(paths)
    by_torch = load_model(runtime="torch").predict(paths)
    for a, b in zip(by_onnx, by_torch, strict=True):
        assert a.probabilities == pytest.approx(b.probabilities, abs=1e-4)


def test_sixteen_threads_give_what_one_gives(model: Model, paths: list[Path]) -> None:
    expected = [p.label for p in model.predict(paths)]
    with ThreadPoolExecutor(16) as pool:
        for labels in pool.map(lambda _: [p.label for p in model.predict(paths)], range(16)):
            assert labels == expected


def test_certain_follows_the_thresholds_or_min_score(model: Model, paths: list[Path]) -> None:
    labels = [prediction.label for prediction in model.predict(paths)]
    certain = {}
    for min_score in (None, 0, 0.9, 1):
        predictions = model.predict(paths, min_score=min_score)
        assert [prediction.label for prediction in predictions] == labels
        for prediction in predictions:
            needed = model.config.certainty.threshold(prediction.label, min_score)
            assert prediction.certain == (prediction.reason is None)
            assert prediction.certain == (prediction.score >= needed)
        certain[min_score] = sum(prediction.certain for prediction in predictions)
    assert certain[0] == len(paths) > certain[0.9] > certain[1] == 0
    for wrong in (-0.1, 1.1, float("nan"), "balanced"):
        with pytest.raises(ConfigError, match="min_score must be a number from 0 to 1"):
            model.predict(paths, min_score=wrong)  # type: ignore[call-overload]


@pytest.mark.parametrize("ground", [0, 128, 255])
def test_a_blank_picture_is_never_certain(model: Model, ground: int) -> None:
    blank = np.full((40, 120, 3), ground, np.uint8)
    assert model.predict(blank, min_score=0).reason == "blank"
    mark = blank.copy()
    mark[10:30, 10:30] = ground - 20 if ground else 20
    assert model.predict(mark, min_score=0).reason is None


def test_module_level_predict_loads_once(paths: list[Path]) -> None:
    from checkboxnet.model import default_model

    assert checkboxnet.predict(paths[0]) == default_model().predict(paths[0])
    assert default_model() is default_model()


def test_predictions_can_be_counted_and_kept_in_sets(model: Model, paths: list[Path]) -> None:
    first, again, other = model.predict([paths[0], paths[0], paths[1]])
    assert first is not again
    assert first == again
    assert hash(first) == hash(again)
    assert len({first, again, other}) == 2


def test_saved_folder_loads_and_is_not_overwritten(
    model: Model, paths: list[Path], tmp_path: Path
) -> None:
    folder = model.save(tmp_path / "copy")
    assert load_model(folder).predict(paths[0]) == model.predict(paths[0])
    with pytest.raises(OutputExistsError):
        model.save(folder)
    model.save(folder, overwrite=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy"]


@pytest.mark.parametrize("stranger", ["src/main.py", "training/last.safetensors", ".git/HEAD"])
def test_saving_replaces_nothing_but_weights(model: Model, tmp_path: Path, stranger: str) -> None:
    folder = model.save(tmp_path / "project")
    (folder / stranger).parent.mkdir()
    (folder / stranger).write_text("mine")
    with pytest.raises(OutputExistsError, match=f"holds '{stranger}'"):
        model.save(folder, overwrite=True)
    assert (folder / stranger).read_text() == "mine"
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "README.md").write_text("mine")
    with pytest.raises(OutputExistsError, match="no weights folder"):
        model.save(tmp_path / "notes", overwrite=True)
    assert (tmp_path / "notes" / "README.md").read_text() == "mine"


def test_registry_vouches_for_the_embedded_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    from checkboxnet.weights import registry

    content = registry._registry()
    altered = [{**entry, "sha256": "0" * 64} for entry in content["models"]]
    monkeypatch.setattr(registry, "_registry", lambda: {**content, "models": altered})
    with pytest.raises(WeightsError, match="checksum"):
        load_model()


def test_examples_are_mostly_right(model: Model, paths: list[Path]) -> None:
    right = sum(
        p.label == path.parent.name for path, p in zip(paths, model.predict(paths), strict=True)
    )
    assert right >= 0.7 * len(paths)
