from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from datasets import load_dataset
from huggingface_hub import DatasetCard
from PIL import Image
from pyarrow import parquet

from checkboxnet.dataset import export as export_module
from checkboxnet.dataset.export import ExportFormat, export_dataset
from checkboxnet.dataset.read import ImageSet, read_images, write_manifest
from checkboxnet.dataset.split import split_images
from checkboxnet.errors import (
    CheckboxNetError,
    DatasetError,
    ImageError,
    MissingExtraError,
    OutputExistsError,
)
from checkboxnet.picture.read import list_images, open_image
from checkboxnet.report.files import sha256

Load = Callable[..., dict[str, Any]]


@pytest.fixture
def load(tmp_path: Path) -> Load:
    def run(*args: str, **options: str) -> dict[str, Any]:
        loaded = load_dataset(*args, **options, cache_dir=str(tmp_path / "cache"))
        return {
            "features": {key: repr(value) for key, value in loaded["train"].features.items()},
            "splits": {name: [_row(values) for values in rows] for name, rows in loaded.items()},
        }

    return run


def _row(values: dict[str, Any]) -> dict[str, Any]:
    pixels = np.asarray(values.pop("image").convert("RGB"))
    return {**values, "pixels": sha256(pixels.tobytes())}


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
    return split_images(read_images(harvest), fractions=(0.5, 0.25, 0.25))


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


@pytest.mark.parametrize("format", ["imagefolder", "parquet"])
def test_datasets_reads_the_same_pixels_labels_and_columns(
    images: ImageSet, format: ExportFormat, load: Load, tmp_path: Path
) -> None:
    loaded = load(str(export_dataset(images, tmp_path / "out", format=format)))
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
    folder = export_dataset(images, tmp_path / "out")
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
    folder = export_dataset(images, tmp_path / "out")
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


@pytest.mark.parametrize("format", ["imagefolder", "parquet"])
def test_without_a_split_all_is_train(
    tiny_crops: Path, format: ExportFormat, load: Load, tmp_path: Path
) -> None:
    images = read_images(tiny_crops)
    loaded = load(str(export_dataset(images, tmp_path / "out", format=format)))
    assert list(loaded["splits"]) == ["train"]
    assert len(loaded["splits"]["train"]) == 36
    text = (tmp_path / "out" / "README.md").read_text()
    assert "| split | checked | unchecked | other | images |" in text
    assert "| train | 12 | 12 | 12 | 36 |" in text


def test_labels_of_ones_own_keep_their_order(load: Load, tmp_path: Path) -> None:
    for label, value in (("playing", 0), ("paused", 200)):
        (tmp_path / "crops" / label).mkdir(parents=True)
        Image.new("L", (20, 20), value).save(tmp_path / "crops" / label / "1.png")
    loaded = load(str(export_dataset(read_images(tmp_path / "crops"), tmp_path / "out")))
    assert loaded["features"]["label"] == "ClassLabel(names=['paused', 'playing'])"
    black = sha256(np.zeros((20, 20, 3), np.uint8).tobytes())
    assert {row["pixels"]: row["label"] for row in loaded["splits"]["train"]}[black] == 1


def test_shards_split_at_the_limit(
    images: ImageSet, load: Load, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export_module, "_SHARD_BYTES", 1000)
    folder = export_dataset(images, tmp_path / "out", format="parquet")
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
        assert sum(map(len, pictures)) <= 1500
        assert [sha256(data) for data in pictures] == table["sha256"].to_pylist()
        digests += table["sha256"].to_pylist()
    assert digests == sorted(digests)
    assert len(load(str(folder))["splits"]["train"]) == len(images.select("train")) == len(digests)


@pytest.mark.parametrize("format", ["imagefolder", "parquet"])
def test_same_images_give_the_same_bytes(
    images: ImageSet, format: ExportFormat, tmp_path: Path
) -> None:
    first = content(export_dataset(images, tmp_path / "a" / "out", format=format))
    assert content(export_dataset(images, tmp_path / "b" / "out", format=format)) == first


def test_two_files_of_the_same_bytes_are_two_images(tiny_crops: Path, tmp_path: Path) -> None:
    crops = tmp_path / "crops"
    shutil.copytree(tiny_crops, crops)
    shutil.copy(crops / "other" / "00.png", crops / "other" / "copy.PNG")
    folder = export_dataset(read_images(crops), tmp_path / "out")
    assert len(list_images(folder)) == len(metadata(folder, "train")) == 37
    digest = sha256((crops / "other" / "00.png").read_bytes())
    assert [row["file_name"] for row in metadata(folder, "train") if row["sha256"] == digest] == [
        f"other/{digest[:16]}-2.png", f"other/{digest[:16]}.png"
    ]  # fmt: skip


def test_never_overwrites_unasked(images: ImageSet, tmp_path: Path) -> None:
    out = tmp_path / "out"
    before = content(export_dataset(images, out))
    with pytest.raises(OutputExistsError, match="exists already"):
        export_dataset(images, out, format="parquet")
    assert content(out) == before
    export_dataset(images, out, format="parquet", overwrite=True)
    assert sorted(path.name for path in out.iterdir()) == ["README.md", "data"]
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_overwriting_loses_nobody_elses_files(
    images: ImageSet, harvest: Path, tmp_path: Path
) -> None:
    out = export_dataset(images, tmp_path / "out")
    (out / "thesis.tex").write_text("unpublished")
    with pytest.raises(OutputExistsError, match=r"holds 'thesis\.tex'"):
        export_dataset(images, out, overwrite=True)
    (out / "thesis.tex").rename(out / "train" / "checked" / "thesis.tex")
    with pytest.raises(OutputExistsError, match=r"holds 'train/checked/thesis\.tex'"):
        export_dataset(images, out, overwrite=True)
    with pytest.raises(OutputExistsError, match=r"holds 'checked/00\.png'"):
        export_dataset(images, harvest.parent, overwrite=True)
    shutil.copytree(harvest.parent / "checked", tmp_path / "crops" / "train" / "checked")
    with pytest.raises(OutputExistsError, match=r"holds 'train/checked/00\.png'"):
        export_dataset(images, tmp_path / "crops", overwrite=True)
    own = tmp_path / "own" / "train" / "checked"  # named as a harvest names its crops
    own.mkdir(parents=True)
    shutil.copy(harvest.parent / "checked" / "00.png", own / f"{'0' * 20}.png")
    with pytest.raises(OutputExistsError, match="no dataset that was exported"):
        export_dataset(images, tmp_path / "own", overwrite=True)
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputExistsError, match="is a file"):
        export_dataset(images, tmp_path / "file", overwrite=True)
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


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (label_twice, r"00\.png: labelled other, but .*00\.png is the same picture"),
        (halve_the_split, r"35 of 36 images have no split, the first is .*checked/00\.png"),
        (alter, r"checked/02\.png: its SHA-256 is .*its manifest says 000000000000…"),
        (name_badly, r"'\.\./\.\./escaped' can't name a folder"),
    ],
)
def test_contradictions_are_refused_and_named(
    harvest: Path, change: Callable[[list[dict[str, Any]]], None], words: str, tmp_path: Path
) -> None:
    images = rewrite(harvest, change)
    with pytest.raises(DatasetError, match=words):
        export_dataset(images, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_unreadable_files_are_named(images: ImageSet, harvest: Path, tmp_path: Path) -> None:
    victim = harvest.parent / "other" / "03.png"
    victim.unlink()
    with pytest.raises(ImageError, match=r"03\.png"):
        export_dataset(images, tmp_path / "out")
    victim.write_bytes(b"no image")
    folder_alone = read_images(harvest.parent)
    with pytest.raises(ImageError, match=r"03\.png: not an image"):
        export_dataset(folder_alone, tmp_path / "out")


@pytest.mark.parametrize("format", ["imagefolder", "parquet"])
def test_an_export_that_fails_leaves_nothing(
    images: ImageSet, format: ExportFormat, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(export_module, "_counts", fail)
    with pytest.raises(OSError, match="no space left"):
        export_dataset(images, tmp_path / "out", format=format)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["harvest"]


def test_parquet_without_datasets_names_the_extra(
    images: ImageSet, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "datasets", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'checkboxnet\[datasets\]'"):
        export_dataset(images, tmp_path / "out", format="parquet")
    assert issubclass(MissingExtraError, CheckboxNetError)
    export_dataset(images, tmp_path / "out")


def test_imagefolder_loads_neither_datasets_nor_torch(
    python: Callable[[str], str], tmp_path: Path
) -> None:
    code = (
        "import sys\n"
        "from checkboxnet.dataset.export import export_dataset\n"
        "from checkboxnet.dataset.read import read_images\n"
        f"export_dataset(read_images('examples/images'), {str(tmp_path / 'out')!r})\n"
        "print({'pyarrow', 'datasets', 'torch'} & set(sys.modules))"
    )
    assert python(code).strip() == "set()"


def test_card_counts_and_front_matter(images: ImageSet, tmp_path: Path) -> None:
    kits = tmp_path / "kits.json"
    package = {"name": "bootstrap", "version": "5.3.3", "license": "MIT", "homepage": "x"}
    kits.write_text(json.dumps([{"name": "bootstrap", "packages": [package]}]))
    folder = export_dataset(
        images,
        tmp_path / "out",
        title='My "crops": a | b',
        license="cc-by-4.0",
        kits=kits,
        notes="Thanks.",
    )
    card = DatasetCard.load(folder / "README.md")
    assert card.data.pretty_name == 'My "crops": a | b'
    assert card.data.license == "cc-by-4.0"
    assert card.data.task_categories == ["image-classification"]
    assert card.data.configs[0]["data_files"] == [
        {"split": name, "path": f"{name}/**"} for name in ("train", "validation", "test")
    ]
    assert '# My "crops": a | b\n' in card.text
    assert "| all | 12 | 12 | 12 | 36 |" in card.text
    assert "| bootstrap | bootstrap 5.3.3 MIT | 18 |" in card.text
    assert "| ant | - | 9 |" in card.text
    assert card.text.endswith("\nThanks.\n")


def test_hostile_text_stays_in_its_place(harvest: Path, tmp_path: Path) -> None:
    hostile = "---\nlicense: mit\n---\n# | x |\n| a"

    def change(rows: list[dict[str, Any]]) -> None:
        for row in rows:
            row["kit"] = row["name"] = hostile

    folder = export_dataset(rewrite(harvest, change), tmp_path / "out", title=hostile)
    card = DatasetCard.load(folder / "README.md")
    assert (card.data.license, card.data.pretty_name) == ("unknown", hostile)
    assert "\n# --- license: mit --- # | x | | a\n" in card.text
    cell = r"--- license: mit --- # \| x \| \| a"
    assert f"\n| {cell} | - | 36 |\n" in card.text
    assert {row["kit"] for row in metadata(folder, "train")} == {hostile}


def test_kits_may_be_numbers_or_missing(harvest: Path, tmp_path: Path) -> None:
    def change(rows: list[dict[str, Any]]) -> None:
        for number, row in enumerate(rows):
            row["kit"] = number % 2 or None

    card = (export_dataset(rewrite(harvest, change), tmp_path / "out") / "README.md").read_text()
    assert "| - | - | 18 |\n| 1 | - | 18 |" in card


def test_columns_that_cannot_be_published_are_left_out_and_named(
    harvest: Path, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    def shadow(rows: list[dict[str, Any]]) -> None:
        rows[0] |= {"mask_file_name": "x.png", "image": "y"}

    folder = export_dataset(rewrite(harvest, shadow), tmp_path / "out")
    for column in ("box", "mask_file_name", "image"):
        assert f"column {column!r} can't be published and is left out" in caplog.text
        assert all(column not in row for row in metadata(folder, "train"))


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
    folder = export_dataset(read_images(manifest), tmp_path / "out")
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


@pytest.mark.parametrize("content", ["{", "3", '["a"]', '[{"packages": []}]', '[{"name": "a"}]'])
def test_malformed_kits_are_refused(images: ImageSet, content: str, tmp_path: Path) -> None:
    path = tmp_path / "kits.json"
    path.write_text(content)
    with pytest.raises(DatasetError, match=r"kits\.json"):
        export_dataset(images, tmp_path / "out", kits=path)
    with pytest.raises(DatasetError, match="nowhere"):
        export_dataset(images, tmp_path / "out", kits=tmp_path / "nowhere")


def test_kits_of_strangers_are_refused_by_name(
    images: ImageSet, tmp_path: Path, hostile_json: str
) -> None:
    path = tmp_path / "kits.json"
    path.write_text(f'[{{"name": {hostile_json}}}]')
    with pytest.raises(DatasetError, match=r"kits\.json"):
        export_dataset(images, tmp_path / "out", kits=path)


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
