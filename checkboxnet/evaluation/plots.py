"""Pictures of an evaluation, as PNG files (extra `plots`)."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checkboxnet.errors import require_package
from checkboxnet.evaluation.report import EvaluationReport
from checkboxnet.picture.read import open_image
from checkboxnet.report.files import atomic_path, refuse_to_overwrite

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_SHEET_COLUMNS = 4
_SHEET_LIMIT = 60


def save_plots(
    report: EvaluationReport, folder: str | os.PathLike[str], *, overwrite: bool = False
) -> list[Path]:
    """Writes `confusion.png`, `reliability.png` and `mistakes.png`.

    The first two show counts by true and predicted label, and accuracy by score; the third shows
    the 60 most confident mistakes, and is left out where there are none.

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
    check_plots(folder, overwrite=overwrite)
    written = []
    for name, draw in _FIGURES.items():
        path = Path(folder) / name
        if draw is _mistakes_figure and not report.mistakes:
            path.unlink(missing_ok=True)  # an earlier report's would be taken for this one's
            continue
        with atomic_path(path) as temporary:
            draw(report).savefig(temporary, format="png", dpi=150, bbox_inches="tight")
        written.append(path)
    return written


def check_plots(folder: str | os.PathLike[str], *, overwrite: bool) -> None:
    """Raises the errors of `save_plots` before there is anything to save."""
    new_figure(1, 1)
    for name in _FIGURES:
        refuse_to_overwrite(Path(folder) / name, overwrite=overwrite)


def _confusion_figure(report: EvaluationReport) -> Figure:
    figure = new_figure(4.2, 3.8)
    axes = figure.subplots()
    draw_confusion(axes, report.labels, report.confusion)
    axes.set(xlabel="predicted", ylabel="true", title=f"accuracy {report.accuracy:.3f}")
    return figure


def _reliability_figure(report: EvaluationReport) -> Figure:
    figure = new_figure(4.2, 3.8)
    axes = figure.subplots()
    axes.plot([0, 1], [0, 1], color="grey", linewidth=1, linestyle="--")
    most = max(row["count"] for row in report.reliability)
    axes.scatter(
        [row["score"] for row in report.reliability],
        [row["accuracy"] for row in report.reliability],
        s=[20 + 180 * row["count"] / most for row in report.reliability],
    )
    axes.set(xlim=(0, 1.05), ylim=(0, 1.05), xlabel="mean score", ylabel="accuracy")
    axes.set_title(f"ECE {report.ece:.3f}")
    return figure


def _mistakes_figure(report: EvaluationReport) -> Figure:
    shown = report.mistakes[:_SHEET_LIMIT]
    figure, cells = new_sheet(len(shown), width=3, height=1.6)
    for axes, mistake in zip(cells, shown, strict=False):
        axes.imshow(open_image(mistake.path))
        axes.set_title(f"{mistake.label} → {mistake.predicted} {mistake.score:.2f}", fontsize=8)
    return figure


_FIGURES = {
    "confusion.png": _confusion_figure,
    "reliability.png": _reliability_figure,
    "mistakes.png": _mistakes_figure,
}


def draw_confusion(axes: Axes, labels: Sequence[str], confusion: Sequence[Sequence[int]]) -> None:
    """Draws counts, rows true and columns predicted, shaded by share of the true label."""
    totals = [max(1, sum(row)) for row in confusion]
    shares = [[n / t for n in row] for row, t in zip(confusion, totals, strict=True)]
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1)
    for row, counts in enumerate(confusion):
        for column, count in enumerate(counts):
            colour = "white" if shares[row][column] > 0.5 else "black"
            axes.text(column, row, str(count), ha="center", va="center", color=colour)
    ticks = range(len(labels))
    axes.set_xticks(ticks, labels)
    axes.set_yticks(ticks, labels)


def draw_curves(axes: Axes, history: Sequence[Mapping[str, Any]]) -> None:
    """Draws loss and accuracy by epoch, of training images dashed, of validation images solid.

    Args:
        axes: Where to draw; the left axis is of losses, the right one of accuracies.
        history: Rows of a run's `metrics.jsonl`.
    """
    right = axes.twinx()
    for side, kind, colour in ((axes, "loss", "tab:red"), (right, "accuracy", "tab:blue")):
        for part, style in (("train", "--"), ("validation", "-")):
            # Epoch 0 has no training figures.
            known = [row for row in history if row[f"{part}_{kind}"] is not None]
            epochs, values = ([row[key] for row in known] for key in ("epoch", f"{part}_{kind}"))
            side.plot(epochs, values, style, color=colour, linewidth=1, label=part)
        side.set_ylabel(kind, color=colour)
    losses = [row["validation_loss"] for row in history]
    # A run from scratch begins with losses that would press all later ones flat.
    axes.set(xlabel="epoch", ylim=(0, 1.2 * sorted(losses)[int(0.9 * (len(losses) - 1))] + 0.1))
    right.set_ylim(0, 1.02)


def new_sheet(count: int, *, width: float, height: float) -> tuple[Figure, list[Axes]]:
    """Returns a figure of `count` or more cells, four in a row, and the cells, without axes.

    Width and height are those of a cell, in inches.
    """
    rows = -(-count // _SHEET_COLUMNS)
    figure = new_figure(width * _SHEET_COLUMNS, height * rows)
    cells = list(figure.subplots(rows, _SHEET_COLUMNS, squeeze=False).flat)
    for axes in cells:
        axes.axis("off")
    return figure, cells


def new_figure(width: float, height: float) -> Figure:
    """Returns an empty figure of a size in inches, or raises a `MissingExtraError`."""
    require_package("matplotlib.figure", "plots")
    from matplotlib.figure import Figure

    # Not through pyplot, which would keep every figure and pick a display backend.
    figure: Figure = Figure(figsize=(width, height), layout="constrained")
    return figure
