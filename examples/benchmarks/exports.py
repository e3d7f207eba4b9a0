"""Measures `onnx` and `onnx-int8` against the model they were exported from.

Usage: python examples/benchmarks/exports.py MANIFEST [--model default] [--split val]
           [--count 1000] [--calibration 500] [--seed 0]

Draws crops of the split, some to calibrate with and others to score. The files take turns, fifty
crops each on one thread; the speed is the median ratio of processor time, so that another
program's load weighs on both alike. Prints a Markdown table.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

import checkboxnet
from checkboxnet.dataset.read import read_images
from checkboxnet.picture.read import RgbImage, open_image

ROUND = 50


def main() -> None:
    """Exports, scores and times both."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("manifest", type=Path)
    parser.add_argument("--model", default="default")
    parser.add_argument("--split", default="val")
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--calibration", type=int, default=500)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    model = checkboxnet.load_model(arguments.model)
    images = read_images(arguments.manifest, labels=model.labels).select(arguments.split)
    drawn = random.Random(arguments.seed).sample(
        images.samples, arguments.count + arguments.calibration
    )
    scored, calibration = drawn[: arguments.count], drawn[arguments.count :]
    pictures = [open_image(sample.path) for sample in scored]
    truth = np.array([model.labels.index(sample.label) for sample in scored])
    expected = np.array([[*each.probabilities.values()] for each in model.predict(pictures)])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "crops").mkdir()
        for number, sample in enumerate(calibration):
            link = folder / "crops" / f"{number}{sample.path.suffix}"
            link.symlink_to(sample.path.resolve())
        full = checkboxnet.export(arguments.model, format="onnx", output=folder / "full.onnx")
        small = checkboxnet.export(
            arguments.model,
            format="onnx-int8",
            calibrate=folder / "crops",
            output=folder / "small.onnx",
        )
        sizes = [path.stat().st_size / 1e6 for path in (full, small)]
        sessions = [open_file(full), open_file(small)]
    answers, seconds = take_turns(sessions, pictures)
    print("| file | MB | accuracy | other labels | largest difference | speed |")
    print("|---|---|---|---|---|---|")
    print(f"| the model itself | | {(expected.argmax(axis=1) == truth).mean():.4f} | | | |")
    for number, name in enumerate(("onnx", "onnx-int8")):
        labels = answers[number].argmax(axis=1)
        print(
            f"| {name} | {sizes[number]:.1f} | {(labels == truth).mean():.4f} "
            f"| {(labels != expected.argmax(axis=1)).sum()} of {len(truth)} "
            f"| {np.abs(answers[number] - expected).max():.1g} "
            f"| {np.median(seconds[0] / seconds[number]):.2f} |"
        )


def open_file(path: Path) -> onnxruntime.InferenceSession:
    """Opens a file on one thread."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(path, options)


def take_turns(
    sessions: list[onnxruntime.InferenceSession], pictures: list[RgbImage]
) -> tuple[NDArray[np.float32], NDArray[np.float64]]:
    """Returns probabilities (sessions, pictures, labels) and seconds (sessions, rounds)."""
    answers, seconds = [], []
    for start in range(0, len(pictures), ROUND):
        for session in sessions:
            begun = time.process_time()
            answers.append(
                [
                    session.run(["probabilities"], {"picture": picture})[0]
                    for picture in pictures[start : start + ROUND]
                ]
            )
            seconds.append(time.process_time() - begun)
    turns = len(sessions)
    return (
        np.stack([np.concatenate(answers[turn::turns]) for turn in range(turns)]),
        np.array([seconds[turn::turns] for turn in range(turns)]),
    )


if __name__ == "__main__":
    main()
