"""`fine_tune`: from a folder of labelled crops to a weights folder."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from checkboxnet.dataset.read import ImageSet, read_images, require_classes, require_readable
from checkboxnet.dataset.seen import RECORD, lowest_digests
from checkboxnet.dataset.split import split
from checkboxnet.errors import ConfigError, DatasetError, MissingExtraError
from checkboxnet.labels import STANDARD_LABELS, is_name
from checkboxnet.report.files import sha256, sole_writer
from checkboxnet.training.config import BASE_SHARE, TrainConfig
from checkboxnet.training.run_folder import (
    prepare_output,
    record_settings,
    removed_without_checkpoint,
    require_output,
)
from checkboxnet.weights.registry import DEFAULT, locate

if TYPE_CHECKING:
    import torch
    from torch import nn
    from torch.utils.tensorboard import SummaryWriter

    from checkboxnet.evaluation.evaluate import EvaluationReport
    from checkboxnet.model import Model
    from checkboxnet.training.base import Base
    from checkboxnet.training.calibrate import Calibration

logger = logging.getLogger(__name__)

_VALIDATION_SHARE = 0.15


@dataclass(frozen=True, slots=True, kw_only=True)
class FineTuneResult:
    """What `fine_tune` leaves behind."""

    output: Path
    """The weights folder, with the run's records under `training/`."""
    model: Model
    """The weights, loaded."""
    history: list[dict[str, Any]]
    """One row per epoch: losses, accuracies, learning rate, seconds. Row 0 is the state after
    the classifier alone was fitted."""
    best_epoch: int
    """The epoch whose weights were kept."""
    validation: EvaluationReport
    """Figures on the validation images, which chose the epoch and the calibration."""
    calibration: Calibration
    """Temperature and thresholds, where they come from, and by how many images."""


def fine_tune(
    data: str | os.PathLike[str] | ImageSet,
    *,
    output: str | os.PathLike[str],
    base: str | os.PathLike[str] | Base = DEFAULT,
    validation: str | os.PathLike[str] | None = None,
    epochs: int | None = None,
    config: TrainConfig | None = None,
    name: str | None = None,
    resume: bool = False,
    overwrite: bool = False,
    on_epoch: Callable[[dict[str, Any]], None] | None = None,
) -> FineTuneResult:
    """Trains on labelled crops and returns the weights that did best on validation images.

    The classifier is first fitted on features computed once, then the whole network trains with
    AdamW under a one-cycle schedule; a moving average of the weights is what is validated and
    kept. On the CPU the same seed gives the same numbers.

    All that can be is checked before `output` is made; if it fails before the first checkpoint,
    nothing is left there.

    Args:
        data: A folder with one subfolder per label, a folder with `train` and `val` subfolders
            of those, a manifest (`.csv`, `.jsonl`) with `path`, `label` and perhaps `split`, or
            images already read.
            Rows and folders of a test split are never used. Labels are the three standard ones or
            some of them (`on`, `off`, `ticked`… are understood), or a set of your own.
        output: The folder to write.
        base: What to start from: whatever `load_model` takes, or a timm model as its Hub
            repository (`timm/efficientnet_b0.ra_in1k`) or local folder; or a `Base`.
        validation: Labelled images to choose epoch and calibration by. By default those that
            `data` marks as such, else 15 % of `data`, kept apart by label and without
            near-duplicates on both sides.
        epochs: Short for `config=TrainConfig(epochs=…)`.
        config: All other settings.
        name: `architecture.tag` to record; by default made from architecture and output folder.
        resume: Goes on with an interrupted run of the same settings, and ends with the numbers
            of an unbroken one. A finished run is finished again at once.
        overwrite: Replaces an earlier run in `output`.
        on_epoch: Called with each row of the history.

    Returns:
        The result, whose `model` is ready to predict.

    Raises:
        DatasetError: The images don't suffice for training, or some can't be read.
        ModelNotFoundError: No base of that name.
        OutputExistsError: `output` holds something, and neither `resume` nor `overwrite` is set,
            or what it holds isn't all of a run.
        OutputBusyError: Another process is training into `output`.
        ConfigError: A setting is wrong, or `resume` is asked of a run with other settings.
        MissingExtraError: TensorBoard is asked for, and is not installed.

    Examples:
        >>> result = fine_tune("my_crops/", output="runs/my-style")  # doctest: +SKIP
        >>> result.model.predict("crop.png")  # doctest: +SKIP
    """
    config = config or TrainConfig()
    if epochs is not None:
        config = replace(config, epochs=epochs)
    output = Path(output)

    from checkboxnet.training.base import Base, load_base

    _check_options(config, output, base, name)
    require_output(output, resume=resume, overwrite=overwrite)
    train, held_out = _training_and_validation(data, validation, seed=config.seed)
    labels = _label_order(train)
    _check_images(train, held_out, config)
    initial = (base if isinstance(base, Base) else load_base(base)).with_size(config.size)
    knows_labels = set(labels) <= set(initial.labels or ())
    if config.base_share is None:
        config = replace(config, base_share=BASE_SHARE if knows_labels else 0.0)
    elif config.base_share and not knows_labels:
        raise ConfigError(
            f"base_share={config.base_share} needs a base with the labels {list(labels)}; "
            f"{initial.name} has {list(initial.labels or ())}"
        )
    network = initial.build(labels, dropout=config.dropout)
    digests = {"train": _file_digests(train), "validation": _file_digests(held_out)}
    settings = {
        "base": initial.name,
        "base_model": initial.repo_id,
        "labels": list(labels),
        "data": {"train": train.counts(), "validation": held_out.counts()},
        "data_sha256": {
            "train": _digest(train, digests["train"]),
            "validation": _digest(held_out, digests["validation"]),
        },
        "config": config.to_dict(),
    }
    run = prepare_output(output, resume=resume, overwrite=overwrite)
    with sole_writer(run), removed_without_checkpoint(run):
        record_settings(run, settings)
        name = name or f"{initial.architecture}.{output.resolve().name}"
        seen = lowest_digests(chain(*digests.values(), initial.images_sha256))
        return _Run(initial, labels, settings, config, run, seen).train(
            network, train, held_out, name, on_epoch or _log_epoch
        )


class _Run:
    """One call of `fine_tune`, once its inputs are known to be good."""

    def __init__(
        self,
        base: Base,
        labels: tuple[str, ...],
        settings: dict[str, Any],
        config: TrainConfig,
        folder: Path,
        seen: list[str],
    ) -> None:
        self.base, self.labels, self.settings, self.seen = base, labels, settings, seen
        self.config, self.folder = config, folder

    def train(
        self,
        network: nn.Module,
        train: ImageSet,
        held_out: ImageSet,
        name: str,
        on_epoch: Callable[[dict[str, Any]], None],
    ) -> FineTuneResult:
        from checkboxnet.model import load_model
        from checkboxnet.training.crop_dataset import CropDataset
        from checkboxnet.training.loop import Trainer

        config, preprocessing = self.config, self.base.preprocessing
        start = {name: tensor.clone() for name, tensor in network.state_dict().items()}
        train_set = CropDataset(
            train, self.labels, preprocessing, augment=config.augment, seed=config.seed
        )
        validation_set = CropDataset(
            held_out,
            self.labels,
            preprocessing,
            augment=config.augment if config.augment_validation else "none",
            seed=config.seed,
        )
        report = _TensorBoard(self.folder, on_epoch) if config.tensorboard else on_epoch
        trainer = Trainer(
            network,
            train_set,
            validation_set,
            config,
            self.folder,
            base_temperature=self.base.temperature,
        )
        best = trainer.run(report)
        if config.base_share:
            best.load_state_dict(_mean(best.state_dict(), start, share=config.base_share))
        validation, calibration = self._write(best, held_out, name)
        return FineTuneResult(
            output=self.folder.parent,
            model=load_model(self.folder.parent),
            history=trainer.history,
            best_epoch=trainer.state.best_epoch,
            validation=validation,
            calibration=calibration,
        )

    def _write(
        self, network: Any, held_out: ImageSet, name: str
    ) -> tuple[EvaluationReport, Calibration]:
        from checkboxnet.evaluation.evaluate import evaluate
        from checkboxnet.model import load_model
        from checkboxnet.training.calibrate import calibrate
        from checkboxnet.training.crop_dataset import CropDataset, sample_weights
        from checkboxnet.training.loop import predict_dataset
        from checkboxnet.weights.config import WeightsConfig
        from checkboxnet.weights.write import round_to_stored, write_metrics, write_weights

        round_to_stored(network)
        validation_set = CropDataset(held_out, self.labels, self.base.preprocessing)
        outcome = predict_dataset(network, validation_set, replace(self.config, device="cpu"))
        weights = np.array(sample_weights(held_out))
        calibration = calibrate(
            outcome.logits,
            outcome.targets,
            self.labels,
            weights=weights,
            base_temperature=self.base.temperature,
            base=self.base.certainty,
        )
        config = WeightsConfig(
            name=name,
            architecture=self.base.architecture,
            labels=self.labels,
            preprocessing=self.base.preprocessing,
            temperature=calibration.temperature,
            certainty=calibration.certainty,
        )
        write_weights(self.folder.parent, network, config, metrics=self.settings)
        model = load_model(self.folder.parent)
        report = evaluate(held_out, model=model)
        metrics = {
            **self.settings,
            "calibration": calibration.to_dict(),
            RECORD: self.seen,
            "evaluations": {"validation": report.figures()},
        }
        write_metrics(self.folder.parent, config, metrics)
        return report, calibration


def _mean(
    trained: dict[str, torch.Tensor], start: dict[str, torch.Tensor], *, share: float
) -> dict[str, torch.Tensor]:
    """Returns the tensors between the trained ones and those at the start."""
    return {
        name: tensor.lerp(start[name], share) if tensor.is_floating_point() else tensor
        for name, tensor in trained.items()
    }


def _check_options(
    config: TrainConfig, output: Path, base: str | os.PathLike[str] | Base, name: str | None
) -> None:
    """Raises what would only show once the images are read, or the training is done."""
    from checkboxnet.inference.torch_runtime import require_device
    from checkboxnet.training.base import Base

    if not is_name(output.resolve().name if name is None else name):
        raise ConfigError(
            f"name must be text on one line, say my_net.my_style; got {name!r} for {str(output)!r}"
        )
    require_device(config.device)
    if config.tensorboard:
        _import_summary_writer()
    if not isinstance(base, Base):
        locate(base)


def _check_images(train: ImageSet, held_out: ImageSet, config: TrainConfig) -> None:
    """Raises what the training or the calibration would stumble over."""
    from checkboxnet.training.crop_dataset import sample_weights

    if config.images_per_epoch is not None:
        sample_weights(train)
    sample_weights(held_out)
    require_readable(train)
    require_readable(held_out)


def _training_and_validation(
    data: str | os.PathLike[str] | ImageSet,
    validation: str | os.PathLike[str] | None,
    *,
    seed: int,
) -> tuple[ImageSet, ImageSet]:
    images = data if isinstance(data, ImageSet) else read_images(data)
    if validation is not None:
        train = images.select("train") if "train" in images.splits else images
        held_out = read_images(validation)
        if "val" in held_out.splits:
            held_out = held_out.select("val")
    else:
        if not images.splits:
            share = _VALIDATION_SHARE
            images = split(images, fractions=(1 - share, share, 0.0), seed=seed)
        train, held_out = images.select("train"), images.select("val")
    require_classes(train)
    unknown = sorted(set(held_out.labels) - set(train.labels))
    if unknown:
        raise DatasetError(
            f"{held_out.root}: validation labels {unknown} don't occur among the training images"
        )
    return train, held_out


def _label_order(images: ImageSet) -> tuple[str, ...]:
    present = [label for label, count in images.counts().items() if count]
    if set(present) <= set(STANDARD_LABELS):
        return tuple(label for label in STANDARD_LABELS if label in present)
    return tuple(present)


def _file_digests(images: ImageSet) -> list[str]:
    return [sha256(sample.path.read_bytes()) for sample in images.samples]


def _digest(images: ImageSet, files: Sequence[str]) -> str:
    """Returns a digest of the images' content and labels, wherever the files lie."""
    rows = sorted(
        f"{file} {sample.label} {sample.metadata.get('weight', '')}".rstrip()
        for file, sample in zip(files, images.samples, strict=True)
    )
    return sha256("\n".join(rows).encode())


def _log_epoch(row: dict[str, Any]) -> None:
    trained = "" if row["train_loss"] is None else f"train loss {row['train_loss']:.4f}, "
    logger.info(
        "epoch %d: %svalidation loss %.4f, accuracy %.4f (%.1f s)",
        row["epoch"],
        trained,
        row["validation_loss"],
        row["validation_accuracy"],
        row["seconds"],
    )


class _TensorBoard:
    """Writes each row to TensorBoard, then passes it on."""

    def __init__(self, folder: Path, then: Callable[[dict[str, Any]], None]) -> None:
        self.writer = _import_summary_writer()(str(folder))
        self.then = then

    def __call__(self, row: dict[str, Any]) -> None:
        for key, value in row.items():
            if key != "epoch" and value is not None:
                self.writer.add_scalar(key, value, row["epoch"])
        self.writer.flush()
        self.then(row)


def _import_summary_writer() -> type[SummaryWriter]:
    try:
        from torch.utils.tensorboard import SummaryWriter
    except ImportError as error:
        raise MissingExtraError("tensorboard", "track") from error
    return SummaryWriter
