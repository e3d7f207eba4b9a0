"""How far more designs, more of the grammar and more collections bring a network, by a power law.

Usage: python examples/ui_kits/data_law.py DATASET OUT --seed-set FOLDER [--plot law.png]

DATASET is what `examples/ui_kits/make_dataset.py` makes, FOLDER the 515 images. A quick network is
trained on kits, from ImageNet's weights. From there each run goes on, on kits and on a quarter, a
half or all of one more source, with the same number of draws; its error is counted on validation
designs, grammar and kits and on the 515 images, none of which it ever saw. To each source the law
error = floor + factor * count ** -0.5 is fitted. Finished runs in OUT are taken as they are.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
from quick_network import quick_base, quick_config
from scipy.optimize import nnls

from checkboxnet import ImageSet, TrainConfig, fine_tune, read_images
from checkboxnet.dataset.mixture import Source, mix
from checkboxnet.dataset.read import Sample
from checkboxnet.evaluation.metrics import wilson_interval
from checkboxnet.labels import STANDARD_LABELS
from checkboxnet.report.files import write_text
from checkboxnet.report.markdown import table

FRACTIONS = 0.25, 0.5, 1.0
COLLECTIONS = frozenset(
    {"bootswatch", "bulmaswatch", "bulma-extensions", "css-checkbox-library", "css-toggle-switch"}
    | {"react-toggles", "small-toggles", "soft-ui-library", "topcoat", "uniform"}
)
VALIDATION = 1_500
MOST_CROPS = 20_000


def source_of(sample: Sample) -> str:
    """Returns which source a crop belongs to."""
    kit = str(sample.metadata["kit"])
    if kit in ("designs", "grammar"):
        return kit
    return "collections" if kit in COLLECTIONS else "kits"


def design_of(sample: Sample) -> str:
    """Returns what is counted: a design of its kit."""
    return f"{sample.metadata['kit']}/{sample.metadata.get('design')}"


def part(images: ImageSet, name: str, fraction: float) -> ImageSet:
    """Returns the crops of a part of a source's designs; each part holds the smaller ones."""

    def kept(sample: Sample) -> bool:
        digest = hashlib.sha256(design_of(sample).encode()).digest()
        return source_of(sample) == name and digest[0] < 256 * fraction

    return only(images, kept)


def thinned(images: ImageSet) -> ImageSet:
    """Returns every nth image, so that about `MOST_CROPS` remain: no run draws more."""
    return replace(images, samples=images.samples[:: -(-len(images) // MOST_CROPS)])


def only(images: ImageSet, keep: Callable[[Sample], bool]) -> ImageSet:
    """Returns the images that are to be kept."""
    return replace(images, samples=tuple(filter(keep, images.samples)))


def runs(train: ImageSet, kits: ImageSet) -> Iterator[tuple[str, list[Source], int]]:
    """Yields the name, the training sources and the number of designs of each run."""
    yield "kits", [Source(images=kits, share=1)], 0
    for name in ("designs", "grammar", "collections"):
        for fraction in FRACTIONS:
            more = part(train, name, fraction)
            sources = [Source(images=kits, share=0.5), Source(images=thinned(more), share=0.5)]
            yield f"{name}-{fraction:g}", sources, len(set(map(design_of, more.samples)))


def fitted(counts: list[int], errors: list[float]) -> tuple[float, float]:
    """Returns floor and factor of the law, neither below 0, by least squares."""
    columns = np.column_stack([np.ones(len(counts)), np.array(counts) ** -0.5])
    (floor, factor), _ = nnls(columns, np.array(errors))
    return float(floor), float(factor)


def main() -> None:
    """Trains, scores, and prints two tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("dataset", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed-set", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=2, help="on kits alone, before the runs")
    parser.add_argument("--run-epochs", type=int, default=1, help="of each run")
    parser.add_argument("--images", type=int, default=12_000, help="drawn for each epoch")
    parser.add_argument("--plot", type=Path, help="PNG file to draw the laws into")
    arguments = parser.parse_args()

    train = read_images(arguments.dataset / "train.jsonl", labels=STANDARD_LABELS)
    chosen = read_images(arguments.dataset / "dataset.jsonl", labels=STANDARD_LABELS)
    validation = chosen.select("val")
    sets = {
        "validation designs": only(validation, lambda s: source_of(s) == "designs"),
        "validation grammar": only(validation, lambda s: source_of(s) == "grammar"),
        "validation kits": only(validation, lambda s: source_of(s) == "kits"),
        "the 515 images": read_images(arguments.seed_set, labels=STANDARD_LABELS),
    }
    config = quick_config(epochs=arguments.run_epochs, images=arguments.images, keep="last")
    stride = max(1, len(validation) // VALIDATION)
    watched = Source(images=replace(validation, samples=validation.samples[::stride]), share=1)
    kits = thinned(part(train, "kits", 1))
    start = mix([Source(images=kits, share=1), watched])
    longer = replace(config, epochs=arguments.epochs)
    base, imagenet = arguments.out / "start", quick_base(arguments.out / "imagenet")
    fine_tune(start, output=base, base=imagenet, config=longer, resume=True)
    rows, errors = [], {}
    for name, sources, count in runs(train, kits):
        right = scored(mix([*sources, watched]), sets, arguments.out / name, base, config)
        errors[name] = {on: 1 - right[on] / len(images) for on, images in sets.items()}
        cells = []
        for on, images in sets.items():
            low, high = wilson_interval(right[on], len(images))
            cells.append(f"{right[on] / len(images):.3f} ({low:.3f} – {high:.3f})")
        rows.append([name, count, *cells])
    sizes = [f"{on} ({len(images)})" for on, images in sets.items()]
    print(table(["kits and", "designs", *sizes], rows), flush=True)
    laws = law_table(rows, errors, list(sets))
    print(table(["source", "on", "floor", "factor", "with twice as many"], laws))
    if arguments.plot:
        draw(rows, errors, list(sets), arguments.plot)


def scored(
    images: ImageSet, sets: Mapping[str, ImageSet], out: Path, base: Path, config: TrainConfig
) -> dict[str, int]:
    """Returns how many images of each set a run gets right; trains it unless that was done."""
    kept = out.with_name(f"{out.name}.json")
    if not kept.is_file():
        model = fine_tune(images, output=out, base=base, config=config, resume=True).model
        right = {}
        for on, scored_on in sets.items():
            predicted = model.stream([s.path for s in scored_on.samples], batch_size=64)
            pairs = zip(scored_on.samples, predicted, strict=True)
            right[on] = sum(prediction.label == sample.label for sample, prediction in pairs)
        write_text(kept, json.dumps(right) + "\n")
    result: dict[str, int] = json.loads(kept.read_text())
    return result


def _points(
    name: str, on: str, rows: list[list[object]], errors: Mapping[str, Mapping[str, float]]
) -> tuple[list[int], list[float]]:
    own = [row for row in rows if str(row[0]).startswith(f"{name}-")]
    return [int(str(row[1])) for row in own], [errors[str(row[0])][on] for row in own]


def law_table(
    rows: list[list[object]], errors: Mapping[str, Mapping[str, float]], sets: list[str]
) -> list[list[object]]:
    """Returns the fitted law of each source on each set."""
    lines: list[list[object]] = []
    for name in ("designs", "grammar", "collections"):
        for on in sets:
            counts, measured = _points(name, on, rows, errors)
            floor, factor = fitted(counts, measured)
            twice = floor + factor * (2 * counts[-1]) ** -0.5
            lines.append([name, on, f"{floor:.3f}", f"{factor:.2f}", f"{twice:.3f}"])
    return lines


def draw(
    rows: list[list[object]],
    errors: Mapping[str, Mapping[str, float]],
    sets: list[str],
    path: Path,
) -> None:
    """Draws the measured errors and the fitted laws, a panel for each set."""
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(1, len(sets), figsize=(4 * len(sets), 3.6), sharey=True)
    for axis, on in zip(axes, sets, strict=True):
        for name, mark in (("designs", "o"), ("grammar", "s"), ("collections", "^")):
            counts, measured = _points(name, on, rows, errors)
            floor, factor = fitted(counts, measured)
            line = np.geomspace(counts[0], 4 * counts[-1], 50)
            (drawn,) = axis.plot(counts, measured, mark, label=name)
            axis.plot(line, floor + factor * line**-0.5, "--", color=drawn.get_color(), lw=1)
        axis.axhline(errors["kits"][on], color="grey", lw=1, ls=":", label="kits alone")
        axis.set(title=on, xlabel="designs", xscale="log")
    axes[0].set(ylabel="error")
    axes[0].legend()
    figure.tight_layout()
    figure.savefig(path, dpi=110)


if __name__ == "__main__":
    main()
