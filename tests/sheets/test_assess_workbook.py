"""From a workbook to its marks, and the marks back into it."""

from __future__ import annotations

import subprocess
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from tests.core.builders import make_indicator, make_plan
from tests.libreoffice import convert, fill, recalculate
from tests.sheets.cell_kinds import SHEET, with_cells
from xl_apa.core.cells import CellValue
from xl_apa.core.errors import InputError
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Layout, Method, Office, Status, Unit
from xl_apa.plans import load_plan
from xl_apa.sheets import layout
from xl_apa.sheets.assess_workbook import assess_file, calculate_file, holds_achievements
from xl_apa.sheets.build.workbook import build_template
from xl_apa.sheets.layout import Column, quarter_sheet
from xl_apa.xlsx.edit.cell_editor import write_cells

Q2 = "২য় ত্রৈমাসিক"


def column(path: Path, letter: str, sheet: str = Q2) -> list[object]:
    book = openpyxl.load_workbook(path, data_only=True)
    return [book[sheet][f"{letter}{row}"].value for row in range(8, 20)]


def test_without_a_quarter_the_last_one_with_anything_typed_is_assessed(filled) -> None:
    assert assess_file(filled({"1.4.1": 90}, quarter=3)).quarter is Quarter.Q3
    assert assess_file(filled({})).quarter is Quarter.Q1


def test_marks_tiers_messages_and_total_stand_beside_the_form(filled) -> None:
    path = filled(
        {"1.4.1": 76, "1.5.1": "দুইটি", "2.1.1": "অনেক", "2.2.1": "চলমান"}, evidence={"1.4.1": "নথি", "1.5.1": "নথি"}
    )
    assessed = calculate_file(path, quarter=Quarter.Q2)
    assert assessed.total == Decimal("8.00")
    assert column(path, "S") == [None, None, None, 80, 80, None, None, None, 0, None, None, None]
    assert column(path, "O")[-1] == "মোট"
    assert column(path, "P") == [None, None, None, 4.8, 3.2, None, None, None, 0, None, None, 8]
    messages = column(path, "Y")
    assert "অনেক" in messages[6]
    assert [place for place, message in enumerate(messages) if message] == [6]


def test_nothing_that_was_typed_is_changed(filled) -> None:
    path = filled({"1.4.1": "৯৬%", "2.1.1": "১টি"}, evidence={"1.4.1": "নথি"}, last={"1.4.1": "মন্তব্য"})
    before = [column(path, letter) for letter in "MNRW"]
    calculate_file(path, quarter=Quarter.Q2)
    assert [column(path, letter) for letter in "MNRW"] == before


def test_marks_are_repeated_in_column_14_but_a_claim_that_was_typed_stays(filled) -> None:
    path = filled({"1.4.1": 96, "1.5.1": 1}, layout=Layout.MARKS, last={"1.5.1": 4})
    calculate_file(path, quarter=Quarter.Q2)
    assert column(path, "N")[3:5] == [6, 4]
    again = assess_file(path, Quarter.Q2)
    assert [result.claimed for result in again.results[3:5]] == [6, 4]
    assert "claimed-differs" in {finding.code for finding in again.findings if finding.indicator == "1.5.1"}


def test_calculating_twice_gives_the_same_file(filled) -> None:
    path = filled({"1.4.1": 96})
    calculate_file(path, quarter=Quarter.Q2)
    first = path.read_bytes()
    calculate_file(path, quarter=Quarter.Q2)
    assert path.read_bytes() == first


def test_marks_that_no_longer_fit_are_noticed(filled) -> None:
    path = filled({"1.4.1": 96})
    calculate_file(path, quarter=Quarter.Q2)
    write_cells(path, path, {Q2: {(10, layout.Column.ACHIEVED): 61}})
    codes = [finding.code for finding in assess_file(path, Quarter.Q2).findings]
    assert codes.count("marks-out-of-date") == 1


def test_what_only_the_program_reads_is_written_for_the_formulas(filled) -> None:
    typed = {"1.4.1": "শতকরা ৯৬ ভাগ", "1.5.1": "দুইটি", "1.5.2": "১৬ই অক্টোবর, ২০২৩", "2.1.1": "অনেক", "2.2.1": "নাই"}
    path = filled(typed)
    calculate_file(path, quarter=Quarter.Q2)
    assert column(path, "Z")[3:9] == ["শতকরা ৯৬ ভাগ", "দুইটি", "১৬ই অক্টোবর, ২০২৩", "অনেক", None, None]
    assert column(path, "AA")[3:9] == [96, 2, 45215, None, None, None]
    assert column(path, "AB")[3:9] == ["warning", "warning", "warning", "error", None, None]
    assert column(path, "AD")[3:9] == ["reported", "reported", "reported", "unreadable", "none", "none"]
    assert column(path, "T")[3:6] == ["৯৬%", "২", "১৬ অক্টোবর ২০২৩"]
    write_cells(path, path, {Q2: {(10, layout.Column.ACHIEVED): 90}})
    calculate_file(path, quarter=Quarter.Q2)
    assert column(path, "Z")[3:5] == [None, "দুইটি"]


def test_a_form_moved_by_inserted_columns_gets_its_marks_in_the_right_cells(filled) -> None:
    path = filled({"1.4.1": 96})
    book = openpyxl.load_workbook(path)
    for area in list(book[Q2].merged_cells.ranges):
        book[Q2].unmerge_cells(str(area))
    book[Q2].insert_cols(1)
    book.save(path)
    calculate_file(path, quarter=Quarter.Q2)
    assert column(path, "Q")[3] == 6


def test_only_the_quarters_sheet_and_the_workbook_part_change(filled, tmp_path: Path) -> None:
    path, out = filled({"1.4.1": 96}), tmp_path / "out.xlsx"
    calculate_file(path, out, Quarter.Q2)
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(out) as after:
        changed = [name for name in before.namelist() if before.read(name) != after.read(name)]
        assert before.namelist() == after.namelist()
    assert [name for name in changed if name != "xl/workbook.xml"] == ["xl/worksheets/sheet4.xml"]


def test_a_workbook_that_is_not_xlsx_is_refused_before_it_is_touched(filled) -> None:
    path = filled({"1.4.1": 96}, name="office.xls")
    with pytest.raises(InputError) as caught:
        calculate_file(path)
    assert caught.value.code == "calculate-ending"


def test_a_plan_that_is_not_shipped_is_taken_from_the_workbook_and_that_is_said(tmp_path: Path) -> None:
    from dataclasses import replace

    path = tmp_path / "own.xlsx"
    build_template(replace(load_plan(), name="our-own"), path, office=Office("N-01", "নমুনা দপ্তর", ""))
    assessed = assess_file(path)
    assert assessed.plan.name == "our-own"
    assert [finding.code for finding in assessed.findings] == ["plan-from-workbook"]


def test_only_a_workbook_with_achievements_holds_some(filled, tmp_path: Path) -> None:
    assert holds_achievements(filled({"1.4.1": "-"}))
    assert not holds_achievements(filled({}))
    assert not holds_achievements(tmp_path / "none.xlsx")
    other = tmp_path / "other.xlsx"
    other.write_text("text")
    assert not holds_achievements(other)


@pytest.mark.office
@pytest.mark.parametrize("ending", ["xlsx", "ods", "xls"])
def test_a_workbook_saved_by_libreoffice_gives_the_same_marks(filled, tmp_path: Path, ending: str) -> None:
    path = filled({"1.4.1": "৯৬%", "1.5.1": 1, "1.5.2": "১২/১২/২০২৩ খ্রি.", "1.1.1": "চলমান"}, evidence={"1.5.1": "নথি"})
    saved = convert(path, ending, tmp_path / "home")
    there, here = assess_file(saved, Quarter.Q2), assess_file(path, Quarter.Q2)
    assert [(result.value, result.marks, result.cell) for result in there.results] == [
        (result.value, result.marks, result.cell) for result in here.results
    ]
    assert there.office == here.office
    assert [(finding.code, finding.cell) for finding in there.findings] == [
        (finding.code, finding.cell) for finding in here.findings
    ]


@pytest.mark.office
def test_libreoffice_shows_the_total_that_was_written(filled, tmp_path: Path) -> None:
    path = filled({"1.4.1": 96, "1.5.1": 1}, layout=Layout.MARKS)
    calculate_file(path, quarter=Quarter.Q2)
    printed = convert(path, "pdf", tmp_path / "home")
    text = subprocess.run(["pdftotext", "-layout", str(printed), "-"], capture_output=True, check=True).stdout.decode()
    assert "৬.০০" in text and "২.৮০" in text
    assert layout.rule_line(load_plan().rule).split(":")[1].split()[0] in text


@pytest.mark.office
def test_what_is_typed_in_libreoffice_is_the_same_report_from_either_format(tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    build_template(load_plan(), path, office=Office("N-01", "নমুনা", "মন্ত্রণালয়"))
    typed: dict[str, str | float] = {"M8": "চলমান", "M9": "০১ (এক) টি", "M10": "-", "M11": 0.96, "M12": 2, "M13": 45278}
    typed |= {"M14": "২", "M15": "৩টি সভা হয়েছে", "M17": "৩১/১১/২০২৩", "N11": "ই-নথি", "W12": "স্মারক ৫"}
    by_sheet = {Q2: typed, "১ম ত্রৈমাসিক": {"M12": 3}, layout.INFO_SHEET: {"C10": "১০.০১.২৪"}}
    there, again = (assess_file(each, Quarter.Q2) for each in fill(path, by_sheet, tmp_path / "home", "xlsx", "ods"))
    here = [(result.indicator.code, result.status, result.value) for result in there.results]
    assert here == [
        ("1.1.1", Status.ONGOING, None),
        ("1.2.1", Status.REPORTED, 1),
        ("1.3.1", Status.NONE, None),
        ("1.4.1", Status.REPORTED, 96),
        ("1.5.1", Status.REPORTED, 2),
        ("1.5.2", Status.REPORTED, date(2023, 12, 18)),
        ("2.1.1", Status.REPORTED, 2),
        ("2.1.2", Status.UNREADABLE, None),
        ("2.2.1", Status.NONE, None),
        ("2.2.2", Status.UNREADABLE, None),
        ("2.2.3", Status.NONE, None),
    ]
    assert there.report_day == date(2024, 1, 10)
    assert there.results == again.results
    assert there.findings == again.findings
    assert {"below-last-quarter", "narrative", "date-not-real", "percent-was-fraction"} <= {
        finding.code for finding in there.findings
    }


@pytest.mark.office
def test_what_calculate_writes_is_what_the_formulas_say(tmp_path: Path, filled) -> None:
    typed = {"1.1.1": "১৬ মে", "1.4.1": "শতকরা ৯৬ ভাগ", "1.5.1": "দুইটি", "2.1.1": "অনেক", "2.1.2": 3, "2.2.1": "চলমান"}
    path = filled(typed, accepted={"2.1.1": 2})
    calculate_file(path, quarter=Quarter.Q2)
    (there,) = recalculate(tmp_path / "home", path)
    for letter in ("P", "S", "T", "U", "V"):
        assert [value or None for value in column(there, letter)] == [
            value or None for value in column(path, letter)
        ], letter


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        ("২০২২-২৩", "fiscal-year-wrong", "The form itself is that of 2023-24: correct the year in"),
        ("2024-25", "fiscal-year-wrong", "The form itself is that of 2023-24: correct the year in"),
        ("২০২৪-২৫", "fiscal-year-wrong", "The form itself is that of 2023-24: correct the year in"),
        ("this year", "fiscal-year-not-read", "Write it like 2023-24."),
    ],
)
def test_a_year_that_contradicts_the_form_is_to_be_corrected(filled, typed: str, code: str, said: str) -> None:
    path = filled({"1.4.1": 90}, info={"fiscal_year": typed})
    with pytest.raises(InputError) as caught:
        assess_file(path, Quarter.Q2, plan=load_plan())
    assert caught.value.code == code
    assert said in caught.value.text("en")


def form_of_next_year(path: Path, typed: str | None) -> Path:
    cell = f"C{layout.info_row(layout.Info.FISCAL_YEAR) + 1}"
    typed_cells = {(layout.INFO_SHEET, cell): typed}
    build_template(load_plan("example-2024-25"), path, office=Office("N-01", "ক", "খ"), typed=typed_cells)
    return path


def test_a_form_of_another_year_is_refused_and_the_plan_that_fits_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        assess_file(form_of_next_year(tmp_path / "other.xlsx", "২০২৪-২৫"), Quarter.Q2, plan=load_plan())
    assert caught.value.code == "fiscal-year-wrong"
    assert "Its form is that of 2024-25" in caught.value.text("en")
    assert "--plan example-2024-25" in caught.value.text("bn")


@pytest.mark.parametrize("typed", ["২০২৩-২৪", "2023-2024", None])
def test_a_form_of_another_year_that_does_not_say_so_is_an_error(tmp_path: Path, typed: str | None) -> None:
    path = form_of_next_year(tmp_path / "other.xlsx", typed)
    first = assess_file(path, Quarter.Q2, plan=load_plan()).findings[0]
    assert (first.code, first.params) == ("form-for-other-year", {"own": "2024-25", "year": "2023-24"})
    own = assess_file(path, Quarter.Q2, plan=load_plan("example-2024-25")) if typed is None else None
    assert own is None or "form-for-other-year" not in [finding.code for finding in own.findings]


# ---- quarters that count together -----------------------------------------------------------------------------------

SUMMED = make_plan(
    make_indicator("1.1.1", targets=(30, 20, 10, 5, None), weight=10, method=Method.SUM),
    make_indicator("1.1.2", Unit.PERCENT, (85, 80, 75, 70, 60), weight=6, method=Method.MEAN),
    make_indicator("1.1.3", targets=(3, 5, 7, 10, None), weight=4, method=Method.MEAN),
)
BY_QUARTER: list[tuple[tuple[tuple[CellValue, ...], ...], tuple[float | None, ...]]] = [
    (((12, "৮৫%", 3), (8, "৮৪%", 3), (10, 0.85, 4)), (30, 84.6667, 3.3333)),
    (((12, "৮৫%", 3), (8, None, "-"), ("-", "চলমান", 4)), (20, 85, 3.5)),
    (((12, "৮৫%", 3), ("দুই-তিন", "৮৫০%", "প্রায় ৩"), (10, "৮৫%", 4)), (None, None, None)),
    (((None, None, None), (None, None, None), ("দশটি", "৮৫%", "৪ দিন")), (10, 85, None)),
    (((12, "৮৫%", 3), (8, "৮৪%", 3), (None, "", " ")), (None, None, None)),
]


def filled_by_quarter(tmp_path: Path, quarters: tuple[tuple[CellValue, ...], ...]) -> Path:
    typed = {
        (quarter_sheet(quarter), f"M{row}"): value
        for quarter, values in zip(Quarter, quarters)
        for row, value in enumerate(values, start=8)
        if value is not None
    }
    build_template(SUMMED, tmp_path / "office.xlsx", typed=typed)
    return tmp_path / "office.xlsx"


@pytest.mark.parametrize(("quarters", "years"), BY_QUARTER)
def test_a_workbook_is_marked_by_the_figure_its_quarters_come_to(
    tmp_path: Path, quarters: tuple[tuple[CellValue, ...], ...], years: tuple[float | None, ...]
) -> None:
    found = assess_file(filled_by_quarter(tmp_path, quarters), Quarter.Q3)
    assert [None if each.value is None else float(each.value) for each in found.results] == list(years)
    assert all(each.marks == 0 for each in found.results if each.value is None)
    unread = [each.cell for each in found.findings if each.code == "earlier-not-read"]
    assert all(quarter_sheet(Quarter.Q2) in cell for cell in unread)


@pytest.mark.parametrize("quarters", [quarters for quarters, _ in BY_QUARTER])
def test_calculate_writes_the_marks_of_the_year_and_they_are_not_out_of_date(
    tmp_path: Path, quarters: tuple[tuple[CellValue, ...], ...]
) -> None:
    path = filled_by_quarter(tmp_path, quarters)
    calculated = calculate_file(path, quarter=Quarter.Q3)
    sheet = openpyxl.load_workbook(path, data_only=True)[quarter_sheet(Quarter.Q3)]
    for row, result in enumerate(calculated.results, start=8):
        told = result.value is not None
        assert sheet.cell(row, Column.MARKS + 1).value == (float(result.marks) if told else None)
        assert sheet.cell(row, Column.TIER + 1).value == (float(result.percent) if told else None)
    again = assess_file(path, Quarter.Q3)
    assert [each.marks for each in again.results] == [each.marks for each in calculated.results]
    codes = {each.code for each in again.findings}
    assert not {"marks-out-of-date", "formulas-changed", "formulas-lost"} & codes


def test_a_sheet_that_is_deleted_leaves_no_figure_of_the_year(tmp_path: Path) -> None:
    path = filled_by_quarter(tmp_path, ((12, "৮৫%", 3), (8, "৮৪%", 3)))
    book = openpyxl.load_workbook(path)
    del book[quarter_sheet(Quarter.Q1)]
    book.save(path)
    found = assess_file(path, Quarter.Q2)
    assert [each.value for each in found.results] == [None] * 3
    codes = [each.code for each in found.findings]
    assert codes.count("earlier-missing") == 3 and "quarter-not-read" in codes


@pytest.mark.parametrize(
    ("layout", "formula", "shown"),
    [
        (Layout.REMARKS, ' t="str"><f>B9&amp;"!"</f><v>দেখুন</v>', "দেখুন"),
        (Layout.REMARKS, ' t="e"><f>1/0</f><v>#DIV/0!</v>', "#DIV/0!"),
        (Layout.MARKS, "><f>2+1</f><v>3</v>", "3"),
        (Layout.MARKS, '><f>IF(P9="","",P9)</f><v>0</v>', "3.6"),
    ],
)
def test_calculate_leaves_the_result_of_an_officers_own_formula_in_column_14(
    filled, layout: Layout, formula: str, shown: str
) -> None:
    path = with_cells(filled({"1.2.1": 3}, quarter=4, layout=layout), SHEET[4], {"N9": formula})
    calculate_file(path, quarter=Quarter.Q4)
    cell = zipfile.ZipFile(path).read(SHEET[4]).decode().partition('<c r="N9"')[2].partition("</c>")[0]
    assert cell.partition("<v>")[2].removesuffix("</v>") == shown
