"""What the page about working without network promises."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Outcome
from server import COMMIT, Hub

NAME = "somebody/their-style"
IMAGE = "examples/images/checked/switch-dark.png"

Run = Callable[..., Outcome]


@pytest.fixture
def carried(variables: dict[str, str], tmp_path: Path) -> Path:
    """A folder that `hf download` has fetched the weights into."""
    hf = Path(sys.executable).with_name("hf")
    folder = tmp_path / "carried"
    command = [hf, "download", NAME, "--local-dir", folder]
    done = subprocess.run(command, env=variables, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return folder


def test_a_fetched_folder_needs_no_hub(run: Run, hub: Hub, carried: Path, tmp_path: Path) -> None:
    hub.requests.clear()
    empty = str(tmp_path / "empty")
    outcome = run("predict", IMAGE, "--model", str(carried), HF_HUB_OFFLINE="1", HF_HOME=empty)
    assert outcome.code == 0, outcome.err
    assert outcome.out.startswith("checked")
    assert hub.requests == []


def test_a_fetched_folder_tells_that_it_did_not_arrive_whole(run: Run, carried: Path) -> None:
    tensors = carried / "model.safetensors"
    tensors.write_bytes(tensors.read_bytes()[:-1])
    outcome = run("predict", IMAGE, "--model", str(carried))
    assert outcome.code == 1
    assert "checksum" in outcome.err


def test_a_carried_cache_is_used_by_name_and_by_commit(run: Run, hub: Hub, tmp_path: Path) -> None:
    pinned = f"hf://{NAME}@{COMMIT}"
    assert run("predict", IMAGE, "--model", NAME).code == 0
    carried = tmp_path / "carried"
    shutil.copytree(tmp_path / "cache", carried, symlinks=True)
    hub.requests.clear()
    for model in (NAME, pinned):
        offline = {"HF_HUB_OFFLINE": "1", "HF_HOME": str(carried)}
        outcome = run("predict", IMAGE, "--model", model, **offline)
        assert outcome.code == 0, outcome.err
    assert hub.requests == []


def test_the_proxy_is_asked(run: Run, hub: Hub) -> None:
    outcome = run(
        "predict", IMAGE, "--model", NAME, HF_ENDPOINT="http://mirror.invalid", HTTP_PROXY=hub.url
    )
    assert outcome.code == 1
    assert any("http://mirror.invalid/" in request for request in hub.requests)


def test_what_comes_with_the_package_asks_nobody(run: Run, hub: Hub) -> None:
    assert run("predict", IMAGE).code == 0
    assert run("doctor").code == 0
    assert hub.requests == []
