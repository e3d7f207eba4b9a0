"""Anything a user has, as one RGB array, or an `ImageError` that says what was wrong with it."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TypeAlias, TypeGuard

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from checkboxnet.errors import ImageError

if TYPE_CHECKING:
    import torch

ImageInput: TypeAlias = (
    "str | os.PathLike[str] | bytes | bytearray | memoryview | BinaryIO | Image.Image"
    " | NDArray[Any] | torch.Tensor"
)
"""Whatever `open_image` takes: see there."""

RgbImage: TypeAlias = NDArray[np.uint8]
"""An array of shape (H, W, 3), uint8, red first."""

FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF")
"""The decoders that may run. Pillow knows many more, some of them rarely exercised."""

IMAGE_SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".tif", ".tiff"})

MAX_PIXELS = 50_000_000
"""Largest width x height that is decoded: a full-page screenshot fits, a decompression bomb not.

Assign `checkboxnet.images.MAX_PIXELS` to change it. Beyond 178 million, Pillow's own
`Image.MAX_IMAGE_PIXELS` has to be raised too.
"""

MAX_BYTES = 100_000_000
"""Largest encoded image that is read. Assign `checkboxnet.images.MAX_BYTES` to change it."""

BACKGROUND = (255, 255, 255)
"""What transparent pixels are composited on."""


def list_images(folder: str | os.PathLike[str]) -> list[Path]:
    """Returns the image files under `folder`, by suffix, recursively, sorted; hidden ones not.

    Links to folders are followed, and each folder is read once, whatever links lead to it.
    """
    found: list[Path] = []
    seen: set[tuple[int, int]] = set()
    folders, links = [Path(folder)], list[Path]()
    while folders or links:
        # Links come last: a folder is known by its own name, if it has one here.
        place = folders.pop() if folders else links.pop()
        try:
            status = place.stat()
            content = sorted(place.iterdir(), reverse=True)
        except OSError:  # no folder, or one that may not be read
            continue
        if (status.st_dev, status.st_ino) in seen:
            continue
        seen.add((status.st_dev, status.st_ino))
        for path in content:
            if is_image_file(path):
                found.append(path)
            elif path.is_dir() and not path.name.startswith("."):
                (links if path.is_symlink() else folders).append(path)
    return sorted(found)


def is_image_file(path: Path) -> bool:
    """Says whether a file's name is one of an image, and not a hidden one."""
    visible = not path.name.startswith(".")
    return visible and path.suffix.lower() in IMAGE_SUFFIXES and path.is_file()


def is_single_image(value: object) -> TypeGuard[ImageInput]:
    """Says whether `value` is one image, and not a collection of them."""
    return (
        isinstance(value, (str, os.PathLike, bytes, bytearray, memoryview, Image.Image, np.ndarray))
        or hasattr(value, "read")
        or _is_tensor(value)
    )


def open_image(source: ImageInput) -> RgbImage:
    """Returns the picture as RGB, upright, on a white background.

    EXIF orientation is applied, transparency composited on `BACKGROUND`, the first frame of
    an animation taken, 16-bit grey scaled to 8 bits.

    Args:
        source: A path, encoded bytes, a binary file object (read from where it stands), a PIL
            image, an array of shape (H, W), (H, W, 3) or (H, W, 4) with uint8 values or floats
            from 0 to 1, or a torch tensor of shape (C, H, W) with C of 1, 3 or 4.

    Returns:
        uint8 array of shape (H, W, 3).

    Raises:
        ImageError: The image is missing, empty, truncated, too large, in no accepted format, or
            of a wrong shape or value range. The message names the file if there is one.
    """
    if isinstance(source, np.ndarray):
        return _from_array(source)
    if isinstance(source, Image.Image):
        return _decode(lambda: source, "PIL image")
    if _is_tensor(source):
        if source.ndim != 3:
            raise ImageError(f"tensor: expected shape (C, H, W), got {tuple(source.shape)}")
        return _from_array(source.detach().cpu().numpy().transpose(1, 2, 0))
    data, name = _read(source)
    if not data:
        raise ImageError(f"{name}: the file is empty")
    return _decode(lambda: Image.open(io.BytesIO(data), formats=FORMATS), name)


def _decode(opened: Callable[[], Image.Image], name: str) -> RgbImage:
    """Returns the pixels of what is opened; whatever goes wrong is an `ImageError`."""
    try:
        return _to_rgb(opened(), name)
    except ImageError:
        raise
    except UnidentifiedImageError as error:
        raise ImageError(f"{name}: not an image in one of {', '.join(FORMATS)}") from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise ImageError(f"{name}: {error}") from error
    except Exception as error:
        # Pillow's decoders raise many kinds on damaged data: OSError, SyntaxError, EOFError,
        # struct.error, IndexError… All mean the same to the caller.
        raise ImageError(f"{name}: cannot be decoded ({error})") from error


def _read(source: ImageInput) -> tuple[bytes, str]:
    if isinstance(source, (bytes, bytearray, memoryview)):
        data, name = bytes(source), "image bytes"
    elif isinstance(source, (str, os.PathLike)):
        path = Path(source)
        name = str(path)
        try:
            if not path.exists():
                raise ImageError(f"{name}: no such file")
            if path.is_dir():
                raise ImageError(
                    f"{name}: a folder, not an image; pass its files, say "
                    "checkboxnet.images.list_images(folder)"
                )
            if not path.is_file():
                raise ImageError(f"{name}: not a regular file")
            if path.stat().st_size > MAX_BYTES:
                raise ImageError(f"{name}: larger than {MAX_BYTES:,} bytes")
            data = path.read_bytes()
        except (OSError, ValueError) as error:
            if isinstance(error, ImageError):
                raise
            raise ImageError(f"{name}: cannot be read ({error})") from error
    elif hasattr(source, "read"):
        name = str(getattr(source, "name", "file object"))
        data = source.read(MAX_BYTES + 1)
        if not isinstance(data, bytes):
            raise ImageError(f"{name}: opened as text; open it in binary mode ('rb')")
    else:
        raise ImageError(
            f"expected a path, bytes, file object, PIL image, array or tensor, "
            f"got {type(source).__name__}"
        )
    if len(data) > MAX_BYTES:
        raise ImageError(f"{name}: larger than {MAX_BYTES:,} bytes")
    return data, name


def _to_rgb(image: Image.Image, name: str) -> RgbImage:
    width, height = image.size
    if width == 0 or height == 0:
        raise ImageError(f"{name}: has no pixels ({width}x{height})")
    if width * height > MAX_PIXELS:
        raise ImageError(f"{name}: {width}x{height} is more than {MAX_PIXELS:,} pixels")
    image = ImageOps.exif_transpose(image)
    if image.mode.startswith("I;16") or image.mode == "I":
        # Pillow's own conversion clips 16-bit values at 255 instead of scaling them.
        return _from_array((np.asarray(image).clip(0, 65535) // 257).astype(np.uint8))
    if image.mode == "La":  # greys multiplied by their alpha, which only turn into plain ones
        image = image.convert("LA")
    if image.has_transparency_data:
        image = image.convert("RGBA")
        if image.getchannel("A").getextrema() != (255, 255):
            canvas = Image.new("RGBA", image.size, (*BACKGROUND, 255))
            image = Image.alpha_composite(canvas, image)
    return np.asarray(image.convert("RGB"))


def _from_array(array: NDArray[Any]) -> RgbImage:
    if array.ndim == 4:
        raise ImageError(
            f"array: shape {array.shape} looks like a batch; pass list(batch) to predict many"
        )
    channels = array.shape[2] if array.ndim == 3 else 1
    if array.ndim not in (2, 3) or channels not in (1, 3, 4):
        raise ImageError(f"array: expected shape (H, W), (H, W, 3) or (H, W, 4), got {array.shape}")
    if array.size == 0:
        raise ImageError(f"array: has no pixels (shape {array.shape})")
    if array.shape[0] * array.shape[1] > MAX_PIXELS:
        raise ImageError(f"array: {array.shape} is more than {MAX_PIXELS:,} pixels")
    if np.issubdtype(array.dtype, np.floating):
        # NaN fails both comparisons.
        if not bool(((array >= 0) & (array <= 1)).all()):
            raise ImageError("array: float values must lie between 0 and 1, without NaN")
        array = np.rint(array * 255).astype(np.uint8)
    elif array.dtype == np.bool_:
        array = array.astype(np.uint8) * 255
    elif array.dtype != np.uint8:
        raise ImageError(f"array: expected uint8 or float in 0–1, got {array.dtype}")
    array = array.reshape(*array.shape[:2], channels)
    if channels == 4:
        return _to_rgb(Image.fromarray(np.ascontiguousarray(array), "RGBA"), "array")
    return np.ascontiguousarray(np.broadcast_to(array, (*array.shape[:2], 3)))


def _is_tensor(value: object) -> TypeGuard[torch.Tensor]:
    torch = sys.modules.get("torch")  # whoever holds a tensor has imported torch
    return torch is not None and isinstance(value, torch.Tensor)


def as_images(images: Iterable[ImageInput]) -> Iterable[ImageInput]:
    """Returns `images` if it is a collection.

    Raises:
        ImageError: It is neither an image nor a collection of images.
    """
    if not isinstance(images, Iterable):
        raise ImageError(
            f"expected an image or a collection of images, got {type(images).__name__}"
        )
    return images
