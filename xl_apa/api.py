"""What `import xl_apa` offers: the rules, the forms and the ministry's summary, for programs of others.

Paths are `str` or `Path`. A fault in the data is a `Finding` of the result; a fault of a file or a call raises
`XlApaError`, whose text says what, where and what to do next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from xl_apa.core import assess as _assess
from xl_apa.core.assess import Assessment
from xl_apa.core.errors import CallError, OutputError
from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.messages import LANGUAGES
from xl_apa.core.model import Layout, Office, Plan, Report, Rule
from xl_apa.plans import DEFAULT_PLAN, choose_plan
from xl_apa.plans import load_plan as _load_plan
from xl_apa.sheets.layout import Edition

if TYPE_CHECKING:
    from xl_apa.importer.pipeline import Imported
    from xl_apa.ministry.summarise import Consolidation

_Choice = TypeVar("_Choice", Layout, Edition, Rule)

AnyPath = str | Path
AnyPlan = Plan | str | Path
"""A plan, the name of a shipped one (`"2023-24"`), or the path of a TOML file."""


def load_plan(name_or_path: AnyPath = DEFAULT_PLAN) -> Plan:
    """Return a plan by the name of a shipped one or by the path of a TOML file.

    >>> plan = load_plan("2023-24")
    >>> len(plan.indicators), str(plan.weight), plan.percents
    (11, '50', (100, 90, 80, 70, 60))

    Raise XlApaError when there is no such plan, or when it does not hold together.
    """
    return _load_plan(str(name_or_path))


def build_template(
    plan: AnyPlan,
    path: AnyPath,
    *,
    layout: Layout | str = Layout.REMARKS,
    edition: Edition | str = Edition.NATIVE,
    office: Office | None = None,
) -> Path:
    """Write an office's workbook for a plan and return its path; the same call writes the same bytes.

    `layout`: what column 14 holds, `"marks"` or `"remarks"`. `edition`: `"native"` for a workbook without macros
    (`.xlsx`), `"macro"` for one with the functions and the button (`.xlsm`).

    >>> build_template("2023-24", "form.xlsx", office=Office("N-01", "নমুনা দপ্তর", "নমুনা মন্ত্রণালয়")).name
    'form.xlsx'

    Raise XlApaError when plan, layout or edition is unknown, the ending does not fit, or the file cannot be written.
    """
    chosen, target = _plan(plan), Path(path)
    kind, made = _member(Layout, layout, "layout"), _member(Edition, edition, "edition")
    ending = ".xlsx" if made is Edition.NATIVE else ".xlsm"
    if target.suffix.lower() != ending:
        raise OutputError("output-ending", path=target, ending=ending)
    if made is Edition.MACRO:
        from xl_apa.addin.build import build_macro_template  # its VBA takes a while to load

        build_macro_template(chosen, target, layout=kind, office=office)
    else:
        from xl_apa.sheets.build.workbook import build_template as build

        build(chosen, target, layout=kind, office=office)
    return target


def read_report(path: AnyPath, quarter: Quarter | int | None = None) -> Report:
    """Return what an office's workbook reports, every cell as it was typed, with its address; nothing is judged.

    With a quarter (1-4) its form and those before it, else all four.

    >>> report = read_report("workbooks/samples/sid_2023-24.xlsx", quarter=2)
    >>> report.forms[2].rows[0].achieved.address
    "'২য় ত্রৈমাসিক'!M8"

    Raise XlApaError when the file is no workbook, was not made from a template, or lacks a sheet.
    """
    from xl_apa.sheets.read.report import read_report as read

    return read(Path(path), _quarter(quarter))


def assess(
    report: Report,
    plan: AnyPlan = DEFAULT_PLAN,
    quarter: Quarter | int | None = None,
    *,
    rule: Rule | str | None = None,
    as_of: date | None = None,
) -> Assessment:
    """Return marks and findings of one quarter of a report, by a plan; without a quarter, of the last one filled.

    `rule` overrides the plan's own (`"tier"` or `"proportional"`); `as_of` (default: the quarter's last day) decides
    what is still attainable.

    >>> report = read_report("workbooks/samples/sid_2023-24.xlsx")
    >>> str(assess(report, "2023-24", 2).total)
    '17.80'

    Raise XlApaError when the report is for another fiscal year or plan, or has no form for the quarter.
    """
    chosen = _quarter(quarter) or _assess.latest_quarter(report)
    return _assess.assess(report, _plan(plan), chosen, rule=_rule(rule), as_of=as_of)


def score(
    path: AnyPath,
    quarter: Quarter | int | None = None,
    plan: AnyPlan | None = None,
    rule: Rule | str | None = None,
    as_of: date | None = None,
) -> Assessment:
    """Return marks and findings of an office's workbook; the file is not changed.

    Without a quarter, of the last one in which anything was typed; without a plan, by the one the workbook names, or
    the one inside it. `rule` and `as_of` as for `assess`.

    >>> assessment = score("workbooks/samples/sid_2023-24.xlsx", quarter=2)
    >>> str(assessment.total), str(assessment.plan.weight)
    ('17.80', '50')
    >>> assessment.results[0].status, str(assessment.results[0].marks)
    (<Status.ONGOING: 'ongoing'>, '0.00')

    Raise XlApaError when the file, the plan or the quarter cannot be used.
    """
    from xl_apa.sheets.assess_workbook import assess_file

    chosen = None if plan is None else _plan(plan)
    return assess_file(Path(path), _quarter(quarter), plan=chosen, rule=_rule(rule), as_of=as_of)


def consolidate(
    paths: AnyPath | Iterable[AnyPath],
    quarter: Quarter | int,
    *,
    plan: AnyPlan | None = None,
    fiscal_year: FiscalYear | str | None = None,
    rule: Rule | str | None = None,
    as_of: date | None = None,
    register: AnyPath | None = None,
    imports: bool = False,
    jobs: int | None = 1,
    executor: str = "",
    fresh: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> Consolidation:
    """Return many offices' quarter as one: every workbook among files and folders, read, checked and marked.

    Nothing a file contains stops the others: it stands among `refused` with the reason. `register` says who should
    report. With `imports`, reports in another form (Word, PDF, other Excel) are read too, and those that are not sure
    wait to be confirmed (`Consolidation.to_confirm`). `jobs` is how many processes read files, None for as many as pay:
    a script that asks for more than one needs `if __name__ == "__main__":`, as with all Python processes. `executor` is
    the address of a Dask scheduler. What was read before and has not changed is remembered among the user's caches,
    unless `fresh`. `progress` is called with how many files are done, and of how many. `plan`, `fiscal_year`, `rule`
    and `as_of` as on the command line.

    >>> consolidation = consolidate("workbooks/samples", quarter=2)
    >>> [(each.rank, each.assessment.office.code, str(each.assessment.total)) for each in consolidation.offices]
    [(1, 'SID', '17.80'), (2, 'DOL', '0.00')]
    >>> str(consolidation.mean), len(consolidation.refused)
    ('8.90', 0)

    Raise XlApaError when a path, the register, the plan or the cluster cannot be used, or there is nothing to read.
    """
    from xl_apa.ministry.model import Task
    from xl_apa.ministry.summarise import ReadingOptions
    from xl_apa.ministry.summarise import consolidate as read

    year = FiscalYear.parse_loosely(fiscal_year) if isinstance(fiscal_year, str) else fiscal_year
    if fiscal_year is not None and year is None:
        raise CallError("year-wrong", value=fiscal_year)
    chosen = choose_plan(year, None if plan is None else _plan(plan))
    asked = _quarter(quarter)
    assert asked is not None
    task = Task(asked, chosen, _rule(rule), as_of, imports)
    given = [paths] if isinstance(paths, (str, Path)) else paths
    return read(
        [Path(path) for path in given],
        task,
        register=None if register is None else Path(register),
        reading=ReadingOptions(jobs, executor, fresh),
        progress=progress,
    )


def import_report(
    path: AnyPath,
    target: AnyPath,
    *,
    plan: AnyPlan = DEFAULT_PLAN,
    quarter: Quarter | int | None = None,
    office_code: str = "",
    accept_offers: bool = False,
) -> Imported:
    """Write the office workbook of a report in another form (Word, PDF, other Excel); return what was understood.

    What is not sure is a question in the form and has no marks. Without a quarter, of the one that the report says.
    With `accept_offers`, what sentences seem to say counts. It needs `pip install xl_apa[import]`.

    >>> imported = import_report("tests/files/sid_2023-24_q2.txt", "SID.xlsx", office_code="SID")
    >>> str(imported.assessment.total), str(imported.confidence)
    ('17.80', '1')

    Raise XlApaError when the file holds no report on the plan or does not say its quarter, what it needs is not
    installed, or the target cannot be written or holds achievements already.
    """
    from xl_apa.importer.installed import require_installed

    require_installed()
    from xl_apa.importer.pipeline import import_file

    report, form = Path(path), Path(target)
    if form.suffix.lower() != ".xlsx":
        raise OutputError("output-ending", path=form, ending=".xlsx")
    chosen = _plan(plan)
    return import_file(report, form, chosen, _quarter(quarter), office_code=office_code, accept_offers=accept_offers)


def write_summary(consolidation: Consolidation, path: AnyPath, *, language: str = "bn") -> Path:
    """Write the ministry's summary workbook and return its path; `language`: in Bangla (`"bn"`) or English (`"en"`).

    >>> write_summary(consolidate("workbooks/samples", quarter=2), "summary.xlsx").name
    'summary.xlsx'

    Raise XlApaError when the name does not end in `.xlsx`, the language is unknown, or the file cannot be written; an
    older one stays then.
    """
    from xl_apa.ministry.report.workbook import write_summary as write

    target = Path(path)
    if target.suffix.lower() != ".xlsx":
        raise OutputError("output-ending", path=target, ending=".xlsx")
    if language not in LANGUAGES:
        raise CallError("choice-wrong", name="language", text=language, known=LANGUAGES)
    write(replace(consolidation, task=replace(consolidation.task, language=language)), target)
    return target


# ---- what callers may give in more than one way ---------------------------------------------------------------------


def _plan(plan: AnyPlan) -> Plan:
    return plan if isinstance(plan, Plan) else load_plan(plan)


def _quarter(quarter: Quarter | int | None) -> Quarter | None:
    if quarter is None:
        return None
    try:
        return Quarter(quarter)
    except ValueError as error:
        raise CallError("quarter-wrong", value=quarter) from error


def _rule(rule: Rule | str | None) -> Rule | None:
    return None if rule is None else _member(Rule, rule, "rule")


def _member(kind: type[_Choice], value: str, name: str) -> _Choice:
    try:
        return kind(value)
    except ValueError as error:
        raise CallError("choice-wrong", name=name, text=value, known=[each.value for each in kind]) from error
