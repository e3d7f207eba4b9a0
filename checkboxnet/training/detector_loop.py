"""The detector's training loop."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from torch import nn

from checkboxnet.report.progress import ProgressBar
from checkboxnet.training.checkpoints import TrainState
from checkboxnet.training.config import TrainConfig
from checkboxnet.training.detector_loss import detector_loss
from checkboxnet.training.detector_network import DetectorNetwork
from checkboxnet.training.detector_tiles import TileDataset, tile_batches
from checkboxnet.training.loop import new_state, read_ahead
from checkboxnet.training.precision import autocast
from checkboxnet.training.run_folder import CHECKPOINT


def train_detector(
    network: DetectorNetwork,
    train_set: TileDataset,
    validation_set: TileDataset,
    config: TrainConfig,
    folder: Path,
    on_epoch: Callable[[dict[str, Any]], None],
) -> TrainState:
    """Trains to the end, from the checkpoint in `folder` if there is one; see `loop.train`."""
    network = network.to(config.device, memory_format=torch.channels_last)  # type: ignore[call-overload]
    state = new_state(network, config, images=len(train_set))
    if (folder / CHECKPOINT).is_file():
        state.resume(folder, epochs=config.epochs)
        for row in state.history:
            on_epoch(row)
    state.epoch = max(state.epoch, 0)
    while state.epoch < config.epochs:
        began = time.monotonic()
        trained = _train_epoch(state, train_set, config)
        validated = _validation_loss(state.average, validation_set, config)
        row = {
            "epoch": state.epoch + 1,
            "train_loss": trained,
            "validation_loss": validated,
            "validation_loss_calibrated": validated,
            "learning_rate": state.schedule.get_last_lr()[0],
            "seconds": round(time.monotonic() - began, 3),
        }
        state.record(row, folder, keep=config.method.keep)
        on_epoch(row)
    return state


def _train_epoch(state: TrainState, dataset: TileDataset, config: TrainConfig) -> float:
    """Trains for one epoch and returns the mean loss."""
    network, dataset.epoch = state.network, state.epoch + 1
    network.train()
    loader = tile_batches(dataset, batch_size=config.batch_size, draws=config.images_per_epoch)
    precision, losses = autocast(network, config), 0.0
    with ProgressBar(f"epoch {dataset.epoch}/{config.epochs}", total=len(loader)) as bar:
        for count, (pictures, targets) in enumerate(read_ahead(loader), start=1):
            with precision:
                output = network(pictures.to(config.device)).float()
            loss = detector_loss(output, targets.to(config.device))
            state.step(loss, largest_gradient=config.method.largest_gradient)
            losses += float(loss.detach())
            bar.advance(note=f"loss {losses / count:.3f}")
    return losses / len(loader)


def _validation_loss(network: nn.Module, dataset: TileDataset, config: TrainConfig) -> float:
    network.eval()
    losses: list[float] = []
    with torch.inference_mode():
        for pictures, targets in read_ahead(tile_batches(dataset, batch_size=config.batch_size)):
            output = network(pictures.to(config.device)).float()
            losses.append(float(detector_loss(output, targets.to(config.device))))
    return sum(losses) / len(losses)
