"""What an office is to do about a finding."""

from __future__ import annotations

from xl_apa.core.findings import Category, Finding, FindingKind, Severity
from xl_apa.core.messages import render

_BY_KIND = {
    FindingKind.DATE_NOT_REAL: "do-date",
    FindingKind.DATE_NOT_UNDERSTOOD: "do-date",
    FindingKind.DATE_OUTSIDE_YEAR: "do-date",
    FindingKind.REPORT_DATE_NOT_READ: "do-date",
    FindingKind.EVIDENCE_MISSING: "do-evidence",
    FindingKind.EVIDENCE_NOT_ATTACHED: "do-evidence",
    FindingKind.EVIDENCE_OTHER_PERIOD: "do-evidence",
    FindingKind.EVIDENCE_AFTER_REPORT: "do-evidence",
    FindingKind.NARRATIVE: "do-value",
    FindingKind.NOT_UNDERSTOOD: "do-value",
    FindingKind.EARLIER_NOT_READ: "do-as-said",
    FindingKind.EARLIER_MISSING: "do-as-said",
    FindingKind.OFFICE_UNKNOWN: "do-office",
    FindingKind.OFFICE_UNKNOWN_BUT_NAME: "do-office",
    FindingKind.OFFICE_NAME_OF_OTHER: "do-office",
    FindingKind.OFFICE_NAME_DIFFERS: "do-office",
    FindingKind.OFFICE_CODE_SHARED: "do-office",
    FindingKind.OFFICE_CODE_IS_DAY: "do-office",
    FindingKind.OFFICE_CODE_BLANK: "do-office",
    FindingKind.OFFICE_BY_NAME: "do-office",
    FindingKind.OFFICE_BY_NAME_TAKEN: "do-office",
    FindingKind.IMPORT_OFFICE_SIMILAR: "do-office",
    FindingKind.INFO_BLANK: "do-office",
    FindingKind.OTHER_QUARTER_FILLED: "do-quarter",
    FindingKind.FORM_FOR_OTHER_YEAR: "do-form",
    FindingKind.PLAN_FROM_WORKBOOK: "do-form",
    FindingKind.PLAN_ALTERED: "do-form",
    FindingKind.PLAN_ALTERED_FURTHER: "do-form",
    FindingKind.PLAN_INSIDE_UNREADABLE: "do-form",
    FindingKind.HIDDEN_FIELD_DIFFERS: "do-form",
    FindingKind.FOREIGN_MACROS: "do-own-form",
    FindingKind.OUTSIDE_LINKS: "do-own-form",
    FindingKind.EMBEDDED_OBJECTS: "do-own-form",
    FindingKind.FOREIGN_SHEETS_HIDDEN: "do-own-form",
    FindingKind.SENT_AGAIN: "do-which-file",
    FindingKind.SENT_AGAIN_UNDECIDED: "do-which-file",
}
_ASKING_NOTES = frozenset(
    {
        FindingKind.EVIDENCE_NOT_ATTACHED,
        FindingKind.EVIDENCE_OTHER_PERIOD,
        FindingKind.OFFICE_BY_NAME,
        FindingKind.IMPORT_CONVERTED,
    }
)
"""Notes that change no marks and still ask for something."""
_BY_CATEGORY = {
    Category.READING: "do-as-said",
    Category.VALUE: "do-correct",
    Category.CLAIM: "do-claim",
    Category.FORM: "do-plan",
    Category.WORKBOOK: "do-workbook",
    Category.PLAN: "do-ministry",
    Category.ROW: "do-ministry",
    Category.IMPORT: "do-check",
}


def to_do(finding: Finding, lang: str) -> str:
    """Return the next step for the office, in the language `bn` or `en`."""
    return render(_code(finding), lang)


def asks_nothing(finding: Finding) -> bool:
    """Return whether an office need not do anything about a finding."""
    return finding.severity is Severity.NOTE and finding.kind not in _ASKING_NOTES


def _code(finding: Finding) -> str:
    if asks_nothing(finding):
        return "do-none"
    known = _BY_KIND.get(finding.kind)
    if known:
        return known
    if finding.severity is Severity.WARNING and finding.kind.category in (Category.READING, Category.VALUE):
        return "do-check"
    return _BY_CATEGORY[finding.kind.category]
