"""What the ministry decided, carried from run to run: a status stays with the report that it was given to.

People write status and comment; neither is ever overwritten. When another file counts than in the run before, the
status moves to the column of the earlier decision, and the report is to be looked at again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xl_apa.core.cells import CellValue
from xl_apa.core.messages import render
from xl_apa.ministry.analysis.reviewed_offices import ReviewedOffice
from xl_apa.ministry.model import Decision, MinistryResult, OfficeId, OfficeResult, ReviewStatus, office_id
from xl_apa.ministry.review.decision_columns import DecisionColumn
from xl_apa.ministry.review.decision_rows import DecisionRow, Period
from xl_apa.ministry.review.status_words import parse_status, status_word
from xl_apa.xlsx.cell_values import as_number

NO_FILE = "-"
"""In the column of the content: no file of the office counted. A blank one says nothing, as in a list made by hand."""
_SETTLED = (ReviewStatus.ACCEPTED, ReviewStatus.TO_CORRECT, ReviewStatus.UNCLEAR)

Cells = Mapping[DecisionColumn, CellValue]


@dataclass(frozen=True, slots=True)
class Carried:
    """A row as it shall stand: `row` is where it stood, None for an office that is new; only named cells change."""

    row: int | None
    cells: Cells


@dataclass(frozen=True, slots=True)
class CarriedDecisions:
    """The decisions of this run, by office, and the rows that the workbook shall have."""

    by_office: Mapping[OfficeId, Decision]
    rows: tuple[Carried, ...]


def carry_over(
    rows: Sequence[DecisionRow], offices: Sequence[ReviewedOffice], consolidation: MinistryResult, lang: str
) -> CarriedDecisions:
    """Return what the rows of the run before mean for the offices of this one."""
    period: Period = consolidation.task.plan.fiscal_year, consolidation.task.quarter
    current = [row for row in rows if row.is_about(period)]
    by_code: dict[str, list[DecisionRow]] = {}
    for row in current:
        by_code.setdefault(row.id[0], []).append(row)
    codes = Counter(office.id[0] for office in offices)
    by_office: dict[OfficeId, Decision] = {}
    carried: list[Carried] = []
    used: set[int] = set()
    for office in offices:
        code = office.id[0]
        # Where others have the same code, or there is none, the name tells too.
        exact = not code or codes[code] > 1
        own = [row for row in by_code.get(code, []) if not exact or row.id == office.id]
        used.update(row.row for row in own)
        decision, moved = _decide(office, own, lang)
        by_office[office.id] = decision
        if office.result:
            # The form may call the office by another name than the register does.
            by_office.setdefault(_id_on_form(office.result), decision)
        note = _note(decision, own, lang)
        told = _told(office, period, note, lang)
        if not own:
            carried.append(Carried(None, {**told, DecisionColumn.CODE: office.code, DecisionColumn.NAME: office.name}))
        for row in own:
            sha256 = office.sha256 or row.text(DecisionColumn.SHA256) or NO_FILE
            carried.append(Carried(row.row, {**told, **moved, DecisionColumn.SHA256: sha256}))
    gone = render("decisions-gone", lang)
    carried += [Carried(row.row, {DecisionColumn.NOTE: gone}) for row in current if row.row not in used]
    return CarriedDecisions(by_office, tuple(carried))


def _decide(office: ReviewedOffice, rows: Sequence[DecisionRow], lang: str) -> tuple[Decision, Cells]:
    """Return the decision on an office's report, and the cells that change because another file counts now."""
    if not rows:
        return Decision(), {}
    statuses = {parse_status(row.text(DecisionColumn.STATUS)) for row in rows} - {ReviewStatus.OPEN}
    typed = _told_in(rows, DecisionColumn.STATUS, " / ")
    comment = _told_in(rows, DecisionColumn.COMMENT, "\n")
    earlier = _told_in(rows, DecisionColumn.EARLIER, " / ")
    status = statuses.pop() if len(statuses) == 1 else ReviewStatus.UNCLEAR if statuses else ReviewStatus.OPEN
    known = {text for row in rows if (text := row.text(DecisionColumn.SHA256))}
    changed = bool(office.sha256 and known and known != {office.sha256})
    if not changed or status not in _SETTLED:
        return Decision(status, typed, comment, earlier, changed and known != {NO_FILE}), {}
    again = status_word(ReviewStatus.AGAIN, lang)
    return (
        Decision(ReviewStatus.AGAIN, again, comment, typed, True),
        {DecisionColumn.STATUS: again, DecisionColumn.EARLIER: typed},
    )


def _told_in(rows: Sequence[DecisionRow], column: DecisionColumn, between: str) -> str:
    return between.join(dict.fromkeys(text for row in rows if (text := row.text(column))))


def _note(decision: Decision, rows: Sequence[DecisionRow], lang: str) -> str:
    if decision.replaced or decision.status is ReviewStatus.AGAIN:
        return render("decisions-replaced", lang)
    if decision.status is ReviewStatus.UNCLEAR:
        return render("decisions-twice" if len(rows) > 1 else "decisions-not-understood", lang)
    return ""


def _told(office: ReviewedOffice, period: Period, note: str, lang: str) -> dict[DecisionColumn, CellValue]:
    """Return what the program says of an office's report in its own columns."""
    year, quarter = period
    return {
        DecisionColumn.REPORT: render(f"submission-{office.submission.value}", lang) if office.submission else "",
        DecisionColumn.TOTAL: as_number(office.result.assessment.total) if office.result else None,
        DecisionColumn.ERRORS: office.errors if office.result else None,
        DecisionColumn.NOTE: note,
        DecisionColumn.YEAR: year.label,
        DecisionColumn.QUARTER: int(quarter),
        DecisionColumn.SHA256: office.sha256 or NO_FILE,
    }


def _id_on_form(result: OfficeResult) -> OfficeId:
    who = result.assessment.office
    return office_id(who.code, who.name)
