"""Loading verified weights by name, folder or Hub repository."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from checkboxnet.errors import WeightsError
from checkboxnet.report.files import sha256
from checkboxnet.weights.config import CONFIG_FILE
from checkboxnet.weights.folder import WeightsFolder, read_weights
from checkboxnet.weights.registry import is_registered, locate

logger = logging.getLogger(__name__)


def load_weights(model: str | os.PathLike[str], *, revision: str | None = None) -> WeightsFolder:
    """Finds weights, downloads them if need be, and verifies them.

    Args:
        model: As `locate` takes it: a registered name, a weights folder or a Hub repository.
        revision: Branch, tag or commit of a Hub repository.

    Raises:
        ModelNotFoundError: `model` is none of the three.
        WeightsError: The folder is incomplete, altered or malformed.
        DownloadError: The Hub did not deliver.
        ConfigError: A revision is given for something that has none.
    """
    if is_registered(model) and Path(model, CONFIG_FILE).is_file():
        logger.warning(
            "%s: loads the registered weights; use ./%s for those in the folder", model, model
        )
    location = locate(model, revision=revision)
    path = location.folder
    if path is None:
        from checkboxnet.weights.hub import fetch

        path = fetch(str(location.repo_id), revision=location.revision)
    folder = read_weights(path)
    if location.config_sha256 is not None:
        actual = sha256((path / CONFIG_FILE).read_bytes())
        if actual != location.config_sha256:
            raise WeightsError(
                f"{path / CONFIG_FILE}: checksum {actual[:12]}… differs from the registry's "
                f"{location.config_sha256[:12]}… for {folder.config.name}. Reinstall checkboxnet"
            )
    return folder
