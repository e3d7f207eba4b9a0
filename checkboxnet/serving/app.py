"""The HTTP endpoints, as an ASGI application."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
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
from checkboxnet.model import Model
from checkboxnet.prediction import Prediction, outcome_to_dict
from checkboxnet.serving.body import Upload, read_uploads
from checkboxnet.serving.config import Limits
from checkboxnet.serving.schema import ANSWERS, METRICS, UNAUTHORIZED, Health, request_body

_VERSION = version("checkboxnet")
_DEFAULTS = Limits()
_CLIENT_GONE = 499  # nginx's number, seen by nobody but the metrics
_UNREADABLE = "unreadable"
_bearer = HTTPBearer(auto_error=False)


def create_app(model: Model, *, limits: Limits = _DEFAULTS, token: str | None = None) -> FastAPI:
    """Returns the application that `checkboxnet serve` runs, for an ASGI server of your own.

    Args:
        model: What predicts.
        limits: What a request may cost. How many are held at once is the server's to limit.
        token: What clients must send as `Authorization: Bearer …`, except to `/healthz`; by
            default everybody may ask.
    """
    guard = [] if token is None else [Depends(_require(token))]
    refusal = {} if token is None else UNAUTHORIZED
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
        responses={**ANSWERS, **refusal},
        openapi_extra=request_body(limits),
    )
    async def predict(
        request: Request,
        min_score: Annotated[
            float | None,
            Query(
                ge=0,
                le=1,
                description="Lowest score of a certain prediction; by default the weights' own "
                "thresholds.",
            ),
        ] = None,
    ) -> Response:
        """Predict one or many images.

        A file that is no image gets an error in its place; the others are predicted.
        """
        try:
            async with asyncio.timeout(limits.seconds):
                uploads = await read_uploads(request, limits)
        except TimeoutError as error:
            # What may still come is not waited for.
            late = f"the body did not come in within {limits.seconds:g} s"
            raise HTTPException(408, late, {"Connection": "close"}) from error
        images = [each.content for each in uploads if not isinstance(each.content, ImageError)]
        async with predicting:
            predicted = iter(
                await run_in_threadpool(
                    model.predict, images, min_score=min_score, on_error="return"
                )
            )
        outcomes = [
            each.content if isinstance(each.content, ImageError) else next(predicted)
            for each in uploads
        ]
        for outcome in outcomes:
            counter.labels(_UNREADABLE if isinstance(outcome, ImageError) else outcome.label).inc()
        return _answer(uploads, outcomes)

    @app.get("/healthz")
    async def healthz() -> Health:
        """Say what is served, as soon as it is."""
        return Health(status="ready", model=model.name, version=_VERSION)

    instrumentator = Instrumentator(
        should_group_status_codes=False, excluded_handlers=["/metrics"], registry=registry
    )
    # Its default metrics take what a client says of its body's size at its word.
    for metric in (metrics.requests, metrics.latency):
        instrumentator.add(metric(registry=registry))
    instrumentator.instrument(app).expose(
        app, dependencies=guard, responses={**METRICS, **refusal}, response_class=Response
    )
    return app


def _require(token: str) -> Callable[..., Awaitable[None]]:
    expected = token.encode()

    async def check(
        credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)],
    ) -> None:
        # Headers are bytes, which Starlette decodes as Latin-1.
        given = credentials.credentials.encode("latin-1") if credentials else b""
        if not compare_digest(given, expected):
            raise HTTPException(
                401,
                "send the server's token as 'Authorization: Bearer TOKEN'",
                {"WWW-Authenticate": "Bearer"},
            )

    return check


def _answer(uploads: list[Upload], outcomes: list[Prediction | ImageError]) -> Response:
    content: dict[str, Any] = {
        "results": [
            {"filename": upload.name, **outcome_to_dict(outcome)}
            for upload, outcome in zip(uploads, outcomes, strict=True)
        ]
    }
    if any(isinstance(outcome, Prediction) for outcome in outcomes):
        return JSONResponse(content)
    more = f" (and {len(outcomes) - 1} more)" if len(outcomes) > 1 else ""
    return JSONResponse({"detail": f"{outcomes[0]}{more}", **content}, 422)


async def _explain(_: Request, error: RequestValidationError) -> Response:
    reasons = (f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors())
    return JSONResponse({"detail": "; ".join(reasons)}, 422)


async def _note_disconnect(_: Request, __: ClientDisconnect) -> Response:
    return Response(status_code=_CLIENT_GONE)
