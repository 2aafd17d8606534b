"""What a stored cell means: types, styles and results together."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from xl_apa.core.cells import Cell, CellKind, NumberFormat
from xl_apa.xlsx.read.date_system import EPOCH_1900
from xl_apa.xlsx.read.looks.number_formats import shown_by
from xl_apa.xlsx.read.looks.rich_text import Run
from xl_apa.xlsx.read.ooxml.looks.cell_styles import CellStyle, CellStyles
from xl_apa.xlsx.read.ooxml.stored_cell import Stored, WorkbookFacts, content_of

_STYLES = CellStyles((CellStyle(), CellStyle(shown_by("d/m/yy")), CellStyle(struck=True)))
_FACTS = WorkbookFacts(["চলমান", (Run("৩", True), Run("২", None))], _STYLES, EPOCH_1900, frozenset({1}))


@pytest.mark.parametrize(
    ("cell", "content"),
    [
        (Stored(text="4"), 4.0),
        (Stored(text="4", kind="s", style=0), None),  # there is no fifth text
        (Stored(text="0", kind="s"), "চলমান"),
        (Stored(text="0", kind="s", style=2), Cell(None, "", CellKind.STRUCK, "চলমান")),
        (Stored(text="1", kind="s"), Cell("২", "", CellKind.PARTLY, "৩২")),
        (Stored(text="45428", style=1), Cell(date(2024, 5, 16), shown_as=NumberFormat.DAY)),
        (Stored(text="60.9", style=1), Cell(60.9, shown_as=NumberFormat.DAY)),
        (Stored(text="4", style=2), Cell(None, "", CellKind.STRUCK, "4", fallback=4.0)),
        (Stored(text="#REF!", kind="e"), Cell(None, "", CellKind.ERROR, "#REF!")),
        (Stored(text="#VALUE!", kind="e", rich=1), Cell(None, "", CellKind.COVERED)),
        (Stored(text="#VALUE!", kind="e", rich=2), Cell(None, "", CellKind.ERROR, "#VALUE!")),
        (Stored(formula="3+1"), Cell(None, "", CellKind.NO_RESULT, "3+1")),
        (Stored(formula="3+1", text="4"), 4.0),
        (Stored(formula="A1", kind="str"), None),
        (Stored(formula="A1", kind="str", resolved=False), Cell(None, "", CellKind.NO_RESULT, "A1")),
        (Stored(text="1900-01-03", kind="d", style=1), Cell(3.0, shown_as=NumberFormat.DAY)),
        (Stored(text="1900-02-29", kind="d", style=1), Cell(60.0, shown_as=NumberFormat.DAY)),
        (Stored(text="1", kind="b"), True),
        (Stored(text="0", kind="b", style=2), Cell(None, "", CellKind.STRUCK, "FALSE")),
        (Stored(text="2024-05-16", kind="d", style=1), Cell(date(2024, 5, 16), shown_as=NumberFormat.DAY)),
        (
            Stored(text="2024-05-16T12:00:00Z", kind="d", style=1),
            Cell(datetime(2024, 5, 16, 12), shown_as=NumberFormat.DAY),
        ),
        (Stored(kind="inlineStr", runs=(Run("৪", None),)), "৪"),
        (Stored(), None),
    ],
)
def test_a_cell_means_what_a_person_sees(cell: Stored, content: object) -> None:
    if content is None and cell.kind == "s":
        with pytest.raises(IndexError):
            content_of(cell, _FACTS)
    else:
        assert content_of(cell, _FACTS) == content


def test_a_text_with_a_negative_number_is_none() -> None:
    with pytest.raises(ValueError, match="shared string"):
        content_of(Stored(text="-1", kind="s"), _FACTS)
