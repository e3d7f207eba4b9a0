"""`export`: weights as a file for another runtime, which has confirmed it before it is there."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from checkboxnet.choices import require_choice
from checkboxnet.errors import CheckboxNetError, ConfigError, DatasetError, ExportError
from checkboxnet.exporting import onnx, openvino, torch_export
from checkboxnet.exporting.confirm import (
    confirm_labels,
    confirm_probabilities,
    trial_pictures,
)
from checkboxnet.files import (
    FolderKind,
    atomic_folder,
    atomic_path,
    refuse_to_overwrite,
    refuse_to_replace,
)
from checkboxnet.images import RgbImage, list_images, open_image
from checkboxnet.model import Model
from checkboxnet.preprocess import fit
from checkboxnet.runtimes.onnx import OnnxRuntime
from checkboxnet.runtimes.torch import TorchRuntime
from checkboxnet.weights.config import WeightsConfig
from checkboxnet.weights.folder import WeightsFolder
from checkboxnet.weights.load import load_weights
from checkboxnet.weights.registry import DEFAULT, locate

ExportFormat = Literal["onnx", "onnx-int8", "torch-export", "openvino"]
"""What `export` writes: a file, or for `openvino` a folder of two."""

FEWEST_CALIBRATION, MOST_CALIBRATION = 50, 500
"""Calibration crops that are needed, and that are used of more."""

_OWN_LICENSE = "Apache-2.0"
_OPENVINO = FolderKind(
    name="model for OpenVINO", holds=("model.xml", "model.bin"), proof=("model.xml",)
)


def export(
    model: str | os.PathLike[str] = DEFAULT,
    *,
    format: ExportFormat,
    output: str | os.PathLike[str],
    calibrate: str | os.PathLike[str] | None = None,
    revision: str | None = None,
    overwrite: bool = False,
) -> Path:
    """Writes weights for another runtime, and returns where.

    What is written has been loaded by that runtime and has given the model's probabilities, to
    within 0.001, on a handful of pictures; `onnx-int8` has given at least 98 % of the calibration
    crops the model's label. Otherwise nothing is written.

    Args:
        model: What `load_model` takes.
        format: `onnx` and `onnx-int8` take one picture of any size, `torch-export` and `openvino`
            any number of canvases, as `checkboxnet.preprocess.fit` makes them.
        output: File to write; for `openvino` a folder.
        calibrate: Folder of at least 50 crops like those to come, for `onnx-int8` alone; at most
            500 of them are used. Their labels don't matter.
        revision: Branch, tag or commit of a Hub repository.
        overwrite: Whether `output` may be replaced.

    Raises:
        ConfigError: The format is unknown, `calibrate` doesn't go with it, or `output` is a folder
            where a file is written or the other way round.
        OutputExistsError: `output` exists and `overwrite` is False.
        MissingExtraError: openvino is not installed.
        ExportError: The format can't hold the network, or what was written doesn't say what the
            model says.
        DatasetError: There are too few calibration crops.
        ImageError: A calibration crop can't be read.
        ModelNotFoundError: Nothing of that name.
        WeightsError: The weights are incomplete, altered or malformed.
        DownloadError: The Hub did not deliver.

    Examples:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     export(format="onnx", output=f"{folder}/checkboxnet.onnx").name
        'checkboxnet.onnx'
    """
    output = Path(output)
    require_choice("format", format, get_args(ExportFormat))
    if (format == "onnx-int8") != (calibrate is not None):
        raise ConfigError("calibrate (--calibrate) goes with the format onnx-int8, which needs it")
    if output.exists() and output.is_dir() != (format == "openvino"):
        kind = "folder" if format == "openvino" else "file"
        raise ConfigError(f"{output}: {format} writes a {kind}, and that is none")
    if format == "openvino":
        refuse_to_replace(output, _OPENVINO, overwrite=overwrite)
    else:
        refuse_to_overwrite(output, overwrite=overwrite)
    weights = load_weights(model, revision=revision)
    reference = Model(weights, OnnxRuntime(weights))
    metadata = _metadata(weights.config, ours=_is_ours(model))
    pictures = trial_pictures() if calibrate is None else _calibration_crops(calibrate)
    place = atomic_folder(output) if format == "openvino" else atomic_path(output)
    with place as path:
        try:
            found = _convert(path, format, weights, metadata, pictures)
        except (CheckboxNetError, OSError):
            raise
        except Exception as error:  # exporters and runtimes raise errors of no common base
            raise ExportError(
                f"{weights.config.name}: cannot be exported as {format} ({error})"
            ) from error
        confirm = confirm_probabilities if calibrate is None else confirm_labels
        confirm(found, reference, pictures)
    return output


def _convert(
    path: Path,
    format: ExportFormat,
    weights: WeightsFolder,
    metadata: Mapping[str, str],
    pictures: Sequence[RgbImage],
) -> NDArray[np.float32]:
    """Writes the format, and returns the probabilities that its runtime gives to the pictures."""
    arguments = path, TorchRuntime(weights).network, weights.config, metadata
    if format == "onnx":
        onnx.write(*arguments)
        return onnx.answer(path, pictures)
    if format == "onnx-int8":
        onnx.write_int8(*arguments, pictures)
        return onnx.answer(path, pictures)
    geometry = weights.config.preprocessing
    canvases = np.stack([fit(open_image(picture), geometry) for picture in pictures])
    if format == "torch-export":
        torch_export.write(*arguments)
        return torch_export.answer(path, canvases)
    openvino.write(*arguments)
    return openvino.answer(path, canvases)


def _metadata(config: WeightsConfig, *, ours: bool) -> dict[str, str]:
    """Returns the fields of `config.json`, as JSON where they aren't text, and the licence."""
    metadata = {
        key: value if isinstance(value, str) else json.dumps(value)
        for key, value in asdict(config).items()
    }
    return {**metadata, "license": _OWN_LICENSE} if ours else metadata


def _is_ours(model: str | os.PathLike[str]) -> bool:
    """Says whether the weights are those that come with the package; of others' we know nothing."""
    location = locate(model)
    return location.config_sha256 is not None and location.repo_id is None


def _calibration_crops(folder: str | os.PathLike[str]) -> list[RgbImage]:
    paths = list_images(folder)
    if len(paths) < FEWEST_CALIBRATION:
        raise DatasetError(
            f"{folder}: {len(paths)} images, at least {FEWEST_CALIBRATION} are needed to calibrate"
        )
    chosen = random.Random(0).sample(paths, min(len(paths), MOST_CALIBRATION))  # noqa: S311
    return [open_image(path) for path in chosen]
