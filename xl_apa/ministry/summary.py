"""The ministry workbook: overview, the ministry's form, marks, findings, sources and data, each on its own sheet."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time
from pathlib import Path

from xlsxwriter.workbook import Workbook

from xl_apa.core.messages import Severity
from xl_apa.core.numerals import to_bangla_digits
from xl_apa.ministry import book, headings, tables
from xl_apa.ministry.book import Column, TableSheet, write_table
from xl_apa.ministry.consolidate import Consolidation
from xl_apa.ministry.form_sheet import write_ministry_form
from xl_apa.ministry.levels_sheet import write_levels
from xl_apa.ministry.marks_sheet import write_marks
from xl_apa.ministry.overview_sheet import write_overview
from xl_apa.sheets.files import replacing
from xl_apa.sheets.layout import plan_title
from xl_apa.sheets.styles import Look, Styles


def _file_name(path: str) -> str:
    return Path(path).name


_ALARM = Look(bold=True, font_color="#9C0006", bg_color="#FFC7CE")
_CAUTION = Look(font_color="#7F6000", bg_color="#FFEB9C")
_REMARK = Look(font_color="#1F4E79", bg_color="#DDEBF7")
_SEVERITY_COLORS = {
    headings.SEVERITIES[severity]: look
    for severity, look in ((Severity.ERROR, _ALARM), (Severity.WARNING, _CAUTION), (Severity.NOTE, _REMARK))
}

_FINDINGS = TableSheet(
    headings.FINDINGS_SHEET,
    "apa_findings",
    (
        Column("severity", 11, book.WORD, headings.SEVERITIES.__getitem__, _SEVERITY_COLORS),
        Column("office_code", 13),
        Column("office_name", 34),
        Column("indicator", 9, book.WORD, to_bangla_digits),
        Column("cell", 20),
        Column("message_bn", 52),
        Column("message_en", 48),
        Column("path", 30, shown=_file_name),
    ),
    frozen=3,
)
_SUBMISSIONS = TableSheet(
    headings.SUBMISSIONS_SHEET,
    "apa_submissions",
    (
        Column("office_code", 14),
        Column("office_name", 40),
        Column("level", 16, book.WORD),
        Column("parent_code", 16, book.WORD),
        Column(
            "submission",
            14,
            book.WORD,
            headings.SUBMISSIONS.__getitem__,
            {
                headings.SUBMISSIONS["missing"]: _ALARM,
                headings.SUBMISSIONS["blank"]: _ALARM,
                headings.SUBMISSIONS["late"]: _CAUTION,
                headings.SUBMISSIONS["undated"]: _REMARK,
            },
        ),
        Column("report_date", 16, book.DATE),
        Column("total", 12, book.MARKS),
        Column("contact", 28),
        Column("path", 40, shown=_file_name),
    ),
    frozen=2,
)
_RULES = TableSheet(
    headings.RULES_SHEET,
    "apa_rules",
    (
        Column("office_code", 14),
        Column("office_name", 44),
        Column("total_tier", 18, book.MARKS),
        Column("total_proportional", 18, book.MARKS),
        Column("total_change", 14, book.MARKS),
        Column("rank_tier", 16, book.COUNT),
        Column("rank_proportional", 16, book.COUNT),
        Column("rank_change", 16, book.COUNT),
    ),
    frozen=2,
)
_SOURCES = TableSheet(
    headings.SOURCES_SHEET,
    "apa_sources",
    (
        Column("path", 52),
        Column("sheet", 18, book.WORD),
        Column("outcome", 14, book.WORD, headings.OUTCOMES.__getitem__, {headings.OUTCOMES["refused"]: _ALARM}),
        Column("reason_bn", 60),
        Column("read_at", 20, book.MOMENT),
        Column("sha256", 34, replace(book.TEXT, font_size=9)),
    ),
    frozen=1,
)
_DATA = TableSheet(
    headings.DATA_SHEET,
    "apa_data",
    (
        Column("office_code", 12),
        Column("office_name", 32),
        Column("parent", 26),
        Column("fiscal_year", 11, book.WORD, to_bangla_digits),
        Column("quarter", 10, book.COUNT),
        Column("indicator", 9, book.WORD, to_bangla_digits),
        Column("unit", 9, book.WORD, headings.UNITS.__getitem__),
        Column("weight", 8, book.NUMBER),
        Column("raw", 28),
        Column("status", 13, book.WORD, headings.STATUSES.__getitem__),
        Column("value_number", 11, book.NUMBER),
        Column("value_date", 13, book.DATE),
        Column("percent", 11, book.PERCENT),
        Column("marks", 10, book.MARKS),
        Column("attainable", 13, book.MARKS),
        Column("claimed", 11, book.MARKS),
        Column("rule", 15, book.WORD, headings.rule_word),
        Column("path", 44),
        Column("cell", 21),
    ),
    frozen=2,
)


def write_summary(consolidation: Consolidation, path: Path) -> None:
    """Write the ministry workbook. The same consolidation gives the same bytes.

    Raises OutputError when the file cannot be written; what was there before stays then.
    """
    with replacing(path) as temporary, Workbook(str(temporary), book.OPTIONS) as workbook:
        title = f"{headings.TITLES[headings.OVERVIEW_SHEET]}: {plan_title(consolidation.task.plan)}"
        # Without a date of its own the file would carry the time it was written.
        workbook.set_properties({"title": title, "created": _newest(consolidation)})
        formats = Styles(workbook)
        basis = headings.basis_line(consolidation)
        write_overview(workbook, formats, consolidation)
        write_ministry_form(workbook, formats, consolidation)
        write_marks(workbook, formats, consolidation)
        write_levels(workbook, formats, consolidation)
        if consolidation.register:
            write_table(workbook, formats, _SUBMISSIONS, tables.submitted(consolidation), basis)
        write_table(workbook, formats, _RULES, tables.by_rule(consolidation), basis)
        write_table(workbook, formats, _FINDINGS, tables.findings(consolidation), basis)
        write_table(workbook, formats, _SOURCES, tables.sources(consolidation), basis)
        write_table(workbook, formats, _DATA, tables.tidy(consolidation), basis)


def _newest(consolidation: Consolidation) -> datetime:
    """When the last file was read, as the file's properties want it: in universal time, without saying so."""
    times = [office.source.read_at for office in consolidation.offices]
    times += [refusal.source.read_at for refusal in consolidation.refused]
    if not times:
        return datetime.combine(consolidation.as_of, time())
    return max(times).astimezone(UTC).replace(tzinfo=None)
