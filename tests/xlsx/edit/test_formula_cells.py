"""Formulas as text: which stand where, and what becomes of them elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from xl_apa.core.errors import InputError
from xl_apa.xlsx.edit.formula_cells import comparable, expand_shared, formulas_in, moved, sheet_formulas, with_addresses

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHARED = (
    f'<worksheet xmlns="{MAIN}"><sheetData>'
    '<row r="1"><c r="B1"><f t="shared" ref="B1:B2" si="0">A1*$C$1</f></c></row>'
    '<row r="2"><c r="B2"><f t="shared" si="0"/></c><c r="D2"><f>1+1</f></c></row>'
    "</sheetData></worksheet>"
)


@pytest.mark.parametrize(
    ("formula", "after"),
    [
        ("A1+$B$2", "B3+$B$2"),
        ('IF(A1="A1",B$1,$B1)', 'IF(B3="A1",C$1,$B3)'),
        ("SUM(T8:T18)", "SUM(U10:U20)"),
        ("'১ম ত্রৈমাসিক'!AE8", "'১ম ত্রৈমাসিক'!AF10"),
        ("LOG10(A1)", "LOG10(B3)"),
        ("apa_messages+A1", "apa_messages+B3"),
        ("#REF!+A1", "#REF!+B3"),
    ],
)
def test_what_is_not_fixed_moves(formula: str, after: str) -> None:
    assert moved(formula, 2, 1) == after
    assert moved(after, -2, -1) == formula


def test_what_moves_off_the_sheet_is_lost() -> None:
    assert moved("A1", -1, 0) == "#REF!"


def test_addresses_on_other_sheets_stay() -> None:
    assert with_addresses("xl_apa!$C$5&A1&'ক খ'!B2", lambda *_: "X") == "xl_apa!$C$5&X&'ক খ'!B2"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("=SUM(A1, B1)", "sum(A1,B1)", True),
        ('IF(A1="a b","",1)', 'IF(A1="ab","",1)', False),
        ("'Q 1'!A1+1", "'Q 2'!Z9+1", True),
        ("'Q 1'!A1+1", "'Q 1'!#REF!+1", False),
        ("A1", "A2", False),
    ],
)
def test_formulas_are_compared_without_blanks_and_other_sheets(one: str, other: str, same: bool) -> None:
    assert (comparable(one) == comparable(other)) is same


def test_a_shared_formula_stands_in_each_of_its_cells() -> None:
    found = dict(formulas_in(etree.fromstring(SHARED)))
    assert found == {(0, 1): "A1*$C$1", (1, 1): "A2*$C$1", (1, 3): "1+1"}


def test_a_shared_formula_can_be_taken_apart() -> None:
    root = etree.fromstring(SHARED)
    before = dict(formulas_in(root))
    expand_shared(root, {"0"})
    assert dict(formulas_in(root)) == before
    assert not root.findall(".//{*}f[@t]")


def test_a_sheet_that_is_not_there_and_a_file_that_is_none_are_refused(filled, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no sheet"):
        sheet_formulas(filled(), "নেই")
    (tmp_path / "x.xlsx").write_text("x")
    with pytest.raises(InputError, match="not an Excel workbook"):
        sheet_formulas(tmp_path / "x.xlsx", "ক")
