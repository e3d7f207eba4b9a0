"""A real Ray cluster of this machine: the answers of one model, once for each picture."""

from __future__ import annotations

import os
import signal
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from conftest import draw_control

from checkboxnet import load_model
from checkboxnet.dataset.export import export_dataset
from checkboxnet.dataset.read import read_images
from checkboxnet.errors import ConfigError, ModelNotFoundError
from checkboxnet.picture.read import list_images
from checkboxnet.scale.ray_data import _Worker, predict_dataset

pytest.importorskip("pyarrow")


def on_a_cluster(test: Any) -> Any:
    """Runs a test on a cluster, which takes long to start."""
    return pytest.mark.slow(pytest.mark.usefixtures("ray_cluster")(test))


def workers() -> Iterator[int]:
    """Yields the process ids of the actors that predict, on this test's own cluster."""
    import psutil

    for process in psutil.Process().children(recursive=True):
        with suppress(psutil.ZombieProcess, psutil.NoSuchProcess):  # it has just ended
            if "".join(process.cmdline()).startswith("ray::MapWorker"):
                yield process.pid


def assert_equal(rows: list[dict[str, Any]], paths: list[Path], **options: Any) -> None:
    """Compares all rows with what one model in this process says of the files."""
    by_path = {row["path"]: row for row in rows}
    assert len(rows) == len(by_path) == len(paths)
    for path, expected in zip(paths, load_model().predict(paths, **options), strict=True):
        row = by_path[str(path)]
        assert row["error"] is None
        assert set(row) == {"path", "error", *expected.to_dict()}
        assert (row["label"], row["certain"], row["reason"]) == (
            str(expected.label), expected.certain, expected.reason
        )  # fmt: skip
        assert row["score"] == pytest.approx(expected.score, abs=1e-5)
        assert row["probabilities"] == pytest.approx(dict(expected.probabilities), abs=1e-5)


@on_a_cluster
def test_encoded_images_give_the_predictions_of_one_model(example_images: Path) -> None:
    import ray.data

    crops = ray.data.read_binary_files(str(example_images), include_paths=True)
    rows = predict_dataset(crops, min_score=0.999).take_all()
    assert_equal(rows, list_images(example_images), min_score=0.999)


@on_a_cluster
def test_decoded_images_too(example_images: Path) -> None:
    import ray.data

    folder = example_images / "other"
    crops = ray.data.read_images(str(folder), include_paths=True)
    assert_equal(predict_dataset(crops, column="image").take_all(), list_images(folder))


@on_a_cluster
def test_parquet_as_exported_for_the_hub(tiny_crops: Path, tmp_path: Path) -> None:
    import ray.data

    shards = export_dataset(read_images(tiny_crops), tmp_path / "set", format="parquet") / "data"
    crops = ray.data.read_parquet(str(shards)).rename_columns({"label": "truth"})
    rows = predict_dataset(crops, column="image").take_all()
    assert all(row["error"] is None for row in rows)
    paths = list_images(tiny_crops)
    assert Counter(row["truth"] for row in rows) == {0: 12, 1: 12, 2: 12}
    assert Counter(row["label"] for row in rows) == Counter(
        str(prediction.label) for prediction in load_model().predict(paths)
    )


@on_a_cluster
def test_a_bad_file_costs_itself_alone(tmp_path: Path) -> None:
    import ray.data

    draw_control("checked", 0).save(tmp_path / "good.png")
    whole = (tmp_path / "good.png").read_bytes()
    (tmp_path / "cut.png").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "empty.png").touch()
    (tmp_path / "text.png").write_text("no picture")
    crops = ray.data.read_binary_files(str(tmp_path), include_paths=True)
    predict_dataset(crops).write_parquet(str(tmp_path / "out"))
    written = ray.data.read_parquet(str(tmp_path / "out")).take_all()
    rows = {Path(row["path"]).name: row for row in written}
    assert sorted(rows) == ["cut.png", "empty.png", "good.png", "text.png"]
    assert_equal([rows.pop("good.png")], [tmp_path / "good.png"])
    for name, row in rows.items():
        assert row["label"] is row["score"] is row["certain"] is row["probabilities"] is None
        assert row["error"], name
    assert "not an image" in rows["text.png"]["error"]


@on_a_cluster
def test_a_killed_worker_loses_and_doubles_nothing(example_images: Path) -> None:
    import ray.data

    pictures = [path.read_bytes() for path in list_images(example_images)]
    items = [
        {"path": f"{copy}/{number}", "bytes": picture}
        for copy in range(40)
        for number, picture in enumerate(pictures)
    ]
    crops = ray.data.from_items(items, override_num_blocks=40)
    seen: list[str] = []
    killed = None
    for batch in predict_dataset(crops, workers=2).iter_batches(batch_size=52):
        seen += list(batch["path"])
        if killed is None:
            assert len(seen) < len(items) / 2
            killed = next(workers())
            os.kill(killed, signal.SIGKILL)
    assert killed not in workers()
    assert sorted(seen) == sorted(item["path"] for item in items)


def test_a_worker_replaces_the_pictures_of_a_batch(example_images: Path, tmp_path: Path) -> None:
    import pyarrow as pa

    paths = list_images(example_images)[::8]
    pictures = [path.read_bytes() for path in paths]
    table = pa.table({"path": [str(path) for path in paths], "bytes": pictures})
    rows = _Worker("bytes", "default", None, 0.999)(table).to_pylist()
    assert_equal(rows, paths, min_score=0.999)
    structs = pa.table({"image": [{"bytes": picture, "path": None} for picture in pictures]})
    for row, expected in zip(
        _Worker("image", "default", None, 0.999)(structs).to_pylist(), rows, strict=True
    ):
        assert row == {name: value for name, value in expected.items() if name != "path"}


def test_a_bad_picture_is_an_error_in_its_row(example_images: Path) -> None:
    import pyarrow as pa

    good = list_images(example_images)[0].read_bytes()
    pictures = [good[: len(good) // 2], b"", b"no picture", good]
    rows = _Worker("bytes", "default", None, None)(pa.table({"bytes": pictures})).to_pylist()
    assert [row["label"] is None for row in rows] == [True, True, True, False]
    assert [bool(row["error"]) for row in rows] == [True, True, True, False]
    assert rows[0]["probabilities"] is rows[0]["certain"] is None


def test_wrong_options_are_refused_before_anything_runs() -> None:
    pytest.importorskip("ray")
    crops: Any = None
    with pytest.raises(ModelNotFoundError, match="nonsense"):
        predict_dataset(crops, model="nonsense")
    with pytest.raises(ConfigError, match="workers must be 1 or more"):
        predict_dataset(crops, workers=0)


def test_columns_that_are_missing_or_in_the_way() -> None:
    import pyarrow as pa

    worker = _Worker("bytes", "default", None, None)
    with pytest.raises(
        ConfigError, match=r"no column 'bytes' with pictures; there are \['image'\]"
    ):
        worker(pa.table({"image": [b""]}))
    with pytest.raises(ConfigError, match=r"columns named \['error', 'label'\]: rename"):
        worker(pa.table({"bytes": [b""], "label": [1], "error": [""]}))
