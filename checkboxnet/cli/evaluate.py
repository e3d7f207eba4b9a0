"""`checkboxnet evaluate`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from checkboxnet.cli.output import ReportFormat
from checkboxnet.cli.predict import ModelOption


def evaluate(
    data: Annotated[str, typer.Argument(help="Folder with label folders, or a manifest.")],
    model: ModelOption = "default",
    split: Annotated[str | None, typer.Option(help="Score only train, val or test.")] = None,
    format: Annotated[ReportFormat, typer.Option("--format", "-f", help="Format of stdout.")] = (
        ReportFormat.TEXT
    ),
    slices: Annotated[
        list[str] | None,
        typer.Option(
            "--slice",
            help="Figures of parts too: a column of the manifest, label, group, background, width.",
        ),
    ] = None,
    robustness: Annotated[
        bool, typer.Option(help="Score every corruption of the suite instead.")
    ] = False,
    plots: Annotated[
        Path | None, typer.Option(help="Folder for confusion, reliability and mistakes as PNG.")
    ] = None,
    html: Annotated[
        Path | None, typer.Option(help="File for all of it as one HTML page, mistakes as pictures.")
    ] = None,
    overwrite: Annotated[
        bool, typer.Option(help="Replace plots or an HTML page that exist.")
    ] = False,
) -> None:
    """Measure a model on labelled images: accuracy, calibration, mistakes.

    Images that had a part in the training are counted and warned of: they flatter.

    \b
    checkboxnet evaluate split.csv --split test --model runs/my-style
    checkboxnet evaluate split.csv --split test --format json > report.json
    checkboxnet evaluate crops/manifest.jsonl --slice kit --slice background
    checkboxnet evaluate my_crops/ --slice width --html report.html
    checkboxnet evaluate my_crops/ --robustness
    """
    if robustness:
        if slices or plots is not None or html is not None:
            raise typer.BadParameter("--robustness goes without --slice, --plots and --html")
        from checkboxnet.evaluation.robustness import evaluate_robustness

        suite = evaluate_robustness(data, model=model, split=split)
        print(json.dumps(suite.to_dict(), indent=2) if format is ReportFormat.JSON else suite)
        if suite.unreadable:
            raise typer.Exit(1)
        return
    from checkboxnet.evaluation.evaluate import evaluate as evaluate_model
    from checkboxnet.evaluation.page import save_html
    from checkboxnet.evaluation.plots import check_plots, save_plots
    from checkboxnet.model import load_model
    from checkboxnet.report.files import refuse_to_overwrite

    if plots is not None:
        check_plots(plots, overwrite=overwrite)
    if html is not None:
        refuse_to_overwrite(html, overwrite=overwrite)
    loaded = load_model(model)
    report = evaluate_model(data, model=loaded, split=split, slices=slices or ())
    print(json.dumps(report.to_dict(), indent=2) if format is ReportFormat.JSON else report)
    if plots is not None:
        for path in save_plots(report, plots, overwrite=overwrite):
            print(f"wrote {path}", file=sys.stderr)
    if html is not None:
        title = f"{loaded.name} on {data}" + (f", {split}" if split else "")
        print(f"wrote {save_html(report, html, title=title, overwrite=overwrite)}", file=sys.stderr)
    if report.unreadable:
        raise typer.Exit(1)
