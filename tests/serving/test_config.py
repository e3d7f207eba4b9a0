from __future__ import annotations

from pathlib import Path

import pytest

from checkboxnet.errors import ConfigError
from checkboxnet.serving.config import Limits, read_token


@pytest.mark.parametrize("name", ["file_bytes", "files", "body_bytes", "seconds", "requests"])
@pytest.mark.parametrize("value", [0, -1, float("nan")])
def test_limits_are_positive(name: str, value: float) -> None:
    with pytest.raises(ConfigError, match=name):
        Limits(**{name: value})


def test_the_file_wins_over_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CHECKBOXNET_TOKEN", raising=False)
    assert read_token() is None
    monkeypatch.setenv("CHECKBOXNET_TOKEN", "from-environment")
    assert read_token() == "from-environment"
    (tmp_path / "token").write_text("from-file\n")
    assert read_token(tmp_path / "token") == "from-file"


@pytest.mark.parametrize("content", ["", " \n", "two words", "two\nlines", "Schlüssel"])
def test_tokens_that_could_not_be_sent_are_refused(
    content: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "token").write_text(content)
    with pytest.raises(ConfigError, match=r"token: a token is"):
        read_token(tmp_path / "token")
    monkeypatch.setenv("CHECKBOXNET_TOKEN", content)
    with pytest.raises(ConfigError, match="CHECKBOXNET_TOKEN"):
        read_token()


def test_unreadable_token_files_are_named(tmp_path: Path) -> None:
    (tmp_path / "binary").write_bytes(b"\xff\xfe")
    for path in (tmp_path / "missing", tmp_path, tmp_path / "binary"):
        with pytest.raises(ConfigError, match=str(path)):
            read_token(path)
