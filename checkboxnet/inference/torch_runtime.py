"""PyTorch: for GPUs and gradients."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray

from checkboxnet.errors import ConfigError, WeightsError
from checkboxnet.inference.threads import default_threads
from checkboxnet.weights.folder import WeightsFolder
from checkboxnet.weights.network import build_network


def require_device(device: str) -> None:
    """Raises a `ConfigError` unless torch can use a device."""
    try:
        torch.zeros(1, device=device).cpu()
    except (RuntimeError, AssertionError) as error:
        raise ConfigError(f"device {device!r} cannot be used ({error})") from error


class TorchRuntime:
    """Runs a weights folder's tensors in the timm network they belong to, in fp32."""

    name = "torch"

    def __init__(self, folder: WeightsFolder, *, device: str = "cpu") -> None:
        """Builds the network and loads the tensors strictly.

        Args:
            folder: Verified weights.
            device: As torch names it: `cpu`, `cuda`, `cuda:1`, `mps`.

        Raises:
            WeightsError: The tensors don't fit the architecture.
            ConfigError: There is no such device.
        """
        from safetensors import SafetensorError
        from safetensors.torch import load

        config = folder.config
        network = build_network(config.architecture, classes=len(config.outputs))
        try:
            network.load_state_dict(load(folder.weights))
        except (RuntimeError, SafetensorError) as error:
            raise WeightsError(
                f"{folder.path}: the tensors don't fit {config.architecture} ({error})"
            ) from error
        require_device(device)
        self.network = network.eval().to(device)
        self.device = device
        self.threads = default_threads()

    def logits(self, batch: NDArray[np.float32]) -> NDArray[np.float32]:
        """Returns logits of shape (N, outputs) for a batch of shape (N, 3, height, width)."""
        with torch.inference_mode():
            result: NDArray[np.float32] = (
                self.network(torch.from_numpy(batch).to(self.device)).cpu().numpy()
            )
        return result
