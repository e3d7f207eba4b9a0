"""Anything a user has, as one RGB array, or an `ImageError` that says what was wrong with it."""

from __future__ import annotations

import base64
import io
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TypeAlias, TypeGuard

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFile, ImageOps
from PIL.BmpImagePlugin import BmpImageFile
from PIL.GifImagePlugin import GifImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.TiffImagePlugin import (
    BITSPERSAMPLE,
    COMPRESSION,
    PHOTOMETRIC_INTERPRETATION,
    PLANAR_CONFIGURATION,
    SAMPLEFORMAT,
    TiffImageFile,
)
from PIL.WebPImagePlugin import WebPImageFile

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

_DECODERS: dict[str, type[ImageFile.ImageFile]] = {
    "PNG": PngImageFile,
    "JPEG": JpegImageFile,
    "WEBP": WebPImageFile,
    "GIF": GifImageFile,
    "BMP": BmpImageFile,
    "TIFF": TiffImageFile,
}

FORMATS = tuple(_DECODERS)
"""PNG, JPEG, WEBP, GIF, BMP and TIFF: the decoders that may run.

Pillow knows many more, some of them rarely exercised.
"""

IMAGE_SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".tif", ".tiff"})

MAX_PIXELS = 50_000_000
"""Largest width x height that is decoded: a full-page screenshot fits, a decompression bomb not.

Of an animation, the pixels of all frames count. Assign `checkboxnet.picture.read.MAX_PIXELS` to
change it. Beyond 89 million, TIFF, WebP and animated GIF need Pillow's own
`PIL.Image.MAX_IMAGE_PIXELS` raised too.
"""

MAX_BYTES = 100_000_000
"""Largest encoded image that is read. Assign `checkboxnet.picture.read.MAX_BYTES` to change it."""

BACKGROUND = (255, 255, 255)
"""What transparent pixels show, unless what is drawn can't be seen on it."""

OTHER_BACKGROUND = (0, 0, 0)
"""What transparent pixels show then: white on transparent can't be seen on white."""

PLAIN = 12
"""Largest difference from a background, of any channel, of what can't be seen on it."""

_GREY_UNITS = {"L;2": 85, "L;4": 17}
"""What a grey of 1 becomes where Pillow makes 8 bits of the fewer that a PNG has."""


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
    with _refusing(name):
        if isinstance(source, np.ndarray):
            return _from_array(np.asarray(source), name)
        if _is_tensor(source):
            return _from_array(_tensor_to_array(source), name)
        if isinstance(source, Image.Image):
            return _to_rgb(source, name)
        return _to_rgb(_decode(_read(source, name), name), name)


class ReadBytes(bytes):
    """What a file object held."""

    name: str
    """The file object's name, for error messages."""


def detached(source: ImageInput) -> ImageInput:
    """Returns an image that doesn't change when its source is read on or moved to another frame.

    Of a file object that is what it holds, of a PIL image its pixels, of others the same object.

    Raises:
        ImageError: As `open_image` does.
    """
    if isinstance(source, Image.Image):
        return open_image(source)
    if _is_stream(source):
        name = _name(source)
        with _refusing(name):
            data = ReadBytes(_read_stream(source, name))
        data.name = name
        return data
    return source


@contextmanager
def _refusing(name: str) -> Iterator[None]:
    """Turns whatever goes wrong into an `ImageError` that names the image.

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
        return source.name if isinstance(source, ReadBytes) else "image bytes"
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
    """Returns what a file object holds from where it stands, and puts it back there."""
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
    """Returns what to do about text that isn't a path but an address, or an encoded picture."""
    start = text[:100].strip()
    if start.lower().startswith("data:"):
        return "data URLs aren't taken; pass base64.b64decode(…) of what follows the comma"
    if start.lower().startswith("file:"):
        return "addresses aren't taken; pass the path"
    # Path() leaves one slash of two. A drive of Windows has one letter.
    if re.match(r"(blob:)?[a-z][a-z0-9+.-]+:/", start, re.IGNORECASE):
        return "addresses aren't taken; download it and pass the file or its bytes"
    with suppress(ValueError):
        if _decoder(base64.b64decode("".join(start.split())[:24], validate=True)):
            return "base64 text isn't taken; pass base64.b64decode(…) of it"
    return None


def _decoder(data: bytes) -> type[ImageFile.ImageFile] | None:
    """Returns what decodes an image, by how it begins."""
    for style, decoder in _DECODERS.items():
        _, accepts = Image.OPEN[style]
        if accepts and accepts(data[:16]):
            return decoder
    return None


def _decode(data: bytes, name: str) -> Image.Image:
    """Returns the picture, of an animation the last one."""
    if not data:
        raise ImageError(f"{name}: the file is empty")
    decoder = _decoder(data)
    if decoder is None:
        if hint := _hint(data[:100].decode("latin-1")):
            raise ImageError(f"{name}: {hint}")
        raise ImageError(f"{name}: not an image in one of {', '.join(FORMATS)}")
    # Image.open would warn of sizes on which MAX_PIXELS decides.
    image = decoder(io.BytesIO(data))
    frames = 1 if decoder is TiffImageFile else getattr(image, "n_frames", 1)
    if frames > 1:
        _check_size(*image.size, name, frames=frames)
        for frame in range(1, frames):
            image.seek(frame)
            _check_size(*image.size, name, frames=frames)  # a GIF grows by frames that reach out
    return image


def _to_rgb(image: Image.Image, name: str) -> RgbImage:
    _check_size(*image.size, name)
    _check_samples(image, name)
    image = _in_eight_bits(image)
    if image.has_transparency_data:
        image = image.convert("RGBA")
        if image.getchannel("A").getextrema() != (255, 255):
            return _on_background(image)
    return np.asarray(image.convert("RGB"))


def _check_size(width: int, height: int, name: str, *, frames: int = 1) -> None:
    if width == 0 or height == 0:
        raise ImageError(f"{name}: has no pixels ({width}x{height})")
    if frames * width * height > MAX_PIXELS:
        count = f"{frames:,} frames of " if frames > 1 else ""
        raise ImageError(f"{name}: {count}{width}x{height} is more than {MAX_PIXELS:,} pixels")


def _tiff_tags(image: Image.Image) -> Mapping[int, Any]:
    return image.tag_v2 if isinstance(image, TiffImageFile) else {}


def _check_samples(image: Image.Image, name: str) -> None:
    """Refuses what Pillow would make another picture of, or warn about."""
    tags = _tiff_tags(image)
    if image.mode in ("I", "F") or set(tags.get(SAMPLEFORMAT, (1,))) != {1}:
        raise ImageError(
            f"{name}: 32-bit, signed and floating samples don't say which value is white; divide "
            "them by it, and pass an array of floats from 0 to 1"
        )
    uncompressed = tags.get(COMPRESSION) == 1
    if uncompressed and tags.get(PLANAR_CONFIGURATION) == 2 and tags[BITSPERSAMPLE][0] == 16:
        raise ImageError(f"{name}: uncompressed TIFF with 16-bit planes; save it compressed")
    limit = Image.MAX_IMAGE_PIXELS
    if tags and limit and image.width * image.height > limit:
        raise ImageError(
            f"{name}: {image.width}x{image.height} is more than {limit:,} pixels, Pillow's limit "
            "for TIFF; raise PIL.Image.MAX_IMAGE_PIXELS too"
        )


def _in_eight_bits(image: Image.Image) -> Image.Image:
    """Returns a copy that is loaded, upright, and of 8 bits a sample."""
    tags = _tiff_tags(image)
    transparent = _transparent_value(image)
    image = ImageOps.exif_transpose(image)
    if image.mode.startswith("I;16"):
        white = 2 ** tags.get(BITSPERSAMPLE, (16,))[0] - 1  # a TIFF may have 12 bits
        values = np.asarray(image).astype(np.uint32)
        grey = values * 255 // white
        if tags.get(PHOTOMETRIC_INTERPRETATION) == 0:  # 0 is white
            grey = 255 - grey
        alpha = np.full_like(grey, 255) if transparent is None else (values != transparent) * 255
        return Image.fromarray(np.dstack([grey, alpha]).astype(np.uint8))
    if transparent is not None:
        image.info["transparency"] = transparent
    if image.mode == "La":  # greys multiplied by their alpha, which only turn into plain ones
        return image.convert("LA")
    return image


def _transparent_value(image: Image.Image) -> Any:
    """Returns the value that stands for transparency, if one does, in the depth of the pixels.

    Pillow gives that of a PNG in the depth of the file.
    """
    value = image.info.get("transparency")
    if isinstance(value, tuple) and max(value) > 255:
        return tuple(each >> 8 for each in value)
    if image.mode == "1" and value:
        return 255
    if image.mode == "L" and isinstance(image, PngImageFile) and image.tile and value:
        return value * _GREY_UNITS.get(str(image.tile[0].args), 1)
    return value


def _on_background(image: Image.Image) -> RgbImage:
    """Returns an RGBA picture on a background on which something can be seen."""
    on_white, seen_on_white = _composite(image, BACKGROUND)
    if seen_on_white:
        return on_white
    on_black, seen_on_black = _composite(image, OTHER_BACKGROUND)
    return on_black if seen_on_black else on_white


def _composite(image: Image.Image, ground: tuple[int, int, int]) -> tuple[RgbImage, bool]:
    """Returns an RGBA picture on a colour, and whether anything can be seen on it."""
    canvas = Image.new("RGBA", image.size, (*ground, 255))
    picture = np.asarray(Image.alpha_composite(canvas, image).convert("RGB"))
    extremes = np.stack([picture.min(axis=(0, 1)), picture.max(axis=(0, 1))])
    return picture, bool(np.abs(extremes - np.array(ground)).max() > PLAIN)


def _from_array(array: NDArray[Any], name: str) -> RgbImage:
    if array.ndim == 4:
        raise ImageError(
            f"{name}: shape {array.shape} looks like a batch; pass list(batch) to predict many"
        )
    channels = array.shape[2] if array.ndim == 3 else 1
    if array.ndim not in (2, 3) or channels not in (1, 3, 4):
        raise ImageError(
            f"{name}: expected shape (H, W), (H, W, 3) or (H, W, 4), got {array.shape}"
        )
    _check_size(array.shape[1], array.shape[0], name)
    if np.issubdtype(array.dtype, np.floating):
        # NaN fails both comparisons.
        if not bool(((array >= 0) & (array <= 1)).all()):
            raise ImageError(f"{name}: float values must lie between 0 and 1, without NaN")
        array = np.rint(array * 255).astype(np.uint8)
    elif array.dtype == np.bool_:
        array = array.astype(np.uint8) * 255
    elif array.dtype != np.uint8:
        raise ImageError(
            f"{name}: expected uint8 or float in 0–1, got {array.dtype}; divide by what is white"
        )
    array = array.reshape(*array.shape[:2], channels)
    if channels == 4:
        return _to_rgb(Image.fromarray(np.ascontiguousarray(array)), name)
    return np.ascontiguousarray(np.broadcast_to(array, (*array.shape[:2], 3)))


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
    _check_size(tensor.shape[2], tensor.shape[1], "tensor")
    if tensor.is_floating_point() and tensor.element_size() < 4:
        tensor = tensor.float()  # numpy has no bfloat16
    return tensor.detach().cpu().numpy().transpose(1, 2, 0)


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
