"""The dashboard: marks now, still attainable and lost, and what is due next; every number follows the forms."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from xlsxwriter.workbook import Workbook

from xl_apa.core.cells import Cell, CellValue
from xl_apa.core.dates import serial_of_day
from xl_apa.core.fiscal import Quarter
from xl_apa.core.messages import show
from xl_apa.core.model import Indicator, Plan, Status, Unit
from xl_apa.core.numerals import to_bangla_digits
from xl_apa.sheets import layout as where
from xl_apa.sheets.build import looks
from xl_apa.sheets.build.form_writer import FormWriter
from xl_apa.sheets.build.number_formats import weight_format
from xl_apa.sheets.build.official_form import A4
from xl_apa.sheets.build.validation import protect
from xl_apa.sheets.layout import Board, BoardWorking, Column, Info, Working, quarter_sheet
from xl_apa.xlsx import styles
from xl_apa.xlsx.addresses import block, cell_name, column_letters
from xl_apa.xlsx.cell_values import as_number
from xl_apa.xlsx.styles import Look
from xl_apa.xlsx.text_metrics import needed_height

_WIDTHS: dict[int, float] = {
    Board.SERIAL: 13,
    Board.AREA: 56,
    Board.WEIGHT: 10,
    Board.MARKS: 14,
    Board.STILL: 16,
    Board.LOST: 17,
    Board.PERCENT: 32,
}
_TAB = "#1F6FB2"
_BAR, _TEXT = "#8CC9A1", "#404040"
_SERIES = {Board.MARKS: "#2E7D5B", Board.STILL: "#F2C94C", Board.LOST: "#D9776C"}
"""The columns that add up to the weight, and their colours in the chart."""

_HIDDEN_DAY, _HIDDEN_NUMBER = styles.PLAIN.shown_as(styles.DATE), styles.PLAIN.shown_as(styles.MARKS)
_LINE = 19.0
"""The height of a row with one line of text."""
_CHART_GAP = 12
_PIXELS_PER_UNIT, _PIXELS_BETWEEN, _PIXELS_PER_POINT = 7, 5, 4 / 3


def build_dashboard(
    workbook: Workbook,
    sheet: FormWriter,
    plan: Plan,
    shown: Mapping[Info, CellValue],
    forms: Mapping[Quarter, FormWriter],
) -> None:
    """Write the dashboard; `shown` is what stands on the info sheet, `forms` are the quarters' sheets, written."""
    board = _Board(sheet, plan, forms)
    sheet.set_widths(_WIDTHS | dict.fromkeys(BoardWorking, 12.0))
    sheet.worksheet.set_column(BoardWorking.LABEL, BoardWorking.PLACE, None, None, {"hidden": True})
    _write_titles(board, shown)
    _write_areas(board)
    _write_counts(board)
    height = _write_deadlines(board)
    _insert_chart(workbook, board, height)
    _set_view(board)
    protect(sheet)


class _Board:
    """The sheet, and what the formulas on it come to as the forms stand."""

    def __init__(self, sheet: FormWriter, plan: Plan, forms: Mapping[Quarter, FormWriter]) -> None:
        self.sheet, self.plan, self.forms = sheet, plan, forms
        self.areas = [area for area in plan.areas if area.indicators]
        self.form_rows = range(where.FIRST_ROW, where.FIRST_ROW + len(plan.indicators))
        self.total_row, self.count_rows, self.deadline_rows = where.board_rows(len(self.areas))
        self.quarter = max((quarter for quarter in Quarter if self._is_begun(forms[quarter])), default=Quarter.Q1)
        self.form, self.first_form = forms[self.quarter], forms[Quarter.Q1]
        self.last_day = plan.fiscal_year.quarter_end(self.quarter)

    def _is_begun(self, form: FormWriter) -> bool:
        cells = (form.value(row, Column.ACHIEVED) for row in self.form_rows)
        return any(cell not in (None, "") and not isinstance(cell, bool) for cell in cells)

    def statuses(self) -> list[CellValue]:
        """The status of every row in the quarter that is shown."""
        return [self.form.value(row, Working.STATUS) for row in self.form_rows]

    def sum_of(self, rows: range, column: Column) -> Decimal:
        """What the numbers of a column add up to in the quarter that is shown."""
        found = (self.form.value(row, column) for row in rows)
        numbers = (Decimal(str(value)) for value in found if isinstance(value, (int, float)))
        return sum(numbers, Decimal(0))

    def by_quarter(self, formula: str) -> str:
        """What a formula gives in the quarter that is shown; `{0}` in it stands for the quarter's sheet."""
        each = ",".join(formula.format(f"'{quarter_sheet(quarter)}'!") for quarter in Quarter)
        return f"CHOOSE({_QUARTER},{each})"


_QUARTER = f"${column_letters(BoardWorking.LABEL)}$1"
_LAST_DAY = f"${column_letters(BoardWorking.DAY)}$1"


# ---- titles and areas -----------------------------------------------------------------------------------------------


def _write_titles(board: _Board, shown: Mapping[Info, CellValue]) -> None:
    sheet, plan = board.sheet, board.plan
    width = len(where.BOARD_COLUMNS)
    title, office, quarter_row, rule = where.BOARD_TITLE_ROWS
    begun = [
        f'COUNT({cells})+COUNTIF({cells},"?*")'
        for cells in (f"'{quarter_sheet(quarter)}'!{block(board.form_rows, Column.ACHIEVED)}" for quarter in Quarter)
    ]
    _, second, third, fourth = begun
    formula = f"=IF({fourth}>0,4,IF({third}>0,3,IF({second}>0,2,1)))"
    sheet.write_formula(0, BoardWorking.LABEL, formula, int(board.quarter), styles.PLAIN)
    days = [plan.fiscal_year.quarter_end(quarter) for quarter in Quarter]
    sheet.write_formula(
        0, BoardWorking.DAY, f"=CHOOSE({_QUARTER},{','.join(map(_day, days))})", board.last_day, _HIDDEN_DAY
    )
    name = Info.OFFICE_NAME.defined_name
    lines = [where.board_quarter(quarter, show(day, "bn")) for quarter, day in zip(Quarter, days)]
    choice = ",".join(f'"{line}"' for line in lines)
    sheet.write(title, 0, where.board_title(plan), looks.TITLE, columns=width)
    sheet.write_formula(office, 0, f'={name}&""', Cell(shown[Info.OFFICE_NAME]).text, looks.SUBTITLE, columns=width)
    line = lines[board.quarter - 1]
    sheet.write_formula(quarter_row, 0, f"=CHOOSE({_QUARTER},{choice})", line, looks.SUBTITLE, columns=width)
    sheet.write(rule, 0, where.rule_line(plan.rule), looks.CENTERED_NOTE, columns=width)


def _write_areas(board: _Board) -> None:
    sheet = board.sheet
    for column, heading in where.BOARD_HEADINGS.items():
        sheet.write(where.BOARD_HEADING_ROW, column, heading, looks.HEADING)
    total = (Decimal(0),) * len(_SERIES)
    at = where.FIRST_ROW
    for row, area in enumerate(board.areas, start=where.BOARD_FIRST_ROW):
        rows = range(at, at + len(area.indicators))
        at = rows.stop
        weight_look = looks.VALUE.shown_as(weight_format(area.weight))
        sheet.write(row, Board.SERIAL, to_bangla_digits(area.number), looks.VALUE)
        sheet.write(row, Board.AREA, where.area_label(area.number, area.title), looks.LABEL)
        sheet.write(row, Board.WEIGHT, as_number(area.weight), weight_look)
        marks, weight = cell_name(row, Board.MARKS), cell_name(row, Board.WEIGHT)
        attainable = board.by_quarter(f"SUM({{0}}{block(rows, Column.ATTAINABLE)})")
        formulas = {
            Board.MARKS: board.by_quarter(f"SUM({{0}}{block(rows, Column.MARKS)})"),
            Board.STILL: f"MAX(0,{attainable}-{marks})",
            Board.LOST: f"MAX(0,{weight}-{marks}-{cell_name(row, Board.STILL)})",
        }
        results = _results(board, rows, area.weight)
        total = tuple(before + result for before, result in zip(total, results))
        _write_numbers(board, row, formulas, results, area.weight, looks.VALUE)
    _write_total(board, total)
    sheet.fit_rows(range(board.total_row + 1))
    _add_bars(board)


def _results(board: _Board, rows: range, weight: Decimal) -> tuple[Decimal, ...]:
    """Marks now, still attainable and lost in the rows of an area."""
    marks = board.sum_of(rows, Column.MARKS)
    still = max(Decimal(0), board.sum_of(rows, Column.ATTAINABLE) - marks)
    return marks, still, max(Decimal(0), weight - marks - still)


def _write_total(board: _Board, results: Sequence[Decimal]) -> None:
    row = board.total_row
    rows = range(where.BOARD_FIRST_ROW, row)
    weight = sum((area.weight for area in board.areas), Decimal(0))
    look = looks.TOTAL.shown_as(weight_format(weight))
    board.sheet.write(row, Board.SERIAL, where.TOTAL_LABEL, looks.TOTAL, columns=2)
    board.sheet.write_formula(row, Board.WEIGHT, f"=SUM({block(rows, Board.WEIGHT)})", as_number(weight), look)
    formulas = {column: f"SUM({block(rows, column)})" for column in _SERIES}
    _write_numbers(board, row, formulas, results, weight, looks.TOTAL)


def _write_numbers(
    board: _Board, row: int, formulas: Mapping[Board, str], results: Sequence[Decimal], weight: Decimal, look: Look
) -> None:
    """Marks now, still attainable and lost, and how much of the weight the marks are."""
    for (column, formula), result in zip(formulas.items(), results):
        # Sums of hundredths are not exact in a cell: unrounded, nothing at all could be shown as -0.00.
        board.sheet.write_formula(row, column, f"=ROUND({formula},2)", float(result), look.shown_as(styles.MARKS))
    part, whole = cell_name(row, Board.MARKS), cell_name(row, Board.WEIGHT)
    percent = float(results[0] / weight * 100) if weight else 0.0
    formula = f"=IF({whole}>0,{part}/{whole}*100,0)"
    board.sheet.write_formula(row, Board.PERCENT, formula, percent, look.shown_as(styles.PERCENT))


def _add_bars(board: _Board) -> None:
    options = {"type": "data_bar", "bar_color": _BAR, "bar_solid": True, "data_bar_2010": True}
    limits = {"min_type": "num", "min_value": 0, "max_type": "num", "max_value": 100}
    rows = where.BOARD_FIRST_ROW, board.total_row
    if board.sheet.worksheet.conditional_format(rows[0], Board.PERCENT, rows[1], Board.PERCENT, options | limits):
        raise ValueError(f"{board.sheet.name}: no workbook can hold these bars: {options | limits}")


# ---- counts and deadlines -------------------------------------------------------------------------------------------


def _write_counts(board: _Board) -> None:
    sheet = board.sheet
    heading = board.count_rows[0] - 1
    sheet.write(heading, Board.SERIAL, where.STATUS_TITLE, looks.HEADING, columns=2)
    sheet.write(heading, Board.WEIGHT, where.STATUS_COUNT, looks.HEADING)
    statuses = board.statuses()
    cells = block(board.form_rows, Working.STATUS)
    number = looks.VALUE.shown_as(styles.INTEGER)
    for row, (status, label) in zip(board.count_rows, where.STATUS_LABELS.items()):
        count = board.by_quarter(f'COUNTIF({{0}}{cells},"{status}")')
        sheet.write(row, Board.SERIAL, label, looks.LABEL, columns=2)
        sheet.write_formula(row, Board.WEIGHT, f"={count}", statuses.count(status), number)


@dataclass(frozen=True, slots=True)
class _Deadline:
    """A day that may come next: when it is still to come, and the tier it is the target of; None when it is past."""

    label: str
    day_formula: str
    day: date | None
    tier_formula: str = ""
    tier: int | None = None


def _deadlines(board: _Board) -> list[_Deadline]:
    """Every day of the plan that can become due: reports to the parent, then the targets of indicators."""
    year = board.plan.fiscal_year
    found = []
    for quarter in Quarter:
        due = year.due_day(quarter)
        formula = f'=IF({_day(due)}>{_LAST_DAY},{_day(due)},"")'
        found.append(_Deadline(where.due_label(quarter), formula, due if due > board.last_day else None))
    for row, indicator in zip(board.form_rows, board.plan.indicators):
        if indicator.unit is Unit.DATE:
            found.append(_target_deadline(board, row, indicator))
    return found


def _target_deadline(board: _Board, row: int, indicator: Indicator) -> _Deadline:
    """The next target day of an indicator that is not reported yet."""
    sheet = f"'{quarter_sheet(Quarter.Q1)}'!"
    columns = where.TARGET_COLUMNS[0], where.TARGET_COLUMNS[-1]
    targets = sheet + block(range(row, row + 1), *columns)
    percents = sheet + block(where.HEADER_ROWS[-1:], *columns)
    # A day is reported once; in a later quarter its cell may be blank.
    status = cell_name(row, Working.STATUS)
    open_still = ",".join(f"'{quarter_sheet(quarter)}'!{status}<>\"{Status.REPORTED}\"" for quarter in Quarter)
    to_come = f'AND({open_still},COUNTIF({targets},">"&{_LAST_DAY})>0)'
    formula = f'=IF({to_come},SMALL({targets},COUNTIF({targets},"<="&{_LAST_DAY})+1),"")'
    tiers = zip((board.first_form.value(row, column) for column in where.TARGET_COLUMNS), board.plan.percents)
    coming = [(day, -percent) for day, percent in tiers if isinstance(day, date) and day > board.last_day]
    reported = any(form.value(row, Working.STATUS) == Status.REPORTED for form in board.forms.values())
    day, tier = min(coming) if coming and not reported else (None, 0)
    label = where.code_label(indicator.code, indicator.title)
    return _Deadline(label, formula, day, f"INDEX({percents},MATCH({{0}},{targets},0))", -tier or None)


def _write_deadlines(board: _Board) -> float:
    """Writes what is due next; gives the height of all rows from the counts' heading to the last deadline."""
    sheet, rows = board.sheet, board.deadline_rows
    headings = {
        Board.SERIAL: where.DEADLINE_DAY,
        Board.AREA: where.DEADLINE_TITLE,
        Board.WEIGHT: where.DEADLINE_TIER,
    }
    for column, heading in headings.items():
        sheet.write(rows[0] - 1, column, heading, looks.HEADING)
    deadlines = _deadlines(board)
    listed = range(rows[0], rows[0] + len(deadlines))
    for number, (row, deadline) in enumerate(zip(listed, deadlines), start=1):
        _write_working(sheet, number, row, deadline)
    coming = sorted((each.day, number) for number, each in enumerate(deadlines) if each.day)
    keys = block(listed, BoardWorking.KEY)
    for number, row in enumerate(rows, start=1):
        position = coming[number - 1][1] if number <= len(coming) else None
        formula = f'=IF(COUNT({keys})<{number},"",MATCH(SMALL({keys},{number}),{keys},0))'
        place = None if position is None else position + 1
        sheet.write_formula(row, BoardWorking.PLACE, formula, place, styles.PLAIN)
        _write_deadline(sheet, row, listed, None if position is None else deadlines[position])
    labels = (deadline.label for deadline in deadlines)
    height = max(needed_height(label, _WIDTHS[Board.AREA], looks.LABEL.font_size) for label in labels)
    for row in rows:
        # Any of them may come to stand in any row.
        sheet.worksheet.set_row(row, height)
    low = range(board.count_rows[0] - 1, rows[0])
    for row in low:
        sheet.worksheet.set_row(row, _LINE)
    return len(low) * _LINE + len(rows) * height


def _write_working(sheet: FormWriter, number: int, row: int, deadline: _Deadline) -> None:
    """One line of the hidden list; equal days get different keys, so that each is found."""
    day = cell_name(row, BoardWorking.DAY)
    sheet.write(row, BoardWorking.LABEL, deadline.label, styles.PLAIN)
    sheet.write_formula(row, BoardWorking.DAY, deadline.day_formula, deadline.day, _HIDDEN_DAY)
    if deadline.tier_formula:
        formula = f'=IF({day}="","",{deadline.tier_formula.format(day)})'
        sheet.write_formula(row, BoardWorking.TIER, formula, deadline.tier, styles.PLAIN)
    key = None if deadline.day is None else serial_of_day(deadline.day) + number / 1000
    sheet.write_formula(row, BoardWorking.KEY, f'=IF({day}="","",{day}+{number}/1000)', key, _HIDDEN_NUMBER)


def _write_deadline(sheet: FormWriter, row: int, listed: range, deadline: _Deadline | None) -> None:
    """A visible line: what stands at its place in the hidden list."""
    place = cell_name(row, BoardWorking.PLACE)
    day, label, tier = (deadline.day, deadline.label, deadline.tier) if deadline else (None, None, None)
    shown: list[tuple[Board, BoardWorking, CellValue, Look]] = [
        (Board.SERIAL, BoardWorking.DAY, day, looks.VALUE.shown_as(styles.DATE)),
        (Board.AREA, BoardWorking.LABEL, label, looks.LABEL),
        (Board.WEIGHT, BoardWorking.TIER, tier, looks.VALUE.shown_as(styles.PERCENT)),
    ]
    for column, source, result, look in shown:
        found = f"INDEX({block(listed, source)},{place})"
        if source is BoardWorking.TIER:
            # A report's due date has no tier, and an empty cell is 0 to INDEX.
            found = f'IF({found}=0,"",{found})'
        sheet.write_formula(row, column, f'=IF({place}="","",{found})', result, look)


def _day(day: date) -> str:
    return f"DATE({day.year},{day.month},{day.day})"


# ---- chart and page --------------------------------------------------------------------------------------------------


def _insert_chart(workbook: Workbook, board: _Board, height: float) -> None:
    """A bar per area, as long as the area's weight: what is earned, what can be, what is lost."""
    if not board.areas:
        return
    chart = workbook.add_chart({"type": "bar", "subtype": "stacked"})
    assert chart is not None
    name, first, last = where.DASHBOARD_SHEET, where.BOARD_FIRST_ROW, board.total_row - 1
    font = {"name": styles.FONT, "size": 11, "color": _TEXT}
    for column, colour in _SERIES.items():
        series = {
            "name": [name, where.BOARD_HEADING_ROW, column],
            "categories": [name, first, Board.SERIAL, last, Board.SERIAL],
            "values": [name, first, column, last, column],
            "fill": {"color": colour},
            "gap": 60,
        }
        chart.add_series(series)
    chart.set_title({"name": where.BOARD_CHART_TITLE, "name_font": {**font, "size": 13, "bold": True}})
    chart.set_y_axis({"reverse": True, "crossing": "max", "num_font": font})
    lines = {"visible": True, "line": {"color": "#D9D9D9"}}
    # Crossing at the last category of a reversed axis puts the numbers below the bars.
    chart.set_x_axis({"num_font": font, "num_format": styles.INTEGER, "min": 0, "major_gridlines": lines})
    chart.set_legend({"position": "bottom", "font": font})
    columns = [Board.MARKS, Board.STILL, Board.LOST, Board.PERCENT]
    width = sum(_WIDTHS[column] * _PIXELS_PER_UNIT + _PIXELS_BETWEEN for column in columns) - _CHART_GAP
    chart.set_size({"width": width, "height": height * _PIXELS_PER_POINT - 4})
    place = {"x_offset": _CHART_GAP, "object_position": 2}
    board.sheet.worksheet.insert_chart(board.count_rows[0] - 1, columns[0], chart, place)


def _set_view(board: _Board) -> None:
    worksheet = board.sheet.worksheet
    worksheet.set_tab_color(_TAB)
    worksheet.hide_gridlines(2)
    worksheet.set_landscape()
    worksheet.set_paper(A4)
    worksheet.fit_to_pages(1, 1)
    worksheet.set_margins(left=0.4, right=0.4, top=0.45, bottom=0.45)
    worksheet.center_horizontally()
    worksheet.print_area(0, 0, board.deadline_rows[-1], Board.PERCENT)
    first = cell_name(where.BOARD_FIRST_ROW, Board.SERIAL)
    # Bengali digits are text on purpose; Excel would mark them as a mistake.
    worksheet.ignore_errors({"number_stored_as_text": f"{first}:{cell_name(board.total_row, Board.SERIAL)}"})
