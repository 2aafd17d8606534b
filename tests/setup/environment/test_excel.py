"""Excel on a Windows computer, from registry and files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.setup.fake_computer import CUR_VER, DISABLED, SECURITY, healthy, program, with_registry
from xl_apa.setup.environment.computer import RunningExcel
from xl_apa.setup.environment.excel import excel_version, is_disabled, program_bits, startup_folder


@pytest.mark.parametrize(("content", "bits"), [(b"", None), (b"MZ", None), (b"\xff" * 200, None)])
def test_a_file_that_is_no_program_has_no_bits(tmp_path: Path, content: bytes, bits: int | None) -> None:
    path = tmp_path / "EXCEL.EXE"
    path.write_bytes(content)
    assert program_bits(path) is bits
    assert [program_bits(program(path, machine)) for machine in (0x14C, 0x8664)] == [32, 64]


def test_excels_own_list_of_trusted_locations_names_the_folder(tmp_path: Path) -> None:
    computer = healthy(tmp_path)
    moved = Path(computer.environ["APPDATA"]) / "Moved" / "XLSTART"
    shared = tmp_path / "Program Files" / "XLSTART"
    locations = {
        f"{SECURITY}\\Location0": {"Path": str(shared)},
        f"{SECURITY}\\Location1": {"Path": "%AppData%/Moved/XLSTART"},
    }
    assert startup_folder(with_registry(computer, locations)) == moved


def test_the_excel_that_is_open_knows_its_folder_best(tmp_path: Path) -> None:
    computer = replace(healthy(tmp_path), running_excel=lambda _: RunningExcel(tmp_path / "XL", holds_addin=False))
    assert startup_folder(computer) == tmp_path / "XL"


def test_without_a_registered_excel_every_version_in_the_registry_is_looked_through(tmp_path: Path) -> None:
    item = b"\x01" + r"c:\XL_APA.xlam".encode("utf-16-le")
    computer = with_registry(healthy(tmp_path), {CUR_VER: None, DISABLED: {"A": item}})
    assert excel_version(computer) is None
    assert is_disabled(computer, "xl_apa.xlam")
    assert not is_disabled(computer, "other.xlam")
