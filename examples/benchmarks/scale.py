"""Measures a Ray worker of one thread, and says what so many images would cost.

Usage: python examples/benchmarks/scale.py [--images FOLDER] [--price PER_CPU_HOUR]

The pictures are in memory before the clock runs: what is measured is decoding, the network and
Ray's own way from the dataset to the predictions, and not the network to a bucket. The clock runs
from the first batch that comes out, when the worker has loaded its model.
"""

from __future__ import annotations

import argparse
import itertools
import os
import platform
import time
from pathlib import Path

from checkboxnet import predict_dataset
from checkboxnet.picture.read import list_images

EXAMPLES = Path(__file__).parents[1] / "images"
BLOCK = 256


def rate(pictures: list[bytes], blocks: int) -> float:
    """Returns images a second of one worker, from the first block of predictions to the last."""
    import ray

    items = [
        {"bytes": each} for each in itertools.islice(itertools.cycle(pictures), blocks * BLOCK)
    ]
    dataset = ray.data.from_items(items, override_num_blocks=blocks).materialize()
    batches = iter(predict_dataset(dataset, workers=1).iter_batches(batch_size=BLOCK))
    next(batches)
    begin = time.perf_counter()
    counted = sum(len(batch["label"]) for batch in batches)
    return counted / (time.perf_counter() - begin)


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--images", type=Path, default=EXAMPLES)
    parser.add_argument("--blocks", type=int, default=40, help=f"of {BLOCK} images to measure on")
    parser.add_argument("--count", type=int, default=100_000_000, help="images to be paid for")
    parser.add_argument("--price", type=float, help="of a CPU-hour, in your currency")
    arguments = parser.parse_args()

    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    import ray

    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level="warning")
    pictures = [path.read_bytes() for path in list_images(arguments.images)]
    measured = rate(pictures, arguments.blocks)
    hours = arguments.count / measured / 3600
    load = os.getloadavg()[0]
    print(
        f"{platform.machine()}, {os.cpu_count()} cores, load {load:.1f} (1.0 is the worker's own)"
    )
    print(f"a worker of one thread: {measured:.0f} images/s")
    print(f"{arguments.count:,} images: {hours:,.0f} CPU-hours", end="")
    print(f", {hours * arguments.price:,.2f} at {arguments.price}" if arguments.price else "")


if __name__ == "__main__":
    main()
