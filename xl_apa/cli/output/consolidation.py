"""The result of a ministry: a table for people, the shape of `consolidate --json` for programs."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from xl_apa.cli.localized import language, localize
from xl_apa.cli.output.console import basis_line, new_console, print_message, shown
from xl_apa.cli.output.json_values import json_number
from xl_apa.cli.output.register import print_ignored
from xl_apa.cli.screen_text import for_screen
from xl_apa.core.findings import Severity
from xl_apa.ministry.analysis.hints import hints
from xl_apa.ministry.analysis.statistics import office_name, silent_offices
from xl_apa.ministry.analysis.submissions import OWED, Submission, Submitted, submissions
from xl_apa.ministry.model import ImportSource, MinistryResult, OfficeResult, Refusal, shared_ranks
from xl_apa.ministry.summary_sheets import Sheet, sheet_name

_MOST_OFFICES = 40
"""Offices that a screen lists; the summary has them all."""


_MOST_ASIDE = 20
"""Files that are no reports, on a screen; the sheet of sources has them all."""


def consolidation_data(consolidation: MinistryResult, output: Path) -> dict[str, object]:
    """Return the shape that `consolidate --json` promises."""
    shared = shared_ranks(consolidation.offices)
    return {
        "files": {
            "found": consolidation.found,
            "read": consolidation.found - len(consolidation.refused),
            "refused": len(consolidation.refused),
        },
        "offices": len(consolidation.offices),
        "mean": json_number(consolidation.mean),
        "out_of": json_number(consolidation.task.plan.weight),
        "base": consolidation.base,
        "offices_detail": [_office_data(office, shared) for office in consolidation.offices],
        "refused": [_refusal_data(refusal) for refusal in consolidation.refused],
        "missing": [each.office.code for each in _owing(consolidation)],
        "to_confirm": [each.assessment.office.code or office_name(each) for each in consolidation.to_confirm],
        "aside": [_refusal_data(refusal) for refusal in consolidation.aside],
        "output": str(output),
    }


def _refusal_data(refusal: Refusal) -> dict[str, object]:
    error = refusal.error
    return {"path": refusal.source.path, "code": error.code, "bn": error.text("bn"), "en": error.text("en")}


def _office_data(office: OfficeResult, shared: frozenset[int]) -> dict[str, object]:
    assessed = office.assessment
    return {
        "code": assessed.office.code,
        "name": assessed.office.name,
        "path": office.source.path,
        "sha256": office.source.sha256,
        "total": json_number(assessed.total),
        "attainable": json_number(assessed.attainable),
        "counts": office.counts,
        "rank": office.rank or None,
        "rank_shared": office.rank in shared,
        "reported": office.reported,
        "imported": _import_data(office.imported) if office.imported else None,
        "findings": {severity.value: assessed.count(severity) for severity in Severity},
    }


def _import_data(imported: ImportSource) -> dict[str, object]:
    return {
        "kind": imported.kind,
        "confidence": json_number(round(imported.confidence, 4)),
        "to_confirm": imported.to_confirm,
        "doubts": [doubt.value for doubt in imported.doubts],
    }


def _submitted(consolidation: MinistryResult) -> Sequence[Submitted]:
    register = consolidation.register
    return submissions(consolidation, register) if register else ()


def _owing(consolidation: MinistryResult) -> Sequence[Submitted]:
    """Those of the register who still owe a report, and what became of theirs."""
    return [each for each in _submitted(consolidation) if each.status in OWED]


def print_unchanged(path: Path) -> None:
    """Print that the summary would be the same and was not written again."""
    print_message("said-unchanged", path=path)


def print_if_not_well(consolidation: MinistryResult, output: Path) -> None:
    """Print one line on stderr unless every file and every office is as it should be."""
    refused = len(consolidation.refused)
    errors = sum(office.assessment.count(Severity.ERROR) for office in consolidation.offices)
    away = len(silent_offices(consolidation))
    # A document among the reports is nothing that is not well.
    said = [localize(hint.code, **hint.params) for hint in hints(consolidation) if hint.code != "hint-import"]
    if refused or errors or away or said:
        said.append(localize("said-not-well", refused=refused, errors=errors, away=away, path=output))
        print(for_screen(" ".join(said)), file=sys.stderr)


def print_consolidation(consolidation: MinistryResult) -> None:
    """Print a ministry: a line per office by rank, refused files, counts, missing offices."""
    console = new_console()
    task = consolidation.task
    console.print()
    console.print(basis_line(task.plan, task.quarter, consolidation.rule, consolidation.as_of))
    shared = shared_ranks(consolidation.offices)
    console.print(_ranking(consolidation.offices[:_MOST_OFFICES], shared))
    if len(consolidation.offices) > _MOST_OFFICES:
        console.print(localize("said-more", count=len(consolidation.offices) - _MOST_OFFICES))
    for hint in hints(consolidation):
        console.print(Text(localize(hint.code, **hint.params), style="bold yellow"))
    for refusal in consolidation.refused:
        console.print(Text(localize("said-refused", reason=refusal.error.text(language())), style="red"))
    _print_aside(console, consolidation.aside, sheet_name(Sheet.SOURCES, consolidation.task.language))
    console.print(
        localize(
            "said-consolidated",
            found=consolidation.found,
            offices=len(consolidation.offices),
            refused=len(consolidation.refused),
            reported=sum(office.reported for office in consolidation.offices),
            mean=consolidation.mean,
            base=consolidation.base,
            weight=task.plan.weight,
        )
    )
    waiting = consolidation.to_confirm
    for code, apart in (
        ("said-to-confirm", waiting),
        ("said-apart", [each for each in consolidation.apart if not each.to_confirm]),
    ):
        if apart:
            names = [office_name(office) for office in apart]
            console.print(Text(localize(code, count=len(names), offices=names[:_MOST_OFFICES]), style="yellow"))
    if consolidation.register:
        print_ignored(consolidation.register)
        _print_missing(console, consolidation)


def _ranking(offices: Sequence[OfficeResult], shared: frozenset[int]) -> Table:
    table = Table(box=SIMPLE_HEAD)
    for name in ("rank", "code", "marks", "attainable", "errors", "warnings", "office"):
        table.add_column(localize(f"word-{name}"), justify="left" if name in ("code", "office") else "right")
    for office in offices:
        assessed = office.assessment
        table.add_row(
            _rank(office.rank, shared),
            assessed.office.code,
            shown(assessed.total),
            shown(assessed.attainable),
            shown(assessed.count(Severity.ERROR)),
            shown(assessed.count(Severity.WARNING)),
            assessed.office.name if office.reported else localize("said-not-reported", office=assessed.office.name),
        )
    return table


def _print_aside(console: Console, aside: Sequence[Refusal], sheet: str) -> None:
    for each in aside[:_MOST_ASIDE]:
        console.print(Text(localize("said-aside", reason=each.error.text(language()))))
    if len(aside) > _MOST_ASIDE:
        console.print(localize("said-more-aside", count=len(aside) - _MOST_ASIDE, sheet=sheet))


def _rank(rank: int, shared: frozenset[int]) -> str:
    if not rank:
        return "-"
    return localize("said-rank-shared", rank=rank) if rank in shared else shown(rank)


_SAID = {
    Submission.MISSING: "said-missing",
    Submission.BLANK: "said-missing-blank",
    Submission.REFUSED: "said-missing-refused",
    Submission.UNCLEAR: "said-missing-unclear",
}
"""What is said of an office that still owes its report."""


def _print_missing(console: Console, consolidation: MinistryResult) -> None:
    away = _owing(consolidation)
    for each in away[:_MOST_OFFICES]:
        told = {"office": each.office.code, "name": each.office.name, "path": each.path}
        console.print(Text(localize(_SAID[each.status], **told), style="yellow"))
    if len(away) > _MOST_OFFICES:
        console.print(localize("said-more", count=len(away) - _MOST_OFFICES))
