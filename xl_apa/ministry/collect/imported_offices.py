"""Whose report an imported one is, said in the words of the register or of the office's own workbook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from xl_apa.core.findings import Finding, FindingKind
from xl_apa.core.messages import Phrase
from xl_apa.core.model import Office
from xl_apa.core.offices import office_key
from xl_apa.ministry.model import Doubt, ImportSource, OfficeResult
from xl_apa.ministry.register.find_office import KnownBy, OfficeFound, find_office
from xl_apa.ministry.register.model import Register, Registered


def name_imported(results: Sequence[OfficeResult], register: Register | None = None) -> list[OfficeResult]:
    """Return the results, each imported one with its office's code and name where these are known.

    Without a register an office is known by the workbooks of the same run, by its very name or that of the file.
    """
    if not any(result.imported for result in results):
        return list(results)
    workbooks = [result.assessment.office for result in results if not result.imported]
    known = register or _of_workbooks(workbooks)
    return [
        _named(result, known, workbooks, fuzzy=register is not None) if result.imported else result
        for result in results
    ]


def _of_workbooks(workbooks: Sequence[Office]) -> Register:
    by_key = {office_key(office.code): Registered(office.code, office.name) for office in workbooks if office.code}
    return Register(tuple(by_key.values()))


def _named(result: OfficeResult, register: Register, workbooks: Sequence[Office], *, fuzzy: bool) -> OfficeResult:
    imported, assessed = result.imported, result.assessment
    assert imported
    said = [assessed.office.name, *imported.lines] if assessed.office.name else imported.lines
    found = find_office(said, result.source.path, register, fuzzy=fuzzy)
    office = office_of(found, assessed.office, workbooks)
    doubts = imported.doubts if office.code or office.name else (*imported.doubts, Doubt.OFFICE)
    imported = replace(imported, doubts=doubts)
    findings = [
        *_about_reading(imported),
        *about_office(found),
        *(each for each in assessed.findings if not (office.code and each.kind is FindingKind.OFFICE_CODE_BLANK)),
    ]
    return replace(result, imported=imported, assessment=replace(assessed, office=office, findings=tuple(findings)))


def office_of(found: OfficeFound, printed: Office, workbooks: Sequence[Office] = ()) -> Office:
    """Return the office of a report as the register or its own workbook writes it, else as it is printed."""
    if found.office is None:
        return printed
    if found.other:
        return Office(found.office.code, found.other.name, printed.parent)
    # As the office itself writes code and name, so that its files are held against each other.
    own = [office for office in workbooks if office_key(office.code) == found.office.key]
    name = found.office.name or found.office.name_en or printed.name
    return own[0] if len(set(own)) == 1 else Office(found.office.code, name, printed.parent)


def _about_reading(imported: ImportSource) -> list[Finding]:
    percent = int(100 * imported.confidence)
    told = {"sure": imported.sure_weight, "weight": imported.weight, "percent": percent}
    kind = Phrase(f"import-kind-{imported.kind}")
    findings = [Finding(FindingKind.IMPORTED, params={"kind": kind, **told})]
    if imported.doubts:
        reasons = [Phrase(f"import-doubt-{doubt.value}", told) for doubt in imported.doubts]
        findings.insert(0, Finding(FindingKind.IMPORT_TO_CONFIRM, params={"reasons": reasons}))
    return findings


def about_office(found: OfficeFound) -> list[Finding]:
    """Return what is to be said where an office was known by its file's name or by a misspelt name, or by neither."""
    if found.office is None or found.by not in _KINDS or found.other:
        return []
    params = {"code": found.office.code, "office": found.office.name or found.office.name_en, "text": found.printed}
    return [Finding(_KINDS[found.by], params=params)]


_KINDS = {KnownBy.FILE: FindingKind.IMPORT_OFFICE_BY_FILE, KnownBy.SIMILAR: FindingKind.IMPORT_OFFICE_SIMILAR}
