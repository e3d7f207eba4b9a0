"""Page records: screenshots with the boxes of their controls, and what they don't count."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from checkboxnet import HarvestConfig, harvest
from checkboxnet.picture.boxes import overlaps

PAGE = """<!doctype html><style>
  body { margin: 0; height: 1000px }
  body > * { position: absolute; margin: 0 }
  .square { appearance: none; margin: 0; width: 20px; height: 20px; background: #fff;
    border: 2px solid #333 }
  .square:checked { background: #06c }
</style>
<input class=square type=checkbox aria-label=A style="left: 40px; top: 30px">
<div data-design=d data-control=switch style="left: 100px; top: 30px">
  <input class=square type=checkbox aria-label=B checked></div>
<input class=square type=checkbox aria-label=C id=mixed style="left: 160px; top: 30px">
<input class=square type=checkbox aria-label=D
  style="left: 220px; top: 30px; width: 6px; height: 6px; border-width: 1px">
<div data-design=e data-decidable=checked style="left: 280px; top: 30px">
  <input class=square type=checkbox aria-label=E></div>
<i class="icon star"
  style="left: 340px; top: 30px; width: 24px; height: 24px; background: gold"></i>
<input class=square type=checkbox aria-label=F style="left: 40px; top: 590px">
<p style="left: 40px; top: 100px">Some words</p>
<script>document.getElementById("mixed").indeterminate = true</script>
"""


def _records(output: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (output / "pages.jsonl").read_text().splitlines()]


@pytest.fixture(scope="module")
def output(browser: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    (folder / "page.html").write_text(PAGE)
    (folder / "bare.html").write_text("<h1>No control</h1><p>Words only.</p>")
    config = HarvestConfig(pages=True, viewports=((600, 600),), scales=(2,))
    report = harvest(folder, folder / "out", config=config)
    assert not report.failed
    return folder / "out"


def test_a_record_has_the_box_kind_and_state_of_each_control(output: Path) -> None:
    first = next(row for row in _records(output) if row["page"].endswith("page.html"))
    told = [(row["kind"], row["state"], row["box"]) for row in first["controls"]]
    assert told == [
        ("checkbox", "unchecked", [40, 30, 20, 20]),
        ("switch", "checked", [100, 30, 20, 20]),
        ("checkbox", "mixed", [160, 30, 20, 20]),
    ]
    assert first["controls"][1]["design"] == "d"
    with Image.open(output / first["path"]) as shot:
        assert shot.size == (1200, 1200)
        assert shot.getpixel((2 * 110, 2 * 40)) == (0, 102, 204)


def test_what_a_person_cannot_decide_is_a_region_to_ignore(output: Path) -> None:
    first = next(row for row in _records(output) if row["page"].endswith("page.html"))
    for name, place in {
        "tiny": (220, 30, 6, 6),
        "told in one state only": (280, 30, 20, 20),
        "named like a toggle": (340, 30, 24, 24),
        "half out of view": (40, 590, 10, 10),
    }.items():
        assert overlaps(place, [tuple(box) for box in first["ignore"]]), name
        assert not overlaps(place, [tuple(row["box"]) for row in first["controls"]]), name


def test_a_page_without_controls_is_a_record_too(output: Path) -> None:
    (bare,) = (row for row in _records(output) if row["page"].endswith("bare.html"))
    assert bare["controls"] == []
    assert bare["ignore"] == []


def test_records_are_taken_later_removed_by_overwriting_and_off_by_default(
    browser: str, tmp_path: Path, cli: Callable[..., Any]
) -> None:
    page, output = tmp_path / "page.html", tmp_path / "out"
    page.write_text("<label><input type=checkbox> A</label>")
    assert cli("harvest", page, "-o", output).code == 0
    assert not (output / "pages.jsonl").exists()
    assert cli("harvest", page, "-o", output, "--pages").code == 0
    (record,) = _records(output)
    assert (output / record["path"]).is_file()
    assert cli("harvest", page, "-o", output, "--overwrite").code == 0
    assert not (output / "pages.jsonl").exists()
    assert not (output / record["path"]).exists()
