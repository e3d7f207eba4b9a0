"""Measures `checkboxnet serve`: how long requests take, how many a second, and whether any is lost.

Usage: python examples/benchmarks/serve.py [--requests 400] [--concurrency 1 8 32 96] [--images 1]

Starts the server as a process of its own and asks it from this one, so many requests at a time.
Prints a Markdown table, with the machine named and what else kept it busy. A request is rejected
if the server says 503, and lost if there is no answer, another status, or another label than the
model gives; the exit status is 1 if any is lost.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx2

from checkboxnet import load_model
from checkboxnet.picture.read import list_images

PATHS = list_images(Path(__file__).parents[1] / "images")


@dataclass
class Run:
    """What came of the requests of one level of concurrency."""

    seconds: float = 0.0
    latencies: list[float] = field(default_factory=list)
    rejected: int = 0
    lost: int = 0


@contextmanager
def server() -> Iterator[str]:
    """Runs the command and yields its address."""
    command = [sys.executable, "-m", "checkboxnet", "serve", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        found = re.search(r"http://\S+", process.stderr.readline())
        try:
            yield found[0] if found else sys.exit("the server did not start")
        finally:
            process.terminate()


async def measure(address: str, count: int, concurrency: int, images: int) -> Run:
    """Sends `count` requests, `concurrency` at a time, each with `images` files."""
    files = [(path.name, path.read_bytes()) for path in PATHS]
    labels = [prediction.label for prediction in load_model().predict(PATHS)]
    result, numbers = Run(), iter(range(count))

    async def ask(client: httpx2.AsyncClient) -> None:
        for number in numbers:
            chosen = [(number + offset) % len(files) for offset in range(images)]
            begin = time.perf_counter()
            try:
                response = await client.post(
                    "/predict", files=[("images", files[index]) for index in chosen]
                )
            except httpx2.HTTPError:
                result.lost += 1
                continue
            if response.status_code == 503:
                result.rejected += 1
            elif response.status_code == 200 and [
                answer["label"] for answer in response.json()["results"]
            ] == [labels[index] for index in chosen]:
                result.latencies.append(time.perf_counter() - begin)
            else:
                result.lost += 1

    limits = httpx2.Limits(max_connections=concurrency)
    async with httpx2.AsyncClient(base_url=address, timeout=60, limits=limits) as client:
        await client.get("/healthz")
        begin = time.perf_counter()
        await asyncio.gather(*(ask(client) for _ in range(concurrency)))
        result.seconds = time.perf_counter() - begin
    return result


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--requests", type=int, default=400)
    parser.add_argument("--concurrency", type=int, nargs="+", default=[1, 8, 32, 96])
    parser.add_argument("--images", type=int, default=1, help="of each request")
    arguments = parser.parse_args()
    busy = os.getloadavg()[0]
    print(f"{platform.machine()}, {os.cpu_count()} cores, of which {busy:.1f} were busy before\n")
    print("| concurrency | requests | requests/s | p50 | p99 | rejected | lost |")
    print("|---|---|---|---|---|---|---|")
    lost = 0
    with server() as address:
        for concurrency in arguments.concurrency:
            run = asyncio.run(measure(address, arguments.requests, concurrency, arguments.images))
            cuts = statistics.quantiles(run.latencies, n=100, method="inclusive")
            print(
                f"| {concurrency} | {arguments.requests} | {len(run.latencies) / run.seconds:.0f} "
                f"| {cuts[49] * 1000:.0f} ms | {cuts[98] * 1000:.0f} ms "
                f"| {run.rejected} | {run.lost} |",
                flush=True,
            )
            lost += run.lost
    sys.exit(1 if lost else 0)


if __name__ == "__main__":
    main()
