"""The real huggingface_hub client against a loopback server."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Outcome
from server import COMMIT, Hub

from checkboxnet.dataset.export import export_dataset
from checkboxnet.dataset.read import read_images
from checkboxnet.picture.read import list_images

NAME = "somebody/their-style"
IMAGE = "examples/images/checked/switch-dark.png"


Run = Callable[..., Outcome]


def test_fetches_the_named_files_only_then_works_offline(run: Run, hub: Hub) -> None:
    first = run("predict", IMAGE, "--model", NAME, "--format", "json")
    assert first.code == 0, first.err
    assert json.loads(first.out)[0]["label"] == "checked"
    fetched = {request.rpartition("/")[2] for request in hub.requests if "/resolve/" in request}
    assert fetched == {
        "README.md", "config.json", "metrics.json", "model.onnx", "model.safetensors"
    }  # fmt: skip
    hub.requests.clear()
    assert run("predict", IMAGE, "--model", NAME, HF_HUB_OFFLINE="1").code == 0
    assert hub.requests == []


def test_offline_without_cache(run: Run) -> None:
    outcome = run("predict", IMAGE, "--model", NAME, HF_HUB_OFFLINE="1")
    assert outcome.code == 1
    assert f"error: {NAME}: no such folder here, not in the local cache" in outcome.err
    assert "Traceback" not in outcome.err


def test_pinned_revision(run: Run, hub: Hub) -> None:
    assert run("predict", IMAGE, "--model", f"hf://{NAME}@{COMMIT}").code == 0
    assert any(f"/resolve/{COMMIT}/" in request for request in hub.requests)
    outcome = run("predict", IMAGE, "--model", NAME, "--revision", "v9")
    assert outcome.code == 1
    assert "at revision v9: no such folder here, and no such repository or revision" in outcome.err


def test_missing_repository(run: Run) -> None:
    outcome = run("predict", IMAGE, "--model", "somebody/nothing")
    assert outcome.code == 1
    assert "error: somebody/nothing: no such folder here, and no such repository" in outcome.err


def test_wrong_checksum(run: Run, hub: Hub) -> None:
    hub.repositories[NAME]["model.safetensors"] = b"another file"
    outcome = run("predict", IMAGE, "--model", NAME)
    assert outcome.code == 1
    assert "model.safetensors: checksum" in outcome.err


def test_missing_file(run: Run, hub: Hub) -> None:
    del hub.repositories[NAME]["model.onnx"]
    outcome = run("predict", IMAGE, "--model", NAME)
    assert outcome.code == 1
    assert "model.onnx is missing" in outcome.err


def test_cut_connection_leaves_nothing_that_passes_for_whole(run: Run, hub: Hub) -> None:
    hub.cut.add("model.safetensors")
    outcome = run("predict", IMAGE, "--model", NAME)
    assert outcome.code == 1
    assert "download failed" in outcome.err
    hub.cut.clear()
    assert run("predict", IMAGE, "--model", NAME).code == 0


@pytest.mark.slow
def test_killed_downloads_leave_nothing_that_passes_for_whole(
    run: Run, start: Callable[..., subprocess.Popen[str]], hub: Hub
) -> None:
    for hub.blocks in range(0, 26, 5):  # of the 27 that the weights have
        hub.standing.clear()
        process = start("predict", IMAGE, "--model", NAME)
        assert hub.standing.wait(60)
        process.kill()
        process.communicate()
        offline = run("predict", IMAGE, "--model", NAME, HF_HUB_OFFLINE="1")
        assert re.search("^error: .* (not in the local|missing)", offline.err)
    hub.blocks = None
    assert run("predict", IMAGE, "--model", NAME).code == 0


@pytest.mark.slow
def test_processes_that_fill_one_cache_at_once(
    start: Callable[..., subprocess.Popen[str]], hub: Hub
) -> None:
    hub.blocks = 5
    processes = [start("predict", IMAGE, "--model", NAME) for _ in range(3)]
    assert hub.standing.wait(60)
    hub.over.set()
    for process in processes:
        out, err = process.communicate()
        assert process.returncode == 0, err
        assert "checked" in out


@pytest.mark.parametrize(
    "kind",
    [
        "below a file",
        pytest.param("read-only", marks=pytest.mark.slow),
        pytest.param("full", marks=pytest.mark.slow),
    ],
)
def test_cache_that_cannot_be_written(run_alone: Run, tmp_path: Path, kind: str) -> None:
    run = run_alone
    home = tmp_path / "home"
    options: dict[str, object] = {}
    if kind == "full":
        options["largest_file"] = 100_000
    elif kind == "read-only":
        home.mkdir(mode=0o555)
    else:
        home.touch()
    outcome = run("predict", IMAGE, "--model", NAME, HF_HOME=str(home), **options)
    assert outcome.code == 1
    (error,) = re.findall("^error: .*", outcome.err, re.MULTILINE)
    assert error.startswith(f"error: {NAME}: the Hub's cache {home / 'hub'} can't be written (")
    assert "set HF_HOME to another folder" in error
    assert "Traceback" not in outcome.err
    again = run("predict", IMAGE, "--model", NAME)
    assert again.code == 0, again.err


@pytest.mark.slow
def test_what_is_in_a_read_only_cache_loads(run_alone: Run, tmp_path: Path) -> None:
    run = run_alone
    assert run("predict", IMAGE, "--model", NAME).code == 0
    cache = tmp_path / "cache"
    folders = [cache, *(path for path in cache.rglob("*") if path.is_dir())]
    for folder in folders:
        folder.chmod(0o555)
    for arguments, offline in [((), "0"), ((), "1"), (("--revision", COMMIT), "0")]:
        outcome = run("predict", IMAGE, "--model", NAME, *arguments, HF_HUB_OFFLINE=offline)
        assert outcome.code == 0, outcome.err
        assert outcome.out.startswith("checked")
    for folder in folders:
        folder.chmod(0o755)


def test_push_publishes_what_can_be_fetched(run: Run, hub: Hub, tmp_path: Path) -> None:
    (tmp_path / "weights" / "secret.txt").write_text("not for others")
    outcome = run("models", "push", str(tmp_path / "weights"), "me/published")
    assert outcome.code == 0, outcome.err
    entry = json.loads(outcome.out)
    assert entry["repo_id"] == "me/published"
    assert len(entry["revision"]) == 40
    assert "secret.txt" not in hub.repositories["me/published"]
    assert run("predict", IMAGE, "--model", "me/published").code == 0


def test_push_dataset_replaces_an_earlier_export(
    run: Run, hub: Hub, tiny_crops: Path, tmp_path: Path
) -> None:
    folder = export_dataset(read_images(tiny_crops), tmp_path / "dataset")
    (folder / "secret.txt").write_text("not for others")
    (folder / "train" / ".DS_Store").write_text("nor this")
    hub.repositories["datasets/me/crops"] = {
        ".gitattributes": b"kept",
        "LICENSE": b"kept",
        "data/train-00000-of-00001.parquet": b"of an earlier export",
    }
    outcome = run("data", "push", str(folder), "me/crops")
    assert outcome.code == 0, outcome.err
    assert outcome.out.strip() == COMMIT
    published = hub.repositories["datasets/me/crops"]
    expected = [folder / "README.md", folder / "train" / "metadata.jsonl", *list_images(folder)]
    assert len(expected) == 38
    assert published == {
        ".gitattributes": b"kept",
        "LICENSE": b"kept",
        **{path.relative_to(folder).as_posix(): path.read_bytes() for path in expected},
    }
    assert "me/crops" not in hub.repositories


def test_push_dataset_makes_the_repository(run: Run, hub: Hub, tmp_path: Path) -> None:
    folder = export_dataset(read_images("examples/images"), tmp_path / "dataset", format="parquet")
    outcome = run("data", "push", str(folder), "me/new", "--private")
    assert outcome.code == 0, outcome.err
    shard = "data/train-00000-of-00001.parquet"
    assert hub.repositories["datasets/me/new"] == {
        "README.md": (folder / "README.md").read_bytes(),
        shard: (folder / shard).read_bytes(),
    }


def test_push_dataset_errors(run: Run, tmp_path: Path) -> None:
    outcome = run("data", "push", "examples/images", "me/crops")
    assert outcome.code == 1
    assert "error: examples/images: no exported dataset" in outcome.err
    folder = export_dataset(read_images("examples/images"), tmp_path / "dataset")
    outcome = run("data", "push", str(folder), "not/a/name")
    assert outcome.code == 1
    assert "error: not/a/name: publishing failed" in outcome.err
    outcome = run("data", "push", str(folder), "me/x", HF_ENDPOINT="http://127.0.0.1:9")
    assert outcome.code == 1
    assert "error: me/x: publishing failed" in outcome.err
    assert "Traceback" not in outcome.err
