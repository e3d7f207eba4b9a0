"""The last picture of an animation: the frames of a GIF or APNG, laid on one another.

As browsers do it: what a frame leaves becomes transparent. Pillow fills it with a colour where
frames are opaque, and lays the frames of an APNG on a picture that is none of them; so it is given
each frame as a picture of its own.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator
from enum import Enum
from typing import NamedTuple

from PIL import Image

MAX_FRAMES = 10_000
"""Most frames of an animation that are read."""

_GIF_EXTENSION, _GIF_IMAGE, _GIF_TRAILER = b"!,;"
_GIF_GRAPHIC_CONTROL = 0xF9
_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PNG_PALETTE = 768
"""Bytes of the largest palette. Every frame repeats it."""


class Disposal(Enum):
    """What becomes of a frame's box when the next frame is shown."""

    KEEP = 0
    CLEAR = 1
    """It becomes transparent."""
    RESTORE = 2
    """It shows again what it showed before."""


_GIF_DISPOSALS = {2: Disposal.CLEAR, 3: Disposal.RESTORE, 4: Disposal.RESTORE}
"""Some encoders mean by 4 what the specification means by 3."""


class Frame(NamedTuple):
    """One frame of an animation."""

    data: bytes
    """The frame as an encoded picture of its own, in the animation's format."""
    box: tuple[int, int, int, int]
    """Left, top, right and bottom in the animation."""
    disposal: Disposal
    replaces: bool
    """Whether it replaces what is in its box; else it is laid over it."""


class Animation(NamedTuple):
    """An animation, of which nothing is decoded yet."""

    size: tuple[int, int]
    """Width and height."""
    frames: list[Frame]


def last_picture(animation: Animation, decode: Callable[[bytes], Image.Image]) -> Image.Image:
    """Returns what is shown in the end, as RGBA.

    Args:
        animation: At least one frame.
        decode: Returns an encoded frame as RGBA.
    """
    shown = left = Image.new("RGBA", animation.size)
    for frame in animation.frames:
        shown = left.copy()
        if frame.replaces:
            shown.paste(decode(frame.data), frame.box)
        else:
            shown.alpha_composite(decode(frame.data), frame.box[:2])
        if frame.disposal is Disposal.KEEP:
            left = shown
        elif frame.disposal is Disposal.CLEAR:
            left = shown.copy()
            left.paste((0, 0, 0, 0), frame.box)
    return shown


def read_animation(data: bytes) -> Animation:
    """Returns the frames of a GIF or an animated PNG.

    Raises:
        ValueError: It is damaged or truncated, or there are more than `MAX_FRAMES`.
    """
    try:
        return _read_gif(data) if data.startswith(b"GIF") else _read_apng(data)
    except (IndexError, struct.error) as error:
        raise ValueError("the animation is truncated") from error


def check_count(frames: int) -> None:
    """Raises `ValueError` if there are more than `MAX_FRAMES`."""
    if frames > MAX_FRAMES:
        raise ValueError(f"more than {MAX_FRAMES:,} frames")


def _read_gif(data: bytes) -> Animation:
    start = 13 + _gif_palette(data[10])
    frames: list[Frame] = []
    control, disposal = b"", Disposal.KEEP
    for block in _gif_blocks(data, start):
        if block[0] == _GIF_IMAGE:
            left, top, width, height = struct.unpack_from("<4H", block, 1)
            head = data[:6] + struct.pack("<2H", width, height) + data[10:start] + control
            alone = head + struct.pack("<c4H", b",", 0, 0, width, height) + block[9:] + b";"
            box = (left, top, left + width, top + height)
            frames.append(Frame(alone, box, disposal, replaces=False))
            check_count(len(frames))
            control, disposal = b"", Disposal.KEEP
        elif block[1] == _GIF_GRAPHIC_CONTROL:
            disposal = _GIF_DISPOSALS.get(block[3] >> 2 & 7, Disposal.KEEP)
            control = block[:3] + bytes([block[3] & 1]) + block[4:]  # alone it isn't disposed of
    if not frames:
        raise ValueError("a GIF without an image")
    # Frames may reach out of the screen that the head declares, which then grows.
    sizes = [struct.unpack_from("<2H", data, 6), *(frame.box[2:] for frame in frames)]
    return Animation((max(size[0] for size in sizes), max(size[1] for size in sizes)), frames)


def _gif_blocks(data: bytes, at: int) -> Iterator[bytes]:
    """Yields each extension and each image up to the trailer."""
    while data[at] != _GIF_TRAILER:
        start = at
        if data[at] == _GIF_IMAGE:
            at += 10 + _gif_palette(data[at + 9]) + 1
        elif data[at] == _GIF_EXTENSION:
            at += 2
        else:
            raise ValueError("neither an image nor an extension nor the end of the GIF")
        while length := data[at]:
            at += 1 + length
        at += 1
        yield data[start:at]


def _gif_palette(flags: int) -> int:
    """Returns how many bytes of palette follow, by the flags before them."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _read_apng(data: bytes) -> Animation:
    header, declared = b"", 0
    shared: dict[bytes, bytes] = {}  # the chunks that all frames need
    controls: list[bytes] = []
    contents: list[list[bytes]] = []
    for kind, content in _png_chunks(data):
        if kind == b"IHDR":
            header = content
        elif kind == b"acTL":
            (declared,) = struct.unpack_from(">I", content)
        elif kind in (b"PLTE", b"tRNS") and len(content) <= _PNG_PALETTE:
            shared[kind] = _png_chunk(kind, content)
        elif kind == b"fcTL":
            controls.append(content)
            contents.append([])
            check_count(len(controls))
        elif kind == b"fdAT":
            contents[-1].append(content[4:])
        elif kind == b"IDAT" and contents:  # else a default image, which is none of the frames
            contents[-1].append(content)
    if len(controls) != declared:
        raise ValueError(f"{len(controls)} frames of {declared}")
    size = struct.unpack_from(">2I", header)
    frames = []
    for control, parts in zip(controls, contents, strict=True):
        _, width, height, left, top, _, _, disposal, blend = struct.unpack(">5I2H2B", control)
        box = (left, top, left + width, top + height)
        if box[2] > size[0] or box[3] > size[1]:
            raise ValueError("a frame reaches out of the picture")
        own_header = _png_chunk(b"IHDR", struct.pack(">2I", width, height) + header[8:])
        body = _png_chunk(b"IDAT", b"".join(parts)) + _png_chunk(b"IEND", b"")
        alone = b"".join([_PNG_SIGNATURE, own_header, *shared.values(), body])
        frames.append(Frame(alone, box, Disposal(disposal), replaces=blend == 0))
    return Animation(size, frames)


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yields kind and content of each chunk up to the end."""
    at, kind = len(_PNG_SIGNATURE), b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", data, at)
        chunk = data[at : at + length + 12]
        if chunk != _png_chunk(kind, chunk[8:-4]):
            raise ValueError(f"the chunk {kind.decode('latin-1')} is damaged or truncated")
        yield kind, chunk[8:-4]
        at += len(chunk)


def _png_chunk(kind: bytes, content: bytes) -> bytes:
    checksum = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)
