"""Checkpoints without pickle: tensors and a JSON header in one safetensors file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import safetensors
import torch
from safetensors.torch import save
from torch import nn
from torch.optim import Optimizer
from torch.optim.lr_scheduler import LRScheduler

from checkboxnet.errors import WeightsError
from checkboxnet.report.files import parse_json, write_bytes


@dataclass(slots=True, kw_only=True)
class TrainState:
    """All that changes while a run goes on. Random numbers follow from seed and epoch."""

    network: nn.Module
    average: nn.Module
    """Moving average of the network's weights and statistics."""
    optimizer: Optimizer
    schedule: LRScheduler
    epoch: int = 0
    """Epochs finished."""
    best_epoch: int = 0
    best_loss: float = float("inf")

    def save(self, path: Path) -> None:
        """Writes the state atomically."""
        tensors = {f"network.{key}": value for key, value in self.network.state_dict().items()}
        tensors |= {f"average.{key}": value for key, value in self.average.state_dict().items()}
        optimizer = self.optimizer.state_dict()
        for index, slots in optimizer["state"].items():
            for key, value in slots.items():
                tensors[f"optimizer.{index}.{key}"] = torch.as_tensor(value)
        header = {
            "epoch": self.epoch,
            "best_epoch": self.best_epoch,
            "best_loss": self.best_loss,
            "param_groups": optimizer["param_groups"],
            "schedule": self.schedule.state_dict(),
        }
        save_tensors(path, tensors, header=header)

    def load(self, path: Path) -> None:
        """Restores a saved state in place.

        Raises:
            WeightsError: The file is damaged or belongs to another kind of run.
        """
        tensors, header = load_tensors(path)
        try:
            self.network.load_state_dict(_under("network.", tensors))
            self.average.load_state_dict(_under("average.", tensors))
            slots: dict[int, dict[str, Any]] = {}
            for name, value in _under("optimizer.", tensors).items():
                index, _, key = name.partition(".")
                slots.setdefault(int(index), {})[key] = value
            self.optimizer.load_state_dict({"state": slots, "param_groups": header["param_groups"]})
            self.schedule.load_state_dict(header["schedule"])
            self.epoch, self.best_epoch = int(header["epoch"]), int(header["best_epoch"])
            self.best_loss = float(header["best_loss"])
        except (RuntimeError, LookupError, ValueError, TypeError, AttributeError) as error:
            raise _unusable(path, error) from error


def save_tensors(path: Path, tensors: dict[str, torch.Tensor], *, header: dict[str, Any]) -> None:
    """Writes tensors and a JSON-ready header atomically."""
    # Clones, because safetensors refuses tensors that share memory.
    own = {name: tensor.detach().cpu().contiguous().clone() for name, tensor in tensors.items()}
    write_bytes(path, save(own, metadata={"header": json.dumps(header)}))


def load_tensors(path: Path) -> tuple[dict[str, torch.Tensor], dict[str, Any]]:
    """Returns what `save_tensors` wrote.

    Raises:
        WeightsError: The file is missing, damaged or of another kind.
    """
    try:
        with safetensors.safe_open(path, framework="pt") as file:
            text = (file.metadata() or {})["header"]
            tensors = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
    except (OSError, LookupError, safetensors.SafetensorError) as error:
        raise _unusable(path, error) from error
    header = parse_json(text, source=str(path), error=WeightsError)
    if not isinstance(header, dict):
        raise _unusable(path, "its header is no object")
    return tensors, header


def _unusable(path: Path, reason: object) -> WeightsError:
    return WeightsError(
        f"{path}: cannot be resumed from ({reason}). Start again with overwrite=True"
    )


def _under(prefix: str, tensors: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    return {
        name.removeprefix(prefix): tensor
        for name, tensor in tensors.items()
        if name.startswith(prefix)
    }
