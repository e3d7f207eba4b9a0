"""Every error that checkboxnet raises on purpose, and checks of options that raise `ConfigError`.

```
CheckboxNetError
├── ImageError         (also ValueError)         an image cannot be read or is unusable
├── DatasetError       (also ValueError)         labelled images are missing or unusable
├── ConfigError        (also ValueError)         an option or a combination of options is wrong
├── ModelNotFoundError (also FileNotFoundError)  nothing of that name here or on the Hub
├── WeightsError       (also ValueError)         weights are incomplete, altered or malformed
├── DownloadError      (also OSError)            the Hugging Face Hub did not deliver
├── ExportError        (also RuntimeError)       an exported file's output differs from the model's
├── HarvestError       (also RuntimeError)       a source can't be harvested, or no browser starts
├── OutputExistsError  (also FileExistsError)    writing would overwrite an existing file
├── OutputBusyError    (also BlockingIOError)    another process is writing there
└── MissingExtraError  (also ImportError)        an optional dependency is not installed
```

`checkboxnet.testing` adds `UnexpectedStateError`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib import import_module


class CheckboxNetError(Exception):
    """Base of all errors raised on purpose by checkboxnet."""

    exit_code = 1
    """Exit status of a command that ends with this error."""


class ImageError(CheckboxNetError, ValueError):
    """An image cannot be read or has no usable pixels."""


class DatasetError(CheckboxNetError, ValueError):
    """A folder or manifest of labelled images is unusable."""


class ConfigError(CheckboxNetError, ValueError):
    """An option, or a combination of options, is wrong."""

    exit_code = 2


class ModelNotFoundError(CheckboxNetError, FileNotFoundError):
    """No registered name, weights folder or Hub repository matches."""


class WeightsError(CheckboxNetError, ValueError):
    """A weights folder is incomplete, altered or malformed."""


class DownloadError(CheckboxNetError, OSError):
    """The Hugging Face Hub did not deliver what was asked for."""


class ExportError(CheckboxNetError, RuntimeError):
    """The output of an exported file differs from the model's."""


class HarvestError(CheckboxNetError, RuntimeError):
    """A source can't be harvested, or no browser starts."""


class OutputExistsError(CheckboxNetError, FileExistsError):
    """Writing would overwrite an existing file or folder."""


class OutputBusyError(CheckboxNetError, BlockingIOError):
    """Another process, or another thread, is writing into the same folder."""


class MissingExtraError(CheckboxNetError, ImportError):
    """A package that this feature needs is not installed."""

    def __init__(self, package: str, extra: str | None = None) -> None:
        """Builds the message with the command that installs the package.

        Args:
            package: As it is imported.
            extra: The extra that brings it; by default looked up among those of what is installed.
        """
        from importlib import metadata  # which takes longer to import than all else here

        ours = installed_package()
        extras = metadata.metadata(ours).get_all("Provides-Extra") or ()
        if extra is None:
            found = [
                re.search(r"extra == .(\w+)", line)
                for line in metadata.requires(ours) or ()
                if re.match(rf"{re.escape(package)}\b", line, re.IGNORECASE)
            ]
            for_users = [match[1] for match in found if match and match[1] not in ("dev", "docs")]
            extra = for_users[0] if for_users else None
        if extra is not None and extra in extras:
            command = f"pip install '{ours}[{extra}]'"
        else:
            target = "checkboxnet" if extra is None else f"'checkboxnet[{extra}]'"
            command = f"pip install {target}"
            if ours != "checkboxnet":
                command = f"pip uninstall {ours} && {command}"
        super().__init__(f"{package} is not installed. Install it with: {command}")


def installed_package() -> str:
    """Returns the name of the installed distribution: `checkboxnet` or `checkboxnet-slim`."""
    from importlib import metadata

    try:
        metadata.distribution("checkboxnet")
    except metadata.PackageNotFoundError:
        return "checkboxnet-slim"
    return "checkboxnet"


def require_package(name: str, extra: str | None = None) -> None:
    """Raises unless a package can be imported.

    Args:
        name: Of the package, or of the module in it that is needed.
        extra: The extra that brings it; None if `checkboxnet` itself does, unlike
            `checkboxnet-slim`.

    Raises:
        MissingExtraError: It can't; the message gives the command that installs it.
    """
    try:
        import_module(name)
    except ImportError as error:
        raise MissingExtraError(name.partition(".")[0], extra) from error


def require_choice(name: str, value: object, choices: Iterable[str]) -> None:
    """Raises a `ConfigError` unless the value of the option `name` is one of its choices."""
    words = list(choices)
    if value not in words:
        raise ConfigError(f"{name} must be one of {', '.join(words)}; got {value!r}")


def require_number(name: str, value: object, low: float, high: float) -> None:
    """Raises a `ConfigError` unless the option `name` is None or a number from `low` to `high`."""
    if value is not None and not (isinstance(value, (int, float)) and low <= value <= high):
        raise ConfigError(f"{name} must be a number from {low:g} to {high:g}, got {value!r}")
