"""What the charts show, by hand from the builders' three offices; the sheets that show it are tested with the report."""

from __future__ import annotations

from decimal import Decimal

from tests.ministry.builders import MINISTRY, NOBODY, numbered
from tests.ministry.builders import make_consolidation as consolidation_of
from xl_apa.ministry.analysis.chart_data import BANDS, RANKED, FileCount, band_starts, chart_numbers


def test_the_means_of_the_areas_add_up_to_the_mean_of_all_and_what_is_missing_to_the_weight() -> None:
    areas = chart_numbers(MINISTRY).areas
    assert sum(area.mean for area in areas) == MINISTRY.mean == Decimal("9.60")
    assert sum(area.mean + area.missing for area in areas) == MINISTRY.task.plan.weight
    first = areas[0]
    assert first.percent == round(100 * first.mean / first.area.weight, 2)


def test_every_office_is_in_one_tier_of_an_indicator_or_none_or_reported_nothing() -> None:
    tiers = chart_numbers(MINISTRY).tiers
    assert [each.indicator for each in tiers] == list(MINISTRY.task.plan.indicators)
    assert {sum(each.reached) + each.none + each.blank for each in tiers} == {3}
    assert {each.blank for each in tiers} == {1}


def test_totals_spread_over_tenths_only_where_offices_are_too_many_to_name() -> None:
    assert chart_numbers(MINISTRY).spread == ()
    many = chart_numbers(consolidation_of(*numbered(RANKED + 1, MINISTRY.offices[0])))
    # 24.60 of 25 lies in the last tenth.
    assert many.spread == (0, 0, 0, 0, 0, 0, 0, 0, 0, RANKED + 1)


def test_a_tenth_begins_where_its_totals_do() -> None:
    plan = MINISTRY.task.plan
    assert band_starts(plan) == tuple(Decimal(place) * plan.weight / BANDS for place in range(BANDS))


def test_without_a_register_files_are_counted_and_without_offices_nothing_else_is() -> None:
    assert chart_numbers(MINISTRY).submitted == {FileCount.REPORTED: 2, FileCount.BLANK: 1, FileCount.REFUSED: 1}
    numbers = chart_numbers(NOBODY)
    assert (numbers.areas, numbers.tiers, numbers.spread, numbers.blank) == ((), (), (), 0)
    assert numbers.submitted == {FileCount.REPORTED: 0, FileCount.BLANK: 0, FileCount.REFUSED: 2}
