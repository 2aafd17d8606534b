"""Opening what an office sent: a value far outside the form, however it is spelled, and sheets made to be slow."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import xlsxwriter

from tests.xlsx.processor_time import SIZE, answer
from xl_apa.core.errors import InputError
from xl_apa.xlsx.read.safe_open import open_workbook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
Build = Callable[[str], Path]


@pytest.fixture
def build(tmp_path: Path) -> Build:
    """A workbook whose sheet holds these rows, as they stand."""

    def write(rows: str) -> Path:
        plain, path = tmp_path / "plain.xlsx", tmp_path / "book.xlsx"
        with xlsxwriter.Workbook(plain) as book:
            book.add_worksheet("form")
        with ZipFile(plain) as source, ZipFile(path, "w", ZIP_DEFLATED) as target:
            for name in source.namelist():
                data = source.read(name)
                if name == "xl/worksheets/sheet1.xml":
                    data = data.replace(b"<sheetData/>", f"<sheetData>{rows}</sheetData>".encode())
                target.writestr(name, data)
        return path

    return write


def outcome(path: Path) -> str:
    """The rows and columns that were read, or why nothing was."""
    try:
        with open_workbook(path) as book:
            rows = book.rows("form")
    except InputError as error:
        return f"{error.code} {error.params.get('cell', '')}".strip()
    filled = [number for row in rows for number, value in enumerate(row, start=1) if value is not None]
    return f"{len(rows)}x{max(filled, default=0)}"


ONE = "<v>1</v>"
FAR = {
    "as Excel spells it": (f'<row r="7000"><c r="XF7000">{ONE}</c></row>', "XF7000"),
    "a text": ('<row r="9"><c r="DA9" t="inlineStr"><is><t>x</t></is></c></row>', "DA9"),
    "in single quotes": (f"<row r='7000'><c r='XF7000'>{ONE}</c></row>", "XF7000"),
    "with spaces around =": (f'<row r="7000"><c r = "XF7000">{ONE}</c></row>', "XF7000"),
    "after a tab": (f'<row\tr="7000"><c\tr="XF7000">{ONE}</c></row>', "XF7000"),
    "after another attribute": (f'<row r="7000"><c s="0" r="XF7000">{ONE}</c></row>', "XF7000"),
    "after a > in an attribute": (f'<row r="7000"><c a=">" r="XF7000">{ONE}</c></row>', "XF7000"),
    "in small letters": (f'<row r="7000"><c r="xf7000">{ONE}</c></row>', "XF7000"),
    "with a prefix": (f'<x:row xmlns:x="{MAIN}"><x:c r="XF7000"><x:v>1</x:v></x:c></x:row>', "XF7000"),
    "in a far row, without an address": (f'<row r="7000"><c>{ONE}</c></row>', "A7000"),
    "after 104 cells without an address": (f'<row r="1">{f"<c>{ONE}</c>" * 105}</row>', "DA1"),
    "after an address in the last column": (f'<row r="1"><c r="CZ1"/><c>{ONE}</c></row>', "DA1"),
    "after 4999 rows without an address": (f"<row/>{'<row></row>' * 4998}<row><c>{ONE}</c></row>", "A5000"),
    "with zeros before the row": (f'<row r="7000"><c r="A0007000">{ONE}</c></row>', "A7000"),
    "behind a comment": (f'<row r="7000"><!-- <c r="A1"> --><c r="XF7000">{ONE}</c></row>', "XF7000"),
}


@pytest.mark.parametrize("spelling", FAR)
def test_a_far_value_is_named_however_it_is_spelled(build: Build, spelling: str) -> None:
    rows, cell = FAR[spelling]
    assert outcome(build(rows)) == f"cell-far-away {cell}"


NEAR = {
    "the last cell that is near": (f'<row r="4999"><c r="CZ4999">{ONE}</c></row>', "4999x104"),
    "without addresses": (f"<row><c>{ONE}</c><c>{ONE}</c></row><row><c>{ONE}</c></row>", "2x2"),
    "full rows without addresses": (f"<row>{f'<c>{ONE}</c>' * 60}</row>" * 3, "3x60"),
    "a near address in a far row": (f'<row r="7000"><c r="B2">{ONE}</c></row>', "2x2"),
    "far and empty": (f'<row r="1"><c r="A1">{ONE}</c></row><row r="7000"><c r="XF7000" s="0"/></row>', "1x1"),
    "far and opened, but empty": (f'<row r="1"><c r="A1">{ONE}</c><c r="XF1"></c></row>', "1x1"),
    "a blank typed in the last row": (
        f'<row r="1"><c r="A1">{ONE}</c></row><row r="1048576"><c r="M1048576" t="inlineStr"><is><t> </t></is></c></row>',
        "1x1",
    ),
    "a blank typed far to the right": (
        f'<row r="1"><c r="A1">{ONE}</c><c r="XFD1" t="inlineStr"><is><t xml:space="preserve">  </t></is></c></row>',
        "1x1",
    ),
    "in a comment": (f'<row r="1"><!-- <c r="XF1">{ONE}</c> --><c r="A1">{ONE}</c></row>', "1x1"),
}


@pytest.mark.parametrize("spelling", NEAR)
def test_what_is_near_or_empty_is_read(build: Build, spelling: str) -> None:
    rows, size = NEAR[spelling]
    assert outcome(build(rows)) == size


@pytest.mark.parametrize("address", ["A" * 4, "A" + "0" * 7 + "7000", "ABCD" * 1_000_000 + "1", "A" + "9" * 1_000_000])
def test_an_address_that_no_cell_has_is_damage(build: Build, address: str) -> None:
    assert outcome(build(f'<row r="1"><c r="{address}">{ONE}</c></row>')) == "workbook-damaged"


HOSTILE = {
    "cells begun in a comment": ("<!-- ", "<c ", " -->", "0x0"),
    "far cells begun in a comment": ("<!-- ", '<c r="XF7000" ', " -->", "0x0"),
    "prefixes begun in a comment": ("<!-- ", "<w:", " -->", "0x0"),
    "one long prefix": ("<!-- <", "w", " -->", "0x0"),
    "far addresses in one tag of a comment": ("<!-- <c ", 'r="XF7000" ', " -->", "0x0"),
    "> in a comment": ('<!-- <c r="XF7000"', ">", " -->", "0x0"),
    "blanks in a far cell": ('<row><c r="XF7000">', " ", "</c></row>", "0x0"),
    "blanks in many far cells": ("<row>", f'<c r="XF1">{" " * 5000}</c>', "</row>", "0x0"),
    "tags never closed": ("", '<c r="XF7000">', "", "workbook-damaged"),
    "a tag never closed": ("<c ", 'r="XF7000" ', "", "workbook-damaged"),
    "one attribute after the other": ("<row><c ", "a{}='' ", f"r='XF1'>{ONE}</c></row>", "cell-far-away XF1"),
    "letters of an address": ('<row><c r="', "A", f'1">{ONE}</c></row>', "workbook-damaged"),
    "digits of an address": ('<row><c r="A', "1", f'">{ONE}</c></row>', "workbook-damaged"),
    "cells without an address": ("<row>", "<c/>", "</row>", "0x0"),
    "rows without an address": ("", "<row/>", "", "0x0"),
}
"""What comes before, again and again, and after; and what opening it comes to."""


@pytest.mark.parametrize("kind", HOSTILE)
def test_eight_megabytes_made_to_be_slow_are_looked_through_in_linear_time(build: Build, kind: str) -> None:
    before, piece, after, expected = HOSTILE[kind]
    # Numbered where an attribute may not come twice.
    pieces = map(piece.format, range(SIZE // 12)) if "{}" in piece else [piece * (SIZE // len(piece))]
    path = build(f"{before}{''.join(pieces)}{after}")
    assert answer("tests.xlsx.read.test_safe_open", "outcome", path) == expected
