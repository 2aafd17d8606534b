"""What is said to an office about its report, where the catalogue's own words tell the ministry what to do."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath

from xl_apa.core.errors import XlApaError
from xl_apa.core.findings import Finding, FindingKind
from xl_apa.core.messages import render, render_fact
from xl_apa.ministry.review.to_do import asks_nothing

_PATHS = ("path", "kept", "other")
FINDINGS_FOR_THE_MINISTRY = frozenset(
    {
        FindingKind.FOREIGN_MACROS,
        FindingKind.OUTSIDE_LINKS,
        FindingKind.EMBEDDED_OBJECTS,
        FindingKind.FOREIGN_SHEETS_HIDDEN,
        FindingKind.FORM_FOR_OTHER_YEAR,
        FindingKind.OTHER_QUARTER_FILLED,
        FindingKind.SENT_AGAIN,
        FindingKind.SENT_AGAIN_UNDECIDED,
        FindingKind.OFFICE_CODE_IS_DAY,
        FindingKind.OFFICE_UNKNOWN,
        FindingKind.OFFICE_UNKNOWN_BUT_NAME,
        FindingKind.OFFICE_NAME_OF_OTHER,
        FindingKind.OFFICE_NAME_DIFFERS,
        FindingKind.OFFICE_CODE_SHARED,
        FindingKind.OFFICE_BY_NAME_TAKEN,
        FindingKind.PLAN_FROM_WORKBOOK,
        FindingKind.PLAN_ALTERED,
        FindingKind.PLAN_ALTERED_FURTHER,
        FindingKind.PLAN_INSIDE_UNREADABLE,
        FindingKind.HIDDEN_FIELD_DIFFERS,
        FindingKind.IMPORT_OFFICE_SIMILAR,
    }
)
"""Kinds whose next step only the ministry could take: ask the office, look into its register, remove a file."""
ERRORS_FOR_THE_MINISTRY = frozenset(
    {
        *("file-empty", "file-missing", "file-not-readable", "file-is-folder", "file-is-picture", "file-not-read"),
        *("file-is-summary", "file-is-feedback", "file-is-decisions", "file-is-register", "file-too-slow"),
        *("workbook-damaged", "workbook-password", "workbook-password-wrong", "source-damaged", "archive-damaged"),
        *("archive-without-workbook", "worker-died", "reading-failed", "memory-limit-reached", "plan-data-broken"),
        *("file-is-archive", "file-is-mail"),
        *("fiscal-year-wrong", "fiscal-year-other", "plan-wrong", "plan-not-for-year", "quarter-other", "office-twice"),
        *("import-no-quarter", "import-other-plan"),
    }
)
"""Codes of files of which the next step is the ministry's: ask for the file again, choose another plan."""


def finding_for_office(finding: Finding, lang: str) -> str:
    """Return what was found, in the language `bn` or `en`; what to do about it is said apart (see `to_do`)."""
    params = _without_folders(finding.params)
    if finding.kind in FINDINGS_FOR_THE_MINISTRY or asks_nothing(finding):
        return render_fact(finding.kind, lang, params)
    return Finding(finding.kind, finding.cell, finding.indicator, params).text(lang)


def reason_for_office(error: XlApaError, lang: str) -> str:
    """Return why a file does not count, without what only the ministry could do about it."""
    said = render_fact if error.code in ERRORS_FOR_THE_MINISTRY else render
    return said(error.code, lang, _without_folders(error.params))


def _without_folders(params: Mapping[str, object]) -> dict[str, object]:
    """Return the parameters of a sentence, files by their names: where they lie is no office's matter."""
    return {name: PurePath(str(value)).name if name in _PATHS else value for name, value in params.items()}
