"""The steps of the job in docs/ci.md do what the page says, with the packages that it lists."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from conftest import ROOT
from test_docs import blocks
from testing.conftest import REPORTS, Run

PAGE = ROOT / "docs" / "ci.md"


def step(name: str) -> list[str]:
    """Returns the words of a step's command."""
    (job,) = yaml.safe_load(blocks(PAGE, "yaml")[0])["jobs"].values()
    (command,) = (each["run"] for each in job["steps"] if each.get("name") == name)
    return shlex.split(command)


def dependencies(file: Path, *extras: str) -> set[str]:
    """Returns the modules that a project depends on, with some of its extras."""
    project = tomllib.loads(file.read_text())["project"]
    needed = [*project["dependencies"]]
    for extra in extras:
        needed += project["optional-dependencies"][extra]
    return {re.split("[>=<[]", line)[0].replace("-", "_") for line in needed}


def not_installed() -> set[str]:
    """Returns the modules that checkboxnet depends on and that the requirements leave out."""
    assert "checkboxnet-slim[harvest]" in blocks(PAGE, "text")[0].split()
    slim = dependencies(ROOT / "slim" / "pyproject.toml", "harvest")
    return dependencies(ROOT / "pyproject.toml") - slim


@pytest.mark.slow
def test_failures_leave_what_the_page_lists(run: Run, example: Path, browser: str) -> None:
    program, *options = step("Tests")
    assert program == "pytest"
    done = run(*options, plugins=REPORTS, CHECKBOXNET_BROWSER=browser)
    assert done.returncode == 1, done.stdout
    assert "1 failed, 3 passed" in done.stdout
    (crop,) = (example / "test-results" / "checkboxnet").iterdir()
    assert crop.suffix == ".png"
    assert (example / "test-results" / "junit.xml").exists()
    assert "data:image/png;base64," in (example / "test-results" / "report.html").read_text()


@pytest.mark.parametrize(
    ("source", "status"),
    [("render_images/controls", 0), pytest.param("test_suite/page", 1, marks=pytest.mark.slow)],
)
def test_an_audit_needs_no_more_than_is_listed(
    tmp_path: Path, browser: str, source: str, status: int
) -> None:
    (tmp_path / "storybook-static").mkdir()
    page = (ROOT / "examples" / f"{source}.html").read_text()
    if status:  # lies from the start
        page = page.replace('aria-checked="false"', 'aria-checked="true"')
    (tmp_path / "storybook-static" / "page.html").write_text(page)
    absent = not_installed()
    assert "torch" in absent
    program, *options = step("Audit")
    assert program == "checkboxnet"
    code = (
        f"import sys; sys.modules.update(dict.fromkeys({sorted(absent)}))\n"
        f"import checkboxnet.cli; checkboxnet.cli.main({options})"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True
    )
    assert done.returncode == status, done.stdout + done.stderr
    results = {path.name for path in (tmp_path / "test-results").iterdir()}
    assert results == {"audit.html", "audit.xml"}
