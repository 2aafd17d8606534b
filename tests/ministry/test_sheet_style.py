"""How a sheet of the centre is opened, headed and finished."""

from __future__ import annotations

from pathlib import Path

import openpyxl
from xlsxwriter import Workbook

from xl_apa.ministry import sheet_style
from xl_apa.sheets.layout import PAGE_FOOTER
from xl_apa.xlsx.write.sheet_writer import OPTIONS
from xl_apa.xlsx.write.styles import Styles


def test_a_sheet_has_its_head_low_rows_and_numbered_pages_across_a4(tmp_path: Path) -> None:
    with Workbook(tmp_path / "book.xlsx", OPTIONS) as book:
        sheet = sheet_style.add_sheet(book, "নম্বর", Styles(book))
        sheet.set_widths([20, 20])
        sheet_style.write_head(sheet, "শিরোনাম", "ভিত্তি")
        sheet.write(sheet_style.HEAD_ROW, 0, "ক" * 100, sheet_style.HEADING)
        # An office's text of any length finds room, cut where it must be.
        sheet.write(4, 0, "ক" * 40_000, sheet_style.BASIS)
        sheet_style.finish_sheet(sheet, range(sheet_style.HEAD_ROW, sheet_style.HEAD_ROW + 1))
    found = openpyxl.load_workbook(tmp_path / "book.xlsx")["নম্বর"]
    assert (found["A1"].value, found["A2"].value) == ("শিরোনাম", "ভিত্তি")
    assert found["A5"].value.endswith("ক…")
    assert found.sheet_format.defaultRowHeight == sheet_style.LOWEST_ROW
    assert found.row_dimensions[4].height > 2 * sheet_style.LOWEST_ROW
    assert (found.page_setup.orientation, found.page_setup.paperSize) == ("landscape", 9)
    assert found.print_title_rows == "$4:$4"
    assert found.oddFooter.center.text == PAGE_FOOTER
    assert not found.sheet_view.showGridLines


def test_what_can_be_clicked_looks_like_it() -> None:
    for look in (sheet_style.LINK, sheet_style.LINKED_COUNT, sheet_style.LINKED_WORD):
        assert (look.font_color, look.underline) == ("#0563C1", 1)
