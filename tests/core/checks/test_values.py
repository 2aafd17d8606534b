"""What was achieved, at the edges: days, counts, percents, earlier quarters, evidence."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from tests.core.builders import PLAN, assess_form, at, listed, make_form
from xl_apa.core.assess import Assessment
from xl_apa.core.cells import CellValue
from xl_apa.core.fiscal import Quarter

Q1, Q2, Q3, Q4 = Quarter
DAY, COUNT, PERCENT = "1.1.1", "1.2.1", "1.3.1"
NARRATIVE = "১ম কোয়ার্টারের ১টি প্রতিবেদন প্রেরণ করা হয়েছে।"


def codes(assessment: Assessment) -> list[str]:
    return [finding.code for finding in assessment.findings]


def found(
    achieved: dict[str, CellValue], *, quarter: Quarter = Q1, report_date: CellValue = None, **cells: CellValue
) -> list[str]:
    """The codes for one form; further cells are those of the count's row."""
    form = make_form(PLAN, achieved, {COUNT: cells}, quarter, report_date)
    return codes(assess_form(form))


# ---- days -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "quarter", "codes"),
    [
        (date(2023, 7, 1), Q1, []),
        (date(2023, 6, 30), Q1, ["date-outside-year"]),
        (date(2023, 9, 30), Q1, []),
        (date(2023, 10, 1), Q1, ["date-after-quarter"]),
        (date(2023, 7, 1), Q4, []),
        (date(2023, 12, 31), Q2, []),
        (date(2024, 1, 1), Q2, ["date-after-quarter"]),
        (date(2024, 6, 30), Q4, []),
        (date(2024, 7, 1), Q4, ["date-outside-year"]),
        (date(2024, 7, 1), Q1, ["date-outside-year"]),
    ],
)
def test_a_day_lies_in_the_year_and_not_after_the_quarter(day: date, quarter: Quarter, codes: list[str]) -> None:
    assert found({DAY: day}, quarter=quarter) == codes


@pytest.mark.parametrize(("day", "codes"), [(date(2023, 10, 15), []), (date(2023, 10, 16), ["date-after-report"])])
def test_a_day_is_not_after_the_reports_own(day: date, codes: list[str]) -> None:
    assert found({DAY: day}, quarter=Q2, report_date="15/10/2023") == ["report-before-quarter-end", *codes]


def test_a_day_outside_its_bounds_is_shown_with_them() -> None:
    form = make_form(achieved={DAY: date(2023, 10, 20)}, report_date=date(2023, 10, 15))
    after_quarter, after_report = assess_form(form).findings
    assert after_quarter.params == {"date": date(2023, 10, 20), "end": date(2023, 9, 30)}
    assert after_report.params == {"date": date(2023, 10, 20), "report": date(2023, 10, 15)}


def test_an_accepted_day_is_judged_like_a_typed_one() -> None:
    form = make_form(achieved={DAY: "১০৭/১০/২০২৩"}, cells={DAY: {"accepted": "০৭/১০/২০২৩"}})
    assert codes(assess_form(form)) == ["accepted-used", "date-after-quarter"]


# ---- counts and percents --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("indicator", "value", "codes"),
    [
        (COUNT, 0, []),
        (COUNT, 2.0, []),
        (COUNT, "৪.০", []),
        (COUNT, 200, []),
        (COUNT, 1000, ["number-not-plausible"]),
        (COUNT, -1, ["count-negative"]),
        (COUNT, "-০.৫", ["count-negative"]),
        (COUNT, 0.5, ["count-not-whole"]),
        (COUNT, "২.৫ টি", ["count-not-whole"]),
        (PERCENT, 0, []),
        (PERCENT, 100, []),
        (PERCENT, 99.99, []),
        (PERCENT, 100.01, ["percent-out-of-range"]),
        (PERCENT, "১০০০%", ["percent-out-of-range"]),
        (PERCENT, -1, ["percent-out-of-range"]),
        (PERCENT, 85.5, []),
    ],
)
def test_a_count_is_whole_and_a_percent_at_most_a_hundred(indicator: str, value: CellValue, codes: list[str]) -> None:
    assert found({indicator: value}) == codes


# ---- earlier quarters -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("indicator", "before", "now", "codes"),
    [
        (COUNT, 3, 3, []),
        (COUNT, 3, 4, []),
        (COUNT, 3, 2, ["below-last-quarter"]),
        (COUNT, 3, "২ টি", ["below-last-quarter"]),
        (COUNT, 3, "-", ["reported-before"]),
        (COUNT, 3, None, ["reported-before"]),
        (COUNT, 3, "চলমান", ["reported-before"]),
        (COUNT, 3, NARRATIVE, ["narrative"]),
        (COUNT, NARRATIVE, None, []),
        (COUNT, "-", 1, []),
        (COUNT, None, 1, []),
        (COUNT, 0, 0, []),
        # A percent is the latest one: it may fall.
        (PERCENT, 96, 85, []),
        (PERCENT, 96, None, ["reported-before"]),
        # A day is reported once.
        (DAY, "১০/০৮/২০২৩", date(2023, 8, 10), []),
        (DAY, "১০/০৮/২০২৩", date(2023, 8, 9), ["date-changed"]),
        (DAY, "১০/০৮/২০২৩", date(2023, 11, 9), ["date-changed"]),
        (DAY, "১০/০৮/২০২৩", "-", ["reported-before"]),
        (DAY, "চলমান", date(2023, 11, 9), []),
        (DAY, date(2023, 8, 10), "31/09/2023", ["date-not-real"]),
    ],
)
def test_what_was_reported_before_does_not_shrink_or_vanish(
    indicator: str, before: CellValue, now: CellValue, codes: list[str]
) -> None:
    first = make_form(achieved={indicator: before})
    second = make_form(achieved={indicator: now}, quarter=Q2)
    assert [finding.code for finding in assess_form(second, PLAN, first).findings] == codes


def test_the_last_quarter_that_reported_a_value_counts() -> None:
    forms = [
        make_form(achieved={COUNT: 2}),
        make_form(achieved={COUNT: 3}, quarter=Q2),
        make_form(achieved={COUNT: "-"}, quarter=Q3),
    ]
    last = make_form(achieved={COUNT: 2}, quarter=Q4)
    (finding,) = assess_form(last, PLAN, *forms).findings
    assert (finding.code, finding.cell) == ("below-last-quarter", at("M", 9, Q4))
    assert finding.params == {"value": 2, "before": 3, "quarter": 2}


def test_a_day_that_is_not_repeated_can_still_be_earned() -> None:
    first = make_form(achieved={DAY: date(2023, 8, 10)})
    second = assess_form(make_form(quarter=Quarter.Q4), PLAN, first)
    (result,) = (result for result in second.results if result.indicator.code == DAY)
    assert (result.earlier, result.marks) == (date(2023, 8, 10), 0)
    assert result.attainable == result.indicator.weight


def test_later_quarters_and_blank_ones_do_not_count() -> None:
    blank, later = make_form(quarter=Q1), make_form(achieved={COUNT: 4}, quarter=Q3)
    assert codes(assess_form(make_form(achieved={COUNT: 3}, quarter=Q2), PLAN, blank, later)) == []


def test_a_value_accepted_in_an_earlier_quarter_counts() -> None:
    first = make_form(achieved={COUNT: NARRATIVE}, cells={COUNT: {"accepted": 3}})
    assert codes(assess_form(make_form(achieved={COUNT: 2}, quarter=Q2), PLAN, first)) == ["below-last-quarter"]


def test_an_earlier_value_is_found_though_its_row_had_a_wrong_code() -> None:
    first = make_form(achieved={COUNT: 3}, cells={COUNT: {"label": "[৯.৯] সেবা"}})
    assert codes(assess_form(make_form(achieved={COUNT: 2}, quarter=Q2), PLAN, first)) == ["below-last-quarter"]


# ---- the report's own date ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        (None, []),
        ("", []),
        ("১৫/১০/২০২৩", []),
        (datetime(2023, 10, 1), []),
        (45200, []),
        ("১৬/১০/২০২৩", ["report-late"]),
        ("২৯/০৯/২০২৩", ["report-before-quarter-end"]),
        ("15.08.23", ["report-before-quarter-end"]),
        ("৩১/০৯/২০২৩", ["report-date-not-read"]),
        ("কাল", ["report-date-not-read"]),
        (3, ["report-date-not-read"]),
    ],
)
def test_the_report_is_dated_after_its_quarter_and_by_the_day_it_is_due(typed: CellValue, codes: list[str]) -> None:
    assert found({}, report_date=typed) == codes


def test_the_reports_day_is_kept_for_others_to_show() -> None:
    assert assess_form(make_form(report_date="১৫/১০/২০২৩")).report_day == date(2023, 10, 15)
    assert assess_form(make_form(report_date="কাল")).report_day is None


# ---- evidence -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("evidence", "codes"),
    [
        ("১৫/১০/২০২৩ তারিখের পত্র", []),
        ("১৬/১০/২০২৩ তারিখের পত্র", ["evidence-after-report"]),
        ("১৬ই অক্টোবর ২০২৩ তারিখের পত্র", ["evidence-after-report"]),
        ("০১/০৯/২০২৩ ও ১৬/১০/২০২৩ তারিখের পত্র", ["evidence-after-report"]),
        ("১৬/১০/২০২৩ এর মধ্যে প্রেরণ করা হবে", []),
        ("৩১/০৯/২০২৩ তারিখের পত্র", []),
        ("প্রত্যয়নপত্র", []),
    ],
)
def test_evidence_is_not_dated_after_the_signature(evidence: str, codes: list[str]) -> None:
    assert found({COUNT: 3}, evidence=evidence, report_date="১৫/১০/২০২৩") == codes
    assert found({COUNT: 3}, remarks=evidence, report_date="১৫/১০/২০২৩") == codes
    assert found({COUNT: 3}, evidence=evidence) == []


def test_the_latest_day_of_the_evidence_is_shown() -> None:
    told = "১৬/১০/২০২৩, ২০/১০/২০২৩ ও ১৭/১০/২০২৩ তারিখের পত্র"
    form = make_form(achieved={COUNT: 3}, cells={COUNT: {"evidence": told}}, report_date="১৫/১০/২০২৩")
    (finding,) = assess_form(form).findings
    assert finding.cell == at("P", 9)
    assert finding.params == {"date": date(2023, 10, 20), "report": date(2023, 10, 15)}


def test_a_sentence_in_the_achievement_is_evidence_too() -> None:
    told = "গত ১৬/১০/২০২৩ তারিখে একটি প্রশিক্ষণ অনুষ্ঠিত হয়েছে।"
    assert listed(assess_form(make_form(achieved={COUNT: told}, report_date="১৫/১০/২০২৩")).findings) == [
        ("narrative", at("M", 9), COUNT),
        ("evidence-after-report", at("M", 9), COUNT),
    ]


@pytest.mark.parametrize(
    ("achieved", "evidence", "remarks", "codes"),
    [
        (3, None, None, ["evidence-missing"]),
        (3, "  ", None, ["evidence-missing"]),
        (0, None, None, ["evidence-missing"]),
        (3, "প্রত্যয়নপত্র", None, []),
        (3, None, "ডাটাবেজ হালনাগাদ করা হয়েছে।", []),
        (None, None, None, []),
        ("-", None, None, []),
        ("চলমান", None, None, []),
    ],
)
def test_whoever_reports_a_value_names_the_evidence(
    achieved: CellValue, evidence: CellValue, remarks: CellValue, codes: list[str]
) -> None:
    assert found({COUNT: achieved}, evidence=evidence, remarks=remarks) == codes


@pytest.mark.parametrize(
    ("achieved", "attached", "codes"),
    [
        *((3, said, ["evidence-not-attached"]) for said in ("না", "না।", " না ", "নেই", "নাই", "No", "NO")),
        *((3, said, []) for said in (None, "", "হ্যাঁ", "yes", "আংশিক", "না কি হ্যাঁ", 0, "-")),
        *((achieved, "না", []) for achieved in (None, "-", "চলমান")),
    ],
)
def test_whoever_reports_a_value_does_not_say_that_its_evidence_is_not_attached(
    achieved: CellValue, attached: CellValue, codes: list[str]
) -> None:
    assert found({COUNT: achieved}, attached=attached) == codes


@pytest.mark.parametrize(
    ("remarks", "quarter", "period"),
    [
        ("(জুলাই-সেপ্টেম্বর'২০২৩) ০২টি ত্রৈমাসিক প্রতিবেদন", Q2, "জুলাই-সেপ্টেম্বর"),
        ("জুলাই - সেপ্টেম্বর এর প্রতিবেদন", Q3, "জুলাই-সেপ্টেম্বর"),
        ("অক্টোবর-ডিসেম্বর প্রতিবেদন", Q3, "অক্টোবর-ডিসেম্বর"),
        ("(জুলাই-সেপ্টেম্বর'২০২৩) প্রতিবেদন", Q1, None),
        ("জুলাই-ডিসেম্বর/২০২৩ এর মধ্যে ০১ (এক) টি কর্মশালা", Q2, None),
        ("জুলাই–ডিসেম্বর", Q2, None),
        ("জুলাই-সেপ্টেম্বর ও অক্টোবর-ডিসেম্বর প্রতিবেদন", Q2, None),
        ("জানুয়ারী-মার্চ প্রতিবেদন", Q3, None),
        ("জানুয়ারি-মার্চ প্রতিবেদন", Q3, None),
        ("এপ্রিল-জুন প্রতিবেদন", Q4, None),
        ("সেপ্টেম্বর মাসের প্রতিবেদন", Q2, None),
        ("জুলাই-আগষ্ট মাসের প্রতিবেদন", Q1, "জুলাই-আগস্ট"),
        ("জুলাই-আগস্ট মাসের প্রতিবেদন", Q1, "জুলাই-আগস্ট"),
        ("জুলাই-সেপ্টম্বর প্রতিবেদন", Q2, "জুলাই-সেপ্টেম্বর"),
        ("জুলাই-সেপ্টেম্বরের প্রতিবেদন", Q2, "জুলাই-সেপ্টেম্বর"),
        ("July-September 2023", Q2, "জুলাই-সেপ্টেম্বর"),
        ("Jul-Sep report", Q2, "জুলাই-সেপ্টেম্বর"),
        ("may-marry", Q4, None),
        ("ডাটাবেজ হালনাগাদ করা হয়েছে।", Q2, None),
    ],
)
def test_evidence_speaks_of_the_time_up_to_the_quarters_end(remarks: str, quarter: Quarter, period: str | None) -> None:
    form = make_form(achieved={COUNT: 3}, cells={COUNT: {"remarks": remarks}}, quarter=quarter)
    findings = assess_form(form).findings
    assert listed(findings) == ([("evidence-other-period", at("O", 9, quarter), COUNT)] if period else [])
    assert all(str(period) in finding.text("bn") for finding in findings)
    assert found({COUNT: "চলমান"}, quarter=quarter, remarks=remarks) == []


def test_the_months_of_the_evidence_are_named_in_the_readers_language() -> None:
    told = "(জুলাই-সেপ্টেম্বর'২০২৩) ০২টি ত্রৈমাসিক প্রতিবেদন"
    (finding,) = assess_form(make_form(achieved={COUNT: 2}, cells={COUNT: {"remarks": told}}, quarter=Q2)).findings
    assert "July-September" in finding.text("en")
    assert "December" in finding.text("en")
    assert "ডিসেম্বর" in finding.text("bn")
