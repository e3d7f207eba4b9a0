"""Reading the images that an agent names: files below one folder, or base64, and nothing else."""

from __future__ import annotations

import base64
import errno
import io
import os
import stat
from contextlib import ExitStack
from pathlib import Path

from checkboxnet.errors import ImageError
from checkboxnet.picture import read
from checkboxnet.picture.decode import FORMATS
from checkboxnet.picture.read import RgbImage, is_base64, open_image

_LONGEST_NAME = 200
"""Characters of a path that error messages repeat."""

_MOST_LINKS = 40
"""Symbolic links of one path that are followed, as many as Linux follows."""


def read_image(source: str, *, root: Path, name: str) -> RgbImage:
    """Returns an image that lies below a folder, or that comes as base64.

    Messages say the same of every path that leads out of the folder, by its words or by a symbolic
    link: nothing outside is looked for.

    Args:
        source: A path, absolute or relative to `root` or else to the working directory; an encoded
            image in base64; or a data URL of one. What begins as an image in base64 does is taken
            for one.
        root: The folder, absolute. Symbolic links in it are followed as far as they stay in it.
        name: What error messages call an image that has no path.

    Returns:
        uint8 array of shape (H, W, 3).

    Raises:
        ImageError: The path leads out of the folder or to no regular file, the base64 is damaged,
            or the image is one that `open_image` refuses.
    """
    if source[:5].lower() == "data:":
        head, _, encoded = source.partition(",")
        if not head.lower().endswith(";base64"):
            raise ImageError(f"{name}: the data URL is not in base64")
        data = _decoded(encoded, name)
    elif is_base64(source):
        data = _decoded(source, name)
    else:
        name = f"{source[:_LONGEST_NAME]}…" if len(source) > _LONGEST_NAME else source or "."
        try:
            data = _read_file(source, root, name)
        except (OSError, ValueError) as error:
            if isinstance(error, ImageError):
                raise
            # The text of an OSError repeats the path.
            reason = getattr(error, "strerror", None) or error
            raise ImageError(f"{name}: cannot be read ({reason})") from error
    file = io.BytesIO(data)
    file.name = name
    return open_image(file)


def _decoded(encoded: str, name: str) -> bytes:
    try:
        return base64.b64decode("".join(encoded.split()), validate=True)
    except ValueError as error:
        raise ImageError(f"{name}: damaged base64 ({error}); send all of it, or a path") from error


def _read_file(source: str, root: Path, name: str) -> bytes:
    real_root = Path(os.path.realpath(root))
    places = _places_below(root, real_root, source)
    if not places:
        raise _outside(name, root)
    for place in places:
        path = _without_links(real_root / place, real_root)
        if path is None:
            raise _outside(name, root)
        try:
            return _read_below(real_root, path.relative_to(real_root), name)
        except (FileNotFoundError, NotADirectoryError):
            continue
    raise ImageError(
        f"{name}: no such file in {root}. An image is a path relative to that folder, or the "
        f"base64 of one in {', '.join(FORMATS)}"
    )


def _places_below(root: Path, real_root: Path, source: str) -> list[Path]:
    """Returns what a path may mean, relative to the root, by its words alone.

    Tools that write screenshots name them relative to the directory in which they run.
    """
    paths = [Path(os.path.normpath(start / source)) for start in (root, Path.cwd())]
    places = (
        path.relative_to(top)
        for path in paths
        for top in (root, real_root)
        if path.is_relative_to(top)
    )
    return list(dict.fromkeys(places))


def _without_links(path: Path, root: Path) -> Path | None:
    """Returns what a path below the root stands for, or None if a link in it leads out.

    Unlike `os.path.realpath` it asks the disk for nothing outside, not even on a way that comes
    back.
    """
    for _ in range(_MOST_LINKS):
        parts = path.relative_to(root).parts
        ways = (root.joinpath(*parts[: number + 1]) for number in range(len(parts)))
        link = next((way for way in ways if way.is_symlink()), None)
        if link is None:
            return path
        target = Path(os.path.normpath(link.parent / link.readlink()))
        path = target / path.relative_to(link)
        if not path.is_relative_to(root):
            return None
    raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))


def _outside(name: str, root: Path) -> ImageError:
    return ImageError(f"{name}: leads out of {root}, the one folder that images are read from")


def _read_below(root: Path, relative: Path, name: str) -> bytes:
    """Reads a regular file below a folder, following no link that was put there meanwhile."""
    if not relative.parts:
        raise ImageError(f"{name}: a folder, not an image")
    *folders, last = relative.parts
    with ExitStack() as stack:

        def opened(part: str | Path, flags: int, within: int | None = None) -> int:
            descriptor = os.open(part, flags | os.O_NOFOLLOW, dir_fd=within)
            stack.callback(os.close, descriptor)
            return descriptor

        folder = opened(root, os.O_DIRECTORY)
        for each in folders:
            folder = opened(each, os.O_DIRECTORY, folder)
        # Before it is opened, too: that alone is an order to some devices.
        _check_regular(os.stat(last, dir_fd=folder, follow_symlinks=False), name)
        file = opened(last, os.O_NONBLOCK, folder)
        _check_regular(os.fstat(file), name)
        with os.fdopen(file, "rb", closefd=False) as stream:
            return stream.read(read.MAX_BYTES + 1)


def _check_regular(status: os.stat_result, name: str) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise ImageError(f"{name}: a folder, not an image")
    if not stat.S_ISREG(status.st_mode):
        raise ImageError(f"{name}: not a regular file")
    if status.st_size > read.MAX_BYTES:
        raise ImageError(f"{name}: larger than {read.MAX_BYTES:,} bytes")
