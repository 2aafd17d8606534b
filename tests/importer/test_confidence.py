"""How sure a row is: as sure as the weakest of what speaks for it."""

from __future__ import annotations

import pytest

from xl_apa.importer.confidence import SURE_ALIKE, SURE_FROM, SURE_MARGIN, SURE_MATCH, certainty, percent_of


@pytest.mark.parametrize("which", [0, 1, 2])
def test_each_of_them_alone_makes_a_row_a_question(which: int) -> None:
    bounds = [SURE_MARGIN, SURE_MATCH, SURE_ALIKE]
    assert certainty(*bounds, possible=True) >= SURE_FROM
    bounds[which] *= 0.99
    assert certainty(*bounds, possible=True) < SURE_FROM


def test_what_cannot_be_is_a_question_however_well_it_fits() -> None:
    assert certainty(99, 99, 1, possible=False) < SURE_FROM


def test_a_better_reading_is_surer_and_never_more_than_certain() -> None:
    told = [certainty(margin, margin, 1, possible=True) for margin in (0, 0.1, 1, 2, 3, 10, 99)]
    assert told == sorted(told)
    assert all(0 <= each <= 1 for each in told)


def test_a_question_is_never_shown_as_sure() -> None:
    assert percent_of(0.7999) == 79
    assert percent_of(SURE_FROM) == 80
