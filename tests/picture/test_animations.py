"""Of an animation the last frame is taken."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import pytest
from PIL import Image

from checkboxnet.errors import ImageError
from checkboxnet.picture.read import open_image

RED, BLUE = (255, 0, 0), (0, 0, 255)


def saved(style: str, **options: Any) -> bytes:
    """By Pillow: a box that is ticked in the third of four frames."""
    frames = [Image.new("RGB", (24, 16), "white") for _ in range(4)]
    for frame in frames[2:]:
        frame.paste((0, 90, 200), (6, 4, 18, 12))
    buffer = io.BytesIO()
    frames[0].save(
        buffer, style, save_all=True, append_images=frames[1:], duration=[50, 60, 70, 80], **options
    )
    return buffer.getvalue()


RECORDINGS = {
    "gif": saved("GIF"),
    "apng": saved("PNG"),
    "apng with a default image": saved("PNG", default_image=True),
    "webp": saved("WEBP", lossless=True),
}


@pytest.mark.parametrize("name", RECORDINGS)
def test_a_recording_is_judged_by_its_end(name: str) -> None:
    expected = np.full((16, 24, 3), 255, np.uint8)
    expected[4:12, 6:18] = (0, 90, 200)
    assert (np.abs(open_image(RECORDINGS[name]).astype(int) - expected) <= 3).all()


@pytest.mark.parametrize("name", ["gif", "apng", "webp"])
def test_all_frames_count_as_pixels(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    frames = Image.open(io.BytesIO(RECORDINGS[name])).n_frames  # type: ignore[attr-defined]
    assert frames >= 2
    monkeypatch.setattr("checkboxnet.picture.decode.MAX_PIXELS", frames * 24 * 16)
    open_image(RECORDINGS[name])
    monkeypatch.setattr("checkboxnet.picture.decode.MAX_PIXELS", frames * 24 * 16 - 1)
    with pytest.raises(ImageError, match=rf"{frames} frames of 24x16 is more than .* pixels"):
        open_image(RECORDINGS[name])


@pytest.mark.parametrize("name", ["gif", "apng", "webp"])
def test_an_opened_animation_is_read_and_left_where_it_stands(name: str) -> None:
    image = Image.open(io.BytesIO(RECORDINGS[name]))
    image.seek(1)
    shown = np.asarray(image.convert("RGB"))
    assert (open_image(image) == shown).all()
    assert image.tell() == 1
    image.seek(0)
    assert (open_image(image) == 255).all()
    assert image.tell() == 0


def test_the_first_page_of_a_tiff_is_taken() -> None:
    pages = [Image.new("RGB", (2, 2), colour) for colour in (RED, BLUE)]
    buffer = io.BytesIO()
    pages[0].save(buffer, "TIFF", save_all=True, append_images=pages[1:])
    assert open_image(buffer.getvalue())[0, 0].tolist() == list(RED)


def test_an_animation_is_turned_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    for style in ("PNG", "WEBP"):
        assert open_image(saved(style, exif=exif)).shape == (24, 16, 3)
