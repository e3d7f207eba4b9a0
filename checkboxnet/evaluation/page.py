"""An evaluation as one HTML file that needs nothing else."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

from checkboxnet.errors import ImageError
from checkboxnet.evaluation.metrics import EvaluationReport, Mistake, render
from checkboxnet.picture.read import open_image
from checkboxnet.report.files import refuse_to_overwrite, write_text
from checkboxnet.report.html import thumbnail

MOST_MISTAKES = 60
"""Mistakes that a page shows; `to_dict()` has them all."""


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
    pairs = [f"{mistake.label} → {mistake.predicted}" for mistake in shown]
    page = render(
        "report.html",
        report,
        title=title,
        mistakes=list(zip(shown, pairs, map(_thumbnail, shown), strict=True)),
        pairs=Counter(pairs).most_common(),
    )
    write_text(path, page)
    return path


def _thumbnail(mistake: Mistake) -> str | None:
    """Returns the picture as a data URI, or None if the file was moved or changed meanwhile."""
    try:
        return thumbnail(open_image(mistake.path))
    except ImageError:
        return None
