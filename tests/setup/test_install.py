"""The add-in on a made-up PC: put in place whole, once or again, and taken away without a trace."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

import xl_apa.xlsx.atomic_file
from tests.setup.computer import SECURITY, every_file, healthy, with_excel_open, with_registry
from xl_apa.core.errors import CallError, XlApaError
from xl_apa.setup.install import INTERPRETER, install, installed, places, read_config, remove
from xl_apa.setup.windows_environment import Pc, RunningExcel, startup_folder, this_pc

USERS = ["officer", "Md. Office User", "user (1)", "O'Neil & co [2] 100%", "রহিম উদ্দিন"]


def addin(content: bytes = b"the add-in"):
    return lambda path: path.write_bytes(content) and None


def with_short_names(pc: Pc) -> Pc:
    return replace(pc, short_path=lambda path: str(path).encode("ascii", "replace").decode().replace("?", "~"))


@pytest.fixture(params=USERS)
def pc(request: pytest.FixtureRequest, tmp_path: Path) -> Pc:
    return with_short_names(healthy(tmp_path, user=request.param))


def refused(code: str, pc: Pc, build=None) -> None:
    """Refused with this code, and not a byte changed."""
    folder = Path(pc.environ["USERPROFILE"])
    before = every_file(folder)
    with pytest.raises(XlApaError) as refusal:
        install(pc, build or addin(b"another"))
    assert refusal.value.code == code
    assert every_file(folder) == before


# ---- install --------------------------------------------------------------------------------------------------------


def test_add_in_and_settings_are_put_in_place(pc: Pc) -> None:
    what = install(pc, addin())
    home = Path(pc.environ["USERPROFILE"])
    assert what.addin == home / "AppData" / "Roaming" / "Microsoft" / "Excel" / "XLSTART" / "xl_apa.xlam"
    assert what.addin.read_bytes() == b"the add-in"
    config = home / ".xl_apa" / "xl_apa.conf"
    assert config.read_bytes().isascii()
    assert read_config(config)["ADD_WORKBOOK_TO_PYTHONPATH"] == "False"
    assert read_config(config)[INTERPRETER] == pc.short_path(pc.interpreter)
    assert installed(pc) == what


def test_nothing_but_three_files_and_their_folders_appears(pc: Pc, tmp_path: Path) -> None:
    before = every_file(tmp_path)
    install(pc, addin())
    new = {Path(name).name for name in every_file(tmp_path).keys() - before.keys()}
    assert new == {".xl_apa", "xl_apa.conf", "installed.json", "XLSTART", "xl_apa.xlam"}


def test_a_path_that_vba_can_spell_is_written_as_it_is(tmp_path: Path) -> None:
    pc = healthy(tmp_path, user="Md. Office User")
    install(pc, addin())
    assert places(pc).config.read_bytes().splitlines()[0] == f'"INTERPRETER_WIN","{pc.interpreter}"'.encode()


def test_the_same_again_changes_nothing(pc: Pc, tmp_path: Path) -> None:
    install(pc, addin())
    before = every_file(tmp_path)
    install(pc, addin())
    assert every_file(tmp_path) == before


def test_a_newer_add_in_replaces_the_old_one(pc: Pc, tmp_path: Path) -> None:
    install(pc, addin())
    names = every_file(tmp_path).keys()
    install(pc, addin(b"newer"))
    assert places(pc).addin.read_bytes() == b"newer"
    assert every_file(tmp_path).keys() == names


def test_somebodys_own_settings_stay(pc: Pc) -> None:
    config = places(pc).config
    config.parent.mkdir()
    # In an old code page, as xlwings' own VBA writes.
    config.write_bytes(b'"SHOW CONSOLE","True"\r\n"TEMP DIR","C:\\T\xe9mp"\r\n')
    install(pc, addin())
    assert b'"SHOW CONSOLE","True"\r\n"TEMP DIR","C:\\T\xe9mp"\r\n"INTERPRETER_WIN",' in config.read_bytes()
    remove(pc)
    assert config.read_bytes() == b'"SHOW CONSOLE","True"\r\n"TEMP DIR","C:\\T\xe9mp"\r\n'


def test_excel_open_without_the_add_in_is_no_hindrance_and_knows_its_folder(tmp_path: Path) -> None:
    elsewhere = tmp_path / "roaming profile" / "XLSTART"
    pc = replace(healthy(tmp_path), running_excel=lambda _: RunningExcel(elsewhere, holds_addin=False))
    assert install(pc, addin()).addin == elsewhere / "xl_apa.xlam"
    remove(pc)
    assert not elsewhere.parent.exists()


def test_excels_own_list_of_trusted_locations_names_the_folder(tmp_path: Path) -> None:
    pc = healthy(tmp_path)
    moved = Path(pc.environ["APPDATA"]) / "Moved" / "XLSTART"
    shared = tmp_path / "Program Files" / "XLSTART"
    locations = {
        f"{SECURITY}\\Location0": {"Path": str(shared)},
        f"{SECURITY}\\Location1": {"Path": "%AppData%/Moved/XLSTART"},
    }
    assert startup_folder(with_registry(pc, locations)) == moved


def test_a_moved_folder_leaves_no_second_add_in_behind(tmp_path: Path) -> None:
    pc = healthy(tmp_path)
    first = install(pc, addin()).addin
    moved = tmp_path / "XLSTART"
    install(replace(pc, running_excel=lambda _: RunningExcel(moved, holds_addin=False)), addin())
    assert not first.exists()
    assert (moved / "xl_apa.xlam").exists()


# ---- what is refused ------------------------------------------------------------------------------------------------


def test_excel_holding_the_add_in_is_asked_to_be_closed(pc: Pc) -> None:
    install(pc, addin())
    refused("addin-open", with_excel_open(pc, holds_addin=True))
    with pytest.raises(XlApaError, match="Close all Excel windows"):
        remove(with_excel_open(pc, holds_addin=True))
    assert places(pc).addin.exists()


def test_an_add_in_that_somebody_else_put_there_is_not_replaced(pc: Pc) -> None:
    where = places(pc).addin
    where.parent.mkdir()
    where.write_bytes(b"not ours")
    refused("addin-not-ours", pc)


def test_a_python_whose_path_vba_cannot_spell_is_refused(tmp_path: Path) -> None:
    refused("interpreter-not-ascii", healthy(tmp_path, user="রহিম"))


def test_a_builder_that_fails_leaves_nothing(pc: Pc) -> None:
    def fail(path: Path) -> None:
        path.write_bytes(b"half")
        raise CallError("interrupted")

    refused("interrupted", pc, fail)


@pytest.mark.parametrize("again", [False, True])
def test_a_move_that_fails_leaves_all_as_it_was(pc: Pc, again: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows a file that is open cannot be replaced."""
    if again:
        install(pc, addin())
    else:
        places(pc).config.parent.mkdir()
        places(pc).addin.parent.mkdir()

    def held(self: Path, target: Path, *, real=Path.replace) -> Path:
        if target.suffix == ".xlam":
            raise PermissionError(13, "used by another process")
        return real(self, target)

    monkeypatch.setattr(xl_apa.xlsx.atomic_file.Path, "replace", held)
    refused("output-open", pc)


def test_off_windows_nothing_is_tried(tmp_path: Path) -> None:
    refused("not-windows", healthy(tmp_path, system="Linux"))
    with pytest.raises(CallError):
        remove(healthy(tmp_path, system="Darwin"))


# ---- remove ---------------------------------------------------------------------------------------------------------


def test_removing_leaves_the_pc_as_it_was(pc: Pc, tmp_path: Path) -> None:
    other = Path(pc.environ["APPDATA"]) / "Microsoft" / "Excel" / "other.xlam"
    other.write_bytes(b"another add-in")
    xlwings = Path(pc.environ["USERPROFILE"]) / ".xlwings" / "xlwings.conf"
    xlwings.parent.mkdir()
    xlwings.write_bytes(b'"INTERPRETER_WIN","theirs"\r\n')
    before = every_file(tmp_path)
    for _ in range(2):
        install(pc, addin())
    removed = remove(pc)
    assert every_file(tmp_path) == before
    assert [path.name for path in removed.gone] == ["xl_apa.xlam", "xl_apa.conf"] and removed.kept == ()


def test_other_add_ins_in_xlstart_stay_with_their_folder(pc: Pc) -> None:
    install(pc, addin())
    other = places(pc).addin.with_name("other.xlam")
    other.write_bytes(b"another add-in")
    remove(pc)
    assert list(other.parent.iterdir()) == [other]


def test_an_add_in_changed_since_is_left_and_said(pc: Pc) -> None:
    where = install(pc, addin()).addin
    where.write_bytes(b"changed by hand")
    assert remove(pc).kept == (where,)
    assert where.read_bytes() == b"changed by hand"


def test_removing_twice_says_that_nothing_is_there(pc: Pc) -> None:
    install(pc, addin())
    remove(pc)
    with pytest.raises(XlApaError, match="nothing to remove"):
        remove(pc)


def test_a_record_that_cannot_be_read_counts_as_none(pc: Pc) -> None:
    install(pc, addin())
    places(pc).record.write_text(json.dumps({"addin": 3}), encoding="utf-8")
    assert installed(pc) is None


# ---- the real computer -----------------------------------------------------------------------------------------------


def test_the_real_pc_answers_on_any_system() -> None:
    pc = this_pc()
    assert pc.interpreter.exists()
    assert pc.package("no-such-package") is None
    if not pc.is_windows:
        assert pc.registry.value("HKEY_CURRENT_USER\\Software") is None
        assert pc.running_excel("xl_apa.xlam") is None
        assert pc.short_path(pc.interpreter) == str(pc.interpreter)
