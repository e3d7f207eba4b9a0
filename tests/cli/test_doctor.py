"""Breaks an installation in the ways that happen, and asks what doctor says."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

import numpy as np
import pytest
from conftest import Outcome

from checkboxnet.inference.onnx_runtime import OnnxRuntime
from checkboxnet.weights import registry

Cli = Callable[..., Outcome]


def findings(outcome: Outcome, name: str) -> list[dict[str, str]]:
    found = [row for row in json.loads(outcome.out)["findings"] if row["name"] == name]
    assert found, name
    return found


@pytest.fixture
def embedded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the weights that come with the package, used in their place."""
    copy = tmp_path / "embedded"
    shutil.copytree(registry._EMBEDDED, copy)
    monkeypatch.setattr(registry, "_EMBEDDED", copy)
    return copy


@pytest.fixture
def no_browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHECKBOXNET_BROWSER", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path))


def test_a_sound_installation(cli: Cli) -> None:
    outcome = cli("doctor")
    assert outcome.code == 0, outcome.out
    assert f"ok      checkboxnet: {metadata.version('checkboxnet')}" in outcome.out
    assert f"ok      torch: {metadata.version('torch')}" in outcome.out
    assert "a drawn checked box is predicted checked" in outcome.out
    assert "a drawn unchecked box is predicted unchecked" in outcome.out
    assert "broken " not in outcome.out
    assert outcome.err == "nothing is broken\n"


def test_an_extra_that_is_not_installed_is_no_finding(
    cli: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = metadata.version

    def pretend(name: str) -> str:
        if name == "playwright":
            raise metadata.PackageNotFoundError(name)
        return real(name)

    monkeypatch.setattr(metadata, "version", pretend)
    assert "playwright" not in cli("doctor").out


def test_json_holds_what_the_text_does(cli: Cli) -> None:
    outcome = cli("doctor", "--format", "json")
    document = json.loads(outcome.out)
    assert document["ok"]
    text = cli("doctor").out
    for row in document["findings"]:
        assert f"{row['name']}: " in text


def test_torch_is_not_imported(python: Callable[[str], str]) -> None:
    code = (
        "import sys, checkboxnet.doctor\n"
        "list(checkboxnet.doctor.examine())\n"
        "print(sorted({'torch', 'timm', 'ray', 'matplotlib'} & set(sys.modules)))"
    )
    assert python(code) == "[]\n"


def test_altered_weights(cli: Cli, embedded: Path) -> None:
    name = registry.default_name()
    tensors = embedded / name / "model.safetensors"
    content = bytearray(tensors.read_bytes())
    content[-1] ^= 1
    tensors.write_bytes(content)
    outcome = cli("doctor", "-f", "json")
    assert outcome.code == 1
    assert not json.loads(outcome.out)["ok"]
    (row,) = findings(outcome, name)
    assert row["status"] == "broken"
    assert "model.safetensors: checksum" in row["detail"]
    assert "--force-reinstall" in row["advice"]
    assert findings(outcome, "prediction")[0]["status"] == "broken"
    assert "-> pip install --force-reinstall" in cli("doctor").out


def test_a_config_of_another_release(cli: Cli, embedded: Path) -> None:
    config = embedded / registry.default_name() / "config.json"
    config.write_text(config.read_text() + "\n")
    (row,) = findings(cli("doctor", "-f", "json"), registry.default_name())
    assert "differs from the registry's" in row["detail"]


def test_a_runtime_that_computes_nonsense(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(OnnxRuntime, "logits", lambda _, batch: np.eye(3, dtype=np.float32)[:1] * 9)
    outcome = cli("doctor", "-f", "json")
    assert outcome.code == 1
    ticked, empty = findings(outcome, "prediction")
    assert ticked["status"] == "ok"
    assert empty["status"] == "broken"
    assert "unchecked box is predicted checked" in empty["detail"]


def test_a_runtime_that_cannot_be_imported(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "checkboxnet.inference.onnx_runtime", None)
    outcome = cli("doctor", "-f", "json")
    assert outcome.code == 1
    (row,) = findings(outcome, "prediction")
    assert row["status"] == "broken"
    assert "checkboxnet.inference.onnx_runtime" in row["detail"]
    assert findings(outcome, "browser")  # the other checks went on


@pytest.mark.parametrize(
    ("package", "version", "status", "code", "advice"),
    [
        ("numpy", None, "broken", 1, "pip install 'numpy>=2.0'"),
        ("numpy", "1.20", "broken", 1, "pip install 'numpy>=2.0'"),
        ("selenium", "3.0", "note", 0, "pip install 'selenium>=4.20'"),
    ],
)
def test_packages_absent_or_too_old(
    cli: Cli, monkeypatch: pytest.MonkeyPatch,
    package: str, version: str | None, status: str, code: int, advice: str,
) -> None:  # fmt: skip
    real = metadata.version

    def pretend(name: str) -> str:
        if name != package:
            return real(name)
        if version is None:
            raise metadata.PackageNotFoundError(name)
        return version

    monkeypatch.setattr(metadata, "version", pretend)
    outcome = cli("doctor", "-f", "json")
    assert outcome.code == code
    (row,) = findings(outcome, package)
    assert row["status"] == status
    assert row["advice"] == advice
    assert row["detail"].startswith(version or "not installed")


@pytest.mark.usefixtures("no_browser")
def test_no_browser_is_a_note(cli: Cli) -> None:
    outcome = cli("doctor", "-f", "json")
    assert outcome.code == 0
    (row,) = findings(outcome, "browser")
    assert row["status"] == "note"
    assert row["detail"].startswith("no Chromium on the PATH")
    assert "apt install chromium" in row["advice"]


def test_a_browser_that_is_named_but_not_there(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHECKBOXNET_BROWSER", "/nowhere/chromium")
    outcome = cli("doctor", "-f", "json")
    assert outcome.code == 1
    (row,) = findings(outcome, "browser")
    assert row["status"] == "broken"
    assert "/nowhere/chromium: no such program" in row["detail"]


def test_a_browser_that_does_not_run(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "chromium"
    program.write_text("#!/bin/sh\nexit 3\n")
    program.chmod(0o755)
    monkeypatch.setenv("CHECKBOXNET_BROWSER", str(program))
    (row,) = findings(cli("doctor", "-f", "json"), "browser")
    assert row["status"] == "note"
    assert "does not tell its version" in row["detail"]


def test_the_browser_and_its_version(cli: Cli, browser: str) -> None:
    (row,) = findings(cli("doctor", "-f", "json"), "browser")
    assert row["status"] == "ok"
    assert row["detail"].startswith(f"{browser}, ")
    assert "Chrom" in row["detail"].removeprefix(browser)
