"""Every Python block of README and docs runs, and every shell line names real commands."""

from __future__ import annotations

import ast
import re
import shlex
import shutil
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest
from conftest import ROOT, Outcome
from serving.helpers import running

import checkboxnet
from checkboxnet import load_model

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
SLOW = {  # train, export, start Ray or a browser
    "auditing.md", "exporting.md", "fine-tuning.md", "harvesting.md", "scaling.md", "screenshots.md"
}  # fmt: skip
DOCUMENTED_ADDRESS = "http://127.0.0.1:8000"


def blocks(page: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", page.read_text(), re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(page, id=page.name, marks=[pytest.mark.slow] if page.name in SLOW else [])
        for page in PAGES
    ],
)
def test_python_blocks_run(
    page: Path,
    tmp_path: Path,
    tiny_crops: Path,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    if page.name in ("auditing.md", "harvesting.md", "screenshots.md"):
        request.getfixturevalue("browser")
    for folder in ("images", "render_images", "screenshots"):
        shutil.copytree(ROOT / "examples" / folder, tmp_path / "examples" / folder)
    shutil.copytree(tiny_crops, tmp_path / "my_crops")
    monkeypatch.chdir(tmp_path)
    if page.name == "datasets.md":  # its cache knows a folder by its relative path and content
        monkeypatch.setattr("datasets.config.HF_DATASETS_CACHE", tmp_path / "cache")
    if page.name == "scaling.md":
        request.getfixturevalue("ray_cluster")  # whose workers run where it is started
    with ExitStack() as stack:
        address = DOCUMENTED_ADDRESS
        if page.name == "serving.md":
            address = stack.enter_context(running(load_model()))
        for code in blocks(page, "python"):
            code = code.replace(DOCUMENTED_ADDRESS, address)
            exec(compile(code, str(page), "exec"), {})  # noqa: S102


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_python_blocks_import_public_names_only(page: Path) -> None:
    for code in blocks(page, "python"):
        for node in ast.walk(ast.parse(code)):
            if isinstance(node, ast.ImportFrom) and node.module == "checkboxnet":
                assert {alias.name for alias in node.names} <= set(checkboxnet.__all__)
            elif isinstance(node, ast.ImportFrom | ast.Import):
                modules = [alias.name for alias in node.names]
                if isinstance(node, ast.ImportFrom):
                    modules = [node.module or ""]
                for module in modules:
                    is_ours = module.startswith("checkboxnet.")
                    assert not is_ours or module.startswith("checkboxnet.testing"), module


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_exist(page: Path, cli: Callable[..., Outcome]) -> None:
    for block in blocks(page, "bash"):
        for line in block.replace("\\\n", " ").replace("&&", "\n").splitlines():
            words = shlex.split(line, comments=True)
            if words[:1] != ["checkboxnet"]:
                continue
            command = [w for w in words[1:3] if re.fullmatch(r"[a-z-]+", w) and w[0] != "-"]
            if command[0] not in ("data", "experiments", "models"):
                command = command[:1]
            known = cli(*command, "--help")
            assert known.code == 0, line
            for option in (w for w in words if w.startswith("--")):
                assert option in known.out or option == "--debug", line
