"""timm's network compiled by torch, in the same loop."""

from pathlib import Path

import timm_eager
import torch


def load(folder: Path) -> torch.nn.Module:
    return torch.compile(timm_eager.load(folder), dynamic=True)


one = timm_eager.one
many = timm_eager.many
