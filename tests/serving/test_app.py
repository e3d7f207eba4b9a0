from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, Outcome
from serving.helpers import END, FORM, RecordingModel, files, part, post, sample
from starlette.testclient import TestClient

from checkboxnet import Model
from checkboxnet.serving.app import create_app
from checkboxnet.serving.config import Limits

Client = Callable[..., TestClient]
Cli = Callable[..., Outcome]


def test_results_are_those_of_the_model_in_order(
    client: Client, model: Model, paths: list[Path]
) -> None:
    response = client().post("/predict", files=files(paths))
    assert response.status_code == 200
    expected = [
        {"filename": path.name, **prediction.to_dict()}
        for path, prediction in zip(paths, model.predict(paths), strict=True)
    ]
    assert response.json() == {"results": expected}


def test_results_are_those_of_the_command_line(client: Client, cli: Cli, paths: list[Path]) -> None:
    rows = [json.loads(row) for row in cli("predict", *paths, "-f", "jsonl").out.splitlines()]
    for row, result in zip(
        rows, client().post("/predict", files=files(paths)).json()["results"], strict=True
    ):
        assert Path(row.pop("path")).name == result.pop("filename")
        assert row.pop("score") == pytest.approx(result.pop("score"), abs=1e-5)
        assert row.pop("probabilities") == pytest.approx(result.pop("probabilities"), abs=1e-5)
        assert row == result


def test_the_body_may_be_the_image(client: Client, model: Model, paths: list[Path]) -> None:
    response = client().post(
        "/predict", content=paths[0].read_bytes(), headers={"content-type": "image/png"}
    )
    assert response.status_code == 200
    [result] = response.json()["results"]
    assert result == {"filename": "body", **model.predict(paths[0]).to_dict()}


def test_min_score(client: Client, model: Model, paths: list[Path]) -> None:
    recording = RecordingModel(model)
    asking = client(recording)
    for parameters in ({}, {"min_score": "0.5"}, {"min_score": "1"}):
        asking.post("/predict", params=parameters, files=files(paths[:1]))
    assert recording.min_scores == [None, 0.5, 1]
    response = asking.post("/predict", params={"min_score": "1.5"}, files=files(paths))
    assert response.status_code == 422
    assert "query.min_score: Input should be less than or equal to 1" in response.json()["detail"]


def test_a_bad_file_costs_itself_only(client: Client, paths: list[Path]) -> None:
    sent = [("images", ("notes.txt", b"no image")), *files(paths[:2]), ("images", ("a.png", b""))]
    response = client().post("/predict", files=sent)
    assert response.status_code == 200
    first, second, third, fourth = response.json()["results"]
    assert first.keys() == {"filename", "error"}
    assert first["error"].startswith("notes.txt: not an image")
    assert [second["filename"], third["filename"]] == [path.name for path in paths[:2]]
    assert fourth["error"] == "a.png: the file is empty"


def test_nothing_readable_is_unprocessable_and_says_why(client: Client) -> None:
    asking = client()
    response = asking.post("/predict", files=[("images", ("布.txt", b"no image"))] * 3)
    assert response.status_code == 422
    reason = "布.txt: not an image in one of PNG, JPEG, WEBP, GIF, BMP, TIFF"
    assert response.json() == {
        "detail": f"{reason} (and 2 more)",
        "results": [{"filename": "布.txt", "error": reason}] * 3,
    }
    response = asking.post("/predict", content=b"GIF", headers={"content-type": "image/gif"})
    assert response.status_code == 422
    assert response.json()["detail"].startswith("body: ")


@pytest.mark.parametrize(
    ("options", "status", "reason"),
    [
        ({}, 415, "expected multipart/form-data"),
        ({"json": {"images": []}}, 415, "expected multipart/form-data"),
        ({"data": {"images": "x"}}, 415, "expected multipart/form-data"),
        ({"files": [("image", ("a.png", b"x"))]}, 422, "got a file in 'image'"),
        ({"files": [("images", ("a.png", b"x"))], "data": {"min_score": "1"}}, 422, "'min_score'"),
        ({"content": part(b"x", 'name="images"') + END}, 422, "got text in 'images'"),
        ({"content": END}, 422, "no file in the field 'images'"),
        ({"content": part(b"x", "") + END}, 400, '"name" must be provided'),
        ({"content": b"", "headers": {"content-type": "multipart/form-data"}}, 400, "boundary"),
        ({"content": b"not a form"}, 400, "multipart"),
        ({"content": part(b"x")}, 400, "ends before its closing boundary"),
    ],
)
def test_what_is_wrong_is_said(
    client: Client, options: dict[str, Any], status: int, reason: str
) -> None:
    if "content" in options:
        options = {"headers": {"content-type": FORM}, **options}
    response = client().post("/predict", **options)
    assert response.status_code == status
    assert reason in response.json()["detail"]


def test_no_more_files_than_allowed(client: Client, paths: list[Path]) -> None:
    asking = client(limits=Limits(files=3))
    assert asking.post("/predict", files=files(paths[:3])).status_code == 200
    response = asking.post("/predict", files=files(paths[:4]))
    assert response.status_code == 400
    assert "Maximum number of files is 3" in response.json()["detail"]


@pytest.mark.parametrize("content_type", [FORM, "image/png"])
def test_a_body_is_refused_while_it_streams_in(model: Model, content_type: str) -> None:
    sent = 0

    async def large() -> AsyncIterator[bytes]:
        nonlocal sent
        yield part(b"")[:-2] if content_type == FORM else b""
        for _ in range(1000):
            sent += 1000
            yield b"x" * 1000

    app = create_app(model, limits=Limits(body_bytes=50_000))
    status, _, body = asyncio.run(post(app, content_type, large()))
    assert (status, json.loads(body)) == (413, {"detail": "the body is larger than 50,000 bytes"})
    assert sent <= 51_000


def test_a_body_announced_as_too_large_is_not_read(model: Model) -> None:
    async def unread() -> AsyncIterator[bytes]:
        yield pytest.fail("was read")

    app = create_app(model, limits=Limits(body_bytes=50_000))
    assert asyncio.run(post(app, FORM, unread(), {"content-length": "50001"}))[0] == 413


def test_the_token_is_asked_for(client: Client, paths: list[Path]) -> None:
    asking = client(token="s3cret")  # noqa: S106
    good = {"Authorization": "Bearer s3cret"}
    for header in ({}, {"Authorization": "Bearer s3cre"}, {"Authorization": "Basic s3cret"},
                   {"Authorization": "Bearer schlüssel".encode()}):  # fmt: skip
        for method, path in (("POST", "/predict"), ("GET", "/metrics")):
            response = asking.request(method, path, headers=header)  # type: ignore[arg-type]
            assert response.status_code == 401, (header, path)
            assert response.headers["www-authenticate"] == "Bearer"
    assert asking.post("/predict", files=files(paths[:1]), headers=good).status_code == 200
    assert asking.get("/metrics", headers=good).status_code == 200
    assert asking.get("/healthz").status_code == 200
    operation = asking.get("/openapi.json").json()["paths"]["/predict"]["post"]
    assert operation["security"] == [{"HTTPBearer": []}]


def test_a_stranger_is_refused_before_the_body_is_read(model: Model) -> None:
    async def unread() -> AsyncIterator[bytes]:
        yield pytest.fail("was read")

    app = create_app(model, token="s3cret")  # noqa: S106
    assert asyncio.run(post(app, FORM, unread()))[0] == 401


def test_health(client: Client, model: Model) -> None:
    assert client().get("/healthz").json() == {
        "status": "ready", "model": model.name, "version": client().app.version,  # type: ignore[attr-defined]
    }  # fmt: skip


def test_no_page_loads_anything_from_the_network(client: Client) -> None:
    asking = client()
    assert asking.get("/docs").status_code == asking.get("/redoc").status_code == 404
    assert "://" not in asking.get("/openapi.json").text


def test_metrics(client: Client, model: Model, paths: list[Path]) -> None:
    asking = client()
    asking.post("/predict", files=[*files(paths), ("images", ("a.txt", b"x"))])
    asking.post("/predict", files=[("images", ("a.txt", b"x"))])
    asking.post("/predict")
    response = asking.get("/metrics")
    assert response.headers["content-type"].startswith("text/plain; version=")
    text = response.text
    labels = [prediction.label for prediction in model.predict(paths)]
    for label in set(labels):
        name = f'checkboxnet_images_total{{label="{label}"}}'
        assert sample(text, name) == labels.count(label)
    assert sample(text, 'checkboxnet_images_total{label="unreadable"}') == 2
    for status in (200, 422, 415):
        name = f'http_requests_total{{handler="/predict",method="POST",status="{status}"}}'
        assert sample(text, name) == 1


def test_a_body_that_does_not_come_is_not_waited_for(model: Model) -> None:
    async def slow() -> AsyncIterator[bytes]:
        yield part(b"x")
        await asyncio.sleep(3600)

    app = create_app(model, limits=Limits(timeout=0.2))
    status, headers, body = asyncio.run(post(app, FORM, slow()))
    assert status == 408
    assert headers["connection"] == "close"
    assert json.loads(body)["detail"] == "the body did not come in within 0.2 s"


def test_screenshots_are_scanned(client: Client, model: Model) -> None:
    shots = [ROOT / "examples" / "screenshots" / f"{name}.png" for name in ("settings", "article")]
    sent = [*files(shots), ("images", ("notes.txt", b"no image"))]
    response = client().post("/scan", files=sent)
    assert response.status_code == 200
    first, second, third = response.json()["results"]
    assert first == {
        "filename": "settings.png",
        "found": [each.to_dict() for each in model.scan(shots[0])],
    }
    assert len(first["found"]) > 8
    assert second == {"filename": "article.png", "found": []}
    assert third["error"].startswith("notes.txt: not an image")
    fewer = client().post("/scan", params={"min_score": "0.99"}, files=files(shots[:1]))
    assert len(fewer.json()["results"][0]["found"]) < len(first["found"])
    assert client().post("/scan", files=sent[2:]).status_code == 422
