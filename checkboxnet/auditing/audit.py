"""The audit of pages in a browser of its own."""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import product
from typing import TYPE_CHECKING

from checkboxnet.auditing.page_audit import AuditQuery, audit_open_page
from checkboxnet.auditing.report import AuditReport, PageAudit
from checkboxnet.browser.config import Variant, VisitConfig
from checkboxnet.browser.coroutines import run_in_loop
from checkboxnet.browser.launch import PageFailedError, require_playwright, visit_all
from checkboxnet.browser.page import OpenPage
from checkboxnet.browser.sources import PageSource, open_sources
from checkboxnet.errors import require_number
from checkboxnet.labels import Label
from checkboxnet.model import Model, as_model
from checkboxnet.testing.settings import require_labels
from checkboxnet.weights.registry import DEFAULT

if TYPE_CHECKING:
    from playwright.async_api import Page


def audit(
    sources: str | os.PathLike[str] | Sequence[str | os.PathLike[str]],
    *,
    model: Model | str | os.PathLike[str] = DEFAULT,
    config: VisitConfig | None = None,
    click: bool = False,
    min_score: float | None = None,
) -> AuditReport:
    """Compares what the controls of web pages look like with what their documents declare.

    A control that looks checked and is declared unchecked is a bug, either of the drawing or of
    what screen readers read out; one that takes clicks, looks checked or unchecked, and declares
    no state is another. Pages can't navigate, submit forms, open windows or download.

    Args:
        sources: As `harvest` takes them: addresses, HTML files, folders of these, `.txt` lists,
            built Storybooks.
        model: What `load_model` takes, or a model.
        config: How pages are visited.
        click: Clicks the controls when all have been audited: whether that changes the drawing of
            what says nothing, and how well both states of every control can be told apart. From
            then on, a page's requests other than GET, HEAD and OPTIONS are answered with nothing.
        min_score: Lowest score of a certain prediction, in place of the model's thresholds.

    Returns:
        A row for each control in each visit. A page that can't be audited is in `failed`.

    Raises:
        MissingExtraError: Playwright is not installed.
        HarvestError: A source doesn't exist, or no Chromium starts.
        ConfigError: `min_score` is no score, or the model doesn't tell checked from unchecked.
        CheckboxNetError: The model can't be loaded.

    Examples:
        >>> report = audit("examples/render_images/controls.html")  # doctest: +SKIP
        >>> [control.name for page in report.pages for control in page.disagreements]
        ... # doctest: +SKIP
        []
    """
    require_number("min_score", min_score, 0, 1)
    require_playwright()
    config = config or VisitConfig()
    model = as_model(model)
    require_labels(model, Label.CHECKED, Label.UNCHECKED)
    with open_sources(sources, root=config.root, max_pages=config.max_pages) as pages:
        query = AuditQuery(config.include, config.exclude, min_score, click)
        return run_in_loop(_audit(pages, model, config, query))


async def _audit(
    sources: Sequence[PageSource], model: Model, config: VisitConfig, query: AuditQuery
) -> AuditReport:
    audits: list[PageAudit] = []
    failed: dict[str, str] = {}

    async def work(page: Page, source: PageSource, variant: Variant) -> PageAudit:
        # What is clicked must come to rest; what isn't is left as it is.
        opened = OpenPage(page, variant=variant if query.click else None, timeout=config.timeout)
        await opened.load(source.url, wait_for=config.wait_for)
        return await audit_open_page(opened, source.name, model, query)

    async def done(
        source: PageSource, variant: Variant, outcome: PageAudit | PageFailedError
    ) -> None:
        if isinstance(outcome, PageAudit):
            audits.append(outcome)
        else:
            width, height = variant.viewport
            view = f"{width}x{height} @{variant.scale:g} {variant.theme}"
            failed[f"{source.name} ({view})"] = str(outcome)

    visits = list(product(sources, config.variants()))
    await visit_all(visits, config, work, done, title="auditing")
    return AuditReport(pages=tuple(audits), failed=failed)
