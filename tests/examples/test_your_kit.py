"""The walk of docs/your-kit.md, in small."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ROOT, lack

from checkboxnet import HarvestConfig, fine_tune, harvest
from checkboxnet.dataset.read import read_images

pytestmark = pytest.mark.slow


EXAMPLE = ROOT / "examples" / "your_kit"


def test_one_page_of_it_can_be_trained_on(
    browser: str, tiny_backbone: Path, tmp_path: Path
) -> None:
    if not (EXAMPLE / "node_modules").is_dir():
        lack(f"needs `npm ci` in {EXAMPLE}")
    config = HarvestConfig(framings=("control",), timeout=60)
    report = harvest(EXAMPLE / "settings.html", tmp_path / "crops", config=config)
    states: dict[str, set[str]] = {}
    for sample in read_images(report.manifest).samples:
        if sample.label != "other":
            states.setdefault(sample.metadata["selector"], set()).add(sample.label)
    # Of 29; the buttons of the days touch, so that crops of some would show two.
    assert sum(len(found) == 2 for found in states.values()) >= 20
    result = fine_tune(report.manifest, output=tmp_path / "run", base=tiny_backbone, epochs=0)
    assert result.validation.count > 0
