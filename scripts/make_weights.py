"""Makes the default weights: from the dataset of harvested crops and the 515 images to a folder.

Usage: python scripts/make_weights.py OUT --harvested DATASET --seed-set FOLDER --split CSV

DATASET is what `examples/ui_kits/make_dataset.py DATASET` makes; it is made first if it isn't
there. Run the command again to go on after an interruption. Writes OUT/imagenet (initial weights),
one weights folder per stage of the recipe, and with --cross-fit OUT/cross-fit: five models by the
last stage, each of which scores the part of the 515 images that it never saw. The last stage's
folder is to be shipped by `scripts/embed_weights.py`.
"""

from __future__ import annotations

import argparse
import json
import logging
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from checkboxnet.dataset.check import doubtful_labels
from checkboxnet.dataset.read import ImageSet, Sample, read_images
from checkboxnet.evaluation.report import report_from_probabilities
from checkboxnet.experiments.recipes import (
    CONTENT,
    DESIGNS,
    GRAMMAR,
    HARVESTED,
    INDETERMINATE,
    SEED_SET,
    UNDECIDABLE,
    Recipe,
    find_recipe,
)
from checkboxnet.experiments.run import mixture_of, run_recipe
from checkboxnet.labels import RESERVED_LABELS, STANDARD_LABELS, Label
from checkboxnet.model import Model
from checkboxnet.training.cross_fit import cross_fit
from checkboxnet.training.fine_tune import fine_tune

ROOT = Path(__file__).parent.parent
VALIDATION_STRIDE = 3
"""Every so manieth harvested validation crop chooses the epoch: more would tell no more."""
PARTS = {
    DESIGNS: ("designs/", "handmade"),
    GRAMMAR: ("grammar/",),
    CONTENT: ("content-",),
}
"""What the groups of a source begin with; those of no other source are kits'."""


def harvested(dataset: Path) -> ImageSet:
    """Returns the crops of training kits, and some of those chosen of validation kits."""
    if not (dataset / "dataset.jsonl").is_file():
        make = ROOT / "examples" / "ui_kits" / "make_dataset.py"
        subprocess.run([sys.executable, make, dataset], check=True)
    train = read_images(dataset / "train.jsonl", labels=STANDARD_LABELS)
    chosen = read_images(dataset / "dataset.jsonl", labels=STANDARD_LABELS).select("val").samples
    return replace(train, samples=train.samples + chosen[::VALIDATION_STRIDE])


def parts_of(crops: ImageSet) -> dict[str, ImageSet]:
    """Returns the crops by source."""

    def source_of(sample: Sample) -> str:
        group = str(sample.group)
        return next((name for name, start in PARTS.items() if group.startswith(start)), HARVESTED)

    parts: dict[str, list[Sample]] = {name: [] for name in (HARVESTED, *PARTS)}
    for sample in crops.samples:
        parts[source_of(sample)].append(sample)
    return {name: replace(crops, samples=tuple(samples)) for name, samples in parts.items()}


def under_labels(rows: Iterable[Mapping[str, Any]], dataset: Path) -> ImageSet:
    """Returns training crops under each label that they may have.

    An indeterminate control may be on or off, any other that can't be decided what it is or none
    at all, and what only looks like a toggle all three.
    """
    samples = []
    for row in rows:
        mixed = row["label"] in RESERVED_LABELS
        known = {"mixed": True, "kind": row["kind"]} if mixed else {}
        if mixed:
            labels = {Label.CHECKED, Label.UNCHECKED}
        elif row["label"] == Label.OTHER:
            labels = set(Label)
        else:
            labels = {Label(row["label"]), Label.OTHER}
        for label in sorted(labels):
            path, group = dataset / row["path"], row["group"]
            sample = Sample(path=path, label=label, split="train", group=group, metadata=known)
            samples.append(sample)
    return ImageSet(root=dataset, samples=tuple(samples), labels=STANDARD_LABELS)


def training_rows(manifest: Path) -> list[dict[str, Any]]:
    """Returns the rows of a manifest that are for training."""
    rows = map(json.loads, manifest.read_text().splitlines())
    return [row for row in rows if row["split"] == "train"]


def fit_folds(recipe: Recipe, sources: Mapping[str, ImageSet], out: Path) -> None:
    """Cross-fits the last stage on all 515 images and prints what that says of their labels."""
    stage, base = recipe.stages[-1], out / recipe.stages[-2].name

    def fit(images: ImageSet, number: int) -> Model:
        mixture = mixture_of(stage, {**sources, SEED_SET: images})
        folder = out / "cross-fit" / f"fold-{number}"
        result = fine_tune(mixture, output=folder, base=base, config=stage.config, resume=True)
        return result.model

    images = sources[SEED_SET]
    predictions = cross_fit(images, fit)
    probabilities = np.array([[p.probabilities[k] for k in images.labels] for p in predictions])
    certain = np.array([prediction.certain for prediction in predictions])
    print(report_from_probabilities(images, images.labels, probabilities, certain=certain))
    print("doubtful labels, by confident learning:")
    for doubt in doubtful_labels(images, probabilities):
        print(f"  {doubt.path.name}  {doubt.label} looks {doubt.suggested} ({doubt.score:.3f})")


def main() -> None:
    """Runs the recipe."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--harvested", type=Path, required=True, help="folder of the dataset")
    parser.add_argument("--seed-set", type=Path, required=True, help="folder of the 515 images")
    parser.add_argument("--split", type=Path, required=True, help="CSV with their fixed split")
    parser.add_argument("--recipe", default="efficientnet_lite0.ui_v2")
    parser.add_argument("--cross-fit", action="store_true", help="score all 515 images too")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(message)s")
    logging.getLogger("checkboxnet").setLevel(logging.INFO)

    recipe = find_recipe(arguments.recipe)
    base = arguments.out / "imagenet"
    if not (base / "config.json").is_file():
        fetch = ROOT / "scripts" / "imagenet_backbone.py"
        subprocess.run([sys.executable, fetch, base], check=True)
    crops = harvested(arguments.harvested)
    rows = training_rows(arguments.harvested / "train.jsonl")
    mixed = [row for row in rows if row["label"] in RESERVED_LABELS]
    undecidable = training_rows(arguments.harvested / "undecidable.jsonl")
    sources = {
        **parts_of(crops),
        INDETERMINATE: under_labels(mixed, arguments.harvested),
        UNDECIDABLE: under_labels(undecidable, arguments.harvested),
        SEED_SET: read_images(arguments.split, labels=STANDARD_LABELS, root=arguments.seed_set),
    }
    result = run_recipe(recipe, sources, base=base, output=arguments.out, resume=True)
    print(result.validation)
    print(result.output)
    if arguments.cross_fit:
        fit_folds(recipe, sources, arguments.out)


if __name__ == "__main__":
    main()
