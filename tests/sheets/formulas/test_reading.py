"""The formulas that read a typed cell."""

from __future__ import annotations

import pytest

from tests.core.builders import YEAR
from xl_apa.core.model import Unit
from xl_apa.sheets.formulas.reading import ROW, ReadingFormulas
from xl_apa.sheets.layout import Column, Working


@pytest.mark.parametrize("unit", Unit)
def test_a_cell_is_read_in_six_steps(unit: Unit) -> None:
    made = dict(ReadingFormulas(unit, YEAR).reading(Column.ACHIEVED, Working.TEXT))
    assert [column - Working.TEXT for column in made] == [0, 1, 2, 3, 4, 5]


@pytest.mark.parametrize("unit", Unit)
def test_a_step_looks_at_the_cell_and_at_steps_before_it_only(unit: Unit) -> None:
    reading = ReadingFormulas(unit, YEAR)
    made = list(reading.reading(Column.ACHIEVED, Working.TEXT))
    for column, formula in made:
        later = [reading.at(other) for other, _ in made if other >= column]
        assert not [cell for cell in later if cell in formula]
        assert ROW in formula
