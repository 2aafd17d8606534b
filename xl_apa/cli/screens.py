"""What the commands print: tables for people, JSON for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, TextColumn
from rich.progress import Task as Tracked
from rich.table import Table
from rich.text import Text

from xl_apa.cli.speech import language, say
from xl_apa.core.assess import Assessment
from xl_apa.core.findings import Finding, Severity
from xl_apa.core.fiscal import Quarter
from xl_apa.core.messages import render, show
from xl_apa.core.model import Plan, Result, Rule, Unit, Value
from xl_apa.core.numerals import to_bangla_digits
from xl_apa.core.planning import plan_as_data
from xl_apa.demo import Demonstration
from xl_apa.ministry.analysis.submissions import missing, submissions
from xl_apa.ministry.model import MinistryResult, OfficeResult
from xl_apa.ministry.register.model import Registered

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_WIDTH_OF_A_FILE = 150
_MOST_OFFICES = 40
_MANY_FILES = 200
"""From here on a run takes long enough to be told about, line by line."""


def new_console() -> Console:
    """The screen, or the file or pipe in its place."""
    # Into a file or pipe nothing is known about the width; 80 would cut Bangla sentences to pieces.
    console = Console(highlight=False, soft_wrap=False)
    return console if console.is_terminal else Console(highlight=False, width=_WIDTH_OF_A_FILE)


def _shown(value: object) -> str:
    return show(value, language())


# ---- for programs ---------------------------------------------------------------------------------------------------


def print_json(data: object) -> None:
    print(json.dumps(data, ensure_ascii=False, indent=2))


def plan_data(plan: Plan) -> dict[str, object]:
    return plan_as_data(plan)


def assessment_data(assessed: Assessment) -> dict[str, object]:
    """The shape that `score --json` promises."""
    office = assessed.office
    return {
        "fiscal_year": assessed.plan.fiscal_year.label,
        "quarter": int(assessed.quarter),
        "plan": assessed.plan.name,
        "rule": assessed.rule.value,
        "as_of": assessed.as_of.isoformat(),
        "office": {"code": office.code, "name": office.name, "parent": office.parent},
        "total": _number(assessed.total),
        "out_of": _number(assessed.plan.weight),
        "attainable": _number(assessed.attainable),
        "indicators": [_result_data(result) for result in assessed.results],
        "findings": [_finding_data(finding) for finding in assessed.findings],
    }


def consolidation_data(consolidation: MinistryResult, output: Path) -> dict[str, object]:
    """The shape that `consolidate --json` promises."""
    return {
        "files": {
            "found": consolidation.found,
            "read": consolidation.found - len(consolidation.refused),
            "refused": len(consolidation.refused),
        },
        "offices": len(consolidation.offices),
        "mean": _number(consolidation.mean),
        "out_of": _number(consolidation.task.plan.weight),
        "offices_detail": [_office_data(office) for office in consolidation.offices],
        "refused": [
            {
                "path": refusal.source.path,
                "code": refusal.error.code,
                "bn": refusal.error.text("bn"),
                "en": refusal.error.text("en"),
            }
            for refusal in consolidation.refused
        ],
        "missing": [office.code for office in _missing(consolidation)],
        "output": str(output),
    }


def _missing(consolidation: MinistryResult) -> Sequence[Registered]:
    """Those of the register of whom no report came."""
    register = consolidation.register
    return missing(submissions(consolidation, register)) if register else ()


def _office_data(office: OfficeResult) -> dict[str, object]:
    assessed = office.assessment
    return {
        "code": assessed.office.code,
        "name": assessed.office.name,
        "path": office.source.path,
        "sha256": office.source.sha256,
        "total": _number(assessed.total),
        "attainable": _number(assessed.attainable),
        "rank": office.rank,
        "reported": office.reported,
        "findings": {severity.value: assessed.count(severity) for severity in Severity},
    }


def _result_data(result: Result) -> dict[str, object]:
    indicator = result.indicator
    return {
        "code": indicator.code,
        "unit": indicator.unit.value,
        "weight": _number(indicator.weight),
        "targets": [_value(target) for target in indicator.targets],
        "raw": result.raw,
        "status": result.status.value,
        "value": _value(result.value),
        "percent": _number(round(Decimal(result.percent.numerator) / result.percent.denominator, 4)),
        "marks": _number(result.marks),
        "attainable": _number(result.attainable),
        "claimed": _value(result.claimed),
        "offer": _value(result.offer),
        "not_yet_due": result.not_yet_due,
        "rule": result.rule.value,
        "cell": result.cell,
    }


def _finding_data(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "cell": finding.cell,
        "indicator": finding.indicator,
        "bn": finding.text("bn"),
        "en": finding.text("en"),
    }


def _number(number: Decimal) -> int | float:
    return int(number) if number == int(number) else float(number)


def _value(value: Value | None) -> object:
    if value is None:
        return None
    return value.isoformat() if isinstance(value, date) else _number(value)


# ---- for people -----------------------------------------------------------------------------------------------------


def print_written(path: Path) -> None:
    new_console().print(say("said-written", path=path))


def print_forms(folder: Path, count: int) -> None:
    new_console().print(say("said-forms", folder=folder, count=count))


def print_unchanged(path: Path) -> None:
    new_console().print(say("said-unchanged", path=path))


def print_plan_line(plan: Plan) -> None:
    count = len(plan.indicators)
    new_console().print(say("said-plan", name=plan.name, title=plan.title, count=count, weight=plan.weight))


def print_plan(plan: Plan) -> None:
    print_plan_line(plan)
    new_console().print(say("said-rule", rule=say(f"rule-{plan.rule}")))
    table = Table(box=SIMPLE_HEAD)
    for name in ("word-indicator", "word-title", "word-unit", "word-weight"):
        table.add_column(say(name), justify="right" if name == "word-weight" else "left")
    for tier in plan.tiers:
        table.add_column(f"{_shown(tier.percent)}%", justify="right", no_wrap=True)
    table.add_column(say("word-rollup"))
    for indicator in plan.indicators:
        targets = ["-" if target is None else _day(target) for target in indicator.targets]
        table.add_row(
            *(_digits(indicator.code), indicator.title, _unit(indicator.unit), _shown(indicator.weight)),
            *targets,
            say(f"rollup-{indicator.rolls_up}"),
        )
    new_console().print(table)


def print_plan_findings(name: str, plan: Plan | None, findings: Iterable[Finding]) -> None:
    listed = list(findings)
    if plan is not None:
        print_plan_line(plan)
    new_console().print(say("said-plan-checked", name=name, count=len(listed)))
    _print_findings(listed)


def print_assessment(assessed: Assessment) -> None:
    """One office: a line per indicator, the total, every finding."""
    # What officers typed stands last: no two terminals agree on how wide Bangla letters are.
    console = new_console()
    console.print()
    console.print(Text(assessed.office.name or assessed.office.code or say("word-office"), style="bold"))
    console.print(_basis(assessed.plan, assessed.quarter, assessed.rule, assessed.as_of))
    table = Table(box=SIMPLE_HEAD, show_footer=True)
    columns = [
        ("word-indicator", "left", say("word-total")),
        ("word-tier", "right", ""),
        ("word-marks", "right", _shown(assessed.total)),
        ("word-weight", "right", _shown(assessed.plan.weight)),
        ("word-attainable", "right", _shown(assessed.attainable)),
        ("word-claimed", "right", ""),
        ("word-achievement", "left", ""),
    ]
    for name, side, footer in columns:
        table.add_column(say(name), justify="right" if side == "right" else "left", footer=footer)
    for result in assessed.results:
        table.add_row(
            _digits(result.indicator.code),
            f"{_shown(result.percent)}%" if result.value is not None else "-",
            _shown(result.marks),
            _shown(result.indicator.weight),
            _shown(result.attainable),
            "" if result.claimed is None else _shown(result.claimed),
            _achieved(result),
        )
    console.print(table)
    console.print(say("said-total", total=assessed.total, weight=assessed.plan.weight, attainable=assessed.attainable))
    _print_findings(assessed.findings)


def print_consolidation(consolidation: MinistryResult) -> None:
    """A ministry: a line per office by rank, refused files, counts."""
    console = new_console()
    task = consolidation.task
    console.print()
    console.print(_basis(task.plan, task.quarter, consolidation.rule, consolidation.as_of))
    table = Table(box=SIMPLE_HEAD)
    for name in ("rank", "code", "marks", "attainable", "errors", "warnings", "office"):
        table.add_column(say(f"word-{name}"), justify="left" if name in ("code", "office") else "right")
    for office in consolidation.offices[:_MOST_OFFICES]:
        assessed = office.assessment
        table.add_row(
            _shown(office.rank),
            assessed.office.code,
            _shown(assessed.total),
            _shown(assessed.attainable),
            _shown(assessed.count(Severity.ERROR)),
            _shown(assessed.count(Severity.WARNING)),
            assessed.office.name if office.reported else say("said-not-reported", office=assessed.office.name),
        )
    console.print(table)
    if len(consolidation.offices) > _MOST_OFFICES:
        console.print(say("said-more", count=len(consolidation.offices) - _MOST_OFFICES))
    for refusal in consolidation.refused:
        console.print(Text(say("said-refused", reason=refusal.error.text(language())), style="red"))
    console.print(
        say(
            "said-consolidated",
            found=consolidation.found,
            offices=len(consolidation.offices),
            refused=len(consolidation.refused),
            reported=sum(office.reported for office in consolidation.offices),
            mean=consolidation.mean,
            weight=task.plan.weight,
        )
    )
    if consolidation.register:
        _print_missing(console, consolidation)


def _print_missing(console: Console, consolidation: MinistryResult) -> None:
    away = _missing(consolidation)
    for office in away[:_MOST_OFFICES]:
        console.print(Text(say("said-missing", office=office.code, name=office.name), style="yellow"))
    if len(away) > _MOST_OFFICES:
        console.print(say("said-more", count=len(away) - _MOST_OFFICES))


def print_demo(shown: Demonstration) -> None:
    console = new_console()
    console.print()
    console.print(say("said-demo", folder=shown.folder))
    console.print(Text(say("said-summary", path=shown.summary), style="bold green"))


@contextmanager
def progress(files: int, quiet: bool = False) -> Iterator[Callable[[int, int], None]]:
    """How far the reading is, on stderr. On a terminal a bar that leaves no trace; elsewhere a line for every 10%."""
    if quiet or not sys.stderr.isatty():
        yield _tell_nothing if quiet or files < _MANY_FILES else _tell_tenths
        return
    columns = (TextColumn("{task.description}"), BarColumn(), _Pace(language()))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(say("said-reading"), total=files)
        yield lambda done, _: bar.update(task, completed=done)


def _tell_nothing(_done: int, _total: int) -> None:
    pass


def _tell_tenths(done: int, total: int) -> None:
    if done * 10 // total > (done - 1) * 10 // total:
        print(say("said-read", done=done, total=total), file=sys.stderr, flush=True)


class _Pace(ProgressColumn):
    """Files done, how many a second, and the time left, once that can be told."""

    # The bar is drawn by a thread of its own, which does not know the running command and its language.
    def __init__(self, lang: str) -> None:
        super().__init__()
        self._lang = lang

    def render(self, task: Tracked) -> Text:
        told = render("said-read", self._lang, {"done": int(task.completed), "total": int(task.total or 0)})
        if task.speed and task.time_remaining is not None:
            left = str(timedelta(seconds=int(task.time_remaining)))
            left = to_bangla_digits(left) if self._lang == "bn" else left
            rate = Decimal(task.speed).quantize(Decimal("0.1"))
            told += "; " + render("said-speed", self._lang, {"rate": rate, "left": left})
        return Text(told)


def _basis(plan: Plan, quarter: Quarter, rule: Rule, as_of: date) -> str:
    """What all marks on a screen rest on."""
    year = _digits(plan.fiscal_year.label)
    return say("said-basis", year=year, quarter=quarter, rule=say(f"rule-{rule}"), date=as_of)


def _print_findings(findings: Iterable[Finding]) -> None:
    console = new_console()
    for finding in findings:
        where = f" {finding.cell}" if finding.cell else ""
        head = Text(f"  {say(f'word-{finding.severity}')}{where}: ", style=_STYLES[finding.severity])
        console.print(head.append(finding.text(language()), style="default"))


def _achieved(result: Result) -> str:
    if result.value is not None:
        percent = "%" if result.indicator.unit is Unit.PERCENT else ""
        return _shown(result.value) + percent
    return _shorten(result.raw) or "-"


def _shorten(text: str, length: int = 48) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"


def _day(value: Value) -> str:
    return _digits(value.strftime("%d/%m/%Y")) if isinstance(value, date) else _shown(value)


def _digits(text: str) -> str:
    return to_bangla_digits(text) if language() == "bn" else text


def _unit(unit: Unit) -> str:
    return unit.bangla if language() == "bn" else str(unit)
