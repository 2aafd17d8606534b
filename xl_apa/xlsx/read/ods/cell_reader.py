"""What a cell of an .ods file holds: the one place where types, formulas, styles and what is shown come together.

Source: OpenDocument 1.3 part 3, 19.385 (value types). `calcext` is LibreOffice's own addition.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from lxml import etree

from xl_apa.core.cells import Cell, CellKind, NumberFormat
from xl_apa.core.text.numerals import to_ascii_digits
from xl_apa.xlsx.read.date_system import numeric_cell, shown_number
from xl_apa.xlsx.read.grid import Content
from xl_apa.xlsx.read.looks.rich_text import counted_text
from xl_apa.xlsx.read.ods.number_styles import NumberStyles
from xl_apa.xlsx.read.ods.styles import Looks
from xl_apa.xlsx.read.ods.text import runs_of, text_of
from xl_apa.xlsx.read.ods.values import AMOUNTS, TELLING, amount_of, digits_of, is_another_percent, is_shown_otherwise

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"

_ERRORS = re.compile(r"#(?:REF|N/A|NAME|VALUE|DIV/0|NUM|NULL)[!?]?|Err:\d{3}")
_FLAGS = {"true": True, "false": False}


class CellReader:
    """What the cells of a table hold; `default` are the styles of its columns, for cells that name none.

    `calculated`: whether a program has calculated the workbook; 0 is what libraries store for the results of formulas.
    """

    def __init__(
        self, looks: Looks, numbers: NumberStyles, epoch: date, default: Sequence[str], calculated: bool
    ) -> None:
        self._looks = looks
        self._calculated = calculated
        self._epoch = epoch
        self._default = default
        self._struck = lru_cache(maxsize=None)(lambda name: bool(looks.of("table-cell", name).struck))
        self._fills = lru_cache(maxsize=None)(lambda name: numbers.fills(looks.of("table-cell", name).number))

    def content(self, element: etree._Element, column: int) -> Content:
        """Return what a cell holds. Raise ValueError where a number is none."""
        formula = element.get(f"{_TABLE}formula")
        kind, also = (element.get(f"{name}value-type") for name in (_OFFICE, _CALC))
        if also == "error" or (formula is not None and kind == "string"):
            shown = text_of(element)
            if also == "error" or _ERRORS.fullmatch(shown):
                return Cell(None, "", CellKind.ERROR, shown or "#N/A")
        if kind is None:
            kind = also
        elif also is not None and also != kind:
            raise ValueError(f"{kind} and {also}")
        if kind is None:
            if formula is not None and not len(element):
                return _without_result(formula)
            return self._text(element, column) if len(element) else None
        if kind == "string":
            told = len(element) or element.get(f"{_OFFICE}string-value") is not None
            if formula is not None and not told and not self._calculated:
                return _without_result(formula)
            return self._text(element, column)
        struck = self._is_struck(element, column)
        if kind == "boolean":
            flag = _FLAGS[element.get(f"{_OFFICE}boolean-value", "")]
            return Cell(None, "", CellKind.STRUCK, str(flag).upper()) if struck else flag
        if kind not in AMOUNTS:
            raise ValueError(f"a cell of the type {kind[:20]}")
        number, shows = amount_of(element, kind, self._epoch)
        if formula is not None and not number and not self._calculated:
            return _without_result(formula)
        shown = text_of(element)
        if struck:
            return Cell(None, "", CellKind.STRUCK, shown or format(number, ".15g"), fallback=number)
        written = shows is NumberFormat.GENERAL and element.find("{*}p") is not None
        if written and shown in ("TRUE", "FALSE"):
            return shown == "TRUE"
        if written and is_shown_otherwise(shown, number):
            shows = NumberFormat.OTHERWISE
        fills = self._fills(self._style(element, column))
        if fills and fills.of(number) is NumberFormat.OTHERWISE:
            return shown_number(number, fills, self._epoch)
        if shows is NumberFormat.PERCENT and shown and is_another_percent(shown, number):
            shows = NumberFormat.OTHERWISE
        tells = shows is NumberFormat.OTHERWISE or (shows is not NumberFormat.GENERAL and TELLING.search(shown))
        return numeric_cell(number, shows, self._epoch, to_ascii_digits(shown) if tells else "")

    def _text(self, element: etree._Element, column: int) -> Content:
        runs = runs_of(element, self._looks)
        if text := element.get(f"{_OFFICE}string-value"):
            if not runs:
                return text
            told, shown = (" ".join(each.split()) for each in (text, "".join(run.text for run in runs)))
            # A format of texts may put words beside it.
            if told not in shown or digits_of(told) != digits_of(shown):
                raise ValueError("two texts in a cell")
        return counted_text(runs, self._is_struck(element, column))

    def _is_struck(self, element: etree._Element, column: int) -> bool:
        return self._struck(self._style(element, column))

    def _style(self, element: etree._Element, column: int) -> str:
        """The name of a cell's style: its own, else its column's."""
        name = element.get(f"{_TABLE}style-name")
        return "".join(self._default[column : column + 1]) if name is None else name


def _without_result(formula: str) -> Cell:
    return Cell(None, "", CellKind.NO_RESULT, formula.partition("=")[2] or formula)
