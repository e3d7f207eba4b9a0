"""Pictures of an evaluation, as PNG files (extra `plots`)."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from checkboxnet.errors import MissingExtraError
from checkboxnet.evaluation.metrics import EvaluationReport
from checkboxnet.files import atomic_path, refuse_to_overwrite
from checkboxnet.images import open_image

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_SHEET_COLUMNS = 4
_SHEET_LIMIT = 60


def save_plots(
    report: EvaluationReport, folder: str | os.PathLike[str], *, overwrite: bool = False
) -> list[Path]:
    """Writes `confusion.png`, `reliability.png` and, if there are any, `mistakes.png`.

    Args:
        report: What `evaluate` returned.
        folder: Made if missing.
        overwrite: Replaces files of these names.

    Returns:
        The files written.

    Raises:
        MissingExtraError: matplotlib is not installed.
        OutputExistsError: A file exists and `overwrite` is False.
    """
    figures = {"confusion.png": confusion_figure, "reliability.png": reliability_figure}
    if report.mistakes:
        figures["mistakes.png"] = mistakes_figure
    targets = {Path(folder) / name: build for name, build in figures.items()}
    for target in targets:
        refuse_to_overwrite(target, overwrite=overwrite)
    for target, build in targets.items():
        with atomic_path(target) as temporary:
            build(report).savefig(temporary, format="png", dpi=150, bbox_inches="tight")
    return list(targets)


def confusion_figure(report: EvaluationReport) -> Figure:
    """Returns the confusion matrix, counts in the cells, shaded by share of the true label."""
    figure = _figure(4.2, 3.8)
    axes = figure.subplots()
    totals = [max(1, sum(row)) for row in report.confusion]
    shares = [[n / t for n in row] for row, t in zip(report.confusion, totals, strict=True)]
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1)
    for row, counts in enumerate(report.confusion):
        for column, count in enumerate(counts):
            colour = "white" if shares[row][column] > 0.5 else "black"
            axes.text(column, row, str(count), ha="center", va="center", color=colour)
    ticks = range(len(report.labels))
    axes.set_xticks(ticks, report.labels)
    axes.set_yticks(ticks, report.labels)
    axes.set(xlabel="predicted", ylabel="true", title=f"accuracy {report.accuracy:.3f}")
    return figure


def reliability_figure(report: EvaluationReport) -> Figure:
    """Returns accuracy against score; a calibrated model lies on the diagonal."""
    figure = _figure(4.2, 3.8)
    axes = figure.subplots()
    axes.plot([0, 1], [0, 1], color="grey", linewidth=1, linestyle="--")
    counts = [bin_["count"] for bin_ in report.reliability]
    axes.scatter(
        [bin_["score"] for bin_ in report.reliability],
        [bin_["accuracy"] for bin_ in report.reliability],
        s=[20 + 180 * count / max(counts) for count in counts],
    )
    axes.set(
        xlim=(0, 1.05), ylim=(0, 1.05), xlabel="mean score", ylabel="accuracy",
        title=f"ECE {report.ece:.3f}",
    )  # fmt: skip
    return figure


def mistakes_figure(report: EvaluationReport) -> Figure:
    """Returns a contact sheet of the most confident mistakes, at most 60."""
    shown = report.mistakes[:_SHEET_LIMIT]
    rows = -(-len(shown) // _SHEET_COLUMNS)
    figure = _figure(3 * _SHEET_COLUMNS, 1.6 * rows)
    grid = figure.subplots(rows, _SHEET_COLUMNS, squeeze=False)
    for axes in grid.flat:
        axes.axis("off")
    for axes, mistake in zip(grid.flat, shown, strict=False):
        axes.imshow(open_image(mistake.path))
        axes.set_title(f"{mistake.label} → {mistake.predicted} {mistake.score:.2f}", fontsize=8)
    return figure


def _figure(width: float, height: float) -> Figure:
    try:
        from matplotlib.figure import Figure
    except ImportError as error:
        raise MissingExtraError("matplotlib", "plots") from error
    # Not through pyplot, which would keep every figure and pick a display backend.
    figure: Figure = Figure(figsize=(width, height), layout="constrained")
    return figure
