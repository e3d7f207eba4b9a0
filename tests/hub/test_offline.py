"""What the page about working without network promises."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from conftest import Outcome
from server import COMMIT, Hub

NAME = "somebody/their-style"
IMAGE = "examples/images/checked/switch-dark.png"

Run = Callable[..., Outcome]


def test_a_saved_folder_needs_no_hub(run: Run, hub: Hub, tmp_path: Path) -> None:
    folder = tmp_path / "carried"
    saved = run("models", "save", str(folder), "--model", NAME)
    assert saved.code == 0, saved.err
    hub.requests.clear()
    empty = str(tmp_path / "empty")
    outcome = run("predict", IMAGE, "--model", str(folder), HF_HUB_OFFLINE="1", HF_HOME=empty)
    assert outcome.code == 0, outcome.err
    assert outcome.out.startswith("checked")
    assert hub.requests == []


def test_a_saved_folder_tells_that_it_did_not_arrive_whole(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "carried"
    assert run("models", "save", str(folder), "--model", NAME).code == 0
    tensors = folder / "model.safetensors"
    tensors.write_bytes(tensors.read_bytes()[:-1])
    outcome = run("predict", IMAGE, "--model", str(folder))
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
