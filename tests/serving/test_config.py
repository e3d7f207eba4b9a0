from __future__ import annotations

import pytest

from checkboxnet.errors import ConfigError
from checkboxnet.serving.config import Limits, read_token


@pytest.mark.parametrize("name", ["files", "body_bytes", "timeout", "connections"])
@pytest.mark.parametrize("value", [0, -1, float("nan")])
def test_limits_are_positive(name: str, value: float) -> None:
    with pytest.raises(ConfigError, match=name):
        Limits(**{name: value})


def test_the_token_is_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHECKBOXNET_TOKEN", raising=False)
    assert read_token() is None
    monkeypatch.setenv("CHECKBOXNET_TOKEN", "s3cret\n")
    assert read_token() == "s3cret"


@pytest.mark.parametrize("token", ["", " \n", "two words", "two\nlines", "Schlüssel"])
def test_tokens_that_could_not_be_sent_are_refused(
    token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHECKBOXNET_TOKEN", token)
    with pytest.raises(ConfigError, match="CHECKBOXNET_TOKEN: a token is"):
        read_token()
