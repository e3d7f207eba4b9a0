"""Reading page records: screenshots with the boxes, kinds and states of their controls."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from checkboxnet.errors import DatasetError
from checkboxnet.labels import Label
from checkboxnet.picture.boxes import areas_of, shared_corners
from checkboxnet.prediction import KINDS
from checkboxnet.report.files import parse_json

RECORDS_FILE = "pages.jsonl"
"""Name of the manifest in a harvest's folder."""

_KIND_OF = {**{kind: kind for kind in KINDS}, "menuitemcheckbox": "checkbox"}
"""Kinds that a picture tells. Pressed buttons, options and items of menus look like others of
their like that have no states, so a detector is neither to find nor to miss them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledControl:
    """A control on a screenshot, as the page told it."""

    kind: str
    """One of `checkboxnet.prediction.KINDS`."""
    state: str
    """`checked`, `unchecked` or `mixed`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledPage:
    """A screenshot and what is on it; boxes are left, top, right, bottom in its pixels."""

    path: Path
    group: str
    """What is drawn alike, say a kit; the same for pages that must not be on two sides."""
    controls: tuple[LabelledControl, ...]
    boxes: NDArray[np.float32]
    """Of the controls, shape (controls, 4)."""
    ignore: NDArray[np.float32]
    """Where a finding counts neither as right nor as wrong, shape (regions, 4)."""
    split: str | None = None
    """`train`, `val` or `test`, where the manifest says so."""
    about: Mapping[str, Any]
    """All other columns of the manifest."""


def read_page_records(source: str | os.PathLike[str]) -> list[LabelledPage]:
    """Reads the page records that `harvest(..., pages=True)` wrote.

    Args:
        source: The harvest's folder, or a manifest like its `pages.jsonl`, in which `path` is
            relative to the manifest, `viewport` and boxes are in CSS pixels, and `scale` says how
            many pixels of the screenshot one is.

    Raises:
        DatasetError: There is no such file, or a row lacks a field or has a wrong one; the message
            names the line.
    """
    path = Path(source)
    manifest = path / RECORDS_FILE if path.is_dir() else path
    if not manifest.is_file():
        raise DatasetError(
            f"{manifest}: no such file. Page records are made by checkboxnet harvest --pages"
        )
    pages = []
    for number, line in enumerate(manifest.read_text(encoding="utf-8").splitlines(), start=1):
        where = f"{manifest}, line {number}"
        row = parse_json(line, source=where, error=DatasetError)
        try:
            pages.append(_page(row, manifest.parent))
        except (KeyError, TypeError, ValueError) as error:
            raise DatasetError(f"{where}: not a page record ({error!r})") from error
    if not pages:
        raise DatasetError(f"{manifest}: holds no page records")
    return pages


def _page(row: Mapping[str, Any], folder: Path) -> LabelledPage:
    scale = float(row["scale"])
    controls, boxes, ignore = [], [], list(row["ignore"])
    for control in row["controls"]:
        kind = _KIND_OF.get(control["kind"])
        if kind is None or not control.get("decidable", True):
            ignore.append(control["box"])
            continue
        state = str(control["state"])
        if state not in (Label.CHECKED, Label.UNCHECKED, "mixed"):
            raise ValueError(f"state {state!r}")
        controls.append(LabelledControl(kind=kind, state=state))
        boxes.append(control["box"])
    known = ("path", "group", "controls", "ignore", "split")
    return LabelledPage(
        path=folder / row["path"],
        group=str(row["group"]),
        controls=tuple(controls),
        boxes=_corners(boxes, scale),
        ignore=_corners(ignore, scale),
        split=row.get("split"),
        about={key: value for key, value in row.items() if key not in known},
    )


def _corners(boxes: list[list[float]], scale: float) -> NDArray[np.float32]:
    found = np.array(boxes, np.float32).reshape(-1, 4) * scale
    found[:, 2:] += found[:, :2]
    if not np.isfinite(found).all():
        raise ValueError("a box holds NaN or infinity")
    return found


def clipped(page: LabelledPage, window: NDArray[np.float32]) -> LabelledPage:
    """Returns the page as it is seen through a window, boxes measured from its corner.

    Controls of which less than nine tenths are seen are ignored.

    Args:
        page: What is seen.
        window: Left, top, right and bottom, shape (4,).
    """
    origin = np.tile(window[:2], 2)
    inside, seen = _seen(page.boxes, window)
    whole = seen >= 0.9
    partly = (seen > 0) & ~whole
    ignored, ignored_seen = _seen(page.ignore, window)
    return replace(
        page,
        controls=tuple(c for c, keep in zip(page.controls, whole, strict=True) if keep),
        boxes=inside[whole] - origin,
        ignore=np.concatenate([ignored[ignored_seen > 0], inside[partly]]) - origin,
    )


def _seen(
    boxes: NDArray[np.float32], window: NDArray[np.float32]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Returns the part of each box within a window, and the share of its area."""
    inside = shared_corners(boxes, window)
    return inside, areas_of(inside) / np.maximum(areas_of(boxes), 1e-12)
