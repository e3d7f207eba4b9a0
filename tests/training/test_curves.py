from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import Outcome
from PIL import Image

from checkboxnet.errors import DatasetError, OutputExistsError
from checkboxnet.training import curves
from checkboxnet.training.curves import read_history, save_curves


def write_run(folder: Path, epochs: int) -> Path:
    rows = []
    for epoch in range(epochs):
        trained = {"train_loss": 1 / epoch, "train_accuracy": 0.9} if epoch else {}
        rows.append(
            {
                "epoch": epoch,
                **({"train_loss": None, "train_accuracy": None} | trained),
                "validation_loss": 1 / (epoch + 1),
                "validation_accuracy": 0.8 + epoch / 100,
            }
        )
    (folder / "training").mkdir(parents=True)
    (folder / "training" / "metrics.jsonl").write_text("".join(json.dumps(r) + "\n" for r in rows))
    return folder


@pytest.mark.parametrize("epochs", [1, 2, 12])
def test_curves_of_a_run_are_a_picture(tmp_path: Path, epochs: int) -> None:
    path = save_curves(write_run(tmp_path / "run", epochs), tmp_path / "new" / "curves.png")
    with Image.open(path) as picture:
        assert picture.format == "PNG"
        assert picture.width > 800


def test_lines_are_those_of_the_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    figures: list[Any] = []
    original = curves.new_figure
    monkeypatch.setattr(
        curves, "new_figure", lambda *size: figures.append(original(*size)) or figures[-1]
    )
    run = write_run(tmp_path / "run", 12)
    save_curves(run, tmp_path / "curves.png")
    losses, accuracies = (
        {line.get_label(): list(zip(*line.get_data(), strict=True)) for line in axes.lines}
        for axes in figures[0].axes
    )
    history = read_history(run)
    assert losses["validation"] == [(row["epoch"], row["validation_loss"]) for row in history]
    assert losses["train"] == [(row["epoch"], row["train_loss"]) for row in history[1:]]
    assert accuracies["validation"][-1] == (11, 0.91)


def test_it_spares_what_is_there(tmp_path: Path) -> None:
    run, path = write_run(tmp_path / "run", 2), tmp_path / "curves.png"
    path.write_text("mine")
    with pytest.raises(OutputExistsError):
        save_curves(run, path)
    assert path.read_text() == "mine"
    save_curves(run, path, overwrite=True)


@pytest.mark.parametrize("text", ["", "{", "[]\n", '{"epoch": 0}\n'])
def test_unusable_logs_are_named(tmp_path: Path, text: str) -> None:
    run = write_run(tmp_path / "run", 1)
    (run / "training" / "metrics.jsonl").write_text(text)
    with pytest.raises(DatasetError, match=r"metrics\.jsonl"):
        save_curves(run, tmp_path / "curves.png")


def test_the_command_draws_and_refuses(cli: Callable[..., Outcome], tmp_path: Path) -> None:
    run, path = write_run(tmp_path / "run", 3), tmp_path / "curves.png"
    done = cli("curves", run, "-o", path)
    assert (done.code, done.out.strip()) == (0, str(path))
    missing = cli("curves", tmp_path, "-o", path, "--overwrite")
    assert missing.code == 1
    assert "training/metrics.jsonl" in missing.err


def test_metrics_of_strangers_are_refused_by_name(tmp_path: Path, hostile_json: str) -> None:
    run = write_run(tmp_path / "run", 1)
    with (run / "training" / "metrics.jsonl").open("a") as log:
        log.write(f'{{"epoch": {hostile_json}}}\n')
    with pytest.raises(DatasetError, match=r"metrics\.jsonl, line"):
        save_curves(run, tmp_path / "curves.png")
