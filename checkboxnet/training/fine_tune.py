"""`fine_tune`: from a folder of labelled crops to a weights folder."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from checkboxnet.dataset.read import ImageSet
from checkboxnet.dataset.seen import RECORD, lowest_digests
from checkboxnet.errors import ConfigError, require_package
from checkboxnet.labels import is_name
from checkboxnet.prediction import KINDS
from checkboxnet.training.config import BASE_SHARE, TrainConfig
from checkboxnet.training.run_folder import open_run, require_output
from checkboxnet.weights.registry import DEFAULT, locate

if TYPE_CHECKING:
    import torch
    from torch import nn

    from checkboxnet.evaluation.evaluate import EvaluationReport
    from checkboxnet.model import Model
    from checkboxnet.training.base import Base
    from checkboxnet.training.calibrate import Calibration

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class FineTuneResult:
    """What `fine_tune` returns."""

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
        on_epoch: Called with each row of the history, say by a tracker; by default it is logged.

    Returns:
        The result, whose `model` is ready to predict.

    Raises:
        DatasetError: The images don't suffice for training, or some can't be read.
        ModelNotFoundError: No base of that name.
        OutputExistsError: `output` holds something, and neither `resume` nor `overwrite` is set,
            or what it holds isn't all of a run.
        OutputBusyError: Another process is training into `output`.
        ConfigError: A setting is wrong, or `resume` is asked of a run with other settings.
        MissingExtraError: torch is not installed, as beside `checkboxnet-slim`.

    Examples:
        >>> result = fine_tune("my_crops/", output="runs/my-style")  # doctest: +SKIP
        >>> result.model.predict("crop.png")  # doctest: +SKIP
    """
    require_package("torch")
    from checkboxnet.evaluation.evaluate import evaluate
    from checkboxnet.model import load_model
    from checkboxnet.training.base import Base, load_base
    from checkboxnet.training.images import (
        CropDataset,
        read_all,
        sample_weights,
        set_digest,
        training_and_validation,
    )
    from checkboxnet.training.loop import train
    from checkboxnet.training.targets import tells_kinds, tells_mixed
    from checkboxnet.weights.config import WeightsConfig, outputs_of
    from checkboxnet.weights.write import round_to_stored, write_metrics, write_weights

    config = config or TrainConfig()
    if epochs is not None:
        config = replace(config, epochs=epochs)
    output = Path(output)
    _check_options(config, output, base, name)
    require_output(output, resume=resume, overwrite=overwrite)

    to_train, to_validate = training_and_validation(data, validation, seed=config.seed)
    labels = tuple(label for label, count in to_train.counts().items() if count)
    if config.images_per_epoch is not None:
        sample_weights(to_train)
    sample_weights(to_validate)
    digests = read_all(to_train) | read_all(to_validate)

    initial = base if isinstance(base, Base) else load_base(base)
    if config.size is not None:
        geometry = replace(initial.preprocessing, size=config.size)
        initial = replace(initial, preprocessing=geometry)
    share = _base_share(config, initial, labels)
    config = replace(config, base_share=share)
    train_set, validation_set = (
        CropDataset(images, labels, initial.preprocessing, seed=config.seed)
        for images in (to_train, to_validate)
    )
    known = train_set.all_targets
    kinds, mixed = KINDS if tells_kinds(known) else (), tells_mixed(known)
    network = initial.build(outputs_of(labels, kinds, mixed), dropout=config.dropout)
    start = {name: tensor.clone() for name, tensor in network.state_dict().items()}

    settings = {
        "base": initial.name,
        "base_model": initial.repo_id,
        "labels": list(labels),
        "data": {"train": to_train.counts(), "validation": to_validate.counts()},
        "data_sha256": {
            "train": set_digest(to_train, digests),
            "validation": set_digest(to_validate, digests),
        },
        "config": config.to_dict(),
    }
    with open_run(output, settings, resume=resume, overwrite=overwrite) as run:
        augmentation = config.method.augmentation(config.augment)
        train_set.augmentation = augmentation
        if config.method.augment_validation:
            validation_set.augmentation = augmentation
        state = train(
            network,
            train_set,
            validation_set,
            config,
            run,
            on_epoch or _log_epoch,
            base_temperature=initial.temperature,
        )
        network.cpu().eval().load_state_dict(_mean(state.best, start, share=share))
        round_to_stored(network)
        calibration = _calibrated(network, to_validate, labels, initial, config.batch_size)
        weights_config = WeightsConfig(
            name=name or f"{initial.architecture}.{output.resolve().name}",
            architecture=initial.architecture,
            labels=labels,
            kinds=kinds,
            mixed=mixed,
            preprocessing=initial.preprocessing,
            temperature=calibration.temperature,
            certainty=calibration.certainty,
        )
        write_weights(output, network, weights_config, metrics=settings)
        model = load_model(output)
        figures = evaluate(to_validate, model=model)
        metrics = {
            **settings,
            "calibration": calibration.to_dict(),
            RECORD: lowest_digests([*digests.values(), *initial.images_sha256]),
            "evaluations": {"validation": figures.figures()},
        }
        write_metrics(output, weights_config, metrics)
    return FineTuneResult(
        output=output,
        model=model,
        history=state.history,
        best_epoch=state.best_epoch,
        validation=figures,
        calibration=calibration,
    )


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
    if not isinstance(base, Base):
        locate(base)


def _base_share(config: TrainConfig, base: Base, labels: tuple[str, ...]) -> float:
    knows_labels = set(labels) <= set(base.labels or ())
    if config.base_share is None:
        return BASE_SHARE if knows_labels else 0.0
    if config.base_share and not knows_labels:
        raise ConfigError(
            f"base_share={config.base_share} needs a base with the labels {list(labels)}; "
            f"{base.name} has {list(base.labels or ())}"
        )
    return config.base_share


def _mean(
    trained: dict[str, torch.Tensor], start: dict[str, torch.Tensor], *, share: float
) -> dict[str, torch.Tensor]:
    """Returns the tensors between the trained ones and those at the start."""
    if not share:
        return trained
    return {
        name: tensor.lerp(start[name], share) if tensor.is_floating_point() else tensor
        for name, tensor in trained.items()
    }


def _calibrated(
    network: nn.Module, images: ImageSet, labels: tuple[str, ...], base: Base, batch_size: int
) -> Calibration:
    from checkboxnet.training.calibrate import calibrate
    from checkboxnet.training.images import CropDataset, sample_weights
    from checkboxnet.training.loop import predict_dataset

    dataset = CropDataset(images, labels, base.preprocessing)
    return calibrate(
        predict_dataset(network, dataset, batch_size=batch_size),
        dataset.targets,
        labels,
        weights=np.array(sample_weights(images)),
        base_temperature=base.temperature,
        base=base.certainty,
    )


def _log_epoch(row: dict[str, Any]) -> None:
    message = "epoch %d: validation loss %.4f, accuracy %.4f (%.1f s)"
    figures = (row[key] for key in ("validation_loss", "validation_accuracy", "seconds"))
    logger.info(message, row["epoch"], *figures)
