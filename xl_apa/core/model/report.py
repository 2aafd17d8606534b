"""What an office reports: forms, rows and cells as they were found, each with its address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from xl_apa.core.cells import BLANK, Cell
from xl_apa.core.findings import Finding
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model.plan import Plan


class Layout(StrEnum):
    """What column 14 of the form holds."""

    MARKS = "marks"
    REMARKS = "remarks"


@dataclass(frozen=True, slots=True)
class Office:
    """Who reports, and to whom."""

    code: str
    name: str
    parent: str


@dataclass(frozen=True, slots=True)
class Achievement:
    """One row of a filled form, cell by cell, as it was found.

    `label` is column 5 (`[১.১.১] …`), `area` column 2 of the merged block the row lies in; `activity` and `area_weight`
    are columns 4 and 3, blank but in a block's first row.
    `claimed` is column 14 of the layout *marks*, `remarks` column 14 of the layout *remarks*; the other one is blank.
    `accepted` is the value a person accepted for a sentence; `marks` is what stands in our own marks column; `attached`
    is whether the evidence is attached, as it was said (হ্যাঁ, না).
    `code` is the indicator that the row was found to be, "" where that is left to what its cells print.
    """

    label: Cell
    unit: Cell
    weight: Cell
    targets: tuple[Cell, ...]
    achieved: Cell
    area: Cell = BLANK
    claimed: Cell = BLANK
    remarks: Cell = BLANK
    accepted: Cell = BLANK
    marks: Cell = BLANK
    evidence: Cell = BLANK
    activity: Cell = BLANK
    area_weight: Cell = BLANK
    code: str = ""
    attached: Cell = BLANK


@dataclass(frozen=True, slots=True)
class Form:
    """One quarter's form: its headings, its rows and the day it was signed.

    `columns` is where the sheet has each column of the form, both counted from 0; `findings` what is to be said of the
    sheet itself; `total` is what stands in our own marks column under the last row.
    """

    quarter: Quarter
    sheet: str
    headings: tuple[Cell, ...]
    rows: tuple[Achievement, ...]
    report_date: Cell = BLANK
    columns: Mapping[int, int] = field(default_factory=dict)
    total: Cell = BLANK
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What one office reports: a form per quarter. `source` is the file it came from, for messages.

    `plan_inside` is the plan that travels in the file, None where none does or it cannot be read; its own name counts,
    `plan_name` is what the file says beside it.

    `unread` are the cells about the office and the year that show something which is no value: an error, say.
    `findings` is what is to be said of the workbook itself: copies of sheets, a quarter that could not be read.
    """

    office: Office
    fiscal_year: Cell
    layout: Layout
    plan_name: str
    forms: Mapping[Quarter, Form] = field(default_factory=dict)
    source: str = ""
    unread: tuple[Cell, ...] = ()
    plan_inside: Plan | None = None
    findings: tuple[Finding, ...] = ()
