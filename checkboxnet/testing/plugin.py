"""The pytest plugin: the fixture `checkbox_state`, and crops of failures in reports.

pytest loads it wherever checkboxnet is installed, so it imports next to nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, Any

import pytest

from checkboxnet.testing.settings import configure, current_model
from checkboxnet.testing.unexpected import UnexpectedStateError

if TYPE_CHECKING:
    from pathlib import Path

_OPTIONS = {
    "model": "Registered name, weights folder or Hub repository that checkboxnet's assertions ask.",
    "output": "Folder for crops of failed assertions. Default: test-results/checkboxnet.",
}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds `--checkboxnet-model`, `--checkboxnet-output`, and settings of the same names."""
    group = parser.getgroup("checkboxnet")
    for name, explanation in _OPTIONS.items():
        group.addoption(f"--checkboxnet-{name}", help=explanation)
        parser.addini(f"checkboxnet_{name}", explanation, type="string", default="")


def pytest_configure(config: pytest.Config) -> None:
    """Applies them; the command line goes before the file."""
    model, output = (
        config.getoption(f"--checkboxnet-{name}") or config.getini(f"checkboxnet_{name}")
        for name in _OPTIONS
    )
    # Folders are seen from here, since tests may change the working directory.
    start = config.invocation_params.dir
    configure(output=start / (output or "test-results/checkboxnet"))
    if model:
        from checkboxnet.weights.registry import anchored

        configure(model=anchored(model, start))


@pytest.fixture(scope="session")
def checkbox_state() -> Callable[..., Any]:
    """Returns a function that predicts what a control looks like, by a model loaded once.

    It takes a Playwright locator or page, a Selenium element or driver, with the options of their
    `state_of`, or an image as `checkboxnet.predict` takes it. It returns a `Prediction`, and an
    awaitable one for Playwright's async API.
    """
    current_model()
    return _state_of


def _state_of(target: Any, **options: Any) -> Any:
    packages = {kind.__module__.partition(".")[0] for kind in type(target).__mro__}
    if "playwright" in packages:
        from checkboxnet.testing import for_playwright

        return for_playwright.state_of(target, **options)
    if "selenium" in packages:
        from checkboxnet.testing import for_selenium

        return for_selenium.state_of(target, **options)
    return current_model().predict(target, **options)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Attaches the crop of a failed assertion to the reports of pytest-html and Allure."""
    report = yield
    error = call.excinfo.value if call.excinfo else None
    if isinstance(error, UnexpectedStateError) and error.crop is not None:
        _attach(error.crop, report, item.config.pluginmanager)
    return report


def _attach(crop: Path, report: pytest.TestReport, plugins: pytest.PytestPluginManager) -> None:
    if plugins.hasplugin("html"):
        from base64 import b64encode

        from pytest_html import extras

        picture = extras.png(b64encode(crop.read_bytes()).decode(), name=crop.name)
        report.__dict__.setdefault("extras", []).append(picture)
    if plugins.hasplugin("allure_listener"):
        import allure

        png = allure.attachment_type.PNG
        allure.attach.file(str(crop), name=crop.name, attachment_type=png)  # type: ignore[no-untyped-call]
