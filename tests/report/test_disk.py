"""Disks that are full or may not be written: a sentence, nothing half written, work kept."""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from conftest import PERMISSIONS_BIND, ROOT, limit_files

from checkboxnet import load_model


def run(*arguments: object, largest_file: int | None = None) -> subprocess.CompletedProcess[str]:
    """Runs the command line; a write beyond `largest_file` bytes fails as on a full disk."""
    return subprocess.run(
        [*PERMISSIONS_BIND, sys.executable, "-m", "checkboxnet", *map(str, arguments)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        preexec_fn=partial(limit_files, largest_file),
    )


@pytest.mark.slow
def test_training_on_a_full_disk_can_be_resumed(
    tiny_crops: Path, tiny_backbone: Path, tmp_path: Path
) -> None:
    output = tmp_path / "run"
    command = ("fine-tune", tiny_crops, "--base", tiny_backbone, "-o", output, "--epochs", 1)
    done = run(*command, "--size", 32, 32, largest_file=100_000)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "File too large" in done.stderr
    assert not list(output.rglob(".*.part"))
    assert run(*command, "--size", 32, 32, "--resume").returncode == 0
    assert load_model(output)


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = run("data", "export", "examples/images", "-o", tmp_path / "file" / "set")
    assert done.returncode == 1
    assert done.stderr == f"error: {tmp_path / 'file'}: File exists\n"


def slow(command: list[str], named: str) -> Any:
    return pytest.param(command, named, marks=pytest.mark.slow)


@pytest.mark.parametrize(
    ("command", "named"),
    [
        (["data", "export", "examples/images", "-o", "OUT"], "OUT"),
        slow(["evaluate", "examples/images", "--plots", "OUT"], "OUT"),
        slow(["evaluate", "examples/images", "--html", "OUT.html"], "OUT.html"),
        slow(["export", "-o", "OUT.onnx"], "OUT.onnx"),
        slow(["fine-tune", "examples/images", "--epochs", "9", "-o", "OUT"], "OUT"),
        slow(["harvest", "tests/harvesting/pages/native.html", "-o", "OUT"], "OUT"),
        slow(["harvest", "tests/harvesting/pages/native.html", "-o", "FOLDER"], "FOLDER/.harvest"),
    ],
    ids=lambda value: " ".join(value[:2]) if isinstance(value, list) else None,
)
def test_a_read_only_folder(command: list[str], named: str, tmp_path: Path) -> None:
    folder = tmp_path / "read-only"
    folder.mkdir(mode=0o555)

    def fill(text: str) -> str:
        return text.replace("OUT", str(folder / "output")).replace("FOLDER", str(folder))

    done = run(*map(fill, command))
    assert done.returncode == 1
    problem = done.stderr.splitlines()[-1]
    assert problem == f"error: {fill(named)}: Permission denied"
    assert "Traceback" not in done.stderr
    assert list(folder.iterdir()) == []
