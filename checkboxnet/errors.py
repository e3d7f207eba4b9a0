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

from collections.abc import Iterable


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
    """An optional dependency is not installed."""

    def __init__(self, package: str, extra: str) -> None:
        """Builds the message from the missing package and the extra that brings it."""
        super().__init__(
            f"{package} is not installed. Install it with: pip install 'checkboxnet[{extra}]'"
        )


def require_choice(name: str, value: object, choices: Iterable[str]) -> None:
    """Raises a `ConfigError` unless the value of the option `name` is one of its choices."""
    words = list(choices)
    if value not in words:
        raise ConfigError(f"{name} must be one of {', '.join(words)}; got {value!r}")


def require_number(name: str, value: object, low: float, high: float) -> None:
    """Raises a `ConfigError` unless the option `name` is None or a number from `low` to `high`."""
    if value is not None and not (isinstance(value, (int, float)) and low <= value <= high):
        raise ConfigError(f"{name} must be a number from {low:g} to {high:g}, got {value!r}")
