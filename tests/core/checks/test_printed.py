"""What the form prints beside unit, weight and targets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.core.builders import PLAN, assess_form, at, listed, make_form
from xl_apa.core.cells import Cell, CellValue
from xl_apa.core.checks.printed import _about_text
from xl_apa.core.model import Form


def found(form: Form, code: str) -> list[tuple[str, str, str]]:
    return listed(each for each in assess_form(form).findings if each.code == code)


def printed(**cells: CellValue | Sequence[CellValue]) -> Form:
    return make_form(cells={"1.2.1": cells})


@pytest.mark.parametrize("label", ["[১.২.১] অন্য সূচক", "[1.2.1] সূচক 1.2.2", "[১.২.১] সূচক ১.২.১ নয়"])
def test_another_text_is_told(label: str) -> None:
    assert found(printed(label=label), "text-differs") == [("text-differs", at("E", 9), "1.2.1")]


SHORT = ("কর্মশালা আয়োজিত", "স্মার্ট বিষয়ক কর্মশালা/সভা আয়োজিত", "স্মর্ট বাংলাদেশ বিনির্মান বিষয়ক কর্মশালা আয়োজিত")
OTHER = ("কর্মশালা আয়োজিত হয়নি", "স্মার্ট বাংলাদেশ বিষয়ক প্রশিক্ষণ আয়োজিত", "কর্মশালা ২টি আয়োজিত", "কর্মশালা ও প্রশিক্ষণ")


@pytest.mark.parametrize(("text", "told"), [*((text, False) for text in SHORT), *((text, True) for text in OTHER)])
def test_a_title_in_fewer_words_or_misspelt_is_no_other_one(text: str, told: bool) -> None:
    title = "স্মার্ট বাংলাদেশ বিনির্মাণ বিষয়ক কর্মশালা/সভা/সেমিনার আয়োজিত"
    assert bool(list(_about_text(Cell(text, "E8"), title, "1.5.1"))) is told


@pytest.mark.parametrize("label", ["[১.২.১]  সূচক ১.২.১।", "১.২.১ সুচক ১.২.১", "[১.২.১]", "[1.2.1] সূচক 1.2.1 "])
def test_signs_blanks_and_spellings_are_no_other_text(label: str) -> None:
    assert not found(printed(label=label), "text-differs")


def test_the_texts_of_areas_and_activities_are_those_of_their_first_rows() -> None:
    form = make_form()
    first, *others = form.rows
    changed = replace(first, area=Cell("[১] অন্য", "B8"), activity=Cell("[১.১] অন্য", "D8"))
    told = found(replace(form, rows=(changed, *others)), "text-differs")
    assert told == [("text-differs", "B8", "1.1.1"), ("text-differs", "D8", "1.1.1")]


@pytest.mark.parametrize(("weight", "told"), [(19, True), ("২০", False), (20, False), (None, False), ("-", False)])
def test_an_areas_weight_is_the_plans(weight: CellValue, told: bool) -> None:
    form = make_form()
    first, *others = form.rows
    assert PLAN.areas[0].weight == 20
    changed = replace(form, rows=(replace(first, area_weight=Cell(weight, "C8")), *others))
    assert bool(found(changed, "area-weight-differs")) is told


def test_the_first_row_out_of_order_is_told() -> None:
    form = make_form()
    first, second, third, last = form.rows
    moved = replace(form, rows=(first, third, second, last))
    assert found(moved, "rows-reordered") == [("rows-reordered", at("E", 10), "1.3.1")]
    assert not found(form, "rows-reordered")
    assert not found(replace(form, rows=(first, third, last)), "rows-reordered")


@pytest.mark.parametrize(("total", "told"), [(7, True), (6.5, False), ("৬.৫০", False), (None, False), ("মোট", False)])
def test_a_total_is_what_the_rows_add_up_to(total: CellValue, told: bool) -> None:
    form = make_form(cells={"1.2.1": {"marks": 4}, "1.3.1": {"marks": 2.5}})
    assert bool(found(replace(form, total=Cell(total, "R12")), "total-differs")) is told
