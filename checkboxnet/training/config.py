"""The settings of one training run."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

from checkboxnet.data.augment import AUGMENTATIONS
from checkboxnet.errors import ConfigError


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
    manifest asks for; None goes through all of them once."""
    batch_size: int = 32
    learning_rate: float = 1e-3
    """Peak of the one-cycle schedule."""
    weight_decay: float = 1e-2
    """AdamW's decoupled weight decay."""
    size: tuple[int, int] | None = None
    """Height and width of the input in pixels; None keeps those of the base."""
    augment: str = "ui"
    """Name in `checkboxnet.data.augment.AUGMENTATIONS`."""
    statistics: Literal["frozen", "trained"] = "frozen"
    """Whether batch norm keeps the base's statistics, which a few hundred images can't better, or
    learns those of the training images."""
    class_weights: bool = False
    """Weighs the loss of each class by N / (classes x images of the class)."""
    keep: Literal["best", "last"] = "best"
    """Which epoch's weights are kept: those of the lowest calibrated validation loss, or the last
    ones, where the validation images are not what the weights are meant for."""
    base_share: float = 0.0
    """Share of the base's own weights in the mean that is kept in the end. Halfway between the two
    the network still knows what the base knew of other images (Wortsman et al. 2022, "Robust
    fine-tuning of zero-shot models"). Goes with labels that the base knows."""
    patience: int | None = None
    """Stops after so many epochs without a lower validation loss; None runs all of them."""
    seed: int = 101
    """Fixes the split, the order, the augmentation and a new classifier's initial values."""
    device: str = "cpu"
    """As torch names it: `cpu`, `cuda`, `mps`."""
    tensorboard: bool = False
    """Writes TensorBoard events beside the metrics (extra `track`)."""

    def __post_init__(self) -> None:
        """Checks every field that has a range."""
        for name, value, low in (
            ("epochs", self.epochs, 0),
            ("images_per_epoch", self.images_per_epoch, 1),
            ("batch_size", self.batch_size, 1),
            ("patience", self.patience, 1),
        ):
            if value is not None and value < low:
                raise ConfigError(f"{name} must be {low} or more, got {value}")
        if self.size is not None and (not _is_pair(self.size) or min(self.size) < 32):
            raise ConfigError(f"size must be height and width, 32 or more, got {self.size}")
        if not 0 < self.learning_rate <= 1:
            raise ConfigError(f"learning_rate must be above 0, at most 1; got {self.learning_rate}")
        if not 0 <= self.weight_decay < 1:
            raise ConfigError(f"weight_decay must be from 0 to below 1, got {self.weight_decay}")
        if self.statistics not in ("frozen", "trained"):
            raise ConfigError(f"statistics must be frozen or trained, got {self.statistics!r}")
        if not 0 <= self.base_share < 1:
            raise ConfigError(f"base_share must be from 0 to below 1, got {self.base_share}")
        if self.keep not in ("best", "last"):
            raise ConfigError(f"keep must be best or last, got {self.keep!r}")
        if self.augment not in AUGMENTATIONS:
            raise ConfigError(f"augment must be one of {sorted(AUGMENTATIONS)}: {self.augment!r}")

    def to_dict(self) -> dict[str, Any]:
        """Returns the settings as a JSON-ready dict."""
        return {**asdict(self), "size": None if self.size is None else list(self.size)}


def _is_pair(value: object) -> bool:
    return isinstance(value, (tuple, list)) and len(value) == 2
