"""Writing files and folders atomically, refusing to overwrite, and reading untrusted JSON."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from checkboxnet.errors import OutputBusyError, OutputExistsError

_TEMPORARY = re.compile(r"\..+\.[0-9a-f]{12}\.(part|old)")
"""Names of what is being written or replaced, beside the target."""

_DEEPEST_JSON = 100
"""Levels of lists and objects. Python reads more of them than it can write again."""
_LONGEST_INTEGER = 300
"""Digits. No float holds numbers of more."""


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
    `target` stays as it was. If it is a symbolic link, the folder behind it is replaced.
    """
    named, target = Path(target), Path(os.path.realpath(target))
    target.parent.mkdir(parents=True, exist_ok=True)
    name = f".{target.name}.{uuid.uuid4().hex[:12]}"
    part, old = target.with_name(f"{name}.part"), target.with_name(f"{name}.old")
    try:
        with _errors_name(named, instead_of=part):
            part.mkdir()
        yield part
        if target.is_dir():
            target.rename(old)
        with _errors_name(named, instead_of=part):
            part.rename(target)
    finally:
        if old.exists() and not target.exists():
            old.rename(target)
        shutil.rmtree(part, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)


@contextmanager
def _errors_name(target: Path, *, instead_of: Path) -> Iterator[None]:
    """Makes errors of the system name the file that the user asked for."""
    try:
        yield
    except OSError as error:
        if str(error.filename) == str(instead_of):
            error.filename = str(target)
        raise


@contextmanager
def sole_writer(folder: str | os.PathLike[str]) -> Iterator[None]:
    """Locks an existing folder, and removes temporary files that a killed writer left in it.

    The lock, a file `.lock`, ends with the process that holds it.

    Raises:
        OutputBusyError: Another writer holds the lock.
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
            if _TEMPORARY.fullmatch(part.name):
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
    """Raises an `OutputExistsError` for a folder, or for a file unless `overwrite`."""
    target = Path(target)
    if target.is_dir():
        raise OutputExistsError(f"{target} is a folder. Name a file to write")
    if target.exists() and not overwrite:
        raise _exists(target)


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderKind:
    """Which files a folder of one kind holds, as patterns of paths in it; `*` matches slashes too.

    A folder is replaced only if it is of the kind that is to be written.
    """

    name: str
    """Used in errors."""
    holds: tuple[str, ...]
    """Files that may be in it."""
    proof: tuple[str, ...]
    """Files of which at least one is in it."""


def refuse_to_replace(target: str | os.PathLike[str], kind: FolderKind, *, overwrite: bool) -> None:
    """Raises an `OutputExistsError` unless a folder may be written there.

    It may be absent, empty, or, if `overwrite`, a folder of that kind.
    """
    target = Path(target)
    if target.exists() and not target.is_dir():
        raise OutputExistsError(f"{target} is a file. Choose another name for the folder")
    held = list(_held(target)) if target.is_dir() else []
    if held and not overwrite:
        raise _exists(target)
    others = [path for path in held if not _matches(path, kind.holds)]
    if others:
        raise OutputExistsError(
            f"{target} holds {min(others)!r}, which is no part of a {kind.name}, so it is not "
            "replaced. Choose another folder, or move that away"
        )
    if held and not any(_matches(path, kind.proof) for path in held):
        raise OutputExistsError(
            f"{target} is not replaced: it is no {kind.name}, which would hold {kind.proof[0]}. "
            "Choose another folder"
        )


def _exists(target: Path) -> OutputExistsError:
    return OutputExistsError(
        f"{target} exists already. Choose another name, or pass overwrite=True (--overwrite)."
    )


def _held(folder: Path) -> Iterator[str]:
    """Yields the path of every file and link in a folder, except temporary ones."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if _TEMPORARY.fullmatch(entry.name):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from (f"{entry.name}/{path}" for path in _held(Path(entry.path)))
            else:
                yield entry.name


def _matches(path: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatchcase(path, pattern) for pattern in patterns)


def parse_json(text: str | bytes, *, source: str, error: Callable[[str], Exception]) -> Any:
    """Returns the value of untrusted JSON; NaN and infinity are accepted.

    Args:
        text: The JSON; bytes are UTF-8.
        source: Named in the error, say the file's path.
        error: Class of the error that is raised.

    Raises:
        Exception: `error`, if it isn't JSON, or holds what Python can't calculate with or write
            again: integers beyond all floats, lone surrogates, or lists and objects nested more
            than 100 deep.
    """
    try:
        value = json.loads(text, parse_int=_integer)
        _require_plain(value, depth=0)
    except (ValueError, RecursionError) as cause:
        raise error(f"{source}: not valid JSON ({cause})") from cause
    return value


def _integer(digits: str) -> int:
    if len(digits) > _LONGEST_INTEGER:
        raise ValueError(f"an integer of {len(digits)} digits")
    return int(digits)


def _require_plain(value: object, *, depth: int) -> None:
    if depth > _DEEPEST_JSON:
        raise ValueError(f"nested more than {_DEEPEST_JSON} deep")
    if isinstance(value, str):
        value.encode()
    elif isinstance(value, list):
        for item in value:
            _require_plain(item, depth=depth + 1)
    elif isinstance(value, dict):
        for key, item in value.items():
            key.encode()
            _require_plain(item, depth=depth + 1)
