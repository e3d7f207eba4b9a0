"""`checkboxnet fine-tune`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from checkboxnet.cli.output import kept_if_interrupted
from checkboxnet.training.config import BASE_SHARE, TrainConfig

EPOCHS_KEPT = "epochs that were finished are kept; --resume goes on with them"

_DEFAULTS = TrainConfig()


def fine_tune(
    data: Annotated[str, typer.Argument(help="Folder with label folders, or a manifest.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="Weights folder to write.")],
    base: Annotated[
        str, typer.Option(help="What to start from: as --model, or timm/NAME from the Hub.")
    ] = "default",
    validation: Annotated[
        str | None, typer.Option(help="Images to choose by; else 15 % of DATA, kept apart.")
    ] = None,
    name: Annotated[str | None, typer.Option(help="architecture.tag to record.")] = None,
    epochs: Annotated[
        int, typer.Option(min=0, help="0 trains the classifier alone.")
    ] = _DEFAULTS.epochs,
    batch_size: Annotated[int, typer.Option(min=1)] = _DEFAULTS.batch_size,
    learning_rate: Annotated[float, typer.Option(help="Peak of the one-cycle schedule.")] = (
        _DEFAULTS.learning_rate
    ),
    weight_decay: Annotated[float, typer.Option(help="AdamW's decoupled weight decay.")] = (
        _DEFAULTS.weight_decay
    ),
    size: Annotated[
        tuple[int, int] | None,
        typer.Option(help="Input height and width in px; else the base's."),
    ] = None,
    augment: Annotated[str, typer.Option(help="ui or none.")] = _DEFAULTS.augment,
    class_weights: Annotated[bool, typer.Option(help="Weigh rare labels up.")] = False,
    base_share: Annotated[
        float | None,
        typer.Option(
            help="Share of the base's weights in those that are kept; more forgets less. "
            f"[default: {BASE_SHARE} where the base knows the labels]"
        ),
    ] = None,
    patience: Annotated[
        int | None, typer.Option(help="Stop after so many epochs without gain.")
    ] = None,
    seed: Annotated[int, typer.Option(help="Same seed, same numbers on the CPU.")] = _DEFAULTS.seed,
    device: Annotated[str, typer.Option(help="As torch names it: cpu, cuda, mps.")] = (
        _DEFAULTS.device
    ),
    resume: Annotated[bool, typer.Option(help="Go on with an interrupted run.")] = False,
    overwrite: Annotated[bool, typer.Option(help="Replace an earlier run.")] = False,
) -> None:
    """Train on your own crops, from a few dozen on.

    Label folders are checked/unchecked/other (on, off, ticked… are understood) or your own set.

    \b
    checkboxnet fine-tune my_crops/ --output runs/my-style
    checkboxnet fine-tune split.csv -o runs/long --epochs 60 --resume
    """
    from checkboxnet.training.fine_tune import fine_tune as run

    config = TrainConfig(
        epochs=epochs,
        batch_size=batch_size,
        learning_rate=learning_rate,
        weight_decay=weight_decay,
        size=size,
        augment=augment,
        class_weights=class_weights,
        base_share=base_share,
        patience=patience,
        seed=seed,
        device=device,
    )
    with kept_if_interrupted(EPOCHS_KEPT):
        result = run(
            data,
            output=output,
            base=base,
            validation=validation,
            config=config,
            name=name,
            resume=resume,
            overwrite=overwrite,
        )
    print(result.calibration, file=sys.stderr)
    print(f"kept epoch {result.best_epoch}; on the validation images:", file=sys.stderr)
    print(result.validation, file=sys.stderr)
    print(result.output)
