"""The official form for the ministry as a whole: the office's own form to the letter, and where its numbers come from."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from openxml_audit import OpenXmlValidator
from python_calamine import CalamineWorkbook

from tests.core.builders import COUNT, DAY, OTHER, PERCENT, PLAN, make_plan
from tests.libreoffice import recalculate
from tests.ministry.builders import MINISTRY, NOBODY, ODD_VALUES, SILENT, make_consolidation, make_office, with_values
from tests.ministry.report.bangla import FORM_SHEET, MARKS_SHEET
from tests.ministry.written import without_results
from xl_apa.core.cells import CellValue
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Layout, Plan, Rollup, Rule
from xl_apa.ministry.analysis.recognition import recognise_offices
from xl_apa.ministry.analysis.rollup import roll_up
from xl_apa.ministry.model import MinistryResult
from xl_apa.ministry.register.model import Register, Registered
from xl_apa.ministry.report.workbook import write_summary
from xl_apa.plans import load_plan
from xl_apa.sheets import layout as where
from xl_apa.sheets.build.workbook import build_template
from xl_apa.sheets.layout import Column

DATE, MARKS, INTEGER = r"[$-5000845]dd\/mm\/yyyy", "[$-5000845]0.00", "[$-5000845]0"
PERCENT_SHOWN, EXACT_PERCENT, ANY = '[$-5000845]0"%"', '[$-5000845]0.00"%"', "[$-5000845]General"
FIRST = where.FIRST_ROW + 1
MEAN = f"'{MARKS_SHEET}'!"
NAME = "শ্রম ও কর্মসংস্থান মন্ত্রণালয়"
REGISTER = Register((Registered("DOL", NAME), Registered("101", "পরিদপ্তর", parent="DOL")))
BROKEN = make_plan(DAY, replace(COUNT, decimals=2), PERCENT, OTHER)
"""A plan that says that broken numbers are meant in a row of counts."""
OWN = make_plan(DAY, replace(COUNT, rollup=Rollup.OWN), PERCENT, replace(OTHER, rollup=Rollup.OWN))


def ministry(
    *achieved: Mapping[str, CellValue],
    plan: Plan = OWN,
    register: Register | None = REGISTER,
    codes: Sequence[str] = ("DOL", "101", "3"),
    rule: Rule | None = None,
) -> MinistryResult:
    """Offices that report these, the ministry itself first."""
    offices = [make_office(f"দপ্তর {code}", each, code=code, plan=plan) for code, each in zip(codes, achieved)]
    return recognise_offices(make_consolidation(*offices, plan=plan, rule=rule), register)


def written(consolidation: MinistryResult, folder: Path) -> Path:
    path = folder / "summary.xlsx"
    write_summary(consolidation, path)
    return path


@pytest.fixture(scope="module")
def summary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(MINISTRY, tmp_path_factory.mktemp("ministry"))


def formulas(path: Path) -> Worksheet:
    """The sheet with its formulas and formats."""
    return openpyxl.load_workbook(path)[FORM_SHEET]


def shown(path: Path) -> list[list[Any]]:
    """The sheet as a program sees it that does not calculate; rows and columns from A1."""
    return CalamineWorkbook.from_path(path).get_sheet_by_name(FORM_SHEET).to_python(skip_empty_area=False)


def column(path: Path, letter: str, rows: int = 4) -> list[Any]:
    """What is shown in the indicators' rows of a column."""
    return [row[ord(letter) - ord("A")] for row in shown(path)[where.FIRST_ROW : where.FIRST_ROW + rows]]


# ---- the form -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("plan", [load_plan(), load_plan("example-2024-25"), PLAN], ids=lambda plan: plan.name)
def test_the_columns_up_to_the_targets_are_those_of_an_offices_own_form(tmp_path: Path, plan: Plan) -> None:
    office = tmp_path / "office.xlsx"
    build_template(plan, office, layout=Layout.MARKS)
    theirs = openpyxl.load_workbook(office)[where.quarter_sheet(Quarter.Q1)]
    ours = formulas(written(make_consolidation(plan=plan), tmp_path))
    last = FIRST + len(plan.indicators) - 1
    achieved, marks = (where.shape_of(plan).at(column) for column in (Column.ACHIEVED, Column.LAST))
    for row in range(2, last + 1):
        for at in range(1, achieved + 1):
            here, there = ours.cell(row, at), theirs.cell(row, at)
            assert here.value == there.value, here.coordinate
            for look in ("font", "border", "alignment", "number_format"):
                assert repr(getattr(here, look)) == repr(getattr(there, look)), (here.coordinate, look)
    merged = {str(each) for each in theirs.merged_cells.ranges if each.max_col <= achieved and each.min_row > 3}
    assert {str(each) for each in ours.merged_cells.ranges if each.max_col <= achieved and each.max_row <= last} >= (
        merged
    )
    for at in (achieved + 1, marks + 1):
        assert ours.cell(4, at).value == theirs.cell(4, at).value


def test_the_columns_are_numbered_to_fourteen_and_what_is_beside_them_is_no_column_of_the_form(summary: Path) -> None:
    rows = shown(summary)
    assert rows[where.NUMBER_ROW][:15] == [*range(1, 15), ""]
    assert rows[3][12:15] == ["ত্রৈমাসিক ভিত্তিতে মূল্যায়ন অর্জন", "স্কোর (Marks)", "যেভাবে নির্ধারিত"]


def test_the_titles_say_whose_form_it_is_of_how_many_offices_and_for_when(tmp_path: Path, summary: Path) -> None:
    titles = ["কর্মপরিকল্পনা ২০২৩-২৪ অর্থ-বছরের", "(জুলাই-সেপ্টেম্বর) ১ম ত্রৈমাসিক প্রতিবেদন"]
    assert [row[0] for row in shown(summary)[:3]] == ["মন্ত্রণালয়ের সমন্বিত প্রতিবেদন: ৩টি দপ্তর", *titles]
    registered = shown(written(ministry({}, {}), tmp_path))
    assert [row[0] for row in registered[:3]] == [f"{NAME}: ১টি দপ্তরের সমন্বিত প্রতিবেদন", *titles]


def test_the_form_says_what_its_marks_rest_on_and_leaves_room_to_sign(tmp_path: Path) -> None:
    foot = shown(written(ministry({}, rule=Rule.PROPORTIONAL), tmp_path))[FIRST + 6 :]
    assert [row[0] for row in foot[:3]] == [
        "নম্বরের নিয়ম: সমানুপাতিক (proportional)",
        "প্রাপ্ত নম্বরের গড়: তালিকার ১টি দপ্তর, প্রতিবেদন না পাওয়া গেলে ০; মন্ত্রণালয়ের নিজস্ব সূচকে মন্ত্রণালয়ের নিজের নম্বর।",
        "লক্ষ্যমাত্রা প্রতিটি দপ্তরের জন্য; সমষ্টি তার সঙ্গে তুলনীয় নয়। ঋণাত্মক সংখ্যা এবং ০-১০০-এর বাইরের শতকরা হার সমষ্টি ও গড়ে ধরা হয়নি।",
    ]
    assert [row[10:12] for row in foot[3:]] == [
        ["স্বাক্ষর:", ""],
        ["নাম:", ""],
        ["পদবি:", ""],
        ["দপ্তর:", NAME],
        ["তারিখ:", ""],
    ]


def test_it_prints_with_the_column_beside_it_down_to_the_signature(summary: Path) -> None:
    page = formulas(summary)
    last = len(shown(summary))
    assert page.print_area == f"'{FORM_SHEET}'!$A$1:$O${last}"


def test_a_screen_shows_the_rows_from_the_indicator_to_the_marks_and_the_total_beside_the_titles(summary: Path) -> None:
    page = formulas(summary)
    assert (page.sheet_view.topLeftCell, page.freeze_panes) == ("E1", "E8")
    assert page["O3"].value == "=N14"
    assert page["O3"].number_format == '[$-5000845]"মোট: "0.00" / ২৫"'
    assert shown(summary)[2][14] == shown(summary)[13][13] == 9.6
    seen = sum(page.column_dimensions[letter].width for letter in "EFGHIJKLMNO") * page.sheet_view.zoomScale / 100
    # A unit of width is 8.4 dots wide in LibreOffice, 7 in Excel.
    assert seen * 8.4 < 1275, "dots that a screen 1366 wide has for cells"


# ---- values ---------------------------------------------------------------------------------------------------------


def test_values_are_real_and_say_how_they_came_about(summary: Path) -> None:
    assert column(summary, "M") == [33.33, 3, 77.5, 10]
    assert column(summary, "O") == [
        "১/৩ দপ্তর সর্বোচ্চ স্তরে; অর্জন জানিয়েছে ১টি",
        "সমষ্টি: ৩টির মধ্যে ১টি দপ্তরের অর্জন",
        "গড়: ৩টির মধ্যে ২টি দপ্তরের অর্জন",
        "সমষ্টি: ৩টির মধ্যে ১টি দপ্তরের অর্জন",
    ]
    page = formulas(summary)
    assert [page[f"M{row}"].number_format for row in range(8, 12)] == [EXACT_PERCENT, INTEGER, EXACT_PERCENT, INTEGER]


def test_where_every_office_reported_none_is_counted_apart(tmp_path: Path) -> None:
    both = {"1.1.1": "১০/০৮/২০২৩", "1.2.1": 2.5, "1.3.1": 80, "2.1.1": 1}
    path = written(ministry(both, both, plan=BROKEN, register=None), tmp_path)
    assert column(path, "M") == [100, 5, 80, 2]
    assert column(path, "O")[1:3] == ["২টি দপ্তরের সমষ্টি", "২টি দপ্তরের গড়"]
    page = formulas(path)
    assert [page[f"M{row}"].number_format for row in range(8, 12)] == [PERCENT_SHOWN, INTEGER, PERCENT_SHOWN, INTEGER]


def test_a_sum_with_a_fraction_is_shown_as_it_is(tmp_path: Path) -> None:
    path = written(ministry({"1.2.1": 2.25}, {"1.2.1": 1}, plan=BROKEN, register=None), tmp_path)
    cell = formulas(path)["M9"]
    assert (cell.value, cell.number_format) == (3.25, ANY)


def test_where_nobody_reported_the_form_says_so(tmp_path: Path) -> None:
    path = written(make_consolidation(SILENT, make_office(code="2")), tmp_path)
    assert column(path, "M") == ["-"] * 4
    assert set(column(path, "O")) == {"২টি দপ্তরের কোনোটির অর্জন পাওয়া যায়নি"}
    assert column(path, "N") == [0, 0, 0, 0]


def test_the_ministrys_own_days_and_numbers_stand_as_it_reported_them(tmp_path: Path) -> None:
    plan = make_plan(replace(DAY, rollup=Rollup.OWN), replace(COUNT, rollup=Rollup.OWN), OTHER)
    own: dict[str, CellValue] = {"1.1.1": "২০/০৮/২০২৩", "1.2.1": "চলমান", "2.1.1": 4}
    path = written(ministry(own, {"1.1.1": "১০/০৮/২০২৩", "2.1.1": 10}, plan=plan), tmp_path)
    page = formulas(path)
    assert (page["M8"].value, page["M8"].number_format) == (datetime(2023, 8, 20), DATE)
    assert column(path, "O", 3) == [
        "মন্ত্রণালয়ের নিজের অর্জন",
        "মন্ত্রণালয়ের নিজের প্রতিবেদনে অর্জন নেই",
        "১টি দপ্তরের সমষ্টি",
    ]
    assert column(path, "M", 3)[1:] == ["-", 10]
    assert column(path, "N", 3) == [9, 0, 5]


@pytest.mark.parametrize(
    ("register", "said"),
    [(None, "মন্ত্রণালয়ের নিজস্ব; দপ্তর-তালিকা ছাড়া জানা যায় না"), (REGISTER, "মন্ত্রণালয়ের নিজের প্রতিবেদন নেই")],
    ids=["no-register", "not-handed-in"],
)
def test_without_the_ministrys_own_report_its_rows_stay_empty_and_totals_say_what_they_are_out_of(
    tmp_path: Path, register: Register | None, said: str
) -> None:
    path = written(ministry({"1.2.1": 4, "1.3.1": 85}, register=register, codes=["101"]), tmp_path)
    assert column(path, "M")[1::2] == column(path, "N")[1::2] == ["-", "-"]
    assert column(path, "O")[1::2] == [said, said]
    assert [row[13:15] for row in shown(path)[11:14]] == [
        [6, "১৬-এর মধ্যে; ১.২.১ বাদ"],
        ["-", ""],
        [6, "১৬-এর মধ্যে; ১.২.১, ২.১.১ বাদ"],
    ]


def test_a_day_or_number_that_excel_does_not_know_is_written_out(tmp_path: Path) -> None:
    plan = make_plan(replace(DAY, rollup=Rollup.OWN), replace(PERCENT, rollup=Rollup.OWN))
    found = ministry({}, plan=plan)
    odd = replace(found, offices=tuple(with_values(office, ODD_VALUES) for office in found.offices))
    path = written(odd, tmp_path)
    assert column(path, "M", 2) == ["২ জানুয়ারি ১৫০০", "১.০০০e+৪০০"]
    assert OpenXmlValidator().validate(str(path)).errors == []


# ---- marks ----------------------------------------------------------------------------------------------------------


def test_marks_are_looked_up_in_the_means_of_the_sheet_of_marks(summary: Path) -> None:
    page = formulas(summary)
    assert [page[f"N{row}"].value for row in range(8, 12)] == [f"=ROUND({MEAN}{letter}10,2)" for letter in "EFGH"]
    assert [page[f"N{row}"].number_format for row in range(8, 15)] == [MARKS] * 7
    assert column(summary, "N") == [3.33, 1.2, 3.4, 1.67]


def test_own_marks_are_looked_up_below_the_means_where_no_sorting_reaches(tmp_path: Path) -> None:
    path = written(ministry({"1.2.1": 3}, {"1.2.1": 4}), tmp_path)
    marks = openpyxl.load_workbook(path)[MARKS_SHEET]
    assert (marks.auto_filter.ref, marks["B11"].value) == ("A5:L6", "DOL")
    assert formulas(path)["N9"].value == f"=ROUND({MEAN}F11,2)"
    assert column(path, "N")[1] == 3.6


def test_totals_by_area_and_in_all_are_formulas(summary: Path) -> None:
    rows = shown(summary)[11:14]
    assert [(row[0], row[6], row[13]) for row in rows] == [
        ("[১] ক্ষেত্র 1: মোট", 20, 7.93),
        ("[২] ক্ষেত্র 2: মোট", 5, 1.67),
        ("মোট", 25, 9.6),
    ]
    page = formulas(summary)
    assert [page[f"G{row}"].value for row in (12, 13, 14)] == ["=SUM(G8:G10)", "=SUM(G11:G11)", "=SUM(G8:G11)"]
    assert page["N12"].value == '=IF(COUNT(N8:N10)=0,"-",SUM(N8:N10))'
    assert sum((each.marks or Decimal(0) for each in roll_up(MINISTRY)), Decimal(0)) == Decimal("9.60")


def test_without_offices_the_form_is_empty_and_says_so(tmp_path: Path) -> None:
    path = written(NOBODY, tmp_path)
    assert shown(path)[0][0] == "কোনো দপ্তরের প্রতিবেদন পড়া যায়নি।"
    assert (column(path, "M"), column(path, "N"), column(path, "O")) == (["-"] * 4, ["-"] * 4, [""] * 4)
    assert [row[13:15] for row in shown(path)[11:14]] == [["-", ""]] * 3


# ---- the file -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    ["=1+1", "<r>x</r>", "ক" * 40_000, "নাম\x00\x0b\ufffe\ud800", '"&<>'],
    ids=["formula", "rich", "long", "odd", "quotes"],
)
def test_a_strange_name_of_the_ministry_breaks_nothing(tmp_path: Path, name: str) -> None:
    register = Register((Registered("DOL", name), Registered("101", "x", parent="DOL")))
    path = written(ministry({"1.2.1": 3}, register=register), tmp_path)
    assert OpenXmlValidator().validate(str(path)).errors == []
    assert str(shown(path)[0][0]).startswith(re.sub("[\x00\x0b\ufffe\ud800]", "", name)[:100])
    assert formulas(path)["A1"].data_type == "s"


STRANGE_CODES = ["*", "D?L", "~", 'D"L', "০১", "=1+1", "D&<L", "L" * 400]


@pytest.mark.parametrize("code", STRANGE_CODES, ids=[code[:4] for code in STRANGE_CODES])
def test_a_ministry_with_a_strange_code_leaves_the_workbook_valid(tmp_path: Path, code: str) -> None:
    register = Register((Registered(code, NAME), Registered("101", "পরিদপ্তর", parent=code)))
    path = written(ministry({"1.2.1": 3}, {"1.2.1": 4}, register=register, codes=(code, "101")), tmp_path)
    assert OpenXmlValidator().validate(str(path)).errors == []
    assert column(path, "N")[1] == 3.6
    formula = str(formulas(path)["N9"].value)
    assert formula.count('"') % 2 == 0
    literals = re.findall(r'"((?:[^"]|"")*)"', formula)
    assert all(len(each) <= 255 for each in literals)


# ---- LibreOffice ----------------------------------------------------------------------------------------------------


def sorted_by_code(path: Path, offices: int) -> Path:
    """The workbook after somebody sorted the sheet of marks the other way round; nothing is calculated yet."""
    turned = path.with_name("sorted.xlsx")
    book = openpyxl.load_workbook(path)
    sheet = book[MARKS_SHEET]
    rows = [[cell.value for cell in sheet[row]] for row in range(6, 6 + offices)]
    for number, values in enumerate(reversed(rows), start=6):
        for at, value in enumerate(values, start=1):
            text = str(value)
            moved = re.sub(r"([A-Z]+)\d+", rf"\g<1>{number}", text) if text.startswith("=SUM") else value
            sheet.cell(number, at).value = moved
    book.save(turned)
    return turned


@pytest.mark.office
def test_libreoffice_calculates_what_is_stored_also_after_sorting(tmp_path: Path) -> None:
    third: dict[str, CellValue] = {"1.1.1": "২০/০৮/২০২৩", "1.3.1": 76}
    register = Register(
        (*REGISTER.offices, Registered("3", "দপ্তর 3", parent="DOL"), Registered("4", "নেই", parent="DOL"))
    )
    consolidation = ministry({"1.2.1": 3, "2.1.1": 8}, {"1.2.1": 4, "2.1.1": 10}, third, register=register)
    whole, away = written(consolidation, tmp_path), tmp_path / "away"
    away.mkdir()
    without = written(replace(consolidation, offices=consolidation.counted), away).rename(tmp_path / "without.xlsx")
    turned = sorted_by_code(whole, 2)
    bare = [without_results(path) for path in (whole, without)]
    for path, there in zip((whole, without, whole), recalculate(tmp_path, *bare, turned)):
        for here, calculated in zip(shown(path), shown(there), strict=True):
            assert calculated == [
                pytest.approx(value, abs=1e-9) if isinstance(value, float) else value for value in here
            ]


@pytest.mark.office
def test_libreoffice_finds_the_ministry_under_any_code(tmp_path: Path) -> None:
    bare = []
    for number, code in enumerate(STRANGE_CODES):
        folder = tmp_path / str(number)
        folder.mkdir()
        register = Register((Registered(code, NAME), Registered("101", "পরিদপ্তর", parent=code)))
        # The other office stands first: a code that is taken for a pattern finds it instead.
        offices = ministry({"1.2.1": 4}, {"1.2.1": 3}, register=register, codes=("DXL", code))
        bare.append(without_results(written(offices, folder)).rename(tmp_path / f"{number}.xlsx"))
    assert [column(path, "N")[1] for path in recalculate(tmp_path, *bare)] == [pytest.approx(3.6)] * len(STRANGE_CODES)
