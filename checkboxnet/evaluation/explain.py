"""`explain`: what in a picture speaks for a label, by Grad-CAM (Selvaraju et al. 2017)."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor, nn

from checkboxnet.errors import ConfigError
from checkboxnet.images import ImageInput, RgbImage, open_image
from checkboxnet.model import Model, load_model
from checkboxnet.network import build_network
from checkboxnet.prediction import Prediction
from checkboxnet.preprocess import Preprocessing, fit, fitted_size, kept_lines, normalize
from checkboxnet.runtimes.torch import TorchRuntime
from checkboxnet.weights.registry import DEFAULT

_COLOURS = np.array([(255, 225, 100), (255, 150, 40), (215, 25, 45)])
"""From no heat to all of it, evenly spaced."""
_OPACITY = 0.65
"""Of the most heat."""
_MEASURED_SIDE = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Where in a picture the model sees what speaks for a label."""

    prediction: Prediction
    """What the model says of the picture."""
    label: str
    """The label that is explained."""
    heat: NDArray[np.float32]
    """Shape (H, W), that of the picture; from 0 to 1 at the place that speaks for it most. All 0
    if nothing does."""
    picture: RgbImage
    """The picture, uint8 of shape (H, W, 3)."""

    def overlay(self) -> Image.Image:
        """Returns the picture in grey under its heat, yellow for little of it, red for most."""
        steps = np.linspace(0, 1, len(_COLOURS))
        colour = np.stack([np.interp(self.heat, steps, c) for c in _COLOURS.T], axis=-1)
        grey = np.asarray(Image.fromarray(self.picture).convert("L"))[..., None]
        opacity = _OPACITY * self.heat[..., None]
        mixed = opacity * colour + (1 - opacity) * grey
        return Image.fromarray(np.rint(mixed).astype(np.uint8))


def explain(
    image: ImageInput,
    *,
    model: Model | str | os.PathLike[str] = DEFAULT,
    label: str | None = None,
) -> Explanation:
    """Returns how much each place of a picture speaks for a label.

    Grad-CAM weighs the channels of the network's last feature map by the gradient of the label's
    logit. The map is coarse, one cell for 32 x 32 pixels of the model's input in most networks.
    Its values are put where its cells look at, and through the geometry of `preprocess` back onto
    the picture.

    Args:
        image: One image, as `Model.predict` takes it.
        model: A model loaded with `runtime="torch"`, or what `load_model` takes.
        label: One of the model's labels; by default the predicted one.

    Raises:
        ImageError: The image cannot be read.
        ConfigError: The model doesn't run on torch, has no such label, or its network has no
            feature map.

    Examples:
        >>> explanation = explain("examples/images/checked/switch-dark.png")
        >>> explanation.label, explanation.heat.shape == explanation.picture.shape[:2]
        ('checked', True)
    """
    model = model if isinstance(model, Model) else load_model(model, runtime="torch")
    if not isinstance(model.runtime, TorchRuntime):
        raise ConfigError(
            f"explaining needs gradients, which the {model.runtime.name} runtime doesn't have; "
            'load the model with runtime="torch"'
        )
    if label is not None and label not in model.labels:
        raise ConfigError(f"{model.name} has no label {label!r}, only {', '.join(model.labels)}")
    picture = open_image(image)
    prediction = model.predict(picture)
    label = prediction.label if label is None else label
    geometry = model.config.preprocessing
    inputs = torch.from_numpy(normalize(fit(picture, geometry)[None], geometry))
    index = model.labels.index(label)
    cells = grad_cam(model.runtime.network, inputs.to(model.runtime.device), index).clamp(min=0)
    share = cells / cells.max().clamp(min=1e-12)
    return Explanation(
        prediction=prediction,
        label=label,
        heat=onto_picture(
            share.cpu().numpy(), picture, geometry, grid=cell_grid(model.config.architecture)
        ),
        picture=picture,
    )


def grad_cam(network: nn.Module, inputs: Tensor, index: int) -> Tensor:
    """Returns Grad-CAM before its last step, which drops what speaks against a label.

    Args:
        network: A timm network in eval mode.
        inputs: Shape (1, 3, height, width).
        index: Which logit.

    Returns:
        Shape (h, w), that of the network's last feature map.

    Raises:
        ConfigError: The network has no feature map: a transformer, say.
    """
    with torch.enable_grad():
        features = network.forward_features(inputs)  # type: ignore[operator]
        if features.ndim != 4 or getattr(network, "output_fmt", "NCHW") != "NCHW":
            raise ConfigError(
                f"{type(network).__name__} has no feature map of channels; explanations are for "
                "convolutional networks"
            )
        logits = network.forward_head(features)  # type: ignore[operator]
        (gradient,) = torch.autograd.grad(logits[0, index], features)
    weights = gradient.mean(dim=(2, 3), keepdim=True)
    heat: Tensor = (weights * features.detach()).sum(dim=1)[0]
    return heat


@dataclass(frozen=True, slots=True, kw_only=True)
class CellGrid:
    """Where the cells of a network's last feature map look at, along both axes of its input."""

    stride: float
    """Pixels from one cell to the next."""
    first: float
    """Pixel at which the first one's receptive field has its centre: 0 where convolutions pad
    both sides alike, half a stride less half a pixel where they pad none."""


@cache
def cell_grid(architecture: str) -> CellGrid:
    """Returns the grid of a convolutional network, whose cells needn't lie evenly on its input.

    Paddings of strided convolutions move receptive fields by up to half a stride, which is much
    on a map three cells high. It is measured by the gradient of one cell in an untrained network;
    that of a trained one lies where its input happens to matter.
    """
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        network = build_network(architecture, classes=1).eval()
        inputs = (torch.rand(1, 3, _MEASURED_SIDE, _MEASURED_SIDE) * 2 - 1).requires_grad_()
    with torch.enable_grad():
        features = network.forward_features(inputs)  # type: ignore[operator]
        middle = features.shape[-1] // 2
        response = features[0, :, middle, middle].square().sum()
        (gradient,) = torch.autograd.grad(response, inputs)
    weights = gradient[0].abs().sum(dim=0).double()
    pixels = torch.arange(_MEASURED_SIDE)
    # The mean over both axes, which are alike.
    centre = (weights.sum(dim=0) + weights.sum(dim=1)) @ pixels.double() / (2 * weights.sum())
    stride = _MEASURED_SIDE / features.shape[-1]
    return CellGrid(stride=stride, first=float(centre) - middle * stride)


def onto_picture(
    cells: NDArray[np.float32], picture: RgbImage, geometry: Preprocessing, *, grid: CellGrid
) -> NDArray[np.float32]:
    """Puts values of cells of the model's canvas back onto the picture that was fitted into it.

    Args:
        cells: Shape (h, w).
        picture: uint8 of shape (H, W, 3), before it was fitted.
        geometry: How it was.
        grid: Where the cells lie on the canvas.

    Returns:
        Shape (H, W), interpolated between the cells. What was narrowed away takes values between
        those beside it.
    """
    kept = [np.ones(size, bool) for size in picture.shape[:2]]
    if geometry.narrow_blanks:
        kept = list(kept_lines(picture))
    height, width = (int(lines.sum()) for lines in kept)
    down, across = (
        (_on_canvas(lines, inner, side) - grid.first) / grid.stride
        for lines, inner, side in zip(
            kept, fitted_size((height, width), geometry), geometry.size, strict=True
        )
    )
    return _interpolated(_interpolated(cells, down).T, across).T


def _on_canvas(kept: NDArray[np.bool_], inner: int, side: int) -> NDArray[np.float64]:
    """Returns the pixel along the canvas at which each line of a picture lies.

    Args:
        kept: Which lines are in the canvas.
        inner: What they measure there, in its middle.
        side: Of the canvas.
    """
    lines = np.flatnonzero(kept)
    place = np.interp(np.arange(len(kept)), lines, np.arange(len(lines)))
    return (side - inner) // 2 + (place + 0.5) * inner / len(lines) - 0.5


def _interpolated(
    values: NDArray[np.float32], positions: NDArray[np.float64]
) -> NDArray[np.float32]:
    """Returns rows of `values` at fractional positions; beyond the ends, the last row."""
    positions = positions.clip(0, len(values) - 1)
    low = np.floor(positions).astype(int)
    high = np.minimum(low + 1, len(values) - 1)
    share = (positions - low)[:, None]
    result: NDArray[np.float32] = ((1 - share) * values[low] + share * values[high]).astype(
        np.float32
    )
    return result
