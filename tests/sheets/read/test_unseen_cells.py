"""What nobody sees of a form that counts all the same is told with its cells, in every format."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.colors import Color

from tests.libreoffice import convert
from tests.xlsx.hostile.offices import sheet_part
from tests.xlsx.hostile.raw_zip import archive, entries_of, replaced
from xl_apa.core.fiscal import Quarter
from xl_apa.sheets.assess_workbook import assess_file
from xl_apa.sheets.layout import quarter_sheet
from xl_apa.xlsx.read.safe_open import open_workbook

CELL = "M11"
CODE = "form-cells-unseen"


def coloured(colour: Color | str, fill: str | None = None) -> Callable[[Cell], None]:
    def change(cell: Cell) -> None:
        cell.font = Font(color=colour)
        if fill:
            cell.fill = PatternFill("solid", fgColor=fill)

    return change


def sized(points: float) -> Callable[[Cell], None]:
    return lambda cell: setattr(cell, "font", Font(sz=points))


def formatted(code: str) -> Callable[[Cell], None]:
    return lambda cell: setattr(cell, "number_format", code)


UNSEEN = {
    "white": coloured("FFFFFFFF"),
    "the theme's white": coloured(Color(theme=0)),
    "an indexed white": coloured(Color(indexed=9)),
    "nearly white": coloured("FFFDFDFD"),
    "the colour of its own fill": coloured("FF123456", "FF123456"),
    "black on black": coloured("FF000000", "FF000000"),
    "of one point": sized(1),
    "white by its number format": formatted("[White]0"),
    "white by the number of a colour": formatted("[Color 2]0"),
}
SEEN = {
    "as it was": lambda cell: None,
    "white on dark": coloured("FFFFFFFF", "FF1F4E3D"),
    "another colour of the theme": coloured(Color(theme=4)),
    "grey": coloured("FF808080"),
    "of eight points": sized(8),
    "red by its number format": formatted("[Red]0"),
}
LOOKS = {**UNSEEN, **SEEN}


def told(path: Path) -> list[tuple[str, str]]:
    assessed = assess_file(path, Quarter.Q2)
    assert {result.raw for result in assessed.results if result.indicator.code == "1.4.1"} == {"90"}
    return [(finding.cell, finding.text("en")) for finding in assessed.findings if finding.code == CODE]


def changed(report: Path, look: str) -> Path:
    book = openpyxl.load_workbook(report)
    LOOKS[look](book[quarter_sheet(Quarter.Q2)][CELL])
    path = report.with_name("changed.xlsx")
    book.save(path)
    return path


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.filterwarnings("ignore::UserWarning")
def test_an_achievement_that_nobody_sees_is_told_and_no_other(filled, look: str) -> None:
    found = told(changed(filled({"1.4.1": 90}), look))
    assert [cell for cell, _ in found] == ([f"'{quarter_sheet(Quarter.Q2)}'!{CELL}"] if look in UNSEEN else [])
    assert all(CELL in text for _, text in found)


PIECES = {
    "six in white": (CellRichText("9", TextBlock(InlineFont(color="FFFFFFFF"), "6")), True),
    "six in one point": (CellRichText("9", TextBlock(InlineFont(sz=1), "6")), True),
    "six in red": (CellRichText("9", TextBlock(InlineFont(color="FFC00000"), "6")), False),
    "six in bold": (CellRichText("9", TextBlock(InlineFont(b=True, sz=11, color="FF000000"), "6")), False),
}


@pytest.mark.parametrize("inline", [False, True])
@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.filterwarnings("ignore::UserWarning")
def test_a_piece_that_nobody_sees_is_told_too(filled, piece: str, inline: bool) -> None:
    text, unseen = PIECES[piece]
    report = filled({"1.4.1": 90})
    book = openpyxl.load_workbook(report)
    book[quarter_sheet(Quarter.Q2)][CELL] = text
    path = report.with_name("pieces.xlsx")
    book.save(path)
    if not inline:
        path = as_shared(report, path)
    found = [finding for finding in assess_file(path, Quarter.Q2).findings if finding.code == CODE]
    assert bool(found) is unseen


def as_shared(report: Path, pieces: Path) -> Path:
    """The report with the text of another file among its shared ones, as Excel writes it."""
    entries, sheet = entries_of(pieces), sheet_part(pieces)
    text = re.search(rb'<c r="M11"[^>]*><is>(.*?)</is></c>', next(each.data for each in entries if each.name == sheet))
    entries, sheet = entries_of(report), sheet_part(report)
    cell = re.search(
        rb'(<c r="M11" s="[0-9]+")[^/]*</v></c>', next(each.data for each in entries if each.name == sheet)
    )
    shared = next(entry.data for entry in entries if entry.name == "xl/sharedStrings.xml")
    assert text and cell
    entries = replaced(entries, sheet, cell[0], b'%s t="s"><v>%d</v></c>' % (cell[1], shared.count(b"<si>")))
    item = b"<si>%s</si></sst>" % text[1]
    report.write_bytes(archive(replaced(entries, "xl/sharedStrings.xml", b"</sst>", item)))
    return report


@pytest.mark.office
@pytest.mark.parametrize("ending", ["xls", "ods", "xlsx"])
@pytest.mark.filterwarnings("ignore::UserWarning")
def test_so_it_is_as_libreoffice_saves_it(filled, ending: str, tmp_path: Path) -> None:
    report = filled({"1.4.1": 90})
    for look in ("white", "the colour of its own fill", "of one point", "white on dark", "as it was"):
        convert(changed(report, look), ending, tmp_path / look)
        found = told(tmp_path / look / f"changed.{ending}")
        assert bool(found) is (look in UNSEEN), look


def test_a_blank_cell_in_white_is_nothing_to_tell(filled) -> None:
    path = changed(filled({"1.1.1": None}), "white")
    assert not [finding for finding in assess_file(path, Quarter.Q2).findings if finding.code == CODE]


def test_a_clean_form_has_no_such_cell(filled) -> None:
    with open_workbook(filled({"1.4.1": 90})) as book:
        assert not book.unseen_cells(quarter_sheet(Quarter.Q2))
