"""Rules about the printed form: does it still say what the ministry's plan says?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from xl_apa.core.cells import Cell
from xl_apa.core.checks.review import Review
from xl_apa.core.findings import Finding, FindingKind
from xl_apa.core.fiscal import FiscalYear
from xl_apa.core.matching import planned_targets, printed_code, printed_targets, prints_unit
from xl_apa.core.text.codes import code_key
from xl_apa.core.typed.cell_reading import KIND_OF
from xl_apa.core.typed.reading import parse_marks

DAYS_1904 = 1462
"""Days between the first days of Excel's two ways of counting: 1 January 1900 and 2 January 1904."""


def check_fiscal_year(review: Review) -> Iterator[Finding]:
    """Check that title and headings name the report's own fiscal year."""
    for heading in review.form.headings:
        for year in FiscalYear.find_all(heading.text):
            if year != review.year:
                yield Finding(
                    FindingKind.FISCAL_YEAR_DIFFERS,
                    heading.address,
                    params={"found": year.label, "year": review.year.label},
                )


def check_units_and_weights(review: Review) -> Iterator[Finding]:
    """Check that unit and weight of every row are those of the plan."""
    for result, row in review.found:
        indicator = result.indicator
        if not prints_unit(row, indicator):
            params = {"printed": row.unit.text or "-", "plan": indicator.unit_shown or "-"}
            yield Finding(FindingKind.UNIT_DIFFERS, row.unit.address, indicator.code, params)
        if parse_marks(row.weight.value) != indicator.weight:
            shown = {"printed": row.weight.text or "-", "plan": indicator.weight}
            yield Finding(FindingKind.WEIGHT_DIFFERS, row.weight.address, indicator.code, shown)


def check_targets(review: Review) -> Iterator[Finding]:
    """Check that every target is the one of the plan; marks always follow the plan.

    Where all days are off by the same four years, the workbook's way of counting days was changed: one finding.
    """
    differing = list(_differing_targets(review))
    shifted = [days for _, _, _, days in differing if days is not None]
    if len(shifted) > 1 and shifted[0] in (-DAYS_1904, DAYS_1904) and len(set(shifted)) == 1:
        first = next(cell for _, cell, _, days in differing if days is not None)
        yield Finding(FindingKind.DAYS_SHIFTED, first.address)
        differing = [each for each in differing if each[3] is None]
    for code, cell, params, _ in differing:
        yield Finding(FindingKind.TARGET_DIFFERS, cell.address, code, params)


def _differing_targets(review: Review) -> Iterator[tuple[str, Cell, dict[str, object], int | None]]:
    """The indicator, cell and sentence of every target that is not the plan's; and by how many days it is off."""
    for result, row in review.found:
        printed = printed_targets(row, result.indicator.unit, result.indicator.unit_name or "")
        planned = planned_targets(row, result.indicator)
        # A form of another plan may print fewer targets, or more.
        cells = [*row.targets, *[row.targets[-1]] * (len(planned) - len(row.targets))] if row.targets else []
        for cell, tier, there, here in zip(cells, review.plan.tiers, [*printed, *[None] * len(planned)], planned):
            if there != here:
                params = {
                    "tier": tier.percent,
                    "printed": "-" if there is None else there,
                    "plan": "-" if here is None else here,
                }
                days = (there - here).days if isinstance(there, date) and isinstance(here, date) else None
                yield result.indicator.code, cell, params, days


def check_office_cells(review: Review) -> Iterator[Finding]:
    """Check that the cells about the office and the fiscal year show values."""
    for cell in review.report.unread:
        yield Finding(KIND_OF[cell.kind], cell.address, params={"text": cell.text or cell.note})


def check_weight_sums(review: Review) -> Iterator[Finding]:
    """Check that the printed weights of an area add up to what the area is worth (33 and 17 in 2023-24)."""
    printed = {result.indicator.code: parse_marks(row.weight.value) or Decimal(0) for result, row in review.found}
    for area in review.plan.areas:
        codes = [indicator.code for indicator in area.indicators]
        total = sum((printed.get(code, Decimal(0)) for code in codes), Decimal(0))
        if set(codes) <= set(printed) and total != area.weight:
            yield Finding(
                FindingKind.WEIGHTS_DO_NOT_ADD_UP, params={"area": area.label, "sum": total, "weight": area.weight}
            )


def check_areas(review: Review) -> Iterator[Finding]:
    """Check that every row stands under its own performance area."""
    area_of = {indicator.code: area.label for area in review.plan.areas for indicator in area.indicators}
    for result, row in review.found:
        number = printed_code(row.area)
        if number and number != code_key(str(area_of[result.indicator.code])):
            params = {"printed": number, "area": area_of[result.indicator.code], "code": result.indicator.code}
            yield Finding(FindingKind.AREA_DOES_NOT_FIT, row.area.address, result.indicator.code, params)


CHECKS = (check_office_cells, check_fiscal_year, check_units_and_weights, check_targets, check_weight_sums, check_areas)
