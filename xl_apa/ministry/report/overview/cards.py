"""The cards of the overview: what became of the offices' reports at the top, what became of the files at the foot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from xl_apa.ministry.analysis.chart_data import FileCount
from xl_apa.ministry.analysis.submissions import Submission
from xl_apa.ministry.model import MinistryResult
from xl_apa.ministry.report import table_specs
from xl_apa.ministry.report.chart_sheet import submitted_formulas
from xl_apa.ministry.report.overview.grid import COLUMNS, SMALL
from xl_apa.ministry.report.table_writer import count_formula
from xl_apa.ministry.report.words import words_of
from xl_apa.ministry.sheet_style import COUNT, HEADING
from xl_apa.xlsx.addresses import cell_name
from xl_apa.xlsx.cell_values import FormulaCell
from xl_apa.xlsx.write import styles
from xl_apa.xlsx.write.sheet_writer import SheetWriter

CARD_LABEL = replace(HEADING, font_size=10)
CARD = replace(COUNT, font_size=20, bold=True)
CARD_HEIGHT = 34

_OTHER = (Submission.REFUSED, Submission.UNCLEAR, Submission.TO_CONFIRM)
"""A file came, and somebody has to look at it before it counts."""
_ALWAYS = (
    *(Submission.IN_TIME, Submission.LATE, Submission.BLANK, Submission.MISSING),
    *(FileCount.REPORTED, FileCount.BLANK),
)
_NOT_CARDS = frozenset((*_OTHER, FileCount.REFUSED))


@dataclass(frozen=True, slots=True)
class _Card:
    label: str
    count: int
    formula: str


def write_office_cards(
    sheet: SheetWriter, row: int, consolidation: MinistryResult, submitted: Mapping[Submission | FileCount, int]
) -> None:
    """Write how many offices there are and what became of their reports, side by side: labels, and counts below.

    With a register the offices are those of its list; without, those of the files that were read.
    """
    cards = _cards(consolidation, submitted)
    width = COLUMNS // (len(cards) + 1)
    # What is left over makes the first card wider: it holds the sum of the others.
    first = COLUMNS - width * len(cards)
    starts = [first + width * place for place in range(len(cards))]
    total = "+".join(cell_name(row + 1, start) for start in starts)
    label = words_of(consolidation).word("summary-offices-of-register" if consolidation.register else "summary-offices")
    whole = _Card(label, sum(card.count for card in cards), total)
    for start, columns, card in zip((0, *starts), (first, *[width] * len(cards)), (whole, *cards)):
        sheet.write(row, start, card.label, CARD_LABEL, columns=columns)
        shown = FormulaCell(card.formula, card.count) if card.formula else card.count
        sheet.write(row + 1, start, shown, CARD, columns=columns)
    sheet.set_height(row + 1, CARD_HEIGHT)


def _cards(consolidation: MinistryResult, submitted: Mapping[Submission | FileCount, int]) -> list[_Card]:
    words, formulas = words_of(consolidation), submitted_formulas(consolidation)

    def card(counted: Submission | FileCount) -> _Card:
        return _Card(words.count_word(counted), submitted[counted], formulas.get(counted, ""))

    # Files that were refused stand at the foot; without a register nobody knows whose they are.
    shown = [each for each, count in submitted.items() if each in _ALWAYS or (each not in _NOT_CARDS and count)]
    cards = [card(each) for each in shown]
    others = [card(each) for each in _OTHER if submitted.get(each)]
    if len(others) > 1:
        count = sum(other.count for other in others)
        others = [_Card(words.word("summary-to-be-looked-at"), count, "+".join(other.formula for other in others))]
    return [*cards, *others]


def write_file_counts(sheet: SheetWriter, row: int, consolidation: MinistryResult) -> int:
    """Write how many files were found, read and refused, in one row; return the row after it."""
    words, found = words_of(consolidation), consolidation.found
    read, refused = (count_formula(words, table_specs.SOURCES, "outcome", name, found) for name in ("read", "refused"))
    places = ((0, 3), (5, 3), (10, 4))
    label_ends = [start + columns for start, columns in places]
    sum_of_both = "+".join(cell_name(row, end) for end in label_ends[1:])
    counts = (found, len(consolidation.offices), len(consolidation.refused))
    labels = [words.word(f"summary-{name}") for name in ("found", "read", "refused")]
    for (start, columns), label, formula, count in zip(places, labels, (sum_of_both, read, refused), counts):
        sheet.write(row, start, label, SMALL, columns=columns)
        value = FormulaCell(formula, count)
        sheet.write(row, start + columns, value, replace(COUNT, font_size=10).shown_as(styles.INTEGER))
    return row + 1
