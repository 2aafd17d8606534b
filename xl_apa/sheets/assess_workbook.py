"""One office workbook, from file to marks, and its marks back into a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from xl_apa.core.assess import Assessment, assess, latest_quarter
from xl_apa.core.cells import CellKind, CellValue
from xl_apa.core.errors import InputError, PlanError
from xl_apa.core.findings import Finding, FindingKind
from xl_apa.core.fiscal import Quarter
from xl_apa.core.messages import Phrase
from xl_apa.core.model import Achievement, Layout, Plan, QuarterFigure, Report, Result, Rule, Unit
from xl_apa.plans import load_plan, shipped_plans
from xl_apa.sheets.formulas.results import RowValues, row_results
from xl_apa.sheets.formulas.results.values import as_number, number_kind, percent_values
from xl_apa.sheets.formulas.results.year import told_result
from xl_apa.sheets.formulas.traits import traits_of
from xl_apa.sheets.layout import Column
from xl_apa.sheets.office_sheet import OfficeSheet
from xl_apa.sheets.read.report import read_plan_inside, read_report
from xl_apa.sheets.result_cells import Places, is_marked, read_in, rows_of, written_cells
from xl_apa.xlsx.cell_values import Result as CellResult
from xl_apa.xlsx.cell_values import cell_value
from xl_apa.xlsx.edit.cell_editor import write_cells

_EDITABLE = (".xlsx", ".xlsm")
"""The endings of files whose cells can be changed one by one."""


def assess_file(
    path: Path,
    quarter: Quarter | None = None,
    *,
    plan: Plan | None = None,
    rule: Rule | None = None,
    as_of: date | None = None,
    passwords: Sequence[str] = (),
) -> Assessment:
    """Return the marks and findings of a workbook; without a quarter, of the last one in which anything was typed.

    Without a plan, the shipped plan whose name the plan inside has, or else that one, with a finding that says so.
    `passwords` are tried on a workbook that is locked.
    Raise InputError when the file cannot be used, PlanError when there is no plan.
    """
    report = read_report(path, quarter, passwords)
    assessed = _assess(path, report, quarter, plan, rule, as_of, passwords)
    assessed = _with_findings(assessed, list(_about_quarter(report, assessed)))
    return _with_findings(assessed, about_formulas(path, report, assessed))


def about_formulas(path: Path, report: Report, assessed: Assessment) -> Sequence[Finding]:
    """Return which formulas of a form are not its own, where they show marks that its own would not give."""
    if path.suffix.lower() not in _EDITABLE or not _shows_other_marks(assessed, report):
        return ()
    try:
        return OfficeSheet.read(path, report, assessed).findings()
    except InputError:
        # A file of another kind under this ending has been read, but its formulas cannot be.
        return ()


def calculate_file(
    path: Path,
    target: Path | None = None,
    quarter: Quarter | None = None,
    *,
    plan: Plan | None = None,
    lang: str = "bn",
) -> Assessment:
    """Compute the marks of a quarter and write them beside the form: tier percent, marks, message and total.

    What the officer typed stays untouched; so does everything else in the file. The form's own formulas are restored
    where they were broken. Without a target the file itself is replaced, whole or not at all. Raise InputError, also
    where one of the columns for the marks is missing, or OutputError.
    """
    if path.suffix.lower() not in _EDITABLE and not path.is_dir():
        raise InputError("calculate-ending", path=path)
    report = read_report(path, quarter)
    assessed = _assess(path, report, quarter, plan)
    sheet = OfficeSheet.read(path, report, assessed)
    assessed = _with_findings(assessed, sheet.findings())
    places = sheet.required_places()
    cells = {sheet.name: written_cells(assessed, places, lang)}
    results = {sheet.name: _results(assessed, places, sheet)}
    write_cells(path, target or path, cells, results, {sheet.name: sheet.restored()})
    return assessed


def _assess(
    path: Path,
    report: Report,
    quarter: Quarter | None,
    plan: Plan | None,
    rule: Rule | None = None,
    as_of: date | None = None,
    passwords: Sequence[str] = (),
) -> Assessment:
    used = plan or _plan_of(path, report, passwords)
    try:
        assessed = assess(report, used, quarter or latest_quarter(report), rule=rule, as_of=as_of)
    except InputError as error:
        if error.code in _NOT_OF_THE_PLAN:
            raise _with_own_year(error, path, report, used, passwords) from error
        raise
    if plan is None and used.name not in shipped_plans():
        return _with_findings(assessed, [Finding(FindingKind.PLAN_FROM_WORKBOOK, params={"plan": used.name})])
    return _with_findings(assessed, list(about_year(report, used)))


def about_year(report: Report, plan: Plan) -> Iterator[Finding]:
    """Yield that a form was made for another year, though its info sheet does not say so."""
    own = report.plan_inside
    if own and own.fiscal_year != plan.fiscal_year:
        params = {"own": own.fiscal_year.label, "year": plan.fiscal_year.label}
        yield Finding(FindingKind.FORM_FOR_OTHER_YEAR, params=params)


_NOT_OF_THE_PLAN = ("fiscal-year-wrong", "fiscal-year-other", "plan-wrong")


def _with_own_year(error: InputError, path: Path, report: Report, plan: Plan, passwords: Sequence[str]) -> InputError:
    """Return the error with what the form's own plan tells about it."""
    try:
        own = _plan_of(path, report, passwords)
    except (InputError, PlanError):
        return error
    year = plan.fiscal_year.label
    if own.fiscal_year != plan.fiscal_year:
        told = Phrase("form-of-other-year", {"own": own.fiscal_year.label, "plan": own.name, "year": year})
    elif error.code == "fiscal-year-wrong":
        told = Phrase("form-of-this-year", {"year": year, "cell": report.fiscal_year.address})
    else:
        return error
    return InputError(error.code, **{**error.params, "form": told})


def _with_findings(assessed: Assessment, findings: Sequence[Finding]) -> Assessment:
    return replace(assessed, findings=(*findings, *assessed.findings)) if findings else assessed


def holds_achievements(path: Path) -> bool:
    """Return whether a file is an office workbook in which somebody typed an achievement."""
    if not path.is_file():
        return False
    try:
        forms = read_report(path).forms.values()
    except InputError:
        return False
    return any(not row.achieved.blank for form in forms for row in form.rows)


def quarter_held(path: Path, passwords: Sequence[str] = ()) -> Quarter | None:
    """Return the last quarter for which anything is typed in a file, None when there is none or it cannot be read."""
    try:
        return _quarter_held(read_report(path, passwords=passwords))
    except InputError:
        return None


def _quarter_held(report: Report) -> Quarter | None:
    held = report.forms.get(latest_quarter(report))
    return held.quarter if held and any(not row.achieved.blank for row in held.rows) else None


def _about_quarter(report: Report, assessed: Assessment) -> Iterator[Finding]:
    """Yield which quarter is filled in, where nothing is typed for the one that was asked for."""
    if any(not row.achieved.blank for row in report.forms[assessed.quarter].rows):
        return
    held = _quarter_held(report)
    if held:
        yield Finding(FindingKind.OTHER_QUARTER_FILLED, params={"quarter": assessed.quarter, "held": held})


def _plan_of(path: Path, report: Report, passwords: Sequence[str]) -> Plan:
    """Return the plan whose name the plan inside has: the shipped one, whatever was changed in it, else itself."""
    own = report.plan_inside
    name = own.name if own else report.plan_name
    if name in shipped_plans():
        return load_plan(name)
    return own or read_plan_inside(path, passwords)


def _results(assessed: Assessment, places: Places, sheet: OfficeSheet) -> dict[tuple[int, int], CellValue]:
    """Return results of the template's own formulas, for a viewer that does not calculate.

    Marks are repeated in column 14 and added up under the last row; beside them stands what the formulas understand.
    A formula of the officer's own in column 14, which holds remarks in one layout, keeps its result.
    """
    cells: dict[tuple[int, int], CellValue] = {}
    last = -1
    for result, row in rows_of(assessed):
        last = max(last, row)
        told = is_marked(result)
        found: dict[int, CellValue] = {}
        if sheet.repeats_marks(row):
            found[Column.LAST] = float(result.marks) if told else None
        if result.row:
            live = _live_results(assessed, result, result.row)
            found |= {column: live[column] for column in live.keys() - _WRITTEN}
        cells.update(((row, places[column]), value) for column, value in found.items() if column in places)
    if last >= 0:
        cells[last + 1, places[Column.MARKS]] = float(assessed.total)
        cells[last + 1, places[Column.ATTAINABLE]] = float(assessed.attainable)
    return cells


def _shows_other_marks(assessed: Assessment, report: Report) -> bool:
    """Return whether marks stand on the sheet that its formulas would not give: only then they are looked at."""
    form = report.forms[assessed.quarter]
    if Column.MARKS not in form.columns:
        return False
    for result, _ in rows_of(assessed):
        if result.row is None:
            continue
        if result.row.marks.kind is CellKind.ERROR:
            return True
        shown = result.row.marks.value
        shown = None if shown == "" else shown
        told = float(result.marks) if is_marked(result) else None
        if shown == told:
            continue
        live = _live_results(assessed, result, result.row).get(Column.MARKS)
        if shown != (None if live == "" else live):
            return True
    return False


_WRITTEN = {Column.TIER, Column.MARKS, Column.ATTAINABLE, Column.BEFORE}


def _told(figure: QuarterFigure, unit: Unit) -> CellResult:
    """Return what the formulas see of a quarter before, as far as the program knows."""
    value = None if figure.value is None else as_number(cell_value(figure.value))
    return told_result(figure.status, value, figure.raw or None, unit)


def _live_results(assessed: Assessment, result: Result, row: Achievement) -> dict[int, str | int | float]:
    """Return what the formulas of a row result in once the program has written its own cells."""
    read_for, read = read_in(result, assessed.plan.fiscal_year)
    earlier = () if result.earlier is None else (cell_value(result.earlier),)
    # Where the claimed marks are the sheet's own, a formula shows them.
    claimed = None if row.claimed.value == row.marks.value else row.claimed.value
    values = RowValues(
        achieved=row.achieved.value,
        accepted=row.accepted.value,
        weight=row.weight.value,
        targets=tuple(target.value for target in row.targets),
        percents=percent_values(assessed.plan),
        rule=result.rule,
        earlier=earlier,
        read_for=read_for,
        read=read,
        claimed=claimed,
        told=tuple(_told(figure, result.indicator.unit) for figure in result.before),
        achieved_kind=number_kind(row.achieved),
        accepted_kind=number_kind(row.accepted),
    )
    layout_used = Layout.REMARKS if row.claimed.address == "" else Layout.MARKS
    traits = replace(traits_of(assessed.plan, result.indicator), tiers=max(len(row.targets), 1))
    unit, year = result.indicator.unit, assessed.plan.fiscal_year
    return row_results(values, unit, year, assessed.quarter, layout_used, traits)
