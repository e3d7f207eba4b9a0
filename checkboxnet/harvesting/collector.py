"""The screenshots of one visit, and the crops and manifest rows made of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np

from checkboxnet.browser.config import Variant
from checkboxnet.browser.controls import (
    NO_STATE,
    UNDECIDED,
    Control,
    Neighbours,
    Observation,
)
from checkboxnet.browser.reasons import ReasonCounts
from checkboxnet.browser.sources import PageSource
from checkboxnet.browser.stability import differs, patch_of
from checkboxnet.harvesting.config import Framing, HarvestConfig
from checkboxnet.harvesting.crop import encode_png, frame, is_empty, random_regions
from checkboxnet.harvesting.page_records import PageRecord, PageShot, page_record
from checkboxnet.harvesting.rows import rounded, row_of
from checkboxnet.labels import Label
from checkboxnet.picture.boxes import Box, cut, overlaps
from checkboxnet.picture.read import RgbImage
from checkboxnet.report.files import sha256

_HOLDS_ANOTHER = "crop holds another toggle"


@dataclass(frozen=True, slots=True, kw_only=True)
class Crop:
    """A crop and its row of the manifest, which lacks the file's name yet."""

    png: bytes
    row: dict[str, Any]


@dataclass(slots=True, kw_only=True)
class VisitResult:
    """The result of one visit of a page."""

    crops: list[Crop] = field(default_factory=list)
    pages: list[PageRecord] | None = None
    """Records of the page's viewports; None where none were asked for."""
    dropped: ReasonCounts = field(default_factory=ReasonCounts)
    """Controls and crops left out."""
    controls: int = 0
    """Controls considered, of all kinds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Framed:
    """The pixels of a crop in one framing."""

    framing: Framing
    box: Box
    pixels: RgbImage
    unreadable: frozenset[int]
    """Numbers of elements it also shows that no state can be read of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Photo:
    """A control in one state."""

    observed: Observation
    patch: RgbImage
    crops: list[_Framed]


class CropCollector:
    """Takes observations and screenshots of controls, and gives crops."""

    def __init__(
        self, source: PageSource, variant: Variant, config: HarvestConfig, *, kit: str | None
    ) -> None:
        """Begins empty; `kit` is the page's name of its UI kit."""
        self.dropped = ReasonCounts()
        self.maybe_toggles: set[int] = set()
        """Numbers of elements that may be toggles, for all that is known so far."""
        self._source = source
        self._variant = variant
        self._config = config
        self._kit = kit
        self._photos: dict[Control, dict[str, _Photo]] = {}
        self._undecided: dict[Control, list[_Photo]] = {}
        self._regions: list[tuple[Box, RgbImage]] = []
        self._pages: list[PageShot] = []
        self._doubts: dict[Control, str] = {}
        self._dropped: set[tuple[Control, str]] = set()

    def random(self, *parts: object) -> np.random.Generator:
        """Returns a generator for one decision, the same in every run."""
        key = repr((self._config.seed, self._source.name, *parts))
        return np.random.default_rng(int(sha256(key.encode())[:16], 16))

    def drop(self, control: Control, reason: str) -> None:
        """Counts a control as left out, once for each reason."""
        if (control, reason) not in self._dropped:
            self._dropped.add((control, reason))
            self.dropped.add(reason, control.selector)

    def labels(self, control: Control) -> frozenset[str]:
        """Returns the states in which a control has been photographed."""
        return frozenset(self._photos.get(control, ()))

    @property
    def stateless(self) -> list[Control]:
        """The toggles that declare no state."""
        return [control for control, doubt in self._doubts.items() if doubt == NO_STATE]

    @property
    def undecided(self) -> Collection[Control]:
        """The controls added by `add_undecided`."""
        return self._undecided.keys()

    def add(
        self, control: Control, observed: Observation, shot: RgbImage, neighbours: Neighbours
    ) -> None:
        """Adds a control if its state is certain, new, and visible.

        Args:
            control: What was photographed while it stood still.
            observed: Where and how it was.
            shot: The viewport that the boxes refer to, uint8 of shape (H, W, 3).
            neighbours: What else is in view.
        """
        if observed.state is None:
            label = str(Label.OTHER)
        elif (declared := observed.state.label) is not None:
            label = declared
        else:
            self._doubts[control] = observed.state.doubt
            return
        if label in self.labels(control):
            return
        patch = patch_of(observed, shot, self._variant.scale)
        if patch is None or is_empty(patch):
            self.drop(control, "empty")
            return
        others = neighbours.of(control, observed, whole=control.toggle)
        unreadable = {n: box for n, box in neighbours.unreadable.items() if n != control.id}
        crops = list(self._frame_all(control, label, observed, shot, others, unreadable))
        photo = _Photo(observed=observed, patch=patch, crops=crops)
        self._photos.setdefault(control, {})[label] = photo

    def add_undecided(
        self,
        control: Control,
        observations: Sequence[tuple[Observation, RgbImage]],
        neighbours: Neighbours,
    ) -> None:
        """Adds a control that a click has redrawn without a change of a state that can be read.

        Args:
            control: What was clicked. Its crops so far are dropped.
            observations: Where it was before and after, each with a screenshot of the viewport.
            neighbours: What else is in view.
        """
        self._photos.pop(control, None)
        self.maybe_toggles.add(control.id)
        photos = self._undecided.setdefault(control, [])
        for observed, shot in observations:
            patch = patch_of(observed, shot, self._variant.scale)
            if patch is None:
                continue
            others = neighbours.of(control, observed, whole=True)
            # What lies in it, or around it, is tried with it.
            others += [
                box
                for box in neighbours.unreadable.values()
                if not overlaps(box, [observed.control])
            ]
            key = f"{UNDECIDED} {len(photos)}"
            crops = list(self._frame_all(control, key, observed, shot, others, {}))
            photos.append(_Photo(observed=observed, patch=patch, crops=crops))

    def add_regions(self, shot: RgbImage, neighbours: Neighbours, most: int) -> None:
        """Adds parts of the page that hold no toggle, until there are `most` in all."""
        avoid = [*neighbours.toggles.values(), *neighbours.unreadable.values()]
        random = self.random(self._variant, "regions", len(self._regions))
        left = most - len(self._regions)
        for box in random_regions(self._variant.viewport, avoid, left, random):
            pixels = cut(shot, box, self._variant.scale)
            if pixels is not None and not is_empty(pixels):
                self._regions.append((box, pixels.copy()))

    def add_page(
        self, shot: RgbImage, still: Mapping[Control, Observation], near: Neighbours
    ) -> None:
        """Adds a viewport for its page record, where these are kept."""
        if self._config.pages:
            self._pages.append(PageShot(shot=shot, still=still, neighbours=near))

    def result(self, clicked: Collection[Control]) -> VisitResult:
        """Returns the crops, without what looks the same in both states.

        Args:
            clicked: Controls whose state was changed by a click.
        """
        crops = [
            Crop(png=encode_png(pixels), row=self._row(box, label=Label.OTHER, kind="region"))
            for box, pixels in self._regions
        ]
        for control, photos in self._photos.items():
            if control.id in self.maybe_toggles:
                self.drop(control, "maybe a toggle")
                continue
            on, off = photos.get(Label.CHECKED), photos.get(Label.UNCHECKED)
            if on and off and not differs(on.patch, off.patch):
                self.drop(control, "looks the same in both states")
                continue
            for label, photo in photos.items():
                crops += self._crops(control, photo, label, clicked=control in clicked)
        for control, taken in self._undecided.items():
            stateless = control in self._doubts or not control.toggle
            what = "and no state to read" if stateless else "in the same state"
            self.drop(control, f"undecided: drawn otherwise after a click, {what}")
            for photo in taken:
                crops += self._crops(control, photo, UNDECIDED, clicked=True)
        for control, doubt in self._doubts.items():
            if control not in self._photos and control not in self._undecided:
                self.drop(control, doubt)
        pages = [
            page_record(taken, doubtful=self.maybe_toggles, about=self._about_page())
            for taken in self._pages
        ]
        return VisitResult(
            crops=crops, pages=pages if self._config.pages else None, dropped=self.dropped
        )

    def _crops(
        self, control: Control, photo: _Photo, label: str, *, clicked: bool
    ) -> Iterator[Crop]:
        about: dict[str, Any] = {
            "selector": control.selector,
            "tag": control.tag,
            "role": control.role,
            "kind": control.kind,
            "drawn_as": control.drawn_as,
            "design": control.design,
            "decidable": None if control.decidable is None else control.tells(label),
            "direction": "rtl" if control.rtl else "ltr",
            "lang": control.lang,
            "control_box": rounded(photo.observed.control),
        }
        if state := photo.observed.state:
            about |= {"disabled": photo.observed.disabled, "toggled": clicked, **asdict(state)}
        for crop in photo.crops:
            if not self.maybe_toggles.isdisjoint(crop.unreadable):
                self.dropped.add(_HOLDS_ANOTHER, control.selector)
                continue
            row = self._row(crop.box, label=label, framing=crop.framing, **about)
            yield Crop(png=encode_png(crop.pixels), row=row)

    def _frame_all(
        self,
        control: Control,
        key: str,
        observed: Observation,
        shot: RgbImage,
        others: Sequence[Box],
        unreadable: Mapping[int, Box],
    ) -> Iterator[_Framed]:
        for framing in self._config.framings:
            random = self.random(self._variant, control.id, key, framing)
            box = frame(observed, framing, self._variant.viewport, random)
            if box is None:
                continue
            if overlaps(box, others):
                self.dropped.add(_HOLDS_ANOTHER, control.selector)
                continue
            pixels = cut(shot, box, self._variant.scale)
            if pixels is None or is_empty(pixels):
                self.dropped.add("empty or too small a crop", control.selector)
                continue
            shown = frozenset(n for n, other in unreadable.items() if overlaps(box, [other]))
            yield _Framed(framing=framing, box=box, pixels=pixels.copy(), unreadable=shown)

    def _row(self, box: Box, **about: Any) -> dict[str, Any]:
        """Returns a row of the manifest; what does not apply is left out."""
        label = about.pop("label")
        return row_of(label=label, **self._about_page(), **about, box=rounded(box))

    def _about_page(self) -> dict[str, Any]:
        page = self._source.name
        return {
            "group": self._kit or page.split("?")[0],
            "kit": self._kit,
            "page": page,
            "viewport": list(self._variant.viewport),
            "scale": self._variant.scale,
            "theme": self._variant.theme,
            "locale": self._variant.locale,
        }
