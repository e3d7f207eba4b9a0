"""What is said of a package that is missing, in both distributions."""

from __future__ import annotations

import email
from importlib import metadata

import pytest

from checkboxnet.errors import MissingExtraError

SLIM = email.message_from_string("Name: checkboxnet-slim\nProvides-Extra: harvest\n")


@pytest.mark.parametrize(
    ("package", "extra", "command"),
    [
        ("torch", None, "pip install checkboxnet"),
        ("playwright", None, "pip install 'checkboxnet[harvest]'"),
        ("ray", "ray", "pip install 'checkboxnet[ray]'"),
    ],
)
def test_what_brings_a_package(package: str, extra: str | None, command: str) -> None:
    assert str(MissingExtraError(package, extra)).endswith(
        f"not installed. Install it with: {command}"
    )


@pytest.mark.parametrize(
    ("package", "extra", "command"),
    [
        ("torch", None, "pip uninstall checkboxnet-slim && pip install checkboxnet"),
        ("playwright", None, "pip install 'checkboxnet-slim[harvest]'"),
        ("ray", "ray", "pip uninstall checkboxnet-slim && pip install 'checkboxnet[ray]'"),
    ],
)
def test_what_brings_a_package_beside_slim(
    package: str, extra: str | None, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def absent(name: str) -> None:
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "distribution", absent)
    monkeypatch.setattr(metadata, "metadata", lambda name: SLIM)
    monkeypatch.setattr(metadata, "requires", lambda name: ['playwright>=1.48; extra == "harvest"'])
    assert str(MissingExtraError(package, extra)).endswith(f": {command}")
