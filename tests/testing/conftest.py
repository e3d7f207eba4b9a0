"""A page of controls whose document lies, and a folder for what assertions leave."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import entry_points
from pathlib import Path

import pytest
from conftest import ROOT, lack
from harvesting.conftest import PAGES

from checkboxnet.testing.settings import configure

PAGE = Path(__file__).with_name("toggles.html").as_uri()
FRAMES = Path(__file__).with_name("frames.html").as_uri()
UNSEEN_PAGE = (PAGES / "unseen.html").as_uri()

FRAME_STYLES = ["plain", "padded", "border-box", "scaled", "stretched", "zoomed", "nested"]
"""Frames of `frames.html`, each there once of the page's own origin and once of another one."""

KITS = ["late", "image", "aria", "liar"]
"""Controls that are unchecked until clicked, though the last is drawn the other way round."""

ENTRY = "checkboxnet.testing.plugin"

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(autouse=True)
def output(tmp_path: Path) -> Path:
    """Where crops of failures go; it doesn't exist yet."""
    configure(output=tmp_path / "failures")
    return tmp_path / "failures"


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    """A folder to run pytest in, far from this project's own settings."""
    folder = tmp_path / "suite"
    folder.mkdir()
    (folder / "pytest.ini").write_text("[pytest]\n")
    return folder


@pytest.fixture
def run(suite: Path) -> Run:
    """Runs pytest in the folder as a user would."""
    if not any(point.value == ENTRY for point in entry_points(group="pytest11")):
        lack("needs this project installed as it stands: pip install -e .")

    def run(*args: object, **environment: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *map(str, args)]
        variables = {**os.environ, "COLUMNS": "200", "CI": "1", **environment}
        return subprocess.run(command, cwd=suite, env=variables, capture_output=True, text=True)

    return run


@pytest.fixture
def example(suite: Path, browser: str) -> Path:
    shutil.copytree(ROOT / "examples" / "test_suite", suite, dirs_exist_ok=True)
    return suite


@pytest.fixture(scope="session")
def chromedriver() -> str:
    """An installed ChromeDriver; absent at home, where such tests are skipped."""
    found = shutil.which("chromedriver")
    if found is None:
        lack("needs ChromeDriver on the PATH (apt install chromium-driver)")
    return found
