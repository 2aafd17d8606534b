"""The first sheet: how the ministry stands, for a reader who has two minutes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from xlsxwriter.workbook import Workbook

from xl_apa.core.messages import Severity
from xl_apa.core.numerals import plain, to_bangla_digits
from xl_apa.ministry import figures, headings
from xl_apa.ministry.book import BASIS, COUNT, HEADING, MARKS, TEXT, TITLE, WORD, Sheet, Shown
from xl_apa.ministry.consolidate import Consolidation
from xl_apa.ministry.figures import IndicatorFigures, Overview
from xl_apa.ministry.outcome import OfficeResult
from xl_apa.sheets import styles
from xl_apa.sheets.layout import plan_title
from xl_apa.sheets.styles import Look, Styles

_COLUMNS, _WIDTH = 16, 11.0
"""A grid of equal columns: blocks of different shapes stand on it side by side."""

_LISTED = 6
"""How many offices or files a list names before it points to their sheet."""

_BASIS_ROW, _FILES_ROW, _MARKS_ROW, _FINDINGS_ROW, _INDICATORS_ROW = 2, 4, 7, 11, 13

_CENTERED_TITLE = replace(TITLE, align="center")
_CENTERED_SUBTITLE = replace(TITLE, align="center", font_size=13)
_SECTION = replace(TITLE, font_size=13)
_BASIS_LABEL = replace(HEADING, align="right", indent=1, font_size=10)
_BASIS_VALUE = replace(WORD, font_size=11)
_CARD_LABEL = replace(HEADING, font_size=10)
_CARD = replace(COUNT, font_size=20, bold=True)
_CARD_NAMES = replace(WORD, font_size=10)
_SMALL = replace(TEXT, font_size=10)

_WEIGHT_COLOR, _MEAN_COLOR, _TEXT_COLOR = "#D9D9D9", "#2E7D5B", "#404040"


@dataclass(frozen=True, slots=True)
class _Block:
    """A column of a small table on the grid: where it begins, how many columns of the grid it takes, its look."""

    start: int
    columns: int
    look: Look


_INDICATOR_BLOCKS = {
    "indicator": _Block(0, 1, WORD),
    "title": _Block(1, 6, _SMALL),
    "weight": _Block(7, 1, COUNT.shown_as(styles.ANY_NUMBER)),
    "mean_marks": _Block(8, 1, MARKS),
    "full_marks_percent": _Block(9, 1, MARKS.shown_as(styles.PERCENT)),
}
_CHART_COLUMN = 10


def write_overview(workbook: Workbook, formats: Styles, consolidation: Consolidation) -> None:
    """Basis, counts, means, best and weakest; results by indicator; who is missing and what was refused."""
    sheet = Sheet(workbook, headings.OVERVIEW_SHEET, formats)
    sheet.set_widths([_WIDTH] * _COLUMNS)
    numbers = figures.overview(consolidation)
    _write_basis(sheet, consolidation)
    _write_counts(sheet, numbers)
    _write_marks(sheet, numbers, consolidation)
    _write_findings(sheet, consolidation)
    row = _INDICATORS_ROW
    if consolidation.offices:
        row = _write_indicators(workbook, sheet, consolidation) + 1
    _write_missing(sheet, row, consolidation)
    sheet.worksheet.freeze_panes(_BASIS_ROW, 0)
    sheet.finish()
    sheet.worksheet.activate()


def _write_basis(sheet: Sheet, consolidation: Consolidation) -> None:
    task = consolidation.task
    sheet.write(0, 0, plan_title(task.plan), _CENTERED_TITLE, columns=_COLUMNS)
    subtitle = f"{headings.TITLES[headings.OVERVIEW_SHEET]}: {headings.quarter_line(task.quarter)}"
    sheet.write(1, 0, subtitle, _CENTERED_SUBTITLE, columns=_COLUMNS)
    sheet.set_height(0, 28)
    sheet.set_height(1, 24)
    pairs: list[tuple[str, Shown, Look]] = [
        (headings.PLAN, task.plan.name, _BASIS_VALUE),
        (headings.FISCAL_YEAR, task.plan.fiscal_year.label_bn, _BASIS_VALUE),
        (headings.AS_OF, consolidation.as_of, _BASIS_VALUE.shown_as(styles.DATE)),
    ]
    for position, (label, value, look) in enumerate(pairs):
        sheet.write(_BASIS_ROW, position * 4, label, _BASIS_LABEL, columns=2)
        sheet.write(_BASIS_ROW, position * 4 + 2, value, look, columns=2)
    sheet.write(_BASIS_ROW, 12, headings.rule_text(task.plan, task.rule), _BASIS_VALUE, columns=4)


def _write_counts(sheet: Sheet, numbers: Overview) -> None:
    cards = [
        (headings.FOUND, numbers.found),
        (headings.READ, numbers.read),
        (headings.REFUSED, numbers.refused),
        (headings.REPORTED, numbers.reported),
        (headings.NOT_REPORTED, numbers.not_reported),
    ]
    starts = (0, 3, 6, 9, 12)
    widths = (3, 3, 3, 3, 4)
    for (label, count), start, width in zip(cards, starts, widths):
        sheet.write(_FILES_ROW, start, label, _CARD_LABEL, columns=width)
        sheet.write(_FILES_ROW + 1, start, count, _CARD, columns=width)
    sheet.set_height(_FILES_ROW + 1, 34)


def _write_marks(sheet: Sheet, numbers: Overview, consolidation: Consolidation) -> None:
    out_of = plain(consolidation.task.plan.weight)
    cards: list[tuple[str, Decimal | None, str]] = [
        (headings.mean_title(out_of), numbers.mean, headings.MEAN_NOTE if numbers.offices else ""),
        (headings.MEAN_REPORTED, numbers.mean_reported, headings.offices_count(numbers.reported)),
        (headings.BEST, _total(numbers.best), _names(numbers.best)),
        (headings.WEAKEST, _total(numbers.weakest), _names(numbers.weakest)),
    ]
    for position, (label, value, note) in enumerate(cards):
        start = position * 4
        shown = float(value) if value is not None else "-"
        sheet.write(_MARKS_ROW, start, label, _CARD_LABEL, columns=4)
        sheet.write(_MARKS_ROW + 1, start, shown, _CARD.shown_as(styles.MARKS), columns=4)
        sheet.write(_MARKS_ROW + 2, start, note, _CARD_NAMES, columns=4)
    sheet.set_height(_MARKS_ROW + 1, 34)


def _write_findings(sheet: Sheet, consolidation: Consolidation) -> None:
    counts = {
        severity: sum(office.assessment.count(severity) for office in consolidation.offices) for severity in Severity
    }
    sheet.write(_FINDINGS_ROW, 0, headings.findings_line(counts), BASIS, columns=_COLUMNS)


def _write_indicators(workbook: Workbook, sheet: Sheet, consolidation: Consolidation) -> int:
    """Writes the results by indicator and their chart; gives the row after them."""
    listed = figures.indicator_figures(consolidation)
    head = _INDICATORS_ROW + 1
    sheet.write(_INDICATORS_ROW, 0, headings.INDICATORS_TITLE, _SECTION)
    for name, block in _INDICATOR_BLOCKS.items():
        sheet.write(head, block.start, headings.COLUMNS[name], replace(HEADING, font_size=10), columns=block.columns)
    for row, each in enumerate(listed, start=head + 1):
        for block, value in zip(_INDICATOR_BLOCKS.values(), _indicator_cells(each)):
            sheet.write(row, block.start, value, block.look, columns=block.columns)
    _insert_chart(workbook, sheet, head, range(head + 1, head + 1 + len(listed)))
    return head + 1 + len(listed)


def _indicator_cells(each: IndicatorFigures) -> list[Shown]:
    indicator = each.indicator
    numbers = (indicator.weight, each.mean_marks, each.full_marks_percent)
    return [
        to_bangla_digits(indicator.code),
        indicator.title,
        *(None if number is None else float(number) for number in numbers),
    ]


def _insert_chart(workbook: Workbook, sheet: Sheet, head: int, rows: range) -> None:
    """What indicators are worth, and over it the mean: a short bar over a long one is where marks are lost."""
    chart = workbook.add_chart({"type": "bar"})
    assert chart is not None
    name = headings.OVERVIEW_SHEET
    font = {"name": styles.FONT, "size": 10, "color": _TEXT_COLOR}
    codes = [name, rows[0], 0, rows[-1], 0]
    for column, color in (("weight", _WEIGHT_COLOR), ("mean_marks", _MEAN_COLOR)):
        at = _INDICATOR_BLOCKS[column].start
        series = {
            "name": [name, head, at],
            "categories": codes,
            "values": [name, rows[0], at, rows[-1], at],
            "fill": {"color": color},
            "overlap": 100,
            "gap": 40,
        }
        if column == "mean_marks":
            series["data_labels"] = {"value": True, "num_format": styles.MARKS, "font": font, "position": "outside_end"}
        chart.add_series(series)
    chart.set_title({"name": headings.CHART_TITLE, "name_font": {**font, "size": 12, "bold": True}, "overlay": False})
    chart.set_y_axis({"reverse": True, "num_font": font, "line": {"color": _WEIGHT_COLOR}})
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
    chart.set_legend({"position": "bottom", "font": font})
    pixels = sum(sheet.height(row) for row in (head, *rows)) * 4 / 3
    chart.set_size({"width": (_COLUMNS - _CHART_COLUMN) * (_WIDTH * 7 + 5) - 12, "height": max(pixels, 260)})
    sheet.worksheet.insert_chart(head, _CHART_COLUMN, chart, {"x_offset": 12, "object_position": 2})


def _write_missing(sheet: Sheet, row: int, consolidation: Consolidation) -> None:
    silent = [[name] for name in figures.silent_offices(consolidation)]
    elsewhere = headings.SUBMISSIONS_SHEET if consolidation.register else headings.MARKS_SHEET
    refused = [[Path(each.source.path).name, figures.reason(each, "bn")] for each in consolidation.refused]
    everyone = headings.EVERYONE_REPORTED if consolidation.offices else headings.NOTHING[headings.MARKS_SHEET]
    _write_list(
        sheet,
        row,
        (headings.NOT_REPORTED_TITLE, everyone, elsewhere),
        silent,
        [_Block(0, 5, _SMALL)],
    )
    _write_list(
        sheet,
        row,
        (headings.REFUSED_TITLE, headings.NOTHING_REFUSED, headings.SOURCES_SHEET),
        refused,
        [_Block(6, 3, _SMALL), _Block(9, 7, _SMALL)],
    )


def _write_list(
    sheet: Sheet, row: int, words: tuple[str, str, str], rows: list[list[str]], blocks: Sequence[_Block]
) -> None:
    """A list with its title, what to say when it is empty, and the sheet that has the rest of it."""
    title, nothing, elsewhere = words
    start = blocks[0].start
    sheet.write(row, start, title, _SECTION)
    for at, texts in enumerate(rows[:_LISTED], start=row + 1):
        for block, text in zip(blocks, texts):
            sheet.write(at, block.start, text, block.look, columns=block.columns)
    if not rows:
        sheet.write(row + 1, start, nothing, BASIS)
    if len(rows) > _LISTED:
        sheet.write(row + 1 + _LISTED, start, headings.more_line(len(rows) - _LISTED, elsewhere), BASIS)


def _total(offices: Sequence[OfficeResult]) -> Decimal | None:
    return offices[0].assessment.total if offices else None


def _names(offices: Sequence[OfficeResult]) -> str:
    return headings.and_more([figures.office_name(office) for office in offices])
