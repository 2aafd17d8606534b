"""A small made-up ministry, consolidated in memory: no file is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from tests.core.builders import PLAN, make_form, make_report
from xl_apa.core.assess import assess
from xl_apa.core.cells import CellValue
from xl_apa.core.errors import InputError, XlApaError
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Office, Plan, Rule, Status, Value
from xl_apa.ministry.model import MinistryResult, OfficeResult, Refusal, Source, Task

READ_AT = datetime(2023, 10, 16, 9, 30, tzinfo=UTC)
Write = Callable[[MinistryResult], Path]
PARENT = "শ্রম ও কর্মসংস্থান মন্ত্রণালয়"


def make_source(path: str, minutes: int = 0) -> Source:
    return Source(path, f"{len(path):064x}", READ_AT + timedelta(minutes=minutes))


def make_office(
    name: str = "শ্রম অধিদপ্তর",
    achieved: Mapping[str, CellValue] | None = None,
    *,
    code: str = "DOL",
    path: str | None = None,
    cells: Mapping[str, Mapping[str, CellValue]] | None = None,
    report_date: CellValue = None,
    plan: Plan = PLAN,
) -> OfficeResult:
    """An office's assessed first quarter; `achieved` and changed `cells` by indicator code."""
    form = make_form(plan, achieved, cells, report_date=report_date)
    report = replace(make_report(form), office=Office(code, name, PARENT))
    return OfficeResult(make_source(path or f"in/{code}.xlsx"), assess(report, plan, Quarter.Q1))


def with_values(office: OfficeResult, values: Mapping[str, Value]) -> OfficeResult:
    """The office with other values by indicator code, also such as no form would be read as."""
    assessment = office.assessment
    results = tuple(
        replace(result, value=values.get(result.indicator.code, result.value), status=Status.REPORTED)
        if result.indicator.code in values
        else result
        for result in assessment.results
    )
    return replace(office, assessment=replace(assessment, results=results))


ODD_VALUES: Mapping[str, Value] = {"1.1.1": date(1500, 1, 2), "1.3.1": Decimal("9" * 400)}
"""A day and a number that no spreadsheet knows."""


def make_refusal(path: str = "in/broken.xlsx", error: XlApaError | None = None) -> Refusal:
    return Refusal(make_source(path, minutes=5), error or InputError("workbook-damaged", path=path))


def make_consolidation(
    *offices: OfficeResult, refused: tuple[Refusal, ...] = (), plan: Plan = PLAN, rule: Rule | None = None
) -> MinistryResult:
    """A consolidation of offices that stand in order of their marks; their ranks follow from it."""
    totals = [office.assessment.total for office in offices]
    places = list(dict.fromkeys(totals))
    ranked = tuple(replace(office, rank=places.index(total) + 1) for office, total in zip(offices, totals))
    return MinistryResult(Task(Quarter.Q1, plan, rule), ranked, refused)


BEST = make_office(
    "শ্রম অধিদপ্তর",
    {"1.1.1": "১০/০৮/২০২৩", "1.2.1": "৩ টি", "1.3.1": 0.85, "2.1.1": 10.0},
    report_date="০৫/১০/২০২৩",
)
WEAKEST = make_office(
    "=1+1 পরিদপ্তর",
    {"1.1.1": "চলমান", "1.2.1": "একটি সভা হয়েছে", "1.3.1": "৭০%", "2.1.1": -1.0},
    code="101",
    cells={"1.3.1": {"claimed": 6.0, "evidence": None}},
)
SILENT = make_office("নিম্নতম মজুরি বোর্ড", code="")
MINISTRY = make_consolidation(BEST, WEAKEST, SILENT, refused=(make_refusal(),))
"""Three offices and a damaged file: 24.60 marks, 4.20 with findings of every kind but notes, nothing reported."""

NOBODY = make_consolidation(
    refused=(make_refusal(), make_refusal("in/empty.xlsx", InputError("file-empty", path="in/empty.xlsx")))
)
"""Two files, both refused."""


def numbered(count: int, office: OfficeResult = SILENT, first: int = 1) -> Iterator[OfficeResult]:
    """The same office under so many names and codes."""
    for number in range(first, first + count):
        who = replace(office.assessment.office, code=str(number), name=f"দপ্তর {number}")
        yield replace(office, assessment=replace(office.assessment, office=who))
