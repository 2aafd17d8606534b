"""The help sheet: how the form is filled in, in twelve lines, each with a link to the place it speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from xl_apa.core.fiscal import Quarter
from xl_apa.core.messages import render
from xl_apa.core.model import Plan
from xl_apa.sheets.layout.dashboard import DASHBOARD_SHEET
from xl_apa.sheets.layout.form import FIRST_ROW, Column, quarter_sheet
from xl_apa.sheets.layout.info import INFO_SHEET, INFO_VALUE_COLUMN, Info, info_row
from xl_apa.sheets.layout.shape import shape_of
from xl_apa.xlsx.addresses import address

HELP_SHEET = "সহায়তা"
HELP_TITLE = "ছক পূরণের সহায়তা"
HELP_COLUMN = 1
HELP_LINK_COLUMN = 2
HELP_FIRST_ROW = 2


class HelpLine(NamedTuple):
    """What to do, and the cell it is done in: `'তথ্য'!C3`; "" where it is done in no one place."""

    text: str
    cell: str = ""


def help_lines(plan: Plan) -> Sequence[HelpLine]:
    """Return the lines of the help sheet, in the order in which somebody works."""
    first = quarter_sheet(Quarter.Q1)
    at = shape_of(plan).at
    cells = {
        1: address(INFO_SHEET, info_row(Info.OFFICE_CODE), INFO_VALUE_COLUMN),
        2: address(INFO_SHEET, info_row(Info.report_date(Quarter.Q1)), INFO_VALUE_COLUMN),
        3: address(first, FIRST_ROW, at(Column.ACHIEVED)),
        4: address(first, FIRST_ROW, at(Column.GAP)),
        8: address(first, FIRST_ROW, at(Column.MESSAGE)),
        9: address(first, FIRST_ROW, at(Column.EVIDENCE)),
        11: address(DASHBOARD_SHEET, 0, 0),
    }
    return [HelpLine(render(f"help-{number}", "bn"), cells.get(number, "")) for number in range(1, 13)]
