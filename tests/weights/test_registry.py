from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from checkboxnet import load_model
from checkboxnet.errors import ConfigError, ModelNotFoundError
from checkboxnet.experiments.initial import initial_base
from checkboxnet.experiments.recipes import RECIPES
from checkboxnet.training.base import load_base
from checkboxnet.weights.registry import anchored, default_name, list_models, locate


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


@pytest.fixture
def lookalike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with folders of registered names, whose weights say the opposite."""
    model = load_model()
    for name in ("default", default_name()):
        config = json.loads((model.save(tmp_path / name) / "config.json").read_text())
        config["name"] = "my.opposite"
        for key in ("labels", "label_names"):
            config[key] = ["unchecked", "checked", "other"]
        (tmp_path / name / "config.json").write_text(json.dumps(config))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", ["default", default_name()])
def test_a_folder_of_a_registered_name_is_said_as_a_path(
    lookalike: Path, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    assert load_model(name).name == default_name()
    assert load_base(name).labels == ("checked", "unchecked", "other")
    assert "loads the registered weights" in caplog.text
    assert f"./{name}" in caplog.text
    caplog.clear()
    for path in (f"./{name}", Path(name), lookalike / name, str(lookalike / name)):
        assert load_model(path).name == "my.opposite"
        assert load_base(path).labels == ("unchecked", "checked", "other")
    assert caplog.text == ""


def test_references_that_hold_in_any_working_directory(lookalike: Path) -> None:
    (lookalike / "runs").mkdir()
    for given, expected in (
        ("default", "default"),
        (default_name(), default_name()),
        ("./default", lookalike / "default"),
        (Path("default"), lookalike / "default"),
        ("runs", lookalike / "runs"),
        ("owner/name", "owner/name"),
    ):
        assert anchored(given) == expected
    assert anchored("default", lookalike / "runs") == "default"
    assert anchored("../default", lookalike / "runs") == lookalike / "runs" / ".." / "default"


def test_an_empty_folder_of_that_name_disturbs_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "default").mkdir()
    monkeypatch.chdir(tmp_path)
    assert load_model().name == default_name()
    assert caplog.text == ""


def test_words_of_experiments_are_not_taken_for_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("ui", "random", "default"):
        (tmp_path / name).mkdir()
    monkeypatch.chdir(tmp_path)
    recipe = replace(RECIPES["scratch-resnet18"], architecture="test_efficientnet")
    for word, name in (("ui", default_name()), ("random", "random"), ("default", default_name())):
        assert initial_base(recipe, word, labels=("checked", "unchecked"), seed=1).name == name


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
