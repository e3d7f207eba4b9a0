"""`export`: weights as one ONNX file, which ONNX Runtime has confirmed before it is there."""

from __future__ import annotations

import json
import os
import random
from dataclasses import asdict
from pathlib import Path
from typing import Literal, get_args

from checkboxnet.errors import (
    CheckboxNetError,
    ConfigError,
    DatasetError,
    ExportError,
    require_choice,
)
from checkboxnet.exporting import picture_onnx
from checkboxnet.exporting.confirm import (
    confirm_labels,
    confirm_probabilities,
    trial_pictures,
)
from checkboxnet.inference.onnx_runtime import OnnxRuntime
from checkboxnet.inference.torch_runtime import TorchRuntime
from checkboxnet.model import Model
from checkboxnet.picture.read import RgbImage, list_images, open_image
from checkboxnet.report.files import (
    atomic_path,
    refuse_to_overwrite,
)
from checkboxnet.weights.config import WeightsConfig
from checkboxnet.weights.load import load_weights
from checkboxnet.weights.registry import DEFAULT, locate

ExportFormat = Literal["onnx", "onnx-int8"]
"""What `export` writes, in weights of 16 or of 8 bits."""

FEWEST_CALIBRATION, MOST_CALIBRATION = 50, 500
"""Calibration crops that are needed, and that are used of more."""

_OWN_LICENSE = "Apache-2.0"


def export(
    model: str | os.PathLike[str] = DEFAULT,
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
        model: What `load_model` takes.
        format: `onnx`, or `onnx-int8` with weights and activations of 8 bits.
        output: File to write.
        calibrate: Folder of at least 50 crops like those to come, for `onnx-int8` alone; at most
            500 of them are used. Their labels don't matter.
        revision: Branch, tag or commit of a Hub repository.
        overwrite: Whether `output` may be replaced.

    Raises:
        ConfigError: The format is unknown, `calibrate` doesn't go with it, or `output` is a folder.
        OutputExistsError: `output` exists and `overwrite` is False.
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
    if output.is_dir():
        raise ConfigError(f"{output}: is a folder, where a file is to be written")
    refuse_to_overwrite(output, overwrite=overwrite)
    weights = load_weights(model, revision=revision)
    reference = Model(weights, OnnxRuntime(weights))
    metadata = _metadata(weights.config, ours=_is_ours(model))
    pictures = trial_pictures() if calibrate is None else _calibration_crops(calibrate)
    network = TorchRuntime(weights).network
    with atomic_path(output) as path:
        try:
            if calibrate is None:
                picture_onnx.write(path, network, weights.config, metadata)
            else:
                picture_onnx.write_int8(path, network, weights.config, metadata, pictures)
            found = picture_onnx.answer(path, pictures)
        except (CheckboxNetError, OSError):
            raise
        except Exception as error:  # exporters and runtimes raise errors of no common base
            raise ExportError(
                f"{weights.config.name}: cannot be exported as {format} ({error})"
            ) from error
        confirm = confirm_probabilities if calibrate is None else confirm_labels
        confirm(found, reference, pictures)
    return output


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
