"""What the endpoints answer, and how OpenAPI describes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel

from checkboxnet.prediction import Prediction
from checkboxnet.serving.body import BODY_NAME, FIELD
from checkboxnet.serving.config import Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class FilePrediction(Prediction):
    """What the model says of one file: the fields of a `Prediction`."""

    filename: str


class FileError(BaseModel):
    """Why one file has no prediction."""

    filename: str
    error: str


class Results(BaseModel):
    """One result for each file, in the order sent."""

    results: list[FilePrediction | FileError]


class Problem(BaseModel):
    """Why there is no answer."""

    detail: str


class Unprocessable(Problem):
    """Why there is no answer; `results` names the reason for each file if none is an image."""

    results: list[FileError] | None = None


class Health(BaseModel):
    """What is served."""

    status: Literal["ready"]
    model: str
    version: str


_BINARY = {"type": "string", "format": "binary"}

UNAUTHORIZED: dict[int | str, dict[str, Any]] = {
    401: {"model": Problem, "description": "The bearer token is missing or wrong."}
}

ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {"model": Results, "description": "At least one file is an image."},
    400: {"model": Problem, "description": "The form is malformed or holds too many files."},
    408: {"model": Problem, "description": "The body did not come in within the time limit."},
    413: {"model": Problem, "description": "The body is too large."},
    415: {"model": Problem, "description": "The body is neither a form nor an image."},
    422: {
        "model": Unprocessable,
        "description": "No file is an image, a field or a parameter is wrong.",
    },
}
METRICS: dict[int | str, dict[str, Any]] = {
    200: {"content": {"text/plain": {"schema": {"type": "string"}}}}
}


def request_body(limits: Limits) -> dict[str, Any]:
    """Returns what OpenAPI says of the body of `/predict`, which FastAPI does not read itself."""
    images = {"type": "array", "items": _BINARY, "minItems": 1, "maxItems": limits.files}
    form = {
        "type": "object",
        "properties": {FIELD: images},
        "required": [FIELD],
        "additionalProperties": False,
    }
    image = {**_BINARY, "description": f"One image, called {BODY_NAME!r} in the answer."}
    content = {"multipart/form-data": {"schema": form}, "image/*": {"schema": image}}
    return {"requestBody": {"required": True, "content": content}}
