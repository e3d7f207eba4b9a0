"""The output of a training run: whose it is, what it holds, and what is left of one that fails."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any

from checkboxnet.errors import ConfigError, DatasetError, OutputBusyError, OutputExistsError
from checkboxnet.report.files import (
    FolderKind,
    parse_json,
    refuse_to_replace,
    sole_writer,
    write_text,
)
from checkboxnet.weights.config import FOLDER_FILES, GRAPH_FILE

RUN_FOLDER = "training"
"""Subfolder of the output that keeps settings, metrics of each epoch, and checkpoints."""
LAST_CHECKPOINT = "last.safetensors"
BEST_CHECKPOINT = "best.safetensors"
METRICS_LOG = "metrics.jsonl"

_LOGGED = {f"{part}_{kind}" for part in ("train", "validation") for kind in ("loss", "accuracy")}
_LOGGED |= {"epoch"}
"""What every row of the metrics has, at least."""

_SETTINGS = "config.json"
_LOCK = ".lock"
_HOLDS = (_SETTINGS, METRICS_LOG, LAST_CHECKPOINT, BEST_CHECKPOINT, _LOCK, "events.out.tfevents.*")
_KIND = FolderKind(
    name="training run",
    holds=(*FOLDER_FILES, *(f"{RUN_FOLDER}/{name}" for name in _HOLDS)),
    proof=(f"{RUN_FOLDER}/{_SETTINGS}", f"{RUN_FOLDER}/{_LOCK}", GRAPH_FILE),
)


def require_output(output: Path, *, resume: bool, overwrite: bool) -> None:
    """Raises unless a run may be written there.

    Raises:
        ConfigError: Both `resume` and `overwrite` are set.
        OutputExistsError: `output` holds something, and neither is set, or what would be replaced
            isn't all of a run.
    """
    if resume and overwrite:
        raise ConfigError("resume and overwrite exclude each other")
    if resume and _can_be_resumed(output):
        return
    nothing_done = resume and (output / RUN_FOLDER).is_dir()
    if not (overwrite or nothing_done) and output.is_dir() and any(output.iterdir()):
        raise OutputExistsError(
            f"{output} exists already. Pass resume=True (--resume) to go on with an "
            "interrupted run, overwrite=True (--overwrite) to replace it, or another name"
        )
    refuse_to_replace(output, _KIND, overwrite=overwrite or nothing_done)


def prepare_output(output: Path, *, resume: bool, overwrite: bool) -> Path:
    """Returns the folder of the run's records, made unless there is a run to go on with.

    Raises:
        OutputBusyError: Another process has begun to train there.
        CheckboxNetError: As `require_output` does.
    """
    require_output(output, resume=resume, overwrite=overwrite)
    run = output / RUN_FOLDER
    if resume and _can_be_resumed(output):
        return run
    if output.is_dir():
        with sole_writer(run) if run.is_dir() else nullcontext():
            for path in output.iterdir():
                shutil.rmtree(path) if path.is_dir() else path.unlink()
    try:
        run.mkdir(parents=True)
    except FileExistsError as error:
        raise OutputBusyError(f"{output}: another process has just begun to train there") from error
    return run


@contextmanager
def removed_without_checkpoint(run: Path) -> Iterator[None]:
    """Removes a run that fails before it has anything to go on with, so that it can be repeated."""
    try:
        yield
    except BaseException:
        if not (run / LAST_CHECKPOINT).is_file():
            shutil.rmtree(run, ignore_errors=True)
            with suppress(OSError):
                run.parent.rmdir()
        raise


def record_settings(run: Path, settings: Mapping[str, Any]) -> None:
    """Keeps the settings of a new run; those of a resumed one must be the same.

    Raises:
        ConfigError: They differ, or can't be read.
    """
    record = run / _SETTINGS
    if not record.is_file():
        write_text(record, json.dumps(settings, indent=2) + "\n")
        return
    before = parse_json(record.read_bytes(), source=str(record), error=_not_resumable)
    if not isinstance(before, dict):
        raise _not_resumable(f"{record}: expected a JSON object")
    changed = [key for key in settings if before.get(key) != settings[key]]
    if changed:
        raise ConfigError(
            f"{run.parent}: cannot resume, {', '.join(changed)} differ from the interrupted run's "
            f"(see {record}). Use the same settings, or overwrite=True to start again"
        )


def read_log(log: Path) -> list[dict[str, Any]]:
    """Returns the rows of a run's metrics, one per epoch.

    Raises:
        DatasetError: There are none, or they can't be read.
    """
    try:
        lines = log.read_bytes().splitlines()
    except OSError as error:
        raise DatasetError(f"{log}: the run's metrics can't be read ({error})") from error
    rows = [
        parse_json(line, source=f"{log}, line {number}", error=DatasetError)
        for number, line in enumerate(lines, start=1)
    ]
    for row in rows:
        if not isinstance(row, dict) or not row.keys() >= _LOGGED or type(row["epoch"]) is not int:
            raise DatasetError(f"{log}: a row lacks one of {', '.join(sorted(_LOGGED))}")
    return rows


def _not_resumable(reason: str) -> ConfigError:
    return ConfigError(f"{reason}. Start again with overwrite=True")


def _can_be_resumed(output: Path) -> bool:
    return (output / RUN_FOLDER / LAST_CHECKPOINT).is_file()
