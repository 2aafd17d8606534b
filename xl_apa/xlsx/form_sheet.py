"""A worksheet of XlsxWriter for forms: rows that grow, and cells written without looking for what we never write.

The file is the same as XlsxWriter alone would make it, byte for byte (a test holds both side by side), in less time.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from xlsxwriter.format import Format
from xlsxwriter.worksheet import (
    CellBlankTuple,
    CellBooleanTuple,
    CellFormulaTuple,
    CellNumberTuple,
    CellStringTuple,
    Worksheet,
)

from xl_apa.xlsx.addresses import cell_name
from xl_apa.xlsx.cell_values import Stored

_LONGEST_TEXT = 32767


class _Ready(NamedTuple):
    """Cells as the file has them."""

    xml: str
    format: None = None


class FormSheet(Worksheet):
    """A worksheet in which chosen rows have a height and still grow when somebody types a long text into them.

    XlsxWriter marks every row that it gives a height to as set by hand, and such a row never grows.
    """

    growing: range = range(0)

    def put(self, row: int, column: int, value: Stored, look: Format | None, formula: str = "") -> None:
        """Write a value, or a formula (`=…`, of Excel 2010's functions) with its result; "" is an empty cell.

        Raises ValueError for what no cell can hold.
        """
        if (isinstance(value, str) and len(value) > _LONGEST_TEXT) or self._check_dimensions(row, column):
            raise ValueError(f"{cell_name(row, column)} cannot hold this: {value!r:.60}")
        if formula:
            self.table[row][column] = CellFormulaTuple(formula.removeprefix("="), look, "" if value is None else value)
        elif value is None or value == "":
            self.table[row][column] = CellBlankTuple(look)
        elif isinstance(value, str):
            self.table[row][column] = CellStringTuple(self._shared(value), look)
        elif isinstance(value, bool):
            self.table[row][column] = CellBooleanTuple(int(value), look)
        elif math.isfinite(value):
            self.table[row][column] = CellNumberTuple(value, look)
        else:
            raise ValueError(f"{cell_name(row, column)} cannot hold this: {value}")

    def put_hidden(self, row: int, cells: Mapping[int, tuple[str, str | int | float]]) -> None:
        """Write formulas and their results, by column, into cells that have no look, side by side or not."""
        written = tuple((column, formula, *_result(result)) for column, (formula, result) in sorted(cells.items()))
        for column, xml in zip((min(cells), max(cells)), _hidden_cells(row, written)):
            self._check_dimensions(row, column)
            self.table[row][column] = _Ready(xml)

    def _shared(self, text: str) -> int:
        index: int = self.str_table._get_shared_string_index(text)  # type: ignore[attr-defined]  # a workbook has one
        return index

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        # XlsxWriter looks for some hundred newer functions in every formula, which takes longer than all the rest.
        return formula.removeprefix("=")

    def _write_cell(self, row: int, col: int, cell: Any) -> None:
        # XlsxWriter looks into every attribute for letters to escape; a name and a number have none.
        style = f' s="{cell.format._get_xf_index()}"' if cell.format else ""
        name = cell_name(row, col)
        start = f'<c r="{name}"{style}'
        write: Callable[[str], object] = self.fh.write  # type: ignore[attr-defined]  # it is open by now
        if isinstance(cell, _Ready):
            write(cell.xml)
        elif isinstance(cell, CellFormulaTuple) and not isinstance(cell.value, bool):
            write(_formula_cell(name, cell.formula, *_result(cell.value), style))
        elif isinstance(cell, CellStringTuple):
            write(f'{start} t="s"><v>{cell.string}</v></c>')
        elif isinstance(cell, CellNumberTuple):
            write(f"{start}><v>{cell.number:.16G}</v></c>")
        elif isinstance(cell, CellBlankTuple):
            write(f"{start}/>")
        else:
            super()._write_cell(row, col, cell)

    def _xml_start_tag_unencoded(self, tag: str, attributes: Iterable[tuple[str, Any]] = ()) -> None:
        if tag == "row" and dict(attributes)["r"] - 1 in self.growing:
            attributes = [(name, value) for name, value in attributes if name != "customHeight"]
        super()._xml_start_tag_unencoded(tag, attributes)


@lru_cache(maxsize=256)  # rows that nobody has filled in yet are the same in every office's workbook
def _hidden_cells(row: int, cells: tuple[tuple[int, str, str, str], ...]) -> tuple[str, str]:
    """All cells but the last, and the last."""
    written = [_formula_cell(cell_name(row, column), *cell) for column, *cell in cells]
    return "".join(written[:-1]), written[-1]


def _formula_cell(name: str, formula: str, kind: str, result: str, style: str = "") -> str:
    return f'<c r="{name}"{style}{kind}><f>{_escaped(formula.removeprefix("="))}</f><v>{result}</v></c>'


def _result(result: str | int | float) -> tuple[str, str]:
    """The attribute that says what kind of result it is, and the result."""
    return (' t="str"' if result else "", _escaped(result)) if isinstance(result, str) else ("", str(result))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
