"""Writes what the page loads beside its own code: two ONNX files, and what it must know of them."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path

import onnx
from onnx.external_data_helper import load_external_data_for_model

import checkboxnet
from checkboxnet.picture.boxes import PADDING
from checkboxnet.picture.decode import MAX_PIXELS, PLAIN
from checkboxnet.prediction import MIXED_FROM
from checkboxnet.scanning.config import DetectorFolder, read_detector
from checkboxnet.scanning.detector import default_detector_folder
from checkboxnet.scanning.tiles import OVERLAP, SMALLEST, STRIDE, TILE


def main() -> None:
    """Writes `classifier.onnx`, `detector.onnx` and `settings.json`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output", type=Path, help="existing folder to write into")
    parser.add_argument("--model", default="default", help="what load_model takes")
    parser.add_argument("--detector", type=Path, help="folder that fine_tune_detector wrote")
    options = parser.parse_args()

    model = checkboxnet.load_model(options.model)
    detector = read_detector(options.detector or default_detector_folder())
    checkboxnet.export(
        model, format="onnx", output=options.output / "classifier.onnx", overwrite=True
    )
    onnx.save(self_contained(detector), options.output / "detector.onnx")
    settings = {
        "version": checkboxnet.__version__,
        "model": {
            "name": model.name,
            "labels": list(model.labels),
            "certainty": asdict(model.config.certainty),
            "mixed_from": MIXED_FROM,
            "plain": PLAIN,
        },
        "detector": {
            "name": detector.config.name,
            "threshold": detector.config.threshold,
            "tile": list(TILE),
            "overlap": OVERLAP,
            "stride": STRIDE,
            "smallest": SMALLEST,
        },
        "padding": PADDING,
        "max_pixels": MAX_PIXELS,
    }
    text = json.dumps(settings, indent=2) + "\n"
    (options.output / "settings.json").write_text(text, encoding="utf-8")


def self_contained(detector: DetectorFolder) -> onnx.ModelProto:
    """Returns a detector's graph with its weights in it."""
    model = onnx.load_model_from_string(detector.graph)
    load_external_data_for_model(model, str(detector.path))
    return model


if __name__ == "__main__":
    main()
