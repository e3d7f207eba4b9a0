"""Writes pictures that Pillow doesn't write: of any depth, frame by frame, or damaged."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Mapping, Sequence


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
