"""Of an animation the last picture is taken, as a browser shows it."""

from __future__ import annotations

import io
import struct
from typing import Any

import numpy as np
import pytest
from encoders import GifFrame, PngFrame, apng, gif
from numpy.typing import NDArray
from PIL import Image

from checkboxnet.errors import ImageError
from checkboxnet.images import open_image

KEEP, CLEAR, RESTORE = 0, 1, 2
SIZE = (3, 1)
RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 128, 0), (0, 0, 255), (255, 255, 255)
PALETTE = np.array([RED, GREEN, BLUE, WHITE] + [(9, 9, 9)] * 252, np.uint8)
Colour = tuple[int, int, int]


def of(*colours: Colour | None) -> NDArray[np.uint8]:
    """One row of RGBA; None is transparent."""
    row = [(0, 0, 0, 0) if colour is None else (*colour, 255) for colour in colours]
    return np.array([row], np.uint8)


def as_apng(frames: list[tuple[NDArray[np.uint8], int, int]], **options: Any) -> bytes:
    return apng(
        SIZE,
        [PngFrame(row, left, disposal=disposal, blend=1) for row, left, disposal in frames],
        **options,
    )


def as_gif(frames: list[tuple[NDArray[np.uint8], int, int]]) -> bytes:
    def places(row: NDArray[np.uint8]) -> NDArray[np.uint8]:
        same = (row[:, :, None, :3] == PALETTE[None, None]).all(axis=-1).argmax(axis=-1)
        return np.where(row[..., 3] == 0, 200, same).astype(np.uint8)

    gif_frames = [
        GifFrame(
            places(row),
            left,
            disposal=disposal + 1,
            transparent=200 if 200 in places(row) else None,
        )
        for row, left, disposal in frames
    ]
    return gif(SIZE, PALETTE.tobytes(), gif_frames, background=1)


ENCODERS = {"gif": as_gif, "apng": as_apng}
COMPOSITIONS = {
    "each frame is whole": ([(of(RED, RED, RED), 0, KEEP), (of(BLUE, BLUE, GREEN), 0, KEEP)],
                            [BLUE, BLUE, GREEN]),
    "a part is drawn over": ([(of(RED, RED, RED), 0, KEEP), (of(BLUE), 2, KEEP)],
                             [RED, RED, BLUE]),
    "transparent over": ([(of(RED, RED, RED), 0, KEEP), (of(None, BLUE), 1, KEEP)],
                         [RED, RED, BLUE]),
    "cleared": ([(of(RED, RED, RED), 0, KEEP), (of(GREEN), 0, CLEAR), (of(BLUE), 2, KEEP)],
                [WHITE, RED, BLUE]),
    "all cleared": ([(of(RED, RED, RED), 0, CLEAR), (of(BLUE), 1, KEEP)], [WHITE, BLUE, WHITE]),
    "restored": ([(of(RED, RED, RED), 0, KEEP), (of(GREEN), 0, RESTORE), (of(BLUE), 2, KEEP)],
                 [RED, RED, BLUE]),
    "nothing to restore": ([(of(RED, RED, RED), 0, RESTORE), (of(BLUE), 1, KEEP)],
                           [WHITE, BLUE, WHITE]),
    "the last is shown before it is cleared": (
        [(of(RED, RED, RED), 0, KEEP), (of(BLUE), 0, CLEAR)], [BLUE, RED, RED]),
    "kept after cleared": (
        [(of(RED, RED, RED), 0, KEEP), (of(GREEN), 0, CLEAR), (of(GREEN), 1, KEEP),
         (of(BLUE), 2, KEEP)], [WHITE, GREEN, BLUE]),
}  # fmt: skip


@pytest.mark.parametrize("style", ENCODERS)
@pytest.mark.parametrize("name", COMPOSITIONS)
def test_the_last_picture_is_what_a_browser_shows(name: str, style: str) -> None:
    frames, expected = COMPOSITIONS[name]
    assert open_image(ENCODERS[style](frames)).tolist() == [[list(each) for each in expected]]


def test_gif_frames_with_palettes_and_sizes_of_their_own() -> None:
    ones = np.ones((1, 2), np.uint8)
    own = bytes([0, 0, 0, 7, 8, 9]) + bytes(762)
    frames = [GifFrame(ones), GifFrame(ones, left=2, top=1, palette=own)]
    data = gif((2, 1), PALETTE.tobytes(), frames)  # the second reaches out of the screen
    white, new = [255] * 3, [7, 8, 9]
    green = list(GREEN)
    assert open_image(data).tolist() == [[green, green, white, white], [white, white, new, new]]


def test_an_apng_replaces_where_it_says_so() -> None:
    frames = [PngFrame(of(RED, RED, RED)), PngFrame(of(None, BLUE), blend=0)]
    assert open_image(apng(SIZE, frames)).tolist() == [[list(WHITE), list(BLUE), list(RED)]]


def test_an_apng_blends_partial_alpha() -> None:
    half = np.array([[(0, 0, 0, 128)]], np.uint8)
    frames = [PngFrame(of(RED, RED, RED)), PngFrame(half, left=1, blend=1)]
    assert open_image(apng(SIZE, frames)).tolist() == [[list(RED), [127, 0, 0], list(RED)]]


@pytest.mark.parametrize("blend", [0, 1])
def test_the_default_image_of_an_apng_is_no_frame(blend: int) -> None:
    default = of(RED, RED, RED)
    for frames in ([of(BLUE, None, None)], [of(GREEN, None, None), of(BLUE)]):
        data = apng(SIZE, [PngFrame(row, blend=blend) for row in frames], default=default)
        assert open_image(data).tolist() == [[list(BLUE), list(WHITE), list(WHITE)]]


def test_the_transparent_colour_of_an_apng() -> None:
    first, second = of(RED, RED, RED)[..., :3], of(GREEN, BLUE)[..., :3]
    frames = [PngFrame(first, disposal=CLEAR), PngFrame(second, blend=1)]
    data = apng(SIZE, frames, chunks={b"tRNS": struct.pack(">3H", *GREEN)})
    assert open_image(data).tolist() == [[list(WHITE), list(BLUE), list(WHITE)]]


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


@pytest.mark.parametrize("name", RECORDINGS)
def test_a_truncated_recording_is_refused_wherever_it_breaks_off(name: str) -> None:
    data = RECORDINGS[name]
    for length in range(len(data)):
        with pytest.raises(ImageError):
            open_image(data[:length])


@pytest.mark.parametrize("name", ["gif", "apng", "webp"])
def test_all_frames_count_as_pixels(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    frames = Image.open(io.BytesIO(RECORDINGS[name])).n_frames  # type: ignore[attr-defined]
    assert frames >= 2
    monkeypatch.setattr("checkboxnet.images.MAX_PIXELS", frames * 24 * 16)
    open_image(RECORDINGS[name])
    monkeypatch.setattr("checkboxnet.images.MAX_PIXELS", frames * 24 * 16 - 1)
    with pytest.raises(ImageError, match=rf"{frames} frames of 24x16 is more than .* pixels"):
        open_image(RECORDINGS[name])


@pytest.mark.parametrize("name", ["gif", "apng", "webp"])
def test_frames_are_counted(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checkboxnet.animations.MAX_FRAMES", 1)
    with pytest.raises(ImageError, match="more than 1 frames"):
        open_image(RECORDINGS[name])


def test_frames_that_are_not_what_is_declared_are_refused() -> None:
    frames = [PngFrame(of(RED, RED, RED)), PngFrame(of(BLUE), left=2)]
    with pytest.raises(ImageError, match="2 frames of 3"):
        open_image(apng(SIZE, frames, declared=3))
    with pytest.raises(ImageError, match="reaches out"):
        open_image(apng(SIZE, [frames[0], PngFrame(of(BLUE), left=3)]))
    damaged = bytearray(apng(SIZE, frames))
    damaged[damaged.rindex(b"fdAT") + 10] ^= 1
    with pytest.raises(ImageError, match="chunk fdAT is damaged"):
        open_image(bytes(damaged))


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
