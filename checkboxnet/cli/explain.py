"""`checkboxnet explain`."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from checkboxnet.cli.output import print_error
from checkboxnet.cli.predict import ModelOption, RevisionOption


def explain(
    images: Annotated[list[Path], typer.Argument(help="Image files.")],
    output: Annotated[
        Path,
        typer.Option("--output", "-o", help="PNG file to write for one image, else a folder."),
    ],
    model: ModelOption = "default",
    revision: RevisionOption = None,
    label: Annotated[
        str | None, typer.Option(help="Label to explain [default: the predicted one].")
    ] = None,
    device: Annotated[str, typer.Option(help="cpu, or as torch names it: cuda, mps.")] = "cpu",
    overwrite: Annotated[bool, typer.Option(help="Replace files that exist.")] = False,
) -> None:
    """Draw over images what in them speaks for their label (Grad-CAM).

    Red is where the model sees most of it. A folder gets a PNG file of each image's name. An
    image that can't be read is reported on stderr, the others are still done, and the exit status
    is 1.

    \b
    checkboxnet explain crop.png -o heat.png
    checkboxnet explain crops/checked/*.png -o heat/ --label unchecked
    """
    from checkboxnet.errors import ImageError
    from checkboxnet.evaluation.explain import explain as explain_image
    from checkboxnet.files import atomic_path, refuse_to_overwrite
    from checkboxnet.model import load_model
    from checkboxnet.progress import track

    targets = _targets(images, output)
    for target in targets:
        refuse_to_overwrite(target, overwrite=overwrite)
    loaded = load_model(model, revision=revision, runtime="torch", device=device)
    failed = False
    pairs = zip(images, targets, strict=True)
    for image, target in track(pairs, "explaining", total=len(images)):
        try:
            explanation = explain_image(image, model=loaded, label=label)
        except ImageError as error:
            print_error(error)
            failed = True
            continue
        with atomic_path(target) as temporary:
            explanation.overlay().save(temporary, "PNG")
        print(target)
        print(f"{image}: {explanation.prediction}", file=sys.stderr)
    if failed:
        raise typer.Exit(1)


def _targets(images: list[Path], output: Path) -> list[Path]:
    if output.suffix.lower() == ".png":
        if len(images) > 1:
            raise typer.BadParameter(f"{output} is one file; name a folder for several images")
        targets = [output]
    else:
        targets = [output / f"{image.stem}.png" for image in images]
    twice = [target.name for target, count in Counter(targets).items() if count > 1]
    if twice:
        raise typer.BadParameter(
            f"several images would be written as {twice[0]}; explain them one folder at a time"
        )
    originals = {image.resolve() for image in images}
    for target in targets:
        if target.resolve() in originals:
            raise typer.BadParameter(f"{target} is an image to explain; name another folder")
    return targets
