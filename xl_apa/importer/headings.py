"""What the headings of a document were taken for, as it is told to people and programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xl_apa.core.cells import Cell
from xl_apa.core.fiscal import FiscalYear
from xl_apa.importer.document import Document, Table
from xl_apa.importer.table.head import Head, find_heads, is_number_row
from xl_apa.importer.table.roles import Heading, Role


def headings_taken(document: Document, year: FiscalYear) -> dict[str, str]:
    """Return every heading as it is printed and what it was taken for: `target 100`, `quarter 2`; "" for nothing.

    Where two columns have one heading, the column's number stands behind the later one. A head that stands there again
    on another page is told once.
    """
    taken: dict[str, str] = {}
    for table in document.tables:
        for head in find_heads(table, year):
            for column, printed, role in _columns(table, head):
                if taken.get(printed, role) != role:
                    printed = f"{printed} [{column + 1}]"
                taken.setdefault(printed, role)
    return taken


def heading_cells(document: Document) -> Sequence[Cell]:
    """Return the cells of all heads that hold words."""
    return [
        cell
        for table in document.tables
        for head in find_heads(table)
        for row in table.rows[head.first : head.end]
        for cell in row
        if not cell.blank and isinstance(cell.value, str) and len(cell.text) > 3
    ]


def _columns(table: Table, head: Head) -> Iterator[tuple[int, str, str]]:
    roles = {slot.column: _role(slot.heading) for slot in head.slots}
    rows = [row for row in range(head.first, head.end) if not is_number_row(table.rows[row])]
    for column in range(table.width):
        printed = " / ".join(dict.fromkeys(text for row in rows if (text := table.cell(row, column).text)))
        if printed:
            yield column, printed, roles.get(column, "")


def _role(heading: Heading) -> str:
    if heading.role is Role.OTHER or not heading.sure:
        return ""
    if heading.percent is not None:
        return f"{heading.role} {heading.percent:g}"
    return f"{heading.role} {int(heading.quarter)}" if heading.quarter else heading.role.value
