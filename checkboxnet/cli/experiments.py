"""`checkboxnet experiments`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from checkboxnet.cli.fine_tune import EPOCHS_KEPT
from checkboxnet.cli.output import kept_if_interrupted

app = typer.Typer(
    help="Run the documented experiments, and compare what they gave.", no_args_is_help=True
)


@app.command("list")
def list_recipes() -> None:
    """List the recipes, with the accuracies reported for them."""
    from checkboxnet.experiments.recipes import RECIPES

    for recipe in RECIPES.values():
        reported = recipe.reported
        figures = ""
        if reported.epoch:
            tested = f", test {reported.test_accuracy:.4f}" if reported.test_accuracy else ""
            figures = f"  (reported: val {reported.validation_accuracy:.4f}{tested})"
        print(f"{recipe.name}  {recipe.summary}{figures}")


@app.command()
def run(
    names: Annotated[list[str], typer.Argument(help="Recipes, as `list` names them.")],
    data: Annotated[
        Path, typer.Option(help="Folder with label folders, or a manifest with splits.")
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", help="Each run gets a folder in it.")
    ] = Path("runs/experiments"),
    init: Annotated[
        str | None,
        typer.Option(
            help="Start from imagenet, random, ui (our default weights), or what fine-tune takes "
            "as --base, instead of what the recipe says."
        ),
    ] = None,
    seed: Annotated[list[int] | None, typer.Option(help="Repeat to run several seeds.")] = None,
    epochs: Annotated[int | None, typer.Option(min=1, help="Instead of the recipe's.")] = None,
    device: Annotated[str, typer.Option(help="As torch names it: cpu, cuda, mps.")] = "cpu",
    as_published: Annotated[
        bool,
        typer.Option(help="Validate and test under augmentation, as the documented runs did."),
    ] = False,
    resume: Annotated[bool, typer.Option(help="Go on with interrupted runs.")] = False,
    overwrite: Annotated[bool, typer.Option(help="Replace earlier runs.")] = False,
) -> None:
    """Run recipes on a set of images, one after the other.

    A set without splits is split by torch seed 101 into 80 % train, 10 % val and 10 % test, as
    the documented experiments were.

    \b
    checkboxnet experiments run checkpoint-1 checkpoint-3 --data crops/ --init ui --epochs 20
    checkboxnet experiments run scratch-resnet18 --data crops/ --seed 1 --seed 2 --resume
    """
    from checkboxnet.experiments.recipes import find_recipe
    from checkboxnet.experiments.run import run_experiment

    recipes = [find_recipe(name) for name in names]
    for recipe in recipes:
        for number in seed or [101]:
            start = f"-from-{Path(init).stem}" if init else ""
            flaw = "-as-published" if as_published else ""
            with kept_if_interrupted(EPOCHS_KEPT):
                folder = output / f"{recipe.name}{start}{flaw}-seed-{number}"
                record = run_experiment(
                    recipe,
                    data,
                    output=folder,
                    init=init,
                    seed=number,
                    epochs=epochs,
                    device=device,
                    as_published=as_published,
                    resume=resume,
                    overwrite=overwrite,
                )
            for name, report in record["evaluations"].items():
                print(
                    f"{recipe.name}, {name}: {report['accuracy']:.4f} of {report['count']}",
                    file=sys.stderr,
                )
            print(folder)


@app.command()
def report(
    runs: Annotated[Path, typer.Argument(help="Folder that `run` wrote into.")] = Path(
        "runs/experiments"
    ),
    output: Annotated[Path, typer.Option("--output", "-o", help="Markdown page to write.")] = Path(
        "experiments.md"
    ),
    notes: Annotated[
        Path | None, typer.Option(help="Markdown to put after the introduction.")
    ] = None,
    overwrite: Annotated[bool, typer.Option(help="Replace the page and its pictures.")] = False,
) -> None:
    """Write a page with reported beside measured figures, curves and confusion matrices.

    \b
    checkboxnet experiments report runs/experiments --output docs/experiments.md --overwrite
    """
    from checkboxnet.experiments.report import write_report

    print(write_report(runs, output, notes=notes, overwrite=overwrite))
