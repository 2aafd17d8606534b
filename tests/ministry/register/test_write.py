"""A register is written to be filled in, and read back as it was."""

from __future__ import annotations

from pathlib import Path

import openpyxl

from xl_apa.ministry.register.columns import GUIDANCE, HEADINGS, SHEET
from xl_apa.ministry.register.model import Registered
from xl_apa.ministry.register.read import read_register
from xl_apa.ministry.register.write import write_register

OFFICES = (
    Registered("M", "মন্ত্রণালয়", row=5),
    Registered("001", "=1+1 অধিদপ্তর", "Office & Co", "M", "অধিদপ্তর", "০১৭০০", row=6),
)


def test_offices_come_back_as_they_were_codes_with_their_zeros(tmp_path: Path) -> None:
    write_register(tmp_path / "register.xlsx", OFFICES)
    assert read_register(tmp_path / "register.xlsx").offices == OFFICES


def test_a_blank_register_has_headings_guidance_and_rows_for_text(tmp_path: Path) -> None:
    write_register(tmp_path / "register.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "register.xlsx")[SHEET]
    assert [cell.value for cell in sheet[4]] == list(HEADINGS.values())
    assert [sheet["A2"].value, sheet["A3"].value] == list(GUIDANCE)
    assert {sheet.cell(row, column).number_format for row in (5, 1004) for column in range(1, 7)} == {"@"}
    assert sheet.max_row == 1004
    assert sheet.freeze_panes == "C5"


def test_the_same_call_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_register(tmp_path / name, OFFICES)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()
