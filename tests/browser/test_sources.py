from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urljoin
from urllib.request import urlopen

import pytest

from checkboxnet.browser.sources import open_sources
from checkboxnet.errors import ConfigError, HarvestError
from checkboxnet.harvesting.config import Framing, HarvestConfig


def test_folder_is_served_on_loopback(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "sub").mkdir(parents=True)
    (site / "b c.html").write_text("space")
    (site / "sub" / "a.htm").write_text("sub")
    (site / "notes.txt").write_text("no page")
    with open_sources([str(site)]) as pages:
        assert [page.name for page in pages] == ["site/b c.html", "site/sub/a.htm"]
        assert all(page.url.startswith("http://127.0.0.1:") for page in pages)
        texts = [urlopen(page.url).read().decode() for page in pages]  # noqa: S310
    assert texts == ["space", "sub"]


def test_list_names_sources_of_any_kind(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text("a")
    listed = tmp_path / "list.txt"
    listed.write_text(f"# comment\n\n{page}\nhttps://example.com/#/route\n{page}\n")
    with open_sources([str(listed)]) as pages:
        assert [page.name for page in pages] == [
            f"{tmp_path.name}/a.html",
            "https://example.com/#/route",
        ]
    with open_sources([str(listed)], max_pages=1) as pages:
        assert len(pages) == 1


def test_root_lets_pages_reach_beyond_their_folder(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "en" / "sub").mkdir(parents=True)
    (site / "shared.css").write_text("shared")
    (site / "en" / "sub" / "a.html").write_text("a")
    for source in (site / "en", site / "en" / "sub" / "a.html"):
        with open_sources([str(source)], root=site) as pages:
            assert [page.name for page in pages] == ["site/en/sub/a.html"]
            beyond = urljoin(pages[0].url, "../../shared.css")
            assert urlopen(beyond).read() == b"shared"  # noqa: S310
    with (
        pytest.raises(HarvestError, match="lies outside of"),
        open_sources([str(site)], root=site / "en"),
    ):
        pass


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("missing.html", None, "no such file or folder"),
        ("picture.png", "x", "expected HTML"),
        ("empty", "folder", "no HTML files"),
        ("latin.txt", "caf\xe9.html".encode("latin-1"), "latin.txt: .* must be UTF-8"),
    ],
)
def test_useless_sources_say_why(
    tmp_path: Path, name: str, content: str | bytes | None, words: str
) -> None:
    path = tmp_path / name
    if content == "folder":
        path.mkdir()
    elif content:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(HarvestError, match=words), open_sources([str(path)]):
        pass


@pytest.mark.parametrize("served", [False, True])
@pytest.mark.parametrize(
    ("index", "words"),
    [
        (b"{}", "'entries' missing"),
        (b"[]", "'entries' missing"),
        (b'{"entries": []}', "'entries' missing"),
        (b'{"entries": {"a": "story"}}', "entry 'a' of the Storybook index is no object"),
        (b'{"entries": {"a": {"type": "docs"}}}', "names no stories"),
        (b'{"entries": {', "not valid JSON"),
        (b"\xff", "not valid JSON"),
        (b"[" * 200_000, "not valid JSON"),
        (b'{"entries": {"a\\ud83d": {}}}', "not valid JSON"),
    ],
)
def test_a_malformed_storybook_index_is_named(
    tmp_path: Path, index: bytes, words: str, served: bool
) -> None:
    (tmp_path / "iframe.html").write_text("")
    with open_sources([str(tmp_path / "iframe.html")]) as pages:
        (tmp_path / "index.json").write_bytes(index)
        source = urljoin(pages[0].url, "index.json") if served else str(tmp_path)
        with pytest.raises(HarvestError, match=f"index.json: .*{words}"), open_sources(source):
            pass


def test_a_list_that_leads_back_to_itself_is_named(tmp_path: Path) -> None:
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_text(f"{tmp_path}/./one.txt")
    with pytest.raises(HarvestError, match=r"one\.txt: the list names itself"), open_sources(one):
        pass
    one.write_text(str(two))
    two.write_text(str(one))
    with pytest.raises(HarvestError, match=r"one\.txt > .*two\.txt"), open_sources(one):
        pass


def test_a_list_may_be_named_twice_and_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    inner, outer = tmp_path / "inner.txt", tmp_path / "outer.txt"
    inner.write_text("\ufeffhttps://example.com/a")
    outer.write_text(f"{inner}\n{inner}\nhttps://example.com/b")
    with open_sources(outer) as pages:
        assert [page.name for page in pages] == ["https://example.com/a", "https://example.com/b"]


def test_file_names_that_are_no_text_are_written_as_such(tmp_path: Path) -> None:
    for name in (b"\xff", b"\xfe", "ü".encode()):
        (tmp_path / os.fsdecode(name + b".html")).write_text("")
    with open_sources(tmp_path) as pages:
        names = {page.name.partition("/")[2] for page in pages}
        ends = {page.url.rpartition("/")[2] for page in pages}
    assert names == {"\\xff.html", "\\xfe.html", "ü.html"}
    assert ends == {"%FF.html", "%FE.html", "%C3%BC.html"}


def test_two_folders_of_one_name_are_refused(tmp_path: Path) -> None:
    for parent in ("x", "y"):
        folder = tmp_path / parent / "same"
        folder.mkdir(parents=True)
        (folder / "a.html").write_text("a")
    sources = [str(tmp_path / parent / "same") for parent in ("x", "y")]
    with pytest.raises(HarvestError, match="both called same/a"), open_sources(sources):
        pass


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"viewports": ((50, 800),)}, "100x100"),
        ({"scales": (9,)}, "between 0.5 and 4"),
        ({"theme": "sepia"}, "theme must be"),
        ({"viewports": ()}, "viewports must be a sequence that holds at least one"),
        ({"viewports": (1280, 800)}, r"pairs like \(1280, 800\)"),
        ({"viewports": ((1280.5, 800),)}, r"pairs like \(1280, 800\)"),
        ({"viewports": ("1280x800",)}, r"pairs like \(1280, 800\)"),
        ({"scales": (float("nan"),)}, "between 0.5 and 4"),
        ({"scales": ("2",)}, "between 0.5 and 4"),
        ({"scales": 2}, "scales must be a sequence"),
        ({"theme": None}, "theme must be"),
        ({"locale": "ja_JP.UTF-8"}, "locale must be a language tag"),
        ({"locale": ""}, "locale must be a language tag"),
        ({"framings": ()}, "framings must be a sequence that holds at least one"),
        ({"framings": "control"}, "framings must be a sequence"),
        ({"framings": ("banana",)}, "control, label, loose, tight, row; got 'banana'"),
        ({"workers": 0}, "workers must be a whole number of 1 or more"),
        ({"workers": None}, "workers"),
        ({"workers": 1.5}, "workers"),
        ({"max_pages": 0}, "max_pages"),
        ({"max_others": -1}, "max_others"),
        ({"seed": -1}, "seed"),
        ({"timeout": 0}, "timeout"),
        ({"timeout": float("nan")}, "timeout"),
        ({"timeout": float("inf")}, "timeout"),
        ({"root": Path("nowhere")}, "no such folder to serve"),
        ({"storage_state": Path("nowhere.json")}, "nowhere.json: no such file"),
    ],
)
def test_wrong_settings_are_named(settings: dict[str, object], words: str) -> None:
    with pytest.raises(ConfigError, match=words):
        HarvestConfig(**settings)  # type: ignore[arg-type]


def test_settings_given_as_plain_values_are_those_they_name(tmp_path: Path) -> None:
    config = HarvestConfig(
        framings=["control", Framing.ROW, "control"],  # type: ignore[arg-type]
        viewports=[[800, 600], (800, 600)],  # type: ignore[arg-type,list-item]
        scales=[1, 1.0],  # type: ignore[arg-type]
        root=str(tmp_path),  # type: ignore[arg-type]
        locale="zh-Hant-TW",
    )
    assert config == HarvestConfig(
        framings=(Framing.CONTROL, Framing.ROW),
        viewports=((800, 600),),
        scales=(1,),
        root=tmp_path,
        locale="zh-Hant-TW",
    )
    assert all(type(framing) is Framing for framing in config.framings)


@pytest.mark.parametrize("content", ["", "[]", "[" * 100_000, b"\xff"])
def test_a_storage_state_that_is_none_is_named(tmp_path: Path, content: str | bytes) -> None:
    state = tmp_path / "state.json"
    state.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(ConfigError, match=r"state\.json.* storage state"):
        HarvestConfig(storage_state=state)
