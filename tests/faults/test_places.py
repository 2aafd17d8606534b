"""Places that cannot be written: nothing changes, nothing stays, and one sentence says which place and what to do."""

from __future__ import annotations

import errno
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.faults.injection import faults, held, read_only
from tests.faults.outputs import BY_NAME, NAMED, Output
from tests.faults.states import assert_said, assert_whole, leftovers, state

PLACED = [name for name in NAMED if name != "calculate file"]
"""Those that may be called with another place: what `calculate` reads lies where it is written."""
ONE_FILE = [name for name in NAMED if not BY_NAME[name].inside]
FOLDERS = [name for name in NAMED if BY_NAME[name].inside]


def refused(output: Output, desk: Path, capsys: pytest.CaptureFixture[str], target: Path | None = None) -> str:
    """Run a command that can write nothing; return what it says in its one sentence."""
    before = state(desk)
    capsys.readouterr()
    assert output.run(desk, target) == 2
    told = capsys.readouterr().err
    assert len(told.strip().splitlines()) == 1, told
    assert state(desk) == before
    return told


# ---- read-only ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES])
@pytest.mark.parametrize("name", BY_NAME)
def test_a_folder_that_may_not_be_written(
    desk: Path, capsys: pytest.CaptureFixture[str], name: str, number: int
) -> None:
    output = BY_NAME[name]
    folder = output.path(desk).parent if output in map(BY_NAME.get, NAMED) else desk / "pc"
    with faults(read_only(folder, number)):
        told = refused(output, desk, capsys)
    assert_said(told, str(folder))
    assert "may not be written" in told


@pytest.fixture
def read_only_disk(desk: Path) -> Iterator[Path]:
    """The folder `out` as the system itself lets nobody write into it, root neither."""
    folder = desk / "out"
    for command in (["mount", "--bind", folder, folder], ["mount", "-o", "remount,bind,ro", folder]):
        if subprocess.run(command, check=False, capture_output=True).returncode:
            pytest.skip("no disk can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


@pytest.mark.parametrize("name", NAMED)
def test_a_disk_that_is_read_only(
    desk: Path, read_only_disk: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    told = refused(BY_NAME[name], desk, capsys)
    assert_said(told, str(read_only_disk))
    assert "may not be written" in told


@pytest.mark.parametrize("name", [name for name in ONE_FILE if BY_NAME[name].replaces])
def test_a_file_that_is_marked_read_only_stays(desk: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    output = BY_NAME[name]
    target = output.file(desk)
    target.touch()
    target.chmod(0o444)
    before = target.read_bytes()
    assert output.run(desk) in (1, 2)
    assert_said(capsys.readouterr().err, str(target))
    assert target.read_bytes() == before
    assert leftovers(desk) == []


# ---- open elsewhere -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", BY_NAME)
def test_a_file_that_is_open_elsewhere_stays_and_the_others_are_written(
    desk: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    # Excel's own, and LibreOffice's.
    lock = "~${}" if list(BY_NAME).index(name) % 2 else ".~lock.{}#"
    output = BY_NAME[name]
    if name == "addin bundle output":
        return  # it fills a new folder, in which nobody has anything open
    target = output.file(desk)
    target.parent.mkdir(parents=True, exist_ok=True)
    if output.replaces and not name.startswith("import") and not target.exists():
        assert output.run(desk) == 0
        # Of a folder of letters what is the same is written again; decisions are only added to.
        if name == "consolidate decisions":
            target.unlink()
    beside = target.with_name(lock.format(target.name))
    beside.touch()
    before = target.read_bytes() if target.exists() else None
    capsys.readouterr()
    assert output.run(desk) in (1, 2)
    told = capsys.readouterr()
    assert_said(told.err + (told.out if name == "import files" else ""), target.name)
    assert (target.read_bytes() if target.exists() else None) == before
    for path in (output.path(desk) if output.inside else desk / "out").rglob("*"):
        if path.is_file() and path != beside and path.suffix == ".xlsx":
            assert_whole(path)
    assert leftovers(desk) == []
    if name in ("template register", "import files", "consolidate feedback"):
        assert len([path for path in output.path(desk).iterdir() if path != beside]) >= 1


@pytest.mark.parametrize("name", BY_NAME)
def test_a_file_that_a_program_holds_stays(desk: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    """As Windows sees to it: nobody can replace or remove what is open."""
    output = BY_NAME[name]
    if not output.replaces or name.startswith("import") or name in ("consolidate decisions", "demo folder"):
        return  # these write no file that is there already, or by what the others write with
    assert output.run(desk) == 0
    target = output.file(desk)
    before = target.read_bytes()
    (desk / "reports/a.xlsx").write_bytes((desk / "office.xlsx").read_bytes())
    capsys.readouterr()
    with faults(held(target)):
        assert output.run(desk) in (1, 2)
    assert_said(capsys.readouterr().err, target.name)
    assert target.read_bytes() == before
    assert leftovers(desk) == []


# ---- names that lead nowhere ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", PLACED)
def test_a_file_where_a_folder_should_be(desk: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    output = BY_NAME[name]
    (desk / "a file").write_text("kept\n", encoding="utf-8")
    target = desk / "a file" / "deeper" / output.path(desk).name
    assert_said(refused(output, desk, capsys, target), str(desk / "a file"))


@pytest.mark.parametrize("name", FOLDERS)
def test_a_file_in_the_place_of_the_folder(desk: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    output = BY_NAME[name]
    output.path(desk).write_text("kept\n", encoding="utf-8")
    assert_said(refused(output, desk, capsys), str(output.path(desk)))


@pytest.mark.parametrize("name", [name for name in ONE_FILE if name not in ("import output", "consolidate decisions")])
def test_a_folder_in_the_place_of_the_file(desk: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    output = BY_NAME[name]
    target = output.path(desk)
    target.unlink(missing_ok=True)
    target.mkdir()
    (target / "kept.txt").write_text("kept\n", encoding="utf-8")
    assert_said(refused(output, desk, capsys), str(target))


@pytest.mark.parametrize("name", ["template register", "import files"])
def test_a_folder_in_the_place_of_one_of_the_files_is_said_and_the_others_are_written(
    desk: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    output = BY_NAME[name]
    output.file(desk).mkdir(parents=True)
    assert output.run(desk) == 1
    told = capsys.readouterr()
    assert_said(told.err or told.out, str(output.file(desk)))
    others = [path for path in output.path(desk).iterdir() if path != output.file(desk)]
    assert len(others) == 1
    assert_whole(others[0])


@pytest.mark.parametrize("deep", [False, True])
@pytest.mark.parametrize("name", PLACED)
def test_a_name_that_is_too_long(desk: Path, capsys: pytest.CaptureFixture[str], name: str, deep: bool) -> None:
    output = BY_NAME[name]
    usual = output.path(desk)
    folder = desk / "out" / "/".join(["ab" * 100] * 25) if deep else desk / "out"
    target = folder / usual.name if deep else usual.with_name("ন" * 90 + usual.suffix)
    told = refused(output, desk, capsys, target)
    assert_said(told, str(target))
    assert "is too long" in told


@pytest.mark.parametrize("name", PLACED)
def test_folders_that_are_missing_are_made(desk: Path, name: str) -> None:
    output = BY_NAME[name]
    target = desk / "new" / "deeper" / output.path(desk).name
    assert output.run(desk, target) in (0, 1)
    made = target / output.inside if output.inside else target
    assert_whole(made)


@pytest.mark.skipif(sys.platform == "win32", reason="links ask for an administrator there")
@pytest.mark.parametrize("name", [name for name in PLACED if name != "demo folder"])
def test_a_link_stays_a_link_and_what_it_leads_to_is_written(desk: Path, name: str) -> None:
    output = BY_NAME[name]
    away = desk / "away"
    away.mkdir()
    link = output.path(desk)
    link.symlink_to(away if output.inside else away / link.name)
    assert output.run(desk) in (0, 1)
    assert link.is_symlink()
    assert_whole(away / output.inside if output.inside else away / link.name)
    assert leftovers(desk) == []


# ---- no file handles ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["consolidate output", "calculate output", "import files", "template output"])
def test_a_system_without_file_handles_damages_nothing_and_blames_no_file(desk: Path, name: str) -> None:
    resource = pytest.importorskip("resource", reason="Windows has no such limit")
    output = BY_NAME[name]
    before = state(desk)
    for most in (8, 10, 14, 40):
        called = subprocess.run(
            [sys.executable, "-m", "xl_apa", *output.call(desk)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            preexec_fn=partial(resource.setrlimit, resource.RLIMIT_NOFILE, (most, most)),
            check=False,
        )
        assert "damaged" not in called.stdout + called.stderr, (most, called.stderr)
        assert leftovers(desk) == []
        if called.returncode in (0, 1):
            break
        assert_said(called.stderr, str(desk))
        assert state(desk) == before
    assert_whole(output.file(desk))
