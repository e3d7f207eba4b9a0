"""Killed at any moment: what is on disk is whole, and resuming ends as if nothing had happened.

The long run: CHECKBOXNET_KILLS=25 pytest -m slow -n0 -s tests/test_kill.py tests/hub -k kill
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from conftest import KILLS, ROOT
from PIL import Image
from safetensors import safe_open

from checkboxnet import fine_tune, load_model
from checkboxnet.errors import OutputBusyError
from checkboxnet.experiments.run import RECORD
from checkboxnet.report.files import sha256, sole_writer
from checkboxnet.training.config import TrainConfig
from checkboxnet.training.run_folder import CHECKPOINT

pytestmark = pytest.mark.usefixtures("graphs_exported_once")

SETTINGS = {"epochs": 6, "batch_size": 8, "size": (32, 32)}

DIE = """
import os, signal, sys
left = int(sys.argv.pop())  # files and folders that are given their names before the end

def dying(rename):
    def call(*names, **options):
        global left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return rename(*names, **options)
    return call

os.replace, os.rename = dying(os.replace), dying(os.rename)
"""


def start(code: str, *arguments: object) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", textwrap.dedent(code), *map(str, arguments)]
    return subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True
    )


def kill_at_random(process: subprocess.Popen[bytes], begun: Path, patience: float) -> bool:
    """Kills the process group some time after `begun` is there; False if it ended before."""
    while not begun.exists() and process.poll() is None:
        time.sleep(0.02)
    moment = time.monotonic() + random.uniform(0, patience)  # noqa: S311
    while time.monotonic() < moment and process.poll() is None:
        time.sleep(0.005)
    killed = process.poll() is None
    if killed:
        os.killpg(process.pid, signal.SIGKILL)
    _, errors = process.communicate()
    assert killed or process.returncode == 0, errors.decode()
    return killed


def require_whole(folder: Path) -> None:
    """Reads every file that has a name of its own; temporary ones begin with a dot."""
    for path in (path for path in folder.rglob("*") if path.is_file()):
        if path.name.startswith("."):
            continue
        if path.suffix == ".safetensors":
            with safe_open(path, framework="np") as file:
                assert list(file.keys())
        elif path.suffix == ".json":
            json.loads(path.read_text())
        elif path.suffix == ".jsonl":
            assert all(json.loads(line) for line in path.read_text().splitlines())
        elif path.suffix == ".png":
            Image.open(path).load()


def kill_until_it_ends(
    code: str, arguments: Sequence[object], *, output: Path, begun: Path, patience: float
) -> int:
    """Starts it again after each kill, until it ends by itself; returns how many kills that took.

    What is on disk must be whole after each, and nothing temporary left at the end.
    """
    survived = 0
    while kill_at_random(start(code, *arguments), begun, patience):
        survived += 1
        patience *= 1.5  # or it would be killed before it has begun, for ever
        require_whole(output)
    require_whole(output)
    assert not leftovers(output)
    return survived


def leftovers(folder: Path) -> list[Path]:
    return list(folder.rglob(".*.part"))


TRAIN = """
    import sys
    from checkboxnet import TrainConfig, fine_tune
    crops, output, base = sys.argv[1:]
    config = TrainConfig(**SETTINGS)
    fine_tune(crops, output=output, base=base, config=config, resume=True)
""".replace("SETTINGS", repr(SETTINGS))


def test_killed_while_it_writes_a_checkpoint(
    tiny_crops: Path, tiny_backbone: Path, tmp_path: Path
) -> None:
    config = TrainConfig(**SETTINGS | {"epochs": 1})  # type: ignore[arg-type]
    options: dict[str, Any] = {"base": tiny_backbone, "config": config}
    unbroken = fine_tune(tiny_crops, output=tmp_path / "unbroken", **options)
    output = tmp_path / "run"
    code = DIE + textwrap.dedent(TRAIN).replace("'epochs': 6", "'epochs': 1")
    # Settings, then figures and checkpoint of epoch 0, then the figures of epoch 1.
    process = start(code, tiny_crops, output, tiny_backbone, 4)
    _, errors = process.communicate()
    assert process.returncode == -signal.SIGKILL, errors.decode()
    assert (output / "training" / CHECKPOINT).is_file()
    assert leftovers(output)
    require_whole(output)
    resumed = fine_tune(tiny_crops, output=output, resume=True, **options)
    weights = "model.safetensors"
    assert (resumed.output / weights).read_bytes() == (unbroken.output / weights).read_bytes()
    assert not leftovers(output)


@pytest.mark.slow
def test_training_survives_kills(tiny_crops: Path, tiny_backbone: Path, tmp_path: Path) -> None:
    config = TrainConfig(**SETTINGS)  # type: ignore[arg-type]
    unbroken = fine_tune(
        tiny_crops, output=tmp_path / "unbroken", base=tiny_backbone, config=config, name="a.b"
    )
    survived = 0
    for number in range(KILLS):
        output = tmp_path / f"run-{number}"
        arguments = (tiny_crops, output, tiny_backbone)
        survived += kill_until_it_ends(
            TRAIN, arguments, output=output, begun=output / "training", patience=4.0
        )
        weights = "model.safetensors"
        assert sha256((output / weights).read_bytes()) == sha256(
            (unbroken.output / weights).read_bytes()
        )
        assert load_model(output).labels == ("checked", "unchecked", "other")
    print(f"training: {survived} kills survived")
    assert survived >= KILLS // 2


EXPERIMENT = """
    import sys
    from dataclasses import replace
    from checkboxnet.dataset.read import read_images
    from checkboxnet.dataset.split import split_images
    from checkboxnet.experiments.recipes import RECIPES
    from checkboxnet.experiments.run import run_experiment
    recipe = RECIPES["checkpoint-5"]
    (stage,) = recipe.stages
    small = replace(stage.preprocessing, size=(32, 32))
    stage = replace(stage, preprocessing=small, config=replace(stage.config, batch_size=8))
    recipe = replace(recipe, architecture="test_efficientnet", stages=(stage,))
    images = split_images(read_images(sys.argv[1]), fractions=(0.6, 0.2, 0.2))
    run_experiment(recipe, images, output=sys.argv[2], init="random", epochs=4, resume=True)
"""


@pytest.mark.slow
def test_experiments_survive_kills(tiny_crops: Path, tmp_path: Path) -> None:
    def losses(output: Path) -> list[float]:
        record = json.loads((output / RECORD).read_text())
        return [row["validation_loss"] for row in record["history"]]

    start(EXPERIMENT, tiny_crops, tmp_path / "unbroken").communicate()
    survived = 0
    for number in range(max(1, KILLS // 2)):
        output = tmp_path / f"run-{number}"
        begun = output / "train" / "training"
        survived += kill_until_it_ends(
            EXPERIMENT, (tiny_crops, output), output=output, begun=begun, patience=4.0
        )
        assert losses(output) == losses(tmp_path / "unbroken")
    print(f"experiments: {survived} kills survived")


HARVEST = """
    import sys
    from checkboxnet import HarvestConfig, harvest
    harvest(sys.argv[1], sys.argv[2], config=HarvestConfig(scales=(1, 2), theme="both"))
"""


@pytest.fixture
def pages(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(3):
        boxes = "".join(
            f"<p><label><input type=checkbox {'checked' * (i % 2)}> Choice {number}-{i}</label></p>"
            for i in range(4)
        )
        (folder / f"{number}.html").write_text(f"<!doctype html><body>{boxes}<button>Go</button>")
    return folder


@pytest.mark.slow
def test_harvesting_survives_kills(browser: str, pages: Path, tmp_path: Path) -> None:
    def crops(output: Path) -> set[tuple[str, str]]:
        lines = (output / "manifest.jsonl").read_text().splitlines()
        rows = [json.loads(line) for line in lines]
        assert all((output / row["path"]).is_file() for row in rows)
        return {(row["page"], row["label"]) for row in rows}

    start(HARVEST, pages, tmp_path / "unbroken").communicate()
    survived = 0
    for number in range(KILLS):
        output = tmp_path / f"crops-{number}"
        begun = output / ".harvest"
        survived += kill_until_it_ends(
            HARVEST, (pages, output), output=output, begun=begun, patience=3.0
        )
        assert crops(output) == crops(tmp_path / "unbroken")
    print(f"harvesting: {survived} kills survived")


SAVE = """
    from checkboxnet import load_model
    load_model().save(sys.argv[1], overwrite=True)
"""


@pytest.mark.parametrize("renamed", [0, 1])
def test_saved_weights_are_whole_or_absent(tmp_path: Path, renamed: int) -> None:
    folder = load_model().save(tmp_path / "weights")
    process = start(DIE + textwrap.dedent(SAVE), folder, renamed)
    _, errors = process.communicate()
    assert process.returncode == -signal.SIGKILL, errors.decode()
    assert folder.exists() == (renamed == 0)  # the old one is out of the way, the new one unnamed
    if folder.exists():
        assert load_model(folder).name


def test_one_writer_at_a_time(tiny_crops: Path, tiny_backbone: Path, tmp_path: Path) -> None:
    config = TrainConfig(**SETTINGS)  # type: ignore[arg-type]

    def second(row: dict[str, object]) -> None:
        for choice in ({"resume": True}, {"overwrite": True}):
            with pytest.raises(OutputBusyError, match="another process"):
                fine_tune(tiny_crops, output=output, base=tiny_backbone, config=config, **choice)

    output = tmp_path / "run"
    fine_tune(
        tiny_crops, output=output, base=tiny_backbone, config=config, epochs=1, on_epoch=second
    )
    with sole_writer(output / "training"), pytest.raises(OutputBusyError):
        fine_tune(tiny_crops, output=output, base=tiny_backbone, config=config, resume=True)
    assert load_model(output)
