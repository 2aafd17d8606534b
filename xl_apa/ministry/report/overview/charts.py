"""The charts of the overview: they ask the workbook's own cells, so whoever corrects a mark sees them move."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from xlsxwriter.chart import Chart
from xlsxwriter.workbook import Workbook

from xl_apa.core.text.numerals import plain
from xl_apa.ministry.analysis import statistics
from xl_apa.ministry.analysis.chart_data import ChartNumbers, FileCount
from xl_apa.ministry.analysis.submissions import OWED, Submission
from xl_apa.ministry.model import MinistryResult
from xl_apa.ministry.report import chart_sheet, marks_sheet, sentences
from xl_apa.ministry.report.chart_sheet import LABEL, Block
from xl_apa.ministry.report.overview.grid import SECTION
from xl_apa.ministry.report.words import Words, words_of
from xl_apa.ministry.sheet_style import LOWEST_ROW
from xl_apa.xlsx.cell_limits import cell_text
from xl_apa.xlsx.write import styles
from xl_apa.xlsx.write.sheet_writer import SheetWriter

WEIGHT_COLOR, MEAN_COLOR = "#D9D9D9", "#2E7D5B"
_TEXT_COLOR, _LINE_COLOR = "#404040", "#BFBFBF"
_TIER_STOPS = ((0x0B, 0x4F, 0x37), (0x2E, 0x8B, 0x57), (0x7F, 0xC2, 0x8C), (0xC6, 0xE3, 0xA8), (0xF1, 0xEE, 0xB0))
"""Dark green to pale yellow: apart from each other, and in order when the page is printed in grey."""
_LIGHT_LETTERS = 2
"""On so many of the best tiers letters are white."""
_NOT_DUE, _NO_MARKS = "#BFBFBF", "#B85C4F"
_LATE, _MISSING, _UNDATED = "#E0A030", "#C0392B", "#7F93A8"
_SUBMITTED_COLORS: Mapping[Submission | FileCount, str] = {
    Submission.LATE: _LATE,
    Submission.TO_CONFIRM: _LATE,
    FileCount.TO_CONFIRM: _LATE,
    Submission.UNDATED: _UNDATED,
    **dict.fromkeys(OWED, _MISSING),
    FileCount.BLANK: _MISSING,
    FileCount.REFUSED: _MISSING,
}
"""Beside green for those who reported in time."""
_HATCHED = {"pattern": "wide_upward_diagonal", "fg_color": "#7F7F7F", "bg_color": "#FFFFFF"}

PIXELS_PER_POINT = 4 / 3
_GAP = 8

_LEFT = ((1, 28), (29, 11))
_RIGHT = ((1, 25), (26, 14))
"""The rows of the charts on either side: how far down the first begins, and how many rows it takes.

Together they fill a page, below its title."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Where charts stand: two beside each other, each so many columns of so many pixels wide."""

    sheet: SheetWriter
    row: int
    columns: int
    column_width: float

    def insert(self, chart: Chart, side: int, rows: tuple[int, int]) -> None:
        """Put a chart on the left (0) or on the right (1), so many rows below the first, so many rows high."""
        height = rows[1] * LOWEST_ROW * PIXELS_PER_POINT
        chart.set_size({"width": self.columns * self.column_width - _GAP, "height": height - _GAP})
        place = {"x_offset": _GAP / 2, "y_offset": _GAP / 2, "object_position": 2}
        self.sheet.worksheet.insert_chart(self.row + rows[0], side * self.columns, chart, place)


def font(size: float = 10, *, bold: bool = False) -> dict[str, Any]:
    """Return the letters of a chart."""
    return {"name": styles.FONT, "size": size, "color": _TEXT_COLOR, "bold": bold}


def insert_charts(workbook: Workbook, grid: Grid, consolidation: MinistryResult, numbers: ChartNumbers) -> int:
    """Insert offices, tiers, submissions and areas; without any office the submissions alone. Return the row after.

    Up to twenty offices each has a bar, by rank. Of more no chart can show the names, and of five hundred the ten best
    say little: then it is how many offices lie in each tenth of the full marks, with those that reported nothing beside
    them. Who is best and weakest stands on the cards.
    """
    words = words_of(consolidation)
    grid.sheet.write(grid.row, 0, words.word("charts-title"), SECTION)
    placed = chart_sheet.blocks(numbers, words)
    submissions = _submissions(workbook, placed.submitted, consolidation, numbers)
    if not consolidation.counted:
        grid.insert(submissions, 0, (1, _LEFT[1][1]))
        return grid.row + 1 + _LEFT[1][1]
    offices = _spread(workbook, placed.spread, consolidation) if placed.spread else _ranking(workbook, consolidation)
    grid.insert(offices, 0, _LEFT[0])
    grid.insert(submissions, 0, _LEFT[1])
    if placed.tiers:
        grid.insert(_tiers(workbook, placed.tiers, consolidation), 1, _RIGHT[0])
    if placed.areas:
        grid.insert(_areas(workbook, placed.areas, consolidation), 1, _RIGHT[1])
    return grid.row + sum(_LEFT[1])


def _bars(workbook: Workbook, title: str, kind: str = "bar", subtype: str | None = None) -> Chart:
    chart = workbook.add_chart({"type": kind, "subtype": subtype} if subtype else {"type": kind})
    assert chart is not None
    chart.set_title({"name": title, "name_font": font(12, bold=True), "overlay": False})
    chart.set_chartarea({"border": {"color": _LINE_COLOR}})
    if kind == "bar":
        # The first row of the numbers comes on top, as on the sheet.
        chart.set_y_axis({"reverse": True, "num_font": font(), "line": {"color": _LINE_COLOR}})
    else:
        chart.set_x_axis({"num_font": font(), "line": {"color": _LINE_COLOR}})
    return chart


def _labels(num_format: str, position: str = "outside_end", size: float = 10) -> dict[str, Any]:
    return {"value": True, "num_format": num_format, "font": font(size), "position": position}


def _hide(axis: str, chart: Chart, **options: object) -> None:
    """Take away the axis of numbers: each bar says its own."""
    setter = {"x": chart.set_x_axis, "y": chart.set_y_axis}[axis]
    setter({"visible": False, "major_gridlines": {"visible": False}, "min": 0, **options})


def _ranking(workbook: Workbook, consolidation: MinistryResult) -> Chart:
    words, out_of = words_of(consolidation), consolidation.task.plan.weight
    chart = _bars(workbook, words.say("ranking-of-offices", weight=plain(out_of)))
    offices = consolidation.counted
    small = 9 if len(offices) > 12 else 10
    series = {
        "categories": f"={marks_sheet.name_cells(consolidation)}",
        "values": f"={marks_sheet.total_cells(consolidation)}",
        # Rows that go to the disk are not there any more when XlsxWriter looks for them. A name with a blank behind it
        # is never a number to it: it would take an office called "nan" for one.
        "categories_data": [f"{cell_text(statistics.office_name(office))} " for office in offices],
        "values_data": [float(office.assessment.total) for office in offices],
        "fill": {"color": MEAN_COLOR},
        "gap": 35,
        "data_labels": _labels(words.number_format(styles.MARKS), size=small),
    }
    chart.add_series(series)
    chart.set_y_axis({"reverse": True, "num_font": font(small), "line": {"color": _LINE_COLOR}, "interval_unit": 1})
    # Full marks end before the edge, so that their number has room.
    _hide("x", chart, max=float(out_of) * 1.12)
    chart.set_legend({"none": True})
    return chart


def _spread(workbook: Workbook, at: Block, consolidation: MinistryResult) -> Chart:
    words = words_of(consolidation)
    title = words.say("spread-of-totals", weight=plain(consolidation.task.plan.weight))
    chart = _bars(workbook, title, "column")
    blank = {"fill": None, "pattern": _HATCHED, "border": {"color": "#7F7F7F"}}
    chart.add_series(
        {**_counts(words, at, chart_sheet.BAND_COUNT, 25), "points": [*[None] * (len(at.rows) - 1), blank]}
    )
    _hide("y", chart)
    chart.set_legend({"none": True})
    return chart


def _counts(words: Words, at: Block, column: int, gap: int) -> dict[str, Any]:
    """Return a bar for every row, as long as the count in it."""
    return {
        "categories": at.cells(LABEL),
        "values": at.cells(column),
        "fill": {"color": MEAN_COLOR},
        "gap": gap,
        "data_labels": _labels(words.number_format(styles.INTEGER)),
    }


def _tiers(workbook: Workbook, at: Block, consolidation: MinistryResult) -> Chart:
    words = words_of(consolidation)
    chart = _bars(workbook, words.word("chart-tiers"), subtype="percent_stacked")
    integer = words.number_format(styles.INTEGER)
    count = len(consolidation.task.plan.percents)
    looks: list[dict[str, Any]] = [{"fill": {"color": color}} for color in (*_shades(count), _NOT_DUE, _NO_MARKS)]
    looks.append({"pattern": _HATCHED})
    names = chart_sheet.FIRST_TIER + len(looks)
    for column, look in enumerate(looks, start=chart_sheet.FIRST_TIER):
        dark = column - chart_sheet.FIRST_TIER < _LIGHT_LETTERS or look == {"fill": {"color": _NO_MARKS}}
        letters = {**font(9), "color": "#FFFFFF" if dark else _TEXT_COLOR}
        series = {
            "name": at.heading(column),
            "categories": at.cells(names),
            "values": at.cells(column),
            "border": {"color": "#FFFFFF", "width": 0.5},
            "gap": 30,
            # A count of nobody has no room in its bar.
            "data_labels": {"value": True, "num_format": f"{integer};;", "font": letters, "position": "center"},
            **look,
        }
        chart.add_series(series)
    lines = {"visible": True, "line": {"color": WEIGHT_COLOR}}
    percent = {"num_font": font(), "num_format": f"{integer}%", "major_gridlines": lines, "major_unit": 0.25}
    chart.set_x_axis({**percent, "line": {"none": True}})
    # Crossing at the last category of a reversed axis puts the percents below the bars.
    chart.set_y_axis({"reverse": True, "crossing": "max", "num_font": font(9), "line": {"color": _LINE_COLOR}})
    chart.set_legend({"position": "bottom", "font": font()})
    return chart


def _shades(count: int) -> list[str]:
    """Return so many colours of tiers, the best first."""
    last = len(_TIER_STOPS) - 1
    places = [place * last / max(count - 1, 1) for place in range(count)]
    return ["#{:02X}{:02X}{:02X}".format(*_between(place, min(int(place), last - 1))) for place in places]


def _between(place: float, stop: int) -> list[int]:
    return [round(a + (b - a) * (place - stop)) for a, b in zip(_TIER_STOPS[stop], _TIER_STOPS[stop + 1])]


def _submissions(workbook: Workbook, at: Block, consolidation: MinistryResult, numbers: ChartNumbers) -> Chart:
    chart = _bars(workbook, chart_sheet.submitted_title(consolidation))
    colors = (_SUBMITTED_COLORS.get(counted, MEAN_COLOR) for counted in numbers.submitted)
    points = [{"fill": {"color": color}} for color in colors]
    chart.add_series({**_counts(words_of(consolidation), at, chart_sheet.SUBMITTED, 35), "points": points})
    _hide("x", chart)
    chart.set_legend({"none": True})
    return chart


def _areas(workbook: Workbook, at: Block, consolidation: MinistryResult) -> Chart:
    words = words_of(consolidation)
    chart = _bars(workbook, sentences.with_base(words.word("chart-areas"), consolidation), subtype="stacked")
    looks: Sequence[tuple[int, str, str]] = (
        (chart_sheet.MEAN, MEAN_COLOR, "#FFFFFF"),
        (chart_sheet.MISSING, WEIGHT_COLOR, _TEXT_COLOR),
    )
    for column, color, letters in looks:
        labels = _labels(words.number_format(styles.MARKS), "center")
        series = {
            "name": at.heading(column),
            "categories": at.cells(LABEL),
            "values": at.cells(column),
            "fill": {"color": color},
            "gap": 40,
            "data_labels": {**labels, "font": {**font(), "color": letters}},
        }
        chart.add_series(series)
    _hide("x", chart)
    chart.set_legend({"position": "bottom", "font": font()})
    return chart
