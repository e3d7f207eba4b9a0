"""`checkboxnet models`."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from checkboxnet.cli.output import ReportFormat

app = typer.Typer(help="List and publish weights.", no_args_is_help=True)

FormatOption = Annotated[ReportFormat, typer.Option("--format", "-f", help="Format of stdout.")]


@app.command("list")
def list_models(format: FormatOption = ReportFormat.TEXT) -> None:
    """List the registered weights, the default first."""
    from checkboxnet.weights.registry import list_models as entries

    if format is ReportFormat.JSON:
        print(json.dumps([asdict(entry) for entry in entries()], indent=2))
        return
    for position, entry in enumerate(entries()):
        default = "  (default)" if position == 0 else ""
        print(f"{entry.name}{default}  {entry.summary}")


@app.command()
def push(
    folder: Annotated[Path, typer.Argument(help="Weights folder, say from fine-tune.")],
    repo_id: Annotated[str, typer.Argument(help="Hub repository, owner/name; made if missing.")],
    license: Annotated[
        str | None, typer.Option(help="For the model card, as on the Hub: apache-2.0, mit, other…")
    ] = None,
    dataset: Annotated[
        list[str] | None,
        typer.Option(help="Hub repository of training images, for the card; may be repeated."),
    ] = None,
    private: Annotated[bool, typer.Option(help="Make a new repository private.")] = False,
) -> None:
    """Publish a weights folder on the Hugging Face Hub.

    Log in first with `hf auth login`, or set HF_TOKEN. Prints the registry entry of the release.

    \b
    checkboxnet models push runs/my-style my-team/my-style --license apache-2.0
    checkboxnet models push runs/my-style my-team/my-style --dataset my-team/my-controls
    """
    from checkboxnet.report.files import sha256
    from checkboxnet.weights.config import CONFIG_FILE
    from checkboxnet.weights.folder import read_weights
    from checkboxnet.weights.hub import push as publish

    weights = read_weights(folder)
    revision = publish(weights, repo_id, license=license, datasets=dataset or (), private=private)
    entry = {
        "name": weights.config.name,
        "sha256": sha256((folder / CONFIG_FILE).read_bytes()),
        "summary": f"{weights.config.architecture}: {', '.join(weights.config.labels)}",
        "repo_id": repo_id,
        "revision": revision,
    }
    print(json.dumps(entry, indent=2))
