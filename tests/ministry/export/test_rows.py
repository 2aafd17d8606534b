"""Every row fits the columns of its table, and holds nothing that only this program knows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest

from tests.core.builders import make_form, make_indicator, make_plan, make_report
from tests.ministry.builders import MINISTRY, make_consolidation, make_source
from xl_apa.core.assess import assess
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Method
from xl_apa.ministry.analysis.recognition import recognise_offices
from xl_apa.ministry.export import columns, rows
from xl_apa.ministry.model import Decision, MinistryResult, OfficeResult, ReviewStatus, office_id
from xl_apa.ministry.register.model import Register, Registered

WITH_REGISTER = replace(
    recognise_offices(MINISTRY, Register((Registered("DOL", "শ্রম অধিদপ্তর"), Registered("X", "নেই")))),
    decisions={office_id("DOL", "শ্রম অধিদপ্তর"): Decision(ReviewStatus.ACCEPTED, "গৃহীত", "ভালো")},
)
TABLES = [
    (rows.tidy, columns.TIDY),
    (rows.offices, columns.OFFICES),
    (rows.indicators, columns.INDICATORS),
    (rows.submitted, columns.SUBMITTED),
    (rows.review, columns.REVIEW),
    (rows.by_rule, columns.BY_RULE),
    (rows.findings, columns.FINDINGS),
    (rows.claims, columns.CLAIMS),
    (rows.plan_differences, columns.PLAN_DIFFERENCES),
    (rows.sources, columns.SOURCES),
    (rows.attainable, columns.PROSPECTS),
    (rows.days, columns.DEADLINES),
]
HOLDS = {"string": (str,), "float64": (float, type(None)), "int64": (int,), "Int64": (int,), "bool": (bool,)}
"""What a column of a type may hold; days may be missing."""


@pytest.mark.parametrize(("table", "types"), TABLES, ids=[table.__name__ for table, _ in TABLES])
def test_rows_fit_their_columns(
    table: Callable[[MinistryResult], Iterator[tuple[object, ...]]], types: dict[str, str]
) -> None:
    found = list(table(WITH_REGISTER))
    assert found or table is rows.plan_differences
    for row in found:
        assert len(row) == len(types)
        for value, (name, kind) in zip(row, types.items()):
            assert type(value) in HOLDS.get(kind, ()) or value is None or isinstance(value, date), name


def test_every_table_is_among_these() -> None:
    public = {
        value
        for name, value in vars(rows).items()
        if callable(value) and getattr(value, "__module__", "") == rows.__name__
    }
    assert {each for each in public if not each.__name__.startswith("_")} == {table for table, _ in TABLES} | {
        rows.marks
    }


def test_who_is_answered_stands_in_a_table_with_what_was_decided_when_somebody_asked() -> None:
    names = list(columns.REVIEW)
    found = [dict(zip(names, row)) for row in rows.review(WITH_REGISTER)]
    assert [(each["office_code"], each["review_status"], each["review_comment"]) for each in found] == [
        ("DOL", "accepted", "ভালো"),
        ("X", "open", ""),
        ("101", "open", ""),
        ("", "open", ""),
    ]
    assert list(rows.review(replace(WITH_REGISTER, decisions=None))) == []


def test_without_a_register_nobody_is_waited_for() -> None:
    assert list(rows.submitted(MINISTRY)) == []


def test_the_data_has_the_years_figure_and_the_quarters_own() -> None:
    plan = make_plan(make_indicator("1.1.1", targets=(30, 20, 10, 5, None), method=Method.SUM))
    forms = [make_form(plan, {"1.1.1": value}, quarter=quarter) for quarter, value in zip(Quarter, (12, 8))]
    office = OfficeResult(make_source("a.xlsx"), assess(make_report(*forms), plan, Quarter.Q2))
    (row,) = rows.tidy(make_consolidation(office, plan=plan))
    found = dict(zip(columns.TIDY, row, strict=True))
    assert (found["raw"], found["value_number"], found["quarter_number"], found["method"]) == ("8", 20, 8, "sum")
    assert found["percent"] == 90
