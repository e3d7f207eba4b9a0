"""Pictures of an evaluation, as PNG files (extra `plots`)."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checkboxnet.errors import MissingExtraError
from checkboxnet.evaluation.metrics import EvaluationReport
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
    check_plots(folder, overwrite=overwrite)
    paths = [Path(folder) / name for name in _FIGURES if report.mistakes or name != _MISTAKES]
    for path in paths:
        with atomic_path(path) as temporary:
            figure = _FIGURES[path.name](report)
            figure.savefig(temporary, format="png", dpi=150, bbox_inches="tight")
    if not report.mistakes:  # an earlier report's would be taken for this one's
        (Path(folder) / _MISTAKES).unlink(missing_ok=True)
    return paths


def check_plots(folder: str | os.PathLike[str], *, overwrite: bool) -> None:
    """Raises what `save_plots` would, before there is anything to save.

    Raises:
        MissingExtraError: matplotlib is not installed.
        OutputExistsError: One of the files exists and `overwrite` is False.
    """
    new_figure(1, 1)
    for name in _FIGURES:
        refuse_to_overwrite(Path(folder) / name, overwrite=overwrite)


def confusion_figure(report: EvaluationReport) -> Figure:
    """Returns the confusion matrix, counts in the cells, shaded by share of the true label."""
    figure = new_figure(4.2, 3.8)
    axes = figure.subplots()
    draw_confusion(axes, report.labels, report.confusion)
    axes.set(xlabel="predicted", ylabel="true", title=f"accuracy {report.accuracy:.3f}")
    return figure


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
        axes: Where to draw; losses go by the left side, accuracies by the right one.
        history: Rows of a run's `metrics.jsonl`.
    """
    epochs = [row["epoch"] for row in history]
    right = axes.twinx()
    for side, kind, colour in ((axes, "loss", "tab:red"), (right, "accuracy", "tab:blue")):
        for part, style in (("train", "--"), ("validation", "-")):
            values = [row[f"{part}_{kind}"] for row in history]
            known = [
                (e, value) for e, value in zip(epochs, values, strict=True) if value is not None
            ]
            if known:  # the first epoch of a run has trained nothing yet
                side.plot(*zip(*known, strict=True), style, color=colour, linewidth=1, label=part)
        side.set_ylabel(kind, color=colour)
    losses = [row["validation_loss"] for row in history]
    # A run from scratch begins with losses that would press all later ones flat.
    axes.set(xlabel="epoch", ylim=(0, 1.2 * sorted(losses)[int(0.9 * (len(losses) - 1))] + 0.1))
    right.set_ylim(0, 1.02)


def reliability_figure(report: EvaluationReport) -> Figure:
    """Returns accuracy against score; a calibrated model lies on the diagonal."""
    figure = new_figure(4.2, 3.8)
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
    figure, cells = new_sheet(len(shown), width=3, height=1.6)
    for axes, mistake in zip(cells, shown, strict=False):
        axes.imshow(open_image(mistake.path))
        axes.set_title(f"{mistake.label} → {mistake.predicted} {mistake.score:.2f}", fontsize=8)
    return figure


_MISTAKES = "mistakes.png"
_FIGURES = {
    "confusion.png": confusion_figure,
    "reliability.png": reliability_figure,
    _MISTAKES: mistakes_figure,
}


def new_sheet(count: int, *, width: float, height: float) -> tuple[Figure, list[Axes]]:
    """Returns a figure of at least `count` cells, four in a row, and its cells, without axes.

    Args:
        count: Of what is to be shown.
        width: Of a cell, in inches.
        height: Of a cell, in inches.
    """
    rows = -(-count // _SHEET_COLUMNS)
    figure = new_figure(width * _SHEET_COLUMNS, height * rows)
    cells = list(figure.subplots(rows, _SHEET_COLUMNS, squeeze=False).flat)
    for axes in cells:
        axes.axis("off")
    return figure, cells


def new_figure(width: float, height: float) -> Figure:
    """Returns an empty figure of that size in inches.

    Raises:
        MissingExtraError: matplotlib is not installed.
    """
    try:
        from matplotlib.figure import Figure
    except ImportError as error:
        raise MissingExtraError("matplotlib", "plots") from error
    # Not through pyplot, which would keep every figure and pick a display backend.
    figure: Figure = Figure(figsize=(width, height), layout="constrained")
    return figure
