"""One model used from many threads, processes and tasks at once."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import torch
from torch.utils.data import DataLoader, Dataset

from checkboxnet import Model, load_model
from checkboxnet.picture.read import list_images

SECONDS = 120
"""After which a test counts as deadlocked."""

_shared: list[Model] = []


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model()


@pytest.fixture(scope="module")
def paths(example_images: Path) -> list[Path]:
    return list_images(example_images)[::4]


def scores(model: Model, paths: list[Path]) -> list[float]:
    return [prediction.score for prediction in model.predict(paths)]


def scores_with_own_model(paths: list[Path]) -> list[float]:
    return scores(load_model(), paths)


def scores_with_inherited_model(paths: list[Path]) -> list[float]:
    return scores(_shared[0], paths)


def test_tasks_beside_one_another(model: Model, paths: list[Path]) -> None:
    async def all_at_once() -> list[list[float]]:
        calls = (asyncio.to_thread(scores, model, paths) for _ in range(12))
        return await asyncio.wait_for(asyncio.gather(*calls), SECONDS)

    expected = scores(model, paths)
    assert asyncio.run(all_at_once()) == [expected] * 12


@pytest.mark.slow
@pytest.mark.parametrize("start", ["spawn", "forkserver"])
def test_processes_that_load_their_own(model: Model, paths: list[Path], start: str) -> None:
    with multiprocessing.get_context(start).Pool(2) as pool:
        results = pool.map_async(scores_with_own_model, [paths] * 3).get(SECONDS)
    assert results == [scores(model, paths)] * 3


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_forked_processes_that_inherit_a_used_model(paths: list[Path]) -> None:
    model = load_model(threads=4)
    expected = scores(model, paths)
    _shared[:] = [model]
    with multiprocessing.get_context("fork").Pool(3) as pool:
        results = pool.map_async(scores_with_inherited_model, [paths] * 6).get(SECONDS)
    assert results == [expected] * 6


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("use", ["model.predict(sys.argv[1:])", "del model", "pass"])
def test_forked_processes_end(paths: list[Path], use: str) -> None:
    code = (
        "import os, sys, checkboxnet\n"
        "model = checkboxnet.load_model(threads=4); model.predict(sys.argv[1:])\n"
        "child = os.fork()\n"
        "if child == 0:\n"
        f"    {use}; sys.exit(7)\n"
        "print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))"
    )
    command = [sys.executable, "-c", code, *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS)
    assert done.stdout == "7\n", done.stderr


class Scores(Dataset[torch.Tensor]):
    """A dataset that predicts while it is read, as a filter in a data pipeline would."""

    def __init__(self, model: Model, paths: list[Path]) -> None:
        self.model, self.paths = model, paths

    def __len__(self) -> int:
        return len(self.paths)

    def __getitem__(self, index: int) -> torch.Tensor:
        return torch.tensor(self.model.predict(self.paths[index]).score)


def test_workers_of_a_data_loader(model: Model, paths: list[Path]) -> None:
    loader = DataLoader(Scores(model, paths), batch_size=4, num_workers=2, timeout=SECONDS)
    expected = [model.predict(path).score for path in paths]
    assert torch.cat(list(loader)).tolist() == pytest.approx(expected)


def threads_of_this_process() -> int:
    return sum(1 for _ in Path("/proc/self/task").iterdir())


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="needs /proc")
@pytest.mark.slow
def test_threads_are_bounded_by_what_was_asked_for(paths: list[Path]) -> None:
    meeting = threading.Barrier(16)
    with ThreadPoolExecutor(16) as pool:
        list(pool.map(lambda _: meeting.wait(), range(16)))  # all of the pool's own threads
        load_model(threads=1)  # onnxruntime has a thread of its own from its first use on
        before = threads_of_this_process()
        one = load_model(threads=1)
        assert threads_of_this_process() == before
        three = load_model(threads=3)
        assert threads_of_this_process() <= before + 2
        for model in (one, three):
            list(pool.map(lambda _, model=model: scores(model, paths), range(16)))
        # The system may list a thread for a moment after it was joined.
        deadline = time.monotonic() + SECONDS
        while threads_of_this_process() > before + 2 and time.monotonic() < deadline:
            time.sleep(0.05)
        assert threads_of_this_process() <= before + 2


@pytest.mark.slow
def test_torchs_global_threads_are_left_alone(paths: list[Path]) -> None:
    code = (
        "import sys, torch; torch.set_num_threads(3); import checkboxnet\n"
        "model = checkboxnet.load_model(threads=1); model.predict(sys.argv[1:])\n"
        "checkboxnet.load_model(runtime='torch').predict(sys.argv[1:])\n"
        "print(torch.get_num_threads())"
    )
    command = [sys.executable, "-c", code, *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=SECONDS)
    assert done.stdout.split() == ["3"]
