"""What makes a row a question, however well its cells fit the columns."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from xl_apa.core.cells import Cell
from xl_apa.core.model import Status
from xl_apa.importer.table.align import Alignment
from xl_apa.importer.table.fit import SHORT_REMARK, Known, fit_known, is_outside, meaning, read_as, tells
from xl_apa.importer.table.roles import Role
from xl_apa.importer.table.rows import FormRow
from xl_apa.importer.table.words.smudged import is_half_read, is_smudged

_NUMBERED = frozenset({Role.CLAIMED, Role.RATE})
_VALUED = frozenset(
    {Role.PAST, Role.PROJECTION, Role.PLANNED, Role.OTHER, Role.ACHIEVED, Role.QUARTER, Role.MONTH, Role.YEAR}
)
"""Columns that hold numbers, and those that hold whatever that of the achievement does."""
_PRINTED = frozenset({Role.INDICATOR, Role.UNIT, Role.WEIGHT, Role.TARGET})
"""Columns in which offices print something else than the plan has, and misspell it."""
_STRAINED = -1.0


def is_doubtful(row: FormRow, found: Alignment, achieved: int, known: Known, usual: int, *, even: bool) -> bool:
    """Return whether something speaks against what was read as the achievement.

    A day that had not come yet was hardly achieved: more likely the cells were shifted. A scan may have taken a digit
    for a bar. Cells of which nobody knows where they belong may be this row's. Another quarter's figure, or a share of
    the target, is not what is asked for. `usual` is how many cells rows have here, `even` whether it stands under
    its headings and all rows are as long as each other.
    """
    cell, slot = found.cell(achieved), row.head.slots[achieved]
    other_figure = slot.role is Role.RATE or slot.heading.quarter not in (None, known.quarter)
    return (
        is_outside(cell.value, known)
        or is_half_read(cell.value)
        or bool(row.loose)
        or other_figure
        or _is_left_over(found, achieved, known)
        or _may_be_of_a_neighbour(row, found, achieved, known, usual)
        or (not even and (_is_told_beside(found, row, achieved, known) or _is_strained(found, row, achieved, known)))
    )


def _is_left_over(found: Alignment, achieved: int, known: Known) -> bool:
    """Whether a cell of the row that belongs to no column may be the achievement as well."""
    own = meaning(found.cell(achieved).value, known)
    return any(
        is_smudged(cell.text) or (read_as(cell.value, known).value is not None and not is_outside(cell.value, known))
        for cell in found.extra
        if meaning(cell.value, known) != own
    )


def _may_be_of_a_neighbour(row: FormRow, found: Alignment, achieved: int, known: Known, usual: int) -> bool:
    """Whether the row lacks blank cells that others have, and this one may be of a column beside its own."""
    cell, slots = found.cell(achieved), row.head.slots
    if cell.blank or usual <= slots[-1].column:
        return False
    value = read_as(cell.value, known).value
    may_be = _VALUED if isinstance(value, date) else _VALUED | _NUMBERED if value is not None else frozenset()
    # Columns at the end of a row are often not there; before the achievement a scan has dropped them.
    behind = _empty(found, len(slots), achieved, 1) if len(row.cells) < usual else ()
    beside = (*_empty(found, len(slots), achieved, -1), *behind)
    # A target of none of the plan's tiers is some quarter's, under a heading that does not say so.
    planned = value is not None and value in known.indicator.targets
    return any(
        slots[at].role in may_be or (planned and slots[at].role is Role.TARGET and at not in known.targets)
        for at in beside
    )


def _empty(found: Alignment, slots: int, achieved: int, step: int) -> Iterator[int]:
    """The columns beside that of the achievement, to one side, that have no cell."""
    at = achieved + step
    while 0 <= at < slots and at not in found.cells:
        yield at
        at += step


def _is_strained(found: Alignment, row: FormRow, achieved: int, known: Known) -> bool:
    """Whether a cell stands in a column that cannot hold it: words among numbers, a percent for an area."""
    return any(
        at != achieved
        and slot.role not in _PRINTED
        and (fit_known(slot, at, cell.value, known) <= _STRAINED or _is_status_elsewhere(slot.role, cell, known))
        for at, slot in enumerate(row.head.slots)
        if not (cell := found.cell(at)).blank
    )


def _is_status_elsewhere(role: Role, cell: Cell, known: Known) -> bool:
    """Whether `চলমান` stands where evidence or a branch should be named."""
    return role in (Role.EVIDENCE, Role.RESPONSIBLE) and read_as(cell.value, known).status is Status.ONGOING


def _is_told_beside(found: Alignment, row: FormRow, achieved: int, known: Known) -> bool:
    """Whether nothing was achieved, it seems, but a short remark names a value."""
    if read_as(found.cell(achieved).value, known).status is not Status.NONE:
        return False
    remarks = (found.cell(at).value for at, slot in enumerate(row.head.slots) if slot.role is Role.REMARKS)
    return any(
        isinstance(text, str) and (tells(text) or (len(text) < SHORT_REMARK and read_as(text, known).value is not None))
        for text in remarks
    )
