"""How a network is optimised; `checkboxnet.experiments.protocol` has how published runs did it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from checkboxnet.dataset.augment import AUGMENTATIONS, Augmentation
from checkboxnet.report.choices import require_choice

if TYPE_CHECKING:
    from torch import nn
    from torch.optim import Optimizer
    from torch.optim.lr_scheduler import LRScheduler

Kept = Literal["best", "best-uncalibrated", "last"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """The method of `fine_tune`; recipes change its fields, published ones its functions too."""

    fit_classifier_first: bool = True
    """Fits the classifier alone, on features computed once, before the whole network trains."""
    largest_gradient: float | None = 5.0
    """Norm that gradients are cut to: one odd batch must not undo what many have learnt."""
    average: bool = True
    """Validates and keeps a moving average over about the last epoch, instead of the weights that
    the last step left."""
    keep: Kept = "best"
    """Epoch whose weights are kept: that of the lowest validation loss once the temperature is
    fitted, of the lowest plain one, or the last one, where the validation images are not what the
    weights are meant for."""
    augment_validation: bool = False
    """Scores the epochs on augmented validation images, to reproduce results that were got so."""

    def __post_init__(self) -> None:
        """Checks the choice."""
        require_choice("keep", self.keep, get_args(Kept))

    def augmentation(self, name: str) -> Augmentation:
        """Returns the training transforms for `TrainConfig.augment`."""
        return AUGMENTATIONS[name]

    def optimizer_and_schedule(
        self, network: nn.Module, *, learning_rate: float, weight_decay: float, steps: int
    ) -> tuple[Optimizer, LRScheduler]:
        """Returns AdamW and a one-cycle schedule.

        Args:
            network: All its parameters are trained.
            learning_rate: Peak of the schedule.
            weight_decay: Of matrices and kernels; biases and normalisation need none (Goyal et al.
                2017, section 5.3).
            steps: Length of the whole run.
        """
        from torch.optim import AdamW
        from torch.optim.lr_scheduler import OneCycleLR

        parameters = list(network.parameters())
        groups = [
            {"params": [p for p in parameters if p.ndim > 1], "weight_decay": weight_decay},
            {"params": [p for p in parameters if p.ndim <= 1], "weight_decay": 0.0},
        ]
        optimizer = AdamW(groups, lr=learning_rate)
        # One step more than is taken: the schedule computes its next rate ahead.
        return optimizer, OneCycleLR(optimizer, max_lr=learning_rate, total_steps=steps + 1)
