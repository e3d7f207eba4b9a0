"""The training loop: the classifier on cached features first, then the whole network."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn.functional import cross_entropy
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from checkboxnet.report.progress import ProgressBar, track
from checkboxnet.training.calibrate import calibrated_loss
from checkboxnet.training.checkpoints import TrainState
from checkboxnet.training.config import TrainConfig
from checkboxnet.training.images import CropDataset, batches, class_weights
from checkboxnet.training.precision import autocast
from checkboxnet.training.run_folder import CHECKPOINT
from checkboxnet.training.targets import LABEL
from checkboxnet.training.targets import loss as loss_of

Row = dict[str, Any]
T = TypeVar("T")

_UNTRAINED: Row = {"train_loss": None, "train_loss_sum": None, "train_accuracy": None}
"""What is recorded of an epoch's training: the mean over images, the sum over batches of their
means, and the share that was right, each as the network was at the time."""

_HEAD_DRAWS = 4096
"""Images that fit the classifier where images are drawn: enough for a few thousand weights."""

_HEAD_PENALTY = 1e-2
"""L2 pull of the classifier towards where it starts, while it is fitted on cached features."""


def predict_dataset(
    network: nn.Module, dataset: CropDataset, *, batch_size: int = 32, device: str = "cpu"
) -> NDArray[np.float32]:
    """Returns the labels' logits, shape (images, labels), and leaves the network in eval mode."""
    network.eval()
    with torch.inference_mode():
        loader = read_ahead(batches(dataset, batch_size=batch_size))
        outputs = torch.cat([network(inputs.to(device)).float().cpu() for inputs, _ in loader])
    result: NDArray[np.float32] = outputs[:, : len(dataset.labels)].numpy()
    return result


def loss_and_accuracy(
    logits: NDArray[np.float32], targets: NDArray[np.int64]
) -> tuple[float, float]:
    """Returns the mean cross-entropy, and the share of images whose largest logit is right."""
    loss = cross_entropy(torch.from_numpy(logits), torch.from_numpy(targets))
    return float(loss), float((logits.argmax(axis=1) == targets).mean())


def train(
    network: nn.Module,
    train_set: CropDataset,
    validation_set: CropDataset,
    config: TrainConfig,
    folder: Path,
    on_epoch: Callable[[Row], None],
    *,
    base_temperature: float = 1.0,
) -> TrainState:
    """Trains to the end, from the checkpoint in `folder` if there is one.

    Args:
        network: timm's, with the initial weights; is changed.
        train_set: Images to learn from.
        validation_set: Images that choose the epoch.
        config: All settings.
        folder: Gets a checkpoint and the figures after each epoch.
        on_epoch: Called with the figures of each epoch, those before the checkpoint included.
        base_temperature: Of the initial weights, from which a temperature is fitted each epoch.

    Returns:
        The state after the last epoch; `best` are the weights to keep.

    Raises:
        WeightsError: The checkpoint is damaged or belongs to another kind of run.
    """
    # Half again as fast on CPUs, which keep the channels of a pixel in one cache line.
    network = network.to(config.device, memory_format=torch.channels_last)  # type: ignore[call-overload]
    weight = class_weights(train_set).to(config.device) if config.class_weights else None
    resuming = (folder / CHECKPOINT).is_file()
    if config.method.fit_classifier_first and not resuming:
        fit_head(network, train_set, weight, config)
    state = new_state(network, config, images=len(train_set))
    if resuming:
        state.resume(folder, epochs=config.epochs)
        for row in state.history:
            on_epoch(row)
    patience = config.patience or math.inf
    while state.epoch < config.epochs and state.epoch - state.best_epoch < patience:
        epoch, began = state.epoch + 1, time.monotonic()
        trained = _UNTRAINED if epoch == 0 else train_epoch(state, train_set, weight, config)
        validation_set.epoch = epoch
        targets = validation_set.targets
        logits = predict_dataset(
            state.average, validation_set, batch_size=config.batch_size, device=config.device
        )
        loss, accuracy = loss_and_accuracy(logits, targets)
        row = {
            "epoch": epoch,
            **trained,
            "validation_loss": loss,
            "validation_loss_calibrated": calibrated_loss(logits, targets, base=base_temperature),
            "validation_accuracy": accuracy,
            "learning_rate": state.schedule.get_last_lr()[0],
            "seconds": round(time.monotonic() - began, 3),
        }
        state.record(row, folder, keep=config.method.keep)
        on_epoch(row)
    return state


def fit_head(
    network: nn.Module, dataset: CropDataset, weight: torch.Tensor | None, config: TrainConfig
) -> None:
    """Fits the classifier alone, on features computed once: seconds instead of epochs."""
    head: nn.Linear = network.get_classifier()  # type: ignore[operator]
    network.eval()
    features, labels = [], []
    draws = config.images_per_epoch and min(config.images_per_epoch, _HEAD_DRAWS)
    loader = batches(dataset, batch_size=config.batch_size, draws=draws)
    with torch.no_grad():
        for inputs, targets in track(read_ahead(loader), "features", total=len(loader)):
            maps = network.forward_features(inputs.to(config.device))  # type: ignore[operator]
            features.append(network.forward_head(maps, pre_logits=True))  # type: ignore[operator]
            labels.append(targets.to(config.device))
    inputs, targets = torch.cat(features), torch.cat(labels)
    start = head.weight.detach().clone()
    optimizer = torch.optim.LBFGS(head.parameters(), max_iter=200, line_search_fn="strong_wolfe")

    def closure() -> float:
        optimizer.zero_grad()
        loss = loss_of(head(inputs), targets, labels=len(dataset.labels), weight=weight)
        loss = loss + _HEAD_PENALTY * (head.weight - start).square().sum()
        loss.backward()  # type: ignore[no-untyped-call]
        return float(loss.detach())

    optimizer.step(closure)  # type: ignore[no-untyped-call]


def new_state(network: nn.Module, config: TrainConfig, *, images: int) -> TrainState:
    """Returns optimizer, schedule and moving average as they begin, for so many training images."""
    steps_per_epoch = -(-(config.images_per_epoch or images) // config.batch_size)
    optimizer, schedule = config.method.optimizer_and_schedule(
        network,
        learning_rate=config.learning_rate,
        weight_decay=config.weight_decay,
        steps=config.epochs * steps_per_epoch,
    )
    # Averages over about the last epoch, however long an epoch is; without decay it is a copy.
    decay = 1 - 1 / max(4, steps_per_epoch) if config.method.average else 0.0
    averaging = get_ema_multi_avg_fn(decay)  # type: ignore[no-untyped-call]
    return TrainState(
        network=network,
        average=AveragedModel(network, multi_avg_fn=averaging, use_buffers=True),
        optimizer=optimizer,
        schedule=schedule,
    )


def train_epoch(
    state: TrainState, dataset: CropDataset, weight: torch.Tensor | None, config: TrainConfig
) -> Row:
    """Trains the whole network for one epoch and returns the figures of `_UNTRAINED`."""
    network, epoch = state.network, state.epoch + 1
    dataset.epoch = epoch
    network.train()
    if config.statistics == "frozen":
        _freeze_statistics(network)
    loss_sum, batch_losses, right, seen = 0.0, 0.0, 0.0, 0
    loader = batches(
        dataset, batch_size=config.batch_size, shuffle=True, draws=config.images_per_epoch
    )
    precision = autocast(network, config)
    # What draws from torch's random numbers must not do so beside the dropout.
    in_step = dataset.augmentation.draws_from_torch
    with (
        torch.random.fork_rng(devices=[]),
        ProgressBar(f"epoch {epoch}/{config.epochs}", total=len(loader)) as bar,
    ):
        torch.manual_seed(config.seed + epoch)  # for dropout
        for inputs, targets in loader if in_step else read_ahead(loader):
            inputs, targets = inputs.to(config.device), targets.to(config.device)
            with precision:
                outputs = network(inputs).float()
            loss = loss_of(outputs, targets, labels=len(dataset.labels), weight=weight)
            state.step(loss, largest_gradient=config.method.largest_gradient)
            batch_losses += float(loss.detach())
            loss_sum += float(loss.detach()) * len(targets)
            predicted = outputs[:, : len(dataset.labels)].argmax(dim=1)
            right += int((predicted == targets[:, LABEL]).sum())
            seen += len(targets)
            bar.advance(note=f"loss {loss_sum / seen:.3f}  accuracy {right / seen:.3f}")
    return dict(zip(_UNTRAINED, (loss_sum / seen, batch_losses, right / seen), strict=True))


def read_ahead(loader: Iterable[T]) -> Iterator[T]:
    """Yields the loader's batches, reading the next one while the caller works on the last."""
    batches_left = iter(loader)
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="reading") as reader:
        coming = reader.submit(next, batches_left, None)
        while (batch := coming.result()) is not None:
            coming = reader.submit(next, batches_left, None)
            yield batch


def _freeze_statistics(network: nn.Module) -> None:
    """Lets batch norm go on using the base's statistics.

    A few hundred images, or the few batches of a short run, give worse ones, and the classifier
    was fitted on features made with the base's.
    """
    for module in network.modules():
        if isinstance(module, nn.modules.batchnorm._BatchNorm):
            module.eval()
