"""What a quarter's sheet says of itself, in its hidden cell and in its title, whatever its tab is called."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from xl_apa.core.cells import value_of
from xl_apa.core.findings import Finding, FindingKind
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Layout, Plan
from xl_apa.core.text.numerals import clean
from xl_apa.sheets import layout
from xl_apa.sheets.layout import FormIdentity
from xl_apa.sheets.read.plan_inside import about_identity
from xl_apa.sheets.read.working_columns import find_identity

Rows = Sequence[Sequence[Any]]

_TITLES = {clean(layout.quarter_title(kind, quarter)): quarter for kind in Layout for quarter in Quarter}
_TITLE_ROWS = 20


@dataclass(frozen=True, slots=True)
class SheetClaims:
    """What a sheet says of itself: `identity` in its hidden cell, `title` in the form's title; None without one."""

    identity: FormIdentity | None
    title: Quarter | None

    @property
    def quarter(self) -> Quarter | None:
        """Which quarter's form it says it holds, first of all in the hidden cell."""
        return self.identity.quarter if self.identity else self.title

    @property
    def agreed(self) -> bool:
        """Whether hidden cell and title do not contradict each other."""
        return self.title is None or self.title is self.quarter


def claims_of(rows: Rows) -> SheetClaims:
    """Return what a sheet says of itself."""
    found = find_identity(rows)
    cells = (value_of(value) for row in rows[:_TITLE_ROWS] for value in row if value)
    texts = (clean(text) for text in cells if isinstance(text, str))
    return SheetClaims(found[0] if found else None, next((_TITLES[text] for text in texts if text in _TITLES), None))


def exchanged(quarters: Mapping[Quarter, str], claims: Callable[[str], SheetClaims]) -> Mapping[Quarter, str]:
    """Return which sheet is that of a quarter, of the sheets whose names were exchanged; none where they were not.

    Every such sheet says that it is another one's, in all it says of itself, and each quarter is told once.
    """
    told = {quarter: claims(name) for quarter, name in quarters.items()}
    moved = {
        quarter: said.quarter
        for quarter, said in told.items()
        if said.quarter is not None and said.quarter is not quarter and said.agreed
    }
    if set(moved) != set(moved.values()):
        return {}
    return {to: quarters[quarter] for quarter, to in moved.items()}


def about_quarter(said: SheetClaims, name: str, quarter: Quarter) -> Iterator[Finding]:
    """Yield that the form on a sheet is, or may be, the one of another quarter: a copy under a changed name."""
    if not said.agreed:
        params = {"sheet": name, "title": said.title, "quarter": said.quarter}
        yield Finding(FindingKind.SHEET_SAYS_TWO_QUARTERS, params=params)
    elif said.quarter not in (None, quarter):
        yield Finding(FindingKind.SHEET_OF_OTHER_QUARTER, params={"sheet": name, "quarter": said.quarter})


def about_sheet(said: SheetClaims, inside: Plan | None, kind: Layout) -> Iterator[Finding]:
    """Yield where a sheet's hidden cell names another plan or layout than the workbook."""
    if said.identity:
        yield from about_identity(said.identity, inside, kind)
