"""What a detector's training starts from: a detector, or the trunk of weights that predict."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import torch

from checkboxnet.errors import WeightsError
from checkboxnet.scanning.config import TASK, read_detector
from checkboxnet.scanning.detector import default_detector_folder
from checkboxnet.training.base import load_base
from checkboxnet.training.detector_network import DetectorNetwork
from checkboxnet.weights.config import CONFIG_FILE

_TRUNK = "trunk."


@dataclass(frozen=True, slots=True, kw_only=True)
class DetectorBase:
    """Initial weights of a detector."""

    name: str
    architecture: str
    tensors: dict[str, torch.Tensor]
    """Of a `DetectorNetwork`; what is missing starts at random."""

    def build(self) -> DetectorNetwork:
        """Returns the network with these tensors.

        Raises:
            WeightsError: They don't fit the architecture.
        """
        torch.manual_seed(0)
        network = DetectorNetwork(self.architecture)
        fresh = network.state_dict()
        tensors = {name: self.tensors[name] for name in fresh if name in self.tensors}
        try:
            network.load_state_dict({**fresh, **tensors})
        except RuntimeError as error:
            raise WeightsError(
                f"{self.name}: tensors don't fit {self.architecture} ({error})"
            ) from error
        return network


def load_detector_base(base: str | os.PathLike[str]) -> DetectorBase:
    """Loads initial weights of a detector.

    Args:
        base: `default`, a detector folder, or what `load_base` takes, whose first blocks are taken.

    Raises:
        CheckboxNetError: There is no such folder, or it is incomplete or malformed.
    """
    from safetensors.torch import load

    folder = default_detector_folder() if base == "default" else Path(base)
    if (folder / CONFIG_FILE).is_file() and f'"{TASK}"' in (folder / CONFIG_FILE).read_text():
        detector = read_detector(folder)
        tensors = {name: tensor.float() for name, tensor in load(detector.weights).items()}
        return DetectorBase(
            name=detector.config.name,
            architecture=detector.config.architecture,
            tensors=tensors,
        )
    weights = load_base(base)
    return DetectorBase(
        name=weights.name,
        architecture=weights.architecture,
        tensors={
            **{_TRUNK + name: tensor for name, tensor in weights.tensors.items()},
            "mean": torch.tensor(weights.preprocessing.mean)[:, None, None],
            "std": torch.tensor(weights.preprocessing.std)[:, None, None],
        },
    )
