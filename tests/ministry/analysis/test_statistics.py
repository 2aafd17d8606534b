"""A ministry's quarter in a few numbers, computed by hand from the builders' three offices."""

from __future__ import annotations

from decimal import Decimal

from tests.ministry.builders import BEST, MINISTRY, NOBODY, SILENT, WEAKEST, make_office
from xl_apa.ministry.analysis.statistics import count_marks, indicator_figures, office_name, overview, reason


def test_the_overview_counts_files_offices_and_marks() -> None:
    numbers = overview(MINISTRY)
    assert (numbers.found, numbers.read, numbers.refused) == (4, 3, 1)
    assert (numbers.offices, numbers.reported) == (3, 2)
    # 24.60, 4.20 and nothing
    assert (numbers.mean, numbers.mean_reported) == (Decimal("9.60"), Decimal("14.40"))
    assert [office.assessment.office.name for office in (*numbers.best, *numbers.weakest)] == [
        BEST.assessment.office.name,
        WEAKEST.assessment.office.name,
    ]


def test_of_nobody_there_is_no_mean_and_no_best() -> None:
    numbers = overview(NOBODY)
    assert (numbers.found, numbers.offices) == (2, 0)
    assert (numbers.mean, numbers.mean_reported, numbers.best, numbers.weakest) == (None, None, (), ())


def test_of_each_indicator_the_marks_are_counted_apart_for_those_that_reported() -> None:
    counted = count_marks(MINISTRY)
    assert len(counted) == len(MINISTRY.task.plan.indicators)
    for (indicator, counts), place in zip(zip(MINISTRY.task.plan.indicators, counted), range(len(counted))):
        assert sum(counts.values()) == 3, indicator.code
        assert counts[False, Decimal(0)] == 1
        assert sum(marks * count for (_, marks), count in counts.items()) == sum(
            office.assessment.results[place].marks for office in MINISTRY.offices
        )


def test_the_share_with_full_marks_is_of_all_offices() -> None:
    full = [figures.full_marks_percent for figures in indicator_figures(MINISTRY)]
    # One of three, where the best office has all marks and the others have not.
    expected = [
        Decimal("33.33") if BEST.assessment.results[place].marks == indicator.weight else Decimal("0.00")
        for place, indicator in enumerate(MINISTRY.task.plan.indicators)
    ]
    assert full == expected
    assert Decimal("33.33") in full


def test_an_office_is_called_by_name_else_code_else_file() -> None:
    assert office_name(SILENT) == "নিম্নতম মজুরি বোর্ড"
    assert office_name(make_office("", code="101")) == "101"
    assert office_name(make_office("", code="", path="in/x.xlsx")) == "x.xlsx"


def test_a_reason_names_the_file_without_its_folder() -> None:
    assert "“broken.xlsx”" in reason(MINISTRY.refused[0], "en")
    assert "in/" not in reason(MINISTRY.refused[0], "bn")
