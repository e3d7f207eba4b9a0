"""A loopback server that speaks what huggingface_hub needs to fetch and publish a repository."""

from __future__ import annotations

import base64
import hashlib
import importlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from urllib.parse import unquote

import huggingface_hub.constants
import pytest

COMMIT = "0123456789abcdef0123456789abcdef01234567"


@dataclass
class Hub:
    """Repositories by id, each a dict of file contents, and what was asked of them.

    The ids of dataset repositories begin with `datasets/`, as their addresses do.
    """

    url: str = ""
    repositories: dict[str, dict[str, bytes]] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)
    cut: set[str] = field(default_factory=set)
    """Files whose download breaks off in the middle."""
    blocks: int | None = None
    """Blocks of 256 KB of each file that are sent at most; then the connection stands still."""
    standing: Event = field(default_factory=Event)
    """Set as soon as a connection stands still."""
    over: Event = field(default_factory=Event)
    """Ends that."""
    cards: list[str] = field(default_factory=list)
    """What the client asked to be validated as a card."""
    complaint: str | None = None
    """What is wrong with every card."""


class _Handler(BaseHTTPRequestHandler):
    hub: Hub
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        pass

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        parts = unquote(self.path.partition("?")[0]).strip("/").split("/")
        self.hub.requests.append(f"POST {self.path}")
        if parts[:2] == ["api", "repos"]:
            asked = json.loads(body)
            name = "/".join(filter(None, [asked.get("organization"), asked["name"]]))
            if asked.get("type") == "dataset":
                name = f"datasets/{name}"
            self.hub.repositories.setdefault(name, {})
            self._json({"url": f"{self.hub.url}/{name}"})
            return
        if parts == ["api", "validate-yaml"]:  # of the model card's metadata
            self.hub.cards.append(json.loads(body)["content"])
            wrong = [{"message": self.hub.complaint}] if self.hub.complaint else []
            self._json({"errors": wrong, "warnings": []}, status=400 if wrong else 200)
            return
        name = _repository(parts)
        if name not in self.hub.repositories:
            self._missing("RepoNotFound")
        elif parts[4] == "preupload":
            files = [
                {"path": file["path"], "uploadMode": "regular", "shouldIgnore": False}
                for file in json.loads(body)["files"]
            ]
            self._json({"files": files})
        elif parts[4] == "commit":
            for line in map(json.loads, body.splitlines()):
                if line["key"] == "file":
                    content = base64.b64decode(line["value"]["content"])
                    self.hub.repositories[name][line["value"]["path"]] = content
                elif line["key"] == "deletedFile":
                    del self.hub.repositories[name][line["value"]["path"]]
            url = f"{self.hub.url}/{name}/commit/{COMMIT}"
            self._json({"commitUrl": url, "commitOid": COMMIT, "success": True})
        else:
            self._missing("EntryNotFound")

    def _answer(self) -> None:
        self.hub.requests.append(f"{self.command} {self.path}")
        parts = unquote(self.path.partition("?")[0]).strip("/").split("/")
        if parts[:2] in (["api", "models"], ["api", "datasets"]):
            name = _repository(parts)
            if name not in self.hub.repositories:
                self._missing("RepoNotFound")
            elif parts[5:] and parts[5] not in ("main", COMMIT):
                self._missing("RevisionNotFound")
            elif parts[4:5] == ["tree"]:
                self._json(
                    [
                        {"type": "file", "path": path, "size": len(data), "oid": _etag(data)}
                        for path, data in self.hub.repositories[name].items()
                    ]
                )
            else:
                siblings = [{"rfilename": file} for file in self.hub.repositories[name]]
                self._json({"id": name, "sha": COMMIT, "siblings": siblings, "private": False})
            return
        name, file = "/".join(parts[:2]), "/".join(parts[4:])
        content = self.hub.repositories.get(name, {}).get(file)
        if content is None:
            self._missing("EntryNotFound")
            return
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("ETag", f'"{_etag(content)}"')
        self.send_header("X-Repo-Commit", COMMIT)
        self.end_headers()
        if self.command == "GET":
            cut = file in self.hub.cut
            end = len(content) // 2 if cut else len(content)
            for number, start in enumerate(range(0, end, 1 << 18)):
                if number == self.hub.blocks:
                    self.hub.standing.set()
                    self.hub.over.wait()
                self.wfile.write(content[start : min(end, start + (1 << 18))])
            if cut:
                self.close_connection = True

    def _json(self, value: object, *, status: int = 200) -> None:
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _missing(self, code: str) -> None:
        self.send_response(404)
        self.send_header("X-Error-Code", code)
        self.send_header("Content-Length", "0")
        self.end_headers()


def _repository(parts: list[str]) -> str:
    """Returns the id of the repository that `/api/models/owner/name/…` is about."""
    return "/".join(parts[1:4] if parts[1] == "datasets" else parts[2:4])


def _etag(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Keeps quiet about clients that went away."""


@contextmanager
def hub_settings(variables: dict[str, str]) -> Iterator[None]:
    """Lets huggingface_hub read these environment variables, which it does when it is imported."""

    def read() -> None:
        importlib.reload(huggingface_hub.constants)
        huggingface_hub.close_session()

    try:
        with pytest.MonkeyPatch.context() as patch:
            for name, value in variables.items():
                patch.setenv(name, value)
            read()
            yield
    finally:
        read()


@contextmanager
def serve_hub() -> Iterator[Hub]:
    """Yields a hub that answers on a free loopback port."""
    hub = Hub()
    handler = type("Handler", (_Handler,), {"hub": hub})
    server = _Server(("127.0.0.1", 0), handler)
    hub.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield hub
    finally:
        hub.over.set()
        server.shutdown()
        server.server_close()
        thread.join()
