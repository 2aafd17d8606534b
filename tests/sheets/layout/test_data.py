"""The hidden sheet: a cell holds a piece of the plan, and formulas find the probe of Python where it stands."""

from __future__ import annotations

from xl_apa.core.model import Unit
from xl_apa.sheets.layout import DATA_SHEET, PLAN_PIECE, PYTHON_CELL, PYTHON_COLUMN, PYTHON_ROW, Data, starts_name
from xl_apa.xlsx.addresses import block
from xl_apa.xlsx.cell_limits import LONGEST_TEXT


def test_a_piece_of_the_plan_fits_a_cell_whatever_its_letters() -> None:
    assert PLAN_PIECE <= LONGEST_TEXT


def test_the_probe_stands_beside_the_edition() -> None:
    assert list(Data).index(Data.EDITION) == PYTHON_ROW
    assert f"{DATA_SHEET}!{block(range(PYTHON_ROW, PYTHON_ROW + 1), PYTHON_COLUMN)}" == f"{PYTHON_CELL}:$C$5"


def test_every_unit_has_its_list_of_words() -> None:
    assert len({starts_name(unit) for unit in Unit}) == len(Unit)
