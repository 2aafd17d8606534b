"""Rows and columns that nobody sees, in whatever way an .xlsx file says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.libreoffice import convert_all
from tests.xlsx.read.ooxml.test_odd_records import workbook
from xl_apa.xlsx.read.extras import HiddenLines
from xl_apa.xlsx.read.safe_open import open_workbook

_ROWS = (
    '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" ht="15" customHeight="1"><c r="A2"><v>2</v></c></row>'
    '<row r="3"{}><c r="A3"><v>3</v></c></row>'
)
_PLAIN = _ROWS.format("")
_FIRST, _THIRD = HiddenLines(columns=frozenset({0})), HiddenLines(frozenset({2}))
_NONE = HiddenLines()


def _col(attributes: str) -> str:
    return f"<cols><col {attributes}/></cols>"


def _usual(attributes: str) -> str:
    return f"<sheetFormatPr {attributes}/>"


_WIDE = _col('min="1" max="104" width="9"')
_FILTER = (
    '<autoFilter ref="A1:A3"><filterColumn colId="0"><filters><filter val="2"/></filters></filterColumn></autoFilter>'
)

ROWS = {
    **{f' hidden="{said}"': _THIRD for said in ("1", "true", "on", "t", "2", "&#49;")},
    **{f' hidden="{said}"': _NONE for said in ("0", "false", "False", "off", "")},
    **{f' ht="{height}" customHeight="1"': _THIRD for height in ("0", "-1", "0.2", "0.75", "2.25")},
    **{f' ht="{height}" customHeight="1"': _NONE for height in ("3.75", "15", "nan", "x")},
    ' ht="0.75"': _THIRD,
    ' outlineLevel="1" hidden="1"': _THIRD,
    ' outlineLevel="1"': _NONE,
    ' collapsed="1"': _NONE,
}

SHEETS: dict[str, tuple[str, str, str, HiddenLines]] = {
    "filtered": ("", _ROWS.format(' hidden="1"'), _FILTER, _THIRD),
    "a filter that hides nothing": ("", _PLAIN, _FILTER, _NONE),
    "a group that is folded up": ("", _ROWS.format(' outlineLevel="1"') + '<row r="4" collapsed="1"/>', "", _THIRD),
    "a group below what folds it up": (
        '<sheetPr><outlinePr summaryBelow="0"/></sheetPr>',
        _PLAIN.replace(' ht="15"', ' ht="15" collapsed="1"').replace('<row r="3"', '<row r="3" outlineLevel="1"'),
        *("", _THIRD),
    ),
    "a group that is not folded up": ("", _ROWS.format(' outlineLevel="1"') + '<row r="4" collapsed="0"/>', "", _NONE),
    # Rows that are hidden by default are those that are not written.
    "zeroHeight": (_usual('defaultRowHeight="15" zeroHeight="1"') + _WIDE, _PLAIN, "", _NONE),
    **{
        f"low rows: {each}": (_usual(each), _PLAIN, "", HiddenLines(frozenset({0, 2})))
        for each in ('defaultRowHeight="0"', 'defaultRowHeight="0.75" customHeight="1"')
    },
    "usual rows": (_usual('defaultRowHeight="15"'), _PLAIN, "", _NONE),
    "narrow columns with widths": (_usual('defaultColWidth="0" defaultRowHeight="15"') + _WIDE, _PLAIN, "", _NONE),
    **{
        f"narrow columns: {each}": (_usual(each) + _col('min="2" max="104" width="9"'), _PLAIN, "", _FIRST)
        for each in ('defaultColWidth="0"', 'defaultColWidth="0.5"', 'baseColWidth="0"')
    },
    "a column without a width": (
        _usual('defaultColWidth="0"') + _col('min="1" max="1" style="0"/><col min="2" max="104" width="9"'),
        *(_PLAIN, "", _FIRST),
    ),
    **{
        f"column: {each}": (_col(f'min="1" max="1" {each}'), _PLAIN, "", _FIRST)
        for each in (
            *('hidden="1"', 'width="9" hidden="true"', 'width="9" hidden="on"', 'width="9" hidden="&#49;"'),
            *('width="0"', 'width="0.1"', 'width="0.5" customWidth="1"', "width='9' hidden='1'", 'hidden = "1"'),
        )
    },
    **{
        f"column: {each}": (_col(f'min="1" max="1" {each}'), _PLAIN, "", _NONE)
        for each in ('width="9"', 'width="1" hidden="0"', 'width="9" collapsed="1"', 'width="9" outlineLevel="1"')
    },
    "a column's tab": ('<cols><col\tmin="1" max="1" width="9" hidden="1"/></cols>', _PLAIN, "", _FIRST),
    "columns behind the cells": ("", _PLAIN, _col('min="1" max="1" width="9" hidden="1"'), _FIRST),
    "sizes behind the cells": ("", _PLAIN, _usual('defaultRowHeight="0.75"'), HiddenLines(frozenset({0, 2}))),
    "two lists of columns": (
        _col('min="2" max="2" width="9"') + _col('min="1" max="1" hidden="1"'),
        *(_PLAIN, "", _FIRST),
    ),
    "columns folded up": (
        _col('min="1" max="1" width="9" outlineLevel="1"/><col min="2" max="2" width="9" collapsed="1"'),
        *(_PLAIN, "", _FIRST),
    ),
}


def _lines(path: Path) -> HiddenLines:
    with open_workbook(path) as book:
        return book.hidden_lines("x")


_WAYS = pytest.mark.parametrize("way", [str, lambda rows: rows.replace("<c ", "<c  ")], ids=["quick", "thorough"])


@_WAYS
@pytest.mark.parametrize("attributes", ROWS)
def test_a_row_is_seen_or_not(tmp_path: Path, attributes: str, way: Callable[[str], str]) -> None:
    assert _lines(workbook(tmp_path / "x.xlsx", way(_ROWS.format(attributes)))) == ROWS[attributes]


@_WAYS
@pytest.mark.parametrize("name", SHEETS)
def test_rows_and_columns_are_seen_or_not(tmp_path: Path, name: str, way: Callable[[str], str]) -> None:
    head, rows, tail, expected = SHEETS[name]
    found = _lines(workbook(tmp_path / "x.xlsx", way(rows), head, tail))
    assert HiddenLines(found.rows, found.columns & {0}) == expected


@pytest.mark.office
def test_what_libreoffice_hides_is_hidden(tmp_path: Path) -> None:
    sheets = {**{name: ("", _ROWS.format(name), "", lines) for name, lines in ROWS.items()}, **SHEETS}
    paths = [
        workbook(tmp_path / f"{number}.xlsx", rows, head, tail)
        for number, (head, rows, tail, _) in enumerate(sheets.values())
    ]
    for name, path, saved in zip(sheets, paths, convert_all(paths, "ods", tmp_path / "saved"), strict=True):
        here, there = _lines(path), _lines(saved)
        # LibreOffice shows what Excel may not, never the other way round; rows below the third hold nothing.
        assert here.rows >= there.rows & {0, 1, 2} and here.columns >= there.columns & {0}, name
