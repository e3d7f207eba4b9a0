"""`checkboxnet predict`."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from checkboxnet.cli.output import Format, print_predictions
from checkboxnet.errors import ConfigError

if TYPE_CHECKING:
    from checkboxnet.picture.boxes import Box


def _complete_model(incomplete: str) -> list[str]:
    from checkboxnet.weights.registry import DEFAULT, list_models

    names = [DEFAULT, *(entry.name for entry in list_models())]
    return [name for name in names if name.startswith(incomplete)]


ModelOption = Annotated[
    str,
    typer.Option(
        "--model",
        "-m",
        help="Registered name, weights folder, or Hub owner/name.",
        autocompletion=_complete_model,
    ),
]
RevisionOption = Annotated[
    str | None, typer.Option(help="Branch, tag or commit of a Hub repository.")
]
MinScoreOption = Annotated[
    float | None,
    typer.Option(
        min=0,
        max=1,
        help="Lowest score of a certain prediction, in place of the weights' own thresholds.",
    ),
]


def _box(text: str) -> Box:
    try:
        left, top, width, height = map(float, text.split(","))
    except ValueError as error:
        raise ConfigError(f"a box is written left,top,width,height, got {text!r}") from error
    return left, top, width, height


def predict(
    paths: Annotated[
        list[str],
        typer.Argument(help="Image files, folders (searched for images), or - for stdin."),
    ],
    model: ModelOption = "default",
    revision: RevisionOption = None,
    format: Annotated[Format, typer.Option("--format", "-f", help="Format of stdout.")] = (
        Format.TEXT
    ),
    runtime: Annotated[
        Literal["onnx", "torch"] | None,
        typer.Option(help="By default onnx on the CPU, torch elsewhere."),
    ] = None,
    device: Annotated[str, typer.Option(help="cpu, or as torch names it: cuda, mps.")] = "cpu",
    batch_size: Annotated[int, typer.Option(min=1, help="Images per forward pass.")] = 32,
    min_score: MinScoreOption = None,
    box: Annotated[
        list[str] | None,
        typer.Option(
            help="left,top,width,height of a control in the one image, a screenshot, in its "
            "pixels; may be repeated."
        ),
    ] = None,
) -> None:
    """Print label and confidence of each image.

    An image that can't be read is reported on stderr, the others are still done, and the exit
    status is 1.

    \b
    checkboxnet predict screenshots/
    checkboxnet predict --format jsonl *.png > states.jsonl
    cat crop.png | checkboxnet predict -
    checkboxnet predict desktop.png --box 24,22,36,36 --box 24,60,36,36
    """
    from checkboxnet.model import load_model
    from checkboxnet.report.progress import track

    if box and len(paths) != 1:
        raise typer.BadParameter("--box goes with one image")
    boxes = [_box(text) for text in box or ()]
    loaded = load_model(model, revision=revision, runtime=runtime, device=device)
    if box:
        predictions = loaded.predict_boxes(image_of(paths[0]), boxes, min_score=min_score)
        places = [f"{paths[0]} {each}" for each in box]
        print_predictions(zip(places, predictions, strict=True), loaded.labels, format)
        return
    names = image_names(paths)
    outcomes = track(
        loaded.stream(
            map(image_of, names), batch_size=batch_size, min_score=min_score, on_error="return"
        ),
        "predicting",
        total=len(names),
    )
    counts, failed = print_predictions(zip(names, outcomes, strict=True), loaded.labels, format)
    if len(names) > 1:
        summary = ", ".join(f"{count} {label}" for label, count in counts.items())
        print(f"{len(names)} images: {summary}, {failed} failed", file=sys.stderr)
    if failed:
        raise typer.Exit(1)


def image_names(paths: Sequence[str]) -> list[str]:
    """Returns the paths, with each folder replaced by the images in it.

    Raises:
        ImageError: A folder holds none.
    """
    from checkboxnet.errors import ImageError
    from checkboxnet.picture.read import list_images

    names: list[str] = []
    for path in paths:
        # Path.is_dir raises where text is too long to be a path.
        if path != "-" and os.path.isdir(path):  # noqa: PTH112
            found = [str(image) for image in list_images(path)]
            if not found:
                raise ImageError(f"{path}: no images in this folder")
            names += found
        else:
            names.append(path)
    return names


def image_of(name: str) -> str | bytes:
    """Returns a path as it is, and what stands on stdin for `-`."""
    return sys.stdin.buffer.read() if name == "-" else name
