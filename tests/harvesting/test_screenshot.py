"""Boxes of a whole screenshot are seen as the harvester's crops of the same page are."""

from __future__ import annotations

import asyncio
from pathlib import Path

import numpy as np
import pytest
from harvesting.conftest import crops_of
from playwright.async_api import async_playwright

from checkboxnet import HarvestConfig, harvest
from checkboxnet.browser.config import Variant
from checkboxnet.browser.launch import launch, open_page
from checkboxnet.browser.page import decode_png
from checkboxnet.model import load_model
from checkboxnet.picture.read import RgbImage

SIZE = (1000, 900)
_ROW = """
<div class="row"><label><input type="checkbox" {state}> Receive mail {n}</label>
<span role="switch" aria-checked="{aria}" tabindex="0"><i></i></span>
<button>Save {n}</button> <a href="#">Details {n}</a></div>
"""
_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Settings</title><style>
body { margin: 20px; font: 16px sans-serif; }
.row { display: flex; gap: 40px; align-items: center; height: 48px; }
input { width: 18px; height: 18px; }
[role=switch] { width: 40px; height: 22px; border-radius: 11px; background: #94a3b8; }
[role=switch] i { display: block; width: 18px; height: 18px; margin: 2px; border-radius: 9px;
  background: #fff; }
[role=switch][aria-checked=true] { background: #2563eb; }
[role=switch][aria-checked=true] i { margin-left: 20px; }
</style>"""


async def take_screenshot(page_file: Path, scale: float) -> RgbImage:
    variant = Variant(viewport=SIZE, scale=scale, theme="light", locale="en-US")
    async with async_playwright() as playwright:
        browser = await launch(playwright)
        async with open_page(browser, variant, HarvestConfig()) as page:
            await page.goto(page_file.as_uri())
            shot = decode_png(await page.screenshot())
        await browser.close()
    return shot


def on_an_edge(box: list[float], scale: float) -> bool:
    """Whether the manifest's two decimals leave open to which pixel an edge was rounded."""
    left, top, width, height = box
    edges = np.array([left, top, left + width, top + height]) * scale
    return bool((np.abs(edges % 1 - 0.5) < 0.02 * scale).any())


@pytest.mark.parametrize("scale", [pytest.param(1.0, marks=pytest.mark.slow), 2.0])
def test_boxes_of_a_page(browser: str, tmp_path: Path, scale: float) -> None:
    lines = [
        _ROW.format(n=n, state="checked" if n % 2 else "", aria=str(n % 3 == 0).lower())
        for n in range(12)
    ]
    page_file = tmp_path / "settings.html"
    page_file.write_text(_PAGE + "".join(lines))
    config = HarvestConfig(viewports=(SIZE,), scales=(scale,), toggle=False, max_others=20)
    crops = crops_of(harvest(page_file, tmp_path / "crops", config=config))
    shot = asyncio.run(take_screenshot(page_file, scale))
    model = load_model()

    rows = [row for row in crops.rows if not on_an_edge(row["box"], scale)]
    assert len(rows) > 60
    boxes = [np.array(row["box"]) * scale for row in rows]
    expected = model.predict([crops.folder / row["path"] for row in rows])
    assert model.predict_boxes(shot, boxes, padding=0) == expected

    toggles = {row["selector"]: row for row in crops.rows if row["kind"] in ("checkbox", "switch")}
    boxes = [np.array(row["control_box"]) * scale for row in toggles.values()]
    labels = [row["label"] for row in toggles.values()]
    found = [prediction.label for prediction in model.predict_boxes(shot, boxes)]
    assert len(labels) > 12
    assert set(labels) == {"checked", "unchecked"}
    assert found == labels
