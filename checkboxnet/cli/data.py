"""`checkboxnet data`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from checkboxnet.cli.output import ReportFormat
from checkboxnet.errors import ConfigError

app = typer.Typer(
    help="Check, review, split, measure and publish labelled images.", no_args_is_help=True
)

SourceArgument = Annotated[str, typer.Argument(help="Folder with label folders, or a manifest.")]
FormatOption = Annotated[ReportFormat, typer.Option("--format", "-f", help="Format of stdout.")]


@app.command()
def check(
    source: SourceArgument,
    model: Annotated[
        str | None,
        typer.Option(
            "--model", "-m", help="Lists labels that it doubts too; not trained on these images."
        ),
    ] = None,
    format: FormatOption = ReportFormat.TEXT,
) -> None:
    """Find damaged files, duplicates, contradicting labels, odd sizes and imbalance.

    The exit status is 1 if anything would spoil training; warnings alone leave it at 0.

    \b
    checkboxnet data check my_crops/
    checkboxnet data check my_crops/ --model default
    """
    from checkboxnet.dataset.check import check as find_issues
    from checkboxnet.dataset.read import read_images

    report = find_issues(read_images(source), model=model)
    print(json.dumps(report.to_dict(), indent=2) if format is ReportFormat.JSON else report)
    if not report.ok:
        raise typer.Exit(1)


@app.command()
def review(
    source: SourceArgument,
    output: Annotated[
        Path,
        typer.Option("--output", "-o", help="Manifest to write, .csv or .jsonl, or to go on with."),
    ],
    model: Annotated[
        str,
        typer.Option("--model", "-m", help="Sorts by its doubt; not trained on these images."),
    ] = "default",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes a free one.")] = 0,
) -> None:
    """Look labels through in a browser, the most doubtful first, and correct them.

    Prints the address to open: on this machine only, with a token of its own. Keys: 1, 2, 3 give
    a label, z undoes, arrows move. Each decision is written at once into a manifest that training
    takes; no image or folder is changed. Ctrl-C ends it, and the same command goes on where it
    ended.

    \b
    checkboxnet data review my_crops/ --output reviewed.jsonl
    checkboxnet fine-tune reviewed.jsonl --output runs/my-style
    """
    from checkboxnet.dataset.read import read_images
    from checkboxnet.dataset.review import Review, ReviewServer

    with Review(read_images(source), output, model=model) as reviewed:
        for message in reviewed.unreadable:
            print(f"not shown: {message}", file=sys.stderr)
        with ReviewServer(reviewed, port=port) as server:
            print(server.url, flush=True)
            print("open this address in a browser; Ctrl-C ends the review", file=sys.stderr)
            server.run()
        counts = ", ".join(f"{count} {state}" for state, count in reviewed.counts().items())
        print(f"{len(reviewed.items)} images: {counts}", file=sys.stderr)


@app.command()
def split(
    source: SourceArgument,
    output: Annotated[Path, typer.Option("--output", "-o", help="Manifest: .csv or .jsonl.")],
    fractions: Annotated[
        tuple[float, float, float], typer.Option(help="Shares of train, val and test.")
    ] = (0.8, 0.1, 0.1),
    seed: Annotated[int, typer.Option(help="Same seed, same split.")] = 101,
    method: Annotated[
        Literal["grouped", "torch"],
        typer.Option(help="grouped keeps near-duplicates together; torch is random_split."),
    ] = "grouped",
    overwrite: Annotated[bool, typer.Option(help="Replace the manifest.")] = False,
) -> None:
    """Divide images into train, val and test, and write that down as a manifest.

    \b
    checkboxnet data split my_crops/ --output split.csv
    checkboxnet data split my_crops/ --output split.csv --fractions 0.7 0.15 0.15
    """
    from checkboxnet.dataset.read import read_images, write_manifest
    from checkboxnet.dataset.split import SPLITS, split_images

    images = split_images(read_images(source), fractions=fractions, seed=seed, method=method)
    print(write_manifest(images, output, overwrite=overwrite))
    for name in SPLITS:
        if name in images.splits:
            counts = images.select(name).counts()
            listed = ", ".join(f"{count} {label}" for label, count in counts.items())
            print(f"{name}: {sum(counts.values())} ({listed})", file=sys.stderr)


@app.command()
def stats(
    source: SourceArgument,
    size: Annotated[int, typer.Option(min=1, help="Side in px for mean and std.")] = 224,
    format: FormatOption = ReportFormat.TEXT,
) -> None:
    """Measure counts, class weights, mean and std, widths and heights.

    \b
    checkboxnet data stats my_crops/ --size 299
    """
    from checkboxnet.dataset.read import read_images
    from checkboxnet.dataset.statistics import statistics

    result = statistics(read_images(source), size=size)
    if format is ReportFormat.JSON:
        print(json.dumps(result, indent=2))
        return
    print(f"images  {result['count']}")
    for label, count in result["labels"].items():
        weight = f"  class weight {result['class_weights'][label]:.4f}" if count else ""
        print(f"  {label:<10} {count:6d}{weight}")
    for name in ("mean", "std"):
        print(f"{name:<7} {', '.join(f'{value:.4f}' for value in result[name])}  (at {size} px)")
    for name in ("width", "height", "aspect"):
        print(f"{name:<7} {{min:.4g}} – {{max:.4g}}, median {{median:.4g}}".format(**result[name]))


@app.command()
def export(
    source: SourceArgument,
    output: Annotated[Path, typer.Option("--output", "-o", help="Folder to write.")],
    format: Annotated[
        Literal["imagefolder", "parquet"],
        typer.Option("--format", "-f", help="Image files, or Parquet shards with them inside."),
    ] = "imagefolder",
    title: Annotated[str | None, typer.Option(help="Of the card [default: folder's name]")] = None,
    license: Annotated[
        str, typer.Option(help="As on the Hub: cc-by-4.0, apache-2.0, other…")
    ] = "unknown",
    kits: Annotated[
        Path | None, typer.Option(help="JSON with versions and licences of the kits.")
    ] = None,
    notes: Annotated[
        Path | None, typer.Option(help="Markdown or text file to end the card with.")
    ] = None,
    overwrite: Annotated[bool, typer.Option(help="Replace an earlier export.")] = False,
) -> None:
    """Write a dataset with its card, ready for the Hugging Face Hub.

    \b
    checkboxnet data export split.jsonl --output my_dataset --license cc-by-4.0
    checkboxnet data export crops/ --output my_dataset --format parquet --notes origin.md
    """
    from checkboxnet.dataset.export import export_dataset
    from checkboxnet.dataset.read import read_images

    images = read_images(source)
    folder = export_dataset(
        images,
        output,
        format=format,
        title=title,
        license=license,
        kits=kits,
        notes=_read_notes(notes) if notes else "",
        overwrite=overwrite,
    )
    print(folder)
    print(f"{len(images)} images of {len(images.labels)} labels", file=sys.stderr)


@app.command()
def push(
    folder: Annotated[Path, typer.Argument(help="Dataset written by data export.")],
    repo_id: Annotated[str, typer.Argument(help="Hub repository, owner/name; made if missing.")],
    private: Annotated[bool, typer.Option(help="Make a new repository private.")] = False,
) -> None:
    """Publish an exported dataset on the Hugging Face Hub, in place of an earlier export there.

    Log in first with `hf auth login`, or set HF_TOKEN. Prints the commit.

    \b
    checkboxnet data push my_dataset my-team/my-dataset --private
    """
    from checkboxnet.dataset.export import push_dataset

    print(push_dataset(folder, repo_id, private=private))


def _read_notes(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise ConfigError(f"{path}: notes cannot be read as text ({error})") from error
