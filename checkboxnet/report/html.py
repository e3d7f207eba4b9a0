"""HTML pages that hold all they show, for evaluations and audits."""

from __future__ import annotations

import base64
import hashlib
import io
from importlib.resources import files

import numpy as np
from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from numpy.typing import NDArray
from PIL import Image

_FOLDER = "page"
_THUMBNAIL = (480, 192)


def templates(package: str) -> Environment:
    """Returns the templates in a package's folder `page`, and `base.html`, which they extend.

    They may use `style`, `script`, `script_digest` (for a content security policy), and the filter
    `percent`.
    """
    environment = Environment(
        loader=ChoiceLoader(
            [PackageLoader(package, _FOLDER), PackageLoader("checkboxnet.report", _FOLDER)]
        ),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    script = _asset("base.js")
    environment.globals |= {
        "style": _asset("base.css"),
        "script": script,
        "script_digest": base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
    }
    environment.filters["percent"] = lambda share: f"{100 * share:.1f}\N{NO-BREAK SPACE}%"
    return environment


def _asset(name: str) -> Markup:
    # A file of this package, not to be escaped.
    return Markup((files("checkboxnet.report") / _FOLDER / name).read_text(encoding="utf-8"))  # noqa: S704


def thumbnail(pixels: NDArray[np.uint8]) -> str:
    """Returns a picture as a data URI, downscaled to at most 480 x 192 pixels."""
    return data_uri(Image.fromarray(pixels), largest=_THUMBNAIL)


def data_uri(image: Image.Image, *, largest: tuple[int, int]) -> str:
    """Returns a picture as a data URI, downscaled to at most that width and height."""
    image.thumbnail(largest)
    buffer = io.BytesIO()
    image.save(buffer, "WEBP", quality=85, method=6)
    return f"data:image/webp;base64,{base64.b64encode(buffer.getvalue()).decode()}"
