from __future__ import annotations

from typing import Any

import pytest
import torch
from torch import nn

from checkboxnet import TrainConfig
from checkboxnet.training.optimizers import build_optimizer, build_schedule

STEPS = 19  # with which the peak falls on a step


def run(**values: Any) -> list[dict[str, Any]]:
    """Returns what the first group of parameters had before each step, and after the last."""
    config = TrainConfig(**values)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        network = nn.Linear(2, 1)
    optimizer = build_optimizer(network, config)
    schedule = build_schedule(optimizer, config, steps=STEPS)
    seen = []
    for _ in range(STEPS):
        seen.append({k: v for k, v in optimizer.param_groups[0].items() if k != "params"})
        network(torch.ones(1, 2)).sum().backward()
        optimizer.step()
        schedule.step()
    return [*seen, {"weight": network.weight.detach()}]


@pytest.mark.parametrize("schedule", ["one-cycle", "constant"])
@pytest.mark.parametrize("optimizer", ["sgd", "rmsprop", "lookahead-rmsprop"])
@pytest.mark.parametrize("momentum", [0.0, 0.9])
def test_the_momentum_given_is_the_momentum_used(
    optimizer: Any, schedule: Any, momentum: float
) -> None:
    *steps, _ = run(optimizer=optimizer, schedule=schedule, momentum=momentum)
    assert [step["momentum"] for step in steps] == [momentum] * STEPS


def test_without_momentum_sgd_takes_plain_steps() -> None:
    config = {"optimizer": "sgd", "weight_decay": 0.0, "learning_rate": 0.1}
    *steps, last = run(**config)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        weight = nn.Linear(2, 1).weight.detach()
    for gradient, step in enumerate(steps, start=1):  # they add up: nothing sets them to zero
        weight = weight - step["lr"] * gradient
    torch.testing.assert_close(last["weight"], weight)


def test_one_cycle_raises_the_rate_and_lowers_the_first_beta_of_adamw() -> None:
    *steps, _ = run(learning_rate=0.01)
    rates = [step["lr"] for step in steps]
    betas = [step["betas"][0] for step in steps]
    assert max(rates) == pytest.approx(0.01)
    assert rates.index(max(rates)) == betas.index(min(betas))
    assert (max(betas), min(betas)) == pytest.approx((0.95, 0.85))
