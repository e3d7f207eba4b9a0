"""Appium's client with a stub of the protocol, for native apps, and with ChromeDriver, for pages.

The stub draws a screen and answers as Appium's drivers do; no device is behind it.
"""

from __future__ import annotations

import io
import json
import re
import threading
from base64 import b64encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from appium import webdriver
from appium.options.android import UiAutomator2Options
from appium.options.common import AppiumOptions
from appium.webdriver.common.appiumby import AppiumBy
from PIL import Image, ImageDraw
from selenium.common.exceptions import InvalidSessionIdException, TimeoutException
from selenium.webdriver.chrome.service import Service
from test_docs import blocks
from testing.conftest import PAGE, PAGE_OF_DOCS

from checkboxnet.browser.launch import runs_as_root
from checkboxnet.errors import ConfigError
from checkboxnet.testing.for_selenium import expect_checked, expect_unchecked, state_of
from checkboxnet.testing.plugin import _state_of

LONG = 60
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
WIDTH, HEIGHT, DENSITY = 360, 640, 3
"""Of the screen: density-independent pixels, and pixels in each."""
BOXES = {
    "on": (40, 100),
    "off": (40, 160),
    "Sync": (40, 220),
    "hidden": (40, 280),
    "out": (40, 700),
}
DRAWING = (100, 100, 200, 100)
DRAWN = {"on": (10, 10), "off": (150, 10)}


def draw_box(image: Image.Image, left: float, top: float, *, on: bool) -> None:
    draw = ImageDraw.Draw(image)
    left, top, size = left * DENSITY, top * DENSITY, 20 * DENSITY
    edges = (left, top, left + size - 1, top + size - 1)
    fill = "#0f766e" if on else "white"
    draw.rounded_rectangle(edges, size / 7, fill=fill, outline="#0f766e", width=size // 10)
    if on:
        tick = [(0.2, 0.5), (0.4, 0.7), (0.8, 0.25)]
        points = [(left + x * size, top + y * size) for x, y in tick]
        draw.line(points, fill="white", width=size // 8)


def png(image: Image.Image) -> str:
    buffer = io.BytesIO()
    image.save(buffer, "PNG")
    return b64encode(buffer.getvalue()).decode()


class UnknownCommand(Exception):
    """What the driver hasn't got."""


@dataclass
class Phone:
    """A screen, and what a driver says of it."""

    unit: float = 1
    """Pixels in each unit of rectangles: 1 on Android."""
    window: tuple[int, int] | None = (WIDTH * DENSITY, HEIGHT * DENSITY)
    """Size that the driver gives, in those units."""
    corner: tuple[int, int] = (0, 0)
    """Of that window."""
    refusal: tuple[int, str] = (405, "unknown method")
    """Of scripts: status and error."""
    lacks: str = "nothing"
    """Pattern of commands that the driver hasn't got."""
    asked: list[str] = field(default_factory=list)
    clicked: int | None = None
    """Screenshots since the click on what changes late."""

    def screen(self) -> Image.Image:
        image = Image.new("RGB", (WIDTH * DENSITY, HEIGHT * DENSITY), "#f8fafc")
        if self.clicked is not None:
            self.clicked += 1
        for name, (left, top) in BOXES.items():
            if name != "hidden":
                late = name == "Sync" and self.clicked is not None and self.clicked > 3
                draw_box(image, left, top, on=name == "on" or late)
        for name, (left, top) in DRAWN.items():
            draw_box(image, DRAWING[0] + left, DRAWING[1] + top, on=name == "on")
        return image

    def place(self, name: str) -> tuple[float, ...]:
        """Returns left, top, width and height in units."""
        place = DRAWING if name == "drawing" else (*BOXES[name], 20, 20)
        return self.units(*place)

    def units(self, *lengths: float) -> tuple[float, ...]:
        return tuple(length * DENSITY / self.unit for length in lengths)

    def answer(self, command: str, body: dict[str, Any]) -> Any:
        """Returns what a command's answer holds; raises `KeyError` without such an element."""
        if re.search(self.lacks, command):
            raise UnknownCommand
        if command == "POST ":
            return {"sessionId": "1", "capabilities": {"platformName": "Android"}}
        if command == "POST /element":
            assert body["using"] == "accessibility id"
            self.place(body["value"])
            return {ELEMENT: body["value"]}
        if command == "GET /screenshot":
            return png(self.screen())
        if command == "GET /window/rect" and self.window:
            return dict(zip(("x", "y", "width", "height"), self.corner + self.window, strict=True))
        if found := re.fullmatch(r"(GET|POST) /element/(\w+)/(.*)", command):
            return self.answer_of(*found.groups())
        if command == "DELETE ":
            return None
        raise UnknownCommand

    def answer_of(self, method: str, name: str, command: str) -> Any:
        left, top, width, height = self.place(name)
        if command == "rect":
            return {"x": left, "y": top, "width": width, "height": height}
        if command == "screenshot":
            edges = (left, top, left + width, top + height)
            return png(self.screen().crop(tuple(round(edge * self.unit) for edge in edges)))
        if command == "displayed":
            return name != "hidden"
        if command == "name":
            return "android.widget.CheckBox"
        if command == "attribute/name":
            return name
        if (method, command) == ("POST", "click"):
            self.clicked = 0
            return None
        raise UnknownCommand


@pytest.fixture
def connect() -> Iterator[Callable[[Phone], webdriver.Remote]]:
    """Serves phones and returns drivers of them."""
    servers: list[ThreadingHTTPServer] = []

    def connect(phone: Phone) -> webdriver.Remote:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                command = f"{self.command} {re.sub('^/session(/1)?', '', self.path)}"
                phone.asked.append(command)
                try:
                    status, value = 200, phone.answer(command, json.loads(body or b"{}"))
                except UnknownCommand:
                    status, value = phone.refusal[0], self.error(phone.refusal[1])
                except KeyError:
                    status, value = 404, self.error("no such element")
                data = json.dumps({"value": value}).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json; charset=utf-8")
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            do_POST = do_DELETE = do_GET

            def error(self, name: str) -> dict[str, str]:
                return {"error": name, "message": "Method is not implemented", "stacktrace": ""}

            def log_message(self, format: str, *args: object) -> None:
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        address = f"http://127.0.0.1:{server.server_port}"
        return webdriver.Remote(address, options=UiAutomator2Options())

    yield connect
    for server in servers:
        server.shutdown()
        server.server_close()


Connect = Callable[[Phone], webdriver.Remote]

IOS = {"unit": DENSITY, "window": (WIDTH, HEIGHT)}
WITH_BARS = {"window": (WIDTH * DENSITY, (HEIGHT - 48) * DENSITY)}
"""The driver leaves out the bar at the bottom."""
KINDS = {"android": {}, "ios": IOS, "with-bars": WITH_BARS}

each_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


def by_id(driver: webdriver.Remote, name: str) -> Any:
    return driver.find_element(AppiumBy.ACCESSIBILITY_ID, name)


@each_kind
def test_controls_of_apps(connect: Connect, kind: dict[str, Any]) -> None:
    driver = connect(Phone(**kind))
    expect_checked(by_id(driver, "on"), timeout=LONG)
    expect_unchecked(by_id(driver, "off"), timeout=LONG, min_score=0)
    with pytest.raises(AssertionError, match="it looks unchecked"):
        expect_checked(by_id(driver, "off"), timeout=0)


def test_a_change_is_waited_for(connect: Connect) -> None:
    phone = Phone()
    sync = by_id(connect(phone), "Sync")
    sync.click()
    expect_checked(sync, timeout=LONG)
    assert phone.clicked == 4


@each_kind
def test_parts_of_an_element(connect: Connect, kind: dict[str, Any]) -> None:
    phone = Phone(**kind)
    drawing = by_id(connect(phone), "drawing")
    for name, corner in DRAWN.items():
        prediction = state_of(drawing, box=phone.units(*corner, 20, 20))  # type: ignore[arg-type]
        assert prediction.label == {"on": "checked", "off": "unchecked"}[name]


def test_parts_of_the_screen(connect: Connect) -> None:
    driver = connect(Phone(**IOS))
    expect_checked(driver, box=(40, 100, 20, 20), timeout=LONG)
    with pytest.raises(TimeoutException, match="outside"):
        state_of(driver, box=(40, 1000, 20, 20))
    with pytest.raises(ConfigError, match="box="):
        state_of(driver)


@pytest.mark.parametrize(
    ("kind", "size"),
    [
        ({}, 60 + 2 * 5),
        (IOS, 60 + 2 * 5 * DENSITY),
        # The element's own screenshot shows nothing around it.
        (WITH_BARS, 60),
        ({"corner": (0, 24)}, 60),
        ({"window": None}, 60),
    ],
    ids=[*KINDS, "part-of-the-screen", "without-window"],
)
def test_the_picture_shows_what_is_around_where_the_scale_can_be_told(
    connect: Connect, output: Path, kind: dict[str, Any], size: int
) -> None:
    phone = Phone(**kind)
    with pytest.raises(AssertionError) as caught:
        expect_checked(by_id(connect(phone), "off"), timeout=0, padding=5)
    assert "control   android.widget.CheckBox off\n" in str(caught.value)
    (crop,) = output.iterdir()
    with Image.open(crop) as image:
        assert image.size == (size, size)
    assert ("GET /element/off/screenshot" in phone.asked) == (size == 60)


def test_a_part_of_a_screen_whose_scale_cannot_be_told_is_refused(connect: Connect) -> None:
    with pytest.raises(ConfigError, match="Pass an element"):
        state_of(connect(Phone(**WITH_BARS)), box=(40, 100, 20, 20))


@pytest.mark.parametrize(
    "refusal", [(404, "unknown command"), (405, "unknown method"), (500, "unsupported operation")]
)
def test_scripts_may_be_refused_in_any_way(connect: Connect, refusal: tuple[int, str]) -> None:
    phone = Phone(refusal=refusal)
    expect_checked(by_id(connect(phone), "on"), timeout=LONG)
    assert phone.asked.count("POST /execute/sync") == 1


def test_what_is_not_displayed_fails(connect: Connect) -> None:
    driver = connect(Phone())
    with pytest.raises(AssertionError, match=r"nothing to see(.|\n)*not displayed"):
        expect_checked(by_id(driver, "hidden"), timeout=0)
    with pytest.raises(TimeoutException, match="outside"):
        state_of(by_id(driver, "out"), timeout=0)


def test_a_driver_that_cannot_tell_what_is_displayed_shows_it(connect: Connect) -> None:
    expect_checked(by_id(connect(Phone(lacks="displayed")), "on"), timeout=LONG)


def test_other_errors_are_no_native_app(connect: Connect) -> None:
    element = by_id(connect(Phone(refusal=(404, "invalid session id"))), "on")
    with pytest.raises(InvalidSessionIdException):
        state_of(element)


def test_the_fixture_takes_elements_and_drivers(connect: Connect) -> None:
    driver = connect(Phone(**IOS))
    assert _state_of(by_id(driver, "on")).label == "checked"
    assert _state_of(driver, box=(40, 100, 20, 20)).label == "checked"


def test_the_documented_test_passes(connect: Connect) -> None:
    (code,) = (block for block in blocks(PAGE_OF_DOCS, "python") if "appium" in block)
    module: dict[str, Any] = {}
    exec(compile(code, str(PAGE_OF_DOCS), "exec"), module)  # noqa: S102
    phone = Phone(**IOS)
    module["test_sync_in_an_app"](connect(phone))
    assert phone.clicked == 4


def test_in_a_web_context_it_is_a_page(browser: str, chromedriver: str) -> None:
    switches = ["--headless", "--window-size=900,700", *["--no-sandbox"] * runs_as_root()]
    chrome = {"binary": browser, "args": switches}
    service = Service(chromedriver)
    service.start()
    options = AppiumOptions().load_capabilities({"goog:chromeOptions": chrome})
    driver = webdriver.Remote(service.service_url, options=options)
    try:
        driver.get(PAGE)
        expect_checked(driver.find_element("css selector", "#liar"), timeout=LONG)
        # Only a page has an outline of its elements, and scrolls to them.
        expect_checked(driver.find_element("css selector", "#far"), timeout=LONG)
        with pytest.raises(AssertionError, match='<div id="aria" class="box"'):
            expect_checked(driver.find_element("css selector", "#aria"), timeout=0)
    finally:
        driver.quit()
        service.stop()
