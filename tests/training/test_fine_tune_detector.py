"""Training a detector on screenshots that are drawn here."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from PIL import Image, ImageDraw

from checkboxnet import TrainConfig, evaluate_scan, fine_tune_detector, scan
from checkboxnet.dataset.page_records import read_page_records
from checkboxnet.errors import DatasetError, OutputExistsError, WeightsError
from checkboxnet.scanning.config import read_detector
from checkboxnet.scanning.detector import Detector
from checkboxnet.training.detector_loss import detector_loss, heat_loss
from checkboxnet.training.detector_network import FindingNetwork
from checkboxnet.training.detector_tiles import BOX, HEAT, KIND, WEIGHT, TileDataset, targets_of

CONFIG = TrainConfig(epochs=2, batch_size=8, images_per_epoch=16)


def draw_page(path: Path, random: np.random.Generator) -> list[dict[str, Any]]:
    """Draws a screenshot of boxes, some ticked, at scale 2, and returns its controls."""
    image = Image.new("RGB", (640, 480), "white")
    draw = ImageDraw.Draw(image)
    controls = []
    for row in range(3):
        left, top = int(random.integers(20, 500)), 40 + 140 * row
        draw.rectangle((left, top, left + 39, top + 39), outline="black", width=4)
        ticked = bool(random.integers(2))
        if ticked:
            draw.line((left + 8, top + 20, left + 16, top + 30, left + 32, top + 8), "black", 5)
        state = "checked" if ticked else "unchecked"
        box = [left / 2, top / 2, 20, 20]
        controls.append({"box": box, "kind": "checkbox", "state": state})
    image.save(path)
    return controls


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of eight screenshots of four kits, as a harvest leaves it."""
    folder = tmp_path_factory.mktemp("records")
    random = np.random.default_rng(0)
    rows = []
    for number in range(8):
        controls = draw_page(folder / f"{number}.png", random)
        row = {"path": f"{number}.png", "group": f"kit-{number % 4}", "scale": 2}
        ignore = [[300, 0, 20, 20]]
        rows.append(json.dumps({**row, "controls": controls, "ignore": ignore}))
    (folder / "pages.jsonl").write_text("\n".join(rows))
    return folder


@pytest.fixture(scope="module")
def trained(records: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("runs") / "detector"
    fine_tune_detector(records, output=output, config=CONFIG)
    return output


def test_targets_are_a_peak_a_box_and_a_kind(records: Path) -> None:
    page = read_page_records(records)[0]
    assert [control.kind for control in page.controls] == ["checkbox"] * 3
    left, top, right, bottom = page.boxes[0]
    assert (right - left, bottom - top) == (40, 40)
    page.boxes[0] = (100, 60, 140, 100)
    page.boxes[1:] += 1000  # out of sight
    targets = targets_of(page)
    row, column = 80 // 8, 120 // 8
    assert targets[HEAT, row, column] == 1
    assert targets[BOX, row, column].tolist() == [100, 60, 140, 100]
    assert targets[KIND, row, column] == 0
    assert targets[KIND, 0, 0] == -1
    assert targets[WEIGHT, row, column] == 1


def test_an_ignored_region_costs_nothing(records: Path) -> None:
    page = read_page_records(records)[0]
    page.ignore[:] = (0, 0, 80, 80)
    page.boxes[:] += 1000
    weight = targets_of(page)[WEIGHT]
    assert not weight[:10, :10].any()
    assert weight[12:, 12:].all()
    found_there = torch.full((40, 40), -9.0)
    found_there[5, 5] = 9.0
    heat, mask = torch.zeros(40, 40), torch.from_numpy(weight)
    assert float(heat_loss(found_there, heat, mask)) < 0.01
    assert float(heat_loss(found_there, heat, torch.ones(40, 40))) > 1


def test_the_right_answer_costs_nothing() -> None:
    targets = torch.zeros(1, 7, 40, 40)
    targets[0, WEIGHT], targets[0, KIND] = 1, -1
    targets[0, HEAT, 4, 6], targets[0, KIND, 4, 6] = 1, 2
    targets[0, BOX, 4, 6] = torch.tensor([44.0, 28.0, 60.0, 44.0])  # around the cell's middle
    output = torch.full((1, 9, 40, 40), -12.0)
    output[0, 0, 4, 6], output[0, 1:5, 4, 6], output[0, 7, 4, 6] = 12, 0, 12
    assert float(detector_loss(output, targets)) < 0.001
    output[0, 1:5, 4, 6] = 1
    assert float(detector_loss(output, targets)) > 0.5


def test_tiles_are_the_same_again_and_others_in_another_epoch(records: Path) -> None:
    pages = read_page_records(records)
    first, second = (TileDataset(pages, seed=1, augment=True) for _ in range(2))
    assert torch.equal(first[3][0], second[3][0])
    assert torch.equal(first[3][1], second[3][1])
    second.epoch = 1
    assert not torch.equal(first[3][0], second[3][0])


def test_a_run_leaves_a_folder_that_scans(trained: Path, records: Path) -> None:
    assert (trained / "README.md").read_text().startswith("# ")
    config = read_detector(trained).config
    assert config.architecture == "efficientnet_lite0"
    assert 0 < config.threshold < 1
    found = scan(records / "0.png", detector=trained, min_score=0.01)
    width, height = 640, 480
    for each in found:
        left, top, wide, high = each.box
        assert left >= 0
        assert top >= 0
        assert left + wide <= width
        assert top + high <= height
    report = evaluate_scan(records, detector=trained)
    assert report.controls == 24


def test_onnx_finds_what_torch_finds(trained: Path, records: Path) -> None:
    from safetensors.torch import load

    folder = read_detector(trained)
    network = FindingNetwork(folder.config.architecture).eval()
    network.load_state_dict(load(folder.weights))
    with Image.open(records / "0.png") as image:
        picture = np.array(image)
    with torch.inference_mode():
        scores, corners, kinds = network(torch.from_numpy(picture[None, :320]))
    best = Detector(folder, threads=1).find(picture[:320], min_score=0)[0]
    assert best.score == pytest.approx(float(scores[0, 0]), abs=1e-4)
    left, top, right, bottom = corners[0, 0].clamp(min=0).tolist()
    assert best.box == pytest.approx((left, top, right - left, bottom - top), abs=0.1)
    assert best.kind == ("checkbox", "radio", "switch", "toggle")[int(kinds[0, 0])]


def test_an_interrupted_run_ends_as_an_unbroken_one(
    trained: Path, records: Path, tmp_path: Path
) -> None:
    class Stopped(Exception):
        pass

    def stop(row: dict[str, Any]) -> None:
        raise Stopped

    with pytest.raises(Stopped):
        fine_tune_detector(records, output=tmp_path / "run", config=CONFIG, on_epoch=stop)
    fine_tune_detector(
        records, output=tmp_path / "run", config=CONFIG, resume=True, name=_name(trained)
    )
    again = (tmp_path / "run" / "model.safetensors").read_bytes()
    assert again == (trained / "model.safetensors").read_bytes()
    with pytest.raises(OutputExistsError):
        fine_tune_detector(records, output=tmp_path / "run", config=CONFIG)


def _name(folder: Path) -> str:
    return read_detector(folder).config.name


def test_a_damaged_detector_is_refused(trained: Path, tmp_path: Path) -> None:
    for name in ("config.json", "model.onnx", "model.safetensors"):
        (tmp_path / name).write_bytes((trained / name).read_bytes())
    weights = bytearray((tmp_path / "model.safetensors").read_bytes())
    weights[-1] ^= 1
    (tmp_path / "model.safetensors").write_bytes(weights)
    with pytest.raises(WeightsError, match="checksum"):
        read_detector(tmp_path)
    config = json.loads((tmp_path / "config.json").read_text())
    (tmp_path / "config.json").write_text(json.dumps({**config, "threshold": 2}))
    with pytest.raises(WeightsError, match="threshold"):
        read_detector(tmp_path)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("{", "line 1"),
        ('{"path": "0.png"}', "scale"),
        (
            '{"path": "0.png", "group": "a", "scale": 1, "controls": [], "ignore": [[1, 2]]}',
            "line 1",
        ),
        (
            '{"path": "0.png", "group": "a", "scale": 1, "ignore": [], "controls": '
            '[{"box": [1, 2, 3, 4], "kind": "radio", "state": "on"}]}',
            "state",
        ),
    ],
)
def test_a_wrong_record_is_named(row: str, expected: str, tmp_path: Path) -> None:
    (tmp_path / "pages.jsonl").write_text(row)
    with pytest.raises(DatasetError, match=expected):
        read_page_records(tmp_path)


def test_pages_without_controls_do_not_suffice(records: Path, tmp_path: Path) -> None:
    pages = read_page_records(records)[:1]
    with pytest.raises(DatasetError, match="harvest more pages"):
        fine_tune_detector(pages, output=tmp_path / "run", config=CONFIG)
    assert not (tmp_path / "run").exists()
    with pytest.raises(DatasetError, match="harvest --pages"):
        fine_tune_detector(tmp_path, output=tmp_path / "run", config=CONFIG)
