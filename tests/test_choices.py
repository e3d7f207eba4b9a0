"""Every option of the Python API that is a choice refuses what is none of its choices."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest

import checkboxnet
from checkboxnet.dataset.export import export_dataset
from checkboxnet.dataset.read import read_images
from checkboxnet.dataset.split import split_images
from checkboxnet.errors import ConfigError
from checkboxnet.training.config import Method

IMAGES = "examples/images"

OPTIONS: dict[str, tuple[Callable[[Any, Path], object], tuple[str, ...]]] = {
    "method": (
        lambda value, _: split_images(read_images(IMAGES), method=value),
        ("grouped", "torch"),
    ),
    "format": (
        lambda value, folder: checkboxnet.export(format=value, output=folder / "x"),
        ("onnx", "onnx-int8"),
    ),
    "runtime": (lambda value, _: checkboxnet.load_model(runtime=value), ("onnx", "torch")),
    "on_error": (
        lambda value, _: checkboxnet.load_model().predict([], on_error=value),
        ("raise", "return"),
    ),
    "keep": (lambda value, _: Method(keep=value), ("best", "best-uncalibrated", "last")),
    **{
        name: (
            lambda value, _, name=name: checkboxnet.TrainConfig(**{name: value}),  # type: ignore[misc]
            choices,
        )
        for name, choices in {
            "statistics": ("frozen", "trained"),
            "augment": ("none", "ui"),
        }.items()
    },
}


@pytest.mark.parametrize("value", ["tourch", "", "Grouped", None, 0])
@pytest.mark.parametrize("option", OPTIONS)
def test_what_is_none_of_the_choices_is_refused(option: str, value: Any, tmp_path: Path) -> None:
    call, choices = OPTIONS[option]
    if value is None and option == "runtime":
        return  # which stands for the one that suits the device
    with pytest.raises(ConfigError, match=f"^{option} must be ") as caught:
        call(cast(Any, value), tmp_path)
    for choice in choices:
        assert re.search(rf"\b{choice}\b", str(caught.value))
    assert repr(value) in str(caught.value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("value", ["csv", "", None])
def test_datasets_have_two_formats(value: Any, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"^format must be one of imagefolder, parquet"):
        export_dataset(read_images(IMAGES), tmp_path / "x", format=value)


@pytest.mark.parametrize(
    "fractions", [(1.0,), (0.5, 0.5), (0.25, 0.25, 0.25, 0.25), (float("nan"), 0.5, 0.5)]
)
def test_a_split_has_three_sides(fractions: Any) -> None:
    with pytest.raises(ConfigError, match="fractions must be three"):
        split_images(read_images(IMAGES), fractions=fractions)
