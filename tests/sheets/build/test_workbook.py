"""The office workbook: what an officer opens, prints and fills in, read back with other libraries."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from openxml_audit import OpenXmlValidator
from python_calamine import CalamineWorkbook

from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.model import Activity, Area, Indicator, Layout, Office, Plan, Rule, Tier, Unit, Value
from xl_apa.core.planning import parse_plan
from xl_apa.plans import load_plan
from xl_apa.sheets import layout as where
from xl_apa.sheets.build.workbook import Typed, build_template
from xl_apa.sheets.layout import Column, Data, Info, quarter_sheet
from xl_apa.xlsx.addresses import cell_name

OFFICE = Office("0123", "পরিসংখ্যান ও তথ্য ব্যবস্থাপনা বিভাগ", "পরিকল্পনা মন্ত্রণালয়")
Q1, Q2 = quarter_sheet(Quarter.Q1), quarter_sheet(Quarter.Q2)
FIRST, LAST = 8, 18
"""The rows of the 11 indicators of 2023-24, as Excel counts them."""

DATE = r"[$-5000845]dd\/mm\/yyyy"
INTEGER = "[$-5000845]0"
PERCENT = '[$-5000845]0"%"'
MARKS = "[$-5000845]0.00"

Build = Callable[..., Path]


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """Builds a workbook in a folder of its own."""

    def built(plan: Plan | None = None, **options: object) -> Path:
        path = tmp_path / "office.xlsx"
        build_template(plan or load_plan(), path, **options)  # type: ignore[arg-type]
        return path

    return built


def made_up_plan(indicators: int, *, tiers: int = 5, areas: int = 1) -> Plan:
    """A plan of another year with so many indicators, shared out among activities of three and among areas."""
    percents = (100, 90, 80, 70, 60)[:tiers]
    year = FiscalYear(2024)
    codes = iter(range(indicators))
    shares = [indicators // areas + (number < indicators % areas) for number in range(areas)]
    made = tuple(_area(number, share, codes, tiers) for number, share in enumerate(shares, start=1))
    return Plan("made-up", "পরীক্ষামূলক পরিকল্পনা", year, Rule.TIER, tuple(Tier(p, f"স্তর {p}") for p in percents), made)


def _area(number: int, share: int, codes: Iterator[int], tiers: int) -> Area:
    units = (Unit.DATE, Unit.NUMBER, Unit.PERCENT)
    activities: list[Activity] = []
    for start in range(0, share, 3):
        code = f"{number}.{start // 3 + 1}"
        indicators = tuple(
            Indicator(
                f"{code}.{place + 1}",
                f"সূচক {next(codes)} নির্ধারিত সময়ের মধ্যে বাস্তবায়িত",
                units[place],
                Decimal("2.5"),
                _targets(units[place], tiers),
            )
            for place in range(min(3, share - start))
        )
        activities.append(Activity(code, f"কার্যক্রম {code}", indicators))
    return Area(number, f"ক্ষেত্র {number}", Decimal("2.5") * share, tuple(activities))


def _targets(unit: Unit, tiers: int) -> tuple[Value | None, ...]:
    if unit is Unit.DATE:
        return tuple(date(2025, 1, 5) + timedelta(days=7 * tier) for tier in range(tiers))
    best = 95 if unit is Unit.PERCENT else 20
    return tuple(Decimal(best - tier) for tier in range(tiers))


def opened(path: Path) -> Workbook:
    return openpyxl.load_workbook(path)


def sheet_of(path: Path, name: str = Q1) -> Worksheet:
    sheet = opened(path)[name]
    assert isinstance(sheet, Worksheet)
    return sheet


def cell_of(sheet: Worksheet, name: str) -> SheetCell:
    cell = sheet[name]
    assert isinstance(cell, SheetCell)
    return cell


def shown(path: Path, sheet: str, cell: str) -> object:
    """The stored value of a cell, of a formula its stored result."""
    row, column = coordinate_to_tuple(cell)
    rows = CalamineWorkbook.from_path(path).get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    return rows[row - 1][column - 1]


def merges(sheet: Worksheet) -> set[str]:
    return {str(block) for block in sheet.merged_cells.ranges}


# ---- the sheets ---------------------------------------------------------------------------------------------------


def test_the_workbook_opens_on_the_info_sheet_and_has_four_quarters(build: Build) -> None:
    book = opened(build())
    assert book.sheetnames == [where.INFO_SHEET, where.DASHBOARD_SHEET, *map(quarter_sheet, Quarter), where.DATA_SHEET]
    assert book.active is book[where.INFO_SHEET]
    assert [book[name].sheet_state for name in book.sheetnames] == ["visible"] * 6 + ["veryHidden"]


@pytest.mark.parametrize("layout", Layout)
@pytest.mark.parametrize("count", [1, 2, 11, 30])
def test_a_validator_of_the_file_format_finds_nothing(build: Build, layout: Layout, count: int) -> None:
    path = build(made_up_plan(count, areas=min(count, 3)), layout=layout, office=OFFICE)
    assert OpenXmlValidator().validate(str(path)).errors == []


@pytest.mark.parametrize("layout", Layout)
def test_a_validator_finds_nothing_in_the_shipped_plan_with_typed_text(build: Build, layout: Layout) -> None:
    typed: Typed = {(Q1, "M8"): "চলমান", (Q1, "M9"): 1, (Q1, "M10"): date(2024, 5, 16), (Q1, "W8"): "<r>a & b</r>"}
    assert OpenXmlValidator().validate(str(build(layout=layout, office=OFFICE, typed=typed))).errors == []


# ---- the info sheet -----------------------------------------------------------------------------------------------


def test_the_info_sheet_names_the_office_and_the_year(build: Build) -> None:
    path = build(office=OFFICE)
    sheet = sheet_of(path, where.INFO_SHEET)
    values = {field: cell_of(sheet, f"C{where.info_row(field) + 1}") for field in where.INFO_LABELS}
    assert [cell.value for cell in values.values()][:4] == [OFFICE.code, OFFICE.name, OFFICE.parent, "২০২৩-২৪"]
    assert values[Info.OFFICE_CODE].number_format == "@"
    assert {values[Info.report_date(quarter)].number_format for quarter in Quarter} == {DATE}
    assert [sheet.cell(where.info_row(field) + 1, 2).value for field in Info] == list(where.INFO_LABELS.values())


def test_without_an_office_only_the_year_is_filled_in(build: Build) -> None:
    sheet = sheet_of(build(), where.INFO_SHEET)
    filled = [sheet.cell(where.info_row(field) + 1, 3).value for field in Info]
    assert filled == [None, None, None, "২০২৩-২৪", *[None] * 6]


def test_every_field_of_the_info_sheet_has_a_defined_name(build: Build) -> None:
    names = opened(build()).defined_names
    cells = {field.defined_name: f"'{where.INFO_SHEET}'!$C${where.info_row(field) + 1}" for field in Info}
    assert {name: names[name].attr_text for name in cells} == cells


def test_the_guidance_stands_beside_the_fields(build: Build) -> None:
    assert cell_of(sheet_of(build(), where.INFO_SHEET), "E3").value == "\n".join(where.INFO_GUIDANCE)


# ---- titles and header --------------------------------------------------------------------------------------------


def test_titles_name_office_plan_and_quarter(build: Build) -> None:
    path = build(office=OFFICE)
    assert [shown(path, Q2, cell) for cell in ("A1", "A2", "A3")] == [
        "পরিসংখ্যান ও তথ্য ব্যবস্থাপনা বিভাগ, পরিকল্পনা মন্ত্রণালয়",
        "ই-গভর্ন্যান্স ও উদ্ভাবন কর্মপরিকল্পনা ২০২৩-২৪",
        "(২য় ত্রৈমাসিক (অর্ধবার্ষিক) অগ্রগতি প্রতিবেদন)",
    ]
    path = build(office=OFFICE, layout=Layout.MARKS)
    assert [shown(path, Q2, cell) for cell in ("A2", "A3")] == [
        "ই-গভর্ন্যান্স ও উদ্ভাবন কর্মপরিকল্পনা ২০২৩-২৪ অর্থ-বছরের",
        "(অক্টোবর-ডিসেম্বর) ২য় ত্রৈমাসিক (অর্ধবার্ষিক) প্রতিবেদন",
    ]
    assert str(cell_of(sheet_of(path, Q2), "A1").value).startswith("=apa_office_name&")


def test_the_title_follows_what_was_typed_on_the_info_sheet(build: Build) -> None:
    typed: Typed = {(where.INFO_SHEET, "C4"): "নমুনা অধিদপ্তর"}
    assert shown(build(typed=typed), Q1, "A1") == "নমুনা অধিদপ্তর"


def test_the_header_is_that_of_the_real_reports(build: Build) -> None:
    sheet = sheet_of(build(layout=Layout.REMARKS), Q2)
    assert [sheet.cell(4, column).value for column in (*range(1, 9), 13, 14)] == [
        "ক্রম",
        "কর্মসম্পাদন ক্ষেত্র",
        "মান",
        "কার্যক্রম",
        "কর্মসম্পাদন সূচক",
        "একক",
        "কর্মসম্পাদন সূচকের মান",
        "লক্ষ্যমাত্রা ২০২৩-২০২৪",
        "২য় ত্রৈমাসিক অর্জন",
        "মন্তব্য",
    ]
    tiers = ["অসাধারণ", "অতি উত্তম", "উত্তম", "চলতি মান", "চলতি মানের নিম্নে"]
    assert [sheet.cell(5, column).value for column in range(8, 13)] == tiers
    assert [sheet.cell(6, column).value for column in range(8, 13)] == [100, 90, 80, 70, 60]
    assert {sheet.cell(6, column).number_format for column in range(8, 13)} == {PERCENT}
    assert [sheet.cell(7, column).value for column in range(1, 15)] == list(range(1, 15))
    assert {sheet.cell(7, column).number_format for column in range(1, 15)} == {INTEGER}


def test_the_layout_marks_has_its_own_headings(build: Build) -> None:
    sheet = sheet_of(build(layout=Layout.MARKS))
    assert [sheet["M4"].value, sheet["N4"].value] == ["ত্রৈমাসিক ভিত্তিতে মূল্যায়ন অর্জন", "স্কোর (Marks)"]


def test_the_header_is_merged_as_on_the_form(build: Build) -> None:
    columns = [*"ABCDEFG", "M", "N"]
    header = {f"{column}4:{column}6" for column in columns} | {"H4:L4"}
    assert header <= merges(sheet_of(build()))


def test_a_plan_with_two_tiers_keeps_five_target_columns(build: Build) -> None:
    sheet = sheet_of(build(made_up_plan(3, tiers=2)))
    assert "H4:L4" in merges(sheet)
    assert [sheet.cell(5, column).value for column in range(8, 13)] == ["স্তর 100", "স্তর 90", None, None, None]
    assert [sheet.cell(6, column).value for column in range(8, 13)] == [100, 90, None, None, None]
    assert [sheet.cell(9, column).value for column in range(8, 13)] == [20, 19, "-", "-", "-"]


# ---- the rows of the plan -----------------------------------------------------------------------------------------


def test_every_indicator_has_one_row_and_the_first_is_row_8(build: Build) -> None:
    plan = load_plan()
    sheet = sheet_of(build())
    labels = [where.code_label(indicator.code, indicator.title) for indicator in plan.indicators]
    assert [sheet.cell(row, 5).value for row in range(FIRST, LAST + 2)] == [*labels, None]
    assert cell_name(where.FIRST_ROW, Column.ACHIEVED) == "M8"


def test_areas_and_activities_are_merged_over_their_indicators(build: Build) -> None:
    found = {
        block for block in merges(sheet_of(build())) if block[0] in "ABCD" and int(block.split(":")[1][1:]) >= FIRST
    }
    areas = {f"{column}{rows[0]}:{column}{rows[1]}" for column in "ABC" for rows in ((8, 13), (14, 18))}
    assert found == areas | {"D12:D13", "D14:D15", "D16:D18"}


def test_a_plan_of_one_indicator_has_no_merged_rows(build: Build) -> None:
    sheet = sheet_of(build(made_up_plan(1)))
    row_merges = {block for block in merges(sheet) if block.startswith(("A8", "B8", "C8", "D8"))}
    assert row_merges == set()
    assert [sheet.cell(8, column).value for column in range(1, 8)] == [
        1,
        "[১] ক্ষেত্র 1",
        2.5,
        "[১.১] কার্যক্রম 1.1",
        "[১.১.১] সূচক 0 নির্ধারিত সময়ের মধ্যে বাস্তবায়িত",
        "তারিখ",
        2.5,
    ]


def test_a_plan_of_thirty_indicators_has_thirty_rows(build: Build) -> None:
    sheet = sheet_of(build(made_up_plan(30, areas=4)))
    units = [sheet.cell(row, 6).value for row in range(FIRST, FIRST + 31)]
    assert len(list(filter(None, units))) == 30
    assert {"A8:A15", "A16:A23", "A24:A30", "A31:A37"} <= merges(sheet)


def test_targets_are_real_days_and_numbers_in_bengali_digits(build: Build) -> None:
    path = build()
    assert [shown(path, Q1, f"{column}8") for column in "HL"] == [date(2024, 5, 16), date(2024, 6, 15)]
    assert [shown(path, Q1, f"{column}9") for column in "HIJKL"] == [4, 3, 2, "-", "-"]
    assert [shown(path, Q1, f"{column}11") for column in "HL"] == [85, 60]
    sheet = sheet_of(path)
    assert [sheet[cell].number_format for cell in ("H8", "H9", "H11", "G8", "C8", "A8")] == [
        DATE,
        INTEGER,
        PERCENT,
        INTEGER,
        INTEGER,
        INTEGER,
    ]


def test_a_weight_with_a_half_is_not_shown_rounded(build: Build) -> None:
    assert cell_of(sheet_of(build(made_up_plan(1))), "G8").number_format == "[$-5000845]General"


def test_achievement_cells_are_blank_inputs_in_the_unit_of_their_row(build: Build) -> None:
    sheet = sheet_of(build())
    assert {sheet.cell(row, 13).value for row in range(FIRST, LAST + 1)} == {None}
    formats = [sheet[cell].number_format for cell in ("M8", "M9", "M11")]
    assert formats == [DATE, "[$-5000845]General", '[<1][$-5000845]0.0%;[$-5000845]General"%"']
    assert {sheet[cell].fill.fgColor.rgb for cell in ("M8", "M18", "R8", "W8")} == {"FFFFF9DB"}


def test_column_14_takes_remarks_or_shows_our_marks(build: Build) -> None:
    assert cell_of(sheet_of(build(layout=Layout.REMARKS)), "N8").value is None
    path = build(layout=Layout.MARKS)
    assert cell_of(sheet_of(path), "N8").value == '=IF(T8="","",T8)'
    assert cell_of(sheet_of(path), "N8").number_format == MARKS
    assert shown(path, Q1, "N8") == ""


# ---- helper columns and signature ---------------------------------------------------------------------------------


def test_helper_columns_stand_right_of_the_form(build: Build) -> None:
    sheet = sheet_of(build())
    assert [sheet["P3"].value, sheet["P4"].value] == [where.rule_line(Rule.TIER), where.HELPER_TITLE]
    headings = [where.HEADINGS[Column(column)] for column in where.HELPER_COLUMNS]
    assert [sheet.cell(5, column + 1).value for column in where.HELPER_COLUMNS] == headings
    assert [sheet[cell].number_format for cell in ("R8", "S8", "T8")] == [DATE, PERCENT, MARKS]
    assert {sheet.cell(row, 15).value for row in range(1, LAST + 10)} == {None}


def test_a_share_between_two_tiers_is_shown_with_decimals(build: Build) -> None:
    plan = made_up_plan(1)
    proportional = Plan(plan.name, plan.title, plan.fiscal_year, Rule.PROPORTIONAL, plan.tiers, plan.areas)
    assert cell_of(sheet_of(build(proportional)), "S8").number_format == '[$-5000845]0.00"%"'


def test_marks_are_summed_under_the_last_indicator(build: Build) -> None:
    path = build()
    sheet = sheet_of(path)
    assert [sheet["S19"].value, sheet["T19"].value] == [where.TOTAL_LABEL, "=SUM(T8:T18)"]
    assert [sheet["S20"].value, sheet["T20"].value] == [where.OUT_OF_LABEL, 50]
    assert shown(path, Q1, "T19") == 0


def test_the_signature_block_follows_the_info_sheet(build: Build) -> None:
    typed: Typed = {
        (where.INFO_SHEET, "C7"): "ক খ গ",
        (where.INFO_SHEET, "C8"): "সহকারী পরিচালক",
        (where.INFO_SHEET, "C10"): date(2024, 1, 14),
    }
    path = build(office=OFFICE, typed=typed)
    sheet = sheet_of(path, Q2)
    assert [sheet.cell(row, 11).value for row in range(21, 26)] == ["স্বাক্ষর:", "নাম:", "পদবি:", "দপ্তর:", "তারিখ:"]
    names = ["apa_officer", "apa_designation", "apa_office_name", "apa_report_date_2"]
    assert [sheet.cell(row, 12).value for row in range(22, 26)] == [f'=IF({name}="","",{name})' for name in names]
    assert [shown(path, Q2, f"L{row}") for row in range(22, 26)] == [
        "ক খ গ",
        "সহকারী পরিচালক",
        OFFICE.name,
        date(2024, 1, 14),
    ]
    assert shown(path, Q1, "L25") == ""


# ---- printing and rows ---------------------------------------------------------------------------------------------


def test_a_quarter_prints_the_form_on_a4_with_its_header_repeated(build: Build) -> None:
    sheet = sheet_of(build())
    assert sheet.print_area == f"'{Q1}'!$A$1:$N$25"
    assert sheet.print_title_rows == "$4:$7"
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.oddFooter.center.text == "পৃষ্ঠা &P / &N"
    assert sheet.print_options.horizontalCentered


def test_header_and_label_columns_stay_in_view(build: Build) -> None:
    sheet = sheet_of(build())
    assert sheet.freeze_panes == "F8"
    assert sheet.sheet_view.zoomScale == 85


def test_a_row_grows_with_a_long_remark(build: Build) -> None:
    short = sheet_of(build()).row_dimensions[11].height
    tall = sheet_of(build(typed={(Q1, "N11"): "বাস্তবায়ন অগ্রগতি সন্তোষজনক। " * 15})).row_dimensions[11].height
    assert tall > 3 * short


def test_merged_text_makes_its_rows_higher(build: Build) -> None:
    plan = made_up_plan(2)
    long_title = "দীর্ঘ নামের একটি কর্মসম্পাদন ক্ষেত্র " * 10
    area = Area(1, long_title, plan.areas[0].weight, plan.areas[0].activities)
    long_plan = Plan(plan.name, plan.title, plan.fiscal_year, plan.rule, plan.tiers, (area,))
    rows = sheet_of(build(long_plan)).row_dimensions
    assert rows[8].height + rows[9].height > 300


def test_only_rows_that_officers_type_into_go_on_growing(build: Build) -> None:
    """A row marked as set by hand keeps its height when a long remark is typed into it."""
    with ZipFile(build()) as parts:
        rows = parts.read("xl/worksheets/sheet3.xml").decode().split("<row ")[1:]
    fixed = {int(row.split('"')[1]) for row in rows if "customHeight" in row.split(">")[0]}
    assert all("ht=" in row.split(">")[0] for row in rows[FIRST - 1 : LAST])
    assert fixed.isdisjoint(range(FIRST, LAST + 1))
    assert set(range(1, FIRST)) <= fixed


# ---- the hidden sheet ---------------------------------------------------------------------------------------------


def hidden_rows(path: Path) -> list[tuple[object, object]]:
    rows = CalamineWorkbook.from_path(path).get_sheet_by_name(where.DATA_SHEET).to_python(skip_empty_area=False)
    return [(row[0], row[1]) for row in rows]


@pytest.mark.parametrize("plan", [load_plan(), made_up_plan(1, tiers=1), made_up_plan(30, areas=3)])
@pytest.mark.parametrize("piece", [where.PLAN_PIECE, 97])
def test_the_hidden_sheet_gives_the_plan_back(
    build: Build, monkeypatch: pytest.MonkeyPatch, plan: Plan, piece: int
) -> None:
    monkeypatch.setattr(where, "PLAN_PIECE", piece)
    # A typed value has the workbook built here and now, not filled in from one that was built with other pieces.
    year = (where.INFO_SHEET, cell_name(where.info_row(Info.FISCAL_YEAR), where.INFO_VALUE_COLUMN))
    book = build(plan, typed={year: plan.fiscal_year.label_bn})
    pieces = [str(value) for key, value in hidden_rows(book) if key == Data.PLAN]
    assert max(map(len, pieces)) <= piece
    assert parse_plan(json.loads("".join(pieces)))[0] == plan


def test_the_hidden_sheet_says_what_the_workbook_is(build: Build) -> None:
    lists = (Data.PLAN, Data.MESSAGE, Data.MONTH, Data.START)
    rows = {key: value for key, value in hidden_rows(build(layout=Layout.MARKS)) if key not in lists}
    assert rows == {
        "schema_version": where.SCHEMA_VERSION,
        "plan_name": "2023-24",
        "fiscal_year": "2023-24",
        "layout": "marks",
        "edition": "native",
        "rule": "tier",
    }


# ---- what was typed -----------------------------------------------------------------------------------------------


def test_typed_values_take_the_place_of_what_the_template_writes(build: Build) -> None:
    typed: Typed = {
        (Q1, "M8"): "চলমান",
        (Q1, "M9"): 1,
        (Q1, "M11"): 96.5,
        (Q1, "M12"): date(2023, 12, 21),
        (Q1, "H4"): "লক্ষ্যমাত্রা ২০২২-২০২৩",
        (Q1, "B8"): "অন্য ক্ষেত্র",
        (Q1, "H8"): None,
        (Q1, "N8"): 3,
        (Q1, "A1"): "অন্য শিরোনাম",
    }
    path = build(layout=Layout.MARKS, office=OFFICE, typed=typed)
    assert {key: shown(path, *key) or None for key in typed} == typed
    sheet = sheet_of(path)
    assert [sheet[cell].number_format for cell in ("M9", "M12", "N8")] == ["[$-5000845]General", DATE, MARKS]
    assert {"H4:L4", "B8:B13"} <= merges(sheet)
    assert sheet["N8"].value == 3


def test_typed_text_reaches_only_its_own_sheet(build: Build) -> None:
    path = build(typed={(Q1, "M8"): "চলমান"})
    assert (shown(path, Q1, "M8"), shown(path, Q2, "M8")) == ("চলমান", "")


@pytest.mark.parametrize("key", [(Q1, "O8"), (Q1, "B9"), (Q1, "M30"), ("নেই", "A1"), (where.INFO_SHEET, "A1")])
def test_typed_text_without_a_cell_is_refused_and_nothing_is_written(
    build: Build, tmp_path: Path, key: tuple[str, str]
) -> None:
    with pytest.raises(ValueError, match=f"no such cells: {key[0]}!{key[1]}"):
        build(typed={(Q1, "M8"): 1, key: "হারিয়ে যাওয়া লেখা"})
    assert list(tmp_path.iterdir()) == []


def test_text_longer_than_a_cell_holds_is_refused(build: Build) -> None:
    with pytest.raises(ValueError, match="N8"):
        build(typed={(Q1, "N8"): "ক" * 32_768})


@pytest.mark.parametrize("text", ["=1+1", '=HYPERLINK("http://a")', "https://example.org", "00123", "+8", "{=A1}"])
def test_text_stays_text(build: Build, text: str) -> None:
    path = build(office=Office(text, text, text), typed={(Q1, "N8"): text})
    sheet = sheet_of(path)
    assert (shown(path, Q1, "N8"), cell_of(sheet, "N8").data_type, cell_of(sheet, "N8").hyperlink) == (text, "s", None)
    assert cell_of(sheet_of(path, where.INFO_SHEET), "C3").data_type == "s"


def test_text_that_looks_like_markup_stays_text(build: Build) -> None:
    path = build(typed={(Q1, "N8"): "<r><t>a & b</t></r>", (Q1, "N9"): "ক\x00খ\ufffe"})
    assert str(shown(path, Q1, "N8")).strip() == "<r><t>a & b</t></r>"
    assert shown(path, Q1, "N9") == "কখ"


# ---- the same call, the same bytes ----------------------------------------------------------------------------------


def test_the_same_call_gives_the_same_bytes_in_another_process(build: Build, tmp_path: Path) -> None:
    other = tmp_path / "other.xlsx"
    code = (
        "import sys; from pathlib import Path; from xl_apa.plans import load_plan;"
        "from xl_apa.sheets.build.workbook import build_template; build_template(load_plan(), Path(sys.argv[1]))"
    )
    subprocess.run([sys.executable, "-c", code, str(other)], check=True, env={"PYTHONPATH": ":".join(sys.path)})
    assert build().read_bytes() == other.read_bytes()


def test_no_time_of_building_is_in_the_file(build: Build) -> None:
    with ZipFile(build()) as parts:
        assert {part.date_time[0] for part in parts.infolist()} == {1980}
        assert b"2023-07-01T00:00:00Z</dcterms:created>" in parts.read("docProps/core.xml")
