"""Examines an installation: versions, checksums, a prediction, the browser."""

from __future__ import annotations

import platform
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from typing import TYPE_CHECKING, Literal

from checkboxnet.errors import CheckboxNetError, installed_package

if TYPE_CHECKING:
    from PIL import Image

Status = Literal["ok", "note", "broken"]

_BROWSER_SECONDS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """The outcome of one check."""

    name: str
    status: Status
    """`ok`, `note` (optional and missing or too old) or `broken`."""
    detail: str
    advice: str = ""
    """What to do next; empty where nothing is to be done."""


def examine() -> Iterator[Finding]:
    """Yields the outcome of each check as soon as it is known.

    Nothing is fetched, nothing is written, and torch is not imported.
    """
    for check in (_packages, _weights, _prediction, _browser):
        try:
            yield from check()
        except Exception as error:
            # A broken installation may raise anything, say a ValueError of mismatched binaries.
            yield Finding(
                name=check.__name__.strip("_"),
                status="broken",
                detail=f"{type(error).__name__}: {error}",
                advice=f"pip install --force-reinstall {installed_package()}",
            )


def _packages() -> Iterator[Finding]:
    from packaging.requirements import Requirement

    ours = installed_package()
    yield Finding(name=ours, status="ok", detail=metadata.version(ours))
    python = f"{platform.python_version()}, {platform.system()} {platform.machine()}"
    yield Finding(name="python", status="ok", detail=python)
    # By name: extras of extras are listed again.
    requirements = {each.name: each for each in map(Requirement, metadata.requires(ours) or ())}
    for requirement in requirements.values():
        optional = requirement.marker is not None
        try:
            version = metadata.version(requirement.name)
            is_ok = requirement.specifier.contains(version, prereleases=True)
        except metadata.PackageNotFoundError:
            if optional:
                continue
            version, is_ok = "not installed", False
        if optional and is_ok:
            continue  # extras are worth a line only where they won't work
        yield Finding(
            name=requirement.name,
            status="ok" if is_ok else "note" if optional else "broken",
            detail=version if is_ok else f"{version}, {requirement.specifier} is required",
            advice="" if is_ok else f"pip install '{requirement.name}{requirement.specifier}'",
        )


def _weights() -> Iterator[Finding]:
    from checkboxnet.weights.load import load_weights
    from checkboxnet.weights.registry import list_models

    for entry in list_models():
        if entry.repo_id is not None:
            continue  # on the Hub
        try:
            load_weights(entry.name)
        except CheckboxNetError as error:
            advice = f"pip install --force-reinstall --no-deps {installed_package()}"
            yield Finding(name=entry.name, status="broken", detail=str(error), advice=advice)
        else:
            yield Finding(name=entry.name, status="ok", detail="complete, checksums agree")


def _prediction() -> Iterator[Finding]:
    from checkboxnet.model import load_model

    model = load_model()
    for label in ("checked", "unchecked"):
        prediction = model.predict(_draw_checkbox(ticked=label == "checked"))
        is_right = prediction.label == label
        yield Finding(
            name="prediction",
            status="ok" if is_right else "broken",
            detail=f"a drawn {label} box is predicted {prediction}",
            advice="" if is_right else "another version of onnxruntime",
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

    advice = f"to harvest and audit: apt install chromium, or set {BROWSER_VARIABLE} to a Chromium"
    path = find_browser()
    if path is None:
        detail = "no Chromium on the PATH; one of Playwright's own is used if there is one"
        yield Finding(name="browser", status="note", detail=detail, advice=advice)
        return
    try:
        done = subprocess.run(  # noqa: S603  the program that harvesting would start
            [path, "--version"], capture_output=True, text=True, timeout=_BROWSER_SECONDS
        )
        version = done.stdout.strip() if done.returncode == 0 else ""
    except (OSError, subprocess.TimeoutExpired):
        version = ""
    detail = f"{path}, {version or 'which does not tell its version'}"
    status: Status = "ok" if version else "note"
    yield Finding(name="browser", status=status, detail=detail, advice="" if version else advice)
