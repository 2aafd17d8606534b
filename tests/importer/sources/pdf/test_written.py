"""Bangla as it is written: signs that were stored before their letters, and those that were not."""

from __future__ import annotations

import pytest

from xl_apa.core.cells import Cell
from xl_apa.importer.document import Line, Table
from xl_apa.importer.sources.pdf.written import in_written_order


@pytest.mark.parametrize(
    ("drawn", "written"),
    [
        (["তািরখ", "িদন", "েমাট", "েকৗশল"], ["তারিখ", "দিন", "মোট", "কৌশল"]),
        (["িবিভন্ন", "পৰিত", "েস্কার"], ["বিভিন্ন", "পৰতি", "স্কোর"]),
        # One word that a program broke in the wrong place turns no other word.
        (["তারিখ প্রতি", "সভাতে", "ি কছু"], ["তারিখ প্রতি", "সভাতে", "ি কছু"]),
    ],
)
def test_signs_stand_behind_their_letters(drawn: list[str], written: list[str]) -> None:
    blocks = [Line(drawn[0], "line 1"), Table("t", (tuple(Cell(text, f"place {text}") for text in drawn[1:]),))]
    line, table = in_written_order(blocks)
    assert isinstance(line, Line)
    assert isinstance(table, Table)
    assert [line.text, *(cell.text for cell in table.rows[0])] == written
    assert [cell.address for cell in table.rows[0]] == [f"place {text}" for text in drawn[1:]]
