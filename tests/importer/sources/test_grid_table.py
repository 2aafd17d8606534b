"""Tables that are filled in cell by cell."""

from __future__ import annotations

from pathlib import Path

import pytest

from xl_apa.core.errors import InputError
from xl_apa.importer.document import Span
from xl_apa.importer.sources.grid_table import GridTable, TableTooLargeError, of_report_size


def test_a_cell_takes_the_places_that_it_reaches_over() -> None:
    table = GridTable("table 3")
    table.put(0, 0, table.cell(0, 0, "a"), Span(2, 2))
    assert [table.next_free(row, 0) for row in (0, 1, 2)] == [2, 2, 0]
    table.put(1, 2, table.cell(1, 2, "b"), original="B")
    made = table.table()
    assert [[cell.text for cell in row] for row in made.rows] == [["a", ""], ["", "", "b"]]
    assert (made.spans, made.original) == ({(0, 0): Span(2, 2)}, {(1, 2): "B"})
    assert made.cell(1, 2).address == "table 3, row 2, column 3"
    assert (made.width, made.cell(0, 2).blank) == (3, True)


@pytest.mark.parametrize(
    ("row", "column", "span"), [(4999, 0, None), (0, 104, None), (0, 0, Span(5000, 1)), (0, 100, Span(1, 5))]
)
def test_what_no_form_reaches_is_too_large(row: int, column: int, span: Span | None) -> None:
    table = GridTable("table 1")
    with pytest.raises(TableTooLargeError):
        table.put(row, column, table.cell(row, column, "x"), span)


def test_which_file_and_table_was_too_large_is_said() -> None:
    with pytest.raises(InputError) as error, of_report_size(Path("r.docx")):
        raise TableTooLargeError("table 2")
    assert (error.value.code, error.value.params["place"]) == ("source-table-large", "table 2")
    assert "r.docx" in error.value.text("bn")
