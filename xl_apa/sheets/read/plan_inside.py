"""The plan that travels in a workbook's hidden sheet, and what the other hidden cells say of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from xl_apa.core.cells import Cell, CellValue
from xl_apa.core.errors import PlanError
from xl_apa.core.findings import Finding, FindingKind
from xl_apa.core.messages import Phrase
from xl_apa.core.model import Layout, Plan
from xl_apa.plans import load_plan, plan_from_pieces, shipped_plans
from xl_apa.sheets.layout import Data, FormIdentity

HiddenCells = Mapping[str, Sequence[CellValue]]
"""What the hidden sheet says, by key."""


def pieces_of(data: HiddenCells) -> tuple[str, ...]:
    """Return the pieces of the plan's JSON."""
    return tuple(str(piece) for piece in data.get(Data.PLAN, ()))


@lru_cache(maxsize=64)  # a ministry's offices have one plan
def plan_inside(pieces: tuple[str, ...]) -> Plan | None:
    """Return the plan of these pieces, None where it cannot be read; a shipped one that was not altered is that one."""
    try:
        plan = plan_from_pieces(pieces, "")
    except PlanError:
        return None
    shipped = load_plan(plan.name) if plan.name in shipped_plans() else None
    return shipped if shipped == plan else plan


def first_text(data: HiddenCells, key: Data) -> str:
    """Return what the hidden sheet says first under a key, "" where it says nothing."""
    return Cell(data[key][0]).text if key in data else ""


def about_hidden_cells(data: HiddenCells, inside: Plan | None) -> Iterator[Finding]:
    """Yield where the hidden sheet says something else than the plan in it, or has none that can be read."""
    name = first_text(data, Data.PLAN_NAME)
    if inside is None:
        yield Finding(FindingKind.PLAN_INSIDE_UNREADABLE, params={"plan": name})
        return
    said = {"name": name, "year": first_text(data, Data.FISCAL_YEAR), "rule": first_text(data, Data.RULE)}
    rights = {"name": inside.name, "year": inside.fiscal_year.label, "rule": inside.rule.value}
    yield from _differing(said, rights)


def about_identity(card: FormIdentity, inside: Plan | None, layout: Layout) -> Iterator[Finding]:
    """Yield where a form's hidden cell names another plan or layout than the workbook."""
    said, rights = {"layout": card.layout.value}, {"layout": layout.value}
    if inside:
        said, rights = {**said, "name": card.plan}, {**rights, "name": inside.name}
    yield from _differing(said, rights)


def _differing(said: Mapping[str, str], rights: Mapping[str, str]) -> Iterable[Finding]:
    for part, right in rights.items():
        if said[part] != right:
            params = {"part": Phrase(f"plan-part-{part}"), "text": said[part] or "-", "right": right}
            yield Finding(FindingKind.HIDDEN_FIELD_DIFFERS, params=params)
