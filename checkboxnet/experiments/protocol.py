"""How the documented experiments trained, where that differs from what `fine_tune` does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from torch import nn
from torch.optim import SGD, Optimizer, RMSprop
from torch.optim.lr_scheduler import ConstantLR, LRScheduler

from checkboxnet.dataset.augment import Augmentation
from checkboxnet.experiments.photographic import photographic
from checkboxnet.training.method import Kept, Method

LOOKAHEAD_STEPS, LOOKAHEAD_RATE = 5, 0.5
"""k and α of Zhang et al. 2019, "Lookahead Optimizer: k steps forward, 1 step back"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedMethod(Method):
    """A constant learning rate, and torch's defaults for all that the report leaves open."""

    fit_classifier_first: bool = False
    largest_gradient: float | None = None
    average: bool = False
    keep: Kept = "best-uncalibrated"
    optimizer: Literal["sgd", "rmsprop", "lookahead-rmsprop"]
    momentum: float = 0.0
    smoothing: float = 0.99
    """RMSprop's decay of the squared gradients (torch's `alpha`)."""
    transforms: Literal["none", "autoaugment", "photographic"] = "none"
    """Augmentation; see `checkboxnet.experiments.photographic.pipeline`."""

    def augmentation(self, name: str) -> Augmentation:
        """Returns `transforms`, or those of that name if there are none."""
        if self.transforms == "none":
            return Method.augmentation(self, name)
        return photographic(self.transforms)

    def optimizer_and_schedule(
        self, network: nn.Module, *, learning_rate: float, weight_decay: float, steps: int
    ) -> tuple[Optimizer, LRScheduler]:
        """Returns the optimizer over all parameters, and a schedule that changes nothing."""
        optimizer: Optimizer
        if self.optimizer == "sgd":
            optimizer = SGD(
                network.parameters(),
                lr=learning_rate,
                momentum=self.momentum,
                weight_decay=weight_decay,
            )
        else:
            optimizer = RMSprop(
                network.parameters(),
                lr=learning_rate,
                alpha=self.smoothing,
                momentum=self.momentum,
                weight_decay=weight_decay,
            )
        if self.optimizer == "lookahead-rmsprop":
            from timm.optim.lookahead import Lookahead

            # timm's slow weights begin with the first k steps instead of the initial weights,
            # which is one step back less than in the paper.
            optimizer = Lookahead(optimizer, alpha=LOOKAHEAD_RATE, k=LOOKAHEAD_STEPS)  # type: ignore[no-untyped-call]
        return optimizer, ConstantLR(optimizer, factor=1.0)
