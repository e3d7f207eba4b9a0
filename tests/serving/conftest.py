from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from checkboxnet import Model, load_model
from checkboxnet.picture.read import list_images
from checkboxnet.serving.app import create_app
from checkboxnet.serving.config import Limits


@pytest.fixture(scope="session")
def model() -> Model:
    return load_model(threads=1)


@pytest.fixture(scope="session")
def paths(example_images: Path) -> list[Path]:
    return list_images(example_images)[::4]


@pytest.fixture
def client(model: Model) -> Iterator[Callable[..., TestClient]]:
    """Starts an application in this process; exceptions within it are raised in the test."""
    with ExitStack() as stack:

        def start(
            model: Any = model, *, limits: Limits | None = None, token: str | None = None
        ) -> TestClient:
            app = create_app(model, limits=limits or Limits(), token=token)
            return stack.enter_context(TestClient(app))

        yield start
