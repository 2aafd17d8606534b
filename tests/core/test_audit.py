"""From a typed text to its marks, step by step."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.core.builders import PLAN, assess_form, make_form
from xl_apa.core.audit import AuditLine, asks_for_audit, audit_lines, plan_digest
from xl_apa.core.cells import CellValue
from xl_apa.core.model import Rule


def line_of(code: str, achieved: CellValue, accepted: CellValue = None) -> AuditLine:
    cells = {code: {"accepted": accepted}} if accepted is not None else {}
    assessed = assess_form(make_form(achieved={code: achieved}, cells=cells))
    return next(line for line in audit_lines(assessed) if line.result.indicator.code == code)


@pytest.mark.parametrize(
    ("code", "achieved", "accepted", "how", "understood"),
    [
        ("1.2.1", "০৩ (তিন) টি", None, "how-typed", "3"),
        ("1.3.1", 0.96, None, "how-fraction", "96%"),
        ("1.2.1", "১ম কোয়ার্টারের ১টি প্রতিবেদন প্রেরণ করা হয়েছে।", 1, "how-accepted", "1"),
        ("1.2.1", "অনেক", None, "how-not-read", ""),
        ("1.2.1", "চলমান", None, "how-ongoing", ""),
        ("1.2.1", None, None, "how-nothing", ""),
        ("1.1.1", "১৬ই আগস্ট, ২০২৩", None, "how-typed", "16 August 2023"),
    ],
)
def test_a_line_says_what_was_understood_and_how(
    code: str, achieved: CellValue, accepted: CellValue, how: str, understood: str
) -> None:
    line = line_of(code, achieved, accepted)
    assert (line.how, line.understood("en")) == (how, understood)
    assert line.told("en") and line.told("bn")


def test_every_indicator_has_its_line_in_the_plans_order() -> None:
    assessed = assess_form(make_form())
    assert [line.result.indicator for line in audit_lines(assessed)] == list(PLAN.indicators)


def test_only_an_indicator_with_a_finding_asks_for_an_audit() -> None:
    assessed = assess_form(make_form(achieved={"1.2.1": 3, "1.3.1": 0.96}))
    asked = [each.indicator.code for each in assessed.results if asks_for_audit(each, assessed.findings)]
    assert asked == ["1.3.1"]


def test_a_plan_is_known_by_its_content_whatever_it_is_called() -> None:
    assert plan_digest(replace(PLAN)) == plan_digest(PLAN)
    assert plan_digest(replace(PLAN, rule=Rule.PROPORTIONAL)) != plan_digest(PLAN)
