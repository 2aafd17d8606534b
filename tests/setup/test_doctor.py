"""What `doctor` finds: a made-up PC with one thing wrong gives one finding, and the next step with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.setup.fake_computer import (
    APP_PATHS,
    CUR_VER,
    DISABLED,
    FONTS,
    INTERNATIONAL,
    NEEDED,
    SECURITY,
    SHELL_FOLDERS,
    USER_FONTS,
    XLWINGS,
    build_bridge,
    healthy,
    program,
    with_addin,
    with_registry,
)
from xl_apa.core.messages import CATALOGUE, LANGUAGES
from xl_apa.setup.diagnosis import Diagnosis, State
from xl_apa.setup.doctor import ANYWHERE, ON_WINDOWS, examine
from xl_apa.setup.environment.computer import Computer
from xl_apa.setup.install import addin_files, install


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    """A PC with everything in order."""
    return with_addin(tmp_path)


def wrong(computer: Computer) -> dict[str, str]:
    return {result.check: result.code for result in examine(computer) if result.state is not State.OK}


def test_nothing_is_wrong_with_a_healthy_pc(computer: Computer) -> None:
    assert wrong(computer) == {}
    assert [result.check for result in examine(computer)] == [*ANYWHERE, *ON_WINDOWS]


# ---- one thing wrong ------------------------------------------------------------------------------------------------


def store_edition(computer: Computer) -> Computer:
    path = Path(computer.environ["LOCALAPPDATA"]) / "WindowsApps" / "Microsoft.Office.Desktop_16" / "EXCEL.EXE"
    return with_registry(computer, {APP_PATHS: {"": str(program(path))}})


def store_edition_without_path(computer: Computer) -> Computer:
    (Path(computer.environ["LOCALAPPDATA"]) / "Packages" / "Microsoft.Office.Desktop_8wekyb3d8bbwe").mkdir(parents=True)
    return with_registry(computer, {APP_PATHS: None})


def no_excel(computer: Computer) -> Computer:
    return with_registry(computer, {APP_PATHS: None, CUR_VER: None})


def excel_uninstalled(computer: Computer) -> Computer:
    return with_registry(computer, {APP_PATHS: {"": "/nowhere/EXCEL.EXE"}})


def not_registered(computer: Computer) -> Computer:
    return with_registry(computer, {CUR_VER: None})


def excel_2007(computer: Computer) -> Computer:
    return with_registry(computer, {CUR_VER: {"": "Excel.Application.12"}})


def excel_32_without_its_dll(computer: Computer) -> Computer:
    (computer.prefix / f"xlwings32-{XLWINGS}.dll").unlink()
    return with_registry(computer, {APP_PATHS: {"": str(program(computer.prefix / "EXCEL.EXE", 0x14C))}})


def other_dll(computer: Computer) -> Computer:
    (computer.prefix / f"xlwings64-{XLWINGS}.dll").rename(computer.prefix / "xlwings64-0.30.0.dll")
    return computer


def no_addin(computer: Computer) -> Computer:
    addin_files(computer).addin.unlink()
    return computer


def blocked(computer: Computer) -> Computer:
    # Off Windows a stream is a file beside it; the name is the same.
    Path(f"{addin_files(computer).addin}:Zone.Identifier").write_text(
        "[ZoneTransfer]\r\nZoneId=3\r\n", encoding="utf-8"
    )
    return computer


def switched_off(computer: Computer) -> Computer:
    item = b"\x02\x00\x00\x00\x01" + r"c:\users\officer\XLSTART\XL_APA.xlam".encode("utf-16-le") + b"\0\0"
    return with_registry(computer, {DISABLED: {"12A": b"\x01\x00", "98C": item}})


def no_trust(computer: Computer) -> Computer:
    policy = SECURITY.replace("Software\\", "Software\\Policies\\")
    return with_registry(computer, {policy: {"AllLocationsDisabled": 1}})


def no_record(computer: Computer) -> Computer:
    addin_files(computer).record.unlink()
    return computer


def xlwings_updated(computer: Computer) -> Computer:
    (computer.prefix / "xlwings64-0.38.0.dll").write_bytes(b"MZ")
    return replace(computer, package={**NEEDED, "xlwings": "0.38.0"}.get)


def addin_broken(computer: Computer) -> Computer:
    addin_files(computer).addin.write_bytes(b"not a workbook")
    return computer


def no_settings(computer: Computer) -> Computer:
    addin_files(computer).config.write_text('"SHOW CONSOLE","True"\r\n', encoding="utf-8")
    return computer


def environment_gone(computer: Computer) -> Computer:
    computer.interpreter.unlink()
    return computer


def python_uninstalled(computer: Computer) -> Computer:
    """The environment is there, the Python it was made from is not."""
    (computer.base_prefix / "python.exe").unlink()
    computer.base_prefix.rmdir()
    return computer


def run_by_another_python(computer: Computer) -> Computer:
    return replace(computer, interpreter=program(computer.base_prefix / "python.exe"))


def python_3_10(computer: Computer) -> Computer:
    return replace(computer, python=(3, 10))


def python_of_the_store(computer: Computer) -> Computer:
    return replace(computer, base_prefix=Path("C:/Program Files/WindowsApps/PythonSoftwareFoundation.Python.3.12"))


def no_pywin32(computer: Computer) -> Computer:
    return replace(computer, package={**NEEDED, "xlwings": XLWINGS, "pywin32": None}.get)


def documents_in_onedrive(computer: Computer) -> Computer:
    cloud = Path(computer.environ["USERPROFILE"]) / "OneDrive - Office"
    documents = {SHELL_FOLDERS: {"Personal": "%USERPROFILE%/OneDrive - Office/Documents"}}
    return with_registry(replace(computer, environ={**computer.environ, "OneDriveCommercial": str(cloud)}), documents)


def american_dates(computer: Computer) -> Computer:
    return with_registry(computer, {INTERNATIONAL: {"sShortDate": "M/d/yyyy"}})


def no_region(computer: Computer) -> Computer:
    return with_registry(computer, {INTERNATIONAL: None})


def another_font(computer: Computer) -> Computer:
    return with_registry(computer, {FONTS: None, USER_FONTS: {"Nirmala UI (TrueType)": "Nirmala.ttf"}})


def no_font(computer: Computer) -> Computer:
    return with_registry(computer, {FONTS: {"Arial (TrueType)": "arial.ttf"}})


@pytest.mark.parametrize(
    ("break_it", "found"),
    [
        (store_edition, {"excel": "excel-store"}),
        (store_edition_without_path, {"excel": "excel-store"}),
        (no_excel, {"excel": "excel-missing"}),
        (excel_uninstalled, {"excel": "excel-missing"}),
        (not_registered, {"excel": "excel-no-com"}),
        (excel_2007, {"excel": "excel-old"}),
        (excel_32_without_its_dll, {"dll": "dll-missing"}),
        (other_dll, {"dll": "dll-other"}),
        (no_addin, {"addin": "addin-missing", "vba": "addin-missing"}),
        (blocked, {"addin": "addin-blocked"}),
        (switched_off, {"addin": "addin-switched-off"}),
        (no_trust, {"addin": "addin-not-trusted"}),
        (no_record, {"addin": "addin-no-record"}),
        (xlwings_updated, {"vba": "vba-other"}),
        (addin_broken, {"vba": "vba-unreadable"}),
        (no_settings, {"config": "config-missing"}),
        (environment_gone, {"config": "interpreter-gone"}),
        (python_uninstalled, {"config": "interpreter-gone"}),
        (run_by_another_python, {"config": "interpreter-other"}),
        (python_3_10, {"python": "python-old"}),
        (python_of_the_store, {"python": "python-store"}),
        (no_pywin32, {"packages": "packages-missing"}),
        (documents_in_onedrive, {"onedrive": "onedrive"}),
        (american_dates, {"dates": "dates-month-first"}),
        (no_region, {"dates": "dates-unknown"}),
        (another_font, {"fonts": "fonts-other"}),
        (no_font, {"fonts": "fonts-none"}),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_one_thing_wrong_is_found_and_nothing_else(
    computer: Computer, break_it: Callable[[Computer], Computer], found: dict[str, str]
) -> None:
    assert wrong(break_it(computer)) == {check: f"doctor-{code}" for check, code in found.items()}


def test_a_bangla_user_name_is_a_warning_as_long_as_there_is_a_short_name(tmp_path: Path) -> None:
    computer = healthy(tmp_path, user="রহিম", package={**NEEDED, "xlwings": XLWINGS}.get)
    short = tmp_path / "RAHIM~1.EXE"
    short.symlink_to(computer.interpreter)
    computer = replace(computer, short_path=lambda _: str(short))
    (short.parent.parent / "pyvenv.cfg").unlink(missing_ok=True)
    install(computer, build_bridge)
    assert wrong(computer) == {"user-name": "doctor-home-not-ascii"}


def test_a_folder_that_may_not_be_written_is_named(computer: Computer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tried for real, since Windows allows or refuses only then."""
    closed = addin_files(computer).addin.parent

    def touch(self: Path, *arguments: object, real=Path.touch, **settings: object) -> None:
        if self.parent == closed:
            raise PermissionError(13, "denied")
        real(self, *arguments, **settings)

    monkeypatch.setattr(Path, "touch", touch)
    (result,) = (each for each in examine(computer) if each.check == "writing")
    assert (result.code, result.params["path"]) == ("doctor-writing-refused", closed)


def test_windows_that_does_not_name_its_folders_stops_no_other_check(computer: Computer) -> None:
    found = wrong(replace(computer, environ={}))
    assert set(found.values()) == {"doctor-folder-unknown"}
    assert "excel" not in found and "fonts" not in found


# ---- sentences ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_wrong_comes_with_the_next_step(lang: str) -> None:
    """A sentence that only complains helps nobody: at least two, the second being what to do."""
    ends = "।:" if lang == "bn" else ".:"
    for diagnosis in Diagnosis:
        if diagnosis.state in (State.ERROR, State.WARNING):
            text = getattr(CATALOGUE[diagnosis], lang)
            assert sum(text.count(end) for end in ends) >= 2, diagnosis


def test_every_diagnosis_has_its_sentence_and_every_sentence_its_diagnosis() -> None:
    assert {diagnosis.value for diagnosis in Diagnosis} == {c for c in CATALOGUE if c.startswith("doctor-")}


def test_every_check_has_its_word() -> None:
    assert {f"check-{name}" for name in (*ANYWHERE, *ON_WINDOWS)} == {c for c in CATALOGUE if c.startswith("check-")}
