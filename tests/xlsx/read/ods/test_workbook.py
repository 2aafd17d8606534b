"""Files of LibreOffice, as XML that is written by hand here: what each kind of cell comes to."""

from __future__ import annotations

import tempfile
import zipfile
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from xml.sax.saxutils import escape

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.text.test_lookalikes import in_any_script, with_unseen
from tests.libreoffice import convert
from xl_apa.core.cells import Cell, CellKind, NumberFormat
from xl_apa.core.errors import InputError
from xl_apa.core.model import Unit
from xl_apa.core.typed.reading import parse_achievement
from xl_apa.xlsx.read.grid import COLUMNS, CellRange, Content, Overlay
from xl_apa.xlsx.read.safe_open import open_workbook

_NAMES = {
    "o": "office:1.0",
    "t": "table:1.0",
    "p": "text:1.0",
    "s": "style:1.0",
    "d": "drawing:1.0",
}
_DECLARED = " ".join(f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}"' for short, name in _NAMES.items())
_CALC = 'xmlns:c="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'

STYLES = """
<s:style s:name="gone" s:family="table-cell"><s:text-properties s:text-line-through-style="solid"/></s:style>
<s:style s:name="child" s:family="table-cell" s:parent-style-name="gone"/>
<s:style s:name="struck" s:family="text"><s:text-properties s:text-line-through-type="single"/></s:style>
<s:style s:name="kept" s:family="text"><s:text-properties s:text-line-through-style="none"/></s:style>
<s:style s:name="raised" s:family="text"><s:text-properties s:text-position="super 58%"/></s:style>
"""


def ods(folder: Path, rows: str, *, before: str = "", name: str = "book.ods", styles: str = STYLES) -> Path:
    """A file of LibreOffice with these rows on its only sheet; `before`: what stands before the sheet."""
    path = folder / name
    content = (
        f"<o:document-content {_DECLARED} {_CALC}><o:automatic-styles>{styles}</o:automatic-styles><o:body>"
        f'<o:spreadsheet>{before}<t:table t:name="ক">{rows}</t:table></o:spreadsheet></o:body></o:document-content>'
    )
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("content.xml", content)
    return path


def first_cell(folder: Path, cell: str, *, before: str = "") -> Content:
    with open_workbook(ods(folder, f"<t:table-row>{cell}</t:table-row>", before=before)) as book:
        rows = book.contents("ক")
    return rows[0][0] if rows else None


def cell(attributes: str, text: str = "") -> str:
    paragraph = f"<p:p>{text}</p:p>" if text else ""
    return f"<t:table-cell {attributes}>{paragraph}</t:table-cell>"


DAY = NumberFormat.DAY
PLAIN = CellKind.PLAIN
BEFORE_1904 = '<t:calculation-settings><t:null-date t:date-value="1904-01-01"/></t:calculation-settings>'


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (cell('o:value-type="float" o:value="4"', "4"), 4.0),
        (cell('o:value-type="float" o:value="0.96"', "0.96"), 0.96),
        (cell('o:value-type="currency" o:value="12.5"', "12.5"), 12.5),
        (cell('o:value-type="boolean" o:boolean-value="true"', "TRUE"), True),
        (cell('o:value-type="percentage" o:value="1.05"', "105%"), Cell(1.05, "", PLAIN, "", NumberFormat.PERCENT)),
        (cell('o:value-type="date" o:date-value="1900-01-03"', "03/01/1900"), Cell(4.0, "", PLAIN, "", DAY)),
        (cell('o:value-type="date" o:date-value="1900-02-28"', "28/02/1900"), Cell(60.0, "", PLAIN, "", DAY)),
        (cell('o:value-type="date" o:date-value="1900-02-28T21:36:00"', "-"), Cell(60.9, "", PLAIN, "", DAY)),
        (cell('o:value-type="date" o:date-value="1899-12-25"', "-"), Cell(-5.0, "", PLAIN, "", DAY)),
        (cell('o:value-type="date" o:date-value="29228-09-22"', "-"), Cell(9981614.0, "", PLAIN, "", DAY)),
        (cell('o:value-type="date" o:date-value="2024-05-16"', "16/05/2024"), Cell(date(2024, 5, 16), shown_as=DAY)),
        (
            cell('o:value-type="date" o:date-value="2024-05-16T10:30:00"', "-"),
            Cell(datetime(2024, 5, 16, 10, 30), shown_as=DAY),
        ),
        (
            cell('o:value-type="time" o:time-value="PT23H02M24S"', "23:02"),
            Cell(0.96, "", PLAIN, "", NumberFormat.TIME),
        ),
        (cell('o:value-type="time" o:time-value="PT72H00M00S"', "-"), Cell(3.0, "", PLAIN, "", NumberFormat.TIME)),
        (cell('o:value-type="string"', "চলমান"), "চলমান"),
        (cell('o:value-type="string"', 'ক<p:s p:c="3"/>খ<p:line-break/>গ'), "ক   খ\nগ"),
        (cell('o:value-type="string"', "৩  \n টি"), "৩ টি"),
        (cell('o:value-type="string" o:string-value="৫"'), "৫"),
        (cell(""), None),
    ],
)
def test_a_cell_is_what_was_typed(tmp_path: Path, written: str, expected: Content) -> None:
    assert first_cell(tmp_path, written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (cell('o:value-type="float" o:value="2"'), 2.0),
        (cell('o:value-type="date" o:date-value="1904-01-03"'), Cell(2.0, "", PLAIN, "", DAY)),
        (cell('o:value-type="date" o:date-value="2024-05-16"'), Cell(date(2024, 5, 16), shown_as=DAY)),
        (cell('o:value-type="float" o:value="43966"'), Cell(43966.0, day=date(2024, 5, 16))),
    ],
)
def test_days_are_counted_from_the_day_that_the_file_names(tmp_path: Path, written: str, expected: Content) -> None:
    assert first_cell(tmp_path, written, before=BEFORE_1904) == expected


@pytest.mark.parametrize(
    ("attributes", "shown"),
    [
        ('t:formula="of:=[.A1]" o:value-type="string" o:string-value="" c:value-type="error"', "#REF!"),
        ('t:formula="of:=1/0" o:value-type="string" o:string-value="" c:value-type="error"', "#DIV/0!"),
        ('t:formula="of:=FOO()" o:value-type="string" c:value-type="error"', "#NAME?"),
        ('t:formula="of:=1+" c:value-type="error"', "Err:502"),
        ('t:formula="of:=NA()" o:value-type="string"', "#N/A"),
        ('t:formula="of:=SPILL()" o:value-type="string" c:value-type="error"', "#SPILL!"),
    ],
)
def test_an_error_is_an_error_and_says_what_it_shows(tmp_path: Path, attributes: str, shown: str) -> None:
    assert first_cell(tmp_path, cell(attributes, shown)) == Cell(None, "", CellKind.ERROR, shown)


@pytest.mark.parametrize("formula", ["3+1", "48/50", "DATE(2024;5;16)", "[.B1]*2", "'file:///x.ods'#$A.A1"])
def test_a_formula_without_a_result_is_no_blank(tmp_path: Path, formula: str) -> None:
    assert first_cell(tmp_path, cell(f't:formula="of:={formula}"')) == Cell(None, "", CellKind.NO_RESULT, formula)


def test_a_formula_whose_result_is_empty_text_is_blank(tmp_path: Path) -> None:
    assert first_cell(tmp_path, cell('t:formula="of:=&quot;&quot;" o:value-type="string" o:string-value=""')) is None


@pytest.mark.parametrize(
    ("attributes", "text", "expected"),
    [
        ("", '<p:span p:style-name="struck">৩</p:span>২', Cell("২", "", CellKind.PARTLY, "৩২")),
        ("", '২<p:span p:style-name="raised">১</p:span>', Cell("২", "", CellKind.PARTLY, "২১")),
        (
            "",
            '<p:span p:style-name="struck">৩<p:span p:style-name="kept">২</p:span></p:span>',
            Cell("২", "", CellKind.PARTLY, "৩২"),
        ),
        ("", '<p:span p:style-name="struck">৩২</p:span>', Cell(None, "", CellKind.STRUCK, "৩২")),
        ('t:style-name="gone"', "৩", Cell(None, "", CellKind.STRUCK, "৩")),
        ('t:style-name="child"', "৩", Cell(None, "", CellKind.STRUCK, "৩")),
        ('t:style-name="gone"', '<p:span p:style-name="kept">২</p:span>৩', Cell("২", "", CellKind.PARTLY, "২৩")),
        ("", '<p:span p:style-name="raised">৩</p:span>', "৩"),
        ("", '<p:span p:style-name="unknown">৩</p:span>২', "৩২"),
    ],
)
def test_struck_and_raised_text_does_not_count(tmp_path: Path, attributes: str, text: str, expected: Content) -> None:
    assert first_cell(tmp_path, cell(f'o:value-type="string" {attributes}', text)) == expected


FOUR = cell('o:value-type="float" o:value="4"', "4")


def test_a_number_in_a_struck_column_is_struck(tmp_path: Path) -> None:
    column = '<t:table-column t:default-cell-style-name="gone"/>'
    path = ods(tmp_path, f"{column}<t:table-row>{FOUR}</t:table-row>")
    with open_workbook(path) as book:
        assert book.contents("ক")[0][0] == Cell(None, "", CellKind.STRUCK, "4", fallback=4.0)


MERGED = cell('o:value-type="string" t:number-rows-spanned="2"', "৪")


def test_merged_cells_comments_boxes_and_pictures_are_told(tmp_path: Path) -> None:
    rows = (
        f"<t:table-row>{MERGED}</t:table-row>"
        "<t:table-row><t:covered-table-cell/><t:table-cell><o:annotation><p:p>৫টি</p:p></o:annotation></t:table-cell>"
        '<t:table-cell><d:frame t:end-cell-address="ক.D5"><d:text-box><p:p>৭</p:p></d:text-box></d:frame></t:table-cell>'
        "<t:table-cell><d:frame><d:image/></d:frame></t:table-cell></t:table-row>"
    )
    with open_workbook(ods(tmp_path, rows)) as book:
        assert book.merged("ক") == [CellRange(0, 0, 1, 0)]
        assert book.overlays("ক") == [
            Overlay(CellRange(1, 1, 1, 1), "৫টি"),
            Overlay(CellRange(1, 2, 4, 3), "৭"),
            Overlay(CellRange(1, 3, 1, 3)),
        ]
        # What hangs on a cell is no content of it.
        assert [list(row[1:4]) for row in book.contents("ক")[1:]] == []


ONE = '<t:table-cell o:value-type="float" o:value="1"><p:p>1</p:p></t:table-cell>'
WIDE = ONE.replace("<t:table-cell", '<t:table-cell t:number-columns-repeated="105"')


def test_a_blank_typed_far_away_is_left_out(tmp_path: Path) -> None:
    far = '<t:table-row t:number-rows-repeated="1048574"><t:table-cell/></t:table-row>'
    blank = '<t:table-row><t:table-cell o:value-type="string"><p:p><p:s/></p:p></t:table-cell></t:table-row>'
    with open_workbook(ods(tmp_path, f"<t:table-row>{ONE}</t:table-row>{far}{blank}")) as book:
        assert book.contents("ক") == [[1.0, *[None] * (COLUMNS - 1)]]


@pytest.mark.parametrize(
    ("rows", "far"),
    [
        (
            '<t:table-row t:number-rows-repeated="1048575"><t:table-cell/></t:table-row>'
            f'<t:table-row><t:table-cell t:number-columns-repeated="16383"/>{ONE}</t:table-row>',
            "XFD1048576",
        ),
        (f'<t:table-row t:number-rows-repeated="5000">{ONE}</t:table-row>', "A5000"),
        (f"<t:table-row>{WIDE}</t:table-row>", "DA1"),
        (
            f'<t:table-row-group><t:table-row t:number-rows-repeated="9999">{ONE}</t:table-row></t:table-row-group>',
            "A9999",
        ),
    ],
    ids=["last", "rows", "columns", "group"],
)
def test_a_far_value_is_named(tmp_path: Path, rows: str, far: str) -> None:
    with open_workbook(ods(tmp_path, rows)) as book, pytest.raises(InputError) as caught:
        book.contents("ক")
    assert (caught.value.code, caught.value.params["cell"]) == ("cell-far-away", far)


@pytest.mark.parametrize(
    ("rows", "size"),
    [
        ('<t:table-row t:number-rows-repeated="1048576"><t:table-cell t:style-name="x"/></t:table-row>', 0),
        (f'<t:table-row t:number-rows-repeated="4999">{ONE}</t:table-row>', 4999),
    ],
    ids=["empty", "just-inside"],
)
def test_what_is_near_or_empty_is_read(tmp_path: Path, rows: str, size: int) -> None:
    with open_workbook(ods(tmp_path, rows)) as book:
        assert len(book.contents("ক")) == size


def test_a_count_that_is_no_number_is_damage(tmp_path: Path) -> None:
    with (
        open_workbook(ods(tmp_path, f'<t:table-row t:number-rows-repeated="many">{ONE}</t:table-row>')) as book,
        pytest.raises(InputError) as caught,
    ):
        book.contents("ক")
    assert caught.value.code == "workbook-damaged"


# ---- for any number and any text ------------------------------------------------------------------------------------


def made(inside: str) -> Content:
    """What is read in a cell, from a file that is kept nowhere else."""
    with tempfile.TemporaryDirectory() as folder:
        return first_cell(Path(folder), inside)


@given(st.integers(1, 36_525), st.integers(0, 95))
def test_a_number_that_is_shown_as_a_day_of_the_last_century_is_the_number(days: int, quarters: int) -> None:
    moment = datetime(1899, 12, 30) + timedelta(days=days, minutes=15 * quarters)
    read = made(cell(f'o:value-type="date" o:date-value="{moment.isoformat()}"', "01/01/00"))
    assert isinstance(read, Cell) and read.shown_as is DAY
    assert isinstance(read.value, float) and abs(read.value - days - quarters / 96) < 1e-6


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_a_day_of_this_century_is_the_day(day: date) -> None:
    assert made(cell(f'o:value-type="date" o:date-value="{day.isoformat()}"', "-")) == Cell(day, shown_as=DAY)


@given(st.decimals("0.001", "50", places=3), st.sampled_from(["০", "0"]))
def test_a_percent_is_the_number_that_is_stored_and_known_as_a_percent(stored: Decimal, digit: str) -> None:
    told = f"{stored * 100:.0f}%".replace("0", digit)
    assert made(cell(f'o:value-type="percentage" o:value="{stored}"', told)) == Cell(
        float(stored), shown_as=NumberFormat.PERCENT
    )


@given(
    st.sampled_from(["#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "Err:502", "Err:508", "#SPILL!", "?"])
)
def test_whatever_an_error_is_called_it_is_one(shown: str) -> None:
    told = cell('t:formula="of:=A2" o:value-type="string" o:string-value="" c:value-type="error"', shown)
    assert made(told) == Cell(None, "", CellKind.ERROR, shown)


@given(st.integers(0, 150), st.data())
def test_a_count_is_read_through_every_script_and_every_unseen_character(count: int, data: st.DataObject) -> None:
    text = data.draw(in_any_script(f"{count} টি").flatmap(with_unseen))
    text = "".join(letter for letter in text if letter >= " " and letter not in "\x7f\ufffe\uffff")
    read = made(cell('o:value-type="string"', escape(text)))
    assert isinstance(read, str)
    assert parse_achievement(read, Unit.NUMBER).value == count


FORMULA = 't:formula="of:=[.B1]*2" o:value-type='
WITHOUT_RESULT = Cell(None, "", CellKind.NO_RESULT, "[.B1]*2")


@pytest.mark.parametrize(
    ("cell", "calculated"),
    [
        (f'<t:table-cell {FORMULA}"float" o:value="0"><p:p>0</p:p></t:table-cell>', 0.0),
        (
            f'<t:table-cell {FORMULA}"percentage" o:value="0"><p:p>0%</p:p></t:table-cell>',
            Cell(0.0, shown_as=NumberFormat.PERCENT),
        ),
        (f'<t:table-cell {FORMULA}"string"/>', None),
    ],
)
def test_what_a_library_stores_for_the_result_of_a_formula_is_none(
    tmp_path: Path, cell: str, calculated: Content
) -> None:
    assert first_cell(tmp_path, cell) == WITHOUT_RESULT
    path = ods(tmp_path, f"<t:table-row>{cell}<t:table-cell><p:p>৩</p:p></t:table-cell></t:table-row>")
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("settings.xml", "<settings/>")
    with open_workbook(path) as book:
        assert book.contents("ক", 2)[0][0] == calculated


def test_libreoffice_writes_how_it_showed_the_sheets(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    made.active.title = "ক"
    made.active["A1"], made.active["A2"] = "=1-1", 0
    made.save(tmp_path / "a.xlsx")
    with open_workbook(convert(tmp_path / "a.xlsx", "ods", tmp_path / "ods")) as book:
        assert [row[0] for row in book.contents("ক", 1)] == [0.0, 0.0]


def test_the_other_results_of_a_workbook_that_a_library_wrote_count(tmp_path: Path) -> None:
    assert first_cell(tmp_path, f'<t:table-cell {FORMULA}"float" o:value="3"><p:p>3</p:p></t:table-cell>') == 3.0
    assert first_cell(tmp_path, '<t:table-cell o:value-type="float" o:value="0"><p:p>0</p:p></t:table-cell>') == 0.0
