"""Checkpoints without pickle: tensors and a JSON header in one safetensors file."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import safetensors
import torch
from safetensors.torch import save
from torch import nn
from torch.optim import Optimizer
from torch.optim.lr_scheduler import LRScheduler
from torch.optim.swa_utils import AveragedModel

from checkboxnet.errors import WeightsError
from checkboxnet.report.files import parse_json, write_bytes, write_text
from checkboxnet.training.config import Kept
from checkboxnet.training.run_folder import CHECKPOINT, METRICS_LOG

logger = logging.getLogger(__name__)

Tensors = dict[str, torch.Tensor]


@dataclass(slots=True, kw_only=True)
class TrainState:
    """All that changes while a run goes on. Random numbers follow from seed and epoch."""

    network: nn.Module
    average: AveragedModel
    """Moving average of the network's weights and statistics."""
    optimizer: Optimizer
    schedule: LRScheduler
    epoch: int = -1
    """Last one that is finished; in epoch 0 no more than the classifier is fitted."""
    best_epoch: int = 0
    best_loss: float = float("inf")
    best: Tensors = field(default_factory=dict)
    """Weights of the best epoch."""
    history: list[dict[str, Any]] = field(default_factory=list)
    """One row of figures per epoch."""

    def finish_epoch(self, row: dict[str, Any], *, keep: Kept) -> None:
        """Adds the figures of the epoch that follows, and its weights if they are to be kept."""
        self.epoch = row["epoch"]
        self.history.append(row)
        figure = "validation_loss" if keep == "best-uncalibrated" else "validation_loss_calibrated"
        if not self.best or row[figure] < self.best_loss or keep == "last":
            weights = self.average.module.state_dict()
            self.best = {name: tensor.cpu().clone() for name, tensor in weights.items()}
            self.best_loss, self.best_epoch = row[figure], self.epoch

    def step(self, loss: torch.Tensor, *, largest_gradient: float | None) -> None:
        """Takes one step down the gradient of a batch's loss, and averages it in.

        Args:
            loss: Of the network's outputs.
            largest_gradient: Norm that gradients are cut to; None leaves them.
        """
        self.optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        if largest_gradient is not None:
            nn.utils.clip_grad_norm_(self.network.parameters(), largest_gradient)
        self.optimizer.step()
        self.schedule.step()
        self.average.update_parameters(self.network)

    def resume(self, folder: Path, *, epochs: int) -> None:
        """Restores the state that `record` left in a folder.

        Args:
            folder: Of the run's records.
            epochs: Of the whole run, for the log.

        Raises:
            WeightsError: The checkpoint is damaged or belongs to another kind of run.
        """
        self.load(folder / CHECKPOINT)
        logger.info("resuming after epoch %d of %d", self.epoch, epochs)

    def record(self, row: dict[str, Any], folder: Path, *, keep: Kept) -> None:
        """Finishes an epoch, and writes all figures and a checkpoint into a folder."""
        self.finish_epoch(row, keep=keep)
        write_text(folder / METRICS_LOG, "".join(json.dumps(each) + "\n" for each in self.history))
        self.save(folder / CHECKPOINT)

    def save(self, path: Path) -> None:
        """Writes the state atomically."""
        optimizer = self.optimizer.state_dict()
        slots = {
            f"{index}.{key}": torch.as_tensor(value)
            for index, values in optimizer["state"].items()
            for key, value in values.items()
        }
        parts = {
            "network": self.network.state_dict(),
            "average": self.average.state_dict(),
            "optimizer": slots,
            "best": self.best,
        }
        # Clones, because safetensors refuses tensors that share memory.
        tensors = {
            f"{part}.{name}": tensor.detach().cpu().contiguous().clone()
            for part, named in parts.items()
            for name, tensor in named.items()
        }
        header = {
            "epoch": self.epoch,
            "best_epoch": self.best_epoch,
            "best_loss": self.best_loss,
            "history": self.history,
            "param_groups": optimizer["param_groups"],
            "schedule": self.schedule.state_dict(),
        }
        write_bytes(path, save(tensors, metadata={"header": json.dumps(header)}))

    def load(self, path: Path) -> None:
        """Restores a saved state in place.

        Raises:
            WeightsError: The file is damaged or belongs to another kind of run.
        """
        parts: dict[str, Tensors] = {"network": {}, "average": {}, "optimizer": {}, "best": {}}
        try:
            with safetensors.safe_open(path, framework="pt") as file:
                for name in file.keys():  # noqa: SIM118
                    part, _, rest = name.partition(".")
                    parts[part][rest] = file.get_tensor(name)
                header = parse_json(file.metadata()["header"], source="header", error=ValueError)
            slots: dict[int, dict[str, Any]] = {}
            for name, value in parts["optimizer"].items():
                index, _, key = name.partition(".")
                slots.setdefault(int(index), {})[key] = value
            for part in ("best", "network"):
                self.network.load_state_dict(parts[part])
            self.average.load_state_dict(parts["average"])
            self.optimizer.load_state_dict({"state": slots, "param_groups": header["param_groups"]})
            self.schedule.load_state_dict(header["schedule"])
            self.epoch, self.best_epoch = int(header["epoch"]), int(header["best_epoch"])
            self.best_loss, self.best = float(header["best_loss"]), parts["best"]
            self.history = list(header["history"])
        except (
            *(OSError, RuntimeError, LookupError, ValueError, TypeError, AttributeError),
            safetensors.SafetensorError,
        ) as error:
            raise WeightsError(
                f"{path}: cannot be resumed from ({error}). Start again with overwrite=True"
            ) from error
