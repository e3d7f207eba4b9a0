"""The Hugging Face Hub: downloading weights folders and timm backbones, publishing folders.

Proxy, token, cache folder, endpoint and offline mode are huggingface_hub's own settings:
`HTTPS_PROXY`, `HF_TOKEN`, `HF_HOME`, `HF_ENDPOINT`, `HF_HUB_OFFLINE`.
"""

from __future__ import annotations

import errno
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from checkboxnet.errors import DownloadError, ModelNotFoundError, WeightsError
from checkboxnet.report.files import write_text
from checkboxnet.weights.card import model_card, published_card
from checkboxnet.weights.config import (
    CARD_FILE,
    CONFIG_FILE,
    FOLDER_FILES,
    METRICS_FILE,
    WEIGHTS_FILE,
)
from checkboxnet.weights.folder import WeightsFolder

BACKBONE_FILES = (CONFIG_FILE, WEIGHTS_FILE)
"""Files that are downloaded from a timm repository."""

_DISK_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""Errors of writing, which name no file, like those of connections."""


def fetch(
    repo_id: str, *, revision: str | None = None, files: tuple[str, ...] = FOLDER_FILES
) -> Path:
    """Downloads some files of a repository into the Hub cache, and returns their folder.

    Args:
        repo_id: `owner/name`.
        revision: Branch, tag or commit; the main branch by default.
        files: Names of the files; those that the repository lacks are left out.

    Raises:
        ModelNotFoundError: The repository or revision doesn't exist or is private.
        DownloadError: The Hub can't be reached, the connection broke, or offline mode is on
            and the files are not in the cache, or the cache can't be written.
    """
    import httpx2
    from huggingface_hub import constants, errors, snapshot_download

    at = f" at revision {revision}" if revision else ""
    try:
        folder = snapshot_download(repo_id, revision=revision, allow_patterns=list(files))
    except (errors.RepositoryNotFoundError, errors.RevisionNotFoundError) as error:
        raise ModelNotFoundError(
            f"{repo_id}{at}: no such folder here, and no such repository or revision on the Hub, "
            "or it is private (then set HF_TOKEN)"
        ) from error
    except errors.LocalEntryNotFoundError as error:
        raise DownloadError(
            f"{repo_id}{at}: no such folder here, not in the local cache, and the Hub can't be "
            "reached or offline mode is on (HF_HUB_OFFLINE). Fetch it once with a connection, or "
            "pass a folder"
        ) from error
    except (errors.HfHubHTTPError, httpx2.HTTPError, OSError, ValueError) as error:
        if isinstance(error, OSError) and (error.filename or error.errno in _DISK_FULL):
            raise DownloadError(
                f"{repo_id}{at}: the Hub's cache {constants.HF_HUB_CACHE} can't be written "
                f"({error}). Make it writable and see that it isn't full, or set HF_HOME to "
                "another folder"
            ) from error
        raise DownloadError(f"{repo_id}{at}: download failed ({error}). Try again") from error
    return Path(folder)


def push(
    folder: WeightsFolder,
    repo_id: str,
    *,
    license: str | None = None,
    datasets: Sequence[str] = (),
    private: bool = False,
) -> str:
    """Publishes a verified weights folder as one commit, and returns the commit's full hash.

    Args:
        folder: What `read_weights` returned.
        repo_id: `owner/name`; made if it doesn't exist.
        license: Identifier for the card; by default that of the card in the folder.
        datasets: Hub repositories of the training images, for the card; by default those of the
            card in the folder.
        private: Whether a new repository is private.

    Raises:
        WeightsError: The front matter of the folder's `README.md` can't be read, or there is no
            `README.md` and `metrics.json` isn't what training writes.
        DownloadError: The Hub refused or can't be reached.
    """
    card = folder.path / CARD_FILE
    text = card.read_text(encoding="utf-8") if card.is_file() else _new_card(folder)
    text = published_card(text, repo_id, license=license, datasets=datasets)
    with TemporaryDirectory() as temporary:
        copy = folder.copy_to(Path(temporary) / "weights")
        write_text(copy / CARD_FILE, text)
        return push_files(
            copy,
            repo_id,
            kind="model",
            files=FOLDER_FILES,
            message=f"Publish {folder.config.name}",
            private=private,
        )


def _new_card(folder: WeightsFolder) -> str:
    try:
        return model_card(folder.config, folder.metrics)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        if isinstance(error, WeightsError):
            raise
        raise WeightsError(
            f"{folder.path / METRICS_FILE}: not the figures of a training run ({error}). Correct "
            "or remove the file"
        ) from error


def push_files(
    folder: Path,
    repo_id: str,
    *,
    kind: Literal["model", "dataset"],
    files: Sequence[str],
    message: str,
    private: bool = False,
) -> str:
    """Publishes some files of a folder as one commit, and returns the commit's full hash.

    Args:
        folder: Where they are.
        repo_id: `owner/name`; made if it doesn't exist.
        kind: Kind of the repository.
        files: Names or patterns (`data/**`). Files in the repository that match and that the
            folder lacks are removed by the commit; hidden ones are never published.
        message: Title of the commit.
        private: Whether a new repository is private.

    Raises:
        DownloadError: The Hub refused or can't be reached.
    """
    import httpx2
    from huggingface_hub import HfApi, errors

    api = HfApi()
    try:
        api.create_repo(repo_id, repo_type=kind, private=private, exist_ok=True)
        commit = api.upload_folder(
            repo_id=repo_id,
            repo_type=kind,
            folder_path=folder,
            allow_patterns=list(files),
            ignore_patterns=[".*", "*/.*"],
            delete_patterns=list(files),
            commit_message=message,
        )
    except (
        errors.HfHubHTTPError,
        errors.LocalTokenNotFoundError,
        httpx2.HTTPError,
        ValueError,  # a malformed repository name, a README whose front matter is refused
    ) as error:
        raise DownloadError(f"{repo_id}: publishing failed ({error})") from error
    revision: str = commit.oid
    return revision
