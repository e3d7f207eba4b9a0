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
from checkboxnet.scale.ray_data import _Worker, predict

pytestmark = pytest.mark.usefixtures("ray_cluster")


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


def test_encoded_images_give_the_predictions_of_one_model(example_images: Path) -> None:
    import ray.data

    crops = ray.data.read_binary_files(str(example_images), include_paths=True)
    rows = predict(crops, min_score=0.999).take_all()
    assert_equal(rows, list_images(example_images), min_score=0.999)


def test_decoded_images_too(example_images: Path) -> None:
    import ray.data

    folder = example_images / "other"
    crops = ray.data.read_images(str(folder), include_paths=True)
    assert_equal(predict(crops, column="image").take_all(), list_images(folder))


def test_parquet_as_exported_for_the_hub(tiny_crops: Path, tmp_path: Path) -> None:
    import ray.data

    shards = export_dataset(read_images(tiny_crops), tmp_path / "set", format="parquet") / "data"
    crops = ray.data.read_parquet(str(shards)).rename_columns({"label": "truth"})
    rows = predict(crops, column="image").take_all()
    assert all(row["error"] is None for row in rows)
    paths = list_images(tiny_crops)
    assert Counter(row["truth"] for row in rows) == {0: 12, 1: 12, 2: 12}
    assert Counter(row["label"] for row in rows) == Counter(
        str(prediction.label) for prediction in load_model().predict(paths)
    )


def test_a_bad_file_costs_itself_alone(tmp_path: Path) -> None:
    import ray.data

    draw_control("checked", 0).save(tmp_path / "good.png")
    whole = (tmp_path / "good.png").read_bytes()
    (tmp_path / "cut.png").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "empty.png").touch()
    (tmp_path / "text.png").write_text("no picture")
    crops = ray.data.read_binary_files(str(tmp_path), include_paths=True)
    predict(crops).write_parquet(str(tmp_path / "out"))
    written = ray.data.read_parquet(str(tmp_path / "out")).take_all()
    rows = {Path(row["path"]).name: row for row in written}
    assert sorted(rows) == ["cut.png", "empty.png", "good.png", "text.png"]
    assert_equal([rows.pop("good.png")], [tmp_path / "good.png"])
    for name, row in rows.items():
        assert row["label"] is row["score"] is row["certain"] is row["probabilities"] is None
        assert row["error"], name
    assert "not an image" in rows["text.png"]["error"]


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
    for batch in predict(crops, workers=2).iter_batches(batch_size=52):
        seen += list(batch["path"])
        if killed is None:
            assert len(seen) < len(items) / 2
            killed = next(workers())
            os.kill(killed, signal.SIGKILL)
    assert killed not in workers()
    assert sorted(seen) == sorted(item["path"] for item in items)


def test_wrong_options_are_refused_before_anything_runs() -> None:
    import ray.data

    crops = ray.data.from_items([{"bytes": b""}])
    with pytest.raises(ModelNotFoundError, match="nonsense"):
        predict(crops, model="nonsense")
    for option in ("workers", "num_cpus"):
        with pytest.raises(ConfigError, match=f"{option} must be 1 or more"):
            predict(crops, **{option: 0})


def test_columns_that_are_missing_or_in_the_way() -> None:
    import pyarrow as pa

    # Without the cluster, which takes half a minute to free the processors of a failed run.
    worker = _Worker("bytes", "default", None, "best-guess", 1)
    with pytest.raises(
        ConfigError, match=r"no column 'bytes' with pictures; there are \['image'\]"
    ):
        worker(pa.table({"image": [b""]}))
    with pytest.raises(ConfigError, match=r"columns named \['error', 'label'\]: rename"):
        worker(pa.table({"bytes": [b""], "label": [1], "error": [""]}))
