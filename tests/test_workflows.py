"""The workflows of GitHub Actions: valid, with no more rights than they need."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def check(*files: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "check_jsonschema"]
    return subprocess.run(
        [*command, "--builtin-schema", "vendor.github-workflows", *files],
        capture_output=True, text=True,
    )  # fmt: skip


def test_they_are_valid_and_so_is_the_documented_one(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "ci.md").read_text()
    (documented,) = re.findall(r"^```yaml\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    copy = tmp_path / "documented.yml"
    copy.write_text(documented)
    done = check(*WORKFLOWS, copy)
    assert done.returncode == 0, done.stdout


def test_the_check_finds_mistakes(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yml"
    broken.write_text(WORKFLOWS[0].read_text().replace("runs-on", "run-on"))
    assert check(broken).returncode == 1


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_rights_are_few_and_actions_are_pinned(path: Path) -> None:
    workflow: dict[str, Any] = yaml.safe_load(path.read_text())
    assert workflow["permissions"] == {"contents": "read"}
    writing = {
        (name, right)
        for name, job in workflow["jobs"].items()
        for right, value in job.get("permissions", {}).items()
        if value == "write"
    }
    assert (
        writing
        == {
            "tests": set(),
            "docs": {("deploy", "pages"), ("deploy", "id-token")},
            "release": {("publish", "id-token")},
            "weekly": set(),
        }[path.stem]
    )
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"]
        for step in job["steps"]:
            if "uses" in step:
                assert re.fullmatch(r"[\w-]+/[\w-]+@(release/)?v\d+", step["uses"]), step
            assert "secrets." not in str(step)
