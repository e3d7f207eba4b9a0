"""`checkboxnet audit`."""

from __future__ import annotations

import csv
import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from checkboxnet.browser.config import VisitConfig
from checkboxnet.cli.predict import MinScoreOption, ModelOption
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

if TYPE_CHECKING:
    from checkboxnet.auditing.report import AuditReport

_DEFAULTS = VisitConfig()


class AuditFormat(StrEnum):
    """How an audit is printed."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


def audit(
    sources: SourcesArgument,
    model: ModelOption = "default",
    html: Annotated[
        Path | None, typer.Option(help="File for a page with a picture of every control.")
    ] = None,
    junit: Annotated[
        Path | None, typer.Option(help="File for JUnit XML: a test case for every control.")
    ] = None,
    style: Annotated[AuditFormat, typer.Option("--format", "-f", help="Format of stdout.")] = (
        AuditFormat.TEXT
    ),
    viewport: ViewportOption = None,
    scale: ScaleOption = None,
    theme: ThemeOption = _DEFAULTS.theme,
    locale: LocaleOption = _DEFAULTS.locale,
    root: RootOption = None,
    storage_state: StorageStateOption = None,
    wait_for: WaitForOption = None,
    include: IncludeOption = None,
    exclude: ExcludeOption = None,
    max_pages: MaxPagesOption = None,
    timeout: TimeoutOption = _DEFAULTS.timeout,
    click: Annotated[
        bool, typer.Option(help="Click controls too, to see each in its other state.")
    ] = False,
    min_score: MinScoreOption = None,
    overwrite: Annotated[bool, typer.Option(help="Replace files that exist.")] = False,
) -> None:
    """Compare what controls look like with what the page's document declares.

    A control disagrees if the model is certain that it looks otherwise than the document declares,
    and says nothing if it takes clicks, looks on or off for certain, and declares no state: people
    who see it and people who have it read to them get different answers. The exit status is 1 if
    one does either, or if a page can't be audited. Nothing is clicked without --click.

    \b
    checkboxnet audit https://localhost:3000/settings
    checkboxnet audit storybook-static/ --theme both --html audit.html
    checkboxnet audit pages.txt --junit audit.xml --storage-state login.json
    checkboxnet audit settings.html --click --format csv > controls.csv
    """
    from checkboxnet.auditing.audit import audit as run
    from checkboxnet.auditing.files import save_html, save_junit
    from checkboxnet.report.files import refuse_to_overwrite

    for path in (html, junit):
        if path is not None:
            refuse_to_overwrite(path, overwrite=overwrite)
    config = VisitConfig(
        viewports=tuple(map(size, viewport)) if viewport else _DEFAULTS.viewports,
        scales=tuple(scale) if scale else _DEFAULTS.scales,
        theme=theme,
        locale=locale,
        root=root,
        storage_state=storage_state,
        wait_for=wait_for,
        include=include,
        exclude=exclude,
        max_pages=max_pages,
        timeout=timeout,
    )
    report = run(sources, model=model, config=config, click=click, min_score=min_score)
    if style is AuditFormat.JSON:
        print(json.dumps(report.to_dict(), indent=2, ensure_ascii=False))
    elif style is AuditFormat.CSV:
        _print_csv(report)
        print(report.summary(), file=sys.stderr)
    else:
        print(report)
    if html is not None:
        title = ", ".join(sources)
        print(f"wrote {save_html(report, html, title=title, overwrite=overwrite)}", file=sys.stderr)
    if junit is not None:
        print(f"wrote {save_junit(report, junit, overwrite=overwrite)}", file=sys.stderr)
    if report.failed or any(control.verdict.is_bad for _, control in report.rows()):
        raise typer.Exit(1)


def _print_csv(report: AuditReport) -> None:
    columns = (
        "page", "view", "verdict", "declared", "looks", "score", "certain", "reason", "kind",
        "name", "selector", "left", "top", "width", "height", "confirmed", "ratio", "share",
    )  # fmt: skip
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    for page, control in report.rows():
        seen, contrast = control.prediction, control.contrast
        row = (
            page.page, page.view, control.verdict, control.declared, seen.label, seen.score,
            seen.certain, seen.reason, control.kind, control.name, control.selector, *control.box,
            control.confirmed, contrast and contrast.ratio, contrast and contrast.share,
        )  # fmt: skip
        writer.writerow(row)
