"""`checkboxnet mcp`, asked by the SDK's own client over the pipes of a real process."""

from __future__ import annotations

import base64
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from typing import Any

import anyio
import numpy as np
import pytest
from anyio.from_thread import BlockingPortal, start_blocking_portal
from conftest import ROOT, Outcome
from encoders import png
from mcp import Client, StdioServerParameters, stdio_client
from mcp_types import CallToolResult, Tool
from PIL import Image
from serving.helpers import SECONDS

from checkboxnet import ImageError, Model, Prediction
from checkboxnet.picture import read
from checkboxnet.picture.read import list_images, open_image
from checkboxnet.picture.screen import draw_ring
from checkboxnet.serving.agent_images import read_image
from checkboxnet.serving.mcp_server import create_mcp_server

ON = "checked/switch-dark.png"
OFF = "unchecked/switch-dark-off.png"
COMMAND = [sys.executable, "-m", "checkboxnet", "mcp"]
PAGE = (ROOT / "docs" / "agents.md").read_text()
EXAMPLES = ROOT / "examples" / "images"


class Agent:
    """A client whose answers can be waited for."""

    def __init__(self, portal: BlockingPortal, client: Client) -> None:
        self._portal = portal
        self._client = client
        self.instructions = client.instructions or ""

    def tools(self) -> dict[str, Tool]:
        return {tool.name: tool for tool in self._portal.call(self._client.list_tools).tools}

    def call(self, tool: str, **arguments: Any) -> CallToolResult:
        return self._portal.call(self._client.call_tool, tool, arguments)

    def ask(self, tool: str, **arguments: Any) -> dict[str, Any]:
        """Returns the structured content, which the text must repeat."""
        result = self.call(tool, **arguments)
        [content] = result.content
        assert content.type == "text"
        assert not result.is_error, content.text
        assert result.structured_content == json.loads(content.text)
        return result.structured_content

    def refused(self, tool: str, **arguments: Any) -> str:
        """Returns the text of the tool error."""
        result = self.call(tool, **arguments)
        [content] = result.content
        assert content.type == "text"
        assert result.is_error, content.text
        assert result.structured_content is None
        return content.text.removeprefix(f"Error executing tool {tool}: ")


@contextmanager
def agent(*options: str, cwd: Path = ROOT) -> Iterator[Agent]:
    """Starts a server and yields what asks it; the client ends it."""
    server = StdioServerParameters(
        command=COMMAND[0], args=[*COMMAND[1:], *options], cwd=cwd, env=dict(os.environ)
    )
    with (
        start_blocking_portal() as portal,
        portal.wrap_async_context_manager(
            Client(stdio_client(server), read_timeout_seconds=SECONDS)
        ) as client,
    ):
        yield Agent(portal, client)


@pytest.fixture(scope="module")
def examples() -> Iterator[Agent]:
    with agent("--root", "examples/images") as started:
        yield started


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a secret, and the root in it with all sorts of files."""
    place = tmp_path_factory.mktemp("place")
    shutil.copy(EXAMPLES / ON, place / "secret.png")
    root = place / "shots"
    (root / "sub").mkdir(parents=True)
    shutil.copy(EXAMPLES / ON, root / "on.png")
    shutil.copy(EXAMPLES / OFF, root / "sub" / "off.png")
    (root / "link.png").symlink_to("on.png")
    (root / "folder-link").symlink_to("sub")
    (root / "out.png").symlink_to(place / "secret.png")
    (root / "out-to-nothing.png").symlink_to(place / "nothing.png")
    (root / "out").symlink_to("..")
    (place / "into").symlink_to("shots")
    (root / "round.png").symlink_to("../into/on.png")
    (root / "round-by-nothing.png").symlink_to("../nothing/on.png")
    (root / "back.png").symlink_to(root / "sub" / ".." / "on.png")
    (root / "loop.png").symlink_to("loop.png")
    (root / "note.png").write_text("a text\n")
    (root / "empty.png").touch()
    (root / "cut.png").write_bytes((EXAMPLES / ON).read_bytes()[:300])
    (root / "bomb.png").write_bytes(png((50_000, 50_000)))
    with (root / "huge.png").open("wb") as file:
        file.truncate(read.MAX_BYTES + 1)
    os.mkfifo(root / "pipe.png")
    return place


@pytest.fixture(scope="module")
def shots(place: Path) -> Iterator[Agent]:
    with agent("--root", "shots", cwd=place) as started:
        yield started


def encoded(path: Path) -> str:
    return base64.b64encode(path.read_bytes()).decode()


def test_tools_say_what_they_take_and_give(examples: Agent) -> None:
    tools = examples.tools()
    assert set(tools) == {"read_control", "compare", "scan"}
    assert tools["read_control"].input_schema["required"] == ["image"]
    assert tools["compare"].input_schema["required"] == ["before", "after"]
    names = [field.name for field in fields(Prediction)]
    read_control = tools["read_control"].output_schema or {}
    assert list(read_control["properties"]) == names
    for tool in tools.values():
        assert tool.description
        assert "checkbox" in tool.description
        assert "certain" in tool.description
        assert tool.annotations
        assert tool.annotations.read_only_hint
        assert all("description" in each for each in tool.input_schema["properties"].values())
        assert tool.output_schema
        assert all("description" in each for each in tool.output_schema["properties"].values())
    assert f"read from {EXAMPLES} only" in examples.instructions
    assert "checked, unchecked, other" in examples.instructions


def test_states_are_those_of_the_pictures(examples: Agent, model: Model) -> None:
    paths = list_images(EXAMPLES)[::3]
    certain = 0
    for path, prediction in zip(paths, model.predict(paths), strict=True):
        answer = examples.ask("read_control", image=str(path.relative_to(EXAMPLES)))
        probabilities = answer.pop("probabilities")
        score = answer.pop("score")
        expected = prediction.to_dict()
        assert probabilities == pytest.approx(expected.pop("probabilities"), abs=1e-5)
        assert score == pytest.approx(expected.pop("score"), abs=1e-5)
        assert answer == expected
        if answer["certain"]:
            certain += 1
            assert answer["label"] == path.parent.name, path
    assert certain > 10


@pytest.mark.parametrize(
    ("image", "label"),
    [
        ("on.png", "checked"),
        ("./sub/off.png", "unchecked"),
        ("sub/../on.png", "checked"),
        ("link.png", "checked"),
        ("folder-link/off.png", "unchecked"),
        ("folder-link/../folder-link/off.png", "unchecked"),
        ("back.png", "checked"),
        ("{root}/sub/off.png", "unchecked"),
        # As a tool says that runs in the same directory.
        ("shots/sub/off.png", "unchecked"),
        ("../shots/on.png", "checked"),
    ],
)
def test_paths_in_the_root(shots: Agent, place: Path, image: str, label: str) -> None:
    answer = shots.ask("read_control", image=image.format(root=place / "shots"))
    assert (answer["label"], answer["certain"]) == (label, True)


def test_a_root_that_is_a_link_and_comes_late(place: Path, tmp_path: Path) -> None:
    with agent("--root", "link", cwd=tmp_path) as late:
        assert "no such file" in late.refused("read_control", image="on.png")
        (tmp_path / "link").symlink_to(place / "shots")
        for image in ("on.png", "link/on.png", tmp_path / "link/on.png", place / "shots/on.png"):
            assert late.ask("read_control", image=str(image))["label"] == "checked"


def test_base64(shots: Agent) -> None:
    for path, label in ((EXAMPLES / ON, "checked"), (EXAMPLES / OFF, "unchecked")):
        text = encoded(path)
        lines = "\n".join(re.findall(".{1,76}", text))
        for image in (text, lines, f"data:image/png;base64,{text}"):
            answer = shots.ask("read_control", image=image)
            assert (answer["label"], answer["certain"]) == (label, True)


@pytest.mark.parametrize("style", ["JPEG", "WEBP", "GIF", "BMP", "TIFF"])
def test_base64_of_other_formats(shots: Agent, tmp_path: Path, style: str) -> None:
    path = tmp_path / "on"
    Image.open(EXAMPLES / ON).convert("RGB").save(path, style)
    assert shots.ask("read_control", image=encoded(path))["label"] == "checked"


@pytest.mark.parametrize(
    ("image", "reason"),
    [
        (encoded(EXAMPLES / ON)[:-2], "image: damaged base64 (Incorrect padding)"),
        (encoded(EXAMPLES / ON)[:200] + "!", "image: damaged base64"),
        (encoded(EXAMPLES / ON)[:400], "image: cannot be read"),
        ("data:image/png,%89PNG", "image: the data URL is not in base64"),
        ("data:text/plain;base64,aGVsbG8=", "image: not an image in one of PNG"),
        (base64.b64encode(png((50_000, 50_000))).decode(), "more than 50,000,000 pixels"),
    ],
)
def test_base64_that_is_refused(shots: Agent, image: str, reason: str) -> None:
    assert reason in shots.refused("read_control", image=image)


def test_base64_has_the_limit_of_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    size = (EXAMPLES / ON).stat().st_size
    text = encoded(EXAMPLES / ON)
    monkeypatch.setattr(read, "MAX_BYTES", size)
    assert read_image(text, root=tmp_path, name="image").shape == (94, 234, 3)
    monkeypatch.setattr(read, "MAX_BYTES", size - 1)
    with pytest.raises(ImageError, match="image: larger than"):
        read_image(text, root=tmp_path, name="image")


def test_boxes_of_a_screenshot(shots: Agent, place: Path, model: Model) -> None:
    screen = Image.new("RGB", (800, 400), Image.open(EXAMPLES / ON).convert("RGB").getpixel((0, 0)))
    boxes = []
    for number, name in enumerate((ON, OFF)):
        picture = Image.open(EXAMPLES / name).convert("RGB")
        left, top = 40 + 400 * number, 60 + 150 * number
        screen.paste(picture, (left, top))
        boxes.append([left, top, *picture.size])
    screen.save(place / "shots" / "screen.png")
    answers = [shots.ask("read_control", image="screen.png", box=box) for box in boxes]
    assert [answer["label"] for answer in answers] == ["checked", "unchecked"]
    expected = model.predict_boxes(place / "shots" / "screen.png", boxes)
    assert [answer["score"] for answer in answers] == pytest.approx(
        [prediction.score for prediction in expected], abs=1e-5
    )
    # Some clients send lists as texts.
    assert shots.ask("read_control", image="screen.png", box=str(boxes[1])) == answers[1]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ({"box": [0, 0, 1, 4000]}, "reaches out of the picture of 234 x 94 pixels"),
        ({"box": [-50, 0, 20, 20]}, "reaches out of the picture"),
        ({"box": [0, 0, 0, 20]}, "has a width or height of 0 or less"),
        ({"box": [0, 0, 20]}, "at least 4 items"),
        ({"box": [0, 0, 20, 20, 20]}, "at most 4 items"),
        ({"box": "left"}, "valid list"),
        ({"boxes": [0, 0, 20, 20]}, "boxes\n  Extra inputs are not permitted"),
    ],
)
def test_wrong_boxes(shots: Agent, arguments: dict[str, Any], reason: str) -> None:
    assert reason in shots.refused("read_control", image="on.png", **arguments)


@pytest.mark.parametrize(
    ("image", "reason"),
    [
        ("nothing.png", "nothing.png: no such file in {root}. An image is a path"),
        ("on.png/on.png", "no such file in {root}"),
        ("", "a folder, not an image"),
        ("sub", "sub: a folder, not an image"),
        ("note.png", "note.png: not an image in one of PNG, JPEG"),
        ("empty.png", "empty.png: the file is empty"),
        ("cut.png", "cut.png: cannot be read"),
        ("pipe.png", "pipe.png: not a regular file"),
        ("huge.png", "huge.png: larger than 100,000,000 bytes"),
        ("bomb.png", "bomb.png: 50000x50000 is more than 50,000,000 pixels"),
        ("loop.png", "loop.png: cannot be read (Too many levels of symbolic links)"),
        ("a\0b.png", "cannot be read (embedded null byte)"),
        ("a" * 5000, "a" * 200 + "…: cannot be read (File name too long)"),
        ("http://localhost/a.png", "no such file in {root}"),
    ],
)
def test_files_that_are_refused(shots: Agent, place: Path, image: str, reason: str) -> None:
    assert reason.format(root=place / "shots") in shots.refused("read_control", image=image)


@pytest.mark.parametrize(
    ("there", "absent"),
    [
        ("../secret.png", "../nothing.png"),
        ("sub/../../secret.png", "sub/../../nothing.png"),
        ("{place}/secret.png", "{place}/nothing.png"),
        ("out.png", "out-to-nothing.png"),
        ("round.png", "round-by-nothing.png"),
        ("out/secret.png", "out/nothing.png"),
        ("out/secret.png/more", "out/nothing.png/more"),
        ("../secret.png/more", "../nothing.png/more"),
        ("/dev/zero", "/dev/nothing"),
        ("/etc/passwd", "/etc/nothing"),
        ("/proc/self/environ", "/proc/self/nothing"),
        ("/", "//nothing"),
    ],
)
def test_paths_that_lead_out_say_nothing_of_what_lies_there(
    shots: Agent, place: Path, there: str, absent: str
) -> None:
    for image in (there, absent):
        image = image.format(place=place)
        assert shots.refused("read_control", image=image) == (
            f"{image}: leads out of {place / 'shots'}, the one folder that images are read from"
        )


def test_links_that_are_put_there_meanwhile_are_not_followed(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = place / "shots"
    with pytest.raises(ImageError, match="leads out of"):
        read_image("out.png", root=root, name="image")
    # As it is for who looks before the link is made.
    monkeypatch.setattr(Path, "is_symlink", lambda path: False)
    with pytest.raises(ImageError, match=r"^out.png: not a regular file$"):
        read_image("out.png", root=root, name="image")
    with pytest.raises(ImageError, match=r"^out/secret.png: no such file"):
        read_image("out/secret.png", root=root, name="image")
    assert read_image("sub/off.png", root=root, name="image").any()


def test_a_screenshot_is_scanned(model: Model) -> None:
    folder = ROOT / "examples" / "screenshots"
    with agent("--root", str(folder)) as started:
        answer = started.ask("scan", image="settings.png")
        assert started.ask("scan", image="article.png") == {"found": []}
    expected = model.scan(folder / "settings.png")
    assert [each["box"] for each in answer["found"]] == [
        pytest.approx(each.box, abs=1) for each in expected
    ]
    assert [each["label"] for each in answer["found"]] == [
        str(each.prediction.label) for each in expected
    ]


def test_compare_tells_a_change(examples: Agent, model: Model) -> None:
    answer = examples.ask("compare", before=OFF, after=ON)
    assert answer["answer"] == "Yes: the control was unchecked and is now checked."
    assert (answer["changed"], answer["certain"], answer["identical"]) == (True, True, False)
    assert answer["before"] == examples.ask("read_control", image=OFF)
    assert answer["after"] == examples.ask("read_control", image=ON)
    back = examples.ask("compare", before=ON, after=encoded(EXAMPLES / OFF))
    assert back["answer"] == "Yes: the control was checked and is now unchecked."


def documented(answer: dict[str, Any]) -> tuple[bool, bool, bool]:
    """Returns what was found, of an answer whose sentence is on the page for users."""
    assert answer["answer"] in PAGE
    return answer["changed"], answer["certain"], answer["identical"]


def test_compare_tells_identical_pictures(examples: Agent) -> None:
    answer = examples.ask("compare", before=ON, after=encoded(EXAMPLES / ON))
    assert answer["answer"].startswith("No: the two pictures are identical pixel for pixel")
    assert documented(answer) == (False, True, True)
    doubtful = "unchecked/bell-outline.png"
    answer = examples.ask("compare", before=doubtful, after=doubtful)
    assert answer["answer"] == (
        "No: the two pictures are identical pixel for pixel, and the control looks unchecked, "
        "which is not certain (ambiguous)."
    )
    assert (answer["changed"], answer["certain"], answer["identical"]) == (False, False, True)


def test_compare_tells_the_same_state_in_other_pixels(examples: Agent) -> None:
    before = open_image(EXAMPLES / "unchecked/checkbox-native-ja.png")
    height, width = before.shape[:2]
    after = draw_ring(before, (1, 1, width - 2, height - 2), colour=(0, 90, 200))
    ringed = base64.b64encode(png((width, height), [row.tobytes() for row in after])).decode()
    answer = examples.ask("compare", before="unchecked/checkbox-native-ja.png", after=ringed)
    assert answer["answer"].startswith("No: the control is still unchecked")
    assert documented(answer) == (False, True, False)


def test_compare_says_when_it_is_not_certain(examples: Agent) -> None:
    doubtful = "unchecked/bell-outline.png"
    answer = examples.ask("compare", before=doubtful, after="checked/checkbox-dark-zh.png")
    assert answer["answer"].startswith("Not certain: ")
    assert documented(answer) == (True, False, False)
    answer = examples.ask("compare", before="checked/checkbox-dark-zh.png", after=doubtful)
    assert answer["answer"].startswith("Not certain: ")


def test_compare_says_when_there_is_no_control(examples: Agent) -> None:
    answer = examples.ask("compare", before=ON, after="other/link.png")
    assert "check that both pictures show the same control" in answer["answer"]
    assert documented(answer) == (True, True, False)
    answer = examples.ask("compare", before="other/tabs.png", after="other/link.png")
    assert answer["answer"].startswith("No state to compare: ")


def test_compare_looks_at_one_box_of_both(shots: Agent, place: Path) -> None:
    names = ("checked/star-filled-dark.png", "unchecked/star-outline-dark.png")
    on, off = (open_image(EXAMPLES / name) for name in names)
    height, width = on.shape[:2]
    root = place / "shots"
    for name, above, below in (("a.png", off, on), ("b.png", on, on)):
        Image.fromarray(np.concatenate([above, below])).save(root / name)
    # Without the margin, which would reach into the neighbour.
    upper = [4, 4, width - 8, height - 8]
    lower = [4, height + 4, width - 8, height - 8]
    changed = shots.ask("compare", before="a.png", after="b.png", box=upper)
    assert changed["answer"] == "Yes: the control was unchecked and is now checked."
    same = shots.ask("compare", before="a.png", after="b.png", box=lower)
    assert (same["identical"], same["changed"], same["after"]["label"]) == (True, False, "checked")


def test_compare_names_the_picture_that_is_wrong(shots: Agent) -> None:
    text = encoded(EXAMPLES / ON)
    assert shots.refused("compare", before=text, after=text[:-3]).startswith("after: damaged")
    assert shots.refused("compare", before="note.png", after=text).startswith("note.png: ")
    box = [0, 0, 4000, 10]
    wrong = shots.refused("compare", before=text, after=text, box=box)
    assert wrong.startswith("before: box 0")


def test_calls_at_the_same_time_get_their_own_answers(examples: Agent) -> None:
    names = [ON, OFF, "other/link.png", "checked/checkbox-alone.png"] * 3
    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(lambda name: examples.ask("read_control", image=name), names))
    assert [answer["label"] for answer in answers] == [name.partition("/")[0] for name in names]


class WatchedModel(Model):
    """The model, which remembers how many predicted with it at the same time."""

    def __init__(self, model: Model) -> None:
        super().__init__(model.weights, model.runtime)
        self.at_work = self.most_at_work = 0

    def predict(self, images: Any, **options: Any) -> Any:  # type: ignore[override]
        self.at_work += 1
        self.most_at_work = max(self.most_at_work, self.at_work)
        time.sleep(0.02)
        self.at_work -= 1
        return super().predict(images, **options)


def test_calls_at_the_same_time_are_answered_one_after_the_other(model: Model) -> None:
    watched = WatchedModel(model)
    server = create_mcp_server(watched, root=EXAMPLES)

    async def ask() -> None:
        async with anyio.create_task_group() as tasks:
            for name in (ON, OFF, ON, OFF):
                tasks.start_soon(server.call_tool, "read_control", {"image": name})

    anyio.run(ask)
    assert watched.most_at_work == 1


@contextmanager
def process(*options: str, cwd: Path = ROOT) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [*COMMAND, *options], cwd=cwd, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as started:  # fmt: skip
        try:
            yield started
        finally:
            started.kill()


def test_stdout_holds_the_protocol_alone_and_the_server_ends_with_its_client() -> None:
    initialize = {
        "protocolVersion": "2025-06-18",
        "capabilities": {},
        "clientInfo": {"name": "test", "version": "1"},
    }
    good, bad = ({"name": "read_control", "arguments": {"image": name}} for name in (ON, "none"))
    sent = [
        {"id": 1, "method": "initialize", "params": initialize},
        {"method": "notifications/initialized"},
        {"id": 2, "method": "tools/call", "params": good},
        {"id": 3, "method": "tools/call", "params": bad},
    ]
    with process("--root", "examples/images") as server:
        assert server.stdin
        assert server.stdout
        answers = []
        for message in sent:
            server.stdin.write(json.dumps({"jsonrpc": "2.0", **message}) + "\n")
            server.stdin.flush()
            if "id" in message:
                answers.append(json.loads(server.stdout.readline()))
        out, err = server.communicate(timeout=SECONDS)  # closes its stdin
        assert (server.returncode, out) == (0, "")
    assert [answer["id"] for answer in answers] == [1, 2, 3]
    assert answers[1]["result"]["structuredContent"]["label"] == "checked"
    assert answers[2]["result"]["isError"]
    assert err == "waiting on stdin for an MCP client, images from examples/images\n"


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
def test_signals_end_it_while_it_waits(stop: signal.Signals) -> None:
    with process() as server:
        assert server.stderr
        assert server.stderr.readline().startswith("waiting on stdin")
        server.send_signal(stop)
        assert server.wait(SECONDS) == -stop
        assert server.stderr.read() == ""


def test_wrong_usage_is_told(cli: Callable[..., Outcome], tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    outcome = cli("mcp", "--root", file)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(f"error: {file}: not a folder")
    outcome = cli("mcp", "--model", "no.such")
    assert (outcome.code, outcome.out) == (1, "")
    assert "no.such" in outcome.err


def test_a_missing_extra_is_named(
    cli: Callable[..., Outcome], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in list(sys.modules):
        if name == "mcp" or name.startswith(("mcp.", "checkboxnet.serving.mcp")):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "mcp", None)
    outcome = cli("mcp")
    assert outcome.code == 1
    assert outcome.err == (
        "error: mcp is not installed. Install it with: pip install 'checkboxnet[mcp]'\n"
    )


def test_other_commands_do_not_load_the_extra(python: Callable[[str], str]) -> None:
    code = "import sys, checkboxnet.cli.mcp; print({'mcp', 'pydantic', 'numpy'} & {*sys.modules})"
    assert python(code).strip() == "set()"


def documented_json() -> list[dict[str, Any]]:
    return [json.loads(block) for block in re.findall(r"^```json\n(.*?)^```", PAGE, re.M | re.S)]


def documented_servers() -> list[list[str]]:
    servers = [block.get("mcpServers") or block.get("servers") for block in documented_json()]
    return [server["checkboxnet"]["args"] for server in servers if server]


@pytest.mark.parametrize("arguments", documented_servers(), ids=" ".join)
def test_documented_configurations_start_it(arguments: list[str], tmp_path: Path) -> None:
    assert arguments[0] == "mcp"
    options = [each.replace("${workspaceFolder}", str(tmp_path)) for each in arguments[1:]]
    with agent(*options, cwd=tmp_path) as started:
        assert set(started.tools()) == {"read_control", "compare", "scan"}


def test_the_documented_answer_is_this(examples: Agent) -> None:
    def rounded(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: rounded(each) for key, each in value.items()}
        return round(value, 3) if isinstance(value, float) else value

    [sample] = [block for block in documented_json() if "answer" in block]
    assert rounded(examples.ask("compare", before=OFF, after=ON)) == sample
