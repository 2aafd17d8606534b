"""Numbers as cells have them."""

from __future__ import annotations

import pytest

from xl_apa.sheets.formulas.results.values import RowValues, as_number, plain


@pytest.mark.parametrize(("value", "number"), [(3, 3), (2.5, 2.5), (True, None), ("3", None), (None, None), ("", None)])
def test_only_a_number_is_a_number(value: object, number: float | None) -> None:
    assert as_number(value) == number
    assert as_number(value) is None or not isinstance(as_number(value), bool)


def test_a_whole_number_has_no_point() -> None:
    assert [repr(plain(number)) for number in (3.0, 3, 2.5, -0.0)] == ["3", "3", "2.5", "0"]


@pytest.mark.parametrize(
    ("values", "answered"),
    [
        (RowValues(), False),
        (RowValues(weight=2.0, targets=(4.0,), earlier=("", "")), False),
        (RowValues(achieved="-"), True),
        (RowValues(accepted=0), True),
        (RowValues(read_for="x"), True),
        (RowValues(claimed=1.0), True),
        (RowValues(earlier=("", 3)), True),
    ],
)
def test_a_row_is_answered_when_anything_stands_there_that_the_plan_does_not_say(
    values: RowValues, answered: bool
) -> None:
    assert values.answered is answered
