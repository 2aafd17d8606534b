"""Which sheet of an open workbook is the form to work on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from xl_apa.core.cells import BLANK
from xl_apa.core.errors import InputError
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Percent
from xl_apa.excel.xlwings_import import xw
from xl_apa.sheets import layout
from xl_apa.sheets.layout import FormIdentity
from xl_apa.sheets.read.form_parser import Rows, read_form
from xl_apa.sheets.read.sheet_names import name_key
from xl_apa.sheets.read.working_columns import find_identity

FoundForm = tuple[xw.Sheet, Rows, FormIdentity]
"""A sheet, all its cells, and its card."""


def find_form(book: xw.Book, percents: Sequence[Percent]) -> FoundForm:
    """Return the sheet to work on: the one in front, else that of the last quarter in which anything was typed.

    Raise InputError where a quarter's sheet is in front and says nothing of itself: another is not what was meant.
    """
    front = book.sheets.active
    found = _with_card(front)
    if found:
        return found
    if named_quarter(front.name):
        raise InputError("calculate-working-columns", path=book.name, sheet=front.name)
    forms = list(forms_of(book, Quarter))
    if not forms:
        raise InputError("button-no-form", path=book.name)
    return next((each for each in reversed(forms) if _anything_typed(each, percents)), forms[0])


def forms_of(book: xw.Book, quarters: Iterable[Quarter]) -> Iterator[FoundForm]:
    """Yield the forms on the sheets of quarters, in the order of the workbook."""
    wanted = frozenset(quarters)
    return filter(None, (_with_card(sheet) for sheet in book.sheets if named_quarter(sheet.name) in wanted))


def _with_card(sheet: xw.Sheet) -> FoundForm | None:
    last = sheet.used_range.last_cell
    # Without its name an error would be an empty cell.
    rows: Rows = sheet.range((1, 1), (last.row, last.column)).options(ndim=2, err_to_str=True).value
    found = find_identity(rows)
    return (sheet, rows, found[0]) if found and found[0] else None


def _anything_typed(found: FoundForm, percents: Sequence[Percent]) -> bool:
    sheet, rows, card = found
    form = read_form(rows, sheet.name, card.quarter, card.layout, BLANK, percents=percents)
    return any(not row.achieved.blank for row in form.rows)


def named_quarter(name: str) -> Quarter | None:
    """Return the quarter whose sheet has a name, however it is spelt; None for any other sheet."""
    key = name_key(name)
    return next((quarter for quarter in Quarter if name_key(layout.quarter_sheet(quarter)) == key), None)
