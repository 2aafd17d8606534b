"""What a person sees in a sheet is what counts: each kind of cell from the file to marks and findings."""

from __future__ import annotations

import re
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment

from tests.libreoffice import convert
from tests.sheets.cell_kinds import INFO, SHEET, edited, in_1904, with_cells, with_style
from xl_apa.core.assess import Assessment
from xl_apa.core.fiscal import Quarter
from xl_apa.core.model import Layout, Result, Status
from xl_apa.sheets.assess_workbook import assess_file, calculate_file

Q4 = SHEET[4]


def assessed(path: Path) -> Assessment:
    return assess_file(path, Quarter.Q4)


def result(found: Assessment, code: str) -> Result:
    return next(each for each in found.results if each.indicator.code == code)


def about(found: Assessment, column: str) -> list[tuple[str, str]]:
    """The cells of a column that something is said about: their addresses and what. Everything can be told."""
    for each in found.findings:
        assert "{" not in each.text("bn") + each.text("en")
    return [(each.cell.rpartition("!")[2], each.code) for each in found.findings if f"!{column}" in each.cell]


ERRORS = [
    "#REF!",
    "#N/A",
    "#DIV/0!",
    "#VALUE!",
    "#NAME?",
    "#NUM!",
    "#NULL!",
    "#SPILL!",
    "#FIELD!",
    "#BUSY!",
    "#UNKNOWN!",
]


@pytest.mark.parametrize("shown", ERRORS)
def test_an_error_is_never_nothing(filled, shown: str) -> None:
    path = with_cells(filled(quarter=4), Q4, {"M9": f' t="e"><f>B1</f><v>{shown}</v>', "M8": f' t="e"><v>{shown}</v>'})
    found = assessed(path)
    assert result(found, "1.2.1").status is Status.UNREADABLE
    assert result(found, "1.2.1").value is None and result(found, "1.2.1").marks == 0
    assert about(found, "M") == [("M8", "cell-error"), ("M9", "cell-error")]
    assert shown in found.findings[0].text("bn") and shown in found.findings[0].text("en")


def test_an_error_in_any_cell_that_decides_is_said(filled) -> None:
    path = filled({"1.2.1": "৩টি সভা"}, quarter=4, layout=Layout.MARKS)
    with_cells(path, Q4, {"N9": ' t="e"><v>#REF!</v>', "R9": ' t="e"><v>#N/A</v>', "R12": ' t="e"><v>#N/A</v>'})
    with_cells(path, INFO, dict.fromkeys(("C3", "C4", "C6", "C12"), ' t="e"><v>#NAME?</v>'))
    found = assessed(path)
    assert about(found, "N") == [("N9", "cell-error")]
    assert about(found, "R") == [("R9", "cell-error"), ("R12", "cell-error")]
    assert sorted(about(found, "C")) == [(cell, "cell-error") for cell in ("C12", "C3", "C4", "C6")]
    assert (found.office.code, found.office.name) == ("", "")


@pytest.mark.parametrize(
    ("cell", "formula", "value"),
    [
        ("M9", "3+1", 4),
        ("M9", "8/2", 4),
        ("M9", "2*2", 4),
        ("M9", "5-1", 4),
        ("M11", "48/50", 96),
        ("M8", "DATE(2024,5,16)", date(2024, 5, 16)),
    ],
)
def test_a_formula_of_numbers_without_a_result_is_computed(filled, cell: str, formula: str, value: object) -> None:
    found = assessed(with_cells(filled(quarter=4), Q4, {cell: f"><f>{formula}</f>"}))
    assert [each.value for each in found.results if each.value is not None] == [value]


@pytest.mark.parametrize(
    "formula", ["[1]Sheet1!A1", "SUM(A1:A3)", "B2", "1/0", "3+1+2", "DATE(2024,13,1)", "A1&amp;B1", "3+১"]
)
def test_any_other_formula_without_a_result_asks_for_excel(filled, formula: str) -> None:
    found = assessed(with_cells(filled(quarter=4), Q4, {"M9": f"><f>{formula}</f><v></v>", "M8": f"><f>{formula}</f>"}))
    assert about(found, "M") == [("M8", "formula-without-result"), ("M9", "formula-without-result")]
    assert result(found, "1.2.1").status is Status.UNREADABLE


def calculated(path: Path) -> Path:
    """The workbook as it is after Excel has saved it: nothing is left to be calculated at opening."""
    return edited(path, {"xl/workbook.xml": lambda xml: xml.replace(' fullCalcOnLoad="1"', "")})


def uncalculated(path: Path) -> Path:
    """The workbook as a library writes it, which has calculated nothing."""
    edited(path, {"xl/workbook.xml": lambda xml: xml.replace(' calcCompleted="1"', "")})
    with zipfile.ZipFile(path) as package:
        assert b' fullCalcOnLoad="1"' in package.read("xl/workbook.xml")
    return path


@pytest.mark.parametrize("value", ["", "<v></v>"])
def test_a_formula_of_text_without_a_result_asks_for_excel_and_one_that_results_in_no_text_is_blank(
    filled, value: str
) -> None:
    cells = dict.fromkeys(("M9", "R12"), f' t="str"><f>A1</f>{value}')
    found = assessed(with_cells(calculated(filled({"1.5.1": "অনেক সভা"}, quarter=4)), Q4, cells))
    said = [(cell, "formula-without-result") for cell in ("M9", "R12")]
    assert [each for each in about(found, "M") + about(found, "R") if each in said] == ([] if value else said)
    assert result(found, "1.2.1").status is (Status.NONE if value else Status.UNREADABLE)


STORED_FOR_NONE = ["><f>B2+1</f><v>0</v>", '><f t="shared" si="0"/><v>0</v>', ' t="str"><f>A1&amp;B1</f><v></v>']
PERCENT_OF_NONE = "><f>B2/50</f><v>0</v>"


@pytest.mark.parametrize("stored", STORED_FOR_NONE)
def test_what_a_library_stores_for_a_result_is_none_until_a_program_has_calculated(filled, stored: str) -> None:
    cells = {"M9": stored, "M11": PERCENT_OF_NONE, "R12": stored}
    path = with_cells(uncalculated(filled({"1.5.1": "অনেক সভা"}, quarter=4)), Q4, cells)
    found = assessed(path)
    asked = [("M9", "formula-without-result"), ("M11", "formula-without-result"), ("R12", "formula-without-result")]
    assert [each for each in about(found, "M") + about(found, "R") if each in asked] == asked
    assert [result(found, code).value for code in ("1.2.1", "1.4.1", "1.5.1")] == [None] * 3
    found = assessed(calculated(path))
    assert not set(asked) & {*about(found, "M"), *about(found, "R")}
    assert result(found, "1.4.1").value == 0


def test_calculate_leaves_a_calculated_result_of_0_what_it_is(filled, tmp_path: Path) -> None:
    path = with_cells(calculated(filled(quarter=4)), Q4, {"M9": "><f>B2+1</f><v>0</v>"})
    for _ in range(2):
        calculate_file(path, path, Quarter.Q4)
        assert result(assessed(path), "1.2.1").value == 0


def test_a_formula_of_a_hundredth_without_a_result_is_as_doubtful_as_its_result(filled) -> None:
    found = assessed(with_cells(filled(quarter=4), Q4, {"M11": "><f>63/60</f>"}))
    assert about(found, "M") == [("M11", "percent-doubtful")]


STRUCK_RUN = "<r><rPr><strike/></rPr><t>{}</t></r>"
RAISED_RUN = '<r><rPr><vertAlign val="superscript"/></rPr><t>{}</t></r>'


@pytest.mark.parametrize(
    ("runs", "value"),
    [
        (STRUCK_RUN.format("৩") + "<r><t>২</t></r>", 2),
        ("<r><t>২</t></r>" + RAISED_RUN.format("১"), 2),
        ("<r><t>৪ টি</t></r>" + RAISED_RUN.format("(৩)"), 4),
        (STRUCK_RUN.format("১ ") + "<r><t>০৩ টি</t></r>", 3),
        ("<r><t>৪</t></r>" + STRUCK_RUN.format("০"), 4),
    ],
)
def test_struck_and_raised_digits_do_not_count(filled, runs: str, value: int) -> None:
    found = assessed(with_cells(filled(quarter=4), Q4, {"M9": f' t="inlineStr"><is>{runs}</is>'}))
    assert result(found, "1.2.1").value == value
    assert ("M9", "part-not-counted") in about(found, "M")


@pytest.mark.parametrize(
    "inside",
    [
        "><v>4</v>",
        ' t="inlineStr"><is><t>৪</t></is>',
        ' t="inlineStr"><is><t>চলমান</t></is>',
        ' t="b"><v>1</v>',
        "><v>0.96</v>",
        "><f>3+1</f>",
    ],
)
def test_a_value_that_is_struck_through_is_a_question(filled, inside: str) -> None:
    path = filled(quarter=4)
    style = with_style(path, struck=True)
    found = assessed(with_cells(path, Q4, dict.fromkeys(("M9", "M11"), f' s="{style}"{inside}')))
    assert about(found, "M") == [("M9", "struck-out"), ("M11", "struck-out")]
    assert result(found, "1.2.1").marks == 0


@pytest.mark.parametrize(
    ("typed", "area", "offer"),
    [(4, "M14:M15", 4), ("৩ টি", "M14:M16", 3), (0, "M14:M15", 0), ("চলমান", "M14:M15", None), ("৪", "L14:M15", None)],
)
def test_the_lower_cells_of_a_merged_range_are_asked_about(filled, typed: object, area: str, offer: int | None) -> None:
    path = filled({"2.1.1": typed}, quarter=4)
    merged = f'<mergeCell ref="{area}"/></mergeCells>'
    found = assessed(edited(path, {Q4: lambda xml: xml.replace("</mergeCells>", merged)}))
    assert ("M15", "cell-merged") in about(found, "M")
    assert result(found, "2.1.2").status is Status.UNREADABLE
    assert result(found, "2.1.2").offer == offer


@pytest.mark.parametrize(
    ("first", "hidden", "offer"), [(2, 4, 2), (None, 4, None), ("৩ টি", "৪", 3), (4, 4, 4), ("চলমান", 4, None)]
)
def test_a_value_that_a_merged_range_hides_does_not_count(filled, first: object, hidden: object, offer: object) -> None:
    path = filled({"2.1.1": first, "2.1.2": hidden}, quarter=4)
    merged = '<mergeCell ref="M14:M15"/></mergeCells>'
    found = assessed(edited(path, {Q4: lambda xml: xml.replace("</mergeCells>", merged)}))
    assert ("M15", "cell-merged") in about(found, "M")
    assert (result(found, "2.1.2").value, result(found, "2.1.2").marks) == (None, 0)
    assert result(found, "2.1.2").offer == offer


@pytest.mark.office
def test_libreoffice_keeps_what_a_merged_range_hides_and_it_does_not_count(filled, tmp_path: Path) -> None:
    path = filled({"2.1.1": 2, "2.1.2": 4}, quarter=4)
    merged = '<mergeCell ref="M14:M15"/></mergeCells>'
    edited(path, {Q4: lambda xml: xml.replace("</mergeCells>", merged)})
    for ending in ("ods", "xls"):
        found = assessed(convert(path, ending, tmp_path / "home"))
        assert result(found, "2.1.2").value is None
        assert ("M15", "cell-merged") in about(found, "M")


def test_merged_accepted_values_are_asked_about(filled) -> None:
    path = filled({"2.1.1": "অনেক সভা", "2.1.2": "অনেক সভা"}, quarter=4, accepted={"2.1.1": 3})
    merged = '<mergeCell ref="R14:R15"/></mergeCells>'
    found = assessed(edited(path, {Q4: lambda xml: xml.replace("</mergeCells>", merged)}))
    assert result(found, "2.1.1").value == 3
    assert ("R15", "cell-merged") in about(found, "R")
    assert result(found, "2.1.2").value is None


def test_blank_merged_cells_are_blank(filled) -> None:
    merged = '<mergeCell ref="M14:M15"/></mergeCells>'
    found = assessed(edited(filled(quarter=4), {Q4: lambda xml: xml.replace("</mergeCells>", merged)}))
    assert about(found, "M") == []


def with_comment(path: Path, text: str) -> Path:
    book = openpyxl.load_workbook(path)
    book["৪র্থ ত্রৈমাসিক"]["M9"].comment = Comment(text, "Officer 2")
    book.save(path)
    return path


@pytest.mark.parametrize(("text", "asked"), [("৪ টি", True), ("4", True), ("Officer 2:\nদেখুন", False), ("দেখুন", False)])
def test_a_comment_with_digits_over_a_blank_cell_is_said(filled, text: str, asked: bool) -> None:
    found = assessed(with_comment(filled(quarter=4), text))
    assert (("M9", "something-over-cell") in about(found, "M")) is asked
    assert result(found, "1.2.1").value is None


def test_a_comment_over_a_value_changes_nothing(filled) -> None:
    assert result(assessed(with_comment(filled({"1.2.1": 3}, quarter=4), "৪ টি")), "1.2.1").value == 3


BOX = (
    '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor>'
    "<xdr:from><xdr:col>12</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>8</xdr:row><xdr:rowOff>9</xdr:rowOff></xdr:from>"
    "<xdr:to><xdr:col>13</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>9</xdr:row><xdr:rowOff>9</xdr:rowOff></xdr:to>"
    "{}</xdr:twoCellAnchor></xdr:wsDr>"
)
TEXT_BOX = "<xdr:sp><xdr:txBody><a:p><a:r><a:t>{}</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
RELATION = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" '
    'Target="../drawings/over.xml"/></Relationships>'
)


@pytest.mark.parametrize(
    ("drawn", "code"),
    [
        (TEXT_BOX.format("৪"), "something-over-cell"),
        (TEXT_BOX.format("96%"), "something-over-cell"),
        (TEXT_BOX.format("দেখুন"), None),
        ("<xdr:pic/>", "picture-over-cell"),
        ("<xdr:graphicFrame/>", None),
    ],
)
def test_a_box_with_digits_or_a_picture_over_a_blank_cell_is_said(filled, drawn: str, code: str | None) -> None:
    more = {"xl/worksheets/_rels/sheet6.xml.rels": RELATION, "xl/drawings/over.xml": BOX.format(drawn)}
    found = assessed(edited(filled(quarter=4), {}, more))
    assert about(found, "M") == ([(cell, code) for cell in ("M9", "M10")] if code else [])


FROM = (
    "<xdr:from><xdr:col>12</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>8</xdr:row><xdr:rowOff>9</xdr:rowOff></xdr:from>"
)


@pytest.mark.parametrize(
    ("anchor", "rows", "high"), [("oneCellAnchor", ("M9", "M10"), 1.5), ("oneCellAnchor", ("M9",), 0.9)]
)
def test_a_box_that_says_its_size_lies_over_all_cells_that_it_reaches(
    filled, anchor: str, rows: tuple[str, ...], high: float
) -> None:
    path = filled(quarter=4)
    sheet = zipfile.ZipFile(path).read(Q4).decode()
    height = float(re.search(r'<row r="9"[^>]* ht="([\d.]+)"', sheet)[1]) * 12700  # type: ignore[index]
    size = f'<xdr:ext cx="900000" cy="{round(height * high)}"/>'
    box = (
        BOX[: BOX.index("<xdr:twoCellAnchor>")]
        + f"<xdr:{anchor}>{FROM}{size}{TEXT_BOX.format('৪')}</xdr:{anchor}></xdr:wsDr>"
    )
    found = assessed(edited(path, {}, {"xl/worksheets/_rels/sheet6.xml.rels": RELATION, "xl/drawings/over.xml": box}))
    assert about(found, "M") == [(cell, "something-over-cell") for cell in rows]


@pytest.mark.parametrize(
    ("cell", "stored", "code", "value"),
    [
        ("M9", 2, "dd/mm/yyyy", 2),
        ("M9", 4, r"[$-5000845]dd\/mm\/yyyy", 4),
        ("M11", 60, "dd/mm/yyyy", 60),
        ("M11", 60.9, "yyyy-mm-dd", Decimal("60.9")),
        ("M11", 0.96, "h:mm", 96),
        ("M12", 1, "mmm-yy", 1),
    ],
)
@pytest.mark.parametrize("mac", [False, True], ids=["1900", "1904"])
def test_a_number_in_a_cell_with_a_days_format_is_the_number(
    filled, cell: str, stored: float, code: str, value: object, mac: bool
) -> None:
    path = filled(quarter=4)
    style = with_style(path, code)
    with_cells(path, Q4, {cell: f' s="{style}"><v>{stored}</v>'})
    found = assessed(in_1904(path) if mac else path)
    assert [each.value for each in found.results if each.value is not None] == [value]


@pytest.mark.parametrize("code", ["General", "0", "dd/mm/yyyy", "yyyy-mm-dd", "d mmm yy"])
def test_a_day_of_a_1904_workbook_is_the_day_that_excel_shows(filled, code: str) -> None:
    path = filled(quarter=4)
    style = with_style(path, code)
    found = assessed(in_1904(with_cells(path, Q4, {"M8": f' s="{style}"><v>43966</v>'})))
    assert result(found, "1.1.1").value == date(2024, 5, 16)


def test_a_workbook_whose_way_of_counting_days_was_changed_says_so_once(filled) -> None:
    found = assessed(in_1904(filled(quarter=4)))
    codes = [each.code for each in found.findings]
    assert codes.count("days-shifted") == 1 and "target-differs" not in codes


@pytest.mark.parametrize(
    ("stored", "value"),
    [("1.05", 105), ("1.2", 120), ("2", 200), ("10", 1000), ("1.5", 150), ("1", 100), ("0.96", 96), ("0", 0)],
)
@pytest.mark.parametrize("code", ["0%", "0.00%", r"[$-5000845]0%"])
def test_a_percent_is_what_the_cell_shows(filled, stored: str, value: int, code: str) -> None:
    path = filled(quarter=4)
    style = with_style(path, code)
    found = assessed(with_cells(path, Q4, {"M11": f' s="{style}"><v>{stored}</v>'}))
    assert result(found, "1.4.1").value == (value if value <= 100 else None)
    assert (result(found, "1.4.1").marks > 0) is (85 <= value <= 100)
    assert (("M11", "percent-out-of-range") in about(found, "M")) is (value > 100)
    told = next((each for each in found.findings if each.code == "percent-out-of-range"), None)
    assert told is None or f" {value};" in told.text("en").replace(",", "")


OTHERWISE = [
    *(("M9", 4, code) for code in (";;;", "0,", "0,,", '0"0"', '"1"0', '"৩"', "0.0E+0", "?/?", '0" বাকি"', '0" হাজার"')),
    *(("M11", 96, code) for code in (";;;", "0,", '"১"0', '"৮৫%"', "0.0E+0", "?/?", '0"% বাকি"')),
    ("M11", 0.96, '0.00" শতাংশ"'),
    *(("M8", 45428, code) for code in (";;;", '"16/05/2023"', "0,", "0.0E+0")),
    *(("M9", 3, code) for code in ('">"0', '0"%"', r"0\%", '0"/5"', '0"?"')),
    *(
        ("M11", 0.9, code)
        for code in ('0%" বাকি"', '">"0%', '0.0"%"', '"৯"0%', '0%" (৮০%)"', "0%5", "-0%", "0[$%]", "0٪")
    ),
    *(("M9", 4, code) for code in (" ", "0*0", "[$5]0", "0[$ বাকি]", '0"."0')),
    *(("M8", 45428, code) for code in ('dd/mm/"2023"', 'd"1"/mm/yyyy')),
    *(("M8", 45428, code) for code in ('"by "dd/mm/yyyy', 'dd/mm/yyyy" (due)"', 'd mmmm yyyy" এর মধ্যে"')),
]


@pytest.mark.parametrize(("cell", "stored", "code"), OTHERWISE)
def test_a_number_that_is_shown_as_another_or_not_at_all_is_a_question(
    filled, cell: str, stored: float, code: str
) -> None:
    path = filled(quarter=4)
    style = with_style(path, code.replace('"', "&quot;"))
    found = assessed(with_cells(path, Q4, {cell: f' s="{style}"><v>{stored}</v>'}))
    assert about(found, "M") == [(cell, "shown-otherwise")]
    assert found.total == 0
    assert [each.value for each in found.results if each.value is not None] == []


@pytest.mark.parametrize(
    ("cell", "stored", "code"),
    [
        *(
            ("M9", 4, code)
            for code in ("0", "00", "0.00", "#,##0", "@", '0" টি"', 'General"টি"', "[Red]0", "#,##0;(#,##0)")
        ),
        *(("M11", 90.4, code) for code in ("0", '0"%"')),
        *(("M11", 96, code) for code in ("0", "0.0", '0"%"', 'General"%"', '0" শতাংশ"', r"0\%")),
    ],
)
def test_a_number_that_is_shown_as_itself_counts_whatever_stands_beside_it(
    filled, cell: str, stored: float, code: str
) -> None:
    path = filled(quarter=4)
    style = with_style(path, code.replace('"', "&quot;"))
    found = assessed(with_cells(path, Q4, {cell: f' s="{style}"><v>{stored}</v>'}))
    assert about(found, "M") == []
    assert [each.value for each in found.results if each.value is not None] == [Decimal(str(stored))]


@pytest.mark.office
@pytest.mark.parametrize("ending", ["ods", "xls"])
def test_what_is_shown_otherwise_is_so_in_the_other_formats(filled, tmp_path: Path, ending: str) -> None:
    path = filled({"2.1.1": 4}, quarter=4)
    codes = {"M8": '"16/05/2023"', "M9": '0"0"', "M11": "0,", "M12": "?/?", "M14": "0.0E+0", "M18": '0" টি"'}
    codes |= {"M13": 'dd/mm/yyyy" (due)"', "M15": '">"0'}
    stored = {"M8": 45428, "M11": 96, "M13": 45428}
    styles = {cell: with_style(path, code.replace('"', "&quot;")) for cell, code in codes.items()}
    cells = {cell: f' s="{style}"><v>{stored.get(cell, 4)}</v>' for cell, style in styles.items()}
    here, there = assessed(with_cells(path, Q4, cells)), assessed(convert(path, ending, tmp_path / "home"))
    wanted = [(cell, "shown-otherwise") for cell in sorted(codes, key=lambda cell: int(cell[1:])) if cell != "M18"]
    assert [each for each in about(here, "M") if each[1] == "shown-otherwise"] == wanted
    assert [each for each in about(there, "M") if each[1] == "shown-otherwise"] == wanted


@pytest.mark.parametrize("stored", [45325, 45473, 45108, 44800, 46000])
def test_a_days_number_in_a_count_row_is_a_question(filled, stored: int) -> None:
    found = assessed(with_cells(filled(quarter=4), Q4, {"M9": f"><v>{stored}</v>"}))
    assert about(found, "M") == [("M9", "count-looks-like-day")]
    assert result(found, "1.2.1").value is None and result(found, "1.2.1").marks == 0


@pytest.mark.office
@pytest.mark.parametrize("ending", ["ods", "xls"])
def test_the_same_is_found_in_the_other_formats(filled, tmp_path: Path, ending: str) -> None:
    path = filled({"2.1.1": 4}, quarter=4)
    day, percent, struck = with_style(path, "dd/mm/yyyy"), with_style(path, "0.00%"), with_style(path, struck=True)
    cells = {
        "M9": f' s="{day}"><v>4</v>',
        "M11": f' s="{percent}"><v>1.05</v>',
        "M12": ' t="e"><f>1/0</f><v>#DIV/0!</v>',
        "M16": f' s="{struck}"><v>3</v>',
    }
    with_cells(path, Q4, cells)
    merged = '<mergeCell ref="M14:M15"/></mergeCells>'
    edited(path, {Q4: lambda xml: xml.replace("</mergeCells>", merged)})
    here, there = assessed(path), assessed(convert(path, ending, tmp_path / "home"))
    assert result(there, "1.2.1").value == 4
    assert result(there, "1.4.1").value is None
    kinds = {"M12": "cell-error", "M15": "cell-merged", "M11": "percent-out-of-range"}
    for cell, code in kinds.items():
        assert (cell, code) in about(there, "M")
    assert [(each.indicator.code, each.value, each.marks) for each in there.results] == [
        (each.indicator.code, each.value, each.marks) for each in here.results
    ]
