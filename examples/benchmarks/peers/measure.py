"""Measures one peer, in the interpreter of its own environment. Called by `run.py`.

Usage: python measure.py PEER FOLDER prepare EXAMPLES
       python measure.py PEER FOLDER cold IMAGE
       python measure.py PEER FOLDER warm IMAGE…

PEER is a module of this folder with `load`, `one` and `many`, and `prepare` where there are files
to make in FOLDER first. `warm` prints a JSON object: seconds of each single image, seconds an
image in bulk, and the process's peak memory in MB.
"""

from __future__ import annotations

import importlib
import json
import resource
import sys
import time
from pathlib import Path

WARM_UP = 10
"""Images before the clock starts: compilers compile, allocators grow."""


def seconds(model: object, peer: object, paths: list[str]) -> list[float]:
    """Returns how long each image takes alone, from file to label."""
    taken = []
    for path in paths:
        start = time.perf_counter()
        peer.one(model, path)
        taken.append(time.perf_counter() - start)
    return taken


def main() -> None:
    """Does what the third argument says."""
    name, folder, action, *images = sys.argv[1:]
    peer = importlib.import_module(name)
    if action == "prepare":
        if hasattr(peer, "prepare"):
            peer.prepare(Path(folder), Path(images[0]))
        return
    model = peer.load(Path(folder))
    if action == "cold":
        print(peer.one(model, images[0]))
        return
    seconds(model, peer, images[:WARM_UP])
    single = seconds(model, peer, images)
    peer.many(model, images)
    start = time.perf_counter()
    labels = peer.many(model, images)
    bulk = (time.perf_counter() - start) / len(images)
    if len(labels) != len(images):
        raise SystemExit(f"{name}: {len(labels)} labels for {len(images)} images")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"single": single, "bulk": bulk, "peak_mb": peak}))


if __name__ == "__main__":
    main()
