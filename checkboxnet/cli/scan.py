"""`checkboxnet scan`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from checkboxnet.cli.output import Format, print_documents, print_error
from checkboxnet.cli.predict import ModelOption, RevisionOption, image_names, image_of
from checkboxnet.errors import ImageError

if TYPE_CHECKING:
    from checkboxnet.scanning.found import Found


_FIELDS = ("path", "left", "top", "width", "height", "detection_score")
_STATE = ("label", "score", "certain", "reason", "kind", "mixed")


def scan(
    paths: Annotated[
        list[str],
        typer.Argument(help="Screenshots, folders (searched for images), or - for stdin."),
    ],
    model: ModelOption = "default",
    revision: RevisionOption = None,
    detector: Annotated[
        str, typer.Option(help="default, or a folder that fine_tune_detector wrote.")
    ] = "default",
    format: Annotated[Format, typer.Option("--format", "-f", help="Format of stdout.")] = (
        Format.TEXT
    ),
    min_score: Annotated[
        float | None,
        typer.Option(
            min=0, max=1, help="Lowest detection score, in place of the detector's own threshold."
        ),
    ] = None,
    annotate: Annotated[
        Path | None,
        typer.Option(help="Folder for copies of the screenshots, with what was found drawn in."),
    ] = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace such copies.")] = False,
) -> None:
    """Find the controls on screenshots, and print the state of each.

    A screenshot that can't be read is reported on stderr, the others are still done, and the exit
    status is 1. A screenshot without controls is no failure.

    \b
    checkboxnet scan desktop.png
    checkboxnet scan --format jsonl shots/ > controls.jsonl
    checkboxnet scan --annotate drawn/ shots/*.png
    """
    from checkboxnet.model import load_model
    from checkboxnet.picture.read import open_image
    from checkboxnet.report.progress import track
    from checkboxnet.scanning.detector import as_detector

    names = image_names(paths)
    targets = _targets(annotate, names, overwrite=overwrite)
    loaded, finder = load_model(model, revision=revision), as_detector(detector)

    count = failed = 0

    def documents() -> Iterator[dict[str, Any]]:
        nonlocal count, failed
        for name in track(names, "scanning", total=len(names)):
            try:
                image = open_image(image_of(name))
                found = loaded.scan(image, detector=finder, min_score=min_score)
            except ImageError as error:
                failed += 1
                print_error(error)
                yield {"path": name, "error": str(error)}
                continue
            if name in targets:
                _save(targets[name], image, found)
            count += len(found)
            yield {"path": name, "found": [each.to_dict() for each in found]}

    print_documents(
        documents(),
        format,
        columns=[*_FIELDS, *_STATE, "error"],
        csv_rows=_csv_rows,
        lines=_lines,
    )
    if len(names) > 1:
        print(f"{len(names)} screenshots: {count} controls, {failed} failed", file=sys.stderr)
    if failed:
        raise typer.Exit(1)


def _targets(folder: Path | None, names: Sequence[str], *, overwrite: bool) -> dict[str, Path]:
    """Returns where the annotated copy of each screenshot goes, before anything is scanned."""
    from checkboxnet.errors import ConfigError
    from checkboxnet.report.files import refuse_to_overwrite

    if folder is None:
        return {}
    targets = {
        name: folder / f"{Path(name).stem if name != '-' else 'stdin'}.png" for name in names
    }
    if len(set(targets.values())) < len(targets):
        raise ConfigError("--annotate: two of the screenshots have the same name")
    for name, target in targets.items():
        if target.exists() and name != "-" and Path(name).exists() and target.samefile(name):
            raise ConfigError(f"--annotate: {target} is a screenshot itself; name another folder")
        refuse_to_overwrite(target, overwrite=overwrite)
    return targets


def _save(target: Path, image: Any, found: Sequence[Found]) -> None:
    from PIL import Image

    from checkboxnet.report.files import atomic_path
    from checkboxnet.scanning.annotate import annotate

    with atomic_path(target) as path:
        Image.fromarray(annotate(image, found)).save(path, "PNG")


def _lines(document: dict[str, Any]) -> Iterator[str]:
    if not document.get("found", True):
        yield f"no controls  {document['path']}"
    for each in document.get("found", ()):
        box = ",".join(str(round(side)) for side in each["box"])
        doubt = f"  ({each['reason']})" if each["reason"] else ""
        kind = f"  {each['kind']}" if each["kind"] else ""
        yield f"{each['label']:<9}  {each['score']:.3f}  {document['path']}  {box}{kind}{doubt}"


def _csv_rows(document: dict[str, Any]) -> Iterator[list[Any]]:
    blank = [""] * (len(_FIELDS) - 1 + len(_STATE))
    if "error" in document:
        yield [document["path"], *blank, document["error"]]
    for each in document.get("found", ()):
        state = [each[name] for name in _STATE]
        yield [document["path"], *each["box"], each["detection_score"], *state, ""]
