"""What travels between processes and lies in the cache is what came of the file, and nothing of it is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.builders import make_form, make_indicator, make_plan, make_report
from tests.ministry.builders import BEST, MINISTRY, SILENT, WEAKEST, make_office, make_refusal, make_source
from xl_apa.core.assess import assess
from xl_apa.core.cells import BLANK, Cell, CellValue
from xl_apa.core.errors import InputError, PlanError
from xl_apa.core.findings import Finding, FindingKind
from xl_apa.core.fiscal import Quarter
from xl_apa.core.messages import Phrase
from xl_apa.core.model import Achievement, Method, Rule
from xl_apa.core.text.months import Month
from xl_apa.ministry.collect.read_office import read_office
from xl_apa.ministry.collect.serialize import pack, unpack
from xl_apa.ministry.model import OfficeResult, Refusal, Task
from xl_apa.plans import load_plan

TASK = MINISTRY.task
SAMPLES = [("labour_2023-24", 1), ("sid_2023-24", 2), ("labour_as_typed", 1)]


def without_rows(office: OfficeResult) -> OfficeResult:
    """Of the form's rows only where the achievement stands."""
    results = tuple(
        replace(each, row=Achievement(BLANK, BLANK, BLANK, (), Cell(None, each.cell)) if each.cell else None)
        for each in office.assessment.results
    )
    return replace(office, assessment=replace(office.assessment, results=results))


def there_and_back(office: OfficeResult, task: Task = TASK) -> OfficeResult:
    back = unpack(pack(office), office.source.path, task)
    assert isinstance(back, OfficeResult)
    return back


@pytest.mark.parametrize("office", [BEST, WEAKEST, SILENT], ids=["best", "weakest", "silent"])
def test_an_office_comes_back_as_it_was(office: OfficeResult) -> None:
    assert there_and_back(office) == replace(without_rows(office), rank=0)


@pytest.mark.parametrize("rule", [None, Rule.PROPORTIONAL])
@pytest.mark.parametrize(("name", "quarter"), SAMPLES)
def test_the_real_reports_come_back_with_every_sentence(
    sample: Callable[[str], Path], name: str, quarter: int, rule: Rule | None
) -> None:
    task = Task(Quarter(quarter), load_plan(), rule, date(2024, 5, 20))
    office = read_office(sample(name), task)
    assert isinstance(office, OfficeResult)
    back = there_and_back(office, task)
    assert back == without_rows(office)
    for lang in ("bn", "en"):
        assert [each.text(lang) for each in back.assessment.findings] == [
            each.text(lang) for each in office.assessment.findings
        ]


@pytest.mark.parametrize("method", [Method.SUM, Method.MEAN])
@pytest.mark.parametrize(
    "typed", [(12, 8, 9), (10, 10, 10), (12, "-"), (12, "দুই-তিন"), ("দুই-তিন", 8), (None, 8), (12, None)]
)
def test_a_figure_of_the_year_comes_back_exactly_beside_the_quarters_own(
    method: Method, typed: tuple[CellValue, ...]
) -> None:
    plan = make_plan(make_indicator("1.1.1", targets=(30, 20, 10, 5, None), method=method))
    forms = [make_form(plan, {"1.1.1": value}, quarter=quarter) for quarter, value in zip(Quarter, typed)]
    office = OfficeResult(make_source("a.xlsx"), assess(make_report(*forms), plan, forms[-1].quarter))
    back = there_and_back(office, Task(forms[-1].quarter, plan))
    (result,) = without_rows(office).assessment.results
    assert back.assessment.results == (result,)
    assert back.assessment.results[0].scored == result.scored


@pytest.mark.parametrize(
    "error",
    [
        InputError("cell-far-away", path=Path("in/broken.xlsx"), cell="XFD1"),
        PlanError("plan-unknown", plan="x", known=["a", "b"]),
        InputError(
            "plan-wrong",
            path=Path("in/broken.xlsx"),
            plan="x",
            sheet="y",
            form=Phrase("form-of-other-year", {"own": "2024-25", "plan": "z", "year": "2023-24"}),
        ),
    ],
    ids=["input", "plan", "phrase"],
)
def test_a_refusal_comes_back_with_its_reason(error: InputError) -> None:
    refusal = make_refusal("in/broken.xlsx", error)
    back = unpack(pack(refusal), "in/broken.xlsx", TASK)
    assert isinstance(back, Refusal)
    assert (back.source, type(back.error), back.error.code) == (refusal.source, type(error), error.code)
    assert back.error.text("bn") == error.text("bn")


def test_a_file_is_named_as_it_is_called_now() -> None:
    moved = unpack(pack(make_refusal("old/a.xlsx")), "new/a.xlsx", TASK)
    assert moved.source.path == "new/a.xlsx"
    assert isinstance(moved, Refusal)
    assert "new/a.xlsx" in moved.error.text("en")
    assert b"old" not in pack(make_refusal("old/a.xlsx"))


def test_the_plan_does_not_travel_and_is_the_callers_own() -> None:
    assert there_and_back(BEST).assessment.plan is TASK.plan
    assert TASK.plan.indicators[0].title not in pack(BEST).decode()


def test_equal_marks_and_cells_are_kept_once() -> None:
    first, second = there_and_back(BEST), there_and_back(BEST)
    for one, other in zip(first.assessment.results, second.assessment.results):
        assert one.marks is other.marks
        assert one.row is other.row


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b'["a","2023-10-16T09:30:00+00:00"]', b"\xff", b"[1,2,3]"])
def test_what_was_never_packed_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError):
        unpack(data, "a.xlsx", TASK)


def test_what_was_packed_for_another_plan_is_refused() -> None:
    with pytest.raises(ValueError):
        unpack(pack(BEST), "a.xlsx", replace(TASK, plan=load_plan()))


values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text()
    | st.dates()
    | st.datetimes()
    | st.decimals(allow_nan=False, allow_infinity=False)
    | st.fractions()
    | st.sampled_from(Quarter)
    | st.integers(1, 12).map(Month),
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=5,
)


@given(values)
def test_a_sentence_is_filled_in_with_the_very_same_values(value: object) -> None:
    office = make_office()
    finding = Finding(FindingKind.NARRATIVE, "'ক'!M8", "1.1.1", {"text": value})
    changed = replace(office, assessment=replace(office.assessment, findings=(finding,)))
    (back,) = there_and_back(changed).assessment.findings
    assert back == finding
    assert _kinds(back.params["text"]) == _kinds(value)


def _kinds(value: object) -> object:
    return [_kinds(each) for each in value] if isinstance(value, list) else type(value)


def test_a_moment_stays_a_moment_and_a_number_exact() -> None:
    params = {"a": datetime(2024, 1, 2, 3), "b": Decimal("17.80"), "c": Fraction(1, 3)}
    office = make_office()
    changed = replace(
        office, assessment=replace(office.assessment, findings=(Finding(FindingKind.NARRATIVE, params=params),))
    )
    assert str(there_and_back(changed).assessment.findings[0].params["b"]) == "17.80"
