"""Fixtures that several rooms share."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if "PYTEST_XDIST_WORKER" in os.environ:
    # Before torch reads it. Workers share the processors: a second thread would wait for a turn.
    os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np
import pytest
from PIL import Image

import checkboxnet
import checkboxnet.cli
from checkboxnet.browser.launch import BROWSER_OPTIONS, find_browser, runs_as_root

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent
KILLS = int(os.environ.get("CHECKBOXNET_KILLS", "2"))
"""Runs of each test of killed processes, each killed until it ends; the long run sets 25."""


HOSTILE_JSON = {
    "an integer of 400 digits": "9" * 400,
    "brackets that break the parser": "[" * 200_000,
    "brackets that break what comes after": "[" * 500 + "]" * 500,
    "half a character": '"\\ud83d"',
    "half a name": '{"\\udfff": 1}',
    "an end too early": "{",
    "a word": "nothing",
}
"""Values that a stranger's JSON may hold, none of which may raise anything but our own error."""


@pytest.fixture(params=HOSTILE_JSON.values(), ids=HOSTILE_JSON)
def hostile_json(request: pytest.FixtureRequest) -> str:
    """One of `HOSTILE_JSON`."""
    value: str = request.param
    return value


@pytest.fixture(scope="session", autouse=True)
def _working_directory() -> None:
    """Docstring examples name files relative to the repository's root."""
    os.chdir(ROOT)


def lack(message: str) -> NoReturn:
    """Skips a test for lack of something at home, and fails it in CI."""
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


PERMISSIONS_BIND = ["setpriv", "--bounding-set=-dac_override"] if os.geteuid() == 0 else []
"""Before a command: root, too, may then write only where the mode says so."""


def limit_files(size: int | None) -> None:
    """Lets writes of this process beyond `size` bytes fail, as on a full disk."""
    if size is not None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.fixture(scope="session")
def example_images() -> Path:
    return ROOT / "examples" / "images"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The real 515 images with their split; absent at home, where such tests are skipped."""
    folder = ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        if "CHECKBOXNET_WITHOUT_SEED_SET" in os.environ:  # a CI that can't have it: it isn't public
            pytest.skip("goes without the 515-image set")
        lack(f"needs the 515-image set in {folder}")
    return folder


@pytest.fixture(scope="session")
def browser() -> str:
    """An installed Chromium; absent at home, where such tests are skipped."""
    found = find_browser()
    if found is None:
        lack("needs Chromium, on the PATH or named by CHECKBOXNET_BROWSER")
    return found


@pytest.fixture(scope="module")
def chromium(browser: str) -> Iterator[Browser]:
    """A running Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        yield playwright.chromium.launch(
            executable_path=browser, args=list(BROWSER_OPTIONS), chromium_sandbox=not runs_as_root()
        )


@pytest.fixture
def stalling() -> Iterator[Callable[[str], str]]:
    """Serves a page of some HTML, and never answers what else it asks for."""
    pages: list[str] = []
    over = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path != "/page.html":
                over.wait()
                return
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(pages[-1].encode())

        def log_message(self, format: str, *args: object) -> None:
            pass

    def serve(html: str) -> str:
        pages.append(f"<!doctype html><html lang=en><meta charset=utf-8>{html}")
        return f"http://127.0.0.1:{server.server_port}/page.html"

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield serve
        over.set()
        server.shutdown()


@pytest.fixture(scope="module")
def ray_cluster() -> Iterator[None]:
    """A Ray cluster of this machine with two processors; without Ray, such tests are skipped."""
    try:
        import ray
    except ImportError:
        lack("needs Ray: pip install 'checkboxnet[ray]'")
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    yield
    ray.shutdown()


@pytest.fixture(scope="session")
def onnx_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The default model, exported to ONNX."""
    return checkboxnet.export(
        format="onnx", output=tmp_path_factory.mktemp("export") / "checkboxnet.onnx"
    )


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    """Runs the command line in this process."""

    def run(*args: object) -> Outcome:
        capsys.readouterr()
        code = 0
        try:
            checkboxnet.cli.main([str(arg) for arg in args])
        except SystemExit as stop:
            code = int(stop.code or 0)
        captured = capsys.readouterr()
        return Outcome(code, captured.out, captured.err)

    return run


@pytest.fixture(scope="session")
def python() -> Callable[[str], str]:
    """Runs code in a fresh interpreter and returns what it printed."""

    def run(code: str) -> str:
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
        )
        return done.stdout

    return run


@pytest.fixture(scope="session")
def own_labels(tmp_path_factory: pytest.TempPathFactory) -> checkboxnet.Model:
    """A model that knows neither checked nor unchecked."""
    folder = checkboxnet.load_model().save(tmp_path_factory.mktemp("own") / "labels")
    config = json.loads((folder / "config.json").read_text())
    words = json.dumps({**config, "name": "my.player"})
    for before, after in (("unchecked", "paused"), ("checked", "playing")):
        words = words.replace(f'"{before}"', f'"{after}"')
    (folder / "config.json").write_text(words)
    return checkboxnet.load_model(folder)


def draw_control(label: str, seed: int) -> Image.Image:
    """Draws a box with a tick, an empty box, or a slab of colour; seeds vary place and colour."""
    from PIL import ImageDraw

    random = np.random.default_rng(seed)
    image = Image.new("RGB", (60 + int(random.integers(40)), 40), "white")
    draw = ImageDraw.Draw(image)
    x, y = (int(value) for value in random.integers(4, 12, 2))
    colour = tuple(int(value) for value in random.integers(0, 150, 3))
    if label == "other":
        draw.rectangle((x, y, image.width - x, 34), fill=colour)
    else:
        draw.rectangle((x, y, x + 22, y + 22), outline=colour, width=2)
    if label == "checked":
        draw.line((x + 4, y + 11, x + 9, y + 18, x + 19, y + 4), fill=colour, width=4)
    return image


_GRAPHS: dict[object, bytes] = {}


@pytest.fixture(scope="module")
def graphs_exported_once() -> Iterator[None]:
    """Reuses the graph of a network: it has no weights in it, and the exporter takes seconds."""
    from checkboxnet.weights import write

    export_graph = write.export_graph

    def once(network: object, weights: bytes, *, size: tuple[int, int]) -> bytes:
        header = weights[: 8 + int.from_bytes(weights[:8], "little")]
        key = (header, tuple(size))
        if key not in _GRAPHS:
            _GRAPHS[key] = export_graph(network, weights, size=size)
        return _GRAPHS[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(write, "export_graph", once)
        yield


@pytest.fixture(scope="session")
def tiny_crops(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of 36 drawn controls, twelve of each label."""
    folder = tmp_path_factory.mktemp("crops")
    for label in ("checked", "unchecked", "other"):
        (folder / label).mkdir()
        for seed in range(12):
            draw_control(label, seed).save(folder / label / f"{seed:02}.png")
    return folder


@pytest.fixture(scope="session")
def tiny_backbone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A timm folder with a seeded, untrained network of 0.1 M parameters."""
    import timm
    import torch
    from safetensors.torch import save_file

    folder = tmp_path_factory.mktemp("backbone")
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        network = timm.create_model("test_efficientnet", num_classes=10)
    save_file(network.state_dict(), folder / "model.safetensors")
    pretrained = {"mean": [0.5, 0.5, 0.5], "std": [0.5, 0.5, 0.5]}
    config = {"architecture": "test_efficientnet", "pretrained_cfg": pretrained}
    (folder / "config.json").write_text(json.dumps(config))
    return folder
