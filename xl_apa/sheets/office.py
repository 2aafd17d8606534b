"""One office workbook, from file to marks, and its marks back into a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from xl_apa.core.assess import Assessment, assess, latest_quarter
from xl_apa.core.errors import InputError
from xl_apa.core.findings import Finding
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import CellValue, Plan, Report, Result, Rule, Status
from xl_apa.plans import load_plan, shipped_plans
from xl_apa.sheets import layout
from xl_apa.sheets.filler import write_cells
from xl_apa.sheets.layout import Column
from xl_apa.sheets.reader import read_plan_inside, read_report


def assess_file(
    path: Path,
    quarter: Quarter | None = None,
    *,
    plan: Plan | None = None,
    rule: Rule | None = None,
    as_of: date | None = None,
) -> Assessment:
    """The marks and findings of a workbook; without a quarter, of the last one in which anything was typed.

    Without a plan, the shipped plan the workbook names, or else the one inside it, with a finding that says so.
    Raises InputError when the file cannot be used, PlanError when there is no plan.
    """
    report = read_report(path, quarter)
    used = plan or _plan_of(path, report)
    assessed = assess(report, used, quarter or latest_quarter(report), rule=rule, as_of=as_of)
    if plan is None and used.name not in shipped_plans():
        inside = Finding("plan-from-workbook", params={"plan": used.name})
        return replace(assessed, findings=(inside, *assessed.findings))
    return assessed


def calculate_file(
    path: Path,
    target: Path | None = None,
    quarter: Quarter | None = None,
    *,
    plan: Plan | None = None,
    lang: str = "bn",
) -> Assessment:
    """Computes the marks of a quarter and writes them beside the form: tier percent, marks, message and total.

    What the officer typed stays untouched; so does everything else in the file. Without a target the file itself is
    replaced, whole or not at all. Raises InputError or OutputError.
    """
    if path.suffix.lower() not in (".xlsx", ".xlsm"):
        raise InputError("calculate-ending", path=path)
    assessed = assess_file(path, quarter, plan=plan)
    sheet = layout.quarter_sheet(assessed.quarter)
    write_cells(path, target or path, {sheet: _marks(assessed, lang)}, {sheet: _results(assessed)})
    return assessed


def holds_achievements(path: Path) -> bool:
    """Whether a file is an office workbook in which somebody typed an achievement."""
    if not path.is_file():
        return False
    try:
        forms = read_report(path).forms.values()
    except InputError:
        return False
    return any(not row.achieved.blank for form in forms for row in form.rows)


def _plan_of(path: Path, report: Report) -> Plan:
    return load_plan(report.plan_name) if report.plan_name in shipped_plans() else read_plan_inside(path)


def _marks(assessed: Assessment, lang: str) -> dict[tuple[int, int], CellValue]:
    """What `calculate` writes into our own columns, by row and column."""
    cells: dict[tuple[int, int], CellValue] = {}
    for result, (row, shift) in _places(assessed):
        told = result.status is not Status.NONE
        finding = assessed.message_about(result.indicator.code)
        cells[row, Column.TIER + shift] = float(result.percent) if told else None
        cells[row, Column.MARKS + shift] = float(result.marks) if told else None
        cells[row, Column.ATTAINABLE + shift] = float(result.attainable)
        cells[row, Column.REVIEW + shift] = finding.text(lang) if finding else None
    return cells


def _results(assessed: Assessment) -> dict[tuple[int, int], CellValue]:
    """Results of the template's own formulas: marks repeated in column 14, and the total under the last row."""
    cells: dict[tuple[int, int], CellValue] = {}
    last = -1
    for result, (row, shift) in _places(assessed):
        told = result.status is not Status.NONE
        cells[row, Column.LAST + shift] = float(result.marks) if told else None
        if row > last:
            last = row
            total = (row + 1, Column.MARKS + shift)
    return {**cells, total: float(assessed.total)} if last >= 0 else cells


def _places(assessed: Assessment) -> Iterator[tuple[Result, tuple[int, int]]]:
    """Results with their row in the sheet, and by how many columns the form stands to the right of its own place."""
    for result in assessed.results:
        place = layout.position(result.row.marks.address) if result.row else None
        if place:
            yield result, (place[0], place[1] - Column.MARKS)
