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
PAGE_OF_DOCS = ROOT / "docs" / "test-suites.md"
UNSEEN_PAGE = (PAGES / "unseen.html").as_uri()

SLOW = pytest.mark.slow
SCALES = [1, pytest.param(2, marks=SLOW)]
"""Device pixels per CSS pixel."""
FRAME_STYLES = [
    "nested",
    "stretched",
    *(
        pytest.param(style, marks=SLOW)
        for style in ("plain", "padded", "border-box", "scaled", "zoomed")
    ),
]
"""Frames of `frames.html`, each there once of the page's own origin and once of another one."""

KITS = ["late", "image", "aria", "liar"]
"""Controls that are unchecked until clicked, though the last is drawn the other way round."""

ENTRY = "checkboxnet.testing.plugin"

REPORTS = ("html", "html_fixtures", "allure_pytest", "metadata")
"""Plugins that write reports."""

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
    """Runs pytest in the folder, with this plugin and others that are named."""
    if not any(point.value == ENTRY for point in entry_points(group="pytest11")):
        lack("needs this project installed as it stands: pip install -e .")

    def run(
        *args: object, plugins: tuple[str, ...] = (), **environment: str
    ) -> subprocess.CompletedProcess[str]:
        names = ("no:cacheprovider", "checkboxnet", *plugins)
        options = [option for name in names for option in ("-p", name)]
        command = [sys.executable, "-m", "pytest", *options, *map(str, args)]
        # Other plugins that happen to be installed take longer to load than most tests.
        alone = {"COLUMNS": "200", "CI": "1", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
        variables = {**os.environ, **alone, **environment}
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


class Film:
    """Shows one picture after the other, and then the last for ever, or nothing."""

    not_visible = LookupError

    def __init__(self, *frames: bytes, ends: bool = False) -> None:
        self.frames = list(frames)
        self.ends = ends
        self.shown = 0
        self.waited = 0.0

    async def screenshot(self, timeout: float) -> bytes:
        if not self.frames:
            raise LookupError("the screen is dark")
        self.shown += 1
        return self.frames.pop(0) if self.ends or len(self.frames) > 1 else self.frames[0]

    async def wait(self, seconds: float) -> None:
        self.waited += seconds

    async def describe(self) -> str:
        return "the film"
