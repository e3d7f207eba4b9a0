"""Running the application until SIGINT or SIGTERM."""

from __future__ import annotations

import contextlib
import ipaddress
import logging
import math
import signal
import socket
from typing import TYPE_CHECKING

from checkboxnet.errors import MissingExtraError
from checkboxnet.model import Model
from checkboxnet.serving.config import TOKEN_VARIABLE, Limits

if TYPE_CHECKING:
    import uvicorn

logger = logging.getLogger(__name__)


def listen(host: str, port: int) -> socket.socket:
    """Returns a listening socket, on a free port if `port` is 0; raises OSError if it is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family)


def build_server(model: Model, *, limits: Limits, token: str | None) -> uvicorn.Server:
    """Returns a server for `run(sockets=[…])`, which answers what it has begun before it ends.

    Raises:
        MissingExtraError: Something that the extra `serve` brings is not installed.
    """
    try:
        import uvicorn

        from checkboxnet.serving.app import create_app
    except ImportError as error:
        missing = (error.name or "fastapi").partition(".")[0]
        raise MissingExtraError(missing, "serve") from error

    config = uvicorn.Config(
        create_app(model, limits=limits, token=token),
        # The one that bounds the size of heads, wherever it runs.
        http="h11",
        ws="none",
        log_config=None,
        log_level="warning",
        access_log=False,
        server_header=False,
        limit_concurrency=limits.connections,
        # Longer than common clients and proxies keep idle connections: if the server closed first,
        # a request could meet a connection that is being closed.
        timeout_keep_alive=75,
        # By then every request has had its answer.
        timeout_graceful_shutdown=math.ceil(limits.timeout) + 5,
    )
    return uvicorn.Server(config)


def serve(
    model: Model, *, listener: socket.socket, limits: Limits, token: str | None = None
) -> None:
    """Answers requests until SIGINT or SIGTERM. To be called from the main thread.

    Args:
        model: What predicts.
        listener: As `listen` gives it.
        limits: What requests may cost.
        token: What clients must send; by default none is needed.

    Raises:
        MissingExtraError: Something that the extra `serve` brings is not installed.
    """
    server = build_server(model, limits=limits, token=token)
    host, port = listener.getsockname()[:2]
    if token is None and not ipaddress.ip_address(host).is_loopback:
        logger.warning(
            "warning: other machines can reach %s, and no token is needed. Set %s",
            host,
            TOKEN_VARIABLE,
        )
    address = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    with contextlib.suppress(KeyboardInterrupt):
        # Once all is answered uvicorn raises the signal that ended it again, for its own caller.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        logger.info("serving %s on http://%s (Ctrl-C stops it)", model.name, address)
        server.run(sockets=[listener])
