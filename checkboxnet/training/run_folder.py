"""The output of a training run: who may write there, what it holds, what a failed run leaves."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any

from checkboxnet.errors import ConfigError, OutputBusyError, OutputExistsError
from checkboxnet.report.files import (
    FolderKind,
    parse_json,
    refuse_to_replace,
    sole_writer,
    write_text,
)
from checkboxnet.weights.config import FOLDER_FILES, GRAPH_FILE

RUN_FOLDER = "training"
"""Subfolder of the output that keeps settings, metrics of each epoch, and the checkpoint."""
CHECKPOINT = "checkpoint.safetensors"
METRICS_LOG = "metrics.jsonl"
_SETTINGS = "config.json"
_LOCK = ".lock"
_KIND = FolderKind(
    name="training run",
    holds=(
        *FOLDER_FILES,
        *(f"{RUN_FOLDER}/{name}" for name in (_SETTINGS, METRICS_LOG, CHECKPOINT, _LOCK)),
    ),
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
    if resume and _has_checkpoint(output):
        return
    nothing_done = resume and (output / RUN_FOLDER).is_dir()
    if not (overwrite or nothing_done) and output.is_dir() and any(output.iterdir()):
        raise OutputExistsError(
            f"{output} exists already. Pass resume=True (--resume) to go on with an "
            "interrupted run, overwrite=True (--overwrite) to replace it, or another name"
        )
    refuse_to_replace(output, _KIND, overwrite=overwrite or nothing_done)


@contextmanager
def open_run(
    output: Path, settings: Mapping[str, Any], *, resume: bool, overwrite: bool
) -> Iterator[Path]:
    """Holds the folder of a run's records, made unless there is a run to go on with.

    A run that fails before its first checkpoint is removed, so that it can be repeated.

    Raises:
        OutputBusyError: Another process trains there.
        ConfigError: The settings differ from those of the run to resume.
        CheckboxNetError: As `require_output` does.
    """
    require_output(output, resume=resume, overwrite=overwrite)
    run = output / RUN_FOLDER
    if not (resume and _has_checkpoint(output)):
        _make_anew(run)
    with sole_writer(run):
        try:
            _record_settings(run, settings)
            yield run
        except BaseException:
            if not _has_checkpoint(output):
                shutil.rmtree(run, ignore_errors=True)
                with suppress(OSError):
                    output.rmdir()
            raise


def _make_anew(run: Path) -> None:
    output = run.parent
    if output.is_dir():
        with sole_writer(run) if run.is_dir() else nullcontext():
            for path in output.iterdir():
                shutil.rmtree(path) if path.is_dir() else path.unlink()
    try:
        run.mkdir(parents=True)
    except FileExistsError as error:
        raise OutputBusyError(f"{output}: another process has just begun to train there") from error


def _record_settings(run: Path, settings: Mapping[str, Any]) -> None:
    """Keeps the settings of a new run; those of a resumed one must be the same."""
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


def _not_resumable(reason: str) -> ConfigError:
    return ConfigError(f"{reason}. Start again with overwrite=True")


def _has_checkpoint(output: Path) -> bool:
    return (output / RUN_FOLDER / CHECKPOINT).is_file()
