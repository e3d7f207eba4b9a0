"""Page records: screenshots with the box, kind and state of every two-state control in them.

They are what a detector of controls is trained and measured on.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from checkboxnet.browser.controls import Control, Neighbours, Observation
from checkboxnet.harvesting.crop import encode_png
from checkboxnet.harvesting.rows import rounded, row_of
from checkboxnet.picture.read import RgbImage

_LEAST_SIDE = 8
"""CSS pixels: a person can't tell the state of anything smaller."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageShot:
    """A viewport, and what is in it."""

    shot: RgbImage
    still: Mapping[Control, Observation]
    neighbours: Neighbours


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRecord:
    """A screenshot as a PNG file, and its row, which lacks the file's name yet."""

    png: bytes
    row: dict[str, Any]


def page_record(
    taken: PageShot, *, doubtful: Collection[int], about: Mapping[str, Any]
) -> PageRecord:
    """Returns the record of a viewport.

    Args:
        taken: What was photographed.
        doubtful: Numbers of elements that may be toggles without a state that could be read.
        about: What the row says of the page.

    Returns:
        A record whose row has `controls` (`box`, `kind`, `state`, `disabled`, `selector`) and
        `ignore`, boxes of what neither counts as a control nor as its absence: what is
        half out of view, moving, smaller than 8 CSS pixels, or in no state that a picture tells.
        Boxes are left, top, width and height in CSS pixels of the viewport.
    """
    controls, told = [], set()
    for control, observed in taken.still.items():
        state = observed.state.label if observed.state else None
        if not control.toggle or state is None or not control.tells(state):
            continue
        if min(observed.control[2:]) < _LEAST_SIDE:
            continue
        told.add(str(control.id))
        row = row_of(
            box=rounded(observed.control),
            kind=control.drawn_as or control.kind,
            state=state,
            disabled=observed.disabled,
            selector=control.selector,
            design=control.design,
        )
        controls.append(row)
    ignore = [box for key, box in taken.neighbours.toggles.items() if key not in told]
    ignore += [box for n, box in taken.neighbours.unreadable.items() if n in doubtful]
    row = row_of(**about, controls=controls, ignore=[rounded(box) for box in ignore])
    return PageRecord(png=encode_png(taken.shot), row=row)
