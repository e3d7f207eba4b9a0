"""The detector's network: the first blocks of a timm network, a small pyramid, three heads.

Centres as peaks of a heat map follow CenterNet (Zhou et al. 2019, "Objects as Points"), distances
from a centre to the four sides FCOS (Tian et al. 2019).
"""

from __future__ import annotations

from typing import Any, cast

import torch
from torch import Tensor, nn
from torch.nn.functional import interpolate, max_pool2d

from checkboxnet.prediction import KINDS

STRIDE = 8
"""Pixels of the picture per cell of the heat map, along each side."""

MOST_FOUND = 200
"""Peaks that are taken of each picture, which has as many cells at least."""

_CHANNELS = 64
_RARE = -4.6
"""Logit of one in a hundred: nearly all cells hold no centre, and training starts from there."""


class DetectorNetwork(nn.Module):
    """From pictures to a map of cells of 8 x 8 pixels.

    The channels of the map are the logit that a control's centre lies in the cell, the logarithms
    of the distances from the middle of the cell to left, top, right and bottom of the control in
    cells, and a logit for each kind.
    """

    mean: Tensor
    std: Tensor

    def __init__(self, architecture: str) -> None:
        """Builds it with random values.

        Args:
            architecture: timm's name of an EfficientNet.
        """
        super().__init__()
        import timm

        trunk: Any = timm.create_model(
            architecture, pretrained=False, features_only=True, out_indices=(2, 3)
        )
        last = int(trunk.feature_info.module_name()[-1].rpartition(".")[2])
        del trunk.blocks[last + 1 :]  # timm leaves them in, and runs them
        self.trunk: nn.Module = trunk
        fine, coarse = trunk.feature_info.channels()
        self.fine = nn.Conv2d(fine, _CHANNELS, 1)
        self.coarse = nn.Conv2d(coarse, _CHANNELS, 1)
        self.body = nn.Sequential(*_separable(), *_separable())
        self.head = nn.Conv2d(_CHANNELS, 1 + 4 + len(KINDS), 1)
        nn.init.normal_(self.head.weight, std=0.01)
        nn.init.zeros_(cast(Tensor, self.head.bias))
        with torch.no_grad():
            cast(Tensor, self.head.bias)[0] = _RARE
        self.register_buffer("mean", torch.full((3, 1, 1), 0.5))
        self.register_buffer("std", torch.full((3, 1, 1), 0.5))

    def forward(self, pictures: Tensor) -> Tensor:
        """Returns the map, float32 of shape (N, 9, H / 8, W / 8).

        Args:
            pictures: uint8 of shape (N, H, W, 3), H and W multiples of 16.
        """
        inputs = (pictures.permute(0, 3, 1, 2).float() / 255 - self.mean) / self.std
        fine, coarse = self.trunk(inputs)
        merged = self.fine(fine) + interpolate(self.coarse(coarse), scale_factor=2.0)
        result: Tensor = self.head(self.body(merged))
        return result


def _separable() -> list[nn.Module]:
    return [
        nn.Conv2d(_CHANNELS, _CHANNELS, 5, padding=2, groups=_CHANNELS, bias=False),
        nn.BatchNorm2d(_CHANNELS),
        nn.ReLU6(),
        nn.Conv2d(_CHANNELS, _CHANNELS, 1, bias=False),
        nn.BatchNorm2d(_CHANNELS),
        nn.ReLU6(),
    ]


def corners_of(distances: Tensor, across: Tensor, down: Tensor) -> Tensor:
    """Returns left, top, right and bottom in pixels, in the last axis.

    Args:
        distances: Logarithms of the distances in cells, four in the last axis.
        across: Column of the cell, of the shape without that axis.
        down: Row of the cell.
    """
    left, top, right, bottom = (distances.clamp(-4, 5).exp() * STRIDE).unbind(-1)
    x, y = (across + 0.5) * STRIDE, (down + 0.5) * STRIDE
    return torch.stack([x - left, y - top, x + right, y + bottom], dim=-1)


class FindingNetwork(DetectorNetwork):
    """A detector's network that turns its map into findings, for a graph without more code."""

    def forward(self, pictures: Tensor) -> tuple[Tensor, Tensor, Tensor]:  # type: ignore[override]
        """Returns scores (N, K), corners (N, K, 4) and indices of kinds (N, K), best first.

        Args:
            pictures: uint8 of shape (N, H, W, 3), H and W multiples of 16, 128 or more.
        """
        output = super().forward(pictures)
        heat = output[:, :1].sigmoid()
        peaks = (heat * (heat == max_pool2d(heat, 3, stride=1, padding=1))).flatten(1)
        scores, places = peaks.topk(MOST_FOUND, dim=1)
        rest = output[:, 1:].flatten(2).transpose(1, 2)
        chosen = rest.gather(1, places[:, :, None].expand(-1, -1, rest.shape[2]))
        rows, columns = output.shape[2:]
        across = torch.arange(columns).float().expand(rows, columns).flatten()[places]
        down = torch.arange(rows).float()[:, None].expand(rows, columns).flatten()[places]
        corners = corners_of(chosen[:, :, :4], across, down)
        return scores, corners, chosen[:, :, 4:].argmax(dim=2)
