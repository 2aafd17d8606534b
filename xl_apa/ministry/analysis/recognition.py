"""Whose report a file is: codes and names held against each other and against the register.

No office's marks ever stand under another one's name. Where code and name do not say the same, the report is kept
apart: it can be read in every table of its own figures, and is in no mean; a finding says what to ask whom.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from xl_apa.core.findings import Finding, FindingKind
from xl_apa.core.offices import name_key, office_key
from xl_apa.ministry.analysis.lateness import judge_lateness
from xl_apa.ministry.model import MinistryResult, OfficeResult, in_order
from xl_apa.ministry.register.model import Register, Registered

_TOLD = 3
"""How many codes a finding lists."""


def recognise_offices(consolidation: MinistryResult, register: Register | None = None) -> MinistryResult:
    """Return the consolidation with every report's office, and a finding where code and name leave a doubt.

    Without a register nobody knows which of two offices a code belongs to, and both count, each by its own name. With
    one, only those count that it expects: of the others `OfficeResult.listed` and `may_be` say what is known.
    """
    offices = consolidation.offices
    if register is None:
        shared = _shared(offices)
        known = [_Verdict(office, findings=tuple(_about_shared(office, shared))) for office in offices]
    else:
        known = list(_by_register(offices, register))
    told = [verdict.applied(register, consolidation) for verdict in known]
    return replace(consolidation, offices=in_order(told), register=register)


@dataclass(frozen=True, slots=True)
class _Verdict:
    """Whose report it is: of one office of the register, or perhaps of some; and what is to be said of it."""

    office: OfficeResult
    listed: Registered | None = None
    may_be: tuple[Registered, ...] = ()
    findings: tuple[Finding, ...] = ()

    def applied(self, register: Register | None, consolidation: MinistryResult) -> OfficeResult:
        office, findings = self.office, self.findings
        office = replace(office, counts=False) if office.to_confirm else office
        if register is not None:
            listed = self.listed.key if self.listed else ""
            may_be = tuple(each.key for each in self.may_be)
            counts = listed in register.expected_keys and not office.to_confirm
            office = replace(office, counts=counts, listed=listed, may_be=may_be)
            if self.listed:
                office = judge_lateness(office, self.listed, consolidation.task)
        if findings:
            assessed = replace(office.assessment, findings=(*findings, *office.assessment.findings))
            office = replace(office, assessment=assessed)
        return office


Shared = dict[str, list[OfficeResult]]
"""The reports by their code, of those codes that several names go with."""


def _shared(offices: Iterable[OfficeResult]) -> Shared:
    by_code: Shared = {}
    for office in offices:
        code = office_key(office.assessment.office.code)
        if code:
            by_code.setdefault(code, []).append(office)
    return {code: several for code, several in by_code.items() if len(several) > 1}


def _about_shared(office: OfficeResult, shared: Shared) -> Iterator[Finding]:
    who = office.assessment.office
    others = [each for each in shared.get(office_key(who.code), ()) if each is not office]
    if others:
        told = ", ".join(f"{_called(each)} ({each.source.path})" for each in others)
        params = {"code": who.code, "office": _called(office), "others": told}
        yield Finding(FindingKind.OFFICE_CODE_SHARED, params=params)


def _by_register(offices: Sequence[OfficeResult], register: Register) -> Iterator[_Verdict]:
    shared = _shared(offices)
    verdicts = {id(office): _by_code(office, register, shared) for office in offices}
    # Whoever gives no code is known by the name, unless a file that gives it has come.
    taken: dict[str, OfficeResult] = {}
    for verdict in verdicts.values():
        for each in (verdict.listed, *verdict.may_be):
            if each:
                taken.setdefault(each.key, verdict.office)
    for office in offices:
        verdict = verdicts[id(office)]
        yield verdict if office_key(office.assessment.office.code) else _by_name(office, register, taken)


def _by_code(office: OfficeResult, register: Register, shared: Shared) -> _Verdict:
    who = office.assessment.office
    if not office_key(who.code):
        return _Verdict(office)
    owner, named = register.find(who.code), register.named(who.name)
    if owner is None:
        return _unknown(office, named)
    params = {"code": who.code, "owner": owner.name or owner.code, "office": who.name}
    own_name = name_key(who.name) in owner.names
    if named and not own_name:
        params["listed"] = _codes(named)
        may_be = (owner, *named) if len(named) == 1 else (owner,)
        return _Verdict(office, None, may_be, (Finding(FindingKind.OFFICE_NAME_OF_OTHER, params=params),))
    claiming = [each for each in shared.get(office_key(who.code), ()) if not _is_of_other(each, owner, register)]
    if len(claiming) > 1 and [each for each in claiming if name_key(each.assessment.office.name) in owner.names] != [
        office
    ]:
        return _Verdict(office, None, (owner,), tuple(_about_shared(office, shared)))
    if own_name or not owner.names or not name_key(who.name):
        return _Verdict(office, owner)
    return _Verdict(office, owner, (), (Finding(FindingKind.OFFICE_NAME_DIFFERS, params=params),))


def _is_of_other(office: OfficeResult, owner: Registered, register: Register) -> bool:
    """Return whether the name is that of another office of the register than the code's."""
    name = office.assessment.office.name
    return bool(register.named(name)) and name_key(name) not in owner.names


def _unknown(office: OfficeResult, named: Sequence[Registered]) -> _Verdict:
    who = office.assessment.office
    if len(named) == 1:
        params = {"code": who.code, "office": who.name, "listed": named[0].code}
        return _Verdict(office, None, tuple(named), (Finding(FindingKind.OFFICE_UNKNOWN_BUT_NAME, params=params),))
    params = {"code": who.code or "-", "office": who.name or "-"}
    return _Verdict(office, findings=(Finding(FindingKind.OFFICE_UNKNOWN, params=params),))


def _by_name(office: OfficeResult, register: Register, taken: dict[str, OfficeResult]) -> _Verdict:
    named = register.named(office.assessment.office.name)
    if len(named) != 1:
        return _unknown(office, named)
    listed = named[0]
    params: dict[str, object] = {"listed": listed.code, "office": office.assessment.office.name}
    if listed.key in taken:
        params["other"] = taken[listed.key].source.path
        return _Verdict(office, None, (listed,), (Finding(FindingKind.OFFICE_BY_NAME_TAKEN, params=params),))
    return _Verdict(office, listed, (), (Finding(FindingKind.OFFICE_BY_NAME, params=params),))


def _codes(offices: Sequence[Registered]) -> str:
    """Return the first codes; hundreds of offices may have one name."""
    return ", ".join(each.code for each in offices[:_TOLD]) + (", …" if len(offices) > _TOLD else "")


def _called(office: OfficeResult) -> str:
    who = office.assessment.office
    return who.name or who.code
