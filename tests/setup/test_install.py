"""The add-in on a made-up PC: put in place whole, once or again, and taken away without a trace."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

import xl_apa.setup.install
import xl_apa.xlsx.files.atomic_file
from tests.setup.fake_computer import every_file, healthy, with_excel_open
from xl_apa.core.errors import CallError, OutputError, XlApaError
from xl_apa.setup.environment.computer import Computer, RunningExcel
from xl_apa.setup.install import INTERPRETER, addin_files, install, read_config, read_record, remove

USERS = ["officer", "Md. Office User", "user (1)", "O'Neil & co [2] 100%", "রহিম উদ্দিন"]


def addin(content: bytes = b"the add-in"):
    return lambda path: path.write_bytes(content) and None


def with_short_names(computer: Computer) -> Computer:
    return replace(computer, short_path=lambda path: str(path).encode("ascii", "replace").decode().replace("?", "~"))


@pytest.fixture(params=USERS)
def computer(request: pytest.FixtureRequest, tmp_path: Path) -> Computer:
    return with_short_names(healthy(tmp_path, user=request.param))


def refused(code: str, computer: Computer, build=None) -> None:
    """Refused with this code, and not a byte changed."""
    folder = Path(computer.environ["USERPROFILE"])
    before = every_file(folder)
    with pytest.raises(XlApaError) as refusal:
        install(computer, build or addin(b"another"))
    assert refusal.value.code == code
    assert every_file(folder) == before


# ---- install --------------------------------------------------------------------------------------------------------


def test_add_in_and_settings_are_put_in_place(computer: Computer) -> None:
    what = install(computer, addin())
    home = Path(computer.environ["USERPROFILE"])
    assert what.addin == home / "AppData" / "Roaming" / "Microsoft" / "Excel" / "XLSTART" / "xl_apa.xlam"
    assert what.addin.read_bytes() == b"the add-in"
    config = home / ".xl_apa" / "xl_apa.conf"
    assert config.read_bytes().isascii()
    assert read_config(config)["ADD_WORKBOOK_TO_PYTHONPATH"] == "False"
    assert read_config(config)[INTERPRETER] == computer.short_path(computer.interpreter)
    assert read_record(computer) == what


def test_nothing_but_four_files_and_their_folders_appears(computer: Computer, tmp_path: Path) -> None:
    before = every_file(tmp_path)
    install(computer, addin())
    new = {Path(name).name for name in every_file(tmp_path).keys() - before.keys()}
    assert new == {".xl_apa", "xl_apa.conf", "installed.json", "XLSTART", "xl_apa.xlam", "এপিএ সহায়তা.lnk"}


def test_a_path_that_vba_can_spell_is_written_as_it_is(tmp_path: Path) -> None:
    computer = healthy(tmp_path, user="Md. Office User")
    install(computer, addin())
    assert (
        addin_files(computer).config.read_bytes().splitlines()[0]
        == f'"INTERPRETER_WIN","{computer.interpreter}"'.encode()
    )


def test_the_same_again_changes_nothing(computer: Computer, tmp_path: Path) -> None:
    install(computer, addin())
    before = every_file(tmp_path)
    install(computer, addin())
    assert every_file(tmp_path) == before


def test_a_newer_add_in_replaces_the_old_one(computer: Computer, tmp_path: Path) -> None:
    install(computer, addin())
    names = every_file(tmp_path).keys()
    install(computer, addin(b"newer"))
    assert addin_files(computer).addin.read_bytes() == b"newer"
    assert every_file(tmp_path).keys() == names


def test_somebodys_own_settings_stay(computer: Computer) -> None:
    config = addin_files(computer).config
    config.parent.mkdir()
    # In an old code page, as xlwings' own VBA writes.
    config.write_bytes(b'"SHOW CONSOLE","True"\r\n"TEMP DIR","C:\\T\xe9mp"\r\n')
    install(computer, addin())
    assert b'"SHOW CONSOLE","True"\r\n"TEMP DIR","C:\\T\xe9mp"\r\n"INTERPRETER_WIN",' in config.read_bytes()
    remove(computer)
    assert config.read_bytes() == b'"SHOW CONSOLE","True"\r\n"TEMP DIR","C:\\T\xe9mp"\r\n'


def test_excel_open_without_the_add_in_is_no_hindrance_and_knows_its_folder(tmp_path: Path) -> None:
    elsewhere = tmp_path / "roaming profile" / "XLSTART"
    computer = replace(healthy(tmp_path), running_excel=lambda _: RunningExcel(elsewhere, holds_addin=False))
    assert install(computer, addin()).addin == elsewhere / "xl_apa.xlam"
    remove(computer)
    assert not elsewhere.parent.exists()


def test_a_moved_folder_leaves_no_second_add_in_behind(tmp_path: Path) -> None:
    computer = healthy(tmp_path)
    first = install(computer, addin()).addin
    moved = tmp_path / "XLSTART"
    install(replace(computer, running_excel=lambda _: RunningExcel(moved, holds_addin=False)), addin())
    assert not first.exists()
    assert (moved / "xl_apa.xlam").exists()


# ---- what is refused ------------------------------------------------------------------------------------------------


def test_excel_holding_the_add_in_is_asked_to_be_closed(computer: Computer) -> None:
    install(computer, addin())
    refused("addin-open", with_excel_open(computer, holds_addin=True))
    with pytest.raises(XlApaError, match="Close all Excel windows"):
        remove(with_excel_open(computer, holds_addin=True))
    assert addin_files(computer).addin.exists()


def test_an_add_in_that_somebody_else_put_there_is_not_replaced(computer: Computer) -> None:
    where = addin_files(computer).addin
    where.parent.mkdir()
    where.write_bytes(b"not ours")
    refused("addin-not-ours", computer)


def test_a_python_whose_path_vba_cannot_spell_is_refused(tmp_path: Path) -> None:
    refused("interpreter-not-ascii", healthy(tmp_path, user="রহিম"))


def test_a_builder_that_fails_leaves_nothing(computer: Computer) -> None:
    def fail(path: Path) -> None:
        path.write_bytes(b"half")
        raise CallError("interrupted")

    refused("interrupted", computer, fail)


@pytest.mark.parametrize("again", [False, True])
def test_a_move_that_fails_leaves_all_as_it_was(
    computer: Computer, again: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows a file that is open cannot be replaced."""
    if again:
        install(computer, addin())
    else:
        addin_files(computer).config.parent.mkdir()
        addin_files(computer).addin.parent.mkdir()

    def held(self: Path, target: Path, *, real=Path.replace) -> Path:
        if target.suffix == ".xlam":
            raise PermissionError(13, "used by another process")
        return real(self, target)

    monkeypatch.setattr(xl_apa.xlsx.files.atomic_file.Path, "replace", held)
    refused("addin-open", computer)


def test_off_windows_nothing_is_tried(tmp_path: Path) -> None:
    refused("not-windows", healthy(tmp_path, system="Linux"))
    with pytest.raises(CallError):
        remove(healthy(tmp_path, system="Darwin"))


# ---- remove ---------------------------------------------------------------------------------------------------------


def test_an_add_in_that_is_held_is_not_taken_away_and_excel_is_to_be_closed(
    computer: Computer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(computer, addin())
    before = every_file(tmp_path)

    def held(path: Path) -> str:
        raise PermissionError(13, "used by another process", str(path))

    monkeypatch.setattr(xl_apa.setup.install, "file_digest", held)
    with pytest.raises(OutputError) as refusal:
        remove(computer)
    assert refusal.value.code == "addin-open"
    assert every_file(tmp_path) == before


def test_removing_leaves_the_pc_as_it_was(computer: Computer, tmp_path: Path) -> None:
    other = Path(computer.environ["APPDATA"]) / "Microsoft" / "Excel" / "other.xlam"
    other.write_bytes(b"another add-in")
    xlwings = Path(computer.environ["USERPROFILE"]) / ".xlwings" / "xlwings.conf"
    xlwings.parent.mkdir()
    xlwings.write_bytes(b'"INTERPRETER_WIN","theirs"\r\n')
    before = every_file(tmp_path)
    for _ in range(2):
        install(computer, addin())
    removed = remove(computer)
    assert every_file(tmp_path) == before
    assert [path.name for path in removed.gone] == [
        "xl_apa.xlam",
        "xl_apa.conf",
        "এপিএ সহায়তা.lnk",
    ] and removed.kept == ()


def test_other_add_ins_in_xlstart_stay_with_their_folder(computer: Computer) -> None:
    install(computer, addin())
    other = addin_files(computer).addin.with_name("other.xlam")
    other.write_bytes(b"another add-in")
    remove(computer)
    assert list(other.parent.iterdir()) == [other]


def test_an_add_in_changed_since_is_left_and_said(computer: Computer) -> None:
    where = install(computer, addin()).addin
    where.write_bytes(b"changed by hand")
    assert remove(computer).kept == (where,)
    assert where.read_bytes() == b"changed by hand"


def test_removing_twice_says_that_nothing_is_there(computer: Computer) -> None:
    install(computer, addin())
    remove(computer)
    with pytest.raises(XlApaError, match="nothing to remove"):
        remove(computer)


def test_a_record_that_cannot_be_read_counts_as_none(computer: Computer) -> None:
    install(computer, addin())
    addin_files(computer).record.write_text(json.dumps({"addin": 3}), encoding="utf-8")
    assert read_record(computer) is None
