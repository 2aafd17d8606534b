"""The one writer of sheets: what stands in cells and blocks, how high rows become, how a page is printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from xlsxwriter import Workbook

from xl_apa.xlsx.cell_limits import Unfit
from xl_apa.xlsx.cell_values import FormulaCell, Link
from xl_apa.xlsx.write.sheet_writer import OPTIONS, Margins, SheetWriter
from xl_apa.xlsx.write.styles import PLAIN, Styles
from xl_apa.xlsx.write.text_metrics import TALLEST_ROW, needed_height

WRAPPED = replace(PLAIN, text_wrap=True)
LONG = "একটি লম্বা বিবরণ " * 20
Fill = Callable[[SheetWriter], object]


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Worksheet]:
    def write(fill: Fill, **options: object) -> Worksheet:
        path = tmp_path / "book.xlsx"
        with Workbook(path, OPTIONS) as book:
            sheet = SheetWriter(book, "form", Styles(book), **options)  # type: ignore[arg-type]
            sheet.set_widths({0: 20, 1: 30, 2: 10})
            fill(sheet)
        return openpyxl.load_workbook(path)["form"]

    return write


def heights(sheet: Worksheet, rows: int) -> list[float | None]:
    return [sheet.row_dimensions[row].height for row in range(1, rows + 1)]


def test_text_is_text_whatever_it_looks_like(written) -> None:
    def fill(sheet: SheetWriter) -> None:
        for row, text in enumerate(("=1+1", "http://example.org", "০০১", "001")):
            sheet.write(row, 0, text, PLAIN)

    sheet = written(fill)
    assert [(cell.value, cell.data_type) for cell in sheet["A"]] == [
        (text, "s") for text in ("=1+1", "http://example.org", "০০১", "001")
    ]


def test_what_was_written_is_given_back(written) -> None:
    def fill(sheet: SheetWriter) -> None:
        assert sheet.write(0, 0, "ক\x00", PLAIN) == "ক"
        assert sheet.write(1, 0, FormulaCell("1+1", 2), PLAIN) == 2
        assert sheet.write(2, 0, Link("DOL", "DOL.xlsx"), PLAIN) == "DOL"
        assert sheet.write(3, 0, Link("DOL", ""), PLAIN) == "DOL"
        assert sheet.write_formula(4, 0, "=A1", "ক", PLAIN) == "ক"

    sheet = written(fill)
    assert [cell.value for cell in sheet["A"]] == ["ক", "=1+1", '=HYPERLINK("DOL.xlsx","DOL")', "DOL", "=A1"]


def test_a_block_is_merged_and_holds_the_value(written) -> None:
    sheet = written(lambda sheet: sheet.write(1, 0, "x", PLAIN, rows=2, columns=3))
    assert (sheet["A2"].value, [str(each) for each in sheet.merged_cells.ranges]) == ("x", ["A2:C3"])


def test_what_no_cell_can_hold_is_refused_with_the_address() -> None:
    book = Workbook()
    sheet = SheetWriter(book, "১ম ত্রৈমাসিক", Styles(book))
    sheet.set_widths([20])
    with pytest.raises(ValueError, match="'১ম ত্রৈমাসিক'!A8: a cell holds 32767 characters, not 40000"):
        sheet.write(7, 0, "😀" * 20_000, PLAIN)


def test_or_is_adapted(written) -> None:
    sheet = written(lambda sheet: sheet.write(0, 0, "ক" * 40_000, PLAIN), unfit=Unfit.ADAPT)
    assert sheet["A1"].value == "ক" * 32_766 + "…"


def test_without_a_default_height_rows_are_fitted_to_what_stands_in_them(written) -> None:
    def fill(sheet: SheetWriter) -> None:
        sheet.write(0, 0, LONG, WRAPPED)
        sheet.write(0, 1, "x", PLAIN)
        sheet.write(1, 0, LONG, PLAIN)
        sheet.write(2, 0, LONG, replace(WRAPPED, bold=True))
        sheet.write(3, 0, LONG * 20, WRAPPED)
        sheet.write(5, 0, LONG, WRAPPED)
        sheet.fit_rows(range(5))

    one_line = needed_height("", 20, 12)
    expected = [needed_height(LONG, 20, 12), one_line, needed_height(LONG, 20, 12, bold=True), TALLEST_ROW, 12]
    assert heights(written(fill), 6) == [*(pytest.approx(height, abs=0.75) for height in expected), None]


def test_a_block_of_rows_is_as_high_as_its_text_together(written) -> None:
    def fill(sheet: SheetWriter) -> None:
        sheet.write(0, 0, LONG, WRAPPED, rows=3)
        sheet.write(0, 1, "x", PLAIN)
        sheet.fit_rows(range(3))

    assert sum(map(float, heights(written(fill), 3))) == pytest.approx(needed_height(LONG, 20, 12), abs=2.25)


def test_with_a_default_height_only_wrapped_texts_make_a_row_higher(written) -> None:
    def fill(sheet: SheetWriter) -> None:
        sheet.write(0, 0, LONG, WRAPPED)
        sheet.write(1, 0, LONG, PLAIN)
        sheet.write(2, 0, FormulaCell("A1", LONG), WRAPPED)
        sheet.set_height(3, 30)
        sheet.set_height(3, 20)
        assert (sheet.height(0), sheet.height(1), sheet.height(3)) == (needed_height(LONG, 18, 12), 18, 30)
        sheet.fit_rows()

    found = heights(written(fill, default_height=18, margin=2), 4)
    assert found == [
        pytest.approx(needed_height(LONG, 18, 12), abs=0.75),
        18,
        18,
        30,
    ]


def test_rows_written_at_once_are_as_high_as_their_wrapped_texts(written) -> None:
    def fill(sheet: SheetWriter) -> None:
        assert sheet.write_rows(0, [WRAPPED, PLAIN], [[LONG, LONG], ["x", LONG]]) == 2

    found = heights(written(fill, default_height=25, margin=2), 2)
    assert found == [pytest.approx(needed_height(LONG, 18, 12), abs=0.01), 25]


def test_a_page_is_a4_across_with_its_headings_on_every_page(written) -> None:
    def fill(sheet: SheetWriter) -> None:
        sheet.set_page(Margins(side=0.4, top=0.5, bottom=0.6), repeated=range(2, 5))
        sheet.set_footer("পৃষ্ঠা &P", 9, margin=0.3)

    sheet = written(fill)
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (None, 0)
    margins = sheet.page_margins
    assert [margins.left, margins.right, margins.top, margins.bottom, margins.footer] == [0.4, 0.4, 0.5, 0.6, 0.3]
    assert sheet.print_title_rows == "$3:$5"
    assert sheet.oddFooter.center.text == "পৃষ্ঠা &P"
