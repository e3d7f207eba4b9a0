"""A hub on the loopback, and the command line in a process that asks it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from conftest import PERMISSIONS_BIND, ROOT, Outcome, limit_files
from server import Hub, hub_settings, serve_hub

from checkboxnet.model import load_model


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[Hub]:
    folder = load_model().save(tmp_path / "weights")
    files = {path.name: path.read_bytes() for path in folder.iterdir()}
    with serve_hub() as hub:
        hub.repositories["somebody/their-style"] = {
            **files,
            "malware.bin": b"never fetched",
            "extra.py": b"x",
        }
        yield hub


@pytest.fixture
def variables(hub: Hub, tmp_path: Path) -> dict[str, str]:
    """The environment of a process that asks this hub and no other."""
    return {
        **os.environ,
        "HF_ENDPOINT": hub.url,
        "HF_HOME": str(tmp_path / "cache"),
        "HF_TOKEN": "hf_for_tests",
        "NO_PROXY": "127.0.0.1",
    }


@pytest.fixture
def start(variables: dict[str, str]) -> Callable[..., subprocess.Popen[str]]:
    def start(
        *args: str, largest_file: int | None = None, **environment: str
    ) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [*PERMISSIONS_BIND, sys.executable, "-m", "checkboxnet", *args],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env={**variables, **environment},
            preexec_fn=partial(limit_files, largest_file),
        )

    return start


@pytest.fixture
def run_alone(start: Callable[..., subprocess.Popen[str]]) -> Callable[..., Outcome]:
    """Runs the command line in a process of its own, which may write only where the mode says."""

    def run(*args: str, **options: Any) -> Outcome:
        process = start(*args, **options)
        out, err = process.communicate()
        return Outcome(process.returncode, out, err)

    return run


@pytest.fixture
def run(cli: Callable[..., Outcome], variables: dict[str, str]) -> Callable[..., Outcome]:
    """Runs the command line in this process."""

    def run(*args: str, **environment: str) -> Outcome:
        with hub_settings({**variables, **environment}):
            return cli(*args)

    return run
