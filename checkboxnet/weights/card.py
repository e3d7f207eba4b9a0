"""The model card: `README.md` of a weights folder, made from its configuration and metrics."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checkboxnet.errors import WeightsError
from checkboxnet.report import markdown
from checkboxnet.weights.config import CARD_FILE, WeightsConfig

if TYPE_CHECKING:
    from huggingface_hub import ModelCardData

_TEMPLATE = Path(__file__).with_name("card.md")
FOLDER_PLACE = "path/to/this/folder"
"""Placeholder in the card's example until the weights are published."""


def model_card(config: WeightsConfig, metrics: Mapping[str, Any]) -> str:
    """Returns the card as Markdown.

    Args:
        config: The weights' configuration.
        metrics: Content of `metrics.json`: `base`, `config` (settings), `data` (counts by split
            and label), `evaluations` and `robustness`, reports by name of the images that they
            were measured on, and `notes`; `license`, and `base_model` and `datasets` as they
            are called on the Hub.
    """
    evaluations = metrics.get("evaluations", {})
    height, width = config.preprocessing.size
    thresholds = config.certainty.thresholds
    text = _TEMPLATE.read_text(encoding="utf-8").format(
        name=config.name,
        labels=", ".join(f"`{label}`" for label in config.labels) + _more_answers(config),
        place=FOLDER_PLACE,
        architecture=config.architecture,
        height=height,
        width=width,
        stretch=config.preprocessing.max_stretch,
        base=metrics.get("base", "unknown"),
        temperature=config.temperature,
        thresholds=", ".join(f"{score:.3f} ({label})" for label, score in thresholds.items()),
        data="\n".join(
            f"- {split}: {sum(counts.values())} images ("
            + ", ".join(f"{count} {label}" for label, count in counts.items())
            + ")"
            for split, counts in metrics.get("data", {}).items()
        )
        or "Not recorded.",
        figures=markdown.table(
            ["images", "count", "accuracy", "95 % interval (Wilson)", "ECE"],
            [
                [name, *_accuracy(report), f"{report['ece']:.4f}"]
                for name, report in evaluations.items()
            ],
        ),
    )
    sections = [text.rstrip("\n")]
    for name, report in evaluations.items():
        for column, parts in report.get("slices", {}).items():
            rows = [[value, *_accuracy(part)] for value, part in parts.items()]
            head = [column, "count", "accuracy", "95 % interval"]
            sections.append(f"### {name}, by {column}\n\n{markdown.table(head, rows)}")
    for name, suite in metrics.get("robustness", {}).items():
        rows = [
            [corruption, *(f"{row[key]:.4f}" for key in ("accuracy", "flips", "ece", "abstained"))]
            for corruption, row in suite["figures"].items()
        ]
        head = ["corruption", "accuracy", "flips", "ECE", "abstained"]
        title = f"### {name}, corrupted ({suite['count']} images)"
        sections.append(f"{title}\n\n{markdown.table(head, rows)}")
    if notes := metrics.get("notes"):
        sections.append(f"## Notes\n\n{notes}")
    return f"---\n{_metadata(config, metrics).to_yaml()}\n---\n\n" + "\n\n".join(sections) + "\n"


def _more_answers(config: WeightsConfig) -> str:
    told = []
    if config.kinds:
        told.append("the kind of control (" + ", ".join(f"`{k}`" for k in config.kinds) + ")")
    if config.mixed:
        told.append("whether it is indeterminate")
    return f". It also tells {' and '.join(told)}" if told else ""


def published_card(card: str, repo_id: str, *, license: str | None, datasets: Sequence[str]) -> str:
    """Returns a card as it is published in a repository on the Hub.

    Args:
        card: Of the weights folder, perhaps edited since `model_card` wrote it.
        repo_id: `owner/name`, from which the example then loads.
        license: Identifier as on the Hub; None leaves that of the card.
        datasets: Repositories of the training images; none leaves those of the card.

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
    """Returns the card's front matter: what the Hub files the weights under, and accuracies."""
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


def _accuracy(report: Mapping[str, Any]) -> list[object]:
    low, high = report["accuracy_interval"]
    return [report["count"], f"{report['accuracy']:.4f}", f"{low:.4f} – {high:.4f}"]
