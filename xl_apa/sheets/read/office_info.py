"""The info sheet: who reports, for which year, and when each quarter's report was signed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from xl_apa.core.cells import BLANK, Cell
from xl_apa.core.findings import Finding, FindingKind
from xl_apa.core.text.numerals import clean
from xl_apa.sheets import layout
from xl_apa.sheets.layout import Info
from xl_apa.xlsx.addresses import address

_LABELS = {clean(label): field for field, label in layout.INFO_LABELS.items()}
_GUIDANCE = frozenset(map(clean, ("\n".join(layout.INFO_GUIDANCE), layout.INFO_GUIDANCE_TITLE)))
_COMPARED = (Info.OFFICE_CODE, Info.OFFICE_NAME, Info.FISCAL_YEAR)


def read_info(rows: Sequence[Sequence[Any]], sheet: str) -> tuple[Mapping[Info, Cell], list[Finding]]:
    """Return the fields of an info sheet, found by their labels, and what is to be said of them.

    A field whose own cell is blank is taken from the next cell to the right.
    """
    found = dict.fromkeys(Info, BLANK)
    findings = []
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            field = _LABELS.get(clean(value)) if isinstance(value, str) else None
            if field and found[field] is BLANK:
                own, beside = (_cell(row, sheet, number, column + step) for step in (1, 2))
                found[field] = own
                if own.blank and not beside.blank and clean(beside.text) not in {*_GUIDANCE, *_LABELS}:
                    found[field] = beside
                    params = {"field": value, "text": beside.text, "cell": own.address.rpartition("!")[2]}
                    findings.append(Finding(FindingKind.FIELD_BESIDE_ITS_CELL, beside.address, params=params))
    if all(cell.blank for cell in found.values()):
        return found, [Finding(FindingKind.INFO_BLANK, params={"sheet": sheet})]
    return found, [*findings, *about_office_code(found[Info.OFFICE_CODE])]


def about_office_code(code: Cell) -> Iterator[Finding]:
    """Yield that the office code is blank or has become a day, at its cell."""
    if code.blank:
        yield Finding(FindingKind.OFFICE_CODE_BLANK, code.address)
    elif is_day(code):
        yield Finding(FindingKind.OFFICE_CODE_IS_DAY, code.address, params={"date": code.value})


def is_day(code: Cell) -> bool:
    """Return whether Excel has made a day of a code that looks like one (`3-5`, `MAR-05`): which code is lost."""
    return isinstance(code.value, date)


def compare_info(info: Mapping[Info, Cell], sheet: str, copy: Mapping[Info, Cell], name: str) -> Iterator[Finding]:
    """Yield where a second info sheet says something else than the one that counts."""
    for field in _COMPARED:
        here, there = info[field], copy[field]
        if there.text and clean(there.text) != clean(here.text):
            params = {"copy": name, "sheet": sheet, "field": layout.INFO_LABELS[field], "text": there.text}
            yield Finding(FindingKind.INFO_COPY_DIFFERS, there.address, params=params)


def _cell(row: Sequence[Any], sheet: str, number: int, column: int) -> Cell:
    value = row[column] if column < len(row) else None
    cell = value if isinstance(value, Cell) else Cell(value)
    return replace(cell, address=address(sheet, number, column))
