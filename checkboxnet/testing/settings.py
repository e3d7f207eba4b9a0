"""The model of all assertions, and where crops of failures go: one of each in a process."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from checkboxnet.errors import ConfigError

if TYPE_CHECKING:
    from checkboxnet.model import Model

_model: str | os.PathLike[str] | Model = "default"
_output = Path("test-results", "checkboxnet")


def configure(
    *,
    model: str | os.PathLike[str] | Model | None = None,
    output: str | os.PathLike[str] | None = None,
) -> None:
    """Sets the model and the folder of all assertions to come; what is None stays as it is.

    Args:
        model: A model, or what `load_model` takes, which is loaded when first needed; `default`
            unless set.
        output: Folder that crops of failures are written to, made when needed;
            `test-results/checkboxnet` unless set.
    """
    global _model, _output
    if model is not None:
        _model = model
    if output is not None:
        _output = Path(output)


def current_model() -> Model:
    """Returns the model of all assertions.

    Raises:
        CheckboxNetError: It can't be loaded, as `load_model` says.
    """
    from checkboxnet.model import as_model

    global _model
    _model = model = as_model(_model)
    return model


def require_labels(model: Model, *labels: str) -> None:
    """Raises unless a model tells apart what an assertion or an audit asks of it.

    Raises:
        ConfigError: It has labels of its own, by which nothing would ever look as expected.
    """
    missing = [label for label in labels if label not in model.labels]
    if missing:
        raise ConfigError(
            f"{model.name} has no label {' or '.join(missing)}, only {', '.join(model.labels)}. "
            "Name the label folders checked and unchecked and fine-tune again, or use other weights"
        )


def current_output() -> Path:
    """Returns the folder of crops of failures, as an absolute path."""
    return _output.absolute()
