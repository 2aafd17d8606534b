"""The tables of the summary as people see them: which columns, how wide, in which words and colours."""

from __future__ import annotations

from dataclasses import replace

from xl_apa.core.findings import Severity
from xl_apa.ministry import sheet_style
from xl_apa.ministry.export import columns
from xl_apa.ministry.report.table_writer import TableColumn, TableSheet
from xl_apa.ministry.report.words import Words, capital
from xl_apa.ministry.sheet_style import PrintedPart
from xl_apa.ministry.summary_sheets import Sheet
from xl_apa.xlsx.write.styles import Look


def _file_name(words: Words, path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2]


def _severity(words: Words, code: str) -> str:
    return words.word(f"word-{code}")


def _status(words: Words, code: str) -> str:
    return words.word(f"status-{code}")


def _submission(words: Words, code: str) -> str:
    return words.word(f"submission-{code}") if code else ""


def _decision(words: Words, code: str) -> str:
    return words.word(f"review-{code}")


def _outcome(words: Words, code: str) -> str:
    return words.word(f"outcome-{code}")


def _rule(words: Words, code: str) -> str:
    return words.word(f"rule-{code}")


def _method(words: Words, code: str) -> str:
    return words.word(f"method-{code}")


def _claim_reason(words: Words, code: str) -> str:
    return words.say(f"claim-reason-{code}")


_ALARM = Look(bold=True, font_color="#9C0006", bg_color="#FFC7CE")
_CAUTION = Look(font_color="#7F6000", bg_color="#FFEB9C")
_REMARK = Look(font_color="#1F4E79", bg_color="#DDEBF7")
_SEVERITY_COLORS = {
    severity.value: look
    for severity, look in ((Severity.ERROR, _ALARM), (Severity.WARNING, _CAUTION), (Severity.NOTE, _REMARK))
}

_FILE = TableColumn("path", 24, sheet_style.LINK, _file_name, leads="path", most_lines=2)
_NOT_PRINTED = PrintedPart()
_FIRST_FINDINGS, _NEXT_DAYS = PrintedPart(25, 1), PrintedPart(20, 1)

_OUTCOME_COLORS = {"refused": _ALARM}

FINDINGS = TableSheet(
    Sheet.FINDINGS,
    "apa_findings",
    columns.FINDINGS,
    (
        TableColumn("severity", 11, sheet_style.WORD, _severity, _SEVERITY_COLORS),
        TableColumn("cell", 20, sheet_style.LINK, leads="cell"),
        TableColumn("office_code", 13),
        TableColumn("office_name", 28),
        TableColumn("indicator", 9, sheet_style.WORD, Words.digits),
        TableColumn("message", 64, spoken=True),
        _FILE,
        TableColumn("message_en", 68, on_paper=False, only="bn"),
    ),
    frozen=2,
    printed=_FIRST_FINDINGS,
)
SUBMISSIONS = TableSheet(
    Sheet.SUBMISSIONS,
    "apa_submissions",
    columns.SUBMITTED,
    (
        TableColumn("office_code", 14),
        TableColumn("office_name", 40),
        TableColumn(
            "submission",
            26,
            sheet_style.WORD,
            _submission,
            {
                "missing": _ALARM,
                "blank": _ALARM,
                "refused": _ALARM,
                "unclear": _ALARM,
                "late": _CAUTION,
                "undated": _REMARK,
            },
        ),
        TableColumn("contact", 36),
        _FILE,
        TableColumn("report_date", 16, sheet_style.DATE),
        TableColumn("total", 12, sheet_style.MARKS),
        TableColumn("level", 16, sheet_style.WORD),
        TableColumn("parent_code", 16, sheet_style.WORD),
    ),
    frozen=2,
)
CLAIMS = TableSheet(
    Sheet.CLAIMS,
    "apa_claims",
    columns.CLAIMS,
    (
        TableColumn("cell", 20, sheet_style.LINK, leads="cell"),
        TableColumn("office_code", 14),
        TableColumn("office_name", 40),
        TableColumn("indicator", 9, sheet_style.WORD, Words.digits),
        TableColumn("weight", 8, sheet_style.NUMBER),
        TableColumn("raw", 28),
        TableColumn("claimed", 12, sheet_style.MARKS),
        TableColumn("marks", 12, sheet_style.MARKS),
        TableColumn("difference", 12, sheet_style.MARKS),
        TableColumn("claim_reason", 50, shown=_claim_reason),
        _FILE,
    ),
    frozen=3,
    printed=_NOT_PRINTED,
)
PLAN_DIFFERENCES = TableSheet(
    Sheet.PLAN,
    "apa_plan_differences",
    columns.PLAN_DIFFERENCES,
    (
        TableColumn("cell", 20, sheet_style.LINK, leads="cell"),
        TableColumn("office_code", 14),
        TableColumn("office_name", 40),
        TableColumn("indicator", 9, sheet_style.WORD, Words.digits),
        TableColumn("message", 70, spoken=True),
        _FILE,
    ),
    frozen=3,
    printed=_NOT_PRINTED,
)
PROSPECTS = TableSheet(
    Sheet.PROSPECTS,
    "apa_attainable",
    columns.PROSPECTS,
    (
        TableColumn("indicator", 9, sheet_style.WORD, Words.digits),
        TableColumn("title", 60),
        TableColumn("unit_name", 12, sheet_style.WORD),
        TableColumn("weight", 8, sheet_style.NUMBER),
        TableColumn("mean_marks", 12, sheet_style.MARKS),
        TableColumn("mean_attainable", 14, sheet_style.MARKS),
        TableColumn("mean_open", 14, sheet_style.MARKS),
        TableColumn("offices_open", 14, sheet_style.COUNT),
        TableColumn("next_day", 16, sheet_style.DATE),
        TableColumn("next_percent", 14, sheet_style.WHOLE_PERCENT),
    ),
    frozen=1,
)
DEADLINES = TableSheet(
    Sheet.DEADLINES,
    "apa_deadlines",
    columns.DEADLINES,
    (
        TableColumn("day", 16, sheet_style.DATE),
        TableColumn("indicator", 9, sheet_style.WORD, Words.digits),
        TableColumn("title", 80, shown=lambda words, title: title or words.word("summary-report-due")),
        TableColumn("quarter", 24, sheet_style.WORD, lambda words, quarter: quarter and words.report_of(quarter)),
        TableColumn("level", 18, sheet_style.WORD),
        TableColumn("percent", 12, sheet_style.WHOLE_PERCENT),
        TableColumn("waiting", 22, sheet_style.COUNT),
    ),
    frozen=1,
    printed=_NEXT_DAYS,
)
RULES = TableSheet(
    Sheet.RULES,
    "apa_rules",
    columns.BY_RULE,
    (
        TableColumn("office_code", 14),
        TableColumn("office_name", 44),
        TableColumn("total_tier", 18, sheet_style.MARKS),
        TableColumn("total_proportional", 18, sheet_style.MARKS),
        TableColumn("total_change", 14, sheet_style.MARKS),
        TableColumn("rank_tier", 16, sheet_style.COUNT),
        TableColumn("rank_proportional", 16, sheet_style.COUNT),
        TableColumn("rank_change", 16, sheet_style.COUNT),
    ),
    frozen=2,
    printed=_NOT_PRINTED,
)
REVIEW = TableSheet(
    Sheet.REVIEW,
    "apa_review",
    columns.REVIEW,
    (
        TableColumn("office_code", 14),
        TableColumn("office_name", 38),
        _FILE,
        TableColumn("submission", 22, sheet_style.WORD, _submission),
        TableColumn("total", 12, sheet_style.MARKS),
        TableColumn(
            "review_status",
            20,
            sheet_style.WORD,
            _decision,
            {
                "accepted": Look(font_color="#1E5631", bg_color="#DDF0E0"),
                "to-correct": _ALARM,
                "again": _CAUTION,
                "unclear": _CAUTION,
            },
        ),
        TableColumn("review_comment", 48),
        TableColumn("review_earlier", 24),
        TableColumn("replaced", 10, sheet_style.WORD, Words.yes_no),
    ),
    frozen=2,
)
AUDIT = TableSheet(
    Sheet.AUDIT,
    "apa_audit",
    columns.AUDIT,
    (
        TableColumn("cell", 20, sheet_style.LINK, leads="cell"),
        TableColumn("office_code", 13),
        TableColumn("office_name", 30),
        TableColumn("indicator", 9, sheet_style.WORD, Words.digits),
        TableColumn("raw", 26),
        TableColumn("understood", 18),
        TableColumn("how", 22, shown=lambda words, text: capital(text)),
        TableColumn("method", 15, sheet_style.WORD, _method),
        TableColumn("figure", 18),
        TableColumn("percent", 10, sheet_style.PERCENT),
        TableColumn("marks", 10, sheet_style.MARKS),
        TableColumn("weight", 8, sheet_style.NUMBER),
        TableColumn("rule", 14, sheet_style.WORD, _rule),
        TableColumn("told", 60),
        TableColumn("told_en", 54, only="bn"),
    ),
    frozen=1,
    printed=_NOT_PRINTED,
)
SOURCES = TableSheet(
    Sheet.SOURCES,
    "apa_sources",
    columns.SOURCES,
    (
        TableColumn("path", 60, sheet_style.LINK, leads="path", most_lines=3),
        TableColumn("sheet", 18, sheet_style.LINKED_WORD, leads="sheet"),
        TableColumn("outcome", 14, sheet_style.WORD, _outcome, {"refused": _ALARM}),
        TableColumn("reason", 60, spoken=True),
        TableColumn("read_at", 20, sheet_style.MOMENT),
        TableColumn("sha256", 34, replace(sheet_style.TEXT, font_size=9)),
    ),
    frozen=1,
    printed=_NOT_PRINTED,
)
DATA = TableSheet(
    Sheet.DATA,
    "apa_data",
    columns.TIDY,
    (
        TableColumn("office_code", 12),
        TableColumn("office_name", 32),
        TableColumn("parent", 26),
        TableColumn("fiscal_year", 11, sheet_style.WORD, Words.digits),
        TableColumn("quarter", 10, sheet_style.COUNT),
        TableColumn("indicator", 9, sheet_style.WORD, Words.digits),
        TableColumn("unit_name", 12, sheet_style.WORD),
        TableColumn("cell", 21, sheet_style.LINK, leads="cell"),
        TableColumn("weight", 8, sheet_style.NUMBER),
        TableColumn("raw", 28),
        TableColumn("status", 13, sheet_style.WORD, _status),
        TableColumn("value_number", 11, sheet_style.NUMBER),
        TableColumn("value_date", 13, sheet_style.DATE),
        TableColumn("percent", 11, sheet_style.PERCENT),
        TableColumn("marks", 10, sheet_style.MARKS),
        TableColumn("attainable", 13, sheet_style.MARKS),
        TableColumn("claimed", 11, sheet_style.MARKS),
        TableColumn("rule", 15, sheet_style.WORD, _rule),
        TableColumn("path", 44, most_lines=2),
        TableColumn("method", 15, sheet_style.WORD, _method),
        TableColumn("quarter_number", 13, sheet_style.NUMBER),
    ),
    frozen=2,
    printed=_NOT_PRINTED,
)
