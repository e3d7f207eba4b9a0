"""Which findings on a screenshot are which of its controls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from checkboxnet.dataset.page_records import LabelledPage
from checkboxnet.picture.boxes import Box, areas_of, shared_corners
from checkboxnet.scanning.detector import overlap

LEAST_OVERLAP = 0.5
"""Intersection over union from which on a finding is of a control."""
_MOSTLY = 0.5
"""Share of a finding that lies in an ignored region, from which on it doesn't count."""


@dataclass(frozen=True, slots=True)
class Match:
    """What each finding is."""

    control: list[int | None]
    """Index of its control; each control has one finding at most."""
    ignored: list[bool]
    """Whether it counts neither as right nor as wrong."""


def matched(page: LabelledPage, boxes: Sequence[Box], *, by_centre: bool = False) -> Match:
    """Matches findings with controls, the most probable findings first.

    Args:
        page: What is on the screenshot.
        boxes: Of the findings: left, top, width and height, the most probable first.
        by_centre: Whether a finding is of a control if its centre lies in the control's box,
            instead of by `LEAST_OVERLAP`.
    """
    corners = np.array(boxes, np.float32).reshape(-1, 4)
    corners[:, 2:] += corners[:, :2]
    agreement = overlap(corners, page.boxes)
    if by_centre:
        centres = (corners[:, None, :2] + corners[:, None, 2:]) / 2
        near, far = page.boxes[None, :, :2], page.boxes[None, :, 2:]
        accepted: NDArray[np.bool_] = np.all((centres >= near) & (centres <= far), axis=-1)
    else:
        accepted = agreement >= LEAST_OVERLAP
    taken: set[int] = set()
    control: list[int | None] = []
    for row, allowed in zip(agreement, accepted, strict=True):
        order = (int(index) for index in np.argsort(-row) if allowed[index])
        best = next((index for index in order if index not in taken), None)
        control.append(best)
        if best is not None:
            taken.add(best)
    ignored = np.any(_share_inside(corners, page.ignore) >= _MOSTLY, axis=1).tolist()
    return Match(control, [i and c is None for i, c in zip(ignored, control, strict=True)])


def _share_inside(some: NDArray[np.float32], regions: NDArray[np.float32]) -> NDArray[np.float32]:
    """Returns the share of each box that lies in each region, shape (some, regions)."""
    shared = areas_of(shared_corners(some[:, None], regions[None]))
    return np.asarray(shared / np.maximum(areas_of(some), 1e-12)[:, None])
