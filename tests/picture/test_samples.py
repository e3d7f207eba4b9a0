"""What the samples of every mode, depth and type mean: the right picture, or an `ImageError`."""

from __future__ import annotations

import io
import struct
from typing import Any

import numpy as np
import pytest
import torch
from encoders import png, tiff
from numpy.typing import NDArray
from PIL import Image

from checkboxnet.errors import ImageError
from checkboxnet.picture.read import open_image

BLACK, WHITE, RED = (0, 0, 0), (255, 255, 255), (200, 10, 30)


def check(source: Any, expected: Any, *, within: int = 0) -> None:
    """Expected is the row of pixels or greys, or a part of the message."""
    if isinstance(expected, str):
        with pytest.raises(ImageError, match=expected):
            open_image(source)
        return
    pixels = np.array([each if isinstance(each, tuple) else (each,) * 3 for each in expected])
    np.testing.assert_allclose(open_image(source)[0], pixels, rtol=0, atol=within)


def filled(mode: str, *values: Any) -> Image.Image:
    image = Image.new(mode, (len(values), 1))
    for x, value in enumerate(values):
        image.putpixel((x, 0), value)
    return image


def converted(*modes: str) -> Image.Image:
    image = filled("RGB", BLACK, WHITE, RED)
    for mode in modes:
        image = image.convert(mode, dither=Image.Dither.NONE, palette=Image.Palette.ADAPTIVE)
    return image


IN_COLOUR = [BLACK, WHITE, RED]
MODES: dict[str, tuple[Image.Image, Any]] = {
    "1": (filled("1", 0, 1), [0, 255]),
    "L": (filled("L", 0, 128, 255), [0, 128, 255]),
    "LA": (filled("LA", (0, 255), (0, 0), (77, 255)), [0, 255, 77]),
    "La": (filled("La", (0, 255), (0, 0), (77, 255)), [0, 255, 77]),
    "P": (converted("P"), IN_COLOUR),
    "PA": (converted("P", "PA"), IN_COLOUR),
    "RGB": (converted(), IN_COLOUR),
    "RGBA": (filled("RGBA", (*BLACK, 0), (*WHITE, 255), (*RED, 255)), [WHITE, WHITE, RED]),
    "RGBa": (filled("RGBa", (0, 0, 0, 0), (*WHITE, 255), (*RED, 255)), [WHITE, WHITE, RED]),
    "RGBX": (filled("RGBX", (*BLACK, 0), (*WHITE, 0), (*RED, 0)), IN_COLOUR),
    "CMYK": (converted("CMYK"), IN_COLOUR),
    "YCbCr": (converted("YCbCr"), IN_COLOUR),
    "LAB": (converted("LAB"), IN_COLOUR),
    "HSV": (converted("HSV"), IN_COLOUR),
    "I": (filled("I", 0, 128, 255), "which value is white"),
    "F": (filled("F", 0, 0.5, 1), "which value is white"),
    "I;16": (filled("I;16", 0, 128 * 257, 65535), [0, 128, 255]),
    "I;16L": (filled("I;16L", 0, 128 * 257, 65535), [0, 128, 255]),
    "I;16B": (filled("I;16B", 0, 128 * 257, 65535), [0, 128, 255]),
    "I;16N": (filled("I;16N", 0, 128 * 257, 65535), [0, 128, 255]),
}


def test_every_mode_that_pillow_has_is_listed() -> None:
    assert set(Image.MODES) == set(MODES)


@pytest.mark.parametrize("mode", MODES)
def test_modes(mode: str) -> None:
    image, expected = MODES[mode]
    assert image.mode == mode
    check(image, expected, within=3 if mode in {"YCbCr", "LAB", "HSV"} else 0)


@pytest.mark.parametrize("code", np.typecodes["All"])
def test_array_types(code: str) -> None:
    values: NDArray[Any] = np.zeros((1, 3), code)
    if code == "?":
        values[0, 1:] = True
        check(values, [0, 255, 255])
    elif code == "B":
        values[0] = 0, 128, 255
        check(values, [0, 128, 255])
    elif code in np.typecodes["Float"]:
        values[0] = 0, 0.5, 1
        check(values, [0, 128, 255])
    else:
        check(values, "expected uint8 or float in 0–1")


def test_array_classes() -> None:
    check(np.array([[0, 255]], np.uint8).view(np.matrix), [0, 255])
    check(np.zeros((1, 2), [("r", "u1"), ("g", "u1")]), "expected uint8")


FLOATS = [
    torch.float64, torch.float32, torch.float16, torch.bfloat16, torch.float8_e4m3fn,
    torch.float8_e5m2,
]  # fmt: skip
INTEGERS = [
    torch.int8, torch.int16, torch.int32, torch.int64, torch.uint16, torch.uint32, torch.uint64,
    torch.complex64, torch.complex128,
]  # fmt: skip


@pytest.mark.parametrize("dtype", FLOATS, ids=str)
def test_floating_tensors(dtype: torch.dtype) -> None:
    check(torch.tensor([[[0, 0.5, 1]]]).to(dtype), [0, 128, 255])


@pytest.mark.parametrize("dtype", INTEGERS, ids=str)
def test_tensors_without_a_white(dtype: torch.dtype) -> None:
    check(torch.zeros(1, 1, 3, dtype=dtype), "^tensor: ")


def test_other_tensors() -> None:
    check(torch.tensor([[[False, True]]]), [0, 255])
    check(torch.tensor([[[0, 128, 255]]], dtype=torch.uint8), [0, 128, 255])
    check(torch.tensor([[[0, 0.5, 1]]], requires_grad=True), [0, 128, 255])
    check(torch.ones(1, 1, 1, dtype=torch.bfloat16).expand(3, 1, 2), [255, 255])
    check(torch.zeros(3, 1, 2).to_sparse(), "^tensor: cannot be read .*to_dense")
    check(torch.zeros(3, 1, 2, device="meta"), "^tensor: cannot be read")
    check(torch.zeros(3, 1, 2, dtype=torch.complex64).conj(), "^tensor: ")
    check(torch.zeros(1, 1, 1, dtype=torch.bfloat16).expand(3, 10**6, 10**6), "50,000,000 pixels")
    check(torch.zeros(9, 9, 3), r"^tensor: .*\(C, H, W\).*\(9, 9, 3\)")


GREYS = {
    1: (bytes([0b01000000]), [0, 1], [0, 255]),
    2: (bytes([0b00011011]), [0, 1, 2, 3], [0, 85, 170, 255]),
    4: (bytes([0x05, 0xAF]), [0, 5, 10, 15], [0, 85, 170, 255]),
    8: (bytes([0, 85, 170, 255]), [0, 85, 170, 255], [0, 85, 170, 255]),
    12: (bytes([0x00, 0x05, 0x55, 0xAA, 0xAF, 0xFF]), None, [0, 85, 170, 255]),
    16: (
        struct.pack("<4H", 0, 85 * 257, 170 * 257, 65535),
        [0, 85 * 257, 170 * 257, 65535],
        [0, 85, 170, 255],
    ),
}
PNG_DEPTHS = [1, 2, 4, 8, 16]


def big_endian(packed: bytes) -> bytes:
    return np.frombuffer(packed, "<u2").astype(">u2").tobytes()


@pytest.mark.parametrize("depth", PNG_DEPTHS)
def test_grey_png(depth: int) -> None:
    packed, values, greys = GREYS[depth]
    row = big_endian(packed) if depth == 16 else packed
    size = (len(greys), 1)
    check(png(size, [row], depth=depth, colour=0), greys)
    for index, value in enumerate(values or ()):
        chunks = {b"tRNS": struct.pack(">H", value)}
        data = png(size, [row], depth=depth, colour=0, chunks=chunks)
        with_hole = [255 if place == index else grey for place, grey in enumerate(greys)]
        if with_hole == [255, 255]:  # the white one of two: nothing is seen of it on white
            with_hole = [0, 255]
        check(data, with_hole)
        check(Image.open(io.BytesIO(data)), with_hole)


@pytest.mark.parametrize("depth", [8, 16])
@pytest.mark.parametrize("transparent", [None, 0, 1])
def test_rgb_png(depth: int, transparent: int | None) -> None:
    pixels = [(0, 0, 0), (200, 10, 30)]
    kind = {8: "B", 16: "H"}[depth]
    deep = [tuple(each * (257 if depth == 16 else 1) for each in pixel) for pixel in pixels]
    row = struct.pack(f">6{kind}", *deep[0], *deep[1])
    chunks = {} if transparent is None else {b"tRNS": struct.pack(">3H", *deep[transparent])}
    expected = [WHITE if index == transparent else pixels[index] for index in (0, 1)]
    check(png((2, 1), [row], depth=depth, colour=2, chunks=chunks), expected)


def test_png_with_alpha_of_16_bits() -> None:
    grey = struct.pack(">4H", 0, 65535, 0, 0)
    check(png((2, 1), [grey], depth=16, colour=4), [0, 255])
    colour = struct.pack(">8H", 51400, 2570, 7710, 65535, 0, 0, 0, 0)
    check(png((2, 1), [colour], depth=16, colour=6), [RED, WHITE])


@pytest.mark.parametrize("depth", [1, 2, 4, 8])
def test_palette_png(depth: int) -> None:
    row = {1: bytes([0b01000000]), 2: bytes([0b00010000]), 4: bytes([1]), 8: bytes([0, 1])}[depth]

    def picture(**chunks: bytes) -> bytes:
        named = {name.encode(): content for name, content in chunks.items()}
        return png((2, 1), [row], depth=depth, colour=3, chunks=named)

    colours = bytes([*BLACK, *RED])
    check(picture(PLTE=colours), [BLACK, RED])
    check(picture(PLTE=colours, tRNS=b"\0"), [WHITE, RED])
    check(picture(PLTE=colours, tRNS=b"\x80\0"), [127, WHITE])


@pytest.mark.parametrize("order", "<>")
@pytest.mark.parametrize("bits", GREYS)
def test_grey_tiff(bits: int, order: str) -> None:
    packed, _, greys = GREYS[bits]
    samples = big_endian(packed) if bits == 16 and order == ">" else packed
    size = (len(greys), 1)
    inverted = [255 - grey for grey in greys]
    odd = "cannot be read"  # Pillow knows fewer of them
    is_known = bits != 12 or order == "<"
    check(tiff(size, samples, bits=[bits], order=order), greys if is_known else odd)
    zero_is_white = tiff(size, samples, bits=[bits], photometric=0, order=order)
    check(zero_is_white, inverted if bits < 12 or (bits, order) == (16, "<") else odd)


UNSIGNED, SIGNED, FLOATING = 1, 2, 3


@pytest.mark.parametrize("order", "<>")
@pytest.mark.parametrize(
    ("letter", "sample_format"),
    [("b", SIGNED), ("h", SIGNED), ("i", SIGNED), ("I", UNSIGNED), ("f", FLOATING)],
)
def test_tiffs_without_a_white_are_refused(letter: str, sample_format: int, order: str) -> None:
    samples = struct.pack(f"{order}3{letter}", 0, 1, 100)
    bits = struct.calcsize(f"{order}{letter}") * 8
    data = tiff((3, 1), samples, bits=[bits], order=order, tags={339: [sample_format]})
    unknown_to_pillow = (letter, order) == ("I", ">")
    check(data, "cannot be read" if unknown_to_pillow else "which value is white")
    if not unknown_to_pillow:
        check(Image.open(io.BytesIO(data)), "which value is white")


@pytest.mark.parametrize("order", "<>")
@pytest.mark.parametrize("bits", [8, 16])
def test_colour_tiff(bits: int, order: str) -> None:
    def samples(*values: int) -> bytes:
        return np.array(values, np.uint8).astype(f"{order}u{bits // 8}").tobytes()

    def picture(packed: bytes, count: int, photometric: int, **tags: Any) -> bytes:
        if bits == 16:
            packed = (np.frombuffer(packed, order + "u2") * 257).astype(order + "u2").tobytes()
        numbered = {int(name.strip("t")): value for name, value in tags.items()}
        return tiff(
            (2, 1), packed, bits=[bits] * count, photometric=photometric, order=order,
            tags=numbered,
        )  # fmt: skip

    check(picture(samples(*BLACK, *RED), 3, 2), [BLACK, RED])
    check(picture(samples(0, 0, 0, 0, 0, 0, 0, 255), 4, 5), [WHITE, BLACK])  # CMYK
    transparent = samples(*RED, 255, *RED, 0)
    check(picture(transparent, 4, 2), [RED, WHITE])
    check(picture(transparent, 4, 2, t338=[0]), [RED, RED])  # the fourth is unspecified
    check(picture(transparent, 4, 2, t338=[2]), [RED, WHITE])
    check(picture(samples(*RED, 255, 50, 50, 50, 128), 4, 2, t338=[1]), [RED, 177])


@pytest.mark.parametrize("order", "<>")
def test_tiff_with_planes(order: str) -> None:
    offsets = {284: [2], 273: [8, 10, 12], 279: [2, 2, 2]}
    planes = bytes([0, 200, 0, 10, 0, 30])
    data = tiff((2, 1), planes, bits=[8] * 3, photometric=2, order=order, tags=offsets)
    check(data, [BLACK, RED])
    offsets = {284: [2], 273: [8, 12, 16], 279: [4, 4, 4]}
    deep = struct.pack(order + "6H", *(each * 257 for each in planes))
    data = tiff((2, 1), deep, bits=[16] * 3, photometric=2, order=order, tags=offsets)
    check(data, "16-bit planes")


def test_palette_tiff() -> None:
    palette = np.zeros((3, 256), np.uint16)
    palette[:, 1] = np.array(RED) * 257
    tags = {320: palette.ravel().tolist()}
    data = tiff((2, 1), bytes([0, 1]), bits=[8], photometric=3, tags=tags)
    check(data, [BLACK, RED])


@pytest.mark.parametrize("style", ["JPEG", "TIFF"])
def test_cmyk_files(style: str) -> None:
    buffer = io.BytesIO()
    Image.new("CMYK", (16, 1), (0, 0, 0, 0)).save(buffer, style)
    check(buffer.getvalue(), [255] * 16)
    buffer = io.BytesIO()
    Image.new("CMYK", (16, 1), (0, 0, 0, 255)).save(buffer, style)
    check(buffer.getvalue(), [0] * 16)


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA"])
def test_bitmaps(mode: str) -> None:
    image = filled("RGB", BLACK, WHITE).convert(mode)
    buffer = io.BytesIO()
    image.save(buffer, "BMP")
    check(buffer.getvalue(), [BLACK, WHITE])
