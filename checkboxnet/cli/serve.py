"""`checkboxnet serve`."""

from __future__ import annotations

from typing import Annotated

import typer

from checkboxnet.cli.predict import ModelOption, RevisionOption
from checkboxnet.serving.config import Limits, read_token

_DEFAULTS = Limits()
_MB = 1_000_000


def serve(
    host: Annotated[
        str, typer.Option(help="Address to listen on; 0.0.0.0 for all of this machine's.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes a free one.")] = 8000,
    model: ModelOption = "default",
    revision: RevisionOption = None,
    device: Annotated[str, typer.Option(help="cpu, or as torch names it: cuda, mps.")] = "cpu",
    max_files: Annotated[int, typer.Option(min=1, help="Images of a request.")] = _DEFAULTS.files,
    max_body_mb: Annotated[float, typer.Option(help="Size of a request.")] = (
        _DEFAULTS.body_bytes / _MB
    ),
    timeout: Annotated[
        float, typer.Option(help="Seconds in which a request's body must come in.")
    ] = _DEFAULTS.timeout,
    max_connections: Annotated[
        int, typer.Option(min=1, help="Connections held at once; more are answered 503.")
    ] = _DEFAULTS.connections,
) -> None:
    """Answer predictions over HTTP.

    POST files in the form field `images` to /predict, or an image as the body. /healthz says
    that it is ready, /metrics counts in Prometheus' format, /openapi.json describes it all.
    Ctrl-C or SIGTERM stops it, after what has been asked is answered.

    \b
    checkboxnet serve --port 8000
    curl -F images=@a.png -F images=@b.png http://127.0.0.1:8000/predict
    curl -H 'Content-Type: image/png' --data-binary @a.png http://127.0.0.1:8000/predict
    CHECKBOXNET_TOKEN=s3cret checkboxnet serve --host 0.0.0.0
    """
    from checkboxnet.model import load_model
    from checkboxnet.serving.server import listen
    from checkboxnet.serving.server import serve as run

    limits = Limits(
        files=max_files,
        body_bytes=round(max_body_mb * _MB),
        timeout=timeout,
        connections=max_connections,
    )
    token = read_token()
    with listen(host, port) as listener:
        loaded = load_model(model, revision=revision, device=device)
        run(loaded, listener=listener, limits=limits, token=token)
