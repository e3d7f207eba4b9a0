"""Reading and verifying a weights folder: every file present and unaltered, every tensor finite."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from checkboxnet.errors import ModelNotFoundError, WeightsError
from checkboxnet.report.files import (
    FolderKind,
    atomic_folder,
    parse_json,
    refuse_to_replace,
    sha256,
)
from checkboxnet.weights.config import (
    CONFIG_FILE,
    FOLDER_FILES,
    GRAPH_FILE,
    METRICS_FILE,
    WEIGHTS_FILE,
    WeightsConfig,
)

MAX_BYTES = 2_000_000_000
"""Largest file of a weights folder that is read."""

_KIND = FolderKind(name="weights folder", holds=FOLDER_FILES, proof=(GRAPH_FILE,))

# By dtype: the words to read the bytes as, and the bits of the exponent, which are all set in
# infinities and NaN only. Comparing bits is many times as fast as numpy's half precision.
_EXPONENTS: dict[str, tuple[type[np.unsignedinteger], int]] = {
    "F16": (np.uint16, 0x7C00),
    "BF16": (np.uint16, 0x7F80),
    "F32": (np.uint32, 0x7F80_0000),
    "F64": (np.uint64, 0x7FF0_0000_0000_0000),
}
_INTEGERS = ("I8", "U8", "I16", "U16", "I32", "U32", "I64", "U64", "BOOL")


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightsFolder:
    """A verified weights folder, whose files match their digests."""

    path: Path
    config: WeightsConfig
    weights: bytes
    """Content of `model.safetensors`."""
    graph: bytes
    """Content of `model.onnx`, whose initializers point into `weights`."""

    @property
    def metrics(self) -> dict[str, Any]:
        """Content of `metrics.json`, or an empty dict where there is none; no digest covers it.

        Raises:
            WeightsError: It isn't a JSON object.
        """
        path = self.path / METRICS_FILE
        if not path.is_file():
            return {}
        values = parse_json(_read_file(path), source=str(path), error=WeightsError)
        if not isinstance(values, dict):
            raise WeightsError(f"{path}: expected a JSON object")
        return values

    def copy_to(self, target: str | os.PathLike[str], *, overwrite: bool = False) -> Path:
        """Copies the folder's files; the folder appears whole or not at all.

        Raises:
            OutputExistsError: `target` exists, and `overwrite` is False or it isn't a weights
                folder.
        """
        target = Path(target)
        refuse_to_replace(target, _KIND, overwrite=overwrite)
        with atomic_folder(target) as part:
            for name in FOLDER_FILES:
                if (self.path / name).is_file():
                    shutil.copyfile(self.path / name, part / name)
        return target


def read_weights(path: str | os.PathLike[str]) -> WeightsFolder:
    """Reads and verifies a weights folder.

    Raises:
        ModelNotFoundError: There is no such folder.
        WeightsError: A file is missing, too large, has another digest than in `config.json`,
            `config.json` is malformed, or a tensor holds NaN or infinity.
    """
    path = Path(path)
    config_path = path / CONFIG_FILE
    config = WeightsConfig.from_json(read_config(path), source=str(config_path))
    weights, graph = verified_files(path, config.sha256)
    return WeightsFolder(path=path, config=config, weights=weights, graph=graph)


def read_config(path: Path) -> bytes:
    """Returns the content of a folder's `config.json`.

    Raises:
        ModelNotFoundError: There is no such folder.
        WeightsError: It has no such file.
    """
    if not path.is_dir():
        raise ModelNotFoundError(f"{path}: no such weights folder")
    return _read_file(path / CONFIG_FILE)


def verified_files(path: Path, digests: Mapping[str, str]) -> tuple[bytes, bytes]:
    """Returns the content of a folder's `model.safetensors` and `model.onnx`.

    Raises:
        WeightsError: A file is missing, too large or has another digest, or a tensor holds NaN or
            infinity.
    """
    content = {}
    for name, expected in digests.items():
        data = _read_file(path / name)
        actual = sha256(data)
        if actual != expected:
            raise WeightsError(
                f"{path / name}: checksum {actual[:12]}… differs from the {expected[:12]}… in "
                f"{CONFIG_FILE}. The file is damaged or was altered: fetch or train it again"
            )
        content[name] = data
    check_tensors(content[WEIGHTS_FILE], source=str(path / WEIGHTS_FILE))
    return content[WEIGHTS_FILE], content[GRAPH_FILE]


def check_tensors(content: bytes, *, source: str) -> None:
    """Raises a `WeightsError` unless a safetensors file is well-formed and its numbers are finite.

    Args:
        content: Of the file. The safetensors library checks the header only.
        source: Named in errors.
    """
    from safetensors import SafetensorError, deserialize

    try:
        tensors = deserialize(content)  # type: ignore[no-untyped-call]
    except SafetensorError as error:
        raise WeightsError(f"{source}: no safetensors file ({error})") from error
    for name, tensor in tensors:
        if (dtype := tensor["dtype"]) in _INTEGERS:
            continue
        if dtype not in _EXPONENTS:
            raise WeightsError(f"{source}: tensor {name} has a dtype that is not read: {dtype}")
        word, exponent = _EXPONENTS[dtype]
        bits: NDArray[np.unsignedinteger] = np.frombuffer(tensor["data"], word)
        if bool(((bits & word(exponent)) == word(exponent)).any()):
            raise WeightsError(
                f"{source}: tensor {name} holds NaN or infinity, with which every prediction "
                "would be meaningless. Train or fetch these weights again"
            )


def _read_file(path: Path) -> bytes:
    if not path.is_file():
        raise WeightsError(
            f"{path.parent}: {path.name} is missing; a weights folder holds "
            f"{CONFIG_FILE}, {WEIGHTS_FILE} and {GRAPH_FILE}"
        )
    if path.stat().st_size > MAX_BYTES:
        raise WeightsError(f"{path}: larger than {MAX_BYTES:,} bytes")
    return path.read_bytes()
