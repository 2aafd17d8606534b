"""The official 14 columns, to the letter of the real reports."""

from __future__ import annotations

from datetime import date

from tests.sheets.build.built import (
    DATE,
    FIRST,
    INTEGER,
    LAST,
    OFFICE,
    PERCENT,
    Q1,
    Q2,
    Build,
    cell_of,
    made_up_plan,
    merges,
    sheet_of,
    shown,
)
from xl_apa.core.model import Layout
from xl_apa.plans import load_plan
from xl_apa.sheets import layout as where
from xl_apa.sheets.build.workbook import Typed
from xl_apa.sheets.layout import Column
from xl_apa.xlsx.addresses import cell_name


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
        " ২য় ত্রৈমাসিক অর্জন",
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


def test_a_plan_with_two_tiers_has_two_target_columns(build: Build) -> None:
    sheet = sheet_of(build(made_up_plan(3, tiers=2)))
    assert "H4:I4" in merges(sheet)
    assert [sheet.cell(5, column).value for column in range(8, 10)] == ["স্তর 100", "স্তর 90"]
    assert [sheet.cell(6, column).value for column in range(8, 10)] == [100, 90]
    assert [sheet.cell(9, column).value for column in range(8, 10)] == [20, 19]
    assert sheet.cell(7, 11).value == 11


def test_a_long_plan_is_printed_on_as_many_pages_as_it_takes(build: Build) -> None:
    assert sheet_of(build(made_up_plan(30))).page_setup.fitToHeight in (0, 2)


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


def test_a_quarter_prints_the_form_on_a4_with_its_header_repeated(build: Build) -> None:
    sheet = sheet_of(build())
    assert sheet.print_area == f"'{Q1}'!$A$1:$N$25"
    assert sheet.print_title_rows == "$4:$7"
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    # A little over a page is printed a little smaller: the signature is not to stand on a page of its own.
    assert sheet.page_setup.fitToHeight in (None, 1)
    assert sheet.oddFooter.center.text == "পৃষ্ঠা &P / &N"
    assert sheet.print_options.horizontalCentered
