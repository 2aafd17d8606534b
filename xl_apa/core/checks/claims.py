"""Rules about the marks an office gives itself, and about marks that stand in the sheet."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from xl_apa.core.cells import CellKind
from xl_apa.core.checks.review import Review
from xl_apa.core.findings import Finding, FindingKind
from xl_apa.core.marking.rating import finding_about
from xl_apa.core.matching import prints_plan
from xl_apa.core.model import Result, Status, Unit
from xl_apa.core.typed.cell_reading import KIND_OF, read_cell
from xl_apa.core.typed.reading import parse_marks


def check_claims(review: Review) -> Iterator[Finding]:
    """Check that claimed marks are not above the weight and are the computed ones; name the reason where it shows."""
    for result, row in review.found:
        claimed, cell = result.claimed, row.claimed
        code = result.indicator.code
        if claimed is None:
            reading = read_cell(cell, Unit.NUMBER)
            if cell.kind is CellKind.NO_RESULT:
                continue  # the form's own formula; nobody claimed anything
            if cell.kind in KIND_OF:
                yield from filter(None, [finding_about(reading, cell.address, code)])
            elif reading.status in (Status.REPORTED, Status.UNREADABLE):
                yield Finding(FindingKind.CLAIMED_NOT_READ, cell.address, code, {"text": cell.text})
            continue
        params = {"claimed": claimed, "weight": result.indicator.weight, "marks": result.marks}
        if claimed > result.indicator.weight:
            yield Finding(FindingKind.CLAIMED_ABOVE_WEIGHT, cell.address, code, params)
        elif claimed != result.marks:
            yield Finding(
                FindingKind.CLAIMED_IS_COUNT if _is_count(result) else FindingKind.CLAIMED_DIFFERS,
                cell.address,
                code,
                params,
            )


def check_marks_in_sheet(review: Review) -> Iterator[Finding]:
    """Check that marks written into our own column earlier are still the computed ones.

    The sheet's own formulas follow what a row prints and the plan's rule of marks: where a row does not print the plan,
    another check says so, and under another rule of marks nobody's sheet is out of date.
    """
    for result, row in review.found:
        written = parse_marks(row.marks.value)
        usual = result.rule is (result.indicator.rule or review.plan.rule)
        if written is not None and written != result.marks and usual and prints_plan(row, result.indicator):
            params = {"written": written, "marks": result.marks}
            yield Finding(FindingKind.MARKS_OUT_OF_DATE, row.marks.address, result.indicator.code, params)


def looks_like_count(claimed: Decimal, result: Result, possible: frozenset[Decimal]) -> bool:
    """Return whether claimed marks are most likely the count itself: small, whole, and of no tier."""
    whole = claimed == claimed.to_integral_value() and 0 < claimed <= result.indicator.weight
    return result.indicator.unit is Unit.NUMBER and whole and claimed not in possible


def _is_count(result: Result) -> bool:
    said = result.own if result.own is not None else result.offer
    return result.indicator.unit is Unit.NUMBER and said is not None and result.claimed == said


CHECKS = (check_claims, check_marks_in_sheet)
