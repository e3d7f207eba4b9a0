"""Whether images had a part in the training of the weights that score them."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from checkboxnet.report.files import sha256

if TYPE_CHECKING:
    from checkboxnet.dataset.read import ImageSet
    from checkboxnet.model import Model

logger = logging.getLogger(__name__)

RECORD = "images_sha256"
"""Key of `metrics.json`: the lowest digests of the images that trained, or chose epoch and
calibration."""

_DIGITS = 16
_MOST = 1000
"""Digests that are kept: the lowest ones, which are a random sample that any set of the same images
shares."""


def lowest_digests(digests: Iterable[str]) -> list[str]:
    """Returns those digests of files that are recorded."""
    return sorted({digest[:_DIGITS] for digest in digests})[:_MOST]


def recorded_digests(metrics: Mapping[str, Any]) -> set[str]:
    """Returns the digests recorded in `metrics.json`, which may be malformed."""
    kept = metrics.get(RECORD)
    listed = kept if isinstance(kept, list) else []
    return {digest for digest in listed if isinstance(digest, str)}


def count_seen(images: ImageSet, model: Model) -> int | None:
    """Returns how many of the images had a part in the training of a model, and warns of them.

    Args:
        images: To be scored; their files are read.
        model: Whose `metrics.json` is asked.

    Returns:
        Files of the same content, estimated where more than 1,000 images had a part; None where
        the weights don't tell.
    """
    kept = recorded_digests(model.metrics)
    if not kept:
        return None
    digests = [sha256(sample.path.read_bytes())[:_DIGITS] for sample in images.samples]
    highest = max(kept) if len(kept) >= _MOST else "g"  # above all digits, where nothing was cut
    known = [digest for digest in digests if digest <= highest]
    if not known:
        return None
    met = sum(digest in kept for digest in known)
    seen = -(-met * len(digests) // len(known))
    if seen:
        logger.warning(
            "%s: %d of the %d images had a part in the training of %s, which then looks better "
            "than it is. Score images of a split that has none: `checkboxnet data split`",
            images.root, seen, len(images), model.name,
        )  # fmt: skip
    return seen
