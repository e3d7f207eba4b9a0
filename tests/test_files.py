from __future__ import annotations

from pathlib import Path

import pytest

from checkboxnet.errors import OutputExistsError
from checkboxnet.files import atomic_folder, atomic_path, refuse_to_overwrite, write_text


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


def test_refuse_to_overwrite(tmp_path: Path) -> None:
    refuse_to_overwrite(tmp_path, overwrite=False)  # an empty folder
    (tmp_path / "file").touch()
    for target in (tmp_path, tmp_path / "file"):
        with pytest.raises(OutputExistsError, match="exists already"):
            refuse_to_overwrite(target, overwrite=False)
        refuse_to_overwrite(target, overwrite=True)
