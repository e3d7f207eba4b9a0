"""The public call: pages in, a report of what their controls look like and say out."""

from __future__ import annotations

import logging
import os
from collections.abc import Sequence
from itertools import product
from typing import TYPE_CHECKING

from checkboxnet.auditing.report import AuditReport, PageAudit, printable
from checkboxnet.auditing.visit import PageAuditor
from checkboxnet.certainty import Mode
from checkboxnet.harvesting.browser import (
    Variant,
    close,
    launch,
    open_page,
    require_playwright,
    run,
    variants,
)
from checkboxnet.harvesting.config import VisitConfig
from checkboxnet.harvesting.sources import PageSource, open_sources
from checkboxnet.harvesting.visit import OpenPage
from checkboxnet.model import Model, default_model
from checkboxnet.progress import ProgressBar

if TYPE_CHECKING:
    from playwright.async_api import Browser

logger = logging.getLogger(__name__)


def audit(
    sources: str | os.PathLike[str] | Sequence[str | os.PathLike[str]],
    *,
    model: Model | None = None,
    config: VisitConfig | None = None,
    mode: Mode = "best-guess",
) -> AuditReport:
    """Compares what the controls of web pages look like with what their documents say.

    A control that looks checked and says unchecked is a bug, either of the drawing or of what
    screen readers are told. Nothing is clicked; pages can't navigate, submit forms, open windows
    or download.

    Args:
        sources: As `harvest` takes them: addresses, HTML files, folders of these, `.txt` lists,
            built Storybooks.
        model: By default the default model.
        config: How pages are visited.
        mode: How sure a prediction must be to count as certain.

    Returns:
        A row for each control in each visit. A page that can't be audited is in `failed`.

    Raises:
        MissingExtraError: Playwright is not installed.
        HarvestError: A source doesn't exist, or no Chromium starts.
        ConfigError: `mode` is wrong.

    Examples:
        >>> report = audit("examples/render_images/controls.html")  # doctest: +SKIP
        >>> [control.name for page in report.pages for control in page.disagreements]
        ... # doctest: +SKIP
        []
    """
    require_playwright()
    config = config or VisitConfig()
    with open_sources(sources, root=config.root, max_pages=config.max_pages) as pages:
        return run(_audit(pages, model or default_model(), config, mode))


async def _audit(
    sources: Sequence[PageSource], model: Model, config: VisitConfig, mode: Mode
) -> AuditReport:
    from playwright.async_api import Error, async_playwright

    visits = list(product(sources, variants(config)))
    audits, failed = [], {}
    async with async_playwright() as playwright:
        browser = await launch(playwright)
        try:
            with ProgressBar("auditing", total=len(visits)) as bar:
                for source, variant in visits:
                    try:
                        audits.append(await _visit(browser, source, variant, model, config, mode))
                    except (TimeoutError, Error) as error:
                        width, height = variant.viewport
                        key = f"{source.name} ({width}x{height} @{variant.scale:g} {variant.theme})"
                        failed[key] = _message(error, config.timeout)
                        logger.warning("%s: %s", key, failed[key])
                        # Whatever hangs in it should not hold up the next page.
                        await close(browser)
                        browser = await launch(playwright)
                    bar.advance()
        finally:
            await close(browser)
    return AuditReport(pages=tuple(audits), failed=failed)


async def _visit(
    browser: Browser,
    source: PageSource,
    variant: Variant,
    model: Model,
    config: VisitConfig,
    mode: Mode,
) -> PageAudit:
    async with open_page(browser, variant, config) as page:
        await OpenPage(page, variant, config).load(source.url)
        auditor = PageAuditor(page, model, mode=mode, timeout=config.timeout)
        return await auditor.audit(config.include, config.exclude, name=source.name)


def _message(error: Exception, timeout: float) -> str:
    if isinstance(error, TimeoutError):
        return f"did not answer within {timeout:g} s"
    return printable(str(error).splitlines()[0])
