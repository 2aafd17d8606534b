"""The one place for what the ministry workbook is headed with: sheet names, titles, headings, words for codes."""

from __future__ import annotations

from xl_apa.core.findings import Severity
from xl_apa.core.fiscal import Quarter
from xl_apa.core.messages import render
from xl_apa.core.model import Status
from xl_apa.core.text.numerals import to_bangla_digits
from xl_apa.ministry import summary_sheets
from xl_apa.ministry.analysis.chart_data import FileCount
from xl_apa.ministry.analysis.submissions import Submission
from xl_apa.ministry.model import ReviewStatus

# ---- sheets ---------------------------------------------------------------------------------------------------------

OVERVIEW_SHEET = summary_sheets.OVERVIEW_SHEET
FORM_SHEET = "মন্ত্রণালয়ের ছক"
MARKS_SHEET = "নম্বর"
CHARTS_SHEET = "লেখচিত্রের উপাত্ত"
SUBMISSIONS_SHEET = "দাখিল"
LEVELS_SHEET = "দপ্তর-কাঠামো অনুযায়ী"
CLAIMS_SHEET = "দাবির পার্থক্য"
PLAN_SHEET = "কর্মপরিকল্পনার পার্থক্য"
PROSPECTS_SHEET = "আরও অর্জনযোগ্য"
DEADLINES_SHEET = "সময়সীমা"
RULES_SHEET = "নিয়মভেদে"
REVIEW_SHEET = "ফলাবর্তক"
FINDINGS_SHEET = "পর্যবেক্ষণ"
AUDIT_SHEET = "নম্বরের হিসাব"
SOURCES_SHEET = summary_sheets.SOURCES_SHEET
DATA_SHEET = "উপাত্ত"

TITLES = {
    OVERVIEW_SHEET: "মন্ত্রণালয়ের সারসংক্ষেপ",
    FORM_SHEET: "মন্ত্রণালয়ের সমন্বিত প্রতিবেদন",
    MARKS_SHEET: "দপ্তর ও সূচক অনুযায়ী নম্বর",
    CHARTS_SHEET: "লেখচিত্রের উপাত্ত: ক্ষেত্র, স্তর, মোট নম্বর ও দাখিল",
    SUBMISSIONS_SHEET: "দাখিলের অবস্থা",
    LEVELS_SHEET: "দপ্তর-কাঠামো অনুযায়ী সমষ্টি ও গড়",
    CLAIMS_SHEET: "দাবিকৃত ও প্রাপ্ত নম্বরের পার্থক্য",
    PLAN_SHEET: "মন্ত্রণালয়ের কর্মপরিকল্পনা থেকে দপ্তরের ছকের পার্থক্য",
    PROSPECTS_SHEET: "আরও অর্জনযোগ্য নম্বর ও তারিখ",
    DEADLINES_SHEET: "সামনের সময়সীমা ও বাকি দপ্তর",
    RULES_SHEET: "দুই নিয়মে মোট নম্বর ও অবস্থান",
    REVIEW_SHEET: "প্রতিবেদনের ওপর মন্ত্রণালয়ের সিদ্ধান্ত ও মন্তব্য",
    FINDINGS_SHEET: "পর্যবেক্ষণ: সংশোধন ও যাচাইয়ের বিষয়",
    AUDIT_SHEET: "নম্বরের হিসাবের বিবরণ",
    SOURCES_SHEET: "উৎস ফাইলের তালিকা",
    DATA_SHEET: "দপ্তর ও সূচক অনুযায়ী উপাত্ত",
}


def continued(name: str, part: int) -> str:
    """Return the name of a table's further sheets: `উপাত্ত ২`."""
    return name if part == 1 else f"{name} {to_bangla_digits(part)}"


# ---- columns of the tables ------------------------------------------------------------------------------------------

COLUMNS = {
    "rank": "অবস্থান",
    "office_code": "দপ্তরের কোড",
    "office_name": "দপ্তর",
    "parent": "ঊর্ধ্বতন দপ্তর",
    "fiscal_year": "অর্থবছর",
    "quarter": "ত্রৈমাসিক",
    "indicator": "সূচক",
    "title": "কর্মসম্পাদন সূচক",
    "understood": "যা বোঝা গেছে",
    "how_bn": "যেভাবে",
    "figure": "বছরের হিসাব",
    "told_bn": "নম্বর যেভাবে এসেছে (বাংলা)",
    "told_en": "নম্বর যেভাবে এসেছে (ইংরেজি)",
    "unit_name": "একক",
    "weight": "মান",
    "raw": "যা লেখা হয়েছে",
    "status": "অবস্থা",
    "value_number": "অর্জন (সংখ্যা)",
    "value_date": "অর্জন (তারিখ)",
    "percent": "স্তর (%)",
    "marks": "প্রাপ্ত নম্বর",
    "attainable": "সর্বোচ্চ অর্জনযোগ্য",
    "claimed": "দাবিকৃত নম্বর",
    "path": "ফাইল",
    "sheet": "শিট",
    "cell": "ঘর",
    "rule": "নম্বরের নিয়ম",
    "method": "গণনা পদ্ধতি",
    "quarter_number": "এই ত্রৈমাসিকের নিজস্ব",
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
    "full_marks_percent": "পূর্ণ নম্বর পাওয়া দপ্তর (%)",
    "level": "প্রশাসনিক স্তর",
    "parent_code": "ঊর্ধ্বতনের কোড",
    "submission": "দাখিল",
    "report_date": "প্রতিবেদনের তারিখ",
    "contact": "যোগাযোগ",
    "total_tier": "মোট: স্তরভিত্তিক",
    "total_proportional": "মোট: সমানুপাতিক",
    "total_change": "পার্থক্য",
    "rank_tier": "অবস্থান: স্তরভিত্তিক",
    "rank_proportional": "অবস্থান: সমানুপাতিক",
    "rank_change": "অবস্থানের পরিবর্তন",
    "offices_below": "আওতাধীন দপ্তর",
    "reported_below": "প্রতিবেদন দিয়েছে",
    "late_below": "বিলম্বে",
    "missing_below": "পাওয়া যায়নি",
    "total_below": "আওতাধীন দপ্তরের নম্বরের সমষ্টি",
    "mean_below": "গড় নম্বর (আওতাধীন সব দপ্তর)",
    "difference": "পার্থক্য",
    "claim_reason": "সম্ভাব্য কারণ",
    "mean_attainable": "গড় সর্বোচ্চ অর্জনযোগ্য",
    "mean_open": "গড়ে আরও অর্জনযোগ্য",
    "offices_open": "আরও নম্বর পেতে পারে (দপ্তর)",
    "next_day": "পরবর্তী তারিখ",
    "next_percent": "সেদিনের স্তর",
    "day": "তারিখ",
    "apa_marks": "এপিএ-তে নম্বর",
    "last_quarter": "গত ত্রৈমাসিক শেষে",
    "last_year": "গত বছরের একই ত্রৈমাসিক",
    "review_status": "সিদ্ধান্ত",
    "review_comment": "মন্ত্রণালয়ের মন্তব্য",
    "review_earlier": "আগের সিদ্ধান্ত",
    "replaced": "নতুন ফাইল",
    "waiting": "অর্জন বা প্রতিবেদন দেয়নি (দপ্তর)",
    "origin": "উৎস",
    "not_due": "সময় হয়নি (সূচক)",
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

# ---- words for codes ------------------------------------------------------------------------------------------------

SEVERITIES = {severity.value: render(f"word-{severity}", "bn") for severity in Severity}
STATUSES = {status.value: render(f"status-{status}", "bn") for status in Status}
SUBMISSIONS = {status.value: render(f"submission-{status}", "bn") for status in Submission}
OUTCOMES = {"read": "পড়া হয়েছে", "refused": "বাদ", "aside": "গণনায় নেই"}
REVIEW_STATUSES = {status.value: render(f"review-{status.value}", "bn") for status in ReviewStatus}
NOT_DUE = "সময় হয়নি"
REPORT_DUE = "প্রতিবেদন দাখিল"
REPORTS = {
    Quarter.Q1: "১ম ত্রৈমাসিক",
    Quarter.Q2: "২য় ত্রৈমাসিক (অর্ধবার্ষিক)",
    Quarter.Q3: "৩য় ত্রৈমাসিক",
    Quarter.Q4: "৪র্থ ত্রৈমাসিক (বার্ষিক)",
}
"""What is due after each quarter; in July the annual report."""
RANK_SHARED = "যৌথভাবে"
"""Behind a rank that several offices have: `৮ (যৌথভাবে)`."""
YES_NO = {True: "হ্যাঁ", False: "না"}

# ---- the ministry's form --------------------------------------------------------------------------------------------

HOW = "যেভাবে নির্ধারিত"
"""Over the column beside the form that says how each value came about."""

NO_VALUE = "-"


# ---- the overview ---------------------------------------------------------------------------------------------------

FISCAL_YEAR = "অর্থবছর"
PLAN = "কর্মপরিকল্পনা"
AS_OF = "যে তারিখের হিসাব"

FOUND = "ফাইল পাওয়া গেছে"
READ = "ফাইল পড়া হয়েছে"
REFUSED = "ফাইল বাদ গেছে"
OFFICES = "দপ্তর"
OFFICES_OF_REGISTER = "তালিকার দপ্তর"
TO_BE_LOOKED_AT = "ফাইল এসেছে, দেখতে হবে"
REPORTED = "প্রতিবেদন দিয়েছে"
NOT_REPORTED = "প্রতিবেদন দেয়নি"
MEAN_REPORTED = "গড় নম্বর: যারা প্রতিবেদন দিয়েছে"
BEST = "সর্বোচ্চ নম্বর"
WEAKEST = "সর্বনিম্ন নম্বর"

INDICATORS_TITLE = "সূচক অনুযায়ী ফল"
CHART_TITLE = "সূচকের মান ও গড় নম্বর"
NOT_REPORTED_TITLE = "যে দপ্তর প্রতিবেদন দেয়নি"
REFUSED_TITLE = "যে ফাইল বাদ গেছে"


AREAS_TITLE = "কর্মসম্পাদন ক্ষেত্র অনুযায়ী গড় নম্বর"
CHARTS_TITLE = "লেখচিত্রে ফল"
SHORT_NAME = "লেখচিত্রে নাম"
TIERS_TITLE = "কোন সূচকে কত দপ্তর কোন স্তরে"
SUBMISSIONS_TITLE = "প্রতিবেদন দাখিল (দপ্তর)"
FILES_TITLE = "প্রতিবেদন ও ফাইল"
AREA = "কর্মসম্পাদন ক্ষেত্র"
ALL_AREAS = "মোট"
STILL_MISSING = "ঘাটতি"
PART_OF_WEIGHT = "প্রাপ্তির হার (%)"
NO_MARKS = "০"
BLANK_REPORT = "প্রতিবেদন নেই"
BAND = "পূর্ণ নম্বরের কত %"
BAND_START = "শুরুর নম্বর"
COUNT_OF_OFFICES = "কত দপ্তর"
COUNT = "সংখ্যা"


FILE_COUNTS = {
    FileCount.REPORTED: REPORTED,
    FileCount.BLANK: SUBMISSIONS["blank"],
    FileCount.TO_CONFIRM: "নিশ্চিত করা বাকি",
    FileCount.REFUSED: REFUSED,
}
"""What became of the files, where no register says who should have reported."""


def count_word(counted: Submission | FileCount) -> str:
    """Return the word for what is counted: `যথাসময়ে`, `ফাইল বাদ গেছে`."""
    return FILE_COUNTS[counted] if isinstance(counted, FileCount) else SUBMISSIONS[counted]
