"""`checkboxnet mcp`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from checkboxnet.cli.predict import ModelOption, RevisionOption


def mcp(
    root: Annotated[
        Path,
        typer.Option(help="The one folder that image files are read from, links out of it not."),
    ] = Path(),
    model: ModelOption = "default",
    revision: RevisionOption = None,
) -> None:
    """Answer agents that test user interfaces, over the Model Context Protocol.

    It speaks on stdin and stdout, so let an agent's client start it. Tools: scan finds
    the controls on a screenshot, read_control says whether one is on, compare whether a click
    changed it.

    \b
    claude mcp add checkboxnet -- checkboxnet mcp --root shots
    """
    import logging
    import signal

    from checkboxnet.errors import require_package
    from checkboxnet.model import load_model

    require_package("mcp.server.mcpserver", "mcp")
    from checkboxnet.serving.mcp_server import create_mcp_server

    server = create_mcp_server(load_model(model, revision=revision), root=root)
    # There is nothing to tidy up, and the SDK's thread that reads stdin would outlive an exception.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    logging.getLogger(__name__).info("waiting on stdin for an MCP client, images from %s", root)
    server.run()
