"""A cell as an .xlsx file stores it, and what it means: the one place where types, styles and results come together.

Source: ECMA-376 part 1, 18.3.1.4 (c) and 18.18.11 (cell types).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from xl_apa.core.cells import Cell, CellKind
from xl_apa.xlsx.read.date_system import number_of, shown_number
from xl_apa.xlsx.read.grid import Content
from xl_apa.xlsx.read.ooxml.cell_styles import CellStyle, CellStyles
from xl_apa.xlsx.read.rich_text import RichText, counted_text, plain_text


@dataclass(frozen=True, slots=True)
class Stored:
    """A cell as it is stored. `text`: what `<v>` holds, "" when it is missing; `runs`: an inline string.

    `formula` is None where there is none, "" where it stands with another cell (shared formulas).
    `rich` is the number of the rich value that the cell shows (from 1), 0 for none.
    """

    style: int = 0
    kind: str = "n"
    text: str = ""
    formula: str | None = None
    runs: RichText | None = None
    rich: int = 0


@dataclass(frozen=True, slots=True)
class WorkbookFacts:
    """What the cells of all sheets have in common: strings, styles, day 0, and the rich values that are pictures."""

    strings: Sequence[str | RichText]
    styles: CellStyles
    epoch: date
    pictures: frozenset[int] = frozenset()


def content_of(cell: Stored, facts: WorkbookFacts) -> Content:
    """Return what a stored cell holds. Raise ValueError and IndexError where it points at nothing."""
    style = facts.styles.of(cell.style)
    if cell.kind == "e" and cell.text:
        if cell.rich in facts.pictures:
            return Cell(None, "", CellKind.COVERED)
        return Cell(None, "", CellKind.ERROR, cell.text)
    if cell.kind == "inlineStr":
        return counted_text(cell.runs or (), style.struck)
    if cell.kind == "str":
        return plain_text(cell.text, style.struck)
    if not cell.text.strip():
        return None if cell.formula is None else Cell(None, "", CellKind.NO_RESULT, cell.formula)
    if cell.kind == "s":
        return _shared(facts.strings[_index(cell.text)], style)
    if cell.kind == "b":
        flag = cell.text.strip() in ("1", "true")
        return Cell(None, "", CellKind.STRUCK, str(flag).upper()) if style.struck else flag
    return _number(cell, style, facts.epoch)


def _shared(text: str | RichText, style: CellStyle) -> Content:
    return plain_text(text, style.struck) if isinstance(text, str) else counted_text(text, style.struck)


def _index(text: str) -> int:
    index = int(_as_xml_has_it(text))
    if index < 0:
        raise ValueError(f"shared string {index}")
    return index


def _as_xml_has_it(number: str) -> str:
    """Return it. Raise ValueError for numbers that Python reads and no office program does: `9_6`, `৯৬`."""
    if "_" in number or not number.isascii():
        raise ValueError(f"no number: {number[:20]}")
    return number


def _number(cell: Stored, style: CellStyle, epoch: date) -> Content:
    number = _iso(cell.text, epoch) if cell.kind == "d" else float(_as_xml_has_it(cell.text))
    if not math.isfinite(number):
        return cell.text
    if style.struck:
        return Cell(None, "", CellKind.STRUCK, format(number, ".15g"), fallback=number)
    return shown_number(number, style.shown, epoch)


def _iso(text: str, epoch: date) -> float:
    """A day or a time as ISO 8601 writes it, as the number it stands for."""
    text = text.strip().removesuffix("Z")
    if "-" not in text:
        clock = time.fromisoformat(text)
        return (clock.hour * 3600 + clock.minute * 60 + clock.second + clock.microsecond / 1e6) / 86400
    return number_of(datetime.fromisoformat(text), epoch)
