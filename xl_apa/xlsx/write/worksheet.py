"""Our worksheet of XlsxWriter, and all that we use of its private parts.

XlsxWriter looks at every value for what we never write, keeps every cell in memory, and marks each row that it gives a
height to as set by hand. Here cells are written without looking, a block of rows goes straight to the disk, and chosen
rows go on growing. The file is the same as XlsxWriter alone would make it, byte for byte: a test holds both side by
side, and names the private part that an update of XlsxWriter changed. setup.cfg pins the versions that were tried.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from tempfile import TemporaryFile
from typing import IO, Any, NamedTuple

from xlsxwriter.format import Format
from xlsxwriter.worksheet import (
    CellBlankTuple,
    CellBooleanTuple,
    CellFormulaTuple,
    CellNumberTuple,
    CellStringTuple,
    Worksheet,
)

from xl_apa.core.cells import CellValue
from xl_apa.core.serials import serial_of_day
from xl_apa.xlsx.addresses import cell_name, column_letters
from xl_apa.xlsx.cell_limits import LARGEST_NUMBER, Unfit, cell_text
from xl_apa.xlsx.cell_values import CellContent, FormulaCell, Link, Stored
from xl_apa.xlsx.write import cell_xml

_MOST_KNOWN = 10_000
"""Cells of a column that are remembered."""
_ROWS_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class BlockColumn:
    """A column of a block of rows: the format of its cells, and how high (in points) a cell must be for its text.

    `unlinked` is the format of links that lead nowhere.
    """

    format: Format
    height: Callable[[str], float] | None = None
    unlinked: Format | None = None


class FastWorksheet(Worksheet):
    """A worksheet that writes cells of any kind, and at most one block of rows that are not kept in memory."""

    unfit = Unfit.REFUSE
    """What becomes of values that no cell can hold."""
    growing = range(0)
    """Rows that have a height and still grow when somebody types a long text into them."""

    def __init__(self) -> None:
        super().__init__()
        self._block: IO[str] | None = None
        self._block_rows = range(0)
        self._block_height = 0.0

    # ---- cells that are kept until the workbook is closed -----------------------------------------------------------

    def put(self, row: int, column: int, value: CellValue, look: Format | None, formula: str = "") -> None:
        """Write a value, or a formula (of Excel 2010's functions) with its result; "" and None are an empty cell.

        Raise ValueError for what no cell can hold, when it is to be refused.
        """
        if self._check_dimensions(row, column):
            raise ValueError(f"no sheet has a cell in row {row + 1}, column {column + 1}")
        stored = self._stored(value)
        cell: tuple[Any, ...]
        if formula:
            cell = CellFormulaTuple(formula.removeprefix("="), look, "" if stored is None else stored)
        elif stored is None or stored == "":
            cell = CellBlankTuple(look)
        elif isinstance(stored, str):
            cell = CellStringTuple(self._shared(stored), look)
        elif isinstance(stored, bool):
            cell = CellBooleanTuple(int(stored), look)
        else:
            cell = CellNumberTuple(stored, look)
        self.table[row][column] = cell

    def put_plain_formulas(self, row: int, cells: Mapping[int, FormulaCell]) -> None:
        """Write formulas and their results, by column, into cells that have no format, side by side or not."""
        for column, xml in zip((min(cells), max(cells)), cell_xml.plain_formulas(row, cells)):
            self._check_dimensions(row, column)
            self.table[row][column] = _Written(xml)

    # ---- a block of rows --------------------------------------------------------------------------------------------

    def write_rows(
        self,
        first: int,
        columns: Sequence[BlockColumn],
        rows: Iterable[Sequence[CellContent]],
        lowest: float,
        tallest: float,
    ) -> int:
        """Write rows from `first` on, as high as their texts need (in points); return the row after the last.

        No other cell may stand in these rows. XlsxWriter's own `constant_memory` knows no Excel tables and wants every
        cell of a sheet in order; here headings above the block and totals below it are written as always.
        """
        assert self._block is None, "a sheet has one block of rows"
        self._block = TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - it is read when the workbook is closed
        known = [_KnownCells(self, column) for column in columns]
        starts = [f'<c r="{column_letters(column)}' for column in range(len(columns))]
        row, total = first, 0.0
        lines: list[str] = []
        for row, values in enumerate(rows, start=first + 1):
            cells = [cell[value] for cell, value in zip(known, values)]
            height = min(max(lowest, max([height for _, height in cells])), tallest)
            total += height
            xml = "".join([f"{start}{row}{body}" for start, (body, _) in zip(starts, cells)])
            lines.append(f'<row r="{row}" ht="{height:.16G}" customHeight="1">{xml}</row>')
            if len(lines) == _ROWS_AT_ONCE:
                self._block.write("".join(lines))
                lines.clear()
        self._block.write("".join(lines))
        self._block_rows, self._block_height = range(first, row), total
        if self._block_rows:
            for corner in (self._block_rows[0], self._block_rows[-1]):
                self._check_dimensions(corner, 0)
                self._check_dimensions(corner, len(columns) - 1)
        return row

    @property
    def block(self) -> tuple[range, float]:
        """The rows of the block that is not kept in memory, and how high they are together, in points."""
        return self._block_rows, self._block_height

    def add_long_table(self, first: int, last: int, options: dict[str, Any]) -> None:
        """Add an Excel table over the first columns of the rows from its headings to the last one."""
        columns = len(options["columns"])
        # XlsxWriter remembers every cell of a table, to find out whether two overlap.
        self.add_table(first, 0, first + 1, columns - 1, options)
        table = self.tables[-1]
        place = f"{cell_name(first, 0)}:{cell_name(last, columns - 1)}"
        table["range"] = table["a_range"] = table["autofilter"] = place

    def cell_end(self, content: CellValue | FormulaCell) -> str:
        """Return what follows the address and the style of a cell of the block that is no link."""
        if isinstance(content, FormulaCell):
            return cell_xml.short_formula(*content)
        stored = self._stored(content)
        if stored is None or stored == "":
            return cell_xml.BLANK
        return cell_xml.shared_text(self._shared(stored)) if isinstance(stored, str) else cell_xml.number(stored)

    # ---- values -----------------------------------------------------------------------------------------------------

    def _stored(self, value: CellValue) -> Stored:
        """Return a value as a cell of this sheet can hold it."""
        if isinstance(value, str):
            return self._text(value)
        stored: int | float | None
        if isinstance(value, date):
            stored = serial_of_day(value)
            fits = stored >= 0
        else:
            stored = value
            fits = value is None or abs(value) <= LARGEST_NUMBER
        if fits:
            return stored
        if self.unfit is Unfit.REFUSE:
            raise ValueError(f"no cell can hold this: {value}")
        return None if value != value else str(value)  # no number is not even equal to itself

    def _text(self, text: str) -> str:
        text = cell_text(text, self.unfit)
        # XlsxWriter writes `<r>...</r>` into the file as it is, taking it for its own formatted text.
        return cell_text(f"{text} ", self.unfit) if text.startswith("<r>") and text.endswith("</r>") else text

    # ---- private parts of XlsxWriter: each is named in the test -----------------------------------------------------

    def _shared(self, text: str) -> int:
        index: int = self.str_table._get_shared_string_index(text)  # type: ignore[attr-defined]  # a workbook has one
        return index

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        # XlsxWriter looks for some hundred newer functions in every formula, which takes longer than all the rest.
        return formula.removeprefix("=")

    def _write_cell(self, row: int, col: int, cell: Any) -> None:
        # XlsxWriter looks into every attribute for letters to escape; a name and a number have none.
        if isinstance(cell, _Written):
            self._file.write(cell.xml)
            return
        start = f'<c r="{cell_name(row, col)}"{style_of(cell.format)}'
        if isinstance(cell, CellFormulaTuple) and not isinstance(cell.value, bool):
            self._file.write(f"{start}{cell_xml.formula(cell.formula, cell.value)}")
        elif isinstance(cell, CellStringTuple):
            self._file.write(f"{start}{cell_xml.shared_text(cell.string)}")
        elif isinstance(cell, CellNumberTuple):
            self._file.write(f"{start}{cell_xml.number(cell.number)}")
        elif isinstance(cell, CellBlankTuple):
            self._file.write(f"{start}{cell_xml.BLANK}")
        else:
            super()._write_cell(row, col, cell)

    def _xml_start_tag_unencoded(self, tag: str, attributes: Iterable[tuple[str, Any]] = ()) -> None:
        if tag == "row" and dict(attributes)["r"] - 1 in self.growing:
            attributes = [(name, value) for name, value in attributes if name != "customHeight"]
        super()._xml_start_tag_unencoded(tag, attributes)

    def _write_sheet_data(self) -> None:
        if self._block is None or self.dim_rowmin is None or self.dim_rowmax is None:
            super()._write_sheet_data()
            return
        first, last = self.dim_rowmin, self.dim_rowmax
        self._xml_start_tag("sheetData")
        self._write_rows_within(first, self._block_rows.start - 1)
        self._block.seek(0)
        shutil.copyfileobj(self._block, self._file, 1 << 20)
        self._block.close()
        self._write_rows_within(self._block_rows.stop, last)
        self._xml_end_tag("sheetData")
        self.dim_rowmin, self.dim_rowmax = first, last

    def _write_rows_within(self, first: int, last: int) -> None:
        if first <= last:
            self.dim_rowmin, self.dim_rowmax = first, last  # type: ignore[assignment]
            self._write_rows()

    @property
    def _file(self) -> IO[str]:
        """Where the sheet is being written to; it is open by now."""
        file: IO[str] = self.fh  # type: ignore[assignment]
        return file


def style_of(look: Format | None) -> str:
    """Return the attribute that names a cell's format, "" without one."""
    return f' s="{look._get_xf_index()}"' if look else ""  # type: ignore[no-untyped-call]


class _Written(NamedTuple):
    """Cells as the file has them; `format` is what XlsxWriter asks of every cell."""

    xml: str
    format: None = None


class _KnownCells(dict[CellContent, tuple[str, float]]):
    """The cells of a column that were written before: in long tables nearly every value comes again.

    A cell is everything after its address, and the height it needs.
    """

    def __init__(self, sheet: FastWorksheet, column: BlockColumn) -> None:
        super().__init__()
        self._sheet = sheet
        self._style = f'"{style_of(column.format)}'
        self._unlinked = f'"{style_of(column.unlinked or column.format)}'
        self._height = column.height

    def __missing__(self, content: CellContent) -> tuple[str, float]:
        text = content.shown if isinstance(content, Link) else content
        height = self._height(text) if self._height and isinstance(text, str) else 0.0
        if isinstance(content, Link):
            link = cell_xml.link_formula(content)
            end = cell_xml.short_formula(*link) if link else self._sheet.cell_end(content.shown)
            written = f"{self._style if link else self._unlinked}{end}", height
        else:
            written = f"{self._style}{self._sheet.cell_end(content)}", height
        # A formula or a link stands in one place only.
        if not isinstance(content, tuple):
            if len(self) >= _MOST_KNOWN:
                self.clear()
            self[content] = written
        return written
