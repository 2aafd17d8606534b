"""Every finding of the catalogue, brought about by a report or a plan: what, where, about which indicator."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pytest

from tests.core.builders import (
    COUNT,
    DAY,
    PLAN,
    assess_form,
    at,
    listed,
    make_form,
    make_indicator,
    make_plan,
    make_row,
)
from tests.core.planning.test_parse import FAULTS as PLAN_FAULTS
from xl_apa.core.assess import Assessment
from xl_apa.core.findings import KINDS, Category, Finding, FindingKind, Severity, gravest
from xl_apa.core.fiscal import Quarter
from xl_apa.core.messages import LANGUAGES
from xl_apa.core.messages.findings import FINDINGS
from xl_apa.core.model import Form, Method, Unit

Q1, Q2 = Quarter.Q1, Quarter.Q2
NARRATIVE = "১ম কোয়ার্টারের ১টি প্রতিবেদন প্রেরণ করা হয়েছে।"
MADE_ELSEWHERE = {
    "plan-from-workbook",
    *("office-unknown", "office-unknown-but-name", "office-name-of-other", "office-name-differs", "office-code-shared"),
    *("office-by-name", "office-by-name-taken", "office-code-is-day"),
    "row-targets-missing",
    "row-target-wrong-type",
    "row-tiers-not-monotone",
    *("cell-error", "formula-without-result", "struck-out", "cell-merged", "something-over-cell", "picture-over-cell"),
    *("part-not-counted", "days-shifted", "shown-otherwise"),
    *("columns-missing", "value-outside-rows", "formulas-changed", "formulas-lost", "copy-filled", "copy-differs"),
    *("import-unsure", "import-row-unknown", "import-cell-left-over", "import-target-joined", "import-two-figures"),
    *("import-claim-unsure", "import-converted", "import-table-not-read"),
    *("imported", "import-to-confirm", "import-confirmed", "import-office-by-file", "import-office-similar"),
    *("info-copy-differs", "quarter-not-read", "sheet-of-other-quarter", "office-code-blank", "field-beside-its-cell"),
    *("info-blank", "foreign-macros", "outside-links", "embedded-objects", "foreign-sheets-hidden"),
    *("form-sheet-hidden", "form-rows-hidden", "form-columns-hidden", "form-cells-unseen"),
    *("sent-again", "sent-again-undecided", "other-quarter-filled", "form-for-other-year"),
    *("plan-altered", "plan-altered-further", "plan-is-another", "plan-inside-unreadable", "hidden-field-differs"),
    "looks-not-read",
    *("tabs-swapped", "sheet-says-two-quarters", "sheet-unlocked", "template-other-version", "tier-heading-differs"),
    *("text-differs", "area-weight-differs", "rows-reordered", "total-differs"),
}
"""Findings that the reader of workbooks and the register yield, those about a row by itself (`test_rows.py`), and those
about what a file tells of a cell beside its value or of its sheets (`tests/sheets/read`), and those about
files that were sent again or hold another quarter (`tests/ministry/collect`), or hold what no report needs
(`tests/xlsx/hostile`), and where a workbook is no longer what the ministry gave out (`tests/sheets/test_tampering.py`), or is read where Excel
saves no copy (`tests/excel/test_saved_copy.py`)."""

Listed = list[tuple[str, str, str]]

DAY_CELL, COUNT_CELL, PERCENT_CELL = at("M", 8), at("M", 9), at("M", 10)

# What is typed or printed in the form, and the whole list of findings that comes of it.
ONE_FORM: list[tuple[dict[str, object], Listed]] = [
    # What was typed as an achievement.
    ({"achieved": {"1.1.1": "31/09/2023"}}, [("date-not-real", DAY_CELL, "1.1.1")]),
    ({"achieved": {"1.1.1": "10082023"}}, [("date-not-understood", DAY_CELL, "1.1.1")]),
    ({"achieved": {"1.2.1": NARRATIVE}}, [("narrative", COUNT_CELL, "1.2.1")]),
    ({"achieved": {"1.2.1": "১,৫"}}, [("not-understood", COUNT_CELL, "1.2.1")]),
    ({"achieved": {"1.2.1": 2024}}, [("number-not-plausible", COUNT_CELL, "1.2.1")]),
    ({"achieved": {"1.2.1": "৯৬%"}}, [("unit-mismatch", COUNT_CELL, "1.2.1")]),
    ({"achieved": {"1.2.1": datetime(2023, 8, 1)}}, [("unit-mismatch", COUNT_CELL, "1.2.1")]),
    ({"achieved": {"1.3.1": 0.96}}, [("percent-was-fraction", PERCENT_CELL, "1.3.1")]),
    ({"achieved": {"1.3.1": 1}}, [("percent-is-one", PERCENT_CELL, "1.3.1")]),
    ({"achieved": {"1.3.1": 1.05}}, [("percent-doubtful", PERCENT_CELL, "1.3.1")]),
    ({"achieved": {"1.3.1": 101}}, [("percent-out-of-range", PERCENT_CELL, "1.3.1")]),
    ({"achieved": {"1.2.1": 45325}}, [("count-looks-like-day", COUNT_CELL, "1.2.1")]),
    (
        {"achieved": {"1.2.1": NARRATIVE}, "cells": {"1.2.1": {"accepted": 1}}},
        [("accepted-used", at("Q", 9), "1.2.1")],
    ),
    (
        {"achieved": {"1.2.1": 3}, "cells": {"1.2.1": {"accepted": 4}}},
        [("accepted-not-used", at("Q", 9), "1.2.1")],
    ),
    # What was achieved.
    ({"achieved": {"1.1.1": date(2023, 6, 30)}}, [("date-outside-year", DAY_CELL, "1.1.1")]),
    ({"achieved": {"1.1.1": date(2023, 10, 1)}}, [("date-after-quarter", DAY_CELL, "1.1.1")]),
    (
        {"achieved": {"1.1.1": date(2023, 10, 20)}, "report_date": "১৫/১০/২০২৩"},
        [("date-after-quarter", DAY_CELL, "1.1.1"), ("date-after-report", DAY_CELL, "1.1.1")],
    ),
    ({"achieved": {"1.2.1": -1}}, [("count-negative", COUNT_CELL, "1.2.1")]),
    ({"achieved": {"1.2.1": 2.5}}, [("count-not-whole", COUNT_CELL, "1.2.1")]),
    ({"report_date": "কাল"}, [("report-date-not-read", at("M", 40), "")]),
    ({"report_date": "15.08.23"}, [("report-before-quarter-end", at("M", 40), "")]),
    ({"report_date": "16.10.23"}, [("report-late", at("M", 40), "")]),
    (
        {
            "report_date": "15.10.23",
            "achieved": {"1.2.1": 3},
            "cells": {"1.2.1": {"evidence": "১৬/১০/২০২৩ তারিখের পত্র"}},
        },
        [("evidence-after-report", at("P", 9), "1.2.1")],
    ),
    (
        {"achieved": {"1.2.1": 3}, "cells": {"1.2.1": {"evidence": None}}},
        [("evidence-missing", at("P", 9), "1.2.1")],
    ),
    (
        {"achieved": {"1.2.1": 3}, "cells": {"1.2.1": {"attached": "না"}}},
        [("evidence-not-attached", at("S", 9), "1.2.1")],
    ),
    (
        {
            "quarter": Q2,
            "achieved": {"1.2.1": 3},
            "cells": {"1.2.1": {"remarks": "(জুলাই-সেপ্টেম্বর'২০২৩) ০২টি ত্রৈমাসিক প্রতিবেদন"}},
        },
        [("evidence-other-period", at("O", 9, Q2), "1.2.1")],
    ),
    # The marks an office gives itself, and those in the sheet.
    (
        {"achieved": {"1.3.1": "১০০%"}, "cells": {"1.3.1": {"claimed": "১৫"}}},
        [("claimed-above-weight", at("N", 10), "1.3.1")],
    ),
    (
        {"achieved": {"1.2.1": 3}, "cells": {"1.2.1": {"claimed": 4}}},
        [("claimed-differs", at("N", 9), "1.2.1")],
    ),
    (
        {"achieved": {"1.2.1": "১"}, "cells": {"1.2.1": {"claimed": "১"}}},
        [("claimed-is-count", at("N", 9), "1.2.1")],
    ),
    (
        {"achieved": {"1.2.1": 3}, "cells": {"1.2.1": {"claimed": "ভাল"}}},
        [("claimed-not-read", at("N", 9), "1.2.1")],
    ),
    (
        {"achieved": {"1.2.1": 3}, "cells": {"1.2.1": {"marks": 2.8}}},
        [("marks-out-of-date", at("R", 9), "1.2.1")],
    ),
    # The printed form.
    (
        {"headings": ("কর্মপরিকল্পনা ২০২৩-২৪", "লক্ষ্যমাত্রা ২০২২-২০২৩")},
        [("fiscal-year-differs", at("B", 2), "")],
    ),
    ({"cells": {"1.2.1": {"unit": "%"}}}, [("unit-differs", at("F", 9), "1.2.1")]),
    (
        {"cells": {"1.2.1": {"weight": 5}}},
        [("weights-do-not-add-up", "", ""), ("weight-differs", at("G", 9), "1.2.1")],
    ),
    ({"cells": {"1.2.1": {"targets": (4, 3, 2, 2, None)}}}, [("target-differs", at("K", 9), "1.2.1")]),
    ({"cells": {"1.2.1": {"area": "[২] প্রাতিষ্ঠানিক দক্ষতা"}}}, [("area-does-not-fit", at("B", 9), "1.2.1")]),
    ({"cells": {"1.2.1": {"label": "[১.২] সেবা"}}}, [("code-does-not-fit", at("E", 9), "1.2.1")]),
]
NOTHING_WRONG: list[dict[str, object]] = [
    {},
    {"achieved": {"1.1.1": "১০/০৮/২০২৩", "1.2.1": "২ টি", "1.3.1": "৯৬%", "2.1.1": 10}},
    {"achieved": {"1.1.1": "চলমান", "1.2.1": "-", "1.3.1": "", "2.1.1": "…"}},
    {"achieved": {"1.1.1": date(2023, 9, 30)}, "report_date": date(2023, 10, 15)},
    {"achieved": {"1.2.1": 3}, "cells": {"1.2.1": {"claimed": "৩.৬", "marks": 3.6}}, "report_date": 45214},
]


def form_with(*more: int, left_out: str = "") -> Form:
    """The form of PLAN without an indicator, with further rows at these places, copies of the first count."""
    members = [one for one in PLAN.indicators if one.code != left_out]
    rows = [make_row(one, number) for number, one in enumerate(members, 8)]
    return Form(Q1, "১ম ত্রৈমাসিক", (), (*rows, *(make_row(COUNT, number) for number in more)))


def against_q1(before: object, now: object, indicator: str) -> Assessment:
    first = make_form(achieved={indicator: before})  # type: ignore[dict-item]
    return assess_form(make_form(achieved={indicator: now}, quarter=Q2), PLAN, first)  # type: ignore[dict-item]


def in_a_row_of(unit: str, achieved: str) -> Assessment:
    plan = make_plan(make_indicator("1.2.1", targets=(400_000, 300_000), name=unit))
    return assess_form(make_form(plan, {"1.2.1": achieved}), plan)


def by_method(method: Method, first: object, now: object, *, gone: bool = False) -> Assessment:
    """A count of two quarters that are added up or averaged."""
    plan = make_plan(DAY, replace(COUNT, method=method))
    forms = [] if gone else [make_form(plan, {"1.2.1": first})]  # type: ignore[dict-item]
    return assess_form(make_form(plan, {"1.2.1": now}, quarter=Q2), plan, *forms)  # type: ignore[dict-item]


def same_count() -> Assessment:
    first = make_form(achieved={"1.2.1": 2}, cells={"1.2.1": {"evidence": "২০/০৮/২০২৩ তারিখের সভার নোটিশ"}})
    evidence = {"1.2.1": {"evidence": "১২/১১/২০২৩ তারিখের সভার নোটিশ"}}
    return assess_form(make_form(achieved={"1.2.1": 2}, cells=evidence, quarter=Q2), PLAN, first)


MADE: list[tuple[Callable[[], Assessment], Listed]] = [
    (lambda: in_a_row_of("টাকা", "২ লক্ষ টাকা"), [("amount-reckoned", DAY_CELL, "1.2.1")]),
    (lambda: in_a_row_of("কোটি টাকা", "৫০ লক্ষ টাকা"), [("unit-unclear", DAY_CELL, "1.2.1")]),
    (lambda: against_q1(4, 3, "1.2.1"), [("below-last-quarter", at("M", 9, Q2), "1.2.1")]),
    (lambda: against_q1(4, "-", "1.2.1"), [("reported-before", at("M", 9, Q2), "1.2.1")]),
    (
        lambda: against_q1("১০/০৮/২০২৩", "১১/০৮/২০২৩", "1.1.1"),
        [("date-changed", at("M", 8, Q2), "1.1.1")],
    ),
    (lambda: by_method(Method.SUM, NARRATIVE, 2), [("earlier-not-read", at("M", 9), "1.2.1")]),
    (lambda: by_method(Method.MEAN, None, 2, gone=True), [("earlier-missing", at("M", 9, Q2), "1.2.1")]),
    (lambda: by_method(Method.MEAN, 3, None), [("quarter-blank", at("M", 9, Q2), "1.2.1")]),
    (same_count, [("count-of-this-quarter", at("M", 9, Q2), "1.2.1")]),
    (lambda: assess_form(form_with(left_out="1.2.1")), [("indicator-missing", "", "1.2.1")]),
    (lambda: assess_form(form_with(12)), [("indicator-repeated", at("E", 12), "1.2.1")]),
    (
        lambda: assess_form(
            Form(Q1, "১ম ত্রৈমাসিক", (), (*form_with().rows, make_row(make_indicator("3.1.1", weight=99), 12)))
        ),
        [("indicator-unknown", at("E", 12), "")],
    ),
]


@pytest.mark.parametrize(("given", "found"), ONE_FORM, ids=[found[-1][0] for _, found in ONE_FORM])
def test_a_fault_in_a_form_is_found_in_its_cell_and_nothing_else_is(given: dict[str, object], found: Listed) -> None:
    assert listed(assess_form(make_form(**given)).findings) == found  # type: ignore[arg-type]


@pytest.mark.parametrize(("make", "found"), MADE, ids=[found[-1][0] for _, found in MADE])
def test_a_fault_of_rows_and_quarters_is_found_in_its_cell_and_nothing_else_is(
    make: Callable[[], Assessment], found: Listed
) -> None:
    assert listed(make().findings) == found


@pytest.mark.parametrize("given", NOTHING_WRONG)
def test_a_careful_report_has_no_findings(given: dict[str, object]) -> None:
    assert listed(assess_form(make_form(**given)).findings) == []  # type: ignore[arg-type]


NO_SCALE: list[tuple[Unit, tuple[int | str | None, ...], str, str | None]] = [
    (Unit.NUMBER, (None,) * 5, "targets-missing", None),
    (Unit.NUMBER, (4, 2, 3, None, None), "tiers-not-monotone", "উত্তম"),
    (Unit.DATE, (4, 3, 2, None, None), "target-wrong-type", "অসাধারণ"),
    (Unit.NUMBER, (4, "2024-05-16", None, None, None), "target-wrong-type", "অতি উত্তম"),
]


@pytest.mark.parametrize(("unit", "targets", "code", "tier"), NO_SCALE)
def test_an_indicator_without_a_scale_is_not_marked_and_the_tier_is_named(
    unit: Unit, targets: tuple[int | str | None, ...], code: str, tier: str | None
) -> None:
    plan = make_plan(DAY, make_indicator("1.2.1", unit, targets))
    achieved = {"1.1.1": date(2023, 8, 1), "1.2.1": date(2023, 8, 1) if unit is Unit.DATE else 100}
    assessment = assess_form(make_form(plan, achieved), plan)
    (finding,) = [one for one in assessment.findings if one.code in (code, "best-tier-missing")]
    assert (finding.code, finding.indicator) == (code, "1.2.1")
    assert tier in (None, finding.params["tier"])
    assert [result.marks for result in assessment.results] == [10, 0]
    assert [result.attainable for result in assessment.results] == [10, 0]


def test_every_finding_of_the_catalogue_is_brought_about() -> None:
    brought_about = {code for _, found in [*ONE_FORM, *MADE] for code, _, _ in found}
    brought_about |= {code for _, found in PLAN_FAULTS for code, _ in found}
    brought_about |= {code for _, _, code, _ in NO_SCALE}
    assert set(FINDINGS) - brought_about == MADE_ELSEWHERE


# ---- a finding by itself --------------------------------------------------------------------------------------------


def test_a_finding_takes_code_and_severity_from_its_kind() -> None:
    found = [Finding(kind) for kind in (FindingKind.COUNT_NEGATIVE, FindingKind.EVIDENCE_MISSING)]
    assert [(one.code, one.severity) for one in found] == [
        ("count-negative", Severity.ERROR),
        ("evidence-missing", Severity.WARNING),
    ]
    assert Finding(FindingKind.PERCENT_WAS_FRACTION).severity is Severity.NOTE


def test_a_code_in_json_is_plain_text() -> None:
    code = Finding(FindingKind.DATE_NOT_REAL).code
    assert type(code) is str
    assert json.dumps({"code": code}) == '{"code": "date-not-real"}'


def test_every_kind_has_its_sentence_and_every_sentence_of_a_finding_its_kind() -> None:
    assert {kind.value for kind in FindingKind} == set(FINDINGS)


def test_a_kind_is_named_after_its_code_and_found_by_it() -> None:
    assert all(kind.name == kind.value.upper().replace("-", "_") for kind in FindingKind)
    assert {code: kind.value for code, kind in KINDS.items()} == {code: code for code in FINDINGS}


@pytest.mark.parametrize("kind", FindingKind)
def test_a_kind_survives_the_way_from_a_worker_process(kind: FindingKind) -> None:
    back = pickle.loads(pickle.dumps(kind))
    assert back is kind
    assert (back.severity, back.category) == (kind.severity, kind.category)


def test_the_kinds_about_a_form_are_those_that_say_it_is_not_the_ministrys_plan() -> None:
    assert {kind.value for kind in FindingKind if kind.category is Category.FORM} == {
        "fiscal-year-differs",
        "unit-differs",
        "weight-differs",
        "target-differs",
        "weights-do-not-add-up",
        "area-does-not-fit",
        "code-does-not-fit",
        "indicator-missing",
        "indicator-repeated",
        "indicator-unknown",
        *("plan-altered", "plan-altered-further", "plan-is-another", "text-differs", "area-weight-differs"),
        *("tier-heading-differs", "rows-reordered"),
    }


def test_the_gravest_finding_is_the_first_of_the_gravest() -> None:
    note, warning = Finding(FindingKind.ACCEPTED_USED), Finding(FindingKind.REPORT_LATE)
    error, other = Finding(FindingKind.NARRATIVE, "A1"), Finding(FindingKind.COUNT_NEGATIVE, "A2")
    assert gravest([note, error, warning, other]) is error
    assert gravest([note, warning]) is warning
    assert gravest([]) is None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_offer_stands_in_a_second_sentence(lang: str) -> None:
    without = Finding(FindingKind.DATE_NOT_REAL, params={"text": "১০৭/০৯/২০২৩", "offer": None}).text(lang)
    offered = Finding(FindingKind.DATE_NOT_REAL, params={"text": "১০৭/০৯/২০২৩", "offer": date(2023, 9, 7)}).text(lang)
    assert "১০৭/০৯/২০২৩" in without
    assert offered.startswith(without)
    assert {"bn": "৭ সেপ্টেম্বর ২০২৩", "en": "7 September 2023"}[lang] in offered
    assert without == Finding(FindingKind.DATE_NOT_REAL, params={"text": "১০৭/০৯/২০২৩"}).text(lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_finding_can_be_told(lang: str) -> None:
    assessments = [assess_form(make_form(**given)) for given, _ in ONE_FORM]  # type: ignore[arg-type]
    assessments += [make() for make, _ in MADE]
    told = [finding.text(lang) for assessment in assessments for finding in assessment.findings]
    assert all(text.strip() and "{" not in text and "None" not in text for text in told)
