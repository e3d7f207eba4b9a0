"""Scores crops by a network that never saw their kit or design, and shows what it contradicts.

Usage: python examples/ui_kits/cross_fit_kits.py DATASET [--sheets DIR]

DATASET is what make_dataset.py makes. Four folds over kits, hand-written designs and anatomies of
the grammar; each fold's crops are scored by a network trained on the others. Writes
DATASET/cross-fit/fold-N (weights folders), scores.jsonl (a row for each crop scored) and
groups.jsonl: for each group of decidable.py, most contradicted first, how many crops were scored
and how many confidently contradicted. With --sheets a contact sheet of each contested group, to
decide on in decisions.json. Run it again to go on after an interruption.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from decidable import group_of, is_decidable
from PIL import Image, ImageDraw
from quick_network import quick_base, quick_config
from sklearn.model_selection import StratifiedGroupKFold
from splits import drawing_of

from checkboxnet import Model, TrainConfig, fine_tune
from checkboxnet.dataset.mixture import Source, mix
from checkboxnet.dataset.read import ImageSet, Sample
from checkboxnet.labels import STANDARD_LABELS
from checkboxnet.report.files import write_text
from checkboxnet.report.progress import ProgressBar

FOLDS = 4
MOST_OF_A_GROUP = 6
"""Crops of a group that are scored: a group is decided as one."""
VALIDATION = 1_500
MOST_TRAINED = 40_000
"""Crops that a fold is trained on: it draws no more."""
CONFIDENT = 0.8
"""Probability of another label from which a crop counts as contradicted."""
LEAST_CROPS, CONTESTED = 4, 0.4
"""A group is shown that has so many crops, and so large a share of them contradicted."""
CELL, COLUMNS = (150, 96), 12


def sampled(rows: Iterable[dict[str, Any]], seed: int) -> list[dict[str, Any]]:
    """Returns some crops of every group, the same for a seed."""
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        if row["label"] in STANDARD_LABELS and is_decidable(row, {}):
            groups[group_of(row)].append(row)
    chosen = []
    for name, group in sorted(groups.items()):
        random.Random(f"{seed}/{name}").shuffle(group)
        chosen += group[:MOST_OF_A_GROUP]
    return chosen


def fit(rows: Sequence[Mapping[str, Any]], crops: Path, out: Path, config: TrainConfig) -> Model:
    """Trains one network on some of these crops, or reads the one that was trained before."""
    chosen = random.Random(config.seed).sample(range(len(rows)), min(len(rows), MOST_TRAINED))
    samples = tuple(
        Sample(
            path=crops / rows[index]["path"],
            label=rows[index]["label"],
            split="val" if number < VALIDATION else "train",
            group=drawing_of(rows[index]),
        )
        for number, index in enumerate(chosen)
    )
    images = ImageSet(root=crops, samples=samples, labels=STANDARD_LABELS)
    base = quick_base(out.parent / "imagenet")
    mixture = mix([Source(images=images, share=1)])
    return fine_tune(mixture, output=out, base=base, config=config, resume=True).model


def score(
    rows: list[dict[str, Any]], crops: Path, out: Path, config: TrainConfig
) -> list[dict[str, Any]]:
    """Returns the rows with `probabilities` by a network that never saw their kit or design."""
    groups = [drawing_of(row) for row in rows]
    labels = [row["label"] for row in rows]
    splitter = StratifiedGroupKFold(FOLDS, shuffle=True, random_state=config.seed)
    scored = []
    for number, (train, test) in enumerate(splitter.split(rows, labels, groups)):
        kept = out / f"fold-{number}.jsonl"
        if not kept.is_file():
            chosen = [rows[index] for index in train]
            model = fit(chosen, crops, out / f"fold-{number}", config)
            paths = [crops / rows[index]["path"] for index in test]
            lines = []
            with ProgressBar(f"scoring fold {number}", total=len(test)) as bar:
                for index, predicted in zip(test, model.stream(paths, batch_size=64), strict=True):
                    row = {
                        "path": rows[index]["path"],
                        "probabilities": dict(predicted.probabilities),
                    }
                    lines.append(json.dumps(row))
                    bar.advance()
            write_text(kept, "\n".join(lines) + "\n")
        told = {row["path"]: row for row in map(json.loads, kept.read_text().splitlines())}
        if set(told) != {rows[index]["path"] for index in test}:
            raise SystemExit(f"{kept} is of other crops: remove {out} to score these")
        scored += [{**rows[index], **told[rows[index]["path"]]} for index in test]
    return scored


def contested(scored: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Returns the groups, most contradicted first, each with the paths of its crops."""
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in scored:
        groups[group_of(row)].append(row)
    found = []
    for name, rows in groups.items():
        wrong = [
            row
            for row in rows
            if max(p for label, p in row["probabilities"].items() if label != row["label"])
            >= CONFIDENT
        ]
        found.append(
            {
                "group": name,
                "crops": len(rows),
                "contradicted": len(wrong),
                "as": {
                    label: round(float(np.mean([r["probabilities"][label] for r in rows])), 3)
                    for label in STANDARD_LABELS
                },
                "paths": [row["path"] for row in wrong],
            }
        )
    return sorted(found, key=lambda g: (-g["contradicted"] / g["crops"], -g["crops"], g["group"]))


def sheet(groups: Sequence[Mapping[str, Any]], crops: Path) -> Image.Image:
    """Draws a row of contradicted crops for each group, under its name."""
    height = CELL[1] + 14
    result = Image.new("RGB", (COLUMNS * CELL[0], len(groups) * height), "white")
    draw = ImageDraw.Draw(result)
    for number, group in enumerate(groups):
        about = f"{group['group']}   {group['contradicted']} of {group['crops']}   {group['as']}"
        draw.text((3, number * height), about, fill="black")
        for column, path in enumerate(group["paths"][:COLUMNS]):
            with Image.open(crops / path) as opened:
                crop = opened.convert("RGB")
            crop.thumbnail((CELL[0] - 6, CELL[1] - 6))
            result.paste(crop, (column * CELL[0] + 3, number * height + 14))
    return result


def main() -> None:
    """Scores, groups and draws."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("dataset", type=Path)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--images", type=int, default=12_000, help="drawn for each epoch")
    parser.add_argument("--seed", type=int, default=101)
    parser.add_argument("--sheets", type=Path, help="folder for contact sheets")
    arguments = parser.parse_args()
    crops, out = arguments.dataset / "crops", arguments.dataset / "cross-fit"
    manifest = (crops / "manifest.jsonl").read_text().splitlines()
    rows = sampled(map(json.loads, manifest), arguments.seed)
    print(f"{len(rows)} of {len(manifest)} crops are scored", flush=True)
    config = quick_config(epochs=arguments.epochs, images=arguments.images, seed=arguments.seed)
    scored = score(rows, crops, out, config)
    groups = contested(scored)
    for name, written in (("scores.jsonl", scored), ("groups.jsonl", groups)):
        write_text(out / name, "".join(json.dumps(row) + "\n" for row in written))
    shown = [
        group
        for group in groups
        if group["crops"] >= LEAST_CROPS and group["contradicted"] >= CONTESTED * group["crops"]
    ]
    right = sum(max(r["probabilities"], key=r["probabilities"].get) == r["label"] for r in scored)
    print(f"{right} of {len(scored)} right; {len(shown)} of {len(groups)} groups contested")
    if arguments.sheets:
        arguments.sheets.mkdir(parents=True, exist_ok=True)
        for number, start in enumerate(range(0, len(shown), 12), start=1):
            path = arguments.sheets / f"contested-{number:03}.png"
            sheet(shown[start : start + 12], crops).save(path)


if __name__ == "__main__":
    main()
