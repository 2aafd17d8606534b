"""The two real reports of 2023-24, row by row as they were typed: marks 17.8 and 17.4, and every doubt found.

Department of Labour, first quarter, layout *marks*; Statistics and Informatics Division, second quarter, layout
*remarks*. The texts are those of the scans, slips of the scanner included.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.core.builders import FIRST_ROW, OFFICE, YEAR, at
from xl_apa.core.assess import Assessment, assess
from xl_apa.core.cells import Cell, CellValue
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Achievement, Form, Layout, Report, Rule, Status, Value
from xl_apa.plans import load_plan

PLAN = load_plan("2023-24")
Row = tuple[str, str, str, str, Sequence[str], str, str]
"""area, label, unit, weight, targets, achievement, column 14"""

DATES_1_1_1 = ("১৬/০৫/২০২৪", "২৩/০৫/২০২৪", "৩০/০৫/২০২৪", "০৬/০৬/২০২৪", "১৫/০৬/২০২৪")
DATES_1_3_1 = ("২৩/০৫/২০২৪", "৩০/০৫/২০২৪", "০৬/০৬/২০২৪", "১৫/০৬/২০২৪", "২২/০৬/২০২৪")
COUNTS = ("৪", "৩", "২", "১", "-")
PERCENTS = ("৮৫%", "৮০%", "৭৫%", "৭০%", "৬০%")

# ---- Department of Labour -------------------------------------------------------------------------------------------

FIRST = "[১] ই-গভর্ন্যান্স ও উদ্ভাবন সংক্রান্ত কার্যক্রমের বাস্তবায়ন জোরদারকরণ"
SECOND = "[২] প্রতিষ্ঠানিক সক্ষমতা বৃদ্ধি"
WORKSHOP = "গত ১৭/০৮/২৩খ্রি. তারিখে একটি প্রশিক্ষণ অনুষ্ঠিত হয়েছে।"
PLAN_SENT = "১০৭/০৯/২০২৩ খ্রি. তারিখে মহাশালয়ে শ্রেণণ করা হয়েছে।"
REPORT_SENT = "১ম কোয়ার্টারের ১টি প্রতিবেদন শ্রেণণ করা হয়েছে।"
LETTER = "আওতাধীন দপ্তরসমূহকে গত ২১/০৯/২০২৩ খ্রি. তারিখে পত্র প্রদান করা হয়েছে"

LABOUR: list[Row] = [
    (FIRST, "[১.১.১] ন্যূনতম একটি উদ্ভাবনী ধারণা বাস্তবায়িত", "তারিখ", "১০", DATES_1_1_1, "-", "-"),
    (FIRST, "[১.২.১] সেবাসমূহের ডাটাবেজ হালনাগাদকরণ", "সংখ্যা", "৪", ("৪", "৩", "২", "-", "-"), "১", "১"),
    (FIRST, "[১.৩.১] ন্যূনতম একটি ইনোভেশন প্রদর্শনী (শোকেজিং)", "তারিখ", "৬", DATES_1_3_1, "-", "-"),
    (SECOND, "[১.৪] ই-নির্ধারিত ব্যবহার বৃদ্ধি", "%", "৬", PERCENTS, "১০০%", "১৫"),
    (SECOND, "[১.৫] স্মার্ট বাংলাদেশ বিনির্মাণ কর্মশালা", "সংখ্যা", "৪", COUNTS, WORKSHOP, "১"),
    (
        SECOND,
        "[১.৫.১] স্মার্ট বাংলাদেশ বিনির্মাণ বিষয়ক কর্মশালা/সেমিনার আয়োজিত",
        "তারিখ",
        "৩",
        ("২৫/০৩/২০২৪", "০৮/০৪/২০২৪", "১৫/০৪/২০২৪", "২২/০৪/২০২৪", "২২/০৪/২০২৪"),
        PLAN_SENT,
        "৩",
    ),
    (SECOND, "[১.৫.২] কর্মশালা/সেমিনার প্রণয়নকৃত", "সংখ্যা", "৪", COUNTS, REPORT_SENT, "১"),
    (SECOND, "[২.১.২] আওতাধীন দপ্তর/সংস্থার তথ্য বাতায়ন", "সংখ্যা", "৪", COUNTS, LETTER, "১"),
    (SECOND, "[২.২.১] প্রশিক্ষণ আয়োজিত", "সংখ্যা", "৩", ("২", "", "১", "", ""), "", ""),
    (SECOND, "[২.২.২] প্রতিবেদন প্রেরিত", "তারিখ", "২", ("৩১/০১/২০২৪", "", "২১/০২/২০২৪", "", ""), "", ""),
    (
        SECOND,
        "[২.২.৩] লানিং সেশন অনুষ্ঠিত",
        "তারিখ",
        "৪",
        ("২৮/০২/২০২৪", "", "৩০/০৩/২০২৪", "", "৩০/০৪/২০২৪"),
        "",
        "",
    ),
]
LABOUR_HEADINGS = (
    "ই-গভর্ন্যান্স ও উদ্ভাবন কর্মসম্পাদন ২০২৩-২৪ অর্থ-বছরের (জুলাই-সেপ্টেম্বর) ১ম ত্রৈমাসিক প্রতিবেদন",
    "লক্ষ্যমাত্রা ২০২৩-২০২৪",
)
ALL_COUNTS: dict[str, CellValue] = {"1.5.1": 1, "2.1.1": "১", "2.1.2": "১ টি"}
ALL_OFFERS: dict[str, CellValue] = {**ALL_COUNTS, "1.5.2": "০৭/০৯/২০২৩"}

# ---- Statistics and Informatics Division ----------------------------------------------------------------------------

DIVISION_SECOND = "[২] প্রাতিষ্ঠানিক দক্ষতা বৃদ্ধি"
DIVISION: list[Row] = [
    (
        FIRST,
        "[১.১.১] ন্যূনতম একটি উদ্ভাবনী ধারণা বাস্তবায়িত",
        "তারিখ",
        "১০",
        ("১৬/০৫/২০২৪", "২৩/০৫/২০২৪", "৩০/০৫/২০২৪", "০৬/০৬/২০", "২৪", "১৫/০৬/২০", "২৪"),
        "চলমান",
        "প্রস্তাবসমূহঃ ১) NPR ডাটা কালেকশন অ্যাপস পাইলটিং বাস্তবায়ন। ২) Training and Learning Management System.",
    ),
    (
        FIRST,
        "[১.২.১] সেবার ডাটাবেজ হালনাগাদকরণ",
        "সংখ্যা",
        "৪",
        ("৪", "৩", "২", "", ""),
        "১",
        "ডাটাবেজ হালনাগাদ করা হয়েছে। ১৫ জানুয়ারী ২০২৪ এর মধ্যে একটি প্রত্যয়ন দাখিল করা হবে।",
    ),
    (
        FIRST,
        "[১.৩.১] ন্যূনতম একটি ইনোভেশন প্রদর্শনী (শোকেসিং) আয়োজিত",
        "তারিখ",
        "৬",
        DATES_1_3_1,
        "-",
        "প্রস্তুত থাকার জন্য বিবিএস এর মাধ্যমে পত্র দেয়া হয়েছে।",
    ),
    (FIRST, "[১.৪.১] ই-ফাইলে নোট নিষ্পত্তিকৃত", "%", "৬", PERCENTS, "৯৬", "ই-নথিতে নিষ্পত্তির শতকরা হার= ৯৬%"),
    (
        FIRST,
        "[১.৫.১] কর্মশালা/সভা/সেমিনার আয়োজিত",
        "সংখ্যা",
        "৪",
        ("৪", "৩", "২", "১", ""),
        "১",
        "জুলাই-ডিসেম্বর/২০২৩ এর মধ্যে ০১ (এক) টি কর্মশালা আয়োজন করা হয়েছে।",
    ),
    (
        FIRST,
        "[১.৫.২] কর্মপরিকল্পনা প্রণয়নকৃত",
        "তারিখ",
        "৩",
        ("২৫/০৩/২০২৪", "০৮/০৪/২০২৪", "১৫/০৪/২০২৪", "২২/০৪/২০২", "৪", "২৯/০৪/২০", "২৪"),
        "",
        "১৯/১২/২০২৩ হতে ২১/১২/২০২৩ তারিখে কর্মশালা (১ম পর্যায়) অনুষ্ঠিত হয়েছে। যথা সময়ে সম্পন্ন হবে।",
    ),
    (
        DIVISION_SECOND,
        "[২.১.১] নিজ তথ্য বাতায়ন হালনাগাদকৃত",
        "সংখ্যা",
        "৪",
        ("৪", "৩", "২", "১", "..."),
        "২",
        "(জুলাই-সেপ্টেম্বর'২০২৩) ০২টি ত্রৈমাসিক প্রতিবেদন মন্ত্রিপরিষদ বিভাগে প্রেরণ করা হয়েছে।",
    ),
    (
        DIVISION_SECOND,
        "[২.১.২] আওতাধীন দপ্তর/সংস্থার তথ্য বাতায়ন হালনাগাদকরণ নিশ্চিতকরণ",
        "সংখ্যা",
        "৪",
        ("৪", "৩", "২", "১", "..."),
        "১",
        "(জুলাই-সেপ্টেম্বর'২০২৩) এর ০১টি ত্রৈমাসিক প্রতিবেদন পাওয়া গেছে।",
    ),
    (
        DIVISION_SECOND,
        "[২.২.১] প্রশিক্ষণ আয়োজিত",
        "সংখ্যা",
        "৩",
        ("২", "১", "---", "", ""),
        "২",
        "১৪/০৮/২০২৩ ও ১৭/০৮/২০২৩ তারিখে ০২ টি প্রশিক্ষণ আয়োজন করা হয়েছে।",
    ),
    (
        DIVISION_SECOND,
        "[২.২.২] প্রতিবেদন মন্ত্রিপরিষদ বিভাগে প্রেরিত",
        "তারিখ",
        "২",
        ("৩১/০১/২০২৪", "১১/০২/২০২৪", "----", "---", "---"),
        "-",
        "৩১/০১/২০২৪ এর মধ্যে অনলাইন ও অফলাইনে প্রতিবেদন প্রেরণ করা হবে।",
    ),
    (
        DIVISION_SECOND,
        "[২.২.৩] লার্নিং সেশন অনুষ্ঠিত",
        "তারিখ",
        "৪",
        ("২৮/০২/২০২৪", "৩০/০৩/২০২৪", "৩০/০৪/২০২৪", "-", "-"),
        "",
        "",
    ),
]
DIVISION_HEADINGS = (
    "ই-গভর্ন্যান্স ও উদ্ভাবন কর্মপরিকল্পনা ২০২৩-২৪ (২য় ত্রৈমাসিক (অর্ধবার্ষিক) অগ্রগতি প্রতিবেদন)",
    "লক্ষ্যমাত্রা ২০২২-২০২৩",
    "২য় ত্রৈমাসিক অর্জন",
)


def report(
    rows: Sequence[Row], layout: Layout, quarter: Quarter, headings: Sequence[str], report_date: str = ""
) -> Report:
    def cell(column: str, row: int, value: CellValue) -> Cell:
        return Cell(value, at(column, row, quarter))

    filled = tuple(
        Achievement(
            label=cell("E", number, label),
            unit=cell("F", number, unit),
            weight=cell("G", number, weight),
            targets=tuple(
                cell(column, number, target) for target, column in zip(targets, ("H", "I", "J", "K", *"LLL"))
            ),
            achieved=cell("M", number, achieved),
            area=cell("B", number, area),
            **{layout.value if layout is Layout.REMARKS else "claimed": cell("N", number, last)},
        )
        for number, (area, label, unit, weight, targets, achieved, last) in enumerate(rows, FIRST_ROW)
    )
    heads = tuple(cell("B", number, heading) for number, heading in enumerate(headings, 1))
    form = Form(quarter, f"{quarter.ordinal_bn} ত্রৈমাসিক", heads, filled, cell("M", 40, report_date))
    return Report(OFFICE, Cell(YEAR.label_bn, "'তথ্য'!C4"), layout, PLAN.name, {quarter: form})


def labour(accepted: Mapping[str, CellValue] | None = None, rule: Rule | None = None) -> Assessment:
    """The labour report, with the values a person accepted for its sentences."""
    typed = report(LABOUR, Layout.MARKS, Quarter.Q1, LABOUR_HEADINGS, "15.08.23")
    form = typed.forms[Quarter.Q1]
    rows = tuple(
        replace(row, accepted=Cell((accepted or {}).get(indicator.code), at("P", number)))
        for number, (row, indicator) in enumerate(zip(form.rows, PLAN.indicators), FIRST_ROW)
    )
    return assess(replace(typed, forms={Quarter.Q1: replace(form, rows=rows)}), PLAN, Quarter.Q1, rule=rule)


def division(rule: Rule | None = None) -> Assessment:
    typed = report(DIVISION, Layout.REMARKS, Quarter.Q2, DIVISION_HEADINGS)
    return assess(typed, PLAN, Quarter.Q2, rule=rule)


def by_indicator(assessment: Assessment) -> dict[str, list[tuple[str, str]]]:
    """Codes and columns of the findings, by indicator."""
    found: dict[str, list[tuple[str, str]]] = {}
    for finding in assessment.findings:
        column = finding.cell.rpartition("!")[2].rstrip("0123456789")
        found.setdefault(finding.indicator, []).append((finding.code, column))
    return {indicator: sorted(findings) for indicator, findings in found.items()}


# ---- the division: 17.8 ---------------------------------------------------------------------------------------------


def test_the_divisions_report_earns_17_8() -> None:
    assessment = division()
    assert (assessment.total, assessment.plan.weight, assessment.rule) == (Decimal("17.8"), 50, Rule.TIER)
    assert [(result.status, result.percent, result.marks) for result in assessment.results] == [
        (Status.ONGOING, 0, 0),
        (Status.REPORTED, 0, 0),
        (Status.NONE, 0, 0),
        (Status.REPORTED, 100, 6),
        (Status.REPORTED, 70, Decimal("2.8")),
        (Status.NONE, 0, 0),
        (Status.REPORTED, 80, Decimal("3.2")),
        (Status.REPORTED, 70, Decimal("2.8")),
        (Status.REPORTED, 100, 3),
        (Status.NONE, 0, 0),
        (Status.NONE, 0, 0),
    ]
    assert [result.value for result in assessment.results] == [None, 1, None, 96, 1, None, 2, 1, 2, None, None]


def test_the_divisions_doubts_are_found_and_nothing_else() -> None:
    assert by_indicator(division()) == {
        "": [("fiscal-year-differs", "B")],
        "2.1.1": [("evidence-other-period", "N")],
        "2.1.2": [("evidence-other-period", "N")],
    }


def test_what_the_division_can_still_earn() -> None:
    assessment = division()
    assert assessment.as_of == date(2023, 12, 31)
    assert assessment.attainable == 50
    assert [result.not_yet_due for result in assessment.results] == [
        indicator.code in ("1.1.1", "1.3.1", "1.5.2", "2.2.2", "2.2.3") for indicator in PLAN.indicators
    ]


# ---- the labour department: 6.0, 14.4, 17.4 -------------------------------------------------------------------------


def test_the_labour_report_as_typed_earns_6() -> None:
    assessment = labour()
    assert assessment.total == 6
    assert [(result.status, result.marks, result.claimed) for result in assessment.results] == [
        (Status.NONE, 0, None),
        (Status.REPORTED, 0, 1),
        (Status.NONE, 0, None),
        (Status.REPORTED, 6, 15),
        (Status.UNREADABLE, 0, 1),
        (Status.UNREADABLE, 0, 3),
        (Status.UNREADABLE, 0, 1),
        (Status.UNREADABLE, 0, 1),
        (Status.NONE, 0, None),
        (Status.NONE, 0, None),
        (Status.NONE, 0, None),
    ]


def test_what_its_sentences_seem_to_say_is_offered() -> None:
    offers: dict[str, Value] = {
        result.indicator.code: result.offer for result in labour().results if result.offer is not None
    }
    assert offers == {"1.5.1": 1, "1.5.2": date(2023, 9, 7), "2.1.1": 1, "2.1.2": 1}
    told = {
        finding.indicator: finding.params["offer"]
        for finding in labour().findings
        if finding.code in ("narrative", "date-not-real")
    }
    assert told == offers


@pytest.mark.parametrize(
    ("accepted", "total"), [({}, "6"), ({"1.5.1": 1}, "8.8"), (ALL_COUNTS, "14.4"), (ALL_OFFERS, "17.4")]
)
@pytest.mark.parametrize("rule", [None, *Rule])
def test_what_a_person_accepts_is_marked(accepted: dict[str, CellValue], total: str, rule: Rule | None) -> None:
    # Every value lies on a tier, so both rules give the same.
    assert labour(accepted, rule).total == Decimal(total)


def test_every_doubt_of_the_labour_report_is_found_and_nothing_else() -> None:
    assert by_indicator(labour()) == {
        "": [("report-before-quarter-end", "M")],
        "1.2.1": [("claimed-is-count", "N"), ("evidence-missing", "")],
        "1.4.1": [
            ("area-does-not-fit", "B"),
            ("claimed-above-weight", "N"),
            ("code-does-not-fit", "E"),
            ("evidence-missing", ""),
        ],
        "1.5.1": [
            ("area-does-not-fit", "B"),
            ("claimed-is-count", "N"),
            ("code-does-not-fit", "E"),
            ("evidence-after-report", "M"),
            ("narrative", "M"),
        ],
        "1.5.2": [
            ("area-does-not-fit", "B"),
            ("claimed-differs", "N"),
            ("code-does-not-fit", "E"),
            ("date-not-real", "M"),
            ("target-differs", "L"),
        ],
        "2.1.1": [("claimed-is-count", "N"), ("code-does-not-fit", "E"), ("narrative", "M")],
        "2.1.2": [("claimed-is-count", "N"), ("evidence-after-report", "M"), ("narrative", "M")],
        "2.2.1": [("target-differs", "I"), ("target-differs", "J")],
        "2.2.2": [("target-differs", "I"), ("target-differs", "J")],
        "2.2.3": [("target-differs", "I"), ("target-differs", "J"), ("target-differs", "L")],
    }


def test_accepted_values_take_the_place_of_the_sentences() -> None:
    assessment = labour(ALL_OFFERS)
    codes = {finding.code for finding in assessment.findings}
    assert codes.isdisjoint({"narrative", "date-not-real", "accepted-not-used"})
    used = [(one.indicator, one.cell) for one in assessment.findings if one.code == "accepted-used"]
    assert used == [("1.5.1", at("P", 12)), ("1.5.2", at("P", 13)), ("2.1.1", at("P", 14)), ("2.1.2", at("P", 15))]
    # 3 marks were claimed for 1.5.2, and 3 it is.
    assert ("claimed-differs", "N") not in by_indicator(assessment)["1.5.2"]
    assert ("date-after-report", "M") in by_indicator(assessment)["1.5.2"]


def test_no_offer_is_ever_marked_by_itself() -> None:
    assert all(result.marks == 0 for result in labour().results if result.offer is not None)


@pytest.mark.parametrize("lang", ["bn", "en"])
def test_the_offered_day_is_told_in_words(lang: str) -> None:
    (told,) = [finding.text(lang) for finding in labour().findings if finding.code == "date-not-real"]
    assert {"bn": "৭ সেপ্টেম্বর ২০২৩", "en": "7 September 2023"}[lang] in told
    assert PLAN_SENT in told
