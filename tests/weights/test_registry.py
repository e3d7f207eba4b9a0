from __future__ import annotations

from pathlib import Path

import pytest

from checkboxnet.errors import ConfigError, ModelNotFoundError
from checkboxnet.weights.registry import default_name, list_models, locate


def test_default_and_its_name_are_the_same_folder() -> None:
    assert locate("default") == locate(default_name())
    assert [entry.name for entry in list_models()].count(default_name()) == 1


def test_hub_references() -> None:
    assert locate("owner/name").repo_id == "owner/name"
    assert locate("owner/name", revision="v1").revision == "v1"
    assert locate("hf://owner/name@v2").revision == "v2"
    assert locate("hf://owner/name").revision is None


def test_an_existing_folder_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "runs" / "style").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    assert locate("runs/style").folder == Path("runs/style")


@pytest.mark.parametrize(
    "text", ["", "./runs/style", "runs/my/style", "/abs/path", "style", "owner/name@v1", "../x"]
)
def test_what_is_none_of_the_three_raises_and_shows_them(text: str) -> None:
    with pytest.raises(ModelNotFoundError, match=r"owner/name, hf://owner/name@revision"):
        locate(text)


def test_a_missing_path_object_never_asks_the_hub() -> None:
    with pytest.raises(ModelNotFoundError, match="no such weights folder"):
        locate(Path("owner/name"))


def test_did_you_mean() -> None:
    with pytest.raises(ModelNotFoundError, match="Did you mean 'default'"):
        locate("defualt")


def test_revision_goes_with_the_hub_only() -> None:
    with pytest.raises(ConfigError, match="revision"):
        locate("default", revision="main")
