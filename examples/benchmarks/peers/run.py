"""Measures checkboxnet beside what its users would pick instead, each in its own environment.

Usage: python examples/benchmarks/peers/run.py WORK [--images FOLDER] [--count 400] [--rounds 5]
       [--page docs/benchmarks.md]

WORK receives the virtual environments (about 7 GB, mostly torch, which is installed once and lent
to the others) and is used again by the next run. IMAGES, by default the repository's examples,
are classified from disk: PNG files of single controls. Each round measures all peers in turn, so
that whatever else the machine does falls on all of them; the page shows medians over the rounds,
and ratios to checkboxnet's. Networks other than ours have random weights: only time is compared.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import platform
import shutil
import statistics
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from checkboxnet.picture.read import list_images
from checkboxnet.report import markdown
from checkboxnet.report.files import write_text

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
EXAMPLES = ROOT / "examples" / "images"
BEGIN, END = "<!-- peers -->", "<!-- end of peers -->"
"""What the figures stand between on the page."""


@dataclass(frozen=True)
class Peer:
    """What is measured: a module of this folder, and what to install for it."""

    module: str
    title: str
    imports: str
    requirements: tuple[str, ...]
    torch: bool = True
    """Whether it needs the torch that is lent to all."""
    slim: bool = False
    """Whether to install without declared dependencies."""


TORCH = ("torch", "torchvision", "timm")
PEERS = (
    Peer(
        "ours",
        "checkboxnet",
        "checkboxnet",
        ("numpy", "pillow", "onnxruntime", "safetensors", "typer", "rich"),
        torch=False,
        slim=True,
    ),
    Peer("timm_eager", "timm, eager", "timm", ()),
    Peer("torch_compile", "timm, torch.compile", "timm", ()),
    Peer("transformers_pipeline", "transformers pipeline", "transformers", ("transformers",)),
    Peer("ultralytics_classify", "ultralytics classify", "ultralytics", ("ultralytics",)),
    Peer("fastai_learner", "fastai learner", "fastai.vision.all", ("fastai",)),
)


@dataclass
class Figures:
    """What was measured of one peer, one value a round."""

    imports: list[float] = field(default_factory=list)
    cold: list[float] = field(default_factory=list)
    p50: list[float] = field(default_factory=list)
    p95: list[float] = field(default_factory=list)
    bulk: list[float] = field(default_factory=list)
    peak_mb: list[float] = field(default_factory=list)
    installed_mb: float = 0.0


def call(*command: object) -> str:
    """Returns what a command prints; shows its errors and stops if it fails."""
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, cwd=HERE, check=False
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, command))}\n{done.stderr[-3000:]}")
    return done.stdout


def timed(*command: object) -> float:
    """Returns the seconds a command takes."""
    start = time.perf_counter()
    call(*command)
    return time.perf_counter() - start


def packages(environment: Path) -> Path:
    """Returns an environment's site-packages."""
    return next((environment / "lib").glob("python3*")) / "site-packages"


def install(environment: Path, *what: object, borrow: Path | None = None) -> Path:
    """Makes a virtual environment, unless it is there, and returns its interpreter."""
    python = environment / "bin" / "python"
    done = environment / "complete"
    if not done.exists():
        shutil.rmtree(environment, ignore_errors=True)
        call("python3", "-m", "venv", environment)
        if borrow is not None:
            (packages(environment) / "borrowed.pth").write_text(f"{packages(borrow)}\n")
        if what:
            call(python, "-m", "pip", "install", "--quiet", *what)
        done.touch()
    return python


def megabytes(folder: Path) -> float:
    """Returns the size of all files below a folder, pip itself left out."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    tools = ("pip", "setuptools")
    return (
        sum(
            path.stat().st_size
            for path in files
            if not path.relative_to(folder).parts[0].startswith(tools)
        )
        / 1e6
    )


def measure(peer: Peer, python: Path, folder: Path, images: Sequence[Path], to: Figures) -> None:
    """Adds one round's figures."""
    measuring = (python, HERE / "measure.py", peer.module, folder)
    to.imports.append(timed(python, "-c", f"import {peer.imports}") - timed(python, "-c", ""))
    to.cold.append(timed(*measuring, "cold", images[0]))
    warm = json.loads(call(*measuring, "warm", *images).splitlines()[-1])
    cuts = statistics.quantiles(warm["single"], n=20)
    to.p50.append(cuts[9])
    to.p95.append(cuts[18])
    to.bulk.append(warm["bulk"])
    to.peak_mb.append(warm["peak_mb"])


def cell(values: list[float], ours: list[float], scale: float, digits: int) -> str:
    """Returns a median, and how many times ours it is."""
    value, reference = statistics.median(values), statistics.median(ours)
    ratio = "" if values is ours else f" ({value / reference:.1f}×)"
    return f"{value * scale:,.{digits}f}{ratio}"


def table(figures: dict[str, Figures]) -> str:
    """Returns the figures of all peers in Markdown."""
    ours = figures["ours"]
    rows = []
    for peer in PEERS:
        each = figures[peer.module]
        cells = (
            cell(each.imports, ours.imports, 1e3, 0),
            cell(each.cold, ours.cold, 1, 2),
            cell(each.p50, ours.p50, 1e3, 1),
            cell(each.p95, ours.p95, 1e3, 1),
            cell(each.bulk, ours.bulk, 1e3, 1),
            cell(each.peak_mb, ours.peak_mb, 1, 0),
            f"{each.installed_mb:,.0f}",
        )
        rows.append([peer.title, *cells])
    head = ["", "import, ms", "cold start to answer, s", "one image p50, ms", "p95, ms"]
    return markdown.table([*head, "many, ms an image", "peak memory, MB", "installed, MB"], rows)


def versions(python: Path, names: Sequence[str]) -> str:
    """Returns what is installed in an environment of the packages named."""
    code = (
        "import sys, importlib.metadata as m\n"
        "print(', '.join(f'{n} {m.version(n)}' for n in sys.argv[1:]))"
    )
    return call(python, "-c", code, *names).strip()


def processor() -> str:
    """Returns the processor's name, where Linux tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next(line.split(": ")[1] for line in lines if line.startswith("model name"))


def main() -> None:
    """Installs, measures, prints and writes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("work", type=Path)
    parser.add_argument("--images", type=Path, default=EXAMPLES)
    parser.add_argument("--count", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--page", type=Path, help="Markdown whose figures to replace")
    arguments = parser.parse_args()
    work = arguments.work.absolute()
    found = [path.absolute() for path in list_images(arguments.images)]
    images = list(itertools.islice(itertools.cycle(found), arguments.count))

    lent = work / "torch"
    install(lent, *TORCH)
    figures, pythons = {peer.module: Figures() for peer in PEERS}, {}
    for peer in PEERS:
        environment, folder = work / peer.module, work / "files" / peer.module
        folder.mkdir(parents=True, exist_ok=True)
        print(f"installing {peer.title}", flush=True)
        python = install(environment, *peer.requirements, borrow=lent if peer.torch else None)
        if peer.slim:
            call(python, "-m", "pip", "install", "--quiet", "--no-deps", "--force-reinstall", ROOT)
        pythons[peer.module] = python
        call(python, HERE / "measure.py", peer.module, folder, "prepare", EXAMPLES)
        size = megabytes(packages(environment)) + (megabytes(packages(lent)) if peer.torch else 0)
        figures[peer.module].installed_mb = size
    for turn in range(arguments.rounds):
        for peer in PEERS:
            print(f"round {turn + 1} of {arguments.rounds}: {peer.title}", flush=True)
            folder = work / "files" / peer.module
            measure(peer, pythons[peer.module], folder, images, figures[peer.module])

    machine = f"{processor()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    used = "; ".join(
        [versions(pythons["ours"], ("onnxruntime", "numpy", "pillow"))]
        + [versions(lent / "bin" / "python", TORCH)]
        + [versions(pythons[p.module], p.requirements) for p in PEERS if p.torch and p.requirements]
    )
    command = (pythons["ours"], "-m", "checkboxnet", "predict", images[0])
    cold = statistics.median(timed(*command) for _ in range(arguments.rounds))
    text = (
        f"{len(images)} PNG files of single controls ({len(set(images))} different), median of "
        f"{arguments.rounds} rounds, all peers in turn in each. {machine}. {used}.\n\n"
        f"{table(figures)}\n\n"
        f"`checkboxnet predict IMAGE`, the command line from start to end: {cold:.2f} s.\n"
    )
    print(text)
    if arguments.page is not None:
        before, rest = arguments.page.read_text().split(BEGIN)
        write_text(arguments.page, f"{before}{BEGIN}\n\n{text}\n{END}{rest.split(END)[1]}")


if __name__ == "__main__":
    main()
