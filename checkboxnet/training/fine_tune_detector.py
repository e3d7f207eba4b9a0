"""`fine_tune_detector`: from page records to a detector folder."""

from __future__ import annotations

import json
import logging
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checkboxnet.dataset.page_records import LabelledPage, read_page_records
from checkboxnet.errors import DatasetError, require_package
from checkboxnet.report.files import sha256, write_text
from checkboxnet.report.progress import ProgressBar
from checkboxnet.scanning.config import DetectorConfig
from checkboxnet.training.config import TrainConfig
from checkboxnet.training.run_folder import CHECKPOINT, METRICS_LOG, open_run, require_output

if TYPE_CHECKING:
    from torch import nn

    from checkboxnet.training.checkpoints import TrainState
    from checkboxnet.training.detector_network import DetectorNetwork
    from checkboxnet.training.detector_tiles import TileDataset

logger = logging.getLogger(__name__)

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
    from checkboxnet.training.detector_tiles import TileDataset
    from checkboxnet.training.detector_write import choose_threshold, write_detector

    config = config or TrainConfig(epochs=10, batch_size=16, images_per_epoch=2000)
    output = Path(output)
    require_output(output, resume=resume, overwrite=overwrite)
    pages = records if isinstance(records, Sequence) and not isinstance(records, str) else None
    to_train, to_validate = _sides(list(pages or read_page_records(records)))  # type: ignore[arg-type]
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
        write_detector(output, network, about, metrics=settings)
        chosen = choose_threshold(output, to_validate)
        about = replace(about, threshold=chosen["threshold"])
        write_detector(output, network, about, metrics={**settings, "validation": chosen})
    return DetectorFineTuneResult(
        output=output,
        history=state.history,
        best_epoch=state.best_epoch,
        **{key: chosen[key] for key in ("threshold", "recall", "precision")},
    )


def _sides(pages: list[LabelledPage]) -> tuple[list[LabelledPage], list[LabelledPage]]:
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


def train_detector(
    network: DetectorNetwork,
    train_set: TileDataset,
    validation_set: TileDataset,
    config: TrainConfig,
    folder: Path,
    on_epoch: Callable[[dict[str, Any]], None],
) -> TrainState:
    """Trains to the end, from the checkpoint in `folder` if there is one; see `loop.train`."""
    import torch

    from checkboxnet.training.loop import new_state

    network = network.to(config.device, memory_format=torch.channels_last)  # type: ignore[call-overload]
    tiles = config.images_per_epoch or 2000
    state = new_state(network, replace(config, images_per_epoch=tiles), images=tiles)
    if (folder / CHECKPOINT).is_file():
        state.load(folder / CHECKPOINT)
        logger.info("resuming after epoch %d of %d", state.epoch, config.epochs)
        for row in state.history:
            on_epoch(row)
    state.epoch = max(state.epoch, 0)
    while state.epoch < config.epochs:
        began = time.monotonic()
        trained = _train_epoch(state, train_set, config, tiles)
        validated = _validation_loss(state.average, validation_set, config)
        row = {
            "epoch": state.epoch + 1,
            "train_loss": trained,
            "validation_loss": validated,
            "validation_loss_calibrated": validated,
            "learning_rate": state.schedule.get_last_lr()[0],
            "seconds": round(time.monotonic() - began, 3),
        }
        state.finish_epoch(row, keep=config.method.keep)
        write_text(folder / METRICS_LOG, "".join(json.dumps(each) + "\n" for each in state.history))
        state.save(folder / CHECKPOINT)
        on_epoch(row)
    return state


def _train_epoch(state: TrainState, dataset: TileDataset, config: TrainConfig, tiles: int) -> float:
    """Trains for one epoch and returns the mean loss."""
    from torch.nn.utils import clip_grad_norm_

    from checkboxnet.training.detector_loss import detector_loss
    from checkboxnet.training.detector_tiles import tile_batches
    from checkboxnet.training.loop import read_ahead
    from checkboxnet.training.precision import autocast

    network, dataset.epoch = state.network, state.epoch + 1
    network.train()
    loader = tile_batches(dataset, batch_size=config.batch_size, draws=tiles)
    precision, losses = autocast(network, config), 0.0
    with ProgressBar(f"epoch {dataset.epoch}/{config.epochs}", total=len(loader)) as bar:
        for count, (pictures, targets) in enumerate(read_ahead(loader), start=1):
            with precision:
                output = network(pictures.to(config.device)).float()
            loss = detector_loss(output, targets.to(config.device))
            state.optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            if config.method.largest_gradient is not None:
                clip_grad_norm_(network.parameters(), config.method.largest_gradient)
            state.optimizer.step()
            state.schedule.step()
            state.average.update_parameters(network)
            losses += float(loss.detach())
            bar.advance(note=f"loss {losses / count:.3f}")
    return losses / len(loader)


def _validation_loss(network: nn.Module, dataset: TileDataset, config: TrainConfig) -> float:
    import torch

    from checkboxnet.training.detector_loss import detector_loss
    from checkboxnet.training.detector_tiles import tile_batches
    from checkboxnet.training.loop import read_ahead

    network.eval()
    losses: list[float] = []
    with torch.inference_mode():
        for pictures, targets in read_ahead(tile_batches(dataset, batch_size=config.batch_size)):
            output = network(pictures.to(config.device)).float()
            losses.append(float(detector_loss(output, targets.to(config.device))))
    return sum(losses) / len(losses)


def _log_epoch(row: dict[str, Any]) -> None:
    figures = (row[key] for key in ("epoch", "train_loss", "validation_loss", "seconds"))
    logger.info("epoch %d: loss %.4f, validation loss %.4f (%.1f s)", *figures)
