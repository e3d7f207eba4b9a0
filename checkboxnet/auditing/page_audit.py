"""The audit of an open page: its controls are found, photographed and classified."""

from __future__ import annotations

import logging
import os
from collections.abc import Awaitable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, overload

from checkboxnet.auditing.clicks import Clicker
from checkboxnet.auditing.report import AuditedControl, PageAudit
from checkboxnet.browser.accessibility import UNREADABLE_ELEMENT
from checkboxnet.browser.controls import Control, Neighbours, Observation
from checkboxnet.browser.coroutines import run_blocking
from checkboxnet.browser.page import OpenPage, decode_png
from checkboxnet.browser.page_text import printable
from checkboxnet.browser.reasons import ReasonCounts
from checkboxnet.errors import ConfigError, HarvestError, require_number
from checkboxnet.labels import Label
from checkboxnet.model import as_model
from checkboxnet.picture.boxes import PADDING, Box, cut, grow, overlaps
from checkboxnet.picture.read import RgbImage
from checkboxnet.testing.settings import current_model, require_labels

if TYPE_CHECKING:
    from playwright import async_api, sync_api

    from checkboxnet.model import Model
    from checkboxnet.prediction import Prediction

logger = logging.getLogger(__name__)

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
    query = AuditQuery(include, exclude, min_score, click=False)

    async def work() -> PageAudit:
        await opened.load_scripts()
        audit = await audit_open_page(opened, url, model, query)
        await opened.close()
        return audit

    return run_blocking(work()) if isinstance(page, sync_api.Page) else work()


class AuditQuery(NamedTuple):
    """What of a page is audited, and how."""

    include: str | None
    exclude: str | None
    min_score: float | None
    click: bool
    """Whether controls are clicked, in a page that was opened for that."""


async def audit_open_page(page: OpenPage, name: str, model: Model, query: AuditQuery) -> PageAudit:
    """Goes through a page whose scripts are loaded; `name` is what the audit calls it."""
    found = await page.find(query.include, query.exclude)
    unseen = ReasonCounts()
    for reason, selector in found.dropped:
        if reason in _COUNTED:
            unseen.add(reason, selector)
    controls = [*found.toggles, *found.silent]
    names = await page.call("names", [control.id for control in controls])
    first_view = await page.call("view")
    audited: dict[Control, AuditedControl] = {}
    async for visible, missing in page.stops(controls, scroll_first=False):
        for control, reason in missing.items():
            if control.toggle:
                unseen.add(reason, control.selector)
        if not visible:
            continue
        pictures = await _take_pictures(page, visible, unseen)
        view = await page.call("view")
        audited |= _judge(pictures, names, (view["left"], view["top"]), model, query.min_score)
    audited = _without_outer(audited)
    if query.click:
        audited = await _click(page, name, audited, names, first_view["scale"])
    listed = {control.id for control in audited}
    for number, selector in found.unreadable.items():
        if number not in listed:
            unseen.add(UNREADABLE_ELEMENT, selector)
    return PageAudit(
        page=name,
        view="{width}x{height} @{scale:g} {theme}".format_map(first_view),
        controls=tuple(audited.values()),
        unseen=dict(unseen.counts.most_common()),
        unseen_examples=unseen.examples,
    )


def _judge(
    pictures: Sequence[tuple[Control, Observation, RgbImage]],
    names: Mapping[str, str],
    scrolled: tuple[float, float],
    model: Model,
    min_score: float | None,
) -> dict[Control, AuditedControl]:
    """Returns a row for each toggle, and for what looks like one for certain and says nothing."""
    rows = {}
    predictions = model.predict([picture for *_, picture in pictures], min_score=min_score)
    for (control, observed, picture), prediction in zip(pictures, predictions, strict=True):
        if not (control.toggle or _is_toggle(prediction, model, min_score)):
            continue
        left, top, width, height = observed.control
        rows[control] = AuditedControl(
            selector=printable(control.selector),
            kind=printable(control.kind),
            name=printable(names[str(control.id)]),
            box=(left + scrolled[0], top + scrolled[1], width, height),
            state=observed.state,
            prediction=prediction,
            threshold=model.config.certainty.threshold(prediction.label, min_score),
            picture=picture,
        )
    return rows


def _is_toggle(prediction: Prediction, model: Model, min_score: float | None) -> bool:
    """Whether the model is certain of a state, and doubly so that it is the state of a toggle.

    Thresholds are chosen on pictures of which most show toggles. Most of what takes clicks is none.
    """
    states = (Label.CHECKED, Label.UNCHECKED)
    either = sum(prediction.probabilities[state] for state in states)
    strictest = max(model.config.certainty.threshold(state, min_score) for state in states)
    return prediction.certain and prediction.label in states and either >= strictest


def _without_outer(audited: dict[Control, AuditedControl]) -> dict[Control, AuditedControl]:
    """Leaves out what says nothing and lies around, or over, something else that does."""
    kept: list[Box] = []

    def turn(control: Control) -> tuple[int, float]:
        *_, width, height = audited[control].box
        return -control.depth, width * height

    outer = set()
    for control in sorted((each for each in audited if not each.toggle), key=turn):
        box = audited[control].box
        if overlaps(box, kept):
            outer.add(control)
        else:
            kept.append(box)
    return {control: row for control, row in audited.items() if control not in outer}


async def _click(
    page: OpenPage,
    name: str,
    audited: dict[Control, AuditedControl],
    names: Mapping[str, str],
    scale: float,
) -> dict[Control, AuditedControl]:
    """Returns the controls with what clicks have shown of them."""
    from playwright.sync_api import Error

    await page.forbid_sending()
    clicker = Clicker(page, scale)
    try:
        await clicker.run(list(audited))
    except (TimeoutError, Error, HarvestError) as error:
        # What was audited before has nothing to do with it.
        logger.warning("%s: clicking ended early: %s", name, str(error) or "no answer in time")
    rows = {}
    for control, seen in clicker.clicked.items():
        # A button may say its state by its name, as "Mute" and "Unmute" do.
        if control.plain and seen.name and _letters(seen.name) != _letters(names[str(control.id)]):
            continue
        rows[control] = replace(audited[control], confirmed=seen.redrawn, contrast=seen.contrast)
    return rows


def _letters(name: str) -> str:
    """Returns a name without the digits in it, which may count something."""
    return "".join(letter for letter in name if not letter.isdigit())


async def _take_pictures(
    page: OpenPage, visible: dict[Control, Observation], unseen: ReasonCounts
) -> list[tuple[Control, Observation, RgbImage]]:
    """Returns the controls that stand still in the viewport, and the picture of each."""
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
        reason = "too small"
        if after[control] != before[control]:
            reason = "changed while photographed"
        elif (picture := _cut_out(control, observed, shot, scale, neighbours)) is not None:
            pictures.append((control, observed, picture))
            continue
        if control.toggle:
            unseen.add(reason, control.selector)
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
