"""Our worksheet is what XlsxWriter alone would have written, only sooner; and each private part of it is still there."""

from __future__ import annotations

import inspect
import math
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from xlsxwriter import Workbook
from xlsxwriter import worksheet as theirs
from xlsxwriter.format import Format
from xlsxwriter.sharedstrings import SharedStringTable
from xlsxwriter.worksheet import Worksheet
from xlsxwriter.xmlwriter import XMLwriter

from xl_apa.core.cells import CellValue
from xl_apa.core.model import Layout
from xl_apa.plans import load_plan
from xl_apa.sheets.build.workbook import build_template
from xl_apa.xlsx.cell_limits import Unfit
from xl_apa.xlsx.cell_values import CellContent, FormulaCell, Link, serial
from xl_apa.xlsx.write.worksheet import BlockColumn, FastWorksheet


def parts(path: Path) -> dict[str, bytes]:
    with ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


# ---- the private parts ----------------------------------------------------------------------------------------------

METHODS: dict[tuple[type, str], list[str]] = {
    (Worksheet, "_check_dimensions"): ["self", "row", "col", "ignore_row", "ignore_col"],
    (Worksheet, "_prepare_formula"): ["self", "formula", "expand_future_functions"],
    (Worksheet, "_write_cell"): ["self", "row", "col", "cell"],
    (Worksheet, "_write_rows"): ["self"],
    (Worksheet, "_write_sheet_data"): ["self"],
    (XMLwriter, "_xml_start_tag"): ["self", "tag", "attributes"],
    (XMLwriter, "_xml_end_tag"): ["self", "tag"],
    (XMLwriter, "_xml_start_tag_unencoded"): ["self", "tag", "attributes"],
    (SharedStringTable, "_get_shared_string_index"): ["self", "string"],
    (Format, "_get_xf_index"): ["self"],
}
"""What we call or replace, and the arguments it takes."""

CELLS = {
    "CellBlankTuple": ("format",),
    "CellBooleanTuple": ("boolean", "format"),
    "CellFormulaTuple": ("formula", "format", "value"),
    "CellNumberTuple": ("number", "format"),
    "CellStringTuple": ("string", "format"),
}
"""How cells are kept until the workbook is closed."""

ATTRIBUTES = ("table", "tables", "str_table", "fh", "dim_rowmin", "dim_rowmax")
TABLE_PLACES = ("range", "a_range", "autofilter")


@pytest.mark.parametrize("part", METHODS, ids=lambda part: f"{part[0].__name__}.{part[1]}")
def test_a_private_method_that_we_use_takes_the_same_arguments(part: tuple[type, str]) -> None:
    owner, name = part
    method = owner.__dict__.get(name)
    assert method is not None, f"XlsxWriter has no {owner.__name__}.{name} any more"
    assert list(inspect.signature(method).parameters) == METHODS[part]


@pytest.mark.parametrize("name", CELLS)
def test_a_kept_cell_has_the_same_fields(name: str) -> None:
    assert getattr(theirs, name)._fields == CELLS[name]


@pytest.mark.parametrize("name", ATTRIBUTES)
def test_an_attribute_that_we_use_is_still_there(name: str) -> None:
    assert hasattr(Workbook().add_worksheet(), name)


def test_a_table_keeps_its_place_under_the_same_names() -> None:
    sheet = Workbook().add_worksheet()
    sheet.add_table(0, 0, 1, 1)
    assert [sheet.tables[-1][name] for name in TABLE_PLACES] == ["A1:B2"] * len(TABLE_PLACES)


def test_the_row_tag_says_its_number_and_that_its_height_is_set(tmp_path: Path) -> None:
    """What `growing` looks for."""
    with Workbook(tmp_path / "book.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write(4, 0, "x")
        sheet.set_row(4, 30)
    assert (
        b'<row r="5" spans="1:1" ht="30" customHeight="1">' in parts(tmp_path / "book.xlsx")["xl/worksheets/sheet1.xml"]
    )


def test_no_other_module_touches_a_private_part_of_xlsxwriter() -> None:
    package = Path(inspect.getfile(FastWorksheet)).parent.parent
    names = [*CELLS, *(name for _, name in METHODS), *ATTRIBUTES[2:]]
    for path in package.rglob("*.py"):
        if path.name != "worksheet.py":
            text = path.read_text(encoding="utf-8")
            assert [name for name in names if f".{name}" in text or f"import {name}" in text] == [], path


# ---- the same bytes -------------------------------------------------------------------------------------------------


def by_xlsxwriter(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on our worksheet writes its cells by the public methods of XlsxWriter."""

    def put(sheet: Worksheet, row: int, column: int, value: CellValue, look: object, formula: str = "") -> None:
        value = serial(value)
        if formula:
            sheet.write_formula(row, column, formula, look, "" if value is None else value)
        else:
            sheet.write(row, column, value, look)

    def put_plain_formulas(sheet: Worksheet, row: int, cells: Mapping[int, FormulaCell]) -> None:
        for column, (formula, result) in cells.items():
            sheet.write_formula(row, column, formula, None, result)

    monkeypatch.setattr(FastWorksheet, "put", put)
    monkeypatch.setattr(FastWorksheet, "put_plain_formulas", put_plain_formulas)
    monkeypatch.delattr(FastWorksheet, "_prepare_formula")
    monkeypatch.delattr(FastWorksheet, "_write_cell")


@pytest.mark.parametrize("layout", Layout)
def test_a_template_is_the_same_to_the_byte_when_xlsxwriter_writes_every_cell(
    layout: Layout, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = {("২য় ত্রৈমাসিক", "M8"): True, ("২য় ত্রৈমাসিক", "M9"): 1.5, ("২য় ত্রৈমাসিক", "W9"): '<a & "b">'}
    build_template(load_plan(), tmp_path / "ours.xlsx", layout=layout, typed=typed)
    by_xlsxwriter(monkeypatch)
    build_template(load_plan(), tmp_path / "theirs.xlsx", layout=layout, typed=typed)
    assert parts(tmp_path / "ours.xlsx") == parts(tmp_path / "theirs.xlsx")


ROWS: list[list[CellContent]] = [
    ["ক & <b>", 1.5, 0.1 + 0.2, True, None, date(1900, 1, 1)],
    ["ক & <b>", -0.0, 1e300, False, "", date(1900, 2, 28)],
    [" x ", 3, 2**53, None, "_x0041_", date(1900, 3, 1)],
    ["\t", 1, 12.34, "", "<r>x</r>", datetime(2023, 12, 31, 6, 30)],
]


def test_a_block_of_rows_is_the_same_to_the_byte_as_rows_that_xlsxwriter_keeps(tmp_path: Path) -> None:
    def write(name: str, rows: Callable[[FastWorksheet, Format], object]) -> bytes:
        path = tmp_path / name
        with Workbook(path) as book:
            look = book.add_format({"bold": True})
            sheet = book.add_worksheet("form", FastWorksheet)
            assert isinstance(sheet, FastWorksheet)
            sheet.put(0, 0, "above", look)
            rows(sheet, look)
            sheet.put(9, 0, "below", look)
        # Spans only help a reader to begin a row, and say nothing of its cells.
        return re.sub(rb' spans="[\d:]+"', b"", parts(path)["xl/worksheets/sheet1.xml"])

    def streamed(sheet: FastWorksheet, look: Format) -> None:
        assert sheet.write_rows(3, [BlockColumn(look)] * 6, ROWS, 18.0, 409.0) == 7

    def kept(sheet: FastWorksheet, look: Format) -> None:
        for row, cells in enumerate(ROWS, start=3):
            sheet.set_row(row, 18.0)
            for column, value in enumerate(cells):
                # The block writes what is true as a number, as the summary's tables have it.
                sheet.put(row, column, int(value) if isinstance(value, bool) else value, look)  # type: ignore[arg-type]

    assert write("block.xlsx", streamed) == write("kept.xlsx", kept)


# ---- rows -----------------------------------------------------------------------------------------------------------


def sheet_xml(tmp_path: Path, write: Callable[[FastWorksheet], object]) -> str:
    with Workbook(tmp_path / "book.xlsx") as book:
        sheet = book.add_worksheet("form", FastWorksheet)
        assert isinstance(sheet, FastWorksheet)
        write(sheet)
    return parts(tmp_path / "book.xlsx")["xl/worksheets/sheet1.xml"].decode()


def test_a_growing_row_has_a_height_that_is_not_set_by_hand(tmp_path: Path) -> None:
    def write(sheet: FastWorksheet) -> None:
        for row in range(3):
            sheet.put(row, 0, "x", None)
            sheet.set_row(row, 30)
        sheet.growing = range(1, 2)

    xml = sheet_xml(tmp_path, write)
    assert [
        f'<row r="{row}" spans="1:1" ht="30"{hand}>' in xml
        for row, hand in ((1, ' customHeight="1"'), (2, ""), (3, ' customHeight="1"'))
    ] == [True] * 3


def test_a_row_of_a_block_is_as_high_as_its_highest_text_within_the_limits(tmp_path: Path) -> None:
    def write(sheet: FastWorksheet) -> None:
        plain = Format({}, {}, {})
        columns = [BlockColumn(plain, lambda text: 10.0 * len(text)), BlockColumn(plain)]
        rows: list[Sequence[CellContent]] = [
            ["abc", "long, not measured"],
            ["a", 1],
            [Link("abcde", "x.xlsx"), 1],
            ["a" * 99, 1],
        ]
        sheet.write_rows(0, columns, rows, lowest=20.0, tallest=400.0)

    xml = sheet_xml(tmp_path, write)
    assert [f'<row r="{row}" ht="{height}"' in xml for row, height in enumerate((30, 20, 50, 400), start=1)] == [
        True
    ] * 4


def test_a_second_block_of_rows_is_refused() -> None:
    sheet = FastWorksheet()
    sheet.write_rows(0, [], [], 18.0, 409.0)
    with pytest.raises(AssertionError, match="one block"):
        sheet.write_rows(5, [], [], 18.0, 409.0)


# ---- what no cell can hold ------------------------------------------------------------------------------------------

UNFIT: list[tuple[CellValue, object]] = [
    ("ক" * 40_000, "ক" * 32_766 + "…"),
    ("😀" * 20_000, "😀" * 16_383 + "…"),
    (f"<r>{'x' * 32_760}</r>", f"<r>{'x' * 32_760}</r"[:32_766] + "…"),
    (math.inf, "inf"),
    (-1.5e308, "-1.5e+308"),
    (10**400, str(10**400)),
    (math.nan, None),
    (date(1850, 1, 2), "1850-01-02"),
]


@pytest.mark.parametrize(("value", "adapted"), UNFIT, ids=lambda value: f"{value!s:.12}")
def test_what_no_cell_can_hold_is_refused_or_adapted_as_the_sheet_was_told(value: CellValue, adapted: object) -> None:
    sheet = Workbook().add_worksheet("form", FastWorksheet)
    assert isinstance(sheet, FastWorksheet)
    with pytest.raises(ValueError, match="cell"):
        sheet.put(1, 2, value, None)
    sheet.unfit = Unfit.ADAPT
    sheet.put(1, 2, value, None)
    cell = sheet.table[1][2]
    strings = {index: text for text, index in sheet.str_table.string_table.items()}
    assert (strings[cell.string] if adapted is not None else None) == adapted
    kept = sheet.cell_end(value)
    assert kept == ("/>" if adapted is None else f' t="s"><v>{cell.string}</v></c>')


def test_a_cell_outside_the_sheet_is_refused() -> None:
    sheet = Workbook().add_worksheet("form", FastWorksheet)
    assert isinstance(sheet, FastWorksheet)
    with pytest.raises(ValueError, match="row 1, column 16385"):
        sheet.put(0, 16_384, "x", None)
