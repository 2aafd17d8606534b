"""The tables of the summary as people see them: which columns, how wide, in which words and colours."""

from __future__ import annotations

from dataclasses import replace

from xl_apa.core.findings import Severity
from xl_apa.core.numerals import to_bangla_digits
from xl_apa.ministry import sheet_style
from xl_apa.ministry.export import columns
from xl_apa.ministry.report import sentences, strings
from xl_apa.ministry.report.table_writer import Column, TableSheet
from xl_apa.xlsx.styles import Look


def _file_name(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2]


_ALARM = Look(bold=True, font_color="#9C0006", bg_color="#FFC7CE")
_CAUTION = Look(font_color="#7F6000", bg_color="#FFEB9C")
_REMARK = Look(font_color="#1F4E79", bg_color="#DDEBF7")
_SEVERITY_COLORS = {
    strings.SEVERITIES[severity]: look
    for severity, look in ((Severity.ERROR, _ALARM), (Severity.WARNING, _CAUTION), (Severity.NOTE, _REMARK))
}

FINDINGS = TableSheet(
    strings.FINDINGS_SHEET,
    "apa_findings",
    columns.FINDINGS,
    (
        Column("severity", 11, sheet_style.WORD, strings.SEVERITIES.__getitem__, _SEVERITY_COLORS),
        Column("office_code", 13),
        Column("office_name", 34),
        Column("indicator", 9, sheet_style.WORD, to_bangla_digits),
        Column("cell", 20, sheet_style.LINK, leads="cell"),
        Column("message_bn", 52),
        Column("message_en", 48),
        Column("path", 30, sheet_style.LINK, _file_name, leads="path"),
    ),
    frozen=3,
)
SUBMISSIONS = TableSheet(
    strings.SUBMISSIONS_SHEET,
    "apa_submissions",
    columns.SUBMITTED,
    (
        Column("office_code", 14),
        Column("office_name", 40),
        Column("level", 16, sheet_style.WORD),
        Column("parent_code", 16, sheet_style.WORD),
        Column(
            "submission",
            14,
            sheet_style.WORD,
            strings.SUBMISSIONS.__getitem__,
            {
                strings.SUBMISSIONS["missing"]: _ALARM,
                strings.SUBMISSIONS["blank"]: _ALARM,
                strings.SUBMISSIONS["late"]: _CAUTION,
                strings.SUBMISSIONS["undated"]: _REMARK,
            },
        ),
        Column("report_date", 16, sheet_style.DATE),
        Column("total", 12, sheet_style.MARKS),
        Column("contact", 28),
        Column("path", 40, sheet_style.LINK, _file_name, leads="path"),
    ),
    frozen=2,
)
CLAIMS = TableSheet(
    strings.CLAIMS_SHEET,
    "apa_claims",
    columns.CLAIMS,
    (
        Column("office_code", 14),
        Column("office_name", 40),
        Column("indicator", 9, sheet_style.WORD, to_bangla_digits),
        Column("weight", 8, sheet_style.NUMBER),
        Column("raw", 28),
        Column("claimed", 12, sheet_style.MARKS),
        Column("marks", 12, sheet_style.MARKS),
        Column("difference", 12, sheet_style.MARKS),
        Column("claim_reason", 50, shown=sentences.claim_reason),
        Column("cell", 20, sheet_style.LINK, leads="cell"),
        Column("path", 30, sheet_style.LINK, _file_name, leads="path"),
    ),
    frozen=2,
)
PLAN_DIFFERENCES = TableSheet(
    strings.PLAN_SHEET,
    "apa_plan_differences",
    columns.PLAN_DIFFERENCES,
    (
        Column("office_code", 14),
        Column("office_name", 40),
        Column("indicator", 9, sheet_style.WORD, to_bangla_digits),
        Column("message_bn", 70),
        Column("cell", 20, sheet_style.LINK, leads="cell"),
        Column("path", 30, sheet_style.LINK, _file_name, leads="path"),
    ),
    frozen=2,
)
PROSPECTS = TableSheet(
    strings.PROSPECTS_SHEET,
    "apa_attainable",
    columns.PROSPECTS,
    (
        Column("indicator", 9, sheet_style.WORD, to_bangla_digits),
        Column("title", 60),
        Column("unit", 9, sheet_style.WORD, strings.UNITS.__getitem__),
        Column("weight", 8, sheet_style.NUMBER),
        Column("mean_marks", 12, sheet_style.MARKS),
        Column("mean_attainable", 14, sheet_style.MARKS),
        Column("mean_open", 14, sheet_style.MARKS),
        Column("offices_open", 14, sheet_style.COUNT),
        Column("next_day", 16, sheet_style.DATE),
        Column("next_percent", 14, sheet_style.WHOLE_PERCENT),
    ),
    frozen=1,
)
DEADLINES = TableSheet(
    strings.DEADLINES_SHEET,
    "apa_deadlines",
    columns.DEADLINES,
    (
        Column("day", 16, sheet_style.DATE),
        Column("indicator", 9, sheet_style.WORD, to_bangla_digits),
        Column("title", 80, shown=lambda title: title or strings.REPORT_DUE),
        Column("percent", 12, sheet_style.WHOLE_PERCENT),
        Column("waiting", 22, sheet_style.COUNT),
    ),
    frozen=1,
)
RULES = TableSheet(
    strings.RULES_SHEET,
    "apa_rules",
    columns.BY_RULE,
    (
        Column("office_code", 14),
        Column("office_name", 44),
        Column("total_tier", 18, sheet_style.MARKS),
        Column("total_proportional", 18, sheet_style.MARKS),
        Column("total_change", 14, sheet_style.MARKS),
        Column("rank_tier", 16, sheet_style.COUNT),
        Column("rank_proportional", 16, sheet_style.COUNT),
        Column("rank_change", 16, sheet_style.COUNT),
    ),
    frozen=2,
)
SOURCES = TableSheet(
    strings.SOURCES_SHEET,
    "apa_sources",
    columns.SOURCES,
    (
        Column("path", 52, sheet_style.LINK, leads="path"),
        Column("sheet", 18, sheet_style.LINKED_WORD, leads="sheet"),
        Column("outcome", 14, sheet_style.WORD, strings.OUTCOMES.__getitem__, {strings.OUTCOMES["refused"]: _ALARM}),
        Column("reason_bn", 60),
        Column("read_at", 20, sheet_style.MOMENT),
        Column("sha256", 34, replace(sheet_style.TEXT, font_size=9)),
    ),
    frozen=1,
)
DATA = TableSheet(
    strings.DATA_SHEET,
    "apa_data",
    columns.TIDY,
    (
        Column("office_code", 12),
        Column("office_name", 32),
        Column("parent", 26),
        Column("fiscal_year", 11, sheet_style.WORD, to_bangla_digits),
        Column("quarter", 10, sheet_style.COUNT),
        Column("indicator", 9, sheet_style.WORD, to_bangla_digits),
        Column("unit", 9, sheet_style.WORD, strings.UNITS.__getitem__),
        Column("weight", 8, sheet_style.NUMBER),
        Column("raw", 28),
        Column("status", 13, sheet_style.WORD, strings.STATUSES.__getitem__),
        Column("value_number", 11, sheet_style.NUMBER),
        Column("value_date", 13, sheet_style.DATE),
        Column("percent", 11, sheet_style.PERCENT),
        Column("marks", 10, sheet_style.MARKS),
        Column("attainable", 13, sheet_style.MARKS),
        Column("claimed", 11, sheet_style.MARKS),
        Column("rule", 15, sheet_style.WORD, sentences.rule_word),
        Column("path", 44),
        Column("cell", 21, sheet_style.LINK, leads="cell"),
    ),
    frozen=2,
)
