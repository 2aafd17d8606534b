"""The columns of every table of a consolidation, each with its type as pandas names it.

Texts are empty where there is nothing to say; numbers and days are None.
"""

from __future__ import annotations

_TEXT, _NUMBER, _COUNT, _DAY, _TIME = "string", "float64", "int64", "datetime64[s]", "datetime64[s]"

TIDY = {
    "office_code": _TEXT,
    "office_name": _TEXT,
    "parent": _TEXT,
    "fiscal_year": _TEXT,  # 2023-24
    "quarter": _COUNT,
    "indicator": _TEXT,  # its code, 1.2.1
    "unit": _TEXT,  # date, number, percent
    "unit_name": _TEXT,  # as the plan has it: জন, কোটি টাকা
    "weight": _NUMBER,
    "raw": _TEXT,  # what was typed
    "status": _TEXT,  # reported, ongoing, none, unreadable
    "value_number": _NUMBER,  # the year's figure so far: a count or a percent (96, not 0.96)
    "value_date": _DAY,
    "percent": _NUMBER,  # the tier percent, 0 to 100
    "marks": _NUMBER,
    "attainable": _NUMBER,
    "claimed": _NUMBER,
    "path": _TEXT,
    "sheet": _TEXT,
    "cell": _TEXT,  # what Excel's Go To takes: '১ম ত্রৈমাসিক'!M8
    "rule": _TEXT,  # tier, proportional
    "method": _TEXT,  # cumulative, sum, mean, date: how the year's figure comes of the quarters
    "quarter_number": _NUMBER,  # the quarter's own figure
}
OFFICES = {
    "rank": _COUNT,  # 1 is the best, equal totals share it; 0 where "counts" is False
    "office_code": _TEXT,
    "office_name": _TEXT,
    "parent": _TEXT,
    "counts": "bool",  # whether the marks are in the means: with a register, of an office that should report
    "reported": "bool",
    "total": _NUMBER,
    "out_of": _NUMBER,
    "attainable": _NUMBER,
    "errors": _COUNT,
    "warnings": _COUNT,
    "notes": _COUNT,
    "report_date": _DAY,
    "path": _TEXT,
    "apa_marks": _NUMBER,  # of the total, in the performance agreement; None where the plan does not say
    "last_quarter": _NUMBER,  # the total at the end of the quarter before, None where that is not known
    "last_year": _NUMBER,  # the total of the same quarter a year before, None without a summary of it
    "review_status": _TEXT,  # a ReviewStatus, "" where nobody asked for decisions
    "review_comment": _TEXT,  # the ministry's own
    "origin": _TEXT,  # form for an office workbook, else the kind of file: docx, pdf, workbook, text, ...
    "sure_percent": _NUMBER,  # of the plan's weight, read without a question; None for an office workbook
    "to_confirm": "bool",  # in no mean until somebody confirms how the report was read
}
REVIEW = {
    "office_code": _TEXT,
    "office_name": _TEXT,
    "submission": _TEXT,  # a Submission, "" without a register
    "total": _NUMBER,  # None where no report counts
    "review_status": _TEXT,  # a ReviewStatus
    "review_typed": _TEXT,  # the status as it was typed
    "review_comment": _TEXT,
    "review_earlier": _TEXT,  # the decision on the report that was replaced
    "replaced": "bool",  # another file counts than in the run before
    "path": _TEXT,
}
FINDINGS = {
    "severity": _TEXT,  # error, warning, note
    "office_code": _TEXT,
    "office_name": _TEXT,
    "indicator": _TEXT,
    "cell": _TEXT,
    "code": _TEXT,  # of the message catalogue
    "message_bn": _TEXT,
    "message_en": _TEXT,
    "path": _TEXT,
}
CLAIMS = {
    "office_code": _TEXT,
    "office_name": _TEXT,
    "indicator": _TEXT,
    "weight": _NUMBER,
    "raw": _TEXT,
    "claimed": _NUMBER,
    "marks": _NUMBER,
    "difference": _NUMBER,  # claimed - marks
    "claim_reason": _TEXT,  # a Reason
    "path": _TEXT,
    "cell": _TEXT,  # of the achievement
}
PLAN_DIFFERENCES = {
    "office_code": _TEXT,
    "office_name": _TEXT,
    "indicator": _TEXT,
    "code": _TEXT,  # of the message catalogue
    "message_bn": _TEXT,
    "message_en": _TEXT,
    "path": _TEXT,
    "cell": _TEXT,
}
AUDIT = {
    "office_code": _TEXT,
    "office_name": _TEXT,
    "indicator": _TEXT,
    "raw": _TEXT,
    "understood": _TEXT,
    "how": _TEXT,
    "method": _TEXT,
    "figure": _TEXT,
    "percent": _NUMBER,
    "marks": _NUMBER,
    "weight": _NUMBER,
    "rule": _TEXT,
    "told": _TEXT,
    "told_en": _TEXT,
    "path": _TEXT,
    "cell": _TEXT,  # of the achievement
}
SOURCES = {
    "path": _TEXT,
    "sheet": _TEXT,
    "sha256": _TEXT,
    "read_at": _TIME,  # by the clock of the computer that read the file
    "outcome": _TEXT,  # read, refused, aside
    "reason_bn": _TEXT,
    "reason_en": _TEXT,
}
INDICATORS = {
    "indicator": _TEXT,
    "title": _TEXT,
    "unit": _TEXT,
    "unit_name": _TEXT,
    "weight": _NUMBER,
    "mean_marks": _NUMBER,  # over all that should have reported (without a register, were read); None without any
    "full_marks_percent": _NUMBER,  # of the same offices, 0 to 100
}
BY_RULE = {
    "office_code": _TEXT,
    "office_name": _TEXT,
    "total_tier": _NUMBER,
    "total_proportional": _NUMBER,
    "total_change": _NUMBER,
    "rank_tier": _COUNT,
    "rank_proportional": _COUNT,
    "rank_change": _COUNT,  # places gained under the proportional rule
}
SUBMITTED = {
    "office_code": _TEXT,
    "office_name": _TEXT,
    "level": _TEXT,
    "parent_code": _TEXT,
    "submission": _TEXT,  # a Submission
    "report_date": _DAY,
    "total": _NUMBER,  # None where no report counts
    "contact": _TEXT,
    "path": _TEXT,  # of the file that the status is about, "" where none came
}
PROSPECTS = {
    "indicator": _TEXT,
    "title": _TEXT,
    "unit": _TEXT,
    "unit_name": _TEXT,
    "weight": _NUMBER,
    "mean_marks": _NUMBER,
    "mean_attainable": _NUMBER,
    "mean_open": _NUMBER,  # attainable - marks
    "offices_open": _COUNT,  # offices that can still earn something
    "next_day": _DAY,  # the next day of a tier, or the year's last day
    "next_percent": _NUMBER,  # the tier of that day, 0 to 100
}
DEADLINES = {
    "day": _DAY,
    "indicator": _TEXT,  # "" for a report that is due
    "title": _TEXT,
    "quarter": "Int64",  # of a report that is due, None for an indicator
    "level": _TEXT,  # whose report is due, where the plan sets a day for a level of its own
    "percent": _NUMBER,
    "waiting": _COUNT,  # offices that still owe it
}
