"""`checkboxnet harvest`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from checkboxnet.cli.output import ReportFormat
from checkboxnet.errors import ConfigError
from checkboxnet.harvesting.config import Framing, HarvestConfig, Theme

_DEFAULTS = HarvestConfig()


def harvest(
    sources: Annotated[
        list[str],
        typer.Argument(help="Addresses, HTML files, folders of them, .txt lists, Storybooks."),
    ],
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder to fill, or to go on with.")],
    viewport: Annotated[
        list[str] | None, typer.Option(help="Width x height in CSS px; may be repeated.")
    ] = None,
    scale: Annotated[
        list[float] | None, typer.Option(help="Device pixels per CSS px; may be repeated.")
    ] = None,
    theme: Annotated[
        Theme, typer.Option(help="What the page is told is preferred.")
    ] = _DEFAULTS.theme,
    locale: Annotated[str, typer.Option(help="Language and region, say ja-JP.")] = _DEFAULTS.locale,
    root: Annotated[
        Path | None, typer.Option(help="Folder to serve local files from; else their own.")
    ] = None,
    storage_state: Annotated[
        Path | None,
        typer.Option(help="Cookies and local storage as Playwright saves them, for logins."),
    ] = None,
    wait_for: Annotated[
        str | None, typer.Option(help="CSS selector that shows that a page is ready.")
    ] = None,
    include: Annotated[str | None, typer.Option(help="CSS selector: only in there.")] = None,
    exclude: Annotated[str | None, typer.Option(help="CSS selector: not in there.")] = None,
    other: Annotated[
        str | None, typer.Option(help="CSS selector of more elements of the class other.")
    ] = None,
    toggle: Annotated[
        bool, typer.Option(help="Click controls to photograph both states.")
    ] = _DEFAULTS.toggle,
    framing: Annotated[
        list[Framing] | None, typer.Option(help="May be repeated; all by default.")
    ] = None,
    max_pages: Annotated[int | None, typer.Option(min=1, help="Stop after so many.")] = None,
    max_others: Annotated[
        int | None, typer.Option(min=0, help="Of a page; else as many as toggles.")
    ] = None,
    timeout: Annotated[float, typer.Option(help="Seconds for any one step.")] = _DEFAULTS.timeout,
    workers: Annotated[int, typer.Option(min=1, help="Pages at a time.")] = _DEFAULTS.workers,
    seed: Annotated[int, typer.Option(help="Same seed, same crops.")] = _DEFAULTS.seed,
    gallery: Annotated[bool, typer.Option("--gallery", help="Write OUT/gallery.html too.")] = False,
    style: Annotated[
        ReportFormat, typer.Option("--format", "-f", help="Format of stdout.")
    ] = ReportFormat.TEXT,
    overwrite: Annotated[
        bool, typer.Option(help="Remove what an earlier harvest left in OUT.")
    ] = False,
) -> None:
    """Take labelled crops of controls out of web pages, with a real browser.

    Labels are what the DOM says at the moment of the picture. Each control is really clicked to
    show its other state; use --no-toggle on production pages. Pages can't navigate or submit.
    Run it again to go on after an interruption: pages that OUT holds are skipped.

    \b
    checkboxnet harvest https://localhost:3000/settings --out crops
    checkboxnet harvest storybook-static/ --out crops --theme both --scale 1 --scale 2 --gallery
    checkboxnet harvest pages.txt --out crops --no-toggle --storage-state login.json
    """
    from checkboxnet.harvesting.contact_sheet import write_contact_sheet
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
        max_pages=max_pages,
        max_others=max_others,
        timeout=timeout,
        workers=workers,
        seed=seed,
    )
    report = run(sources, out, config=config, overwrite=overwrite)
    if gallery:
        print(write_contact_sheet(report.manifest), file=sys.stderr)
    if style is ReportFormat.JSON:
        print(json.dumps(report.to_dict(), indent=2, ensure_ascii=False))
    else:
        print(report)
    if report.failed:
        raise typer.Exit(1)


def size(text: str) -> tuple[int, int]:
    """Returns width and height as an option gives them."""
    width, _, height = text.lower().partition("x")
    if not (width.isdigit() and height.isdigit()):
        raise ConfigError(f"a viewport is written 1280x800, got {text!r}")
    return int(width), int(height)
