"""Damaged and malicious images: a `Prediction` or an `ImageError`, nothing else, ever.

The long run: CHECKBOXNET_MUTANTS=20000 pytest tests/test_hostile_images.py
"""

from __future__ import annotations

import io
import os
import struct
import warnings
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from checkboxnet import ImageError, Model, Prediction, load_model
from checkboxnet.images import FORMATS, open_image

MUTANTS = int(os.environ.get("CHECKBOXNET_MUTANTS", "400"))


def picture() -> Image.Image:
    """Small, so that a mutation is likely to hit something that matters."""
    noise = np.random.default_rng(0).integers(0, 256, (9, 14, 3)).astype(np.uint8)
    return Image.fromarray(noise)


def encoded(style: str, image: Image.Image | None = None, **options: object) -> bytes:
    buffer = io.BytesIO()
    (image or picture()).save(buffer, style, **options)
    return buffer.getvalue()


def _exif() -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = 6
    return exif


ORIGINALS = {
    **{style: encoded(style) for style in FORMATS},
    "palette": encoded("PNG", picture().convert("P")),
    "transparent": encoded("PNG", picture().convert("RGBA")),
    "16 bits": encoded("PNG", Image.fromarray(np.full((9, 14), 40_000, np.uint16))),
    "interlaced": encoded("PNG", interlace=1),
    "progressive": encoded("JPEG", progressive=True),
    "cmyk": encoded("JPEG", picture().convert("CMYK")),
    "turned": encoded("JPEG", exif=_exif()),
    "lossless": encoded("WEBP", lossless=True),
    "packed": encoded("TIFF", compression="tiff_lzw"),
    "deflated": encoded("TIFF", compression="tiff_adobe_deflate"),
    "animated": encoded("GIF", save_all=True, append_images=[picture().rotate(90)]),
}


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model(threads=1)


@settings(
    max_examples=MUTANTS,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    name=st.sampled_from(sorted(ORIGINALS)),
    changes=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=6),
    kept=st.one_of(st.just(1.0), st.floats(0, 1)),
    extra=st.binary(max_size=8),
)
def test_a_mutant_is_predicted_or_refused(
    model: Model, name: str, changes: list[tuple[float, int]], kept: float, extra: bytes
) -> None:
    data = bytearray(ORIGINALS[name])
    for place, value in changes:
        data[min(len(data) - 1, int(place * len(data)))] = value
    mutant = bytes(data[: round(kept * len(data))]) + extra
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # a decoder's warning would reach the user's terminal
        outcome = model.predict(mutant, on_error="return")
    assert isinstance(outcome, (Prediction, ImageError))
    if isinstance(outcome, Prediction):
        assert sum(outcome.probabilities.values()) == pytest.approx(1)


@pytest.mark.parametrize("name", sorted(ORIGINALS))
def test_every_prefix_is_predicted_or_refused(name: str) -> None:
    data = ORIGINALS[name]
    for length in range(0, len(data), max(1, len(data) // 60)):
        try:
            assert open_image(data[:length]).dtype == np.uint8
        except ImageError:
            continue


def png(width: int, height: int, body: bytes = b"") -> bytes:
    """A PNG that declares any size, whatever its body holds."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        checksum = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", checksum)

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    start = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header)
    return start + chunk(b"IDAT", zlib.compress(body)) + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(50_000, 50_000), (2**31 - 1, 1), (60_000_000, 1)])
def test_declared_sizes_are_believed_before_anything_is_decoded(size: tuple[int, int]) -> None:
    with pytest.raises(ImageError, match="pixels"):
        open_image(png(*size))


@pytest.mark.parametrize("limit", ["MAX_PIXELS", "MAX_BYTES"])
def test_limits_can_be_moved(limit: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "picture.png"
    picture().save(path)
    most = {"MAX_PIXELS": 9 * 14, "MAX_BYTES": path.stat().st_size}[limit]
    monkeypatch.setattr(f"checkboxnet.images.{limit}", most)
    assert open_image(path).shape == (9, 14, 3)
    monkeypatch.setattr(f"checkboxnet.images.{limit}", most - 1)
    with pytest.raises(ImageError, match=f"than {most - 1}"):
        open_image(path)


@pytest.mark.parametrize("size", [(0, 5), (5, 0), (0, 0)])
def test_no_pixels_is_an_error(size: tuple[int, int]) -> None:
    with pytest.raises(ImageError):
        open_image(png(*size))


@pytest.mark.parametrize("size", [(1, 1), (1, 5000), (5000, 1), (3, 40_000)])
def test_extreme_shapes_are_predicted(model: Model, size: tuple[int, int]) -> None:
    prediction = model.predict(Image.new("RGB", size, (30, 60, 90)))
    assert not prediction.certain


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "PA", "RGB", "RGBA", "CMYK", "YCbCr", "LAB",
                                  "HSV", "I", "F", "I;16", "RGBX", "RGBa", "La"])  # fmt: skip
def test_every_mode_is_predicted_or_refused(model: Model, mode: str) -> None:
    outcome = model.predict(Image.new(mode, (20, 10)), on_error="return")
    assert isinstance(outcome, (Prediction, ImageError))


def test_a_damaged_image_that_was_opened_elsewhere_is_an_image_error() -> None:
    opened = Image.open(io.BytesIO(encoded("PNG")[:200]))
    with pytest.raises(ImageError, match="PIL image"):
        open_image(opened)


def test_a_bad_image_in_a_batch_costs_itself_alone(model: Model, tmp_path: Path) -> None:
    good = picture()
    bad = [png(50_000, 50_000), b"", encoded("PNG")[:40], tmp_path / "missing.png", tmp_path]
    images = [item for broken in bad for item in (good, broken)]
    outcomes = model.predict(images, batch_size=4, on_error="return")
    assert [isinstance(outcome, Prediction) for outcome in outcomes] == [True, False] * len(bad)
    assert {outcome.score for outcome in outcomes[::2]} == {outcomes[0].score}


def test_what_is_no_regular_file_is_refused_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.png"
    os.mkfifo(pipe)
    with pytest.raises(ImageError, match="not a regular file"):
        open_image(pipe)
    loop = tmp_path / "loop.png"
    loop.symlink_to(loop)
    with pytest.raises(ImageError):
        open_image(loop)
    with pytest.raises(ImageError):
        open_image("x" * 5000 + ".png")
    with pytest.raises(ImageError):
        open_image("null\0byte.png")
    with pytest.raises(ImageError):
        open_image("/dev/zero")


@pytest.mark.parametrize("name", ["ткань 布 🎛️.png", "with  spaces .png", "-rf.png", "a'b\"c.png"])
def test_names_in_any_script(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(encoded("PNG"))
    assert open_image(path).shape == (9, 14, 3)
