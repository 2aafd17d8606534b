"""Formulas of the form that cells cut and pasted took along: found, named once, and restored."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import openpyxl
import pytest
from lxml import etree

from tests.core.builders import make_indicator, make_plan
from tests.sheets import edits
from xl_apa.core.fiscal import FiscalYear, Quarter
from xl_apa.core.model import Layout, Method, Plan, Unit
from xl_apa.sheets import layout
from xl_apa.sheets.assess_workbook import assess_file, calculate_file
from xl_apa.sheets.build.workbook import build_template
from xl_apa.sheets.form_formulas import cell_names
from xl_apa.sheets.formulas.row import row_formulas
from xl_apa.sheets.formulas.traits import RowTraits
from xl_apa.sheets.layout import Column, Working, quarter_sheet
from xl_apa.xlsx.addresses import cell_name, position
from xl_apa.xlsx.edit.formula_cells import sheet_formulas, with_addresses

Q2 = quarter_sheet(Quarter.Q2)
TYPED = {"1.1.1": "চলমান", "1.2.1": 3, "1.4.1": 80, "1.5.1": 2, "2.1.1": 1}


def cut_and_paste(path: Path, source: str, target: str) -> Path:
    """Move a cell as Excel does: formulas that looked at it follow, those that looked at the target are lost."""
    parts = edits.parts_of(path)
    part = edits.sheet_part(parts, Q2)
    root = etree.fromstring(parts[part])
    gone, to = position(target), position(source)

    def follow(fixed_column: str, column: int, fixed_row: str, row: int) -> str:
        if (row, column) == gone:
            return "#REF!"
        assert gone is not None
        name = cell_name(*(gone if (row, column) == to else (row, column)))
        letters = name.rstrip("0123456789")
        return f"{fixed_column}{letters}{fixed_row}{name[len(letters) :]}"

    cells = {cell.get("r"): cell for cell in root.iterfind("{*}sheetData/{*}row/{*}c")}
    for cell in cells.values():
        formula = cell.find("{*}f")
        if formula is not None:
            formula.text = with_addresses(formula.text or "", follow)
    old, new = cells[source], cells[target]
    for element in list(new):
        new.remove(element)
    new.extend(list(old))
    for name in ("t",):
        if old.get(name):
            new.set(name, old.attrib.pop(name))
        elif name in new.attrib:
            del new.attrib[name]
    parts[part] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return edits.save(parts, path)


@pytest.fixture
def form(filled) -> Path:
    return filled(TYPED)


@pytest.mark.parametrize(
    ("source", "target"), [("M11", "M12"), ("M14", "M13"), ("M9", "M8"), ("M18", "M8"), ("G11", "G12"), ("H11", "I11")]
)
def test_what_cutting_and_pasting_broke_is_said_once_and_restored(form: Path, source: str, target: str) -> None:
    whole = sheet_formulas(form, Q2)
    assessed = assess_file(cut_and_paste(form, source, target), Quarter.Q2)
    calculated = calculate_file(form, quarter=Quarter.Q2)
    (finding,) = (each for each in calculated.findings if each.code == "formulas-changed")
    assert Q2 in finding.text("bn")
    assert calculated.total == assessed.total
    assert sheet_formulas(form, Q2) == whole
    again = assess_file(form, Quarter.Q2)
    assert not {"formulas-changed", "formulas-lost", "marks-out-of-date"} & {each.code for each in again.findings}


def test_score_says_so_too_where_the_sheet_shows_other_marks(form: Path) -> None:
    assessed = assess_file(cut_and_paste(form, "M11", "M12"), Quarter.Q2)
    (finding,) = (each for each in assessed.findings if each.code == "formulas-changed")
    assert "AF11:AF12" in finding.text("en")


@pytest.mark.parametrize("layout", Layout)
def test_nothing_is_said_of_a_form_nobody_broke(filled, layout: Layout) -> None:
    path = filled(TYPED, layout=layout)
    calculated = calculate_file(path, quarter=Quarter.Q2)
    assert not [each for each in calculated.findings if each.code.startswith("formulas-")]


@pytest.mark.parametrize(
    "move",
    [
        edits.put_in_columns(0),
        edits.put_in_columns(13),
        edits.put_in_columns(18),
        edits.put_in_rows(6),
        edits.put_in_rows(9),
    ],
)
def test_nothing_is_said_of_formulas_that_only_moved(form: Path, move: edits.Move) -> None:
    edits.save(edits.move_cells(edits.parts_of(form), Q2, move), form)
    whole = sheet_formulas(form, Q2)
    calculated = calculate_file(form, quarter=Quarter.Q2)
    assert not [each for each in calculated.findings if each.code.startswith("formulas-")]
    assert sheet_formulas(form, Q2) == whole


def test_a_form_of_another_version_keeps_its_formulas(form: Path) -> None:
    parts = edits.parts_of(form)
    part = edits.sheet_part(parts, Q2)
    parts[part] = (
        parts[part].replace(b"ROUND(ROUND(", b"ROUND(0+ROUND(").replace(b"<f>IF(ISTEXT(", b"<f>IF(TRUE=ISTEXT(")
    )
    for name in (b"ISNUMBER(", b"FIND("):
        parts[part] = parts[part].replace(b"<f>IF(" + name, b"<f>IF(0+" + name)
    edits.save(parts, form)
    whole = sheet_formulas(form, Q2)
    calculated = calculate_file(form, quarter=Quarter.Q2)
    assert [each.code for each in calculated.findings if each.code == "formulas-lost"] == []
    assert sheet_formulas(form, Q2)[10, Column.MARKS] == whole[10, Column.MARKS]


@pytest.mark.parametrize("version", [layout.FORMULAS_VERSION - 1, layout.FORMULAS_VERSION])
def test_a_few_other_formulas_are_an_older_versions_own_or_else_changed(form: Path, version: int) -> None:
    parts = edits.parts_of(form)
    part = edits.sheet_part(parts, Q2)
    parts[part] = parts[part].replace(b"ROUND(ROUND(", b"ROUND(0+ROUND(")
    edits.save(parts, form)
    book = openpyxl.load_workbook(form)
    (cell,) = (row[1] for row in book[layout.DATA_SHEET].rows if row[0].value == layout.Data.FORMULAS_VERSION)
    cell.value = version
    book.save(form)
    whole = sheet_formulas(form, Q2)
    codes = {each.code for each in calculate_file(form, quarter=Quarter.Q2).findings}
    older = version < layout.FORMULAS_VERSION
    assert ("formulas-changed" in codes) is not older
    assert (sheet_formulas(form, Q2)[10, Column.MARKS] == whole[10, Column.MARKS]) is older


DIGEST = "a46a62a77f8fcafc"
"""Of the formulas of every kind of row, as version 3 has them."""


def test_whoever_changes_a_formula_raises_the_version() -> None:
    """Forms that are out keep their formulas: the version alone tells that nobody there has changed them."""
    texts = [
        (unit, quarter, kind, method, row_formulas(7, unit, FiscalYear(2023), quarter, kind, RowTraits(method=method)))
        for unit in Unit
        for quarter in Quarter
        for kind in Layout
        for method in Method
        if (unit is Unit.DATE) is (method is Method.DATE)
    ]
    digest = sha256(repr([(*map(str, each), sorted(cells.items())) for *each, cells in texts]).encode()).hexdigest()
    assert (layout.FORMULAS_VERSION, digest[:16]) == (3, DIGEST)


def test_formulas_that_no_neighbour_tells_are_said_to_be_lost(form: Path) -> None:
    edits.save(edits.move_cells(edits.parts_of(form), Q2, edits.take_out_column(7)), form)
    codes = {each.code for each in calculate_file(form, quarter=Quarter.Q2).findings}
    assert "formulas-lost" in codes


def test_cells_of_a_column_are_named_together() -> None:
    assert cell_names([(11, 19), (12, 19), (13, 20), (15, 19)]) == ["T12:T13", "T16", "U14"]


# ---- quarters that count together -----------------------------------------------------------------------------------

SUMMED = make_plan(
    *(make_indicator(f"1.1.{at}", targets=(30, 20, 10, 5, None), method=Method.SUM) for at in (1, 2, 3)),
    make_indicator("1.1.4", method=Method.MEAN),
    make_indicator("1.1.5"),
)


@pytest.mark.parametrize("plan", [SUMMED, make_plan(*SUMMED.indicators[:3])], ids=["mixed", "sums"])
@pytest.mark.parametrize("working", [Working.YEAR, Working.REACHED, Working.VALUE, Working.EARLIER_1])
def test_a_formula_of_the_year_that_was_changed_is_restored(tmp_path: Path, plan: Plan, working: Working) -> None:
    path = tmp_path / "form.xlsx"
    build_template(plan, path, typed={(Q2, "M8"): 8, (Q2, "M9"): 3})
    whole = sheet_formulas(path, Q2)
    book = openpyxl.load_workbook(path)
    book[Q2][cell_name(7, working)].value = "=#REF!"
    book.save(path)
    found = calculate_file(path, quarter=Quarter.Q2).findings
    assert [each.code for each in found if each.code.startswith("formulas-")] == ["formulas-changed"]
    assert sheet_formulas(path, Q2)[7, working] == whole[7, working]


def test_a_form_of_sums_and_means_is_as_the_template_has_it(tmp_path: Path) -> None:
    build_template(SUMMED, tmp_path / "form.xlsx", typed={(Q2, "M8"): "প্রায় ৮"})
    found = calculate_file(tmp_path / "form.xlsx", quarter=Quarter.Q2).findings
    assert not [each for each in found if each.code.startswith("formulas-")]
