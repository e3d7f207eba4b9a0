"""Measures what each choice of the default model's training is worth, in short runs side by side.

Usage: python examples/benchmarks/training_choices.py OUT --harvested DATASET --seed-set FOLDER
           --split CSV --imagenet FOLDER [--draws 8000] [--only geometry,start…]

Every run draws the same number of crops of the training kits (and, for `mixture`, of the 412
training images) and is scored on validation kits and on images of the seed set: those of its train
and val splits where it never saw them, else those of val. The test split is never used. Writes
OUT/choices.jsonl and OUT/choices.md, and goes on where it was interrupted.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from checkboxnet import TrainConfig, evaluate, fine_tune, markdown
from checkboxnet.dataset.augment import Augmentation
from checkboxnet.dataset.mixture import Source, mix
from checkboxnet.dataset.read import ImageSet, read_images
from checkboxnet.experiments.initial import random_base
from checkboxnet.experiments.protocol import photographic
from checkboxnet.labels import STANDARD_LABELS
from checkboxnet.report.files import write_text
from checkboxnet.training.base import Base, load_base
from checkboxnet.training.config import Method

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))
from make_weights import harvested

REFERENCE: dict[str, Any] = {
    "size": (96, 176),
    "batch_size": 64,
    "learning_rate": 1e-3,
    "weight_decay": 0.02,
    "statistics": "trained",
    "epochs": 1,
}


class AutoAugment(Method):
    """The default method with other augmentation."""

    def augmentation(self, name: str) -> Augmentation:
        """Returns what was learnt on ImageNet."""
        return photographic("autoaugment")


@dataclass(frozen=True)
class Variant:
    """One run."""

    topic: str
    name: str
    settings: Mapping[str, Any] = field(default_factory=dict)
    """What differs from `REFERENCE`."""
    geometry: Mapping[str, Any] = field(default_factory=dict)
    """What differs from the default `Preprocessing`."""
    init: str = "imagenet"
    """`random`, or ImageNet's values."""
    seed_share: float = 0.0
    """Share of the draws that are images of the seed set."""


VARIANTS = (
    Variant("reference", "96 x 176, stretched threefold at most, blanks narrowed"),
    Variant("geometry", "blanks as they are", geometry={"narrow_blanks": False}),
    Variant("geometry", "letterbox", geometry={"narrow_blanks": False, "max_stretch": 1}),
    Variant("geometry", "squash", geometry={"narrow_blanks": False, "max_stretch": 1000}),
    Variant("size", "128 x 128", {"size": (128, 128)}),
    Variant("size", "64 x 112", {"size": (64, 112)}),
    Variant("augmentation", "none", {"augment": "none"}),
    Variant("augmentation", "AutoAugment", {"method": AutoAugment()}),
    Variant("batch norm", "frozen at ImageNet's", {"statistics": "frozen"}),
    Variant("average", "last weights alone", {"method": Method(average=False)}),
    Variant("start", "random", init="random"),
    Variant("mixture", "30 % seed set", seed_share=0.3),
    Variant("mixture", "60 % seed set", seed_share=0.6),
)


def initial(variant: Variant, imagenet: Path) -> Base:
    """Returns what a variant starts from."""
    base = load_base(imagenet)
    if variant.init == "random":
        base = random_base(base.architecture, seed=0)
    return replace(base, preprocessing=replace(base.preprocessing, **variant.geometry))


def measure(
    variant: Variant, kits: ImageSet, seed: ImageSet, imagenet: Path, out: Path, draws: int
) -> dict[str, Any]:
    """Trains and scores one variant."""
    sources = [Source(images=kits, share=1 - variant.seed_share)]
    unseen = [sample for sample in seed.samples if sample.split in ("train", "val")]
    if variant.seed_share:
        sources.append(Source(images=seed, share=variant.seed_share))
        unseen = [sample for sample in unseen if sample.split == "val"]
    run = out / f"{variant.topic} {variant.name}".replace(" ", "-").replace("/", "-")
    config = TrainConfig(**{**REFERENCE, **variant.settings, "images_per_epoch": draws})
    result = fine_tune(
        mix(sources), output=run, base=initial(variant, imagenet), config=config, resume=True
    )
    on_seed = evaluate(replace(seed, samples=tuple(unseen)), model=result.model)
    on_kits = evaluate(kits.select("val"), model=result.model)
    return {
        "topic": variant.topic,
        "variant": variant.name,
        "seconds": round(sum(row["seconds"] for row in result.history)),
        "kits": [on_kits.accuracy, *on_kits.accuracy_interval, on_kits.count],
        "seed": [on_seed.accuracy, *on_seed.accuracy_interval, on_seed.count],
    }


def table(rows: list[dict[str, Any]]) -> str:
    """Returns the rows as Markdown."""
    lines = []
    for row in rows:
        cells = [
            f"{accuracy:.3f} ({low:.3f} – {high:.3f}; {count})"
            for accuracy, low, high, count in (row["kits"], row["seed"])
        ]
        lines.append([row["topic"], row["variant"], *cells, row["seconds"]])
    head = ["topic", "variant", "validation kits", "seed images", "seconds"]
    return markdown.table(head, lines) + "\n"


def main() -> None:
    """Runs all variants that have no row yet."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--harvested", type=Path, required=True)
    parser.add_argument("--seed-set", type=Path, required=True)
    parser.add_argument("--split", type=Path, required=True)
    parser.add_argument("--imagenet", type=Path, required=True)
    parser.add_argument("--draws", type=int, default=8000)
    parser.add_argument("--only", default="", help="topics, separated by commas")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    log = arguments.out / "choices.jsonl"
    rows = [json.loads(line) for line in log.read_text().splitlines()] if log.is_file() else []
    kits = harvested(arguments.harvested)
    seed = read_images(arguments.split, labels=STANDARD_LABELS, root=arguments.seed_set)
    topics = [topic for topic in arguments.only.split(",") if topic]
    for variant in VARIANTS:
        done = any((row["topic"], row["variant"]) == (variant.topic, variant.name) for row in rows)
        if done or (topics and variant.topic not in topics):
            continue
        rows.append(
            measure(variant, kits, seed, arguments.imagenet, arguments.out, arguments.draws)
        )
        write_text(log, "".join(json.dumps(row) + "\n" for row in rows))
        write_text(arguments.out / "choices.md", table(rows))
        print(table(rows[-1:]).splitlines()[-1], flush=True)


if __name__ == "__main__":
    main()
