"""One sheet being written: a cell gets what the template puts there, or what an officer typed there instead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import Any

from xlsxwriter.worksheet import Worksheet

from xl_apa.core.model import CellValue
from xl_apa.sheets import styles
from xl_apa.sheets.layout import address, cell_name
from xl_apa.sheets.measure import TALLEST_ROW, needed_height
from xl_apa.sheets.styles import Look, Styles

Typed = Mapping[tuple[str, str], CellValue]
"""(sheet name, `"M8"`) to what an officer typed there."""

NOTHING_TYPED: Typed = MappingProxyType({})

_FORBIDDEN_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class GrowingSheet(Worksheet):
    """A worksheet in which chosen rows have a height and still grow when somebody types a long text into them.

    XlsxWriter marks every row that it gives a height to as set by hand, and such a row never grows.
    """

    growing: range = range(0)

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        # XlsxWriter looks for 30 newer functions in every formula, which takes longer than everything else. Ours are
        # functions of Excel 2010.
        return formula.removeprefix("=")

    def _xml_start_tag_unencoded(self, tag: str, attributes: Iterable[tuple[str, Any]] = ()) -> None:
        if tag == "row" and dict(attributes)["r"] - 1 in self.growing:
            attributes = [(name, value) for name, value in attributes if name != "customHeight"]
        super()._xml_start_tag_unencoded(tag, attributes)


class TypedCells:
    """What officers typed, by cell, and which of it has not found its cell yet."""

    def __init__(self, typed: Typed) -> None:
        self._typed = typed
        self._unplaced = dict.fromkeys(typed)

    def take(self, sheet: str, cell: str) -> tuple[bool, CellValue]:
        """Whether something was typed into the cell, and what."""
        key = (sheet, cell)
        self._unplaced.pop(key, None)
        return key in self._typed, self._typed.get(key)

    def refuse_unplaced(self) -> None:
        """Raise ValueError when something was typed where the template has no cell: it would be lost."""
        if self._unplaced:
            cells = ", ".join(f"{sheet}!{cell}" for sheet, cell in self._unplaced)
            raise ValueError(f"The template has no such cells: {cells}")


@dataclass(frozen=True, slots=True)
class _Block:
    """A cell or merged block and the height its text needs."""

    row: int
    rows: int
    height: float


class Page:
    """Writes cells, keeps what stands in them, and in the end makes the rows high enough for it."""

    def __init__(self, name: str, sheet: GrowingSheet, formats: Styles, typed: TypedCells) -> None:
        self.name = name
        self.sheet = sheet
        self._formats = formats
        self._typed = typed
        self._widths: dict[int, float] = {}
        self._blocks: list[_Block] = []
        self._values: dict[tuple[int, int], CellValue] = {}

    def set_widths(self, widths: Mapping[int, float]) -> None:
        """Column widths; text is measured by them, so they come before the cells."""
        for column, width in widths.items():
            self.sheet.set_column(column, column, width)
        self._widths.update(widths)

    def write(
        self, row: int, column: int, value: CellValue, look: Look, *, rows: int = 1, columns: int = 1
    ) -> CellValue:
        """Write a value into a cell, or into a block of merged cells; gives what stands there in the end."""
        return self._put(row, column, value, "", look, rows, columns)

    def write_formula(
        self, row: int, column: int, formula: str, result: CellValue, look: Look, *, rows: int = 1, columns: int = 1
    ) -> CellValue:
        """Write a formula and its present result, which programs read that do not calculate."""
        return self._put(row, column, result, formula, look, rows, columns)

    def write_hidden(self, row: int, column: int, formula: str, result: str | int | float) -> None:
        """Write a formula and its present result into a cell that nobody sees: it has no look and needs no room."""
        self.sheet.write_formula(row, column, formula, None, result)
        self._values[row, column] = result

    def value(self, row: int, column: int) -> CellValue:
        """What stands in a cell that was written; of a formula its result."""
        return self._values.get((row, column))

    def fit_rows(self, rows: range, *, growing: bool = False) -> None:
        """Make rows high enough for what was written; `growing` rows go on growing with what is typed later."""
        heights = dict.fromkeys(rows, styles.PLAIN.font_size)
        for block in sorted(self._blocks, key=lambda block: block.rows):
            covered = range(block.row, block.row + block.rows)
            if covered[0] not in rows or covered[-1] not in rows:
                continue
            missing = block.height - sum(heights[row] for row in covered)
            for row in covered:
                heights[row] += max(missing, 0.0) / block.rows
        for row, height in heights.items():
            self.sheet.set_row(row, min(height, TALLEST_ROW))
        if growing:
            self.sheet.growing = rows

    def _put(
        self, row: int, column: int, value: CellValue, formula: str, look: Look, rows: int, columns: int
    ) -> CellValue:
        cell = cell_name(row, column)
        was_typed, typed_value = self._typed.take(self.name, cell)
        if was_typed:
            value, formula = typed_value, ""
            look = look.shown_as(styles.DATE) if isinstance(value, date) else look
        if isinstance(value, str):
            value = _harmless(value)
        style = self._formats.format(look)
        if rows > 1 or columns > 1:
            self.sheet.merge_range(row, column, row + rows - 1, column + columns - 1, "", style)
        if formula:
            status = self.sheet.write_formula(row, column, formula, style, _stored(value))
        elif value is None or value == "":
            status = self.sheet.write_blank(row, column, None, style)
        elif isinstance(value, bool):
            status = self.sheet.write_boolean(row, column, value, style)
        elif isinstance(value, date):
            status = self.sheet.write_datetime(row, column, _moment(value), style)
        elif isinstance(value, str):
            status = self.sheet.write_string(row, column, value, style)
        else:
            status = self.sheet.write_number(row, column, value, style)
        if status:
            raise ValueError(f"{address(self.name, row, column)} cannot hold this: {value!r:.60}")
        width = sum(self._widths[at] for at in range(column, column + columns))
        text = value if isinstance(value, str) and look.text_wrap else ""
        self._blocks.append(_Block(row, rows, needed_height(text, width, look.font_size, bold=look.bold)))
        self._values[row, column] = value
        return value


def _moment(day: date) -> datetime:
    return day if isinstance(day, datetime) else datetime(day.year, day.month, day.day)


def _stored(result: CellValue) -> str | bool | int | float:
    """The result of a formula as the file keeps it: a day as the number Excel counts days by."""
    if isinstance(result, date):
        return (_moment(result) - datetime(1899, 12, 30)) / timedelta(days=1)
    return "" if result is None else result


def _harmless(text: str) -> str:
    """The text without characters that no workbook can hold, and never taken for formatted text."""
    text = _FORBIDDEN_IN_XML.sub("", text)
    # XlsxWriter writes `<r>...</r>` into the file as it is, taking it for its own rich text.
    return f"{text} " if text.startswith("<r>") and text.endswith("</r>") else text
