"""The model card: `README.md` of a weights folder, written from what is known of the weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from checkboxnet.errors import WeightsError
from checkboxnet.report import markdown
from checkboxnet.weights.config import CARD_FILE, WeightsConfig

if TYPE_CHECKING:
    from huggingface_hub import ModelCardData

FOLDER_PLACE = "path/to/this/folder"
"""Stands in the card's example until it is known where the weights are published."""


def model_card(config: WeightsConfig, metrics: Mapping[str, Any]) -> str:
    """Returns the card as Markdown.

    Args:
        config: The weights' configuration.
        metrics: Content of `metrics.json`: `base`, `config` (settings), `data` (counts by split
            and label), `evaluations` and `robustness`, reports by name of the images that they
            were measured on, and `notes`; `license`, and `base_model` and `datasets` as they
            are called on the Hub.
    """
    height, width = config.preprocessing.size
    stretch = config.preprocessing.max_stretch
    labels = ", ".join(f"`{label}`" for label in config.labels)
    figures = markdown.table(
        ["images", "count", "accuracy", "95 % interval (Wilson)", "ECE"],
        [
            [name, *_accuracy(report), f"{report['ece']:.4f}"]
            for name, report in metrics.get("evaluations", {}).items()
        ],
    )
    data = [
        f"- {split}: {sum(counts.values())} images ("
        + ", ".join(f"{count} {label}" for label, count in counts.items())
        + ")"
        for split, counts in metrics.get("data", {}).items()
    ]
    sections = [
        f"# {config.name}",
        f"Tells from the picture of a user-interface control which of these it shows: {labels}.",
        "```python\nimport checkboxnet\n\n"
        f'model = checkboxnet.load_model("{FOLDER_PLACE}")\n'
        'print(model.predict("crop.png"))\n```',
        "The network alone, without what checkboxnet does to a picture before it and to the scores "
        "after it:\n\n```python\nimport timm\n\n"
        f'network = timm.create_model("local-dir:{FOLDER_PLACE}", pretrained=True)\n```',
        f"- Network: `{config.architecture}` (timm), input {height} x {width} px (height x width), "
        f"crops stretched by at most {stretch:g}, then padded\n"
        f"- Initial weights: `{metrics.get('base', 'unknown')}`\n"
        f"- Calibration: temperature {config.temperature:.3f}; scores below "
        + ", ".join(
            f"{threshold:.3f} ({label})" for label, threshold in config.certainty.thresholds.items()
        )
        + " are marked as not certain",
        "## Training data\n\n" + ("\n".join(data) or "Not recorded."),
        f"## Figures\n\n{figures}\n\n"
        "The validation images chose the epoch, the temperature and the threshold, so their "
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
    return f"---\n{_metadata(config, metrics).to_yaml()}\n---\n\n" + "\n\n".join(sections) + "\n"


def published_card(card: str, repo_id: str, *, license: str | None, datasets: Sequence[str]) -> str:
    """Returns a card as it stands in a repository on the Hub.

    Args:
        card: Of the weights folder, perhaps edited since `model_card` wrote it.
        repo_id: `owner/name`, which the example then loads from.
        license: Identifier as on the Hub; None leaves what the card says.
        datasets: Repositories of the training images; none leaves what the card says.

    Raises:
        WeightsError: The card's front matter can't be read.
    """
    import yaml  # type: ignore[import-untyped]
    from huggingface_hub import ModelCard

    try:
        parsed = ModelCard(card)
    except (ValueError, TypeError, yaml.YAMLError) as error:
        raise WeightsError(
            f"{CARD_FILE}: its front matter can't be read ({error}). Correct or remove the file"
        ) from error
    if license is not None:
        parsed.data["license"] = license
    if datasets:
        parsed.data["datasets"] = list(datasets)
    text = parsed.text.replace(f"local-dir:{FOLDER_PLACE}", f"hf-hub:{repo_id}")
    parsed.text = text.replace(FOLDER_PLACE, repo_id)
    return str(parsed)


def _metadata(config: WeightsConfig, metrics: Mapping[str, Any]) -> ModelCardData:
    """Returns what the Hub files the weights under, and the figures it shows."""
    from huggingface_hub import EvalResult, ModelCardData

    results = [
        EvalResult(
            task_type="image-classification",
            dataset_type="imagefolder",
            dataset_name=name,
            dataset_split=name,  # the Hub's client tells results apart by it, not by the name
            dataset_args={"images": report["count"]},
            metric_type="accuracy",
            metric_value=round(report["accuracy"], 4),
            metric_args={"wilson_95": [round(bound, 4) for bound in report["accuracy_interval"]]},
        )
        for name, report in metrics.get("evaluations", {}).items()
    ]
    return ModelCardData(
        license=metrics.get("license"),
        library_name="checkboxnet",
        pipeline_tag="image-classification",
        tags=["image-classification", "timm", "ui-testing", "user-interface", "checkbox"],
        base_model=metrics.get("base_model"),
        datasets=metrics.get("datasets"),
        metrics=["accuracy"],
        model_name=config.name if results else None,
        eval_results=results or None,
    )


def _slice_table(name: str, column: str, parts: Mapping[str, Any]) -> str:
    rows = [[value, *_accuracy(part)] for value, part in parts.items()]
    head = [column, "count", "accuracy", "95 % interval"]
    return f"### {name}, by {column}\n\n{markdown.table(head, rows)}"


def _robustness_table(name: str, suite: Mapping[str, Any]) -> str:
    figures = ("accuracy", "flips", "ece", "abstained")
    rows = [
        [corruption, *(f"{row[figure]:.4f}" for figure in figures)]
        for corruption, row in suite["figures"].items()
    ]
    head = ["corruption", "accuracy", "flips", "ECE", "abstained"]
    return f"### {name}, corrupted ({suite['count']} images)\n\n{markdown.table(head, rows)}"


def _accuracy(report: Mapping[str, Any]) -> list[object]:
    low, high = report["accuracy_interval"]
    return [report["count"], f"{report['accuracy']:.4f}", f"{low:.4f} – {high:.4f}"]
