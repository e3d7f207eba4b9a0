"""The endpoints do what their own OpenAPI description says, for requests made out of it.

The long run: CHECKBOXNET_REQUESTS=5000 pytest -m slow tests/serving/test_schema.py
"""

from __future__ import annotations

import os
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from serving.helpers import png

from checkboxnet import Model
from checkboxnet.serving.app import create_app

pytestmark = pytest.mark.slow
REQUESTS = int(os.environ.get("CHECKBOXNET_REQUESTS", "40"))


@pytest.fixture(scope="module", params=[None, "s3cret"], ids=["open", "token"])
def api(model: Model, request: pytest.FixtureRequest) -> Any:
    import schemathesis

    # A schema cannot say which bytes are an image.
    schemathesis.openapi.media_type("image/*", st.just(png()))
    schemathesis.openapi.format("binary", st.just(png()))
    return schemathesis.openapi.from_asgi("/openapi.json", create_app(model, token=request.param))


@pytest.mark.parametrize("mode", ["positive", "negative"])
@settings(
    max_examples=REQUESTS,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
@given(data=st.data())
def test_the_description_is_true(api: Any, mode: str, data: st.DataObject) -> None:
    from schemathesis import GenerationMode

    data.draw(api.as_strategy(GenerationMode(mode))).call_and_validate()
