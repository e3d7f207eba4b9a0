from __future__ import annotations

import pytest
import torch
from torch import nn

from checkboxnet.training.config import Method

STEPS = 19  # with which the peak falls on a step


def test_one_cycle_raises_the_rate_and_lowers_the_first_beta_of_adamw() -> None:
    network = nn.Linear(2, 1)
    optimizer, schedule = Method().optimizer_and_schedule(
        network, learning_rate=0.01, weight_decay=0.02, steps=STEPS
    )
    rates, betas = [], []
    for _ in range(STEPS):
        rates.append(optimizer.param_groups[0]["lr"])
        betas.append(optimizer.param_groups[0]["betas"][0])
        network(torch.ones(1, 2)).sum().backward()
        optimizer.step()
        schedule.step()
    assert max(rates) == pytest.approx(0.01)
    assert rates.index(max(rates)) == betas.index(min(betas))
    assert (max(betas), min(betas)) == pytest.approx((0.95, 0.85))


def test_only_matrices_and_kernels_decay() -> None:
    network = nn.Sequential(nn.Conv2d(3, 4, 3), nn.BatchNorm2d(4))
    optimizer, _ = Method().optimizer_and_schedule(
        network, learning_rate=0.01, weight_decay=0.02, steps=STEPS
    )
    matrices, vectors = optimizer.param_groups
    assert (len(matrices["params"]), matrices["weight_decay"]) == (1, 0.02)
    assert (len(vectors["params"]), vectors["weight_decay"]) == (3, 0.0)
