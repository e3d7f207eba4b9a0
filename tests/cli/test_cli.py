from __future__ import annotations

import csv
import io
import itertools
import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import Outcome

import checkboxnet
from checkboxnet.picture.read import list_images

Cli = Callable[..., Outcome]


def test_predict_prints_a_line_per_image_and_a_summary(cli: Cli, example_images: Path) -> None:
    outcome = cli("predict", example_images)
    assert outcome.code == 0
    lines = outcome.out.splitlines()
    assert len(lines) == len(list_images(example_images))
    label, score, path = lines[0].split()[:3]
    assert label in ("checked", "unchecked", "other")
    assert 0 <= float(score) <= 1
    assert Path(path).is_file()
    assert f"{len(lines)} images:" in outcome.err


def test_predict_takes_the_boxes_of_one_screenshot(cli: Cli, example_images: Path) -> None:
    path = str(example_images / "checked" / "checkbox-native-en.png")
    outcome = cli("predict", path, "--box", "24,22,36,36", "--box", "24,22,40,40", "-f", "json")
    assert outcome.code == 0
    rows = json.loads(outcome.out)
    assert [row["path"] for row in rows] == [f"{path} 24,22,36,36", f"{path} 24,22,40,40"]
    expected = checkboxnet.load_model().predict_boxes(path, [(24, 22, 36, 36), (24, 22, 40, 40)])
    assert [row["score"] for row in rows] == [each.score for each in expected]
    wrong = cli("predict", path, "--box", "24,22,36")
    assert wrong.code == 2
    assert "left,top,width,height, got '24,22,36'" in wrong.err
    outside = cli("predict", path, "--box", "24,22,36,3600")
    assert outside.code == 1
    assert "reaches out of the picture" in outside.err
    assert cli("predict", path, path, "--box", "24,22,36,36").code == 2


def test_formats_hold_the_same_predictions(cli: Cli, example_images: Path) -> None:
    folder = example_images / "checked"
    as_json = json.loads(cli("predict", folder, "--format", "json").out)
    as_jsonl = [json.loads(row) for row in cli("predict", folder, "-f", "jsonl").out.splitlines()]
    as_csv = list(csv.DictReader(io.StringIO(cli("predict", folder, "-f", "csv").out)))
    assert as_json == as_jsonl
    assert [row["path"] for row in as_csv] == [row["path"] for row in as_json]
    assert [float(row["score"]) for row in as_csv] == [row["score"] for row in as_json]
    assert [float(row["checked"]) for row in as_csv] == [
        row["probabilities"]["checked"] for row in as_json
    ]


def test_an_address_costs_itself_only(cli: Cli, example_images: Path) -> None:
    good = list_images(example_images)[0]
    data_url = "data:image/png;base64," + "A" * 5000  # longer than a path may be
    outcome = cli("predict", data_url, "https://example.com/box.png", good)
    assert outcome.code == 1
    assert str(good) in outcome.out
    first, second, _ = outcome.err.splitlines()
    assert "data URLs aren't taken" in first
    assert len(first) < 200
    assert second.startswith("error: https://example.com/box.png: addresses aren't taken")


def test_a_bad_image_costs_itself_only(cli: Cli, example_images: Path, tmp_path: Path) -> None:
    bad = tmp_path / "text.png"
    bad.write_text("no image")
    good = list_images(example_images)[0]
    outcome = cli("predict", bad, good, "--format", "jsonl")
    assert outcome.code == 1
    first, second = map(json.loads, outcome.out.splitlines())
    assert "not an image" in first["error"]
    assert second["path"] == str(good)
    assert f"error: {bad}" in outcome.err


EXPORT = ["data", "export", "examples/images", "-o", "never-made"]


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (["predict"], 2, "Missing argument"),
        (["predict", "x.png", "--format", "xml"], 2, "xml"),
        (["nonsense"], 2, "nonsense"),
        (["predict", "nowhere.png"], 1, "nowhere.png: no such file"),
        (["predict", "docs", "--model", "runs/none/x"], 1, "Accepted: a name"),
        (["predict", "x.png", "--runtime", "onnx", "--device", "cuda"], 2, "use 'torch'"),
        (["evaluate", "nowhere"], 1, "nowhere: no such folder"),
        (["fine-tune", "nowhere", "-o", "never-made"], 1, "nowhere: no such folder"),
        (["fine-tune", "x", "-o", "y", "--augment", "mirror"], 2, "augment must be one of"),
        (["data", "split", "examples/images", "-o", "x.txt"], 1, ".csv or .jsonl"),
        (["data", "export", "nowhere", "-o", "never-made"], 1, "nowhere: no such folder"),
        ([*EXPORT, "--license", "My own"], 2, "got 'My own'"),
        ([*EXPORT, "--kits", "k.json"], 1, "k.json: expected a list of kits"),
        ([*EXPORT, "--notes", "n.md"], 2, "n.md: notes cannot"),
        (["export", "-o", "never-made", "-f", "onnx-int8"], 2, "needs it"),
        (["data", "push", "nowhere", "me/x"], 1, "nowhere: no exported dataset"),
    ],
)
def test_errors_say_what_is_wrong_without_traceback(
    cli: Cli, args: list[str], code: int, words: str
) -> None:
    outcome = cli(*args)
    assert outcome.code == code
    assert words in outcome.err
    assert outcome.out == ""
    assert "Traceback" not in outcome.err
    assert not Path("never-made").exists()


def test_debug_shows_the_traceback() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "checkboxnet", "--debug", "evaluate", "nowhere"],
        capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 1
    assert "Traceback" in done.stderr


@pytest.mark.parametrize("debug", [False, True])
def test_debug_shows_the_traceback_of_each_bad_image(
    debug: bool, example_images: Path, tmp_path: Path
) -> None:
    bad = tmp_path / "bad.png"
    bad.write_bytes(list_images(example_images)[0].read_bytes()[:60])
    done = subprocess.run(
        [sys.executable, "-m", "checkboxnet", *["--debug"] * debug, "predict", str(bad),
         "nowhere.png", str(list_images(example_images)[1])],
        capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    assert [line for line in lines if line.startswith(f"error: {bad}: cannot be read")]
    assert "error: nowhere.png: no such file" in lines
    raised = [line for line in lines if line.startswith("checkboxnet.errors.ImageError: ")]
    assert len(raised) == 2 * debug
    assert ("PIL/" in done.stderr) == debug  # where it began


def test_stdin_is_an_image(example_images: Path) -> None:
    path = list_images(example_images)[0]
    with path.open("rb") as file:
        command = [sys.executable, "-m", "checkboxnet", "predict", "--format", "jsonl", "-"]
        done = subprocess.run(command, stdin=file, capture_output=True)
    row = json.loads(done.stdout)
    assert row == {"path": "-", **checkboxnet.predict(path).to_dict()}


def test_interrupt_exits_130_with_a_message() -> None:
    code = (
        "import sys, checkboxnet.cli\n"
        "import checkboxnet.cli.predict as command\n"
        "def wait(name): print('ready', flush=True); return sys.stdin.buffer.read()\n"
        "command.image_of = wait\n"
        "checkboxnet.cli.main()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, "predict", "-"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.send_signal(signal.SIGINT)
        assert process.stderr is not None
        assert process.stderr.read() == "interrupted\n"
    assert process.returncode == 130


@pytest.fixture
def interrupted_after_two(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C once two images of a stream are predicted."""
    stream = checkboxnet.Model.stream

    def interrupted(*args: Any, **options: Any) -> Iterator[Any]:
        yield from itertools.islice(stream(*args, **options), 2)
        raise KeyboardInterrupt

    monkeypatch.setattr(checkboxnet.Model, "stream", interrupted)


@pytest.mark.parametrize("style", ["text", "json", "jsonl", "csv"])
def test_an_interrupted_prediction_prints_what_it_has(
    cli: Cli, example_images: Path, style: str, interrupted_after_two: None
) -> None:
    outcome = cli("predict", example_images, "--format", style)
    assert outcome.code == 130
    assert outcome.err == "interrupted\n"
    paths = [str(path) for path in list_images(example_images)[:2]]
    lines = outcome.out.splitlines()
    if style == "json":
        assert [row["path"] for row in json.loads(outcome.out)] == paths
    elif style == "jsonl":
        assert [json.loads(line)["path"] for line in lines] == paths
    elif style == "csv":
        assert [row["path"] for row in csv.DictReader(lines)] == paths
    else:
        assert [line.split()[2] for line in lines] == paths


def test_an_interrupted_evaluation_promises_nothing(
    cli: Cli, example_images: Path, interrupted_after_two: None
) -> None:
    outcome = cli("evaluate", example_images, "--format", "json")
    assert (outcome.code, outcome.out, outcome.err) == (130, "", "interrupted\n")


@pytest.mark.parametrize(
    ("command", "function", "words"),
    [
        (["fine-tune", "x", "-o", "y"], "checkboxnet.training.fine_tune.fine_tune", "--resume"),
        (
            ["experiments", "run", "checkpoint-1", "--data", "x"],
            "checkboxnet.experiments.run.run_experiment",
            "--resume",
        ),
        (["harvest", "x", "-o", "y"], "checkboxnet.harvesting.harvest.harvest", "same command"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_what_an_interrupted_command_keeps_is_said(
    cli: Cli, command: list[str], function: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*args: object, **options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(function, interrupted)
    outcome = cli(*command)
    assert outcome.code == 130
    kept, last = outcome.err.splitlines()
    assert "kept" in kept
    assert words in kept
    assert last == "interrupted"


def test_evaluate_json_and_plots(cli: Cli, example_images: Path, tmp_path: Path) -> None:
    outcome = cli("evaluate", example_images, "-f", "json", "--plots", tmp_path / "plots")
    assert outcome.code == 0
    assert json.loads(outcome.out)["count"] == len(list_images(example_images))
    assert (tmp_path / "plots" / "confusion.png").is_file()
    again = cli("evaluate", example_images, "--plots", tmp_path / "plots")
    assert (again.code, again.out) == (1, "")  # said before anything is evaluated
    assert "confusion.png exists already" in again.err


def test_data_commands(cli: Cli, tiny_crops: Path, tmp_path: Path) -> None:
    manifest = tmp_path / "split.csv"
    outcome = cli("data", "split", tiny_crops, "--output", manifest, "--fractions", 0.5, 0.25, 0.25)
    assert outcome.out.strip() == str(manifest)
    assert "train: 18" in outcome.err
    assert cli("data", "split", tiny_crops, "--output", manifest).code == 1
    assert json.loads(cli("data", "stats", manifest, "-f", "json").out)["count"] == 36
    crops = tmp_path / "crops"
    shutil.copytree(tiny_crops, crops)
    assert cli("data", "check", crops).code == 0
    (crops / "other" / "broken.png").write_bytes(b"")
    outcome = cli("data", "check", crops, "-f", "json")
    assert outcome.code == 1
    assert json.loads(outcome.out)["issues"][0]["kind"] == "unreadable"


def test_data_export(cli: Cli, tiny_crops: Path, tmp_path: Path) -> None:
    manifest, out = tmp_path / "split.csv", tmp_path / "dataset"
    cli("data", "split", tiny_crops, "--output", manifest, "--fractions", 0.5, 0.25, 0.25)
    (tmp_path / "kits.json").write_text('[{"name": "drawn", "packages": []}]')
    (tmp_path / "notes.md").write_text("Drawn by a test.")
    outcome = cli(
        "data", "export", manifest, "-o", out, "--title", "Drawn controls", "--license", "mit",
        "--kits", tmp_path / "kits.json", "--notes", tmp_path / "notes.md",
    )  # fmt: skip
    assert outcome.code == 0, outcome.err
    assert outcome.out.strip() == str(out)
    assert "36 images of 3 labels" in outcome.err
    assert len(list_images(out / "train")) == 18
    card = (out / "README.md").read_text()
    assert "# Drawn controls" in card
    assert "license: mit" in card
    assert card.endswith("Drawn by a test.\n")
    assert cli("data", "export", manifest, "--output", out).code == 1
    assert cli("data", "export", manifest, "-o", out, "-f", "parquet", "--overwrite").code == 0
    assert sorted(path.name for path in out.glob("data/*")) == [
        f"{name}-00000-of-00001.parquet" for name in ("test", "train", "validation")
    ]


def test_fine_tune_then_use(
    cli: Cli, tiny_crops: Path, tiny_backbone: Path, tmp_path: Path
) -> None:
    run = tmp_path / "run"
    options = ["--base", tiny_backbone, "--epochs", 1, "--size", 32, 32]
    outcome = cli("fine-tune", tiny_crops, "-o", run, *options)
    assert outcome.code == 0, outcome.err
    assert outcome.out.strip() == str(run)
    assert cli("fine-tune", tiny_crops, "-o", run, *options).code == 1
    assert cli("fine-tune", tiny_crops, "-o", run, *options, "--resume").code == 0
    assert cli("evaluate", tiny_crops, "--model", run).code == 0
    assert cli("predict", tiny_crops, "--model", run).code == 0


def test_models_list_and_version(cli: Cli) -> None:
    assert "(default)" in cli("models", "list").out
    assert cli("--version").out.strip() == f"checkboxnet {checkboxnet.__version__}"


@pytest.mark.parametrize(
    "command",
    [
        "predict",
        "doctor",
        "evaluate",
        "export",
        "fine-tune",
        "serve",
        "mcp",
        "data split",
        "data export",
        "data push",
    ],
)
def test_help_teaches_by_example(cli: Cli, command: str) -> None:
    outcome = cli(*command.split(), "--help")
    assert outcome.code == 0
    assert f"checkboxnet {command}" in outcome.out
