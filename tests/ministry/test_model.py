"""A ministry's quarter: ranks, the mean, what tells offices apart, and when something is wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.ministry.builders import BEST, MINISTRY, SILENT, WEAKEST, make_consolidation, make_office, make_refusal
from xl_apa.core.model import Rule
from xl_apa.ministry.model import ranks_of


def test_equal_totals_share_a_rank_and_the_next_one_follows_on_it() -> None:
    assert ranks_of([Decimal("4.2"), Decimal("24.6"), Decimal("4.20"), Decimal(0)]) == [2, 1, 2, 3]
    assert ranks_of([]) == []


def test_the_mean_counts_an_empty_report_and_is_rounded_half_up() -> None:
    # (24.60 + 4.20 + 0) / 3
    assert MINISTRY.mean == Decimal("9.60")
    assert make_consolidation().mean == 0
    # 4.20 / 8 = 0.525
    assert make_consolidation(WEAKEST, *[SILENT] * 7).mean == Decimal("0.53")


@pytest.mark.parametrize(
    ("code", "name", "identity"),
    [
        ("১০১ ", "ক", ("101", "ক")),
        ("101", "ক.", ("101", "ক")),
        ("101", "খ", ("101", "খ")),
        ("n–০১", "", ("N-01", "")),
        ("", "শ্রম অধিদপ্তর", ("", "শ্রমঅধিদপ্তর")),
        ("", "-", ("", "")),
    ],
)
def test_offices_are_told_apart_by_code_and_name(code: str, name: str, identity: tuple[str, str]) -> None:
    assert make_office(name, code=code).identity == identity


def test_an_office_that_typed_nothing_has_not_reported() -> None:
    assert [office.reported for office in MINISTRY.offices] == [True, True, False]


def test_a_refused_file_or_a_finding_of_an_error_makes_the_result_faulty() -> None:
    assert not make_consolidation(BEST).has_errors
    assert make_consolidation(BEST, WEAKEST).has_errors
    assert make_consolidation(BEST, refused=(make_refusal(),)).has_errors


def test_rule_and_day_are_the_plans_unless_something_else_was_asked_for() -> None:
    assert (MINISTRY.rule, MINISTRY.as_of) == (Rule.TIER, date(2023, 9, 30))
    task = replace(MINISTRY.task, rule=Rule.PROPORTIONAL, as_of=date(2024, 1, 1))
    assert (replace(MINISTRY, task=task).rule, replace(MINISTRY, task=task).as_of) == (
        Rule.PROPORTIONAL,
        date(2024, 1, 1),
    )
