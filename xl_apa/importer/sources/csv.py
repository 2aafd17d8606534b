"""Values between separators (.csv), as Excel and LibreOffice save a sheet: `;`, tab, comma or `|`, in any encoding."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from xl_apa.core.cells import BLANK
from xl_apa.core.errors import InputError
from xl_apa.importer.document import Document, SourceKind
from xl_apa.importer.sources.grid_table import GridTable, of_report_size
from xl_apa.importer.sources.plain_text import separator_of
from xl_apa.importer.sources.text import text_of


def read_csv(path: Path) -> Document:
    """Return the rows of the file as one table; blank lines are rows. Raise InputError."""
    text = text_of(path)
    separator = separator_of(text) or ","
    table = GridTable("table 1")
    with of_report_size(path):
        try:
            for row, values in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator)):
                for column, value in enumerate(values):
                    shown = value.strip()
                    table.put(row, column, table.cell(row, column, shown) if shown else BLANK)
        except csv.Error as error:
            # A cell of more than 131,072 letters, which is a quotation mark that nobody closed.
            raise InputError("source-damaged", path=path) from error
    return Document(path, [table.table()], SourceKind.CSV)
