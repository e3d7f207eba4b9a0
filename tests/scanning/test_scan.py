"""The shipped detector and weights on real screenshots."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from conftest import ROOT, Outcome
from PIL import Image

from checkboxnet import HarvestConfig, ImageError, evaluate_scan, harvest, scan
from checkboxnet.errors import ConfigError, ModelNotFoundError
from checkboxnet.picture import decode

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SCREENSHOTS = ROOT / "examples" / "screenshots"
GOLDEN = json.loads((ROOT / "tests" / "golden" / "scan.json").read_text())
Cli = Callable[..., Outcome]


@pytest.mark.parametrize("name", GOLDEN)
def test_the_examples_are_read_as_they_were(name: str) -> None:
    found = [(each.box, each.prediction) for each in scan(SCREENSHOTS / name)]
    assert [str(prediction.label) for _, prediction in found] == [
        each["label"] for each in GOLDEN[name]
    ]
    for (box, _), expected in zip(found, GOLDEN[name], strict=True):
        # Kernels differ from processor to processor.
        assert box == pytest.approx(expected["box"], abs=1.5)


@pytest.mark.parametrize(("scale", "recall"), [(1, 0.6), (2, 0.9), (3, 0.9)])
def test_a_browser_s_pages_are_read_as_their_documents_say(
    scale: int, recall: float, browser: str, tmp_path: Path
) -> None:
    config = HarvestConfig(pages=True, viewports=((1280, 800),), scales=(scale,))
    assert not harvest(SCREENSHOTS, tmp_path / "out", config=config).failed
    report = evaluate_scan(tmp_path / "out")
    assert report.controls >= 26
    assert report.recall.value >= recall
    # What is found is nearly always read right.
    assert report.right.value >= 0.9 * report.recall.value
    assert report.false_toggles.value <= 1


def test_a_page_without_controls_has_none() -> None:
    assert scan(SCREENSHOTS / "article.png") == []
    assert scan(np.full((700, 900, 3), 255, np.uint8)) == []


def test_a_crop_of_one_control_gives_that_control(example_images: Path) -> None:
    (found,) = scan(example_images / "checked" / "checkbox-native-en.png")
    assert found.prediction.label == "checked"
    left, top, width, height = found.box
    assert left + width / 2 == pytest.approx(42, abs=4)
    assert top + height / 2 == pytest.approx(40, abs=4)


@pytest.mark.parametrize("size", [(1, 1), (1, 900), (900, 1), (130, 129)])
def test_any_size_will_do(size: tuple[int, int]) -> None:
    assert scan(np.zeros((*size, 3), np.uint8)) == []


def test_a_lower_score_finds_as_much_and_more() -> None:
    shot = SCREENSHOTS / "settings.png"
    some, more = scan(shot), scan(shot, min_score=0.01)
    assert {each.box for each in some} <= {each.box for each in more}
    assert all(each.score >= 0.9 for each in scan(shot, min_score=0.9))
    for wrong in (-0.1, 1.5, float("nan")):
        with pytest.raises(ConfigError, match="min_score"):
            scan(shot, min_score=wrong)


def test_bad_screenshots_are_refused_as_predict_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "notes.png").write_text("no image")
    for wrong in (tmp_path / "notes.png", tmp_path / "missing.png", np.zeros((0, 3, 3), np.uint8)):
        with pytest.raises(ImageError):
            scan(wrong)
    with monkeypatch.context() as patch:
        patch.setattr(decode, "MAX_PIXELS", 1000)
        with pytest.raises(ImageError, match="more than 1,000 pixels"):
            scan(SCREENSHOTS / "settings.png")
    with pytest.raises(ModelNotFoundError, match="nowhere"):
        scan(SCREENSHOTS / "settings.png", detector="nowhere")


def test_threads_share_it() -> None:
    paths = [SCREENSHOTS / name for name in GOLDEN] * 3
    alone = [scan(path) for path in paths[: len(GOLDEN)]] * 3
    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(scan, paths)) == alone


def test_the_command_line_says_the_same_in_all_formats(cli: Cli, tmp_path: Path) -> None:
    path = str(SCREENSHOTS / "settings.png")
    expected = [each.to_dict() for each in scan(path)]
    (document,) = json.loads(cli("scan", path, "--format", "json").out)
    assert document == {"path": path, "found": expected}
    assert json.loads(cli("scan", path, "-f", "jsonl").out) == document
    rows = list(csv.DictReader(io.StringIO(cli("scan", path, "-f", "csv").out)))
    assert [row["label"] for row in rows] == [each["label"] for each in expected]
    assert [float(row["left"]) for row in rows] == [each["box"][0] for each in expected]
    text = cli("scan", path).out.splitlines()
    assert len(text) == len(expected)
    assert text[0].startswith(expected[0]["label"])


def test_a_bad_screenshot_costs_itself_only(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "bad.png").write_text("no image")
    outcome = cli("scan", tmp_path / "bad.png", SCREENSHOTS / "article.png", "-f", "jsonl")
    assert outcome.code == 1
    first, second = map(json.loads, outcome.out.splitlines())
    assert "not an image" in first["error"]
    assert second["found"] == []
    assert "2 screenshots: 0 controls, 1 failed" in outcome.err
    assert cli("scan", SCREENSHOTS / "article.png").out.startswith("no controls")


def test_copies_are_drawn_into_and_nothing_is_written_over(cli: Cli, tmp_path: Path) -> None:
    shot = SCREENSHOTS / "settings.png"
    assert cli("scan", shot, "--annotate", tmp_path / "drawn").code == 0
    with Image.open(tmp_path / "drawn" / "settings.png") as copy, Image.open(shot) as original:
        assert copy.size == original.size
        assert np.any(np.asarray(copy.convert("RGB")) != np.asarray(original.convert("RGB")))
    again = cli("scan", shot, "--annotate", tmp_path / "drawn")
    assert again.code == 1
    assert "exists already" in again.err
    assert cli("scan", shot, "--annotate", tmp_path / "drawn", "--overwrite").code == 0
    before = shot.read_bytes()
    itself = cli("scan", shot, "--annotate", SCREENSHOTS, "--overwrite")
    assert itself.code == 2
    assert "name another folder" in itself.err
    assert shot.read_bytes() == before
    twice = cli("scan", shot, tmp_path / "drawn" / "settings.png", "--annotate", tmp_path / "x")
    assert twice.code == 2
    assert "same name" in twice.err


def test_a_page_is_scanned_in_css_pixels(chromium: Browser) -> None:
    from checkboxnet.testing.for_playwright import scan_page

    page = chromium.new_page(viewport={"width": 390, "height": 844}, device_scale_factor=3)
    page.goto((SCREENSHOTS / "phone.html").as_uri())
    wifi = page.get_by_role("switch", name="Wi-Fi").bounding_box()
    assert wifi is not None
    middle = (wifi["x"] + wifi["width"] / 2, wifi["y"] + wifi["height"] / 2)
    (found,) = [
        each
        for each in scan_page(page)
        if each.box[0] <= middle[0] <= each.box[0] + each.box[2]
        and each.box[1] <= middle[1] <= each.box[1] + each.box[3]
    ]
    assert found.prediction.label == "checked"
    page.mouse.click(found.box[0] + found.box[2] / 2, found.box[1] + found.box[3] / 2)
    assert page.get_by_role("switch", name="Wi-Fi").get_attribute("aria-checked") == "false"
    with pytest.raises(ConfigError, match="Page"):
        scan_page(page.get_by_role("switch"))  # type: ignore[call-overload]
