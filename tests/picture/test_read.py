from __future__ import annotations

import base64
import io
import re
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image, ImageCms

from checkboxnet.errors import ImageError
from checkboxnet.picture.decode import PLAIN
from checkboxnet.picture.read import list_images, open_image

RED = (200, 10, 30)


def encoded(image: Image.Image, style: str = "PNG", **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, style, **options)
    return buffer.getvalue()


@pytest.fixture
def picture() -> Image.Image:
    image = Image.new("RGB", (5, 3), RED)
    image.putpixel((0, 0), (0, 0, 255))
    return image


def test_every_input_type_gives_the_same_pixels(picture: Image.Image, tmp_path: Path) -> None:
    expected = np.asarray(picture)
    path = tmp_path / "имя с пробелом.png"
    path.write_bytes(encoded(picture))
    tensor = torch.from_numpy(expected.transpose(2, 0, 1).copy())
    with path.open("rb") as file:
        sources = [
            path,
            str(path),
            encoded(picture),
            memoryview(encoded(picture)),
            file,
            picture,
            expected,
            expected / 255,
            (expected / 255).astype(np.float32),
            np.dstack([expected, np.full((3, 5), 255, np.uint8)]),
            tensor,
            tensor / 255,
        ]
        for source in sources:
            actual = open_image(source)
            assert actual.dtype == np.uint8
            np.testing.assert_array_equal(actual, expected)


def drawn(grey: int, alpha: int, ground: tuple[int, int, int, int] = (0, 0, 0, 0)) -> Image.Image:
    """A dot of a grey on a ground that is transparent."""
    image = Image.new("RGBA", (3, 3), ground)
    image.putpixel((1, 1), (grey, grey, grey, alpha))
    return image


@pytest.mark.parametrize(
    ("grey", "alpha", "ground", "dot"),
    [
        (0, 255, 255, 0),
        (0, 128, 255, 127),
        (255 - PLAIN - 1, 255, 255, 255 - PLAIN - 1),
        (255 - PLAIN, 255, 0, 255 - PLAIN),  # white enough to be lost on white
        (255, 255, 0, 255),
        (255, 128, 0, 128),
        (255, PLAIN, 255, 255),  # hardly anything on black either
        (0, 0, 255, 255),
    ],
)
def test_transparent_pixels_show_white_or_black_if_nothing_is_seen_on_white(
    grey: int, alpha: int, ground: int, dot: int
) -> None:
    expected = np.full((3, 3, 3), ground)
    expected[1, 1] = dot
    image = drawn(grey, alpha)
    array = np.asarray(image)
    grey_image = Image.merge("LA", (image.getchannel("R"), image.getchannel("A")))
    tensor = torch.from_numpy(array.transpose(2, 0, 1).copy())
    for source in (image, grey_image, encoded(image), array, array / 255, tensor, tensor / 255):
        np.testing.assert_array_equal(open_image(source), expected)


def test_white_on_transparent_beside_something_darker_stays_on_white() -> None:
    image = drawn(255, 255)
    image.putpixel((0, 0), (0, 0, 0, 255))
    assert open_image(image)[:2, :2].tolist() == [[[0] * 3, [255] * 3], [[255] * 3, [255] * 3]]


def test_what_is_opaque_or_empty_stays_as_it_is() -> None:
    assert (open_image(Image.new("RGBA", (2, 2), (255, 255, 255, 255))) == 255).all()
    assert (open_image(Image.new("RGBA", (2, 2), (255, 255, 255, 0))) == 255).all()
    assert (open_image(drawn(9, 255, ground=(9, 9, 9, 255))) == 9).all()


def test_the_lost_tick_of_a_palette_and_of_a_transparent_colour_is_seen() -> None:
    palette = drawn(255, 255).quantize(4)
    assert open_image(encoded(palette))[1, 1].tolist() == [255] * 3
    assert open_image(encoded(palette))[0, 0].tolist() == [0] * 3
    grey = Image.new("L", (3, 3), 7)
    grey.putpixel((1, 1), 255)
    assert open_image(encoded(grey, transparency=7))[:2, 1, 0].tolist() == [0, 255]


def test_premultiplied_alpha_is_composited_once() -> None:
    for mode, premultiplied in [("RGBa", (100, 100, 100, 128)), ("La", (100, 128))]:
        image = Image.new(mode, (1, 1), premultiplied)
        assert open_image(image) == pytest.approx(100 + 255 - 128, abs=1)
        transparent = Image.new(mode, (1, 1), (0,) * len(premultiplied))
        assert open_image(transparent).tolist() == [[[255, 255, 255]]]


def test_exif_orientation_is_applied(picture: Image.Image) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # to be shown turned by 90 degrees clockwise
    assert open_image(encoded(picture, exif=exif)).shape == (5, 3, 3)


def test_colour_profiles_are_ignored(picture: Image.Image) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()
    marked = encoded(picture, icc_profile=profile)
    assert Image.open(io.BytesIO(marked)).info["icc_profile"] == profile
    assert np.array_equal(open_image(marked), open_image(encoded(picture)))


def test_wrong_suffix_does_not_matter(picture: Image.Image, tmp_path: Path) -> None:
    path = tmp_path / "really-a-bitmap.png"
    path.write_bytes(encoded(picture, "BMP"))
    assert open_image(path).shape == (3, 5, 3)


def bad_files(folder: Path) -> dict[str, Path]:
    png = encoded(Image.effect_noise((40, 40), 50))
    contents = {
        "empty": b"",
        "text": b"not an image",
        "truncated": png[: len(png) // 2],
        "format not allowed": encoded(Image.new("RGB", (2, 2)), "ICO"),
    }
    files = {"missing": folder / "missing.png", "folder": folder}
    for name, data in contents.items():
        files[name] = folder / f"{name}.png"
        files[name].write_bytes(data)
    return files


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("missing", "no such file"),
        ("folder", "a folder"),
        ("empty", "empty"),
        ("text", "not an image"),
        ("truncated", "cannot be read"),
        ("format not allowed", "not an image in one of PNG"),
    ],
)
def test_bad_file_is_named_with_what_is_wrong(kind: str, words: str, tmp_path: Path) -> None:
    path = bad_files(tmp_path)[kind]
    with pytest.raises(ImageError, match=words) as caught:
        open_image(path)
    assert str(path) in str(caught.value)


@pytest.mark.parametrize(
    "array",
    [
        np.zeros((0, 4, 3), np.uint8),
        np.zeros((4, 4, 2), np.uint8),
        np.zeros((2, 4, 4, 3), np.uint8),
        np.zeros((4,), np.uint8),
        np.zeros((4, 4), np.int64),
        np.full((4, 4), np.nan),
        np.full((4, 4), 1.5),
        np.full((4, 4), -0.1),
        np.full((4, 4), np.inf),
        np.zeros((4, 4), object),
        np.broadcast_to(np.uint8(0), (10**6, 10**6)),
        np.uint8(7),
    ],
)
def test_wrong_arrays_are_refused(array: np.ndarray) -> None:
    with pytest.raises(ImageError, match="array"):
        open_image(array)


def test_wrong_tensor_and_wrong_type_are_refused() -> None:
    with pytest.raises(ImageError, match=r"\(C, H, W\)"):
        open_image(torch.zeros(4, 4))
    with pytest.raises(ImageError, match="int"):
        open_image(7)  # type: ignore[arg-type]
    with pytest.raises(ImageError, match="binary"):
        open_image(io.StringIO("x"))  # type: ignore[arg-type]


ADDRESSES = {
    "https://example.com/pictures/box.png?token=1": "download it",
    "HTTP://example.com/box.png": "download it",
    "ftp://example.com/box.png": "download it",
    "s3://bucket/box.png": "download it",
    "blob:https://example.com/4b1c": "download it",
    "file:///home/me/box.png": "pass the path",
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUAAAADCAIAAAD": "base64.b64decode",
    "data:image/svg+xml,%3Csvg%3E": "base64.b64decode",
    "iVBORw0KGgoAAAANSUhEUgAAAAUAAAADCAIAAADUVFKvAAAAE0lEQVR4nGNk": "base64.b64decode",
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsL": "base64.b64decode",
}


@pytest.mark.parametrize("text", ADDRESSES)
def test_addresses_and_encoded_text_are_refused_with_what_to_do(text: str) -> None:
    for long in (text, text + 30_000 * "A"):
        for source in (long, long.encode(), Path(long)):
            with pytest.raises(ImageError, match=re.escape(ADDRESSES[text])) as caught:
                open_image(source)
            message = str(caught.value)
            assert len(message) < 200
            assert "no such file" not in message
            assert "not an image" not in message
        with pytest.raises(ImageError) as caught:
            open_image(long)
        assert str(caught.value).startswith(text[:20])  # with both slashes


def test_long_base64_text_may_be_broken_into_lines(picture: Image.Image) -> None:
    for data in (encoded(picture), encoded(picture, "BMP"), encoded(picture, "WEBP")):
        lines = base64.encodebytes(data)
        for source in (lines, lines.decode()):
            with pytest.raises(ImageError, match="base64 text"):
                open_image(source)


def test_a_file_of_that_name_is_read(
    picture: Image.Image, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("data:box.png", "iVBORw0KGgoAAAANSUhEUgAAAAU"):
        Path(name).write_bytes(encoded(picture))
        assert open_image(name).shape == (3, 5, 3)


def test_long_paths_are_shortened(tmp_path: Path) -> None:
    for path in ("x" * 5000 + ".png", "some/folder/" * 400 + "box.png"):
        with pytest.raises(ImageError) as caught:
            open_image(path)
        message = str(caught.value)
        assert len(message) < 500
        assert message.startswith(path[:100])
        assert path[-100:] in message
    with pytest.raises(ImageError, match=f"^{re.escape(str(tmp_path / 'box.png'))}: no such file$"):
        open_image(tmp_path / "box.png")


class Unseekable(io.RawIOBase):
    """What a pipe is like."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self._left = data

    def read(self, size: int | None = -1, /) -> bytes:
        data, self._left = self._left, b""
        return data


def test_a_file_object_is_put_back_where_it_stood(picture: Image.Image) -> None:
    expected = np.asarray(picture)
    file = io.BytesIO(b"before" + encoded(picture))
    for _ in range(2):
        file.seek(6)
        np.testing.assert_array_equal(open_image(file), expected)
        assert file.tell() == 6
    file.seek(0)
    for _ in range(2):
        with pytest.raises(ImageError, match="not an image"):
            open_image(file)
        assert file.tell() == 0
    pipe = Unseekable(encoded(picture))
    np.testing.assert_array_equal(open_image(pipe), expected)
    with pytest.raises(ImageError, match="empty"):
        open_image(pipe)


def test_a_file_object_at_its_end_is_said_to_be_there(picture: Image.Image) -> None:
    file = io.BytesIO()
    picture.save(file, "PNG")
    with pytest.raises(ImageError, match=r"seek\(0\)"):
        open_image(file)


def test_list_images_is_sorted_recursive_and_skips_hidden(tmp_path: Path) -> None:
    for name in ("b.PNG", "a/c.jpg", ".hidden/d.png", "e.txt", "a/.f.png"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"")
    found = [path.relative_to(tmp_path).as_posix() for path in list_images(tmp_path)]
    assert found == ["a/c.jpg", "b.PNG"]
