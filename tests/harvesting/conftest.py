"""A harvest of the fixture pages by a real browser, which most tests here look at."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from checkboxnet import HarvestConfig, HarvestReport, harvest

STATE_COLOURS = {"green": (0, 128, 0), "red": (192, 0, 0), "blue": (0, 0, 192)}
PAGES = Path(__file__).parent / "pages"

SEEN = [
    "open-details", "content-auto", "half-transparent", "inert", "no-clicks",
    "no-height-but-out-of-it", "no-box", "open-frame",
]  # fmt: skip
"""Ways in which `unseen.html` shows controls, three in each."""
HIDDEN = [
    "closed-details", "content-hidden", "until-found", "collapse", "transparent",
    "nearly-transparent", "inert-transparent", "circle", "polygon", "inset", "no-height",
    "no-height-clip", "no-height-no-clicks", "no-scale", "turned-away", "popover", "dialog",
    "closed-frame", "transparent-frame", "hidden-frame", "clipped-frame",
]  # fmt: skip
"""Ways in which it hides them. One frame more is turned."""


@dataclass(frozen=True)
class Crops:
    """The crops of a harvest, and its report."""

    folder: Path
    report: HarvestReport
    rows: list[dict[str, Any]]

    def of(self, page: str, selector: str) -> dict[str, list[dict[str, Any]]]:
        """Returns the rows of one control by label."""
        found = defaultdict(list)
        for row in self.rows:
            if row["page"].endswith(f"/{page}") and row.get("selector", "").endswith(selector):
                found[row["label"]].append(row)
        return dict(found)

    def pixels(self, row: dict[str, Any]) -> np.ndarray:
        with Image.open(self.folder / row["path"]) as image:
            return np.asarray(image.convert("RGB")).astype(int)

    def colour(self, row: dict[str, Any]) -> str:
        """Returns which state's colour, as the fixtures draw it, a crop shows most of."""
        pixels = self.pixels(row)
        counts = {
            name: int((np.abs(pixels - colour).max(axis=2) < 8).sum())
            for name, colour in STATE_COLOURS.items()
        }
        return max(counts, key=counts.__getitem__)


def is_vivid(pixels: np.ndarray) -> bool:
    """Whether a crop shows any of the colours in which toggles are drawn."""
    red = (pixels[..., 0] > 150) & (pixels[..., 1:].max(axis=2) < 60)
    green = (pixels[..., 1] > 100) & (pixels[..., ::2].max(axis=2) < 60)
    return bool((red | green).any())


def crops_of(report: HarvestReport) -> Crops:
    lines = report.manifest.read_text().splitlines()
    return Crops(report.output, report, [json.loads(line) for line in lines])


@pytest.fixture(scope="session")
def harvested(browser: str, tmp_path_factory: pytest.TempPathFactory) -> Crops:
    """All fixture pages, each visited once."""
    output = tmp_path_factory.mktemp("harvest") / "crops"
    return crops_of(harvest(PAGES, output, config=HarvestConfig(timeout=60, workers=4)))
