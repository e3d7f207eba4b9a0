"""One visit of one page: finds its controls, photographs each, clicks it, photographs it again.

A viewport is photographed whole, and the crops of all controls in it are cut out of that one
picture, so that a page costs a few screenshots and not a few hundred.
"""

from __future__ import annotations

import asyncio
import base64
from collections import Counter, defaultdict
from collections.abc import Awaitable, Iterable
from dataclasses import asdict, dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from checkboxnet.files import sha256
from checkboxnet.harvesting.browser import Variant, forbid_navigation
from checkboxnet.harvesting.config import Framing, HarvestConfig
from checkboxnet.harvesting.crop import (
    Box,
    Boxes,
    cut,
    decode_png,
    differs,
    encode_png,
    frame,
    grow,
    is_empty,
    overlaps,
    random_regions,
)
from checkboxnet.harvesting.sources import PageSource
from checkboxnet.harvesting.state import ControlState
from checkboxnet.images import RgbImage
from checkboxnet.labels import Label

if TYPE_CHECKING:
    from playwright.async_api import CDPSession, Page

T = TypeVar("T")

_SCRIPTS = ("drawing.js", "toggles.js", "controls.js")
_ROUNDS = 4
"""Rounds of clicks at one scroll position: in each, a radio group shows one more member on."""
_CLICKS = 2
"""Clicks on one control at most: an indeterminate one needs two to show both states."""
_SHOTS = 6
"""Screenshots taken at most until two in a row are the same."""
_BETWEEN_SHOTS = 0.08  # seconds
_QUIET_MS, _QUIET_LIMIT_MS = 60, 2000
_MARGIN = 3  # CSS pixels
_FEWEST_OTHERS = 12
_REGION_SHARE = 6
"""One region anywhere on the page for so many elements of the class other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crop:
    """One crop and its row of the manifest, which lacks the file's name yet."""

    png: bytes
    row: dict[str, Any]


@dataclass(slots=True, kw_only=True)
class Harvested:
    """What a visit brought."""

    crops: list[Crop] = field(default_factory=list)
    dropped: Counter[str] = field(default_factory=Counter)
    """Controls and crops left out, by reason."""
    controls: int = 0
    """Controls found, of all kinds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Photo:
    """A control in one state."""

    control: dict[str, Any]
    label: str
    state: ControlState | None
    boxes: Boxes
    patch: RgbImage
    """The control alone, to compare states by."""
    crops: list[tuple[Framing | None, Box, RgbImage]]


@cache
def _script() -> str:
    """The scripts under `page/` as one, whose names stay out of the page's own."""
    folder = files("checkboxnet.harvesting") / "page"
    parts = [(folder / name).read_text(encoding="utf-8") for name in _SCRIPTS]
    return f"(() => {{ if (window.__checkboxnet) return;\n{''.join(parts)} }})()"


async def visit(
    page: Page, source: PageSource, variant: Variant, config: HarvestConfig
) -> Harvested:
    """Loads a page and takes what it shows.

    Raises:
        TimeoutError: A step took longer than `config.timeout`.
        playwright.async_api.Error: The page can't be loaded, or left.
    """
    visitor = _Visitor(page, source, variant, config)
    await visitor.load()
    await visitor.find()
    await visitor.photograph()
    return await asyncio.to_thread(visitor.result)


class _Visitor:
    def __init__(
        self, page: Page, source: PageSource, variant: Variant, config: HarvestConfig
    ) -> None:
        self.page = page
        self.source = source
        self.variant = variant
        self.config = config
        self.dropped: Counter[str] = Counter()
        self.kit: str | None = None
        self.controls: dict[int, dict[str, Any]] = {}
        self.photos: dict[int, dict[str, _Photo]] = defaultdict(dict)
        self.toggled: set[int] = set()
        self.regions: list[_Photo] = []
        self.region_count = 0
        self._devtools: CDPSession | None = None

    def random(self, *parts: object) -> np.random.Generator:
        """Returns a generator for one decision, the same in every run."""
        key = repr((self.config.seed, self.source.name, *parts))
        return np.random.default_rng(int(sha256(key.encode())[:16], 16))

    async def step(self, work: Awaitable[T]) -> T:
        return await asyncio.wait_for(work, self.config.timeout)

    async def call(self, function: str, *arguments: Any) -> Any:
        script = f"args => window.__checkboxnet.{function}(...args)"
        return await self.step(self.page.evaluate(script, list(arguments)))

    async def load(self) -> None:
        from playwright.async_api import Error

        answer = await self.step(self.page.goto(self.source.url, wait_until="load"))
        if answer is not None and answer.status >= 400:
            raise Error(f"the server answered {answer.status}")
        if self.config.wait_for:
            await self.step(self.page.locator(self.config.wait_for).first.wait_for())
        await forbid_navigation(self.page)
        self._devtools = await self.page.context.new_cdp_session(self.page)
        await self.step(self.page.evaluate(_script()))
        await self.call("quiet", 150, _QUIET_LIMIT_MS)

    async def find(self) -> None:
        config = self.config
        query = {"include": config.include, "exclude": config.exclude, "other": config.other}
        found = await self.call("find", query)
        self.kit = found["kit"]
        self.dropped.update(found["dropped"])
        toggles, others = found["toggles"], found["others"]
        most = config.max_others
        if most is None:
            most = max(_FEWEST_OTHERS, len(toggles))
        for control in toggles:
            self.controls[control["id"]] = control | {"toggle": True}
        for control in self.choose(others, most):
            self.controls[control["id"]] = control | {"toggle": False}
        self.region_count = most // _REGION_SHARE

    def choose(self, others: list[dict[str, Any]], most: int) -> list[dict[str, Any]]:
        """Returns some of them, every kind in turn, so that rare kinds are not crowded out."""
        random = self.random("others")
        by_kind: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for index in random.permutation(len(others)):
            by_kind[others[index]["kind"]].append(others[index])
        chosen: list[dict[str, Any]] = []
        while len(chosen) < most and by_kind:
            for kind in sorted(by_kind):
                chosen.append(by_kind[kind].pop())
                if not by_kind[kind]:
                    del by_kind[kind]
        return sorted(chosen[:most], key=lambda control: int(control["id"]))

    async def photograph(self) -> None:
        """Scrolls from control to control; each stop takes all that are in view there."""
        pending = list(self.controls)
        while pending:
            first = pending[0]
            await self.call("show", first)
            await self.call("quiet", _QUIET_MS, _QUIET_LIMIT_MS)
            await self.call("settle")
            measured = await self.call("measure", pending)
            here = [key for key in pending if "gone" not in measured[str(key)]]
            if first not in here:
                self.dropped[measured[str(first)]["gone"]] += 1
            await self.stop(here)
            done = {first, *here}
            pending = [key for key in pending if key not in done]

    async def stop(self, here: list[int]) -> None:
        if not here:
            return
        await self.shoot(here, with_regions=True)
        if not self.config.toggle:
            return
        clicks: Counter[int] = Counter()
        toggles = [key for key in here if self.controls[key]["toggle"]]
        for _ in range(_ROUNDS):
            targets = self.targets(toggles, clicks)
            if not targets:
                return
            for key in targets:
                clicks[key] += 1
                point = await self.call("clickPoint", key)
                if point is None:
                    self.dropped["cannot be clicked"] += 1
                    continue
                await self.step(self.page.mouse.click(*point))
                self.toggled.add(key)
            # Away from everything, so that no control is drawn as hovered.
            await self.step(self.page.mouse.move(0, 0))
            await self.call("quiet", _QUIET_MS, _QUIET_LIMIT_MS)
            await self.shoot(toggles, with_regions=False)

    def targets(self, toggles: Iterable[int], clicks: Counter[int]) -> list[int]:
        """Returns what to click next: what was seen in one state only, one radio of a group."""
        chosen, groups = [], set()
        for key in toggles:
            control, seen = self.controls[key], self.photos[key]
            if not seen or {Label.CHECKED, Label.UNCHECKED} <= seen.keys():
                continue
            if control["disabled"] or clicks[key] == _CLICKS:
                continue
            if group := control["group"]:
                if Label.CHECKED in seen or group in groups:
                    continue
                groups.add(group)
            chosen.append(key)
        return chosen

    async def shoot(self, keys: list[int], *, with_regions: bool) -> None:
        """Photographs the viewport and keeps every control whose state there is new."""
        before = await self.call("measure", keys)
        earlier, shot = await self.still_shots()
        after = await self.call("measure", keys)
        toggle_boxes = {key: tuple(box) for key, box in (await self.call("toggleBoxes")).items()}
        await asyncio.to_thread(self.keep, keys, before, after, earlier, shot, toggle_boxes)
        if with_regions and self.region_count:
            self.keep_regions(shot, list(toggle_boxes.values()))

    async def still_shots(self) -> tuple[RgbImage, RgbImage]:
        """Returns the last two screenshots, which are the same where nothing moves."""
        earlier, latest = "", await self.screenshot()
        for _ in range(_SHOTS):
            if earlier == latest:
                break
            await asyncio.sleep(_BETWEEN_SHOTS)
            await self.call("settle")
            earlier, latest = latest, await self.screenshot()
        shot = await asyncio.to_thread(decode_png, base64.b64decode(latest))
        if earlier == latest:
            return shot, shot
        return await asyncio.to_thread(decode_png, base64.b64decode(earlier)), shot

    async def screenshot(self) -> str:
        """Returns the viewport as base64 of a PNG.

        Not Playwright's own call, which doesn't offer the faster encoding.
        """
        assert self._devtools is not None  # noqa: S101
        options = {"format": "png", "optimizeForSpeed": True, "captureBeyondViewport": False}
        answer = await self.step(self._devtools.send("Page.captureScreenshot", options))
        data: str = answer["data"]
        return data

    def keep(
        self,
        keys: list[int],
        before: dict[str, Any],
        after: dict[str, Any],
        earlier: RgbImage,
        shot: RgbImage,
        toggle_boxes: dict[str, Box],
    ) -> None:
        for key in keys:
            first, second = before[str(key)], after[str(key)]
            control = self.controls[key]
            if "gone" in first or "gone" in second:
                # Counted where it was not photographed at all; here it left after a click.
                continue
            if first["state"] != second["state"]:
                self.dropped["state changed while photographed"] += 1
                continue
            state = ControlState(**second["state"]) if control["toggle"] else None
            label = state.label if state else str(Label.OTHER)
            if label is None:
                if not self.photos[key] and not control.get("counted"):
                    self.dropped["native and ARIA state disagree"] += 1
                    control["counted"] = True
                continue
            if label in self.photos[key]:
                continue
            boxes = Boxes(
                control=tuple(second["control"]),
                labelled=tuple(second["labelled"]),
                row=tuple(second["row"]) if second["row"] else None,
            )
            # With a little around it: a control may be one patch of colour.
            around = grow(boxes.control, _MARGIN)
            patch = cut(shot, around, self.variant.scale)
            past = cut(earlier, around, self.variant.scale)
            if patch is None or past is None:
                self.dropped["too small"] += 1
                continue
            if first["control"] != second["control"] or (
                shot is not earlier and differs(past, patch)
            ):
                self.dropped["animated"] += 1
                continue
            if is_empty(patch):
                self.dropped["empty"] += 1
                continue
            neighbours = [box for other, box in toggle_boxes.items() if other != str(key)]
            self.photos[key][label] = _Photo(
                control=control,
                label=label,
                state=state,
                boxes=boxes,
                patch=patch.copy(),
                crops=list(self.framed(key, label, boxes, neighbours, shot)),
            )

    def framed(
        self, key: int, label: str, boxes: Boxes, neighbours: list[Box], shot: RgbImage
    ) -> Iterable[tuple[Framing | None, Box, RgbImage]]:
        for framing in self.config.framings:
            random = self.random(self.variant, key, label, framing)
            box = frame(boxes, framing, self.variant.viewport, random)
            if box is None:
                continue
            if overlaps(box, neighbours):
                self.dropped["crop holds another toggle"] += 1
                continue
            crop = cut(shot, box, self.variant.scale)
            if crop is None or is_empty(crop):
                self.dropped["empty or too small a crop"] += 1
                continue
            yield framing, box, crop.copy()

    def keep_regions(self, shot: RgbImage, toggle_boxes: list[Box]) -> None:
        random = self.random(self.variant, "regions", len(self.regions))
        left = self.region_count - len(self.regions)
        for box in random_regions(self.variant.viewport, toggle_boxes, left, random):
            crop = cut(shot, box, self.variant.scale)
            if crop is None or is_empty(crop):
                continue
            control = {"kind": "region", "toggle": False, "id": -1 - len(self.regions)}
            boxes = Boxes(control=box, labelled=box, row=None)
            self.regions.append(
                _Photo(
                    control=control,
                    label=str(Label.OTHER),
                    state=None,
                    boxes=boxes,
                    patch=crop,
                    crops=[(None, box, crop.copy())],
                )
            )

    def result(self) -> Harvested:
        """Leaves out what looks the same in both states, and encodes the rest."""
        photos = list(self.regions)
        for by_label in self.photos.values():
            checked, unchecked = by_label.get(Label.CHECKED), by_label.get(Label.UNCHECKED)
            if checked and unchecked and not differs(checked.patch, unchecked.patch):
                self.dropped["looks the same in both states"] += 1
                continue
            photos += by_label.values()
        crops = [
            Crop(png=encode_png(pixels), row=self.row(photo, framing, box))
            for photo in photos
            for framing, box, pixels in photo.crops
        ]
        return Harvested(crops=crops, dropped=self.dropped, controls=len(self.controls))

    def row(self, photo: _Photo, framing: Framing | None, box: Box) -> dict[str, Any]:
        control = photo.control
        page = self.source.name
        row: dict[str, Any] = {
            "label": photo.label,
            "group": self.kit or page.split("?")[0],
            "kit": self.kit,
            "page": page,
            "selector": control.get("selector"),
            "tag": control.get("tag"),
            "role": control.get("role"),
            "kind": control["kind"],
            "lang": control.get("lang"),
            "framing": framing,
            "box": [round(value, 2) for value in box],
            "control_box": [round(value, 2) for value in photo.boxes.control],
            "viewport": list(self.variant.viewport),
            "scale": self.variant.scale,
            "theme": self.variant.theme,
            "locale": self.variant.locale,
        }
        if photo.state:
            key = control["id"]
            row |= {"disabled": control["disabled"], "toggled": key in self.toggled}
            row |= asdict(photo.state)
        return {name: value for name, value in row.items() if value is not None}
