"""What the program writes beside a form: marks, messages, and the values it read in typed texts."""

from __future__ import annotations

from decimal import Decimal

from tests.core.builders import PLAN, YEAR, assess_form, make_form
from xl_apa.core.assess import Assessment
from xl_apa.core.cells import CellValue
from xl_apa.core.findings import Severity
from xl_apa.sheets.layout import ERROR_ELSEWHERE, Column, Working
from xl_apa.sheets.result_cells import marks_in_cells, read_in, rows_of, written_cells


def assessed(**achieved: CellValue) -> Assessment:
    return assess_form(make_form(PLAN, {code.replace("_", "."): value for code, value in achieved.items()}))


def by_code(found: Assessment) -> dict[str, int]:
    """The row of each indicator's cells."""
    return {result.indicator.code: row for result, row in rows_of(found)}


def test_marks_stand_beside_each_other_and_are_empty_where_nothing_was_said() -> None:
    found = assessed(**{"1.2.1": 3})
    results = {result.indicator.code: marks_in_cells(result) for result in found.results}
    said = found.results[[each.indicator.code for each in found.results].index("1.2.1")]
    assert results["1.2.1"] == (float(said.percent), float(said.marks), float(said.attainable))
    assert results["2.1.1"][:2] == (None, None)
    assert isinstance(results["2.1.1"][2], float)


def test_every_row_gets_the_programs_own_columns_and_no_others() -> None:
    found = assessed(**{"1.2.1": "একটি সভা হয়েছে", "1.3.1": 0.85})
    cells = written_cells(found, {column: column + 1 for column in (*Column, *Working)}, "bn")
    own = {
        Column.TIER,
        Column.MARKS,
        Column.ATTAINABLE,
        Column.REVIEW,
        Working.READ_FOR,
        Working.READ,
        Working.SEVERITY,
    }
    shift = 1
    assert {column - shift for _, column in cells} == own
    assert {row for row, _ in cells} == set(by_code(found).values())
    row = by_code(found)["1.2.1"]
    message = found.message_about("1.2.1")
    assert message
    assert cells[row, Column.REVIEW + shift] == message.text("bn")
    assert cells[row, Working.SEVERITY + shift] == Severity.ERROR.value


def test_an_error_of_another_cell_than_the_achievement_says_so() -> None:
    found = assess_form(make_form(PLAN, {"1.2.1": 3, "2.1.1": -1}, {"1.2.1": {"claimed": 99}}))
    cells = written_cells(found, {column: column for column in (*Column, *Working)}, "bn")
    rows = by_code(found)
    assert cells[rows["1.2.1"], Working.SEVERITY] == ERROR_ELSEWHERE
    assert cells[rows["2.1.1"], Working.SEVERITY] == Severity.ERROR.value


def test_a_text_and_the_value_read_in_it_stand_together_and_a_number_needs_none() -> None:
    found = assessed(**{"1.2.1": "৩ টি", "2.1.1": 10.0, "1.1.1": "চলমান"})
    read = {result.indicator.code: read_in(result, YEAR) for result in found.results}
    assert read["1.2.1"] == ("৩ টি", 3)
    assert read["2.1.1"] == (None, None)
    assert read["1.1.1"] == (None, None)


def test_a_text_without_a_value_was_looked_at() -> None:
    found = assessed(**{"1.2.1": "একটি সভা হয়েছে, বিস্তারিত পরে"})
    assert read_in(found.results[1], YEAR)[1] is None
    assert found.results[1].marks == Decimal(0)
