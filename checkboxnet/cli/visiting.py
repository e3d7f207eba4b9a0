"""Options of the commands that visit pages."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from checkboxnet.browser.config import Theme
from checkboxnet.errors import ConfigError

SourcesArgument = Annotated[
    list[str],
    typer.Argument(help="Addresses, HTML files, folders of them, .txt lists, Storybooks."),
]
ViewportOption = Annotated[
    list[str] | None, typer.Option(help="Width x height in CSS px; may be repeated.")
]
ScaleOption = Annotated[
    list[float] | None, typer.Option(help="Device pixels per CSS px; may be repeated.")
]
ThemeOption = Annotated[Theme, typer.Option(help="What the page is told is preferred.")]
LocaleOption = Annotated[str, typer.Option(help="Language and region, say ja-JP.")]
RootOption = Annotated[
    Path | None, typer.Option(help="Folder to serve local files from; else their own.")
]
StorageStateOption = Annotated[
    Path | None,
    typer.Option(help="Cookies and local storage as Playwright saves them, for logins."),
]
WaitForOption = Annotated[
    str | None, typer.Option(help="CSS selector that shows that a page is ready.")
]
IncludeOption = Annotated[str | None, typer.Option(help="CSS selector: only in there.")]
ExcludeOption = Annotated[str | None, typer.Option(help="CSS selector: not in there.")]
MaxPagesOption = Annotated[int | None, typer.Option(min=1, help="Stop after so many.")]
TimeoutOption = Annotated[float, typer.Option(help="Seconds for any one step.")]


def size(text: str) -> tuple[int, int]:
    """Returns width and height as an option gives them."""
    width, _, height = text.lower().partition("x")
    if not (width.isdigit() and height.isdigit()):
        raise ConfigError(f"a viewport is written 1280x800, got {text!r}")
    return int(width), int(height)
