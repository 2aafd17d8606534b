"""Reports of made-up offices in forms of their own: typed, scanned and ruined, as a text and as a table."""

from __future__ import annotations

import pytest

from tests.importer.offices.outcome import outcome
from tests.importer.offices.reports import RUINED, SCANNED, TYPED, Faults, office_report

SEEDS = range(24)


@pytest.mark.parametrize(("faults", "share"), [(TYPED, 0.99), (SCANNED, 0.96), (RUINED, 0.9)])
def test_reports_of_any_office_are_read_right_and_what_is_wrong_is_asked(faults: Faults, share: float) -> None:
    found = {}
    for seed in SEEDS:
        report = office_report(seed, faults)
        found[seed] = outcome(report, report.as_text() if faults.text else report.as_table())
    assert {seed: each.wrong for seed, each in found.items() if each.wrong} == {}
    assert {seed: each.refused for seed, each in found.items() if each.refused} == {}
    assert sum(each.right for each in found.values()) >= share * sum(each.count for each in found.values())


def test_marks_in_a_row_that_lost_a_cell_and_gained_another_are_no_others() -> None:
    """The weight of 1.2.1 stands where its marks should be: the row lost what was left, and gained a blank cell."""
    report = office_report(7015, SCANNED)
    assert outcome(report, report.as_text()).wrong == []


def test_a_typed_report_is_read_as_well_from_lines_with_tabs() -> None:
    for seed in SEEDS:
        report = office_report(seed, TYPED)
        found = outcome(report, report.as_text())
        assert (seed, found.wrong, found.refused) == (seed, [], "")
        assert found.right >= 0.9 * found.count, seed
