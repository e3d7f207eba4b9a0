"""The command line: one file per command, each of which parses, calls one function and prints."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from typing import Annotated, Any, TextIO

import typer
from typer.core import TyperGroup
from typer.main import get_group

from checkboxnet.errors import CheckboxNetError, MissingExtraError

_COMMANDS = (
    "predict",
    "scan",
    "evaluate",
    "export",
    "fine-tune",
    "harvest",
    "audit",
    "serve",
    "mcp",
    "data",
    "experiments",
    "models",
    "doctor",
)
"""Each is a module of this package: a function of the same name, or `app` with commands below."""
_INTERRUPTED = 130  # as shells report a program ended by Ctrl-C


class _Commands(Mapping[str, Any]):
    """Imports and builds a command when it is asked for: nobody who predicts waits for the rest."""

    def __getitem__(self, name: str) -> Any:
        if name not in _COMMANDS:
            raise KeyError(name)
        function = name.replace("-", "_")
        module = import_module(f"checkboxnet.cli.{function}")
        owner = typer.Typer(rich_markup_mode=None)
        if hasattr(module, "app"):
            owner.add_typer(module.app, name=name)
        else:
            owner.command(name)(getattr(module, function))
        return get_group(owner).commands[name]

    def __iter__(self) -> Iterator[str]:
        return iter(_COMMANDS)

    def __len__(self) -> int:
        return len(_COMMANDS)


class _Group(TyperGroup):
    def __init__(self, **settings: Any) -> None:
        super().__init__(**{**settings, "commands": _Commands()})


app = typer.Typer(
    name="checkboxnet",
    cls=_Group,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    epilog="Results go to stdout, everything else to stderr. Exit status: 0 all good, 1 something "
    "failed, 2 wrong usage, 130 interrupted.",
)


class _ToStderr(logging.StreamHandler[TextIO]):
    """Writes to stderr as it is at the time: a progress bar takes its place while it shows."""

    def emit(self, record: logging.LogRecord) -> None:
        self.setStream(sys.stderr)
        super().emit(record)


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
    logging.basicConfig(format="%(message)s", level=logging.WARNING, handlers=[_ToStderr()])
    logging.getLogger("checkboxnet").setLevel(logging.DEBUG if debug else logging.INFO)


def main(args: Sequence[str] | None = None) -> None:
    """Runs the command line and exits.

    Args:
        args: Arguments without the program's name; by default those of the process.
    """
    arguments = sys.argv[1:] if args is None else list(args)
    try:
        app(arguments)
    except (CheckboxNetError, OSError, ModuleNotFoundError) as error:
        # The second is the disk's or the system's: full, read-only, not permitted.
        if "--debug" in arguments:
            raise
        message, status = str(error), 1
        if isinstance(error, CheckboxNetError):
            status = error.exit_code
        elif isinstance(error, ModuleNotFoundError):
            message = str(MissingExtraError(error.name or message))
        elif error.filename is not None:
            message = f"{error.filename}: {error.strerror}"
        print(f"error: {message}", file=sys.stderr)
        sys.exit(status)
    except SystemExit as stop:
        if stop.code == _INTERRUPTED:
            print("interrupted", file=sys.stderr)
        raise
