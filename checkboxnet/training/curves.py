"""Learning curves of a run (extra `plots`)."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from checkboxnet.errors import DatasetError
from checkboxnet.evaluation.plots import draw_curves, new_figure
from checkboxnet.files import atomic_path, refuse_to_overwrite
from checkboxnet.training.run_folder import METRICS_LOG, RUN_FOLDER, read_log


def save_curves(
    run: str | os.PathLike[str], path: str | os.PathLike[str], *, overwrite: bool = False
) -> Path:
    """Draws loss and accuracy by epoch, training dashed and validation solid.

    Args:
        run: Output of `fine_tune`, finished or not.
        path: PNG file to write.
        overwrite: Replaces an existing file.

    Returns:
        The file written.

    Raises:
        DatasetError: `run` has no readable metrics.
        MissingExtraError: matplotlib is not installed.
        OutputExistsError: `path` exists and `overwrite` is False.
    """
    path = Path(path)
    refuse_to_overwrite(path, overwrite=overwrite)
    history = read_history(run)
    figure = new_figure(7, 4)
    axes = figure.subplots()
    draw_curves(axes, history)
    axes.locator_params(axis="x", integer=True)
    # The lines of both sides are dashed or solid alike.
    axes.legend(loc="center right", frameon=False)
    with atomic_path(path) as temporary:
        figure.savefig(temporary, format="png", dpi=150)
    return path


def read_history(run: str | os.PathLike[str]) -> list[dict[str, Any]]:
    """Returns the rows of a run's metrics, one per epoch.

    Raises:
        DatasetError: There are none, or they can't be read.
    """
    log = Path(run) / RUN_FOLDER / METRICS_LOG
    if not log.is_file():
        raise DatasetError(
            f"{run}: no {RUN_FOLDER}/{METRICS_LOG} in it; name the output folder of a training run "
            "that has finished its first epoch"
        )
    history = read_log(log)
    if not history:
        raise DatasetError(f"{log}: no epoch in it yet")
    return history
