"""The sheet of an assessed form as the file has it: where the program may write on it, and its formulas."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from xl_apa.core.assess import Assessment
from xl_apa.core.errors import InputError
from xl_apa.core.findings import Finding, FindingKind
from xl_apa.core.model import Form, Percent, Report
from xl_apa.core.text.numerals import parse_number
from xl_apa.sheets import layout
from xl_apa.sheets.form_formulas import FormFormulas, Formulas, cell_names, has_working_columns, repeated_marks
from xl_apa.sheets.layout import Column, Edition, Working
from xl_apa.sheets.read.form_columns import NEEDED_OWN_COLUMNS, Rows, is_percent
from xl_apa.sheets.read.working_columns import columns_by_rule, find_identity, working_columns
from xl_apa.sheets.result_cells import Places, rows_of
from xl_apa.xlsx.edit.formula_cells import comparable, sheet_formulas
from xl_apa.xlsx.read.safe_open import open_workbook

_LISTED = 8
"""Changed formulas that are named one by one."""
_WRITTEN = (Working.READ_FOR, Working.READ, Working.SEVERITY)


@dataclass(frozen=True)
class OfficeSheet:
    """A form's sheet: `working` is where its hidden columns are, None where that cannot be proven.

    `sure` says whether also the hidden formulas stand where they should.
    """

    path: Path
    form: Form
    working: Places | None
    sure: bool
    checked: FormFormulas

    @classmethod
    def read(cls, path: Path, report: Report, assessed: Assessment) -> Self:
        """Return the sheet of the quarter that was assessed. Raise InputError when it cannot be read."""
        form = report.forms[assessed.quarter]
        with open_workbook(path) as book:
            rows = book.rows(form.sheet)
            data = _data(book.rows(layout.DATA_SHEET) if layout.DATA_SHEET in book.sheet_names else ())
        edition = Edition.MACRO if data.get(layout.Data.EDITION) == Edition.MACRO else Edition.NATIVE
        version = parse_number(data.get(layout.Data.FORMULAS_VERSION, ""))
        formulas = sheet_formulas(path, form.sheet)
        indicators = [row for _, row in rows_of(assessed)]
        percent_row = _percent_row(rows, form.columns, assessed.plan.percents, min(indicators, default=0))

        def checked(working: Places) -> FormFormulas:
            places = {**form.columns, **working}
            return FormFormulas(
                *(assessed, report.layout, edition, places, percent_row, formulas, form.total),
                other_version=version != layout.FORMULAS_VERSION,
            )

        working = working_columns(rows, indicators, formulas)
        if working is None and find_identity(rows, formulas) is None:
            # The row that says what the sheet is may be gone: then the formulas themselves must prove the columns.
            guessed = columns_by_rule(rows, indicators)
            working = guessed if guessed and checked(guessed).intact else None
        sure = working is not None and has_working_columns(formulas, working, indicators)
        return cls(path, form, working, sure, checked(working if working and sure else {}))

    @property
    def name(self) -> str:
        return self.form.sheet

    def required_places(self) -> Places:
        """Return where every column is that the program writes. Raise InputError when one is not to be found."""
        missing = [layout.HEADINGS[column] for column in NEEDED_OWN_COLUMNS if column not in self.form.columns]
        if missing:
            raise InputError("calculate-columns", path=self.path, sheet=self.name, headings=missing)
        if self.working is None:
            raise InputError("calculate-working-columns", path=self.path, sheet=self.name)
        hidden: Places = self.working if self.sure else {column: self.working[column] for column in _WRITTEN}
        return {**self.form.columns, **hidden}

    def findings(self) -> Sequence[Finding]:
        """Return what is to be said of the formulas of the sheet that are not the form's own; nothing when all are."""
        told = (FindingKind.FORMULAS_CHANGED, self.checked.restored), (FindingKind.FORMULAS_LOST, self.checked.lost)
        return [self._finding(kind, cell_names(places)) for kind, places in told if places]

    def _finding(self, kind: FindingKind, cells: list[str]) -> Finding:
        shown = cells[:_LISTED] + (["…"] if len(cells) > _LISTED else [])
        return Finding(kind, params={"sheet": self.name, "cells": shown})

    def repeats_marks(self, row: int) -> bool:
        """Return whether column 14 of a row has the form's own formula, which repeats the marks."""
        places = self.form.columns
        if Column.LAST not in places or Column.MARKS not in places:
            return False
        place = row, places[Column.LAST]
        text = self.checked.restored.get(place) or self.checked.formulas.get(place, "")
        return comparable(text) == comparable(repeated_marks(row, places))

    def restored(self) -> Formulas:
        """Return the formulas to put back, by row and column."""
        return self.checked.restored


def _percent_row(rows: Rows, columns: Places, percents: Sequence[Percent], first: int) -> int | None:
    """Return the row of the form's head that names the percents of the tiers, None where it is gone."""
    places = [columns[column] for column in layout.form_shape(len(percents)).target_columns if column in columns]
    for number in reversed(range(first)):
        row = rows[number]
        found = [row[place] if place < len(row) else None for place in places]
        if places and all(is_percent(value, percent) for value, percent in zip(found, percents)):
            return number
    return None


def _data(rows: Sequence[Sequence[Any]]) -> Mapping[str, str]:
    """Return what the hidden sheet says, by key."""
    return {str(row[0]): str(row[1]) for row in rows if len(row) > 1}
