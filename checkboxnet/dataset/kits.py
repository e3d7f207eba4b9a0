"""Versions and licences of the kits whose controls are in a dataset."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from checkboxnet.errors import DatasetError
from checkboxnet.report.files import parse_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """One published package of a kit of controls."""

    name: str
    version: str | None = None
    license: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kit:
    """A kit of controls, under the name it has in the column `kit`."""

    name: str
    packages: tuple[Package, ...] = ()


def read_kits(path: str | os.PathLike[str]) -> tuple[Kit, ...]:
    """Reads versions and licences of kits from a JSON file.

    Args:
        path: Holds a list of `{"name": …, "packages": [{"name": …, "version": …, "license": …}]}`,
            or an object of such by name. Other keys are ignored.

    Raises:
        DatasetError: The file is missing or of another form.
    """
    path = Path(path)
    try:
        text = path.read_bytes()
    except OSError as error:
        raise DatasetError(f"{path}: cannot be read ({error.strerror})") from error
    content = parse_json(text, source=str(path), error=DatasetError)
    try:
        if isinstance(content, dict):
            content = [{"name": name, **kit} for name, kit in content.items()]
        return tuple(
            Kit(
                name=str(kit["name"]),
                packages=tuple(
                    Package(
                        name=str(package["name"]),
                        version=_text(package.get("version")),
                        license=_text(package.get("license")),
                    )
                    for package in kit.get("packages", [])
                ),
            )
            for kit in content
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise DatasetError(
            f"{path}: expected a list of kits, each with a name and a list of packages with name, "
            f"version and license ({type(error).__name__}: {error})"
        ) from error


def _text(value: object) -> str | None:
    return None if value in (None, "") else str(value)
