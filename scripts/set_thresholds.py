"""Chooses the thresholds of a weights folder anew, by validation images; its temperature stays.

Usage: python scripts/set_thresholds.py FOLDER MANIFEST[:ROOT] [MANIFEST[:ROOT] …]

The `val` split of each manifest counts, each image alike. ROOT is the folder that a manifest's
paths are relative to, if not its own. `config.json`, `metrics.json` (with what the new thresholds
give on these images) and the model card are written anew; for weights that come with the package,
so is their entry in `registry.json`.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from pathlib import Path

import numpy as np

from checkboxnet.dataset.read import ImageSet, read_images
from checkboxnet.evaluation.evaluate import evaluate
from checkboxnet.model import load_model
from checkboxnet.picture.batches import read_batches
from checkboxnet.picture.fit import normalize
from checkboxnet.report.files import sha256, write_text
from checkboxnet.training.calibrate import calibrate
from checkboxnet.weights import registry
from checkboxnet.weights.config import CONFIG_FILE
from checkboxnet.weights.folder import read_weights
from checkboxnet.weights.write import write_metrics

BATCH = 64


def main() -> None:
    """Predicts, chooses and writes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("manifests", nargs="+", metavar="MANIFEST[:ROOT]")
    arguments = parser.parse_args()
    weights = read_weights(arguments.folder)
    model = load_model(arguments.folder)
    samples = []
    for each in arguments.manifests:
        manifest, _, root = each.partition(":")
        images = read_images(manifest, labels=model.labels, root=root or None)
        samples += images.select("val").samples
    geometry = weights.config.preprocessing
    logits = []
    paths = iter([sample.path for sample in samples])
    for batch in read_batches(paths, BATCH, geometry, threads=model.runtime.threads):
        canvases = np.stack([each.canvas for each in batch])  # type: ignore[union-attr]
        outputs = model.runtime.logits(normalize(canvases, geometry))
        logits.append(outputs[:, : len(model.labels)])
    targets = np.array([model.labels.index(sample.label) for sample in samples])
    calibration = calibrate(
        np.concatenate(logits), targets, model.labels, temperature=weights.config.temperature
    )
    certainty = replace(calibration.certainty, lowest_energy=weights.config.certainty.lowest_energy)
    config = replace(weights.config, certainty=certainty)
    write_text(arguments.folder / CONFIG_FILE, config.to_json())
    images = ImageSet(root=arguments.folder, samples=tuple(samples), labels=model.labels)
    report = evaluate(images, model=arguments.folder)
    metrics = weights.metrics
    metrics["calibration"] = calibration.to_dict()
    metrics["evaluations"]["validation"] = report.figures()
    write_metrics(arguments.folder, config, metrics)
    package = Path(registry.__file__).parent
    if package in arguments.folder.resolve().parents:
        content = json.loads((package / "registry.json").read_text())
        for entry in content["models"]:
            if entry["name"] == config.name:
                entry["sha256"] = sha256((arguments.folder / CONFIG_FILE).read_bytes())
        write_text(package / "registry.json", json.dumps(content, indent=2) + "\n")
    print(json.dumps(calibration.to_dict(), indent=2), report, sep="\n\n")


if __name__ == "__main__":
    main()
