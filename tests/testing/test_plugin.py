"""The pytest plugin, loaded by pytest itself, and the example suite that uses it."""

from __future__ import annotations

import base64
import html
import json
import re
import shutil
from pathlib import Path

import pytest
from conftest import ROOT
from testing.conftest import ENTRY, REPORTS, Run

PNG = b"\x89PNG"
PICTURES = ROOT / "examples" / "images"


def failing(suite: Path) -> Path:
    """Writes a test that fails as the assertions do, without a browser, and returns its crop."""
    crop = suite / "crop.png"
    shutil.copy(PICTURES / "checked" / "switch-dark.png", crop)
    (suite / "test_it.py").write_text(
        "from pathlib import Path\n"
        "from checkboxnet.testing.unexpected import UnexpectedStateError\n"
        "def test_it():\n"
        f"    raise UnexpectedStateError('so', prediction=None, crop=Path({str(crop)!r}))\n"
    )
    return crop


def test_loading_it_costs_next_to_nothing(run: Run, suite: Path) -> None:
    (suite / "conftest.py").write_text(
        "import sys\ndef pytest_unconfigure():\n    print('loaded', *sorted(sys.modules))\n"
    )
    (suite / "test_it.py").write_text("def test_it(): pass\n")
    done = run("-s")
    loaded = set(done.stdout.partition("loaded ")[2].split())
    assert ENTRY in loaded, done.stdout + done.stderr
    heavy = {"numpy", "PIL", "onnxruntime", "torch", "playwright", "selenium", "allure"}
    assert not loaded & (heavy | {"pytest_html", "checkboxnet.model", "checkboxnet.testing.watch"})


def test_the_example_fails_properly(run: Run, example: Path) -> None:
    done = run("test_broken.py", "--html=report.html", "--alluredir=allure", plugins=REPORTS)
    out = done.stdout
    assert done.returncode == 1, out + done.stderr
    assert "expected checked, but it looks unchecked" in out
    assert re.search(r"^E +control .*internal:role=checkbox", out, re.MULTILINE)
    assert re.search(r"^E +waited +\d+\.\d s, \d+ screenshots?$", out, re.MULTILINE)
    assert re.search(r"^E +looks +unchecked 0\.\d{3}$", out, re.MULTILINE)
    assert re.search(r"^E +needed +checked 0\.\d{3}$", out, re.MULTILINE)
    assert re.search(r"^E +all +checked 0\.\d{3}, unchecked 0\.\d{3}, other", out, re.MULTILINE)
    found = re.search(r"^E +crop +(\S+\.png)$", out, re.MULTILINE)
    assert found
    crop = Path(found[1])
    assert crop.parent == example / "test-results" / "checkboxnet"
    assert crop.read_bytes().startswith(PNG)
    # The tester's own line is shown, and none of ours.
    assert "> " in out
    assert "expect_checked(backup, timeout=1000)" in out
    assert "checkboxnet/testing/" not in out
    assert crop.read_bytes() in pictures_in_html(example / "report.html")
    assert crop.read_bytes() in attached_for_allure(example / "allure")


def pictures_in_html(report: Path) -> list[bytes]:
    """Returns the pictures of a pytest-html report, which stand beside it."""
    blob = re.search(r'data-jsonblob="(.*?)"', report.read_text())
    assert blob
    tests = json.loads(html.unescape(blob[1]))["tests"]
    extras = [extra for rows in tests.values() for row in rows for extra in row["extras"]]
    return [picture_of(report.parent, extra["content"]) for extra in extras]


def picture_of(folder: Path, content: str) -> bytes:
    if content.startswith("data:"):
        return base64.b64decode(content.partition(",")[2])
    return (folder / content).read_bytes()


def attached_for_allure(folder: Path) -> list[bytes]:
    """Returns the pictures attached to the failed tests of an Allure report's raw results."""
    results = [json.loads(path.read_text()) for path in folder.glob("*-result.json")]
    attachments = [each for result in results for each in result.get("attachments", [])]
    pictures = [each for each in attachments if each["type"] == "image/png"]
    return [(folder / each["source"]).read_bytes() for each in pictures]


def test_only_failed_assertions_leave_a_crop(run: Run, suite: Path) -> None:
    crop = failing(suite)
    (suite / "test_other.py").write_text("def test_it(): assert False\n")
    options = ("--html=report.html", "--self-contained-html", "--alluredir=allure")
    done = run(*options, plugins=REPORTS)
    assert done.returncode == 1, done.stdout + done.stderr
    assert pictures_in_html(suite / "report.html") == [crop.read_bytes()]
    assert attached_for_allure(suite / "allure") == [crop.read_bytes()]


def test_it_works_without_report_plugins(run: Run, suite: Path) -> None:
    failing(suite)
    (suite / "conftest.py").write_text(
        "import sys\n"
        "sys.modules['pytest_html'] = sys.modules['allure'] = None\n"  # as if not installed
    )
    done = run()
    assert done.returncode == 1
    assert "1 failed" in done.stdout, done.stdout + done.stderr


def test_the_fixture_takes_pictures_and_loads_once(run: Run, suite: Path) -> None:
    (suite / "test_it.py").write_text(
        "import checkboxnet.testing.settings as settings\n"
        f"ON = {str(PICTURES / 'checked' / 'switch-dark.png')!r}\n"
        "seen = []\n"
        "def test_one(checkbox_state, tmp_path, monkeypatch):\n"
        "    monkeypatch.chdir(tmp_path)\n"
        "    assert settings.current_model().name == 'efficientnet_lite0.ui_v1'\n"
        f"    folder = {str(suite / 'test-results' / 'checkboxnet')!r}\n"
        "    assert str(settings.current_output()) == folder\n"
        "    assert checkbox_state(ON).label == 'checked'\n"
        "    seen.append((checkbox_state, settings.current_model()))\n"
        "def test_two(checkbox_state):\n"
        "    assert checkbox_state(open(ON, 'rb').read()).label == 'checked'\n"
        "    assert seen == [(checkbox_state, settings.current_model())]\n"
    )
    done = run()
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("by_options", [False, True], ids=["file", "command line first"])
def test_model_and_output_can_be_chosen(run: Run, suite: Path, by_options: bool) -> None:
    # Seen from where pytest starts, wherever a test goes.
    shutil.copytree(ROOT / "tests" / "weights" / "tiny", suite / "runs" / "mine")
    ini = "checkboxnet_model = {}\ncheckboxnet_output = {}\n"
    chosen = (
        ini.format("nothing-of-that-name", "there")
        if by_options
        else ini.format("runs/mine", "here")
    )
    (suite / "pytest.ini").write_text("[pytest]\n" + chosen)
    (suite / "test_it.py").write_text(
        "from checkboxnet.testing.settings import current_model, current_output\n"
        "def test_it(tmp_path, monkeypatch, request):\n"
        "    monkeypatch.chdir(tmp_path)\n"
        "    assert request.getfixturevalue('checkbox_state')\n"
        "    assert current_model().name == 'test_efficientnet.fixture'\n"
        f"    assert str(current_output()) == {str(suite / 'here')!r}\n"
    )
    options = ["--checkboxnet-model=runs/mine", "--checkboxnet-output=here"] if by_options else []
    done = run(*options)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
def test_a_folder_does_not_take_the_place_of_a_registered_name(run: Run, suite: Path) -> None:
    (suite / "default").mkdir()
    (suite / "test_it.py").write_text("def test_it(checkbox_state): assert checkbox_state\n")
    done = run("--checkboxnet-model=default")
    assert done.returncode == 0, done.stdout + done.stderr
    done = run("--checkboxnet-model=./default")
    assert "config.json is missing" in done.stdout


@pytest.mark.slow
def test_the_fixture_takes_awaited_locators(run: Run, suite: Path, browser: str) -> None:
    (suite / "test_it.py").write_text(
        "import asyncio\n"
        "from playwright.async_api import async_playwright\n"
        "def test_awaited(checkbox_state):\n"
        "    async def work():\n"
        "        async with async_playwright() as playwright:\n"
        f"            browser = await playwright.chromium.launch(executable_path={browser!r})\n"
        "            page = await browser.new_page()\n"
        "            await page.set_content('<input type=checkbox checked>')\n"
        "            return await checkbox_state(page.locator('input'), timeout=60_000)\n"
        "    assert asyncio.run(work()).label == 'checked'\n"
    )
    done = run()
    assert done.returncode == 0, done.stdout + done.stderr
