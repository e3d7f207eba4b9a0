"""The audit of an open page: its controls are found, photographed and classified."""

from __future__ import annotations

import os
from collections.abc import Awaitable
from typing import TYPE_CHECKING, overload

from checkboxnet.auditing.report import AuditedControl, PageAudit
from checkboxnet.browser.accessibility import UNREADABLE_ELEMENT
from checkboxnet.browser.controls import Control, ControlState, Neighbours, Observation
from checkboxnet.browser.coroutines import run_blocking
from checkboxnet.browser.page import OpenPage, decode_png
from checkboxnet.browser.page_text import printable
from checkboxnet.browser.reasons import ReasonCounts
from checkboxnet.errors import ConfigError, require_number
from checkboxnet.labels import Label
from checkboxnet.model import as_model
from checkboxnet.picture.boxes import PADDING, Box, cut, grow, overlaps
from checkboxnet.picture.read import RgbImage
from checkboxnet.testing.settings import current_model, require_labels

if TYPE_CHECKING:
    from playwright import async_api, sync_api

    from checkboxnet.model import Model

_ATTEMPTS = 3
"""Screenshots of a viewport at most, until nothing moves while one is taken."""
_COUNTED = ("rating", "list that is drawn as it is scrolled", "frame that can't be read")
"""Reasons to leave something out that an audit should have looked at."""


@overload
def audit_page(
    page: sync_api.Page,
    *,
    model: Model | str | os.PathLike[str] | None = ...,
    include: str | None = ...,
    exclude: str | None = ...,
    min_score: float | None = ...,
) -> PageAudit: ...
@overload
def audit_page(
    page: async_api.Page,
    *,
    model: Model | str | os.PathLike[str] | None = ...,
    include: str | None = ...,
    exclude: str | None = ...,
    min_score: float | None = ...,
) -> Awaitable[PageAudit]: ...


def audit_page(
    page: sync_api.Page | async_api.Page,
    *,
    model: Model | str | os.PathLike[str] | None = None,
    include: str | None = None,
    exclude: str | None = None,
    min_score: float | None = None,
) -> PageAudit | Awaitable[PageAudit]:
    """Compares what the controls of an open page look like with what its document declares.

    To be awaited with the async API. Nothing is clicked or focused. What is in view is
    photographed first; for the rest the page is scrolled, and not scrolled back.

    Args:
        page: A page as a test has it, already in the state that is to be audited.
        model: What `load_model` takes, or a model. By default that of the assertions
            (`checkboxnet.testing.settings.configure`).
        include: CSS selector: only controls in such elements.
        exclude: CSS selector: no controls in such elements.
        min_score: Lowest score of a certain prediction, in place of the model's thresholds.

    Raises:
        ConfigError: `page` is no page of Playwright's, `min_score` is no score, or the model
            doesn't tell checked from unchecked.
        CheckboxNetError: The model can't be loaded.
        playwright.sync_api.Error: A selector is wrong, or the page was closed.
    """
    from playwright import async_api, sync_api

    if not isinstance(page, (sync_api.Page, async_api.Page)):
        raise ConfigError(f"expected a Playwright Page, got {type(page).__name__}")
    require_number("min_score", min_score, 0, 1)
    model = current_model() if model is None else as_model(model)
    require_labels(model, Label.CHECKED, Label.UNCHECKED)
    opened, url = OpenPage(page), printable(page.url)

    async def work() -> PageAudit:
        await opened.load_scripts()
        return await audit_open_page(opened, url, model, include, exclude, min_score)

    return run_blocking(work()) if isinstance(page, sync_api.Page) else work()


async def audit_open_page(
    page: OpenPage,
    name: str,
    model: Model,
    include: str | None,
    exclude: str | None,
    min_score: float | None,
) -> PageAudit:
    """Goes through a page whose scripts are loaded; `name` is what the audit calls it."""
    found = await page.find(include, exclude)
    unseen = ReasonCounts()
    for reason, selector in found.dropped:
        if reason in _COUNTED:
            unseen.add(reason, selector)
    for selector in found.unreadable.values():
        unseen.add(UNREADABLE_ELEMENT, selector)
    names = await page.call("names", [control.id for control in found.toggles])
    first_view = await page.call("view")
    audited: list[AuditedControl] = []
    async for visible, missing in page.stops(found.toggles, scroll_first=False):
        for control, reason in missing.items():
            unseen.add(reason, control.selector)
        if not visible:
            continue
        pictures = await _take_pictures(page, visible, unseen)
        view = await page.call("view")
        predictions = model.predict([picture for *_, picture in pictures], min_score=min_score)
        for (control, box, state, picture), prediction in zip(pictures, predictions, strict=True):
            left, top, width, height = box
            audited.append(
                AuditedControl(
                    selector=printable(control.selector),
                    kind=printable(control.kind),
                    name=printable(names[str(control.id)]),
                    box=(left + view["left"], top + view["top"], width, height),
                    state=state,
                    prediction=prediction,
                    threshold=model.config.certainty.threshold(prediction.label, min_score),
                    picture=picture,
                )
            )
    await page.close()
    return PageAudit(
        page=name,
        view="{width}x{height} @{scale:g} {theme}".format_map(first_view),
        controls=tuple(audited),
        unseen=dict(unseen.counts.most_common()),
        unseen_examples=unseen.examples,
    )


async def _take_pictures(
    page: OpenPage, visible: dict[Control, Observation], unseen: ReasonCounts
) -> list[tuple[Control, Box, ControlState, RgbImage]]:
    """Returns the controls that stand still in the viewport, with box, state and picture."""
    for _ in range(_ATTEMPTS):
        shot = decode_png(await page.screenshot())
        before, after = visible, await page.measure(list(visible))
        visible = before | {c: seen for c, seen in after.items() if isinstance(seen, Observation)}
        if after == before:
            break
    neighbours = await page.neighbours()
    scale = shot.shape[1] / (await page.call("view"))["width"]
    pictures = []
    for control, observed in visible.items():
        if after[control] != before[control] or observed.state is None:
            unseen.add("changed while photographed", control.selector)
        elif (picture := _cut_out(control, observed, shot, scale, neighbours)) is None:
            unseen.add("too small", control.selector)
        else:
            pictures.append((control, observed.control, observed.state, picture))
    return pictures


def _cut_out(
    control: Control, observed: Observation, shot: RgbImage, scale: float, neighbours: Neighbours
) -> RgbImage | None:
    """Returns a control with its label, or alone where that would show another toggle too."""
    boxes = (grow(box, PADDING) for box in (observed.labelled, observed.control))
    labelled, alone = boxes
    others = neighbours.of(control, observed, whole=True)
    pixels = cut(shot, alone if overlaps(labelled, others) else labelled, scale)
    return None if pixels is None else pixels.copy()
