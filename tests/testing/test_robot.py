"""The keyword library, run by Robot Framework itself, with real browser libraries."""

from __future__ import annotations

import base64
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, lack
from PIL import Image
from robot import result
from robot.api import ExecutionResult
from test_docs import blocks
from testing.conftest import FRAMES, PAGE, PAGE_OF_DOCS

import checkboxnet
from checkboxnet.browser.launch import runs_as_root

LIBRARY = "checkboxnet.testing.robot"
SUITE = Path(__file__).with_name("controls.robot")
LIVELY = Path(__file__).with_name("lively.html").as_uri()

SELENIUM = """
*** Settings ***
Library    SeleniumLibrary    run_on_failure=NOTHING
Library    checkboxnet.testing.robot
Suite Teardown    Close All Browsers

*** Keywords ***
Open
    VAR    ${service}    executable_path="${CHROMEDRIVER}"
    Open Browser    browser=chrome    options=${OPTIONS}    service=${service}

Visit
    [Arguments]    ${address}
    Go To    ${address}

Press
    [Arguments]    ${locator}
    Click Element    ${locator}
"""
BROWSER = """
*** Settings ***
Library    Browser    run_on_failure=${NONE}
Library    checkboxnet.testing.robot

*** Keywords ***
Open
    New Browser    executablePath=${CHROMIUM}    chromiumSandbox=${SANDBOX}
    New Context    deviceScaleFactor=2
    New Page

Visit
    [Arguments]    ${address}
    Go To    ${address}

Press
    [Arguments]    ${selector}
    Click    ${selector}
"""
RESOURCES = {"SeleniumLibrary": SELENIUM, "Browser": BROWSER}

Robot = Callable[..., result.Result]


@pytest.fixture(scope="module")
def robot(tmp_path_factory: pytest.TempPathFactory, browser: str, chromedriver: str) -> Robot:
    """Runs a suite and returns its result."""

    def run(suite: str, resource: str = "", **variables: object) -> result.Result:
        folder = tmp_path_factory.mktemp("robot")
        (folder / "suite.robot").write_text(suite)
        (folder / "browser.resource").write_text(resource)
        switches = ["--headless", "--window-size=900,700", *["--no-sandbox"] * runs_as_root()]
        chrome = [f'binary_location="{browser}"', *(f'add_argument("{each}")' for each in switches)]
        settings = {
            "CHROMIUM": browser,
            "CHROMEDRIVER": chromedriver,
            "OPTIONS": ";".join(chrome),
            "SANDBOX": str(not runs_as_root()),
            "PAGE": PAGE,
            "FRAMES": FRAMES,
            "LIVELY": LIVELY,
            **variables,
        }
        options = [word for item in settings.items() for word in ("--variable", ":".join(item))]
        done = subprocess.run(
            [sys.executable, "-m", "robot", *options, "suite.robot"],
            cwd=folder,
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        assert done.returncode < 250, done.stdout + done.stderr
        return ExecutionResult(folder / "output.xml")

    return run


@pytest.fixture(scope="module", params=RESOURCES)
def resource(request: pytest.FixtureRequest) -> str:
    if request.param == "Browser":
        require_browser_library()
    return RESOURCES[request.param]


def require_browser_library() -> None:
    """Skips unless Browser is there with its Node side, which one of two packages may bring."""
    found = find_spec("Browser")
    if found is not None and found.origin is not None:
        modules = Path(found.origin).parent / "wrapper" / "node_modules"
        if modules.is_dir() or find_spec("BrowserBatteries") is not None:
            return
    lack("needs Robot Framework's Browser library: pip install 'robotframework-browser[bb]'")


@pytest.fixture(scope="module")
def tests(robot: Robot, resource: str) -> dict[str, result.TestCase]:
    ran = robot(SUITE.read_text(), resource)
    return {test.name: test for test in ran.suite.all_tests}


def test_everything_that_should_pass_does(tests: dict[str, result.TestCase]) -> None:
    ended = {name: (test.status, test.message) for name, test in tests.items()}
    should_pass = [name for name in ended if not name.startswith("Fails")]
    assert len(should_pass) == 9
    assert {name: ended[name] for name in should_pass} == dict.fromkeys(should_pass, ("PASS", ""))


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "Fails With What Was Seen",
            r"""expected checked, but it looks unchecked
  control   id=aria
  waited    \d+\.\d s, 1 screenshot
  looks     unchecked 0\.\d{3}
  needed    checked 0\.\d{3}
  all       checked 0\.\d{3}, unchecked 0\.\d{3}, other 0\.\d{3}
  model     \S+
  crop      \S+/checkboxnet/expected-checked-\w{12}\.png""",
        ),
        (
            "Fails Where It Is Not Certain",
            r"expected unchecked, which it looks like, but not for certain\n(.*\n)+"
            r"  needed    unchecked 1\.000\n(.*\n)+"
            r"  to accept pass a lower min_score, or fine-tune on such controls",
        ),
        (
            "Fails For Lack Of An Element",
            r"expected checked, but there is nothing to see\n  control   id=nowhere\n.*\n"
            r"  because   (there is no such element|.*'id=nowhere' not found\.)",
        ),
        (
            "Fails For Lack Of A State",
            r"Timeout\w+: (there is no such element|.*'id=nowhere' not found\.)\n?",
        ),
        (
            "Fails Where Nothing Is Seen",
            r"expected checked, but there is nothing to see\n(.*\n)+  because   .*not visible: .*",
        ),
        (
            "Fails For Lack Of Weights That Tell",
            r"ConfigError: \S+ doesn't tell indeterminate controls from others\. Fine-tune .*",
        ),
    ],
)
def test_failures_say_what_was_seen(
    tests: dict[str, result.TestCase], name: str, message: str
) -> None:
    assert tests[name].status == "FAIL"
    assert re.fullmatch(message, tests[name].message)


def test_the_log_shows_what_was_seen(tests: dict[str, result.TestCase]) -> None:
    test = tests["Fails With What Was Seen"]
    crop = Path(test.message.rpartition(" ")[2])
    (shown,) = (each.message for each in messages(test) if each.html)
    found = re.fullmatch(r'<img src="data:image/png;base64,(\S+)" alt="(\S+)">', shown)
    assert found
    assert base64.b64decode(found[1]) == crop.read_bytes()
    assert found[2] == crop.name


def messages(test: result.TestCase) -> list[Any]:
    """Returns what the last keyword of a test has logged."""
    return list(test.body[-1].messages)


def test_the_score_of_a_state_is_logged(tests: dict[str, result.TestCase]) -> None:
    (call,) = (each for each in tests["States"].body if "id=aria" in getattr(each, "args", ()))
    texts = [each.message for each in call.messages]
    assert [text for text in texts if re.fullmatch(r"id=aria looks unchecked 0\.\d{3}", text)]


def test_no_screenshots_are_left_beside_the_crops(tests: dict[str, result.TestCase]) -> None:
    crop = Path(tests["Fails With What Was Seen"].message.rpartition(" ")[2])
    assert set(crop.parents[1].rglob("*.png")) == set(crop.parent.iterdir())
    # A control of 20 pixels, and 5 around it.
    with Image.open(crop) as image:
        assert image.size in ((30, 30), (60, 60))


def run_in_frames(robot: Robot, resource: str, body: str) -> result.Result:
    return robot(
        f"""*** Settings ***
Resource    browser.resource
Suite Setup    Open
Test Setup    Visit    ${{FRAMES}}

*** Test Cases ***
{body}
""",
        resource,
    )


def test_frames_that_seleniumlibrary_has_selected(robot: Robot) -> None:
    ran = run_in_frames(
        robot,
        SELENIUM,
        """Own
    Select Frame    id=own-scaled
    Should Look Checked    id=on    timeout=1 minute    min_score=0
Foreign
    Select Frame    id=foreign-nested
    Select Frame    css=iframe
    Should Look Checked    id=on    timeout=1 minute    min_score=0
    Should Look Unchecked    id=off    timeout=1 minute    min_score=0
By An Element
    Select Frame    id=own-plain
    ${element} =    Get WebElement    id=on
    Should Look Checked    ${element}    timeout=1 minute    min_score=0
Overflowing To The Left
    Execute Javascript    document.dir = "rtl"; document.body.style.width = "3000px"
    Select Frame    id=own-plain
    Should Look Checked    id=on    timeout=1 minute    min_score=0""",
    )
    assert [(test.status, test.message) for test in ran.suite.all_tests] == [("PASS", "")] * 4


def test_frames_that_selectors_of_browser_enter(robot: Robot) -> None:
    require_browser_library()
    ran = run_in_frames(
        robot,
        BROWSER,
        """Own
    Should Look Checked    id=own-scaled >>> id=on    timeout=1 minute    min_score=0
Foreign
    Should Look Checked    id=foreign-nested >>> iframe >>> id=on    timeout=1 minute    min_score=0
    Should Look Unchecked    id=foreign-nested >>> iframe >>> id=off    min_score=0
Part Of An Element
    Should Look Checked    id=foreign-scaled >>> p >> nth=0    box=(10, 10, 18, 18)    min_score=0
By A Prefix
    Set Selector Prefix    id=foreign-nested >>>
    Should Look Checked    iframe >>> id=on    timeout=1 minute    min_score=0
    [Teardown]    Set Selector Prefix    ${NONE}
By A Handle
    ${box} =    Get Element    id=foreign-plain >>> id=on
    Should Look Checked    ${box}    timeout=1 minute    min_score=0
Turned
    Should Look Checked    id=foreign-turned >>> id=on    timeout=0
Two Of Them
    Should Look Checked    iframe    timeout=0
Overflowing To The Left
    Evaluate JavaScript    ${NONE}    () => { document.dir = 'rtl' }
    Evaluate JavaScript    ${NONE}    () => { document.body.style.width = '3000px' }
    Should Look Checked    id=own-plain >>> id=on    timeout=0""",
    )
    tests = {test.name: test for test in ran.suite.all_tests}
    passed = ["Own", "Foreign", "Part Of An Element", "By A Prefix", "By A Handle"]
    assert {name: tests[name].message for name in passed} == dict.fromkeys(passed, "")
    assert "in a turned frame" in tests["Turned"].message
    assert "strict mode violation" in tests["Two Of Them"].message
    assert "overflows its left or upper edge" in tests["Overflowing To The Left"].message


def test_each_import_keeps_its_model(robot: Robot) -> None:
    resource = (
        SELENIUM
        + f"""
*** Settings ***
Library    {LIBRARY}    model=${{TINY}}    AS    Untrained
"""
    )
    ran = run_in_frames(
        robot,
        resource.replace("${TINY}", str(ROOT / "tests" / "weights" / "tiny")),
        f"""Both
    Select Frame    id=own-plain
    ${{own}} =    Run Keyword And Expect Error    *
    ...    Untrained.Should Look Checked    id=off    timeout=0    min_score=1
    ${{default}} =    Run Keyword And Expect Error    *
    ...    {LIBRARY}.Should Look Checked    id=off    timeout=0
    ${{again}} =    Run Keyword And Expect Error    *
    ...    Untrained.Should Look Checked    id=off    timeout=0    min_score=1
    Should Match Regexp    ${{own}}    model +test_efficientnet.fixture
    Should Match Regexp    ${{default}}    model +efficientnet_lite0
    Should Match Regexp    ${{again}}    model +test_efficientnet.fixture""",
    )
    (test,) = ran.suite.all_tests
    assert (test.status, test.message) == ("PASS", "")


def message_of(robot: Robot, *imports: str) -> str:
    """Returns how a keyword fails without a page, with some libraries imported."""
    libraries = "\n".join(f"Library    {each}" for each in imports)
    ran = robot(
        f"*** Settings ***\n{libraries}\n"
        "*** Test Cases ***\nTest\n    Should Look Checked    id=wifi\n"
    )
    (test,) = ran.suite.all_tests
    assert test.status == "FAIL"
    return str(test.message)


THROUGH_SELENIUM = "No browser is open."


def test_a_browser_library_is_needed(robot: Robot) -> None:
    assert "imports neither SeleniumLibrary nor Browser" in message_of(robot, LIBRARY)


def test_any_name_of_the_browser_library_will_do(robot: Robot) -> None:
    assert message_of(robot, "SeleniumLibrary    AS    Web", LIBRARY) == THROUGH_SELENIUM


def test_a_library_that_extends_it_will_do(robot: Robot, tmp_path: Path) -> None:
    (tmp_path / "Shop.py").write_text(
        "from SeleniumLibrary import SeleniumLibrary\nclass Shop(SeleniumLibrary): pass\n"
    )
    assert message_of(robot, str(tmp_path / "Shop.py"), LIBRARY) == THROUGH_SELENIUM


def test_of_two_browser_libraries_one_must_be_named(robot: Robot) -> None:
    both = ("SeleniumLibrary", "SeleniumLibrary    AS    Other")
    assert message_of(robot, *both, LIBRARY) == (
        "ConfigError: this suite imports SeleniumLibrary and Other. Say which one to look through: "
        "Library    checkboxnet.testing.robot    library=SeleniumLibrary"
    )
    assert message_of(robot, *both, f"{LIBRARY}    library=Other") == THROUGH_SELENIUM
    assert "library=Browser is neither" in message_of(robot, *both, f"{LIBRARY}    library=Browser")


def test_browser_and_seleniumlibrary_may_both_be_imported(robot: Robot) -> None:
    require_browser_library()
    both = ("SeleniumLibrary", "Browser    run_on_failure=${NONE}")
    assert "imports SeleniumLibrary and Browser" in message_of(robot, *both, LIBRARY)
    assert message_of(robot, *both, f"{LIBRARY}    library=SeleniumLibrary") == THROUGH_SELENIUM
    assert "active page" in message_of(robot, *both, f"{LIBRARY}    library=Browser")


@pytest.mark.parametrize("library", RESOURCES)
def test_the_documented_suite_passes(robot: Robot, library: str) -> None:
    if library == "Browser":
        require_browser_library()
    shown = f"Library    {library}\n"
    (suite,) = (each for each in blocks(PAGE_OF_DOCS, "robotframework") if shown in each)
    # Its own lines, but for where the browser is and what the address of the page is.
    page = (ROOT / "examples" / "test_suite" / "page.html").as_uri()
    suite, count = re.subn(".*http://localhost:3000/.*", "    Open\n    Visit    ${EXAMPLE}", suite)
    assert count == 1
    suite = suite.replace(shown, "Resource    browser.resource\n")
    (test,) = robot(suite, RESOURCES[library], EXAMPLE=page).suite.all_tests
    assert (test.status, test.message) == ("PASS", "")


def test_libdoc_documents_every_keyword(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "robot.libdoc", LIBRARY, str(tmp_path / "keywords.json")]
    subprocess.run(command, check=True, capture_output=True)
    spec = json.loads((tmp_path / "keywords.json").read_text())
    assert spec["scope"] == "GLOBAL"
    assert spec["version"] == checkboxnet.__version__
    keywords = {each["name"]: each for each in spec["keywords"]}
    assert list(keywords) == [
        "Get Control State", "Should Look Checked", "Should Look Mixed", "Should Look Unchecked"
    ]  # fmt: skip
    for each in keywords.values():
        assert each["doc"]
        assert each["args"][0]["name"] == "locator"
        # What it refers to is there.
        assert 'href="#Arguments%20of%20all%20keywords"' in each["doc"]
    assert {each["name"] for each in spec["inits"][0]["args"]} == {"model", "library"}
