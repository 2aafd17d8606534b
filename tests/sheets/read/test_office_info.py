"""The fields of the info sheet, also where they were written one cell too far."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from xl_apa.core.cells import BLANK, Cell
from xl_apa.sheets.assess_workbook import assess_file
from xl_apa.sheets.layout import INFO_GUIDANCE, INFO_LABELS, INFO_SHEET, Info, info_row
from xl_apa.sheets.read.office_info import about_office_code, compare_info, read_info


def moved_right(path: Path, *fields: Info) -> Path:
    book = openpyxl.load_workbook(path)
    sheet = book[INFO_SHEET]
    for field in fields:
        row = info_row(field) + 1
        sheet[f"D{row}"], sheet[f"C{row}"] = sheet[f"C{row}"].value, None
    book.save(path)
    return path


@pytest.mark.parametrize("field", [Info.OFFICE_CODE, Info.OFFICE_NAME, Info.PARENT, Info.FISCAL_YEAR])
def test_a_field_written_one_cell_to_the_right_is_read_and_said(filled, field: Info) -> None:
    before = assess_file(filled(name="before.xlsx"))
    after = assess_file(moved_right(filled(), field))
    assert after.office == before.office
    (finding,) = (each for each in after.findings if each.code == "field-beside-its-cell")
    row = info_row(field) + 1
    assert finding.cell == f"'{INFO_SHEET}'!D{row}"
    assert f"C{row}" in finding.text("bn")


def test_the_guidance_beside_a_blank_field_is_not_its_value() -> None:
    row = [None, INFO_LABELS[Info.OFFICE_CODE], None, "\n".join(INFO_GUIDANCE)]
    info, findings = read_info([row, [INFO_LABELS[Info.PARENT], "মা"]], "তথ্য")
    assert info[Info.OFFICE_CODE].blank
    assert [finding.code for finding in findings] == ["office-code-blank"]


def test_a_sheet_that_says_nothing_at_all_is_said_once() -> None:
    _, findings = read_info([[INFO_LABELS[Info.OFFICE_CODE], None], [INFO_LABELS[Info.PARENT], " "]], "তথ্য")
    assert [(finding.code, finding.params["sheet"]) for finding in findings] == [("info-blank", "তথ্য")]


def test_a_label_beside_a_blank_field_is_not_its_value() -> None:
    row = [INFO_LABELS[Info.OFFICE_CODE], None, INFO_LABELS[Info.PARENT], "মা"]
    info, _ = read_info([row], "তথ্য")
    assert info[Info.OFFICE_CODE].blank
    assert info[Info.PARENT].value == "মা"


@pytest.mark.parametrize("code", [None, "", "  ", "\u00a0"])
def test_a_blank_office_code_is_said_at_its_cell(code: str | None) -> None:
    (finding,) = about_office_code(Cell(code, "'তথ্য'!C3"))
    assert (finding.code, finding.cell) == ("office-code-blank", "'তথ্য'!C3")


@pytest.mark.parametrize("code", ["00", "N-01", 12, 0])
def test_any_office_code_is_enough(code: str | int) -> None:
    assert not list(about_office_code(Cell(code)))


def test_two_info_sheets_that_say_the_same_are_not_worth_a_word() -> None:
    one = dict.fromkeys(Info, BLANK) | {Info.OFFICE_CODE: Cell("N-01")}
    same = dict.fromkeys(Info, BLANK) | {Info.OFFICE_CODE: Cell(" N-01 ")}
    assert not list(compare_info(one, "তথ্য", same, "তথ্য (2)"))
