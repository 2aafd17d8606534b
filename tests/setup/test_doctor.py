"""What `doctor` finds: a made-up PC with one thing wrong gives one finding, and the next step with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.setup import computer
from tests.setup.computer import NEEDED, XLWINGS, build_bridge, healthy, installed, program, with_registry
from xl_apa.core.messages import CATALOGUE, LANGUAGES
from xl_apa.setup.diagnosis import Diagnosis, State
from xl_apa.setup.doctor import ANYWHERE, ON_WINDOWS, examine
from xl_apa.setup.install import install, places
from xl_apa.setup.windows_environment import DateOrder, Pc, date_order, is_blocked, program_bits


@pytest.fixture
def pc(tmp_path: Path) -> Pc:
    """A PC with everything in order."""
    return installed(tmp_path)


def wrong(pc: Pc) -> dict[str, str]:
    return {result.check: result.code for result in examine(pc) if result.state is not State.OK}


def test_nothing_is_wrong_with_a_healthy_pc(pc: Pc) -> None:
    assert wrong(pc) == {}
    assert [result.check for result in examine(pc)] == [*ANYWHERE, *ON_WINDOWS]


# ---- one thing wrong ------------------------------------------------------------------------------------------------


def store_edition(pc: Pc) -> Pc:
    path = Path(pc.environ["LOCALAPPDATA"]) / "WindowsApps" / "Microsoft.Office.Desktop_16" / "EXCEL.EXE"
    return with_registry(pc, {computer.APP_PATHS: {"": str(program(path))}})


def store_edition_without_path(pc: Pc) -> Pc:
    (Path(pc.environ["LOCALAPPDATA"]) / "Packages" / "Microsoft.Office.Desktop_8wekyb3d8bbwe").mkdir(parents=True)
    return with_registry(pc, {computer.APP_PATHS: None})


def no_excel(pc: Pc) -> Pc:
    return with_registry(pc, {computer.APP_PATHS: None, computer.CUR_VER: None})


def excel_uninstalled(pc: Pc) -> Pc:
    return with_registry(pc, {computer.APP_PATHS: {"": "/nowhere/EXCEL.EXE"}})


def not_registered(pc: Pc) -> Pc:
    return with_registry(pc, {computer.CUR_VER: None})


def excel_2007(pc: Pc) -> Pc:
    return with_registry(pc, {computer.CUR_VER: {"": "Excel.Application.12"}})


def excel_32_without_its_dll(pc: Pc) -> Pc:
    (pc.prefix / f"xlwings32-{XLWINGS}.dll").unlink()
    return with_registry(pc, {computer.APP_PATHS: {"": str(program(pc.prefix / "EXCEL.EXE", 0x14C))}})


def other_dll(pc: Pc) -> Pc:
    (pc.prefix / f"xlwings64-{XLWINGS}.dll").rename(pc.prefix / "xlwings64-0.30.0.dll")
    return pc


def no_addin(pc: Pc) -> Pc:
    places(pc).addin.unlink()
    return pc


def blocked(pc: Pc) -> Pc:
    # Off Windows a stream is a file beside it; the name is the same.
    Path(f"{places(pc).addin}:Zone.Identifier").write_text("[ZoneTransfer]\r\nZoneId=3\r\n", encoding="utf-8")
    return pc


def switched_off(pc: Pc) -> Pc:
    item = b"\x02\x00\x00\x00\x01" + r"c:\users\officer\XLSTART\XL_APA.xlam".encode("utf-16-le") + b"\0\0"
    return with_registry(pc, {computer.DISABLED: {"12A": b"\x01\x00", "98C": item}})


def no_trust(pc: Pc) -> Pc:
    policy = computer.SECURITY.replace("Software\\", "Software\\Policies\\")
    return with_registry(pc, {policy: {"AllLocationsDisabled": 1}})


def no_record(pc: Pc) -> Pc:
    places(pc).record.unlink()
    return pc


def xlwings_updated(pc: Pc) -> Pc:
    (pc.prefix / "xlwings64-0.38.0.dll").write_bytes(b"MZ")
    return replace(pc, package={**NEEDED, "xlwings": "0.38.0"}.get)


def addin_broken(pc: Pc) -> Pc:
    places(pc).addin.write_bytes(b"not a workbook")
    return pc


def no_settings(pc: Pc) -> Pc:
    places(pc).config.write_text('"SHOW CONSOLE","True"\r\n', encoding="utf-8")
    return pc


def environment_gone(pc: Pc) -> Pc:
    pc.interpreter.unlink()
    return pc


def python_uninstalled(pc: Pc) -> Pc:
    """The environment is there, the Python it was made from is not."""
    (pc.base_prefix / "python.exe").unlink()
    pc.base_prefix.rmdir()
    return pc


def run_by_another_python(pc: Pc) -> Pc:
    return replace(pc, interpreter=program(pc.base_prefix / "python.exe"))


def python_3_10(pc: Pc) -> Pc:
    return replace(pc, python=(3, 10))


def python_of_the_store(pc: Pc) -> Pc:
    return replace(pc, base_prefix=Path("C:/Program Files/WindowsApps/PythonSoftwareFoundation.Python.3.12"))


def no_pywin32(pc: Pc) -> Pc:
    return replace(pc, package={**NEEDED, "xlwings": XLWINGS, "pywin32": None}.get)


def documents_in_onedrive(pc: Pc) -> Pc:
    cloud = Path(pc.environ["USERPROFILE"]) / "OneDrive - Office"
    documents = {computer.SHELL_FOLDERS: {"Personal": "%USERPROFILE%/OneDrive - Office/Documents"}}
    return with_registry(replace(pc, environ={**pc.environ, "OneDriveCommercial": str(cloud)}), documents)


def american_dates(pc: Pc) -> Pc:
    return with_registry(pc, {computer.INTERNATIONAL: {"sShortDate": "M/d/yyyy"}})


def no_region(pc: Pc) -> Pc:
    return with_registry(pc, {computer.INTERNATIONAL: None})


def another_font(pc: Pc) -> Pc:
    return with_registry(pc, {computer.FONTS: None, computer.USER_FONTS: {"Nirmala UI (TrueType)": "Nirmala.ttf"}})


def no_font(pc: Pc) -> Pc:
    return with_registry(pc, {computer.FONTS: {"Arial (TrueType)": "arial.ttf"}})


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
def test_one_thing_wrong_is_found_and_nothing_else(pc: Pc, break_it: Callable[[Pc], Pc], found: dict[str, str]) -> None:
    assert wrong(break_it(pc)) == {check: f"doctor-{code}" for check, code in found.items()}


def test_a_bangla_user_name_is_a_warning_as_long_as_there_is_a_short_name(tmp_path: Path) -> None:
    pc = healthy(tmp_path, user="রহিম", package={**NEEDED, "xlwings": XLWINGS}.get)
    short = tmp_path / "RAHIM~1.EXE"
    short.symlink_to(pc.interpreter)
    pc = replace(pc, short_path=lambda _: str(short))
    (short.parent.parent / "pyvenv.cfg").unlink(missing_ok=True)
    install(pc, build_bridge)
    assert wrong(pc) == {"user-name": "doctor-home-not-ascii"}


def test_a_folder_that_may_not_be_written_is_named(pc: Pc, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tried for real, since Windows allows or refuses only then."""
    closed = places(pc).addin.parent

    def touch(self: Path, *arguments: object, real=Path.touch, **settings: object) -> None:
        if self.parent == closed:
            raise PermissionError(13, "denied")
        real(self, *arguments, **settings)

    monkeypatch.setattr(Path, "touch", touch)
    (result,) = (each for each in examine(pc) if each.check == "writing")
    assert (result.code, result.params["path"]) == ("doctor-writing-refused", closed)


def test_windows_that_does_not_name_its_folders_stops_no_other_check(pc: Pc) -> None:
    found = wrong(replace(pc, environ={}))
    assert set(found.values()) == {"doctor-folder-unknown"}
    assert "excel" not in found and "fonts" not in found


# ---- small readings -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("zone", "expected"), [("0", False), ("1", False), ("2", False), ("3", True), ("4", True)])
def test_only_the_internet_blocks(tmp_path: Path, zone: str, expected: bool) -> None:
    path = tmp_path / "প্রতিবেদন (1).xlam"
    path.touch()
    assert not is_blocked(path)
    Path(f"{path}:Zone.Identifier").write_text(
        f"[ZoneTransfer]\nHostUrl=about:internet\nZoneId={zone}\n", encoding="utf-8"
    )
    assert is_blocked(path) is expected


@pytest.mark.parametrize(
    ("pattern", "order"),
    [
        ("dd/MM/yyyy", DateOrder.DAY_FIRST),
        ("d-MMM-yy", DateOrder.DAY_FIRST),
        ("M/d/yyyy", DateOrder.MONTH_FIRST),
        ("yyyy-MM-dd", DateOrder.YEAR_FIRST),
        ("", None),
    ],
)
def test_the_order_of_dates_comes_from_windows_region(tmp_path: Path, pattern: str, order: DateOrder | None) -> None:
    pc = with_registry(healthy(tmp_path), {computer.INTERNATIONAL: {"sShortDate": pattern}})
    assert date_order(pc) is order


@pytest.mark.parametrize(("content", "bits"), [(b"", None), (b"MZ", None), (b"\xff" * 200, None)])
def test_a_file_that_is_no_program_has_no_bits(tmp_path: Path, content: bytes, bits: int | None) -> None:
    path = tmp_path / "EXCEL.EXE"
    path.write_bytes(content)
    assert program_bits(path) is bits
    assert [program_bits(program(path, machine)) for machine in (0x14C, 0x8664)] == [32, 64]


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
