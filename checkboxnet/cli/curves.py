"""`checkboxnet curves`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def curves(
    run: Annotated[Path, typer.Argument(help="Output folder of fine-tune or an experiment.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="PNG file to write.")],
    overwrite: Annotated[bool, typer.Option(help="Replace the file.")] = False,
) -> None:
    """Draw loss and accuracy of a training run by epoch, while it runs or after.

    \b
    checkboxnet curves runs/my-style -o curves.png
    """
    from checkboxnet.training.curves import save_curves

    print(save_curves(run, output, overwrite=overwrite))
