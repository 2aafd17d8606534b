"""Cells as the file has them: the ends after an address, and formulas for links that Excel takes."""

from __future__ import annotations

import pytest

from xl_apa.xlsx.cell_limits import LONGEST_LITERAL
from xl_apa.xlsx.cell_values import FormulaCell, Link
from xl_apa.xlsx.write import cell_xml


@pytest.mark.parametrize(
    ("formula", "result", "xml"),
    [
        ("=SUM(A1:A2)", 3, "><f>SUM(A1:A2)</f><v>3</v></c>"),
        ("A1&B1", "ক & <b>", ' t="str"><f>A1&amp;B1</f><v>ক &amp; &lt;b&gt;</v></c>'),
        ('IF(A1<1,"",1)', "", '><f>IF(A1&lt;1,"",1)</f><v></v></c>'),
        ("A1", 0.1 + 0.2, "><f>A1</f><v>0.30000000000000004</v></c>"),
    ],
)
def test_a_formula_is_written_as_xlsxwriter_writes_it(formula: str, result: str | float, xml: str) -> None:
    assert cell_xml.formula(formula, result) == xml


def test_in_long_tables_a_result_has_sixteen_digits() -> None:
    assert cell_xml.short_formula("A1", 0.1 + 0.2) == "><f>A1</f><v>0.3</v></c>"
    assert cell_xml.short_formula("A1", "ক\x00" * 40_000).endswith("ক…</v></c>")


def test_formulas_side_by_side_are_one_piece_and_the_last() -> None:
    cells = {4: FormulaCell("=A1", 1), 2: FormulaCell("=B1", "x")}
    assert cell_xml.plain_formulas(6, cells) == (
        '<c r="C7" t="str"><f>B1</f><v>x</v></c>',
        '<c r="E7"><f>A1</f><v>1</v></c>',
    )


@pytest.mark.parametrize(
    ("link", "formula"),
    [
        (Link("DOL", "reports/DOL.xlsx#'১ম'!M8"), 'HYPERLINK("reports/DOL.xlsx#\'১ম\'!M8","DOL")'),
        (Link(3, "#A1"), 'HYPERLINK("#A1",3)'),
        (Link('"a"', 'b"c'), 'HYPERLINK("b""c","""a""")'),
        (Link("a" * LONGEST_LITERAL, "b"), f'HYPERLINK("b","{"a" * LONGEST_LITERAL}")'),
    ],
)
def test_a_link_is_a_formula(link: Link, formula: str) -> None:
    assert cell_xml.link_formula(link) == FormulaCell(formula, link.shown)


@pytest.mark.parametrize(
    "link",
    [
        Link("a", ""),
        Link("a" * (LONGEST_LITERAL + 1), "b"),
        Link("a", "b" * (LONGEST_LITERAL + 1)),
        Link('"' * 128, "b"),
        Link("a", "b\x00"),
    ],
)
def test_a_link_that_excel_would_not_take_is_none(link: Link) -> None:
    assert cell_xml.link_formula(link) is None
