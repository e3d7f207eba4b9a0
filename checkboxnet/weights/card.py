"""The model card: `README.md` of a weights folder, written from what is known of the weights."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from checkboxnet.weights.config import WeightsConfig


def model_card(config: WeightsConfig, metrics: Mapping[str, Any]) -> str:
    """Returns the card as Markdown.

    Args:
        config: The weights' configuration.
        metrics: Content of `metrics.json`: `base`, `config` (settings), `data` (counts by split
            and label), `evaluations` and `robustness`, reports by name of the images that they
            were measured on, and `notes`.
    """
    height, width = config.preprocessing.size
    stretch = config.preprocessing.max_stretch
    labels = ", ".join(f"`{label}`" for label in config.labels)
    rows = [
        f"| {name} | {report['count']} | {report['accuracy']:.4f} "
        f"| {report['accuracy_interval'][0]:.4f} – {report['accuracy_interval'][1]:.4f} "
        f"| {report['ece']:.4f} |"
        for name, report in metrics.get("evaluations", {}).items()
    ]
    data = [
        f"- {split}: {sum(counts.values())} images ("
        + ", ".join(f"{count} {label}" for label, count in counts.items())
        + ")"
        for split, counts in metrics.get("data", {}).items()
    ]
    sections = [
        "---\nlibrary_name: checkboxnet\npipeline_tag: image-classification\n"
        "tags:\n- checkbox\n- user-interface\n---",
        f"# {config.name}",
        f"Tells from the picture of a user-interface control which of these it shows: {labels}.",
        "```python\nimport checkboxnet\n\n"
        'model = checkboxnet.load_model("path/to/this/folder")\n'
        'print(model.predict("crop.png"))\n```',
        f"- Network: `{config.architecture}` (timm), input {height} x {width} px (height x width), "
        f"crops stretched by at most {stretch:g}, then padded\n"
        f"- Initial weights: `{metrics.get('base', 'unknown')}`\n"
        f"- Calibration: temperature {config.temperature:.3f}; scores below "
        + ", ".join(
            f"{threshold:.3f} ({label})"
            for label, threshold in config.certainty.thresholds["best-guess"].items()
        )
        + " are marked as not certain",
        "## Training data\n\n" + ("\n".join(data) or "Not recorded."),
        "## Figures\n\n"
        "| images | count | accuracy | 95 % interval (Wilson) | ECE |\n|---|---|---|---|---|\n"
        + "\n".join(rows)
        + "\n\nThe validation images chose the epoch, the temperature and the threshold, so their "
        "figures flatter. A test figure counts only if its images had no part in training.",
    ]
    for name, report in metrics.get("evaluations", {}).items():
        sections += [
            _slice_table(name, column, parts) for column, parts in report.get("slices", {}).items()
        ]
    sections += [
        _robustness_table(name, suite) for name, suite in metrics.get("robustness", {}).items()
    ]
    if notes := metrics.get("notes"):
        sections.append(f"## Notes\n\n{notes}")
    return "\n\n".join(sections) + "\n"


def _slice_table(name: str, column: str, parts: Mapping[str, Any]) -> str:
    rows = [
        f"| {value} | {part['count']} | {part['accuracy']:.4f} "
        f"| {part['accuracy_interval'][0]:.4f} – {part['accuracy_interval'][1]:.4f} |"
        for value, part in parts.items()
    ]
    return (
        f"### {name}, by {column}\n\n| {column} | count | accuracy | 95 % interval |\n"
        "|---|---|---|---|\n" + "\n".join(rows)
    )


def _robustness_table(name: str, suite: Mapping[str, Any]) -> str:
    rows = [
        f"| {corruption} | {row['accuracy']:.4f} | {row['flips']:.4f} | {row['ece']:.4f} "
        f"| {row['abstained']:.4f} |"
        for corruption, row in suite["figures"].items()
    ]
    return (
        f"### {name}, corrupted ({suite['count']} images)\n\n"
        "| corruption | accuracy | flips | ECE | abstained |\n|---|---|---|---|---|\n"
        + "\n".join(rows)
    )
