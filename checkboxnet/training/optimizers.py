"""Optimizers and learning rate schedules by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import torch
from torch.optim import Optimizer
from torch.optim.lr_scheduler import ConstantLR, LRScheduler, OneCycleLR

if TYPE_CHECKING:
    from torch import nn

    from checkboxnet.training.config import TrainConfig

LOOKAHEAD_STEPS, LOOKAHEAD_RATE = 5, 0.5
"""k and α of Zhang et al. 2019, "Lookahead Optimizer: k steps forward, 1 step back"."""


def build_optimizer(network: nn.Module, config: TrainConfig) -> Optimizer:
    """Returns the optimizer that `config.optimizer` names, over all parameters.

    What a configuration doesn't say is torch's default, so that `sgd` has no momentum.
    """
    return _OPTIMIZERS[config.optimizer](network, config)


def build_schedule(optimizer: Optimizer, config: TrainConfig, *, steps: int) -> LRScheduler:
    """Returns the schedule that `config.schedule` names, for a run of so many steps."""
    if config.schedule == "constant":
        return ConstantLR(optimizer, factor=1.0)
    return OneCycleLR(
        optimizer,
        max_lr=config.learning_rate,
        # One more than is taken: the schedule computes its next rate ahead.
        total_steps=steps + 1,
        # AdamW's first beta goes up where the rate goes down; a momentum that was asked for stays.
        cycle_momentum=config.optimizer == "adamw",
    )


def _adamw(network: nn.Module, config: TrainConfig) -> Optimizer:
    groups = [
        {
            "params": [p for p in network.parameters() if p.ndim > 1],
            "weight_decay": config.weight_decay,
        },
        # Biases and normalisation need no decay (Goyal et al. 2017, section 5.3).
        {"params": [p for p in network.parameters() if p.ndim <= 1], "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, lr=config.learning_rate)


def _sgd(network: nn.Module, config: TrainConfig) -> Optimizer:
    return torch.optim.SGD(
        network.parameters(),
        lr=config.learning_rate,
        momentum=config.momentum,
        weight_decay=config.weight_decay,
    )


def _rmsprop(network: nn.Module, config: TrainConfig) -> Optimizer:
    return torch.optim.RMSprop(
        network.parameters(),
        lr=config.learning_rate,
        alpha=config.smoothing,
        momentum=config.momentum,
        weight_decay=config.weight_decay,
    )


def _lookahead_rmsprop(network: nn.Module, config: TrainConfig) -> Optimizer:
    from timm.optim.lookahead import Lookahead

    # timm's slow weights begin with the first k steps instead of the initial weights, which
    # is one step back less than in the paper.
    optimizer: Optimizer = Lookahead(  # type: ignore[no-untyped-call]
        _rmsprop(network, config), alpha=LOOKAHEAD_RATE, k=LOOKAHEAD_STEPS
    )
    return optimizer


_OPTIMIZERS: dict[str, Callable[[nn.Module, TrainConfig], Optimizer]] = {
    "adamw": _adamw,
    "sgd": _sgd,
    "rmsprop": _rmsprop,
    "lookahead-rmsprop": _lookahead_rmsprop,
}
