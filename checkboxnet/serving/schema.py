"""What `/predict` and `/scan` take and answer, as OpenAPI describes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

from pydantic import BaseModel

from checkboxnet.prediction import Prediction
from checkboxnet.serving.body import BODY_NAME, FIELD
from checkboxnet.serving.config import Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class FilePrediction(Prediction):
    """Prediction for one file: the fields of a `Prediction`."""

    filename: str


class FileError(BaseModel):
    """Why one file has no prediction."""

    filename: str
    error: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundControl(Prediction):
    """A control on a screenshot: the fields of its `Prediction`, and where it is."""

    box: tuple[float, float, float, float]
    """Left, top, width and height in pixels of the screenshot."""
    detection_score: float
    """How much it looks like a control, from 0 to 1; not calibrated."""


class FileScan(BaseModel):
    """The controls on one screenshot, in reading order."""

    filename: str
    found: list[FoundControl]


class ScanResults(BaseModel):
    """One result for each file, in the order sent."""

    results: list[FileScan | FileError]


class Results(BaseModel):
    """One result for each file, in the order sent."""

    results: list[FilePrediction | FileError]


class Problem(BaseModel):
    """Why there is no answer; `results` names the reason for each file if none is an image."""

    detail: str
    results: list[FileError] | None = None


_Responses: TypeAlias = dict[int | str, dict[str, Any]]


def _response(description: str, model: type[BaseModel] = Problem) -> dict[str, Any]:
    return {"model": model, "description": description}


UNAUTHORIZED: _Responses = {401: _response("The bearer token is missing or wrong.")}
ANSWERS: _Responses = {
    200: _response("At least one file is an image.", Results),
    400: _response("The form is malformed or holds too many files."),
    408: _response("The body did not come in within the time limit."),
    413: _response("The body is too large."),
    415: _response("The body is neither a form nor an image."),
    422: _response("No file is an image, a field or a parameter is wrong."),
}
SCAN_ANSWERS: _Responses = {
    **ANSWERS,
    200: _response("At least one file is an image.", ScanResults),
}


def request_body(limits: Limits) -> dict[str, Any]:
    """Returns the OpenAPI description of their body, which FastAPI does not read itself."""
    binary = {"type": "string", "format": "binary"}
    images = {"type": "array", "items": binary, "minItems": 1, "maxItems": limits.files}
    form = {
        "type": "object",
        "properties": {FIELD: images},
        "required": [FIELD],
        "additionalProperties": False,
    }
    image = {**binary, "description": f"One image, called {BODY_NAME!r} in the answer."}
    content = {"multipart/form-data": {"schema": form}, "image/*": {"schema": image}}
    return {"requestBody": {"required": True, "content": content}}
