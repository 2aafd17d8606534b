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
_MOST_TITLES = 3
"""Texts in a line of titles: the title, the marking rule beside it, the hidden cell. Headings are more."""


@dataclass(frozen=True, slots=True)
class SheetClaims:
    """What a sheet says of itself: `identity` in its hidden cell, `title` in the form's title; None without one.

    `worded` is the quarter that a title names in other words than the form's, which makes no sheet a form.
    """

    identity: FormIdentity | None
    title: Quarter | None
    worded: Quarter | None = None

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
    title = next((_TITLES[text] for text in texts if text in _TITLES), None)
    return SheetClaims(found[0] if found else None, title, None if title else _worded(rows))


def _worded(rows: Rows) -> Quarter | None:
    """Return the quarter that the lines above the form's headings name, None where they name none or several."""
    named: set[Quarter] = set()
    for row in rows[:_TITLE_ROWS]:
        texts = [text for value in row if value and isinstance(text := value_of(value), str)]
        if len(texts) > _MOST_TITLES:
            break
        for text in texts:
            named |= Quarter.find_all(text)
    return named.pop() if len(named) == 1 else None


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
    title = said.title or said.worded
    told = said.quarter or title
    if title not in (None, told):
        params = {"sheet": name, "title": title, "quarter": told}
        yield Finding(FindingKind.SHEET_SAYS_TWO_QUARTERS, params=params)
    elif told not in (None, quarter):
        yield Finding(FindingKind.SHEET_OF_OTHER_QUARTER, params={"sheet": name, "quarter": told})


def about_sheet(said: SheetClaims, inside: Plan | None, kind: Layout) -> Iterator[Finding]:
    """Yield where a sheet's hidden cell names another plan or layout than the workbook."""
    if said.identity:
        yield from about_identity(said.identity, inside, kind)
