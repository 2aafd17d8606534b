"""A cell as an .xlsx file stores it, and what it means: the one place where types, styles and results come together.

Source: ECMA-376 part 1, 18.3.1.4 (c) and 18.18.11 (cell types).
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from xl_apa.core.cells import Cell, CellKind
from xl_apa.xlsx.read.date_system import EPOCH_1900, number_of, shown_number
from xl_apa.xlsx.read.grid import Content
from xl_apa.xlsx.read.looks.rich_text import RichText, counted_text, plain_text
from xl_apa.xlsx.read.ooxml.looks.cell_styles import CellStyle, CellStyles
from xl_apa.xlsx.read.ooxml.xml_text import as_xml_has_it, whole_number

_FLAGS = {"0": False, "1": True}
"""Yes and no; of `2`, `TRUE` or `true` every program makes what it likes."""
_PLACEHOLDERS = {"n": ("", "0"), "str": ("",)}
"""What stands, by the type of the cell, for a result that nobody has calculated."""
_LESS, _NO_DAY = ("1900-01", "1900-02"), "1900-02-29"
_CLOCK = r"[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?"
_MOMENT = re.compile(rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?:[T ]{_CLOCK})?|{_CLOCK}")
"""Days and times as all programs read them: no weeks, and no other time than the office's own."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A cell as it is stored. `text`: what `<v>` holds, "" when it is missing; `runs`: an inline string.

    `formula` is None where there is none, "" where it stands with another cell (shared formulas). `resolved`: whether
    its result is there, be it the empty text. `rich` is the number of the rich value that the cell shows (from 1), 0
    for none.
    """

    style: int = 0
    kind: str = "n"
    text: str = ""
    formula: str | None = None
    runs: RichText | None = None
    rich: int = 0
    resolved: bool = True


@dataclass(frozen=True, slots=True)
class WorkbookFacts:
    """What the cells of all sheets have in common: strings, styles, day 0, and the rich values that are pictures.

    `calculated`: whether a program has calculated the workbook. Where none has, 0 and the empty text are what libraries
    store for the result of a formula that they do not know.
    """

    strings: Sequence[str | RichText]
    styles: CellStyles
    epoch: date
    pictures: frozenset[int] = frozenset()
    calculated: bool = True


def content_of(cell: Stored, facts: WorkbookFacts) -> Content:
    """Return what a stored cell holds. Raise ValueError and IndexError where it points at nothing."""
    style = facts.styles.of(cell.style)
    if not facts.calculated and cell.formula is not None and cell.text.strip() in _PLACEHOLDERS.get(cell.kind, ()):
        cell = replace(cell, text="", resolved=False)
    if cell.kind == "e" and cell.text:
        if cell.rich in facts.pictures:
            return Cell(None, "", CellKind.COVERED)
        return Cell(None, "", CellKind.ERROR, cell.text)
    if cell.kind == "inlineStr" and (cell.runs or cell.formula is None):
        return counted_text(cell.runs or (), style.struck)
    if cell.kind == "str" and (cell.resolved or cell.formula is None):
        return plain_text(cell.text, style.struck)
    if not cell.text.strip() or cell.kind in ("inlineStr", "str"):
        if cell.formula is None:
            return None
        if style.struck:
            return Cell(None, "", CellKind.STRUCK, f"={cell.formula}")
        return Cell(None, "", CellKind.NO_RESULT, cell.formula)
    if cell.kind == "s":
        return _shared(facts.strings[_index(cell.text)], style)
    if cell.kind == "b":
        flag = _flag(cell.text.strip())
        return Cell(None, "", CellKind.STRUCK, str(flag).upper()) if style.struck else flag
    if cell.kind not in ("n", "d"):
        raise ValueError(f"a cell of the kind {cell.kind[:20]}")
    return _number(cell, style, facts.epoch)


def _flag(text: str) -> bool:
    if text not in _FLAGS:
        raise ValueError(f"neither true nor false: {text[:20]}")
    return _FLAGS[text]


def _shared(text: str | RichText, style: CellStyle) -> Content:
    return plain_text(text, style.struck) if isinstance(text, str) else counted_text(text, style.struck)


def _index(text: str) -> int:
    index = whole_number(text)
    if index < 0:
        raise ValueError(f"shared string {index}")
    return index


def _number(cell: Stored, style: CellStyle, epoch: date) -> Content:
    number = _iso(cell.text, epoch) if cell.kind == "d" else float(as_xml_has_it(cell.text))
    if not math.isfinite(number):
        return cell.text
    if style.struck:
        return Cell(None, "", CellKind.STRUCK, format(number, ".15g"), fallback=number)
    return shown_number(number, style.shown, epoch)


def _iso(text: str, epoch: date) -> float:
    """A day or a time as ISO 8601 writes it, as the number it stands for."""
    text = text.strip().removesuffix("Z")
    if not _MOMENT.fullmatch(text):
        raise ValueError(f"no day: {text[:20]}")
    if "-" not in text:
        clock = time.fromisoformat(text)
        return (clock.hour * 3600 + clock.minute * 60 + clock.second + clock.microsecond / 1e6) / 86400
    # Excel takes 1900 for a leap year: the days before its 29 February have a number less.
    if text.startswith(_NO_DAY):
        return number_of(datetime.fromisoformat(text.replace(_NO_DAY, "1900-02-28")), epoch)
    number = number_of(datetime.fromisoformat(text), epoch)
    return number - 1 if epoch == EPOCH_1900 and text.startswith(_LESS) else number
