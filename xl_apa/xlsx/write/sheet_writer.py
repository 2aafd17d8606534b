"""One sheet being written: cells and merged blocks with their looks, rows as high as their texts, pages for A4."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from xl_apa.core.cells import CellValue
from xl_apa.xlsx.addresses import address
from xl_apa.xlsx.cell_limits import Unfit, cell_text
from xl_apa.xlsx.cell_values import CellContent, FormulaCell, Link
from xl_apa.xlsx.write import styles
from xl_apa.xlsx.write.cell_xml import link_formula
from xl_apa.xlsx.write.styles import Look, Styles
from xl_apa.xlsx.write.text_metrics import TALLEST_ROW, needed_height
from xl_apa.xlsx.write.worksheet import BlockColumn, FastWorksheet

OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
"""For every workbook we write: text is text, whatever it looks like."""

_A4 = 9
"""The paper, by its number in page set-ups."""
_PAGE_WIDTH, _PAGE_HEIGHT, _INCH = 1123.0, 794.0, 96.0
"""Of A4 across, in pixels, as XlsxWriter keeps the heights of rows."""
_PIXELS_PER_UNIT = 8.0
"""Of a column's width, with the usual font."""
_USUAL_WIDTH, _USUAL_HEIGHT = 8.43, 20.0
_PIXELS_PER_POINT = 4 / 3


class Margins(NamedTuple):
    """Of a printed page, in inches."""

    side: float
    top: float
    bottom: float


class _MergedRows(NamedTuple):
    """Cells of several rows, merged, and the height their text needs."""

    row: int
    rows: int
    height: float


class SheetWriter:
    """Writes cells, and makes the rows high enough for what stands in them; LibreOffice does not see to it by itself.

    With `default_height` (points) every row has this height unless a wrapped text needs more; without, a row's height
    is what was written into it, once `fit_rows` is called. `margin` (column units) is the part of a cell's width that
    its text leaves free. `unfit` says what becomes of values that no cell can hold.
    """

    def __init__(
        self,
        workbook: Workbook,
        name: str,
        formats: Styles,
        *,
        default_height: float = 0.0,
        margin: float = 0.0,
        unfit: Unfit = Unfit.REFUSE,
    ) -> None:
        worksheet = workbook.add_worksheet(name, worksheet_class=FastWorksheet)
        assert isinstance(worksheet, FastWorksheet)
        worksheet.unfit = unfit
        self.name = name
        self.worksheet = worksheet
        self._formats = formats
        self._default_height = default_height
        self._margin = margin
        self._widths: dict[int, float] = {}
        self._heights: dict[int, float] = {}
        self._blocks: list[_MergedRows] = []
        if default_height:
            worksheet.set_default_row(default_height)

    def format(self, look: Look) -> Format:
        """Return the look as XlsxWriter takes it."""
        return self._formats.format(look)

    def set_widths(self, widths: Mapping[int, float] | Sequence[float]) -> None:
        """Set the widths of columns, by column or from the first on; text is measured by them, so they come first."""
        by_column = widths if isinstance(widths, Mapping) else dict(enumerate(widths))
        for column, width in by_column.items():
            self.worksheet.set_column(column, column, width)
        self._widths.update(by_column)

    # ---- cells ------------------------------------------------------------------------------------------------------

    def write(
        self, row: int, column: int, content: CellContent, look: Look, *, rows: int = 1, columns: int = 1
    ) -> CellValue:
        """Write into a cell or a block of merged cells; return what stands there, of a formula its result."""
        if isinstance(content, Link):
            formula = link_formula(content)
            content, look = (formula, look) if formula else (content.shown, look.unlinked())
        if isinstance(content, FormulaCell):
            return self.write_formula(row, column, content.formula, content.result, look, rows=rows, columns=columns)
        return self.write_formula(row, column, "", content, look, rows=rows, columns=columns)

    def write_formula(
        self, row: int, column: int, formula: str, result: CellValue, look: Look, *, rows: int = 1, columns: int = 1
    ) -> CellValue:
        """Write a formula and its present result, which programs read that do not calculate; return the result."""
        style = self.format(look)
        if rows > 1 or columns > 1:
            self.worksheet.merge_range(row, column, row + rows - 1, column + columns - 1, "", style)
        try:
            if isinstance(result, str):
                result = cell_text(result, self.worksheet.unfit)
            self.worksheet.put(row, column, result, style, formula)
        except ValueError as error:
            raise ValueError(f"{address(self.name, row, column)}: {error}") from error
        self._measure(row, column, None if formula and self._default_height else result, look, rows, columns)
        return result

    def write_rows(
        self,
        first: int,
        looks: Sequence[Look],
        rows: Iterable[Sequence[CellContent]],
        most_lines: Mapping[int, int] = MappingProxyType({}),
    ) -> int:
        """Write rows one below the other, of which none is kept in memory; return the row after the last.

        `looks` are those of the columns, from the first on. A text makes its row no higher than the `most_lines` of its
        column.
        """
        columns = [
            BlockColumn(self.format(look), self._height_of(column, look, most_lines), self.format(look.unlinked()))
            for column, look in enumerate(looks)
        ]
        return self.worksheet.write_rows(first, columns, rows, self._default_height, TALLEST_ROW)

    def _height_of(self, column: int, look: Look, most_lines: Mapping[int, int]) -> Callable[[str], float] | None:
        """Return how high a cell of a column must be for a text, None where every text has one line."""
        if not look.text_wrap:
            return None
        height = partial(needed_height, width=self._widths[column] - self._margin, size=look.font_size)
        if column not in most_lines:
            return height
        most = height("\n" * (most_lines[column] - 1))
        return lambda text: min(height(text), most)

    # ---- heights ----------------------------------------------------------------------------------------------------

    def height(self, row: int) -> float:
        """Return how high a row is by now, in points."""
        return self._heights.get(row, self._default_height)

    def set_height(self, row: int, height: float) -> None:
        """Make a row at least this high, in points."""
        self._heights[row] = min(max(height, self.height(row)), TALLEST_ROW)

    def fit_rows(self, rows: range | None = None, *, growing: bool = False) -> None:
        """Make rows (None: all that need another height than the default one) high enough for what was written.

        `growing` rows go on growing with what is typed later.
        """
        if rows is None:
            heights = dict(self._heights)
        else:
            heights = {row: max(self.height(row), styles.PLAIN.font_size) for row in rows}
        for block in sorted(self._blocks, key=lambda block: block.rows):
            covered = range(block.row, block.row + block.rows)
            if covered[0] not in heights or covered[-1] not in heights:
                continue
            missing = block.height - sum(heights[row] for row in covered)
            if missing > 0:
                for row in covered:
                    heights[row] += missing / block.rows
        for row, height in heights.items():
            self.worksheet.set_row(row, min(height, TALLEST_ROW))
        if growing and rows is not None:
            self.worksheet.growing = rows

    def _measure(self, row: int, column: int, value: CellValue, look: Look, rows: int, columns: int) -> None:
        """Remember the height that a value needs."""
        wrapped = isinstance(value, str) and look.text_wrap
        if self._default_height and not wrapped:
            return
        text = value if isinstance(value, str) and wrapped else ""
        width = self._widths[column] if columns == 1 else sum(self._widths[column + each] for each in range(columns))
        # Short bold headings fit a default height as they are: the estimate is generous.
        bold = look.bold and not self._default_height
        height = needed_height(text, width - self._margin, look.font_size, bold=bold)
        if rows > 1:
            self._blocks.append(_MergedRows(row, rows, height))
        elif height > self._default_height:
            self.set_height(row, height)

    # ---- the printed page -------------------------------------------------------------------------------------------

    def set_page(self, margins: Margins | None, *, pages_high: int = 0, repeated: range | None = None) -> None:
        """Print on A4 across, as wide as the page; `repeated` rows stand on every page, 0 pages high is as it comes."""
        self.worksheet.set_landscape()
        self.worksheet.set_paper(_A4)
        self.worksheet.fit_to_pages(1, pages_high)
        if margins:
            self.worksheet.set_margins(margins.side, margins.side, margins.top, margins.bottom)
        if repeated is not None:
            self.worksheet.repeat_rows(repeated[0], repeated[-1])

    def pages_needed(self, last_row: int, last_column: int, margins: Margins) -> float:
        """Return how many pages the rows down to `last_row` take on A4 across, as wide as the page."""
        width = sum(self._widths.get(column, _USUAL_WIDTH) for column in range(last_column + 1)) * _PIXELS_PER_UNIT
        block, block_height = self.worksheet.block
        usual = self._default_height * _PIXELS_PER_POINT or _USUAL_HEIGHT
        sizes = self.worksheet.row_sizes
        others = chain(range(min(block.start, last_row + 1)), range(block.stop, last_row + 1))
        height = sum(sizes[row][0] if row in sizes else usual for row in others) + block_height * _PIXELS_PER_POINT
        scale = min((_PAGE_WIDTH - 2 * margins.side * _INCH) / width, 1.0)
        return float(height * scale / (_PAGE_HEIGHT - (margins.top + margins.bottom) * _INCH))

    def set_footer(self, text: str, size: int, **options: float) -> None:
        """Write a line in the middle of every page's foot."""
        self.worksheet.set_footer(f'&C&"{styles.FONT},Regular"&{size}{text}', options or None)
