"""What a fine-tune learns of one kit, and forgets of others, by the share of the base it keeps.

Usage: python examples/benchmarks/base_share.py DATASET OUT [--kits carbon,rsuite,vant]

DATASET is what `examples/ui_kits/make_dataset.py` makes. For each kit, the default weights are
fine-tuned by the defaults on the crops of its first two pages. The mean with the base is then made
for each share, and scored on the kit's other pages, on the other kits of the test side, and on the
example images. Finished fine-tunes in OUT are taken as they are.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from checkboxnet.dataset.read import ImageSet, Sample, read_images
from checkboxnet.evaluation.metrics import wilson_interval
from checkboxnet.labels import STANDARD_LABELS
from checkboxnet.report.files import write_text
from checkboxnet.report.markdown import table
from checkboxnet.training.base import Base, load_base
from checkboxnet.training.config import TrainConfig
from checkboxnet.training.fine_tune import fine_tune
from checkboxnet.training.images import CropDataset
from checkboxnet.training.loop import loss_and_accuracy, predict_dataset

SHARES = 0.0, 0.3, 0.5, 0.7, 1.0
PAGES = ("01.html", "02.html")
MOST_OF_OTHER_KITS = 2000


def chosen(images: ImageSet, keep: Callable[[Sample], bool]) -> ImageSet:
    """Returns the images that are to be kept."""
    return replace(images, samples=tuple(filter(keep, images.samples)))


def is_trained_on(sample: Sample) -> bool:
    """Whether a crop is of one of the pages that are fine-tuned on."""
    return str(sample.metadata["page"]).endswith(PAGES)


def mean(base: Base, trained: Base, share: float) -> Base:
    """Returns the weights between the two."""
    tensors = {
        name: tensor.lerp(base.tensors[name], share) if tensor.is_floating_point() else tensor
        for name, tensor in trained.tensors.items()
    }
    return replace(base, tensors=tensors)


def scores(base: Base, output: Path, sets: dict[str, ImageSet]) -> Iterator[dict[str, object]]:
    """Yields how many images of each set are right, by share."""
    trained = load_base(output)
    for share in SHARES:
        network = mean(base, trained, share).build(STANDARD_LABELS).eval()
        for name, images in sets.items():
            dataset = CropDataset(images, STANDARD_LABELS, base.preprocessing)
            _, accuracy = loss_and_accuracy(predict_dataset(network, dataset), dataset.targets)
            right = round(accuracy * len(images))
            yield {"share": share, "on": name, "right": right, "count": len(images)}


def main() -> None:
    """Fine-tunes, scores, and prints a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("dataset", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--kits", default="carbon,rsuite,vant")
    arguments = parser.parse_args()

    base = load_base("default")
    test = read_images(arguments.dataset / "dataset.jsonl", labels=STANDARD_LABELS).select("test")
    examples = read_images(Path(__file__).parents[1] / "images")
    rows = []
    for kit in arguments.kits.split(","):
        own = chosen(test, lambda sample, kit=kit: sample.group == kit)  # type: ignore[misc]
        others = chosen(test, lambda sample, kit=kit: sample.group != kit)  # type: ignore[misc]
        step = -(-len(others) // MOST_OF_OTHER_KITS)
        taught = chosen(own, is_trained_on)
        # Crops of one control stay on one side of the split.
        unsplit = tuple(
            replace(s, split=None, group=f"{s.metadata['page']} {s.metadata.get('selector')}")
            for s in taught.samples
        )
        output = arguments.out / kit
        if not (output / "model.onnx").is_file():
            config = TrainConfig(base_share=0.0)
            data = replace(taught, samples=unsplit)
            fine_tune(data, output=output, config=config, resume=output.exists())
        sets = {
            "its other pages": chosen(own, lambda sample: not is_trained_on(sample)),
            "other kits": replace(others, samples=others.samples[::step]),
            "examples/images": examples,
        }
        for row in scores(base, output, sets):
            rows.append({"kit": kit, "crops": len(taught), **row})
            print(rows[-1], flush=True)
    write_text(arguments.out / "base_share.json", json.dumps(rows, indent=1) + "\n")
    lines = []
    for row in rows:
        low, high = wilson_interval(row["right"], row["count"])
        rate = f"{row['right'] / row['count']:.3f} ({low:.3f} – {high:.3f}; {row['count']})"
        lines.append([row["kit"], row["crops"], row["share"], row["on"], rate])
    print(table(["fine-tuned on", "crops", "share of the base", "scored on", "right"], lines))


if __name__ == "__main__":
    main()
