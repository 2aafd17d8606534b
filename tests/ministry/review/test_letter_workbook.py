"""How a letter looks: headings on every page, text that wraps, one page across."""

from __future__ import annotations

import openpyxl
import pytest

from tests.ministry.review.conftest import Centre
from xl_apa.core.messages import render


def test_both_sheets_are_printed_across_one_page_wide_with_their_headings_on_every_page(centre: Centre) -> None:
    centre.report("A", "একটি কথা")
    centre.run()
    letter, marks = openpyxl.load_workbook(centre.letter("A")).worksheets
    for sheet in (letter, marks):
        assert sheet.sheet_properties.pageSetUpPr.fitToPage  # as wide as one page, which the file need not say
        page = sheet.page_setup
        assert (page.orientation, page.fitToWidth, int(page.fitToHeight)) == ("landscape", None, 0)
    assert marks.print_title_rows == "$4:$4"
    heading = int(letter.print_title_rows.partition(":")[0].strip("$"))
    assert letter.cell(heading, 6).value == "যা পাওয়া গেছে"


@pytest.mark.parametrize(("lang", "foot"), [("bn", "পৃষ্ঠা &P / &N"), ("en", "Page &P / &N")])
def test_pages_are_numbered_in_the_language_of_the_letter(centre: Centre, lang: str, foot: str) -> None:
    centre.report("A", "একটি কথা")
    centre.run(lang)
    sheets = openpyxl.load_workbook(centre.letter("A")).worksheets
    assert [sheet.oddFooter.center.text for sheet in sheets] == [foot] * 2


def test_a_long_comment_wraps_in_a_row_that_is_high_enough(centre: Centre) -> None:
    centre.run()
    comment = "প্রমাণকের কপি ও সভার কার্যবিবরণী সংযুক্ত করুন। " * 12
    centre.write("A", "ফেরত", comment)
    centre.run()
    sheet = openpyxl.load_workbook(centre.letter("A")).worksheets[0]
    (cell,) = [cell for row in sheet for cell in row if cell.value == comment.strip()]
    assert cell.alignment.wrap_text
    assert sheet.row_dimensions[cell.row].height > 40


def test_severities_have_their_colours(centre: Centre) -> None:
    centre.report("A", "একটি কথা")
    centre.run()
    sheet = openpyxl.load_workbook(centre.letter("A")).worksheets[0]
    errors = [cell for row in sheet for cell in row if cell.value == "ত্রুটি"]
    assert errors and all(cell.fill.fgColor.rgb == "FFFFC7CE" for cell in errors)


@pytest.mark.parametrize("lang", ["bn", "en"])
@pytest.mark.parametrize(("place", "heading"), [(0, "column-do"), (1, "column-why")])
def test_the_last_column_is_seen_without_scrolling_on_a_screen_1366_dots_wide(
    centre: Centre, lang: str, place: int, heading: str
) -> None:
    centre.report("A", "একটি কথা")
    centre.run(lang)
    sheet = openpyxl.load_workbook(centre.letter("A")).worksheets[place]
    columns = sheet.column_dimensions.values()
    widths = {number: each.width for each in columns for number in range(each.min, each.max + 1)}
    last = next(cell.column for row in sheet for cell in row if cell.value == render(heading, lang))
    assert sum(widths[number] for number in range(1, last + 1)) * 8.9 * sheet.sheet_view.zoomScale / 100 <= 1366 - 91
