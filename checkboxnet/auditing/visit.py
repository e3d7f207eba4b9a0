"""The audit of a page that is open: its controls are found, photographed and judged.

Written for both of Playwright's APIs: `finish` runs the whole for the sync one, which has nothing
to await.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar, overload

from checkboxnet.auditing.report import AuditedControl, PageAudit
from checkboxnet.browser.accessibility import OPAQUE, Accessibility
from checkboxnet.browser.controls import Control, Sighting, Surroundings
from checkboxnet.browser.devtools import PageScripts
from checkboxnet.browser.left_out import LeftOut
from checkboxnet.browser.page import decode_png
from checkboxnet.browser.page_text import printable
from checkboxnet.errors import ConfigError, require_number
from checkboxnet.labels import Label
from checkboxnet.picture.boxes import PADDING, Box, cut, grow, overlaps
from checkboxnet.picture.read import RgbImage
from checkboxnet.testing.screenshot import Screenshots
from checkboxnet.testing.settings import current_model, require_labels
from checkboxnet.testing.watch import finish

if TYPE_CHECKING:
    from playwright import async_api, sync_api

    from checkboxnet.browser.state import ControlState
    from checkboxnet.model import Model

T = TypeVar("T")

_ATTEMPTS = 3
"""Pictures of a viewport at most, until nothing moves while one is taken."""
_SHOT_LIMIT = 30_000
"""Milliseconds that one of them may take, as by default in Playwright."""
_QUIET, _QUIET_LIMIT = 150, 2000
"""Milliseconds without a change of the document, and how long they are waited for."""
_NOT_LOOKED_AT = ("rating", "list that is drawn as it is scrolled", "frame that can't be read")
"""Of what the page leaves out, that which an audit should have looked at."""


@overload
def audit_page(
    page: sync_api.Page,
    *,
    model: Model | None = ...,
    include: str | None = ...,
    exclude: str | None = ...,
    min_score: float | None = ...,
) -> PageAudit: ...
@overload
def audit_page(
    page: async_api.Page,
    *,
    model: Model | None = ...,
    include: str | None = ...,
    exclude: str | None = ...,
    min_score: float | None = ...,
) -> Awaitable[PageAudit]: ...


def audit_page(
    page: sync_api.Page | async_api.Page,
    *,
    model: Model | None = None,
    include: str | None = None,
    exclude: str | None = None,
    min_score: float | None = None,
) -> PageAudit | Awaitable[PageAudit]:
    """Returns what the controls of a page look like, and what its document says of them.

    To be awaited with the async API. Nothing is clicked or focused. What is in view is
    photographed first; for the rest the page is scrolled, and not scrolled back.

    Args:
        page: A page as a test has it, already in the state that is to be audited.
        model: By default that of the assertions (`checkboxnet.testing.settings.configure`).
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
    model = model or current_model()
    require_labels(model, Label.CHECKED, Label.UNCHECKED)
    work = PageAuditor(page, model, min_score=min_score).audit(include, exclude)
    return finish(work) if isinstance(page, sync_api.Page) else work


class PageAuditor:
    """Goes through a page from top to bottom."""

    def __init__(
        self,
        page: sync_api.Page | async_api.Page,
        model: Model,
        *,
        min_score: float | None,
        timeout: float | None = None,
    ) -> None:
        """Looks at nothing yet; `timeout`, in seconds, is for one step of the async API."""
        self._page = page
        self._scripts = PageScripts(page)
        self._screenshots = Screenshots(page, self._scripts)
        self._tree = Accessibility(self._scripts)
        self._model = model
        self._min_score = min_score
        self._timeout = timeout
        self._names: dict[str, str] = {}
        self._audited: list[AuditedControl] = []
        self._unseen = LeftOut()

    async def audit(
        self, include: str | None, exclude: str | None, *, name: str | None = None
    ) -> PageAudit:
        """Returns the audit; `name` is the page's, by default its address."""
        await self._step(self._scripts.load())
        await self._step(self._tree.publish())
        query = {"include": include, "exclude": exclude, "other": None}
        found = await self._call("find", query)
        for reason, selector in found["dropped"]:
            if reason in _NOT_LOOKED_AT:
                self._unseen.add(reason, selector)
        opaque: dict[int, str] = dict(found["opaque"])
        for number in await self._step(self._tree.silent(opaque)):
            self._unseen.add(OPAQUE, opaque[number])
        controls = [Control(toggle=True, **control) for control in found["toggles"]]
        self._names = await self._call("names", [control.id for control in controls])
        view = await self._call("view")
        pending = await self._take(controls)
        while pending:
            first = next(iter(pending))
            await self._call("show", first.id)
            pending = await self._take(list(pending))
            # In view if it ever will be.
            if first in pending:
                self._unseen.add(pending.pop(first), first.selector)
        await self._step(self._scripts.close())
        return PageAudit(
            page=name or printable(self._page.url),
            view=f"{view['width']}x{view['height']} @{view['scale']:g} {view['theme']}",
            controls=tuple(self._audited),
            unseen=dict(self._unseen.counts.most_common()),
            unseen_examples=self._unseen.examples,
        )

    async def _take(self, controls: Sequence[Control]) -> dict[Control, str]:
        """Audits the controls that are in view; returns why the others are not."""
        if not controls:
            return {}
        await self._call("quiet", _QUIET, _QUIET_LIMIT)
        for _ in range(_ATTEMPTS):
            before = await self._look(controls)
            if all(isinstance(seen, str) for seen in before.values()):
                return {control: str(reason) for control, reason in before.items()}
            shot = decode_png(await self._step(self._screenshots.take(_SHOT_LIMIT, still=True)))
            after = await self._look(controls)
            if after == before:
                break
        view = await self._call("view")
        toggles: dict[str, Box] = await self._call("toggleBoxes")
        scale = shot.shape[1] / view["width"]
        missing, pictures = {}, []
        for control, seen in after.items():
            if isinstance(seen, str):
                missing[control] = seen
            elif seen != before[control] or seen.state is None:
                self._unseen.add("changed while photographed", control.selector)
            elif (picture := _picture(control, seen, shot, scale, toggles)) is None:
                self._unseen.add("too small", control.selector)
            else:
                pictures.append((control, seen.boxes.control, seen.state, picture))
        self._judge(pictures, (view["left"], view["top"]))
        return missing

    def _judge(
        self,
        pictures: Sequence[tuple[Control, Box, ControlState, RgbImage]],
        scrolled: tuple[float, float],
    ) -> None:
        predictions = self._model.predict(
            [each[-1] for each in pictures], min_score=self._min_score
        )
        for (control, box, state, picture), seen in zip(pictures, predictions, strict=True):
            left, top, width, height = box
            self._audited.append(
                AuditedControl(
                    selector=printable(control.selector),
                    kind=printable(control.kind),
                    name=printable(self._names[str(control.id)]),
                    box=(left + scrolled[0], top + scrolled[1], width, height),
                    state=state,
                    seen=seen,
                    threshold=self._model.config.certainty.threshold(seen.label, self._min_score),
                    picture=picture,
                )
            )

    async def _look(self, controls: Sequence[Control]) -> dict[Control, Sighting | str]:
        told = await self._step(self._tree.states())
        measured = await self._call("measure", [control.id for control in controls], told)
        return {c: Sighting.from_page(measured[str(c.id)]) for c in controls}

    async def _call(self, function: str, *arguments: Any) -> Any:
        return await self._step(self._scripts.call(function, *arguments))

    async def _step(self, work: Awaitable[T]) -> T:
        if self._timeout is None:
            return await work
        async with asyncio.timeout(self._timeout):
            return await work


def _picture(
    control: Control, seen: Sighting, shot: RgbImage, scale: float, toggles: dict[str, Box]
) -> RgbImage | None:
    """Returns a control with its label, or alone where that would show another toggle too."""
    others = Surroundings(toggles=toggles, unreadable={}).forbidden(control, seen, whole=True)
    labelled, alone = (grow(box, PADDING) for box in (seen.boxes.labelled, seen.boxes.control))
    pixels = cut(shot, alone if overlaps(labelled, others) else labelled, scale)
    return None if pixels is None else pixels.copy()
