"""Which row of a filled form belongs to which indicator, whatever code is printed on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xl_apa.core.cells import Cell
from xl_apa.core.findings import Finding, FindingKind
from xl_apa.core.model import Achievement, Indicator, Plan, Unit
from xl_apa.core.text.codes import code_in, code_key
from xl_apa.core.text.unit_names import parse_unit_name
from xl_apa.core.typed.reading import parse_marks, parse_targets
from xl_apa.core.typed.units import parse_unit, same_unit_name


@dataclass(frozen=True, slots=True)
class Matching:
    """Rows by indicator code, and what did not fit."""

    rows: Mapping[str, Achievement]
    findings: tuple[Finding, ...]


def printed_code(label: Cell) -> str:
    """Return the code at the start of a label: `1.2.1` of `[১.২.১] …`; "" when there is none."""
    return code_in(label.text)


def match_rows(plan: Plan, rows: Sequence[Achievement]) -> Matching:
    """Match every row to its indicator: by its code where unit and weight agree with it, else by what the row is.

    Offices do print wrong codes (labour 2023-24: `[১.৫.২]` over the row of 2.1.1); unit, weight and targets tell.
    A row whose code is right but whose unit or weight was changed still belongs to its code; the difference is
    found later. A row that was matched where it was read (`code`) is not matched again.
    """
    free = {code_key(indicator.code): indicator for indicator in plan.indicators}
    found: dict[str, Achievement] = {}
    left: list[Achievement] = []
    for row in rows:
        indicator = free.get(code_key(row.code) if row.code else printed_code(row.label))
        if indicator and (row.code or _fits(row, indicator)):
            found[free.pop(code_key(indicator.code)).code] = row
        else:
            left.append(row)
    for alike in (_best_fit, _same_code):
        for row in tuple(left):
            if (indicator := alike(row, list(free.values()))) is not None:
                found[free.pop(code_key(indicator.code)).code] = row
                left.remove(row)
    return Matching(found, (*_misprints(found), *_strangers(left, found), *_missing(free)))


def _fits(row: Achievement, indicator: Indicator) -> bool:
    return _is_of_unit(row.unit.text, indicator) and parse_marks(row.weight.value) == indicator.weight


def _is_of_unit(printed: str, indicator: Indicator) -> bool:
    """Whether a row prints the kind of the unit; a name that may be of two kinds must be the plan's own."""
    return parse_unit(printed) is indicator.unit or same_unit_name(printed, indicator.unit_shown)


def prints_unit(row: Achievement, indicator: Indicator) -> bool:
    """Return whether a row prints the unit of the plan, in any spelling; for a usual name, any that says no more."""
    printed = row.unit.text
    if printed == indicator.unit_shown or same_unit_name(printed, indicator.unit_shown):
        return True
    usual = indicator.unit_name is None and parse_unit(printed) is indicator.unit
    return usual and (indicator.unit is not Unit.NUMBER or parse_unit_name(printed).plain)


def _best_fit(row: Achievement, free: Sequence[Indicator]) -> Indicator | None:
    candidates = [indicator for indicator in free if _fits(row, indicator)]
    likeness = [_equal_targets(row, indicator) for indicator in candidates]
    return candidates[likeness.index(max(likeness))] if candidates and max(likeness) > 0 else None


def _same_code(row: Achievement, free: Sequence[Indicator]) -> Indicator | None:
    return next((indicator for indicator in free if code_key(indicator.code) == printed_code(row.label)), None)


def _equal_targets(row: Achievement, indicator: Indicator) -> int:
    printed = printed_targets(row, indicator.unit, indicator.unit_name or "")
    return sum(a is not None and a == b for a, b in zip(printed, indicator.targets))


def printed_targets(row: Achievement, unit: Unit, name: str = "") -> list[object]:
    """Return the targets a row prints, as values of a unit of this name; text where a cell cannot be read."""
    return list(parse_targets([cell.value for cell in row.targets], unit, name))


def planned_targets(row: Achievement, indicator: Indicator) -> list[object]:
    """Return the targets that a row should print; None in the places that the plan has no tier for."""
    return [*indicator.targets, *[None] * (len(row.targets) - len(indicator.targets))]


def prints_plan(row: Achievement, indicator: Indicator) -> bool:
    """Return whether a row prints unit, weight and targets as the plan has them."""
    printed = printed_targets(row, indicator.unit, indicator.unit_name or "")
    return _fits(row, indicator) and printed == planned_targets(row, indicator)


def _misprints(found: Mapping[str, Achievement]) -> list[Finding]:
    return [
        Finding(
            FindingKind.CODE_DOES_NOT_FIT,
            row.label.address,
            code,
            {"printed": printed_code(row.label) or "-", "code": code},
        )
        for code, row in found.items()
        if printed_code(row.label) != code_key(code) and (printed_code(row.label) or not row.code)
    ]


def _strangers(left: Sequence[Achievement], found: Mapping[str, Achievement]) -> list[Finding]:
    findings = []
    for row in left:
        code = printed_code(row.label)
        known = next((each for each in found if code_key(each) == code), "")
        kind = FindingKind.INDICATOR_REPEATED if known else FindingKind.INDICATOR_UNKNOWN
        findings.append(Finding(kind, row.label.address, known, {"code": known or code or row.label.text}))
    return findings


def _missing(free: Mapping[str, Indicator]) -> list[Finding]:
    return [
        Finding(FindingKind.INDICATOR_MISSING, "", indicator.code, {"code": indicator.code})
        for indicator in free.values()
    ]
