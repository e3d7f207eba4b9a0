"""From what a user names (addresses, files, folders, lists, a Storybook) to pages to visit."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from http.client import HTTPException
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote, urljoin
from urllib.request import urlopen

from checkboxnet.errors import HarvestError
from checkboxnet.report.files import parse_json

_PAGE_ENDINGS = (".html", ".htm", ".xhtml", ".svg")
_STORY_INDEX = "index.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSource:
    """One page to visit."""

    name: str
    """What the manifest calls it: its address, or for local files their path from the source's
    own folder on, which is the same in every run and on every machine."""
    url: str


@contextmanager
def open_sources(
    sources: str | os.PathLike[str] | Sequence[str | os.PathLike[str]],
    *,
    root: Path | None = None,
    max_pages: int | None = None,
) -> Iterator[list[PageSource]]:
    """Yields the pages that the sources name, in order; local files are served meanwhile.

    Args:
        sources: One or more. Each is an http(s) address, an HTML file, a folder of HTML files, a
            `.txt` file that names one source a line (lines that start with `#` are left out), or a
            built Storybook: its folder, or the address of its `index.json`.
        root: Folder that local files are served from; by default each source's own folder.
        max_pages: Keeps the first so many.

    Raises:
        HarvestError: A source doesn't exist, names no pages, or lies outside of `root`.
    """
    listed = [sources] if isinstance(sources, str | os.PathLike) else sources
    with ExitStack() as stack:
        servers = _Servers(root, stack)
        pages = [page for source in listed for page in _pages(os.fspath(source), servers)]
        by_name: dict[str, PageSource] = {}
        for page in pages:
            if by_name.setdefault(page.name, page).url != page.url:
                raise HarvestError(
                    f"two sources are both called {page.name}; harvest them into two folders"
                )
        yield list(by_name.values())[:max_pages]


def _pages(source: str, servers: _Servers, lists: tuple[Path, ...] = ()) -> list[PageSource]:
    """Returns the pages of a source, which stands in the lists, each of which names the next."""
    if source.startswith(("http://", "https://")):
        if source.split("?")[0].endswith(f"/{_STORY_INDEX}"):
            prefix = urljoin(source, ".")
            return _stories(_get(source), source, prefix=prefix, name=prefix)
        return [PageSource(name=source, url=source)]
    path = Path(source)
    if not path.exists():
        raise HarvestError(
            f"{source}: no such file or folder. A source is an http(s) address, an HTML file, a "
            "folder of HTML files, a .txt list of these, or a built Storybook"
        )
    if path.is_dir():
        return _folder(path, servers)
    if path.suffix.lower() == ".txt":
        if path.resolve() in lists:
            raise HarvestError(f"{source}: the list names itself ({' > '.join(map(str, lists))})")
        within = (*lists, path.resolve())
        return [page for line in _lines(path) for page in _pages(line, servers, within)]
    if path.suffix.lower() in _PAGE_ENDINGS:
        name, base = servers.serve(path.parent)
        return [_served(path.name, name, base)]
    raise HarvestError(f"{source}: expected HTML ({', '.join(_PAGE_ENDINGS)}), a .txt or a folder")


def _folder(folder: Path, servers: _Servers) -> list[PageSource]:
    name, base = servers.serve(folder)
    index = folder / _STORY_INDEX
    if index.is_file() and (folder / "iframe.html").is_file():
        return _stories(_read(index), str(index), prefix=base, name=name)
    files = sorted(
        path
        for path in folder.rglob("*")
        if path.suffix.lower() in _PAGE_ENDINGS[:3] and "node_modules" not in path.parts
    )
    if not files:
        raise HarvestError(f"{folder}: no HTML files in it")
    return [_served(path.relative_to(folder).as_posix(), name, base) for path in files]


def _served(path: str, name: str, base: str) -> PageSource:
    return PageSource(name=name + _text(path), url=base + _quoted(path))


def _text(path: str) -> str:
    """Returns a file's name, which is bytes that need not be UTF-8, as text that can be written."""
    return os.fsencode(path).decode(errors="backslashreplace")


def _quoted(path: str) -> str:
    return quote(os.fsencode(path))


def _lines(path: Path) -> list[str]:
    try:
        # Some editors begin a text file with a byte order mark.
        lines = _read(path).decode("utf-8-sig").splitlines()
    except ValueError as error:
        raise HarvestError(f"{path}: a list of sources must be UTF-8 text ({error})") from error
    return [line for line in map(str.strip, lines) if line and not line.startswith("#")]


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise HarvestError(f"{path}: cannot be read ({error.strerror})") from error


def _get(url: str) -> bytes:
    try:
        with urlopen(url, timeout=30) as answer:  # noqa: S310
            content: bytes = answer.read()
    except (HTTPException, OSError, ValueError) as error:
        raise HarvestError(f"{url}: cannot be read ({error})") from error
    return content


def _stories(content: bytes, source: str, *, prefix: str, name: str) -> list[PageSource]:
    index = parse_json(content, source=source, error=HarvestError)
    entries = index.get("entries") if isinstance(index, dict) else None
    if not isinstance(entries, dict):
        raise HarvestError(f"{source}: no Storybook index (version 7 or newer): 'entries' missing")
    if malformed := [key for key, entry in entries.items() if not isinstance(entry, dict)]:
        raise HarvestError(f"{source}: entry {malformed[0]!r} of the Storybook index is no object")
    ids = [key for key, entry in entries.items() if entry.get("type", "story") == "story"]
    if not ids:
        raise HarvestError(f"{source}: the Storybook index names no stories")
    paths = [f"iframe.html?viewMode=story&id={quote(key)}" for key in ids]
    return [PageSource(name=f"{name}{path}", url=f"{prefix}{path}") for path in paths]


class _QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Logs nothing: requests are not the user's business."""


class _Servers:
    """One loopback server for each folder."""

    def __init__(self, root: Path | None, stack: ExitStack) -> None:
        """Starts none yet; `stack` stops them."""
        self._root = root.resolve() if root else None
        self._stack = stack
        self._ports: dict[Path, int] = {}

    def serve(self, folder: Path) -> tuple[str, str]:
        """Returns what the manifest calls a folder and its address, both ending in a slash."""
        folder = folder.resolve()
        root = self._root or folder
        if not folder.is_relative_to(root):
            raise HarvestError(f"{folder} lies outside of {root}, which pages are served from")
        if root not in self._ports:
            handler = partial(_QuietHandler, directory=str(root))
            server = self._stack.enter_context(ThreadingHTTPServer(("127.0.0.1", 0), handler))
            server.daemon_threads = True
            threading.Thread(target=server.serve_forever, daemon=True).start()
            self._stack.callback(server.shutdown)
            self._ports[root] = server.server_port
        inside = "" if folder == root else f"{folder.relative_to(root).as_posix()}/"
        address = f"http://127.0.0.1:{self._ports[root]}/{_quoted(inside)}"
        return _text(f"{root.name}/{inside}"), address
