"""The one place for what the ministry workbook is headed with: sheet names, titles, headings, words for codes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from xl_apa.core.findings import Severity
from xl_apa.core.fiscal import Quarter
from xl_apa.core.messages import render
from xl_apa.core.model import Plan, Rollup, Rule, Status, Unit
from xl_apa.core.numerals import to_bangla_digits
from xl_apa.ministry.analysis.chart_data import FileCount
from xl_apa.ministry.analysis.rollup import RolledUp
from xl_apa.ministry.analysis.submissions import Submission
from xl_apa.sheets.layout import TOTAL_LABEL, plan_title, rule_line

# ---- sheets ---------------------------------------------------------------------------------------------------------

OVERVIEW_SHEET = "সারসংক্ষেপ"
FORM_SHEET = "মন্ত্রণালয়ের ফরম"
MARKS_SHEET = "নম্বর"
CHARTS_SHEET = "চিত্রের উপাত্ত"
SUBMISSIONS_SHEET = "দাখিল"
LEVELS_SHEET = "স্তর অনুযায়ী"
CLAIMS_SHEET = "দাবির পার্থক্য"
PLAN_SHEET = "পরিকল্পনার পার্থক্য"
PROSPECTS_SHEET = "অর্জনযোগ্য"
DEADLINES_SHEET = "সময়সীমা"
RULES_SHEET = "নিয়মভেদে"
FINDINGS_SHEET = "পর্যবেক্ষণ"
SOURCES_SHEET = "উৎস"
DATA_SHEET = "উপাত্ত"

TITLES = {
    OVERVIEW_SHEET: "মন্ত্রণালয়ের সারসংক্ষেপ",
    FORM_SHEET: "মন্ত্রণালয়ের সমন্বিত প্রতিবেদন",
    MARKS_SHEET: "দপ্তর ও সূচক অনুযায়ী নম্বর",
    CHARTS_SHEET: "চিত্রের উপাত্ত: ক্ষেত্র, স্তর, মোট নম্বর ও দাখিল",
    SUBMISSIONS_SHEET: "দাখিল: কোন দপ্তর প্রতিবেদন দিয়েছে, কে দেয়নি",
    LEVELS_SHEET: "স্তর অনুযায়ী: যে দপ্তরের কাছে অন্যরা প্রতিবেদন দেয়",
    CLAIMS_SHEET: "দাবির পার্থক্য: যে নম্বর দপ্তর দাবি করেছে আর যা পাওয়া গেছে",
    PLAN_SHEET: "পরিকল্পনার পার্থক্য: দপ্তরের ফরম যেখানে মন্ত্রণালয়ের পরিকল্পনার মতো নয়",
    PROSPECTS_SHEET: "অর্জনযোগ্য: আর কত নম্বর পাওয়া যেতে পারে, কবে পর্যন্ত",
    DEADLINES_SHEET: "সময়সীমা: সামনের তারিখ ও যেসব দপ্তর বাকি",
    RULES_SHEET: "নিয়মভেদে: দুই নিয়মে মোট নম্বর ও ক্রম",
    FINDINGS_SHEET: "পর্যবেক্ষণ: যা সংশোধন বা যাচাই করতে হবে",
    SOURCES_SHEET: "উৎস: কোন ফাইল থেকে কী নেওয়া হয়েছে",
    DATA_SHEET: "উপাত্ত: প্রতি দপ্তর ও সূচকে একটি সারি",
}
NOTHING = {
    FORM_SHEET: "কোনো দপ্তরের প্রতিবেদন পড়া যায়নি।",
    MARKS_SHEET: "কোনো দপ্তরের প্রতিবেদন পড়া যায়নি।",
    CHARTS_SHEET: "কোনো দপ্তরের প্রতিবেদন পড়া যায়নি।",
    SUBMISSIONS_SHEET: "তালিকায় কোনো দপ্তর নেই।",
    LEVELS_SHEET: "কোনো দপ্তরের প্রতিবেদন পড়া যায়নি।",
    CLAIMS_SHEET: "দাবিকৃত ও প্রাপ্ত নম্বরে কোনো পার্থক্য নেই।",
    PLAN_SHEET: "সব ফরম মন্ত্রণালয়ের পরিকল্পনার মতোই।",
    PROSPECTS_SHEET: "পরিকল্পনায় কোনো সূচক নেই।",
    DEADLINES_SHEET: "সামনে আর কোনো তারিখ নেই।",
    RULES_SHEET: "কোনো দপ্তরের প্রতিবেদন পড়া যায়নি।",
    FINDINGS_SHEET: "কোনো পর্যবেক্ষণ নেই।",
    SOURCES_SHEET: "কোনো ফাইল নেই।",
    DATA_SHEET: "কোনো দপ্তরের প্রতিবেদন পড়া যায়নি।",
}
"""What a sheet says when its table has no row."""


def continued(name: str, part: int) -> str:
    """The name of a table's further sheets: `উপাত্ত ২`."""
    return name if part == 1 else f"{name} {to_bangla_digits(part)}"


# ---- lines under titles ---------------------------------------------------------------------------------------------


def quarter_line(quarter: Quarter) -> str:
    """`২য় ত্রৈমাসিক (অক্টোবর-ডিসেম্বর)`."""
    return f"{quarter.ordinal_bn} ত্রৈমাসিক ({quarter.months_bn})"


def rule_text(plan: Plan, chosen: Rule | None) -> str:
    """The rule of marks, and the indicators that have a rule of their own."""
    rule = chosen or plan.rule
    own = [] if chosen else [each for each in plan.indicators if each.rule not in (None, rule)]
    exceptions = ", ".join(f"{to_bangla_digits(each.code)} {rule_word(each.rule or rule)}" for each in own)
    return f"{rule_line(rule)}; ব্যতিক্রম: {exceptions}" if own else rule_line(rule)


def basis_line(plan: Plan, quarter: Quarter, rule: Rule | None) -> str:
    """Return what every sheet says of its numbers: plan and year, quarter, rule (None: the plan's own)."""
    return f"{plan_title(plan)} · {quarter_line(quarter)} · {rule_text(plan, rule)}"


# ---- columns of the tables ------------------------------------------------------------------------------------------

COLUMNS = {
    "rank": "ক্রম",
    "office_code": "দপ্তরের কোড",
    "office_name": "দপ্তর",
    "parent": "ঊর্ধ্বতন দপ্তর",
    "fiscal_year": "অর্থবছর",
    "quarter": "ত্রৈমাসিক",
    "indicator": "সূচক",
    "title": "কর্মসম্পাদন সূচক",
    "unit": "একক",
    "weight": "মান",
    "raw": "যা লেখা হয়েছে",
    "status": "অবস্থা",
    "value_number": "অর্জন (সংখ্যা)",
    "value_date": "অর্জন (তারিখ)",
    "percent": "অর্জিত স্তর (%)",
    "marks": "প্রাপ্ত নম্বর",
    "attainable": "সর্বোচ্চ অর্জনযোগ্য",
    "claimed": "দাবিকৃত নম্বর",
    "path": "ফাইল",
    "sheet": "শিট",
    "cell": "ঘর",
    "rule": "নম্বরের নিয়ম",
    "reported": "প্রতিবেদন দিয়েছে",
    "total": "মোট নম্বর",
    "errors": "ত্রুটি",
    "severity": "ধরন",
    "message_bn": "বার্তা (বাংলা)",
    "message_en": "বার্তা (ইংরেজি)",
    "sha256": "SHA-256",
    "read_at": "পড়ার সময়",
    "outcome": "ফলাফল",
    "reason_bn": "কারণ",
    "mean_marks": "গড় নম্বর",
    "full_marks_percent": "পূর্ণ নম্বর (% দপ্তর)",
    "level": "স্তর",
    "parent_code": "ঊর্ধ্বতনের কোড",
    "submission": "দাখিল",
    "report_date": "প্রতিবেদনের তারিখ",
    "contact": "যোগাযোগ",
    "total_tier": "মোট: স্তরভিত্তিক",
    "total_proportional": "মোট: সমানুপাতিক",
    "total_change": "পার্থক্য",
    "rank_tier": "ক্রম: স্তরভিত্তিক",
    "rank_proportional": "ক্রম: সমানুপাতিক",
    "rank_change": "ক্রমের পরিবর্তন",
    "offices_below": "অধীন দপ্তর",
    "reported_below": "প্রতিবেদন দিয়েছে",
    "late_below": "বিলম্বে",
    "missing_below": "আসেনি",
    "total_below": "মোট নম্বর",
    "mean_below": "গড় নম্বর",
    "difference": "পার্থক্য",
    "claim_reason": "সম্ভাব্য কারণ",
    "mean_attainable": "গড় অর্জনযোগ্য",
    "mean_open": "গড়ে আরও পাওয়া যেতে পারে",
    "offices_open": "কত দপ্তরে বাকি",
    "next_day": "পরবর্তী তারিখ",
    "next_percent": "সেদিনের স্তর",
    "day": "তারিখ",
    "waiting": "এখনো বাকি (দপ্তর)",
}
"""The heading over each column of `tables`."""

LEVEL_COLUMNS = (
    "office_name",
    "office_code",
    "level",
    "offices_below",
    "reported_below",
    "late_below",
    "missing_below",
    "total_below",
    "mean_below",
)

MEAN_ROW = "গড় (সব দপ্তর)"

# ---- words for codes ------------------------------------------------------------------------------------------------

UNITS = {unit.value: unit.bangla for unit in Unit}
SEVERITIES = {severity.value: render(f"word-{severity}", "bn") for severity in Severity}
STATUSES = {status.value: render(f"status-{status}", "bn") for status in Status}
SUBMISSIONS = {
    Submission.IN_TIME.value: "যথাসময়ে",
    Submission.LATE.value: "বিলম্বে",
    Submission.UNDATED.value: "তারিখ নেই",
    Submission.BLANK.value: "ফাঁকা",
    Submission.MISSING.value: "আসেনি",
}
OUTCOMES = {"read": "পড়া হয়েছে", "refused": "বাদ"}
REASONS = {
    "above-weight": "দাবি সূচকের মানের চেয়ে বেশি।",
    "count": "নম্বরের ঘরে সংখ্যাটিই লেখা হয়েছে।",
    "nothing-reported": "অর্জন লেখা নেই, তবু নম্বর দাবি করা হয়েছে।",
    "not-read": "অর্জনের ঘরে যা লেখা আছে তা বোঝা যায়নি।",
    "other-rule": "অন্য নিয়মে হিসাব করা হয়েছে।",
    "other-plan": "ফরমের একক, মান বা লক্ষ্যমাত্রা পরিকল্পনার মতো নয়।",
    "full": "পূর্ণ নম্বর দাবি করা হয়েছে।",
    "unknown": "কারণ দেখা যায় না; দপ্তরকে জিজ্ঞাসা করুন।",
}
"""Why claimed marks may differ from those earned."""
REPORT_DUE = "ত্রৈমাসিক প্রতিবেদন দাখিল"
YES_NO = {True: "হ্যাঁ", False: "না"}


@cache
def rule_word(rule: str) -> str:
    """`স্তরভিত্তিক`, `সমানুপাতিক`."""
    return render(f"rule-{rule}", "bn")


# ---- the ministry's form --------------------------------------------------------------------------------------------

HOW = "যেভাবে নির্ধারিত"
"""Over the column beside the form that says how each value came about."""

NO_VALUE = "-"
MARKS_LINE = "প্রাপ্ত নম্বর: পড়া সব দপ্তরের নম্বরের গড় (প্রতিবেদন খালি হলে ০); মন্ত্রণালয়ের নিজস্ব সূচকে মন্ত্রণালয়ের নিজের নম্বর।"
TARGETS_LINE = (
    "লক্ষ্যমাত্রা প্রতিটি দপ্তরের জন্য; যোগফল এর সঙ্গে তুলনীয় নয়। ঋণাত্মক সংখ্যা এবং ০-১০০ এর বাইরের শতকরা হার যোগফল ও গড়ে ধরা হয়নি।"
)


def form_title(name: str, offices: int) -> str:
    """`শ্রম মন্ত্রণালয়: ১২টি দপ্তরের সমন্বিত প্রতিবেদন`; without a name, the sheet's own title."""
    if not offices:
        return NOTHING[FORM_SHEET]
    return (
        f"{name}: {offices_count(offices)}ের সমন্বিত প্রতিবেদন"
        if name
        else f"{TITLES[FORM_SHEET]}: {offices_count(offices)}"
    )


def area_total(label: str) -> str:
    """The label of an area's total."""
    return f"{label}: {TOTAL_LABEL}"


def out_of_line(weight: object, left_out: Sequence[str]) -> str:
    """What a total is out of, when indicators without marks are not in it."""
    codes = ", ".join(map(to_bangla_digits, left_out))
    return f"{to_bangla_digits(weight)} এর মধ্যে; {codes} বাদ"


def how_line(rolled: RolledUp, registered: bool) -> str:
    """How a value of the ministry's form came about; `registered`: a register says which office is the ministry."""
    if rolled.how is Rollup.OWN:
        return _own_line(rolled, registered)
    if not rolled.offices:
        return ""
    if not rolled.counted:
        return f"{offices_count(rolled.offices)}ের কোনোটির অর্জন পাওয়া যায়নি"
    if rolled.how is Rollup.SHARE:
        reached, of = to_bangla_digits(rolled.reached), to_bangla_digits(rolled.offices)
        return f"{reached}/{of} দপ্তর সর্বোচ্চ স্তরে; অর্জন জানিয়েছে {to_bangla_digits(rolled.counted)}টি"
    word = {Rollup.SUM: "যোগফল", Rollup.MEAN: "গড়"}[rolled.how]
    if rolled.counted == rolled.offices:
        return f"{offices_count(rolled.offices)}ের {word}"
    return f"{word}: {to_bangla_digits(rolled.offices)}টির মধ্যে {offices_count(rolled.counted)}ের অর্জন"


def _own_line(rolled: RolledUp, registered: bool) -> str:
    if rolled.counted:
        return "মন্ত্রণালয়ের নিজের অর্জন"
    if rolled.offices:
        return "মন্ত্রণালয়ের নিজের প্রতিবেদনে অর্জন নেই"
    return "মন্ত্রণালয়ের নিজের প্রতিবেদন নেই" if registered else "মন্ত্রণালয়ের নিজস্ব; দপ্তর তালিকা ছাড়া অজানা"


# ---- the overview ---------------------------------------------------------------------------------------------------

FISCAL_YEAR = "অর্থবছর"
PLAN = "কর্মপরিকল্পনা"
AS_OF = "যে তারিখের হিসাব"

FOUND = "ফাইল পাওয়া গেছে"
READ = "ফাইল পড়া হয়েছে"
REFUSED = "ফাইল বাদ গেছে"
OFFICES = "দপ্তর"
REPORTED = "প্রতিবেদন দিয়েছে"
NOT_REPORTED = "প্রতিবেদন দেয়নি"
MEAN_NOTE = "প্রতিবেদন না দেওয়া দপ্তর ০ ধরা হয়েছে"
MEAN_REPORTED = "গড় নম্বর: যারা প্রতিবেদন দিয়েছে"
BEST = "সর্বোচ্চ নম্বর"
WEAKEST = "সর্বনিম্ন নম্বর"

INDICATORS_TITLE = "সূচক অনুযায়ী ফল (সব দপ্তর)"
CHART_TITLE = "সূচকের মান ও গড় নম্বর"
NOT_REPORTED_TITLE = "যে দপ্তর প্রতিবেদন দেয়নি"
REFUSED_TITLE = "যে ফাইল বাদ গেছে"
EVERYONE_REPORTED = "পড়া সব ফাইলে প্রতিবেদন আছে।"
NOTHING_REFUSED = "কোনো ফাইল বাদ যায়নি।"


AREAS_TITLE = "কর্মসম্পাদন ক্ষেত্র অনুযায়ী গড় নম্বর"
TIERS_TITLE = "কোন সূচকে কত দপ্তর কোন স্তরে"
SUBMISSIONS_TITLE = "প্রতিবেদন দাখিল (দপ্তর)"
FILES_TITLE = "প্রতিবেদন ও ফাইল"
AREA = "কর্মসম্পাদন ক্ষেত্র"
ALL_AREAS = "মোট"
STILL_MISSING = "মান থেকে কম"
PART_OF_WEIGHT = "মানের কত %"
NO_MARKS = "০"
BLANK_REPORT = "প্রতিবেদন নেই"
BAND = "পূর্ণ নম্বরের কত %"
BAND_START = "যত নম্বর থেকে"
COUNT_OF_OFFICES = "কত দপ্তর"
COUNT = "সংখ্যা"
TIERS_NOTE = "প্রাপ্ত নম্বর যে স্তরে পৌঁছায়, দপ্তর সেই স্তরে; ‘প্রতিবেদন নেই’: ফাইল এসেছে, কিছু লেখা নেই।"


FILE_COUNTS = {FileCount.REPORTED: REPORTED, FileCount.BLANK: BLANK_REPORT, FileCount.REFUSED: REFUSED}
"""What became of the files, where no register says who should have reported."""


def count_word(counted: Submission | FileCount) -> str:
    """Return the word for what is counted: `যথাসময়ে`, `ফাইল বাদ গেছে`."""
    return FILE_COUNTS[counted] if isinstance(counted, FileCount) else SUBMISSIONS[counted]


def ranking_title(out_of: object) -> str:
    """`দপ্তরের ক্রম: মোট নম্বর (৫০ এর মধ্যে)`."""
    return f"দপ্তরের ক্রম: মোট নম্বর ({to_bangla_digits(out_of)} এর মধ্যে)"


def spread_title(out_of: object) -> str:
    """`মোট নম্বরের বিন্যাস: ৫০ এর কত % কত দপ্তরের`."""
    return f"মোট নম্বরের বিন্যাস: {to_bangla_digits(out_of)} এর কত % কত দপ্তরের"


def band(start: int, end: int) -> str:
    """`২০-৩০%`."""
    return f"{to_bangla_digits(start)}-{to_bangla_digits(end)}%"


def tier_heading(percent: int) -> str:
    """`৯০%`."""
    return f"{to_bangla_digits(percent)}%"


def mean_title(out_of: object) -> str:
    """`গড় নম্বর: সব দপ্তর (৫০ এর মধ্যে)`."""
    return f"গড় নম্বর: সব দপ্তর ({to_bangla_digits(out_of)} এর মধ্যে)"


def offices_count(count: int) -> str:
    """`১২টি দপ্তর`."""
    return f"{to_bangla_digits(count)}টি দপ্তর"


def findings_line(counts: dict[Severity, int]) -> str:
    """How many findings of each kind there are, and where they stand."""
    listed = ", ".join(f"{SEVERITIES[severity]} {to_bangla_digits(count)}টি" for severity, count in counts.items())
    return f"পর্যবেক্ষণ: {listed}। বিস্তারিত ‘{FINDINGS_SHEET}’ শিটে।"


def more_line(count: int, sheet: str) -> str:
    """The last line of a list that was cut."""
    return f"আরও {to_bangla_digits(count)}টি; ‘{sheet}’ শিট দেখুন।"


def and_more(names: list[str], shown: int = 2) -> str:
    """The first names, and how many more there are."""
    rest = len(names) - shown
    text = ", ".join(names[:shown])
    return f"{text} এবং আরও {to_bangla_digits(rest)}টি দপ্তর" if rest > 0 else text
