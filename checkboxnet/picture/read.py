"""Finding image files, and reading whatever callers pass as an image."""

from __future__ import annotations

import base64
import io
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TypeAlias, TypeGuard

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from checkboxnet.errors import ImageError
from checkboxnet.picture.decode import (
    RgbImage,
    array_to_rgb,
    check_size,
    decode,
    decoder_of,
    to_rgb,
)

if TYPE_CHECKING:
    import torch

__all__ = ["ImageInput", "RgbImage", "list_images", "open_image"]

ImageInput: TypeAlias = (
    "str | os.PathLike[str] | bytes | bytearray | memoryview | BinaryIO | Image.Image"
    " | NDArray[Any] | torch.Tensor"
)
"""Whatever `open_image` takes: see there."""

IMAGE_SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".tif", ".tiff"})

MAX_BYTES = 100_000_000
"""Largest encoded image that is read. Assign `checkboxnet.picture.read.MAX_BYTES` to change it."""


def list_images(folder: str | os.PathLike[str]) -> list[Path]:
    """Returns the image files under `folder`, by suffix, recursively, sorted; hidden ones not.

    Links to folders are followed, and each folder is read once, whatever links lead to it.
    """
    found: list[Path] = []
    seen: set[tuple[int, int]] = set()
    pending = [Path(folder)]
    while pending:  # links, which come last: a folder is known by its own name, if it has one here
        for place, subfolders, files in os.walk(pending.pop(0)):
            status = Path(place).stat()
            if (status.st_dev, status.st_ino) in seen:
                subfolders.clear()
                continue
            seen.add((status.st_dev, status.st_ino))
            subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
            pending += [link for name in subfolders if (link := Path(place, name)).is_symlink()]
            found += [path for name in files if is_image_file(path := Path(place, name))]
    return sorted(found)


def is_image_file(path: Path) -> bool:
    """Returns whether a file has an image's suffix and is not hidden."""
    visible = not path.name.startswith(".")
    return visible and path.suffix.lower() in IMAGE_SUFFIXES and path.is_file()


def is_single_image(value: object) -> TypeGuard[ImageInput]:
    """Returns whether `value` is one image, and not a collection of them."""
    return (
        isinstance(value, (str, os.PathLike, bytes, bytearray, memoryview, Image.Image, np.ndarray))
        or _is_stream(value)
        or _is_tensor(value)
    )


def as_images(images: Iterable[ImageInput]) -> Iterable[ImageInput]:
    """Returns `images` if it is a collection, and raises an `ImageError` otherwise."""
    if not isinstance(images, Iterable):
        raise ImageError(
            f"expected an image or a collection of images, got {type(images).__name__}"
        )
    return images


def open_image(source: ImageInput) -> RgbImage:
    """Returns the picture as RGB, upright, without transparency.

    EXIF orientation is applied, 16-bit samples are scaled to 8 bits. Where the samples don't say
    which value is white (32-bit integers, signed ones, floats of a file or a PIL image) the picture
    is refused.

    Transparency is composited on white, or on black if nothing could be seen on white: if every
    pixel then differed from white by at most `PLAIN`, and some differs from black by more.

    Of an animation (GIF, APNG, WebP) the last frame is taken, as a recording ends with the state
    that it shows; of a TIFF of many pages the first page; of a PIL image the frame that it stands
    on.

    Args:
        source: A path, encoded bytes, a binary file object (read from where it stands and, if it
            can seek, put back there), a PIL image, an array of shape (H, W), (H, W, 3) or (H, W, 4)
            with uint8 values or floats from 0 to 1, or a torch tensor of shape (C, H, W) with C of
            1, 3 or 4.

    Returns:
        uint8 array of shape (H, W, 3).

    Raises:
        ImageError: The image is missing, empty, truncated, too large, in no accepted format, or
            of a wrong shape or value range. The message names the file if there is one.
    """
    name = _name(source)
    with _all_errors_as_image_errors(name):
        if isinstance(source, np.ndarray):
            return array_to_rgb(np.asarray(source), name)
        if _is_tensor(source):
            return array_to_rgb(_tensor_to_array(source), name)
        if isinstance(source, Image.Image):
            return to_rgb(source, name)
        data = _read(source, name)
        if not data:
            raise ImageError(f"{name}: the file is empty")
        if decoder_of(data) is None and (hint := _hint(data[:100].decode("latin-1"))):
            raise ImageError(f"{name}: {hint}")
        return to_rgb(decode(data, name), name)


class _NamedBytes(bytes):
    """Content of a file object, and the file object's name, for error messages."""

    name: str


def detached(source: ImageInput) -> ImageInput:
    """Returns an image that doesn't change when its source is read on or moved to another frame.

    That is the content of a file object, the pixels of a PIL image, or else the same object. Raises
    as `open_image` does.
    """
    if isinstance(source, Image.Image):
        return open_image(source)
    if not _is_stream(source):
        return source
    name = _name(source)
    with _all_errors_as_image_errors(name):
        data = _NamedBytes(_read_stream(source, name))
    data.name = name
    return data


@contextmanager
def _all_errors_as_image_errors(name: str) -> Iterator[None]:
    """Turns every error into an `ImageError` that names the image.

    Pillow's decoders raise many kinds of errors on damaged data (OSError, SyntaxError, EOFError,
    struct.error, IndexError…), and file objects and arrays of others raise what they like.
    """
    try:
        yield
    except ImageError:
        raise
    except Exception as error:
        # An OSError's text repeats the path.
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        raise ImageError(f"{name}: cannot be read ({_shortened(reason)})") from error


def _name(source: object) -> str:
    """Returns what error messages call an image."""
    if isinstance(source, np.ndarray):
        return "array"
    if isinstance(source, Image.Image):
        return "PIL image"
    if _is_tensor(source):
        return "tensor"
    if isinstance(source, (bytes, bytearray, memoryview)):
        return source.name if isinstance(source, _NamedBytes) else "image bytes"
    try:
        if isinstance(source, (str, os.PathLike)):
            return _shortened(os.fsdecode(source)) or "."
        name = getattr(source, "name", None)
    except Exception:  # an object of the user's, which will fail once more when it is read
        return type(source).__name__
    return _shortened(name) if isinstance(name, str) else "file object"


def _shortened(text: str, longest: int = 400) -> str:
    return text if len(text) <= longest else f"{text[: longest // 2]}…{text[-(longest // 2) :]}"


def _read(source: ImageInput, name: str) -> bytes:
    if isinstance(source, (bytes, bytearray, memoryview)):
        # Before it is copied. The length of a memoryview isn't always in bytes.
        _check_bytes(memoryview(source).nbytes, name)
        return bytes(source)
    if isinstance(source, (str, os.PathLike)):
        return _read_path(os.fsdecode(source), name)
    if _is_stream(source):
        return _read_stream(source, name)
    raise ImageError(
        f"expected a path, bytes, file object, PIL image, array or tensor, "
        f"got {type(source).__name__}"
    )


def _read_path(path: str, name: str) -> bytes:
    try:
        status = Path(path).stat()
    except (OSError, ValueError) as error:
        if hint := _hint(path):
            raise ImageError(f"{_shortened(path, 60)}: {hint}") from error
        if isinstance(error, (FileNotFoundError, NotADirectoryError)):
            raise ImageError(f"{name}: no such file") from error
        raise
    if stat.S_ISDIR(status.st_mode):
        raise ImageError(
            f"{name}: a folder, not an image; pass its files, say "
            "checkboxnet.picture.read.list_images(folder)"
        )
    if not stat.S_ISREG(status.st_mode):
        raise ImageError(f"{name}: not a regular file")
    _check_bytes(status.st_size, name)
    return Path(path).read_bytes()


def _read_stream(stream: BinaryIO, name: str) -> bytes:
    """Returns the content of a file object from where it stands, and puts it back there."""
    position = None
    with suppress(Exception):  # a pipe can't tell, and a reader of the user's may lack the methods
        position = stream.tell() if stream.seekable() else None
    data: object = "" if isinstance(stream, io.TextIOBase) else stream.read(MAX_BYTES + 1)
    if position is not None:
        stream.seek(position)
    if isinstance(data, str):
        raise ImageError(f"{name}: opened as text; open it in binary mode ('rb')")
    if not isinstance(data, (bytes, bytearray, memoryview)):
        raise ImageError(f"{name}: read() returned {type(data).__name__}, not bytes")
    if not data and position:
        raise ImageError(f"{name}: stands at its end; call its seek(0) first")
    _check_bytes(len(data), name)
    return bytes(data)


def _check_bytes(size: int, name: str) -> None:
    if size > MAX_BYTES:
        raise ImageError(f"{name}: larger than {MAX_BYTES:,} bytes")


def _hint(text: str) -> str | None:
    """Returns what to do about a URL or a base64 text, or None for other texts."""
    start = text[:100].strip()
    if start.lower().startswith("data:"):
        return "data URLs aren't taken; pass base64.b64decode(…) of what follows the comma"
    if start.lower().startswith("file:"):
        return "addresses aren't taken; pass the path"
    # Path() leaves one slash of two. A drive of Windows has one letter.
    if re.match(r"(blob:)?[a-z][a-z0-9+.-]+:/", start, re.IGNORECASE):
        return "addresses aren't taken; download it and pass the file or its bytes"
    if is_base64(text):
        return "base64 text isn't taken; pass base64.b64decode(…) of it"
    return None


def is_base64(text: str) -> bool:
    """Returns whether a text begins as an encoded image in base64 does."""
    with suppress(ValueError):
        head = base64.b64decode("".join(text[:100].split())[:24], validate=True)
        return decoder_of(head) is not None
    return False


def _is_stream(value: object) -> TypeGuard[BinaryIO]:
    return hasattr(value, "read")


def _is_tensor(value: object) -> TypeGuard[torch.Tensor]:
    torch = sys.modules.get("torch")  # whoever holds a tensor has imported torch
    return torch is not None and isinstance(value, torch.Tensor)


def _tensor_to_array(tensor: torch.Tensor) -> NDArray[Any]:
    if tensor.ndim != 3 or tensor.shape[0] not in (1, 3, 4):
        raise ImageError(
            f"tensor: expected shape (C, H, W) with C of 1, 3 or 4, got {tuple(tensor.shape)}"
        )
    check_size(tensor.shape[2], tensor.shape[1], "tensor")
    if tensor.is_floating_point() and tensor.element_size() < 4:
        tensor = tensor.float()  # numpy has no bfloat16
    return tensor.detach().cpu().numpy().transpose(1, 2, 0)
