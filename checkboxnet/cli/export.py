"""`checkboxnet export`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from checkboxnet.cli.predict import RevisionOption


def export(
    output: Annotated[
        Path, typer.Option("--output", "-o", help="File to write; for openvino a folder.")
    ],
    model: Annotated[
        str, typer.Argument(help="Registered name, weights folder, or Hub owner/name.")
    ] = "default",
    style: Annotated[
        Literal["onnx", "onnx-int8", "torch-export", "openvino"],
        typer.Option("--format", "-f", help="What to write."),
    ] = "onnx",
    calibrate: Annotated[
        Path | None,
        typer.Option(help="Folder of at least 50 crops like those to come, for onnx-int8."),
    ] = None,
    revision: RevisionOption = None,
    overwrite: Annotated[bool, typer.Option(help="Replace what exists.")] = False,
) -> None:
    """Write weights for another runtime, which confirms them before they are there.

    onnx and onnx-int8 take a picture of any size as it is; torch-export and openvino take
    canvases, as checkboxnet.preprocess.fit makes them.

    \b
    checkboxnet export -o checkboxnet.onnx
    checkboxnet export runs/my-style --format onnx-int8 --calibrate my_crops/ -o small.onnx
    checkboxnet export --format torch-export -o checkboxnet.pt2
    checkboxnet export --format openvino -o openvino/
    """
    from checkboxnet.exporting.export import export as export_model

    print(
        export_model(
            model,
            format=style,
            output=output,
            calibrate=calibrate,
            revision=revision,
            overwrite=overwrite,
        )
    )
