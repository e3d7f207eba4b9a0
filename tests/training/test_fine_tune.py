from __future__ import annotations

import hashlib
import json
import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from conftest import HOSTILE_JSON
from safetensors.torch import load_file, save_file

from checkboxnet import TrainConfig, fine_tune, load_model
from checkboxnet.dataset.read import read_images, write_manifest
from checkboxnet.dataset.split import split_images
from checkboxnet.errors import (
    CheckboxNetError,
    ConfigError,
    DatasetError,
    ModelNotFoundError,
    OutputExistsError,
    WeightsError,
)
from checkboxnet.picture.read import list_images
from checkboxnet.training.base import load_base
from checkboxnet.training.config import Method
from checkboxnet.training.loop import new_state

pytestmark = pytest.mark.usefixtures("graphs_exported_once")

CONFIG = TrainConfig(epochs=3, batch_size=8, size=(32, 32), learning_rate=1e-2)


def digest(folder: Path) -> str:
    return hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()


def timeless(history: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{key: value for key, value in row.items() if key != "seconds"} for row in history]


@pytest.fixture(scope="module")
def unbroken(
    graphs_exported_once: None,
    tiny_crops: Path,
    tiny_backbone: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Any:
    output = tmp_path_factory.mktemp("runs") / "unbroken"
    return fine_tune(tiny_crops, output=output, base=tiny_backbone, config=CONFIG, name="a.b")


def test_writes_a_folder_that_loads_and_predicts(unbroken: Any, tiny_crops: Path) -> None:
    assert sorted(path.name for path in unbroken.output.iterdir()) == [
        "README.md", "config.json", "metrics.json", "model.onnx", "model.safetensors", "training",
    ]  # fmt: skip
    model = load_model(unbroken.output)
    assert model.name == "a.b"
    assert model.config.preprocessing.size == (32, 32)
    paths = list_images(tiny_crops)
    by_torch = load_model(unbroken.output, runtime="torch").predict(paths)
    for a, b in zip(model.predict(paths), by_torch, strict=True):
        assert a.probabilities == pytest.approx(b.probabilities, abs=1e-4)


def test_history_has_a_row_per_epoch_and_the_best_is_kept(unbroken: Any) -> None:
    assert [row["epoch"] for row in unbroken.history] == [0, 1, 2, 3]
    losses = [row["validation_loss_calibrated"] for row in unbroken.history]
    assert unbroken.best_epoch == int(np.argmin(losses))
    log = (unbroken.output / "training" / "metrics.jsonl").read_text().splitlines()
    assert [json.loads(line) for line in log] == unbroken.history
    card = (unbroken.output / "README.md").read_text()
    assert f"| validation | {unbroken.validation.count} |" in card


def test_same_seed_same_weights_whatever_a_launcher_says(
    unbroken: Any, tiny_crops: Path, tiny_backbone: Path, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setenv("WORLD_SIZE", "2")
    monkeypatch.setenv("RANK", "1")
    again = fine_tune(tiny_crops, output=tmp_path / "a", base=tiny_backbone, config=CONFIG)
    assert timeless(again.history) == timeless(unbroken.history)
    assert digest(again.output) == digest(unbroken.output)


@pytest.mark.parametrize("last_epoch", [0, 1, 2])
def test_resumed_run_ends_with_the_numbers_of_an_unbroken_one(
    unbroken: Any, tiny_crops: Path, tiny_backbone: Path, tmp_path: Path, last_epoch: int
) -> None:
    class Killed(Exception):
        pass

    def kill(row: dict[str, Any]) -> None:
        if row["epoch"] == last_epoch:
            raise Killed

    output = tmp_path / "run"
    with pytest.raises(Killed):
        fine_tune(tiny_crops, output=output, base=tiny_backbone, config=CONFIG, on_epoch=kill)
    with pytest.raises(WeightsError, match=r"config\.json is missing"):
        load_model(output)
    with pytest.raises(OutputExistsError, match="resume=True"):
        fine_tune(tiny_crops, output=output, base=tiny_backbone, config=CONFIG)
    resumed = fine_tune(tiny_crops, output=output, base=tiny_backbone, config=CONFIG, resume=True)
    assert timeless(resumed.history) == timeless(unbroken.history)
    assert digest(resumed.output) == digest(unbroken.output)


def test_half_precision_trains_about_the_same(
    unbroken: Any, tiny_crops: Path, tiny_backbone: Path, tmp_path: Path
) -> None:
    config = replace(CONFIG, precision="bfloat16")
    half = fine_tune(tiny_crops, output=tmp_path / "a", base=tiny_backbone, config=config)
    assert half.history[0]["validation_loss"] == unbroken.history[0]["validation_loss"]
    for row, full in zip(half.history[1:], unbroken.history[1:], strict=True):
        assert row["train_loss"] != full["train_loss"]
        assert row["train_loss"] == pytest.approx(full["train_loss"], rel=0.1)
    assert {row["learning_rate"] for row in half.history} == {
        row["learning_rate"] for row in unbroken.history
    }


def test_resume_with_other_settings_is_refused(
    unbroken: Any, tiny_crops: Path, tiny_backbone: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(unbroken.output, copy)
    for changed in ({"epochs": 9}, {"method": Method(average=False)}):
        config = replace(CONFIG, **changed)  # type: ignore[arg-type]
        with pytest.raises(ConfigError, match="config differ"):
            fine_tune(tiny_crops, output=copy, base=tiny_backbone, config=config, resume=True)
    crops = tmp_path / "crops"
    shutil.copytree(tiny_crops, crops)
    shutil.copy(crops / "checked" / "00.png", crops / "checked" / "more.png")
    with pytest.raises(ConfigError, match="data_sha256"):
        fine_tune(crops, output=copy, base=tiny_backbone, config=CONFIG, resume=True)


def test_overwrite_replaces_runs_only(
    unbroken: Any, tiny_crops: Path, tiny_backbone: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(unbroken.output, copy)
    (copy / "training" / ".config.json.0123456789ab.part").touch()  # left by a killed writer
    head_only = fine_tune(
        tiny_crops, output=copy, base=tiny_backbone, config=CONFIG, epochs=0, overwrite=True
    )
    assert len(head_only.history) == 1
    assert not list(copy.rglob("*.part"))


@pytest.mark.parametrize(
    "stranger", ["thesis.txt", "src/main.py", "training/main.py", "training/config.json/x", ".env"]
)
@pytest.mark.parametrize("option", ["overwrite", "resume"])
def test_a_folder_that_holds_anything_else_is_left_alone(
    unbroken: Any, tiny_crops: Path, tiny_backbone: Path, tmp_path: Path,
    stranger: str, option: str,
) -> None:  # fmt: skip
    own = tmp_path / "precious"
    (own / "training").mkdir(parents=True)
    (own / "config.json").write_text("{}")
    (own / stranger).parent.mkdir(exist_ok=True)
    (own / stranger).write_text("mine")
    with pytest.raises(OutputExistsError, match=re.escape(stranger)):
        fine_tune(tiny_crops, output=own, base=tiny_backbone, config=CONFIG, **{option: True})
    assert (own / stranger).read_text() == "mine"
    assert (own / "config.json").read_text() == "{}"


def test_folders_of_names_like_ours_are_not_taken_for_runs(
    tiny_crops: Path, tiny_backbone: Path, tmp_path: Path
) -> None:
    project, file = tmp_path / "project", tmp_path / "file"
    project.mkdir()
    for name in ("README.md", "config.json"):
        (project / name).write_text("mine")
    file.write_text("mine")
    for output in (project, file):
        with pytest.raises(OutputExistsError, match=str(output)):
            fine_tune(tiny_crops, output=output, base=tiny_backbone, overwrite=True)
    assert {path.read_text() for path in (file, *project.iterdir())} == {"mine"}


def test_a_linked_output_is_written_through(
    unbroken: Any, tiny_crops: Path, tiny_backbone: Path, tmp_path: Path
) -> None:
    shutil.copytree(unbroken.output, tmp_path / "disk")
    (tmp_path / "link").symlink_to("disk")
    fine_tune(
        tiny_crops, output=tmp_path / "link", base=tiny_backbone, config=CONFIG, epochs=0,
        overwrite=True,
    )  # fmt: skip
    assert (tmp_path / "link").is_symlink()
    assert len((tmp_path / "disk" / "training" / "metrics.jsonl").read_text().splitlines()) == 1


def test_own_labels_get_a_new_head_and_known_ones_keep_theirs(
    unbroken: Any, tiny_crops: Path, tiny_backbone: Path, tmp_path: Path
) -> None:
    crops = tmp_path / "crops"
    shutil.copytree(tiny_crops / "checked", crops / "playing")
    shutil.copytree(tiny_crops / "unchecked", crops / "paused")
    result = fine_tune(crops, output=tmp_path / "own", base=unbroken.output, epochs=0)
    assert result.model.labels == ("paused", "playing")
    assert result.model.predict(list_images(crops)[0]).label in ("paused", "playing")

    base = load_base(unbroken.output)
    network = base.build(("unchecked", "hovered"))
    weight = network.state_dict()["classifier.weight"]
    np.testing.assert_array_equal(weight[0], base.tensors["classifier.weight"][1])
    assert (weight[1] == 0).all()


def test_the_last_epoch_is_kept_where_that_is_asked_for(
    tiny_crops: Path, tiny_backbone: Path, tmp_path: Path
) -> None:
    # So high a rate that the loss grows: the best epoch would be the first.
    config = replace(CONFIG, epochs=2, learning_rate=0.05)
    best = fine_tune(tiny_crops, output=tmp_path / "best", base=tiny_backbone, config=config)
    assert best.best_epoch < 2
    config = replace(config, method=Method(keep="last"))
    last = fine_tune(tiny_crops, output=tmp_path / "last", base=tiny_backbone, config=config)
    assert last.best_epoch == 2


def test_the_mean_with_the_base_lies_between_the_two(
    tiny_crops: Path, tiny_backbone: Path, tmp_path: Path
) -> None:
    config = replace(CONFIG, epochs=1, method=Method(keep="last"))
    base = fine_tune(tiny_crops, output=tmp_path / "base", base=tiny_backbone, config=config)
    tensors = {}
    for name, share in (("all", 0.0), ("mean", 0.25)):
        folder = tmp_path / name
        changed = replace(config, base_share=share)
        fine_tune(tiny_crops, output=folder, base=base.output, config=changed)
        tensors[name] = load_base(folder).tensors
    start = load_base(base.output).tensors
    for name, tensor in tensors["mean"].items():
        if tensor.is_floating_point():
            expected = 0.75 * tensors["all"][name] + 0.25 * start[name]
            # Both are rounded to half precision.
            np.testing.assert_allclose(tensor, expected, rtol=3e-3, atol=1e-4)
    assert not np.allclose(tensors["mean"]["conv_stem.weight"], start["conv_stem.weight"], 1e-4)
    with pytest.raises(ConfigError, match="base_share"):
        fine_tune(tiny_crops, output=tmp_path / "no", base=tiny_backbone, config=changed)


def test_options_of_training(tiny_crops: Path, tiny_backbone: Path, tmp_path: Path) -> None:
    images = split_images(read_images(tiny_crops), fractions=(0.5, 0.25, 0.25), seed=5)
    manifest = write_manifest(images, tmp_path / "split.csv")
    result = fine_tune(
        manifest,
        output=tmp_path / "run",
        base=tiny_backbone,
        config=TrainConfig(
            epochs=9, size=(32, 32), augment="none", class_weights=True, patience=1,
            learning_rate=0.5,
        ),
    )  # fmt: skip
    assert result.validation.count == 9  # those of the manifest's own val split
    assert len(result.history) == result.best_epoch + 2  # stopped after one epoch without gain


def test_test_images_are_never_read(tiny_crops: Path, tiny_backbone: Path, tmp_path: Path) -> None:
    crops = tmp_path / "crops"
    for name in ("train", "val", "test"):
        shutil.copytree(tiny_crops, crops / name)
    for path in list_images(crops / "test"):
        path.write_bytes(b"unreadable")
    result = fine_tune(crops, output=tmp_path / "run", base=tiny_backbone, config=CONFIG, epochs=0)
    assert result.validation.count == 36


def test_unusable_data_leaves_nothing_behind(
    tiny_crops: Path, tiny_backbone: Path, tmp_path: Path
) -> None:
    output = tmp_path / "run"
    empty, single = tmp_path / "empty", tmp_path / "single"
    empty.mkdir()
    shutil.copytree(tiny_crops / "checked", single / "checked")
    for folder in (empty, single):
        with pytest.raises(DatasetError, match=str(folder)):
            fine_tune(folder, output=output, base=tiny_backbone)
    assert not output.exists()


@pytest.fixture
def crops(tiny_crops: Path, tmp_path: Path) -> Path:
    """A copy to spoil, with splits."""
    images = split_images(read_images(tiny_crops), fractions=(0.5, 0.25, 0.25), seed=5)
    for sample in images.samples:
        path = tmp_path / "crops" / str(sample.split) / sample.label / sample.path.name
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(sample.path, path)
    return tmp_path / "crops"


def test_a_damaged_crop_is_found_before_anything_is_written(
    crops: Path, tiny_backbone: Path, tmp_path: Path
) -> None:
    output = tmp_path / "run"
    for side in ("train", "val"):
        damaged = list_images(crops / side)[2]
        content = damaged.read_bytes()
        damaged.write_bytes(content[:60])
        with pytest.raises(DatasetError, match=rf"1 of \d+ images can't be read: {damaged}"):
            fine_tune(crops, output=output, base=tiny_backbone, config=CONFIG, epochs=0)
        assert not output.exists()
        damaged.write_bytes(content)
    assert fine_tune(crops, output=output, base=tiny_backbone, config=CONFIG, epochs=0)


@pytest.mark.parametrize("side", ["train", "val"])
def test_weights_of_nothing_are_found_before_anything_is_written(
    crops: Path, tiny_backbone: Path, tmp_path: Path, side: str
) -> None:
    images = read_images(crops)
    weighed = replace(
        images,
        samples=tuple(
            replace(sample, metadata={"weight": int(sample.split != side)})
            for sample in images.samples
        ),
    )
    config = replace(CONFIG, epochs=0, images_per_epoch=8)
    with pytest.raises(DatasetError, match="every image has weight 0"):
        fine_tune(weighed, output=tmp_path / "run", base=tiny_backbone, config=config)
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize("device", ["banana", "meta", "cuda:99"])
def test_a_wrong_device_is_found_before_anything_is_written(
    tiny_crops: Path, tiny_backbone: Path, tmp_path: Path, device: str
) -> None:
    with pytest.raises(ConfigError, match=f"device '{device}' cannot be used"):
        fine_tune(
            tiny_crops, output=tmp_path / "run", base=tiny_backbone,
            config=replace(CONFIG, device=device),
        )  # fmt: skip
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize("name", ["", "two\nlines", "caf\udce9"])
def test_a_name_that_cannot_be_written_is_refused(
    tiny_crops: Path, tiny_backbone: Path, tmp_path: Path, name: str
) -> None:
    with pytest.raises(ConfigError, match="name must be text"):
        fine_tune(tiny_crops, output=tmp_path / "run", base=tiny_backbone, name=name)
    if name:  # the weights are called after their folder
        with pytest.raises(ConfigError, match="name must be text"):
            fine_tune(tiny_crops, output=tmp_path / name, base=tiny_backbone)
    assert [path.name for path in tmp_path.iterdir()] == []


def test_a_base_that_does_not_fit_is_found_before_anything_is_written(
    tiny_crops: Path, tiny_backbone: Path, tmp_path: Path
) -> None:
    base = load_base(tiny_backbone)
    base = replace(base, tensors={k: v for k, v in base.tensors.items() if k != "conv_stem.weight"})
    with pytest.raises(WeightsError, match="don't fit"):
        fine_tune(tiny_crops, output=tmp_path / "run", base=base)
    assert not (tmp_path / "run").exists()


def test_output_and_base_are_looked_at_before_the_images_are_read(tmp_path: Path) -> None:
    with pytest.raises(ModelNotFoundError, match="Did you mean 'default'"):
        fine_tune(tmp_path / "nowhere", output=tmp_path / "run", base="defualt")
    (tmp_path / "thesis.txt").touch()
    with pytest.raises(OutputExistsError):
        fine_tune(tmp_path / "nowhere", output=tmp_path)


@pytest.mark.parametrize("resume", [False, True])
@pytest.mark.parametrize("error", [KeyboardInterrupt, MemoryError, OSError("disk full")])
def test_a_run_that_ends_without_a_checkpoint_leaves_nothing(
    tiny_crops: Path, tiny_backbone: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    resume: bool, error: Any,
) -> None:  # fmt: skip
    output = tmp_path / "runs" / "one"

    def fail(*_: object, **__: object) -> None:
        assert (output / "training" / "config.json").is_file()
        raise error

    with monkeypatch.context() as patch:
        patch.setattr("checkboxnet.training.loop.fit_head", fail)
        with pytest.raises(type(error) if isinstance(error, Exception) else error):
            fine_tune(tiny_crops, output=output, base=tiny_backbone, config=CONFIG, resume=resume)
    assert not output.exists()
    assert fine_tune(tiny_crops, output=output, base=tiny_backbone, config=CONFIG, epochs=0)


def test_a_run_that_was_killed_without_a_checkpoint_is_begun_again_with_other_settings(
    unbroken: Any, tiny_crops: Path, tiny_backbone: Path, tmp_path: Path
) -> None:
    run = tmp_path / "run" / "training"
    run.mkdir(parents=True)
    shutil.copy(unbroken.output / "training" / "config.json", run)
    result = fine_tune(
        tiny_crops, output=tmp_path / "run", base=tiny_backbone, config=CONFIG, epochs=0,
        resume=True,
    )  # fmt: skip
    assert len(result.history) == 1
    assert json.loads((run / "config.json").read_text())["config"]["epochs"] == 0


@pytest.mark.parametrize(
    "values",
    [{"epochs": -1}, {"batch_size": 0}, {"size": (8, 64)}, {"size": 64}, {"learning_rate": 0.0},
     {"weight_decay": 1.0}, {"patience": 0}, {"augment": "mirror"}, {"base_share": 1},
     {"statistics": "live"}, {"precision": "float16"}, {"images_per_epoch": 0}, {"dropout": 1}],
)  # fmt: skip
def test_settings_out_of_range_are_named(values: dict[str, Any]) -> None:
    with pytest.raises(ConfigError, match=next(iter(values))):
        TrainConfig(**values)


def test_broken_backbone_is_refused(tiny_backbone: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backbone"
    shutil.copytree(tiny_backbone, folder)
    (folder / "model.safetensors").write_bytes(b"not tensors")
    with pytest.raises(WeightsError, match="no usable timm model"):
        load_base(folder)


@pytest.mark.parametrize(
    "values",
    [
        {"pretrained_cfg": {"mean": ["a", "b", "c"], "std": [1, 1, 1]}},
        {"pretrained_cfg": {"mean": [0, 0], "std": [1, 1, 1]}},
        {"pretrained_cfg": {"mean": [0, 0, 0], "std": [1, 1, 0]}},
        {"pretrained_cfg": {"mean": [0, 0, float("nan")], "std": [1, 1, 1]}},
        {"pretrained_cfg": 5},
    ],
)
def test_a_backbone_with_a_wrong_field_is_refused(
    tiny_backbone: Path, tmp_path: Path, values: dict[str, Any]
) -> None:
    folder = tmp_path / "backbone"
    shutil.copytree(tiny_backbone, folder)
    config = json.loads((folder / "config.json").read_text())
    (folder / "config.json").write_text(json.dumps({**config, **values}))
    with pytest.raises(WeightsError, match="no usable timm model"):
        load_base(folder)


def test_a_backbone_with_hostile_json_is_refused(
    tiny_backbone: Path, tmp_path: Path, hostile_json: str
) -> None:
    folder = tmp_path / "backbone"
    shutil.copytree(tiny_backbone, folder)
    (folder / "config.json").write_text(f'{{"architecture": 0, "pretrained_cfg": {hostile_json}}}')
    with pytest.raises(WeightsError, match=r"config\.json"):
        load_base(folder)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("config.json", "{"),
        ("config.json", "[]"),
        ("config.json", HOSTILE_JSON["brackets that break the parser"]),
        ("checkpoint.safetensors", "damaged"),
    ],
)
def test_records_that_cannot_be_resumed_from_are_named(
    unbroken: Any, tiny_crops: Path, tiny_backbone: Path, tmp_path: Path,
    name: str, content: str,
) -> None:  # fmt: skip
    output = tmp_path / "run"
    shutil.copytree(unbroken.output, output)
    path = output / "training" / name
    path.write_text(content)
    with pytest.raises(CheckboxNetError, match=re.escape(str(path))):
        fine_tune(tiny_crops, output=output, base=tiny_backbone, config=CONFIG, resume=True)


def test_a_checkpoint_with_a_hostile_header_is_refused(
    unbroken: Any, tiny_backbone: Path, tmp_path: Path, hostile_json: str
) -> None:
    tensors = load_file(unbroken.output / "training" / "checkpoint.safetensors")
    network = load_base(tiny_backbone).build(unbroken.model.labels)
    state = new_state(network, CONFIG, images=36)
    for header in (hostile_json, "[]"):
        save_file(tensors, tmp_path / "x.safetensors", metadata={"header": header})
        with pytest.raises(WeightsError, match=r"x\.safetensors"):
            state.load(tmp_path / "x.safetensors")
