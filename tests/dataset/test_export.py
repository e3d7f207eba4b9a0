from __future__ import annotations

import json
import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml
from PIL import Image
from pyarrow import parquet

from checkboxnet.dataset.card import CardOptions
from checkboxnet.dataset.export import ExportFormat, export
from checkboxnet.dataset.kits import Kit, Package, read_kits
from checkboxnet.dataset.read import ImageSet, read_images, write_manifest
from checkboxnet.dataset.split import split
from checkboxnet.errors import (
    CheckboxNetError,
    ConfigError,
    DatasetError,
    ImageError,
    MissingExtraError,
    OutputExistsError,
)
from checkboxnet.picture.read import list_images, open_image
from checkboxnet.report.files import sha256

Load = Callable[..., dict[str, Any]]

_LOADER = """
import json, sys
import numpy as np
from datasets import load_dataset
from checkboxnet.report.files import sha256

loaded = load_dataset(*json.loads(sys.argv[1]), **json.loads(sys.argv[2]))
def row(values):
    image = values.pop("image")
    pixels = np.asarray(image.convert("RGB"))
    return {**values, "shape": pixels.shape, "pixels": sha256(pixels.tobytes())}
print(json.dumps({
    "features": {key: repr(value) for key, value in loaded["train"].features.items()},
    "splits": {name: [row(values) for values in rows] for name, rows in loaded.items()},
}))
"""


@pytest.fixture
def load(tmp_path: Path) -> Load:
    def run(*args: str, **options: str) -> dict[str, Any]:
        """Loads with the real `datasets`, in a process of its own, which reads its settings."""
        done = subprocess.run(
            [sys.executable, "-c", _LOADER, json.dumps(args), json.dumps(options)],
            capture_output=True,
            text=True,
            env={
                **os.environ,
                "HF_HOME": str(tmp_path / "cache"),
                "HF_HUB_OFFLINE": "1",
                "HF_DATASETS_OFFLINE": "1",
            },
        )
        assert done.returncode == 0, done.stderr
        result: dict[str, Any] = json.loads(done.stdout)
        return result

    return run


def harvested_rows(folder: Path) -> Iterator[dict[str, Any]]:
    kits = ("bootstrap", "bootstrap", "material", "ant")
    for index, path in enumerate(list_images(folder)):
        data = path.read_bytes()
        kit = kits[index % 4]
        yield {
            "path": path.relative_to(folder).as_posix(),
            "label": path.parent.name,
            "group": kit,
            "kit": kit,
            "page": f"http://localhost/{kit}.html",
            "selector": f"#a{index}",
            "role": "checkbox" if index % 3 else None,
            "kind": "checkbox",
            "framing": "control",
            "box": [1, 2.5, 20, 20],
            "scale": 1.5 if kit == "ant" else 2,
            "viewport": [1280, 800],
            "theme": ("dark", "light")[index % 2],
            "lang": "ja" if index % 5 == 0 else "en",
            "name": 'two\u2028lines, \x85 "quoted"',  # no ends of lines in JSON Lines
            "disabled": index % 2 == 0,
            "native_checked": None if kit == "ant" else path.parent.name == "checked",
            "aria_checked": None,
            "sha256": sha256(data),
        }


@pytest.fixture
def harvest(tmp_path: Path, tiny_crops: Path) -> Path:
    """A harvested folder: images and their manifest."""
    folder = tmp_path / "harvest"
    shutil.copytree(tiny_crops, folder)
    rows = "".join(json.dumps(row) + "\n" for row in harvested_rows(folder))
    (folder / "manifest.jsonl").write_text(rows)
    return folder / "manifest.jsonl"


@pytest.fixture
def images(harvest: Path) -> ImageSet:
    """The harvest, each kit on one side."""
    return split(read_images(harvest), fractions=(0.5, 0.25, 0.25))


def rewrite(manifest: Path, change: Callable[[list[dict[str, Any]]], None]) -> ImageSet:
    rows = [json.loads(line) for line in manifest.read_text().splitlines()]
    change(rows)
    manifest.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return read_images(manifest)


def content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def metadata(folder: Path, split: str) -> list[dict[str, Any]]:
    text = (folder / split / "metadata.jsonl").read_text()
    return [json.loads(line) for line in text.strip().split("\n")]


HUB_NAMES = {"train": "train", "val": "validation", "test": "test"}


def expected_rows(images: ImageSet) -> dict[str, set[tuple[str, str]]]:
    """Pixels and label of every image, by the Hub's name of its split."""
    result: dict[str, set[tuple[str, str]]] = {}
    for sample in images.samples:
        pixels = sha256(open_image(sample.path).tobytes())
        name = HUB_NAMES[sample.split or "train"]
        result.setdefault(name, set()).add((pixels, sample.label))
    return result


@pytest.mark.parametrize("style", ["imagefolder", "parquet"])
def test_datasets_reads_the_same_pixels_labels_and_columns(
    images: ImageSet, style: ExportFormat, load: Load, tmp_path: Path
) -> None:
    loaded = load(str(export(images, tmp_path / "out", style=style)))
    assert loaded["features"]["image"].startswith("Image(")
    assert loaded["features"]["label"] == "ClassLabel(names=['checked', 'unchecked', 'other'])"
    there = {
        name: {(row["pixels"], images.labels[row["label"]]) for row in rows}
        for name, rows in loaded["splits"].items()
    }
    assert list(there) == ["train", "validation", "test"]
    assert there == expected_rows(images)
    assert {name: len(rows) for name, rows in loaded["splits"].items()} == {
        HUB_NAMES[name]: len(images.select(name)) for name in HUB_NAMES
    }
    by_digest = {sample.metadata["sha256"]: sample.metadata for sample in images.samples}
    for row in (row for rows in loaded["splits"].values() for row in rows):
        meant = by_digest[row["sha256"]]
        for column in (
            "kit",
            "page",
            "selector",
            "kind",
            "framing",
            "theme",
            "lang",
            "disabled",
            "name",
        ):
            assert row[column] == meant[column]
        assert row["group"] == meant["kit"]
        assert row["role"] == (meant["role"] or "")
        assert row["scale"] == float(meant["scale"])
        assert not {"box", "viewport", "aria_checked", "split", "path"} & set(row)


def test_imagefolder_by_its_loader_name(images: ImageSet, load: Load, tmp_path: Path) -> None:
    folder = export(images, tmp_path / "out")
    loaded = load("imagefolder", data_dir=str(folder))
    there = {
        name: {(row["pixels"], row["label"]) for row in rows}
        for name, rows in loaded["splits"].items()
    }
    assert there == expected_rows(images)
    assert loaded["features"]["scale"] == "Value('float64')"
    # One kit leaves it open; were its split alone null, the splits could not be read as one.
    assert loaded["features"]["native_checked"] == "Value('string')"


def test_imagefolder_holds_the_files_themselves(images: ImageSet, tmp_path: Path) -> None:
    folder = export(images, tmp_path / "out")
    assert sorted(path.name for path in folder.iterdir()) == [
        "README.md", "test", "train", "validation"
    ]  # fmt: skip
    for split_name, rows in ((name, metadata(folder, name)) for name in HUB_NAMES.values()):
        assert [row["sha256"] for row in rows] == sorted(row["sha256"] for row in rows)
        assert len(rows) == len(list_images(folder / split_name))
        for row in rows:
            assert row["file_name"] == f"{row['label']}/{row['sha256'][:16]}.png"
            assert sha256((folder / split_name / row["file_name"]).read_bytes()) == row["sha256"]
    # What is published can be read and trained on again.
    back = read_images(folder)
    assert back.counts() == images.counts()
    assert {name: len(back.select(name)) for name in HUB_NAMES} == {
        name: len(images.select(name)) for name in HUB_NAMES
    }


@pytest.mark.parametrize("style", ["imagefolder", "parquet"])
def test_without_a_split_all_is_train(
    tiny_crops: Path, style: ExportFormat, load: Load, tmp_path: Path
) -> None:
    images = read_images(tiny_crops)
    loaded = load(str(export(images, tmp_path / "out", style=style)))
    assert list(loaded["splits"]) == ["train"]
    assert len(loaded["splits"]["train"]) == 36
    assert "There is no split" in (tmp_path / "out" / "README.md").read_text()


def test_labels_of_ones_own_keep_their_order(load: Load, tmp_path: Path) -> None:
    for label, value in (("playing", 0), ("paused", 200)):
        (tmp_path / "crops" / label).mkdir(parents=True)
        Image.new("L", (20, 20), value).save(tmp_path / "crops" / label / "1.png")
    loaded = load(str(export(read_images(tmp_path / "crops"), tmp_path / "out")))
    assert loaded["features"]["label"] == "ClassLabel(names=['paused', 'playing'])"
    black = sha256(np.zeros((20, 20, 3), np.uint8).tobytes())
    assert {row["pixels"]: row["label"] for row in loaded["splits"]["train"]}[black] == 1


def test_shards_split_at_the_limit(images: ImageSet, load: Load, tmp_path: Path) -> None:
    folder = export(images, tmp_path / "out", style="parquet", shard_bytes=1000)
    shards = sorted((folder / "data").glob("train-*.parquet"))
    count = len(shards)
    assert count > 1
    assert [path.name for path in shards] == [
        f"train-{number:05}-of-{count:05}.parquet" for number in range(count)
    ]
    digests = []
    for path in shards:
        table = parquet.read_table(path)
        pictures = [row["bytes"] for row in table["image"].to_pylist()]
        assert len(pictures) == 1 or sum(map(len, pictures)) <= 1000
        assert [sha256(data) for data in pictures] == table["sha256"].to_pylist()
        digests += table["sha256"].to_pylist()
    assert digests == sorted(digests)
    assert len(load(str(folder))["splits"]["train"]) == len(images.select("train")) == len(digests)


def test_row_groups_bound_the_memory(
    images: ImageSet, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("checkboxnet.dataset.parquet._GROUP_ROWS", 7)
    folder = export(images, tmp_path / "out", style="parquet")
    file = parquet.ParquetFile(folder / "data" / "train-00000-of-00001.parquet")
    sizes = [
        file.metadata.row_group(index).num_rows for index in range(file.metadata.num_row_groups)
    ]
    train = len(images.select("train"))
    assert sizes == [7] * (train // 7) + [train % 7] * (train % 7 > 0)


@pytest.mark.parametrize("style", ["imagefolder", "parquet"])
def test_same_images_give_the_same_bytes(
    images: ImageSet, style: ExportFormat, tmp_path: Path
) -> None:
    first = content(export(images, tmp_path / "a" / "out", style=style))
    assert content(export(images, tmp_path / "b" / "out", style=style)) == first


def test_two_files_of_the_same_bytes_are_two_images(tiny_crops: Path, tmp_path: Path) -> None:
    crops = tmp_path / "crops"
    shutil.copytree(tiny_crops, crops)
    shutil.copy(crops / "other" / "00.png", crops / "other" / "copy.PNG")
    folder = export(read_images(crops), tmp_path / "out")
    assert len(list_images(folder)) == len(metadata(folder, "train")) == 37
    digest = sha256((crops / "other" / "00.png").read_bytes())
    assert [row["file_name"] for row in metadata(folder, "train") if row["sha256"] == digest] == [
        f"other/{digest[:16]}-2.png", f"other/{digest[:16]}.png"
    ]  # fmt: skip
    assert "1 images are byte for byte copies" in (folder / "README.md").read_text()


def test_never_overwrites_unasked(images: ImageSet, tmp_path: Path) -> None:
    out = tmp_path / "out"
    before = content(export(images, out))
    with pytest.raises(OutputExistsError, match="exists already"):
        export(images, out, style="parquet")
    assert content(out) == before
    export(images, out, style="parquet", overwrite=True)
    assert sorted(path.name for path in out.iterdir()) == ["README.md", "data"]
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_overwriting_loses_nobody_elses_files(
    images: ImageSet, harvest: Path, tmp_path: Path
) -> None:
    out = export(images, tmp_path / "out")
    (out / "thesis.tex").write_text("unpublished")
    with pytest.raises(OutputExistsError, match=r"holds 'thesis\.tex'"):
        export(images, out, overwrite=True)
    (out / "thesis.tex").rename(out / "train" / "checked" / "thesis.tex")
    with pytest.raises(OutputExistsError, match=r"holds 'train/checked/thesis\.tex'"):
        export(images, out, overwrite=True)
    with pytest.raises(OutputExistsError, match="holds the images to export"):
        export(images, harvest.parent, overwrite=True)
    shutil.copytree(harvest.parent / "checked", tmp_path / "crops" / "train" / "checked")
    with pytest.raises(OutputExistsError, match=r"holds 'train/checked/00\.png'"):
        export(images, tmp_path / "crops", overwrite=True)
    own = tmp_path / "own" / "train" / "checked"  # named as a harvest names its crops
    own.mkdir(parents=True)
    shutil.copy(harvest.parent / "checked" / "00.png", own / f"{'0' * 20}.png")
    with pytest.raises(OutputExistsError, match="no dataset that was exported"):
        export(images, tmp_path / "own", overwrite=True)
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputExistsError, match="is a file"):
        export(images, tmp_path / "file", overwrite=True)
    assert (out / "train" / "checked" / "thesis.tex").read_text() == "unpublished"


def label_twice(rows: list[dict[str, Any]]) -> None:
    rows.append({**rows[0], "label": "other"})


def halve_the_split(rows: list[dict[str, Any]]) -> None:
    rows[1]["split"] = "train"


def alter(rows: list[dict[str, Any]]) -> None:
    rows[2]["sha256"] = "0" * 64


def name_badly(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        row["label"] = "../../escaped"


def shadow(rows: list[dict[str, Any]]) -> None:
    rows[0]["mask_file_name"] = "x.png"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (label_twice, r"00\.png: labelled other, but .*00\.png is the same picture"),
        (halve_the_split, r"35 of 36 images have no split, the first is .*checked/00\.png"),
        (alter, r"checked/02\.png: its SHA-256 is .*its manifest says 000000000000…"),
        (name_badly, r"'\.\./\.\./escaped' can't name a folder"),
        (shadow, "'mask_file_name' would be taken for pictures"),
    ],
)
def test_contradictions_are_refused_and_named(
    harvest: Path, change: Callable[[list[dict[str, Any]]], None], words: str, tmp_path: Path
) -> None:
    images = rewrite(harvest, change)
    with pytest.raises(DatasetError, match=words):
        export(images, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_unreadable_files_are_named(images: ImageSet, harvest: Path, tmp_path: Path) -> None:
    victim = harvest.parent / "other" / "03.png"
    victim.unlink()
    with pytest.raises(DatasetError, match=r"03\.png: cannot be read \(No such file"):
        export(images, tmp_path / "out")
    victim.write_bytes(b"no image")
    folder_alone = read_images(harvest.parent)
    with pytest.raises(ImageError, match=r"03\.png: not an image"):
        export(folder_alone, tmp_path / "out")


@pytest.mark.parametrize("style", ["imagefolder", "parquet"])
def test_a_file_that_changes_meanwhile_leaves_nothing(
    images: ImageSet, style: ExportFormat, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from checkboxnet.dataset import export as module

    tabulate = module.tabulate

    def then_change(images: ImageSet) -> Any:
        table = tabulate(images)
        table.rows[-1].source.write_bytes(b"changed")
        return table

    monkeypatch.setattr(module, "tabulate", then_change)
    with pytest.raises(DatasetError, match=r"\.png: changed while it was exported"):
        export(images, tmp_path / "out", style=style)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["harvest"]


def test_options_are_checked(images: ImageSet, tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="got 'csv'"):
        export(images, tmp_path / "out", style="csv")  # type: ignore[arg-type]
    with pytest.raises(ConfigError, match="shard_bytes must be 1 or more"):
        export(images, tmp_path / "out", style="parquet", shard_bytes=0)
    with pytest.raises(ConfigError, match="got 'Apache 2'"):
        CardOptions(license="Apache 2")


def test_parquet_without_pyarrow_names_the_extra(
    images: ImageSet, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'checkboxnet\[datasets\]'"):
        export(images, tmp_path / "out", style="parquet")
    assert issubclass(MissingExtraError, CheckboxNetError)
    export(images, tmp_path / "out")


def test_imagefolder_loads_neither_pyarrow_nor_torch(
    python: Callable[[str], str], tmp_path: Path
) -> None:
    code = (
        "import sys\n"
        "from checkboxnet.dataset.export import export\n"
        "from checkboxnet.dataset.read import read_images\n"
        f"export(read_images('examples/images'), {str(tmp_path / 'out')!r})\n"
        "print({'pyarrow', 'datasets', 'torch'} & set(sys.modules))"
    )
    assert python(code).strip() == "set()"


def test_card_counts_and_front_matter(images: ImageSet, tmp_path: Path) -> None:
    kits = (
        Kit(
            name="bootstrap",
            packages=(Package(name="bootstrap", version="5.3.3", license="MIT"),),
        ),
    )
    options = CardOptions(name='My "crops": a | b', license="cc-by-4.0", notes="Thanks.", kits=kits)
    text = (export(images, tmp_path / "out", card=options) / "README.md").read_text()
    _, front, body = text.split("---\n", 2)
    matter = yaml.safe_load(front)
    assert matter["pretty_name"] == 'My "crops": a | b'
    assert matter["license"] == "cc-by-4.0"
    assert matter["task_categories"] == ["image-classification"]
    assert matter["size_categories"] == ["n<1K"]
    assert matter["configs"][0]["data_files"] == [
        {"split": name, "path": f"{name}/**"} for name in ("train", "validation", "test")
    ]
    assert "| all | 12 | 12 | 12 | 36 |" in body
    assert "| bootstrap | bootstrap 5.3.3 | MIT | 18 |" in body
    assert "| ant | not recorded | not recorded | 9 |" in body
    assert "| dark | 18 |" in body
    assert "| en | 28 |\n| ja | 8 |" in body
    assert "### By scale\n\n| scale | images |\n|---|---|\n| 2.0 | 27 |\n| 1.5 | 9 |" in body
    assert "Each of the 3 groups stands in one split only." in body
    assert body.rstrip().endswith("## Notes\n\nThanks.")


def test_card_confesses_what_leaks(harvest: Path, tmp_path: Path) -> None:
    def deal(rows: list[dict[str, Any]]) -> None:
        for index, row in enumerate(rows):
            row["split"] = ("train", "test")[index % 2]
        rows.append({**rows[0], "split": "test"})

    folder = export(rewrite(harvest, deal), tmp_path / "out")
    text = (folder / "README.md").read_text()
    assert "1 pictures stand in more than one split: test figures flatter." in text
    assert "1 of 3 groups stand in more than one split." in text
    assert "Not stated. Ask whoever published this" in text


def test_list_columns_are_left_out_and_said_so(
    images: ImageSet, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    with caplog.at_level(logging.INFO):
        export(images, tmp_path / "out")
    assert "column 'box' holds lists or objects and is left out" in caplog.text


def test_column_types_hold_over_all_splits(tiny_crops: Path, tmp_path: Path) -> None:
    manifest = tmp_path / "m.jsonl"
    values = [
        {"split": "train", "n": 1, "mixed": True, "gap": 3, "note": None, "odd": float("nan")},
        {"split": "train", "n": None, "mixed": 7, "gap": 4, "note": "a", "odd": 2},
        {"split": "test", "n": 0.5, "mixed": "x", "gap": None, "note": None, "odd": 2**70},
    ]
    paths = list_images(tiny_crops)
    manifest.write_text(
        "".join(
            json.dumps({"path": str(path), "label": path.parent.name, **row}) + "\n"
            for path, row in zip(paths[:3], values, strict=True)
        )
    )
    folder = export(read_images(manifest), tmp_path / "out")
    rows = {row["sha256"]: row for name in ("train", "test") for row in metadata(folder, name)}
    cells = [
        {key: rows[sha256(path.read_bytes())][key] for key in ("n", "mixed", "gap", "note", "odd")}
        for path in paths[:3]
    ]
    assert cells == [
        {"n": 1.0, "mixed": "true", "gap": "3", "note": "", "odd": ""},
        {"n": None, "mixed": "7", "gap": "4", "note": "a", "odd": "2"},
        {"n": 0.5, "mixed": "x", "gap": "", "note": "", "odd": str(2**70)},
    ]


@pytest.mark.parametrize(
    "content",
    [
        '[{"name": "a", "homepage": "x", "packages": [{"name": "p", "version": "1"}]}, '
        '{"name": "b"}]',
        '{"a": {"packages": [{"name": "p", "version": "1", "license": null}]}, "b": {}}',
    ],
)
def test_kits_are_read_from_either_form(content: str, tmp_path: Path) -> None:
    (tmp_path / "kits.json").write_text(content)
    assert read_kits(tmp_path / "kits.json") == (
        Kit(name="a", packages=(Package(name="p", version="1"),)),
        Kit(name="b"),
    )


@pytest.mark.parametrize("content", ["{", "3", '["a"]', '[{"packages": []}]', '{"a": 1}'])
def test_malformed_kits_are_refused(content: str, tmp_path: Path) -> None:
    path = tmp_path / "kits.json"
    path.write_text(content)
    with pytest.raises(DatasetError, match=r"kits\.json"):
        read_kits(path)
    with pytest.raises(DatasetError, match="nowhere"):
        read_kits(tmp_path / "nowhere")


@pytest.mark.parametrize("suffix", [".jsonl", ".csv"])
def test_splitting_a_harvest_loses_no_column(images: ImageSet, suffix: str, tmp_path: Path) -> None:
    back = read_images(write_manifest(images, tmp_path / f"split{suffix}"))
    for before, after in zip(images.samples, back.samples, strict=True):
        assert (after.label, after.split, after.group) == (before.label, before.split, before.group)
        assert after.metadata.keys() == before.metadata.keys()
        for key, value in before.metadata.items():
            if suffix == ".jsonl":
                assert after.metadata[key] == value
            elif value is None:
                assert after.metadata[key] == ""
            else:
                text = value if isinstance(value, str) else json.dumps(value)
                assert after.metadata[key] == text
