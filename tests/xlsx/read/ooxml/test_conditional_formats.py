"""Conditional formats as openpyxl writes them: which of them change what a person sees of a cell, and when."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat

from tests.sheets import cell_kinds
from tests.sheets.cell_kinds import edited
from xl_apa.core.fiscal import Quarter
from xl_apa.sheets.assess_workbook import assess_file
from xl_apa.xlsx.read.safe_open import open_workbook

SHEET = "৪র্থ ত্রৈমাসিক"
STRUCK = DifferentialStyle(font=Font(strike=True))
COLOURED = DifferentialStyle(font=Font(color="FF0000"), fill=PatternFill(bgColor="FFFF00"))


def shown_as(code: str) -> DifferentialStyle:
    return DifferentialStyle(numFmt=NumberFormat(numFmtId=500, formatCode=code))


def when(look: DifferentialStyle, sign: str, *bounds: str) -> Rule:
    return Rule(type="cellIs", operator=sign, formula=list(bounds), dxf=look)


def formula(look: DifferentialStyle, text: str) -> Rule:
    return Rule(type="expression", formula=[text], dxf=look)


def with_rule(path: Path, rule: Rule, cells: str = "M8:M18") -> Path:
    book = openpyxl.load_workbook(path)
    book[SHEET].conditional_formatting.add(cells, rule)
    book.save(path)
    return path


@pytest.mark.parametrize(
    ("rule", "asked"),
    [
        (when(shown_as(";;;"), "greaterThan", "2"), "shown-otherwise"),
        (when(shown_as('"৪"'), "between", "1", "3"), "shown-otherwise"),
        (when(shown_as("0%"), "equal", "3"), "unit-mismatch"),
        (when(STRUCK, "greaterThanOrEqual", "3"), "struck-out"),
        (formula(STRUCK, "M8=3"), "struck-out"),
        (formula(STRUCK, "$M8>2"), "struck-out"),
        (formula(shown_as('0"0"'), "COUNTA($A$1:$A$9)>0"), "shown-otherwise"),
        (when(STRUCK, "lessThan", "3"), None),
        (when(STRUCK, "between", "4", "9"), None),
        (when(shown_as(";;;"), "notEqual", "3"), None),
        (formula(STRUCK, "$M8>3"), None),
        (formula(STRUCK, "$M$8>3"), "struck-out"),  # nobody calculates what it looks at
        (when(shown_as("0.00"), "greaterThan", "2"), None),
        (when(COLOURED, "greaterThan", "2"), None),
    ],
)
def test_a_number_that_a_condition_hides_changes_or_strikes_is_asked_about(
    filled, rule: Rule, asked: str | None
) -> None:
    found = assess_file(with_rule(filled({"1.2.1": 3}, quarter=4), rule), Quarter.Q4)
    row = next(each for each in found.results if each.indicator.code == "1.2.1")
    assert row.value == (None if asked else 3)
    assert [each.code for each in found.findings if each.cell.endswith("!M9")] == ([asked] if asked else [])


def test_days_and_texts_are_struck_too_and_other_cells_are_left_alone(filled) -> None:
    path = filled({"1.1.1": date(2024, 5, 16), "1.2.1": "৩ টি", "2.1.1": 4}, quarter=4)
    found = assess_file(with_rule(path, formula(STRUCK, "LEN(M8)>0"), "M8:M9"), Quarter.Q4)
    asked = [each.cell.rpartition("!")[2] for each in found.findings if each.code == "struck-out"]
    assert asked == ["M8", "M9"]
    assert [each.value for each in found.results if each.value is not None] == [4]


def test_an_accepted_value_that_is_struck_by_a_condition_does_not_count(filled) -> None:
    path = filled({"1.2.1": "অনেক সভা"}, accepted={"1.2.1": 3}, quarter=4)
    found = assess_file(with_rule(path, when(STRUCK, "greaterThan", "0"), "R8:R18"), Quarter.Q4)
    assert next(each for each in found.results if each.indicator.code == "1.2.1").value is None
    assert [each.code for each in found.findings if each.cell.endswith("!R9")] == ["struck-out"]


STRUCK_FONT, HIDING_CODE = "<font><strike/></font>", '<numFmt numFmtId="500" formatCode=";;;"/>'
IN_PLACE_OF_A_NUMBER = [
    '<cfRule type="iconSet" priority="1"><iconSet iconSet="3Arrows" showValue="{}">{}</iconSet></cfRule>',
    '<cfRule type="dataBar" priority="1"><dataBar showValue="{}">{}<color rgb="FFFF0000"/></dataBar></cfRule>',
]
EXTENDED = """<ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
 uri="{{78C0D931-6437-407d-A8EE-F0AAD7539E65}}"><x14:conditionalFormattings><x14:conditionalFormatting
 xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">{}<xm:sqref>M8:M18</xm:sqref>
</x14:conditionalFormatting></x14:conditionalFormattings></ext>"""


def asked_of(path: Path, format_: str, extended: bool) -> list[str]:
    """What is asked about M9, where 3 stands, in a form with a format more."""

    def edit(xml: str) -> str:
        if extended:
            rest, lists, _ = xml.rpartition("</extLst>")
            inside = EXTENDED.format(format_)
            if lists:
                return f"{rest}{inside}</extLst></worksheet>"
            return xml.replace("</worksheet>", f"<extLst>{inside}</extLst></worksheet>")
        group = f'<conditionalFormatting sqref="M8:M18">{format_}</conditionalFormatting>'
        return xml.replace("<conditionalFormatting ", f"{group}<conditionalFormatting ", 1)

    found = assess_file(edited(path, {cell_kinds.SHEET[4]: edit}), Quarter.Q4)
    return [each.code for each in found.findings if each.cell.endswith("!M9")]


@pytest.mark.parametrize("rule", IN_PLACE_OF_A_NUMBER)
@pytest.mark.parametrize(("value", "asked"), [("0", ["shown-otherwise"]), ("false", ["shown-otherwise"]), ("1", [])])
@pytest.mark.parametrize("extended", [False, True])
def test_a_number_in_whose_place_a_bar_or_a_sign_is_seen_is_asked_about(
    filled, rule: str, value: str, asked: list[str], extended: bool
) -> None:
    steps = '<cfvo type="min"/><cfvo type="max"/>'
    format_ = rule.format(value, steps)
    if extended:
        format_ = format_.replace("<", "<x14:").replace("<x14:/", "</x14:")
    assert asked_of(filled({"1.2.1": 3}, quarter=4), format_, extended) == asked


@pytest.mark.parametrize(
    ("told", "formulas", "look", "asked"),
    [
        ('type="cellIs" operator="greaterThan"', ["2"], STRUCK_FONT, ["struck-out"]),
        ('type="cellIs" operator="greaterThan"', ["3"], STRUCK_FONT, []),
        ('type="cellIs" operator="between"', ["1", "3"], HIDING_CODE, ["shown-otherwise"]),
        ('type="expression"', ["M8=3"], HIDING_CODE, ["shown-otherwise"]),
        ('type="expression"', ["M8=4"], HIDING_CODE, []),
        ('type="expression"', ["Info!$C$3=1"], STRUCK_FONT, ["struck-out"]),
        ('type="expression"', ["Info!$C$3=1"], "<font><color rgb='FFFF0000'/></font>", []),
    ],
)
def test_what_excel_2010_and_later_write_of_a_format_counts_too(
    filled, told: str, formulas: list[str], look: str, asked: list[str]
) -> None:
    inside = "".join(f"<xm:f>{formula}</xm:f>" for formula in formulas)
    rule = f'<x14:cfRule {told} priority="9" id="{{1}}">{inside}<x14:dxf>{look}</x14:dxf></x14:cfRule>'
    assert asked_of(filled({"1.2.1": 3}, quarter=4), rule, extended=True) == asked


def test_a_form_as_it_is_built_has_no_such_formats(filled) -> None:
    with open_workbook(filled({"1.2.1": 3}, quarter=4)) as book:
        assert book.conditional_looks(SHEET) == ()
