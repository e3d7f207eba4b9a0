"""Registered weights by name, and the location of any weights that a user names."""

from __future__ import annotations

import difflib
import json
import os
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from checkboxnet.errors import ConfigError, ModelNotFoundError

DEFAULT = "default"
"""Alias of the weights that are used by default."""

_EMBEDDED = Path(__file__).parent / "embedded"
_REGISTRY = Path(__file__).parent / "registry.json"
_HUB_ID = re.compile(r"[A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistryEntry:
    """One released set of weights. Its bytes never change."""

    name: str
    """`architecture.tag`."""
    sha256: str
    """Digest of its `config.json`, which in turn holds those of the other files."""
    summary: str
    """One line on the training images."""
    repo_id: str | None = None
    """Hub repository, or None for weights that come with the package."""
    revision: str | None = None
    """Full commit hash in that repository."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A local folder or a repository on the Hub."""

    folder: Path | None = None
    repo_id: str | None = None
    revision: str | None = None
    config_sha256: str | None = None
    """Digest of `config.json`, for registered weights."""


@cache
def _registry() -> Any:
    return json.loads(_REGISTRY.read_text(encoding="utf-8"))


def list_models() -> list[RegistryEntry]:
    """Returns the registered weights, the default first.

    Examples:
        >>> list_models()[0].name == default_name()
        True
    """
    entries = [RegistryEntry(**entry) for entry in _registry()["models"]]
    return sorted(entries, key=lambda entry: (entry.name != default_name(), entry.name))


def default_name() -> str:
    """Returns the name of the default weights."""
    return str(_registry()["default"])


def is_registered(model: str | os.PathLike[str]) -> bool:
    """Returns whether a reference is a registered name, which wins over a folder of that name."""
    return isinstance(model, str) and model in (DEFAULT, *(entry.name for entry in list_models()))


def anchored(
    model: str | os.PathLike[str], directory: str | os.PathLike[str] = ""
) -> str | os.PathLike[str]:
    """Returns a reference with a relative folder made absolute.

    Args:
        model: What `locate` takes.
        directory: To which a folder is relative; by default the working directory.
    """
    folder = Path(directory, model).absolute()
    return folder if not is_registered(model) and folder.is_dir() else model


def locate(model: str | os.PathLike[str], *, revision: str | None = None) -> Location:
    """Resolves a model reference without touching the network.

    Args:
        model: `default` or another registered name, a weights folder, or a Hub repository as
            `owner/name` or `hf://owner/name@revision`. A registered name wins over a folder of
            that name (use `./default` for that), an existing folder over a repository.
        revision: Branch, tag or commit; for Hub repositories only.

    Raises:
        ModelNotFoundError: The reference is none of the three.
        ConfigError: A revision is given for something that has none.
    """
    text = os.fspath(model)
    if is_registered(model):
        name = default_name() if text == DEFAULT else text
        (entry,) = (entry for entry in list_models() if entry.name == name)
        location = Location(
            folder=None if entry.repo_id else _EMBEDDED / entry.name,
            repo_id=entry.repo_id,
            revision=entry.revision,
            config_sha256=entry.sha256,
        )
    elif text and Path(text).is_dir():
        location = Location(folder=Path(text))
    elif isinstance(model, str):
        location = _hub_location(text, revision)
    else:
        raise ModelNotFoundError(f"{text}: no such weights folder")
    if revision is not None and location.repo_id is None:
        raise ConfigError(f"revision={revision!r} goes with a Hub repository, not with {model}")
    return location


def _hub_location(text: str, revision: str | None) -> Location:
    repo_id, _, hub_revision = text.removeprefix("hf://").partition("@")
    if _HUB_ID.fullmatch(repo_id) and (text.startswith("hf://") or not hub_revision):
        return Location(repo_id=repo_id, revision=revision or hub_revision or None)
    names = [DEFAULT, *(entry.name for entry in list_models())]
    close = difflib.get_close_matches(text, names, n=1)
    meant = f" Did you mean {close[0]!r}?" if close else ""
    raise ModelNotFoundError(
        f"{text!r} is no registered name, existing folder or Hub repository.{meant} Accepted: a "
        f"name ({', '.join(names)}), a weights folder (runs/my-style), or a Hub repository "
        "(owner/name, hf://owner/name@revision)"
    )
