"""Reading office workbooks: every cell with its address, and a clear word about files that are none."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from pathlib import Path

import msoffcrypto.format.ooxml as ooxml
import openpyxl
import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from xl_apa.core.cells import CellValue
from xl_apa.core.errors import InputError, PlanError
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Layout
from xl_apa.core.typed.reading import parse_achievement
from xl_apa.plans import load_plan
from xl_apa.samples import Sample, build_sample
from xl_apa.sheets import layout
from xl_apa.sheets.read.report import read_plan_inside, read_report


def test_every_cell_comes_with_its_own_address(filled) -> None:
    form = read_report(filled({"1.2.1": "৩ টি", "2.2.3": "চলমান"})).forms[Quarter.Q2]
    by_cell = {row.achieved.address: row.achieved.value for row in form.rows}
    assert by_cell["'২য় ত্রৈমাসিক'!M9"] == "৩ টি"
    assert by_cell["'২য় ত্রৈমাসিক'!M18"] == "চলমান"
    assert list(by_cell) == [f"'২য় ত্রৈমাসিক'!M{row}" for row in range(8, 19)]


def test_a_merged_area_belongs_to_every_row_it_spans(filled) -> None:
    rows = read_report(filled()).forms[Quarter.Q1].rows
    assert [row.area.text[:3] for row in rows] == ["[১]"] * 6 + ["[২]"] * 5


def test_column_14_is_a_claim_in_one_layout_and_a_remark_in_the_other(filled) -> None:
    marks = read_report(filled({"1.4.1": 90}, layout=Layout.MARKS, last={"1.4.1": 6}), Quarter.Q2)
    remarks = read_report(filled({"1.4.1": 90}, last={"1.4.1": "দেখুন"}), Quarter.Q2)
    assert marks.forms[Quarter.Q2].rows[3].claimed.value == 6
    assert marks.forms[Quarter.Q2].rows[3].remarks.blank
    assert remarks.forms[Quarter.Q2].rows[3].remarks.value == "দেখুন"
    assert remarks.forms[Quarter.Q2].rows[3].claimed.blank


def test_only_the_quarter_and_those_before_it_are_read(filled) -> None:
    assert list(read_report(filled(), Quarter.Q2).forms) == [Quarter.Q1, Quarter.Q2]


def test_the_office_and_its_parent_are_read_as_text(filled) -> None:
    office = read_report(filled(code="00123", office="=1+1")).office
    assert (office.code, office.name, office.parent) == ("00123", "=1+1", "নমুনা মন্ত্রণালয়")


def test_rows_and_columns_inserted_before_the_form_move_the_addresses_with_it(filled) -> None:
    path = filled({"1.4.1": 90})
    book = openpyxl.load_workbook(path)
    sheet = book["২য় ত্রৈমাসিক"]
    for area in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(area))
    sheet.insert_rows(1, 2)
    sheet.insert_cols(1)
    book.save(path)
    rows = read_report(path).forms[Quarter.Q2].rows
    assert (rows[3].achieved.value, rows[3].achieved.address) == (90, "'২য় ত্রৈমাসিক'!N13")


def test_the_plan_that_travels_inside_is_the_plan_it_was_built_from(filled) -> None:
    assert read_plan_inside(filled()) == load_plan()


@pytest.mark.parametrize("number", [0, 1, 59, 61, 96, 0.96, 2.5, 36525, 80000])
def test_a_number_typed_into_a_cell_with_a_date_format_is_still_that_number(filled, number: float) -> None:
    # 1.1.1 is a date indicator, so its cell has a date format, and the reading library sees a day of 1900.
    assert read_report(filled({"1.1.1": number})).forms[Quarter.Q2].rows[0].achieved.value == number


def edited(path: Path, name: str, edit) -> Path:
    """The workbook with one part changed or, where `edit` gives None, left out."""
    source = zipfile.ZipFile(io.BytesIO(path.read_bytes()))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.namelist():
            data = source.read(part)
            data = edit(data) if part == name else data
            if data is not None:
                target.writestr(part, data)
    return path


def refused(path: Path) -> InputError:
    with pytest.raises(InputError) as caught:
        read_report(path)
    assert caught.value.text("en") and caught.value.text("bn")
    return caught.value


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file-empty"),
        (b"Dear Sir, the report follows", "workbook-text"),
        (b"\x00\x01\x02 nothing known", "not-a-workbook"),
        (b"PK\x03\x04 and then nothing", "workbook-damaged"),
        (b"%PDF-1.7", "file-is-pdf"),
    ],
)
def test_a_file_that_is_no_workbook_is_refused_by_name(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "report.xlsx"
    path.write_bytes(content)
    assert refused(path).code == code


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "none.xlsx").code == "file-missing"
    assert refused(tmp_path).code == "file-is-folder"


def test_half_a_workbook_is_damaged(filled) -> None:
    path = filled()
    path.write_bytes(path.read_bytes()[:5000])
    assert refused(path).code == "workbook-damaged"


def test_a_workbook_whose_sheet_is_broken_inside_is_damaged(filled) -> None:
    path = edited(filled(), "xl/worksheets/sheet1.xml", lambda data: data[: len(data) // 2])
    assert refused(path).code == "workbook-damaged"


def test_a_workbook_with_a_password_is_said_to_have_one(filled, tmp_path: Path) -> None:
    locked = tmp_path / "locked.xlsx"
    with filled().open("rb") as source, locked.open("wb") as target:
        ooxml.OOXMLFile(source).encrypt("secret", target)
    assert refused(locked).code == "workbook-password"


def test_a_foreign_workbook_is_no_template(tmp_path: Path) -> None:
    path = tmp_path / "foreign.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Sheet1").write("A1", "hello")
    assert refused(path).code == "not-a-template"


def test_a_newer_template_is_read_as_far_as_it_can_be_or_asks_for_a_newer_program(filled) -> None:
    path = filled()
    book = openpyxl.load_workbook(path)
    book[layout.DATA_SHEET]["B1"] = layout.SCHEMA_VERSION + 1
    book.save(path)
    assert "template-other-version" in {finding.code for finding in read_report(path).findings}
    for quarter in Quarter:
        book[layout.quarter_sheet(quarter)].delete_rows(1, 8)
    book.save(path)
    assert refused(path).code == "template-newer"


def without(path: Path, sheet: str) -> Path:
    book = openpyxl.load_workbook(path)
    del book[sheet]
    book.save(path)
    return path


def test_a_missing_info_sheet_is_named(filled) -> None:
    error = refused(without(filled(), layout.INFO_SHEET))
    assert (error.code, error.params["sheet"]) == ("sheet-missing", layout.INFO_SHEET)


def test_the_quarter_that_is_asked_for_must_be_there(filled) -> None:
    with pytest.raises(InputError) as caught:
        read_report(without(filled(), "২য় ত্রৈমাসিক"), Quarter.Q2)
    assert (caught.value.code, caught.value.params["sheet"]) == ("sheet-missing", "২য় ত্রৈমাসিক")


@pytest.mark.parametrize("quarter", [None, Quarter.Q2])
def test_a_missing_earlier_quarter_is_said_and_the_others_are_read(filled, quarter: Quarter | None) -> None:
    report = read_report(without(filled({"1.4.1": 90}), "১ম ত্রৈমাসিক"), quarter)
    assert Quarter.Q1 not in report.forms
    assert report.forms[Quarter.Q2].rows[3].achieved.value == 90
    (finding,) = report.findings
    assert (finding.code, finding.params["quarter"]) == ("quarter-not-read", Quarter.Q1)


def test_a_sheet_without_column_numbers_or_without_rows_is_named(filled) -> None:
    path = filled()
    book = openpyxl.load_workbook(path)
    sheet = book["১ম ত্রৈমাসিক"]
    sheet.delete_rows(layout.FIRST_ROW + 1, 30)
    book.save(path)
    with pytest.raises(InputError, match="no rows of indicators"):
        read_report(path, Quarter.Q1)
    sheet.delete_rows(layout.NUMBER_ROW + 1)
    book.save(path)
    with pytest.raises(InputError, match="no row of column numbers"):
        read_report(path, Quarter.Q1)


@pytest.mark.parametrize("cell", ["XFD1048576", "A1048576", "ZZ9", "DA20", "C5000"])
def test_a_value_far_outside_the_form_is_named_instead_of_filling_the_memory(filled, cell: str) -> None:
    path = filled()
    book = openpyxl.load_workbook(path)
    book["৪র্থ ত্রৈমাসিক"][cell] = "x"
    book.save(path)
    error = refused(path)
    assert (error.code, error.params["cell"]) == ("cell-far-away", cell)


def test_the_sheets_are_those_that_excel_opens_whatever_else_a_package_holds(filled) -> None:
    path = filled({"1.4.1": 90})
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    # Another list of sheets, which the package names as its workbook; the usual one lists harmless sheets only.
    parts["xl/other.xml"] = parts["xl/workbook.xml"]
    parts["xl/_rels/other.xml.rels"] = parts["xl/_rels/workbook.xml.rels"]
    parts["xl/_rels/workbook.xml.rels"] = re.sub(rb"sheet\d.xml", b"sheet1.xml", parts["xl/_rels/workbook.xml.rels"])
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"xl/workbook.xml", b"xl/other.xml")
    with zipfile.ZipFile(path, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    assert read_report(path).forms[Quarter.Q2].rows[3].achieved.value == 90


def test_two_sheets_with_one_name_are_refused(filled) -> None:
    path = filled()
    # The fourth quarter's sheet goes by the name of the first one too, and stands behind it.
    edited(path, "xl/workbook.xml", lambda data: data.replace("৪র্থ ত্রৈমাসিক".encode(), "১ম ত্রৈমাসিক".encode()))
    assert refused(path).code == "workbook-damaged"


def test_empty_cells_formatted_far_down_do_no_harm(filled) -> None:
    path = filled({"1.4.1": 90})
    book = openpyxl.load_workbook(path)
    book["২য় ত্রৈমাসিক"]["ZZ60000"].fill = openpyxl.styles.PatternFill("solid", fgColor="FFFF00")
    book.save(path)
    assert read_report(path).forms[Quarter.Q2].rows[3].achieved.value == 90


def test_a_workbook_that_inflates_to_far_too_much_is_not_opened(filled) -> None:
    path = edited(filled(), "xl/theme/theme1.xml", lambda data: data + b" " * (80 << 20))
    assert path.stat().st_size < 1 << 20
    assert refused(path).code == "workbook-too-large"


@pytest.mark.parametrize("rows", [5_000, 1_000_000])
def test_formats_down_to_the_last_row_are_read_past_or_refused_but_never_waited_for(filled, rows: int) -> None:
    formatted = b"".join(b'<row r="%d"><c r="A%d" s="3"/></row>' % (row, row) for row in range(40, 40 + rows))
    path = edited(
        filled({"1.4.1": 90}),
        "xl/worksheets/sheet4.xml",
        lambda data: data.replace(b"</sheetData>", formatted + b"</sheetData>"),
    )
    if rows > 5_000:
        assert refused(path).code == "sheet-too-large"
    else:
        assert read_report(path).forms[Quarter.Q2].rows[3].achieved.value == 90


@pytest.mark.parametrize("text", ["{", "[]", '{"name": 1}'])
def test_a_broken_plan_inside_is_said_to_be_broken(filled, text: str) -> None:
    path = filled()
    book = openpyxl.load_workbook(path)
    sheet = book[layout.DATA_SHEET]
    row = next(row for row in sheet.iter_rows() if row[0].value == layout.Data.PLAN)
    row[1].value = text
    book.save(path)
    with pytest.raises(PlanError) as caught:
        read_plan_inside(path)
    assert caught.value.code == "plan-data-broken"


_INDICATORS = [indicator.code for indicator in load_plan().indicators]
_TYPED = st.one_of(
    st.none(),
    st.integers(-1000, 10**6),
    st.floats(-1e6, 1e6, allow_nan=False).map(lambda number: round(number, 6)),
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["চলমান", "-", "৯৬%", "১৭/০৮/২৩খ্রি.", "=2+2", "http://x.y", "'", " ক "]),
    st.text(st.characters(exclude_categories=("Cc", "Cs", "Co", "Cn")), min_size=1, max_size=40),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    values=st.lists(_TYPED, min_size=11, max_size=11),
    quarter=st.sampled_from(list(Quarter)),
    kind=st.sampled_from(list(Layout)),
)
def test_what_was_written_is_read_back_the_same(
    tmp_path: Path, values: list[CellValue], quarter: Quarter, kind: Layout
) -> None:
    path = tmp_path / "again.xlsx"
    rows = tuple({"code": code, "achieved": value, "evidence": "নথি"} for code, value in zip(_INDICATORS, values))
    info = {"office_code": "N-1", "office_name": "নমুনা", "parent": "মা"}
    build_sample(Sample(kind, quarter, info, {}, rows), path)
    read = read_report(path).forms[quarter].rows
    for indicator, row, value in zip(load_plan().indicators, read, values):
        if isinstance(value, str):
            assert row.achieved.value == value
        again, first = (parse_achievement(each, indicator.unit) for each in (row.achieved.value, value))
        assert (again.status, again.value, again.kind) == (first.status, first.value, first.kind)
    assert {row.evidence.value for row in read} == {"নথি"}
