from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from checkboxnet.errors import ImageError
from checkboxnet.images import list_images
from checkboxnet.inputs import Fitted, read_batches
from checkboxnet.preprocess import Preprocessing

GEOMETRY = Preprocessing(size=(32, 48))


@pytest.fixture
def pictures(example_images: Path) -> list[bytes]:
    return [path.read_bytes() for path in list_images(example_images)[:7]]


class NotingFile(io.BytesIO):
    """A file that notes which thread reads it."""

    readers: list[threading.Thread]

    def read(self, size: int | None = -1, /) -> bytes:
        self.readers.append(threading.current_thread())
        return super().read(size)


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


def test_images_are_taken_by_the_callers_thread_and_read_by_others(pictures: list[bytes]) -> None:
    takers, readers = [], []

    def images() -> Iterator[io.BytesIO]:
        for picture in pictures:
            takers.append(threading.current_thread())
            file = NotingFile(picture)
            file.readers = readers
            yield file

    list(read_batches(images(), 3, GEOMETRY, threads=2))
    assert set(takers) == {threading.current_thread()}
    assert threading.current_thread() not in readers
    assert len(set(readers)) <= 2

    readers.clear()
    list(read_batches(images(), 3, GEOMETRY, threads=1))
    assert set(readers) == {threading.current_thread()}


def test_stopping_early_leaves_no_thread(pictures: list[bytes]) -> None:
    batches = read_batches(iter(pictures), 2, GEOMETRY, threads=2)
    next(batches)
    assert any(thread.name.startswith("checkboxnet-read") for thread in threading.enumerate())
    batches.close()
    assert not any(thread.name.startswith("checkboxnet-read") for thread in threading.enumerate())
