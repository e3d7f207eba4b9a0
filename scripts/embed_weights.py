"""Puts a weights folder into the package and makes it the default.

Usage: python scripts/embed_weights.py FOLDER 'one line on what it was trained on'
           [--test NAME=MANIFEST[:SLICE,SLICE…]]… [--notes FILE]
           [--license ID] [--base-model OWNER/NAME]

The folder becomes `checkboxnet/weights/embedded/NAME`, by the name in its `config.json`. The test
split of each manifest is scored, clean and under every corruption (of at most 1,000 of its
images); the figures go into `metrics.json` and, with the notes, into the model card, whose front
matter names the licence and the Hub's name of the initial weights. `config.json` is written anew,
in the present format. Weights embedded before stay; to drop some, delete their folder and their
entry in `registry.json`.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from pathlib import Path

from checkboxnet.dataset.read import ImageSet, read_images
from checkboxnet.evaluation.evaluate import evaluate
from checkboxnet.evaluation.robustness import evaluate_robustness
from checkboxnet.labels import STANDARD_LABELS
from checkboxnet.report.files import sha256, write_text
from checkboxnet.weights import registry
from checkboxnet.weights.config import CONFIG_FILE
from checkboxnet.weights.folder import read_weights
from checkboxnet.weights.network import build_network, classifier_of
from checkboxnet.weights.write import write_metrics

MOST_CORRUPTED = 1000


def main() -> None:
    """Verifies, scores, copies and registers."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("summary")
    parser.add_argument("--test", action="append", default=[], metavar="NAME=MANIFEST[:SLICES]")
    parser.add_argument("--notes", type=Path)
    parser.add_argument("--license")
    parser.add_argument("--base-model", metavar="OWNER/NAME")
    arguments = parser.parse_args()
    weights = read_weights(arguments.folder)
    name = weights.config.name
    package = Path(registry.__file__).parent
    target = weights.copy_to(package / "embedded" / name, overwrite=True)
    network = build_network(weights.config.architecture, classes=len(weights.config.outputs))
    config = replace(weights.config, classifier=classifier_of(network))
    write_text(target / CONFIG_FILE, config.to_json())
    metrics = weights.metrics
    metrics.setdefault("robustness", {})
    for test in arguments.test:
        title, _, source = test.partition("=")
        manifest, _, columns = source.partition(":")
        images = read_images(manifest, labels=STANDARD_LABELS).select("test")
        slices = [column for column in columns.split(",") if column]
        report = evaluate(images, model=target, slices=slices)
        metrics["evaluations"][title] = report.figures()
        suite = evaluate_robustness(thinned(images), model=target)
        metrics["robustness"][title] = suite.to_dict()
        print(title, report, suite, sep="\n\n", flush=True)
    if arguments.notes:
        metrics["notes"] = arguments.notes.read_text()
    if arguments.license:
        metrics["license"] = arguments.license
    if arguments.base_model:
        metrics["base_model"] = arguments.base_model
    write_metrics(target, config, metrics)
    content = json.loads((package / "registry.json").read_text())
    entry = {
        "name": name,
        "sha256": sha256((target / CONFIG_FILE).read_bytes()),
        "summary": arguments.summary,
    }
    content["default"] = name
    content["models"] = [m for m in content["models"] if m["name"] != name] + [entry]
    write_text(package / "registry.json", json.dumps(content, indent=2) + "\n")
    print(f"{name} is embedded and the default")


def thinned(images: ImageSet) -> ImageSet:
    """Returns every nth image, so that at most `MOST_CORRUPTED` remain."""
    step = -(-len(images) // MOST_CORRUPTED)
    return replace(images, samples=images.samples[::step])


if __name__ == "__main__":
    main()
