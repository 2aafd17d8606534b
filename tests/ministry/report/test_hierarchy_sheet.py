"""The sheet of the levels: an outline of offices with the sums of all below each, as formulas."""

from __future__ import annotations

from dataclasses import replace

from tests.ministry.builders import MINISTRY, Write
from tests.ministry.report.bangla import COLUMNS, LEVELS_SHEET
from tests.ministry.report.ministries import REGISTER
from tests.ministry.written import formulas, shown
from xl_apa.core.messages import render
from xl_apa.ministry.analysis.hierarchy import levels
from xl_apa.ministry.analysis.recognition import recognise_offices
from xl_apa.xlsx.write.text_metrics import count_lines

REGISTERED = recognise_offices(MINISTRY, REGISTER)


def test_an_office_that_others_report_to_has_a_row_with_the_sums_of_all_below_it(write: Write) -> None:
    rows = shown(write(REGISTERED), LEVELS_SHEET)
    below = ("offices", "reported", "late", "missing", "total", "mean")
    names = ["office_name", "office_code", "level", *(f"{name}_below" for name in below)]
    assert rows[3][: len(names)] == [COLUMNS[name] for name in names]
    (top,) = levels(REGISTERED)
    assert rows[4][:5] == [top.name, top.code, top.level or "", top.offices, top.reported]
    assert rows[4][6:9] == [top.missing, float(top.total), float(top.total / top.offices)]


def test_missing_and_mean_are_formulas(write: Write) -> None:
    sheet = formulas(write(REGISTERED), LEVELS_SHEET)
    assert (sheet["G5"].value, sheet["I5"].value) == ("=D5-E5", "=H5/D5")


def test_offices_below_are_an_outline_that_opens_from_above(write: Write) -> None:
    deeper = replace(
        REGISTER,
        offices=(*REGISTER.offices[:2], replace(REGISTER.offices[2], parent="DOL"), *REGISTER.offices[3:]),
    )
    sheet = formulas(write(recognise_offices(MINISTRY, deeper)), LEVELS_SHEET)
    assert [sheet.row_dimensions[row].outlineLevel for row in (5, 6)] == [0, 1]
    assert sheet["A6"].alignment.indent > sheet["A5"].alignment.indent
    assert sheet.sheet_properties.outlinePr.summaryBelow is False


def test_offices_that_were_read_but_report_to_none_are_not_said_to_be_unread(write: Write) -> None:
    flat = replace(REGISTER, offices=tuple(replace(office, parent="") for office in REGISTER.offices))
    rows = shown(write(recognise_offices(MINISTRY, flat)), LEVELS_SHEET)
    assert rows[0][0] == render("no-row-levels", "bn")


def test_no_heading_takes_more_than_two_lines(write: Write) -> None:
    sheet = formulas(write(REGISTERED), LEVELS_SHEET)
    columns = sheet.column_dimensions.values()
    widths = {number: column.width for column in columns for number in range(column.min, column.max + 1)}
    for cell in sheet[4]:
        assert count_lines(str(cell.value), widths[cell.column], cell.font.size) <= 2, cell.value
