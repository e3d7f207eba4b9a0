from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from serving.helpers import SECONDS, GatedModel, until

from checkboxnet import ImageError, Model, Prediction
from checkboxnet.serving.batcher import Batcher


def run(model: Any, use: Callable[[Batcher], Awaitable[None]]) -> None:
    async def within() -> None:
        with Batcher(model) as batcher:
            await asyncio.wait_for(use(batcher), SECONDS)

    asyncio.run(within())


def test_outcomes_are_the_models_whatever_shares_the_batch(
    gated: GatedModel, model: Model, paths: list[Path]
) -> None:
    images: list[Any] = [*paths[:10], b"no image"]

    async def use(batcher: Batcher) -> None:
        first = asyncio.ensure_future(batcher.predict(images[:1], "balanced"))
        await until(gated.asked.is_set)
        asks = asyncio.gather(
            batcher.predict(images[:5], None),
            batcher.predict(images, 0.999),
            batcher.predict(images[5:], None),
        )
        await until(lambda: batcher.depth == 2 * len(images))
        gated.gate.set()
        assert len(await first) == 1
        start, strict, end = await asks
        for outcomes, min_score in ((start + end, None), (strict, 0.999)):
            expected = model.predict(images, min_score=min_score, on_error="return")
            assert list(map(type, outcomes)) == [Prediction] * 10 + [ImageError]
            for mine, its in zip(outcomes[:-1], expected[:-1], strict=True):
                assert mine.probabilities == pytest.approx(its.probabilities, abs=1e-5)
                assert (mine.label, mine.reason) == (its.label, its.reason)
        assert list(map(len, gated.batches)) == [1, len(images), len(images)]
        assert set(gated.min_scores[1:]) == {None, 0.999}
        assert await batcher.predict([], None) == []

    run(gated, use)


def test_what_waits_is_predicted_together(gated: GatedModel, paths: list[Path]) -> None:
    async def use(batcher: Batcher) -> None:
        async def ask(count: int) -> list[Any]:
            return await batcher.predict([paths[0]] * count, "best-guess")

        first = asyncio.ensure_future(ask(1))
        await until(gated.asked.is_set)
        others = [asyncio.ensure_future(ask(count)) for count in (3, 7, 30)]
        await until(lambda: batcher.depth == 40)
        gated.gate.set()
        assert [len(answer) for answer in await asyncio.gather(first, *others)] == [1, 3, 7, 30]
        assert [len(batch) for batch in gated.batches] == [1, 32, 8]

    run(gated, use)


def test_who_goes_away_costs_nothing_more(gated: GatedModel, paths: list[Path]) -> None:
    async def use(batcher: Batcher) -> None:
        def ask(path: Path) -> asyncio.Future[list[Any]]:
            return asyncio.ensure_future(batcher.predict([path] * 5, "best-guess"))

        running = ask(paths[0])
        await until(gated.asked.is_set)
        leaving, staying = ask(paths[1]), ask(paths[2])
        await until(lambda: batcher.depth == 10)
        leaving.cancel()
        await asyncio.wait([leaving])
        assert batcher.depth == 5  # nor is what it sent kept any longer
        running.cancel()  # too late for that one, and no reason to stumble
        await asyncio.wait([running])
        gated.gate.set()
        assert len(await staying) == 5
        assert gated.batches == [[paths[0]] * 5, [paths[2]] * 5]

    run(gated, use)


def test_an_exception_reaches_all_who_wait_for_the_batch_and_no_others(paths: list[Path]) -> None:
    class Failing:
        failures = 1

        def predict(self, images: list[Any], **_: Any) -> list[Any]:
            self.failures -= 1
            if self.failures >= 0:
                raise MemoryError("none left")
            return images

    async def use(batcher: Batcher) -> None:
        with pytest.raises(MemoryError, match="none left"):
            await batcher.predict(paths[:3], "best-guess")
        assert await batcher.predict(paths[:3], "best-guess") == paths[:3]

    run(Failing(), use)


def test_what_waits_is_answered_before_the_end(gated: GatedModel, paths: list[Path]) -> None:
    async def within() -> list[Any]:
        with Batcher(gated) as batcher:  # type: ignore[arg-type]
            asks = [asyncio.ensure_future(batcher.predict(paths[:1], "best-guess"))]
            await until(gated.asked.is_set)
            asks += [asyncio.ensure_future(batcher.predict([path], "balanced")) for path in paths]
            await until(lambda: batcher.depth == len(paths))
            gated.gate.set()
        return await asyncio.wait_for(asyncio.gather(*asks), SECONDS)

    assert all(isinstance(answer[0], Prediction) for answer in asyncio.run(within()))
