"""Small plans and reports for tests, so that a test names only what matters to it.

A report made here is without fault unless the test puts one in: every row prints what the plan says, evidence is
named, nothing is claimed. Rows start at 8; `at("M", 9)` is the achievement cell of the second indicator.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby

from xl_apa.core.assess import Assessment, assess
from xl_apa.core.cells import Cell, CellValue
from xl_apa.core.findings import Finding
from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.model import (
    Achievement,
    Activity,
    Area,
    Form,
    Indicator,
    Layout,
    Method,
    Office,
    Percent,
    Plan,
    Report,
    Rollup,
    Rule,
    Tier,
    Unit,
    Value,
)

YEAR = FiscalYear(2023)
PERCENTS = (100, 90, 80, 70, 60)
TIER_NAMES = {100: "অসাধারণ", 90: "অতি উত্তম", 80: "উত্তম", 70: "চলতি মান", 60: "চলতি মানের নিম্নে"}
OFFICE = Office("DOL", "শ্রম অধিদপ্তর", "শ্রম ও কর্মসংস্থান মন্ত্রণালয়")
FIRST_ROW = 8
COLUMNS = {
    "area": "B",
    "label": "E",
    "unit": "F",
    "weight": "G",
    "achieved": "M",
    "claimed": "N",
    "remarks": "O",
    "evidence": "P",
    "accepted": "Q",
    "attached": "S",
    "marks": "R",
}
TARGET_COLUMNS = "HIJKL"

Typed = int | float | str | date | None
Cells = Mapping[str, Mapping[str, CellValue | Sequence[CellValue]]]


def at(column: str, row: int, quarter: Quarter = Quarter.Q1) -> str:
    """The address of a cell: `'১ম ত্রৈমাসিক'!M8`."""
    return f"'{quarter.ordinal_bn} ত্রৈমাসিক'!{column}{row}"


def value_of(target: Typed) -> Value | None:
    """A target as a test writes it: a number, `"2024-05-16"`, a date or None."""
    if target is None or isinstance(target, date):
        return target
    return date.fromisoformat(target) if isinstance(target, str) else Decimal(str(target))


def make_indicator(
    code: str = "1.1.1",
    unit: Unit = Unit.NUMBER,
    targets: Iterable[Typed] = (4, 3, 2, 1, None),
    weight: int | str = 4,
    rule: Rule | None = None,
    rollup: Rollup | None = None,
    name: str | None = None,
    decimals: int | None = None,
    method: Method | None = None,
) -> Indicator:
    values = tuple(map(value_of, targets))
    named = {"unit_name": name, "decimals": decimals, "method": method}
    return Indicator(code, f"সূচক {code}", unit, Decimal(weight), values, rule, rollup, **named)  # type: ignore[arg-type]


def make_plan(
    *indicators: Indicator, rule: Rule = Rule.TIER, percents: Sequence[Percent] = PERCENTS, year: FiscalYear = YEAR
) -> Plan:
    """A plan of these indicators; areas and activities follow from their codes."""
    areas = []
    for number, members in groupby(indicators, lambda indicator: indicator.code.split(".")[0]):
        activities = tuple(
            Activity(code, f"কার্যক্রম {code}", tuple(group))
            for code, group in groupby(members, lambda indicator: indicator.code.rpartition(".")[0])
        )
        weight = sum((member.weight for activity in activities for member in activity.indicators), Decimal(0))
        areas.append(Area(int(number), f"ক্ষেত্র {number}", weight, activities))
    tiers = tuple(Tier(percent, TIER_NAMES.get(percent, str(percent))) for percent in percents)
    return Plan("test", "কর্মপরিকল্পনা", year, rule, tiers, tuple(areas))


DAY = make_indicator(
    "1.1.1", Unit.DATE, ("2023-08-10", "2023-08-20", "2023-08-31", "2023-09-10", "2023-09-20"), weight=10
)
COUNT = make_indicator("1.2.1", Unit.NUMBER, (4, 3, 2, 1, None), weight=4)
PERCENT = make_indicator("1.3.1", Unit.PERCENT, (85, 80, 75, 70, 60), weight=6)
OTHER = make_indicator("2.1.1", Unit.NUMBER, (10, 8, 6, 4, 2), weight=5)
PLAN = make_plan(DAY, COUNT, PERCENT, OTHER)
"""A day (row 8), a count (row 9), a percent (row 10) and, in the second area, another count (row 11): 25 marks."""


def make_row(
    indicator: Indicator,
    number: int = FIRST_ROW,
    quarter: Quarter = Quarter.Q1,
    **cells: CellValue | Sequence[CellValue],
) -> Achievement:
    """A row of the form that prints what the plan says, with these cells changed."""
    printed: dict[str, CellValue | Sequence[CellValue]] = {
        "area": "[{0}] ক্ষেত্র {0}".format(indicator.code.split(".")[0]),
        "label": f"[{indicator.code}] {indicator.title}",
        "unit": indicator.unit_shown,
        "weight": float(indicator.weight),
        "targets": tuple(printed_targets(indicator)),
        "evidence": "প্রত্যয়নপত্র",
        **cells,
    }
    targets = printed.pop("targets")
    assert isinstance(targets, (tuple, list))
    return Achievement(
        targets=tuple(Cell(value, at(column, number, quarter)) for value, column in zip(targets, TARGET_COLUMNS)),
        **{name: Cell(printed.get(name), at(column, number, quarter)) for name, column in COLUMNS.items()},
    )


def _printed(target: Value | None) -> CellValue:
    if target is None:
        return "-"
    return target.strftime("%d/%m/%Y") if isinstance(target, date) else float(target)


def printed_targets(indicator: Indicator) -> list[CellValue]:
    """The target cells of an indicator, as the form prints them."""
    return [_printed(target) for target in indicator.targets]


def make_form(
    plan: Plan = PLAN,
    achieved: Mapping[str, CellValue] | None = None,
    cells: Cells | None = None,
    quarter: Quarter = Quarter.Q1,
    report_date: CellValue = None,
    headings: Sequence[str] = ("কর্মপরিকল্পনা ২০২৩-২৪", "লক্ষ্যমাত্রা ২০২৩-২০২৪"),
) -> Form:
    """A quarter's form with these achievements and changed cells, both by indicator code."""
    rows = tuple(
        make_row(
            indicator,
            number,
            quarter,
            **{"achieved": (achieved or {}).get(indicator.code), **(cells or {}).get(indicator.code, {})},
        )
        for number, indicator in enumerate(plan.indicators, start=FIRST_ROW)
    )
    heads = tuple(Cell(text, at("B", number, quarter)) for number, text in enumerate(headings, start=1))
    return Form(quarter, f"{quarter.ordinal_bn} ত্রৈমাসিক", heads, rows, Cell(report_date, at("M", 40, quarter)))


def make_report(*forms: Form, fiscal_year: CellValue = "2023-24", layout: Layout = Layout.MARKS) -> Report:
    return Report(OFFICE, Cell(fiscal_year, "'তথ্য'!C4"), layout, "test", {form.quarter: form for form in forms})


def assess_form(form: Form, plan: Plan = PLAN, *before: Form, **options: object) -> Assessment:
    """One form, after those of the quarters before it, assessed by a plan."""
    return assess(make_report(*before, form), plan, form.quarter, **options)  # type: ignore[arg-type]


def listed(findings: Iterable[Finding]) -> list[tuple[str, str, str]]:
    """Findings to compare with: code, cell, indicator."""
    return [(finding.code, finding.cell, finding.indicator) for finding in findings]
