"""Cells of .ods files as no program writes them are read as LibreOffice shows them, or refused."""

from __future__ import annotations

import csv
import zipfile
from pathlib import Path

import pytest

from tests.libreoffice import convert, convert_all
from tests.sheets.cell_kinds import SHEET, with_cells, with_style
from tests.xlsx.read.ods.test_workbook import cell, ods
from xl_apa.core.cells import Cell, CellKind
from xl_apa.core.errors import InputError
from xl_apa.xlsx.read.grid import Content
from xl_apa.xlsx.read.safe_open import open_workbook

_REFUSED = "refused"
_NAMES = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
MANIFEST = (
    f'<m:manifest xmlns:m="{_NAMES}" m:version="1.3">'
    '<m:file-entry m:full-path="/" m:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
    '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>'
)
"""Without it LibreOffice opens no package."""


def _amount(attributes: str, text: str = "4") -> str:
    return cell(f"o:value-type={attributes}", text)


_SEVEN = '<t:table-cell o:value-type="float" o:value="7"/>'
_ROW = f"<t:table-row>{_SEVEN}</t:table-row>"

CELLS: dict[str, object] = {
    **{_amount(f'"{kind}"'): _REFUSED for kind in ("float", "percentage", "currency", "date", "time", "boolean")},
    **{_amount(f'"float" o:value="{text}"', ""): 3.0 for text in ("3", "3 ", "+3", "3.0", "30e-1")},
    **{
        _amount(f'"float" o:value="{text}"', text): _REFUSED
        for text in ("1,5", "0x10", "٣", "৩", "1_0", "", "inf", "nan", "1e400", "3-", "3%", "3 4", "1.5.2")
    },
    _amount('"float" o:value="4"', "2"): CellKind.PLAIN,
    _amount('"boolean" o:boolean-value="true"', "TRUE"): True,
    **{_amount(f'"boolean" o:boolean-value="{flag}"'): _REFUSED for flag in ("1", "0", "TRUE", "yes", "")},
    _amount('"boolean" o:value="1"'): _REFUSED,
    **{
        _amount(f'"date" o:date-value="{day}"'): _REFUSED
        for day in (
            "16/05/2024",
            "2024-13-01",
            "45428",
            "২০২৪-০৫-১৬",
            "2024-05-16T25:00:00",
            "2024-05-16T01:00:00+06:00",
        )
    },
    **{_amount(f'"time" o:time-value="{time}"'): _REFUSED for time in ("12:00", "PT1.5H", "PT১২H00M00S", "")},
    # A text, and another one in an attribute
    _amount('"string" o:value="4"', "2"): "2",
    _amount('"string" o:string-value="4"', ""): "4",
    _amount('"string" o:string-value="4"', "4"): "4",
    _amount('"string" o:string-value="4"', "no. 4"): "no. 4",
    _amount('"string" o:string-value="4"', "2"): _REFUSED,
    _amount('"string" o:string-value="2"', "12"): _REFUSED,
    _amount('"string" o:string-value="16 May 2024"', "16 June 2024"): _REFUSED,
    # Types that there are not, two types, and attributes of others
    **{_amount(f'"{kind}" o:value="4"'): _REFUSED for kind in ("x", "Float", "STRING", "", "number", "void")},
    _amount('"float" c:value-type="string" o:value="4"'): _REFUSED,
    _amount('"string" c:value-type="float" o:value="4"', "2"): _REFUSED,
    cell('c:value-type="float" o:value="4"', "4"): 4.0,
    _amount('"float" xmlns:x="urn:x" x:value="2" o:value="4"'): 4.0,
    _amount('"float" o:value="4" c:value="2"'): 4.0,
    cell('o:value="4"', "2"): "2",
    cell('o:value="4"'): None,
    '<t:table-cell o:value-type="string"><p:p>1<p:hidden-text>2</p:hidden-text></p:p></t:table-cell>': "1",
    '<t:table-cell o:value-type="string"><p:p>1<p:s p:c="1_0"/></p:p></t:table-cell>': _REFUSED,
}
PLACES: dict[str, object] = {
    **{f'<t:table-cell t:number-columns-repeated="{count}"/>{_SEVEN}': [[0, 0, 7]] for count in ("2", " 2 ", "02")},
    **{
        f'<t:table-cell t:number-columns-repeated="{count}"/>{_SEVEN}': _REFUSED
        for count in ("0", "-1", "2.0", "x", "", "২", "1_0")
    },
    **{
        f'<t:table-row t:number-rows-repeated="{count}"/>{_ROW}': _REFUSED
        for count in ("0", "-1", "2.0", "x", "", "২", "1_0")
    },
    f"<t:table-header-rows>{_ROW}</t:table-header-rows><t:table-row-group><t:table-rows>{_ROW}</t:table-rows>"
    f"</t:table-row-group>{_ROW}": [[7], [7], [7]],
    f"<t:shapes>{_ROW}</t:shapes>{_ROW}": [[7]],
    f"<t:foo>{_ROW}</t:foo>{_ROW}": _REFUSED,
    f'<t:table-row><t:table-cell><t:table t:name="y">{_ROW}{_ROW}</t:table></t:table-cell></t:table-row>{_ROW}': [
        [],
        [7],
    ],
}


def _of(folder: Path, inside: str, name: str = "x.ods") -> Path:
    return ods(folder, inside if "<t:table-row" in inside else f"<t:table-row>{inside}</t:table-row>", name=name)


def _rows(path: Path) -> list[list[Content]] | str:
    with open_workbook(path) as book:
        try:
            rows = book.contents("ক")
        except InputError as error:
            assert error.code == "workbook-damaged"
            return _REFUSED
    return [
        [content or 0 for content in row[: max((n for n, each in enumerate(row) if each), default=-1) + 1]]
        for row in rows
    ]


def _first(path: Path) -> Content:
    rows = _rows(path)
    return rows if isinstance(rows, str) else rows[0][0] if rows and rows[0] else None


@pytest.mark.parametrize("written", CELLS)
def test_what_it_is_read_as(tmp_path: Path, written: str) -> None:
    content, expected = _first(_of(tmp_path, written)), CELLS[written]
    assert (content.kind if isinstance(content, Cell) else content) == expected
    assert isinstance(expected, bool) is isinstance(content, bool)


@pytest.mark.parametrize("written", PLACES)
def test_where_cells_stand(tmp_path: Path, written: str) -> None:
    assert _rows(_of(tmp_path, written)) == PLACES[written]


@pytest.mark.office
def test_what_is_read_is_what_libreoffice_shows(tmp_path: Path) -> None:
    # A text with words beside it is what a format makes of another one, which is missing here.
    told = (_REFUSED, "no. 4", None, *CellKind)
    read = [written for written, expected in CELLS.items() if expected not in told]
    paths = [_of(tmp_path, written, f"{number}.ods") for number, written in enumerate(read)]
    for path in paths:
        with zipfile.ZipFile(path, "a") as package:
            package.writestr("META-INF/manifest.xml", MANIFEST)
    for written, table in zip(read, convert_all(paths, "csv", tmp_path / "saved"), strict=True):
        shown = next(csv.reader(table.open(encoding="utf-8")))[0]
        assert shown.replace("TRUE", "1") == str(CELLS[written]).replace("True", "1").removesuffix(".0"), written


@pytest.mark.office
def test_libreoffice_writes_a_text_beside_the_one_that_a_format_makes_of_it(filled, tmp_path: Path) -> None:
    path = filled(quarter=4)
    style = with_style(path, "&quot;no. &quot;@")
    with_cells(path, SHEET[4], {"M9": f' s="{style}" t="inlineStr"><is><t>4</t></is>'})
    saved = convert(path, "ods", tmp_path / "home")
    with open_workbook(saved) as book:
        assert book.contents("৪র্থ ত্রৈমাসিক")[8][12] == "no. 4"
