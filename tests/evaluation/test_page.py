"""The HTML page of an evaluation, as a real browser shows it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from conftest import Outcome, draw_control
from playwright.sync_api import Browser, Page

from checkboxnet import EvaluationReport, Prediction, evaluate
from checkboxnet.dataset.read import ImageSet, Sample
from checkboxnet.errors import OutputExistsError
from checkboxnet.evaluation import report as report_module
from checkboxnet.evaluation.report import report_from_probabilities

HOSTILE = "<img src=x onerror=alert(1)>"
LABELS = ("checked", "unchecked", "other")


@contextmanager
def opened(chromium: Browser, path: Path, **options: object) -> Iterator[tuple[Page, list[str]]]:
    """Yields a page of a file, and its messages, requests and dialogs."""
    heard: list[str] = []
    page = chromium.new_context(**options).new_page()  # type: ignore[arg-type]
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("dialog", lambda dialog: (heard.append("dialog"), dialog.dismiss()))
    page.on(
        "request",
        lambda request: request.url.startswith("data:") or heard.append(request.url),
    )
    page.goto(path.as_uri())
    heard.remove(path.as_uri())
    yield page, heard
    page.context.close()


@pytest.fixture
def report(tmp_path: Path) -> EvaluationReport:
    """Thirty images, ten wrong ones among them, with names and slices that are markup."""
    samples, rows = [], []
    for index in range(30):
        label = LABELS[index % 3]
        # A slash would end the name.
        path = tmp_path / f"{HOSTILE}{index:02}.png"
        draw_control(label, index).save(path)
        samples.append(Sample(path=path, label=label))
        said = (index + (index < 10)) % 3
        rows.append(np.where(np.arange(3) == said, 0.5 + index / 100, 0.25 - index / 200))
    images = ImageSet(root=tmp_path, samples=tuple(samples), labels=LABELS)
    return report_from_probabilities(
        images,
        LABELS,
        np.array(rows),
        certain=np.arange(30) >= 5,
        slices={HOSTILE: ["b" + HOSTILE] * 4 + ["a"] * 6 + ["c"] * 20},
        unreadable=[f"{HOSTILE}: the file is empty"],
    )


def column(page: Page, table: int, number: int) -> list[str]:
    cells = page.locator("table.sortable").nth(table).locator("tbody tr")
    return [text.strip() for text in cells.locator(f"> :nth-child({number})").all_inner_texts()]


def test_a_click_on_a_header_sorts(
    chromium: Browser, report: EvaluationReport, tmp_path: Path
) -> None:
    path = report.save_html(tmp_path / "report.html")
    with opened(chromium, path) as (page, heard):
        heads = page.locator("table.sortable").nth(1).locator("thead th")
        assert column(page, 1, 2) == ["6", "4", "20"]
        heads.nth(1).get_by_role("button").click()
        assert column(page, 1, 2) == ["20", "6", "4"]  # as numbers: as text, 20 would be last
        assert heads.nth(1).get_attribute("aria-sort") == "descending"
        heads.nth(1).get_by_role("button").click()
        assert column(page, 1, 2) == ["4", "6", "20"]
        heads.nth(0).get_by_role("button").click()
        assert column(page, 1, 1) == ["a", "b" + HOSTILE, "c"]
        assert heads.nth(1).get_attribute("aria-sort") is None
        assert heard == []


def test_mistakes_are_shown_and_filtered(
    chromium: Browser, report: EvaluationReport, tmp_path: Path
) -> None:
    with opened(chromium, report.save_html(tmp_path / "report.html")) as (page, heard):
        cards = page.locator(".mistakes > li")
        assert cards.count() == 10
        assert "59.0" in cards.first.inner_text()  # the most confident
        pictures = page.locator(".thumb img").evaluate_all(
            "images => images.map((image) => image.complete && image.naturalWidth)"
        )
        assert all(width >= 60 for width in pictures)
        page.get_by_role("button", name="other → checked").click()
        visible = [card.inner_text() for card in cards.all() if card.is_visible()]
        assert len(visible) == 3
        assert all("other → checked" in text for text in visible)
        page.get_by_role("button", name="all 10").click()
        assert all(card.is_visible() for card in cards.all())
        assert heard == []


def test_names_are_text(chromium: Browser, report: EvaluationReport, tmp_path: Path) -> None:
    path = report.save_html(tmp_path / "report.html", title=HOSTILE)
    with opened(chromium, path) as (page, heard):
        assert page.locator("h1").inner_text() == HOSTILE
        assert page.locator("img:not([src^='data:image/webp'])").count() == 0
        assert page.locator(".messages li").inner_text() == report.unreadable[0]
        assert HOSTILE in page.locator(".mistakes .file").first.inner_text()
        assert heard == []


def test_the_page_forbids_other_scripts_and_the_network(
    chromium: Browser, report: EvaluationReport, tmp_path: Path
) -> None:
    path = report.save_html(tmp_path / "report.html")
    injected = f'{HOSTILE}<script>alert(2)</script><img src="http://127.0.0.1:9/x.png"></footer>'
    path.write_text(path.read_text().replace("</footer>", injected))
    with opened(chromium, path) as (page, heard):
        page.wait_for_timeout(200)
        assert "dialog" not in heard
        assert all("Content Security Policy" in text for text in heard if "://" not in text[:8])
        assert not page.evaluate(
            "performance.getEntriesByType('resource').filter((e) => e.transferSize > 0).length"
        )


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_a_phone_in_light_and_dark(
    chromium: Browser, report: EvaluationReport, tmp_path: Path, scheme: str
) -> None:
    path = report.save_html(tmp_path / "report.html", title="a-long-name-without-a-break" * 5)
    options = {"viewport": {"width": 390, "height": 844}, "color_scheme": scheme}
    with opened(chromium, path, **options) as (page, _):
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        red, _, _ = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g)")
        assert (int(red) > 128) == (scheme == "light")


def test_mistakes_are_capped_and_may_be_gone(
    report: EvaluationReport, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report_module, "MISTAKES_ON_PAGE", 4)
    report.mistakes[1].path.unlink()
    page = report.save_html(tmp_path / "report.html").read_text()
    assert page.count("data:image/webp") == 3
    assert page.count("no longer readable") == 1
    assert "4 of 10" in page


def test_figures_are_those_of_the_report(report: EvaluationReport, tmp_path: Path) -> None:
    page = report.save_html(tmp_path / "report.html").read_text()
    low, high = (f"{100 * bound:.1f}" for bound in report.accuracy_interval)
    assert f"{low} – {high}" in page
    assert re.findall(r'class="(?:hit|miss)[^>]*>(\d+)', page) == [
        str(count) for row in report.confusion for count in row
    ]


def test_a_perfect_report_and_one_without_certain_ones(tmp_path: Path, tiny_crops: Path) -> None:
    report = evaluate(tiny_crops)
    page = (
        replace(report, mistakes=[], certain_accuracy=None, certain_interval=None)
        .save_html(tmp_path / "report.html")
        .read_text()
    )
    assert "every image has its own label" in page
    assert "Accuracy if certain" not in page


def test_the_command_writes_it_and_spares_what_is_there(
    cli: Callable[..., Outcome], tmp_path: Path, example_images: Path
) -> None:
    crops, page = tmp_path / "crops", tmp_path / "report.html"
    shutil.copytree(example_images, crops)
    shutil.copy(crops / "checked" / "switch-dark.png", crops / "other" / f"{HOSTILE}.png")
    done = cli("evaluate", crops, "--html", page, "--slice", "width")
    assert done.code == 0
    assert f"wrote {page}" in done.err
    text = page.read_text()
    assert "By width" in text
    assert HOSTILE not in text
    again = cli("evaluate", crops, "--html", page)
    assert again.code == 1
    assert "exists already" in again.err
    assert page.read_text() == text
    assert cli("evaluate", crops, "--html", page, "--overwrite").code == 0
    assert cli("evaluate", crops, "--html", page, "--robustness").code == 2
    with pytest.raises(OutputExistsError):
        evaluate(crops).save_html(page)


def test_notebooks_show_a_report(
    chromium: Browser, report: EvaluationReport, tmp_path: Path
) -> None:
    path = tmp_path / "notebook.html"
    path.write_text(f"<!doctype html><meta charset=utf-8>{report._repr_html_()}")
    with opened(chromium, path) as (page, heard):
        assert "66.7" in page.locator(".tile").first.inner_text()
        assert page.locator("img, script").count() == 0
        assert HOSTILE in page.locator("h2").all_inner_texts()[-1]
        assert heard == []


def test_notebooks_show_a_prediction(chromium: Browser, tmp_path: Path) -> None:
    prediction = Prediction(
        label=HOSTILE,
        score=0.7,
        probabilities={HOSTILE: 0.7, "other": 0.3},
        certain=False,
        reason="low-confidence",
    )
    path = tmp_path / "notebook.html"
    path.write_text(f"<!doctype html><meta charset=utf-8>{prediction._repr_html_()}")
    with opened(chromium, path) as (page, heard):
        text = page.locator("body").inner_text()
        for part in (HOSTILE, "70.0", "30.0", "low-confidence"):
            assert part in text
        assert page.locator("img").count() == 0
        assert heard == []
