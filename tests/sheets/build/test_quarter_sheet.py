"""A quarter's sheet: inputs, what stands beside the form, and rows that grow."""

from __future__ import annotations

from zipfile import ZipFile

import pytest

from tests.sheets.build.built import (
    DATE,
    FIRST,
    LAST,
    MARKS,
    PERCENT,
    Q1,
    Build,
    cell_of,
    made_up_plan,
    sheet_of,
    shown,
)
from xl_apa.core.model import Area, Layout, Plan, Rule
from xl_apa.plans import load_plan
from xl_apa.sheets import layout as where
from xl_apa.sheets.layout import Column
from xl_apa.xlsx.addresses import column_letters


def test_achievement_cells_are_blank_inputs_in_the_unit_of_their_row(build: Build) -> None:
    sheet = sheet_of(build())
    assert {sheet.cell(row, 13).value for row in range(FIRST, LAST + 1)} == {None}
    formats = [sheet[cell].number_format for cell in ("M8", "M9", "M11")]
    assert formats == [DATE, "[$-5000845]General", "@"]
    assert {sheet[cell].fill.fgColor.rgb for cell in ("M8", "M18", "R8", "W8")} == {"FFFFF9DB"}


def test_column_14_takes_remarks_or_shows_our_marks(build: Build) -> None:
    assert cell_of(sheet_of(build(layout=Layout.REMARKS)), "N8").value is None
    path = build(layout=Layout.MARKS)
    assert cell_of(sheet_of(path), "N8").value == '=IF(P8="","",P8)'
    assert cell_of(sheet_of(path), "N8").number_format == MARKS
    assert shown(path, Q1, "N8") == ""


def test_helper_columns_stand_right_of_the_form(build: Build) -> None:
    sheet = sheet_of(build())
    assert [sheet["P3"].value, sheet["P4"].value] == [where.rule_line(Rule.TIER), where.HELPER_TITLE]
    headings = [where.HEADINGS[Column(column)] for column in where.HELPER_COLUMNS]
    assert [sheet.cell(5, column + 1).value for column in where.HELPER_COLUMNS] == headings
    assert [sheet[cell].number_format for cell in ("P8", "R8", "S8")] == [MARKS, DATE, PERCENT]
    # Between the form and these columns stands only which figure is to be written, and what the sums are.
    beside = {row for row in range(1, LAST + 10) if sheet.cell(row, 15).value is not None}
    assert beside == {5, *range(FIRST, LAST + 1), LAST + 1, LAST + 2}


def test_a_share_between_two_tiers_is_shown_with_decimals(build: Build) -> None:
    plan = made_up_plan(1)
    proportional = Plan(plan.name, plan.title, plan.fiscal_year, Rule.PROPORTIONAL, plan.tiers, plan.areas)
    assert cell_of(sheet_of(build(proportional)), "S8").number_format == '[$-5000845]0.00"%"'


def test_marks_are_summed_under_the_last_indicator(build: Build) -> None:
    path = build()
    sheet = sheet_of(path)
    assert [sheet["O19"].value, sheet["P19"].value] == [where.TOTAL_LABEL, "=SUM(P8:P18)"]
    assert [sheet["O20"].value, sheet["P20"].value] == [where.OUT_OF_LABEL, 50]
    assert shown(path, Q1, "P19") == 0


@pytest.mark.parametrize("layout", Layout)
def test_a_row_stands_from_its_indicator_to_its_message_on_a_screen_of_1366_pixels(
    build: Build, layout: Layout
) -> None:
    sheet = sheet_of(build(layout=layout))
    view = sheet.sheet_view
    assert (view.topLeftCell, sheet.freeze_panes) == ("E1", "E8")
    columns = range(Column.INDICATOR + 1, Column.MESSAGE + 2)
    widths = [
        (min(each.max, columns[-1]) - max(each.min, columns[0]) + 1) * each.width
        for each in sheet.column_dimensions.values()
        if each.min <= columns[-1] and each.max >= columns[0]
    ]
    # As LibreOffice and Excel draw a column, with the widest of the usual fonts: 8.9 pixels a unit.
    assert sum(widths) * 8.9 * view.zoomScale / 100 <= 1366 - 91
    assert [where.HEADINGS[Column(each)] for each in (Column.MARKS, Column.MESSAGE)] == [
        sheet.cell(5, each + 1).value for each in (Column.MARKS, Column.MESSAGE)
    ]


@pytest.mark.parametrize("layout", Layout)
def test_six_rows_stand_under_the_headings_on_a_screen_of_768_pixels(build: Build, layout: Layout) -> None:
    sheet = sheet_of(build(layout=layout))
    heights = [sheet.row_dimensions[row].height for row in range(1, FIRST + 6)]
    # Under the ribbon of Excel, above its tabs and the bar of the desktop, are 480 pixels; 4/3 pixels are a point.
    assert sum(heights) * 4 / 3 * sheet.sheet_view.zoomScale / 100 <= 480


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
    assert rows[8].height + rows[9].height > 250


def test_only_rows_that_officers_type_into_go_on_growing(build: Build) -> None:
    """A row marked as set by hand keeps its height when a long remark is typed into it."""
    with ZipFile(build()) as parts:
        rows = parts.read("xl/worksheets/sheet3.xml").decode().split("<row ")[1:]
    fixed = {int(row.split('"')[1]) for row in rows if "customHeight" in row.split(">")[0]}
    assert all("ht=" in row.split(">")[0] for row in rows[FIRST - 1 : LAST])
    assert fixed.isdisjoint(range(FIRST, LAST + 1))
    assert set(range(1, FIRST)) <= fixed


def test_every_row_says_which_figure_is_to_be_written(build: Build) -> None:
    plan = load_plan("example-2024-25")
    sheet, column = sheet_of(build(plan)), where.shape_of(plan).at(Column.GAP) + 1
    assert sheet.cell(5, column).value == "যা লিখতে হবে"
    assert [sheet.cell(row, column).value for row in range(8, 14)] == [
        "তারিখ",
        "এই ত্রৈমাসিকের নিজস্ব (বছরে গড়)",
        "এই ত্রৈমাসিকের নিজস্ব (বছরে গড়)",
        "এই ত্রৈমাসিকের নিজস্ব (বছরে সমষ্টি)",
        "ক্রমপুঞ্জিভূত (জুলাই থেকে মোট)",
        "তারিখ",
    ]
    assert sheet_of(build())["O11"].value == "এ পর্যন্ত সর্বশেষ হার"
    assert f"${column_letters(column - 2)}$" in sheet.print_area
