"""The settings of one training run."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal, get_args, get_origin, get_type_hints

from checkboxnet.dataset.augment import AUGMENTATIONS
from checkboxnet.errors import ConfigError, require_choice

BASE_SHARE = 0.5
"""Share of the base's weights that a fine-tune keeps by default."""


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
    optimizer: Literal["adamw", "sgd", "rmsprop", "lookahead-rmsprop"] = "adamw"
    schedule: Literal["one-cycle", "constant"] = "one-cycle"
    learning_rate: float = 1e-3
    """Peak of the one-cycle schedule, or constant."""
    weight_decay: float = 1e-2
    """Decoupled from the gradient in AdamW, an L2 penalty in the others."""
    momentum: float = 0.0
    """Of `sgd`, `rmsprop` and `lookahead-rmsprop`, in all schedules. AdamW's is its first beta,
    which the one-cycle schedule takes from 0.95 to 0.85 and back."""
    smoothing: float = 0.99
    """RMSprop's decay of the squared gradients (torch's `alpha`)."""
    dropout: float = 0.2
    """Share of the features that are dropped before the classifier."""
    size: tuple[int, int] | None = None
    """Height and width of the input in pixels; None keeps those of the base."""
    augment: str = "ui"
    """Name in `checkboxnet.dataset.augment.AUGMENTATIONS`."""
    augment_validation: bool = False
    """Scores the epochs on augmented validation images. Only to reproduce results that were got
    so: what chooses an epoch should be what is predicted later."""
    statistics: Literal["frozen", "trained"] = "frozen"
    """Whether batch norm keeps the base's statistics, which a few hundred images can't better, or
    learns those of the training images."""
    class_weights: bool = False
    """Weighs the loss of each class by N / (classes x images of the class)."""
    largest_gradient: float | None = 5.0
    """Norm that gradients are cut to: one odd batch must not undo what many have learnt."""
    fit_classifier_first: bool = True
    """Fits the classifier alone, on features computed once, before the whole network trains."""
    average: bool = True
    """Validates and keeps a moving average over about the last epoch, instead of the weights that
    the last step left."""
    keep: Literal["best", "best-uncalibrated", "last"] = "best"
    """Which epoch's weights are kept: those of the lowest validation loss once the temperature is
    fitted, of the lowest plain one, or the last ones, where the validation images are not what the
    weights are meant for."""
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
        for name in ("momentum", "smoothing", "dropout", "weight_decay", "base_share"):
            value = getattr(self, name)
            if value is not None and not 0 <= value < 1:
                raise ConfigError(f"{name} must be from 0 to below 1, got {value}")
        for name, kind in get_type_hints(type(self)).items():
            if get_origin(kind) is Literal:
                require_choice(name, getattr(self, name), get_args(kind))
        if self.largest_gradient is not None and self.largest_gradient <= 0:
            raise ConfigError(f"largest_gradient must be above 0, got {self.largest_gradient}")
        require_choice("augment", self.augment, AUGMENTATIONS)

    def to_dict(self) -> dict[str, Any]:
        """Returns the settings as a JSON-ready dict."""
        return {**asdict(self), "size": None if self.size is None else list(self.size)}


def _is_pair(value: object) -> bool:
    return isinstance(value, (tuple, list)) and len(value) == 2
