"""Documents as tables of cells and lines."""

from __future__ import annotations

from pathlib import Path

from xl_apa.core.cells import BLANK, Cell
from xl_apa.importer.document import Document, Line, Table


def test_a_row_that_is_shorter_than_its_table_has_blank_cells_behind_its_end() -> None:
    table = Table("table 1", [[Cell("ক")], [Cell("খ"), Cell("গ"), Cell("ঘ")]])
    assert table.width == 3
    assert (table.cell(0, 0), table.cell(0, 2), table.cell(1, 2)) == (Cell("ক"), BLANK, Cell("ঘ"))
    assert Table("empty", []).width == 0


def test_tables_and_lines_keep_their_order() -> None:
    one, two = Table("table 1", []), Table("table 2", [])
    document = Document(Path("x.docx"), [Line("ক", "line 1"), one, Line("খ", "line 2"), two])
    assert document.tables == [one, two]
    assert [line.text for line in document.lines] == ["ক", "খ"]
