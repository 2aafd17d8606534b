"""A form's sheet is what XlsxWriter alone would have written, only sooner."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZipFile

import pytest
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from xl_apa.core.model import Layout
from xl_apa.plans import load_plan
from xl_apa.sheets.build.workbook import build_template
from xl_apa.xlsx.form_sheet import FormSheet


def parts(path: Path) -> dict[str, bytes]:
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def by_xlsxwriter(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on a form's sheet writes its cells by the public methods of XlsxWriter."""

    def put(sheet: Worksheet, row: int, column: int, value: object, look: object, formula: str = "") -> None:
        if formula:
            sheet.write_formula(row, column, formula, look, "" if value is None else value)
        else:
            sheet.write(row, column, value, look)

    def put_hidden(sheet: Worksheet, row: int, cells: Mapping[int, tuple[str, object]]) -> None:
        for column, (formula, result) in cells.items():
            sheet.write_formula(row, column, formula, None, result)

    monkeypatch.setattr(FormSheet, "put", put)
    monkeypatch.setattr(FormSheet, "put_hidden", put_hidden)
    monkeypatch.delattr(FormSheet, "_prepare_formula")
    monkeypatch.delattr(FormSheet, "_write_cell")


@pytest.mark.parametrize("layout", Layout)
def test_a_template_is_the_same_to_the_byte_when_xlsxwriter_writes_every_cell(
    layout: Layout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = {("২য় ত্রৈমাসিক", "M8"): True, ("২য় ত্রৈমাসিক", "M9"): 1.5, ("২য় ত্রৈমাসিক", "W9"): '<a & "b">'}
    build_template(load_plan(), tmp_path / "ours.xlsx", layout=layout, typed=typed)
    by_xlsxwriter(monkeypatch)
    build_template(load_plan(), tmp_path / "theirs.xlsx", layout=layout, typed=typed)
    assert parts(tmp_path / "ours.xlsx") == parts(tmp_path / "theirs.xlsx")


@pytest.mark.parametrize("value", ["a" * 32768, math.inf, math.nan])
def test_what_no_cell_can_hold_is_refused(value: str | float) -> None:
    book = Workbook()
    sheet = book.add_worksheet("form", FormSheet)
    assert isinstance(sheet, FormSheet)
    with pytest.raises(ValueError, match="C2 cannot hold this"):
        sheet.put(1, 2, value, None)
