"""What stands beside an office's total on the sheet of marks, where there is anything to say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from xl_apa.ministry.analysis.not_due import codes_not_due
from xl_apa.ministry.analysis.past_marks import last_quarter, last_year
from xl_apa.ministry.model import MinistryResult, OfficeResult, PastMarks
from xl_apa.ministry.report.sentences import origin
from xl_apa.ministry.report.words import words_of
from xl_apa.ministry.sheet_style import MARKS, TEXT, WORD
from xl_apa.xlsx.cell_values import CellContent, as_number
from xl_apa.xlsx.write.styles import Look


@dataclass(frozen=True, slots=True)
class BesideColumn:
    """A column beside the totals: its heading, what the numbers in it are out of, its width, its look, its cells.

    `printed`: whether paper has it too; those that it has not stand last.
    """

    heading: str
    width: float
    look: Look
    cell: Callable[[OfficeResult], CellContent]
    out_of: Callable[[], float | int | None] = lambda: None
    printed: bool = True


def columns_beside(consolidation: MinistryResult) -> tuple[BesideColumn, ...]:
    """Return the columns for which there is something to say about any office."""
    told = (_apa, _past, _origin, _review, _not_due)
    return tuple(column for columns in told for column in columns(consolidation))


def _origin(consolidation: MinistryResult) -> Iterator[BesideColumn]:
    """Yield which reports are no office workbooks, and how surely they were read."""
    words = words_of(consolidation)
    if any(office.imported for office in consolidation.offices):
        yield BesideColumn(words.heading("origin"), 26, WORD, lambda office: origin(words, office.imported))


def _apa(consolidation: MinistryResult) -> Iterator[BesideColumn]:
    weight = consolidation.task.plan.apa_weight
    if weight is not None:
        heading = words_of(consolidation).heading("apa_marks")
        yield BesideColumn(
            heading, 12, MARKS, lambda office: _number(office.assessment.apa_marks), lambda: as_number(weight)
        )


def _past(consolidation: MinistryResult) -> Iterator[BesideColumn]:
    # Sheets ask many times where a column stands; only the one that has them asks every office.
    for name, of in (("last_quarter", last_quarter), ("last_year", last_year)):
        if any(of(consolidation, office) for office in consolidation.offices):
            heading = words_of(consolidation).heading(name)
            total, out_of = partial(_past_total, consolidation, of), partial(_past_out_of, consolidation, of)
            yield BesideColumn(heading, 14, MARKS, total, out_of)


_Past = Callable[[MinistryResult, OfficeResult], PastMarks | None]


def _past_total(consolidation: MinistryResult, of: _Past, office: OfficeResult) -> CellContent:
    past = of(consolidation, office)
    return float(past.total) if past else None


def _past_out_of(consolidation: MinistryResult, of: _Past) -> float | int | None:
    """What the past totals of all offices are out of, None where that differs."""
    found = {past.out_of for office in consolidation.offices if (past := of(consolidation, office))}
    return as_number(found.pop()) if len(found) == 1 else None


def _review(consolidation: MinistryResult) -> Iterator[BesideColumn]:
    words = words_of(consolidation)
    if consolidation.decisions is None:
        return

    def status(office: OfficeResult) -> CellContent:
        who = office.assessment.office
        return words.word(f"review-{consolidation.decision_on(who.code, who.name).status.value}")

    def comment(office: OfficeResult) -> CellContent:
        who = office.assessment.office
        return consolidation.decision_on(who.code, who.name).comment

    yield BesideColumn(words.heading("review_status"), 20, WORD, status)
    yield BesideColumn(words.heading("review_comment"), 44, TEXT, comment)


def _not_due(consolidation: MinistryResult) -> Iterator[BesideColumn]:
    """Yield for which indicators it is too early to see marks; the grey marks say so on paper."""
    words = words_of(consolidation)
    if any(codes_not_due(consolidation, office) for office in consolidation.offices):

        def codes(office: OfficeResult) -> CellContent:
            return ", ".join(map(words.digits, codes_not_due(consolidation, office)))

        yield BesideColumn(words.heading("not_due"), 24, replace(TEXT, text_wrap=False), codes, printed=False)


def _number(value: object) -> CellContent:
    return None if value is None else float(str(value))
