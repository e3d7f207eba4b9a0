from __future__ import annotations

import io
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageSequence

from checkboxnet.errors import ImageError
from checkboxnet.picture.batches import Fitted, read_batches
from checkboxnet.picture.fit import Preprocessing
from checkboxnet.picture.read import list_images

GEOMETRY = Preprocessing(size=(32, 48))


@pytest.fixture
def pictures(example_images: Path) -> list[bytes]:
    return [path.read_bytes() for path in list_images(example_images)[:7]]


class NotingPath:
    """A path that notes which thread reads it."""

    def __init__(self, path: Path, readers: list[threading.Thread]) -> None:
        self._path = path
        self._readers = readers

    def __fspath__(self) -> str:
        self._readers.append(threading.current_thread())
        return str(self._path)


@pytest.mark.parametrize("threads", [1, 3])
def test_batches_come_in_order_with_errors_in_place(pictures: list[bytes], threads: int) -> None:
    images = [*pictures[:2], b"no image", *pictures[2:]]
    batches = list(read_batches(iter(images), 3, GEOMETRY, threads=threads))
    assert [len(batch) for batch in batches] == [3, 3, 2]
    flat = [each for batch in batches for each in batch]
    assert isinstance(flat.pop(2), ImageError)
    alone = [next(read_batches(iter([picture]), 1, GEOMETRY, threads=1))[0] for picture in pictures]
    for each, expected in zip(flat, alone, strict=True):
        assert isinstance(each, Fitted)
        assert isinstance(expected, Fitted)
        assert (each.canvas == expected.canvas).all()
        assert each.side == expected.side


def test_images_are_taken_by_the_callers_thread_and_read_by_others(example_images: Path) -> None:
    takers: list[threading.Thread] = []
    readers: list[threading.Thread] = []

    def images() -> Iterator[NotingPath]:
        for path in list_images(example_images)[:7]:
            takers.append(threading.current_thread())
            yield NotingPath(path, readers)

    assert all(isinstance(each, Fitted) for batch in read(images(), threads=2) for each in batch)
    assert set(takers) == {threading.current_thread()}
    assert threading.current_thread() not in readers
    assert 1 <= len(set(readers)) <= 2

    readers.clear()
    list(read(images(), threads=1))
    assert set(readers) == {threading.current_thread()}


def read(images: Iterator[Any], *, threads: int) -> Iterator[list[Fitted | ImageError]]:
    return read_batches(images, 3, GEOMETRY, threads=threads)


def canvases(images: Iterable[Any], *, threads: int) -> list[bytes]:
    outcomes = [each for batch in read(iter(images), threads=threads) for each in batch]
    assert all(isinstance(outcome, Fitted) for outcome in outcomes), outcomes
    return [each.canvas.tobytes() for each in outcomes if isinstance(each, Fitted)]


def noise(count: int) -> list[Image.Image]:
    random = np.random.default_rng(0)
    return [Image.fromarray(random.integers(0, 256, (200, 300, 3), np.uint8)) for _ in range(count)]


def encoded(image: Image.Image, style: str, **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, style, **options)
    return buffer.getvalue()


@pytest.mark.parametrize("threads", [1, 3])
def test_one_object_may_be_given_again_and_again(threads: int) -> None:
    data = encoded(noise(1)[0], "PNG")
    expected = canvases([data] * 8, threads=threads)
    assert len(set(expected)) == 1
    assert canvases([Image.open(io.BytesIO(data))] * 8, threads=threads) == expected
    assert canvases([io.BytesIO(data)] * 8, threads=threads) == expected


@pytest.mark.parametrize("threads", [1, 3])
def test_an_object_is_read_as_it_stands_when_it_is_yielded(threads: int) -> None:
    frames = noise(8)
    expected = canvases(frames, threads=threads)
    assert len(set(expected)) == 8
    animation = encoded(frames[0], "PNG", save_all=True, append_images=frames[1:])
    recording = Image.open(io.BytesIO(animation))
    assert canvases(ImageSequence.Iterator(recording), threads=threads) == expected

    class Reel(io.BytesIO):
        """Holds one picture after the other."""

    reel = Reel()

    def reeled() -> Iterator[Reel]:
        for frame in frames:
            reel.seek(0)
            reel.truncate()
            frame.save(reel, "PNG")
            reel.seek(0)
            yield reel

    assert canvases(reeled(), threads=threads) == expected


@pytest.mark.parametrize("threads", [1, 3])
def test_a_file_object_keeps_its_name_in_errors(threads: int, tmp_path: Path) -> None:
    path = tmp_path / "text.png"
    path.write_bytes(b"text")
    with path.open("rb") as file:
        [[first, second, _]] = read(iter([file, file, b"text"]), threads=threads)
    assert str(first) == str(second)
    assert str(first).startswith(f"{path}: not an image")


def test_stopping_early_leaves_no_thread(pictures: list[bytes]) -> None:
    batches = read_batches(iter(pictures), 2, GEOMETRY, threads=2)
    next(batches)
    assert any(thread.name.startswith("checkboxnet-read") for thread in threading.enumerate())
    batches.close()
    assert not any(thread.name.startswith("checkboxnet-read") for thread in threading.enumerate())
