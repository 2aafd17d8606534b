"""The first sheet: how the ministry stands, for a reader who has two minutes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from xlsxwriter.workbook import Workbook

from xl_apa.core.findings import Severity
from xl_apa.core.model import Rollup
from xl_apa.core.text.numerals import plain
from xl_apa.ministry.analysis import statistics
from xl_apa.ministry.analysis.chart_data import ChartNumbers
from xl_apa.ministry.analysis.statistics import Overview
from xl_apa.ministry.analysis.submissions import SilentOffice, whom_to_call
from xl_apa.ministry.model import MinistryResult, OfficeResult
from xl_apa.ministry.report import marks_sheet, sentences
from xl_apa.ministry.report.overview.cards import CARD, CARD_HEIGHT, CARD_LABEL, write_file_counts, write_office_cards
from xl_apa.ministry.report.overview.charts import Grid, insert_charts
from xl_apa.ministry.report.overview.grid import COLUMN_PIXELS, COLUMN_WIDTH, COLUMNS, SECTION, SMALL, GridColumn
from xl_apa.ministry.report.overview.indicators import write_indicators
from xl_apa.ministry.report.words import NO_VALUE, Words, words_of
from xl_apa.ministry.sheet_style import (
    BASIS,
    HEADING,
    TEXT,
    TITLE,
    WORD,
    add_sheet,
    finish_sheet,
)
from xl_apa.ministry.summary_sheets import Sheet
from xl_apa.sheets.layout import plan_title
from xl_apa.xlsx.addresses import block
from xl_apa.xlsx.cell_values import CellContent, FormulaCell, Link
from xl_apa.xlsx.write import styles
from xl_apa.xlsx.write.hyperlinks import within
from xl_apa.xlsx.write.sheet_writer import SheetWriter
from xl_apa.xlsx.write.styles import Look, Styles

_LISTED = 5
"""How many offices or files a list names before it points to their sheet."""

_BASIS_ROW, _OFFICES_ROW, _MARKS_ROW, _FINDINGS_ROW, _INDICATORS_ROW = 2, 4, 7, 11, 13
_ZOOM = 75
"""The cards and the table of indicators stand on a screen of 1366 pixels, from side to side."""

_LINE_HEIGHT = 18

_CENTERED_TITLE = replace(TITLE, align="center")
_CENTERED_SUBTITLE = replace(TITLE, align="center", font_size=13)
_BASIS_LABEL = replace(HEADING, align="right", indent=1, font_size=10)
_BASIS_VALUE = replace(WORD, font_size=11)
_CARD_NAMES = replace(WORD, font_size=10)

_ERRORS_CARD = replace(_CARD_NAMES, font_size=12, bold=True, underline=1, font_color="#FFFFFF", bg_color="#C0392B")
_ERRORS_COLUMNS = 5
_MORE = replace(BASIS, font_color=styles.LINK_COLOR, underline=1)


def write_overview(workbook: Workbook, formats: Styles, consolidation: MinistryResult, numbers: ChartNumbers) -> None:
    """Write basis, counts and means; results by indicator; who is missing, what was refused; charts."""
    words = words_of(consolidation)
    sheet = add_sheet(workbook, words.sheet(Sheet.OVERVIEW), formats)
    sheet.set_widths([COLUMN_WIDTH] * COLUMNS)
    overview = statistics.overview(consolidation)
    _write_basis(sheet, consolidation)
    write_office_cards(sheet, _OFFICES_ROW, consolidation, numbers.submitted)
    _write_marks(sheet, overview, consolidation)
    _write_findings(sheet, consolidation)
    row = _INDICATORS_ROW
    if consolidation.counted:
        row = write_indicators(workbook, sheet, row, consolidation) + 1
    row = _write_missing(sheet, row, consolidation)
    row = write_file_counts(sheet, row + 1, consolidation) + 1
    if any(numbers.submitted.values()):
        grid = Grid(sheet, row, COLUMNS // 2, COLUMN_PIXELS)
        end = insert_charts(workbook, grid, consolidation, numbers)
        if consolidation.counted:
            _print_apart(workbook, words.sheet(Sheet.OVERVIEW), row, end)
    sheet.worksheet.freeze_panes(_BASIS_ROW, 0)
    sheet.worksheet.set_zoom(_ZOOM)
    finish_sheet(sheet, lang=words.lang)
    sheet.worksheet.activate()


def _print_apart(workbook: Workbook, name: str, charts: int, end: int) -> None:
    """Print how the ministry stands on the first page, the charts on the second; no chart is to be cut in two.

    Excel passes over page breaks where a sheet is fitted to the page's width, but gives every area a page of its own.
    """
    areas = (block(rows, 0, COLUMNS - 1) for rows in (range(charts), range(charts, end)))
    named = ",".join(f"'{name}'!{area}" for area in areas)
    workbook.define_name(f"'{name}'!_xlnm.Print_Area", f"={named}")


def _write_basis(sheet: SheetWriter, consolidation: MinistryResult) -> None:
    words, task = words_of(consolidation), consolidation.task
    sheet.write(0, 0, plan_title(task.plan, lang=words.lang), _CENTERED_TITLE, columns=COLUMNS)
    subtitle = f"{words.title(Sheet.OVERVIEW)}: {sentences.quarter_line(words, task.quarter)}"
    sheet.write(1, 0, subtitle, _CENTERED_SUBTITLE, columns=COLUMNS)
    sheet.set_height(0, 28)
    sheet.set_height(1, 24)
    pairs: list[tuple[str, CellContent, Look]] = [
        (words.word("summary-plan"), words.digits(task.plan.name), _BASIS_VALUE),
        (words.word("summary-fiscal-year"), words.digits(task.plan.fiscal_year.label), _BASIS_VALUE),
        (words.word("summary-as-of"), consolidation.as_of, _BASIS_VALUE.shown_as(styles.DATE)),
    ]
    for position, (label, value, look) in enumerate(pairs):
        sheet.write(_BASIS_ROW, position * 4, label, _BASIS_LABEL, columns=2)
        sheet.write(_BASIS_ROW, position * 4 + 2, value, look, columns=2)
    sheet.write(_BASIS_ROW, 12, sentences.rule_text(words, task.plan, task.rule), _BASIS_VALUE, columns=4)


def _write_marks(sheet: SheetWriter, numbers: Overview, consolidation: MinistryResult) -> None:
    words, out_of = words_of(consolidation), plain(consolidation.task.plan.weight)
    of_base, zeros = ("mean-of-read", "mean-counts-blank")
    if consolidation.register:
        of_base, zeros = ("mean-of-register", "mean-counts-missing")
    blank_note = words.say(zeros) if numbers.offices else ""
    cards: list[tuple[str, Decimal | None, str]] = [
        (words.say(of_base, count=numbers.base, weight=out_of), numbers.mean, blank_note),
        (
            words.word("summary-mean-reported"),
            numbers.mean_reported,
            words.say("count-of-offices", count=numbers.reported),
        ),
        (words.word("summary-best"), _total(numbers.best), _names(words, numbers.best)),
        (words.word("summary-weakest"), _total(numbers.weakest), _names(words, numbers.weakest)),
    ]
    formulas = _mark_formulas(consolidation) if consolidation.counted else [""] * len(cards)
    for position, ((label, number, note), formula) in enumerate(zip(cards, formulas)):
        start = position * 4
        result = float(number) if number is not None else NO_VALUE
        sheet.write(_MARKS_ROW, start, label, CARD_LABEL, columns=4)
        shown = FormulaCell(formula, result) if formula else result
        sheet.write(_MARKS_ROW + 1, start, shown, CARD.shown_as(styles.MARKS), columns=4)
        sheet.write(_MARKS_ROW + 2, start, note, _CARD_NAMES, columns=4)
    sheet.set_height(_MARKS_ROW + 1, CARD_HEIGHT)


def _mark_formulas(consolidation: MinistryResult) -> list[str]:
    """Return the mean of all, the mean of those that reported, best and weakest total; there must be an office."""
    words = words_of(consolidation)
    totals, reported = marks_sheet.total_cells(consolidation), marks_sheet.reported_cells(consolidation)
    yes, no = (f'COUNTIF({reported},"{words.yes_no(told)}")' for told in (True, False))
    # Who reported nothing has 0, and nobody has less: what comes after so many is the weakest of the others.
    of_reported = (
        f'ROUND(AVERAGEIF({reported},"{words.yes_no(True)}",{totals}),2)',
        f"ROUND(MAX({totals}),2)",
        f"ROUND(SMALL({totals},{no}+1),2)",
    )
    mean = f"ROUND({marks_sheet.mean_total_formula(consolidation)},2)"
    return [mean, *(f'IF({yes}=0,"{NO_VALUE}",{formula})' for formula in of_reported)]


def _write_findings(sheet: SheetWriter, consolidation: MinistryResult) -> None:
    words, findings = words_of(consolidation), words_of(consolidation).sheet(Sheet.FINDINGS)
    counts = {
        severity: sum(office.assessment.count(severity) for office in consolidation.offices) for severity in Severity
    }
    errors = counts[Severity.ERROR]
    if errors:
        # One click away is what has to be put right first.
        said = words.say("errors-card", count=errors, sheet=findings)
        link = Link(said, within(findings, "A1"))
        sheet.write(_FINDINGS_ROW, 0, link, _ERRORS_CARD, columns=_ERRORS_COLUMNS)
        sheet.set_height(_FINDINGS_ROW, 22)
        # Of errors the card has said how many there are, and where.
        others = {each: counts[each] for each in Severity if each.value != Severity.ERROR.value}
        first, line = _ERRORS_COLUMNS, sentences.counts_line(words, others)
    else:
        first, line = 0, sentences.findings_line(words, counts)
    look = replace(TEXT, border=0, font_color=BASIS.font_color) if first else BASIS
    sheet.write(_FINDINGS_ROW, first, line, look, columns=COLUMNS - first)
    lines = []
    if consolidation.apart:
        names = sentences.and_more(words, [statistics.office_name(office) for office in consolidation.apart], _LISTED)
        told = {"count": len(consolidation.apart), "names": names, "sheet": words.sheet(Sheet.MARKS)}
        lines.append(words.say("apart-line", **told))
    if consolidation.counted and any(each.rolls_up is Rollup.OWN for each in consolidation.task.plan.indicators):
        lines.append(words.say("form-total-differs", sheet=words.sheet(Sheet.FORM)))
    if lines:
        sheet.write(_FINDINGS_ROW + 1, 0, "\n".join(lines), BASIS, columns=COLUMNS)
        sheet.set_height(_FINDINGS_ROW + 1, _LINE_HEIGHT * len(lines))


def _write_missing(sheet: SheetWriter, row: int, consolidation: MinistryResult) -> int:
    """Write who is missing and what was refused, beside each other; return the row after them."""
    words = words_of(consolidation)
    blocks = [GridColumn(0, 3, SMALL), GridColumn(3, 2, SMALL), GridColumn(5, 4, SMALL)]
    silent = [
        [each.name, words.count_word(each.status), _whom_to_call(words, each)] for each in whom_to_call(consolidation)
    ]
    if not consolidation.register:
        blocks, silent = [GridColumn(0, 5, SMALL)], [texts[:1] for texts in silent]
    elsewhere = words.sheet(Sheet.SUBMISSIONS if consolidation.register else Sheet.MARKS)
    refused = [[Path(each.source.path).name, statistics.reason(each, words.lang)] for each in consolidation.refused]
    everyone = words.say("everyone-reported" if consolidation.offices else "no-row-offices")
    end = _write_list(
        sheet,
        row,
        (words.word("summary-not-reported-title"), everyone, elsewhere),
        silent,
        blocks,
        words,
    )
    other_end = _write_list(
        sheet,
        row,
        (words.word("summary-refused-title"), words.say("nothing-refused"), words.sheet(Sheet.SOURCES)),
        refused,
        [GridColumn(9, 2, SMALL), GridColumn(11, 5, SMALL)],
        words,
    )
    return max(end, other_end)


def _whom_to_call(words: Words, each: SilentOffice) -> str:
    """Return the office's own contact, else that of the office above it, else that the register names nobody."""
    if each.contact or not each.parent:
        return each.contact or words.say("contact-unknown")
    if not each.parent_contact:
        return words.say("contact-above-unknown", name=each.parent)
    return words.say("contact-above", name=each.parent, contact=each.parent_contact)


def _write_list(
    sheet: SheetWriter,
    row: int,
    said: tuple[str, str, str],
    rows: list[list[str]],
    blocks: Sequence[GridColumn],
    words: Words,
) -> int:
    """Write a list with its title, what to say when it is empty, and which sheet has the rest; return its end."""
    title, nothing, elsewhere = said
    start = blocks[0].start
    sheet.write(row, start, title, SECTION)
    for at, texts in enumerate(rows[:_LISTED], start=row + 1):
        for place, text in zip(blocks, texts):
            sheet.write(at, place.start, text, place.look, columns=place.columns)
    if not rows:
        sheet.write(row + 1, start, nothing, BASIS)
    if len(rows) > _LISTED:
        more = words.say("more-on-sheet", count=len(rows) - _LISTED, sheet=elsewhere)
        sheet.write(row + 1 + _LISTED, start, Link(more, within(elsewhere, "A1")), _MORE)
    return row + 1 + min(max(len(rows), 1), _LISTED + 1)


def _total(offices: Sequence[OfficeResult]) -> Decimal | None:
    return offices[0].assessment.total if offices else None


def _names(words: Words, offices: Sequence[OfficeResult]) -> str:
    return sentences.and_more(words, [statistics.office_name(office) for office in offices])
