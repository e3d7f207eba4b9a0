"""Completion, and what is written to terminals and pipes."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from contextlib import nullcontext, suppress
from pathlib import Path

import pytest
from conftest import ROOT

from checkboxnet.picture.read import list_images

COLOUR = re.compile(r"\x1b\[[0-9;]*(3[0-8]|4[0-8]|9[0-7]|10[0-7])[0-9;]*m")
IMAGE = "examples/images/checked/switch-dark.png"
# A bar that appears at once, in two steps.
BAR = (
    "import checkboxnet.report.progress as progress; progress._DELAY_SECONDS = 0\n"
    "for _ in progress.track(range(2), 'working', total=2): pass"
)


# The command line with bars that appear at once.
COMMAND = (
    "import sys, checkboxnet.report.progress as progress; progress._DELAY_SECONDS = 0\n"
    "from checkboxnet.cli import main; main(sys.argv[1:])"
)
# What a terminal is told between two texts of its own: to go to another line, or to clear this one.
LINE_ENDS = re.compile(r"\r|\n|\x1b\[[0-9]*[AK]")


def complete(line: str) -> list[str]:
    """Returns what bash would offer at the end of the line."""
    code = "import sys; sys.argv = ['checkboxnet']; from checkboxnet.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={
            **os.environ,
            "_CHECKBOXNET_COMPLETE": "complete_bash",
            "COMP_WORDS": line,
            "COMP_CWORD": str(len(line.split(" ")) - 1),
        },
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout.split()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("checkboxnet pre", {"predict"}),
        ("checkboxnet d", {"data", "doctor"}),
        ("checkboxnet models ", {"list", "push"}),
        ("checkboxnet predict --m", {"--model", "--min-score"}),
        ("checkboxnet predict --model de", {"default"}),
        ("checkboxnet serve --model eff", {"efficientnet_lite0.ui_v1"}),
        ("checkboxnet doctor --format ", {"text", "json"}),
    ],
)
def test_completion(line: str, expected: set[str]) -> None:
    assert set(complete(line)) == expected


def run_in_terminal(*command: str, stdout: Path | None = None, **environment: str) -> str:
    """Runs a command in a terminal, and returns what was written to that.

    Args:
        *command: Arguments of Python.
        stdout: File for standard output, which is the terminal too by default.
        **environment: Variables besides those there are.
    """
    main, other = pty.openpty()
    keep = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR")}
    with stdout.open("wb") if stdout else nullcontext(other) as out:
        process = subprocess.Popen(
            [sys.executable, *command], stdin=other, stdout=out, stderr=other, cwd=ROOT,
            env={**keep, "TERM": "xterm-256color", **environment},
        )  # fmt: skip
    os.close(other)
    written = b""
    with suppress(OSError):  # how Linux says that the other end is closed
        while block := os.read(main, 65536):
            written += block
    os.close(main)
    process.wait()
    return written.decode()


@pytest.mark.parametrize(
    "args",
    [
        ["--help"],
        ["predict", "--help"],
        ["predict", IMAGE, "nowhere.png"],
        ["predict", "--nonsense"],
        ["evaluate", "examples/images"],
        ["models", "list"],
        ["doctor"],
    ],
    ids=" ".join,
)
def test_pipes_get_no_escape_codes(args: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "checkboxnet", *args], cwd=ROOT, capture_output=True,
        env={**os.environ, "TERM": "xterm-256color"},
    )  # fmt: skip
    assert done.stdout + done.stderr
    assert b"\x1b" not in done.stdout + done.stderr


@pytest.mark.parametrize("args", [["--help"], ["predict", IMAGE, "nowhere.png"], ["doctor"]])
def test_no_color_in_a_terminal(args: list[str]) -> None:
    written = run_in_terminal("-m", "checkboxnet", *args, NO_COLOR="1")
    assert written
    assert not COLOUR.search(written)


def test_a_progress_bar_is_coloured_unless_no_color_is_set() -> None:
    coloured = run_in_terminal("-c", BAR)
    assert "working" in coloured
    assert COLOUR.search(coloured)
    plain = run_in_terminal("-c", BAR, NO_COLOR="1")
    assert "working" in plain
    assert not COLOUR.search(plain)


@pytest.mark.parametrize("style", ["text", "json", "jsonl", "csv"])
def test_redirected_predictions_all_arrive(style: str, tmp_path: Path) -> None:
    count = len(list_images("examples/images"))
    arguments = ("predict", "examples/images", "nowhere.png", "--format", style)
    seen = run_in_terminal("-c", COMMAND, *arguments, stdout=tmp_path / "out")
    assert "predicting" in seen
    assert "examples/images" not in seen
    assert seen.count("error: nowhere.png: no such file") == 1
    lines = (tmp_path / "out").read_text().splitlines()
    if style == "json":
        assert len(json.loads("".join(lines))) == count + 1
    else:
        assert len(lines) == count + {"text": 0, "jsonl": 1, "csv": 2}[style]


@pytest.mark.parametrize("style", ["text", "jsonl", "csv"])
def test_lines_and_bar_do_not_share_a_line_of_the_terminal(style: str) -> None:
    written = run_in_terminal(
        "-c", COMMAND, "predict", "examples/images", "nowhere.png", "-f", style, COLUMNS="400"
    )
    shown = LINE_ENDS.split(COLOUR.sub("", written))
    assert any("predicting" in line for line in shown)
    for path in map(str, list_images("examples/images")):
        assert [line for line in shown if path in line and "predicting" not in line], path
        assert not [line for line in shown if path in line and "predicting" in line], path
    assert "error: nowhere.png: no such file" in (line.rstrip() for line in shown)


def test_log_lines_stand_above_the_bar() -> None:
    code = (
        "import logging, contextlib, checkboxnet.report.progress as progress\n"
        "from checkboxnet.cli import main\n"
        "with contextlib.suppress(SystemExit): main(['models', 'list'])\n"
        "progress._DELAY_SECONDS = 0\n"
        "for _ in progress.track(range(3), 'working', total=3):\n"
        "    logging.getLogger('checkboxnet.some').info('a page failed')"
    )
    shown = [line.rstrip() for line in LINE_ENDS.split(COLOUR.sub("", run_in_terminal("-c", code)))]
    assert any("working" in line for line in shown)
    assert shown.count("a page failed") == 3
