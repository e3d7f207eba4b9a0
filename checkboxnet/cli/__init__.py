"""The command line: one file per command, each of which parses, calls one function and prints."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from checkboxnet.cli import (
    data,
    evaluate,
    experiments,
    export,
    fine_tune,
    harvest,
    models,
    predict,
    serve,
)
from checkboxnet.errors import CheckboxNetError

_INTERRUPTED = 130  # as shells report a program ended by Ctrl-C

app = typer.Typer(
    name="checkboxnet",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    epilog="Results go to stdout, everything else to stderr. Exit status: 0 all good, 1 something "
    "failed, 2 wrong usage, 130 interrupted.",
)
app.command("predict")(predict.predict)
app.command("evaluate")(evaluate.evaluate)
app.command("export")(export.export)
app.command("fine-tune")(fine_tune.fine_tune)
app.command("harvest")(harvest.harvest)
app.command("serve")(serve.serve)
app.add_typer(data.app, name="data")
app.add_typer(experiments.app, name="experiments")
app.add_typer(models.app, name="models")


def _print_version(wanted: bool) -> None:
    if wanted:
        from checkboxnet import __version__

        print(f"checkboxnet {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of errors.")] = False,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Show version."),
    ] = False,
) -> None:
    """Say from the picture of a UI control whether it is checked, unchecked or other."""
    logging.basicConfig(format="%(message)s", level=logging.WARNING, stream=sys.stderr)
    logging.getLogger("checkboxnet").setLevel(logging.INFO)


def main(args: Sequence[str] | None = None) -> None:
    """Runs the command line and exits.

    Args:
        args: Arguments without the program's name; by default those of the process.
    """
    arguments = sys.argv[1:] if args is None else list(args)
    try:
        app(arguments)
    except (CheckboxNetError, OSError) as error:
        # The second is the disk's or the system's: full, read-only, not permitted.
        if "--debug" in arguments:
            raise
        print(f"error: {error}", file=sys.stderr)
        sys.exit(error.exit_code if isinstance(error, CheckboxNetError) else 1)
    except SystemExit as stop:
        if stop.code == _INTERRUPTED:
            print("interrupted; what was finished is kept", file=sys.stderr)
        raise
