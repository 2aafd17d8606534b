"""The workbook of decisions as it is made: what a click offers, what stays in sight, what is coloured."""

from __future__ import annotations

import openpyxl
import pytest

from tests.ministry.review.conftest import Centre
from tests.ministry.written import formulas
from xl_apa.ministry.review.decision_columns import DecisionColumn


def test_a_click_offers_the_statuses_and_refuses_nothing(centre: Centre) -> None:
    centre.run()
    (rule,) = formulas(centre.decisions, "সিদ্ধান্ত").data_validations.dataValidation
    assert (rule.type, rule.errorStyle) == ("list", "information")
    assert rule.formula1 == '"গৃহীত,সংশোধন করতে হবে,আবার দেখতে হবে"'
    assert "C5" in rule.sqref and "C50000" in rule.sqref and "D5" not in rule.sqref


def test_headings_and_names_stay_in_sight_and_the_sha_is_hidden(centre: Centre) -> None:
    centre.run()
    sheet = formulas(centre.decisions, "সিদ্ধান্ত")
    assert (sheet.freeze_panes, sheet.print_title_rows) == ("C5", "$4:$4")
    hidden = [letter for letter, column in sheet.column_dimensions.items() if column.hidden]
    assert hidden == ["L"] and list(DecisionColumn)[11] is DecisionColumn.SHA256


def test_a_code_of_digits_stays_a_text_with_its_zeros(centre: Centre) -> None:
    centre.report("007")
    (centre.folder / "register.csv").write_text("কোড,নাম\n007,শূন্য\n", encoding="utf-8")
    centre.run()
    cell = formulas(centre.decisions, "সিদ্ধান্ত")["A5"]
    assert (cell.value, cell.data_type, cell.number_format) == ("007", "s", "@")


@pytest.mark.parametrize(("lang", "sheet"), [("bn", "সিদ্ধান্ত"), ("en", "Decisions")])
def test_it_is_made_in_either_language_and_goes_on_in_the_other(centre: Centre, lang: str, sheet: str) -> None:
    centre.run(lang=lang)
    centre.run(lang="en" if lang == "bn" else "bn")
    assert openpyxl.load_workbook(centre.decisions).sheetnames == [sheet]


def test_the_title_stands_in_a_row_that_is_high_enough_and_rows_that_are_typed_into_grow_with_their_text(
    centre: Centre,
) -> None:
    centre.run()
    sheet = formulas(centre.decisions, "সিদ্ধান্ত")
    assert sheet.row_dimensions[1].height >= 1.5 * sheet["A1"].font.size
    assert sheet.row_dimensions[5].height is None
