"""Both wheels and the sdist: reproducible, and holding what they should and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import time
import tomllib
import zipfile
from itertools import chain
from pathlib import Path, PurePosixPath

import pytest
from conftest import ROOT

from checkboxnet.report.files import sha256

pytestmark = pytest.mark.slow


FOLDER_FILES = {"README.md", "config.json", "metrics.json", "model.onnx", "model.safetensors"}


def build(folder: Path) -> Path:
    """Builds a wheel and an sdist out of a copy of the project, with times of its own."""
    command = [sys.executable, "-m", "hatchling", "build", "-d", str(folder)]
    environment = {k: v for k, v in os.environ.items() if k != "SOURCE_DATE_EPOCH"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="module")
def tracked() -> set[str]:
    """What git knows of: builds must not depend on what else lies about."""
    if not (ROOT / ".git").exists():
        pytest.skip("needs the git checkout")
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)  # noqa: S607
    return {name for name in done.stdout.split("\0") if (ROOT / name).is_file()}


def test_builds_are_reproducible(built: Path, tmp_path: Path) -> None:
    moved = ROOT / "checkboxnet" / "py.typed"
    before = moved.stat()
    os.utime(moved, (time.time(), time.time()))
    try:
        again = build(tmp_path)
    finally:
        os.utime(moved, (before.st_atime, before.st_mtime))
    names = sorted(path.name for path in built.iterdir())
    assert len(names) == 2
    for name in names:
        assert sha256((again / name).read_bytes()) == sha256((built / name).read_bytes()), name


def test_the_wheel_holds_the_package_and_nothing_else(built: Path, tracked: set[str]) -> None:
    (wheel,) = built.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert names == {name for name in tracked if name.startswith("checkboxnet/")}
    assert {PurePosixPath(name).suffix for name in names if "/embedded/" not in name} == {
        ".css", ".html", ".js", ".json", ".md", ".py", ".typed"
    }  # fmt: skip
    weights = {PurePosixPath(name) for name in names if "/embedded/" in name}
    assert {path.name for path in weights} == FOLDER_FILES
    assert wheel.stat().st_size < 20_000_000


def test_the_sdist_holds_what_tests_need(built: Path, tracked: set[str]) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    inside = ("checkboxnet/", "tests/", "examples/images/", "examples/screenshots/")
    single = {"CHANGELOG.md", "LICENSE", "README.md", "pyproject.toml", ".gitignore"}
    assert names == {name for name in tracked if name.startswith(inside)} | single | {"PKG-INFO"}


def test_slim_is_a_part_of_the_whole() -> None:
    whole, slim = (
        tomllib.loads((ROOT / folder / "pyproject.toml").read_text())["project"]
        for folder in (".", "slim")
    )
    assert set(slim["dependencies"]) < set(whole["dependencies"])
    for part in ("scripts", "entry-points", "license", "requires-python"):
        assert slim[part] == whole[part], part
    known = {*whole["dependencies"], *chain(*whole["optional-dependencies"].values())}
    for extra, requirements in slim["optional-dependencies"].items():
        assert set(requirements) <= known, extra


def test_the_slim_wheel_holds_the_same_modules(tmp_path: Path, tracked: set[str]) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT / "slim", check=True, capture_output=True)
    (wheel,) = tmp_path.glob("checkboxnet_slim-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert names == {name for name in tracked if name.startswith("checkboxnet/")}
