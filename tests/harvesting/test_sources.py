from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin
from urllib.request import urlopen

import pytest

from checkboxnet.errors import ConfigError, HarvestError
from checkboxnet.harvesting.config import HarvestConfig
from checkboxnet.harvesting.sources import open_sources


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
        ("book", "storybook", "'entries' missing"),
    ],
)
def test_useless_sources_say_why(
    tmp_path: Path, name: str, content: str | None, words: str
) -> None:
    path = tmp_path / name
    if content in ("folder", "storybook"):
        path.mkdir()
    elif content:
        path.write_text(content)
    if content == "storybook":
        (path / "index.json").write_text("{}")
        (path / "iframe.html").write_text("")
    with pytest.raises(HarvestError, match=words), open_sources([str(path)]):
        pass


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
        ({"framings": ()}, "at least one framing"),
        ({"workers": 0}, "workers"),
        ({"root": Path("nowhere")}, "no such folder to serve"),
        ({"storage_state": Path("nowhere.json")}, "nowhere.json: no such file"),
    ],
)
def test_wrong_settings_are_named(settings: dict[str, object], words: str) -> None:
    with pytest.raises(ConfigError, match=words):
        HarvestConfig(**settings)  # type: ignore[arg-type]
