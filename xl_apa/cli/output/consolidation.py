"""The result of a ministry: a table for people, the shape of `consolidate --json` for programs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from xl_apa.cli.localized import language, localize
from xl_apa.cli.output.console import basis_line, new_console, print_message, shown
from xl_apa.cli.output.json_values import json_number
from xl_apa.core.findings import Severity
from xl_apa.ministry.analysis.submissions import missing, submissions
from xl_apa.ministry.model import MinistryResult, OfficeResult, Refusal
from xl_apa.ministry.register.model import Registered

_MOST_OFFICES = 40
"""Offices that a screen lists; the summary has them all."""


_MOST_ASIDE = 20
"""Files that are no reports, on a screen; the sheet of sources has them all."""


def consolidation_data(consolidation: MinistryResult, output: Path) -> dict[str, object]:
    """Return the shape that `consolidate --json` promises."""
    return {
        "files": {
            "found": consolidation.found,
            "read": consolidation.found - len(consolidation.refused),
            "refused": len(consolidation.refused),
        },
        "offices": len(consolidation.offices),
        "mean": json_number(consolidation.mean),
        "out_of": json_number(consolidation.task.plan.weight),
        "offices_detail": [_office_data(office) for office in consolidation.offices],
        "refused": [_refusal_data(refusal) for refusal in consolidation.refused],
        "missing": [office.code for office in _missing(consolidation)],
        "aside": [_refusal_data(refusal) for refusal in consolidation.aside],
        "output": str(output),
    }


def _refusal_data(refusal: Refusal) -> dict[str, object]:
    error = refusal.error
    return {"path": refusal.source.path, "code": error.code, "bn": error.text("bn"), "en": error.text("en")}


def _office_data(office: OfficeResult) -> dict[str, object]:
    assessed = office.assessment
    return {
        "code": assessed.office.code,
        "name": assessed.office.name,
        "path": office.source.path,
        "sha256": office.source.sha256,
        "total": json_number(assessed.total),
        "attainable": json_number(assessed.attainable),
        "rank": office.rank,
        "reported": office.reported,
        "findings": {severity.value: assessed.count(severity) for severity in Severity},
    }


def _missing(consolidation: MinistryResult) -> Sequence[Registered]:
    """Those of the register of whom no report came."""
    register = consolidation.register
    return missing(submissions(consolidation, register)) if register else ()


def print_unchanged(path: Path) -> None:
    """Print that the summary would be the same and was not written again."""
    print_message("said-unchanged", path=path)


def print_consolidation(consolidation: MinistryResult) -> None:
    """Print a ministry: a line per office by rank, refused files, counts, missing offices."""
    console = new_console()
    task = consolidation.task
    console.print()
    console.print(basis_line(task.plan, task.quarter, consolidation.rule, consolidation.as_of))
    console.print(_ranking(consolidation.offices[:_MOST_OFFICES]))
    if len(consolidation.offices) > _MOST_OFFICES:
        console.print(localize("said-more", count=len(consolidation.offices) - _MOST_OFFICES))
    for refusal in consolidation.refused:
        console.print(Text(localize("said-refused", reason=refusal.error.text(language())), style="red"))
    _print_aside(console, consolidation.aside)
    console.print(
        localize(
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


def _ranking(offices: Sequence[OfficeResult]) -> Table:
    table = Table(box=SIMPLE_HEAD)
    for name in ("rank", "code", "marks", "attainable", "errors", "warnings", "office"):
        table.add_column(localize(f"word-{name}"), justify="left" if name in ("code", "office") else "right")
    for office in offices:
        assessed = office.assessment
        table.add_row(
            shown(office.rank),
            assessed.office.code,
            shown(assessed.total),
            shown(assessed.attainable),
            shown(assessed.count(Severity.ERROR)),
            shown(assessed.count(Severity.WARNING)),
            assessed.office.name if office.reported else localize("said-not-reported", office=assessed.office.name),
        )
    return table


def _print_aside(console: Console, aside: Sequence[Refusal]) -> None:
    for each in aside[:_MOST_ASIDE]:
        console.print(Text(localize("said-aside", reason=each.error.text(language()))))
    if len(aside) > _MOST_ASIDE:
        console.print(localize("said-more-aside", count=len(aside) - _MOST_ASIDE))


def _print_missing(console: Console, consolidation: MinistryResult) -> None:
    away = _missing(consolidation)
    for office in away[:_MOST_OFFICES]:
        console.print(Text(localize("said-missing", office=office.code, name=office.name), style="yellow"))
    if len(away) > _MOST_OFFICES:
        console.print(localize("said-more", count=len(away) - _MOST_OFFICES))
