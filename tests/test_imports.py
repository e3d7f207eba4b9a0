"""Which module may import what, and what importing the package costs."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import checkboxnet

PACKAGE = Path(checkboxnet.__file__).parent

# Rooms from the ground up; a module imports its own room and those below.
FLOORS = [
    {"errors", "labels", "prediction"},
    {"report"},
    {"picture"},
    {"weights"},
    {"inference"},
    {"scanning"},
    {"model"},
    {"browser", "dataset"},
    {"evaluation", "testing"},
    {"auditing", "exporting", "harvesting", "scale", "serving", "training"},
    {"experiments", "doctor"},
    {"cli", "__init__", "__main__"},
]
HEAVY = {
    "torch", "torchvision", "timm", "onnxruntime", "matplotlib", "sklearn", "imagehash", "pyarrow",
    "datasets",
    "fastapi", "mcp", "prometheus_client", "pydantic", "uvicorn", "playwright", "selenium",
    "robot", "ray",
}  # fmt: skip
PREDICT_PATH = [
    "errors",
    "labels",
    "prediction",
    "report",
    "picture",
    "weights",
    "inference",
    "scanning",
    "model",
]
TORCH_FROM_THE_START = {"network.py", "torch_runtime.py", "graph.py"}


def imports_of(path: Path, *, top_level_only: bool) -> Iterator[str]:
    tree = ast.parse(path.read_text())
    lazy = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        or (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING")
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if top_level_only and id(node) in lazy:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def floor_of(module: str) -> int:
    room = module.split(".")[1] if "." in module else "__init__"
    # A name that is no room is one of the public names of the package itself, at the top.
    return next((n for n, rooms in enumerate(FLOORS) if room in rooms), len(FLOORS) - 1)


def test_arrows_point_down() -> None:
    upward = []
    for path in PACKAGE.rglob("*.py"):
        relative = path.relative_to(PACKAGE).with_suffix("")
        here = floor_of("checkboxnet." + relative.parts[0])
        for name in imports_of(path, top_level_only=False):
            if name.startswith("checkboxnet.") and floor_of(name) > here:
                upward.append(f"{relative} imports {name}")
    assert upward == []


def test_no_modules_import_each_other_in_a_circle() -> None:
    files = {
        ".".join(("checkboxnet", *path.relative_to(PACKAGE).with_suffix("").parts)): path
        for path in PACKAGE.rglob("*.py")
        if path.name != "__init__.py"
    }
    arrows = {
        name: set(imports_of(path, top_level_only=False)) & files.keys() - {name}
        for name, path in files.items()
    }
    TopologicalSorter(arrows).prepare()  # raises CycleError, which names the circle


def test_the_documented_floors_are_these() -> None:
    page = (PACKAGE.parent / "docs" / "architecture.md").read_text()
    rows = re.findall(r"^\| (\d+) \| (.*) \|$", page, re.MULTILINE)
    documented = [set(re.findall(r"`(\w+)`", rooms)) for _, rooms in reversed(rows)]
    assert documented == [*FLOORS[:-1], {"cli", "checkboxnet"}]


def test_predict_path_imports_nothing_heavy_at_module_level() -> None:
    for room in PREDICT_PATH:
        for path in [*PACKAGE.glob(f"{room}.py"), *(PACKAGE / room).rglob("*.py")]:
            heavy = {name.split(".")[0] for name in imports_of(path, top_level_only=True)} & HEAVY
            if path.name == "onnx_runtime.py":
                heavy -= {"onnxruntime"}
            if path.name in TORCH_FROM_THE_START:
                heavy -= {"torch"}
            assert not heavy, path


def test_import_loads_nothing_heavy(python: Callable[[str], str]) -> None:
    loaded = python("import sys, checkboxnet; print('\\n'.join(sys.modules))").split()
    assert not (HEAVY | {"numpy", "PIL", "rich", "typer"}) & set(loaded)


def test_predict_does_not_load_torch(python: Callable[[str], str]) -> None:
    code = (
        "import sys, checkboxnet\n"
        "print(checkboxnet.predict('examples/images/checked/switch-dark.png').label)\n"
        "print(sorted({'torch', 'torchvision', 'timm', 'sklearn'} & set(sys.modules)))"
    )
    assert python(code).split("\n")[:2] == ["checked", "[]"]


def test_without_what_trains_python_says_what_to_install(python: Callable[[str], str]) -> None:
    code = """
import sys

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("torch", "timm", "jinja2", "scipy", "imagehash"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Absent())
import checkboxnet
for name, options in (
    ("fine_tune", {"data": "examples/images", "output": "/nowhere/run"}),
    ("evaluate", {"data": "examples/images"}),
    ("export", {"format": "onnx", "output": "/nowhere/file.onnx"}),
):
    try:
        getattr(checkboxnet, name)(**options)
    except checkboxnet.CheckboxNetError as error:
        print(name, type(error).__name__, error)
"""
    lines = python(code).splitlines()
    assert [line.split()[:2] for line in lines] == [
        ["fine_tune", "MissingExtraError"],
        ["evaluate", "MissingExtraError"],
        ["export", "MissingExtraError"],
    ]
    assert all(line.endswith("Install it with: pip install checkboxnet") for line in lines)


def test_a_command_loads_no_other_and_no_progress_bar_that_nobody_sees(
    python: Callable[[str], str],
) -> None:
    code = (
        "import sys, checkboxnet.cli\n"
        "try: checkboxnet.cli.main(['predict', 'examples/images/checked/switch-dark.png'])\n"
        "except SystemExit: pass\n"
        "loaded = {name for name in sys.modules if name.startswith('checkboxnet.cli.')}\n"
        "print(sorted(loaded), 'rich.progress' in sys.modules)"
    )
    assert python(code).splitlines()[1] == (
        "['checkboxnet.cli.output', 'checkboxnet.cli.predict'] False"
    )


def test_help_waits_for_no_library(python: Callable[[str], str]) -> None:
    code = "import sys, checkboxnet.cli.predict; print({'numpy', 'PIL'} & set(sys.modules))"
    assert python(code).strip() == "set()"


@pytest.mark.parametrize(("before", "after"), [(None, "1"), ("0", "0")])
def test_onnx_runtime_reports_nothing_unless_asked_to(
    python: Callable[[str], str], before: str | None, after: str
) -> None:
    code = (
        "import os\n"
        "os.environ.pop('ORT_DISABLE_TELEMETRY', None)\n"
        f"os.environ.update({{'ORT_DISABLE_TELEMETRY': {before!r}}} if {before!r} else {{}})\n"
        "import checkboxnet; checkboxnet.load_model()\n"
        "print(os.environ['ORT_DISABLE_TELEMETRY'])"
    )
    assert python(code).strip() == after


def test_exported_names_are_sorted_and_there() -> None:
    assert checkboxnet.__all__ == sorted(checkboxnet.__all__)
    for name in checkboxnet.__all__:
        assert getattr(checkboxnet, name) is not None
    assert set(checkboxnet._MODULE_OF) == set(checkboxnet.__all__) - {"__version__"}


def test_no_unpickling_anywhere() -> None:
    forbidden = {"pickle", "cPickle", "joblib", "cloudpickle", "dill", "marshal", "shelve"}
    for path in PACKAGE.rglob("*.py"):
        roots = {name.split(".")[0] for name in imports_of(path, top_level_only=False)}
        assert not roots & forbidden, path
        assert "torch.load(" not in path.read_text(), path
