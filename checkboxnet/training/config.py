"""The settings of one training run, and the method by which it optimises."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, Literal, get_args

from checkboxnet.dataset.augment import AUGMENTATIONS, Augmentation
from checkboxnet.errors import ConfigError, require_choice

if TYPE_CHECKING:
    from torch import nn
    from torch.optim import Optimizer
    from torch.optim.lr_scheduler import LRScheduler

BASE_SHARE = 0.5
"""Share of the base's weights that a fine-tune keeps by default."""

Statistics = Literal["frozen", "trained"]
Precision = Literal["float32", "bfloat16"]
Kept = Literal["best", "best-uncalibrated", "last"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """Optimiser, schedule and selection of the epoch; the defaults are what `fine_tune` does.

    `checkboxnet.experiments.protocol` replaces the functions too, to repeat published runs.
    """

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


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainConfig:
    """Settings of one training run, checked when made.

    Raises:
        ConfigError: A value is out of range; the message names the field.
    """

    epochs: int = 20
    """Passes over the training images with the whole network. 0 trains the classifier alone."""
    images_per_epoch: int | None = None
    """Images drawn with replacement for each epoch, as often as the `weight` column of their
    manifest asks for; None goes through all of them once. In validation images that column says
    how much they count in the calibration."""
    batch_size: int = 32
    learning_rate: float = 1e-3
    """Peak of the one-cycle schedule."""
    weight_decay: float = 1e-2
    """Decoupled from the gradient, as AdamW does it."""
    dropout: float = 0.2
    """Share of the features that are dropped before the classifier."""
    size: tuple[int, int] | None = None
    """Height and width of the input in pixels; None keeps those of the base."""
    augment: str = "ui"
    """Name in `checkboxnet.dataset.augment.AUGMENTATIONS`."""
    statistics: Statistics = "frozen"
    """Whether batch norm keeps the base's statistics, which a few hundred images can't better, or
    learns those of the training images."""
    class_weights: bool = False
    """Weighs the loss of each class by N / (classes x images of the class)."""
    base_share: float | None = None
    """Share of the base's own weights in the mean that is kept in the end. Halfway between the two
    the network still knows what the base knew of other images (Wortsman et al. 2022, "Robust
    fine-tuning of zero-shot models"). None stands for `BASE_SHARE` where the base knows the labels,
    else for 0; another share than 0 needs such a base."""
    patience: int | None = None
    """Stops after so many epochs without a lower validation loss; None runs all of them."""
    seed: int = 101
    """Fixes the split, the order, the augmentation and a new classifier's initial values."""
    device: str = "cpu"
    """As torch names it: `cpu`, `cuda`, `mps`."""
    precision: Precision = "float32"
    """Of the training passes; weights are kept and validated in float32. bfloat16 is up to twice
    as fast on processors that have it (AVX-512 BF16, AMX) and on GPUs, and slower on others."""
    method: Method = field(default_factory=Method)
    """Optimiser, schedule, and which epoch is kept. Only recipes change it."""

    def __post_init__(self) -> None:
        """Checks every field that has a range."""
        lowest = {"epochs": 0, "images_per_epoch": 1, "batch_size": 1, "patience": 1}
        for name, low in lowest.items():
            value = getattr(self, name)
            if value is not None and value < low:
                raise ConfigError(f"{name} must be {low} or more, got {value}")
        size: object = self.size
        if size is not None and not (
            isinstance(size, (tuple, list)) and len(size) == 2 and min(size) >= 32
        ):
            raise ConfigError(f"size must be height and width, 32 or more, got {size}")
        if not 0 < self.learning_rate <= 1:
            raise ConfigError(f"learning_rate must be above 0, at most 1; got {self.learning_rate}")
        for name in ("dropout", "weight_decay", "base_share"):
            value = getattr(self, name)
            if value is not None and not 0 <= value < 1:
                raise ConfigError(f"{name} must be from 0 to below 1, got {value}")
        require_choice("statistics", self.statistics, get_args(Statistics))
        require_choice("precision", self.precision, get_args(Precision))
        require_choice("augment", self.augment, AUGMENTATIONS)

    def to_dict(self) -> dict[str, Any]:
        """Returns the settings as a JSON-ready dict."""
        return {
            **asdict(self),
            "size": None if self.size is None else list(self.size),
            "method": {"name": type(self.method).__name__, **asdict(self.method)},
        }
