"""The sheet with the numbers behind the charts of the overview, as formulas over the sheets of the workbook.

Marks have two decimals, and a total is a sum of such numbers as a computer adds them: every limit lies half a hundredth
lower, so that 4.9999999999 still counts as 5.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, replace

from xlsxwriter.workbook import Workbook

from xl_apa.core.model import Indicator
from xl_apa.core.text.numerals import plain
from xl_apa.ministry.analysis.chart_data import BANDS, ChartNumbers, FileCount, band_starts
from xl_apa.ministry.analysis.submissions import Submission
from xl_apa.ministry.model import MinistryResult
from xl_apa.ministry.report import marks_sheet, sentences, table_specs
from xl_apa.ministry.report.table_writer import count_formula
from xl_apa.ministry.report.words import Words, words_of
from xl_apa.ministry.sheet_style import (
    BASIS,
    COUNT,
    HEADING,
    MARKS,
    TEXT,
    TITLE,
    WORD,
    PrintedPart,
    add_sheet,
    finish_sheet,
    write_head,
)
from xl_apa.ministry.summary_sheets import Sheet
from xl_apa.xlsx.addresses import block, cell_name, column_letters
from xl_apa.xlsx.cell_values import CellContent, FormulaCell, as_number
from xl_apa.xlsx.write import styles
from xl_apa.xlsx.write.sheet_writer import SheetWriter
from xl_apa.xlsx.write.styles import Look, Styles

CODE, LABEL, FIRST_NUMBER = 0, 1, 2
_CODE_WIDTH, _LABEL_WIDTH, _NUMBER_WIDTH = 9, 60, 12
_FIRST_BLOCK = 3
_MOST_NUMBERS = 8
_SHORT = 26
"""How many letters of a title stand beside a bar."""

WEIGHT, MEAN, MISSING, PERCENT = range(FIRST_NUMBER, FIRST_NUMBER + 4)
"""The columns of the marks by area."""
FIRST_TIER = WEIGHT + 1
"""The column of the best tier; the others follow, then what is not due, no marks, no report, a short name."""
BAND_START, BAND_COUNT = FIRST_NUMBER, FIRST_NUMBER + 1
SUBMITTED = FIRST_NUMBER

_NOT_PRINTED = PrintedPart()
_SECTION = replace(TITLE, font_size=13)
_WEIGHT_LOOK = COUNT.shown_as(styles.ANY_NUMBER)


@dataclass(frozen=True, slots=True)
class Block:
    """A block of numbers on the sheet of this name: the row of its headings, and the rows under it."""

    sheet: str
    head: int
    rows: range

    def cells(self, column: int) -> str:
        """Return the cells of a column, as a chart asks for them."""
        return f"='{self.sheet}'!{block(self.rows, column)}"

    def heading(self, column: int) -> str:
        """Return the cell over a column, as a chart asks for it."""
        return f"='{self.sheet}'!${column_letters(column)}${self.head + 1}"


@dataclass(frozen=True, slots=True)
class Blocks:
    """Where the numbers of each chart stand; None where there are none."""

    areas: Block | None
    tiers: Block | None
    spread: Block | None
    submitted: Block


def blocks(numbers: ChartNumbers, words: Words) -> Blocks:
    """Return where the numbers stand: a block below the other, each with a title, headings and a blank row after it."""
    placed: list[Block | None] = []
    sheet, row = words.sheet(Sheet.CHARTS), _FIRST_BLOCK
    spread = len(numbers.spread) + 1 if numbers.spread else 0
    # Under the areas stands their total, under the tiers a line that says what they are.
    for count, after in ((len(numbers.areas), 1), (len(numbers.tiers), 1), (spread, 0), (len(numbers.submitted), 0)):
        placed.append(Block(sheet, row + 1, range(row + 2, row + 2 + count)) if count else None)
        row += count + after + 3 if count else 0
    areas, tiers, spread_block, submitted = placed
    assert submitted is not None
    return Blocks(areas, tiers, spread_block, submitted)


def write_charts_sheet(
    workbook: Workbook, formats: Styles, consolidation: MinistryResult, numbers: ChartNumbers
) -> None:
    """Write marks by area, offices by tier, the spread of totals where offices are many, and submissions."""
    words = words_of(consolidation)
    sheet = add_sheet(workbook, words.sheet(Sheet.CHARTS), formats)
    tiers = len(consolidation.task.plan.percents) + 5
    sheet.set_widths([_CODE_WIDTH, _LABEL_WIDTH, *[_NUMBER_WIDTH] * max(tiers, _MOST_NUMBERS)])
    write_head(
        sheet,
        sentences.sheet_title(words, Sheet.CHARTS, bool(consolidation.offices)),
        f"{sentences.sheet_basis(consolidation)} · {sentences.printed_line(words, _NOT_PRINTED)}",
    )
    placed = blocks(numbers, words)
    if placed.areas:
        _write_areas(sheet, placed.areas, consolidation, numbers)
    if placed.tiers:
        _write_tiers(sheet, placed.tiers, consolidation, numbers)
    if placed.spread:
        _write_spread(sheet, placed.spread, consolidation, numbers)
    _write_submitted(sheet, placed.submitted, consolidation, numbers)
    sheet.worksheet.ignore_errors({"number_stored_as_text": f"A1:{cell_name(placed.submitted.rows[-1], LABEL)}"})
    sheet.worksheet.freeze_panes(_FIRST_BLOCK - 1, 0)
    finish_sheet(sheet, printed=_NOT_PRINTED, lang=words.lang)


def _write_head(sheet: SheetWriter, at: Block, title: str, label: str, columns: Sequence[str]) -> None:
    sheet.write(at.head - 1, CODE, title, _SECTION)
    sheet.set_height(at.head - 1, 22)
    sheet.write(at.head, CODE, label, HEADING, columns=2)
    for column, heading in enumerate(columns, start=FIRST_NUMBER):
        sheet.write(at.head, column, heading, HEADING)


def _write_row(sheet: SheetWriter, row: int, code: str, label: str, cells: Sequence[tuple[CellContent, Look]]) -> None:
    if code:
        sheet.write(row, CODE, code, WORD)
        sheet.write(row, LABEL, label, TEXT)
    else:
        sheet.write(row, CODE, None, TEXT)
        sheet.write(row, LABEL, label, TEXT)
    for column, (value, look) in enumerate(cells, start=FIRST_NUMBER):
        sheet.write(row, column, value, look)


def _write_areas(sheet: SheetWriter, at: Block, consolidation: MinistryResult, numbers: ChartNumbers) -> None:
    words = words_of(consolidation)
    columns = (words.heading("weight"), words.heading("mean_marks"), words.word("chart-still-missing"))
    title = sentences.with_base(words.word("chart-areas"), consolidation)
    _write_head(sheet, at, title, words.word("chart-area"), (*columns, words.word("chart-part-of-weight")))
    percent = MARKS.shown_as(styles.EXACT_PERCENT)
    for row, each in zip(at.rows, numbers.areas):
        weight, mean = cell_name(row, WEIGHT), cell_name(row, MEAN)
        means = "+".join(marks_sheet.mean_formula(consolidation, indicator) for indicator in each.area.indicators)
        share: CellContent = None
        if each.percent is not None:
            share = FormulaCell(f"ROUND(100*{mean}/{weight},2)", float(each.percent))
        cells: list[tuple[CellContent, Look]] = [
            (as_number(each.area.weight), _WEIGHT_LOOK),
            (FormulaCell(f"ROUND({means},2)", float(each.mean)), MARKS),
            (FormulaCell(f"ROUND({weight}-{mean},2)", float(each.missing)), MARKS),
            (share, percent),
        ]
        _write_row(sheet, row, words.digits(each.area.code), each.area.title, cells)
    _write_areas_total(sheet, at, numbers, words)


def _write_areas_total(sheet: SheetWriter, at: Block, numbers: ChartNumbers, words: Words) -> None:
    weight = sum(each.area.weight for each in numbers.areas)
    results = (weight, sum(each.mean for each in numbers.areas), sum(each.missing for each in numbers.areas))
    bold = replace(MARKS, bold=True)
    cells: list[tuple[CellContent, Look]] = [
        (FormulaCell(f"ROUND(SUM({block(at.rows, column)}),2)", float(result)), look)
        for column, result, look in zip(
            (WEIGHT, MEAN, MISSING), results, (replace(_WEIGHT_LOOK, bold=True), bold, bold)
        )
    ]
    _write_row(sheet, at.rows.stop, "", words.word("chart-all-areas"), cells)


def _write_tiers(sheet: SheetWriter, at: Block, consolidation: MinistryResult, numbers: ChartNumbers) -> None:
    words, percents = words_of(consolidation), consolidation.task.plan.percents
    tiers = [sentences.tier_heading(words, percent) for percent in percents]
    columns = (
        words.heading("weight"),
        *tiers,
        words.word("summary-not-due"),
        words.digits(0),
        words.word("chart-no-report"),
        words.word("chart-short-name"),
    )
    _write_head(sheet, at, words.word("chart-tiers"), words.heading("title"), columns)
    reported = marks_sheet.reported_cells(consolidation)
    for row, each in zip(at.rows, numbers.tiers):
        marks, weight = marks_sheet.mark_cells(consolidation, each.indicator), f"${cell_name(row, WEIGHT)}"
        limits = [f"ROUND({weight}*{percent}/100,2)-0.005" for percent in percents]
        lowest = [f'{marks},">="&{limit}' for limit in limits] + [""]
        below = ["", *(f'{marks},"<"&{limit}' for limit in limits)]
        bounds = (",".join(filter(None, both)) for both in zip(lowest, below))
        formulas = [f'COUNTIFS({reported},"{words.yes_no(True)}",{bound})' for bound in bounds]
        early = cell_name(row, FIRST_TIER + len(percents))
        formulas[-1:] = [_early(consolidation, marks, cell_name(row, CODE)), f"{formulas[-1]}-{early}"]
        results = (*each.reached, each.not_due, each.none)
        cells: list[tuple[CellContent, Look]] = [(as_number(each.indicator.weight), _WEIGHT_LOOK)]
        cells += [(FormulaCell(formula, result), COUNT) for formula, result in zip(formulas, results)]
        cells.append((FormulaCell(_without_report(consolidation), each.blank), COUNT))
        cells.append((short_name(each.indicator, words), TEXT))
        _write_row(sheet, row, words.digits(each.indicator.code), each.indicator.title, cells)
    sheet.write(at.rows.stop, CODE, words.say("tiers-explained"), BASIS)


def short_name(indicator: Indicator, words: Words) -> str:
    """Return what a chart calls an indicator: its code and the first words of its title."""
    code, title = words.digits(indicator.code), textwrap.shorten(indicator.title, _SHORT, placeholder="…")
    return f"{code} {title}"


def _early(consolidation: MinistryResult, marks: str, code: str) -> str:
    """Return how to count the offices that reported, for whose marks it is too early."""
    told = marks_sheet.not_due_cells(consolidation)
    if not told:
        return "0"
    yes = words_of(consolidation).yes_no(True)
    reported = f'({marks_sheet.reported_cells(consolidation)}="{yes}")'
    return f'SUMPRODUCT({reported}*({marks}=0)*ISNUMBER(FIND(", "&{code}&",",", "&{told}&",")))'


def _write_spread(sheet: SheetWriter, at: Block, consolidation: MinistryResult, numbers: ChartNumbers) -> None:
    words, plan = words_of(consolidation), consolidation.task.plan
    title = words.say("spread-of-totals", weight=plain(plan.weight))
    _write_head(
        sheet,
        at,
        title,
        words.word("chart-band"),
        (words.word("chart-band-start"), words.word("chart-count-of-offices")),
    )
    totals, reported = marks_sheet.total_cells(consolidation), marks_sheet.reported_cells(consolidation)
    bands = list(zip(at.rows, band_starts(plan), numbers.spread))
    for place, (row, start, count) in enumerate(bands):
        bounds = [f'{reported},"{words.yes_no(True)}"']
        if place:
            bounds.append(f'{totals},">="&{cell_name(row, BAND_START)}-0.005')
        if place < BANDS - 1:
            bounds.append(f'{totals},"<"&{cell_name(row + 1, BAND_START)}-0.005')
        percent = 100 * place // BANDS
        cells: list[tuple[CellContent, Look]] = [
            (float(start), MARKS),
            (FormulaCell(f"COUNTIFS({','.join(bounds)})", count), COUNT),
        ]
        _write_row(sheet, row, "", sentences.band(words, percent, percent + 100 // BANDS), cells)
    blank: list[tuple[CellContent, Look]] = [
        (None, MARKS),
        (FormulaCell(_without_report(consolidation), numbers.blank), COUNT),
    ]
    _write_row(sheet, at.rows[-1], "", words.word("chart-no-report"), blank)


def _without_report(consolidation: MinistryResult) -> str:
    """Return how to count the offices without a report: those whose form is blank, and those of whom none counts."""
    away = consolidation.base - len(consolidation.counted)
    no = words_of(consolidation).yes_no(False)
    blank = f'COUNTIF({marks_sheet.reported_cells(consolidation)},"{no}")'
    return f"{blank}+{away}" if away else blank


def _write_submitted(sheet: SheetWriter, at: Block, consolidation: MinistryResult, numbers: ChartNumbers) -> None:
    words = words_of(consolidation)
    title = submitted_title(consolidation)
    _write_head(sheet, at, title, words.heading("submission"), (words.word("chart-count"),))
    formulas = submitted_formulas(consolidation)
    for row, (counted, count) in zip(at.rows, numbers.submitted.items()):
        value: CellContent = FormulaCell(formulas[counted], count) if counted in formulas else count
        _write_row(sheet, row, "", words.count_word(counted), [(value, COUNT)])


def submitted_title(consolidation: MinistryResult) -> str:
    """Return what the chart of the submissions is called: with a register it counts offices, else files."""
    return words_of(consolidation).word("chart-submissions" if consolidation.register else "chart-files")


def submitted_formulas(consolidation: MinistryResult) -> dict[Submission | FileCount, str]:
    """Return how to count what became of reports; none where nothing is to count."""
    words = words_of(consolidation)
    if consolidation.register:
        expected = len(consolidation.register.expected)
        spec = table_specs.SUBMISSIONS
        return {status: count_formula(words, spec, "submission", status, expected) for status in Submission}
    refused = count_formula(words, table_specs.SOURCES, "outcome", "refused", consolidation.found)
    if not consolidation.counted:
        return {FileCount.REFUSED: refused}
    reported = marks_sheet.reported_cells(consolidation)
    return {
        FileCount.REPORTED: f'COUNTIF({reported},"{words.yes_no(True)}")',
        FileCount.BLANK: f'COUNTIF({reported},"{words.yes_no(False)}")',
        FileCount.REFUSED: refused,
    }
