"""Makes the default weights: from the dataset of harvested crops and the 515 images to a folder.

Usage: python scripts/make_weights.py OUT --harvested DATASET --seed-set FOLDER --split CSV
           [--recipe efficientnet_lite0.ui_v1] [--stages kits,mixed]

DATASET is what `examples/ui_kits/make_dataset.py DATASET` makes; it is made first if it isn't
there. Run the command again to go on after an interruption. Writes OUT/imagenet (initial weights)
and one weights folder per stage; the last one is to be shipped by `scripts/embed_weights.py`.
"""

from __future__ import annotations

import argparse
import json
import logging
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from checkboxnet.data.folder import ImageSet, read_images
from checkboxnet.experiments.recipes import HARVESTED, SEED_SET, find_recipe
from checkboxnet.experiments.run import run_recipe
from checkboxnet.labels import STANDARD_LABELS

ROOT = Path(__file__).parent.parent
VALIDATION_STRIDE = 3
"""Every so manieth harvested validation crop chooses the epoch: more would tell no more."""


def harvested(dataset: Path) -> ImageSet:
    """Returns all crops of the training kits, and some of the chosen ones of validation kits."""
    if not (dataset / "dataset.jsonl").is_file():
        make = ROOT / "examples" / "ui_kits" / "make_dataset.py"
        subprocess.run([sys.executable, make, dataset], check=True)
    rows = [json.loads(line) for line in (dataset / "dataset.jsonl").read_text().splitlines()]
    split_of = {row["kit"]: row["split"] for row in rows}
    crops = read_images(dataset / "crops" / "manifest.jsonl", labels=STANDARD_LABELS)
    train = [s for s in crops.samples if split_of.get(str(s.group), "train") == "train"]
    chosen = read_images(dataset / "dataset.jsonl", labels=STANDARD_LABELS).select("val").samples
    samples = [replace(sample, split="train") for sample in train]
    samples += chosen[::VALIDATION_STRIDE]
    return replace(crops, samples=tuple(samples))


def main() -> None:
    """Runs the recipe."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--harvested", type=Path, required=True, help="folder of the dataset")
    parser.add_argument("--seed-set", type=Path, required=True, help="folder of the 515 images")
    parser.add_argument("--split", type=Path, required=True, help="CSV with their fixed split")
    parser.add_argument("--recipe", default="efficientnet_lite0.ui_v1")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")

    base = arguments.out / "imagenet"
    if not (base / "config.json").is_file():
        fetch = ROOT / "scripts" / "imagenet_backbone.py"
        subprocess.run([sys.executable, fetch, base], check=True)
    seed = read_images(arguments.split, labels=STANDARD_LABELS, root=arguments.seed_set)
    sources = {HARVESTED: harvested(arguments.harvested), SEED_SET: seed}
    recipe = find_recipe(arguments.recipe)
    result = run_recipe(recipe, sources, base=base, output=arguments.out, resume=True)
    print(result.validation)
    print(result.output)


if __name__ == "__main__":
    main()
