"""The words of the Bangla summary, which most tests look at: names of its sheets, headings, words for codes."""

from __future__ import annotations

from xl_apa.core.findings import Severity
from xl_apa.core.messages.summary.headings import HEADINGS
from xl_apa.core.model import Status
from xl_apa.ministry.analysis.submissions import Submission
from xl_apa.ministry.model import ReviewStatus
from xl_apa.ministry.report.words import words_in
from xl_apa.ministry.summary_sheets import Sheet

WORDS = words_in("bn")

OVERVIEW_SHEET = WORDS.sheet(Sheet.OVERVIEW)
FORM_SHEET = WORDS.sheet(Sheet.FORM)
MARKS_SHEET = WORDS.sheet(Sheet.MARKS)
CHARTS_SHEET = WORDS.sheet(Sheet.CHARTS)
SUBMISSIONS_SHEET = WORDS.sheet(Sheet.SUBMISSIONS)
LEVELS_SHEET = WORDS.sheet(Sheet.LEVELS)
CLAIMS_SHEET = WORDS.sheet(Sheet.CLAIMS)
PLAN_SHEET = WORDS.sheet(Sheet.PLAN)
PROSPECTS_SHEET = WORDS.sheet(Sheet.PROSPECTS)
DEADLINES_SHEET = WORDS.sheet(Sheet.DEADLINES)
RULES_SHEET = WORDS.sheet(Sheet.RULES)
REVIEW_SHEET = WORDS.sheet(Sheet.REVIEW)
FINDINGS_SHEET = WORDS.sheet(Sheet.FINDINGS)
AUDIT_SHEET = WORDS.sheet(Sheet.AUDIT)
SOURCES_SHEET = WORDS.sheet(Sheet.SOURCES)
DATA_SHEET = WORDS.sheet(Sheet.DATA)

COLUMNS = {
    code.removeprefix("summary-column-"): WORDS.word(code) for code in HEADINGS if code.startswith("summary-column-")
}
COLUMNS["sha256"] = WORDS.heading("sha256")
TITLES = {WORDS.sheet(sheet): WORDS.title(sheet) for sheet in Sheet}
SEVERITIES = {severity.value: WORDS.word(f"word-{severity}") for severity in Severity}
STATUSES = {status.value: WORDS.word(f"status-{status}") for status in Status}
SUBMISSIONS = {status.value: WORDS.word(f"submission-{status}") for status in Submission}
REVIEW_STATUSES = {status.value: WORDS.word(f"review-{status}") for status in ReviewStatus}
OUTCOMES = {outcome: WORDS.word(f"outcome-{outcome}") for outcome in ("read", "refused", "aside")}
