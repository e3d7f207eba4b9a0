"""Completion, and what is written to terminals and pipes."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from contextlib import suppress

import pytest
from conftest import ROOT

COLOUR = re.compile(r"\x1b\[[0-9;]*(3[0-8]|4[0-8]|9[0-7]|10[0-7])[0-9;]*m")
IMAGE = "examples/images/checked/switch-dark.png"
# A bar that appears at once, in two steps.
BAR = (
    "import checkboxnet.progress as progress; progress._DELAY_SECONDS = 0\n"
    "for _ in progress.track(range(2), 'working', total=2): pass"
)


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
        ("checkboxnet models ", {"list", "save", "push"}),
        ("checkboxnet predict --mo", {"--model", "--mode"}),
        ("checkboxnet predict --model de", {"default"}),
        ("checkboxnet serve --model eff", {"efficientnet_lite0.ui_v1"}),
        ("checkboxnet doctor --format ", {"text", "json"}),
    ],
)
def test_completion(line: str, expected: set[str]) -> None:
    assert set(complete(line)) == expected


def run_in_terminal(*command: str, **environment: str) -> str:
    """Runs a command whose three streams are a terminal, and returns what was written to it."""
    main, other = pty.openpty()
    keep = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR")}
    process = subprocess.Popen(
        [sys.executable, *command], stdin=other, stdout=other, stderr=other, cwd=ROOT,
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
