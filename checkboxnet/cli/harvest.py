"""`checkboxnet harvest`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from checkboxnet.cli.output import ReportFormat, kept_if_interrupted
from checkboxnet.cli.visiting import (
    ExcludeOption,
    IncludeOption,
    LocaleOption,
    MaxPagesOption,
    RootOption,
    ScaleOption,
    SourcesArgument,
    StorageStateOption,
    ThemeOption,
    TimeoutOption,
    ViewportOption,
    WaitForOption,
    size,
)
from checkboxnet.harvesting.config import Framing, HarvestConfig

_DEFAULTS = HarvestConfig()


def harvest(
    sources: SourcesArgument,
    output: Annotated[
        Path, typer.Option("--output", "-o", help="Folder to fill, or to go on with.")
    ],
    viewport: ViewportOption = None,
    scale: ScaleOption = None,
    theme: ThemeOption = _DEFAULTS.theme,
    locale: LocaleOption = _DEFAULTS.locale,
    root: RootOption = None,
    storage_state: StorageStateOption = None,
    wait_for: WaitForOption = None,
    include: IncludeOption = None,
    exclude: ExcludeOption = None,
    other: Annotated[
        str | None, typer.Option(help="CSS selector of more elements of the class other.")
    ] = None,
    toggle: Annotated[
        bool, typer.Option(help="Click controls to photograph both states.")
    ] = _DEFAULTS.toggle,
    framing: Annotated[
        list[Framing] | None, typer.Option(help="May be repeated; all by default.")
    ] = None,
    pages: Annotated[
        bool,
        typer.Option("--pages", help="Keep screenshots with the boxes of their controls too."),
    ] = False,
    max_pages: MaxPagesOption = None,
    max_others: Annotated[
        int | None, typer.Option(min=0, help="Of a page; else as many as toggles.")
    ] = None,
    timeout: TimeoutOption = _DEFAULTS.timeout,
    workers: Annotated[int, typer.Option(min=1, help="Pages at a time.")] = _DEFAULTS.workers,
    seed: Annotated[int, typer.Option(help="Same seed, same crops.")] = _DEFAULTS.seed,
    gallery: Annotated[bool, typer.Option("--gallery", help="Write a gallery.html too.")] = False,
    style: Annotated[
        ReportFormat, typer.Option("--format", "-f", help="Format of stdout.")
    ] = ReportFormat.TEXT,
    overwrite: Annotated[
        bool, typer.Option(help="Remove what an earlier harvest left in OUTPUT.")
    ] = False,
) -> None:
    """Take labelled crops of controls out of web pages, with a real browser.

    Labels are what the DOM declares when the picture is taken. Each control is really clicked to
    show its other state; use --no-toggle on production pages. Pages can't navigate or submit.
    Run it again to go on after an interruption: pages that OUTPUT holds are skipped.

    \b
    checkboxnet harvest https://localhost:3000/settings --output crops
    checkboxnet harvest storybook-static/ --output crops --theme both --scale 1 --scale 2 --gallery
    checkboxnet harvest pages.txt --output crops --no-toggle --storage-state login.json
    """
    from checkboxnet.harvesting.gallery import write_gallery
    from checkboxnet.harvesting.harvest import harvest as run

    config = HarvestConfig(
        viewports=tuple(map(size, viewport)) if viewport else _DEFAULTS.viewports,
        scales=tuple(scale) if scale else _DEFAULTS.scales,
        theme=theme,
        locale=locale,
        root=root,
        storage_state=storage_state,
        wait_for=wait_for,
        include=include,
        exclude=exclude,
        other=other,
        toggle=toggle,
        framings=tuple(framing) if framing else _DEFAULTS.framings,
        pages=pages,
        max_pages=max_pages,
        max_others=max_others,
        timeout=timeout,
        workers=workers,
        seed=seed,
    )
    with kept_if_interrupted("pages that were finished are kept; the same command goes on"):
        report = run(sources, output, config=config, overwrite=overwrite)
    if gallery:
        print(write_gallery(report.manifest), file=sys.stderr)
    if style is ReportFormat.JSON:
        print(json.dumps(report.to_dict(), indent=2, ensure_ascii=False))
    else:
        print(report)
    if report.failed:
        raise typer.Exit(1)
