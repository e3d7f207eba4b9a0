"""The HTTP endpoints, as an ASGI application."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager
from hmac import compare_digest
from importlib.metadata import version
from typing import Annotated, Any, TypeVar

from fastapi import Depends, FastAPI, HTTPException, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from prometheus_client import CONTENT_TYPE_LATEST
from starlette.requests import ClientDisconnect
from starlette.types import Receive

from checkboxnet.errors import ImageError
from checkboxnet.model import Model
from checkboxnet.prediction import Prediction, outcome_to_dict
from checkboxnet.serving.batcher import Batcher
from checkboxnet.serving.body import Upload, read_uploads
from checkboxnet.serving.config import Limits
from checkboxnet.serving.metrics import Metrics, MetricsMiddleware
from checkboxnet.serving.schema import (
    ANSWERS,
    METRICS,
    RETRY_AFTER,
    UNAUTHORIZED,
    Health,
    request_body,
)

T = TypeVar("T")

_VERSION = version("checkboxnet")
_DEFAULTS = Limits()
_CLIENT_GONE = 499  # nginx's number, seen by nobody but the metrics
_bearer = HTTPBearer(auto_error=False)


def create_app(model: Model, *, limits: Limits = _DEFAULTS, token: str | None = None) -> FastAPI:
    """Returns the application that `checkboxnet serve` runs, for an ASGI server of your own.

    The server must run its lifespan, in which the thread that predicts lives.

    Args:
        model: What predicts.
        limits: What requests may cost.
        token: What clients must send as `Authorization: Bearer …`, except to `/healthz`; by
            default everybody may ask.
    """
    batcher = Batcher(model)
    metrics = Metrics(lambda: batcher.depth)
    gate = _Gate(limits.requests, metrics)
    guard = [] if token is None else [Depends(_require(token))]
    refusal = {} if token is None else UNAUTHORIZED

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        with batcher:
            yield

    app = FastAPI(
        title="checkboxnet",
        summary="Says from the picture of a UI control whether it is checked, unchecked or other",
        version=_VERSION,
        lifespan=lifespan,
        # Their pages would load scripts from the network.
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    app.add_middleware(MetricsMiddleware, metrics=metrics, path="/predict")
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
        deadline = asyncio.get_running_loop().time() + limits.seconds
        with gate.place():
            async with _until(deadline, _too_slow_client(limits)):
                uploads = await read_uploads(request, limits)
            async with _until(deadline, _too_slow_server(limits)):
                work = _outcomes(uploads, batcher, min_score)
                outcomes = await _unless_gone(request.receive, work)
        metrics.count(outcomes)
        return _answer(uploads, outcomes)

    @app.get("/healthz")
    async def healthz() -> Health:
        """Say what is served, as soon as it is."""
        return Health(status="ready", model=model.name, version=_VERSION)

    @app.get(
        "/metrics",
        dependencies=guard,
        responses={**METRICS, **refusal},
        response_class=Response,
    )
    async def read_metrics() -> Response:
        """Count requests and images, in Prometheus' text format."""
        return Response(metrics.text(), media_type=CONTENT_TYPE_LATEST)

    return app


class _Gate:
    """Lets a bounded number of requests in, before anything of their bodies is read."""

    def __init__(self, places: int, metrics: Metrics) -> None:
        self._free = places
        self._metrics = metrics

    @contextmanager
    def place(self) -> Iterator[None]:
        if not self._free:
            self._metrics.rejected.inc()
            raise HTTPException(503, "too many requests at once; try again", RETRY_AFTER)
        self._free -= 1
        try:
            yield
        finally:
            self._free += 1


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


@asynccontextmanager
async def _until(deadline: float, late: HTTPException) -> AsyncIterator[None]:
    try:
        async with asyncio.timeout_at(deadline):
            yield
    except TimeoutError as error:
        raise late from error


def _too_slow_client(limits: Limits) -> HTTPException:
    # What may still come is not waited for.
    return HTTPException(
        408, f"the body did not come in within {limits.seconds:g} s", {"Connection": "close"}
    )


def _too_slow_server(limits: Limits) -> HTTPException:
    # Not 504, which is for gateways: no other server was waited for.
    return HTTPException(503, f"no answer within {limits.seconds:g} s; try again", RETRY_AFTER)


async def _outcomes(
    uploads: list[Upload], batcher: Batcher, min_score: float | None
) -> list[Prediction | ImageError]:
    images = [upload.content for upload in uploads if not isinstance(upload.content, ImageError)]
    predicted = iter(await batcher.predict(images, min_score))
    return [
        upload.content if isinstance(upload.content, ImageError) else next(predicted)
        for upload in uploads
    ]


async def _unless_gone(receive: Receive, work: Coroutine[Any, Any, T]) -> T:
    """Returns what `work` returns, or cancels it when the client goes away.

    Args:
        receive: Of a request whose body has been read, so that nothing but its end can come.
        work: What the client waits for.

    Raises:
        ClientDisconnect: It is gone.
    """
    working, going = asyncio.ensure_future(work), asyncio.ensure_future(receive())
    try:
        await asyncio.wait((working, going), return_when=asyncio.FIRST_COMPLETED)
        if not working.done():
            raise ClientDisconnect
        return working.result()
    finally:
        working.cancel()
        going.cancel()


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
