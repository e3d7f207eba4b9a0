"""The page to try it on: built, served from a folder, and used in a real Chromium."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from conftest import ROOT, draw_control, lack
from PIL import Image, ImageDraw

from checkboxnet import Found, Prediction, load_model, scan
from checkboxnet.picture.read import list_images
from checkboxnet.prediction import KINDS
from checkboxnet.scanning.config import DetectorConfig
from checkboxnet.weights.certainty import Certainty

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.slow

EXAMPLE = ROOT / "examples" / "demo"
SCREENSHOTS = sorted((ROOT / "examples" / "screenshots").glob("*.png"))
SWITCH = ROOT / "examples" / "images" / "checked" / "switch-dark.png"
PATIENCE = 120_000
"""Milliseconds that a whole screenshot may take."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serves a folder as any static host does."""

    class Handler(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=folder)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def run(*command: str | Path) -> None:
    own_python = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        command, cwd=EXAMPLE, env={**os.environ, "PATH": own_python}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def built() -> Path:
    """The folder that `npm run build` writes."""
    if shutil.which("npm") is None or not (EXAMPLE / "node_modules").is_dir():
        lack(f"needs npm, and `npm ci` in {EXAMPLE}")
    run("npm", "run", "build")
    return EXAMPLE / "dist"


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    with serving(built) as address:
        yield address


@pytest.fixture
def page(address: str, chromium: Browser) -> Iterator[Page]:
    """The page, opened, as it must never complain in the console."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(address)
    yield page
    context.close()
    assert complaints == []


def choose(page: Page, *, name: str = "picture.png", content: bytes | Path) -> None:
    """Chooses a file, and waits until it is read or refused."""
    if isinstance(content, Path):
        name, content = content.name, content.read_bytes()
    file = {"name": name, "mimeType": "", "buffer": content}
    page.get_by_label("Choose a picture").set_input_files(file)  # type: ignore[arg-type]
    wait(page)


def wait(page: Page) -> None:
    page.get_by_role("progressbar").wait_for(state="hidden", timeout=PATIENCE)


def is_pressed(page: Page, mode: str) -> bool:
    button = page.get_by_role("button", name=mode, exact=True)
    return button.get_attribute("aria-pressed") == "true"


def read(page: Page) -> Any:
    """Returns the JSON that the page shows."""
    assert page.get_by_label("Result").is_visible(), page.get_by_role("status").inner_text()
    return json.loads(page.locator("pre").text_content() or "")


def png(image: Image.Image) -> bytes:
    data = io.BytesIO()
    image.save(data, "PNG")
    return data.getvalue()


def assert_same(actual: dict[str, Any], expected: Prediction) -> None:
    for field in ("label", "certain", "reason", "kind"):
        assert actual[field] == getattr(expected, field), (field, actual, expected)
    assert actual["probabilities"] == pytest.approx(dict(expected.probabilities), abs=1e-3)
    assert actual["score"] == pytest.approx(expected.score, abs=1e-3)
    assert actual["mixed"] == pytest.approx(expected.mixed, abs=1e-3)


def assert_same_found(actual: list[dict[str, Any]], expected: list[Found]) -> None:
    assert len(actual) == len(expected)
    for one, other in zip(actual, expected, strict=True):
        assert one["box"] == pytest.approx(other.box, abs=1)
        assert one["detection_score"] == pytest.approx(other.score, abs=1e-3)
        assert_same(one, other.prediction)


def test_of_a_control_it_says_what_python_says(page: Page, example_images: Path) -> None:
    paths = list_images(example_images)
    assert len(paths) >= 50
    for path, expected in zip(paths, load_model().predict(paths), strict=True):
        choose(page, content=path)
        assert_same(read(page), expected)
        assert page.get_by_role("img", name=path.name).is_visible()
        said = page.get_by_role("status").inner_text()
        assert said.startswith(f"{expected.label}, {100 * expected.score:.1f} %. ")
        assert ("Not certain" in said) is not expected.certain


def noise(*shape: int) -> Image.Image:
    return Image.fromarray(np.random.default_rng(1).integers(0, 256, shape, np.uint8))


def transparent(ink: str) -> Image.Image:
    image = Image.new("RGBA", (160, 40))
    draw = ImageDraw.Draw(image)
    draw.rectangle((4, 8, 24, 28), outline=ink, width=3)
    draw.line((8, 18, 13, 24, 21, 12), fill=ink, width=3)
    return image


@pytest.mark.parametrize(
    ("image", "reason"),
    [
        (Image.new("RGB", (50, 30), "#eee"), "blank"),
        (noise(6, 6, 3), "too-small"),
        (Image.new("RGB", (5, 9), "#eee"), "too-small"),
        (noise(200, 300, 3), None),
        (transparent("black"), None),
        (transparent("white"), None),
        (transparent("#00800080"), None),
        (Image.new("RGBA", (60, 60)), "blank"),
        (draw_control("checked", 1).convert("P"), None),
        (draw_control("unchecked", 2).convert("L").convert("1"), None),
        (draw_control("checked", 3).convert("LA"), None),
    ],
)
def test_odd_pictures_are_read_as_python_reads_them(
    page: Page, image: Image.Image, reason: str | None
) -> None:
    expected = load_model().predict(png(image))
    choose(page, content=png(image))
    assert_same(read(page), expected)
    if reason:
        assert expected.reason == reason


def test_a_photo_is_turned_upright(page: Page) -> None:
    image = draw_control("checked", 4).convert("L").resize((400, 160))
    exif = Image.Exif()
    exif[0x0112] = 6  # orientation: the camera was turned by a quarter
    data = io.BytesIO()
    image.rotate(90, expand=True).save(data, "JPEG", quality=95, exif=exif)
    expected = load_model().predict(data.getvalue())
    choose(page, name="photo.jpg", content=data.getvalue())
    actual = read(page)
    assert actual["label"] == expected.label
    # Decoders of JPEG differ in the last bit.
    assert actual["probabilities"] == pytest.approx(dict(expected.probabilities), abs=0.02)


@pytest.mark.parametrize("path", SCREENSHOTS, ids=lambda path: path.stem)
def test_on_a_screenshot_it_finds_what_python_finds(page: Page, path: Path) -> None:
    expected = scan(path)
    choose(page, content=path)
    assert is_pressed(page, "Screenshot")
    assert not is_pressed(page, "One control")
    assert_same_found(read(page), expected)
    rows = page.locator("ol li")
    frames = page.locator(".box")
    assert rows.count() == frames.count() == len(expected)
    picture = page.get_by_role("img", name=path.name).bounding_box()
    assert picture
    with Image.open(path) as image:
        scale = picture["width"] / image.width
    for index, found in enumerate(expected):
        assert found.prediction.label in rows.nth(index).inner_text()
        drawn = frames.nth(index).bounding_box()
        assert drawn
        left, top, width, height = (scale * side for side in found.box)
        assert drawn["x"] - picture["x"] == pytest.approx(left, abs=4)
        assert drawn["y"] - picture["y"] == pytest.approx(top, abs=4)
        assert drawn["width"] == pytest.approx(width, abs=8)
        assert drawn["height"] == pytest.approx(height, abs=8)
        certain = "doubted" not in (frames.nth(index).get_attribute("class") or "")
        assert certain == found.prediction.certain


@pytest.fixture(scope="module")
def own_weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Untrained weights that tell kinds and indeterminate controls."""
    import torch

    from checkboxnet.weights.network import build_network
    from checkboxnet.weights.write import round_to_stored, write_weights

    folder = tmp_path_factory.mktemp("weights") / "own"
    thresholds = {"checked": 0.5, "unchecked": 0.6, "other": 0.5}
    config = replace(
        load_model().config,
        name="test_efficientnet.own",
        architecture="test_efficientnet",
        kinds=KINDS,
        mixed=True,
        certainty=Certainty(thresholds=thresholds, lowest_energy=1.2),
    )
    with torch.random.fork_rng(devices=[]), torch.no_grad():
        torch.manual_seed(3)
        network: Any = build_network("test_efficientnet", classes=len(config.outputs)).eval()
        network.classifier.weight.mul_(100)
        round_to_stored(network)
    write_weights(folder, network, config, metrics={})
    return folder


@pytest.fixture(scope="module")
def own_detector(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An untrained detector: it finds something everywhere, at edges of tiles and overlapping."""
    import torch

    from checkboxnet.training.detector_network import DetectorNetwork
    from checkboxnet.training.detector_write import detector_of, write_detector

    folder = tmp_path_factory.mktemp("detector") / "own"
    with torch.random.fork_rng(devices=[]), torch.no_grad():
        torch.manual_seed(0)
        network = DetectorNetwork("efficientnet_lite0").eval()
        head: Any = network.head
        head.weight[:1].mul_(300)
        head.weight[1:5].mul_(60)
        head.bias[1:5] = 1.5
    config = DetectorConfig(
        name="efficientnet_lite0.own", architecture="efficientnet_lite0", threshold=0.6
    )
    write_detector(detector_of(folder, network, config), metrics={})
    return folder


def test_weights_and_a_detector_of_one_s_own_say_what_they_say_in_python(
    built: Path,
    own_weights: Path,
    own_detector: Path,
    tmp_path: Path,
    chromium: Browser,
    example_images: Path,
) -> None:
    site = shutil.copytree(built, tmp_path / "site")
    options = ("--model", own_weights, "--detector", own_detector)
    run(sys.executable, EXAMPLE / "graphs.py", site, *options)
    model = load_model(own_weights)
    said: list[Prediction] = []
    with serving(site) as address:
        page = chromium.new_page()
        page.goto(address)
        for path in list_images(example_images):
            choose(page, content=path)
            said.append(model.predict(path))
            assert_same(read(page), said[-1])
        for path in SCREENSHOTS:
            choose(page, content=path)
            found = scan(path, model=model, detector=own_detector)
            assert_same_found(read(page), found)
            said += [each.prediction for each in found]
        about = page.locator("footer").inner_text()
        page.close()
    assert "test_efficientnet.own" in about
    assert "efficientnet_lite0.own" in about
    assert len(said) > 100
    assert {each.kind for each in said} > {None}
    assert {"indeterminate", "unlike-training", None} < {each.reason for each in said}


def test_how_it_is_read_can_be_switched(page: Page) -> None:
    choose(page, content=SWITCH)
    assert is_pressed(page, "One control")
    page.get_by_role("button", name="Screenshot", exact=True).click()
    wait(page)
    assert is_pressed(page, "Screenshot")
    assert_same_found(read(page), scan(SWITCH))
    page.get_by_role("button", name="One control").click()
    wait(page)
    assert is_pressed(page, "One control")
    assert_same(read(page), load_model().predict(SWITCH))


def start_on_a_large_one(page: Page) -> None:
    path = ROOT / "examples" / "screenshots" / "phone.png"
    page.get_by_label("Choose a picture").set_input_files(path)
    page.get_by_text("Looking for controls").wait_for(timeout=PATIENCE)


def test_what_takes_long_can_be_ended(page: Page) -> None:
    start_on_a_large_one(page)
    assert page.get_by_role("img", name="phone.png").is_visible()
    page.get_by_role("button", name="One control").click()
    wait(page)
    expected = load_model().predict(ROOT / "examples" / "screenshots" / "phone.png")
    assert_same(read(page), expected)


def test_what_comes_later_is_what_is_shown(page: Page) -> None:
    start_on_a_large_one(page)
    choose(page, content=SWITCH)
    assert_same(read(page), load_model().predict(SWITCH))
    page.wait_for_timeout(1500)  # in which a tile of the other one would be done
    assert page.get_by_role("img", name=SWITCH.name).is_visible()
    assert page.get_by_role("progressbar").is_hidden()


def test_an_example_is_chosen_by_keyboard(page: Page) -> None:
    examples = page.get_by_role("list", name="or try one of these").get_by_role("button")
    assert examples.count() == 8
    examples.nth(0).press("Enter")
    page.get_by_label("Result").wait_for(timeout=PATIENCE)
    path = ROOT / "examples" / "images" / "checked" / "switch-right-en.png"
    assert_same(read(page), load_model().predict(path))
    examples.last.press(" ")
    wait(page)
    assert_same_found(read(page), scan(ROOT / "examples" / "screenshots" / "settings.png"))


def test_all_that_can_be_used_is_reached_by_the_tab_key(page: Page) -> None:
    choose(page, content=SWITCH)
    reached = []
    for _ in range(14):
        page.keyboard.press("Tab")
        reached.append(
            page.evaluate(
                "() => { const at = document.activeElement;"
                "return at.id || at.firstElementChild?.alt || at.tagName }"
            )
        )
    examples = [
        image.get_attribute("alt") for image in page.locator(".examples img").element_handles()
    ]
    assert reached[:-1] == ["file", "paste", *examples, "control", "screenshot", "SUMMARY"]


def drop(page: Page, content: bytes) -> None:
    transfer = page.evaluate_handle(
        """bytes => {
          const transfer = new DataTransfer();
          transfer.items.add(new File([Uint8Array.from(bytes)], "dropped.png"));
          return transfer;
        }""",
        list(content),
    )
    for kind in ("dragenter", "dragover", "drop"):
        page.locator("footer").dispatch_event(kind, {"dataTransfer": transfer})


def copy(page: Page, content: bytes, mime: str = "image/png") -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate(
        """([bytes, type]) => navigator.clipboard.write([
          new ClipboardItem({[type]: new Blob([Uint8Array.from(bytes)], {type})})
        ])""",
        [list(content), mime],
    )


def paste_by_key(page: Page, content: bytes) -> None:
    copy(page, content)
    page.keyboard.press("Control+V")


def paste_by_button(page: Page, content: bytes) -> None:
    copy(page, content)
    page.get_by_role("button", name="Paste").click()


@pytest.mark.parametrize("give", [drop, paste_by_key, paste_by_button])
def test_a_picture_may_be_dropped_and_pasted(
    page: Page, give: Callable[[Page, bytes], None]
) -> None:
    give(page, SWITCH.read_bytes())
    page.get_by_label("Result").wait_for(timeout=PATIENCE)
    assert_same(read(page), load_model().predict(SWITCH))


def test_a_clipboard_without_a_picture_is_told(page: Page) -> None:
    copy(page, b"only text", "text/plain")
    for attempt in (
        lambda: page.keyboard.press("Control+V"),
        lambda: page.get_by_role("button", name="Paste").click(),
    ):
        page.evaluate("() => { document.getElementById('status').textContent = '' }")
        attempt()
        page.get_by_role("status").get_by_text("no picture in the clipboard").wait_for()
    page.get_by_role("status").get_by_text("no picture in the clipboard").wait_for()
    assert page.get_by_label("Result").is_hidden()


def test_a_drop_without_a_file_is_told(page: Page) -> None:
    transfer = page.evaluate_handle("() => new DataTransfer()")
    page.locator("body").dispatch_event("drop", {"dataTransfer": transfer})
    assert "no file" in page.get_by_role("status").inner_text()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("notes.txt", b"buy milk", "notes.txt: not a picture"),
        ("empty.png", b"", "empty.png: not a picture"),
        ("broken.png", SWITCH.read_bytes()[:200], "broken.png: not a picture"),
        (
            "bomb.png",
            png(Image.new("1", (10_000, 5_001))),
            "bomb.png: 10000 × 5001 is more than 50,000,000 pixels",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_in_words(
    page: Page, name: str, content: bytes, said: str
) -> None:
    choose(page, content=SWITCH)
    choose(page, name=name, content=content)
    assert said in page.get_by_role("status").inner_text()
    assert page.get_by_label("Result").is_hidden()  # which would be of another picture
    choose(page, content=SWITCH)
    assert_same(read(page), load_model().predict(SWITCH))


def test_a_browser_without_webassembly_is_told(address: str, chromium: Browser) -> None:
    page = chromium.new_page()
    page.add_init_script("delete window.WebAssembly")
    page.goto(address)
    page.get_by_role("status").get_by_text("no WebAssembly").wait_for()
    choose(page, content=SWITCH)
    assert "no WebAssembly" in page.get_by_role("status").inner_text()
    page.close()


def test_networks_that_are_missing_are_told(built: Path, tmp_path: Path, chromium: Browser) -> None:
    site = shutil.copytree(built, tmp_path / "site")
    (site / "detector.onnx").unlink()
    with serving(site) as address:
        page = chromium.new_page()
        page.goto(address)
        page.get_by_role("status").get_by_text("detector.onnx: 404").wait_for()
        page.close()


def test_nothing_is_asked_for_once_it_is_loaded(page: Page) -> None:
    requests: list[str] = []
    choose(page, content=SWITCH)
    page.context.on("request", lambda request: requests.append(request.url))
    choose(page, content=SCREENSHOTS[-1])
    choose(page, content=SWITCH)
    assert {url.partition(":")[0] for url in requests} <= {"blob"}


def test_nothing_could_leave_the_browser(address: str, chromium: Browser, tmp_path: Path) -> None:
    """Not even by code that wanted to, the page's or the worker's."""
    (tmp_path / "stolen.txt").write_text("reached")
    page = chromium.new_page()
    page.goto(address)
    choose(page, content=SWITCH)
    attempt = """async address => {
      try { return await (await fetch(address, {mode: "no-cors"})).type }
      catch (error) { return String(error) }
    }"""
    (worker,) = page.workers
    with serving(tmp_path) as elsewhere:
        assert page.request.get(f"{elsewhere}stolen.txt").text() == "reached"
        outcomes = [each.evaluate(attempt, f"{elsewhere}stolen.txt") for each in (page, worker)]
    assert all("TypeError" in outcome for outcome in outcomes), outcomes
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_fits_a_phone(address: str, chromium: Browser, scheme: Any) -> None:
    context = chromium.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, color_scheme=scheme
    )
    page = context.new_page()
    page.goto(address)
    assert page.get_by_text("Take a photo").is_visible()
    for path in (SWITCH, SCREENSHOTS[-1]):
        choose(page, content=path)
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        picture = page.get_by_role("img", name=path.name).bounding_box()
        assert picture
        assert picture["x"] >= 0
        assert picture["x"] + picture["width"] <= 390
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert ground == {"light": "rgb(244, 245, 247)", "dark": "rgb(17, 19, 24)"}[scheme]
    context.close()
