"""Makes the detector that `scan` uses: from the page records of the harvested gallery to a folder.

Usage: python scripts/make_detector.py OUT --harvested DATASET

DATASET is what `examples/ui_kits/make_dataset.py DATASET` makes. Screenshots of validation kits
and pages choose the epoch and the threshold, those of test kits and pages are left out. Starts from
the trunk of the default weights. Run the command again to go on after an interruption. Copy OUT to
`checkboxnet/scanning/embedded/NAME` (without `training/`) to ship it.
"""

from __future__ import annotations

import argparse
import logging
import sys
from dataclasses import replace
from pathlib import Path

from checkboxnet.dataset.page_records import LabelledPage, read_page_records
from checkboxnet.training.config import Method, TrainConfig
from checkboxnet.training.fine_tune_detector import fine_tune_detector
from checkboxnet.weights.registry import default_name, locate

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "examples" / "ui_kits"))

from splits import split_of  # noqa: E402


def with_splits(pages: list[LabelledPage]) -> list[LabelledPage]:
    """Returns the records with the split of their kit: pages of designs and of the grammar train.

    Which of their designs are held out from the weights that predict doesn't matter here: figures
    of the detector are of whole kits and pages that it never saw.
    """
    kits = [{"kit": str(page.about["kit"]), "design": ""} for page in pages]
    return [replace(page, split=split_of(kit)) for page, kit in zip(pages, kits, strict=True)]


def main() -> None:
    """Trains, or goes on."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--harvested", type=Path, required=True, help="folder of the dataset")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--tiles", type=int, default=3000, help="drawn for each epoch")
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    pages = with_splits(read_page_records(arguments.harvested / "crops"))
    result = fine_tune_detector(
        pages,
        output=arguments.out,
        base=locate(default_name()).folder or "default",
        config=TrainConfig(
            epochs=arguments.epochs,
            images_per_epoch=arguments.tiles,
            batch_size=16,
            precision="bfloat16",
            # Validation pages of one kit outweigh the others in the loss.
            method=Method(keep="last"),
        ),
        name="efficientnet_lite0.scan_v1",
        resume=True,
    )
    print(result)


if __name__ == "__main__":
    main()
