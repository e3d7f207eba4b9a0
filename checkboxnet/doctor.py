"""Examines an installation: what is there, what works, and what to do about the rest."""

from __future__ import annotations

import platform
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from checkboxnet.errors import CheckboxNetError

if TYPE_CHECKING:
    from packaging.requirements import Requirement
    from PIL import Image

Status = Literal["ok", "note", "broken"]

NEEDED = {"numpy", "onnxruntime", "pillow", "rich", "safetensors", "typer"}
"""What predicting on the command line takes. The other dependencies train, export or download."""
_NOT_FOR_USERS = {"dev", "docs"}
_REINSTALL = "pip install --force-reinstall --no-deps checkboxnet"
_BROWSER_SECONDS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one check found."""

    name: str
    status: Status
    """`ok`, `note` (absent or unusual, and predicting works without it) or `broken`."""
    detail: str
    advice: str = ""
    """What to do next; empty where nothing is to be done."""


def examine() -> Iterator[Finding]:
    """Yields what each check finds, as soon as it has found it.

    Nothing is fetched, nothing is written, and torch is not imported.
    """
    checks: dict[str, Callable[[], Iterator[Finding]]] = {
        "packages": _packages,
        "weights": _weights,
        "self-test": _self_test,
        "browser": _browser,
    }
    for name, check in checks.items():
        try:
            yield from check()
        except Exception as error:
            # Whatever a broken installation raises, an ImportError or a ValueError of mismatched
            # binaries, is what the check has found, and the others go on.
            yield Finding(
                name=name,
                status="broken",
                detail=f"{type(error).__name__}: {error}",
                advice="pip install --force-reinstall checkboxnet",
            )


def _packages() -> Iterator[Finding]:
    yield Finding(name="checkboxnet", status="ok", detail=metadata.version("checkboxnet"))
    python = f"{platform.python_version()}, {platform.system()} {platform.machine()}"
    yield Finding(name="python", status="ok", detail=python)
    from packaging.requirements import Requirement

    required = [Requirement(line) for line in metadata.requires("checkboxnet") or ()]
    extras = metadata.metadata("checkboxnet").get_all("Provides-Extra") or []
    for requirement in required:
        if requirement.marker is None:
            yield _package(requirement, f"pip install '{requirement.name}{requirement.specifier}'")
    for extra in sorted(set(extras) - _NOT_FOR_USERS):
        for requirement in required:
            if requirement.marker is not None and requirement.marker.evaluate({"extra": extra}):
                yield _package(requirement, f"pip install 'checkboxnet[{extra}]'")


def _package(requirement: Requirement, install: str) -> Finding:
    name = requirement.name.lower()
    lack: Status = "broken" if name in NEEDED else "note"
    try:
        version = metadata.version(name)
    except metadata.PackageNotFoundError:
        return Finding(name=name, status=lack, detail="not installed", advice=install)
    if not requirement.specifier.contains(version, prereleases=True):
        detail = f"{version}, where {requirement.specifier} is required"
        return Finding(name=name, status=lack, detail=detail, advice=install)
    return Finding(name=name, status="ok", detail=version)


def _weights() -> Iterator[Finding]:
    from checkboxnet.weights.load import load_weights
    from checkboxnet.weights.registry import list_models

    for entry in list_models():
        if entry.repo_id is not None:
            continue
        name = f"weights {entry.name}"
        try:
            load_weights(entry.name)
        except CheckboxNetError as error:
            yield Finding(name=name, status="broken", detail=str(error), advice=_REINSTALL)
        else:
            yield Finding(name=name, status="ok", detail="complete, checksums agree")


def _self_test() -> Iterator[Finding]:
    from checkboxnet.model import load_model

    model = load_model()
    for label, ticked in (("checked", True), ("unchecked", False)):
        prediction = model.predict(_draw_checkbox(ticked=ticked))
        right = prediction.label == label
        yield Finding(
            name="self-test",
            status="ok" if right else "broken",
            detail=f"a drawn {label} box is said to be {prediction.label} ({prediction.score:.3f})",
            advice="" if right else f"{_REINSTALL}; or another onnxruntime version, if it persists",
        )


def _draw_checkbox(*, ticked: bool) -> Image.Image:
    """Returns a checkbox of 24 x 24 pixels, drawn four times as large for smooth edges."""
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (96, 96), "white")
    draw = ImageDraw.Draw(image)
    if ticked:
        draw.rounded_rectangle((12, 12, 80, 80), 8, fill="#1a73e8")
        draw.line((28, 48, 42, 62, 66, 34), fill="white", width=8)
    else:
        draw.rounded_rectangle((12, 12, 80, 80), 8, outline="#5f6368", width=8)
    return image.resize((24, 24), Image.Resampling.BOX)


def _browser() -> Iterator[Finding]:
    from checkboxnet.browser.launch import BROWSER_VARIABLE, find_browser
    from checkboxnet.errors import HarvestError

    advice = (
        "For harvesting: apt install chromium, or playwright install chromium, or set "
        f"{BROWSER_VARIABLE} to its path"
    )
    try:
        path = find_browser() or _playwrights_own()
    except HarvestError as error:
        yield Finding(name="browser", status="broken", detail=str(error), advice=advice)
        return
    if path is None:
        yield Finding(name="browser", status="note", detail="no Chromium found", advice=advice)
        return
    try:
        done = subprocess.run(  # noqa: S603  the program that harvesting would start
            [path, "--version"], capture_output=True, text=True, timeout=_BROWSER_SECONDS
        )
        version = done.stdout.strip() if done.returncode == 0 else ""
    except (OSError, subprocess.TimeoutExpired):
        version = ""
    yield Finding(
        name="browser",
        status="ok" if version else "note",
        detail=f"{path}, {version or 'which does not tell its version'}",
        advice="" if version else advice,
    )


def _playwrights_own() -> str | None:
    """Returns the path of the Chromium that Playwright has downloaded, if it has."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    with sync_playwright() as playwright:
        path: str = playwright.chromium.executable_path
    return path if Path(path).is_file() else None
