"""A plan as data: what it becomes, and what is wrong with it."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.builders import make_indicator
from xl_apa.core.findings import Finding, Severity
from xl_apa.core.fiscal import FiscalYear
from xl_apa.core.model import Method, Rollup, Rule, Tier, Unit
from xl_apa.core.planning import parse_plan, plan_as_data
from xl_apa.core.text.codes import code_key

Data = dict[str, Any]
Change = Callable[[Data], object]

SMALL: Data = {
    "name": "small",
    "title": "কর্মপরিকল্পনা",
    "fiscal_year": "২০২৩-২৪",
    "rule": "tier",
    "total": 12.5,
    "tiers": [{"percent": 100, "name": "অসাধারণ"}, {"percent": 80, "name": "উত্তম"}, {"percent": 60, "name": "নিম্নে"}],
    "area": [
        {
            "number": 1,
            "title": "ক্ষেত্র",
            "weight": 12.5,
            "activity": [
                {
                    "code": "1.1",
                    "title": "কার্যক্রম",
                    "indicator": [
                        {
                            "code": "1.1.1",
                            "title": "সূচক",
                            "unit": "তারিখ",
                            "weight": 10,
                            "targets": ["16/05/2024", "-", date(2024, 6, 15)],
                        },
                        {
                            "code": "1.1.2",
                            "title": "সূচক",
                            "unit": "%",
                            "weight": 2.5,
                            "targets": ["৮৫%", 0.75],
                            "rule": "proportional",
                        },
                    ],
                }
            ],
        }
    ],
}


def indicator(data: Data, place: int = 0) -> Data:
    found: Data = data["area"][0]["activity"][0]["indicator"][place]
    return found


def changed(change: Change) -> Data:
    data = copy.deepcopy(SMALL)
    change(data)
    return data


def codes(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(finding.code, finding.indicator) for finding in findings]


# ---- a plan that holds together -------------------------------------------------------------------------------------


def test_the_tables_become_a_plan() -> None:
    plan, findings = parse_plan(SMALL)
    assert findings == ()
    assert plan is not None
    assert (plan.name, plan.title, plan.fiscal_year, plan.rule) == (
        "small",
        "কর্মপরিকল্পনা",
        FiscalYear(2023),
        Rule.TIER,
    )
    assert plan.tiers == (Tier(100, "অসাধারণ"), Tier(80, "উত্তম"), Tier(60, "নিম্নে"))
    assert (plan.percents, plan.weight) == ((100, 80, 60), Decimal("12.5"))
    first, second = plan.indicators
    assert (first.code, first.unit, first.weight, first.rule) == ("1.1.1", Unit.DATE, Decimal(10), None)
    assert first.targets == (date(2024, 5, 16), None, date(2024, 6, 15))
    assert (second.unit, second.weight, second.rule) == (Unit.PERCENT, Decimal("2.5"), Rule.PROPORTIONAL)
    assert second.targets == (Decimal(85), Decimal(75), None)


def test_a_plan_may_say_what_it_counts_in_the_agreement() -> None:
    assert parse_plan(SMALL)[0].apa_weight is None  # type: ignore[union-attr]
    plan, findings = parse_plan(changed(lambda data: data.update(apa_weight=7.5)))
    assert plan is not None and (plan.apa_weight, findings) == (Decimal("7.5"), ())


def test_a_plan_without_a_rule_follows_the_tiers() -> None:
    plan, findings = parse_plan(changed(lambda data: data.pop("rule")))
    assert findings == ()
    assert plan is not None
    assert plan.rule is Rule.TIER


def test_offices_values_roll_up_by_unit_unless_the_plan_says_otherwise() -> None:
    def say(data: Data) -> None:
        indicator(data).update(rollup="own")
        indicator(data, 1).update(rollup="mean")

    silent, said = parse_plan(SMALL)[0], parse_plan(changed(say))[0]
    assert silent is not None and said is not None
    assert [each.rolls_up for each in silent.indicators] == [Rollup.SHARE, Rollup.MEAN]
    assert [each.rolls_up for each in said.indicators] == [Rollup.OWN, Rollup.MEAN]
    assert make_indicator(unit=Unit.NUMBER).rolls_up is Rollup.SUM


def test_the_units_own_way_of_rolling_up_said_or_left_out_is_the_same_plan() -> None:
    said = parse_plan(changed(lambda data: indicator(data).update(rollup="share")))
    assert said == parse_plan(SMALL)


METHODS: list[tuple[str | None, str | None, str | None, Method, Method]] = [
    # the plan's, that of a day, that of a percent; what they come to
    (None, None, None, Method.DATE, Method.CUMULATIVE),
    (None, None, "mean", Method.DATE, Method.MEAN),
    (None, "date", "sum", Method.DATE, Method.SUM),
    ("sum", None, None, Method.DATE, Method.SUM),
    ("mean", "date", "sum", Method.DATE, Method.SUM),
    ("mean", None, "cumulative", Method.DATE, Method.CUMULATIVE),
    ("cumulative", None, None, Method.DATE, Method.CUMULATIVE),
]


@pytest.mark.parametrize(("plans", "of_day", "of_percent", "day", "percent"), METHODS)
def test_a_method_is_the_indicators_own_else_the_plans_else_the_units(
    plans: str | None, of_day: str | None, of_percent: str | None, day: Method, percent: Method
) -> None:
    def say(data: Data) -> None:
        for table, method in ((data, plans), (indicator(data), of_day), (indicator(data, 1), of_percent)):
            table.update({} if method is None else {"method": method})

    plan, findings = parse_plan(changed(say))
    assert findings == () and plan is not None
    assert [each.calculated_by for each in plan.indicators] == [day, percent]
    assert parse_plan(plan_as_data(plan))[0] == plan


def test_the_units_own_method_said_or_left_out_is_the_same_plan() -> None:
    said = changed(lambda data: (indicator(data).update(method="date"), indicator(data, 1).update(method="cumulative")))
    assert parse_plan(said) == parse_plan(SMALL)


def test_fields_of_a_newer_program_can_be_passed_over() -> None:
    newer = changed(lambda data: (data.update(colour="red"), indicator(data).update(shape="round")))
    assert parse_plan(newer, unknown_fields=True) == parse_plan(SMALL)


# ---- units, tiers and codes of any plan ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("unit", "kind", "name"),
    [
        *[("number", Unit.NUMBER, None), ("সংখ্যা", Unit.NUMBER, None), ("", Unit.NUMBER, "")],
        *[(name, Unit.NUMBER, name) for name in ("জন", "টি", "লক্ষ", "কোটি টাকা", "সংখ্যা (জন)", "জনঘন্টা", "মেঃ টন", "দিন")],
        *[("%", Unit.PERCENT, None), ("শতকরা হার", Unit.PERCENT, "শতকরা হার"), ("হার (%)", Unit.PERCENT, "হার (%)")],
    ],
)
def test_a_unit_is_a_kind_and_the_name_that_was_typed(unit: str, kind: Unit, name: str | None) -> None:
    plan, findings = parse_plan(changed(lambda data: indicator(data, 1).update(unit=unit, targets=[85, 75])))
    assert (plan is not None, findings) == (True, ())
    assert plan is not None
    found = plan.indicators[1]
    assert (found.unit, found.unit_name) == (kind, name)
    assert found.unit_shown == (kind.bangla if name is None else name)


@pytest.mark.parametrize(
    ("kind", "targets"), [("number", [4, 3]), ("সংখ্যা", [4]), ("date", ["16/05/2024"]), ("তারিখ", [])]
)
def test_a_name_of_two_kinds_is_of_the_kind_that_the_plan_says(kind: str, targets: list[object]) -> None:
    def say(data: Data) -> None:
        indicator(data).update(unit="সংখ্যা ও তারিখ", kind=kind, targets=targets or ["16/05/2024"])

    plan, findings = parse_plan(changed(say))
    assert (plan is not None, findings) == (True, ())
    assert plan is not None
    found = plan.indicators[0]
    assert (found.unit_name, found.unit) == ("সংখ্যা ও তারিখ", Unit.NUMBER if kind in ("number", "সংখ্যা") else Unit.DATE)
    assert parse_plan(plan_as_data(plan))[0] == plan


def test_targets_may_repeat_the_name_of_their_unit() -> None:
    def say(data: Data) -> None:
        indicator(data, 1).update(unit="কোটি টাকা", targets=["৫.৫ কোটি টাকা", "৫ কোটি", 4.25])

    plan, findings = parse_plan(changed(say))
    assert findings == ()
    assert plan is not None
    assert plan.indicators[1].targets == (Decimal("5.5"), Decimal(5), Decimal("4.25"))


@given(
    st.lists(st.decimals("0.01", 100, places=2), min_size=1, max_size=7, unique=True).map(
        lambda percents: sorted(percents, reverse=True)
    )
)
def test_any_falling_percents_of_one_to_seven_tiers_make_a_plan(percents: list[Decimal]) -> None:
    def say(data: Data) -> None:
        data["tiers"] = [{"percent": float(percent), "name": f"স্তর {percent}"} for percent in percents]
        for place in (0, 1):
            indicator(data, place)["targets"] = indicator(data, place)["targets"][: len(percents)][:1]

    plan, findings = parse_plan(changed(say))
    assert findings == ()
    assert plan is not None
    assert list(plan.percents) == percents
    assert all(isinstance(percent, int) is (percent == int(percent)) for percent in plan.percents)
    assert parse_plan(plan_as_data(plan))[0] == plan


@pytest.mark.parametrize(
    "percents", [[60, 100], [100, 100], [100, 0], [101], [100.01, 50], [90, -1], list(range(100, 20, -10))]
)
def test_percents_that_do_not_fall_from_a_hundred_to_above_nothing_are_refused(percents: list[float]) -> None:
    tiers = [{"percent": percent, "name": "x"} for percent in percents]
    assert "plan-value-wrong" in codes_of({**ONE_PLAN, "tiers": tiers})


@pytest.mark.parametrize(
    ("area", "prefix", "activity", "code"),
    [
        ("এম.১", "এম.", "এম.১.১", "এম.১.১.১"),
        ("এম.1", "এম.", "[এম.১.১]", "[এম.১.১.১]"),
        ("M.1", "M.", "M.1.1", "M.1.1.1"),
        ("M.1", "M.", "এম.১.১", "M.১.1.১"),
        (1, "", "এম.১.১", "এম.১.১.১"),
        (1, "", "[১.1]", "[১.1.১]"),
    ],
)
def test_mandatory_objectives_and_mixed_digits_have_codes_too(
    area: object, prefix: str, activity: str, code: str
) -> None:
    plan, findings = parse_plan(
        {
            **ONE_PLAN,
            "area": [
                {
                    **ONE_AREA,
                    "number": area,
                    "activity": [{**ONE_ACTIVITY, "code": activity, "indicator": [{**ONE_INDICATOR, "code": code}]}],
                }
            ],
        }
    )
    assert findings == ()
    assert plan is not None
    assert (plan.areas[0].prefix, plan.areas[0].number) == (prefix, 1)
    assert code_key(plan.indicators[0].code) == code_key(code)
    assert parse_plan(plan_as_data(plan))[0] == plan


@pytest.mark.parametrize(("one", "other"), [("এম.১.১.১", "M.1.1.1"), ("[এম.১.১.১]", "এম.1.1.1"), ("1.1.1", "১.1.১")])
def test_a_code_written_in_two_ways_is_there_twice(one: str, other: str) -> None:
    both = [{**ONE_INDICATOR, "code": one, "weight": 2}, {**ONE_INDICATOR, "code": other, "weight": 3}]
    area = {**ONE_AREA, "activity": [{**ONE_ACTIVITY, "indicator": both}]}
    assert "plan-code-repeated" in codes_of({**ONE_PLAN, "area": [area]})


# ---- what is wrong with one -----------------------------------------------------------------------------------------

AREA, ACTIVITY, INDICATOR = "1", "1.1", "1.1.1"
WRONG_TARGETS = [*[("plan-value-wrong", INDICATOR)] * 2, ("targets-missing", INDICATOR)]
"""Days where a number is taken for granted."""
FAULTS: list[tuple[Change, list[tuple[str, str]]]] = [
    (lambda data: data.pop("name"), [("plan-field-missing", "")]),
    (lambda data: data.pop("title"), [("plan-field-missing", "")]),
    (lambda data: data["area"][0].pop("title"), [("plan-field-missing", AREA)]),
    (lambda data: data["area"][0]["activity"][0].pop("title"), [("plan-field-missing", ACTIVITY)]),
    (lambda data: indicator(data).pop("title"), [("plan-field-missing", INDICATOR)]),
    (lambda data: data.update(colour="red"), [("plan-field-unknown", "")]),
    (lambda data: data["area"][0].update(Weight=3), [("plan-field-unknown", AREA)]),
    (lambda data: indicator(data).update(wieght=3), [("plan-field-unknown", INDICATOR)]),
    (lambda data: data.update(name="  "), [("plan-value-wrong", "")]),
    (lambda data: data.update(title=3), [("plan-value-wrong", "")]),
    (lambda data: data.update(fiscal_year="2023-25"), [("plan-value-wrong", "")]),
    (lambda data: data.update(rule="linear"), [("plan-value-wrong", "")]),
    (lambda data: indicator(data).update(rule="linear"), [("plan-value-wrong", INDICATOR)]),
    (lambda data: indicator(data).update(rollup="total"), [("plan-value-wrong", INDICATOR)]),
    (lambda data: indicator(data).update(rollup=""), [("plan-value-wrong", INDICATOR)]),
    (lambda data: indicator(data).update(rollup=["sum"]), [("plan-value-wrong", INDICATOR)]),
    (lambda data: indicator(data).update(rollup="sum"), [("plan-rollup-unfit", INDICATOR)]),
    (lambda data: indicator(data).update(rollup="mean"), [("plan-rollup-unfit", INDICATOR)]),
    (lambda data: indicator(data, 1).update(rollup="sum"), [("plan-rollup-unfit", "1.1.2")]),
    (lambda data: indicator(data).update(method="গড়"), [("plan-value-wrong", INDICATOR)]),
    (lambda data: indicator(data, 1).update(method=""), [("plan-value-wrong", "1.1.2")]),
    (lambda data: indicator(data, 1).update(method=["sum"]), [("plan-value-wrong", "1.1.2")]),
    (lambda data: data.update(method="total"), [("plan-value-wrong", "")]),
    (lambda data: data.update(method="date"), [("plan-value-wrong", "")]),
    (lambda data: indicator(data, 1).update(method="date"), [("plan-method-unfit", "1.1.2")]),
    (lambda data: indicator(data).update(method="sum"), [("plan-method-unfit", INDICATOR)]),
    (lambda data: indicator(data).update(method="mean"), [("plan-method-unfit", INDICATOR)]),
    (lambda data: indicator(data).update(method="cumulative"), [("plan-method-unfit", INDICATOR)]),
    (lambda data: data.update(example="yes"), [("plan-value-wrong", "")]),
    (lambda data: indicator(data, 1).update(unit="৪ টি", targets=[85, 75]), [("plan-value-wrong", "1.1.2")]),
    (
        lambda data: indicator(data).update(targets=["16/05/2024", "31/06/2024", "15/06/2024"]),
        [("plan-value-wrong", INDICATOR)],
    ),
    (lambda data: indicator(data, 1).update(targets=[85, "১৬/০৫/২০২৪"]), [("plan-value-wrong", "1.1.2")]),
    (lambda data: indicator(data, 1).update(targets=[85, "চলমান"]), [("plan-value-wrong", "1.1.2")]),
    (lambda data: data["tiers"].reverse(), [("plan-value-wrong", "")]),
    (lambda data: data["tiers"][1].update(percent=100), [("plan-value-wrong", "")]),
    (
        lambda data: data["tiers"].extend({"percent": low, "name": "x"} for low in (50, 40, 30, 20, 10)),
        [("plan-value-wrong", "")],
    ),
    (lambda data: data.update(total=50), [("plan-total", "")]),
    (lambda data: data.update(apa_weight=0), [("plan-value-wrong", "")]),
    (lambda data: data.update(apa_weight=-10), [("plan-value-wrong", "")]),
    (lambda data: data.update(apa_weight=100.5), [("plan-value-wrong", "")]),
    (lambda data: data.update(apa_weight="দশ"), [("plan-value-wrong", "")]),
    (lambda data: data.update(apa_weight=True), [("plan-value-wrong", "")]),
    (lambda data: data["area"][0].update(weight=12), [("plan-total", ""), ("plan-area-weight", "")]),
    (lambda data: indicator(data).update(weight=9), [("plan-area-weight", "")]),
    (
        lambda data: (indicator(data).update(weight=0), indicator(data, 1).update(weight=12.5)),
        [
            ("plan-weight-not-positive", INDICATOR),
        ],
    ),
    (lambda data: indicator(data, 1).update(code="1.1.1"), [("plan-code-repeated", "1.1.1")]),
    (lambda data: indicator(data, 1).update(code="1.2.2"), [("plan-code-misplaced", "1.2.2")]),
    (lambda data: indicator(data, 1).update(code="1.12.1"), [("plan-code-misplaced", "1.12.1")]),
    (
        lambda data: data["area"][0]["activity"][0].update(code="2.1"),
        [
            ("plan-code-misplaced", "2.1"),
            ("plan-code-misplaced", "1.1.1"),
            ("plan-code-misplaced", "1.1.2"),
        ],
    ),
    (lambda data: indicator(data).update(unit="সংখ্যা ও তারিখ"), [("plan-unit-ambiguous", INDICATOR), *WRONG_TARGETS]),
    (lambda data: indicator(data).update(kind="number"), [("plan-value-wrong", INDICATOR)]),
    (lambda data: indicator(data).update(kind="day"), [("plan-value-wrong", INDICATOR)]),
    (lambda data: indicator(data).update(kind=1), [("plan-value-wrong", INDICATOR)]),
    (lambda data: indicator(data).update(unit=5), [("plan-value-wrong", INDICATOR), *WRONG_TARGETS]),
    (lambda data: indicator(data).update(unit="16/05/2024"), [("plan-value-wrong", INDICATOR), *WRONG_TARGETS]),
    (lambda data: indicator(data, 1).update(decimals=0, targets=[85.5]), [("plan-decimals-unfit", "1.1.2")]),
    (lambda data: indicator(data, 1).update(decimals=1, targets=[85.25]), [("plan-decimals-unfit", "1.1.2")]),
    (lambda data: indicator(data, 1).update(decimals=-1), [("plan-value-wrong", "1.1.2")]),
    (lambda data: indicator(data, 1).update(decimals=True), [("plan-value-wrong", "1.1.2")]),
    (lambda data: indicator(data, 1).update(decimals=1.5), [("plan-value-wrong", "1.1.2")]),
    (lambda data: indicator(data).update(decimals=2), [("plan-decimals-unfit", INDICATOR)]),
    (lambda data: indicator(data, 1).update(code="এম.1.1"), [("plan-code-misplaced", "এম.1.1")]),
    (lambda data: indicator(data, 1).update(targets=["-", "…", ""]), [("targets-missing", "1.1.2")]),
    (lambda data: indicator(data, 1).update(targets=[]), [("targets-missing", "1.1.2")]),
    (lambda data: indicator(data, 1).update(targets=["-", 75, 70]), [("best-tier-missing", "1.1.2")]),
    (lambda data: indicator(data, 1).update(targets=[85, 70, 75]), [("tiers-not-monotone", "1.1.2")]),
    (lambda data: indicator(data).update(targets=["16/05/2025"]), [("plan-target-outside-year", INDICATOR)]),
]
SERIOUS: list[tuple[Change, tuple[str, str]]] = [
    (lambda data: indicator(data).update(weight="১০"), ("plan-value-wrong", INDICATOR)),
    (lambda data: indicator(data).update(targets="16/05/2024"), ("plan-value-wrong", INDICATOR)),
    (lambda data: indicator(data, 1).update(targets=[85, 80, 75, 70]), ("plan-value-wrong", "1.1.2")),
    (lambda data: indicator(data).update(unit="টাকা"), ("plan-value-wrong", INDICATOR)),
    (lambda data: indicator(data).pop("targets"), ("plan-field-missing", INDICATOR)),
    (lambda data: indicator(data).pop("weight"), ("plan-field-missing", INDICATOR)),
    (lambda data: indicator(data).pop("unit"), ("plan-field-missing", INDICATOR)),
    (lambda data: indicator(data).pop("code"), ("plan-field-missing", "")),
    (lambda data: data.pop("total"), ("plan-field-missing", "")),
    (lambda data: data.pop("fiscal_year"), ("plan-field-missing", "")),
    (lambda data: data.pop("area"), ("plan-field-missing", "")),
    (lambda data: data.update(area="none"), ("plan-value-wrong", "")),
    (lambda data: data.update(area=["none"]), ("plan-value-wrong", "")),
]
"""Faults that may bring others with them; the fault itself comes first."""


@pytest.mark.parametrize(("change", "found"), FAULTS)
def test_every_fault_of_a_plan_is_found_and_nothing_else(change: Change, found: list[tuple[str, str]]) -> None:
    assert codes(parse_plan(changed(change))[1]) == found


@pytest.mark.parametrize(("change", "first"), SERIOUS)
def test_a_fault_comes_before_what_follows_from_it(change: Change, first: tuple[str, str]) -> None:
    plan, findings = parse_plan(changed(change))
    assert plan is None
    assert codes(findings)[0] == first


def test_an_error_leaves_no_plan_and_a_warning_does() -> None:
    for change, _ in FAULTS:
        plan, findings = parse_plan(changed(change))
        faulty = any(finding.severity is Severity.ERROR for finding in findings)
        assert (plan is None) is faulty


def test_all_faults_are_found_at_once() -> None:
    def spoil(data: Data) -> None:
        data.pop("title")
        data["fiscal_year"] = "2023"
        indicator(data)["unit"] = "৪ টি"
        indicator(data, 1)["weight"] = None

    plan, findings = parse_plan(changed(spoil))
    assert plan is None
    assert [(finding.indicator, finding.params["field"]) for finding in findings][:3] == [
        ("", "title"),
        ("", "fiscal_year"),
        ("1.1.1", "unit"),
    ]


def test_a_finding_names_the_place_the_field_and_what_is_known() -> None:
    (unknown,) = parse_plan(changed(lambda data: indicator(data).update(wieght=3)))[1]
    assert (unknown.params["where"], unknown.params["field"]) == ("1.1.1", "wieght")
    assert "weight" in str(unknown.params["known"])
    (wrong,) = parse_plan(changed(lambda data: data.update(fiscal_year="2023-25")))[1]
    assert (wrong.params["field"], wrong.params["value"]) == ("fiscal_year", "2023-25")


def test_sums_are_shown_with_what_they_should_be() -> None:
    total, area = parse_plan(changed(lambda data: data["area"][0].update(weight=12)))[1]
    assert total.params == {"weight": Decimal("12.5"), "sum": Decimal(12)}
    assert area.params == {"area": 1, "weight": Decimal(12), "sum": Decimal("12.5")}


def test_the_tier_out_of_order_is_named() -> None:
    (finding,) = parse_plan(changed(lambda data: indicator(data, 1).update(targets=[85, 70, 75])))[1]
    assert (finding.params["code"], finding.params["tier"]) == ("1.1.2", "নিম্নে")


# ---- values that cannot be -------------------------------------------------------------------------------------------

ONE_INDICATOR = {"code": "1.1.1", "title": "x", "unit": "%", "weight": 5, "targets": [90]}
ONE_ACTIVITY = {"code": "1.1", "title": "x", "indicator": [ONE_INDICATOR]}
ONE_AREA = {"number": 1, "title": "x", "weight": 5, "activity": [ONE_ACTIVITY]}
ONE_PLAN = {
    "name": "p",
    "title": "x",
    "fiscal_year": "2023-24",
    "total": 5,
    "tiers": [{"percent": 100, "name": "a"}],
    "area": [ONE_AREA],
}


def codes_of(data: dict[str, object]) -> set[str]:
    plan, findings = parse_plan(data)
    assert plan is None
    assert all(isinstance(finding, Finding) and finding.text("bn") for finding in findings)
    return {finding.code for finding in findings}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"tiers": []}, "plan-value-wrong"),
        ({"tiers": [{"percent": 150, "name": "a"}]}, "plan-value-wrong"),
        ({"tiers": [{"percent": 100.5, "name": "a"}]}, "plan-value-wrong"),
        ({"tiers": [{"percent": 0, "name": "a"}]}, "plan-value-wrong"),
        ({"tiers": [{"percent": float("inf"), "name": "a"}]}, "plan-value-wrong"),
        ({"tiers": [{"percent": 100}]}, "plan-field-missing"),
        ({"area": [], "total": 0}, "plan-value-wrong"),
        ({"area": [{**ONE_AREA, "number": float("nan")}]}, "plan-value-wrong"),
        ({"area": [{**ONE_AREA, "number": 1.5}]}, "plan-value-wrong"),
        (
            {
                "area": [
                    {**ONE_AREA, "activity": [{**ONE_ACTIVITY, "indicator": [{**ONE_INDICATOR, "targets": [[1]]}]}]}
                ]
            },
            "plan-value-wrong",
        ),
        (
            {
                "area": [
                    {
                        **ONE_AREA,
                        "activity": [{**ONE_ACTIVITY, "indicator": [{**ONE_INDICATOR, "weight": float("nan")}]}],
                    }
                ]
            },
            "plan-value-wrong",
        ),
    ],
)
def test_a_plan_with_impossible_values_has_findings_and_no_exception(change: dict[str, object], code: str) -> None:
    assert code in codes_of({**ONE_PLAN, **change})


def test_the_plan_of_these_tests_is_sound_and_reads_codes_in_bengali_digits() -> None:
    bangla = {
        **ONE_PLAN,
        "area": [{**ONE_AREA, "activity": [{**ONE_ACTIVITY, "indicator": [{**ONE_INDICATOR, "code": "১.১.১"}]}]}],
    }
    plan, findings = parse_plan(bangla)
    assert (findings, plan and plan.indicators[0].code) == ((), "1.1.1")
