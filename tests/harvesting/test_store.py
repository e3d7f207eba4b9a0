from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from checkboxnet.browser.config import Variant
from checkboxnet.browser.sources import PageSource
from checkboxnet.harvesting.collector import Crop, VisitResult
from checkboxnet.harvesting.store import Store, VisitRecord

VARIANT = Variant(viewport=(800, 600), scale=1, theme="light", locale="en-US")


def page(name: str) -> PageSource:
    return PageSource(name=name, url=f"http://127.0.0.1/{name}")


def harvested(*crops: tuple[bytes, str]) -> VisitResult:
    return VisitResult(crops=[Crop(png=png, row={"label": label}) for png, label in crops])


def test_a_picture_under_two_labels_is_in_neither(tmp_path: Path) -> None:
    store = Store(tmp_path / "out")
    store.add(page("a"), VARIANT, harvested((b"one", "checked"), (b"two", "checked")))
    store.add(page("b"), VARIANT, harvested((b"one", "unchecked"), (b"two", "checked")))
    _, rows, dropped = store.finish()
    assert [row["label"] for row in rows] == ["checked"]
    assert dropped == Counter(
        {"same picture as another crop": 2, "same picture under two labels": 1}
    )
    files = [path.read_bytes() for path in (tmp_path / "out").glob("*/*.png")]
    assert files == [b"two"]


def test_an_undecided_picture_says_nothing_against_a_label(tmp_path: Path) -> None:
    store = Store(tmp_path / "out")
    store.add(page("a"), VARIANT, harvested((b"one", "undecided"), (b"two", "undecided")))
    store.add(page("b"), VARIANT, harvested((b"one", "unchecked"), (b"two", "undecided")))
    _, rows, dropped = store.finish()
    assert [row["label"] for row in rows] == ["unchecked", "undecided"]
    assert dropped == Counter({"same picture as another crop": 2})
    files = {
        path.relative_to(tmp_path / "out").parts[0] for path in (tmp_path / "out").glob("*/*.png")
    }
    assert files == {"unchecked", "undecided"}


def test_a_visit_counts_once_it_is_recorded(tmp_path: Path) -> None:
    store = Store(tmp_path / "out")
    store.add(page("a"), VARIANT, harvested((b"one", "checked")))
    store.add(page("b"), VARIANT, VisitResult(), error="did not answer")
    again = Store(tmp_path / "out")
    assert again.has(page("a"), VARIANT)
    assert not again.has(page("b"), VARIANT), "a page that failed is tried again"
    assert not again.has(page("a"), replace(VARIANT, theme="dark"))


def record_of(**changes: object) -> bytes:
    """Returns a record of a visit that brought nothing, but for what is given."""
    empty = VisitRecord(page="a", error=None, controls=1, dropped={}, dropped_examples={}, rows=[])
    return json.dumps(asdict(empty) | changes).encode()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b'{"page": "a", "error": null, "cont',
        b"\xff\xfe",
        b"[" * 200_000,
        b"null",
        b'{"page": "a"}',
        record_of(page=1),
        record_of(dropped={"a": "b"}),
        record_of(dropped_examples={"a": "b"}),
        record_of(rows=["a"]),
        record_of(rows=[{"path": 1, "label": "checked", "sha256": "0"}]),
        record_of(rows=[{"path": "../mine.png", "label": "checked", "sha256": "0" * 64}]),
        record_of(rows=[{"path": "checked/mine.png", "label": "checked", "sha256": "0" * 64}]),
        record_of(rows=[{"path": f"../{'0' * 20}.png", "label": "..", "sha256": "0" * 64}]),
    ],
)
def test_a_record_that_is_cut_off_or_a_strangers_is_named_and_the_page_visited_again(
    tmp_path: Path, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    mine = tmp_path / "mine.png"
    mine.write_bytes(b"mine")
    store = Store(tmp_path / "out")
    store.add(page("a"), VARIANT, harvested((b"one", "checked")))
    (record,) = (tmp_path / "out" / ".harvest").glob("*.json")
    store.add(page("b"), VARIANT, harvested((b"two", "checked")))
    record.write_bytes(content)
    assert not store.has(page("a"), VARIANT)
    assert store.has(page("b"), VARIANT)
    records, rows, _ = store.finish()
    assert [(each.page, len(each.rows)) for each in records] == [("b", 1)]
    assert len(rows) == 1
    assert f"{record}: cannot be read as the record of a visit" in caplog.text
    store.add(page("a"), VARIANT, harvested((b"one", "checked")))
    assert len(store.finish()[1]) == 2
    record.write_bytes(content)
    theirs = record.with_name("notes.json")
    theirs.write_text("{}")
    store.clear()
    assert [path.name for path in record.parent.glob("*.json")] == ["notes.json"]
    assert mine.read_bytes() == b"mine"


def test_the_manifest_does_not_depend_on_the_order_of_visits(tmp_path: Path) -> None:
    texts = []
    for name, order in (("x", "ab"), ("y", "ba")):
        store = Store(tmp_path / name)
        for letter in order:
            store.add(page(letter), VARIANT, harvested((letter.encode(), "other")))
        store.finish()
        texts.append((tmp_path / name / "manifest.jsonl").read_text())
    assert texts[0] == texts[1]
    assert [json.loads(line)["label"] for line in texts[0].splitlines()] == ["other", "other"]
