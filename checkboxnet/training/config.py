"""The settings of one training run."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any, Literal, get_args

from checkboxnet.dataset.augment import AUGMENTATIONS
from checkboxnet.errors import ConfigError
from checkboxnet.report.choices import require_choice
from checkboxnet.training.method import Method

BASE_SHARE = 0.5
"""Share of the base's weights that a fine-tune keeps by default."""

Statistics = Literal["frozen", "trained"]


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
    method: Method = field(default_factory=Method)
    """Optimiser, schedule, and which epoch is kept. Only recipes change it."""

    def __post_init__(self) -> None:
        """Checks every field that has a range."""
        lowest = {"epochs": 0, "images_per_epoch": 1, "batch_size": 1, "patience": 1}
        for name, low in lowest.items():
            value = getattr(self, name)
            if value is not None and value < low:
                raise ConfigError(f"{name} must be {low} or more, got {value}")
        if self.size is not None and (not _is_pair(self.size) or min(self.size) < 32):
            raise ConfigError(f"size must be height and width, 32 or more, got {self.size}")
        if not 0 < self.learning_rate <= 1:
            raise ConfigError(f"learning_rate must be above 0, at most 1; got {self.learning_rate}")
        for name in ("dropout", "weight_decay", "base_share"):
            value = getattr(self, name)
            if value is not None and not 0 <= value < 1:
                raise ConfigError(f"{name} must be from 0 to below 1, got {value}")
        require_choice("statistics", self.statistics, get_args(Statistics))
        require_choice("augment", self.augment, AUGMENTATIONS)

    def to_dict(self) -> dict[str, Any]:
        """Returns the settings as a JSON-ready dict."""
        return {**asdict(self), "size": None if self.size is None else list(self.size)}


def _is_pair(value: object) -> bool:
    return isinstance(value, (tuple, list)) and len(value) == 2
