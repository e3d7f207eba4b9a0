"""Writes pictures that Pillow doesn't write: of any depth, frame by frame, or damaged."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


def png_chunk(kind: bytes, content: bytes) -> bytes:
    checksum = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)


def png(
    size: tuple[int, int],
    rows: Iterable[bytes] = (),
    *,
    depth: int = 8,
    colour: int = 2,
    chunks: Mapping[bytes, bytes] | None = None,
) -> bytes:
    """A PNG that declares any size, whatever its rows hold.

    Args:
        size: Width and height.
        rows: Packed samples.
        depth: Bits a sample.
        colour: Colour type: 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGBA.
        chunks: What stands between header and pixels.
    """
    header = struct.pack(">IIBBBBB", *size, depth, colour, 0, 0, 0)
    body = png_chunk(b"IDAT", _deflated(rows)) + png_chunk(b"IEND", b"")
    between = b"".join(png_chunk(*chunk) for chunk in (chunks or {}).items())
    return b"\x89PNG\r\n\x1a\n" + png_chunk(b"IHDR", header) + between + body


def _deflated(rows: Iterable[bytes]) -> bytes:
    return zlib.compress(b"".join(b"\0" + row for row in rows))


class PngFrame(NamedTuple):
    pixels: NDArray[np.uint8]
    """(H, W), (H, W, 3) or (H, W, 4): grey, RGB or RGBA."""
    left: int = 0
    top: int = 0
    disposal: int = 0
    """0 keep, 1 clear, 2 restore."""
    blend: int = 0
    """0 replace, 1 over."""


def apng(
    size: tuple[int, int],
    frames: Sequence[PngFrame],
    *,
    default: NDArray[np.uint8] | None = None,
    chunks: Mapping[bytes, bytes] | None = None,
    declared: int | None = None,
) -> bytes:
    """An animated PNG; with a default image, that isn't one of its frames."""
    pixels = frames[0].pixels
    colour = {2: 0, 3: {3: 2, 4: 6}.get(pixels.shape[-1])}[pixels.ndim]
    out = b"\x89PNG\r\n\x1a\n"
    out += png_chunk(b"IHDR", struct.pack(">IIBBBBB", *size, 8, colour, 0, 0, 0))
    out += png_chunk(b"acTL", struct.pack(">II", declared or len(frames), 1))
    out += b"".join(png_chunk(*chunk) for chunk in (chunks or {}).items())
    if default is not None:
        out += png_chunk(b"IDAT", _deflated(row.tobytes() for row in default))
    number = 0
    for index, frame in enumerate(frames):
        height, width = frame.pixels.shape[:2]
        place = struct.pack(">IIII", width, height, frame.left, frame.top)
        ends = struct.pack(">HHBB", 1, 10, frame.disposal, frame.blend)
        out += png_chunk(b"fcTL", struct.pack(">I", number) + place + ends)
        number += 1
        content = _deflated(row.tobytes() for row in frame.pixels)
        if index == 0 and default is None:
            out += png_chunk(b"IDAT", content)
        else:
            out += png_chunk(b"fdAT", struct.pack(">I", number) + content)
            number += 1
    return out + png_chunk(b"IEND", b"")


class GifFrame(NamedTuple):
    pixels: NDArray[np.uint8]
    """(H, W), places in the palette."""
    left: int = 0
    top: int = 0
    disposal: int = 0
    """0 unspecified, 1 keep, 2 clear, 3 restore."""
    transparent: int | None = None
    palette: bytes | None = None
    """Its own, of 256 colours."""


def gif(
    size: tuple[int, int], palette: bytes, frames: Sequence[GifFrame], *, background: int = 0
) -> bytes:
    """A GIF with a palette of 256 colours, hardly compressed."""
    out = b"GIF89a" + struct.pack("<HHBBB", *size, 0xF7, background, 0) + palette
    for frame in frames:
        flags = frame.disposal << 2 | (frame.transparent is not None)
        out += b"!\xf9\x04" + struct.pack("<BHBB", flags, 10, frame.transparent or 0, 0)
        height, width = frame.pixels.shape
        own = frame.palette or b""
        out += b"," + struct.pack("<HHHHB", frame.left, frame.top, width, height, 0x87 * bool(own))
        out += own + b"\x08" + _gif_blocks(_lzw(frame.pixels.tobytes()))
    return out + b";"


def _lzw(places: bytes) -> bytes:
    """Codes of nine bits, none of which stands for more than one place."""
    codes = []
    for start in range(0, len(places), 100):
        codes += [256, *places[start : start + 100]]  # 256 clears the table before it grows
    number = sum(code << 9 * index for index, code in enumerate([*codes, 257]))
    return number.to_bytes((9 * (len(codes) + 1) + 7) // 8, "little")


def _gif_blocks(data: bytes) -> bytes:
    parts = [data[start : start + 255] for start in range(0, len(data), 255)]
    return b"".join(bytes([len(part)]) + part for part in parts) + b"\0"


def tiff(
    size: tuple[int, int],
    samples: bytes,
    *,
    bits: Sequence[int],
    photometric: int = 1,
    order: str = "<",
    tags: Mapping[int, Sequence[int]] | None = None,
) -> bytes:
    """A TIFF of one strip, uncompressed.

    Args:
        size: Width and height.
        samples: In the byte order.
        bits: Of each sample of a pixel.
        photometric: 0 is white (0), 0 is black (1), RGB (2), palette (3), CMYK (5)…
        order: `<` or `>`.
        tags: More tags, or others in place of those.
    """
    entries: dict[int, Sequence[int]] = {
        256: [size[0]],
        257: [size[1]],
        258: bits,
        259: [1],
        262: [photometric],
        273: [8],
        277: [len(bits)],
        278: [size[1]],
        279: [len(samples)],
        **(tags or {}),
    }
    samples += b"\0" * (len(samples) % 2)
    start = 8 + len(samples)
    spilled_at = start + 2 + 12 * len(entries) + 4
    directory, spilled = struct.pack(order + "H", len(entries)), b""
    for tag, values in sorted(entries.items()):
        kind, letter = (4, "I") if tag in {256, 257, 273, 278, 279} else (3, "H")
        value = struct.pack(f"{order}{len(values)}{letter}", *values)
        if len(value) > 4:
            value, spilled = struct.pack(order + "I", spilled_at + len(spilled)), spilled + value
        directory += struct.pack(order + "HHI", tag, kind, len(values)) + value.ljust(4, b"\0")
    head = {"<": b"II*\0", ">": b"MM\0*"}[order] + struct.pack(order + "I", start)
    return head + samples + directory + struct.pack(order + "I", 0) + spilled
