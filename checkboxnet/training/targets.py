"""What is learnt of each image: its label, the kind of control, whether it is indeterminate."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from checkboxnet.dataset.read import ImageSet
from checkboxnet.labels import Label
from checkboxnet.prediction import KINDS

UNKNOWN = -1
LABEL, KIND, MIXED = 0, 1, 2
"""Columns of the targets."""

_KIND_OF = {
    **{kind: kind for kind in KINDS},
    "menuitemcheckbox": "checkbox",
    "menuitemradio": "radio",
    "toggle-button": "toggle",
    "option": "toggle",
}
"""Kinds by what a harvest's manifest calls them."""
_SHARE = 0.3
"""Of the loss of kind and mixed each, beside that of the label: these are the lesser answers."""


def kind_of(row: Mapping[str, Any]) -> str | None:
    """Returns the kind that a row of a manifest tells: as it is drawn, else as it is marked up."""
    return _KIND_OF.get(str(row.get("drawn_as") or row.get("kind")))


def targets_of(images: ImageSet, labels: tuple[str, ...]) -> NDArray[np.int64]:
    """Returns label index, kind index and 1 for indeterminate of each image, shape (images, 3).

    `UNKNOWN` stands where the manifest doesn't tell: the kind of what is no toggle, and all that
    an image folder has no column for.
    """
    rows = []
    for sample in images.samples:
        about, kind = sample.metadata, None
        if sample.label != Label.OTHER:
            kind = kind_of(about)
        told = kind is not None or "mixed" in about
        rows.append(
            (
                labels.index(sample.label),
                UNKNOWN if kind is None else KINDS.index(kind),
                int(bool(about.get("mixed"))) if told else UNKNOWN,
            )
        )
    return np.array(rows, np.int64).reshape(-1, 3)


def tells_kinds(targets: NDArray[np.int64]) -> bool:
    """Whether every kind occurs, so that they can be learnt."""
    return set(range(len(KINDS))) <= set(targets[:, KIND].tolist())


def tells_mixed(targets: NDArray[np.int64]) -> bool:
    """Whether there are indeterminate controls and others."""
    return {0, 1} <= set(targets[:, MIXED].tolist())


def loss(
    outputs: torch.Tensor,
    targets: torch.Tensor,
    *,
    labels: int,
    weight: torch.Tensor | None = None,
) -> torch.Tensor:
    """Returns the mean loss of a batch: that of the label, and a part of the other answers'.

    Args:
        outputs: Shape (N, outputs): a logit for each label, then for each kind, then for mixed,
            in as far as the network has them.
        targets: Shape (N, 3), as `targets_of` gives them.
        labels: Number of labels.
        weight: Of each label, shape (labels,).
    """
    total = cross_entropy(outputs[:, :labels], targets[:, LABEL], weight=weight)
    rest = outputs.shape[1] - labels
    if rest >= len(KINDS):
        kinds = outputs[:, labels : labels + len(KINDS)]
        known = targets[:, KIND] != UNKNOWN
        if known.any():
            total = total + _SHARE * cross_entropy(kinds[known], targets[known, KIND])
    if rest % len(KINDS):
        known = targets[:, MIXED] != UNKNOWN
        if known.any():
            truth = targets[known, MIXED].float()
            mixed = binary_cross_entropy_with_logits(outputs[known, -1], truth)
            total = total + _SHARE * mixed
    return total
