"""`fine_tune_detector`: from page records to a detector folder."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from checkboxnet.dataset.page_records import LabelledPage, read_page_records
from checkboxnet.errors import DatasetError, require_package
from checkboxnet.report.files import sha256
from checkboxnet.scanning.config import DetectorConfig
from checkboxnet.training.config import TrainConfig
from checkboxnet.training.run_folder import open_run, require_output

logger = logging.getLogger(__name__)

_TILES = 2000
"""Drawn for each epoch, by default."""
_VALIDATION_SHARE = 0.15
_MOST_SCREENSHOTS = 200
"""Validation screenshots, evenly chosen of more: they choose epoch and threshold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DetectorFineTuneResult:
    """What `fine_tune_detector` returns."""

    output: Path
    """The detector folder, with the run's records under `training/`."""
    history: list[dict[str, Any]]
    """One row per epoch: losses, learning rate, seconds."""
    best_epoch: int
    """The epoch whose weights were kept."""
    threshold: float
    """Lowest score of what counts as found."""
    recall: float
    """Of the controls on the validation screenshots that chose the threshold."""
    precision: float
    """Of what was found there."""


def fine_tune_detector(
    records: str | os.PathLike[str] | Sequence[LabelledPage],
    *,
    output: str | os.PathLike[str],
    base: str | os.PathLike[str] = "default",
    config: TrainConfig | None = None,
    name: str | None = None,
    resume: bool = False,
    overwrite: bool = False,
    on_epoch: Callable[[dict[str, Any]], None] | None = None,
) -> DetectorFineTuneResult:
    """Trains what `scan` finds controls with on page records of your own.

    Args:
        records: Folder of a harvest with page records, a manifest like its `pages.jsonl`, or
            records already read. Screenshots of the split `val` choose epoch and threshold, and
            those of `test` are left out; without splits, 15 % of the groups are kept apart.
        output: The folder to write.
        base: What to start from: `default`, a detector folder, or weights that predict, of which
            the first blocks are taken.
        config: Settings; `images_per_epoch` counts tiles of 320 x 320 pixels (2,000 by default).
            Of those that are only for crops (`dropout`, `size`, `class_weights`…) none is used.
        name: `architecture.tag` to record; by default made from architecture and output folder.
        resume: Goes on with an interrupted run of the same settings.
        overwrite: Replaces an earlier run in `output`.
        on_epoch: Called with each row of the history; by default it is logged.

    Raises:
        DatasetError: There are too few screenshots.
        OutputExistsError: `output` holds something, and neither `resume` nor `overwrite` is set.
        CheckboxNetError: The base can't be loaded.
        MissingExtraError: torch is not installed, as beside `checkboxnet-slim`.

    Examples:
        >>> fine_tune_detector("harvested/", output="runs/my-app")  # doctest: +SKIP
    """
    require_package("torch")
    from checkboxnet.training.detector_base import load_detector_base
    from checkboxnet.training.detector_loop import train_detector
    from checkboxnet.training.detector_tiles import TileDataset
    from checkboxnet.training.detector_write import choose_threshold, detector_of, write_detector

    config = config or TrainConfig(epochs=10, batch_size=16, images_per_epoch=_TILES)
    if config.images_per_epoch is None:
        config = replace(config, images_per_epoch=_TILES)
    output = Path(output)
    require_output(output, resume=resume, overwrite=overwrite)
    if isinstance(records, (str, os.PathLike)):
        records = read_page_records(records)
    to_train, to_validate = _sides(records)
    to_validate = to_validate[:: -(-len(to_validate) // _MOST_SCREENSHOTS)]
    initial = load_detector_base(base)
    settings = {
        "base": initial.name,
        "data": {
            side: {"screenshots": len(some), "controls": sum(len(p.controls) for p in some)}
            for side, some in (("train", to_train), ("validation", to_validate))
        },
        "data_sha256": {"train": _digest(to_train), "validation": _digest(to_validate)},
        "config": config.to_dict(),
    }
    network = initial.build()
    with open_run(output, settings, resume=resume, overwrite=overwrite) as run:
        state = train_detector(
            network,
            TileDataset(to_train, seed=config.seed, augment=True),
            TileDataset(to_validate, seed=config.seed, augment=False),
            config,
            run,
            on_epoch or _log_epoch,
        )
        network.cpu().eval().load_state_dict(state.best)
        about = DetectorConfig(
            name=name or f"{initial.architecture}.{output.resolve().name}",
            architecture=initial.architecture,
        )
        content = detector_of(output, network, about)
        chosen = choose_threshold(content, to_validate)
        about = replace(content.config, threshold=chosen["threshold"])
        write_detector(replace(content, config=about), metrics={**settings, "validation": chosen})
    return DetectorFineTuneResult(
        output=output,
        history=state.history,
        best_epoch=state.best_epoch,
        **{key: chosen[key] for key in ("threshold", "recall", "precision")},
    )


def _sides(pages: Sequence[LabelledPage]) -> tuple[list[LabelledPage], list[LabelledPage]]:
    """Returns the screenshots to learn from and those to choose by.

    Raises:
        DatasetError: One side has no controls.
    """
    if any(page.split for page in pages):
        sides = [[p for p in pages if p.split == side] for side in ("train", "val")]
    else:
        held: set[str] = set()
        with_controls = {page.group for page in pages if page.controls}
        for groups in (with_controls, {page.group for page in pages} - with_controls):
            order = sorted(groups, key=lambda group: sha256(group.encode()))
            held.update(order[: round(_VALIDATION_SHARE * len(order) + 0.5)])
        sides = [[p for p in pages if (p.group in held) == out] for out in (False, True)]
    for name, side in zip(("training", "validation"), sides, strict=True):
        if not any(page.controls for page in side):
            raise DatasetError(
                f"no control on any of the {len(side)} {name} screenshots; harvest more pages, in "
                "two groups at least, or give the records a column `split`"
            )
    return sides[0], sides[1]


def _digest(pages: Sequence[LabelledPage]) -> str:
    rows = sorted(
        f"{page.about.get('sha256') or sha256(page.path.read_bytes())} {page.boxes.tolist()}"
        for page in pages
    )
    return sha256("\n".join(rows).encode())


def _log_epoch(row: dict[str, Any]) -> None:
    figures = (row[key] for key in ("epoch", "train_loss", "validation_loss", "seconds"))
    logger.info("epoch %d: loss %.4f, validation loss %.4f (%.1f s)", *figures)
