"""Cells as no program writes them are read as other programs show them, or refused: never as another value in silence."""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from tests.libreoffice import convert_all
from xl_apa.core.cells import Cell, CellKind
from xl_apa.core.errors import InputError
from xl_apa.xlsx.read.grid import Content
from xl_apa.xlsx.read.safe_open import open_workbook

_REFUSED = "refused"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_PACKAGE = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(
            f'<Override PartName="/xl/{part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.'
            f'{kind}+xml"/>'
            for part, kind in (
                *(("workbook.xml", "sheet.main"), ("sheet1.xml", "worksheet")),
                *(("styles.xml", "styles"), ("sharedStrings.xml", "sharedStrings")),
            )
        )
        + "</Types>"
    ),
    "_rels/.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{_KIND}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_KIND}"><sheets><sheet name="x" sheetId="1" r:id="r1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{_KIND}/worksheet" Target="sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{_KIND}/styles" Target="styles.xml"/>'
        f'<Relationship Id="r3" Type="{_KIND}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
    ),
    "xl/styles.xml": (
        f'<styleSheet xmlns="{_MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2">'
        '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="9" fontId="0" fillId="0" borderId="0"/>'
        "</cellXfs></styleSheet>"
    ),
    "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}"><si><t>৩টি</t></si><si><t>৪টি</t></si></sst>',
}

_ALTERNATIVE = f'<mc:AlternateContent {_MC}><mc:Choice Requires="x14">{{}}</mc:Choice></mc:AlternateContent>'
_ENDLESS = ("nan", "infinity", "1e400")
"""Read as texts, about which there is a finding."""

RECORDS: dict[str, object] = {
    # t="b": yes and no
    **{f' t="b"><v>{flag}</v>': flag != "0" for flag in ("0", "1", " 1 ")},
    **{f' t="b"><v>{flag}</v>': _REFUSED for flag in ("2", "true", "false", "TRUE", "-1", "1.0", "yes", "on", "১")},
    # t="e": whatever it shows is an error
    **{f' t="e"><v>{shown}</v>': CellKind.ERROR for shown in ("#REF!", "foo", "2", "৪", "#n/a")},
    ' t="e"><f>1/0</f>': CellKind.NO_RESULT,
    # t="n": numbers as XML writes them
    **{f' t="n"><v>{text}</v>': 3.0 for text in ("3", "3 ", " 3", "\t3\n", "+3", "3.", ".3e1", "30E-1")},
    **{
        f' t="n"><v>{text}</v>': _REFUSED
        for text in ("0x10", "1,5", "٣", "৩", "３", "3-", "3%", "3 4", "3;", "1_0", "(3)")
    },
    **{
        f"><v>{text}</v>": _REFUSED
        for text in ("abc", "1d1", "3f", "'3", "=3", "1/2", "3,000", "0b11", "true", "&#160;3")
    },
    **{f' t="n"><v>{text}</v>': text for text in _ENDLESS},
    **{f' t="n"><v>{text}</v>': _REFUSED for text in ("3\v", "\f3", "3\x1c", "3\x1f", "\x003")},
    ' t="n"><v></v>': None,
    # t="d": days and times as all programs read them
    **{f' t="d"><v>{text}</v>': 45428.0 for text in ("2024-05-16", "2024-05-16T00:00:00", "2024-05-16T00:00Z")},
    ' t="d"><v>12:00</v>': 0.5,
    # days of 1900 have the numbers that Excel shows as them: it takes 1900 for a leap year
    ' t="d"><v>1900-01-03</v>': 3.0,
    ' t="d"><v>1900-02-28T12:00:00</v>': 59.5,
    ' t="d"><v>1900-03-01</v>': 61.0,
    **{
        f' t="d"><v>{text}</v>': _REFUSED
        for text in (
            *("12", "T12", "3", "45428", "20240516", "2024-W20-4", "2024-05", "2024-13-01", "2024-02-30", "16/05/2024"),
            *("abc", "2024-5-6", "-2024-05-16", "2024-05-16T01:00:00+06:00", "১৬-০৫-২০২৪", "2024-05-16T24:00:00"),
        )
    },
    # t="s": texts by number
    **{f' t="s"><v>{number}</v>': "৪টি" for number in ("1", "01", "+1", " 1 ")},
    **{f' t="s"><v>{number}</v>': _REFUSED for number in ("99", "-1", "1.0", "1e0", "0x1", "১", "a", "1;")},
    ' t="s"><v></v>': None,
    ' t="s"><is><t>4</t></is>': None,
    # t="str" and t="inlineStr"
    ' t="str"><v>৪টি</v>': "৪টি",
    ' t="str"><f>B1</f><v></v>': None,
    ' t="str"><f>B1</f>': CellKind.NO_RESULT,
    ' t="str"><f t="shared" si="0"/>': CellKind.NO_RESULT,
    ' t="str">': None,
    ' t="str"><v>2</v><is><t>4</t></is>': "2",
    ' t="inlineStr"><v>2</v><is><t>4</t></is>': "4",
    ' t="inlineStr"><f>B1</f>': CellKind.NO_RESULT,
    ' t="inlineStr"><is><t>1</t><r><t>2</t></r></is>': "12",
    ' t="inlineStr"><is><r><t>1</t></r><r><t>2</t></r></is>': "12",
    ' t="inlineStr"><is><t>4</t><rPh sb="0" eb="1"><t>2</t></rPh></is>': "4",
    **{
        f' t="inlineStr"><is>{inside}</is>': _REFUSED
        for inside in (
            *("<t>4</t><t>2</t>", "<r><t>1</t></r><t>2</t>", "<r><t>4</t><t>2</t></r>", "<t>4<b>2</b></t>"),
            *('<x:t xmlns:x="urn:x">4</x:t><t>2</t>', _ALTERNATIVE.format("<t>4</t>") + "<t>2</t>", "<b>4</b>"),
            *("<r><t>1</t><rPr><strike/></rPr></r>", "<r><rPr><b/></rPr><rPr><strike/></rPr><t>1</t></r>"),
        )
    },
    ' t="inlineStr"><is><t>4</t></is><is><t>2</t></is>': _REFUSED,
    # kinds that there are not
    **{
        f' t="{kind}"><v>1</v>': _REFUSED
        for kind in ("x", "S", "N", "B", "number", "", "string", "inlinestr", " n", "err")
    },
    # what else stands in a cell
    **{
        f">{inside}": _REFUSED
        for inside in ("<v>4<x>2</x></v>", "<w>4</w>", "<V>4</V>", "<v>4</v><v>2</v>", _ALTERNATIVE.format("<v>4</v>"))
    },
    "><v>4</v><extLst><ext uri='x'/></extLst>": 4.0,
    '><v xml:space="preserve"> 4 </v>': 4.0,
    # styles: 1 shows a percent
    **{f' s="{style}"><v>4</v>': 4.0 for style in ("0", "99", "99999999999")},
    **{f' s="{style}"><v>1.05</v>': 1.05 for style in ("1", "01", "001", " 1 ", "+1")},
    **{f' s="{style}"><v>4</v>': _REFUSED for style in ("1.0", "", "x", "1_0", "১")},
}
PERCENTS = [cell for cell in RECORDS if "1.05" in cell]


def workbook(path: Path, rows: str, head: str = "", tail: str = "") -> Path:
    """A workbook of one sheet with these rows, and what stands before and behind them."""
    sheet = f'<worksheet xmlns="{_MAIN}">{head}<sheetData>{rows}</sheetData>{tail}</worksheet>'
    with zipfile.ZipFile(path, "w") as package:
        for name, part in {**_PACKAGE, "xl/sheet1.xml": sheet}.items():
            package.writestr(name, part)
    return path


def of_cell(path: Path, cell: str) -> Path:
    return workbook(path, f'<row r="1"><c r="A1"{cell}</c></row>')


def read(path: Path, row: int = 0, column: int = 0) -> Content:
    """What stands in a cell of the first sheet, or that the file is refused."""
    with open_workbook(path) as book:
        try:
            rows = book.contents("x", 26)
        except InputError as error:
            assert error.code == "workbook-damaged"
            return _REFUSED
        return rows[row][column] if row < len(rows) and column < len(rows[row]) else None


@pytest.mark.parametrize("cell", RECORDS)
# A blank before the closing bracket, which means nothing, leads the sheet to the thorough way of reading.
@pytest.mark.parametrize("way", ["quick", "thorough"])
def test_what_it_is_read_as(tmp_path: Path, cell: str, way: str) -> None:
    content = read(of_cell(tmp_path / "x.xlsx", cell if way == "quick" else cell.replace(">", " >", 1)))
    shown = content.kind if isinstance(content, Cell) and content.kind is not CellKind.PLAIN else content
    expected = RECORDS[cell]
    assert (shown.value if isinstance(shown, Cell) else shown) == expected
    assert isinstance(expected, bool) is isinstance(shown, bool)


@pytest.mark.parametrize("cell", PERCENTS)
def test_a_style_is_the_same_however_its_number_is_written(tmp_path: Path, cell: str) -> None:
    content = read(of_cell(tmp_path / "x.xlsx", cell))
    assert isinstance(content, Cell) and content.shown_as.value == "percent"


@pytest.mark.office
def test_what_is_read_is_what_openpyxl_or_libreoffice_shows(tmp_path: Path) -> None:
    told = (_REFUSED, *_ENDLESS, *CellKind)
    cells = [cell for cell, expected in RECORDS.items() if expected not in told]
    paths = [of_cell(tmp_path / f"{number}.xlsx", cell) for number, cell in enumerate(cells)]
    saved = convert_all(paths, "csv", tmp_path / "saved")
    for cell, path, table in zip(cells, paths, saved, strict=True):
        content = read(path)
        ours = _plain(content.value if isinstance(content, Cell) else content)
        shown = next(csv.reader(table.open(encoding="utf-8")), [""])
        assert ours in (_plain(_with_openpyxl(path)), _plain(shown[0] if shown else "")), cell


def _with_openpyxl(path: Path) -> object:
    try:
        return openpyxl.load_workbook(path, data_only=True).worksheets[0]["A1"].value
    except (ValueError, TypeError, IndexError):
        return "openpyxl cannot read it"


def _plain(value: object) -> str:
    """A value as all can be compared: 3 for 3.0 and "3", 1 for TRUE, a day and a time as numbers."""
    if value is None:
        return ""
    if hasattr(value, "year"):
        return str(openpyxl.utils.datetime.to_excel(value)).removesuffix(".0")
    if hasattr(value, "hour"):
        return str(openpyxl.utils.datetime.time_to_days(value))
    text = str(int(value) if isinstance(value, bool) else value)
    return {"TRUE": "1", "FALSE": "0", "105%": "1.05"}.get(text, re.sub(r"\.0$", "", text))


def _row(*cells: str, number: str = ' r="1"') -> str:
    return f"<row{number}>{''.join(cells)}</row>"


WORKING = '<c r="AA1"><v>9</v></c>'
"""A cell of the columns that no form asks for, behind which the quick way looks no further."""


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (_row('<c r="A1"><v>4</v></c>', '<c r="A1"><v>2</v></c>'), _REFUSED),
        (_row('<c r="A1"><v>2</v></c>', '<c r="A1"><v>2</v></c>'), _REFUSED),
        (_row('<c r="A1"/>', '<c r="A1"><v>4</v></c>'), 4.0),
        (_row('<c r="A1"><v>4</v></c>') + _row('<c r="A1"><v>2</v></c>'), _REFUSED),
        (_row('<c r="B1"><v>2</v></c>') + _row('<c r="A1"><v>4</v></c>'), 4.0),
        (_row('<c r="A2"><v>2</v></c>', number=' r="2"') + _row('<c r="A1"><v>4</v></c>'), 4.0),
        (_row('<c r="B1"><v>2</v></c>', '<c r="A1"><v>4</v></c>'), 4.0),
        (_row("<c><v>4</v></c>"), 4.0),
        (_row("<c><v>4</v></c>", number=""), 4.0),
        (_row('<c r="a1"><v>4</v></c>'), 4.0),
        (_row('<c r="A01"><v>4</v></c>'), 4.0),
        (_row('<c r="A1"><v>4</v></c>', number=' r="2"'), 4.0),
        *(
            (_row(f'<c r="{address}"><v>4</v></c>'), _REFUSED)
            for address in ("$A$1", "R1C1", "", "A", "1", "A1:A2", "x!A1")
        ),
        *(
            (_row("<c><v>4</v></c>", number=f' r="{number}"'), _REFUSED)
            for number in ("১", "1_0", "x", "1.0", "0", "-1")
        ),
        *((_row(WORKING, f'<c{blank}r="A1"><v>4</v></c>'), 4.0) for blank in (" ", "\t", "\n", "  ")),
        (_row(WORKING, "<c r='A1'><v>4</v></c>"), 4.0),
        (_row(WORKING, f'<y:c xmlns:y="{_MAIN[:-1]}&#110;" r="A1"><y:v>4</y:v></y:c>'), 4.0),
        (_row(WORKING, f'<c xmlns="{_MAIN[:-1]}&#110;" r="A1"><v>4</v></c>'), 4.0),
        (_row(WORKING, _ALTERNATIVE.format('<c r="A1"><v>4</v></c>')), _REFUSED),
    ],
)
def test_where_a_cell_stands_is_what_other_programs_say(tmp_path: Path, rows: str, expected: object) -> None:
    path = workbook(tmp_path / "x.xlsx", rows)
    content = read(path)
    assert content == expected
    if content != _REFUSED:
        assert _plain(content) == _plain(_with_openpyxl(path))


@pytest.mark.parametrize("way", [str, lambda rows: rows.replace("<c ", "<c  ")], ids=["quick", "thorough"])
def test_a_hidden_row_that_does_not_tell_its_number_is_hidden(tmp_path: Path, way: Callable[[str], str]) -> None:
    rows = _row('<c r="A1"><v>1</v></c>') + _row('<c r="A2"><v>2</v></c>', number=' hidden="1"')
    with open_workbook(workbook(tmp_path / "x.xlsx", way(rows))) as book:
        assert book.hidden_lines("x").rows == {1}
