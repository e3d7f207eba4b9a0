"""Measures how many labelled crops a second the harvester takes.

Usage: python examples/benchmarks/harvest.py [FOLDER OF PAGES] [--repeat 3]

Without a folder it writes pages of native controls. Prints, for one worker and for two, crops a
second (median of the repetitions) and their ratio, with the machine and the browser named.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import subprocess
import tempfile
from pathlib import Path

from checkboxnet import HarvestConfig, harvest
from checkboxnet.browser.launch import find_browser

PAGES = 6
CONTROLS = 60


def write_pages(folder: Path) -> None:
    """Writes pages of checkboxes, radios and buttons."""
    for page in range(PAGES):
        controls = "".join(
            f"<p><label><input type={'radio' if n % 3 == 0 else 'checkbox'} name=g{n % 9}> "
            f"Choice {n} of page {page}</label> &emsp; <button>Action {n}</button></p>"
            for n in range(CONTROLS)
        )
        text = f"<!doctype html><html lang=en><meta charset=utf-8>{controls}"
        (folder / f"{page}.html").write_text(text)


def measure(pages: Path, workers: int) -> tuple[float, int]:
    """Returns crops a second and the number of crops of one harvest."""
    with tempfile.TemporaryDirectory() as output:
        report = harvest(pages, Path(output) / "crops", config=HarvestConfig(workers=workers))
    return report.crops_per_second, sum(report.crops.values())


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pages", type=Path, nargs="?")
    parser.add_argument("--repeat", type=int, default=3)
    arguments = parser.parse_args()
    browser = find_browser() or "chromium"
    version = subprocess.run([browser, "--version"], capture_output=True, text=True, check=True)
    with tempfile.TemporaryDirectory() as folder:
        pages = arguments.pages or Path(folder)
        if arguments.pages is None:
            write_pages(pages)
        # In turn, so that whatever else the machine does falls on both.
        runs = [{n: measure(pages, n) for n in (1, 2)} for _ in range(arguments.repeat)]
    print(f"{platform.machine()}, {os.cpu_count()} cores; {version.stdout.strip()}")
    rates = {n: statistics.median(run[n][0] for run in runs) for n in (1, 2)}
    for workers, rate in rates.items():
        spread = sorted(run[workers][0] for run in runs)
        print(
            f"{workers} worker{'s' * (workers > 1)}: {rate:.1f} crops/s "
            f"({spread[0]:.1f} – {spread[-1]:.1f}), {runs[0][workers][1]} crops"
        )
    print(f"ratio: {rates[2] / rates[1]:.2f}")


if __name__ == "__main__":
    main()
