"""The HTTP endpoints, as an ASGI application."""

from __future__ import annotations

import asyncio
import io
import os
from collections.abc import Awaitable, Callable, Sequence
from hmac import compare_digest
from importlib.metadata import version
from typing import Annotated, Any

from fastapi import Depends, FastAPI, HTTPException, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from prometheus_client import CollectorRegistry, Counter
from prometheus_fastapi_instrumentator import Instrumentator, metrics
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect

from checkboxnet.errors import ImageError
from checkboxnet.model import Model, as_model
from checkboxnet.prediction import outcome_to_dict
from checkboxnet.serving.body import read_images
from checkboxnet.serving.config import Limits
from checkboxnet.serving.schema import ANSWERS, SCAN_ANSWERS, UNAUTHORIZED, request_body

_VERSION = version("checkboxnet")
_DEFAULTS = Limits()
_MIN_SCORE = "Lowest score of a certain prediction; by default the weights' own thresholds."
_LEAST = "Lowest detection score of what is found; by default the detector's own threshold."
_CLIENT_GONE = 499  # nginx's number; only the metrics see it
_bearer = HTTPBearer(auto_error=False)


def create_app(
    model: str | os.PathLike[str] | Model, *, limits: Limits = _DEFAULTS, token: str | None = None
) -> FastAPI:
    """Returns the application that `checkboxnet serve` runs, for an ASGI server of your own.

    Args:
        model: A model, or what `load_model` takes.
        limits: What a request may cost. The number of connections is the server's to limit.
        token: What clients must send as `Authorization: Bearer …`, except to `/healthz`; by
            default none is needed.

    Raises:
        CheckboxNetError: The model can't be loaded.
    """
    loaded = as_model(model)
    guard = [] if token is None else [Depends(_require(token))]
    # One request at a time: it has all of the model's threads.
    predicting = asyncio.Semaphore(1)
    registry = CollectorRegistry()
    counter = Counter(
        "checkboxnet_images", "Images by label, or unreadable.", ["label"], registry=registry
    )
    app = FastAPI(
        title="checkboxnet",
        summary="Says from the picture of a UI control whether it is checked, unchecked or other",
        version=_VERSION,
        # Their pages would load scripts from the network.
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    app.exception_handler(RequestValidationError)(_explain)
    app.exception_handler(ClientDisconnect)(_note_disconnect)

    @app.post(
        "/predict",
        dependencies=guard,
        responses={**ANSWERS, **(UNAUTHORIZED if guard else {})},
        openapi_extra=request_body(limits),
    )
    async def predict(
        request: Request,
        min_score: Annotated[float | None, Query(ge=0, le=1, description=_MIN_SCORE)] = None,
    ) -> Response:
        """Predict one or many images.

        A file that is no image gets an error in its place; the others are predicted.
        """
        images = await _images(request, limits)
        async with predicting:
            outcomes = await run_in_threadpool(
                loaded.predict, images, min_score=min_score, on_error="return"
            )
        for outcome in outcomes:
            label = "unreadable" if isinstance(outcome, ImageError) else outcome.label
            counter.labels(label).inc()
        return _answer(images, [outcome_to_dict(outcome) for outcome in outcomes])

    @app.post(
        "/scan",
        dependencies=guard,
        responses={**SCAN_ANSWERS, **(UNAUTHORIZED if guard else {})},
        openapi_extra=request_body(limits),
    )
    async def scan(
        request: Request,
        min_score: Annotated[float | None, Query(ge=0, le=1, description=_LEAST)] = None,
    ) -> Response:
        """Find the controls on one or many screenshots, with the state of each.

        A file that is no image gets an error in its place; the others are scanned.
        """
        images = await _images(request, limits)
        results: list[dict[str, Any]] = []
        async with predicting:
            for image in images:
                try:
                    found = await run_in_threadpool(loaded.scan, image, min_score=min_score)
                except ImageError as error:
                    counter.labels("unreadable").inc()
                    results.append({"error": str(error)})
                    continue
                for each in found:
                    counter.labels(each.prediction.label).inc()
                results.append({"found": [each.to_dict() for each in found]})
        return _answer(images, results)

    @app.get("/healthz")
    async def healthz() -> dict[str, str]:
        """Say what is served, as soon as it is."""
        return {"status": "ready", "model": loaded.name, "version": _VERSION}

    instrumentator = Instrumentator(
        should_group_status_codes=False, excluded_handlers=["/metrics"], registry=registry
    )
    # Its default metrics trust the body size that a client announces.
    for metric in (metrics.requests, metrics.latency):
        instrumentator.add(metric(registry=registry))
    instrumentator.instrument(app).expose(app, dependencies=guard, include_in_schema=False)
    return app


def _answer(images: Sequence[io.BytesIO], results: Sequence[dict[str, Any]]) -> Response:
    named = [
        {"filename": image.name, **result} for image, result in zip(images, results, strict=True)
    ]
    errors = [result["error"] for result in results if "error" in result]
    if len(errors) < len(results):
        return JSONResponse({"results": named})
    more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
    return JSONResponse({"detail": f"{errors[0]}{more}", "results": named}, 422)


def _require(token: str) -> Callable[..., Awaitable[None]]:
    async def check(
        credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)],
    ) -> None:
        # Headers are bytes, which Starlette decodes as Latin-1.
        given = credentials.credentials.encode("latin-1") if credentials else b""
        if not compare_digest(given, token.encode()):
            raise HTTPException(
                401,
                "send the server's token as 'Authorization: Bearer TOKEN'",
                {"WWW-Authenticate": "Bearer"},
            )

    return check


async def _images(request: Request, limits: Limits) -> list[io.BytesIO]:
    try:
        async with asyncio.timeout(limits.timeout):
            return await read_images(request, limits)
    except TimeoutError as error:
        # What may still come is not waited for.
        late = f"the body did not come in within {limits.timeout:g} s"
        raise HTTPException(408, late, {"Connection": "close"}) from error


async def _explain(_: Request, error: RequestValidationError) -> Response:
    reasons = (f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors())
    return JSONResponse({"detail": "; ".join(reasons)}, 422)


async def _note_disconnect(_: Request, __: ClientDisconnect) -> Response:
    return Response(status_code=_CLIENT_GONE)
