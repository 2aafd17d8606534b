"""What was understood of a document: every indicator's row, how sure it is, and what is left to be looked at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from xl_apa.core.cells import Cell
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Achievement, Form, Indicator, Layout, Office, Plan, Report, Status
from xl_apa.core.text.numerals import to_bangla_digits
from xl_apa.core.typed.reading import parse_achievement
from xl_apa.importer.about import About
from xl_apa.importer.document import Document
from xl_apa.importer.headings import heading_cells
from xl_apa.importer.table.match import Witness
from xl_apa.importer.table.rows import FormRow

UNSURE = "(?)"
"""Behind an achievement that a person has to look at: with it, nothing reads it as a value."""


class Confidence(StrEnum):
    """Whether a row can be taken as it was read, or a person has to look at it."""

    SURE = "sure"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """An indicator with what the document says of it, where it stands, and how sure that is.

    `rivals` are other cells that might be the achievement; `extra` cells of the row that belong to no column; `joined`
    targets that stood split over two cells; `other_figure` the quarter's own figure where the year's was taken.
    `claim_sure`: the claimed marks are those and no others of the row.
    `certainty` is how sure it is, 0 to 1; `by` is what the row was known by, `cells` the row as it stands there.
    """

    indicator: Indicator
    achievement: Achievement
    confidence: Confidence
    rivals: tuple[Cell, ...] = ()
    extra: tuple[Cell, ...] = ()
    joined: tuple[Cell, ...] = ()
    other_figure: Cell | None = None
    claim_sure: bool = True
    certainty: float = 1.0
    by: tuple[Witness, ...] = ()
    cells: tuple[Cell, ...] = ()

    @property
    def is_sure(self) -> bool:
        return self.confidence is Confidence.SURE

    @property
    def place(self) -> str:
        """Where in the document it stands: the cell of the achievement, else that of the title."""
        return self.achievement.achieved.address or self.achievement.label.address

    @property
    def as_achievement(self) -> Achievement:
        """The row as it counts: what nobody can be sure of is a question, never a value."""
        said = (
            self.achievement if self.claim_sure else replace(self.achievement, claimed=_asked(self.achievement.claimed))
        )
        achieved, unit, name = said.achieved, self.indicator.unit, self.indicator.unit_name or ""
        if self.is_sure or parse_achievement(achieved.value, unit, None, name).status is Status.UNREADABLE:
            return said  # sure, or no value as it is
        return replace(said, achieved=_asked(achieved))


def _asked(cell: Cell) -> Cell:
    """The cell as a question."""
    return replace(cell, value=f"{cell.text or '-'} {UNSURE}")


@dataclass(frozen=True, slots=True)
class ImportedReport:
    """What was understood of a document.

    `rows` in the plan's order; `missing` are indicators without a row, `strangers` rows without an indicator;
    `left_out` are cells that belong to none; `other_tables` name tables that are not the form. `says_quarter`: titles
    or headings say for which quarter it is.
    """

    document: Document
    about: About
    plan: Plan
    quarter: Quarter
    layout: Layout
    rows: tuple[ImportedRow, ...]
    missing: tuple[Indicator, ...]
    strangers: tuple[FormRow, ...]
    left_out: tuple[Cell, ...]
    other_tables: tuple[str, ...]
    says_quarter: bool = True

    @property
    def sure_weight(self) -> Decimal:
        """What the indicators are worth together that were found and read without a question."""
        return sum((row.indicator.weight for row in self.rows if row.is_sure), Decimal(0))

    def as_report(self, office: Office | None = None, *, as_printed: bool = False) -> Report:
        """Return it as the report of an office, as if it had been read from a template's workbook.

        Without an office it is that which the document names, which has no code. What is not sure stands there as a
        question; `as_printed` takes it as it is.
        """
        year = self.about.year
        office = office or Office("", self.about.office.text, self.about.parent.text)
        form = Form(
            self.quarter,
            str(self.document.path.name),
            tuple(heading_cells(self.document)),
            tuple(row.achievement if as_printed else row.as_achievement for row in self.rows),
            self.about.signed,
        )
        written = Cell(to_bangla_digits(year.label) if year else None, self.about.title.address)
        return Report(office, written, self.layout, self.plan.name, {self.quarter: form}, str(self.document.path))
