"""From an encoded image, a PIL image or an array to 8-bit RGB without transparency."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any, TypeAlias

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

MAX_PIXELS = 50_000_000
"""Largest width x height that is decoded: a full-page screenshot fits, a decompression bomb not.

Of an animation, the pixels of all frames count. Assign `checkboxnet.picture.decode.MAX_PIXELS` to
change it. Beyond 89 million, TIFF, WebP and animated GIF need Pillow's own
`PIL.Image.MAX_IMAGE_PIXELS` raised too.
"""

BACKGROUND = (255, 255, 255)
"""Colour behind transparent pixels, unless nothing that is drawn could be seen on it."""

OTHER_BACKGROUND = (0, 0, 0)
"""Colour behind transparent pixels then: white on transparent can't be seen on white."""

PLAIN = 12
"""Largest difference of any channel from the background at which a pixel counts as background."""

_GREY_UNITS = {"L;2": 85, "L;4": 17}
"""8-bit value of grey 1 in PNGs of 2 and 4 bits."""


def decoder_of(data: bytes) -> type[ImageFile.ImageFile] | None:
    """Returns what decodes an image, by its first bytes; None for other data."""
    for style, decoder in _DECODERS.items():
        _, accepts = Image.OPEN[style]
        if accepts and accepts(data[:16]):
            return decoder
    return None


def decode(data: bytes, name: str) -> Image.Image:
    """Returns an encoded image, of an animation the last frame.

    Raises:
        ImageError: It has another format or too many pixels; the message begins with `name`.
            Damaged data raise Pillow's own errors.
    """
    decoder = decoder_of(data)
    if decoder is None:
        raise ImageError(f"{name}: not an image in one of {', '.join(FORMATS)}")
    # Image.open would warn of sizes on which MAX_PIXELS decides.
    image = decoder(io.BytesIO(data))
    frames = 1 if decoder is TiffImageFile else getattr(image, "n_frames", 1)
    if frames > 1:
        check_size(*image.size, name, frames=frames)
        for frame in range(1, frames):
            image.seek(frame)
            check_size(*image.size, name, frames=frames)  # a GIF's frames may make it larger
    return image


def check_size(width: int, height: int, name: str, *, frames: int = 1) -> None:
    """Raises an `ImageError` if there are no pixels, or more than `MAX_PIXELS`."""
    if width == 0 or height == 0:
        raise ImageError(f"{name}: has no pixels ({width}x{height})")
    if frames * width * height > MAX_PIXELS:
        count = f"{frames:,} frames of " if frames > 1 else ""
        raise ImageError(f"{name}: {count}{width}x{height} is more than {MAX_PIXELS:,} pixels")


def to_rgb(image: Image.Image, name: str) -> RgbImage:
    """Returns a PIL image upright, in 8 bits, on a background.

    Raises:
        ImageError: It has too many pixels, or samples that don't say which value is white.
    """
    check_size(*image.size, name)
    _check_samples(image, name)
    image = _in_eight_bits(image)
    if image.has_transparency_data:
        image = image.convert("RGBA")
        if image.getchannel("A").getextrema() != (255, 255):
            return _on_background(image)
    return np.asarray(image.convert("RGB"))


def _tiff_tags(image: Image.Image) -> Mapping[int, Any]:
    return image.tag_v2 if isinstance(image, TiffImageFile) else {}


def _check_samples(image: Image.Image, name: str) -> None:
    """Refuses what Pillow would read wrongly, or warn about."""
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
    return image.convert("LA") if image.mode == "La" else image  # Pillow makes no RGBA of La


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


def _composite(image: Image.Image, background: tuple[int, int, int]) -> tuple[RgbImage, bool]:
    """Returns an RGBA picture on a colour, and whether anything can be seen on it."""
    canvas = Image.new("RGBA", image.size, (*background, 255))
    picture = np.asarray(Image.alpha_composite(canvas, image).convert("RGB"))
    extremes = np.stack([picture.min(axis=(0, 1)), picture.max(axis=(0, 1))])
    return picture, bool(np.abs(extremes - np.array(background)).max() > PLAIN)


def array_to_rgb(array: NDArray[Any], name: str) -> RgbImage:
    """Returns an array of shape (H, W), (H, W, 1), (H, W, 3) or (H, W, 4) as RGB.

    Raises:
        ImageError: It has another shape, or other values than uint8, booleans or floats from 0
            to 1.
    """
    if array.ndim == 4:
        raise ImageError(
            f"{name}: shape {array.shape} looks like a batch; pass list(batch) to predict many"
        )
    channels = array.shape[2] if array.ndim == 3 else 1
    if array.ndim not in (2, 3) or channels not in (1, 3, 4):
        raise ImageError(
            f"{name}: expected shape (H, W), (H, W, 3) or (H, W, 4), got {array.shape}"
        )
    check_size(array.shape[1], array.shape[0], name)
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
        return to_rgb(Image.fromarray(np.ascontiguousarray(array)), name)
    return np.ascontiguousarray(np.broadcast_to(array, (*array.shape[:2], 3)))
