"""The quick-start notebook, run as Jupyter runs it."""

from __future__ import annotations

import os
import shutil

import nbformat
import pytest
from conftest import ROOT
from nbclient import NotebookClient

from checkboxnet.picture.read import list_images

pytestmark = pytest.mark.slow


NOTEBOOK = ROOT / "examples" / "quickstart.ipynb"


@pytest.fixture(scope="module")
def executed(tmp_path_factory: pytest.TempPathFactory) -> nbformat.NotebookNode:
    folder = tmp_path_factory.mktemp("notebook")
    shutil.copytree(ROOT / "examples" / "images", folder / "images")
    with pytest.MonkeyPatch.context() as patch:
        # The kernel is a process of its own, and must see the same package as this one.
        patch.setenv("PYTHONPATH", f"{ROOT}{os.pathsep}{os.environ.get('PYTHONPATH', '')}")
        patch.setenv("IPYTHONDIR", str(folder / "ipython"))
        notebook = nbformat.read(NOTEBOOK, as_version=4)
        client = NotebookClient(
            notebook, timeout=300, resources={"metadata": {"path": str(folder)}}
        )
        client.execute()
    assert (folder / "runs" / "my-style" / "model.safetensors").is_file()
    return notebook


def shown(notebook: nbformat.NotebookNode, source: str) -> str:
    """Returns what the cell that holds the source has shown."""
    (cell,) = [c for c in notebook.cells if c.cell_type == "code" and source in c.source]
    return "".join(
        output.get("text", "") + "".join(map(str, output.get("data", {}).values()))
        for output in cell.outputs
    )


def test_it_shows_predictions_and_figures(executed: nbformat.NotebookNode) -> None:
    assert "<strong>checked</strong>" in shown(executed, "load_model()")
    count = len(list_images(ROOT / "examples" / "images"))
    assert f"{count} images, " in shown(executed, "uncertain = ")
    assert "iVBOR" in shown(executed, "display(")  # pictures, as PNG
    assert "'train': " in shown(executed, "split_images(")
    assert "<strong>" in shown(executed, "fine_tune(")
    assert "accuracy" in shown(executed, "evaluate(")


def test_nothing_is_complained_about(executed: nbformat.NotebookNode) -> None:
    for cell in executed.cells:
        for output in cell.get("outputs", []):
            assert output.output_type != "error"
            if output.get("name") == "stderr":  # tqdm's, of widgets that are not installed
                assert "IProgress not found" in output.text, output.text


def test_it_is_committed_without_outputs_and_traces_of_a_run() -> None:
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    nbformat.validate(notebook)
    assert set(notebook.metadata) == {"kernelspec", "language_info"}
    assert set(notebook.metadata.language_info) == {"name"}
    for cell in notebook.cells:
        assert cell.metadata == {}
        if cell.cell_type == "code":
            assert (cell.outputs, cell.execution_count) == ([], None)
            for word in ("/home", "/root", "/tmp", "/work", "C:\\"):  # noqa: S108
                assert word not in cell.source
