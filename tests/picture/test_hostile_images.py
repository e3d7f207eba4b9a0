"""Damaged and malicious images: a `Prediction` or an `ImageError`, nothing else, ever.

The long run: CHECKBOXNET_MUTANTS=20000 pytest tests/picture/test_hostile_images.py
"""

from __future__ import annotations

import io
import os
import re
import struct
import warnings
from pathlib import Path
from typing import IO, Any

import numpy as np
import pytest
import torch
from encoders import png
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.GifImagePlugin import GifImageFile

from checkboxnet import ImageError, Model, Prediction, load_model
from checkboxnet.picture.decode import FORMATS
from checkboxnet.picture.read import open_image

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
    "animated PNG": encoded("PNG", save_all=True, append_images=[picture().rotate(90)]),
    "animated WebP": encoded("WEBP", save_all=True, append_images=[picture().rotate(90)]),
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


@pytest.mark.parametrize("size", [(50_000, 50_000), (2**31 - 1, 1), (60_000_000, 1)])
def test_declared_sizes_are_believed_before_anything_is_decoded(size: tuple[int, int]) -> None:
    with pytest.raises(ImageError, match="pixels"):
        open_image(png(size))


def test_sizes_beyond_pillows_limit_are_refused_without_a_warning() -> None:
    data = png((12_000, 12_000))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for source in (data, io.BytesIO(data)):
            with pytest.raises(ImageError, match="12000x12000 is more than 50,000,000 pixels"):
                open_image(source)


WARNS, FAILS = 9 * 14 - 1, 9 * 14 // 3
"""Limits of Pillow's beyond which the originals are: by little, and by more than twice."""


@pytest.mark.parametrize(
    ("name", "pillows"),
    [
        (name, limit)
        for name, data in ORIGINALS.items()
        for limit in (WARNS, FAILS)
        # Decoders of these ask Pillow's limit themselves.
        if not (limit == FAILS and data[8:12] == b"WEBP")
        if name != "animated"
    ],
)
def test_our_limit_decides_and_pillow_warns_of_nothing(
    name: str, pillows: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = open_image(ORIGINALS[name])
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", pillows)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        if ORIGINALS[name].startswith(b"II"):  # a TIFF
            with pytest.raises(ImageError, match=r"Pillow's limit .* PIL\.Image\.MAX_IMAGE_PIXELS"):
                open_image(ORIGINALS[name])
        else:
            assert (open_image(ORIGINALS[name]) == expected).all()
    assert pillows == Image.MAX_IMAGE_PIXELS


@pytest.mark.parametrize("limit", ["decode.MAX_PIXELS", "read.MAX_BYTES"])
def test_limits_can_be_moved(limit: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "picture.png"
    picture().save(path)
    most = 9 * 14 if limit == "decode.MAX_PIXELS" else path.stat().st_size
    monkeypatch.setattr(f"checkboxnet.picture.{limit}", most)
    assert open_image(path).shape == (9, 14, 3)
    monkeypatch.setattr(f"checkboxnet.picture.{limit}", most - 1)
    with pytest.raises(ImageError, match=f"than {most - 1}"):
        open_image(path)


@pytest.mark.parametrize("size", [(0, 5), (5, 0), (0, 0)])
def test_no_pixels_is_an_error(size: tuple[int, int]) -> None:
    with pytest.raises(ImageError):
        open_image(png(size))


@pytest.mark.parametrize("size", [(1, 1), (1, 5000), (5000, 1), (3, 40_000)])
def test_extreme_shapes_are_predicted(model: Model, size: tuple[int, int]) -> None:
    prediction = model.predict(Image.new("RGB", size, (30, 60, 90)))
    assert not prediction.certain


def test_a_damaged_image_that_was_opened_elsewhere_is_an_image_error() -> None:
    opened = Image.open(io.BytesIO(encoded("PNG")[:200]))
    with pytest.raises(ImageError, match="PIL image"):
        open_image(opened)


def test_a_bad_image_in_a_batch_costs_itself_alone(model: Model, tmp_path: Path) -> None:
    good = picture()
    bad = [png((50_000, 50_000)), b"", encoded("PNG")[:40], tmp_path / "missing.png", tmp_path]
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


def test_an_array_that_takes_no_memory_is_refused_before_it_takes_some() -> None:
    row = np.broadcast_to(np.uint8(0), (10**12,))
    with pytest.raises(ImageError, match="larger than 100,000,000 bytes"):
        open_image(memoryview(row))
    with pytest.raises(ImageError, match="more than 50,000,000 pixels"):
        open_image(row.reshape(10**6, 10**6))


def test_a_gif_that_grows_is_refused_before_it_is_decoded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def frame(place: int) -> bytes:
        """One pixel at a place to the right and below."""
        return b"," + struct.pack("<4H", place, place, 1, 1) + b"\0\x02\x02\x44\x01\0"

    data = b"GIF89a" + struct.pack("<2H", 1, 1) + b"\x80\0\0" + bytes(6)
    data += frame(0) + frame(8_000) + frame(0) + b";"
    decoded = []
    prepare = GifImageFile.load_prepare

    def note(image: GifImageFile) -> None:
        decoded.append(image.size)
        prepare(image)

    monkeypatch.setattr(GifImageFile, "load_prepare", note)
    with pytest.raises(ImageError, match="3 frames of 8001x8001 is more than"):
        open_image(data)
    assert decoded == [(1, 1)]


class Broken:
    """A file object whose parts fail."""

    def __init__(self, given: object, *, name: object = "broken.png") -> None:
        self._given = given
        self.name = name

    def read(self, size: int) -> object:
        if isinstance(self._given, Exception):
            raise self._given
        return self._given


class BrokenPath:
    def __fspath__(self) -> str:
        raise RuntimeError("no path")


def closed(file: IO[bytes]) -> IO[bytes]:
    file.close()
    return file


def broken_sources(folder: Path) -> dict[str, tuple[object, str]]:
    path = folder / "picture.png"
    path.write_bytes(encoded("PNG"))
    opened = Image.open(path)
    opened.close()
    loaded = Image.open(path)
    loaded.load()
    loaded.close()
    released = memoryview(b"picture")
    released.release()
    seekable = io.BytesIO(encoded("PNG"))
    seekable.seek = None  # type: ignore[assignment,method-assign]
    return {
        "closed file": (closed(path.open("rb")), f"{path}: cannot be read .*closed file"),
        "closed bytes": (closed(io.BytesIO(encoded("PNG"))), "file object: cannot be read"),
        "closed PIL image": (opened, "PIL image: cannot be read"),
        "loaded and closed": (loaded, "PIL image: cannot be read"),
        "OSError": (Broken(OSError(5, "no disk")), r"broken\.png: cannot be read \(no disk\)"),
        "TimeoutError": (Broken(TimeoutError()), r"broken\.png: cannot be read \(TimeoutError\)"),
        "KeyError": (Broken(KeyError("k")), r"broken\.png: cannot be read"),
        "MemoryError": (Broken(MemoryError()), r"broken\.png: cannot be read"),
        "no bytes yet": (Broken(None), r"broken\.png: .*NoneType"),
        "number": (Broken(7), r"broken\.png: .*int"),
        "text": (Broken("text"), r"broken\.png: opened as text"),
        "text file": (io.TextIOWrapper(io.BytesIO(encoded("PNG"))), ": opened as text"),
        "too much": (Broken(bytes(10**8 + 1)), "larger than 100,000,000 bytes"),
        "nothing": (Broken(b""), "empty"),
        "not a picture": (Broken(b"text", name=7), "file object: not an image"),
        "unmoved": (seekable, "file object: cannot be read"),
        "path": (BrokenPath(), r"BrokenPath: cannot be read \(no path\)"),
        "released": (released, "image bytes: cannot be read"),
        "objects": (np.zeros((2, 2), object), "array: expected uint8"),
        "no size": (np.zeros((0, 0, 3)), "array: has no pixels"),
        "sparse": (torch.zeros(3, 4, 4).to_sparse(), "tensor: cannot be read"),
        "integers": (torch.zeros(3, 4, 4, dtype=torch.int64), "tensor: expected uint8"),
        "dates": (np.zeros((2, 2), "M8[s]"), "array: expected uint8"),
        "nothing at all": (None, "expected a path.* got NoneType"),
    }


@pytest.mark.parametrize("batch_size", [1, 4])
def test_whatever_is_broken_costs_itself_alone(
    model: Model, batch_size: int, tmp_path: Path
) -> None:
    sources = broken_sources(tmp_path)
    good = picture()
    images: list[Any] = [item for broken, _ in sources.values() for item in (good, broken)]
    outcomes = model.predict(images, batch_size=batch_size, on_error="return")
    assert all(isinstance(outcome, Prediction) for outcome in outcomes[::2])
    for outcome, (name, (_, words)) in zip(outcomes[1::2], sources.items(), strict=True):
        assert isinstance(outcome, ImageError), name
        assert re.search(words, str(outcome)), name


def test_half_precision_is_predicted(model: Model) -> None:
    noise = torch.rand(3, 30, 30, generator=torch.Generator().manual_seed(0)).bfloat16()
    outcomes = model.predict([noise, noise.float()], on_error="return")
    assert isinstance(outcomes[0], Prediction)
    assert outcomes[0] == outcomes[1]
