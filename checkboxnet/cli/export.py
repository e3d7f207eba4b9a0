"""`checkboxnet export`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from checkboxnet.cli.predict import RevisionOption


def export(
    output: Annotated[Path, typer.Option("--output", "-o", help="File to write.")],
    model: Annotated[
        str, typer.Argument(help="Registered name, weights folder, or Hub owner/name.")
    ] = "default",
    format: Annotated[
        Literal["onnx", "onnx-int8"],
        typer.Option("--format", "-f", help="What to write."),
    ] = "onnx",
    calibrate: Annotated[
        Path | None,
        typer.Option(help="Folder of at least 50 crops like those to come, for onnx-int8."),
    ] = None,
    revision: RevisionOption = None,
    overwrite: Annotated[bool, typer.Option(help="Replace what exists.")] = False,
) -> None:
    """Write one ONNX file that takes a picture of any size as it is.

    ONNX Runtime confirms it before it is there.

    \b
    checkboxnet export -o checkboxnet.onnx
    checkboxnet export runs/my-style --format onnx-int8 --calibrate my_crops/ -o small.onnx
    """
    from checkboxnet.exporting.export import export as export_model

    print(
        export_model(
            model,
            format=format,
            output=output,
            calibrate=calibrate,
            revision=revision,
            overwrite=overwrite,
        )
    )
