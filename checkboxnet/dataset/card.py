"""The dataset card: `README.md` of an exported dataset, written from what its table says."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from checkboxnet.dataset.kits import Kit
from checkboxnet.dataset.parquet import features
from checkboxnet.dataset.table import Table
from checkboxnet.errors import ConfigError
from checkboxnet.labels import STANDARD_LABELS, Label
from checkboxnet.report import markdown

_COUNTED = ("theme", "lang", "scale", "framing", "role", "kind")
_SIZES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
_SIZE_NAMES = ("n<1K", "1K<n<10K", "10K<n<100K", "100K<n<1M", "1M<n<10M", "10M<n<100M")
_MEANINGS = {
    Label.CHECKED: "any two-state control that is on: ticked box, chosen radio, switch that is on",
    Label.UNCHECKED: "any two-state control that is off",
    Label.OTHER: "no two-state control at all: a button, a link, text, a slider",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CardOptions:
    """What a dataset card says beyond what can be counted."""

    name: str | None = None
    """Title; the folder's name by default."""
    license: str = "unknown"
    """Identifier as on the Hub: `apache-2.0`, `cc-by-4.0`, `other`… Nobody else can know it."""
    notes: str = ""
    """Markdown put at the end: where the images come from, thanks, contact."""
    kits: tuple[Kit, ...] = ()
    """Versions and licences of kits; see `checkboxnet.dataset.kits.read_kits`."""

    def __post_init__(self) -> None:
        """Checks the licence.

        Raises:
            ConfigError: It can't be an identifier.
        """
        if not re.fullmatch(r"[a-z0-9][a-z0-9.+-]*", self.license):
            raise ConfigError(
                f"license must be an identifier in lower case, say apache-2.0, cc-by-4.0 or other, "
                f"got {self.license!r}"
            )


def dataset_card(table: Table, options: CardOptions, *, style: str, folder: str) -> str:
    """Returns the card as Markdown, with the front matter that the Hub and `datasets` read.

    Args:
        table: The dataset.
        options: What can't be counted.
        style: `imagefolder` or `parquet`: where the data files are.
        folder: Name of the dataset's folder.
    """
    name = options.name or folder
    sections = [
        _front_matter(table, options, name=name, style=style),
        f"# {name}",
        f"{len(table.rows)} pictures of user-interface controls, each labelled with the state "
        "that it shows.",
        _labels(table),
        "## Load it\n\n```python\nfrom datasets import load_dataset\n\n"
        'images = load_dataset("path/to/this/folder")  # or owner/name on the Hub\n'
        'print(images["train"][0])\n```',
        "## What is in it\n\n" + _split_table(table),
        _sizes(table),
        *_kits(table, options.kits),
        *(_count_table(table, column) for column in _COUNTED if column in table.columns),
        "## How it was made\n\n" + _procedure(table),
        "## Known errors and limits\n\n" + "\n".join(f"- {limit}" for limit in _limits(table)),
        "## Licence\n\n" + _licence(options),
    ]
    if options.notes.strip():
        sections.append(f"## Notes\n\n{options.notes.strip()}")
    return "\n\n".join(sections) + "\n"


def _front_matter(table: Table, options: CardOptions, *, name: str, style: str) -> str:
    from huggingface_hub import DatasetCardData

    size = next((n for n, most in enumerate(_SIZES) if len(table.rows) < most), len(_SIZES))
    pattern = "data/{}-*" if style == "parquet" else "{}/**"
    data = DatasetCardData(
        pretty_name=name,
        license=options.license,
        task_categories=["image-classification"],
        tags=["checkbox", "user-interface", "checkboxnet"],
        size_categories=[_SIZE_NAMES[size]],
        configs=[
            {
                "config_name": "default",
                "data_files": [
                    {"split": split, "path": pattern.format(split)} for split in table.splits
                ],
                # Not under `dataset_info`, whose features the loader of image folders ignores.
                "features": [
                    {"name": column, "dtype": _dtype(kind)}
                    for column, kind in features(table).items()
                ],
            }
        ],
    )
    return f"---\n{data.to_yaml()}\n---"


def _dtype(feature: Mapping[str, Any]) -> str | dict[str, Any]:
    if feature["_type"] == "ClassLabel":
        names = {str(number): label for number, label in enumerate(feature["names"])}
        return {"class_label": {"names": names}}
    return str(feature.get("dtype", "image"))


def _labels(table: Table) -> str:
    lines = []
    for number, label in enumerate(table.labels):
        meaning = f": {_MEANINGS[Label(label)]}" if label in STANDARD_LABELS else ""
        lines.append(f"- {number} `{label}`{meaning}")
    return "\n".join(lines)


def _split_table(table: Table) -> str:
    rows: list[Sequence[object]] = []
    for split, members in table.splits.items():
        counts = Counter(row.label for row in members)
        rows.append([split, *(counts[label] for label in table.labels), len(members)])
    if len(rows) > 1:
        counts = Counter(row.label for row in table.rows)
        rows.append(["all", *(counts[label] for label in table.labels), len(table.rows)])
    return markdown.table(["split", *table.labels, "images"], rows)


def _sizes(table: Table) -> str:
    widths, heights = zip(*(row.pixels for row in table.rows), strict=True)
    text = "; ".join(
        f"{name} {min(values)} – {max(values)} px (median {median(values):g})"
        for name, values in (("Widths", widths), ("heights", heights))
    )
    return f"{text}; {sum(row.size for row in table.rows) / 1e6:.1f} MB of image files."


def _kits(table: Table, kits: Iterable[Kit]) -> list[str]:
    if "kit" not in table.columns:
        return []
    packages = {kit.name: kit.packages for kit in kits}
    rows = []
    for value, count in sorted(Counter(row.values["kit"] for row in table.rows).items()):
        own = packages.get(value, ())
        named = ", ".join(" ".join(filter(None, (p.name, p.version))) for p in own)
        licences = ", ".join(dict.fromkeys(p.license for p in own if p.license))
        rows.append([*map(_recorded, (value, named, licences)), count])
    return ["### By kit\n\n" + markdown.table(["kit", "packages", "licence", "images"], rows)]


def _count_table(table: Table, column: str) -> str:
    counts = Counter(row.values[column] for row in table.rows)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], str(item[0])))
    rows = [[_recorded(value), count] for value, count in ranked]
    return f"### By {column}\n\n" + markdown.table([column, "images"], rows)


def _recorded(value: object) -> object:
    return "not recorded" if value in ("", None) else value


def _procedure(table: Table) -> str:
    if {"kit", "selector"} <= table.columns.keys():
        source = (
            "Pages with the controls of each kit were rendered in a browser and every control was "
            "photographed. Its label is the state that the page itself gave it in the document, "
            "not a person's opinion of the picture."
        )
    else:
        source = "The labels are those that the images' folders or manifest gave them."
    order = (
        "Rows stand in the order of the SHA-256 of their files, which mixes labels. File names "
        "begin with that digest."
    )
    return f"{source} {order} Written by `checkboxnet data export`."


def _limits(table: Table) -> list[str]:
    limits = []
    copies = Counter(row.digest for row in table.rows)
    if repeated := sum(count - 1 for count in copies.values()):
        limits.append(f"{repeated} images are byte for byte copies of another.")
    splits_of: dict[str, set[str]] = defaultdict(set)
    for row in table.rows:
        splits_of[row.digest].add(row.split)
    if shared := sum(len(splits) > 1 for splits in splits_of.values()):
        limits.append(f"{shared} pictures stand in more than one split: test figures flatter.")
    limits += _group_limits(table)
    if set(table.labels) <= set(STANDARD_LABELS):
        missing = [label for label in STANDARD_LABELS if label not in table.labels]
        limits += [f"There are no images labelled `{label}`." for label in missing]
        limits.append("Indeterminate (`mixed`) controls are left out.")
    limits.append("No person has checked each label against its picture, unless the notes say so.")
    return limits


def _group_limits(table: Table) -> list[str]:
    if len(table.splits) < 2:
        return ["There is no split: make one before you measure anything."]
    if "group" not in table.columns:
        return ["No groups are recorded: images of one page or kit may stand in several splits."]
    splits_of: dict[Any, set[str]] = defaultdict(set)
    for row in table.rows:
        splits_of[row.values["group"]].add(row.split)
    splits_of.pop("", None)
    if torn := sum(len(splits) > 1 for splits in splits_of.values()):
        return [f"{torn} of {len(splits_of)} groups stand in more than one split."]
    return [f"Each of the {len(splits_of)} groups stands in one split only."]


def _licence(options: CardOptions) -> str:
    if options.license == "unknown":
        return "Not stated. Ask whoever published this before you use it."
    text = f"`{options.license}`."
    if options.kits:
        text += " The controls shown are those of the kits above, under the licences listed there."
    return text
