"""The quick way of reading a sheet says what the thorough one says, of every sheet that it takes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from xl_apa.core.cells import Cell, CellKind, NumberFormat
from xl_apa.core.model import Office
from xl_apa.plans import load_plan
from xl_apa.sheets.build.workbook import build_template
from xl_apa.xlsx.read.date_system import EPOCH_1900, EPOCH_1904
from xl_apa.xlsx.read.grid import Content, FarCellError, Rows
from xl_apa.xlsx.read.looks.number_formats import shown_by
from xl_apa.xlsx.read.looks.rich_text import Run
from xl_apa.xlsx.read.ooxml.looks.cell_styles import CellStyle, CellStyles
from xl_apa.xlsx.read.ooxml.sheet_quick import quick_cells, quick_merged_areas
from xl_apa.xlsx.read.ooxml.sheet_thorough import merged_areas, thorough_cells
from xl_apa.xlsx.read.ooxml.stored_cell import WorkbookFacts
from xl_apa.xlsx.read.ooxml.xml_text import UnusualError

START = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
)
END = "</sheetData></worksheet>"

STYLES = CellStyles(
    (
        *(CellStyle(), CellStyle(shown_by("dd/mm/yyyy")), CellStyle(shown_by("0%")), CellStyle(struck=True)),
        *(CellStyle(shown_by("[<1]0%;0.0")), CellStyle(shown_by("h:mm")), CellStyle(shown_by("0%"), struck=True)),
    )
)
STRINGS = ["", "চলমান", "৯৬%", " ", (Run("৩", True), Run("২", None)), (Run("২"), Run("১", raised=True))]


def facts(epoch: date = EPOCH_1900, calculated: bool = True) -> WorkbookFacts:
    return WorkbookFacts(STRINGS, STYLES, epoch, calculated=calculated)


def sheet(cells: Sequence[str]) -> bytes:
    rows = "".join(f'<row r="{number}">{cell}</row>' for number, cell in enumerate(cells, start=1))
    return f"{START}{rows}{END}".encode()


def trimmed(rows: Rows) -> list[list[Content]]:
    """Rows without the blanks at their ends, each value with its type, which `==` does not look at."""
    return [[(type(value), value) for value in row if value is not None] for row in rows]  # type: ignore[misc]


def outcome(read, part: bytes, epoch: date = EPOCH_1900, calculated: bool = True):  # type: ignore[no-untyped-def]
    try:
        return trimmed(read(part, facts(epoch, calculated)))
    except (FarCellError, ValueError, IndexError) as error:
        return type(error)


_TEXT = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), max_size=12).map(
    lambda text: text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
)
_VALUE = st.one_of(
    st.integers(-3, 80_000).map(str),
    st.floats(allow_nan=True, allow_infinity=True).map(str),
    st.sampled_from(
        ["", " ", "1E+300", "1e999", "2024-05-16", "#REF!", "#SPILL!", "1", "0", "x", "_x0041_", "&#2535;", "a&amp;b"]
    ),
    _TEXT,
)
_CELL = st.builds(
    lambda address, style, kind, more, formula, value, inline: (
        f'<c r="{address}"{style}{kind}{more}>{formula}{f"<v>{value}</v>" if value is not None else ""}{inline}</c>'
    ),
    st.sampled_from(["A1", "B2", "M8", "Z9", "CZ4999", "DA1", "A5000", "XFD1048576"]),
    st.sampled_from(["", *(f' s="{number}"' for number in range(8))]),
    st.sampled_from(["", *(f' t="{kind}"' for kind in ("s", "n", "str", "b", "e", "inlineStr", "d"))]),
    st.sampled_from(["", ' cm="1"', ' vm="1"']),
    st.sampled_from(["", "<f>1+1</f>", '<f t="shared" si="0"/>', '<f t="shared" ref="A1:A2" si="0">B1&amp;"x"</f>']),
    st.one_of(st.none(), _VALUE),
    st.sampled_from(["", "<is><t>৪</t></is>", "<is><r><rPr><strike/></rPr><t>৩</t></r><r><t>২</t></r></is>"]),
)


@settings(max_examples=500, deadline=None)
@given(
    cells=st.lists(_CELL, min_size=1, max_size=4),
    epoch=st.sampled_from([EPOCH_1900, EPOCH_1904]),
    calculated=st.booleans(),
)
def test_the_quick_way_says_what_the_thorough_one_says(cells: list[str], epoch: date, calculated: bool) -> None:
    part = sheet(cells)
    assert outcome(_quick_or_not, part, epoch, calculated) == outcome(thorough_cells, part, epoch, calculated)
    # With the first columns alone, of which the quick way leaves the others unread where they are near.
    first = [read(part, facts(epoch), 26) for read in (_quick_or_not, thorough_cells)] if _is_fine(part, epoch) else []
    assert not first or trimmed(first[0]) == trimmed(first[1])


def _quick_or_not(part: bytes, given: WorkbookFacts, width: int = 104) -> Rows:
    """The quick way, or the thorough one where it leaves a sheet to that, as happens to blank cells that are opened."""
    try:
        return quick_cells(part, given, width)
    except UnusualError:
        assert part.count(b"<v>") + part.count(b"<is>") + part.count(b"<f") == 0, "the quick way knows all of these"
        return thorough_cells(part, given, width)


def _is_fine(part: bytes, epoch: date) -> bool:
    return isinstance(outcome(thorough_cells, part, epoch), list)


@pytest.mark.parametrize("cell", ["BA1", "DA1", "XFD1", "A5000", "AB5000"])
def test_a_far_value_is_found_where_only_the_first_columns_are_wanted(cell: str) -> None:
    part = sheet(['<c r="A1"><v>1</v></c><c r="AC1"><v>1</v></c>' + f'<c r="{cell}"><v>1</v></c>'])
    if cell == "BA1":
        assert trimmed(quick_cells(part, facts(), 26)) == [[(float, 1.0)]]
    else:
        with pytest.raises(FarCellError):
            quick_cells(part, facts(), 26)


def test_working_columns_are_left_out_where_only_the_first_are_wanted() -> None:
    part = sheet(
        ['<c r="A1"><v>1</v></c><c r="Z1"><v>2</v></c><c r="AC1" t="s"><v>999</v></c>', '<c r="B2"><v>3</v></c>']
    )
    assert trimmed(quick_cells(part, facts(), 26)) == [[(float, 1.0), (float, 2.0)], [(float, 3.0)]]


def _parts(data: bytes) -> list[bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return [package.read(name) for name in package.namelist() if name.startswith("xl/worksheets/sheet")]


def _template() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "form.xlsx"
        build_template(load_plan(), path, office=Office("N-01", "নমুনা", "মন্ত্রণালয়"))
        return path.read_bytes()


def _with_openpyxl() -> bytes:
    book = openpyxl.Workbook()
    for number, value in enumerate(["চলমান", 4, 0.96, True, date(2024, 5, 16), "=1+1", "&<>"], start=1):
        book.active.cell(number, 1, value)
    book.active.merge_cells("B1:B3")
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _with_constant_memory() -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"constant_memory": True}) as book:
        worksheet = book.add_worksheet()
        for number, value in enumerate(["চলমান", 4, 0.96, True, "a & b", " "]):
            worksheet.write(number, 0, value)
    return stream.getvalue()


@pytest.mark.parametrize("write", [_template, _with_openpyxl, _with_constant_memory])
def test_what_libraries_write_is_read_the_quick_way(write) -> None:  # type: ignore[no-untyped-def]
    given_facts = WorkbookFacts([str(number) for number in range(2000)], CellStyles(), EPOCH_1900)
    for part in _parts(write()):
        assert trimmed(quick_cells(part, given_facts)) == trimmed(thorough_cells(part, given_facts))
        assert tuple(quick_merged_areas(part)) == tuple(merged_areas(part))


@pytest.mark.parametrize(
    "part",
    [
        START + '<row r="1"><!-- --><c r="A1"><v>1</v></c></row>' + END,
        START + '<row r="1"><![CDATA[ ]]><c r="A1"><v>1</v></c></row>' + END,
        START + '<row r="1"><?x y?><c r="A1"><v>1</v></c></row>' + END,
        START + '<row r="1"><c s="1" r="A1"><v>1</v></c></row>' + END,
        START + '<row r="1"><c><v>1</v></c></row>' + END,
        START + "<row r='1'><c r='A1'><v>1</v></c></row>" + END,
        START + '<row r="1"><c r="A1" ><v>1</v></c></row>' + END,
        START + '<row r="1"><c r="A1">\n<v>1</v></c></row>' + END,
        START + '<row r="1"><c r="a1"><v>1</v></c></row>' + END,
        START + '<row r="1"><x:c xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/></row>' + END,
        START + '<row r="1" xmlns="urn:other"><c r="A1"><v>1</v></c></row>' + END,
        START + '<row r="1"><c r="A1" t="str"><v>&bogus;</v></c></row>' + END,
        START + '<row r="1"><c r="A1"><v>1</v></c></row>',
        START.replace("UTF-8", "ISO-8859-1") + '<row r="1"><c r="A1"><v>1</v></c></row>' + END,
        START.replace("schemas.openxmlformats.org/spreadsheetml/2006", "purl.oclc.org/ooxml/spreadsheetml") + END,
    ],
)
def test_what_is_not_written_as_usual_is_left_to_the_thorough_way(part: str) -> None:
    with pytest.raises(UnusualError):
        quick_cells(part.encode(), facts())


@pytest.mark.parametrize("hidden", ["<!-- -->", "<?x y?>"])
@pytest.mark.parametrize("before", [0, 3, 999, 1000, 1001, 5000])
@pytest.mark.parametrize("sign", ["!", "?", "!?"])
def test_a_comment_is_found_behind_however_many_of_its_signs(hidden: str, before: int, sign: str) -> None:
    text = f'<row r="1"><c r="A1" t="str"><v>{sign * before}</v></c></row>'
    assert trimmed(quick_cells((START + text + END).encode(), facts())) == ([[(str, sign * before)]] if before else [])
    with pytest.raises(UnusualError):
        quick_cells((START + text + hidden + END).encode(), facts())
    with pytest.raises(UnusualError):
        quick_cells((START + text + END.replace("</worksheet>", hidden + "</worksheet>")).encode(), facts())


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ('<c r="A1" t="e"><v>#REF!</v></c>', Cell(None, "", CellKind.ERROR, "#REF!")),
        ('<c r="A1" t="e"><f>B1</f><v>#FIELD!</v></c>', Cell(None, "", CellKind.ERROR, "#FIELD!")),
        ('<c r="A1" t="e"/>', None),
        ('<c r="A1"><f>3+1</f></c>', Cell(None, "", CellKind.NO_RESULT, "3+1")),
        ('<c r="A1"><f>DATE(2024,5,16)</f><v></v></c>', Cell(None, "", CellKind.NO_RESULT, "DATE(2024,5,16)")),
        ('<c r="A1" t="str"><f>""</f><v></v></c>', None),
        ('<c r="A1" s="1"><v>60.9</v></c>', Cell(60.9, shown_as=NumberFormat.DAY)),
        ('<c r="A1" s="1"><v>45428</v></c>', Cell(date(2024, 5, 16), shown_as=NumberFormat.DAY)),
        ('<c r="A1" s="2"><v>1.05</v></c>', Cell(1.05, shown_as=NumberFormat.PERCENT)),
        ('<c r="A1" s="3"><v>4</v></c>', Cell(None, "", CellKind.STRUCK, "4", fallback=4.0)),
        ('<c r="A1" t="s"><v>4</v></c>', Cell("২", "", CellKind.PARTLY, "৩২")),
        ('<c r="A1" s="3" t="s"><v>4</v></c>', Cell(None, "", CellKind.STRUCK, "৩২")),
        ('<c r="A1" t="s"><v>5</v></c>', Cell("২", "", CellKind.PARTLY, "২১")),
        ('<c r="A1" s="3" t="str"><v>৪</v></c>', Cell(None, "", CellKind.STRUCK, "৪")),
    ],
)
def test_a_cell_tells_what_it_is(cell: str, expected: Content) -> None:
    for read in (quick_cells, thorough_cells):
        rows = read(sheet(['<c r="C1"><v>1</v></c>', cell.replace("A1", "A2")]), facts())
        assert (rows[1][0] if len(rows) > 1 else None) == expected
