"""An imported report as an office workbook: the form with what the document says, cell by cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from xl_apa.core.assess import Assessment, assess
from xl_apa.core.cells import Cell, CellKind, CellValue, NumberFormat
from xl_apa.core.matching import match_rows
from xl_apa.core.model import Achievement, Layout, Office, Rule, Value
from xl_apa.core.text.codes import code_in
from xl_apa.core.text.numerals import plain
from xl_apa.core.typed.reading import parse_marks, parse_target
from xl_apa.importer.imported_report import UNSURE, ImportedReport, ImportedRow
from xl_apa.importer.table.words.units import known_unit
from xl_apa.samples import Sample, build_sample
from xl_apa.sheets.build.workbook import FurtherSheet
from xl_apa.sheets.layout import Info


def assess_import(
    imported: ImportedReport, office: Office | None = None, *, rule: Rule | None = None, as_of: date | None = None
) -> Assessment:
    """Return marks and findings of an imported report, every finding with the place in the document."""
    return assess(imported.as_report(office), imported.plan, imported.quarter, rule=rule, as_of=as_of)


def write_office_workbook(
    imported: ImportedReport,
    path: Path,
    *,
    office: Office | None = None,
    accept_offers: bool = False,
    further: FurtherSheet | None = None,
) -> None:
    """Write the office workbook of an imported report; with `accept_offers`, what sentences seem to say is accepted.

    `office` is whose report it is, where more is known than the document says. Where the document prints another code,
    unit, weight or target than the plan has, it stands as printed, so that the form's own checks tell. `further` adds a
    sheet. Raise OutputError.
    """
    offers = _offers(imported) if accept_offers else {}
    build_sample(_sample(imported, office, offers), path, imported.plan, further=further)


def _sample(imported: ImportedReport, office: Office | None, offers: Mapping[str, CellValue]) -> Sample:
    said, report = imported.about, imported.as_report(office)
    info: dict[str, CellValue] = {
        Info.OFFICE_CODE: report.office.code,
        Info.OFFICE_NAME: report.office.name,
        Info.PARENT: report.office.parent,
        **({Info.DESIGNATION: said.post.value} if not said.post.blank else {}),
        **({Info.report_date(imported.quarter): said.signed.value} if not said.signed.blank else {}),
    }
    # As long as the program would find the same row behind the printed code, that code stays.
    printed = [replace(row, code="") for row in report.forms[imported.quarter].rows]
    found = match_rows(imported.plan, printed).rows
    rows = tuple(
        _row(row, imported.layout, offers, as_printed=_label_of(found.get(row.indicator.code)) == row.achievement.label)
        for row in imported.rows
    )
    return Sample(imported.layout, imported.quarter, info, {}, rows)


def _row(row: ImportedRow, layout: Layout, offers: Mapping[str, CellValue], *, as_printed: bool) -> dict[str, object]:
    indicator, said = row.indicator, row.as_achievement
    cells: dict[str, object] = {"code": indicator.code}
    _put(cells, "achieved", said.achieved)
    _put(cells, "last", said.claimed if layout is Layout.MARKS else said.remarks)
    if layout is Layout.MARKS:
        _put(cells, "evidence", said.remarks if said.evidence.blank else said.evidence)
    else:
        _put(cells, "evidence", said.evidence)
    if offers.get(indicator.code) is not None:
        cells["accepted"] = offers[indicator.code]
    if as_printed and code_in(said.label.text) not in ("", indicator.code):
        _put(cells, "label", said.label)
    if as_printed and known_unit(said.unit.text) not in (None, indicator.unit):
        _put(cells, "unit", said.unit)
    if parse_marks(said.weight.value) not in (None, indicator.weight):
        _put(cells, "weight", said.weight)
    printed = [parse_target(cell.value, indicator.unit, indicator.unit_name or "") for cell in said.targets]
    if as_printed and any(value is not None and value != target for value, target in zip(printed, indicator.targets)):
        cells["targets"] = [_typed(cell) for cell in said.targets]
    return cells


def _label_of(row: Achievement | None) -> Cell | None:
    return row.label if row else None


def _put(cells: dict[str, object], name: str, cell: Cell) -> None:
    if not cell.blank:
        cells[name] = _typed(cell)


def _typed(cell: Cell) -> CellValue:
    """What is to be typed so that the form says what a person sees in the document's cell.

    The form's own cells have formats of their own, so 1 that is shown as 100% is typed as that. An error, a struck-out
    text and the like are no values there either, but a question.
    """
    if cell.kind not in (CellKind.PLAIN, CellKind.PARTLY):
        return f"{cell.text or cell.note or '-'} {UNSURE}"
    number = parse_marks(cell.value) if cell.shown_as is NumberFormat.PERCENT else None
    return cell.value if number is None else f"{plain(number * 100)}%"


def _offers(imported: ImportedReport) -> dict[str, CellValue]:
    results = assess(imported.as_report(as_printed=True), imported.plan, imported.quarter).results
    return {each.indicator.code: _as_cell(each.offer) for each in results if each.offer is not None}


def _as_cell(value: Value) -> CellValue:
    return plain(value) if isinstance(value, Decimal) else value
