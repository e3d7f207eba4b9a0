"""What docs/weights.md says of publishing, from the first push to a pinned commit."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from huggingface_hub import ModelCard
from server import Hub
from test_docs import blocks

PAGE = ROOT / "docs" / "weights.md"


@pytest.mark.slow
def test_the_documented_publishing(hub: Hub, variables: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "runs").mkdir()
    (tmp_path / "weights").rename(tmp_path / "runs" / "my-style")
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    (tmp_path / "crops").symlink_to(ROOT / "examples" / "images")

    def python(*words: str) -> str:
        done = subprocess.run(
            [sys.executable, *words], cwd=tmp_path, env=variables, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    (code,) = (block for block in blocks(PAGE, "py") if "push_to_hub" in block)
    assert "checked" in python("-c", code)
    card = ModelCard(hub.repositories["my-team/my-style"]["README.md"].decode())
    assert card.data.datasets == ["my-team/my-controls"]

    lines = "".join(blocks(PAGE, "bash")).replace("\\\n", " ").splitlines()
    commands = [shlex.split(line) for line in lines if "my-team/my-style" in line]
    assert [command[1] for command in commands] == ["models", "predict", "predict"]
    for program, *words in commands:
        python("-m", program, *words)
