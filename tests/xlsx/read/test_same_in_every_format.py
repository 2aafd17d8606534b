"""One workbook, written by LibreOffice as .xlsx, .xls and .ods: each cell is read as the same, kind and all."""

from __future__ import annotations

import random
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font

from tests.core.text.test_lookalikes import INVISIBLE
from tests.libreoffice import convert
from xl_apa.core.cells import Cell, CellKind, NumberFormat
from xl_apa.core.fiscal import FiscalYear
from xl_apa.core.marking.rating import read_in_row
from xl_apa.core.model import Unit
from xl_apa.core.typed.reading import as_typed
from xl_apa.xlsx.read.grid import CellRange, Content
from xl_apa.xlsx.read.safe_open import open_workbook

DAY, PERCENT = NumberFormat.DAY, NumberFormat.PERCENT
STRUCK, RAISED = InlineFont(strike=True), InlineFont(vertAlign="superscript")


def error(shown: str) -> Cell:
    return Cell(None, "", CellKind.ERROR, shown)


# Value, number format, struck; and what is read.
CELLS: list[tuple[object, str, bool, Content]] = [
    (4, "General", False, 4.0),
    (4, "dd/mm/yyyy", False, Cell(4.0, shown_as=DAY)),
    (61.5, "yyyy-mm-dd", False, Cell(61.5, shown_as=DAY)),
    (96, r"[$-5000845]dd\/mm\/yyyy", False, Cell(96.0, shown_as=DAY)),
    (date(2024, 5, 16), "dd/mm/yyyy", False, Cell(date(2024, 5, 16), shown_as=DAY)),
    (45428, "General", False, 45428.0),
    (0.96, "0%", False, Cell(0.96, shown_as=PERCENT)),
    (1.05, "0.00%", False, Cell(1.05, shown_as=PERCENT)),
    (2, "0%", False, Cell(2.0, shown_as=PERCENT)),
    (96, '0"%"', False, Cell(96.0, note="96%", shown_as=NumberFormat.OTHERWISE)),
    (4, '">"0', False, Cell(4.0, note=">4", shown_as=NumberFormat.OTHERWISE)),
    (1e300, "General", False, 1e300),
    (True, "General", False, True),
    ("চলমান", "General", False, "চলমান"),
    ("a & b <c>", "General", False, "a & b <c>"),
    ("=1/0", "General", False, error("#DIV/0!")),
    ("=NA()", "General", False, error("#N/A")),
    ('=IF(FALSE,1,"")', "General", False, None),
    ("=3+1", "General", False, 4.0),
    (3, "General", True, Cell(None, "", CellKind.STRUCK, "3", fallback=3.0)),
    (4, '0"0"', False, Cell(4.0, "", note="40", shown_as=NumberFormat.OTHERWISE)),
    (4, "0*5", False, Cell(4.0, "", note="45", shown_as=NumberFormat.OTHERWISE)),
    (4, "*50", False, Cell(4.0, "", note="54", shown_as=NumberFormat.OTHERWISE)),
    (4, "_-* #,##0_-", False, 4.0),
    (4, '0" টি"', False, Cell(4.0, "", note="4 টি", shown_as=NumberFormat.OTHERWISE)),
    ("৩", "General", True, Cell(None, "", CellKind.STRUCK, "৩")),
    (CellRichText(TextBlock(STRUCK, "৩"), "২"), "General", False, Cell("২", "", CellKind.PARTLY, "৩২")),
    (CellRichText("২", TextBlock(RAISED, "১")), "General", False, Cell("২", "", CellKind.PARTLY, "২১")),
    (
        CellRichText(TextBlock(STRUCK, "৩"), TextBlock(STRUCK, "২")),
        "General",
        False,
        Cell(None, "", CellKind.STRUCK, "৩২"),
    ),
]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("formats") / "source.xlsx"
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = "ক"
    for row, (value, code, struck, _) in enumerate(CELLS, start=1):
        cell = sheet.cell(row, 1, value)
        cell.number_format = code
        if struck:
            cell.font = Font(strike=True)
    sheet["C1"] = 7
    sheet.merge_cells("C1:C3")
    sheet["D1"].comment = Comment("৫টি", "অফিসার")
    made.save(path)
    return path


@pytest.mark.office
@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
def test_every_cell_is_read_as_the_same(book: Path, tmp_path: Path, ending: str) -> None:
    with open_workbook(convert(book, ending, tmp_path / "home")) as opened:
        rows = opened.contents("ক")
        found = [rows[row][0] if row < len(rows) and rows[row] else None for row in range(len(CELLS))]
        merged, overlays = opened.merged("ক"), opened.overlays("ক")
    assert dict(enumerate(found, start=1)) == {row: expected for row, (*_, expected) in enumerate(CELLS, start=1)}
    assert list(merged) == [CellRange(0, 2, 2, 2)]
    assert [(overlay.area, overlay.text) for overlay in overlays] == [(CellRange(0, 3, 0, 3), "৫টি")]


@pytest.mark.office
@pytest.mark.parametrize("ending", ["xlsx", "xls", "ods"])
def test_in_a_1904_workbook_too(tmp_path: Path, ending: str) -> None:
    made = openpyxl.Workbook()
    made.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    sheet = made.active
    sheet.title = "ক"
    for row, (value, code) in enumerate([(2, "dd/mm/yyyy"), (43966, "dd/mm/yyyy"), (43966, "General")], start=1):
        sheet.cell(row, 1, value).number_format = code
    path = tmp_path / "source.xlsx"
    made.save(path)
    with open_workbook(convert(path, ending, tmp_path / "home")) as opened:
        assert opened.date_1904
        assert [row[0] for row in opened.contents("ক")] == [
            Cell(2.0, shown_as=DAY),
            Cell(date(2024, 5, 16), shown_as=DAY),
            Cell(43966.0, day=date(2024, 5, 16)),
        ]


# ---- made-up cells --------------------------------------------------------------------------------------------------

NUMBERS = (
    "General",
    "0",
    "0.00",
    "#,##0",
    "0%",
    "0.00%",
    "dd/mm/yyyy",
    "yyyy-mm-dd",
    "d mmm yy",
    "h:mm",
    r"[$-5000845]0",
)
TARGETS = {
    Unit.DATE: (date(2024, 5, 16), date(2024, 5, 23), None, None, None),
    Unit.NUMBER: (Decimal(4), Decimal(3), Decimal(2), None, None),
    Unit.PERCENT: (Decimal(85), Decimal(80), Decimal(70), None, None),
}


def made_up_cells(count: int) -> list[tuple[object, str]]:
    """Values with the number formats that officers' cells have: numbers, days, errors, texts with unseen characters."""
    dice = random.Random(1904)
    found: list[tuple[object, str]] = []
    for _ in range(count):
        number = dice.choice(
            [dice.randrange(0, 120), dice.randrange(0, 12000) / 100, dice.random() * 1.2, 45428, 1.05, 2]
        )
        text = "".join(
            dice.choice(INVISIBLE[:22]) * dice.randrange(2) + letter
            for letter in dice.choice(
                ["৪ টি", "০৩ (তিন) টি", "৯৬%", "96 শতাংশ", "১৬/০৫/২০২৪ খ্রি.", "চলমান", "নাই", "২-৩ টি", "১৬ মে ২০২৪"]
            )
        )
        day = date(2023, 7, 1) + timedelta(days=dice.randrange(366))
        error = dice.choice(["=NA()", "=1/0", '=VALUE("x")', "=SQRT(-1)"])
        kind = dice.randrange(10)
        value: object = number if kind < 5 else text if kind < 8 else day if kind == 8 else error
        found.append((value, dice.choice(NUMBERS) if kind < 5 else "dd/mm/yyyy" if kind == 8 else "General"))
    return found


def said(content: Content, unit: Unit) -> tuple[object, ...]:
    """What a cell says in a row: status, value and finding."""
    cell = content if isinstance(content, Cell) else Cell(as_typed(content))
    reading = read_in_row(cell, unit, FiscalYear(2023), TARGETS[unit])
    # An .ods file keeps a time of day to the second.
    value = round(reading.value, 4) if isinstance(reading.value, Decimal) else reading.value
    return reading.status, value, reading.kind


@pytest.mark.office
def test_made_up_cells_say_the_same_in_every_row_and_format(tmp_path: Path) -> None:
    cells = made_up_cells(400)
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = "ক"
    for row, (value, code) in enumerate(cells, start=1):
        sheet.cell(row, 1, value).number_format = code
    made.save(tmp_path / "source.xlsx")
    read = {}
    for ending in ("xlsx", "xls", "ods"):
        with open_workbook(convert(tmp_path / "source.xlsx", ending, tmp_path / "home")) as opened:
            rows = opened.contents("ক")
        read[ending] = [rows[row][0] if row < len(rows) and rows[row] else None for row in range(len(cells))]
    for at, cell in enumerate(cells):
        for unit in Unit:
            told = {ending: said(contents[at], unit) for ending, contents in read.items()}
            assert len(set(told.values())) == 1, (cell, unit, told)
    assert sum(isinstance(each, Cell) and each.kind is CellKind.ERROR for each in read["xls"]) > 20
