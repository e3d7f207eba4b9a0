"""Training by one process, or by all those that a launcher has started (extra `distributed`).

Each batch is dealt out image by image, and the gradients are averaged, so that several processes
take the steps that one would have taken.
"""

from __future__ import annotations

import atexit
import os
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any, TypeVar

import torch
from torch import nn
from torch.nn.functional import cross_entropy, dropout
from torch.overrides import TorchFunctionMode
from torch.utils.data import DataLoader, Dataset, Subset, default_collate

from checkboxnet.errors import ConfigError, MissingExtraError
from checkboxnet.training.config import TrainConfig

if TYPE_CHECKING:
    from accelerate import Accelerator

    from checkboxnet.training.crop_dataset import CropDataset

T = TypeVar("T")

Batch = tuple[torch.Tensor, torch.Tensor]


class Alone:
    """The one process of a plain run, which does everything."""

    count = 1
    """How many processes there are."""
    is_main = True
    """Whether this is the one that writes."""

    def deal(self, loader: DataLoader[Batch]) -> DataLoader[Batch]:
        """Returns the loader's batches with this process's inputs and the targets of all."""
        return loader

    def divide(self, loader: DataLoader[Batch]) -> DataLoader[Batch]:
        """Returns a loader of this process's part of all images, to be put together again."""
        return loader

    def put_together(self, part: torch.Tensor, length: int) -> torch.Tensor:
        """Returns what all processes made of their parts, in the order of the whole loader."""
        return part

    def wrap(self, network: nn.Module) -> nn.Module:
        """Returns a network of the same parameters whose gradients are those of all processes."""
        return network

    def forward(self, network: nn.Module, inputs: torch.Tensor, batch: int) -> torch.Tensor:
        """Returns the logits of this process's part of a batch of so many images."""
        logits: torch.Tensor = network(inputs)
        return logits

    def loss(
        self, logits: torch.Tensor, targets: torch.Tensor, weight: torch.Tensor | None
    ) -> torch.Tensor:
        """Returns a loss whose mean over the processes is that of the batch."""
        return cross_entropy(logits, targets, weight=weight)

    def own(self, whole: torch.Tensor) -> torch.Tensor:
        """Returns this process's rows of what concerns a batch."""
        return whole

    def mean(self, *figures: float) -> Sequence[float]:
        """Returns the means over all processes."""
        return figures

    def agree(self, value: T) -> T:
        """Returns the main process's value, once all have come here."""
        return value

    def all_of(self, value: T) -> list[T]:
        """Returns the values of all processes."""
        return [value]


class Launched(Alone):
    """One of several processes, each of which holds the whole network."""

    def __init__(self, accelerator: Accelerator) -> None:
        """Takes the place that the launcher has given."""
        self._accelerator = accelerator
        self.is_main = accelerator.is_main_process
        self.rank, self.count = accelerator.process_index, accelerator.num_processes

    def deal(self, loader: DataLoader[Batch]) -> DataLoader[Batch]:
        """Returns the loader's batches with this process's inputs and the targets of all."""
        return DataLoader(
            _Dealt(loader.dataset, self._rows),  # type: ignore[arg-type]
            batch_sampler=loader.batch_sampler,
            generator=loader.generator,
            collate_fn=_as_it_is,  # type: ignore[arg-type]
        )

    def divide(self, loader: DataLoader[Batch]) -> DataLoader[Batch]:
        """Returns a loader of this process's part of all images, to be put together again."""
        indices = list(loader.sampler)
        # As many for each process, if need be with some of the first ones twice.
        rounds = -(-len(indices) // self.count)
        places = range(self.rank, rounds * self.count, self.count)
        own = [indices[place % len(indices)] for place in places]
        return DataLoader(Subset(loader.dataset, own), batch_size=loader.batch_size)

    def put_together(self, part: torch.Tensor, length: int) -> torch.Tensor:
        """Returns what all processes made of their parts, in the order of the whole loader."""
        parts = self._accelerator.gather(part.to(self._accelerator.device).contiguous())
        whole: torch.Tensor = parts.unflatten(0, (self.count, -1)).transpose(0, 1).flatten(0, 1)
        return whole[:length].to(part.device)

    def wrap(self, network: nn.Module) -> nn.Module:
        """Returns a network of the same parameters whose gradients are those of all processes."""
        wrapped: nn.Module = self._accelerator.prepare_model(network)
        return wrapped

    def forward(self, network: nn.Module, inputs: torch.Tensor, batch: int) -> torch.Tensor:
        """Returns the logits of this process's part of a batch of so many images."""
        with _DropoutOfTheBatch(batch, self._rows):
            return super().forward(network, inputs, batch)

    def loss(
        self, logits: torch.Tensor, targets: torch.Tensor, weight: torch.Tensor | None
    ) -> torch.Tensor:
        """Returns a loss whose mean over the processes is that of the batch."""
        own = self.own(targets)
        total = len(targets) if weight is None else weight[targets].sum()
        losses = cross_entropy(logits[: len(own)], own, weight=weight, reduction="sum")
        return losses * (self.count / total)

    def own(self, whole: torch.Tensor) -> torch.Tensor:
        """Returns this process's rows of what concerns a batch."""
        return whole[self.rank :: self.count]

    def mean(self, *figures: float) -> Sequence[float]:
        """Returns the means over all processes."""
        own = torch.tensor(figures, dtype=torch.float64, device=self._accelerator.device)
        means: list[float] = self._accelerator.reduce(own, "mean").tolist()
        return means

    def agree(self, value: T) -> T:
        """Returns the main process's value, once all have come here."""
        from accelerate.utils import broadcast_object_list

        (agreed,) = broadcast_object_list([value])
        return agreed  # type: ignore[no-any-return]

    def all_of(self, value: T) -> list[T]:
        """Returns the values of all processes."""
        from accelerate.utils import gather_object

        gathered: list[T] = gather_object([value])
        return gathered

    def _rows(self, whole: Any) -> Any:
        """Returns this process's rows, or the first one where it has none: networks want one."""
        return whole[self.rank :: self.count] if self.rank < len(whole) else whole[:1]


class _Dealt(Dataset[Batch]):
    """A dataset that reads one process's images of each batch."""

    def __init__(self, dataset: CropDataset, rows: Callable[[list[int]], list[int]]) -> None:
        self.dataset, self.rows = dataset, rows

    def __getitems__(self, indices: list[int]) -> Batch:
        """Returns the process's inputs and the targets of the whole batch."""
        inputs, _ = default_collate([self.dataset[index] for index in self.rows(indices)])
        return inputs, torch.tensor([self.dataset.targets[index] for index in indices])


def _as_it_is(batch: Batch) -> Batch:
    return batch


class _DropoutOfTheBatch(TorchFunctionMode):
    """Draws each dropout for the whole batch, as one process would, and uses its own rows."""

    def __init__(self, batch: int, rows: Callable[[torch.Tensor], torch.Tensor]) -> None:
        super().__init__()
        self.batch, self.rows = batch, rows

    def __torch_function__(
        self,
        function: Callable[..., Any],
        types: Any,
        args: tuple[Any, ...] = (),
        kwargs: dict[str, Any] | None = None,
    ) -> Any:
        """Replaces `torch.nn.functional.dropout`, which all layers of that kind call."""
        if function is not dropout:
            return function(*args, **(kwargs or {}))
        inputs, *options = args
        whole = inputs.new_ones((self.batch, *inputs.shape[1:]))
        return inputs * self.rows(dropout(whole, *options, **(kwargs or {})))


def join(config: TrainConfig) -> Alone:
    """Returns the processes that a launcher has started, or this one alone.

    Raises:
        MissingExtraError: There are several, and Accelerate is not installed.
        ConfigError: There are several, and a setting would make them train another network than
            one process does.
    """
    if int(os.environ.get("WORLD_SIZE", "1")) == 1:
        return Alone()
    try:
        from accelerate import Accelerator
        from accelerate.utils import InitProcessGroupKwargs
    except ImportError as error:
        raise MissingExtraError("accelerate", "distributed") from error
    if config.statistics == "trained":
        raise ConfigError(
            "statistics='trained' takes them from whole batches, which none of several processes "
            "sees. Train with statistics='frozen', or in one process"
        )
    precision = os.environ.get("ACCELERATE_MIXED_PRECISION", "no")  # as the launcher sets it
    if precision != "no":
        raise ConfigError(
            f"the launcher asks for mixed precision ({precision}), and training is in single "
            "precision. Launch with --mixed_precision no"
        )
    # The others wait while the main one writes and evaluates; the launcher ends them if it dies.
    patience = InitProcessGroupKwargs(timeout=timedelta(days=1))
    accelerator = Accelerator(cpu=config.device == "cpu", kwargs_handlers=[patience])
    # Otherwise a process may abort at its end, with the group's threads still running.
    atexit.unregister(_leave)
    atexit.register(_leave)
    return Launched(accelerator)


def _leave() -> None:
    if torch.distributed.is_initialized():
        torch.distributed.destroy_process_group()
