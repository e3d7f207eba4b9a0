"""`export`: a model as one ONNX file, which ONNX Runtime has confirmed before it is there."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from checkboxnet.errors import (
    CheckboxNetError,
    ConfigError,
    DatasetError,
    ExportError,
    require_choice,
)
from checkboxnet.exporting import onnx_file
from checkboxnet.inference.torch_runtime import TorchRuntime
from checkboxnet.model import Model, load_model
from checkboxnet.picture.read import RgbImage, list_images, open_image
from checkboxnet.report.files import atomic_path, refuse_to_overwrite
from checkboxnet.weights.folder import WeightsFolder
from checkboxnet.weights.registry import DEFAULT, list_models, locate

ExportFormat = Literal["onnx", "onnx-int8"]
"""What `export` writes, in weights of 16 or of 8 bits."""

FEWEST_CALIBRATION, MOST_CALIBRATION = 50, 500
"""Calibration crops that are needed, and that are used of more."""

TOLERANCE = 1e-3
"""Largest difference of any probability that is accepted of `onnx`."""
FLIPS = 0.02
"""Largest share of pictures that may get another label from `onnx-int8`."""

_OWN_LICENSE = "Apache-2.0"


def export(
    model: str | os.PathLike[str] | Model = DEFAULT,
    *,
    format: ExportFormat,
    output: str | os.PathLike[str],
    calibrate: str | os.PathLike[str] | None = None,
    revision: str | None = None,
    overwrite: bool = False,
) -> Path:
    """Writes one ONNX file that takes pictures of any size, and returns where.

    What is written has been loaded by ONNX Runtime and has given the model's probabilities, to
    within 0.001, on a handful of pictures; `onnx-int8` has given at least 98 % of the calibration
    crops the model's label. Otherwise nothing is written.

    Args:
        model: A model, or what `load_model` takes.
        format: `onnx`, or `onnx-int8` with weights and activations of 8 bits.
        output: File to write.
        calibrate: Folder of at least 50 crops like those to come, for `onnx-int8` alone; at most
            500 of them are used. Their labels don't matter.
        revision: Branch, tag or commit of a Hub repository.
        overwrite: Whether `output` may be replaced.

    Raises:
        ConfigError: The format is unknown, `calibrate` doesn't go with it, or `output` is a folder.
        OutputExistsError: `output` exists and `overwrite` is False.
        ExportError: The format can't hold the network, or what was written doesn't predict what
            the model does.
        DatasetError: There are too few calibration crops.
        ImageError: A calibration crop can't be read.
        CheckboxNetError: The model can't be loaded, as `load_model` says.

    Examples:
        >>> export(format="onnx", output="checkboxnet.onnx")  # doctest: +SKIP
        PosixPath('checkboxnet.onnx')
    """
    output = Path(output)
    require_choice("format", format, get_args(ExportFormat))
    if (format == "onnx-int8") != (calibrate is not None):
        raise ConfigError("calibrate (--calibrate) goes with the format onnx-int8, which needs it")
    if output.is_dir():
        raise ConfigError(f"{output}: is a folder, where a file is to be written")
    refuse_to_overwrite(output, overwrite=overwrite)
    loaded = model if isinstance(model, Model) else load_model(model, revision=revision)
    weights = loaded.weights
    calibration = None if calibrate is None else _calibration_crops(calibrate)
    pictures = trial_pictures() if calibration is None else calibration
    network = TorchRuntime(weights).network
    with atomic_path(output) as path:
        try:
            onnx_file.write(path, network, weights.config, _metadata(weights), calibration)
            found = onnx_file.run(path, pictures)
        except (CheckboxNetError, OSError):
            raise
        except Exception as error:  # exporters and runtimes raise errors of no common base
            raise ExportError(
                f"{weights.config.name}: cannot be exported as {format} ({error})"
            ) from error
        confirm(found, loaded, pictures, quantized=calibration is not None)
    return output


def confirm(
    found: NDArray[np.float32], model: Model, pictures: Sequence[RgbImage], *, quantized: bool
) -> None:
    """Raises unless what was exported predicts what the model does.

    Args:
        found: Probabilities that it gives to the pictures, (pictures, labels).
        model: What was exported.
        pictures: What was predicted.
        quantized: Whether nearly all labels have to be the model's, and not the probabilities.

    Raises:
        ExportError: More than a share of `FLIPS` of the labels differ; or, if it isn't quantized,
            a probability by more than `TOLERANCE`.
    """
    expected = np.array([list(each.probabilities.values()) for each in model.predict(pictures)])
    flips = float((found.argmax(axis=1) != expected.argmax(axis=1)).mean())
    if quantized and flips > FLIPS:
        raise ExportError(
            f"{model.name}: what was exported gives {flips:.1%} of the crops another label "
            f"than the model, more than {FLIPS:.0%}; nothing was written. Calibrate with more "
            "crops, of all kinds that are to come, or export as onnx"
        )
    difference = np.abs(found - expected).max()
    if not quantized and not difference <= TOLERANCE:  # NaN is no agreement either
        raise ExportError(
            f"{model.name}: what was exported gives probabilities that differ from the "
            f"model's by up to {difference:.3g}, more than {TOLERANCE:g}; nothing was written"
        )


def trial_pictures() -> list[RgbImage]:
    """Returns noise and boxes, of all shapes, light, dark and transparent."""
    noise = np.random.default_rng(0)
    shapes = ((1, 1, 3), (31, 400, 3), (300, 17, 4))
    pictures = [noise.integers(0, 256, shape, np.uint8) for shape in shapes]
    for width, height, ground, ink in (
        (24, 24, "white", "black"),
        (150, 40, "#f4f4f8", "#0a58ca"),
        (900, 36, "#202124", "#8ab4f8"),
        (60, 200, "white", "#999999"),
        (320, 48, "#00000000", "#2e7d32cc"),
        (320, 48, "#00000000", "#ffffffcc"),
    ):
        image = Image.new("RGBA", (width, height), ground)
        draw = ImageDraw.Draw(image)
        draw.rectangle((4, 4, 19, 19), outline=ink, width=2)
        draw.line((7, 11, 11, 15, 17, 8), fill=ink, width=2)
        pictures.append(np.asarray(image))
    return pictures


def _calibration_crops(folder: str | os.PathLike[str]) -> list[RgbImage]:
    paths = list_images(folder)
    if len(paths) < FEWEST_CALIBRATION:
        raise DatasetError(
            f"{folder}: {len(paths)} images, at least {FEWEST_CALIBRATION} are needed to calibrate"
        )
    chosen = random.Random(0).sample(paths, min(len(paths), MOST_CALIBRATION))  # noqa: S311
    return [open_image(path) for path in chosen]


def _metadata(weights: WeightsFolder) -> dict[str, str]:
    """Returns the fields of `config.json`, as JSON where they aren't text, and the licence."""
    metadata = {
        key: value if isinstance(value, str) else json.dumps(value)
        for key, value in asdict(weights.config).items()
    }
    # Of the weights of others we know nothing.
    if any(weights.path == locate(entry.name).folder for entry in list_models()):
        metadata["license"] = _OWN_LICENSE
    return metadata
