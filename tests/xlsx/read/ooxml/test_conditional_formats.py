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


def test_a_form_as_it_is_built_has_no_such_formats(filled) -> None:
    with open_workbook(filled({"1.2.1": 3}, quarter=4)) as book:
        assert book.conditional_looks(SHEET) == ()
