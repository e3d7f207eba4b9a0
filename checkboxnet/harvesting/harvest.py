"""The public call: pages in, labelled crops out."""

from __future__ import annotations

import asyncio
import os
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checkboxnet.browser.config import Variant
from checkboxnet.browser.controls import MIXED, UNDECIDED
from checkboxnet.browser.coroutines import run_in_loop
from checkboxnet.browser.launch import PageFailedError, require_playwright, visit_all
from checkboxnet.browser.reasons import ReasonCounts, describe_reasons
from checkboxnet.browser.sources import PageSource, open_sources
from checkboxnet.harvesting.collector import VisitResult
from checkboxnet.harvesting.config import HarvestConfig
from checkboxnet.harvesting.store import MANIFEST, Store
from checkboxnet.harvesting.visit import visit
from checkboxnet.labels import STANDARD_LABELS
from checkboxnet.report.files import sole_writer

if TYPE_CHECKING:
    from playwright.async_api import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class HarvestReport:
    """What a folder of crops holds, and what was left out of it."""

    output: Path
    manifest: Path
    visits: int
    """Visits of pages that the folder holds; a page seen in two themes counts twice."""
    skipped: int
    """Visits of this run that an earlier one had made."""
    failed: dict[str, str]
    """What went wrong, by page."""
    controls: int
    crops: dict[str, int]
    """Crops in the manifest, by label; `mixed` are the indeterminate ones, and `undecided` those
    of what reacts like a toggle without a state that could be read."""
    dropped: dict[str, int]
    """Controls and crops left out, by reason, most frequent first."""
    dropped_examples: dict[str, list[str]]
    """A few of the elements left out, by reason: their selector, and the page in brackets."""
    seconds: float
    """Of this run."""
    crops_per_second: float
    """Crops that this run wrote, repetitions included, by the second."""

    def to_dict(self) -> dict[str, Any]:
        """Returns a JSON-ready dict."""
        return asdict(self) | {"output": str(self.output), "manifest": str(self.manifest)}

    def __str__(self) -> str:
        """Returns the report as a readable text of several lines."""
        counts = ", ".join(f"{count} {label}" for label, count in self.crops.items())
        lines = [
            f"{sum(self.crops.values())} crops ({counts or 'none'}) of {self.controls} controls "
            f"in {self.visits} visits; {self.seconds:.1f} s, {self.crops_per_second:.1f} crops/s"
        ]
        if self.skipped:
            lines.append(f"{self.skipped} visits were there already")
        reasons = describe_reasons(self.dropped, self.dropped_examples)
        lines += [f"left out: {reason}" for reason in reasons]
        lines += [f"failed: {page}: {error}" for page, error in self.failed.items()]
        return "\n".join(lines)


def harvest(
    sources: str | os.PathLike[str] | Sequence[str | os.PathLike[str]],
    output: str | os.PathLike[str],
    *,
    config: HarvestConfig | None = None,
    overwrite: bool = False,
) -> HarvestReport:
    """Takes labelled crops of controls out of web pages, with a real browser.

    Every control is photographed, really clicked, and photographed in its other state; its label
    is what the DOM declares when the picture is taken. Pages can't navigate, submit forms, open
    windows or download while this goes on. A folder that an earlier, perhaps interrupted, harvest
    has filled is added to: pages it holds are skipped.

    Args:
        sources: One or more of: an http(s) address, an HTML file, a folder of HTML files, a
            `.txt` list of these, a built Storybook (its folder or its `index.json`).
        output: Folder for `checked/`, `unchecked/`, `other/`, `mixed/` (indeterminate controls,
            which are none of the three labels) and `undecided/` (what reacts like a toggle without
            a state that could be read), PNG files named by their content, and `manifest.jsonl`, a
            row for each. With `config.pages`, `pages/` and `pages.jsonl` too: screenshots, each
            with the box, kind and state of its controls.
        config: What is visited, how, and what is taken.
        overwrite: Removes the crops of earlier harvests in the folder first.

    Returns:
        Counts over the whole folder. A page that fails costs its own crops only and is in
        `failed`.

    Raises:
        MissingExtraError: Playwright is not installed.
        HarvestError: A source doesn't exist, or no Chromium starts.
        OutputExistsError: `output` holds other files.
        OutputBusyError: Another process is harvesting into `output`.

    Examples:
        >>> report = harvest("examples/pages", "crops")  # doctest: +SKIP
        >>> report.crops  # doctest: +SKIP
        {'checked': 31, 'unchecked': 33, 'other': 28}
    """
    require_playwright()
    config = config or HarvestConfig()
    with open_sources(sources, root=config.root, max_pages=config.max_pages) as pages:
        store = Store(Path(output))
        with sole_writer(store.folder):
            if overwrite:
                store.clear()
            try:
                return run_in_loop(_harvest(pages, store, config))
            except BaseException:
                # What was finished is listed. On a full disk it can't be, and the first error
                # says so.
                with suppress(OSError):
                    store.finish()
                raise


async def _harvest(
    pages: Sequence[PageSource], store: Store, config: HarvestConfig
) -> HarvestReport:
    begin = time.monotonic()
    planned = list(product(pages, config.variants()))
    visits = [
        (page, variant)
        for page, variant in planned
        if not store.has(page, variant, pages=config.pages)
    ]
    written = 0

    async def work(page: Page, source: PageSource, variant: Variant) -> VisitResult:
        return await visit(page, source, variant, config)

    async def done(
        source: PageSource, variant: Variant, outcome: VisitResult | PageFailedError
    ) -> str:
        nonlocal written
        try:
            if isinstance(outcome, PageFailedError):
                raise outcome
            await asyncio.to_thread(store.add, source, variant, outcome)
            written += len(outcome.crops)
        except OSError:
            # A full disk, or the like: that would go on with the next page.
            raise
        except Exception as error:
            failed = isinstance(error, PageFailedError)
            reason = str(error) if failed else f"can't be kept ({type(error).__name__}: {error})"
            await asyncio.to_thread(store.add, source, variant, VisitResult(), reason)
        return f"{written} crops"

    if visits:
        await visit_all(visits, config, work, done, title="harvesting", workers=config.workers)
    seconds = time.monotonic() - begin
    return _report(store, skipped=len(planned) - len(visits), written=written, seconds=seconds)


def _report(store: Store, *, skipped: int, written: int, seconds: float) -> HarvestReport:
    records, rows, repeated = store.finish()
    labels = Counter(row["label"] for row in rows)
    dropped = ReasonCounts(counts=repeated)
    for record in records:
        dropped.add_page(record.page, record.dropped, record.dropped_examples)
    return HarvestReport(
        output=store.folder,
        manifest=store.folder / MANIFEST,
        visits=len(records),
        skipped=skipped,
        failed={record.page: record.error for record in records if record.error},
        controls=sum(record.controls for record in records),
        crops={
            label: labels[label] for label in (*STANDARD_LABELS, MIXED, UNDECIDED) if labels[label]
        },
        dropped=dict(dropped.counts.most_common()),
        dropped_examples=dropped.examples,
        seconds=seconds,
        crops_per_second=written / seconds if seconds else 0.0,
    )
