"""Plans are data: those that are shipped, and any TOML file an officer corrects or makes."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from xl_apa.core.errors import CallError, PlanError
from xl_apa.core.findings import Finding, Severity
from xl_apa.core.fiscal import FiscalYear
from xl_apa.core.model import Plan
from xl_apa.core.planning import parse_plan
from xl_apa.core.text.numerals import to_ascii_digits

DEFAULT_PLAN = "2023-24"


def shipped_plans() -> list[str]:
    """Return the names of the plans that come with the program, oldest first."""
    return sorted(entry.name[: -len(".toml")] for entry in files(__name__).iterdir() if entry.name.endswith(".toml"))


def load_plan(name: str = DEFAULT_PLAN) -> Plan:
    """Return a plan by the name of a shipped one (`2023-24`, `২০২৩-২৪`) or by the path of a TOML file.

    Raise PlanError when there is none, or when it does not hold together.
    """
    return _loaded(name)


@lru_cache
def _loaded(name: str) -> Plan:
    plan, findings = read_plan(name)
    if plan is None:
        errors = [finding for finding in findings if finding.severity is Severity.ERROR]
        raise PlanError("plan-faulty", name=name, count=len(errors))
    return plan


def choose_plan(year: FiscalYear | None = None, plan: Plan | None = None) -> Plan:
    """Return the plan to mark by: the one that was given, else the shipped one of the year, else the default.

    Raise CallError when the plan is one of another year.
    """
    if plan is None:
        shipped = [load_plan(name) for name in shipped_plans()] if year else []
        plan = next((each for each in shipped if each.fiscal_year == year and not each.example), None) or load_plan()
    if year and plan.fiscal_year != year:
        raise CallError("plan-not-for-year", plan=plan.name, found=plan.fiscal_year.label, year=year.label)
    return plan


_BROKEN = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What comes of JSON in which anything may stand in the place of anything."""


def plan_from_pieces(pieces: Sequence[str], path: Path | str) -> Plan:
    """Return the plan that travels in a workbook, from the pieces of its JSON. Raise PlanError if it is broken."""
    try:
        # Nobody misspells a field here: one that is not known comes from a newer program.
        plan, _ = parse_plan(json.loads("".join(pieces)), unknown_fields=True)
    except _BROKEN as error:
        raise PlanError("plan-data-broken", path=path) from error
    if plan is None:
        raise PlanError("plan-data-broken", path=path)
    return plan


def read_plan(name: str) -> tuple[Plan | None, tuple[Finding, ...]]:
    """Return a plan and everything that is wrong with it; the plan is None when a finding is an error.

    Raise PlanError when the file cannot be read as TOML.
    """
    try:
        text = _plan_text(name)
        data = tomllib.loads(text)
    except (UnicodeDecodeError, RecursionError) as error:
        raise PlanError("plan-not-text", plan=name) from error
    except tomllib.TOMLDecodeError as error:
        row, column = _place(error, text)
        raise PlanError("plan-not-toml", plan=name, row=row, column=column) from error
    except ValueError as error:
        # A number of so many digits as no plan has.
        raise PlanError("plan-not-text", plan=name) from error
    return parse_plan(data)


_MOST_BYTES = 1024 * 1024
"""A plan takes 10 KB."""


def _place(error: tomllib.TOMLDecodeError, text: str) -> tuple[int, int]:
    """Line and column of what is no TOML. tomllib says them in its sentence alone, and not where the text ends."""
    if found := re.search(r"at line (\d+), column (\d+)", str(error)):
        return int(found[1]), int(found[2])
    lines = text.splitlines() or [""]
    return len(lines), len(lines[-1]) + 1


def _shipped(name: str) -> str:
    """The shipped plan of that name, `2023-24`, `২০২৩-২৪` or `2023-2024`; "" when there is none."""
    year = FiscalYear.parse(name)
    known = shipped_plans()
    return next((each for each in (name, to_ascii_digits(name), year.label if year else "") if each in known), "")


def _plan_text(name: str) -> str:
    if shipped := _shipped(name):
        return (files(__name__) / f"{shipped}.toml").read_text(encoding="utf-8")
    path = Path(name)
    if path.is_dir():
        raise PlanError("plan-is-folder", plan=name)
    try:
        if path.exists() and not path.is_file():
            raise PlanError("plan-unknown", plan=name, known=shipped_plans())  # a device or a pipe, read for ever
        # Windows Notepad may put a byte order mark before the text.
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
        # Whatever is longer is no plan; half of it would be told as a fault in a line.
        return (data if len(data) <= _MOST_BYTES else b"\xff").decode("utf-8-sig")
    except OSError as error:
        raise PlanError("plan-unknown", plan=name, known=shipped_plans()) from error
