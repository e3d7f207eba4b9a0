"""The public call: pages in, a report of what their controls look like and say out."""

from __future__ import annotations

import logging
import os
from collections.abc import Sequence
from functools import partial
from itertools import product
from typing import TYPE_CHECKING

from checkboxnet.auditing.report import AuditReport, PageAudit
from checkboxnet.auditing.visit import PageAuditor
from checkboxnet.browser.config import VisitConfig
from checkboxnet.browser.launch import (
    PageFailed,
    Variant,
    Visits,
    require_playwright,
    run,
    variants,
)
from checkboxnet.browser.page import OpenPage
from checkboxnet.browser.sources import PageSource, open_sources
from checkboxnet.errors import require_number
from checkboxnet.labels import Label
from checkboxnet.model import Model, default_model
from checkboxnet.report.progress import ProgressBar
from checkboxnet.testing.settings import require_labels

if TYPE_CHECKING:
    from playwright.async_api import Page

logger = logging.getLogger(__name__)


def audit(
    sources: str | os.PathLike[str] | Sequence[str | os.PathLike[str]],
    *,
    model: Model | None = None,
    config: VisitConfig | None = None,
    min_score: float | None = None,
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
        min_score: Lowest score of a certain prediction, in place of the model's thresholds.

    Returns:
        A row for each control in each visit. A page that can't be audited is in `failed`.

    Raises:
        MissingExtraError: Playwright is not installed.
        HarvestError: A source doesn't exist, or no Chromium starts.
        ConfigError: `min_score` is no score, or the model doesn't tell checked from unchecked.

    Examples:
        >>> report = audit("examples/render_images/controls.html")  # doctest: +SKIP
        >>> [control.name for page in report.pages for control in page.disagreements]
        ... # doctest: +SKIP
        []
    """
    require_number("min_score", min_score, 0, 1)
    require_playwright()
    config = config or VisitConfig()
    model = model or default_model()
    require_labels(model, Label.CHECKED, Label.UNCHECKED)
    with open_sources(sources, root=config.root, max_pages=config.max_pages) as pages:
        return run(_audit(pages, model, config, min_score))


async def _audit(
    sources: Sequence[PageSource], model: Model, config: VisitConfig, min_score: float | None
) -> AuditReport:
    from playwright.async_api import async_playwright

    planned = list(product(sources, variants(config)))
    audits, failed = [], {}
    async with async_playwright() as playwright, Visits(playwright, config) as visits:
        with ProgressBar("auditing", total=len(planned)) as bar:
            for source, variant in planned:
                work = partial(
                    _visit,
                    source=source,
                    variant=variant,
                    model=model,
                    config=config,
                    min_score=min_score,
                )
                try:
                    audits.append(await visits.visit(variant, work))
                except PageFailed as failure:
                    width, height = variant.viewport
                    key = f"{source.name} ({width}x{height} @{variant.scale:g} {variant.theme})"
                    failed[key] = str(failure)
                    logger.warning("%s: %s", key, failed[key])
                bar.advance()
    return AuditReport(pages=tuple(audits), failed=failed)


async def _visit(
    page: Page,
    source: PageSource,
    variant: Variant,
    model: Model,
    config: VisitConfig,
    min_score: float | None,
) -> PageAudit:
    await OpenPage(page, variant, config).load(source.url)
    auditor = PageAuditor(page, model, min_score=min_score, timeout=config.timeout)
    return await auditor.audit(config.include, config.exclude, name=source.name)
