"""Writing files so that each is either whole or absent, and the digests that prove it."""

from __future__ import annotations

import hashlib
import os
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from checkboxnet.errors import OutputBusyError, OutputExistsError


def sha256(data: bytes) -> str:
    """Returns the SHA-256 of `data` as 64 lower-case hex digits."""
    return hashlib.sha256(data).hexdigest()


@contextmanager
def atomic_path(target: str | os.PathLike[str]) -> Iterator[Path]:
    """Yields a temporary path beside `target` that replaces it when the block succeeds.

    Missing parent folders are made. If the block raises, the temporary file is removed and
    `target` stays as it was.
    """
    target = Path(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    # Not by tempfile, whose files only their owner can read.
    temporary = target.with_name(f".{target.name}.{uuid.uuid4().hex[:12]}.part")
    try:
        with _errors_name(target, instead_of=temporary):
            yield temporary
            os.replace(temporary, target)
    finally:
        temporary.unlink(missing_ok=True)


@contextmanager
def atomic_folder(target: str | os.PathLike[str]) -> Iterator[Path]:
    """Yields a temporary folder beside `target` that replaces it when the block succeeds.

    Missing parent folders are made. If the block raises, the temporary folder is removed and
    `target` stays as it was.
    """
    target = Path(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    name = f".{target.name}.{uuid.uuid4().hex[:12]}"
    part, old = target.with_name(f"{name}.part"), target.with_name(f"{name}.old")
    try:
        with _errors_name(target, instead_of=part):
            part.mkdir()
        yield part
        if target.exists():
            target.rename(old)
        part.rename(target)
    finally:
        if old.exists() and not target.exists():
            old.rename(target)
        shutil.rmtree(part, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)


@contextmanager
def _errors_name(target: Path, *, instead_of: Path) -> Iterator[None]:
    """Lets errors of the system name the file that the user asked for."""
    try:
        yield
    except OSError as error:
        if str(error.filename) == str(instead_of):
            error.filename = str(target)
        raise


@contextmanager
def sole_writer(folder: str | os.PathLike[str]) -> Iterator[None]:
    """Holds a folder for one writer, and removes what a killed one left half written in it.

    The lock ends with the process that holds it, however that ends.

    Args:
        folder: One that exists; gets a file `.lock`.

    Raises:
        OutputBusyError: Somebody else holds it.
    """
    from filelock import FileLock, Timeout

    folder = Path(folder)
    lock = FileLock(folder / ".lock", timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        raise OutputBusyError(
            f"{folder}: another process is writing there. Wait for it, or choose another folder"
        ) from error
    try:
        for part in folder.rglob(".*.part"):
            shutil.rmtree(part) if part.is_dir() else part.unlink(missing_ok=True)
        yield
    finally:
        lock.release()


def write_bytes(target: str | os.PathLike[str], data: bytes) -> None:
    """Writes `data` to `target` atomically."""
    with atomic_path(target) as temporary:
        temporary.write_bytes(data)


def write_text(target: str | os.PathLike[str], text: str) -> None:
    """Writes `text` to `target` atomically, as UTF-8."""
    write_bytes(target, text.encode())


def refuse_to_overwrite(target: str | os.PathLike[str], *, overwrite: bool) -> None:
    """Raises unless `target` is absent, an empty folder, or may be overwritten.

    Raises:
        OutputExistsError: `target` exists and `overwrite` is False.
    """
    target = Path(target)
    empty_folder = target.is_dir() and not any(target.iterdir())
    if target.exists() and not empty_folder and not overwrite:
        raise OutputExistsError(
            f"{target} exists already. Choose another name, or pass overwrite=True (--overwrite)."
        )
