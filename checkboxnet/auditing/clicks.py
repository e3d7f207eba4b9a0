"""Clicks controls that have been audited, to see each in its other state too."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from checkboxnet.auditing.contrast import StateContrast, contrast_of
from checkboxnet.browser.controls import Control, Observation
from checkboxnet.browser.page import OpenPage
from checkboxnet.browser.stability import StabilityWatcher, StableView
from checkboxnet.labels import Label
from checkboxnet.picture.boxes import cut
from checkboxnet.picture.read import RgbImage


@dataclass(slots=True, kw_only=True)
class Clicked:
    """What clicks have shown of a control."""

    redrawn: bool | None = None
    """Whether a click on it has changed its drawing; None of what declares a state, or could not
    be clicked."""
    name: str | None = None
    """What it was called after that click."""
    pictures: dict[str, RgbImage] = field(default_factory=dict)
    """Of the control alone, by the state that was declared, or `before` and `after`."""

    @property
    def contrast(self) -> StateContrast | None:
        """How both states differ, if both were seen."""
        return contrast_of(*self.pictures.values()) if len(self.pictures) == 2 else None


class Clicker:
    """Goes through the controls of a page that can be neither left nor change anything."""

    def __init__(self, page: OpenPage, scale: float) -> None:
        """Clicks nothing yet; `scale` is device pixels per CSS pixel."""
        self.clicked: dict[Control, Clicked] = {}
        self._page = page
        self._scale = scale
        self._watcher = StabilityWatcher(page, scale)

    async def run(self, controls: Sequence[Control]) -> None:
        """Clicks every control once, in as far as clicks reach it; one radio of a group.

        What has been seen stays in `clicked` even if a later click raises.

        Raises:
            TimeoutError: The page doesn't answer.
            playwright.async_api.Error: It was closed, for example.
            HarvestError: A screenshot has the wrong size.
        """
        self.clicked = {control: Clicked() for control in controls}
        async for visible, _ in self._page.stops(controls):
            await self._click_declared([control for control in visible if control.toggle])
            for control in visible:
                if not control.toggle:
                    await self._click_silent(control)

    async def _click_declared(self, toggles: Sequence[Control]) -> None:
        """Clicks all at once: which have changed is told by the states that they declare."""
        if not toggles:
            return
        before = await self._watcher.wait_until_stable(toggles, quiet=self._watcher.SHORT)
        self._keep_declared(before)
        targets = _targets(before.still)
        clicked = [control for control in targets if await self._page.click(control) is None]
        await self._page.point_away()
        self._keep_declared(await self._wait(toggles, clicked, quiet=self._watcher.LONG))

    async def _click_silent(self, control: Control) -> None:
        before = await self._watcher.wait_until_stable([control], quiet=self._watcher.SHORT)
        if control not in before.still or await self._page.click(control) is not None:
            return
        await self._page.point_away()
        after = await self._wait([control], [control], quiet=self._watcher.TRIAL)
        seen = self.clicked[control]
        seen.redrawn = control in after.redrawn or after.gone.get(control) == "replaced"
        seen.name = (await self._page.call("names", [control.id]))[str(control.id)]
        if control in after.redrawn:
            self._keep(control, "before", before)
            self._keep(control, "after", after)

    async def _wait(
        self, controls: Sequence[Control], clicked: Collection[Control], *, quiet: float
    ) -> StableView:
        view = await self._watcher.wait_until_stable(controls, quiet=quiet, clicked=clicked)
        if view.gone:
            # Something may have opened over it.
            await self._page.press_escape()
        return view

    def _keep_declared(self, view: StableView) -> None:
        for control, observed in view.still.items():
            label = observed.state.label if observed.state else None
            if label in (Label.CHECKED, Label.UNCHECKED) and not observed.disabled:
                self._keep(control, label, view)

    def _keep(self, control: Control, state: str, view: StableView) -> None:
        picture = cut(view.shot, view.still[control].control, self._scale)
        if picture is not None:
            self.clicked[control].pictures.setdefault(state, picture.copy())


def _targets(seen: dict[Control, Observation]) -> Iterable[Control]:
    """Yields what a click may change: of a group of radios, one that is off."""
    groups: set[str] = set()
    for control, observed in seen.items():
        if observed.disabled or observed.state is None:
            continue
        if control.group:
            if observed.state.label != Label.UNCHECKED or control.group in groups:
                continue
            groups.add(control.group)
        yield control
