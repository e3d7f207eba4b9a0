"""The training loop: head on cached features first, then the whole network."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn.functional import cross_entropy
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from checkboxnet.report.files import write_text
from checkboxnet.report.progress import ProgressBar, track
from checkboxnet.training.calibrate import calibrated_loss
from checkboxnet.training.checkpoints import TrainState, load_tensors, save_tensors
from checkboxnet.training.config import TrainConfig
from checkboxnet.training.crop_dataset import CropDataset, batches
from checkboxnet.training.optimizers import build_optimizer, build_schedule
from checkboxnet.training.run_folder import (
    BEST_CHECKPOINT,
    LAST_CHECKPOINT,
    METRICS_LOG,
    read_log,
)

logger = logging.getLogger(__name__)

Batch = tuple[torch.Tensor, torch.Tensor]

_UNTRAINED = {"train_loss": None, "train_loss_sum": None, "train_accuracy": None}
"""What is recorded of an epoch's training: the mean over images, the sum over batches of their
means, and the share that was right, each as the network was at the time."""

_HEAD_DRAWS = 4096
"""Where images are drawn: as many as a classifier of a few thousand weights can learn from."""

_HEAD_PENALTY = 1e-2
"""L2 pull of the classifier towards where it starts, while it is fitted on cached features."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """What a network makes of a dataset."""

    logits: NDArray[np.float32]
    """Shape (N, labels)."""
    targets: NDArray[np.int64]
    """Label indices, shape (N,)."""
    loss: float
    """Mean cross-entropy."""

    @property
    def accuracy(self) -> float:
        """Share of images whose largest logit is the target's."""
        return float((self.logits.argmax(axis=1) == self.targets).mean())


def predict_dataset(network: nn.Module, dataset: CropDataset, config: TrainConfig) -> Evaluation:
    """Returns logits and loss over a dataset, in eval mode, leaving the mode as it was."""
    was_training = network.training
    network.eval()
    outputs = []
    with torch.inference_mode():
        for inputs, _ in _one_ahead(batches(dataset, batch_size=config.batch_size)):
            outputs.append(network(inputs.to(config.device)).float().cpu())
    network.train(was_training)
    logits = torch.cat(outputs)
    targets = torch.tensor(dataset.targets)
    return Evaluation(
        logits=logits.numpy(),
        targets=targets.numpy(),
        loss=float(cross_entropy(logits, targets)),
    )


def fit_head(
    network: nn.Module,
    dataset: CropDataset,
    weight: torch.Tensor | None,
    config: TrainConfig,
) -> None:
    """Fits the classifier alone, on features computed once: seconds instead of epochs."""
    head: nn.Linear = network.get_classifier()  # type: ignore[operator]
    network.eval()
    features, labels = [], []
    draws = config.images_per_epoch and min(config.images_per_epoch, _HEAD_DRAWS)
    loader = batches(dataset, batch_size=config.batch_size, draws=draws)
    with torch.no_grad():
        for inputs, targets in track(_one_ahead(loader), "features", total=len(loader)):
            maps = network.forward_features(inputs.to(config.device))  # type: ignore[operator]
            features.append(network.forward_head(maps, pre_logits=True))  # type: ignore[operator]
            labels.append(targets.to(config.device))
    inputs, targets = torch.cat(features), torch.cat(labels)
    start = head.weight.detach().clone()
    optimizer = torch.optim.LBFGS(head.parameters(), max_iter=200, line_search_fn="strong_wolfe")

    def closure() -> float:
        optimizer.zero_grad()
        loss = cross_entropy(head(inputs), targets, weight=weight)
        loss = loss + _HEAD_PENALTY * (head.weight - start).square().sum()
        loss.backward()  # type: ignore[no-untyped-call]
        return float(loss.detach())

    optimizer.step(closure)  # type: ignore[no-untyped-call]


def new_state(network: nn.Module, config: TrainConfig, *, steps_per_epoch: int) -> TrainState:
    """Returns optimizer, schedule and moving average at their beginning."""
    optimizer = build_optimizer(network, config)
    # Averages over about the last epoch, however long an epoch is; without decay it is a copy.
    decay = 1 - 1 / max(4, steps_per_epoch) if config.average else 0.0
    averaging = get_ema_multi_avg_fn(decay)  # type: ignore[no-untyped-call]
    return TrainState(
        network=network,
        average=AveragedModel(network, multi_avg_fn=averaging, use_buffers=True),
        optimizer=optimizer,
        schedule=build_schedule(optimizer, config, steps=config.epochs * steps_per_epoch),
    )


class Trainer:
    """Runs the epochs of one run folder; made again on the same folder, it goes on."""

    def __init__(
        self,
        network: nn.Module,
        train: CropDataset,
        validation: CropDataset,
        config: TrainConfig,
        folder: Path,
        *,
        base_temperature: float = 1.0,
    ) -> None:
        """Resumes from the last checkpoint in `folder`, or fits the classifier and starts."""
        self.train_set, self.validation_set = train, validation
        self.config, self.folder = config, folder
        self.base_temperature = base_temperature
        # Half again as fast on CPUs, which keep the channels of a pixel in one cache line.
        self.network = network.to(config.device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.weight = class_weights(train).to(config.device) if config.class_weights else None
        steps = -(-(config.images_per_epoch or len(train)) // config.batch_size)
        last = folder / LAST_CHECKPOINT
        resuming = last.is_file()
        if config.fit_classifier_first and not resuming:
            fit_head(self.network, train, self.weight, config)
        self.state = new_state(self.network, config, steps_per_epoch=steps)
        if resuming:
            self.state.load(last)
            # A kill between the log and the checkpoint leaves one row too many.
            rows = read_log(folder / METRICS_LOG)
            self.history = [row for row in rows if row["epoch"] <= self.state.epoch]
            logger.info("resuming after epoch %d of %d", self.state.epoch, config.epochs)
        else:
            self.history = []
            self._finish_epoch(0, _UNTRAINED, began=time.monotonic())

    def run(self, on_epoch: Callable[[dict[str, Any]], None]) -> nn.Module:
        """Trains to the end and returns the network of the best epoch, on the CPU."""
        for row in self.history:
            on_epoch(row)
        config = self.config
        while self.state.epoch < config.epochs and not self._out_of_patience():
            epoch = self.state.epoch + 1
            began = time.monotonic()
            self._finish_epoch(epoch, self._train_epoch(epoch), began=began)
            on_epoch(self.history[-1])
        tensors, _ = load_tensors(self.folder / BEST_CHECKPOINT)
        self.network.load_state_dict(tensors)
        best: nn.Module = self.network.cpu().eval()
        return best

    def _out_of_patience(self) -> bool:
        patience = self.config.patience
        return patience is not None and self.state.epoch - self.state.best_epoch >= patience

    def _train_epoch(self, epoch: int) -> dict[str, float | None]:
        self.train_set.epoch = epoch
        self.network.train()
        if self.config.statistics == "frozen":
            _freeze_statistics(self.network)
        device, largest = self.config.device, self.config.largest_gradient
        loss_sum, batch_losses, right, seen = 0.0, 0.0, 0.0, 0
        loader = batches(
            self.train_set,
            batch_size=self.config.batch_size,
            shuffle=True,
            draws=self.config.images_per_epoch,
        )
        with (
            torch.random.fork_rng(devices=[]),
            ProgressBar(f"epoch {epoch}/{self.config.epochs}", total=len(loader)) as bar,
        ):
            torch.manual_seed(self.config.seed + epoch)  # for dropout
            # What draws from torch's random numbers must not do so beside the dropout.
            in_step = self.train_set.draws_from_torch
            for inputs, targets in loader if in_step else _one_ahead(loader):
                inputs, targets = inputs.to(device), targets.to(device)
                logits = self.network(inputs)
                loss = cross_entropy(logits, targets, weight=self.weight)
                self.state.optimizer.zero_grad()
                loss.backward()  # type: ignore[no-untyped-call]
                if largest is not None:
                    nn.utils.clip_grad_norm_(self.network.parameters(), largest)
                self.state.optimizer.step()
                self.state.schedule.step()
                self.state.average.update_parameters(self.network)  # type: ignore[operator]
                batch_losses += float(loss.detach())
                loss_sum += float(loss.detach()) * len(targets)
                right += int((logits.argmax(dim=1) == targets).sum())
                seen += len(targets)
                bar.advance(note=f"loss {loss_sum / seen:.3f}  accuracy {right / seen:.3f}")
        figures = loss_sum / seen, batch_losses, right / seen
        return dict(zip(_UNTRAINED, figures, strict=True))

    def _finish_epoch(
        self, epoch: int, trained: Mapping[str, float | None], *, began: float
    ) -> None:
        state = self.state
        self.validation_set.epoch = epoch
        evaluation = predict_dataset(state.average, self.validation_set, self.config)
        calibrated = calibrated_loss(
            evaluation.logits, evaluation.targets, base=self.base_temperature
        )
        self.history.append(
            {
                "epoch": epoch,
                **trained,
                "validation_loss": evaluation.loss,
                "validation_loss_calibrated": calibrated,
                "validation_accuracy": evaluation.accuracy,
                "learning_rate": state.schedule.get_last_lr()[0],
                "seconds": round(time.monotonic() - began, 3),
            }
        )
        state.epoch = epoch
        loss = evaluation.loss if self.config.keep == "best-uncalibrated" else calibrated
        if loss < state.best_loss or self.config.keep == "last":
            state.best_loss, state.best_epoch = loss, epoch
            best = state.average.module.state_dict()  # type: ignore[union-attr]
            save_tensors(self.folder / BEST_CHECKPOINT, best, header={"epoch": epoch})
        write_text(
            self.folder / METRICS_LOG, "".join(json.dumps(row) + "\n" for row in self.history)
        )
        # Last, so that the checkpoint never runs ahead of the files beside it.
        state.save(self.folder / LAST_CHECKPOINT)


def _one_ahead(loader: Iterable[Batch]) -> Iterator[Batch]:
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


def class_weights(dataset: CropDataset) -> torch.Tensor:
    """Returns N / (classes x images of the class) for each label; 0 where there is no image."""
    counts = torch.bincount(torch.tensor(dataset.targets), minlength=len(dataset.labels)).float()
    weights = len(dataset) / (len(counts) * counts)
    return torch.where(counts > 0, weights, 0.0)
