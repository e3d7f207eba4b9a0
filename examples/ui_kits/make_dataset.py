"""Builds the gallery of UI kits, harvests it, and makes a balanced, split dataset of the crops.

Usage: python examples/ui_kits/make_dataset.py OUT [--pages 5] [--size 108000] [--seed 101]

Writes OUT/pages (the gallery), OUT/real (finished pages of other people), OUT/crops (everything
harvested, with page records), and of the crops whose picture tells what they are
OUT/dataset.jsonl (the rows chosen, with a split by kit and design) and OUT/train.jsonl (all for
training); OUT/undecidable.jsonl has the others, OUT/kits.json versions and licences, OUT/counts.md
tables. Run it again to go on after an interruption. Needs node, Chromium,
`pip install 'checkboxnet[harvest]'`, and Debian's fonts-noto-core, fonts-noto-cjk and
fonts-noto-color-emoji.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from decidable import is_decidable, read_decisions
from splits import drawing_of, split_of

from checkboxnet import HarvestConfig, HarvestReport, harvest
from checkboxnet.browser.config import Theme
from checkboxnet.browser.controls import MIXED
from checkboxnet.harvesting.gallery import write_gallery
from checkboxnet.report.files import sha256, write_text
from checkboxnet.report.markdown import table

HERE = Path(__file__).parent
LABELS = ("checked", "unchecked", "other")

PAGES = {
    "designs": 26,
    "grammar": 24,
    **dict.fromkeys(
        (
            *("content-actions", "content-glyphs", "css-checkbox-library", "small-toggles"),
            "icon-states",
            *("handmade", "handmade-fun", "handmade-odd", "handmade-plain"),
        ),
        4,
    ),
    # A theme a page.
    **{"bootswatch": 5, "bulmaswatch": 4, "desktop": 2, "retro-systems": 2, "w3-mini": 2},
}
"""How many times as many pages as others have: for what holds many designs."""
WEIGHTS = {"designs": 24, "grammar": 24, **dict.fromkeys(PAGES.keys() - {"designs", "grammar"}, 2)}
"""How many times as many of the chosen crops."""
LARGEST_SHARE = 0.06
"""Of all crops: no kit of somebody else has more."""

# Every page is visited once, in one of these ways; a kit's pages in ways that follow one another.
VARIANTS: tuple[tuple[tuple[int, int], float, Theme], ...] = (
    ((1280, 800), 1, "light"),
    ((1280, 800), 2, "dark"),
    ((390, 844), 3, "light"),
    ((1024, 768), 1.5, "light"),
    ((1600, 1000), 1, "dark"),
    ((768, 1024), 2, "light"),
    ((1366, 768), 1, "light"),
    ((412, 915), 2.6, "dark"),
    ((1440, 900), 1.25, "light"),
    ((1920, 1080), 1, "light"),
    ((1280, 800), 1, "dark"),
    ((820, 1180), 2, "light"),
)
MOST_OTHERS_WITHOUT_TOGGLES = 60

# Finished pages are light, and each is visited in one of these windows.
REAL_VARIANTS: tuple[tuple[tuple[int, int], float], ...] = (
    ((1280, 800), 1),
    ((1440, 900), 2),
    ((390, 844), 3),
)
MOST_OTHERS_OF_REAL_PAGES = 24
"""Sidebars and headers are the same on every page of a package."""
# Most of a visit is waiting for the page to stand still.
WORKERS = 2 * (os.cpu_count() or 1)


def build(target: Path, kits: Sequence[str], pages: int, seed: int) -> None:
    """Builds the gallery: one folder of pages per kit."""
    if not (HERE / "node_modules").is_dir():
        subprocess.run(["npm", "ci"], cwd=HERE, check=True)
    if not (HERE / "desktop").is_dir() and (not kits or "desktop" in kits):
        subprocess.run([sys.executable, "fetch_desktop.py"], cwd=HERE, check=True)
    command = ["node", "build.mjs", "--seed", str(seed), "--out", str(target.resolve())]
    chosen = ["--kits", ",".join(kits)] if kits else []
    subprocess.run([*command, *chosen, "--pages", str(pages)], cwd=HERE, check=True)
    for times in sorted(set(PAGES.values())):
        rich = [kit for kit, own in PAGES.items() if own == times and (not kits or kit in kits)]
        if rich:
            more = ["--kits", ",".join(rich), "--pages", str(times * pages)]
            subprocess.run([*command, *more], cwd=HERE, check=True)


def harvest_pages(gallery: Path, kits: Sequence[str], crops: Path, seed: int) -> HarvestReport:
    """Harvests every page in the variant of its number."""
    folders = [path for path in sorted(gallery.iterdir()) if (path / "01.html").is_file()]
    folders = [path for path in folders if not kits or path.name in kits]
    pages: dict[tuple[int, bool], list[Path]] = defaultdict(list)
    for folder in folders:
        # Where a kit begins must not depend on which other kits there are.
        first = sum(folder.name.encode())
        for number, page in enumerate(sorted(folder.glob("*.html")), start=first):
            bare = folder.name.startswith("content-")
            pages[number % len(VARIANTS), bare].append(page)
    for (number, bare), chosen in sorted(pages.items()):
        viewport, scale, theme = VARIANTS[number]
        config = HarvestConfig(
            viewports=(viewport,),
            scales=(scale,),
            theme=theme,
            other="[data-specimen=other]",
            max_others=MOST_OTHERS_WITHOUT_TOGGLES if bare else None,
            wait_for="html[data-ready]",
            pages=True,
            root=gallery,
            workers=WORKERS,
            seed=seed,
        )
        report = harvest(chosen, crops, config=config)
        print(f"variant {number + 1}: {report}", flush=True)
    return report


def harvest_real_pages(out: Path, crops: Path, seed: int) -> None:
    """Harvests finished pages of other people, each in the variant of its number."""
    subprocess.run([sys.executable, HERE / "fetch_pages.py", out], check=True)
    real = out / "real"
    for package in json.loads((real / "pages.json").read_text()):
        root = real / package["root"]
        for number, (viewport, scale) in enumerate(REAL_VARIANTS):
            pages = [root / page for page in package["pages"][number :: len(REAL_VARIANTS)]]
            if not pages:
                continue
            config = HarvestConfig(
                viewports=(viewport,),
                scales=(scale,),
                max_others=MOST_OTHERS_OF_REAL_PAGES,
                wait_for=package["wait"],
                pages=True,
                root=root,
                workers=WORKERS,
                seed=seed,
            )
            report = harvest(pages, crops, config=config)
            print(f"{package['package']}, window {number + 1}: {report}", flush=True)


def kits_of_pages(path: Path) -> list[dict[str, Any]]:
    """Returns the packages of finished pages in the form in which the gallery lists its kits."""
    found = []
    for package in json.loads(path.read_text()):
        name, version, license = (package[key] for key in ("package", "version", "licence"))
        about = {"name": name, "version": version, "license": license}
        found.append({"name": name, "packages": [about]})
    return found


def choose(rows: Iterable[dict[str, Any]], size: int, seed: int) -> list[dict[str, Any]]:
    """Returns a third of `size` for each label, spread over the kits as evenly as they allow.

    Of a kit, every control is taken in one framing before any is taken in a second, so that the
    rows that are left out are the ones most like those that are in.
    """
    by_label: dict[str, dict[str, list[dict[str, Any]]]] = {label: {} for label in LABELS}
    for label, kit, group in _grouped(rows):
        by_label[label][kit] = _by_novelty(group, random.Random(f"{seed}/{label}/{kit}"))
    most = int(LARGEST_SHARE * size)
    taken: Counter[str] = Counter()
    chosen = []
    for kits in by_label.values():
        target, picked = size // 3, 0
        for _ in range(max(map(len, kits.values()), default=0)):
            for kit in sorted(kits):
                for _ in range(WEIGHTS.get(kit, 1)):
                    room = kit in ("designs", "grammar") or taken[kit] < most
                    if picked < target and room and kits[kit]:
                        chosen.append(kits[kit].pop(0))
                        taken[kit] += 1
                        picked += 1
    return sorted(chosen, key=lambda row: row["path"])


def _grouped(
    rows: Iterable[dict[str, Any]],
) -> Iterable[tuple[str, str, list[dict[str, Any]]]]:
    groups: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        if row["label"] in LABELS:
            groups[row["label"], row["kit"]].append(row)
    return ((label, kit, group) for (label, kit), group in sorted(groups.items()))


def _by_novelty(rows: list[dict[str, Any]], rng: random.Random) -> list[dict[str, Any]]:
    rng.shuffle(rows)
    seen: Counter[tuple[str, str]] = Counter()
    rank = []
    for row in rows:
        control = row["page"], row.get("selector", row["path"])
        rank.append(seen[control])
        seen[control] += 1
    order = sorted(range(len(rows)), key=rank.__getitem__)
    return [rows[index] for index in order]


def family_of(row: Mapping[str, Any]) -> str:
    """Returns the kit, or of a hand-written design the file that it is in."""
    design = row.get("design") or ""
    return design.split("/")[0] if row["kit"] == "designs" and "/" in design else row["kit"]


def as_lines(rows: Iterable[Mapping[str, Any]]) -> str:
    """Returns rows as JSON lines."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def tables(rows: list[dict[str, Any]], kits: list[dict[str, Any]]) -> str:
    """Returns counts as Markdown tables."""
    about = {kit["name"]: kit for kit in kits}
    lines = []
    counts = Counter((row["kit"], row["label"]) for row in rows)
    for kit in sorted({row["kit"] for row in rows}):
        packages = ", ".join(
            f"{package['name']} {package['version']} ({package['license']})"
            for package in about.get(kit, {}).get("packages", [])
        )
        numbers = [counts[kit, label] for label in LABELS]
        share = f"{100 * sum(numbers) / len(rows):.1f} %"
        lines.append([kit, split_of({"kit": kit}), packages or "our own", *numbers, share])
    head = ["kit", "split", "packages and licences", *LABELS, "share"]
    designs = [row for row in rows if row["kit"] == "designs"]
    keys = ("split", "theme", "scale", "lang", "direction", "framing", "drawn_as", "kind")
    parts = [table(head, lines), _counts(designs, "family"), *(_counts(rows, key) for key in keys)]
    return "\n\n".join(parts) + "\n"


def undecidable_shares(rows: list[dict[str, Any]]) -> str:
    """Returns the share of undecidable crops by kind as a Markdown table."""
    of_kind: dict[str, list[bool]] = defaultdict(list)
    for row in rows:
        of_kind[row.get("drawn_as") or row["kind"]].append(row["decidable"])
    lines = [
        [kind, len(told), f"{100 * told.count(False) / len(told):.1f} %"]
        for kind, told in sorted(of_kind.items(), key=lambda item: -item[1].count(False))
        if not all(told)
    ]
    return table(["kind", "crops", "undecidable"], lines)


def _counts(rows: list[dict[str, Any]], key: str) -> str:
    counts = Counter((str(row.get(key, "–")), row["label"]) for row in rows)
    values = sorted(
        {value for value, _ in counts}, key=lambda v: -sum(counts[v, n] for n in LABELS)
    )
    lines = [[value, *(counts[value, label] for label in LABELS)] for value in values[:40]]
    return table([key, *LABELS], lines)


def main() -> None:
    """Builds, harvests, chooses and writes."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--pages", type=int, default=5, help="pages of each kit")
    parser.add_argument("--size", type=int, default=108_000, help="crops to choose")
    parser.add_argument("--seed", type=int, default=101)
    parser.add_argument("--kits", default="", help="only these, separated by commas")
    parser.add_argument("--gallery", action="store_true", help="write crops/gallery.html too")
    arguments = parser.parse_args()
    kits = [kit for kit in arguments.kits.split(",") if kit]

    gallery = arguments.out / "pages"
    build(gallery, kits, arguments.pages, arguments.seed)
    if not kits:
        harvest_real_pages(arguments.out, arguments.out / "crops", arguments.seed)
    report = harvest_pages(gallery, kits, arguments.out / "crops", arguments.seed)
    decisions = read_decisions()
    every = [
        {
            **row,
            "path": f"crops/{row['path']}",
            "split": split_of(row),
            "group": drawing_of(row),
            "family": family_of(row),
            "decidable": is_decidable(row, decisions),
        }
        for row in map(json.loads, report.manifest.read_text().splitlines())
        if row["label"] in (*LABELS, MIXED)
    ]
    rows = [row for row in every if row["decidable"]]
    chosen = choose(rows, arguments.size, arguments.seed)
    text = as_lines(chosen)
    write_text(arguments.out / "dataset.jsonl", text)
    write_text(
        arguments.out / "train.jsonl", as_lines(row for row in rows if row["split"] == "train")
    )
    write_text(
        arguments.out / "undecidable.jsonl", as_lines(row for row in every if not row["decidable"])
    )
    about = json.loads((gallery / "kits.json").read_text())
    if not kits:
        about += kits_of_pages(arguments.out / "real" / "pages.json")
    write_text(arguments.out / "kits.json", json.dumps(about, indent=2) + "\n")
    shares = undecidable_shares(every)
    write_text(arguments.out / "counts.md", f"{tables(chosen, about)}\n{shares}\n")
    if arguments.gallery:
        print(write_gallery(report.manifest))
    print(report)
    print(f"{len(every) - len(rows)} of {len(every)} crops can't be told by their picture")
    print(shares)
    print(f"{len(chosen)} crops chosen; sha256 of dataset.jsonl: {sha256(text.encode())}")


if __name__ == "__main__":
    main()
