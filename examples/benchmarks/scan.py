"""How well and how fast screenshots are scanned, beside a ceiling and a floor.

Usage: python examples/benchmarks/scan.py figures RECORDS [--split test] [--finders ours …]
           [--html FILE]
       python examples/benchmarks/scan.py times [--rounds 5]

RECORDS is the folder of a harvest with page records, or a manifest like its `pages.jsonl`; a row
without a column `split` belongs to that of its kit in `examples/ui_kits/splits.py`. The ceiling
gets its boxes from the page's document, the floor from contours (`pip install
opencv-python-headless`), as UIED does (Xie et al. 2020, "UIED: a hybrid tool for GUI element
detection"); all three ask the same weights for the states.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from checkboxnet import Found, load_model
from checkboxnet.dataset.page_records import LabelledPage, read_page_records
from checkboxnet.evaluation.scan import Scanner, report_of
from checkboxnet.labels import Label
from checkboxnet.model import Model
from checkboxnet.picture.boxes import Box, box_of
from checkboxnet.report.markdown import table
from checkboxnet.scanning.config import read_detector
from checkboxnet.scanning.detector import Detector, default_detector_folder, overlap

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "examples" / "ui_kits"))

from splits import split_of  # noqa: E402

SIDES, RATIOS = (10, 120), (0.7, 2.6)
"""Shorter side in pixels, and width by height, of contours that may be controls."""
SCREENS = {"1280 x 800": (800, 1280), "1920 x 1080": (1080, 1920), "1080 x 2340": (2340, 1080)}


def pages_of(records: Path, split: str) -> list[LabelledPage]:
    """Returns the labelled screenshots of a split."""
    pages = [
        replace(
            page,
            split=page.split or split_of({"kit": page.about.get("kit", page.group), "design": ""}),
        )
        for page in read_page_records(records)
    ]
    return [page for page in pages if page.split == split]


def by_boxes(model: Model, image: NDArray[np.uint8], boxes: Sequence[Box]) -> list[Found]:
    """Returns what the weights say of given boxes, less what looks `other`."""
    pairs = zip(boxes, model.predict_boxes(image, boxes), strict=True)
    return [Found(box=b, prediction=p, score=p.score) for b, p in pairs if p.label != Label.OTHER]


def document_boxes(page: LabelledPage, size: tuple[int, ...]) -> list[Box]:
    """Returns the boxes of the controls, cut at the edges of the screenshot."""
    corners = np.clip(page.boxes, 0, [size[1], size[0]] * 2)
    return [box_of(each) for each in corners]


def contour_boxes(image: NDArray[np.uint8]) -> list[Box]:
    """Returns boxes of closed contours of the size and shape of controls."""
    import cv2

    edges = cv2.Canny(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), 40, 120)
    edges = cv2.morphologyEx(edges, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    contours, _ = cv2.findContours(edges, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
    found: list[tuple[int, int, int, int]] = []
    for x, y, width, height in {tuple(cv2.boundingRect(contour)) for contour in contours}:
        fits = SIDES[0] <= min(width, height) <= SIDES[1]
        if fits and RATIOS[0] <= width / height <= RATIOS[1]:
            found.append((x, y, width, height))
    kept: list[tuple[int, int, int, int]] = []
    for box in sorted(found, key=lambda each: -each[2] * each[3]):
        corners = np.array([[*box[:2], box[0] + box[2], box[1] + box[3]]], np.float32)
        others = np.array(kept, np.float32).reshape(-1, 4)
        others[:, 2:] += others[:, :2]
        if not (overlap(corners, others) > 0.5).any():
            kept.append(box)
    return [(float(x), float(y), float(w), float(h)) for x, y, w, h in kept]


def figures(records: Path, split: str, finders: Sequence[str], html: Path | None) -> None:
    """Prints a table, and the whole report of the first finder."""
    model, pages = load_model(), pages_of(records, split)
    scanners: dict[str, Scanner] = {
        "ours": lambda _, image: model.scan(image),
        "ceiling": lambda page, image: by_boxes(model, image, document_boxes(page, image.shape)),
        "floor": lambda _, image: by_boxes(model, image, contour_boxes(image)),
    }
    reports = {name: report_of(pages, scanners[name]) for name in finders}
    names = ["recall", "recall_by_centre", "precision", "right", "right_findings", "f1"]
    names += ["certain_right", "certain_share", "false_toggles", "wholly_right"]
    rows = [[name, *(getattr(each, name) for each in reports.values())] for name in names]
    first = reports[finders[0]]
    print(f"{first.screenshots} screenshots, {first.controls} controls\n")
    print(table(["", *reports], rows), first, sep="\n\n")
    if html is not None:
        first.save_html(html, title=f"Scan of {split} screenshots", overwrite=True)


def times(rounds: int) -> None:
    """Prints seconds and memory by size of the screen and number of threads."""
    rows = []
    for name in SCREENS:
        for threads in (1, 2):
            command = [sys.executable, __file__, "time", name, str(threads), str(rounds)]
            answer = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            rows.append([name, threads, *answer.split()])
    print(table(["screen", "threads", "detector, s", "whole scan, s", "found", "peak MB"], rows))


def time_one(name: str, threads: int, rounds: int) -> None:
    """Prints the figures of one row, measured in a process of its own."""
    from checkboxnet.picture.read import open_image

    shot = open_image(ROOT / "examples" / "screenshots" / "settings.png")
    height, width = SCREENS[name]
    down, across = -(-height // shot.shape[0]), -(-width // shot.shape[1])
    image = np.tile(shot, (down, across, 1))[:height, :width]
    detector = Detector(read_detector(default_detector_folder()), threads=threads)
    model = load_model(threads=threads)
    found = model.scan(image, detector=detector)
    alone, whole = [], []
    for _ in range(rounds):
        began = time.perf_counter()
        detector.find(image)
        middle = time.perf_counter()
        model.scan(image, detector=detector)
        alone.append(middle - began)
        whole.append(time.perf_counter() - middle)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{np.median(alone):.3f} {np.median(whole):.3f} {len(found)} {peak}")


def main() -> None:
    """Parses and runs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True)
    command = commands.add_parser("figures")
    command.add_argument("records", type=Path)
    command.add_argument("--split", default="test")
    command.add_argument("--finders", nargs="+", default=["ours", "ceiling", "floor"])
    command.add_argument("--html", type=Path)
    command = commands.add_parser("times")
    command.add_argument("--rounds", type=int, default=5)
    command = commands.add_parser("time")
    command.add_argument("screen")
    command.add_argument("threads", type=int)
    command.add_argument("rounds", type=int)
    arguments = parser.parse_args()
    if arguments.command == "figures":
        figures(arguments.records, arguments.split, arguments.finders, arguments.html)
    elif arguments.command == "times":
        times(arguments.rounds)
    else:
        time_one(arguments.screen, arguments.threads, arguments.rounds)


if __name__ == "__main__":
    main()
