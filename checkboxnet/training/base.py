"""What training starts from: one of our weights folders, or a timm backbone."""

from __future__ import annotations

import math
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checkboxnet.dataset.seen import recorded_digests
from checkboxnet.errors import DownloadError, WeightsError
from checkboxnet.picture.fit import Preprocessing
from checkboxnet.report.files import parse_json
from checkboxnet.weights.certainty import Certainty
from checkboxnet.weights.config import CONFIG_FILE, WEIGHTS_FILE
from checkboxnet.weights.load import load_weights
from checkboxnet.weights.registry import locate

if TYPE_CHECKING:
    import torch
    from torch import nn

DEFAULT_SIZE = (160, 160)
"""Input height and width for backbones, which bring none that suits crops of controls."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """Initial weights of a training run."""

    name: str
    architecture: str
    tensors: dict[str, torch.Tensor]
    preprocessing: Preprocessing
    labels: tuple[str, ...] | None
    """Labels of its classifier if that is worth keeping, else None."""
    temperature: float = 1.0
    certainty: Certainty = field(default_factory=Certainty)
    """How its scores are calibrated, if it has labels."""
    repo_id: str | None = None
    """Where on the Hub it comes from, if it does."""
    outputs: tuple[str, ...] = ()
    """Names of the rows of its classifier, where it has labels."""
    images_sha256: tuple[str, ...] = ()
    """What its `metrics.json` has of the images that it was trained on; see `dataset.seen`."""

    def build(self, outputs: tuple[str, ...], *, dropout: float = 0.0) -> nn.Module:
        """Returns the network with the base's tensors and a classifier for `outputs`.

        Rows of the base's classifier are kept for outputs it knows; the others start at zero,
        since the classifier is fitted by itself before anything else is trained.

        Args:
            outputs: Names of the logits, in order: labels, kinds, mixed.
            dropout: Share of the features dropped before the classifier while training.

        Raises:
            WeightsError: The tensors don't fit the architecture.
        """
        import torch

        from checkboxnet.weights.network import build_network, classifier_of

        network = build_network(self.architecture, classes=len(outputs), drop_rate=dropout)
        head = classifier_of(network)
        tensors = {
            name: tensor for name, tensor in self.tensors.items() if not name.startswith(head + ".")
        }
        fresh = network.state_dict()
        for name in (f"{head}.weight", f"{head}.bias"):
            tensors[name] = torch.zeros_like(fresh[name])
            for row, output in enumerate(outputs):
                if output in self.outputs:
                    tensors[name][row] = self.tensors[name][self.outputs.index(output)]
        try:
            network.load_state_dict(tensors)
        except RuntimeError as error:
            raise WeightsError(
                f"{self.name}: tensors don't fit {self.architecture} ({error})"
            ) from error
        return network


def load_base(base: str | os.PathLike[str]) -> Base:
    """Loads initial weights.

    Args:
        base: What `load_model` takes, or a timm model: its Hub repository
            (`timm/efficientnet_b0.ra_in1k`) or a folder with its `config.json` and
            `model.safetensors`.

    Raises:
        ModelNotFoundError: Nothing of that name.
        WeightsError: The folder is incomplete or malformed.
        DownloadError: The Hub did not deliver.
    """
    location = locate(base)
    folder = location.folder
    if folder is None and str(location.repo_id).startswith("timm/"):
        from checkboxnet.weights.hub import BACKBONE_FILES, fetch

        try:
            folder = fetch(str(location.repo_id), revision=location.revision, files=BACKBONE_FILES)
        except DownloadError as error:
            raise DownloadError(
                f"{error}. Without the Hub, start from the weights that come with checkboxnet "
                "(base='default')"
            ) from error
    if folder is not None and _is_backbone(folder):
        return _load_backbone(folder, repo_id=location.repo_id)

    from safetensors.torch import load

    weights = load_weights(base)
    return Base(
        name=weights.config.name,
        architecture=weights.config.architecture,
        tensors=_as_float32(load(weights.weights)),
        preprocessing=weights.config.preprocessing,
        labels=weights.config.labels,
        outputs=weights.config.outputs,
        temperature=weights.config.temperature,
        certainty=weights.config.certainty,
        repo_id=location.repo_id,
        images_sha256=tuple(recorded_digests(weights.metrics)),
    )


def _is_backbone(folder: Path) -> bool:
    """Whether it is timm's alone: our own folders hold what timm reads too."""
    config = folder / CONFIG_FILE
    content = config.read_bytes() if config.is_file() else b""
    return b'"pretrained_cfg"' in content and b'"format_version"' not in content


def _load_backbone(folder: Path, *, repo_id: str | None) -> Base:
    from safetensors import SafetensorError
    from safetensors.torch import load_file

    path = folder / CONFIG_FILE
    config = parse_json(path.read_bytes(), source=str(path), error=WeightsError)
    try:
        mean, std = (_three_numbers(config["pretrained_cfg"][key]) for key in ("mean", "std"))
        if min(std) <= 0:
            raise ValueError(f"std is {std}")
        return Base(
            name=repo_id or folder.name,
            architecture=str(config["architecture"]),
            tensors=_as_float32(load_file(folder / WEIGHTS_FILE)),
            preprocessing=Preprocessing(size=DEFAULT_SIZE, mean=mean, std=std),
            labels=None,
            repo_id=repo_id,
        )
    except (KeyError, TypeError, ValueError, OSError, SafetensorError) as error:
        raise WeightsError(
            f"{folder}: no usable timm model, which is a {CONFIG_FILE} with architecture and "
            f"pretrained_cfg, and a {WEIGHTS_FILE} ({error})"
        ) from error


def _three_numbers(values: Any) -> tuple[float, float, float]:
    red, green, blue = map(float, values)
    if not all(map(math.isfinite, (red, green, blue))):
        raise ValueError(f"{values} are no numbers of three colours")
    return red, green, blue


def _as_float32(tensors: dict[str, torch.Tensor]) -> dict[str, torch.Tensor]:
    """Returns the tensors in single precision; whole numbers stay as they are."""
    return {name: t.float() if t.is_floating_point() else t for name, t in tensors.items()}
