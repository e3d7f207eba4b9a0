"""Training passes in bfloat16."""

from __future__ import annotations

import torch
from torch import nn

from checkboxnet.training.config import TrainConfig


class _Float32Conv2d(nn.Conv2d):
    """A convolution that autocast on the CPU leaves in float32."""

    def forward(self, input: torch.Tensor) -> torch.Tensor:
        if not torch.is_autocast_enabled("cpu"):
            return super().forward(input)
        with torch.autocast("cpu", enabled=False):
            return super().forward(input.float()).to(input.dtype)


def autocast(network: nn.Module, config: TrainConfig) -> torch.autocast:
    """Returns the context in which a training pass runs at the precision that is asked for.

    On the CPU, depthwise convolutions stay in float32, in which oneDNN computes their gradient
    faster.

    Args:
        network: Its depthwise convolutions are changed in place, but not their tensors.
        config: Tells device and precision.
    """
    device, half = torch.device(config.device).type, config.precision == "bfloat16"
    if half and device == "cpu":
        for module in network.modules():
            if type(module) is nn.Conv2d and module.groups == module.in_channels > 1:
                module.__class__ = _Float32Conv2d
    return torch.autocast(device, torch.bfloat16, enabled=half)
