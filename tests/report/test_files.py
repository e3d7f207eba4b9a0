from __future__ import annotations

import json
from pathlib import Path

import pytest

from checkboxnet.errors import OutputExistsError, WeightsError
from checkboxnet.report.files import (
    FolderKind,
    atomic_folder,
    atomic_path,
    parse_json,
    refuse_to_overwrite,
    refuse_to_replace,
    sole_writer,
    write_text,
)


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "sub" / "file.txt"
    write_text(target, "old")

    def fail_midway() -> None:
        with atomic_path(target) as temporary:
            temporary.write_text("half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_midway()
    assert target.read_text() == "old"
    assert list(target.parent.iterdir()) == [target]


def test_a_folder_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "sub" / "folder"

    def write(name: str, *, fail: bool) -> None:
        with atomic_folder(target) as temporary:
            (temporary / name).write_text("x")
            if fail:
                raise RuntimeError

    write("old", fail=False)
    with pytest.raises(RuntimeError):
        write("half", fail=True)
    assert [path.name for path in target.iterdir()] == ["old"]
    write("new", fail=False)
    assert [path.name for path in target.iterdir()] == ["new"]
    assert list(target.parent.iterdir()) == [target]


def test_written_files_have_the_usual_permissions(tmp_path: Path) -> None:
    write_text(tmp_path / "ours", "x")
    (tmp_path / "usual").write_text("x")
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_a_file_is_replaced_only_if_asked_and_a_folder_never(tmp_path: Path) -> None:
    file = tmp_path / "file"
    refuse_to_overwrite(file, overwrite=False)
    file.touch()
    with pytest.raises(OutputExistsError, match="exists already"):
        refuse_to_overwrite(file, overwrite=False)
    refuse_to_overwrite(file, overwrite=True)
    for overwrite in (False, True):
        with pytest.raises(OutputExistsError, match="is a folder"):
            refuse_to_overwrite(tmp_path, overwrite=overwrite)


KIND = FolderKind(name="box", holds=("box.json", "parts/*.bin"), proof=("box.json",))


def fill(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    return folder


def test_a_folder_of_the_kind_is_replaced_if_asked(tmp_path: Path) -> None:
    refuse_to_replace(tmp_path / "absent", KIND, overwrite=False)
    refuse_to_replace(tmp_path, KIND, overwrite=False)  # empty
    fill(tmp_path, "box.json", "parts/1.bin", "parts/.1.bin.0123456789ab.part")
    with pytest.raises(OutputExistsError, match="exists already"):
        refuse_to_replace(tmp_path, KIND, overwrite=False)
    refuse_to_replace(tmp_path, KIND, overwrite=True)


@pytest.mark.parametrize(
    "stranger", ["thesis.txt", "parts/1.txt", "parts/1.bin/x", "src/a/b.py", ".git/HEAD", "1.bin"]
)
def test_a_folder_that_holds_anything_else_is_not(tmp_path: Path, stranger: str) -> None:
    fill(tmp_path, "box.json", "parts/2.bin", stranger)
    with pytest.raises(OutputExistsError, match=f"holds '{stranger}', which is no part of a box"):
        refuse_to_replace(tmp_path, KIND, overwrite=True)


def test_a_link_in_a_folder_is_what_it_is_called(tmp_path: Path) -> None:
    elsewhere = fill(tmp_path / "elsewhere", "2.bin")
    box = fill(tmp_path / "box", "box.json")
    (box / "parts").symlink_to(elsewhere)
    with pytest.raises(OutputExistsError, match="holds 'parts'"):
        refuse_to_replace(box, KIND, overwrite=True)


def test_what_lacks_its_proof_and_what_is_a_file_is_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(OutputExistsError, match=r"no box, which would hold box\.json"):
        refuse_to_replace(fill(tmp_path / "bare", "parts/1.bin"), KIND, overwrite=True)
    fill(tmp_path, "file")
    with pytest.raises(OutputExistsError, match="is a file"):
        refuse_to_replace(tmp_path / "file", KIND, overwrite=True)


def put_folder(target: Path) -> None:
    with atomic_folder(target) as temporary:
        (temporary / "new").touch()


def test_a_folder_never_takes_the_place_of_a_file(tmp_path: Path) -> None:
    target = tmp_path / "name"
    target.write_text("mine")
    with pytest.raises(NotADirectoryError) as caught:
        put_folder(target)
    assert caught.value.filename == str(target)
    assert target.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_is_put_where_a_link_leads_to(tmp_path: Path) -> None:
    fill(tmp_path / "disk" / "old")
    for name in ("disk", "nowhere"):
        (tmp_path / "link").symlink_to(name)
        put_folder(tmp_path / "link")
        assert [path.name for path in (tmp_path / name).iterdir()] == ["new"]
        (tmp_path / "link").unlink()  # which it still is
    assert sorted(path.name for path in tmp_path.iterdir()) == ["disk", "nowhere"]


def test_the_working_directory_has_a_name_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    put_folder(Path())
    assert [path.name for path in tmp_path.iterdir()] == ["new"]


def test_only_our_own_leftovers_are_removed(tmp_path: Path) -> None:
    fill(tmp_path, ".film.part", ".x.png.0123456789ab.part", "deep/.y.0123456789ab.part/z")
    with sole_writer(tmp_path):
        left = sorted(path.name for path in tmp_path.rglob("*"))
    assert left == [".film.part", ".lock", "deep"]


def parse(text: str | bytes) -> object:
    return parse_json(text, source="some.json", error=WeightsError)


def test_json_of_strangers_is_read_or_refused_by_name(hostile_json: str) -> None:
    for text in (hostile_json, f'{{"key": {hostile_json}}}', f"[[{hostile_json}]]"):
        for content in (text, text.encode()):
            with pytest.raises(WeightsError, match=r"^some\.json: not valid JSON \("):
                parse(content)


@pytest.mark.parametrize(
    "text", ['"\\ud83d\\ude00 \u20ac"', "1" * 300, "-1e400", "NaN", "[" * 90 + "]" * 90, "{}"]
)
def test_odd_json_that_is_right_is_read(text: str) -> None:
    for content in (text, text.encode()):
        assert repr(parse(content)) == repr(json.loads(text))


@pytest.mark.parametrize("content", [b"\xff", b'"\xed\xa0\xbd"'])
def test_bytes_that_are_no_text_are_refused(content: bytes) -> None:
    with pytest.raises(WeightsError, match=r"some\.json"):
        parse(content)
