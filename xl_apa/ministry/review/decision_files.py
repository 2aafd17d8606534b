"""Where the decisions are kept, and in which file people have written last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from xl_apa.core.cells import CellValue
from xl_apa.core.errors import InputError
from xl_apa.core.messages import render
from xl_apa.ministry.model import ReviewStatus
from xl_apa.ministry.review.decision_columns import TYPED, DecisionColumn
from xl_apa.ministry.review.decision_rows import DecisionRow, DecisionSheet, read_decisions
from xl_apa.ministry.review.status_words import parse_status

DECISIONS_FILE = "decisions.xlsx"
_WRITTEN = (".xlsx", ".xlsm")
_READ_ALONE = (".ods", ".xls")


@dataclass(frozen=True, slots=True)
class KeptDecisions:
    """The decisions as they were read: from which file (None where there is none), and into which they are written."""

    target: Path
    source: Path | None = None
    sheet: DecisionSheet | None = None

    @property
    def in_place(self) -> bool:
        """Whether they are written into the file that they were read from."""
        return self.source == self.target


def find_decisions(path: Path, lang: str) -> KeptDecisions:
    """Return the decisions in a workbook at a path, or in one beside it of another kind, as LibreOffice saves it.

    Of an .xlsx and an .ods the one counts that was changed last; what people wrote in the other is kept among the
    earlier decisions. Only .xlsx and .xlsm are ever written. Raise InputError for what cannot be read.
    """
    ending = path.suffix.lower()
    if ending not in (*_WRITTEN, *_READ_ALONE):
        raise InputError("decisions-ending", path=path)
    target = path if ending in _WRITTEN else path.with_suffix(".xlsx")
    there = [each for each in dict.fromkeys([target, path, *map(target.with_suffix, _READ_ALONE)]) if each.is_file()]
    if not there:
        return KeptDecisions(target)
    newest = max(there, key=lambda each: (each.stat().st_mtime_ns, each == target))
    sheet = read_decisions(newest)
    if newest != target and target in there:
        sheet = _with_words_of(sheet, read_decisions(target), lang)
    return KeptDecisions(target, newest, sheet)


def _with_words_of(sheet: DecisionSheet, other: DecisionSheet, lang: str) -> DecisionSheet:
    """Return the sheet with what people wrote in another one only, among the earlier decisions."""
    theirs = {(row.id, _period(row)): row for row in other.rows}
    rows = [_with_words(row, theirs.pop((row.id, _period(row)), None), lang) for row in sheet.rows]
    following = sheet.last_row + 1
    added = [replace(row, row=following + at) for at, row in enumerate(theirs.values())]
    cells: dict[int, tuple[CellValue, ...]] = {row.row: () for row in added}
    return replace(sheet, rows=(*rows, *added), other_cells={**sheet.other_cells, **cells})


def _with_words(row: DecisionRow, other: DecisionRow | None, lang: str) -> DecisionRow:
    words = [text for column in TYPED if other and (text := other.text(column)) not in ("", row.text(column))]
    # That a report is to be looked at again is the program's own word.
    words = [text for text in words if parse_status(text) is not ReviewStatus.AGAIN]
    if not words:
        return row
    told = render("decisions-written-elsewhere", lang, {"text": " / ".join(words)})
    earlier = " / ".join(filter(None, dict.fromkeys([row.text(DecisionColumn.EARLIER), told])))
    cells: Mapping[DecisionColumn, CellValue] = {**row.cells, DecisionColumn.EARLIER: earlier}
    return replace(row, cells=cells)


def _period(row: DecisionRow) -> tuple[str, str]:
    return row.text(DecisionColumn.YEAR), row.text(DecisionColumn.QUARTER)
