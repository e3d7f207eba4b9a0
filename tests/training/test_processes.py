"""Two processes under a real launcher train what one trains."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from conftest import ROOT, lack
from safetensors.numpy import load_file

from checkboxnet import TrainConfig, fine_tune, load_model
from checkboxnet.errors import ConfigError, MissingExtraError
from checkboxnet.training.processes import join

# Of 30 images one is left for the last batch, which has none for the second process; and dropout
# and the weights of classes differ from image to image.
SETTINGS: dict[str, Any] = {
    "epochs": 2,
    "batch_size": 29,
    "size": (32, 48),
    "learning_rate": 1e-2,
    "class_weights": True,
}
TOLERANCE = 1e-5
"""Of losses around 1: single precision, added up in another order over four steps."""

TRAIN = r"""
import json, os, signal, sys
from checkboxnet import TrainConfig, fine_tune

crops, output, base, settings, last = sys.argv[1:]

def die(row):
    if str(row["epoch"]) == last:
        os.kill(os.getpid(), signal.SIGKILL)

result = fine_tune(
    crops, output=output, base=base, name="a.b", resume=True, on_epoch=die,
    config=TrainConfig(**json.loads(settings)),
)
print(f"{os.environ['RANK']} {result.model.name} {result.best_epoch}\n", end="", flush=True)
"""

DISAGREE = r"""
import os, sys
from pathlib import Path
from checkboxnet import fine_tune
from checkboxnet.errors import ConfigError

crops, fewer, output, base = map(Path, sys.argv[1:])
rank = int(os.environ["RANK"])
for data, where in (((crops, fewer)[rank], output), (crops, output.with_name(f"run-{rank}"))):
    try:
        fine_tune(data, output=where, base=base, epochs=0)
    except ConfigError as error:
        print(f"{rank} {error}\n", end="", flush=True)
"""


@pytest.fixture(scope="module")
def accelerate() -> None:
    try:
        import accelerate  # noqa: F401
    except ImportError:
        lack("needs Accelerate: pip install 'checkboxnet[distributed]'")


def launch(folder: Path, code: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Runs code in two processes of one CPU thread each."""
    script = folder / "script.py"
    script.write_text(code)
    # On CPUs `accelerate launch` starts several processes through mpirun alone.
    command = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node=2"]
    return subprocess.run(
        [*command, script, *arguments],
        cwd=ROOT,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
    )


def test_two_processes_killed_and_resumed_train_what_one_trains(
    accelerate: None, tiny_crops: Path, tiny_backbone: Path, tmp_path: Path
) -> None:
    config = TrainConfig(**SETTINGS)
    one = fine_tune(
        tiny_crops, output=tmp_path / "one", base=tiny_backbone, config=config, name="a.b"
    )
    two = tmp_path / "two"
    arguments = (tiny_crops, two, tiny_backbone, json.dumps(SETTINGS))
    killed = launch(tmp_path, TRAIN, *arguments, "1")
    assert killed.returncode != 0
    log = two / "training" / "metrics.jsonl"
    assert len(log.read_text().splitlines()) == 2
    assert not (two / "config.json").exists()
    resumed = launch(tmp_path, TRAIN, *arguments, "none")
    assert resumed.returncode == 0, resumed.stderr
    said = sorted(line for line in resumed.stdout.splitlines() if "a.b" in line)
    assert said == [f"{rank} a.b {one.best_epoch}" for rank in (0, 1)]

    rows = [json.loads(line) for line in log.read_text().splitlines()]
    for alone, together in zip(one.history, rows, strict=True):
        for key in ("train_loss", "train_loss_sum", "validation_loss", "learning_rate"):
            assert together[key] == pytest.approx(alone[key], abs=TOLERANCE), key
        for key in ("epoch", "train_accuracy", "validation_accuracy"):
            assert together[key] == alone[key]
    tensors = load_file(one.output / "model.safetensors")
    for name, tensor in load_file(two / "model.safetensors").items():
        np.testing.assert_allclose(tensor, tensors[name], atol=1e-3, err_msg=name)
    assert load_model(two).name == "a.b"
    assert not list(tmp_path.rglob(".*.part"))


def test_processes_that_see_other_things_are_refused(
    accelerate: None, tiny_crops: Path, tiny_backbone: Path, tmp_path: Path
) -> None:
    fewer = tmp_path / "fewer"
    shutil.copytree(tiny_crops, fewer)
    (fewer / "checked" / "03.png").unlink()
    done = launch(tmp_path, DISAGREE, tiny_crops, fewer, tmp_path / "run", tiny_backbone)
    assert done.returncode == 0, done.stderr
    for rank in (0, 1):
        assert f"{rank} the processes that train together don't all see" in done.stdout
        assert f"{rank} {tmp_path / f'run-{rank}'} is not seen by all" in done.stdout


def test_what_would_train_another_network_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORLD_SIZE", "2")
    with pytest.raises(ConfigError, match="statistics='frozen'"):
        join(TrainConfig(statistics="trained"))
    monkeypatch.setenv("ACCELERATE_MIXED_PRECISION", "bf16")
    with pytest.raises(ConfigError, match="--mixed_precision no"):
        join(TrainConfig())


def test_accelerate_is_asked_for_where_it_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "accelerate", None)
    assert join(TrainConfig()).count == 1
    monkeypatch.setenv("WORLD_SIZE", "2")
    with pytest.raises(MissingExtraError, match=r"checkboxnet\[distributed\]"):
        join(TrainConfig())
