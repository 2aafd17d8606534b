"""The overview's results by indicator: what each is worth, what offices earned of it, and a chart of both."""

from __future__ import annotations

import math
from dataclasses import replace

from xlsxwriter.workbook import Workbook

from xl_apa.ministry.analysis import statistics
from xl_apa.ministry.analysis.statistics import IndicatorFigures
from xl_apa.ministry.model import MinistryResult
from xl_apa.ministry.report import marks_sheet, sentences
from xl_apa.ministry.report.overview.charts import MEAN_COLOR, PIXELS_PER_POINT, WEIGHT_COLOR, font
from xl_apa.ministry.report.overview.grid import COLUMN_PIXELS, COLUMNS, SECTION, SMALL, GridColumn
from xl_apa.ministry.report.words import Words, words_of
from xl_apa.ministry.sheet_style import COUNT, HEADING, LOWEST_ROW, MARKS, WORD
from xl_apa.ministry.summary_sheets import Sheet
from xl_apa.xlsx.addresses import cell_name
from xl_apa.xlsx.cell_values import CellContent, FormulaCell
from xl_apa.xlsx.write import styles
from xl_apa.xlsx.write.sheet_writer import SheetWriter

_PLACES = {
    "indicator": GridColumn(0, 1, WORD),
    "title": GridColumn(1, 6, SMALL),
    "weight": GridColumn(7, 1, COUNT.shown_as(styles.ANY_NUMBER)),
    "mean_marks": GridColumn(8, 1, MARKS),
    "full_marks_percent": GridColumn(9, 1, MARKS.shown_as(styles.PERCENT)),
}
_CHART_COLUMN = 10

_LOWEST_CHART = 260
"""How many pixels a chart needs at least, however few indicators there are."""


def write_indicators(workbook: Workbook, sheet: SheetWriter, first: int, consolidation: MinistryResult) -> int:
    """Write the results by indicator from row `first` on, and their chart beside them; return the row after both."""
    words, listed = words_of(consolidation), statistics.indicator_figures(consolidation)
    head = first + 1
    sheet.write(first, 0, sentences.with_base(words.word("summary-indicators-title"), consolidation), SECTION)
    for name, place in _PLACES.items():
        sheet.write(head, place.start, words.heading(name), replace(HEADING, font_size=10), columns=place.columns)
    for row, each in enumerate(listed, start=head + 1):
        for place, value in zip(_PLACES.values(), _indicator_cells(consolidation, each, row)):
            sheet.write(row, place.start, value, place.look, columns=place.columns)
    end = head + 1 + len(listed)
    pixels = sum(sheet.height(row) for row in range(head, end)) * PIXELS_PER_POINT
    lowest = max(pixels, _LOWEST_CHART)
    title = sentences.with_base(words.word("chart-indicators"), consolidation)
    _insert_chart(workbook, sheet, words, title, range(head + 1, end), lowest)
    return end + math.ceil((lowest - pixels) / (LOWEST_ROW * PIXELS_PER_POINT))


def _indicator_cells(consolidation: MinistryResult, each: IndicatorFigures, row: int) -> list[CellContent]:
    """Return a row of the table; there must be an office."""
    indicator = each.indicator
    assert each.mean_marks is not None and each.full_marks_percent is not None
    marks = marks_sheet.mark_cells(consolidation, indicator)
    weight = cell_name(row, _PLACES["weight"].start)
    return [
        words_of(consolidation).digits(indicator.code),
        indicator.title,
        float(indicator.weight),
        FormulaCell(f"ROUND({marks_sheet.mean_formula(consolidation, indicator)},2)", float(each.mean_marks)),
        FormulaCell(f"ROUND(100*COUNTIF({marks},{weight})/{consolidation.base},2)", float(each.full_marks_percent)),
    ]


def _insert_chart(workbook: Workbook, sheet: SheetWriter, words: Words, title: str, rows: range, height: float) -> None:
    """Insert what indicators are worth, and over it the mean: a short bar over a long one is where marks are lost."""
    chart = workbook.add_chart({"type": "bar"})
    assert chart is not None
    name, head = words.sheet(Sheet.OVERVIEW), rows[0] - 1
    codes = [name, rows[0], 0, rows[-1], 0]
    for column, color in (("weight", WEIGHT_COLOR), ("mean_marks", MEAN_COLOR)):
        at = _PLACES[column].start
        series = {
            "name": [name, head, at],
            "categories": codes,
            "values": [name, rows[0], at, rows[-1], at],
            "fill": {"color": color},
            "overlap": 100,
            "gap": 40,
        }
        if column == "mean_marks":
            series["data_labels"] = {
                "value": True,
                "num_format": words.number_format(styles.MARKS),
                "font": font(),
                "position": "outside_end",
            }
        chart.add_series(series)
    chart.set_title({"name": title, "name_font": font(12, bold=True), "overlay": False})
    chart.set_y_axis({"reverse": True, "num_font": font(), "line": {"color": WEIGHT_COLOR}})
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
    chart.set_legend({"position": "bottom", "font": font()})
    chart.set_size({"width": (COLUMNS - _CHART_COLUMN) * COLUMN_PIXELS - 12, "height": height})
    sheet.worksheet.insert_chart(head, _CHART_COLUMN, chart, {"x_offset": 12, "object_position": 2})
