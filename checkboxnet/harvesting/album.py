"""The photographs of one visit: which of them are kept, and the crops and rows they become."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np

from checkboxnet.browser.controls import Control, Sighting, Surroundings
from checkboxnet.browser.launch import Variant
from checkboxnet.browser.left_out import LeftOut
from checkboxnet.browser.sources import PageSource
from checkboxnet.browser.state import SILENT, UNDECIDED
from checkboxnet.harvesting.config import Framing, HarvestConfig
from checkboxnet.harvesting.crop import differs, encode_png, frame, is_empty, random_regions
from checkboxnet.labels import Label
from checkboxnet.picture.boxes import Box, cut, grow, overlaps
from checkboxnet.picture.read import RgbImage
from checkboxnet.report.files import sha256

_HOLDS_ANOTHER = "crop holds another toggle"
_REACTS = "undecided: drawn otherwise after a click, and no state to read"
_REACTS_ONLY = "undecided: drawn otherwise after a click, in the same state"
MARGIN = 3
"""CSS pixels around a control that are compared with it: it may be one patch of colour itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crop:
    """One crop and its row of the manifest, which lacks the file's name yet."""

    png: bytes
    row: dict[str, Any]


@dataclass(slots=True, kw_only=True)
class Harvested:
    """What a visit brought."""

    crops: list[Crop] = field(default_factory=list)
    dropped: LeftOut = field(default_factory=LeftOut)
    """Controls and crops left out, by reason."""
    controls: int = 0
    """Controls looked at, of all kinds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cut:
    """A crop in one framing."""

    framing: Framing
    box: Box
    pixels: RgbImage
    holds: frozenset[int]
    """What it shows besides of which no state can be read, by number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Photo:
    """A control in one state."""

    sighting: Sighting
    patch: RgbImage
    cuts: list[_Cut]


class Album:
    """Takes sightings and screenshots, and gives crops."""

    def __init__(
        self, source: PageSource, variant: Variant, config: HarvestConfig, *, kit: str | None
    ) -> None:
        """Begins empty; `kit` is what the page calls its kit."""
        self.dropped = LeftOut()
        self._source = source
        self._variant = variant
        self._config = config
        self._kit = kit
        self.unknown: set[int] = set()
        """Numbers of elements that may be toggles, for all that is known so far."""
        self._undecided: dict[Control, list[_Photo]] = {}
        self._photos: dict[Control, dict[str, _Photo]] = {}
        self._regions: list[tuple[Box, RgbImage]] = []
        self._doubtful: dict[Control, str] = {}
        self._dropped: set[tuple[Control, str]] = set()

    def random(self, *parts: object) -> np.random.Generator:
        """Returns a generator for one decision, the same in every run."""
        key = repr((self._config.seed, self._source.name, *parts))
        return np.random.default_rng(int(sha256(key.encode())[:16], 16))

    def drop(self, control: Control, reason: str) -> None:
        """Counts a control among those left out, once for each reason."""
        if (control, reason) not in self._dropped:
            self._dropped.add((control, reason))
            self.dropped.add(reason, control.selector)

    def labels(self, control: Control) -> frozenset[str]:
        """Returns the states in which a control has been photographed."""
        return frozenset(self._photos.get(control, ()))

    @property
    def stateless(self) -> list[Control]:
        """The controls that say of themselves that they are toggles, and not in which state."""
        return [control for control, doubt in self._doubtful.items() if doubt == SILENT]

    @property
    def undecided(self) -> Collection[Control]:
        """What was set aside."""
        return self._undecided.keys()

    def add(
        self, control: Control, sighting: Sighting, shot: RgbImage, around: Surroundings
    ) -> None:
        """Keeps a control if its state is certain, new, and to be seen.

        Args:
            control: What was photographed while it stood still.
            sighting: Where and how it was.
            shot: Of the viewport that the boxes refer to, uint8 of shape (H, W, 3).
            around: What else is seen there.
        """
        label = str(Label.OTHER)
        if sighting.state is not None:
            if sighting.state.label is None:
                self._doubtful[control] = sighting.state.doubt
                return
            label = sighting.state.label
        if label in self.labels(control):
            return
        patch = cut(shot, grow(sighting.boxes.control, MARGIN), self._variant.scale)
        if patch is None or is_empty(patch):
            self.drop(control, "empty")
            return
        neighbours = around.forbidden(control, sighting, whole=control.toggle)
        unreadable = {n: box for n, box in around.unreadable.items() if n != control.id}
        cuts = self._framed(control, label, sighting, shot, neighbours, unreadable)
        photo = _Photo(sighting=sighting, patch=patch.copy(), cuts=list(cuts))
        self._photos.setdefault(control, {})[label] = photo

    def set_aside(
        self, control: Control, sightings: Sequence[tuple[Sighting, RgbImage]], around: Surroundings
    ) -> None:
        """Keeps a control that a click has drawn otherwise without a state that could be read.

        Args:
            control: What was clicked. Crops that it was in so far are dropped.
            sightings: Where it was before and after, each with a shot of the viewport.
            around: What else is seen there.
        """
        self._photos.pop(control, None)
        self.unknown.add(control.id)
        photos = self._undecided.setdefault(control, [])
        for sighting, shot in sightings:
            patch = cut(shot, grow(sighting.boxes.control, MARGIN), self._variant.scale)
            if patch is None:
                continue
            neighbours = around.forbidden(control, sighting, whole=True)
            # What lies in it, or around it, is tried with it.
            neighbours += [
                box
                for box in around.unreadable.values()
                if not overlaps(box, [sighting.boxes.control])
            ]
            key = f"{UNDECIDED} {len(photos)}"
            cuts = self._framed(control, key, sighting, shot, neighbours)
            photos.append(_Photo(sighting=sighting, patch=patch.copy(), cuts=list(cuts)))

    def add_regions(self, shot: RgbImage, around: Surroundings, most: int) -> None:
        """Keeps parts of the page that hold no toggle, until there are `most` in all."""
        avoid = [*around.toggles.values(), *around.unreadable.values()]
        random = self.random(self._variant, "regions", len(self._regions))
        left = most - len(self._regions)
        for box in random_regions(self._variant.viewport, avoid, left, random):
            pixels = cut(shot, box, self._variant.scale)
            if pixels is not None and not is_empty(pixels):
                self._regions.append((box, pixels.copy()))

    def harvested(self, toggled: set[Control]) -> Harvested:
        """Returns the crops, without what looks the same in both states.

        Args:
            toggled: Controls that were clicked.
        """
        crops = [
            Crop(png=encode_png(pixels), row=self._row(box, label=Label.OTHER, kind="region"))
            for box, pixels in self._regions
        ]
        for control, photos in self._photos.items():
            if control.id in self.unknown:
                self.drop(control, "maybe a toggle")
                continue
            on, off = photos.get(Label.CHECKED), photos.get(Label.UNCHECKED)
            if on and off and not differs(on.patch, off.patch):
                self.drop(control, "looks the same in both states")
                continue
            for label, photo in photos.items():
                crops += self._crops(control, photo, label, clicked=control in toggled)
        for control, taken in self._undecided.items():
            is_silent = control in self._doubtful or not control.toggle
            self.drop(control, _REACTS if is_silent else _REACTS_ONLY)
            for photo in taken:
                crops += self._crops(control, photo, UNDECIDED, clicked=True)
        for control, doubt in self._doubtful.items():
            if control not in self._photos and control not in self._undecided:
                self.drop(control, doubt)
        return Harvested(crops=crops, dropped=self.dropped)

    def _crops(
        self, control: Control, photo: _Photo, label: str, *, clicked: bool
    ) -> Iterator[Crop]:
        about = self._about(control, photo, clicked=clicked)
        for each in photo.cuts:
            if not self.unknown.isdisjoint(each.holds):
                self.dropped.add(_HOLDS_ANOTHER, control.selector)
                continue
            row = self._row(each.box, label=label, framing=each.framing, **about)
            yield Crop(png=encode_png(each.pixels), row=row)

    def _framed(
        self,
        control: Control,
        label: str,
        sighting: Sighting,
        shot: RgbImage,
        neighbours: Sequence[Box],
        unreadable: Mapping[int, Box] | None = None,
    ) -> Iterator[_Cut]:
        for framing in self._config.framings:
            random = self.random(self._variant, control.id, label, framing)
            box = frame(sighting.boxes, framing, self._variant.viewport, random)
            if box is None:
                continue
            if overlaps(box, neighbours):
                self.dropped.add(_HOLDS_ANOTHER, control.selector)
                continue
            pixels = cut(shot, box, self._variant.scale)
            if pixels is None or is_empty(pixels):
                self.dropped.add("empty or too small a crop", control.selector)
                continue
            holds = frozenset(
                n for n, other in (unreadable or {}).items() if overlaps(box, [other])
            )
            yield _Cut(framing=framing, box=box, pixels=pixels.copy(), holds=holds)

    def _about(self, control: Control, photo: _Photo, *, clicked: bool) -> dict[str, Any]:
        about: dict[str, Any] = {
            "selector": control.selector,
            "tag": control.tag,
            "role": control.role,
            "kind": control.kind,
            "lang": control.lang,
            "control_box": [round(value, 2) for value in photo.sighting.boxes.control],
        }
        if state := photo.sighting.state:
            about |= {"disabled": photo.sighting.disabled, "toggled": clicked, **asdict(state)}
        return about

    def _row(self, box: Box, **about: Any) -> dict[str, Any]:
        """Returns a row of the manifest; what does not apply is left out."""
        page = self._source.name
        row = {
            "label": about.pop("label"),
            "group": self._kit or page.split("?")[0],
            "kit": self._kit,
            "page": page,
            **about,
            "box": [round(value, 2) for value in box],
            "viewport": list(self._variant.viewport),
            "scale": self._variant.scale,
            "theme": self._variant.theme,
            "locale": self._variant.locale,
        }
        return {name: value for name, value in row.items() if value is not None}
