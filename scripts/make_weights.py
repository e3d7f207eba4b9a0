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
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np

from checkboxnet.dataset.check import doubtful_labels
from checkboxnet.dataset.read import ImageSet, Sample, read_images
from checkboxnet.evaluation.report import report_from_probabilities
from checkboxnet.experiments.recipes import (
    CONTENT,
    DESIGNS,
    HARVESTED,
    INDETERMINATE,
    SEED_SET,
    Recipe,
    find_recipe,
)
from checkboxnet.experiments.run import mixture_of, run_recipe
from checkboxnet.labels import RESERVED_LABELS, STANDARD_LABELS
from checkboxnet.model import Model
from checkboxnet.training.cross_fit import cross_fit
from checkboxnet.training.fine_tune import fine_tune

ROOT = Path(__file__).parent.parent
VALIDATION_STRIDE = 3
"""Every so manieth harvested validation crop chooses the epoch: more would tell no more."""
HAND_WRITTEN, NO_TOGGLES = "handmade", "content-"
"""What the names of kits of hand-written controls, and of those without toggles, begin with."""


def harvested(dataset: Path) -> ImageSet:
    """Returns the crops of training kits, and some of those chosen of validation kits."""
    if not (dataset / "dataset.jsonl").is_file():
        make = ROOT / "examples" / "ui_kits" / "make_dataset.py"
        subprocess.run([sys.executable, make, dataset], check=True)
    train = read_images(dataset / "train.jsonl", labels=STANDARD_LABELS)
    chosen = read_images(dataset / "dataset.jsonl", labels=STANDARD_LABELS).select("val").samples
    return replace(train, samples=train.samples + chosen[::VALIDATION_STRIDE])


def of_kits(crops: ImageSet, prefix: str) -> ImageSet:
    """Returns the training crops of the kits whose names begin so."""
    train = crops.select("train")
    samples = tuple(s for s in train.samples if str(s.group).startswith(prefix))
    return replace(train, samples=samples)


def indeterminate(dataset: Path) -> ImageSet:
    """Returns the crops of indeterminate controls of training kits, under both labels."""
    rows = [json.loads(line) for line in (dataset / "train.jsonl").read_text().splitlines()]
    samples = [
        Sample(path=dataset / row["path"], label=label, split="train", group=row["kit"])
        for row in rows
        if row["label"] in RESERVED_LABELS
        for label in ("checked", "unchecked")
    ]
    return ImageSet(root=dataset, samples=tuple(samples), labels=STANDARD_LABELS)


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
    parser.add_argument("--recipe", default="efficientnet_lite0.ui_v1")
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
    sources = {
        HARVESTED: crops,
        DESIGNS: of_kits(crops, HAND_WRITTEN),
        CONTENT: of_kits(crops, NO_TOGGLES),
        INDETERMINATE: indeterminate(arguments.harvested),
        SEED_SET: read_images(arguments.split, labels=STANDARD_LABELS, root=arguments.seed_set),
    }
    result = run_recipe(recipe, sources, base=base, output=arguments.out, resume=True)
    print(result.validation)
    print(result.output)
    if arguments.cross_fit:
        fit_folds(recipe, sources, arguments.out)


if __name__ == "__main__":
    main()
