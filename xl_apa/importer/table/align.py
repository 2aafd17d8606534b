"""Which cell of a row stands for which column, where a scan dropped, shifted and split cells.

The best way to lay the cells of a row, in their order, under the columns of the form, in theirs: dynamic programming,
as sequences are aligned in biology. A cell may belong to no column, a column may have no cell, and two cells may be one
target that was split.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass

from xl_apa.core.cells import BLANK, Cell
from xl_apa.core.typed.reading import parse_marks
from xl_apa.importer.table.fit import Known, fit_known, fit_split, is_outside, is_torn, meaning, missing, passed_over
from xl_apa.importer.table.head import Slot
from xl_apa.importer.table.roles import Role

_NEVER = float("-inf")
_Table = list[list[float]]
_ALONE = 99.0
"""The margin of a reading that has no rival."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """The cells of a row by slot (its place among the columns), and how much better this is than any other way.

    `margin` is how much the best way is better than the best one in which another content was achieved; `rivals` are
    those contents. `extra` are the cells that belong to no column and hold something. `claim_margin` is the margin of
    the claimed marks.
    """

    cells: Mapping[int, tuple[Cell, ...]]
    score: float
    margin: float
    rivals: tuple[Cell, ...]
    extra: tuple[Cell, ...]
    claim_margin: float = _ALONE

    def cell(self, slot: int) -> Cell:
        """Return the cell of a slot, a blank one where the row has none."""
        cells = self.cells.get(slot)
        return cells[0] if cells else BLANK


def align(cells: Sequence[Cell], slots: Sequence[Slot], known: Known, achieved: int, weight: float) -> Alignment:
    """Return the best way to lay cells under columns. `achieved` is the slot of the achievement.

    `weight`: what it counts that a cell stands in its column by its place; little in a scan, much in a real table.
    """
    table = _Scores(cells, slots, known, weight)
    forward, steps = table.forward()
    end = (len(cells), len(slots))
    taken = _walk(steps, end)
    found = {slot: tuple(cells[place] for place in places) for slot, places in taken.items()}
    both = forward, table.backward()
    ways = _ways(table, both, achieved, lambda cell: meaning(cell.value, known))
    chosen = meaning(found[achieved][0].value if achieved in found else None, known)
    # A day that had not come yet is a target that belongs nowhere, and no rival.
    others = (way for key, way in ways.items() if key != chosen and not is_outside(way[1].value, known))
    rivals = sorted(others, key=_worth, reverse=True)
    used = {place for places in taken.values() for place in places}
    extra = tuple(cell for place, cell in enumerate(cells) if place not in used and not cell.blank)
    best = forward[end[0]][end[1]]
    margin = best - rivals[0][0] if rivals else _ALONE
    near = tuple(cell for score, cell in rivals if best - score < 3)
    claimed = next((number for number, slot in enumerate(slots) if slot.role is Role.CLAIMED), None)
    claim_margin = _ALONE
    if claimed is not None:
        told = _ways(table, both, claimed, _claim)
        own = _claim(found[claimed][0] if claimed in found else BLANK)
        claim_margin = best - max((score for key, (score, _) in told.items() if key != own), default=best - _ALONE)
    return Alignment(found, best, margin, near, extra, claim_margin)


def _claim(cell: Cell) -> Hashable:
    """What claimed marks say; a dash says as much as a blank cell."""
    number = parse_marks(cell.value)
    return number if number is not None else cell.text.strip("-.…—– ")


def _worth(way: tuple[float, Cell]) -> float:
    return way[0]


def _ways(
    table: _Scores, scores: tuple[_Table, _Table], slot: int, meaning_of: Callable[[Cell], Hashable]
) -> dict[Hashable, tuple[float, Cell]]:
    """What each content is worth as that of a slot, in the best way of all in which it is, and a cell that holds it."""
    forward, backward = scores
    cells = table.cells
    ways: dict[Hashable, tuple[float, Cell]] = {}
    for place, cell in enumerate(cells):
        score = forward[place][slot] + table.match[place][slot] + backward[place + 1][slot + 1]
        key = meaning_of(cell)
        if key not in ways or score > ways[key][0]:
            ways[key] = score, cell
    without = max(
        forward[place][slot] + table.missing[slot] + backward[place][slot + 1] for place in range(len(cells) + 1)
    )
    nothing = meaning_of(BLANK)
    if without > ways.get(nothing, (_NEVER, BLANK))[0]:
        ways[nothing] = without, BLANK
    return ways


class _Scores:
    """What every match is worth, for one row."""

    def __init__(self, cells: Sequence[Cell], slots: Sequence[Slot], known: Known, weight: float) -> None:
        self.cells, self.slots, self.known = cells, slots, known
        shift = _shift(cells, slots, known)
        self.match = [
            [
                fit_known(slot, number, cell.value, known) + weight * _place(place, slot.column, shift)
                for number, slot in enumerate(slots)
            ]
            for place, cell in enumerate(cells)
        ]
        torn = any(is_torn(cell.value, target) for cell in cells for target in known.targets.values())
        self.passed = [passed_over(cell.value, torn=torn) for cell in cells]
        self.missing = [missing(slot, number, known) for number, slot in enumerate(slots)]

    def split(self, place: int, number: int) -> float | None:
        if self.slots[number].role is not Role.TARGET or place + 1 >= len(self.cells):
            return None
        return fit_split(self.cells[place].value, self.cells[place + 1].value, self.known.targets.get(number))

    def forward(self) -> tuple[_Table, list[list[tuple[int, int]]]]:
        """Scores of every beginning, and the step that led there: cells and slots taken."""
        height, width = len(self.cells) + 1, len(self.slots) + 1
        scores = [[_NEVER] * width for _ in range(height)]
        steps = [[(0, 0)] * width for _ in range(height)]
        scores[0][0] = 0.0
        for place in range(height):
            for number in range(width):
                here = scores[place][number]
                if here == _NEVER:
                    continue
                for cells, slots, worth in self._steps(place, number):
                    if here + worth > scores[place + cells][number + slots]:
                        scores[place + cells][number + slots] = here + worth
                        steps[place + cells][number + slots] = (cells, slots)
        return scores, steps

    def backward(self) -> _Table:
        height, width = len(self.cells) + 1, len(self.slots) + 1
        scores = [[_NEVER] * width for _ in range(height)]
        scores[height - 1][width - 1] = 0.0
        for place in range(height - 1, -1, -1):
            for number in range(width - 1, -1, -1):
                for cells, slots, worth in self._steps(place, number):
                    score = worth + scores[place + cells][number + slots]
                    scores[place][number] = max(scores[place][number], score)
        return scores

    def _steps(self, place: int, number: int) -> list[tuple[int, int, float]]:
        found = []
        more, slots = place < len(self.cells), number < len(self.slots)
        if more and slots:
            found.append((1, 1, self.match[place][number]))
            split = self.split(place, number)
            if split is not None:
                found.append((2, 1, split))
        if more:
            found.append((1, 0, self.passed[place]))
        if slots:
            found.append((0, 1, self.missing[number]))
        return found


def _shift(cells: Sequence[Cell], slots: Sequence[Slot], known: Known) -> int:
    """By how many columns the row stands beside its headings, judged by its unit."""
    units = [number for number, slot in enumerate(slots) if slot.role is Role.UNIT]
    if not units:
        return 0
    slot = slots[units[0]]
    fitting = [place for place, cell in enumerate(cells) if fit_known(slot, units[0], cell.value, known) >= 4]
    return min((place - slot.column for place in fitting), key=abs, default=0)


def _place(place: int, column: int, shift: int) -> float:
    """What it counts that a cell stands where it does: 1 in its column, less beside it, nothing further off."""
    own, shifted = abs(place - column), abs(place - column - shift)
    return max(max(0.0, 1 - 0.4 * own), max(0.0, 0.9 - 0.4 * shifted))


def _walk(steps: Sequence[Sequence[tuple[int, int]]], end: tuple[int, int]) -> dict[int, tuple[int, ...]]:
    place, number = end
    taken: dict[int, tuple[int, ...]] = {}
    while place or number:
        cells, slots = steps[place][number]
        place, number = place - cells, number - slots
        if slots and cells:
            taken[number] = tuple(range(place, place + cells))
    return taken
