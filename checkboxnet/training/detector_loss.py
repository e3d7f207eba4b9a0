"""What the detector learns from: centres, boxes and kinds."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn.functional import cross_entropy, logsigmoid
from torchvision.ops import generalized_box_iou_loss

from checkboxnet.training.detector_network import corners_of
from checkboxnet.training.detector_tiles import BOX, HEAT, KIND, WEIGHT

_BOX_SHARE, _KIND_SHARE = 1.0, 0.2
_CENTRE = 0.999
"""Heat from which on a cell holds a centre."""


def detector_loss(output: Tensor, targets: Tensor) -> Tensor:
    """Returns the loss of a batch: heat, boxes and kinds, each as a mean over controls.

    Args:
        output: Of `DetectorNetwork`, shape (N, 9, H, W).
        targets: As `targets_of` gives them, shape (N, 7, H, W).
    """
    controls = (targets[:, HEAT] >= _CENTRE).sum().clamp(min=1)
    total = heat_loss(output[:, 0], targets[:, HEAT], targets[:, WEIGHT]) / controls
    known = targets[:, KIND] >= 0
    if not known.any():
        return total
    _, down, across = known.nonzero(as_tuple=True)
    found = output.permute(0, 2, 3, 1)[known]
    truth = targets.permute(0, 2, 3, 1)[known]
    weight = truth[:, HEAT] / truth[:, HEAT].sum()
    corners = corners_of(found[:, 1:5], across.float(), down.float())
    boxes = (weight * generalized_box_iou_loss(corners, truth[:, BOX])).sum()
    kinds = cross_entropy(found[:, 5:], truth[:, KIND].long(), reduction="none")
    loss: Tensor = total + _BOX_SHARE * boxes + _KIND_SHARE * (weight * kinds).sum()
    return loss


def heat_loss(logits: Tensor, heat: Tensor, weight: Tensor) -> Tensor:
    """Returns CenterNet's focal loss with fewer penalties near centres, summed over all cells.

    Source: Zhou et al. 2019, "Objects as Points", equation 1, with its exponents 2 and 4.

    Args:
        logits: That a centre lies in the cell, any shape.
        heat: From 0 to 1, 1 at a centre, same shape.
        weight: Of each cell, same shape.
    """
    probability = logits.sigmoid()
    positive = (1 - probability) ** 2 * logsigmoid(logits)
    negative = (1 - heat) ** 4 * probability**2 * logsigmoid(-logits)
    return -(weight * torch.where(heat >= _CENTRE, positive, negative)).sum()
