"""Rows and columns that nobody sees, in whatever way an .ods file says so."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.libreoffice import convert_all
from tests.xlsx.read.ods.test_odd_records import MANIFEST
from tests.xlsx.read.ods.test_workbook import STYLES, ods
from xl_apa.xlsx.read.extras import HiddenLines
from xl_apa.xlsx.read.safe_open import open_workbook

_CELLS = '<t:table-cell o:value-type="float" o:value="7"/>' * 2
_ROW = f"<t:table-row>{_CELLS}</t:table-row>"
_SECOND_ROW, _SECOND_COLUMN = HiddenLines(frozenset({1})), HiddenLines(columns=frozenset({1}))
_NONE = HiddenLines()

SIZES = {
    **{("row", f's:row-height="{size}"'): _SECOND_ROW for size in ("0.0102in", "0cm", "0.5mm", "2pt", "3px", "-1cm")},
    **{("row", f's:row-height="{size}"'): _NONE for size in ("0.2in", "0.45cm", "12pt", "1pc", "16px", "low", "")},
    ("row", 's:row-height="0.01in" s:use-optimal-row-height="false"'): _SECOND_ROW,
    ("row", 's:row-height="0.01in" s:use-optimal-row-height="true"'): _NONE,
    **{("column", f's:column-width="{size}"'): _SECOND_COLUMN for size in ("0.01in", "0in", "1mm", "4pt")},
    **{("column", f's:column-width="{size}"'): _NONE for size in ("0.5in", "2cm", "60px")},
}
MARKS = {
    **{("row", f't:visibility="{how}"'): _SECOND_ROW for how in ("collapse", "filter")},
    **{("column", f't:visibility="{how}"'): _SECOND_COLUMN for how in ("collapse", "filter")},
    ("row", 't:visibility="visible"'): _NONE,
}


def _rows(kind: str, mark: str) -> str:
    if kind == "row":
        return f"{_ROW}<t:table-row {mark}>{_CELLS}</t:table-row>{_ROW}"
    return f"<t:table-column/><t:table-column {mark}/>{_ROW}"


def _sheet(folder: Path, kind: str, properties: str, mark: str, name: str = "x.ods") -> Path:
    """A sheet whose second row or column has a mark, and may be of a style with these properties."""
    style = f'<s:style s:name="z" s:family="table-{kind}"><s:table-{kind}-properties {properties}/></s:style>'
    path = ods(folder, _rows(kind, mark or 't:style-name="z"'), name=name, styles=STYLES + style)
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("META-INF/manifest.xml", MANIFEST)
    return path


def _lines(path: Path) -> HiddenLines:
    with open_workbook(path) as book:
        return book.hidden_lines("ক")


@pytest.mark.parametrize(("kind", "properties"), SIZES)
def test_a_row_or_column_of_next_to_no_size_is_hidden(tmp_path: Path, kind: str, properties: str) -> None:
    assert _lines(_sheet(tmp_path, kind, properties, "")) == SIZES[kind, properties]


@pytest.mark.parametrize(("kind", "mark"), MARKS)
def test_what_is_folded_up_or_filtered_out_is_hidden(tmp_path: Path, kind: str, mark: str) -> None:
    assert _lines(_sheet(tmp_path, kind, "", mark)) == MARKS[kind, mark]


@pytest.mark.office
def test_what_libreoffice_hides_or_makes_as_small_is_hidden(tmp_path: Path) -> None:
    sheets = [*((kind, properties, "") for kind, properties in SIZES), *((kind, "", mark) for kind, mark in MARKS)]
    paths = [_sheet(tmp_path, *sheet, f"{number}.ods") for number, sheet in enumerate(sheets)]
    for sheet, path, saved in zip(sheets, paths, convert_all(paths, "xlsx", tmp_path / "saved"), strict=True):
        here, there = _lines(path), _lines(saved)
        assert here.rows >= there.rows and here.columns >= there.columns, sheet
