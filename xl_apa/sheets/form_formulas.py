"""The form's own formulas on a sheet: which of them are no longer the template's, and what should stand there.

Cells that are cut and pasted take the formulas that look at them along: marks of another row, or `#REF!`. A workbook
keeps the formulas of the version that made it, so those are compared with this version's only where they agree with it
elsewhere in the same column, or nearly everywhere on the sheet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cached_property

from xl_apa.core.assess import Assessment
from xl_apa.core.cells import BLANK, Cell
from xl_apa.core.model import Layout, Unit
from xl_apa.sheets import layout as where
from xl_apa.sheets.formulas.functions import with_functions
from xl_apa.sheets.formulas.row import row_formulas
from xl_apa.sheets.formulas.traits import RowTraits, traits_of
from xl_apa.sheets.formulas.year import EARLIER
from xl_apa.sheets.layout import Column, Edition, Working
from xl_apa.sheets.result_cells import Places, rows_of
from xl_apa.xlsx.addresses import cell_name, column_letters, column_ranges
from xl_apa.xlsx.cell_values import FormulaCell
from xl_apa.xlsx.edit.formula_cells import comparable, moved, with_addresses

Formulas = Mapping[tuple[int, int], str]
_BROKEN = "#REF!"
_SAME_VERSION = 0.8
"""From this share of equal formulas on, the others were changed; below it the whole sheet is another version's."""
_TOTALS = (Column.MARKS, Column.ATTAINABLE)


@dataclass(frozen=True)
class FormFormulas:
    """The formulas of an assessed form.

    `formulas` is what stands on its sheet, `places` where its columns are, `percent_row` the row of its head that names
    the percents of the tiers, None where there is none; `total` is the cell under the last row's marks. Whether the
    workbook says that another version made it, `other_version` tells.
    """

    assessed: Assessment
    layout: Layout
    edition: Edition
    places: Places
    percent_row: int | None
    formulas: Formulas
    total: Cell = BLANK
    other_version: bool = False

    @cached_property
    def changed(self) -> Mapping[tuple[int, int], str | None]:
        """Return the cells whose formula is not the form's own, with the one to restore; None where it is not known."""
        found: dict[tuple[int, int], str | None] = {}
        for group in self._groups():
            reference = self._reference(group)
            for place in group:
                text = self.formulas.get(place)
                if text is None or place in self._alike:
                    continue
                right = reference.get(place)
                if right is not None and comparable(right) != comparable(text):
                    found[place] = right
                elif right is None and _BROKEN in text:
                    found[place] = None
        return {**found, **dict(self._others())}

    @cached_property
    def same_version(self) -> bool:
        """Return whether nearly all formulas are those of this version, in the places they are thought to have."""
        nearly = bool(self._wanted) and len(self._alike) >= _SAME_VERSION * len(self._wanted)
        return nearly and not self.other_version

    @property
    def intact(self) -> bool:
        """Return whether every formula is this version's own."""
        return self.same_version and not self.changed

    @property
    def lost(self) -> list[tuple[int, int]]:
        """Return the changed cells for which no formula is known."""
        return [place for place, text in self.changed.items() if text is None]

    @property
    def restored(self) -> dict[tuple[int, int], str]:
        """Return the formulas to put back."""
        return {place: text for place, text in self.changed.items() if text is not None}

    @cached_property
    def _alike(self) -> Set[tuple[int, int]]:
        return {place for place, text in self._wanted.items() if self._is(place, text)}

    @cached_property
    def _kinds(self) -> Mapping[int, tuple[Unit, RowTraits]]:
        """What makes the formulas of two rows differ."""
        plan = self.assessed.plan
        indicators = ((result.indicator, row) for result, row in rows_of(self.assessed))
        return {row: (each.unit, traits_of(plan, each)) for each, row in indicators}

    @cached_property
    def _wanted(self) -> Mapping[tuple[int, int], str]:
        """The template's formula of every cell of ours, as this version has it."""
        plan, quarter = self.assessed.plan, self.assessed.quarter
        macros, shape = self.edition is Edition.MACRO, where.shape_of(plan)
        places = {place.code: number for number, place in enumerate(plan.indicators)}
        wanted = {}
        for result, row in rows_of(self.assessed):
            built = where.FIRST_ROW + places[result.indicator.code]
            unit, traits = self._kinds[row]
            texts = row_formulas(built, unit, plan.fiscal_year, quarter, self.layout, traits)
            if macros:
                cells = {column: FormulaCell(text, "") for column, text in texts.items()}
                texts = {column: cell.formula for column, cell in with_functions(built, cells, plan, quarter).items()}
            for column, text in texts.items():
                if column in self.places:
                    wanted[row, self.places[column]] = self._placed(text.removeprefix("="), row, shape)
        return wanted

    def _placed(self, formula: str, row: int, shape: where.FormShape) -> str:
        """Return a formula of the template as it is where the form stands."""

        def move(fixed_column: str, column: int, fixed_row: str, _: int) -> str:
            to_column = self.places.get(shape.named(column))
            if to_column is None:
                return _BROKEN
            # Only the percents in the head are looked at from every row.
            to_row = self.percent_row if fixed_row else row
            return _BROKEN if to_row is None else f"{fixed_column}{column_letters(to_column)}{fixed_row}{to_row + 1}"

        return with_addresses(formula, move)

    def _groups(self) -> Iterable[list[tuple[int, int]]]:
        """The cells of a column whose formulas differ only in the row: those of rows with one unit, mostly."""
        groups: dict[tuple[int, object], list[tuple[int, int]]] = {}
        for row, column in self._wanted:
            kind = None if self._is_the_same_in_all_rows(column) else self._kinds[row]
            groups.setdefault((column, kind), []).append((row, column))
        return groups.values()

    def _reference(self, group: list[tuple[int, int]]) -> Mapping[tuple[int, int], str]:
        """Return what should stand in the cells of a group, as far as that can be known."""
        known = self.same_version or (not self.other_version and self._alike & set(group))
        if self._looks_at_other_sheets(group[0][1]) or not known:
            return self._usual(group)
        return {place: text for place in group if _BROKEN not in (text := self._wanted[place])}

    def _looks_at_other_sheets(self, column: int) -> bool:
        """Return whether the formulas of a column name other sheets, which may have been changed themselves."""
        return self._is_the_same_in_all_rows(column) or column in {self.places.get(each) for each in EARLIER}

    def _is_the_same_in_all_rows(self, column: int) -> bool:
        return column == self.places.get(Column.BEFORE)

    def _is(self, place: tuple[int, int], text: str) -> bool:
        found = self.formulas.get(place)
        return found is not None and (found == text or comparable(found) == comparable(text))

    def _usual(self, group: list[tuple[int, int]]) -> Mapping[tuple[int, int], str]:
        """Return what most cells of a group have, each in its own row; nothing where no formula is that usual."""
        first = group[0][0]
        texts = {place: moved(self.formulas[place], first - place[0], 0) for place in group if place in self.formulas}
        if not texts:
            return {}
        (usual, count), *_ = Counter(texts.values()).most_common(1)
        if count < 2 or count * 2 <= len(texts) or _BROKEN in usual:
            return {}
        return {place: moved(usual, place[0] - first, 0) for place in group}

    def _others(self) -> Iterator[tuple[tuple[int, int], str | None]]:
        """Yield what else of ours is broken: the marks repeated in column 14, and the totals."""
        rows = sorted(self._kinds)
        last, marks = self.places.get(Column.LAST), self.places.get(Column.MARKS)
        if not rows or marks is None:
            return
        for row in rows:
            text = self.formulas.get((row, -1 if last is None else last))
            if text and _BROKEN in text and last is not None:
                yield (row, last), repeated_marks(row, self.places)
        for column in _TOTALS:
            place = (rows[-1] + 1, self.places.get(column, -1))
            text = self.formulas.get(place)
            right = f"SUM({cell_name(rows[0], place[1])}:{cell_name(rows[-1], place[1])})" if place[1] >= 0 else ""
            broken = text is not None and (_BROKEN in text or text.upper().startswith("SUM("))
            # A sheet of this version has no other formula there, and a number in its place was typed over it.
            typed = column is Column.MARKS and text is None and isinstance(self.total.value, (int, float, str))
            if right and comparable(text or "") != right and (broken or (self.same_version and (text or typed))):
                yield place, right


def repeated_marks(row: int, places: Places) -> str:
    """Return the formula of column 14, which repeats the marks of a row."""
    cell = cell_name(row, places[Column.MARKS])
    return f'IF({cell}="","",{cell})'


def cell_names(places: Iterable[tuple[int, int]]) -> list[str]:
    """Return the names of cells, those of a column together: `["T12", "AF12:AF14"]`."""
    by_column: dict[int, list[int]] = {}
    for row, column in sorted(places):
        by_column.setdefault(column, []).append(row)
    return [name for column, rows in sorted(by_column.items()) for name in column_ranges(rows, column)]


def has_working_columns(formulas: Formulas, places: Places, rows: Iterable[int]) -> bool:
    """Return whether the hidden formulas stand in the columns in which they are thought to be, and in no others."""
    first, last = places[Working.RULE], places[Working.ISSUE]
    # Rows whose quarters are added up or averaged have a few more.
    beyond = range(last + 1, places[max(Working)] + 1)
    for row in rows:
        found = {column for at, column in formulas if at == row and column > first and column not in beyond}
        if found and (max(found) == last and min(found) == first + 1):
            return True
    return False
