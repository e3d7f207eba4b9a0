"""`evaluate_scan`: how well controls are found on screenshots, and their states read."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from checkboxnet.dataset.page_records import LabelledPage, read_page_records
from checkboxnet.errors import ImageError
from checkboxnet.evaluation.matching import matched
from checkboxnet.model import Model, as_model
from checkboxnet.picture.boxes import Box, box_of
from checkboxnet.picture.read import RgbImage, open_image
from checkboxnet.report.files import refuse_to_overwrite, write_text
from checkboxnet.report.progress import track
from checkboxnet.scanning.found import Found

if TYPE_CHECKING:
    from checkboxnet.scanning.detector import Detector

SIZES = ((0, 16), (16, 24), (24, 48), (48, float("inf")))
"""Slices by the shorter side of a control, in pixels of the screenshot."""

_RESAMPLES = 1000
_ON_PAGE = 40

Scanner = Callable[[LabelledPage, RgbImage], Sequence[Found]]
"""Returns what is found on a screenshot, the most probable first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """A share, and how sure it is."""

    value: float
    """From 0 to 1, or a number per screenshot."""
    low: float
    high: float
    """95 % interval, by bootstrap over groups of screenshots that are drawn alike."""
    count: int
    """What it is a share of."""

    def __str__(self) -> str:
        """Returns, say, `0.953 (0.921 – 0.974; 812)`."""
        return f"{self.value:.3f} ({self.low:.3f} – {self.high:.3f}; {self.count})"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanMistake:
    """What is wrong on one screenshot; boxes are left, top, width and height in its pixels."""

    path: Path
    missed: list[Box]
    """Controls that were not found."""
    wrong: list[Found]
    """Found, but in another state than they are in."""
    false: list[Found]
    """Found where there is no control."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanReport:
    """How well screenshots are read."""

    screenshots: int
    controls: int
    recall: Rate
    """Share of the controls that are found, by an intersection over union of .5."""
    recall_by_centre: Rate
    """The same, where a finding's centre in the control's box is enough."""
    precision: Rate
    """Share of the findings that are controls."""
    right: Rate
    """Share of the controls that are found in the state they are in (recall end to end)."""
    right_findings: Rate
    """Share of the findings that are controls in the state they are in (precision end to end)."""
    f1: Rate
    """Harmonic mean of the two."""
    certain_right: Rate
    """Share that is right among the findings that are certain."""
    certain_share: Rate
    """Share of the controls that are found, certain and right."""
    false_toggles: Rate
    """Findings per screenshot where there is no control."""
    wholly_right: Rate
    """Share of the screenshots without any mistake."""
    slices: Mapping[str, Mapping[str, tuple[Rate, Rate]]]
    """Share found and share right of parts of the controls: by size, kind and group."""
    mistakes: list[ScanMistake]
    """The screenshots of most mistakes first."""
    unreadable: list[str]
    """A message for each screenshot that could not be read; they are not counted."""

    def to_dict(self) -> dict[str, Any]:
        """Returns a JSON-ready dict, without the mistakes."""
        values = asdict(self)
        del values["mistakes"]
        values["slices"] = {
            column: {value: {"found": f, "right": r} for value, (f, r) in parts.items()}
            for column, parts in values["slices"].items()
        }
        return values

    def __str__(self) -> str:
        """Returns the report as a readable text."""
        lines = [f"screenshots  {self.screenshots}", f"controls     {self.controls}"]
        names = {
            "recall": "found",
            "recall_by_centre": "found, by centre",
            "precision": "findings that are controls",
            "right": "found and right",
            "right_findings": "findings that are right",
            "f1": "F1 of the two",
            "certain_right": "right, of the certain",
            "certain_share": "certain and right",
            "false_toggles": "false per screenshot",
            "wholly_right": "screenshots wholly right",
        }
        lines += [f"{text:26}  {getattr(self, name)}" for name, text in names.items()]
        for column, parts in self.slices.items():
            lines += ["", f"by {column}: found, found and right"]
            width = max(map(len, parts))
            lines += [f"  {value:{width}}  {f}  {r}" for value, (f, r) in parts.items()]
        if self.unreadable:
            lines += ["", f"unreadable ({len(self.unreadable)})"]
            lines += [f"  {message}" for message in self.unreadable]
        return "\n".join(lines)

    def save_html(
        self, path: str | os.PathLike[str], *, title: str = "Scan", overwrite: bool = False
    ) -> Path:
        """Writes one page with the figures and the 40 screenshots of most mistakes, drawn in.

        Args:
            path: File to write.
            title: Heading of the page.
            overwrite: Replaces an existing file.

        Raises:
            OutputExistsError: `path` exists and `overwrite` is False.
        """
        from checkboxnet.report.html import templates

        path = Path(path)
        refuse_to_overwrite(path, overwrite=overwrite)
        shown = [(mistake, _drawn(mistake)) for mistake in self.mistakes[:_ON_PAGE]]
        template = templates("checkboxnet.evaluation").get_template("scan.html")
        write_text(path, template.render(report=self, title=title, mistakes=shown))
        return path


def evaluate_scan(
    records: str | os.PathLike[str] | Sequence[LabelledPage],
    *,
    model: str | os.PathLike[str] | Model = "default",
    detector: str | os.PathLike[str] | Detector = "default",
) -> ScanReport:
    """Scans screenshots whose controls are known, and compares.

    A control that is indeterminate is right if its prediction is not certain. What lies in an
    ignored region counts neither as right nor as wrong.

    Args:
        records: Folder of a harvest with page records, a manifest like its `pages.jsonl`, or
            records already read.
        model: What says the states.
        detector: What finds the controls.

    Raises:
        DatasetError: The records can't be read, or no screenshot can.
        CheckboxNetError: Model or detector can't be loaded.

    Examples:
        >>> print(evaluate_scan("harvested/"))  # doctest: +SKIP
    """
    loaded = as_model(model)
    if isinstance(records, (str, os.PathLike)):
        records = read_page_records(records)
    return report_of(records, lambda page, image: loaded.scan(image, detector=detector))


def report_of(pages: Sequence[LabelledPage], scanner: Scanner) -> ScanReport:
    """Returns the report of anything that scans.

    Args:
        pages: What is on the screenshots.
        scanner: Finds controls, and says their states.
    """
    from checkboxnet.errors import DatasetError

    tallies, mistakes, unreadable = [], [], []
    slices: dict[str, dict[str, list[tuple[str, bool, bool]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for page in track(pages, "scanning", total=len(pages)):
        try:
            image = open_image(page.path)
        except ImageError as error:
            unreadable.append(str(error))
            continue
        found = sorted(scanner(page, image), key=lambda each: -each.score)
        tally, mistake, states = _compared(page, found)
        tallies.append((page.group, tally))
        if mistake.missed or mistake.wrong or mistake.false:
            mistakes.append(mistake)
        for index, (seen, right) in states.items():
            side = float((page.boxes[index, 2:] - page.boxes[index, :2]).min())
            low, high = next(size for size in SIZES if size[0] <= side < size[1])
            size_name = f"from {low} px" if high == float("inf") else f"{low} to {high:.0f} px"
            for column, value in (
                ("size", size_name),
                ("kind", page.controls[index].kind),
                ("group", page.group),
            ):
                slices[column][value].append((page.group, seen, right))
    if not tallies:
        raise DatasetError(f"no screenshot can be read: {unreadable[:1]}")
    sums = _Sums(tallies)
    return ScanReport(
        screenshots=len(tallies),
        controls=int(sums.total("controls")),
        recall=sums.rate("found", "controls"),
        recall_by_centre=sums.rate("found_by_centre", "controls"),
        precision=sums.rate("found", "findings"),
        right=sums.rate("right", "controls"),
        right_findings=sums.rate("right", "findings"),
        f1=sums.rate("right", "controls", "findings"),
        certain_right=sums.rate("certain_right", "certain"),
        certain_share=sums.rate("certain_right", "controls"),
        false_toggles=sums.rate("false", "screenshots"),
        wholly_right=sums.rate("wholly_right", "screenshots"),
        slices={
            column: {value: _slice_rates(rows) for value, rows in sorted(parts.items())}
            for column, parts in slices.items()
        },
        mistakes=sorted(mistakes, key=lambda m: -len(m.missed + m.wrong + m.false)),
        unreadable=unreadable,
    )


def _compared(
    page: LabelledPage, found: Sequence[Found]
) -> tuple[dict[str, int], ScanMistake, dict[int, tuple[bool, bool]]]:
    """Returns counts, what is wrong, and of each control whether it is found and right."""
    boxes = [each.box for each in found]
    match = matched(page, boxes)
    by_centre = matched(page, boxes, by_centre=True)
    states = dict.fromkeys(range(len(page.controls)), (False, False))
    wrong, false, certain, certain_right = [], [], 0, 0
    for each, index, ignored in zip(found, match.control, match.ignored, strict=True):
        if ignored:
            continue
        right = index is not None and _right(page.controls[index].state, each)
        certain += each.prediction.certain
        certain_right += each.prediction.certain and right
        if index is None:
            false.append(each)
            continue
        states[index] = (True, right)
        if not right:
            wrong.append(each)
    missed = [box_of(page.boxes[index]) for index, (seen, _) in states.items() if not seen]
    tally = {
        "screenshots": 1,
        "controls": len(page.controls),
        "findings": len(found) - sum(match.ignored),
        "found": sum(seen for seen, _ in states.values()),
        "found_by_centre": sum(index is not None for index in by_centre.control),
        "right": sum(right for _, right in states.values()),
        "certain": certain,
        "certain_right": certain_right,
        "false": len(false),
        "wholly_right": int(not (missed or wrong or false)),
    }
    mistake = ScanMistake(path=page.path, missed=missed, wrong=wrong, false=false)
    return tally, mistake, states


def _right(state: str, found: Found) -> bool:
    prediction = found.prediction
    return not prediction.certain if state == "mixed" else prediction.label == state


class _Sums:
    """Sums of counts, and of counts of groups drawn again with replacement."""

    def __init__(self, tallies: Sequence[tuple[str, Mapping[str, int]]]) -> None:
        names = list(tallies[0][1])
        groups = sorted({group for group, _ in tallies})
        table = np.zeros((len(groups), len(names)))
        for group, tally in tallies:
            table[groups.index(group)] += [tally[name] for name in names]
        draws = np.random.default_rng(0).integers(len(groups), size=(_RESAMPLES, len(groups)))
        self._totals = dict(zip(names, table.sum(axis=0), strict=True))
        self._drawn = dict(zip(names, table[draws].sum(axis=1).T, strict=True))

    def total(self, name: str) -> float:
        return float(self._totals[name])

    def rate(self, part: str, *wholes: str) -> Rate:
        """Returns the part's share of the mean of the wholes: of two, that is an F1 score."""
        whole = sum(self._totals[name] for name in wholes) / len(wholes)
        drawn = sum(self._drawn[name] for name in wholes) / len(wholes)
        shares = self._drawn[part][drawn > 0] / drawn[drawn > 0]
        low, high = np.percentile(shares, [2.5, 97.5]) if len(shares) else (0.0, 0.0)
        value = self._totals[part] / whole if whole else 0.0
        return Rate(value=float(value), low=float(low), high=float(high), count=int(whole))


def _slice_rates(rows: Sequence[tuple[str, bool, bool]]) -> tuple[Rate, Rate]:
    sums = _Sums([(g, {"all": 1, "found": int(f), "right": int(r)}) for g, f, r in rows])
    return sums.rate("found", "all"), sums.rate("right", "all")


def _drawn(mistake: ScanMistake) -> str | None:
    """Returns the screenshot with its mistakes as a data URI, or None if it is gone."""
    from PIL import Image, ImageDraw

    from checkboxnet.report.html import data_uri
    from checkboxnet.scanning.annotate import draw_frame

    try:
        picture = Image.fromarray(open_image(mistake.path))
    except ImageError:
        return None
    draw = ImageDraw.Draw(picture)
    for box in mistake.missed:
        draw_frame(draw, box, "missed", "#B3261E", broken=True)
    for found in mistake.wrong:
        draw_frame(draw, found.box, f"not {found.prediction.label}", "#0072B2")
    for found in mistake.false:
        draw_frame(draw, found.box, f"no control: {found.prediction.label}", "#B35C00")
    return data_uri(picture, largest=(1000, 1600))
