"""An evaluation as one HTML file that needs nothing else, and as a notebook shows it."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import Any

from checkboxnet.errors import ImageError
from checkboxnet.evaluation.metrics import EvaluationReport, Mistake, wilson_interval
from checkboxnet.picture.read import open_image
from checkboxnet.report.files import refuse_to_overwrite, write_text
from checkboxnet.report.html import templates, thumbnail

MOST_MISTAKES = 60
"""Mistakes that a page shows; `to_dict()` has them all."""

_PLOT = 300


def save_html(
    report: EvaluationReport,
    path: str | os.PathLike[str],
    *,
    title: str = "Evaluation",
    overwrite: bool = False,
) -> Path:
    """Writes one page with figures, confusion matrix, calibration, slices and mistakes.

    The file holds all it shows, pictures included, and asks no server for anything.

    Args:
        report: What `evaluate` returned. The files of its mistakes are read again.
        path: File to write.
        title: Heading of the page: what was evaluated.
        overwrite: Replaces an existing file.

    Returns:
        The file written.

    Raises:
        OutputExistsError: `path` exists and `overwrite` is False.
    """
    path = Path(path)
    refuse_to_overwrite(path, overwrite=overwrite)
    shown = report.mistakes[:MOST_MISTAKES]
    page = _render(
        "report.html",
        report,
        title=title,
        mistakes=[_card(mistake) for mistake in shown],
        pairs=Counter(_pair(mistake) for mistake in shown).most_common(),
    )
    write_text(path, page)
    return path


def figures_html(report: EvaluationReport) -> str:
    """Returns the figures without the mistakes, as a part of a page, for notebooks."""
    return _render("notebook.html", report)


def _render(template: str, report: EvaluationReport, **more: object) -> str:
    return (
        templates("checkboxnet.evaluation")
        .get_template(template)
        .render(
            report=report,
            headline=_headline(report),
            classes=_class_rows(report),
            confusion=_confusion(report),
            points=_reliability_points(report),
            plot=_PLOT,
            **more,
        )
    )


def _headline(report: EvaluationReport) -> list[dict[str, Any]]:
    certain = round(report.certain_share * report.count)
    tiles = [
        {
            "name": "Accuracy",
            "value": report.accuracy,
            "interval": report.accuracy_interval,
            "note": f"of {report.count} images",
        },
        {
            "name": "Certain",
            "value": report.certain_share,
            "interval": wilson_interval(certain, report.count),
            "note": f"{certain} predictions to trust",
        },
    ]
    if report.certain_accuracy is not None:
        tiles.append(
            {
                "name": "Accuracy if certain",
                "value": report.certain_accuracy,
                "interval": report.certain_interval,
                "note": f"of {certain} images",
            }
        )
    return tiles


def _class_rows(report: EvaluationReport) -> list[dict[str, Any]]:
    rows = []
    for index, (label, figures) in enumerate(report.classes.items()):
        hits = report.confusion[index][index]
        predicted = sum(row[index] for row in report.confusion)
        rows.append(
            {
                "label": label,
                "figures": figures,
                "precision_interval": wilson_interval(hits, predicted) if predicted else None,
                "recall_interval": wilson_interval(hits, figures.count) if figures.count else None,
            }
        )
    return rows


def _confusion(report: EvaluationReport) -> list[tuple[str, list[tuple[int, float]]]]:
    """Returns each true label with count and share of every predicted one."""
    return [
        (label, [(count, count / max(1, sum(counts))) for count in counts])
        for label, counts in zip(report.labels, report.confusion, strict=True)
    ]


def _reliability_points(report: EvaluationReport) -> list[dict[str, Any]]:
    """Returns a point of the diagram for each bin, in pixels from the upper left."""
    most = max(row["count"] for row in report.reliability)
    points = []
    for row in report.reliability:
        count = int(row["count"])
        low, high = wilson_interval(round(row["accuracy"] * count), count)
        points.append(
            {
                "x": round(_PLOT * row["score"], 1),
                "y": round(_PLOT * (1 - row["accuracy"]), 1),
                "top": round(_PLOT * (1 - high), 1),
                "bottom": round(_PLOT * (1 - low), 1),
                "radius": round(3 + 9 * (count / most) ** 0.5, 1),
                "bin": row,
            }
        )
    return points


def _pair(mistake: Mistake) -> str:
    return f"{mistake.label} → {mistake.predicted}"


def _card(mistake: Mistake) -> dict[str, Any]:
    try:
        picture: str | None = thumbnail(open_image(mistake.path))
    except ImageError:
        picture = None  # moved or changed since it was scored; the page says so
    return {"mistake": mistake, "pair": _pair(mistake), "picture": picture}
